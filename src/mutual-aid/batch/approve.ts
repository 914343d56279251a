import { actionTitle } from '../../audit/action-words.ts';
import type { Applied, Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { type Said, say } from '../../core/language.ts';
import { type Fen, formatYuan } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { batchHeads, changedSince, findBatch, recordStep, stepsOf } from './store.ts';
import { statusTitle } from './view.ts';
import { words } from './words.ts';

/** The operator that cron runs as: it settles, and never approves. */
const cron = 'cron';

const refused = (said: Said) => new Failure('refused', said);

async function computedBatch(writer: Writer, name: string) {
  const batch = await findBatch(writer.database.query, name);
  if (batch.status !== 'computed') {
    const status = statusTitle(batch.status);
    throw refused(say(words.notComputed, { batch: batch.name, status }));
  }
  return batch;
}

/**
 * Approves a batch: from now on its claims are settled and its lines stand.
 * @param payable its sum, in fen, for the audit
 * @throws refused to whoever computed it, out of the order of quarters, or where facts it rests on were changed since
 */
export async function approveBatch(
  writer: Writer,
  session: Session,
  name: string,
  payable: Fen,
): Promise<Applied<void>> {
  const { query } = writer.database;
  const batch = await computedBatch(writer, name);
  const { operator } = session;
  if (operator === cron) throw refused(say(words.cronCannotApprove, { batch: batch.name }));
  const steps = await stepsOf(query, batch.id);
  if (steps.some((step) => step.step === 'computed' && step.operator === operator)) {
    throw refused(say(words.computedByYou, { batch: batch.name, operator }));
  }
  const heads = await batchHeads(query);
  const waiting = heads.find((head) => head.status === 'computed' && head.quarter < batch.quarter);
  if (waiting) {
    throw refused(say(words.earlierWaits, { batch: batch.name, waiting: waiting.name }));
  }
  const changed = await changedSince(query, batch.name);
  if (changed) {
    const facts = { action: actionTitle(changed.action), key: changed.key };
    throw refused(say(words.stale, { batch: batch.name, quarter: batch.quarter, ...facts }));
  }
  await writer.update('batch', { id: batch.id }, { status: 'approved' });
  await recordStep(writer, session, batch.id, 'approved');
  const detail = { payable: formatYuan(payable), content: batch.content };
  const entry = { action: 'batch.approve', entity: 'batch', key: batch.name, detail };
  return { result: undefined, entry };
}

/** Voids a batch that is not approved: its claims are free again, its rows stay for the record. */
export async function voidBatch(
  writer: Writer,
  session: Session,
  name: string,
  reason: string | null,
): Promise<Applied<void>> {
  const batch = await computedBatch(writer, name);
  await writer.update('batch', { id: batch.id }, { status: 'void' });
  await recordStep(writer, session, batch.id, 'void');
  const entry = { action: 'batch.void', entity: 'batch', key: batch.name, detail: { reason } };
  return { result: undefined, entry };
}
