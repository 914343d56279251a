import { type Phrase, type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { type Block, type Column, type Fact, inWords, yuanColumn } from '../../core/report.ts';
import type { Session } from '../../io/session.ts';
import type { Fund } from '../../policy/aid.ts';
import { benefitTitle, fundInWords } from '../../policy/funds.ts';
import type { Policy } from '../../policy/policy.ts';
import type { StoredPolicy } from '../../policy/store.ts';
import { exceptionsOf, ordersOf, paymentsByPerson } from '../bank/store.ts';
import { orderSaid, unpaidBlocks } from '../bank/view.ts';
import { words as bankWords } from '../bank/words.ts';
import type { Reason } from '../payability.ts';
import { reasonTitle } from '../reason-words.ts';
import { fundsOfBatch } from './batch.ts';
import { announcementFor, approvableFrom } from './life.ts';
import { batchSums, largestPayments, notPayableByReason } from './listings.ts';
import { type StoredBatch, stepsOf } from './store.ts';
import { statusTitle, stepSaid } from './view.ts';
import { words } from './words.ts';

/** From which day on an announced batch can be approved. */
function windowFacts(
  { status, quarter }: { readonly status: string; readonly quarter: string },
  policy: Policy,
  steps: readonly { readonly step: string; readonly day: string }[],
): readonly Fact[] {
  const announced = steps.findLast(({ step }) => step === 'announced');
  const days = announcementFor(policy, quarter)?.days;
  if (status !== 'announced' || !announced || days === undefined) return [];
  return [
    [words.approvable, say(words.approvableFrom, { day: approvableFrom(announced.day, days) })],
  ];
}

/** A batch on one screen: its head, the dues, the largest payments, why claims do not count, who is not paid. */
export async function overview(
  session: Session,
  batch: StoredBatch,
  { policy, sha256 }: StoredPolicy,
): Promise<readonly Block[]> {
  const { query } = await session.database();
  const { payable, payments, dues } = await batchSums(query, batch.id);
  const orders = await ordersOf(query, batch.id);
  const steps = await stepsOf(query, batch.id);
  const failures = await Promise.all(orders.map(({ id }) => exceptionsOf(query, id)));
  const facts: readonly Fact[] = [
    [words.batch, batch.name],
    [words.status, statusTitle(batch.status)],
    [words.claims, String(batch.claims)],
    [words.people, String(batch.people)],
    [words.payable, say(words.payableSum, { payable: readableYuan(payable), payments })],
    [words.policy, `${policy.scheme} ${sha256.slice(0, 12)}`],
    ...steps.map((step) => [words.steps, stepSaid(step)] as const),
    ...windowFacts(batch, policy, steps),
    ...orders.map((order, at) => {
      const failed = failures[at]?.filter(({ why }) => why === 'failed').length ?? 0;
      return [bankWords.orders, orderSaid(order, failed)] as const;
    }),
  ];
  const funds = fundsOfBatch(policy, batch.quarter);
  const last = orders.at(-1);
  const unpaid = last ? await paymentsByPerson(query, batch.id, last.id) : [];
  const text = (said: Said | Phrase) => session.terminal.words(said);
  return [
    { facts },
    ...dueBlocks(dues, policy),
    ...largestBlocks(await largestPayments(query, batch.id, 10), funds),
    ...reasonBlocks(await notPayableByReason(query, batch.id)),
    ...unpaidBlocks(unpaid, failures.at(-1) ?? [], text),
    { line: say(words.more, { batch: batch.name }) },
  ];
}

type Dues = Awaited<ReturnType<typeof batchSums>>['dues'];

function dueBlocks(dues: Dues, { versions }: Policy): readonly Block[] {
  const show = inWords((code) => benefitTitle(versions, code));
  const columns: readonly Column[] = [
    { key: 'benefit', title: words.benefit, show },
    { key: 'lines', title: words.lines, align: 'right' },
    yuanColumn('due', words.due),
  ];
  const rows = dues.map(({ benefit, lines, due }) => ({ benefit, lines, due: formatYuan(due) }));
  return [{ heading: words.dueByBenefit }, { table: { columns, rows } }];
}

function largestBlocks(
  rows: Awaited<ReturnType<typeof largestPayments>>,
  funds: readonly Fund[],
): readonly Block[] {
  if (rows.length === 0) return [];
  const columns: readonly Column[] = [
    { key: 'employee_no', title: words.employeeNo },
    { key: 'name', title: words.personName },
    { key: 'unit', title: words.unit },
    { key: 'fund', title: words.fund, show: fundInWords(funds) },
    yuanColumn('payable', words.payable),
  ];
  return [{ heading: say(words.largest, { n: rows.length }) }, { table: { columns, rows } }];
}

function reasonBlocks(rows: Awaited<ReturnType<typeof notPayableByReason>>): readonly Block[] {
  if (rows.length === 0) return [];
  const columns: readonly Column[] = [
    { key: 'reason', title: words.reasons, show: inWords((code) => reasonTitle(code as Reason)) },
    { key: 'claims', title: words.count, align: 'right' },
  ];
  return [{ heading: words.notPayable }, { table: { columns, rows } }];
}
