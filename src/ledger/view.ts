import type { Choice } from '../core/field.ts';
import { type Phrase, type Said, say } from '../core/language.ts';
import type { Column } from '../core/report.ts';
import type { Cause, Source } from './entry.ts';
import { words } from './words.ts';

/** Where deposits come from, with their usual names (SPEC 2, 10). */
export const sources: readonly Choice<Source>[] = [
  { code: 'appropriation', title: words.appropriation, also: ['拨款'] },
  { code: 'union', title: words.union, also: ['工会', '工会经费'] },
  { code: 'donation', title: words.donation, also: ['捐款', '干部职工捐款'] },
  {
    code: 'supplementary-insurance',
    title: words.supplementaryInsurance,
    also: ['补充医疗保险', '补充医保', '补充医保划拨'],
  },
];

/** What causes entries, in the order in which money goes through a fund. */
export const causes: readonly Choice<Cause>[] = [
  { code: 'opening', title: words.opening },
  { code: 'deposit', title: words.causeDeposit },
  { code: 'dues', title: words.causeDues },
  { code: 'dues-returned', title: words.causeDuesReturned },
  { code: 'batch-approved', title: words.causeBatchApproved },
  { code: 'batch-paid', title: words.causeBatchPaid },
  { code: 'advance', title: words.causeAdvance },
  { code: 'repayment', title: words.causeRepayment },
  { code: 'reversal', title: words.causeReversal },
];

const accounts: Readonly<Record<string, Phrase>> = {
  cash: words.cash,
  receivable: words.receivable,
  payable: words.payable,
  opening: words.opening,
  'dues:member': words.duesOfMember,
  'dues:unit': words.duesOfUnit,
  'dues:group': words.duesOfGroup,
  ...Object.fromEntries(sources.map(({ code, title }) => [`source:${code}`, title])),
};

/** What an account is called. @param benefitTitle what the policy calls a benefit */
export function accountTitle(
  account: string,
  benefitTitle: (benefit: string) => Phrase,
): Phrase | Said {
  const known = accounts[account];
  if (known) return known;
  const benefit = account.replace(/^benefit:/, '');
  return say(words.spentOn, { benefit: benefitTitle(benefit) });
}

/** What caused an entry, in words; the code itself where it is none of ours. */
export function causeTitle(cause: string): Phrase {
  return causes.find(({ code }) => code === cause)?.title ?? { en: cause, zh: cause };
}

/** A column of causes: codes in files, words on a screen. */
export const causeColumn: Column = {
  key: 'cause',
  title: words.cause,
  show: (cell, lang) => causeTitle(String(cell))[lang],
};
