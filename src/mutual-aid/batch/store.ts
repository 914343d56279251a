import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { nearest } from '../../core/nearest.ts';
import type { Database } from '../../io/database.ts';
import type { Session } from '../../io/session.ts';
import type { BatchTable, Tables } from '../../io/tables.ts';
import { unpaidByFund } from '../bank/store.ts';
import { blockOf, idList } from '../block.ts';
import type { BatchHead } from './batch.ts';
import type { FundDues } from './book.ts';
import {
  type ContentRows,
  type ContentTable,
  type ContentTexts,
  contentHash,
  contentTableNames,
  contentTables,
  digestOf,
  personsAtOnce,
  rangesUpTo,
  textsOf,
} from './content.ts';
import type { StoredClaimFacts } from './kept.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** Beyond some thirty rows a statement no longer gets faster. */
const rowsAtOnce = 32;

/** Writes the rows of a range of persons, which comes after those that are there. */
export function writeRows(database: Database, rows: ContentTexts): void {
  for (const table of contentTableNames) {
    const cells = JSON.parse(rows[table]);
    database.insertRows(table, contentTables[table] as never, cells, rowsAtOnce);
  }
}

/** Takes a batch's rows away, to write them anew. */
export async function clearBatch(query: Query, batchId: number): Promise<void> {
  for (const table of contentTableNames) {
    await query.deleteFrom(table).where('batch_id', '=', batchId).execute();
  }
}

/** What of a batch's rows is hashed: which columns, and which blocks. */
interface Hashed {
  readonly columns: Readonly<Record<ContentTable, readonly string[]>>;
  readonly blocks: RawBuilder<unknown>;
}

const wholeContent: Hashed = { columns: contentTables, blocks: sql`TRUE` };

/** What an announcement stands for: claims taken, lines, payments, and what is not payable and why. */
const announcedContent: Hashed = {
  columns: { ...contentTables, batch_block: ['batch_id', 'block', 'taken', 'refused'] },
  blocks: sql`(taken <> ${idList([])} OR refused <> '[]')`,
};

/** The hash of what a batch is announced with: all but the facts kept beside it, and claims counted no more. */
export async function announcedHash(query: Query, batchId: number): Promise<string> {
  return hashOf(query, batchId, announcedContent);
}

/** The hash of a batch's rows as they stand in the file now. */
export async function contentOf(query: Query, batchId: number): Promise<string> {
  return hashOf(query, batchId, wholeContent);
}

async function hashOf(query: Query, batchId: number, hashed: Hashed): Promise<string> {
  const digests: string[] = [];
  for (const from of rangesUpTo(await lastPerson(query))) {
    const rows = await rowsInRange(query, batchId, hashed, from);
    if (contentTableNames.some((table) => rows[table].length > 0))
      digests.push(digestOf(textsOf(rows)));
  }
  return contentHash(digests);
}

async function rowsInRange(
  query: Query,
  batchId: number,
  { columns, blocks }: Hashed,
  from: number,
): Promise<ContentRows> {
  const last = from + personsAtOnce - 1;
  const read = async (table: ContentTable) => {
    const names = columns[table].map((column) => sql.ref(column));
    const range =
      table === 'batch_block'
        ? sql`block BETWEEN ${blockOf(from)} AND ${blockOf(last)} AND ${blocks}`
        : sql`person_id BETWEEN ${from} AND ${last}`;
    const { rows } = await sql<Record<string, string | number | null>>`
      SELECT ${sql.join(names)} FROM ${sql.table(table)} WHERE batch_id = ${batchId} AND ${range}
      ORDER BY ${sql.join(names.slice(0, 4))}`.execute(query);
    return rows.flatMap((row) => columns[table].map((column) => row[column] ?? null));
  };
  return {
    batch_block: await read('batch_block'),
    batch_line: await read('batch_line'),
    batch_payment: await read('batch_payment'),
  };
}

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

/** A batch as it is stored. */
export type StoredBatch = BatchTable;

/** The batch of a name. @throws rejected where there is none, naming the nearest */
export async function findBatch(query: Query, name: string): Promise<StoredBatch> {
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
  session: Session,
  batchId: number,
  step: string,
): Promise<void> {
  const id = await writer.nextId('batch_step');
  const { operator, today: day, surroundings } = session;
  const at = surroundings.now();
  await writer.insert('batch_step', [{ id, batch_id: batchId, step, operator, day, at }]);
}

/** The steps of a batch's life, in order. */
export async function stepsOf(query: Query, batchId: number) {
  return query
    .selectFrom('batch_step')
    .select(['step', 'operator', 'day', 'at'])
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
    'special-relief.advance',
    'special-relief.revoke',
    'fund.repay',
    'ledger.reverse',
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
        .where('computed.action', 'in', ['batch.settle', 'batch.objection']),
    )
    .where('action', 'in', undermining)
    .orderBy('id')
    .executeTakeFirst();
}

/** The claims of a person that a batch took and that are open still. */
export async function takenOfPerson(
  query: Query,
  batchId: number,
  personId: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT claim.id FROM batch_block held JOIN claim ON claim.person_id = ${personId}
    WHERE held.batch_id = ${batchId} AND held.block = ${blockOf(personId)}
      AND claim.state = 'open' AND instr(held.taken, ',' || claim.id || ',')
    ORDER BY claim.id`.execute(query);
  return rows.map(({ id }) => id);
}

/** The dues of a batch's lines by fund and benefit, in fen, in the order of their names. */
export async function benefitDues(query: Query, batchId: number) {
  return query
    .selectFrom('batch_line')
    .select(['fund', 'benefit'])
    .select((e) => e.fn.sum<number>('due').as('due'))
    .where('batch_id', '=', batchId)
    .groupBy(['fund', 'benefit'])
    .orderBy('fund')
    .orderBy('benefit')
    .execute();
}

/** What a batch takes from each fund: dues by benefit, what is payable, from whom something becomes outstanding. */
export async function duesOfBatch(query: Query, batchId: number): Promise<readonly FundDues[]> {
  const benefits = await benefitDues(query, batchId);
  const funds = await unpaidByFund(query, batchId, undefined);
  const { rows: owing } = await sql<{ fund: string; person: number; change: number }>`
    SELECT fund, person_id AS person, max(0, -due) - "offset" AS change FROM batch_payment
    WHERE batch_id = ${batchId} AND (due < 0 OR "offset" > 0) ORDER BY person_id`.execute(query);
  return [...funds].map(([fund, payable]) => ({
    ...{ fund, payable },
    benefits: benefits.filter((one) => one.fund === fund),
    owing: owing.filter((one) => one.fund === fund),
  }));
}

/** What stored claims say, by person, for verification. */
export async function claimFactsByPerson(
  query: Query,
  ids: readonly number[],
): Promise<Map<number, StoredClaimFacts[]>> {
  const { rows } = await sql<StoredClaimFacts & { person_id: number }>`
    SELECT claim.id, person_id, receipt_type, service_date, received_on, pool_paid, pool_self_pay
    FROM json_each(${JSON.stringify(ids)}) JOIN claim ON claim.id = value`.execute(query);
  const byPerson = new Map<number, StoredClaimFacts[]>();
  for (const { person_id, ...claim } of rows) {
    const known = byPerson.get(person_id);
    if (known) known.push(claim);
    else byPerson.set(person_id, [claim]);
  }
  return byPerson;
}
