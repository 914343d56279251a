import { scheduleOf } from '../../src/aid/loan/schedule.ts';
import { insertSchedule } from '../../src/aid/loan/store.ts';
import { change, type Writer } from '../../src/audit/change.ts';
import type { Session } from '../../src/io/session.ts';
import type { NewEntry } from '../../src/ledger/entry.ts';
import { book } from '../../src/ledger/store.ts';
import { findPerson } from '../../src/people/store.ts';

/** A loan to be put into an office; the amount in fen. */
export interface Lent {
  readonly employee_no: string;
  readonly amount: number;
  readonly instalments: number;
  readonly first_due_on: string;
  readonly paid_on: string;
  readonly fund?: string;
  /** Approved only, where it is not paid out. */
  readonly state?: 'approved' | 'paid';
}

/** Puts a loan into the database as one that was applied for, approved and paid out. @returns its number */
export async function lend(session: Session, loan: Lent): Promise<number> {
  return change(session, async (writer) => {
    const { fund = 'start-up', state = 'paid', employee_no, amount, paid_on } = loan;
    const { query } = writer.database;
    const person = await findPerson(query, employee_no);
    const unit = await query
      .selectFrom('person')
      .select('unit_id')
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow();
    const id = await writer.nextId('aid_grant');
    const { instalments, first_due_on } = loan;
    await writer.insert('aid_grant', [
      {
        ...{ id, fund, person_id: person.id, household_id: null, member_id: null },
        ...{ unit_id: unit.unit_id, at_unit_id: unit.unit_id, amount, granted: amount },
        ...{ purpose: '开办小吃店', evidence: '创业计划书', payee: null, urgent: 0 },
        ...{ from_period: null, to_period: null, receipt_no: null, provider: null },
        ...{ cost_on: null, cost_amount: null, instalments, first_due_on, state },
        ...{ applied_on: paid_on, applied_by: '王强', approved_on: paid_on, approved_by: '陈秀英' },
        paid_on: state === 'paid' ? paid_on : null,
      },
    ]);
    if (state === 'paid') {
      await insertSchedule(writer, id, scheduleOf(amount, instalments, first_due_on));
    }
    const lent = { fund, id, person: person.id, amount, on: paid_on };
    const [approved, paid] = lentEntries(lent);
    await book(writer, session.operator, state === 'paid' ? [approved, paid] : [approved]);
    const detail = { employee_no, amount };
    return { result: id, entry: { action: 'grant.pay', entity: 'grant', key: String(id), detail } };
  });
}

function lentEntries(lent: {
  readonly fund: string;
  readonly id: number;
  readonly person: number;
  readonly amount: number;
  readonly on: string;
}): readonly [NewEntry, NewEntry] {
  const { fund, id, person, amount, on } = lent;
  const head = { fund, on, key: String(id), memo: '' };
  return [
    {
      ...{ ...head, cause: 'grant-approved' as const },
      postings: [
        { account: 'loan-approved', amount },
        { account: 'payable', amount: -amount },
      ],
    },
    {
      ...{ ...head, cause: 'grant-paid' as const },
      postings: [
        { account: 'payable', amount },
        { account: 'cash', amount: -amount },
        { account: 'loan', amount, person },
        { account: 'loan-approved', amount: -amount },
      ],
    },
  ];
}

/** A member of a family besides its head. */
export interface Member {
  readonly name: string;
  readonly relation: string;
  readonly employee_no?: string;
}

/** A hardship file to be put into an office. */
export interface File {
  readonly employee_no: string;
  readonly class: string;
  readonly members?: readonly Member[];
  readonly closed_on?: string;
}

/** Puts a hardship file into the database. @returns its id */
export async function keepFile(session: Session, file: File): Promise<number> {
  return change(session, async (writer) => {
    const { query } = writer.database;
    const head = await findPerson(query, file.employee_no);
    const id = await writer.nextId('household');
    const closed_on = file.closed_on ?? null;
    await writer.insert('household', [
      {
        ...{ id, person_id: head.id, class: file.class, cause: 'illness', second_cause: null },
        ...{ opened_on: '2025-03-01', reviewed_on: '2026-03-01', closed_on },
        outcome: closed_on === null ? null : 'lifted',
      },
    ]);
    const self = { name: head.name, relation: 'self', employee_no: head.employee_no };
    for (const member of [self, ...(file.members ?? [])]) await addMember(writer, id, member);
    const key = file.employee_no;
    return { result: id, entry: { action: 'hardship.open', entity: 'hardship', key, detail: {} } };
  });
}

async function addMember(
  writer: Writer,
  household_id: number,
  { name, relation, employee_no }: Member,
): Promise<void> {
  const person = employee_no && (await findPerson(writer.database.query, employee_no));
  await writer.insert('household_member', [
    {
      ...{ id: await writer.nextId('household_member'), household_id },
      ...{ person_id: person ? person.id : null, name, relation, id_no: null, income: 0 },
      ...{ stage: null, school: null, health: null, from_on: '2025-03-01', to_on: null },
    },
  ]);
}
