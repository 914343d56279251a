import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { ListedLoan } from './loan.ts';
import { conditions, headColumns, type LoanFilter, repaid, writtenOff } from './store.ts';

type Query = Kysely<Tables>;

/**
 * What is still to come of each instalment of some loans, the same as {@link standingOf} works out: what lies between
 * what came back and what was written off of the end. @param upTo the day at whose end it is seen, if not now
 */
const unpaid = (loans: RawBuilder<unknown>, upTo?: CivilDate) => sql`
  standing AS MATERIALIZED (
    SELECT g.id, g.fund, granted, ${repaid(upTo)} AS repaid, ${writtenOff(upTo)} AS written_off
    FROM aid_grant AS g WHERE ${loans}),
  unpaid AS MATERIALIZED (
    SELECT id, fund, due_on, min(up_to, kept) - max(up_to - amount, repaid) AS amount FROM (
      SELECT standing.id, fund, repaid, granted - written_off AS kept, due_on, amount,
        sum(amount) OVER (PARTITION BY grant_id ORDER BY no) AS up_to
      FROM standing CROSS JOIN instalment ON grant_id = standing.id
      WHERE granted > repaid + written_off)
    WHERE min(up_to, kept) > max(up_to - amount, repaid))`;

// Where min() is asked for, SQLite takes the other columns of the row that has it.
const listed = (loans: RawBuilder<unknown>, today: CivilDate) => sql`
  WITH ${unpaid(loans)},
  late AS (
    SELECT id, sum(amount) AS overdue, min(due_on) AS since FROM unpaid
    WHERE due_on < ${today} GROUP BY id),
  coming AS (
    SELECT id, min(due_on) AS next_due_on, amount AS next_amount FROM unpaid
    WHERE due_on >= ${today} GROUP BY id)
  SELECT ${headColumns}, repaid, written_off, next_due_on, next_amount, coalesce(overdue, 0) AS overdue, since
  FROM standing JOIN aid_grant AS g ON g.id = standing.id
  JOIN person ON person.id = g.person_id JOIN unit ON unit.id = person.unit_id
  LEFT JOIN late ON late.id = g.id LEFT JOIN coming ON coming.id = g.id`;

/** Loans, the latest first. */
export async function listLoans(
  query: Query,
  filter: LoanFilter,
  { after, offset, limit }: Piece<{ readonly loan: number }>,
): Promise<readonly ListedLoan[]> {
  const before = after ? sql`AND g.id < ${after.loan}` : sql``;
  const chosen = sql`g.id IN (
    SELECT g.id FROM aid_grant AS g WHERE ${conditions(filter)} ${before}
    ORDER BY g.id DESC LIMIT ${limit} OFFSET ${offset})`;
  const { rows } = await sql<ListedLoan>`
    ${listed(chosen, filter.today)} ORDER BY g.id DESC`.execute(query);
  return rows;
}

/** The loans with something overdue, those overdue longest first. */
export async function overdueLoans(
  query: Query,
  filter: Omit<LoanFilter, 'state'>,
  { after, offset, limit }: Piece<{ readonly loan: number; readonly since: CivilDate | null }>,
): Promise<readonly ListedLoan[]> {
  const beyond = after ? sql`AND (since, g.id) > (${after.since}, ${after.loan})` : sql``;
  const { rows } = await sql<ListedLoan>`
    ${listed(conditions(filter), filter.today)} WHERE since IS NOT NULL ${beyond}
    ORDER BY since, g.id LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}

/** What is overdue of a fund's instalments, by the day on which it fell due. */
export interface DueSum {
  readonly fund: string;
  readonly due_on: CivilDate;
  readonly instalments: number;
  readonly amount: Fen;
}

/** What is overdue, by fund and due day, in fen. @param upTo the day at whose end it is seen, where that is not now */
export async function overdueByDay(
  query: Query,
  filter: Omit<LoanFilter, 'state'>,
  upTo?: CivilDate,
): Promise<readonly DueSum[]> {
  const loans = sql`${conditions(filter)} ${upTo ? sql`AND paid_on <= ${upTo}` : sql``}`;
  const { rows } = await sql<DueSum>`
    WITH ${unpaid(loans, upTo)}
    SELECT fund, due_on, count(*) AS instalments, sum(amount) AS amount FROM unpaid
    WHERE due_on < ${filter.today} GROUP BY fund, due_on ORDER BY fund, due_on`.execute(query);
  return rows;
}
