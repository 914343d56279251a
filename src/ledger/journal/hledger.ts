import { printable } from '../../core/language.ts';
import { formatYuan } from '../../core/money.ts';
import type { BookedEntry, BookedPosting } from './reversal.ts';

/** What amounts are in: yuan. */
const commodity = 'CNY';

const places: Readonly<Record<string, string>> = {
  cash: 'assets:cash',
  receivable: 'assets:receivable',
  loan: 'assets:loan',
  'loan-approved': 'assets:loan-approved',
  grant: 'expenses:grant',
  'written-off': 'expenses:written-off',
  payable: 'liabilities:payable',
  opening: 'equity:opening',
};
const groups: Readonly<Record<string, string>> = {
  dues: 'income:dues:',
  source: 'income:',
  benefit: 'expenses:',
};

/** An account as hledger knows it: `assets:cash:mutual-aid`, `income:dues:member:mutual-aid`, `expenses:subsidy:mutual-aid`. */
export function hledgerAccount(account: string, fund: string): string {
  const [group = '', name = ''] = account.split(':');
  const place = places[account] ?? `${groups[group] ?? `${group}:`}${name}`;
  return `${place}:${fund}`;
}

const fullWidth: Readonly<Record<string, string>> = {
  ...{ ';': '；', '|': '｜', ':': '：', '[': '［', ']': '］' },
};

/**
 * Free text as it can stand in a journal. The signs that hledger reads something into (comments, payees, tags, dates
 * in brackets) become their full-width forms, line breaks and control characters become visible.
 */
export function journalText(text: string): string {
  return printable(text)
    .replaceAll(/[;|:[\]]/g, (sign) => fullWidth[sign] ?? sign)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The declarations that a journal begins with: its commodity, its payees and all its accounts. */
export function hledgerHead(
  accounts: readonly { readonly account: string; readonly fund: string }[],
  causes: readonly string[],
): string {
  const names = accounts.map(({ account, fund }) => hledgerAccount(account, fund)).sort();
  return [
    `commodity 1000.00 ${commodity}`,
    ...causes.map((cause) => `payee ${journalText(cause)}`),
    ...names.map((name) => `account ${name}`),
    '\n',
  ].join('\n');
}

/** An entry as a transaction: its number as the code, what caused it as the payee. */
export function hledgerEntry(entry: BookedEntry): string {
  const { id, on, cause, key, memo, postings } = entry;
  const note = [key, memo].map(journalText).filter(Boolean).join(' ');
  const head = `${on} (${id}) ${journalText(cause)} | ${note}`.trimEnd();
  return `${[head, ...postings.map((posting) => side(posting, entry.fund))].join('\n')}\n\n`;
}

function side({ account, amount, employee_no, name }: BookedPosting, fund: string): string {
  const who = [employee_no, name].map((one) => journalText(one ?? '')).filter(Boolean);
  const comment = who.length > 0 ? `  ; ${who.join(' ')}` : '';
  return `    ${hledgerAccount(account, fund)}  ${formatYuan(amount)} ${commodity}${comment}`;
}
