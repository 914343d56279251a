import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Fen } from '../../core/money.ts';
import { parseNumber } from '../../core/text.ts';
import type { Tables } from '../../io/tables.ts';
import type { AidGrantTable } from '../../io/tables-of-aid.ts';
import type { Step } from './grant.ts';
import type { Living } from './life.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** An application as it is stored, with the names of what it refers to. Amounts in fen. */
export interface StoredGrant extends Omit<AidGrantTable, 'seal'> {
  /** The applicant's. */
  readonly employee_no: string;
  readonly name: string;
  readonly category: string;
  readonly bank_account: string | null;
  /** The code and the name of the applicant's unit. */
  readonly unit: string;
  readonly unit_name: string;
  /** The code and the name of the unit where it stands. */
  readonly at: string;
  readonly at_name: string;
  /** The name of the student whom it is for. */
  readonly beneficiary: string | null;
  /** The day of the last step, while something is to be done. */
  readonly waiting_since: CivilDate | null;
}

/** The columns of a {@link StoredGrant}, over {@link grantTables}. */
export const grantColumns = sql`
  g.id, g.fund, g.person_id, g.household_id, g.member_id, g.unit_id, g.at_unit_id, g.amount, g.granted,
  g.purpose, g.evidence, g.payee, g.urgent, g.from_period, g.to_period, g.receipt_no, g.provider, g.cost_on,
  g.cost_amount, g.instalments, g.first_due_on, g.state, g.applied_on, g.applied_by, g.approved_on,
  g.approved_by, g.paid_on, person.employee_no, person.name, person.category, person.bank_account,
  unit.code AS unit, unit.name AS unit_name, at.code AS at, at.name AS at_name, member.name AS beneficiary,
  CASE WHEN g.state IN ('applied', 'returned', 'approved')
    THEN (SELECT max(on_date) FROM grant_step WHERE grant_id = g.id) END AS waiting_since`;

/** What a {@link StoredGrant} is read from. */
export const grantTables = sql`aid_grant g JOIN person ON person.id = g.person_id
  JOIN unit ON unit.id = person.unit_id JOIN unit at ON at.id = g.at_unit_id
  LEFT JOIN household_member member ON member.id = g.member_id`;

/** Applications by their numbers, those that there are, in the order of the numbers. */
export async function grantsOfIds(
  query: Query,
  ids: readonly number[],
): Promise<readonly StoredGrant[]> {
  const { rows } = await sql<StoredGrant>`
    SELECT ${grantColumns} FROM ${grantTables}
    WHERE g.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY g.id`.execute(
    query,
  );
  return rows;
}

/** The application of a number: `7` or `#7`. @throws rejected where there is none */
export async function findGrant(query: Query, text: string): Promise<StoredGrant> {
  const [grant] = await grantsOfIds(query, [parseNumber(text) ?? 0]);
  if (!grant) throw new Failure('rejected', say(words.unknown, { text }));
  return grant;
}

/** The numbers of the approved applications to a fund that wait to be paid. @param units those where they stand */
export async function approvedOf(
  query: Query,
  fund: string,
  units: readonly number[] | undefined,
): Promise<readonly number[]> {
  const at = units ? sql`AND at_unit_id IN (${sql.join(units)})` : sql``;
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM aid_grant WHERE fund = ${fund} AND state = 'approved' ${at} ORDER BY id`.execute(
    query,
  );
  return rows.map(({ id }) => id);
}

/** A step of an application's way, as it is stored. */
export interface StoredStep {
  readonly step: Step;
  readonly unit_id: number;
  readonly unit: string;
  readonly unit_name: string;
  readonly opinion: string;
  readonly amount: Fen | null;
  readonly on: CivilDate;
  readonly operator: string;
}

/** The steps of an application, in their order. */
export async function stepsOf(query: Query, grant: number): Promise<readonly StoredStep[]> {
  const { rows } = await sql<StoredStep>`
    SELECT step, unit_id, unit.code AS unit, unit.name AS unit_name, opinion, amount, on_date AS "on", operator
    FROM grant_step JOIN unit ON unit.id = unit_id WHERE grant_id = ${grant} ORDER BY grant_step.id`.execute(
    query,
  );
  return rows;
}

/** An application with its steps. */
export async function livingOf(query: Query, grant: StoredGrant): Promise<StoredGrant & Living> {
  return { ...grant, steps: await stepsOf(query, grant.id) };
}

/** What a new application is written with. */
export type NewGrant = Omit<AidGrantTable, 'seal'>;

/** A step to be written. */
export interface NewStep {
  readonly grant: number;
  readonly step: Step;
  readonly unit: number;
  readonly opinion: string;
  readonly amount: Fen | null;
  readonly on: CivilDate;
  readonly operator: string;
}

/** Writes steps, in their order. */
export async function insertSteps(writer: Writer, steps: readonly NewStep[]): Promise<void> {
  const rows = [];
  for (const { grant, step, unit, opinion, amount, on, operator } of steps) {
    const id = await writer.nextId('grant_step');
    const said = { opinion, amount, on_date: on, operator };
    rows.push({ id, grant_id: grant, step, unit_id: unit, ...said });
  }
  await writer.insert('grant_step', rows);
}

/** An entry in the books that an application has caused; amounts in fen, debits above zero. */
export interface BookedEntry {
  readonly id: number;
  readonly on: CivilDate;
  readonly cause: string;
  readonly account: string;
  readonly amount: Fen;
}

/** The ids of the entries that an application or loan has caused in the books, and of those that reverse them. */
export const entryIdsOf = (grant: number) => sql`(
  WITH own(id) AS MATERIALIZED (
    SELECT id FROM entry WHERE key = ${String(grant)}
      AND cause IN ('grant-approved', 'grant-paid', 'grant-withdrawn', 'loan-repayment', 'write-off'))
  SELECT id FROM own UNION ALL SELECT entry.id FROM own JOIN entry ON reverses = own.id)`;

/** What an application has caused in the books, a side a row, in their order. */
export async function entriesOf(query: Query, grant: number): Promise<readonly BookedEntry[]> {
  const { rows } = await sql<BookedEntry>`
    SELECT entry.id, on_date AS "on", cause, account, amount FROM entry JOIN posting ON entry_id = entry.id
    WHERE entry.id IN ${entryIdsOf(grant)} ORDER BY entry.id, no`.execute(query);
  return rows;
}

/** Writes the instalments of a loan that is paid out. */
export async function insertInstalments(
  writer: Writer,
  grant: number,
  instalments: readonly {
    readonly no: number;
    readonly due_on: CivilDate;
    readonly amount: Fen;
  }[],
): Promise<void> {
  await writer.insert(
    'instalment',
    instalments.map((one) => ({ grant_id: grant, ...one })),
  );
}
