import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { StoredLoan } from './loan.ts';
import { conditions, type LoanFilter, loansById, repaid, writtenOff } from './store.ts';

type Query = Kysely<Tables>;

/** A loan with something overdue, and since when. */
export interface OverdueLoan {
  readonly loan: StoredLoan;
  readonly since: CivilDate;
}

// Of each instalment what lies between what came back and what was written off of the end.
const unpaid = (filter: Omit<LoanFilter, 'state'>, upTo?: CivilDate) => sql`
  standing AS MATERIALIZED (
    SELECT id, fund, repaid, kept FROM (
      SELECT g.id, g.fund, ${repaid(upTo)} AS repaid, granted - ${writtenOff(upTo)} AS kept
      FROM aid_grant AS g WHERE ${conditions(filter)} ${upTo ? sql`AND paid_on <= ${upTo}` : sql``})
    WHERE kept > repaid),
  unpaid AS (
    SELECT id, fund, due_on, min(up_to, kept) - max(up_to - amount, repaid) AS amount FROM (
      SELECT standing.id, fund, repaid, kept, due_on, amount,
        sum(amount) OVER (PARTITION BY grant_id ORDER BY no) AS up_to
      FROM standing CROSS JOIN instalment ON grant_id = standing.id WHERE due_on < ${filter.today})
    WHERE min(up_to, kept) > max(up_to - amount, repaid))`;

/** The loans with something overdue, those overdue longest first. */
export async function overdueLoans(
  query: Query,
  filter: Omit<LoanFilter, 'state'>,
  { after, offset, limit }: Piece<{ readonly loan: number; readonly since: CivilDate }>,
): Promise<readonly OverdueLoan[]> {
  const beyond = after ? sql`WHERE (since, id) > (${after.since}, ${after.loan})` : sql``;
  const { rows } = await sql<{ id: number; since: CivilDate }>`
    WITH ${unpaid(filter)}
    SELECT id, since FROM (SELECT id, min(due_on) AS since FROM unpaid GROUP BY id) ${beyond}
    ORDER BY since, id LIMIT ${limit} OFFSET ${offset}`.execute(query);
  const since = new Map(rows.map((row) => [row.id, row.since]));
  const loans = await loansById(query, [...since.keys()]);
  return loans.map((loan) => ({ loan, since: since.get(loan.id) as CivilDate }));
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
  const { rows } = await sql<DueSum>`
    WITH ${unpaid(filter, upTo)}
    SELECT fund, due_on, count(*) AS instalments, sum(amount) AS amount FROM unpaid
    GROUP BY fund, due_on ORDER BY fund, due_on`.execute(query);
  return rows;
}
