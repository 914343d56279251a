import { join } from 'node:path';
import { change, type Writer } from '../../audit/change.ts';
import type { Quarter } from '../../core/quarter.ts';
import type { Database } from '../../io/database.ts';
import type { Session } from '../../io/session.ts';
import type { Policy } from '../../policy/policy.ts';
import { policyInForce, type StoredPolicy } from '../../policy/store.ts';
import { readScope } from '../store.ts';
import { addTotals, type BatchHead, isEmpty, noTotals, type Totals } from './batch.ts';
import { contentHash, rangesUpTo } from './content.ts';
import type { SettledRange, SettlementTask } from './range.ts';
import {
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
}

/**
 * Settles all persons, range by range, and hands each range on.
 * @returns what they add up to, and the hash of all their rows
 */
async function settleAll(
  session: Session,
  database: Database,
  task: SettlementTask,
  take: (range: SettledRange) => void,
): Promise<{ readonly totals: Totals; readonly content: string }> {
  const totals = noTotals(task.policy);
  const digests: string[] = [];
  const ranges = rangesUpTo(await lastPerson(database.query));
  const progress = await session.terminal.progress(words.settling, ranges.length);
  const script = join(session.surroundings.packageFolder, 'dist/thread.cjs');
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
  const { totals } = await settleAll(session, database, task, () => {});
  const target = targetBatch(await batchHeads(database.query), quarter);
  if (isEmpty(totals) && !target.waiting)
    return { outcome: 'nothing', batch: null, totals, policy };
  return { outcome: target.waiting ? 'updated' : 'new', batch: target.name, totals, policy };
}

/**
 * Settles a quarter: computes its batch, or brings the one that awaits approval up to date (SPEC 5).
 * Where nothing is new, nothing is written.
 */
export async function settle(session: Session, quarter: Quarter): Promise<Settled> {
  return change(session, async (writer) => {
    const { database } = writer;
    const inForce = await policyInForce(database.query);
    const { policy } = inForce;
    const heads = await batchHeads(database.query);
    const { waiting, name, number } = targetBatch(heads, quarter);
    const id = waiting?.id ?? (await writer.nextId('batch'));
    const scope = await readScope(database.query, policy, quarter);
    if (waiting) await clearBatch(database.query, id);
    const task = { batchId: id, policy, scope };
    const { totals, content } = await settleAll(session, database, task, ({ rows }) =>
      writeRows(database, rows),
    );
    if (isEmpty(totals) && !waiting) {
      return { result: { outcome: 'nothing', batch: null, totals, policy }, entry: undefined };
    }
    const row = { id, name, quarter, number, content };
    const outcome = await writeHead(writer, row, waiting, inForce, totals);
    const result: Settled = { outcome, batch: name, totals, policy };
    const detail = { quarter, policy: inForce.sha256, content, ...totals };
    const entry = { action: 'batch.settle', entity: 'batch', key: name, detail };
    if (outcome === 'unchanged') {
      // Facts may have been changed and changed back: the entry says that the batch rests on them again.
      const changed = await changedSince(database.query, name);
      return { result, entry: changed ? entry : undefined };
    }
    await recordStep(writer, session, id, 'computed');
    return { result, entry };
  });
}

async function writeHead(
  writer: Writer,
  row: { id: number; name: string; quarter: string; number: number; content: string },
  waiting: BatchHead | undefined,
  inForce: StoredPolicy,
  { claims, people }: Totals,
): Promise<'new' | 'updated' | 'unchanged'> {
  const computed = { policy_id: inForce.id, claims, people, content: row.content };
  if (!waiting) {
    await writer.insert('batch', [{ ...row, status: 'computed', ...computed }]);
    return 'new';
  }
  const { content, policy_id } = await writer.database.query
    .selectFrom('batch')
    .select(['content', 'policy_id'])
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow();
  if (content === row.content && policy_id === inForce.id) return 'unchanged';
  await writer.update('batch', { id: row.id }, computed);
  return 'updated';
}

/** The batch that a settlement of the quarter would write: the one that awaits approval, or the next number. */
function targetBatch(heads: readonly BatchHead[], quarter: Quarter) {
  const ofQuarter = heads.filter((head) => head.quarter === quarter);
  const waiting = ofQuarter.find(({ status }) => status === 'computed');
  const number = waiting?.number ?? Math.max(0, ...ofQuarter.map((head) => head.number)) + 1;
  return { waiting, number, name: `${quarter}-${number}` };
}
