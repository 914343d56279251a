import { describe, expect, it } from 'vitest';
import { aidSample, changed, faultsOf } from './sample.ts';

/** What is broken, how, and the faults that must be told, each with its line. */
type Case = readonly [what: string, from: string, to: string, ...faults: string[]];

const cases: readonly Case[] = [
  // Funds
  [
    'an unknown key',
    '        per: month',
    '        perr: month',
    '45: there is no key "perr"; did you mean "per"?',
  ],
  ['a missing key', '        kept_at: section\n', '', '35: "kept_at" is missing'],
  [
    'an unknown level',
    'kept_at: section',
    'kept_at: sektion',
    '37: there is no level "sektion"; did you mean "section"?',
  ],
  [
    'an unknown way',
    'way: grant',
    'way: gift',
    '38: there is no way of helping "gift"; known here: grant, loan, settlement, none',
  ],
  [
    'an unknown category',
    'for: [active, retired]',
    'for: [active, retird]',
    '39: there is no category "retird"; did you mean "retired"?',
  ],
  [
    'one excluded',
    'survivor-work-death:',
    'survivor-work:',
    '41: there is no category "survivor-work"; did you mean',
  ],
  [
    'an exclusion without a pointer',
    '{en: see the group, zh: 请找集团}',
    '""',
    '41: "survivor-work-death" has no value',
  ],
  [
    'an unknown beneficiary',
    'beneficiary: student',
    'beneficiary: pupil',
    '43: there is no beneficiary "pupil"',
  ],
  [
    'an unknown stage',
    'stages: [primary]',
    'stages: [primery]',
    '44: there is no stage of school "primery"; did you mean "primary"?',
  ],
  ['an unknown occasion', 'per: month', 'per: weekly', '45: there is no occasion "weekly"'],
  [
    'a limit that is no amount',
    'per_grant: 300.00',
    'per_grant: much',
    '46: "much" is not an amount',
  ],
  ['a number of times of nought', 'times_a_year: 3', 'times_a_year: 0', '46: 0 is too small here'],
  [
    'an unknown limit',
    'per_year: 900.00',
    'per_yeer: 900.00',
    '46: there is no key "per_yeer"; did you mean "per_year"?',
  ],
  [
    'an unknown payee',
    'payee: provider',
    'payee: provide',
    '47: there is no payee "provide"; did you mean "provider"?',
  ],
  [
    'an unknown other fund',
    'same_cost_as: [school]',
    'same_cost_as: [shool]',
    '48: there is no fund "shool"; did you mean "school"?',
  ],
  ['papers in one language', '[{en: receipt, zh: 票据}]', '[{en: receipt}]', '49: "zh" is missing'],
  [
    'a loan without instalments',
    '        instalments: 6\n',
    '',
    '50: a fund of loans says how many instalments',
  ],
  [
    'instalments of a grant',
    'way: loan',
    'way: grant',
    '54: "instalments" has no effect',
    '55: "overdue_days" has no effect',
  ],
  [
    'stages of no student',
    'beneficiary: student',
    'beneficiary: applicant',
    '44: "stages" has no effect',
  ],
  ['a fund that is no code', '      tools:', '      Tools:', '50: "Tools" cannot be a code'],
  [
    'a fund named as another',
    'zh: 工具借款',
    'zh: 生活物资救助金',
    '50: "tools" may be called "生活物资救助金", which "food" is called already',
  ],

  // Hardship files
  [
    'an unknown key of a class',
    'extreme: yes',
    'extrem: yes',
    '59: there is no key "extrem"; did you mean "extreme"?',
  ],
  [
    'neither yes nor no',
    'extreme: yes',
    'extreme: perhaps',
    '59: yes or no: "perhaps" is not known',
  ],
  [
    'a limit of income that is none',
    'income_per_head: 800.00',
    'income_per_head: low',
    '59: "low" is not an amount',
  ],
  [
    'classes out of order',
    'income_per_head: 1600.00',
    'income_per_head: 700.00',
    '60: the classes stand from the deepest on: the limit 700.00 of "relative"',
  ],
  [
    'classes alike',
    'income_per_head: 1600.00',
    'income_per_head: 800.00',
    '60: the classes stand from the deepest on',
  ],
  [
    'a review every nought months',
    'review_every_months: 12',
    'review_every_months: 0',
    '57: 0 is too small here',
  ],
  [
    'missing causes',
    '      causes: {illness: {title: {en: illness, zh: 疾病}}}\n',
    '',
    '56: "causes" is missing',
  ],
  ['a cause without a title', '{title: {en: illness, zh: 疾病}}', '{}', '61: "title" is missing'],
  [
    'two names alike',
    'also: [户主]}',
    'also: [户主]}, head: {title: {en: head, zh: 户主}}',
    '62: "head" may be called "户主", which "self" is called already',
  ],

  // Benefits in kind
  [
    'another occasion of a benefit in kind',
    'per: winter',
    'per: summer',
    '67: there is no occasion "summer"',
  ],
  [
    'an unknown class',
    'classes: [deep]',
    'classes: [deap]',
    '69: there is no class of hardship "deap"; did you mean "deep"?',
  ],
  [
    'an unknown relation',
    'classes: [deep]',
    'relations: [kid]',
    '69: there is no relation "kid"; known here: self',
  ],
  [
    'a class that is gone',
    '        relative: {title: {en: relative, zh: 相对困难}, income_per_head: 1600.00}\n',
    '        accident: {title: {en: accident, zh: 意外致困}}\n',
  ],

  // Pairings, requests, notice, calendar, roles
  [
    'a visit every so often',
    'visit_every_days: 90',
    'visit_every_days: often',
    '72: "often" is not a whole number',
  ],
  ['a level without days', ', group: 15}', '}', '74: "group" is missing'],
  [
    'an unknown level of days',
    'group: 15}',
    'group: 15, mines: 3}',
    '74: there is no key "mines"; did you mean "mine"?',
  ],
  [
    'a part above all',
    'under_threshold: 10%',
    'under_threshold: 110%',
    '76: "110%" is more than 100%',
  ],
  [
    'months without help that are none',
    'unhelped_months: 6',
    'unhelped_months: some',
    '76: "some" is not a whole number',
  ],
  ['a missing notice', 'reviews_days: 30, ', '', '76: "reviews_days" is missing'],
  [
    'a month that is none',
    'school_year: 9',
    'school_year: 13',
    '77: "13" is no month; write 1 to 12',
  ],
  ['a month in words', 'winter: 11', 'winter: November', '77: "November" is not a whole number'],
  [
    'an unknown right',
    'may: [record]',
    'may: [record, approv]',
    '79: there is no right "approv"; did you mean "approve"?',
  ],
  ['a role without rights written', ', may: [record]', '', '79: "may" is missing'],
];

describe('a policy that is wrong beyond the settlement', () => {
  it('is sound before it is broken', () => expect(faultsOf(aidSample)).toEqual([]));

  it.each(cases)('is told of %s', (_what, from, to, ...faults) => {
    const told = faultsOf(changed(aidSample, from, to));
    expect(told).toEqual(faults.map((fault) => expect.stringContaining(fault)));
    const zh = faultsOf(changed(aidSample, from, to), 'zh');
    expect(zh.map((fault) => fault.split(':')[0])).toEqual(
      told.map((fault) => fault.split(':')[0]),
    );
    for (const fault of zh) expect(fault).toMatch(/[\u4e00-\u9fff]/);
  });

  it("never speaks in zod's words, and never throws, whatever a line is replaced by", () => {
    const lines = aidSample.split('\n');
    for (let at = 33; at < 79; at += 1) {
      const key = /^\s*[-\s]*[\w-]+:/.exec(lines[at] ?? '')?.[0] ?? '';
      for (const other of ['', '[]', '{}', 'x', '[{}]', '{a: [b]}', '"']) {
        const faults = faultsOf(lines.with(at, `${key} ${other}`).join('\n')).join('\n');
        expect(faults).not.toMatch(/Invalid|expected|received|undefined|\{\w+\}/);
      }
    }
  });
});
