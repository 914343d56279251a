import { sql } from 'kysely';
import type { Database } from '../../io/database.ts';
import { policyById } from '../../policy/store.ts';
import { type Account, linesOf, settlePerson } from '../settlement.ts';
import { keptClaims, nothingKept, restore } from './kept.ts';
import { claimFactsById, contentOf, lastPerson, personsAtOnce } from './store.ts';

/** What a verification found. */
export interface Verified {
  /** How many lines, payments and claims not payable were proved. */
  readonly lines: number;
  readonly payments: number;
  readonly not_payable: number;
  /** The first thing that does not hold. */
  readonly fault: VerificationFault | null;
}

/** The first thing of a batch that does not hold: what stands in the file, and what it should be. */
export interface VerificationFault {
  readonly employee_no: string | null;
  readonly table: string;
  readonly stored: string;
  readonly computed: string;
}

interface Batch {
  readonly id: number;
  readonly quarter: string;
  readonly policy_id: number;
  readonly content: string;
}

/** Works a batch out again from what it kept and compares every row (SPEC 8, batch verify). */
export async function verifyBatch({ query }: Database, batch: Batch): Promise<Verified> {
  const { policy } = await policyById(query, batch.policy_id);
  const proved = { lines: 0, payments: 0, not_payable: 0 };
  const last = await lastPerson(query);
  for (let from = 1; from <= last; from += personsAtOnce) {
    const rows = await readRows(query, batch.id, from, from + personsAtOnce - 1);
    const ids = rows.flatMap(({ kept }) => (kept === null ? [] : keptClaims(kept)));
    const claims = await claimFactsById(query, ids);
    for (const row of rows) {
      const facts = restore(row.kept ?? nothingKept, claims);
      const settlement = settlePerson(facts, policy, batch.quarter);
      const pairs = [
        ['batch_person', row.taken, JSON.stringify(settlement.taken)],
        ['batch_line', row.lines, canonical(linesOf(settlement).map(packedLine))],
        ['batch_payment', row.payments, canonical(settlement.payments.map(packedPayment))],
        [
          'batch_not_payable',
          row.not_payable,
          canonical(settlement.notPayable.map(packedNotPayable)),
        ],
      ] as const;
      for (const [table, inFile, computed] of pairs) {
        const stored =
          table === 'batch_person' ? (inFile ?? '[]') : canonical(JSON.parse(inFile ?? '[]'));
        if (stored !== computed) {
          return { ...proved, fault: { employee_no: row.employee_no, table, stored, computed } };
        }
      }
      proved.lines += linesOf(settlement).length;
      proved.payments += settlement.payments.length;
      proved.not_payable += settlement.notPayable.length;
    }
  }
  const content = await contentOf(query, batch.id);
  if (content === batch.content) return { ...proved, fault: null };
  const fault = { employee_no: null, table: 'batch', stored: batch.content, computed: content };
  return { ...proved, fault };
}

type Packed = readonly (string | number | null | readonly string[])[];

/** Rows in an order of their own, so that only what they say is compared. */
function canonical(rows: readonly Packed[]): string {
  return JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());
}

const packedLine = (a: Account): Packed => [
  ...[a.benefit, a.period, a.fund, a.base_before, a.base, a.rate, a.target],
  ...[a.settled_before, a.due],
];
const packedPayment = (p: {
  fund: string;
  due: number;
  offset: number;
  payable: number;
}): Packed => [...[p.fund, p.due, p.offset, p.payable]];
const packedNotPayable = (n: { claim: number; reasons: readonly string[] }): Packed => [
  n.claim,
  n.reasons,
];

/** Everything a batch says of the persons in a range, a row a person; also of those it keeps nothing of. */
async function readRows(query: Database['query'], batch: number, from: number, to: number) {
  const range = sql`batch_id = ${batch} AND person_id BETWEEN ${from} AND ${to}`;
  const { rows } = await sql<{
    employee_no: string;
    taken: string | null;
    kept: string | null;
    lines: string | null;
    payments: string | null;
    not_payable: string | null;
  }>`
    WITH named AS (
      SELECT person_id FROM batch_person WHERE ${range}
      UNION SELECT person_id FROM batch_line WHERE ${range}
      UNION SELECT person_id FROM batch_payment WHERE ${range}
      UNION SELECT person_id FROM batch_not_payable WHERE ${range}
    )
    SELECT person.employee_no, kept.taken, kept.kept,
      (SELECT json_group_array(json_array(benefit, period, fund, base_before, base, rate, target, settled_before, due))
        FROM batch_line l WHERE l.batch_id = ${batch} AND l.person_id = named.person_id) AS lines,
      (SELECT json_group_array(json_array(fund, due, "offset", payable))
        FROM batch_payment p WHERE p.batch_id = ${batch} AND p.person_id = named.person_id) AS payments,
      (SELECT json_group_array(json_array(claim_id, json(reasons)))
        FROM batch_not_payable n WHERE n.batch_id = ${batch} AND n.person_id = named.person_id) AS not_payable
    FROM named LEFT JOIN person ON person.id = named.person_id
    LEFT JOIN batch_person kept ON kept.batch_id = ${batch} AND kept.person_id = named.person_id
    ORDER BY named.person_id`.execute(query);
  return rows;
}
