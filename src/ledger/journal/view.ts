import type { Phrase } from '../../core/language.ts';
import { render } from '../../core/language.ts';
import { formatYuan } from '../../core/money.ts';
import { type Block, type Column, type Fact, yuanColumn } from '../../core/report.ts';
import type { Fund } from '../../policy/aid.ts';
import { fundInWords, fundTitle } from '../../policy/funds.ts';
import { accountTitle, causeColumn, causeTitle } from '../view.ts';
import { words as ledgerWords } from '../words.ts';
import type { BookedEntry } from './reversal.ts';
import { words } from './words.ts';

/** The columns of a list of entries. */
export const entryColumns = (funds: readonly Fund[]): readonly Column[] => [
  { key: 'entry', title: ledgerWords.entry, align: 'right' },
  { key: 'on', title: ledgerWords.on },
  { key: 'fund', title: ledgerWords.fund, show: fundInWords(funds) },
  causeColumn,
  { key: 'key', title: ledgerWords.key },
  { key: 'memo', title: ledgerWords.memo },
  yuanColumn('amount', ledgerWords.amount),
  { key: 'operator', title: ledgerWords.operator, fileOnly: true },
  { key: 'reverses', title: words.reverses, align: 'right' },
  { key: 'reversed_by', title: words.reversedBy, align: 'right' },
];

/** A row of a list of entries. */
export type EntryRow = {
  readonly entry: number;
  readonly on: string;
  readonly fund: string;
  readonly cause: string;
  readonly key: string;
  readonly memo: string;
  readonly amount: string;
  readonly operator: string;
  readonly reverses: number | null;
  readonly reversed_by: number | null;
};

/** A side of an entry, as JSON and CSV have it. */
export type SideRow = {
  readonly account: string;
  readonly employee_no: string | null;
  readonly debit: string | null;
  readonly credit: string | null;
};

/** The sides of an entry: debits above zero, credits below. */
export function sideRows({ postings }: Pick<BookedEntry, 'postings'>): readonly SideRow[] {
  return postings.map(({ account, employee_no, amount }) => ({
    ...{ account, employee_no },
    debit: amount > 0 ? formatYuan(amount) : null,
    credit: amount < 0 ? formatYuan(-amount) : null,
  }));
}

/** The columns of an entry's sides. @param benefit what the policy calls a benefit */
function sideColumns(benefit: (code: string) => Phrase): readonly Column[] {
  return [
    {
      key: 'account',
      title: ledgerWords.account,
      show: (cell, lang) => render(accountTitle(String(cell), benefit), lang),
    },
    yuanColumn('debit', ledgerWords.debit),
    yuanColumn('credit', ledgerWords.credit),
    { key: 'employee_no', title: ledgerWords.employeeNo },
  ];
}

/** The columns of the journal as CSV: a row for each side. */
export const journalColumns: readonly Pick<Column, 'key'>[] = [
  ...['entry', 'on', 'fund', 'cause', 'key', 'memo', 'operator', 'reverses'],
  ...['account', 'employee_no', 'debit', 'credit'],
].map((key) => ({ key }));

/** The head of an entry as JSON has it. */
export function headJson(entry: Omit<BookedEntry, 'postings'>) {
  const { id, fund, on, cause, key, memo, operator, reverses, reversed_by } = entry;
  return { entry: id, fund, on, cause, key, memo, operator, reverses, reversed_by };
}

/** An entry on a screen: its facts and its sides. */
export function entryBlocks(
  entry: BookedEntry,
  funds: readonly Fund[],
  benefit: (code: string) => Phrase,
): readonly Block[] {
  const number = (id: number | null) => (id === null ? '' : String(id));
  const facts: readonly Fact[] = [
    [ledgerWords.entry, String(entry.id)],
    [ledgerWords.fund, fundTitle(funds, entry.fund)],
    [ledgerWords.on, entry.on],
    [ledgerWords.cause, causeTitle(entry.cause)],
    [ledgerWords.key, entry.key],
    [ledgerWords.memo, entry.memo],
    [ledgerWords.operator, entry.operator],
    [words.reverses, number(entry.reverses)],
    [words.reversedBy, number(entry.reversed_by)],
  ];
  const table = { columns: sideColumns(benefit), rows: sideRows(entry) };
  return [{ facts }, { line: { en: '', zh: '' } }, { table }];
}
