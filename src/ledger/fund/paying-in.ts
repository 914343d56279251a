import { change, type Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { titleOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { type Fen, formatYuan, readableYuan } from '../../core/money.ts';
import { verb } from '../../core/verb.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { askPerson } from '../../people/ask.ts';
import type { StoredPerson } from '../../people/person.ts';
import { findPersonSeen } from '../../people/seen.ts';
import type { Fund } from '../../policy/aid.ts';
import { cashOf, type NewEntry } from '../entry.ts';
import { sources } from '../origins.ts';
import { book, fundBalance, mustBeOpen, outstandingOf } from '../store.ts';
import {
  checkDay,
  checkDeposit,
  depositFields,
  openingFields,
  outstandingSince,
  repaymentFields,
  whyNoOpening,
} from './fund.ts';
import { beginningOf, fundNamed, owingMovements } from './store.ts';
import { words } from './words.ts';

/** The argument that names a fund. */
export const fundArgument = [{ name: 'fund', about: words.fundArgument }];

function refuse(why: Said | undefined): void {
  if (why) throw new Failure('refused', why);
}

/** An entry that a person books: the action in the audit, and what is to be checked before it. */
interface Booking<T> {
  readonly action: string;
  readonly entry: NewEntry;
  readonly check: (writer: Writer) => Promise<T>;
}

/** Books one entry of a fund, once it was checked. @returns its number, the money in hand after it, and what the check gave */
async function bookOne<T>(
  session: Session,
  { action, entry, check }: Booking<T>,
): Promise<{ readonly id: number; readonly balance: Fen; readonly checked: T }> {
  return change(session, async (writer) => {
    const checked = await check(writer);
    const [id = 0] = await book(writer, session.operator, [entry]);
    const { balance } = await fundBalance(writer.database.query, entry.fund);
    const { fund, on, key, memo } = entry;
    const detail = { entry: id, amount: formatYuan(cashOf([entry])), on, key, memo };
    return {
      result: { id, balance, checked },
      entry: { action, entity: 'fund', key: fund, detail },
    };
  });
}

/** `relief fund deposit`. */
export const depositVerb = verb({
  name: 'deposit',
  summary: words.depositSummary,
  arguments: fundArgument,
  options: fieldOptions(depositFields),
  examples: [
    'relief fund deposit mutual-aid --source union --amount 100000.00 --on 2026-01-05',
    'relief fund deposit mutual-aid --source donation --donor 王建国 --amount 500.00 --on 2026-03-01',
  ],
  async run(session: Session, [text = ''], options) {
    const { query } = await session.database();
    const fund = await fundNamed(query, text, session.today);
    const deposit = await session.record(depositFields, options, {}, async (one) =>
      checkDeposit(fund.code, one, session.today),
    );
    const { source, amount, donor, memo } = deposit;
    const on = deposit.on ?? session.today;
    const entry: NewEntry = {
      ...{ fund: fund.code, on, cause: 'deposit', key: donor ?? '', memo: memo ?? '' },
      postings: [
        { account: 'cash', amount },
        { account: `source:${source}`, amount: -amount },
      ],
    };
    const booked = await bookOne(session, {
      action: 'fund.deposit',
      entry,
      check: (writer) => mustBeOpen(writer.database.query, fund.code, on),
    });
    const good = say(words.deposited, {
      ...{ entry: booked.id, fund: fund.title, amount: readableYuan(amount) },
      ...{ source: titleOf(sources, source), balance: readableYuan(booked.balance) },
    });
    const json = {
      ...{ entry: booked.id, fund: fund.code, source, amount: formatYuan(amount), on, donor, memo },
      balance: formatYuan(booked.balance),
    };
    await session.terminal.print({ blocks: [{ good }], json });
  },
});

/** `relief fund opening`. */
export const openingVerb = verb({
  name: 'opening',
  summary: words.openingSummary,
  arguments: fundArgument,
  options: fieldOptions(openingFields),
  examples: ['relief fund opening mutual-aid --amount 1250000.00 --on 2026-01-01'],
  async run(session: Session, [text = ''], options) {
    const { query } = await session.database();
    const fund = await fundNamed(query, text, session.today);
    const opening = await session.record(openingFields, options, {}, async (one) =>
      checkDay(one.on, session.today),
    );
    const { amount, memo } = opening;
    const on = opening.on ?? session.today;
    const entry: NewEntry = {
      ...{ fund: fund.code, on, cause: 'opening', key: '', memo: memo ?? '' },
      postings: [
        { account: 'cash', amount },
        { account: 'opening', amount: -amount },
      ],
    };
    const booked = await bookOne(session, {
      action: 'fund.opening',
      entry,
      check: async (writer) =>
        refuse(whyNoOpening(fund.title, on, await beginningOf(writer.database.query, fund.code))),
    });
    const good = say(words.opened, {
      ...{ entry: booked.id, fund: fund.title, amount: readableYuan(amount), on },
      balance: readableYuan(booked.balance),
    });
    const json = {
      ...{ entry: booked.id, fund: fund.code, amount: formatYuan(amount), on, memo },
      balance: formatYuan(booked.balance),
    };
    await session.terminal.print({ blocks: [{ good }], json });
  },
});

/** Refuses a repayment of more than is outstanding, or of what was not outstanding yet. */
async function mustOwe(
  writer: Writer,
  { code, title }: Fund,
  { id, name, employee_no: no }: StoredPerson,
  { amount, on }: { readonly amount: Fen; readonly on: CivilDate },
): Promise<Fen> {
  const { query } = writer.database;
  const owed = (await outstandingOf(query, id, id)).find((one) => one.fund === code);
  const outstanding = owed?.outstanding ?? 0;
  if (outstanding === 0) refuse(say(words.nothingOutstanding, { name, no, fund: title }));
  if (amount > outstanding) {
    const facts = { amount: readableYuan(amount), outstanding: readableYuan(outstanding) };
    refuse(say(words.moreThanOutstanding, { name, no, fund: title, ...facts }));
  }
  const since = outstandingSince((await owingMovements(query, [id])).get(`${id} ${code}`) ?? []);
  if (since !== undefined && on < since)
    refuse(say(words.beforeOutstanding, { name, no, since, on }));
  return outstanding;
}

/** `relief fund repay`. */
export const repayVerb = verb({
  name: 'repay',
  summary: words.repaySummary,
  arguments: fundArgument,
  options: fieldOptions(repaymentFields),
  examples: ['relief fund repay mutual-aid --person 011045 --amount 300.00 --on 2026-10-08'],
  async run(session: Session, [text = ''], options) {
    const { query } = await session.database();
    const fund = await fundNamed(query, text, session.today);
    const ask = { person: async () => (await askPerson(session)).employee_no };
    const repayment = await session.record(repaymentFields, options, ask, async (one) =>
      checkDay(one.on, session.today),
    );
    const person = await findPersonSeen(session, repayment.person);
    const { amount, memo } = repayment;
    const on = repayment.on ?? session.today;
    const entry: NewEntry = {
      ...{ fund: fund.code, on, cause: 'repayment', key: person.employee_no, memo: memo ?? '' },
      postings: [
        { account: 'cash', amount },
        { account: 'receivable', amount: -amount, person: person.id },
      ],
    };
    const booked = await bookOne(session, {
      action: 'fund.repay',
      entry,
      check: async (writer) => {
        await mustBeOpen(writer.database.query, fund.code, on);
        return mustOwe(writer, fund, person, { amount, on });
      },
    });
    const rest = booked.checked - amount;
    const { name, employee_no } = person;
    const good = say(words.repaid, {
      ...{ entry: booked.id, name, no: employee_no, fund: fund.title },
      ...{ amount: readableYuan(amount), rest: readableYuan(rest) },
    });
    const json = {
      ...{
        entry: booked.id,
        fund: fund.code,
        person: employee_no,
        amount: formatYuan(amount),
        on,
        memo,
      },
      outstanding: formatYuan(rest),
    };
    await session.terminal.print({ blocks: [{ good }], json });
  },
});
