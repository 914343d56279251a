import type { Kysely } from 'kysely';
import type { Tables } from '../../io/tables.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PersonFacts } from '../facts.ts';
import { type PersonSettlement, settlePerson } from '../settlement.ts';
import { readFacts, type Scope } from '../store.ts';
import { addToTotals, leavesTrace, noTotals, type Totals } from './batch.ts';
import { type ContentTexts, digestOf, personsAtOnce, rowsOf, textsOf } from './content.ts';

/** What a settlement is to do, the same for every range of persons; plain data that another thread can get. */
export interface SettlementTask {
  readonly batchId: number;
  readonly policy: Policy;
  readonly scope: Scope;
}

/** A range of persons, settled: the rows to write, what they add up to, and the hash that vouches for them. */
export interface SettledRange {
  readonly rows: ContentTexts;
  readonly totals: Totals;
  /** Null where nobody left a trace. */
  readonly digest: string | null;
}

/** Reads and settles the persons whose ids begin at `from`, {@link personsAtOnce} of them; writes nothing. */
export async function settleRange(
  query: Kysely<Tables>,
  { batchId, policy, scope }: SettlementTask,
  from: number,
): Promise<SettledRange> {
  const totals = noTotals(policy);
  const persons: (readonly [number, PersonFacts, PersonSettlement])[] = [];
  for (const [id, facts] of await readFacts(query, scope, from, from + personsAtOnce - 1)) {
    const settlement = settlePerson(facts, policy, scope.quarter);
    if (!leavesTrace(settlement)) continue;
    addToTotals(totals, settlement);
    persons.push([id, facts, settlement]);
  }
  const rows = textsOf(rowsOf(batchId, persons));
  return { rows, totals, digest: persons.length === 0 ? null : digestOf(rows) };
}
