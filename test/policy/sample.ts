import { render } from '../../src/core/language.ts';
import { type ReadPolicy, readPolicy } from '../../src/policy/read.ts';

/** A small sound policy, which the tests break in one place at a time. */
export const sample = `format: relief-policy/1
scheme: sample
title: {en: Sample, zh: 示例}
versions:
  - in_force_from: 2020-01-01
    period: year
    look_back_years: 1
    dues: {member: 20.00, unit: 5.00, group: 10.00}
    receipts:
      inpatient: {needs: [designated-hospital]}
      special-exam: {}
    benefits:
      relief:
        fund: serious-illness
        formula: steps
        base: pool_paid
        receipts: [inpatient]
        per: year
        steps:
          - {over: 1000.00, pay: 100.00}
          - {over: 2000.00, pay: 200.00}
        within: {of: pool_self_pay, together_with: [subsidy]}
      subsidy:
        fund: mutual-aid
        formula: bands
        base: pool_self_pay
        receipts: all
        per: year
        bands:
          - {over: 100.00, rate: 50%}
          - {over: 200.00, rate: 60%}
        continuity: {every_years: 5, add: 5%, at_most: 100%}
        cap: none
examples:
  - name: one receipt
    given:
      enrolled: [2026]
      claims:
        - {type: inpatient, service_date: 2026-02-01, pool_paid: 300.00, pool_self_pay: 150.00}
    expect: {subsidy: 25.00}
`;

/** The same with all that a policy may say beyond the settlement; it begins on line 34. */
export const aidSample = sample.replace(
  'examples:',
  `    funds:
      food:
        title: {en: food aid, zh: 生活物资救助金}
        kept_at: section
        way: grant
        for: [active, retired]
        not_for:
          survivor-work-death: {en: see the group, zh: 请找集团}
        needs: [hardship]
        beneficiary: student
        stages: [primary]
        per: month
        limits: {per_grant: 300.00, per_year: 900.00, times_a_year: 3}
        payee: provider
        same_cost_as: [school]
        evidence: [{en: receipt, zh: 票据}]
      tools:
        title: {en: tool loans, zh: 工具借款}
        kept_at: mine
        way: loan
        instalments: 6
        overdue_days: [30, 60]
    hardship:
      review_every_months: 12
      classes:
        deep: {title: {en: deep, zh: 深度困难}, income_per_head: 800.00, extreme: yes}
        relative: {title: {en: relative, zh: 相对困难}, income_per_head: 1600.00}
      causes: {illness: {title: {en: illness, zh: 疾病}}}
      relations: {self: {title: {en: self, zh: 本人}, also: [户主]}}
      stages: {primary: {title: {en: primary school, zh: 小学}}}
    in_kind:
      heating:
        title: {en: heating, zh: 取暖}
        per: winter
        degrees: {waived: {title: {en: waived, zh: 免收}}}
        classes: [deep]
    pairing:
      ranks: {division: {title: {en: division, zh: 处级}}}
      visit_every_days: 90
    requests:
      due_days: {section: 5, mine: 10, group: 15}
      kinds: {living: {title: {en: living, zh: 生活}}}
    notice: {reviews_days: 30, recognitions_days: 30, unhelped_months: 6, under_threshold: 10%}
    calendar: {school_year: 9, winter: 11}
    roles:
      caseworker: {title: {en: caseworker, zh: 帮扶干部}, may: [record]}
examples:`,
);

/** A text with one part replaced, which must be in it. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the text has no ${from}`);
  return text.replace(from, () => to);
}

/** The faults of a policy file as `line: words`; none where it is sound. */
export function faultsOf(text: string, lang: 'en' | 'zh' = 'en'): readonly string[] {
  const read = readPolicy(text);
  return 'policy' in read ? [] : read.map(({ line, said }) => `${line}: ${render(said, lang)}`);
}

/** The policy in a text that must be sound. */
export function sound(text: string): ReadPolicy {
  const read = readPolicy(text);
  if ('policy' in read) return read;
  throw new Error(faultsOf(text).join('\n'));
}
