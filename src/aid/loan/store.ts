import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Fen } from '../../core/money.ts';
import { parseNumber } from '../../core/text.ts';
import type { Tables } from '../../io/tables.ts';
import { idsOfPeopleLike } from '../../people/store.ts';
import { entryIdsOf } from '../grant/store.ts';
import type { LoanHead, StoredLoan, StoredRepayment, StoredWriteOff } from './loan.ts';
import type { MovedSum } from './revolving.ts';
import type { Instalment } from './schedule.ts';
import type { LoanState } from './standing.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** What a list of loans can be narrowed by. */
export interface LoanFilter {
  /** Those that lend. */
  readonly funds: readonly string[];
  readonly units?: readonly number[] | undefined;
  readonly state?: LoanState | undefined;
  /** A person's id. */
  readonly person?: number | undefined;
  /** The day that what is overdue is seen from. */
  readonly today: CivilDate;
  /** With something left to repay. */
  readonly left?: boolean | undefined;
  /** Whose write-off is asked for and not decided. */
  readonly writeOffAsked?: boolean | undefined;
  /** With repayments that were not reversed. */
  readonly repaid?: boolean | undefined;
  /** The borrower's number begins with this text, or their name holds it. */
  readonly text?: string | undefined;
}

const pending = sql`EXISTS (SELECT 1 FROM write_off
  WHERE grant_id = g.id AND approved_on IS NULL AND refused_on IS NULL)`;

/** What of the loan `g` was written off: until now, or the end of a day. */
export const writtenOff = (upTo?: CivilDate) => sql`
  (SELECT coalesce(sum(amount), 0) FROM write_off
   WHERE grant_id = g.id AND entry_id IS NOT NULL ${upTo ? sql`AND approved_on <= ${upTo}` : sql``})`;

/** What came back of the loan `g`: as it is, or as it was at the end of a day. */
export const repaid = (upTo?: CivilDate) => {
  const counting = upTo
    ? sql`on_date <= ${upTo} AND (reversed_by IS NULL
        OR (SELECT on_date FROM entry WHERE id = reversed_by) > ${upTo})`
    : sql`reversed_by IS NULL`;
  return sql`
  (SELECT coalesce(sum(amount), 0) FROM loan_repayment WHERE grant_id = g.id AND ${counting})`;
};

const dueBefore = (day: CivilDate) => sql`
  (SELECT coalesce(sum(amount), 0) FROM instalment WHERE grant_id = g.id AND due_on < ${day})`;

function inState(state: LoanState, today: CivilDate) {
  switch (state) {
    case 'running':
      return sql`granted > ${repaid()} + ${writtenOff()} AND ${dueBefore(today)} <= ${repaid()}`;
    case 'overdue':
      return sql`granted > ${repaid()} + ${writtenOff()} AND ${dueBefore(today)} > ${repaid()}`;
    case 'repaid':
      return sql`granted = ${repaid()} AND ${writtenOff()} = 0`;
    case 'written-off':
      return sql`granted = ${repaid()} + ${writtenOff()} AND ${writtenOff()} > 0`;
  }
}

/** What of the loans `g` a filter leaves. */
export function conditions(filter: LoanFilter) {
  const { funds, units, state, person, today, left, writeOffAsked, text } = filter;
  const parts = [sql`g.fund IN (${sql.join(funds)}) AND g.state = 'paid'`];
  if (units) {
    parts.push(
      sql`(SELECT unit_id FROM person WHERE person.id = g.person_id) IN (${sql.join(units)})`,
    );
  }
  if (person !== undefined) parts.push(sql`g.person_id = ${person}`);
  if (state) parts.push(inState(state, today));
  if (left) parts.push(sql`granted > ${repaid()} + ${writtenOff()}`);
  if (writeOffAsked) parts.push(pending);
  if (filter.repaid) parts.push(sql`${repaid()} > 0`);
  if (text) parts.push(sql`g.person_id IN ${idsOfPeopleLike(text)}`);
  return sql.join(parts, sql` AND `);
}

/** The codes of the funds, beside some, that loans were granted from. Looks at one loan of each. */
export async function otherFundsOfLoans(
  query: Query,
  codes: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ fund: string }>`
    WITH RECURSIVE granting(fund) AS (
      SELECT min(fund) FROM aid_grant
      UNION ALL SELECT (SELECT min(fund) FROM aid_grant WHERE fund > granting.fund) FROM granting
        WHERE fund IS NOT NULL)
    SELECT fund FROM granting WHERE fund NOT IN (SELECT value FROM json_each(${JSON.stringify(codes)}))
      AND (SELECT instalments FROM aid_grant WHERE aid_grant.fund = granting.fund LIMIT 1) IS NOT NULL`.execute(
    query,
  );
  return rows.map(({ fund }) => fund);
}

/** How many loans a filter leaves. */
export async function countLoans(query: Query, filter: LoanFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM aid_grant AS g WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** The loan of a number: `7` or `#7`. @throws rejected where there is none, or none that was paid out */
export async function findLoan(
  query: Query,
  funds: readonly string[],
  text: string,
): Promise<StoredLoan> {
  const id = parseNumber(text) ?? 0;
  const grant = await query
    .selectFrom('aid_grant')
    .select(['fund', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!grant || !funds.includes(grant.fund)) {
    throw new Failure('rejected', say(words.unknown, { text }));
  }
  if (grant.state !== 'paid') throw new Failure('refused', say(words.notPaidOut, { id }));
  const [loan] = await loansById(query, [id]);
  return loan as StoredLoan;
}

/** The loans of persons that were paid out, and those of these numbers, oldest first. One query for thousands. */
export async function loansAmong(
  query: Query,
  funds: readonly string[],
  { persons, ids }: { readonly persons: Iterable<number>; readonly ids: Iterable<number> },
): Promise<readonly StoredLoan[]> {
  if (funds.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM aid_grant WHERE fund IN (${sql.join(funds)}) AND state = 'paid' AND (
      person_id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(persons)])}))
      OR id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(ids)])})))
    ORDER BY id`.execute(query);
  return loansById(
    query,
    rows.map(({ id }) => id),
  );
}

type Of<T> = T & { readonly grant_id: number };

/** What of the loan `g`, its person and their unit makes its head. */
export const headColumns = sql`
  g.id, g.fund, g.person_id, employee_no, person.name, person.unit_id, unit.code AS unit,
  unit.name AS unit_name, g.granted AS principal, purpose, paid_on`;

/** Loans with all that became of them, in the order of their numbers given. */
async function loansById(query: Query, ids: readonly number[]): Promise<readonly StoredLoan[]> {
  if (ids.length === 0) return [];
  const chosen = sql`json_each(${JSON.stringify(ids)})`;
  const heads = await sql<LoanHead>`
    SELECT ${headColumns} FROM ${chosen} AS chosen CROSS JOIN aid_grant AS g ON g.id = chosen.value
    JOIN person ON person.id = g.person_id JOIN unit ON unit.id = person.unit_id
    ORDER BY chosen.key`.execute(query);
  const instalments = await sql<Of<Instalment>>`
    SELECT grant_id, no, due_on, amount FROM ${chosen} CROSS JOIN instalment ON grant_id = value
    ORDER BY grant_id, no`.execute(query);
  const repayments = await sql<Of<StoredRepayment>>`
    SELECT grant_id, loan_repayment.id, on_date AS "on", amount, memo, entry_id, reversed_by
    FROM ${chosen} AS chosen CROSS JOIN loan_repayment ON grant_id = chosen.value
    ORDER BY loan_repayment.id`.execute(query);
  const writeOffs = await sql<Of<StoredWriteOff>>`
    SELECT grant_id, write_off.id, amount, reason, asked_on, asked_by, approved_on, approved_by,
      refused_on, refused_by, refusal, entry_id
    FROM ${chosen} AS chosen CROSS JOIN write_off ON grant_id = chosen.value
    ORDER BY write_off.id`.execute(query);
  const parts = [
    byGrant(instalments.rows),
    byGrant(repayments.rows),
    byGrant(writeOffs.rows),
  ] as const;
  return heads.rows.map((head) => {
    const [instalments = [], repayments = [], write_offs = []] = [
      parts[0].get(head.id),
      parts[1].get(head.id),
      parts[2].get(head.id),
    ];
    return { ...head, instalments, repayments, write_offs };
  });
}

function byGrant<T>(rows: readonly Of<T>[]): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  for (const { grant_id, ...row } of rows) {
    const known = found.get(grant_id);
    if (known) known.push(row as T);
    else found.set(grant_id, [row as T]);
  }
  return found;
}

/** The number of the latest repayment of all; 0 where there is none. */
export async function latestRepayment(query: Query): Promise<number> {
  const row = await query
    .selectFrom('loan_repayment')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** Writes a repayment that is booked. @returns its number */
export async function insertRepayment(
  writer: Writer,
  loan: number,
  { on, amount, memo, entry_id }: Omit<StoredRepayment, 'id' | 'reversed_by'>,
): Promise<number> {
  const id = await writer.nextId('loan_repayment');
  await writer.insert('loan_repayment', [
    { id, grant_id: loan, on_date: on, amount, entry_id, memo, reversed_by: null },
  ]);
  return id;
}

/** Writes that a write-off is asked for. @param amount in fen */
export async function insertWriteOff(
  writer: Writer,
  loan: number,
  asked: Pick<StoredWriteOff, 'amount' | 'reason' | 'asked_on' | 'asked_by'>,
): Promise<void> {
  const id = await writer.nextId('write_off');
  await writer.insert('write_off', [
    {
      ...{ id, grant_id: loan, ...asked, approved_on: null, approved_by: null, refused_on: null },
      ...{ refused_by: null, refusal: null, entry_id: null },
    },
  ]);
}

/** What moved in a fund's books from a day to another, by account and cause. */
export async function movedSums(
  query: Query,
  fund: string,
  from: CivilDate,
  to: CivilDate,
): Promise<readonly MovedSum[]> {
  const { rows } = await sql<MovedSum>`
    SELECT account, cause, sum(amount) AS amount FROM entry JOIN posting ON entry_id = entry.id
    WHERE entry.fund = ${fund} AND on_date BETWEEN ${from} AND ${to}
    GROUP BY account, cause`.execute(query);
  return rows;
}

/** An entry of a loan in the books; the amount in fen is that of its largest side. */
export interface LoanEntry {
  readonly id: number;
  readonly on: CivilDate;
  readonly cause: string;
  readonly memo: string;
  readonly reverses: number | null;
  readonly amount: Fen;
}

/** The entries that a loan has caused, in the order of the books. */
export async function entriesOfLoan(
  query: Query,
  { id }: Pick<StoredLoan, 'id'>,
): Promise<readonly LoanEntry[]> {
  const { rows } = await sql<LoanEntry>`
    SELECT id, on_date AS "on", cause, memo, reverses,
      (SELECT max(amount) FROM posting WHERE entry_id = entry.id) AS amount
    FROM entry WHERE id IN ${entryIdsOf(id)}
    ORDER BY on_date, id`.execute(query);
  return rows;
}
