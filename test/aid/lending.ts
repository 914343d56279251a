import { insertInstalments } from '../../src/aid/grant/store.ts';
import { scheduleOf } from '../../src/aid/loan/schedule.ts';
import { change } from '../../src/audit/change.ts';
import type { Session } from '../../src/io/session.ts';
import type { NewEntry } from '../../src/ledger/entry.ts';
import { book } from '../../src/ledger/store.ts';
import { findPerson } from '../../src/people/store.ts';
import { approver, type Office } from '../office.ts';

/** A loan to be put into an office; the amount in fen. */
export interface Lent {
  readonly employee_no: string;
  readonly amount: number;
  readonly instalments: number;
  readonly first_due_on: string;
  readonly paid_on: string;
  readonly fund?: string;
  /** Its number, where that is not the next. */
  readonly id?: number;
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
    const id = loan.id ?? (await writer.nextId('aid_grant'));
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
      await insertInstalments(writer, id, scheduleOf(amount, instalments, first_due_on));
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

/** The administrator of M1, in an office whose other one works at the top. */
export const ofMine = '张站长';

/** Registers an administrator at the top, and one of M1. */
export async function registerOperators(office: Office): Promise<void> {
  const role = ['--role', 'administrator'];
  const add = (name: string, unit: string) =>
    office.done(
      ...['operator', 'add', '--name', name, '--unit', unit, ...role, '--from', '2026-01-01'],
      ...['--as', approver],
    );
  await add(approver, 'G');
  await add(ofMine, 'M1');
}
