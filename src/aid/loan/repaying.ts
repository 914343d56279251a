import { change, type Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure, Fault } from '../../core/failure.ts';
import { required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { parseCount, parseText } from '../../core/text.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { cashOf } from '../../ledger/entry.ts';
import { beginningOf } from '../../ledger/fund/store.ts';
import { type BookedEntry, reversalOf } from '../../ledger/journal/reversal.ts';
import { entryById } from '../../ledger/journal/store.ts';
import { book, mustBear } from '../../ledger/store.ts';
import { findPersonSeen } from '../../people/seen.ts';
import { fundTitle } from '../../policy/funds.ts';
import { askLoan, askRepaymentOf } from './ask.ts';
import { loanStanding, repaymentFields, type StoredLoan } from './loan.ts';
import {
  type Books,
  type Coming,
  correctable,
  type Owed,
  owedOf,
  repaymentEntry,
  whyNotRepaid,
} from './repayment.ts';
import { findLoanSeen, lending } from './seen.ts';
import { findLoan, insertRepayment, loansAmong } from './store.ts';
import { loanRow, repaidSaid } from './view.ts';
import { words } from './words.ts';

const entity = 'loan';

/** `relief loan repay`. */
export const repayVerb = verb({
  name: 'repay',
  summary: words.repaySummary,
  arguments: [{ name: 'number', about: words.loanArgument, optional: true }],
  options: {
    person: textOption(words.personToRepay, 'NO'),
    ...fieldOptions(repaymentFields),
  },
  examples: [
    'relief loan repay 7 --amount 416.66 --on 2026-10-15',
    'relief loan repay --person 011045 --amount 1000 --memo 提前还款',
  ],
  async run(session: Session, [text], { person, ...given }) {
    const seen = await loanToRepay(session, text, person);
    const coming = await askRepayment(session, seen, given);
    const done = await change(session, (writer) => takeRepayment(writer, session, seen.id, coming));
    const { query } = await session.database();
    const loan = await findLoan(query, [seen.fund], String(seen.id));
    const good = repaidSaid(loan, { ...done, amount: coming.amount }, session.today);
    const { on, amount, memo } = coming;
    const json = {
      ...{ repayment: done.repayment, entry: done.entry, on, amount: formatYuan(amount) },
      ...{ memo: memo || null, ...loanRow(loan, session.today) },
    };
    await session.terminal.print({ blocks: [{ good }], json });
  },
});

/** The loan that the number names, or the one that the person has to repay; asked for where a person can be. */
async function loanToRepay(
  session: Session,
  text: string | undefined,
  person: string | undefined,
): Promise<StoredLoan> {
  if (text !== undefined) {
    const loan = await findLoanSeen(session, text);
    if (person === undefined || person === loan.employee_no) return loan;
    const { id, name, employee_no: owner } = loan;
    throw new Failure('rejected', say(words.notTheirs, { id, name, owner, no: person }));
  }
  if (person === undefined) {
    const asked = session.interactive ? await askLoan(session, 'repay') : undefined;
    if (asked === undefined) throw new Failure('usage', say(words.loanOrPerson));
    return findLoanSeen(session, asked);
  }
  const { id, name, employee_no } = await findPersonSeen(session, person);
  const { query } = await session.database();
  const all = await loansAmong(query, (await lending(session)).codes, { persons: [id], ids: [] });
  const open = all.filter((loan) => owedOf(loan, session.today).left > 0);
  const [only, second] = open;
  if (!only) throw new Failure('refused', say(words.noLoan, { name, no: employee_no }));
  if (!second) return only;
  const said = open.map((loan) => {
    const left = readableYuan(owedOf(loan, session.today).left);
    return { loan, said: say(words.loanChoice, { id: loan.id, paid_on: loan.paid_on, left }) };
  });
  if (!session.interactive) {
    const loans = said.map((one) => one.said);
    throw new Failure('usage', say(words.severalLoans, { name, no: employee_no, loans }));
  }
  return session.prompter.choose(
    words.whichLoan,
    said.map((one) => ({ name: session.terminal.words(one.said), value: one.loan })),
  );
}

/** What came back, from the options; the amount is asked for with what is to be paid now offered. */
async function askRepayment(
  session: Session,
  loan: StoredLoan,
  given: Readonly<Record<string, unknown>>,
): Promise<Coming & { readonly memo: string }> {
  const owed = owedOf(loan, session.today);
  const books = await booksOf(session, loan.fund);
  const why = whyNotRepaid(owed, { amount: 1, on: session.today }, books);
  if (why) throw new Failure('refused', why);
  const fields = fieldsFor(owed, books, session.today);
  const due = formatYuan(loanStanding(loan, session.today).to_pay);
  const ask = {
    amount: async () => fields.amount.parse(await session.prompter.field(fields.amount, due)),
  };
  const record = await session.record(fields, given, ask, async ({ on }) =>
    on !== null && on > session.today ? [say(words.inFuture, { on })] : [],
  );
  const { on, memo } = record;
  return { amount: record.amount, on: on ?? session.today, memo: memo ?? '' };
}

async function booksOf(session: Session, fund: string): Promise<Books> {
  const { query } = await session.database();
  const title = fundTitle((await lending(session)).funds, fund);
  return { title, beginning: await beginningOf(query, fund) };
}

/** The facts of a repayment, each checked against the loan as it is typed. */
function fieldsFor(owed: Owed, books: Books, today: CivilDate): typeof repaymentFields {
  const { amount, on } = repaymentFields;
  const checked = <T>(value: T | Fault, coming: (value: T) => Coming): T | Fault => {
    const why = value instanceof Fault ? value.said : whyNotRepaid(owed, coming(value), books);
    return why ? new Fault(why) : value;
  };
  return {
    ...repaymentFields,
    amount: {
      ...amount,
      parse: (text) => checked(amount.parse(text), (fen) => ({ amount: fen, on: today })),
    },
    on: { ...on, parse: (text) => checked(on.parse(text), (day) => ({ amount: 1, on: day })) },
  };
}

/** Books a repayment of a loan as it stands now. @throws refused where it cannot be taken */
async function takeRepayment(
  writer: Writer,
  session: Session,
  id: number,
  coming: Coming & { readonly memo: string },
) {
  const loan = await findLoanSeen(session, String(id));
  const books = await booksOf(session, loan.fund);
  const why = whyNotRepaid(owedOf(loan, session.today), coming, books);
  if (why) throw new Failure('refused', why);
  const booked = repaymentEntry(loan, coming, coming.memo);
  const [entry_id = 0] = await book(writer, session.operator, [booked]);
  const repayment = await insertRepayment(writer, id, { ...coming, entry_id });
  const { on, memo } = coming;
  const amount = formatYuan(coming.amount);
  const detail = { employee_no: loan.employee_no, repayment, entry: entry_id, amount, on, memo };
  return {
    result: { repayment, entry: entry_id },
    entry: { action: 'loan.repay', entity, key: String(id), detail },
  };
}

const correctFields = {
  repayment: required({ name: 'repayment', title: words.repayment, parse: parseCount }),
  reason: required({ name: 'reason', title: words.reason, parse: parseText }),
};

/** `relief loan correct`. */
export const correctVerb = verb({
  name: 'correct',
  summary: words.correctSummary,
  arguments: [{ name: 'number', about: words.loanArgument }],
  options: {
    repayment: { about: words.repaymentOption, placeholder: 'N', parse: parseCount, datum: true },
    reason: textOption(words.reasonOption),
  },
  examples: ['relief loan correct 7 --repayment 12 --reason 记错借款人'],
  async run(session: Session, [text = ''], given) {
    const seen = await findLoanSeen(session, text);
    const ask = { repayment: () => askRepaymentOf(session, seen) };
    const { repayment: number, reason } = await session.record(correctFields, given, ask);
    const done = await change(session, async (writer) => {
      const { query } = writer.database;
      const loan = await findLoanSeen(session, String(seen.id));
      const repayment = correctable(loan, number, session.today);
      if ('said' in repayment) throw new Failure('refused', repayment.said);
      const booked = (await entryById(query, repayment.entry_id)) as BookedEntry;
      const reversal = reversalOf(booked, session.today, reason);
      await mustBear(query, loan.fund, -cashOf([reversal]), session.today);
      const [by = 0] = await book(writer, session.operator, [reversal]);
      await writer.update('loan_repayment', { id: number }, { reversed_by: by });
      const amount = formatYuan(repayment.amount);
      const detail = { employee_no: loan.employee_no, repayment: number, by, amount, reason };
      return {
        result: { repayment, by },
        entry: { action: 'loan.correct', entity, key: String(loan.id), detail },
      };
    });
    const { query } = await session.database();
    const loan = await findLoan(query, [seen.fund], String(seen.id));
    const { amount, entry_id: reverses } = done.repayment;
    const good = say(words.corrected, {
      ...{ entry: done.by, repayment: number, id: loan.id, reverses },
      ...{
        amount: readableYuan(amount),
        left: readableYuan(owedOf(loan, session.today).left),
      },
    });
    const json = {
      ...{ repayment: number, entry: done.by, reverses, amount: formatYuan(amount), reason },
      ...loanRow(loan, session.today),
    };
    await session.terminal.print({ blocks: [{ good }], json });
  },
});
