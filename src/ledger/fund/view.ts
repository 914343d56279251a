import { type Phrase, render, type Said, say } from '../../core/language.ts';
import { type Fen, formatYuan, readableYuan } from '../../core/money.ts';
import { type Block, type Column, type Fact, inWords, yuanColumn } from '../../core/report.ts';
import type { AidRules, Fund } from '../../policy/aid.ts';
import { fundFacts } from '../../policy/fund-view.ts';
import { fundInWords } from '../../policy/funds.ts';
import { available, type FundBalance } from '../entry.ts';
import { accountTitle, causeTitle } from '../view.ts';
import { words as ledgerWords } from '../words.ts';
import { words } from './words.ts';

const code: Column = { key: 'fund', title: words.code };
const amounts: readonly Column[] = [
  yuanColumn('balance', words.balance),
  yuanColumn('payable', words.payable),
  yuanColumn('receivable', words.receivable),
];

/** The columns of the list of funds (SPEC 10). */
export const fundColumns: readonly Column[] = [code, ...amounts];

/** The same on a screen, each fund with its name. */
export const namedFundColumns = (funds: readonly Fund[]): readonly Column[] => [
  code,
  { key: 'fund', title: words.title, show: fundInWords(funds) },
  ...amounts,
];

/** A fund of the list as SPEC 10 has it. */
export function fundRow(fund: string, has: FundBalance) {
  return {
    fund,
    balance: formatYuan(has.balance),
    payable: formatYuan(has.payable),
    receivable: formatYuan(has.receivable),
  };
}

/** What a fund's budget of a year is, and what of it is spent, in fen. */
export interface BudgetState {
  readonly fund: Fund;
  readonly year: number;
  readonly budget: Fen | null;
  readonly spent: Fen;
}

/** The JSON of a budget; `budget` and `left` are null where there is none. */
export function budgetJson({ fund, year, budget, spent }: BudgetState) {
  return {
    ...{ fund: fund.code, year, budget: budget === null ? null : formatYuan(budget) },
    ...{ spent: formatYuan(spent), left: budget === null ? null : formatYuan(budget - spent) },
  };
}

/** A budget in words. */
export function budgetSaid({ fund, year, budget, spent }: BudgetState): Said {
  const facts = { fund: fund.title, year: String(year), spent: readableYuan(spent) };
  if (budget === null) return say(words.budgetNone, { ...facts, code: fund.code });
  const amount = readableYuan(budget);
  if (spent > budget)
    return say(words.budgetOver, { ...facts, amount, over: readableYuan(spent - budget) });
  return say(words.budgetIs, { ...facts, amount, left: readableYuan(budget - spent) });
}

/** What came in on an account, in fen. */
export interface SourceSum {
  readonly account: string;
  readonly amount: Fen;
}

/** A fund on a screen: what it has, where a year's money came from, the budget, and its rules. */
export function fundBlocks(
  has: FundBalance,
  sources: readonly SourceSum[],
  state: BudgetState,
  rules: Pick<AidRules, 'funds' | 'hardship'>,
): readonly Block[] {
  const year = String(state.year);
  const facts: readonly Fact[] = [
    [words.title, state.fund.title],
    [words.balance, readableYuan(has.balance)],
    [words.payable, readableYuan(has.payable)],
    [words.available, readableYuan(available(has))],
    [words.receivable, readableYuan(has.receivable)],
    [words.loans, has.loans === 0 ? '' : readableYuan(has.loans)],
    ...budgetFacts(state),
  ];
  return [
    { facts },
    ...sourceBlocks(sources, year),
    { heading: words.rules },
    { facts: fundFacts(state.fund, rules) },
  ];
}

function sourceBlocks(sources: readonly SourceSum[], year: string): readonly Block[] {
  if (sources.length === 0) return [{ line: say(words.nothingCameIn, { year }) }];
  const rows = sources.map(({ account, amount }) => ({ account, amount: formatYuan(amount) }));
  const columns: readonly Column[] = [
    {
      key: 'account',
      title: words.source,
      show: (cell, lang) => render(accountTitle(String(cell), bare), lang),
    },
    yuanColumn('amount', words.amount),
  ];
  return [{ heading: say(words.cameIn, { year }) }, { table: { columns, rows } }];
}

function budgetFacts({ year, budget, spent }: BudgetState): readonly Fact[] {
  if (budget === null) return [[words.spent, readableYuan(spent)]];
  const rest: Fact =
    spent > budget
      ? [words.overspent, readableYuan(spent - budget)]
      : [words.left, readableYuan(budget - spent)];
  const title = say(words.budget, { year: String(year) });
  return [[title, readableYuan(budget)], [words.spent, readableYuan(spent)], rest];
}

// Money comes in on no benefit's account.
const bare = (code: string): Phrase => ({ en: code, zh: code });

/** A row of a statement: what is brought forward, an entry, or what is carried forward. */
export type StatementRow = {
  readonly on: string | null;
  readonly entry: number | null;
  readonly cause: string;
  readonly key: string;
  readonly memo: string;
  readonly in: string | null;
  readonly out: string | null;
  readonly balance: string;
  readonly payable: string;
};

/** How the first and the last row of a statement are named. */
export const [broughtForward, carriedForward] = ['brought-forward', 'carried-forward'];

const rowTitles: Readonly<Record<string, Phrase>> = {
  [broughtForward]: words.broughtForward,
  [carriedForward]: words.carriedForward,
};

/** The columns of a statement. */
export const statementColumns: readonly Column[] = [
  { key: 'on', title: ledgerWords.on },
  { key: 'entry', title: ledgerWords.entry, align: 'right' },
  {
    key: 'cause',
    title: ledgerWords.cause,
    show: inWords((cause) => rowTitles[cause] ?? causeTitle(cause)),
  },
  { key: 'key', title: ledgerWords.key },
  { key: 'memo', title: ledgerWords.memo },
  yuanColumn('in', words.in),
  yuanColumn('out', words.out),
  yuanColumn('balance', words.running),
  yuanColumn('payable', words.payable),
];

/** What somebody owes a fund, as it is listed. */
export type OutstandingRow = {
  readonly employee_no: string;
  readonly name: string;
  readonly fund: string;
  readonly amount: string;
  readonly since: string;
  readonly days: number;
};

/** The columns of what is outstanding. */
export const outstandingColumns = (funds: readonly Fund[]): readonly Column[] => [
  { key: 'employee_no', title: words.person },
  { key: 'name', title: ledgerWords.personName },
  { key: 'fund', title: words.title, show: fundInWords(funds) },
  yuanColumn('amount', words.amount),
  { key: 'since', title: words.since },
  { key: 'days', title: words.days, align: 'right' },
];
