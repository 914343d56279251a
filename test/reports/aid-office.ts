import { change, type Writer } from '../../src/audit/change.ts';
import type { AidTables } from '../../src/io/tables-of-aid.ts';
import type { NewEntry } from '../../src/ledger/entry.ts';
import { book } from '../../src/ledger/store.ts';
import { csvOf, Office } from '../office.ts';

type Given<Name extends keyof AidTables> = Partial<Omit<AidTables[Name], 'seal' | 'id'>>;

/** The people of the test office, by employee number: a mine and its section, another mine. */
export const people = [
  ...[
    ['00001', '王建国', '140107202108220010', 'active', 'M1S'],
    ['00002', '李秀英', '140105195502030025', 'retired', 'M1'],
    ['00003', '张伟', '14010519751112003X', 'active', 'M2'],
  ],
  ...[
    ['00004', '刘洋', '140105199006150042', 'survivor-work-death', 'M2'],
    ['00005', '陈秀兰', '140105196209200050', 'survivor-illness', 'M1'],
    ['00006', '赵铁柱', '140105198001010011', 'active', 'G'],
  ],
] as const;

/** An office with units, people and hospitals. @param policy its path */
export async function openAidOffice(today = '2026-10-08', policy?: string): Promise<Office> {
  const office = await Office.open(today, policy);
  const unit = (code: string, name: string, level: string, parent: string | null) => ({
    ...{ code, name, level, parent },
  });
  await office.import(
    'unit',
    csvOf([
      ...[unit('G', '集团', 'group', null), unit('M1', '一矿', 'mine', 'G')],
      ...[unit('M1S', '采煤队', 'section', 'M1'), unit('M2', '二矿', 'mine', 'G')],
    ]),
  );
  const rows = people.map(([employee_no, name, id_no, category, unit]) => ({
    ...{ employee_no, name, id_no, category, unit },
  }));
  await office.import('person', csvOf(rows));
  await office.import('hospital', 'name,designated\n总医院,yes\n康民诊所,no');
  return office;
}

/** Writes through the one door, as the commands of the other areas do. */
export async function write<T>(office: Office, work: (writer: Writer) => Promise<T>): Promise<T> {
  const { session } = office.session('王强');
  const result = await change(session, async (writer) => {
    const entry = { action: 'person.add', entity: 'test', key: '', detail: {} };
    return { result: await work(writer), entry };
  });
  await session.close();
  return result;
}

/** The id of a person, by their place in {@link people}. */
export const personOf = (employeeNo: string) => Number(employeeNo);

const unitIds = { G: 1, M1: 2, M1S: 3, M2: 4 } as const;

/** The id of a unit of the office. */
export const unitOf = (code: keyof typeof unitIds) => unitIds[code];

const unitOfPerson = (employeeNo: string) => {
  const person = people.find(([no]) => no === employeeNo);
  return unitOf((person?.[4] ?? 'G') as keyof typeof unitIds);
};

/** Opens a hardship file with its head as a member. @returns the id of the household */
export function openFile(
  office: Office,
  employeeNo: string,
  given: Given<'household'> = {},
): Promise<number> {
  return write(office, async (writer) => {
    const id = await writer.nextId('household');
    const person_id = personOf(employeeNo);
    const opened_on = given.opened_on ?? '2026-01-10';
    await writer.insert('household', [
      {
        ...{ id, person_id, class: 'deep', cause: 'illness', second_cause: null, opened_on },
        ...{ reviewed_on: opened_on, closed_on: null, outcome: null, ...given },
      },
    ]);
    const name = people.find(([no]) => no === employeeNo)?.[1] ?? '';
    await insertMember(writer, id, { person_id, name, relation: 'self', from_on: opened_on });
    await writer.insert('household_review', [
      {
        ...{ id: await writer.nextId('household_review'), household_id: id, on_date: opened_on },
        ...{ kind: 'opened', class: 'deep', income: 1_200_000, rigid_expenses: 0, members: 1 },
        ...{ income_per_head: 100_000, note: '因病致困', operator: '王强' },
      },
    ]);
    return id;
  });
}

async function insertMember(
  writer: Writer,
  household_id: number,
  given: Given<'household_member'>,
): Promise<number> {
  const id = await writer.nextId('household_member');
  await writer.insert('household_member', [
    {
      ...{ id, household_id, person_id: null, name: '王小明', relation: 'child', id_no: null },
      ...{ income: 0, stage: null, school: null, health: null, from_on: '2026-01-10', to_on: null },
      ...given,
    },
  ]);
  return id;
}

/** Adds a member to a household. @returns their id */
export function addMember(
  office: Office,
  household: number,
  given: Given<'household_member'>,
): Promise<number> {
  return write(office, (writer) => insertMember(writer, household, given));
}

/** A grant, with its steps and its entries in the books as its state has them. Amounts in fen. */
export function grant(office: Office, given: Given<'aid_grant'> & { readonly no: string }) {
  const { no, ...facts } = given;
  return write(office, async (writer) => {
    const id = await writer.nextId('aid_grant');
    const unit_id = unitOfPerson(no);
    const row: Omit<AidTables['aid_grant'], 'seal'> = {
      ...{ id, fund: 'living-active', person_id: personOf(no), household_id: null },
      ...{ member_id: null, unit_id, at_unit_id: unit_id, amount: 100_000, granted: null },
      ...{ purpose: '生活困难', evidence: null, payee: null, urgent: 0, from_period: null },
      ...{ to_period: null, receipt_no: null, provider: null, cost_on: null, cost_amount: null },
      ...{ instalments: null, first_due_on: null, state: 'applied', applied_on: '2026-03-01' },
      ...{ applied_by: '王强', approved_on: null, approved_by: null, paid_on: null, ...facts },
    };
    await writer.insert('aid_grant', [row]);
    await book(writer, '陈秀英', grantEntries(row));
    return id;
  });
}

/** What a grant that is not a loan stands for in the books. */
function grantEntries(row: Omit<AidTables['aid_grant'], 'seal'>): readonly NewEntry[] {
  const { id, fund, granted, approved_on, paid_on, person_id: person, instalments } = row;
  const amount = granted ?? 0;
  const about = { fund, key: String(id), memo: '' };
  const spent = instalments === null ? 'grant' : 'loan-approved';
  const entries: NewEntry[] = [];
  if (approved_on) {
    const postings = [
      { account: spent, amount } as const,
      { account: 'payable', amount: -amount } as const,
    ];
    entries.push({ ...about, on: approved_on, cause: 'grant-approved', postings });
  }
  if (paid_on) {
    const out = [
      { account: 'payable', amount } as const,
      { account: 'cash', amount: -amount } as const,
      ...(instalments === null
        ? []
        : [
            { account: 'loan', amount, person } as const,
            { account: 'loan-approved', amount: -amount } as const,
          ]),
    ];
    entries.push({ ...about, on: paid_on, cause: 'grant-paid', postings: out });
  }
  return entries;
}

/** Takes a grant back that was approved, before it was paid. */
export function withdraw(office: Office, id: number, on: string): Promise<void> {
  return write(office, async (writer) => {
    const { query } = writer.database;
    const row = await query
      .selectFrom('aid_grant')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await writer.update('aid_grant', { id }, { state: 'withdrawn' });
    await step(writer, { grant_id: id, step: 'withdrawn', unit_id: row.unit_id, on_date: on });
    if (row.approved_on === null) return;
    const amount = row.granted ?? 0;
    const postings = [
      { account: 'payable', amount } as const,
      { account: 'grant', amount: -amount } as const,
    ];
    const about = { fund: row.fund, key: String(id), memo: '', on };
    await book(writer, '陈秀英', [{ ...about, cause: 'grant-withdrawn', postings }]);
  });
}

async function step(writer: Writer, given: Given<'grant_step'>): Promise<void> {
  const row = { opinion: '同意', amount: null, operator: '王强', ...given };
  const id = await writer.nextId('grant_step');
  await writer.insert('grant_step', [{ id, ...row } as Omit<AidTables['grant_step'], 'seal'>]);
}

/** A step of a grant's way. */
export function addStep(office: Office, given: Given<'grant_step'>): Promise<void> {
  return write(office, (writer) => step(writer, given));
}

/** Instalments of a loan, monthly ones of the same amount. */
export function addInstalments(
  office: Office,
  grant_id: number,
  dueOn: readonly string[],
  amount: number,
): Promise<void> {
  return write(office, (writer) =>
    writer.insert(
      'instalment',
      dueOn.map((due_on, at) => ({ grant_id, no: at + 1, due_on, amount })),
    ),
  );
}

/** Money that comes back on a loan. @returns the entry */
export function repay(office: Office, grant_id: number, no: string, on: string, amount: number) {
  return write(office, async (writer) => {
    const person = personOf(no);
    const postings = [
      { account: 'cash', amount } as const,
      { account: 'loan', amount: -amount, person } as const,
    ];
    const about = { fund: 'start-up', key: String(grant_id), memo: '', on };
    const [entry_id = 0] = await book(writer, '王强', [
      { ...about, cause: 'loan-repayment', postings },
    ]);
    const id = await writer.nextId('loan_repayment');
    const row = { id, grant_id, on_date: on, amount, entry_id, memo: '', reversed_by: null };
    await writer.insert('loan_repayment', [row]);
    return entry_id;
  });
}

/** A loan given up, approved. */
export function writeOff(office: Office, grant_id: number, no: string, on: string, amount: number) {
  return write(office, async (writer) => {
    const person = personOf(no);
    const postings = [
      { account: 'written-off', amount } as const,
      { account: 'loan', amount: -amount, person } as const,
    ];
    const about = { fund: 'start-up', key: String(grant_id), memo: '', on };
    const [entry_id = 0] = await book(writer, '王强', [{ ...about, cause: 'write-off', postings }]);
    const id = await writer.nextId('write_off');
    const asked = { amount, reason: '本人去世，无力归还', asked_on: on, asked_by: '王强' };
    const decided = { approved_on: on, approved_by: '陈秀英', refused_on: null, entry_id };
    const none = { refused_by: null, refusal: null };
    await writer.insert('write_off', [{ id, grant_id, ...asked, ...decided, ...none }]);
  });
}

/** Takes a repayment back on a day. */
export function reverse(office: Office, entry: number, on: string): Promise<void> {
  return write(office, async (writer) => {
    const { query } = writer.database;
    const head = await query
      .selectFrom('entry')
      .selectAll()
      .where('id', '=', entry)
      .executeTakeFirstOrThrow();
    const rows = await query
      .selectFrom('posting')
      .selectAll()
      .where('entry_id', '=', entry)
      .execute();
    const postings = rows.map(({ account, amount, person_id }) => ({
      ...{ account: account as 'cash', amount: -amount },
      ...(person_id === null ? {} : { person: person_id }),
    }));
    const { fund, key } = head;
    const [reversed_by = 0] = await book(writer, '王强', [
      { fund, on, cause: 'reversal', key, memo: '', postings, reverses: entry },
    ]);
    await writer.update('loan_repayment', { entry_id: entry }, { reversed_by });
  });
}

/** A benefit in kind. */
export function inKind(office: Office, no: string, given: Given<'benefit_in_kind'> = {}) {
  return write(office, async (writer) => {
    const id = await writer.nextId('benefit_in_kind');
    await writer.insert('benefit_in_kind', [
      {
        ...{ id, kind: 'heating', person_id: personOf(no), household_id: null, member_id: null },
        ...{ period: '2026-2027', degree: 'waived', detail: '取暖费全免', on_date: '2026-02-01' },
        ...{ operator: '王强', ...given },
      },
    ]);
  });
}

/** Pairs an official of the group with a household. @returns the pairing's id */
export function pairUp(
  office: Office,
  household_id: number,
  official: string,
  given: Given<'pairing'> = {},
): Promise<number> {
  return write(office, async (writer) => {
    const official_id = await writer.nextId('official');
    const who = { id: official_id, name: official, rank: 'division', unit_id: unitOf('G') };
    await writer.insert('official', [{ ...who, duty: null, phone: null }]);
    const id = await writer.nextId('pairing');
    const plan = { responsibility: null, way: null, measures: '帮助就医', goal: null };
    await writer.insert('pairing', [
      {
        ...{ id, official_id, household_id, ...plan, from_on: '2026-02-01', to_on: null },
        ...{ outcome: null, ...given },
      },
    ]);
    return id;
  });
}

/** Logs a visit. */
export function visit(office: Office, pairing_id: number, on_date: string): Promise<void> {
  return write(office, async (writer) => {
    const id = await writer.nextId('visit');
    const row = { id, pairing_id, on_date, done: '上门慰问', needed: '子女上学有困难' };
    await writer.insert('visit', [{ ...row, operator: '王强' }]);
  });
}

/** A request. @returns its id */
export function request(office: Office, given: Given<'request'>): Promise<number> {
  return write(office, async (writer) => {
    const id = await writer.nextId('request');
    await writer.insert('request', [
      {
        ...{ id, person_id: null, name: '孙桂芳', phone: null, unit_id: unitOf('M1S') },
        ...{ at_unit_id: unitOf('M1'), kind: 'living', matter: '请求解决住房漏水' },
        ...{ taken_on: '2026-09-01', taken_by: '王强', due_on: '2026-09-10', state: 'open' },
        ...given,
      },
    ]);
    return id;
  });
}

/** A step of a request's way. */
export function requestStep(office: Office, given: Given<'request_step'>): Promise<void> {
  return write(office, async (writer) => {
    const id = await writer.nextId('request_step');
    const row = { unit_id: unitOf('M1'), said: '已协调维修', operator: '王强', ...given };
    await writer.insert('request_step', [
      { id, ...row } as Omit<AidTables['request_step'], 'seal'>,
    ]);
  });
}

/** Registers an operator. */
export function operator(office: Office, name: string, unit: keyof typeof unitIds, role: string) {
  return write(office, async (writer) => {
    const id = await writer.nextId('operator');
    const row = { id, name, unit_id: unitOf(unit), role, from_on: '2026-01-01', to_on: null };
    await writer.insert('operator', [row]);
  });
}
