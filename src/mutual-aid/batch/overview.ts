import { type Phrase, type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { type Block, inWords, yuanColumn } from '../../core/report.ts';
import type { Session } from '../../io/session.ts';
import { benefitTitle, fundTitle } from '../../policy/funds.ts';
import { policyById } from '../../policy/store.ts';
import { exceptionsOf, ordersOf, paymentsByPerson } from '../bank/store.ts';
import { orderSaid, unpaidBlocks } from '../bank/view.ts';
import { words as bankWords } from '../bank/words.ts';
import type { Reason } from '../payability.ts';
import { reasonTitle } from '../reason-words.ts';
import { batchSums, largestPayments, notPayableByReason } from './listings.ts';
import { findBatch, stepsOf } from './store.ts';
import { statusTitle, stepSaid } from './view.ts';
import { words } from './words.ts';

/** A batch on one screen: its head, the dues, the largest payments, why claims do not count. */
export async function overview(session: Session, name: string): Promise<readonly Block[]> {
  const { query } = await session.database();
  const batch = await findBatch(query, name);
  const { policy, sha256 } = await policyById(query, batch.policy_id);
  const { payable, payments, dues } = await batchSums(query, batch.id);
  const reasons = await notPayableByReason(query, batch.id);
  const largest = await largestPayments(query, batch.id, 10);
  const dueRows = dues.map(({ benefit, lines, due }) => ({ benefit, lines, due: formatYuan(due) }));
  const orders = await ordersOf(query, batch.id);
  const failures = await Promise.all(orders.map(({ id }) => exceptionsOf(query, id)));
  const blocks: Block[] = [
    {
      facts: [
        [words.batch, batch.name],
        [words.status, statusTitle(batch.status)],
        [words.claims, String(batch.claims)],
        [words.people, String(batch.people)],
        [words.payable, say(words.payableSum, { payable: readableYuan(payable), payments })],
        [words.policy, `${policy.scheme} ${sha256.slice(0, 12)}`],
        ...(await stepsOf(query, batch.id)).map((step) => [words.steps, stepSaid(step)] as const),
        ...orders.map((order, at) => {
          const failed = failures[at]?.filter(({ why }) => why === 'failed').length ?? 0;
          return [bankWords.orders, orderSaid(order, failed)] as const;
        }),
      ],
    },
    { heading: words.dueByBenefit },
    {
      table: {
        columns: [
          {
            key: 'benefit',
            title: words.benefit,
            show: inWords((code) => benefitTitle(policy.versions, code)),
          },
          { key: 'lines', title: words.lines, align: 'right' },
          yuanColumn('due', words.due),
        ],
        rows: dueRows,
      },
    },
  ];
  if (largest.length > 0) {
    const fund = {
      key: 'fund',
      title: words.fund,
      show: inWords(fundTitle),
    };
    const columns = [
      { key: 'employee_no', title: words.employeeNo },
      { key: 'name', title: words.personName },
      { key: 'unit', title: words.unit },
      fund,
      yuanColumn('payable', words.payable),
    ];
    blocks.push(
      { heading: say(words.largest, { n: largest.length }) },
      { table: { columns, rows: largest } },
    );
  }
  if (reasons.length > 0) {
    const columns = [
      {
        key: 'reason',
        title: words.reasons,
        show: inWords((code) => reasonTitle(code as Reason)),
      },
      { key: 'claims', title: words.count, align: 'right' as const },
    ];
    blocks.push({ heading: words.notPayable }, { table: { columns, rows: reasons } });
  }
  const last = orders.at(-1);
  if (last) {
    const unpaid = await paymentsByPerson(query, batch.id, last.id);
    const text = (said: Said | Phrase) => session.terminal.words(said);
    blocks.push(...unpaidBlocks(unpaid, failures.at(-1) ?? [], text));
  }
  return [...blocks, { line: say(words.more, { batch: batch.name }) }];
}
