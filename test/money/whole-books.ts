import SqliteDatabase from 'better-sqlite3';
import { expect } from 'vitest';
import type { FundJson } from '../ledger/books.ts';
import { fenOf } from '../office.ts';
import { leftOf, lends } from './help-history.ts';
import type { WholeHistory } from './whole-history.ts';

interface Sum {
  readonly fund: string;
  readonly account: string;
  readonly person: number | null;
  readonly amount: number;
}

const sums = `SELECT fund, account, person_id AS person, sum(amount) AS amount FROM posting
  GROUP BY fund, account, person_id`;

/** What must never be found, by what it is. */
const never: Readonly<Record<string, string>> = {
  'an entry whose sides differ': 'SELECT 1 FROM posting GROUP BY entry_id HAVING sum(amount) <> 0',
  'a fund that has promised more than it has': `SELECT 1 FROM posting
    WHERE account IN ('cash', 'payable') GROUP BY fund HAVING sum(amount) < 0`,
  'a person of whom less than nothing is owed': `SELECT 1 FROM posting
    WHERE account IN ('receivable', 'loan') GROUP BY person_id, fund HAVING sum(amount) < 0`,
  'a schedule that is not the loan': `SELECT 1 FROM aid_grant g JOIN instalment ON grant_id = g.id
    GROUP BY g.id HAVING sum(instalment.amount) <> granted OR count(*) <> instalments OR state <> 'paid'`,
  'a loan without a schedule': `SELECT 1 FROM aid_grant g WHERE instalments IS NOT NULL AND state = 'paid'
    AND NOT EXISTS (SELECT 1 FROM instalment WHERE grant_id = g.id)`,
  'a step before the one it follows': `SELECT 1 FROM grant_step one JOIN grant_step other
    ON one.grant_id = other.grant_id AND one.id < other.id AND one.on_date > other.on_date`,
  'money for a loan before it was paid out': `SELECT 1 FROM aid_grant g
    LEFT JOIN loan_repayment r ON r.grant_id = g.id LEFT JOIN write_off w ON w.grant_id = g.id
    WHERE min(coalesce(r.on_date, paid_on), coalesce(w.asked_on, paid_on)) < paid_on`,
  'an entry before the opening balance': `SELECT 1 FROM entry o JOIN entry e ON e.fund = o.fund
    WHERE o.cause = 'opening' AND e.on_date < o.on_date AND e.reverses IS NULL
      AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses IN (o.id, e.id))`,
  'an entry taken back before it was booked': `SELECT 1 FROM entry r JOIN entry e ON e.id = r.reverses
    WHERE r.on_date < e.on_date`,
  'a claim that pays what a grant has paid': `SELECT 1 FROM aid_grant g JOIN claim c
    ON c.receipt_no = g.receipt_no AND c.person_id = g.person_id
    WHERE g.state IN ('approved', 'paid') AND c.state IN ('open', 'settled')`,
};

/** What must hold at every moment: the books of each fund against what was counted beside them. */
export async function wholeHolds(history: WholeHistory): Promise<void> {
  const database = new SqliteDatabase(history.office.path, { readonly: true });
  for (const [what, text] of Object.entries(never))
    expect(database.prepare(text).all(), what).toEqual([]);
  const found = database.prepare(sums).all() as readonly Sum[];
  database.close();
  const settled = ['mutual-aid', 'serious-illness'];
  const told = await history.office.json<FundJson[]>('fund', 'list', '--today', history.today);
  for (const { fund, balance, payable, receivable } of told) {
    const own = found.filter((one) => one.fund === fund);
    const on = (...accounts: string[]) =>
      own
        .filter(({ account }) => accounts.includes(account))
        .reduce((all, one) => all + one.amount, 0);
    expect([fund, fenOf(balance), fenOf(payable), fenOf(receivable)]).toEqual([
      fund,
      on('cash'),
      0 - on('payable'),
      on('receivable', 'loan'),
    ]);
    if (settled.includes(fund)) continue;
    expect([fund, ...booked(own)]).toEqual([fund, ...counted(history, fund)]);
  }
  const cash = found.filter(({ account, fund }) => account === 'cash' && settled.includes(fund));
  const { deposits, dues, paid, advances } = history;
  const inHand = deposits + dues - paid - advances;
  expect(cash.reduce((all, { amount }) => all + amount, 0)).toBe(inHand);
}

const accounts = ['cash', 'payable', 'grant', 'loan-approved', 'written-off'] as const;

/** What the books say of a fund: its accounts, and what each person owes. */
function booked(own: readonly Sum[]) {
  const of = (wanted: string) => own.filter(({ account }) => account === wanted);
  const persons = (wanted: string) =>
    of(wanted)
      .flatMap(({ person, amount }) => (amount === 0 ? [] : `${person}: ${amount}`))
      .sort();
  return [
    ...accounts.map((wanted) => of(wanted).reduce((all, { amount }) => all + amount, 0)),
    ...[persons('receivable'), persons('loan')],
  ];
}

/** The same as it was counted. */
function counted(history: WholeHistory, fund: string) {
  const { cash, payable, owed, lent } = history.fund(fund);
  const grants = history.grants.filter((one) => one.fund === fund);
  const sum = (...states: string[]) =>
    grants.filter(({ state }) => states.includes(state)).reduce((all, one) => all + one.amount, 0);
  const isLoan = fund === lends;
  const persons = (of: ReadonlyMap<number, number>) =>
    [...of].flatMap(([person, fen]) => (fen === 0 ? [] : `${person + 1}: ${fen}`)).sort();
  const left = grants.filter(({ state }) => isLoan && state === 'paid');
  expect(left.reduce((all, one) => all + leftOf(one), 0)).toBe(
    [...lent.values()].reduce((all, one) => all + one, 0),
  );
  return [
    ...[cash, 0 - payable, isLoan ? 0 : sum('approved', 'paid'), isLoan ? sum('approved') : 0],
    grants.reduce((all, { writtenOff }) => all + writtenOff, 0),
    ...[persons(owed), persons(lent)],
  ];
}
