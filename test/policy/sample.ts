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
