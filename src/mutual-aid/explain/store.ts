import type { Kysely } from 'kysely';
import type { Quarter } from '../../core/quarter.ts';
import type { Tables } from '../../io/tables.ts';
import { settledStatuses } from '../batch/batch.ts';
import type { Kept } from '../batch/kept.ts';
import { blockOf, idsIn } from '../block.ts';

/** A line that a batch wrote on an account; amounts in fen. */
export interface LineOfAccount {
  readonly batch: string;
  readonly status: string;
  readonly benefit: string;
  readonly period: string;
  readonly base_before: number;
  readonly base: number;
  readonly target: number;
  readonly settled_before: number;
  readonly due: number;
}

/** All lines of a person in batches that are not void, oldest first. */
export async function linesOfPerson(
  query: Kysely<Tables>,
  personId: number,
): Promise<readonly LineOfAccount[]> {
  return query
    .selectFrom('batch')
    .innerJoin('batch_line', 'batch_line.batch_id', 'batch.id')
    .select(['batch.name as batch', 'status', 'benefit', 'period', 'base_before', 'base', 'target'])
    .select(['settled_before', 'due'])
    .where('person_id', '=', personId)
    .where('status', '!=', 'void')
    .orderBy('batch.quarter')
    .orderBy('batch.number')
    .execute();
}

/** What approved batches kept of a person. @param before only those that come before this one */
export async function keptOfPerson(
  query: Kysely<Tables>,
  personId: number,
  before?: { readonly quarter: Quarter; readonly number: number },
): Promise<readonly Kept[]> {
  let held = query
    .selectFrom('batch')
    .innerJoin('batch_block', 'batch_block.batch_id', 'batch.id')
    .select('kept')
    .where('block', '=', blockOf(personId))
    .where('status', 'in', settledStatuses);
  if (before) {
    const { quarter, number } = before;
    held = held.where((e) => e(e.refTuple('quarter', 'number'), '<', e.tuple(quarter, number)));
  }
  const kept = (await held.execute()).flatMap((row) => JSON.parse(row.kept) as Kept[]);
  return kept.filter(([person]) => person === personId);
}

/** What the last approved batch that looked at a person kept of him, and the claims that it took of his block. */
export async function lastKept(query: Kysely<Tables>, personId: number) {
  const rows = await query
    .selectFrom('batch')
    .innerJoin('batch_block', 'batch_block.batch_id', 'batch.id')
    .select(['batch.name as batch', 'quarter', 'policy_id', 'taken', 'kept'])
    .where('block', '=', blockOf(personId))
    .where('status', 'in', settledStatuses)
    .orderBy('quarter', 'desc')
    .orderBy('number', 'desc')
    .execute();
  for (const { taken, kept, ...batch } of rows) {
    const own = (JSON.parse(kept) as Kept[]).find(([person]) => person === personId);
    if (own) return { ...batch, taken: idsIn(taken), kept: own };
  }
  return undefined;
}
