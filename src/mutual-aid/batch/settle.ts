import { join } from 'node:path';
import { change, type Writer } from '../../audit/change.ts';
import type { Quarter } from '../../core/quarter.ts';
import type { Database } from '../../io/database.ts';
import type { Session } from '../../io/session.ts';
import type { BatchTable } from '../../io/tables.ts';
import type { Policy } from '../../policy/policy.ts';
import { policyInForce, type StoredPolicy } from '../../policy/store.ts';
import { readScope } from '../store.ts';
import { addTotals, type BatchHead, isEmpty, isWaiting, noTotals, type Totals } from './batch.ts';
import { contentHash, rangesUpTo } from './content.ts';
import type { SettledRange, SettlementTask } from './range.ts';
import {
  announcedHash,
  batchHeads,
  changedSince,
  clearBatch,
  lastPerson,
  recordStep,
  writeRows,
} from './store.ts';
import { settleRanges } from './threads.ts';
import { words } from './words.ts';

/** What a settlement did. */
export interface Settled {
  readonly outcome: 'new' | 'updated' | 'unchanged' | 'nothing';
  /** The batch's name; null where there is nothing to settle. */
  readonly batch: string | null;
  readonly totals: Totals;
  readonly policy: Policy;
  /** Where the batch stands after it. */
  readonly status: 'computed' | 'announced';
  /** What became of an announcement: it stands where what was announced is the same, else the batch is announced again. */
  readonly announcement: 'stands' | 'again' | undefined;
}

/**
 * Settles all persons, range by range, and hands each range on.
 * @param committed whether all that counts is committed, so that other threads can read it
 * @returns what they add up to, and the hash of all their rows
 */
async function settleAll(
  session: Session,
  database: Database,
  task: SettlementTask,
  committed: boolean,
  take: (range: SettledRange) => void,
): Promise<{ readonly totals: Totals; readonly content: string }> {
  const totals = noTotals(task.policy);
  const digests: string[] = [];
  const ranges = rangesUpTo(await lastPerson(database.query));
  const progress = await session.terminal.progress(words.settling, ranges.length);
  const script = committed
    ? join(session.surroundings.packageFolder, 'dist/thread.cjs')
    : undefined;
  let done = 0;
  try {
    for await (const range of settleRanges(database, task, ranges, script)) {
      addTotals(totals, range.totals);
      if (range.digest !== null) digests.push(range.digest);
      take(range);
      done += 1;
      progress.update(done);
    }
  } finally {
    progress.stop();
  }
  return { totals, content: contentHash(digests) };
}

/** Works a quarter out and writes nothing: what {@link settle} would do now. */
export async function planSettlement(session: Session, quarter: Quarter): Promise<Settled> {
  const database = await session.database();
  const { policy } = await policyInForce(database.query);
  const scope = await readScope(database.query, policy, quarter);
  const task = { batchId: 0, policy, scope };
  const { totals } = await settleAll(session, database, task, true, () => {});
  const target = targetBatch(await batchHeads(database.query), quarter);
  const planned = { totals, policy, status: 'computed', announcement: undefined } as const;
  if (isEmpty(totals) && !target.waiting) return { ...planned, outcome: 'nothing', batch: null };
  const outcome = target.waiting ? 'updated' : 'new';
  return { ...planned, outcome, batch: target.name };
}

/**
 * Settles a quarter: computes its batch, or brings the one that awaits approval up to date (SPEC 5).
 * Where nothing is new, nothing is written.
 */
export async function settle(session: Session, quarter: Quarter): Promise<Settled> {
  return change(session, async (writer) => {
    const { settled, batch, detail } = await compute(writer, session, quarter, 'computed');
    if (!batch) return { result: settled, entry: undefined };
    const entry = { action: 'batch.settle', entity: 'batch', key: batch.name, detail };
    if (settled.outcome === 'unchanged') {
      // Facts may have been changed and changed back: the entry says that the batch rests on them again.
      const changed = await changedSince(writer.database.query, batch.name);
      return { result: settled, entry: changed ? entry : undefined };
    }
    await recordStep(writer, session, batch.id, 'computed');
    return { result: settled, entry };
  });
}

/** What {@link compute} did; without a batch there was nothing to settle. */
interface ComputedBatch {
  readonly settled: Settled;
  readonly batch: { readonly id: number; readonly name: string } | undefined;
  /** What the audit is told of it. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Writes what a quarter's batch holds by today's facts.
 * @param status what the batch is then, where its content changed: an announced one where what was announced changed
 * by itself has to be announced again
 */
export async function compute(
  writer: Writer,
  session: Session,
  quarter: Quarter,
  status: 'computed' | 'announced',
): Promise<ComputedBatch> {
  const { database } = writer;
  const inForce = await policyInForce(database.query);
  const { policy } = inForce;
  const heads = await batchHeads(database.query);
  const { waiting, name, number } = targetBatch(heads, quarter);
  const id = waiting?.id ?? (await writer.nextId('batch'));
  const scope = await readScope(database.query, policy, quarter);
  const wasAnnounced = waiting?.status === 'announced';
  const announced = wasAnnounced ? await announcedHash(database.query, id) : undefined;
  if (waiting) await clearBatch(database.query, id);
  const task = { batchId: id, policy, scope };
  const committed = !writer.hasWritten;
  const { totals, content } = await settleAll(session, database, task, committed, ({ rows }) =>
    writeRows(database, rows),
  );
  if (isEmpty(totals) && !waiting) {
    const nothing = { outcome: 'nothing', batch: null, status: 'computed' } as const;
    const settled = { ...nothing, totals, policy, announcement: undefined };
    return { settled, batch: undefined, detail: {} };
  }
  const stands = wasAnnounced && (await announcedHash(database.query, id)) === announced;
  const row = {
    id,
    name,
    quarter,
    number,
    status: stands ? 'announced' : status,
    content,
  } as const;
  const outcome = await writeHead(writer, row, waiting, inForce, totals);
  const again = status === 'computed' ? 'again' : undefined;
  const announcement =
    wasAnnounced && outcome === 'updated' ? (stands ? 'stands' : again) : undefined;
  return {
    settled: { outcome, batch: name, totals, policy, status: row.status, announcement },
    batch: { id, name },
    detail: { quarter, policy: inForce.sha256, content, ...totals },
  };
}

async function writeHead(
  writer: Writer,
  row: Omit<BatchTable, 'seal' | 'policy_id' | 'claims' | 'people'>,
  waiting: BatchHead | undefined,
  inForce: StoredPolicy,
  { claims, people }: Totals,
): Promise<'new' | 'updated' | 'unchanged'> {
  const { status, content: now } = row;
  const computed = { status, policy_id: inForce.id, claims, people, content: now };
  if (!waiting) {
    await writer.insert('batch', [{ ...row, ...computed }]);
    return 'new';
  }
  const { content, policy_id } = await writer.database.query
    .selectFrom('batch')
    .select(['content', 'policy_id'])
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow();
  if (content === now && policy_id === inForce.id) return 'unchanged';
  await writer.update('batch', { id: row.id }, computed);
  return 'updated';
}

/** The batch that a settlement of the quarter would write: the one that awaits approval, or the next number. */
function targetBatch(heads: readonly BatchHead[], quarter: Quarter) {
  const ofQuarter = heads.filter((head) => head.quarter === quarter);
  const waiting = ofQuarter.find(isWaiting);
  const number = waiting?.number ?? Math.max(0, ...ofQuarter.map((head) => head.number)) + 1;
  return { waiting, number, name: `${quarter}-${number}` };
}
