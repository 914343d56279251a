import { createHash, type Hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { nearest } from '../../core/nearest.ts';
import type { Database } from '../../io/database.ts';
import type { Tables } from '../../io/tables.ts';
import type { PersonFacts } from '../facts.ts';
import { linesOf, type PersonSettlement } from '../settlement.ts';
import type { BatchHead } from './batch.ts';
import { keep, type StoredClaimFacts } from './kept.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;
type Cells = readonly (string | number | null)[];

/** The tables that hold a batch's rows, and the order in which their columns are hashed. */
export const contentTables = {
  batch_person: ['batch_id', 'person_id', 'taken', 'kept'],
  batch_line: [
    ...['batch_id', 'person_id', 'benefit', 'period', 'fund', 'base_before', 'base', 'rate'],
    ...['target', 'settled_before', 'due'],
  ],
  batch_payment: ['batch_id', 'person_id', 'fund', 'due', 'offset', 'payable'],
  batch_not_payable: ['batch_id', 'person_id', 'claim_id', 'reasons'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

type ContentTable = keyof typeof contentTables;

/** A SHA-256 over all rows of a batch, table by table in the order of their keys. */
export class ContentHash {
  private readonly hashes: Readonly<Record<ContentTable, Hash>> = {
    batch_person: createHash('sha256'),
    batch_line: createHash('sha256'),
    batch_payment: createHash('sha256'),
    batch_not_payable: createHash('sha256'),
  };

  add(table: ContentTable, rows: readonly Cells[]): void {
    let text = '';
    for (const row of rows) text += `${JSON.stringify(row)}\n`;
    this.hashes[table].update(text);
  }

  value(): string {
    const whole = createHash('sha256');
    for (const hash of Object.values(this.hashes)) whole.update(hash.copy().digest());
    return whole.digest('hex');
  }
}

/** Writes the rows of settled persons, given in the order of their ids, and adds them to the hash. */
export function writePersons(
  database: Database,
  batchId: number,
  persons: Iterable<readonly [number, PersonFacts, PersonSettlement]>,
  content: ContentHash,
): void {
  const rows: Record<ContentTable, Cells[]> = {
    batch_person: [],
    batch_line: [],
    batch_payment: [],
    batch_not_payable: [],
  };
  for (const [id, facts, settlement] of persons) {
    rows.batch_person.push([
      batchId,
      id,
      JSON.stringify(settlement.taken),
      keep(facts, settlement.returned),
    ]);
    for (const a of [...linesOf(settlement)].sort(byKey)) {
      rows.batch_line.push([
        ...[batchId, id, a.benefit, a.period, a.fund, a.base_before, a.base, a.rate],
        ...[a.target, a.settled_before, a.due],
      ]);
    }
    for (const { fund, due, offset, payable } of [...settlement.payments].sort(byFund)) {
      rows.batch_payment.push([batchId, id, fund, due, offset, payable]);
    }
    for (const { claim, reasons } of [...settlement.notPayable].sort((a, b) => a.claim - b.claim)) {
      rows.batch_not_payable.push([batchId, id, claim, JSON.stringify(reasons)]);
    }
  }
  for (const table of Object.keys(contentTables) as ContentTable[]) {
    database.insertRows(table, contentTables[table] as never, rows[table]);
    content.add(table, rows[table]);
  }
}

type Keyed = { readonly benefit: string; readonly period: string };
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const byKey = (a: Keyed, b: Keyed) => compare(a.benefit, b.benefit) || compare(a.period, b.period);
const byFund = (a: { fund: string }, b: { fund: string }) => compare(a.fund, b.fund);

/** Takes a batch's rows away, to write them anew. */
export async function clearBatch(query: Query, batchId: number): Promise<void> {
  for (const table of Object.keys(contentTables) as ContentTable[]) {
    await query.deleteFrom(table).where('batch_id', '=', batchId).execute();
  }
}

/** The hash of a batch's rows as they stand in the file now. */
export async function contentOf(query: Query, batchId: number): Promise<string> {
  const content = new ContentHash();
  for (const table of Object.keys(contentTables) as ContentTable[]) {
    const columns = contentTables[table];
    let after = 0;
    for (;;) {
      const { rows } = await sql<Record<string, string | number | null>>`
        SELECT ${sql.join(columns.map((column) => sql.ref(column)))} FROM ${sql.table(table)}
        WHERE batch_id = ${batchId} AND person_id > ${after} AND person_id <= ${after + personsAtOnce}
        ORDER BY ${sql.join(columns.slice(0, 4).map((column) => sql.ref(column)))}`.execute(query);
      content.add(
        table,
        rows.map((row) => columns.map((column) => row[column] ?? null)),
      );
      after += personsAtOnce;
      if (after > (await lastPerson(query))) break;
    }
  }
  return content.value();
}

/** How many persons are read, settled and written at once. */
export const personsAtOnce = 2_000;

/** The highest person id there is. */
export async function lastPerson(query: Query): Promise<number> {
  const row = await query
    .selectFrom('person')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** All batches, oldest first. */
export async function batchHeads(query: Query): Promise<readonly BatchHead[]> {
  return (await query
    .selectFrom('batch')
    .select(['id', 'name', 'quarter', 'number', 'status'])
    .orderBy('quarter')
    .orderBy('number')
    .execute()) as BatchHead[];
}

/** A batch as a list shows it; `payable` in fen. */
export interface BatchRow {
  readonly batch: string;
  readonly quarter: string;
  readonly status: string;
  readonly claims: number;
  readonly people: number;
  readonly payable: number;
}

/** The batches as a list shows them, oldest first. */
export async function listBatches(query: Query): Promise<readonly BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    SELECT name AS batch, quarter, status, claims, people,
      (SELECT coalesce(sum(payable), 0) FROM batch_payment WHERE batch_id = batch.id) AS payable
    FROM batch ORDER BY quarter, number`.execute(query);
  return rows;
}

/** The batch of a name. @throws rejected where there is none, naming the nearest */
export async function findBatch(query: Query, name: string) {
  const wanted = name.trim().toUpperCase();
  const batch = await query
    .selectFrom('batch')
    .selectAll()
    .where('name', '=', wanted)
    .executeTakeFirst();
  if (batch) return batch;
  const names = (await batchHeads(query)).map((head) => head.name);
  const near = nearest(wanted, names) ?? names.at(-1);
  throw new Failure(
    'rejected',
    near
      ? say(words.unknownBatch, { text: name, nearest: near })
      : say(words.noBatches, { text: name }),
  );
}

/** Records a step in a batch's life: who and when. */
export async function recordStep(
  writer: Writer,
  batchId: number,
  step: string,
  operator: string,
  at: string,
): Promise<void> {
  const id = await writer.nextId('batch_step');
  await writer.insert('batch_step', [{ id, batch_id: batchId, step, operator, at }]);
}

/** The steps of a batch's life, in order. */
export async function stepsOf(query: Query, batchId: number) {
  return query
    .selectFrom('batch_step')
    .select(['step', 'operator', 'at'])
    .where('batch_id', '=', batchId)
    .orderBy('id')
    .execute();
}

const undermining = [
  ...['claim.hold', 'claim.reject', 'claim.withdraw', 'claim.annul', 'batch.approve', 'policy.use'],
  ...[
    'enrolment.remove',
    'recognition.edit',
    'recognition.end',
    'recognition.remove',
    'hospital.edit',
  ],
];

/** What was changed, since a batch was computed, of the facts it rests on: the first such entry's action and key. */
export async function changedSince(query: Query, batch: string) {
  return query
    .selectFrom('audit')
    .select(['action', 'key'])
    .where('id', '>', (e) =>
      e
        .selectFrom('audit as computed')
        .select((inner) => inner.fn.coalesce(inner.fn.max('computed.id'), sql<number>`0`).as('id'))
        .where('computed.entity', '=', 'batch')
        .where('computed.key', '=', batch)
        .where('computed.action', '=', 'batch.settle'),
    )
    .where('action', 'in', undermining)
    .orderBy('id')
    .executeTakeFirst();
}

/** What stored claims say, by id, for verification. */
export async function claimFactsById(
  query: Query,
  ids: readonly number[],
): Promise<Map<number, StoredClaimFacts>> {
  const { rows } = await sql<StoredClaimFacts>`
    SELECT claim.id, receipt_type, service_date, received_on, pool_paid, pool_self_pay
    FROM json_each(${JSON.stringify(ids)}) JOIN claim ON claim.id = value`.execute(query);
  return new Map(rows.map((row) => [row.id, row]));
}
