import type { CivilDate } from '../core/civil-date.ts';
import { Fault } from '../core/failure.ts';
import { parseChoice } from '../core/field.ts';
import type { Phrase } from '../core/language.ts';
import { type Column, inWords } from '../core/report.ts';
import type { AidRules, Fund } from './aid.ts';
import { type Policy, versionOn } from './policy.ts';
import { words } from './words.ts';

/** The ten relief funds and what they are called (SPEC 2), where a policy does not declare them. */
const titles: readonly (readonly [string, Phrase])[] = [
  ['living-active', { en: 'living hardship, in service', zh: '在职职工生活困难救助金' }],
  ['living-retired', { en: 'living hardship, retired', zh: '退休职工生活困难救助金' }],
  ['serious-illness', { en: 'serious illness fund', zh: '大病救助金' }],
  ['mutual-aid', { en: 'medical mutual aid fund', zh: '职工医疗互助金' }],
  ['school', { en: 'school aid', zh: '中小学助学金' }],
  ['university', { en: 'university aid', zh: '大学助学金' }],
  ['disability', { en: 'disability aid', zh: '残疾困难救助金' }],
  ['legal-aid', { en: 'legal aid', zh: '法律援助金' }],
  ['start-up', { en: 'start-up revolving fund', zh: '创业周转金' }],
  ['rental-housing', { en: 'rental housing aid', zh: '租赁住房救助金' }],
];

/** A fund with its books alone, of which no policy says anything. */
export function fundWithBooksAlone(code: string, title: Phrase = { en: code, zh: code }): Fund {
  return {
    ...{ code, title, kept_at: 'group', way: 'none', categories: [], not_for: {}, needs: [] },
    ...{ beneficiary: 'applicant', stages: [], per: 'any', payee: 'applicant', instalments: null },
    ...{ limits: { per_grant: null, per_year: null, times_a_year: null }, overdue_days: [] },
    ...{ same_cost_as: [], evidence: [], source: null, assumption: null },
  };
}

/** The ten relief funds with their books alone: what is so where a policy declares none. */
export const standardFunds: readonly Fund[] = titles.map(([code, title]) =>
  fundWithBooksAlone(code, title),
);

/** What is so where a policy says nothing beyond the settlement. */
export const noAid: AidRules = {
  ...{
    funds: standardFunds,
    hardship: null,
    in_kind: [],
    pairing: null,
    requests: null,
    roles: [],
  },
  notice: {
    ...{ reviews_days: 30, recognitions_days: 30, unhelped_months: 12 },
    under_threshold: 1_000,
  },
  calendar: { school_year: 9, winter: 11 },
};

/**
 * The funds that a policy knows: as its version of a day has them, then those that other versions alone declare, as
 * their books and batches stay.
 */
export function fundsOn(policy: Policy, day: CivilDate): readonly Fund[] {
  const funds = new Map<string, Fund>();
  for (const version of [versionOn(policy, day), ...policy.versions.toReversed()]) {
    for (const fund of version?.funds ?? []) {
      if (!funds.has(fund.code)) funds.set(fund.code, fund);
    }
  }
  return [...funds.values()];
}

/** What a fund is called; its code where it is not among these. @param funds those of a policy */
export function fundTitle(funds: readonly Fund[], code: string): Phrase {
  return funds.find((fund) => fund.code === code)?.title ?? { en: code, zh: code };
}

/** How a screen shows a column of funds: as what they are called. */
export function fundInWords(funds: readonly Fund[]): NonNullable<Column['show']> {
  return inWords((code) => fundTitle(funds, code));
}

/** The fund that a code or a name means. @returns it, or the fault naming the nearest */
export function findFund(funds: readonly Fund[], text: string): Fund | Fault {
  const code = parseChoice(words.fund, funds)(text.trim());
  return code instanceof Fault ? code : (funds.find((fund) => fund.code === code) as Fund);
}

/** The benefit that is granted case by case and not computed: no policy may use its name (SPEC 5). */
export const specialReliefBenefit = 'special-relief';
const specialReliefTitle: Phrase = { en: 'special relief', zh: '大病特殊救助' };

/** What a benefit is called: the policy's own title, or the words for what is granted case by case. */
export function benefitTitle(
  versions: readonly {
    readonly benefits: readonly { readonly name: string; readonly title: Phrase }[];
  }[],
  name: string,
): Phrase {
  const benefit = versions.flatMap(({ benefits }) => benefits).findLast((one) => one.name === name);
  if (benefit) return benefit.title;
  return name === specialReliefBenefit ? specialReliefTitle : { en: name, zh: name };
}
