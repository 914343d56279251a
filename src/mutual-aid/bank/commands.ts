import { change } from '../../audit/change.ts';
import { type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan, sumFen } from '../../core/money.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { findBatch } from '../batch/store.ts';
import type { PersonPayment } from './order.ts';
import { closeBatch, payBatch } from './pay.ts';
import { readResult } from './result.ts';
import { words } from './words.ts';

const batchArgument = { name: 'batch', about: words.batchArgument };

const payVerb = verb({
  name: 'pay',
  summary: words.paySummary,
  arguments: [batchArgument],
  options: { to: textOption(words.toOption, 'FOLDER') },
  examples: ['relief batch pay 2026Q1-1 --to 2026Q1'],
  async run(session: Session, [name = ''], { to }) {
    const { query } = await session.database();
    const { name: batch } = await findBatch(query, name);
    if (session.interactive) await session.confirm(say(words.payConfirm, { batch }));
    const made = await payBatch(session, batch, to ?? '.');
    if (!made) {
      const good = say(words.nothingToPay, { batch });
      return session.terminal.print({ blocks: [{ good }], json: { batch, file: null } });
    }
    const { file, number, plan } = made;
    const amount = sumFen(plan.pay.map((one) => one.amount));
    const persons = plan.pay.length;
    const good = say(words.made, { batch, file, persons, amount: readableYuan(amount) });
    const json = { batch, order: number, file, persons, amount: formatYuan(amount) };
    const left_out = plan.leftOut.map(({ employee_no }) => employee_no);
    await session.terminal.print({ blocks: [{ good }], json: { ...json, left_out } });
    if (plan.leftOut.length > 0) session.terminal.warn(leftOutSaid(plan.leftOut));
  },
});

const named = 10;

function leftOutSaid(persons: readonly PersonPayment[]): Said {
  const first = persons.slice(0, named).map(({ employee_no, name }) => `${name} ${employee_no}`);
  const n = persons.length - first.length;
  const some: Said | readonly string[] = n > 0 ? say(words.andMore, { first, n }) : first;
  return say(words.leftOut, { n: persons.length, persons: some });
}

const resultVerb = verb({
  name: 'result',
  summary: words.resultSummary,
  arguments: [batchArgument, { name: 'file', about: words.resultFile }],
  examples: ['relief batch result 2026Q1-1 bank-answer.csv'],
  async run(session: Session, [name = '', file]) {
    const { batch, order, paid, failed } = await readResult(session, name, file);
    const facts = { batch, persons: paid.persons, amount: readableYuan(paid.amount) };
    const line = say(words.resultRead, { ...facts, n: failed.length });
    const columns = [
      { key: 'employee_no', title: words.employeeNo },
      { key: 'message', title: words.message },
    ];
    const rows = failed.map(({ employee_no, message }) => ({ employee_no, message }));
    const blocks = failed.length > 0 ? [{ line }, { table: { columns, rows } }] : [{ good: line }];
    const json = {
      ...{ batch, order, paid: paid.persons, amount: formatYuan(paid.amount) },
      failed: rows,
    };
    await session.terminal.print({ blocks, json });
    if (failed.length > 0) session.terminal.note(say(words.retry, { batch }));
    else if (session.interactive) session.terminal.note(say(words.nextClose, { batch }));
  },
});

const closeVerb = verb({
  name: 'close',
  summary: words.closeSummary,
  arguments: [batchArgument],
  examples: ['relief batch close 2026Q1-1'],
  async run(session: Session, [name = '']) {
    const { name: batch } = await change(session, (writer) => closeBatch(writer, session, name));
    const good = say(words.closed, { batch });
    await session.terminal.print({ blocks: [{ good }], json: { batch, status: 'closed' } });
  },
});

/** The verbs of `relief batch` that pay it. */
export const bankVerbs: readonly Verb<Session>[] = [payVerb, resultVerb, closeVerb];
