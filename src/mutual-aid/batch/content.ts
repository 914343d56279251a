import { hash } from 'node:crypto';
import type { Tables } from '../../io/tables.ts';
import { blockOf, blockSize, idList } from '../block.ts';
import type { PersonFacts } from '../facts.ts';
import type { Reason } from '../payability.ts';
import { linesOf, type PersonSettlement } from '../settlement.ts';
import { type Kept, keep } from './kept.ts';

/** The tables that hold a batch's rows, their columns, and the key that orders them. */
export const contentTables = {
  batch_block: ['batch_id', 'block', 'taken', 'returned', 'refused', 'kept'],
  batch_line: [
    ...['batch_id', 'person_id', 'benefit', 'period', 'fund', 'base_before', 'base', 'rate'],
    ...['target', 'settled_before', 'due'],
  ],
  batch_payment: ['batch_id', 'person_id', 'fund', 'due', 'offset', 'payable'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

/** A table that holds rows of batches. */
export type ContentTable = keyof typeof contentTables;

/** The names of {@link contentTables}, in the order in which they are hashed. */
export const contentTableNames = Object.keys(contentTables) as readonly ContentTable[];

/** Rows for the tables of a batch: by table, all values one after the other, in the order of its columns. */
export type ContentRows = Readonly<Record<ContentTable, (string | number | null)[]>>;

/** How many persons are read, settled, hashed and written at once: whole blocks. */
export const personsAtOnce = 4 * blockSize;

/** The first person ids of the ranges that hold all persons. */
export function rangesUpTo(lastPerson: number): readonly number[] {
  const ranges: number[] = [];
  for (let from = 0; from <= lastPerson; from += personsAtOnce) ranges.push(from);
  return ranges;
}

/** A claim that is not payable, and the reasons, as a block keeps them. */
export type Refused = readonly [claim: number, reasons: readonly Reason[]];

interface Block {
  readonly taken: number[];
  readonly returned: number[];
  readonly refused: Refused[];
  readonly kept: Kept[];
}

/** The rows of settled persons, who are given in the order of their ids. */
export function rowsOf(
  batchId: number,
  persons: Iterable<readonly [number, PersonFacts, PersonSettlement]>,
): ContentRows {
  const rows: ContentRows = { batch_block: [], batch_line: [], batch_payment: [] };
  const blocks = new Map<number, Block>();
  for (const [id, facts, settlement] of persons) {
    const number = blockOf(id);
    let block = blocks.get(number);
    if (!block) {
      block = { taken: [], returned: [], refused: [], kept: [] };
      blocks.set(number, block);
    }
    block.taken.push(...settlement.taken);
    for (const { claim } of settlement.returned) block.returned.push(claim);
    for (const { claim, reasons } of settlement.notPayable) block.refused.push([claim, reasons]);
    block.kept.push(keep(id, facts, settlement));
    addRows(rows, batchId, id, settlement);
  }
  for (const [number, { taken, returned, refused, kept }] of blocks) {
    const lists = [idList(taken), idList(returned), JSON.stringify(refused)];
    rows.batch_block.push(batchId, number, ...lists, JSON.stringify(kept));
  }
  return rows;
}

function addRows(rows: ContentRows, batchId: number, id: number, settlement: PersonSettlement) {
  for (const a of inOrder(linesOf(settlement), byKey)) {
    rows.batch_line.push(batchId, id, a.benefit, a.period, a.fund, a.base_before, a.base);
    rows.batch_line.push(a.rate, a.target, a.settled_before, a.due);
  }
  for (const { fund, due, offset, payable } of inOrder(settlement.payments, byFund)) {
    rows.batch_payment.push(batchId, id, fund, due, offset, payable);
  }
}

type Keyed = { readonly benefit: string; readonly period: string };
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const byKey = (a: Keyed, b: Keyed) => compare(a.benefit, b.benefit) || compare(a.period, b.period);
const byFund = (a: { fund: string }, b: { fund: string }) => compare(a.fund, b.fund);

// Most persons have one of each, and a quarter of a million of them pass through here.
function inOrder<T>(rows: readonly T[], order: (a: T, b: T) => number): readonly T[] {
  return rows.length < 2 ? rows : [...rows].sort(order);
}

/** {@link ContentRows} as JSON: what is hashed, and what passes between threads at the cost of a copy. */
export type ContentTexts = Readonly<Record<ContentTable, string>>;

/** Rows as JSON, table by table. */
export function textsOf(rows: ContentRows): ContentTexts {
  return {
    batch_block: JSON.stringify(rows.batch_block),
    batch_line: JSON.stringify(rows.batch_line),
    batch_payment: JSON.stringify(rows.batch_payment),
  };
}

/** The SHA-256 of the rows of a range of persons. */
export function digestOf(texts: ContentTexts): string {
  return hash('sha256', contentTableNames.map((table) => texts[table]).join('\n'));
}

/** The SHA-256 that names a batch's content, from those of its ranges in their order. */
export function contentHash(digests: readonly string[]): string {
  return hash('sha256', digests.join('\n'));
}
