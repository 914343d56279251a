import { titleOf } from '../core/field.ts';
import { type Phrase, type Said, say } from '../core/language.ts';
import { type Column, inWords } from '../core/report.ts';
import { causes, sources } from './origins.ts';
import { words } from './words.ts';

const accounts: Readonly<Record<string, Phrase>> = {
  cash: words.cash,
  receivable: words.receivable,
  payable: words.payable,
  opening: words.opening,
  loan: words.loan,
  'loan-approved': words.loanApproved,
  grant: words.grants,
  'written-off': words.writtenOff,
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
  return titleOf(causes, cause);
}

/** A column of causes: codes in files, words on a screen. */
export const causeColumn: Column = {
  key: 'cause',
  title: words.cause,
  show: inWords(causeTitle),
};
