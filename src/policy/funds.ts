import type { Phrase } from '../core/language.ts';

/** What the ten relief funds are called (SPEC 2). */
const titles: Readonly<Record<string, Phrase>> = {
  'living-active': { en: 'living hardship, in service', zh: '在职职工生活困难救助金' },
  'living-retired': { en: 'living hardship, retired', zh: '退休职工生活困难救助金' },
  'serious-illness': { en: 'serious illness fund', zh: '大病救助金' },
  'mutual-aid': { en: 'medical mutual aid fund', zh: '职工医疗互助金' },
  school: { en: 'school aid', zh: '中小学助学金' },
  university: { en: 'university aid', zh: '大学助学金' },
  disability: { en: 'disability aid', zh: '残疾困难救助金' },
  'legal-aid': { en: 'legal aid', zh: '法律援助金' },
  'start-up': { en: 'start-up revolving fund', zh: '创业周转金' },
  'rental-housing': { en: 'rental housing aid', zh: '租赁住房救助金' },
};

/** What a fund is called; its code where it is not among the ten. */
export function fundTitle(code: string): Phrase {
  return titles[code] ?? { en: code, zh: code };
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
