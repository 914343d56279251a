import { sql } from 'kysely';
import type { Database } from '../../io/database.ts';
import type { Policy } from '../../policy/policy.ts';
import { policyById } from '../../policy/store.ts';
import { blockOf, idsIn } from '../block.ts';
import { linesOf, settlePerson } from '../settlement.ts';
import {
  type ContentTable,
  contentTableNames,
  contentTables,
  personsAtOnce,
  type Refused,
  rangesUpTo,
} from './content.ts';
import { type Kept, keptClaims, restore } from './kept.ts';
import { claimFactsByPerson, contentOf, lastPerson } from './store.ts';

type Query = Database['query'];

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
  for (const from of rangesUpTo(await lastPerson(query))) {
    const stored = await readRange(query, batch.id, from);
    for (const person of [...stored.keys()].sort((a, b) => a - b)) {
      const said = stored.get(person) as StoredPerson;
      const computed = computedRows(said, policy, batch.quarter);
      for (const table of contentTableNames) {
        const [there, right] = [said[table], computed[table]].map(canonical) as [string, string];
        if (there === right) continue;
        const employee_no = await employeeNo(query, person);
        return { ...proved, fault: { employee_no, table, stored: there, computed: right } };
      }
      proved.lines += computed.batch_line.length;
      proved.payments += computed.batch_payment.length;
      proved.not_payable += computed.batch_block.filter(([list]) => list === 'refused').length;
    }
  }
  const content = await contentOf(query, batch.id);
  if (content === batch.content) return { ...proved, fault: null };
  const fault = { employee_no: null, table: 'batch', stored: batch.content, computed: content };
  return { ...proved, fault };
}

type Packed = readonly (string | number | null | readonly string[])[];

/** What a batch says of one person: the claims it took or counts no more, and its rows without batch and person. */
type PersonRows = Readonly<Record<ContentTable, readonly Packed[]>>;

interface StoredPerson extends PersonRows {
  readonly facts: ReturnType<typeof restore>;
}

/** Rows in an order of their own, so that only what they say is compared. */
function canonical(rows: readonly Packed[]): string {
  return JSON.stringify(rows.map((row) => JSON.stringify(row)).sort());
}

function computedRows({ facts }: StoredPerson, policy: Policy, quarter: string): PersonRows {
  const settlement = settlePerson(facts, policy, quarter);
  return {
    batch_block: [
      ...settlement.taken.map((id): Packed => ['taken', id]),
      ...settlement.returned.map(({ claim }): Packed => ['returned', claim]),
      ...settlement.notPayable.map(({ claim, reasons }): Packed => ['refused', claim, reasons]),
    ],
    batch_line: linesOf(settlement).map((a) => [
      ...[a.benefit, a.period, a.fund, a.base_before, a.base, a.rate, a.target],
      ...[a.settled_before, a.due],
    ]),
    batch_payment: settlement.payments.map((p) => [p.fund, p.due, p.offset, p.payable]),
  };
}

/** Everything a batch says of the persons in a range, by person; also of those it keeps nothing of. */
async function readRange(query: Query, batch: number, from: number) {
  const blocks = await query
    .selectFrom('batch_block')
    .select(['taken', 'returned', 'refused', 'kept'])
    .where('batch_id', '=', batch)
    .where('block', '>=', blockOf(from))
    .where('block', '<', blockOf(from + personsAtOnce))
    .execute();
  const taken = new Set(blocks.flatMap((block) => idsIn(block.taken)));
  const returned = new Set(blocks.flatMap((block) => idsIn(block.returned)));
  const refused = new Map(blocks.flatMap((block) => JSON.parse(block.refused) as Refused[]));
  const kept = new Map(
    blocks.flatMap((block) => (JSON.parse(block.kept) as Kept[]).map((one) => [one[0], one])),
  );
  const lines = await packedByPerson(query, 'batch_line', batch, from);
  const payments = await packedByPerson(query, 'batch_payment', batch, from);
  const others = [...kept.values()].flatMap(keptClaims);
  const ids = new Set([...taken, ...refused.keys(), ...others]);
  const claims = await claimFactsByPerson(query, [...ids]);
  const persons = [kept, lines, payments, claims].flatMap((one) => [...one.keys()]);
  return new Map(
    [...new Set(persons)].map((person): [number, StoredPerson] => {
      const own = claims.get(person) ?? [];
      return [
        person,
        {
          facts: restore(kept.get(person) ?? [person, []], own),
          batch_block: own.flatMap(({ id }): Packed[] => [
            ...(taken.has(id) ? [['taken', id] as const] : []),
            ...(returned.has(id) ? [['returned', id] as const] : []),
            ...(refused.has(id) ? [['refused', id, refused.get(id) ?? []] as const] : []),
          ]),
          batch_line: lines.get(person) ?? [],
          batch_payment: payments.get(person) ?? [],
        },
      ];
    }),
  );
}

async function packedByPerson(
  query: Query,
  table: 'batch_line' | 'batch_payment',
  batch: number,
  from: number,
): Promise<Map<number, readonly Packed[]>> {
  // Without batch and person, which every row of the answer shares.
  const columns = contentTables[table].slice(2).map((column) => sql.ref(column));
  const { rows } = await sql<{ person_id: number; packed: string }>`
    SELECT person_id, json_group_array(json_array(${sql.join(columns)})) AS packed FROM ${sql.table(table)}
    WHERE batch_id = ${batch} AND person_id BETWEEN ${from} AND ${from + personsAtOnce - 1}
    GROUP BY person_id`.execute(query);
  return new Map(rows.map(({ person_id, packed }) => [person_id, JSON.parse(packed)]));
}

async function employeeNo(query: Query, person: number): Promise<string | null> {
  const row = await query
    .selectFrom('person')
    .select('employee_no')
    .where('id', '=', person)
    .executeTakeFirst();
  return row?.employee_no ?? null;
}
