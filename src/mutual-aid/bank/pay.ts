import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Applied, change, type Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { type Fen, formatYuan, sumFen } from '../../core/money.ts';
import type { Database } from '../../io/database.ts';
import type { Session } from '../../io/session.ts';
import { type Part, textsInto, writePart } from '../../io/whole-file.ts';
import { batchFor } from '../batch/approve.ts';
import { recordStep, type StoredBatch } from '../batch/store.ts';
import { bankTexts, listName } from './list.ts';
import { listMark, type PlannedOrder, planOrder } from './order.ts';
import { ordersOf, paymentsByPerson } from './store.ts';
import { words } from './words.ts';

/** A bank file that was made. */
export interface MadeOrder {
  readonly batch: string;
  readonly number: number;
  readonly file: string;
  readonly plan: PlannedOrder;
}

/**
 * Makes a bank file of those whom a batch has not paid yet (SPEC 11). A batch that pays nobody counts as paid.
 * @param folder where it goes: `2026Q1-1-bank-1.csv`
 * @returns the file, or undefined where there was nothing to pay
 * @throws refused while a result is awaited, where nobody is left to be paid or nobody has an account, and where the
 * folder or the file cannot be written
 */
export async function payBatch(
  session: Session,
  name: string,
  folder: string,
): Promise<MadeOrder | undefined> {
  let part: Part | undefined;
  const made = await change(session, async (writer): Promise<Applied<MadeOrder | undefined>> => {
    const batch = await batchFor(writer, session, name, 'pay');
    const planned = await planFor(writer, batch);
    if (!planned) return payNobody(writer, session, batch);
    const { number, plan } = planned;
    const file = `${join(folder, listName(batch.name, number))}.csv`;
    let bytes = '';
    for await (const text of bankTexts(plan.pay, listMark(batch.name, number))) bytes += text;
    part = await writePart(file, textsInto([bytes]));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const amount = await record(writer, session, batch, number, plan);
    const detail = { order: number, persons: plan.pay.length, amount: formatYuan(amount), sha256 };
    const entry = { action: 'batch.pay', entity: 'batch', key: batch.name, detail };
    return { result: { batch: batch.name, number, file, plan }, entry };
  }).catch((error: unknown) => {
    part?.drop();
    throw error;
  });
  // Named only when the books know it: a file that they do not know could be paid twice. Should the process die
  // here, `batch print BATCH bank` makes it again.
  if (part && made) giveName(part, made);
  return made;
}

function giveName(part: Part, { batch, number, file }: MadeOrder): void {
  try {
    part.name();
  } catch {
    part.drop();
    throw new Failure('refused', say(words.fileNotNamed, { batch, number, file }));
  }
}

/** The latest order of a batch. @throws refused while the bank's result of it is awaited */
async function answeredOrder(query: Database['query'], { id, name }: StoredBatch) {
  const last = (await ordersOf(query, id)).at(-1);
  if (last === undefined || last.result_on !== null) return last;
  throw new Failure('refused', say(words.resultAwaited, { batch: name, number: last.number }));
}

/** The next order of a batch; undefined where the batch pays nobody at all. */
async function planFor({ database: { query } }: Writer, batch: StoredBatch) {
  const last = await answeredOrder(query, batch);
  const plan = planOrder(await paymentsByPerson(query, batch.id, last?.id));
  if (plan.pay.length > 0) return { number: (last?.number ?? 0) + 1, plan };
  const n = plan.leftOut.length;
  if (n > 0) throw new Failure('refused', say(words.noAccounts, { batch: batch.name, n }));
  if (batch.status === 'paid') {
    throw new Failure('refused', say(words.allPaid, { batch: batch.name }));
  }
  return undefined;
}

async function payNobody(
  writer: Writer,
  session: Session,
  { id, name }: StoredBatch,
): Promise<Applied<undefined>> {
  await writer.update('batch', { id }, { status: 'paid' });
  await recordStep(writer, session, id, 'nothing-to-pay');
  const detail = { persons: 0, amount: formatYuan(0) };
  return { result: undefined, entry: { action: 'batch.pay', entity: 'batch', key: name, detail } };
}

async function record(
  writer: Writer,
  session: Session,
  batch: StoredBatch,
  number: number,
  { pay, leftOut }: PlannedOrder,
): Promise<Fen> {
  const amount = sumFen(pay.map((one) => one.amount));
  const id = await writer.nextId('payment_order');
  const order = { id, batch_id: batch.id, number, made_on: session.today };
  await writer.insert('payment_order', [
    { ...order, persons: pay.length, amount, result_on: null },
  ]);
  const left = leftOut.map(({ person }) => ({
    ...{ order_id: id, person_id: person, why: 'no-account' as const, message: '' },
  }));
  await writer.insert('payment_exception', left);
  await recordStep(writer, session, batch.id, 'ordered');
  return amount;
}

/** Closes a batch of which everyone is paid. @throws refused where somebody is not */
export async function closeBatch(
  writer: Writer,
  session: Session,
  name: string,
): Promise<Applied<StoredBatch>> {
  const { query } = writer.database;
  const batch = await batchFor(writer, session, name, 'close');
  const last = await answeredOrder(query, batch);
  const unpaid = last ? await paymentsByPerson(query, batch.id, last.id) : [];
  if (unpaid.length > 0) {
    const facts = { batch: batch.name, n: unpaid.length };
    throw new Failure('refused', say(words.notAllPaid, facts));
  }
  await writer.update('batch', { id: batch.id }, { status: 'closed' });
  await recordStep(writer, session, batch.id, 'closed');
  return {
    result: batch,
    entry: { action: 'batch.close', entity: 'batch', key: batch.name, detail: {} },
  };
}
