import { actionTitle } from '../../audit/action-words.ts';
import type { Applied, Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { type Said, say } from '../../core/language.ts';
import { formatYuan, sumFen } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { book, mustBear } from '../../ledger/store.ts';
import { cron } from '../../organisation/operator/cron.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import { policyById } from '../../policy/store.ts';
import { isWaiting } from './batch.ts';
import { approvalEntries } from './book.ts';
import { announcementFor, approvableFrom, type Step, statesFor } from './life.ts';
import {
  batchHeads,
  changedSince,
  duesOfBatch,
  findBatch,
  recordStep,
  type StoredBatch,
  stepsOf,
} from './store.ts';
import { statusTitle } from './view.ts';
import { outOfOrder, words } from './words.ts';

const refused = (said: Said) => new Failure('refused', said);

/**
 * The batch of a name, where a step may be taken with it today.
 * @throws refused, saying where it stands and what may be done; and on a day before its last step
 */
export async function batchFor(
  writer: Writer,
  { today }: Session,
  name: string,
  step: Step,
): Promise<StoredBatch> {
  const { query } = writer.database;
  const batch = await findBatch(query, name);
  if (!statesFor[step].some((status) => status === batch.status)) {
    const facts = { batch: batch.name, status: statusTitle(batch.status) };
    throw refused(say(outOfOrder[step], facts));
  }
  const days = (await stepsOf(query, batch.id)).map(({ day }) => day);
  const last = days.sort().at(-1);
  if (step !== 'void' && last !== undefined && today < last) {
    throw refused(say(words.beforeLastStep, { batch: batch.name, last, today }));
  }
  return batch;
}

/** Refuses a batch that is no longer what would be computed now. @throws refused, naming what was changed */
export async function mustBeCurrent(writer: Writer, { name, quarter }: StoredBatch): Promise<void> {
  const changed = await changedSince(writer.database.query, name);
  if (!changed) return;
  const facts = { batch: name, quarter, action: actionTitle(changed.action), key: changed.key };
  throw refused(say(words.stale, facts));
}

/**
 * Approves a batch: from now on its claims are settled, its lines stand, and it is booked as payable (SPEC 10, 11).
 * @param seen the batch as the operator saw it
 * @throws refused where it is another one by now, to whoever computed it, before its announcement is over, out of the order of quarters, where facts
 * it rests on were changed since, or where a fund cannot bear it
 */
export async function approveBatch(
  writer: Writer,
  session: Session,
  seen: StoredBatch,
): Promise<Applied<void>> {
  const { query } = writer.database;
  const batch = await batchFor(writer, session, seen.name, 'approve');
  if (batch.content !== seen.content)
    throw refused(say(words.changedMeanwhile, { batch: batch.name }));
  const { operator } = session;
  if (operator === cron) throw refused(say(words.cronCannotApprove, { batch: batch.name }));
  const steps = await stepsOf(query, batch.id);
  if (steps.some((step) => step.step === 'computed' && step.operator === operator)) {
    throw refused(say(words.computedByYou, { batch: batch.name, operator }));
  }
  const { policy } = await policyById(query, batch.policy_id);
  const announcement = announcementFor(policy, batch.quarter);
  const announced = steps.findLast(({ step }) => step === 'announced');
  mustHaveStood(session, batch, announcement, announced?.day);
  const heads = await batchHeads(query);
  const waiting = heads.find((head) => isWaiting(head) && head.quarter < batch.quarter);
  if (waiting) {
    throw refused(say(words.earlierWaits, { batch: batch.name, waiting: waiting.name }));
  }
  await mustBeCurrent(writer, batch);
  const dues = await duesOfBatch(query, batch.id);
  for (const { fund, payable: amount } of dues) await mustBear(query, fund, amount, session.today);
  await book(writer, operator, approvalEntries(batch.name, session.today, dues));
  await writer.update('batch', { id: batch.id }, { status: 'approved' });
  await recordStep(writer, session, batch.id, 'approved');
  const payable = formatYuan(sumFen(dues.map((one) => one.payable)));
  const detail = { payable, content: batch.content };
  const entry = { action: 'batch.approve', entity: 'batch', key: batch.name, detail };
  return { result: undefined, entry };
}

function mustHaveStood(
  { today }: Session,
  { name, status }: StoredBatch,
  announcement: PolicyVersion['announcement'] | undefined,
  announcedOn: string | undefined,
): void {
  if (!announcement) return;
  if (status !== 'announced' || announcedOn === undefined) {
    throw refused(say(words.notAnnounced, { batch: name, days: announcement.days }));
  }
  const from = approvableFrom(announcedOn, announcement.days);
  if (today < from) throw refused(say(words.windowOpen, { batch: name, on: announcedOn, from }));
}

/** Voids a batch that is not approved: its claims are free again, its rows stay for the record. */
export async function voidBatch(
  writer: Writer,
  session: Session,
  name: string,
  reason: string | null,
): Promise<Applied<void>> {
  const batch = await batchFor(writer, session, name, 'void');
  await writer.update('batch', { id: batch.id }, { status: 'void' });
  await recordStep(writer, session, batch.id, 'void');
  const entry = { action: 'batch.void', entity: 'batch', key: batch.name, detail: { reason } };
  return { result: undefined, entry };
}
