import { type Kysely, sql } from 'kysely';
import type { Fen } from '../../core/money.ts';
import type { Tables } from '../../io/tables.ts';
import type { Span } from '../span.ts';

/** Money of a fund in a span, by where it came from or went to. */
export interface Flow {
  readonly fund: string;
  readonly way: 'in' | 'out';
  /** The account: `dues:member`, `source:union`, `benefit:subsidy`, `grant`; `loan` for loans lent and come back. */
  readonly what: string;
  /** In fen. */
  readonly amount: Fen;
}

/**
 * What came into each fund in a span, and what of it was spent, from the books: dues, sources and what was there at
 * the beginning; benefits and grants as approved, loans as paid out, repaid and given up. What was reversed counts
 * for nothing, on the day of the reversal.
 */
export async function flowsOf(query: Kysely<Tables>, { from, to }: Span): Promise<readonly Flow[]> {
  const { rows } = await sql<Flow>`
    SELECT fund, way, what, sum(amount) AS amount FROM (
      SELECT posting.fund, CASE
          WHEN account = 'opening' OR account LIKE 'dues:%' OR account LIKE 'source:%' THEN 'in'
          WHEN account = 'loan' AND coalesce(original.cause, entry.cause) = 'loan-repayment' THEN 'in'
          ELSE 'out' END AS way,
        account AS what, posting.amount
      FROM entry CROSS JOIN posting ON entry_id = entry.id
      LEFT JOIN entry AS original ON original.id = entry.reverses
      WHERE entry.on_date BETWEEN ${from} AND ${to} AND account NOT IN ('cash', 'receivable', 'payable', 'loan-approved')
        AND NOT (account = 'loan' AND coalesce(original.cause, entry.cause) = 'write-off'))
    GROUP BY fund, way, what ORDER BY fund, way, what`.execute(query);
  return rows.map((flow) => (flow.way === 'in' ? { ...flow, amount: -flow.amount } : flow));
}
