import { change, type Writer } from '../../audit/change.ts';
import type { Phrase } from '../../core/language.ts';
import type { Quarter } from '../../core/quarter.ts';
import type { Database } from '../../io/database.ts';
import type { Session } from '../../io/session.ts';
import type { Policy } from '../../policy/policy.ts';
import { policyInForce, type StoredPolicy } from '../../policy/store.ts';
import type { PersonFacts } from '../facts.ts';
import { type PersonSettlement, settlePerson } from '../settlement.ts';
import { readFacts, readScope, type Scope } from '../store.ts';
import {
  addToTotals,
  type BatchHead,
  isEmpty,
  leavesTrace,
  noTotals,
  type Totals,
} from './batch.ts';
import {
  batchHeads,
  ContentHash,
  changedSince,
  clearBatch,
  lastPerson,
  personsAtOnce,
  recordStep,
  writePersons,
} from './store.ts';
import { words } from './words.ts';

/** What a settlement did. */
export interface Settled {
  readonly outcome: 'new' | 'updated' | 'unchanged' | 'nothing';
  /** The batch's name; null where there is nothing to settle. */
  readonly batch: string | null;
  readonly totals: Totals;
  readonly policy: Policy;
}

type SettledPerson = readonly [number, PersonFacts, PersonSettlement];

/** Settles every person, chunk by chunk in the order of their ids; only those who leave a trace come out. */
async function* settlePersons(
  { query }: Database,
  policy: Policy,
  scope: Scope,
  watched: (done: number) => void,
): AsyncGenerator<readonly SettledPerson[]> {
  const last = await lastPerson(query);
  for (let from = 1; from <= last; from += personsAtOnce) {
    const persons: SettledPerson[] = [];
    for (const [id, facts] of await readFacts(query, scope, from, from + personsAtOnce - 1)) {
      const settlement = settlePerson(facts, policy, scope.quarter);
      if (leavesTrace(settlement)) persons.push([id, facts, settlement]);
    }
    watched(from);
    yield persons;
  }
}

async function withProgress<T>(
  session: Session,
  database: Database,
  work: (watched: (done: number) => void) => Promise<T>,
): Promise<T> {
  const label: Phrase = words.settling;
  const progress = await session.terminal.progress(label, await lastPerson(database.query));
  try {
    return await work((done) => progress.update(done));
  } finally {
    progress.stop();
  }
}

/** Works a quarter out and writes nothing: what {@link settle} would do now. */
export async function planSettlement(session: Session, quarter: Quarter): Promise<Settled> {
  const database = await session.database();
  const { policy } = await policyInForce(database.query);
  const totals = noTotals(policy);
  const scope = await readScope(database.query, policy, quarter);
  await withProgress(session, database, async (watched) => {
    for await (const persons of settlePersons(database, policy, scope, watched)) {
      for (const [, , settlement] of persons) addToTotals(totals, settlement);
    }
  });
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
    const totals = noTotals(policy);
    const content = new ContentHash();
    const scope = await readScope(database.query, policy, quarter);
    if (waiting) await clearBatch(database.query, id);
    await withProgress(session, database, async (watched) => {
      for await (const persons of settlePersons(database, policy, scope, watched)) {
        for (const [, , settlement] of persons) addToTotals(totals, settlement);
        writePersons(database, id, persons, content);
      }
    });
    if (isEmpty(totals) && !waiting) {
      return { result: { outcome: 'nothing', batch: null, totals, policy }, entry: undefined };
    }
    const row = { id, name, quarter, number, content: content.value() };
    const outcome = await writeHead(writer, row, waiting, inForce, totals);
    const result: Settled = { outcome, batch: name, totals, policy };
    const detail = { quarter, policy: inForce.sha256, content: row.content, ...totals };
    const entry = { action: 'batch.settle', entity: 'batch', key: name, detail };
    if (outcome === 'unchanged') {
      // Facts may have been changed and changed back: the entry says that the batch rests on them again.
      const changed = await changedSince(database.query, name);
      return { result, entry: changed ? entry : undefined };
    }
    await recordStep(writer, id, 'computed', session.operator, session.surroundings.now());
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
