import { describe, expect, it } from 'vitest';
import { changed, faultsOf, sample } from './sample.ts';

/** What is broken, how, and the faults that must be told, each with its line. */
type Case = readonly [what: string, from: string, to: string, ...faults: string[]];

const subsidy = '      subsidy:\n';
const cases: readonly Case[] = [
  // The writing
  ['a duplicate key', 'cap: none', 'cap: none\n        cap: 5.00', '34: "cap" stands twice'],
  ['a tab', '    period: year', '\tperiod: year', '6: this line is indented with a tab'],
  ['a bracket never closed', 'designated-hospital]', 'designated-hospital', '10: '],
  ['a quote never closed', 'scheme: sample', 'scheme: "sample', '41: '],
  ['a wrong indentation', '  - in_force_from', ' x\n  - in_force_from', '5: '],
  ['a tag', 'scheme: sample', 'scheme: !secret sample', '2: a value may not begin with "!"'],
  ['an alias', 'cap: none', 'cap: *most', '33: references such as *name'],
  ['a second document', 'examples:', '---\nexamples:', '34: a second document begins here'],
  ['a key of JavaScript', 'cap: none', '__proto__: none', '33: there is no key "__proto__"'],

  // Keys and kinds
  ['an unknown key', 'cap: none', 'capp: none', '33: there is no key "capp"; did you mean "cap"?'],
  [
    'a key like no other',
    'scheme:',
    'wxyzwxyz: 1\nscheme:',
    '2: there is no key "wxyzwxyz"; known',
  ],
  ['a missing key', '    look_back_years: 1\n', '', '5: "look_back_years" is missing'],
  ['a missing key in braces', ', unit: 5.00', '', '8: "unit" is missing'],
  ['a missing key of a benefit', '        fund: mutual-aid\n', '', '23: "fund" is missing'],
  ['an empty value', 'period: year', 'period:', '6: "period" has no value'],
  [
    'a value for a list',
    'enrolled: [2026]',
    'enrolled: 2026',
    '37: "enrolled" is written in the wrong',
  ],
  [
    'a list for a value',
    'scheme: sample',
    'scheme: [sample]',
    '2: "scheme" is written in the wrong',
  ],
  ['a value for a group', 'special-exam: {}', 'special-exam: yes', '11: "special-exam" is written'],
  [
    'a list for a phrase',
    '{en: Sample, zh: 示例}',
    '[Sample]',
    '3: "title" is written in the wrong form',
  ],
  ['a phrase in one language', ', zh: 示例', '', '3: "zh" is missing'],
  ['an empty list', 'receipts: [inpatient]', 'receipts: []', '17: the list "receipts" is empty'],
  ['an empty name', 'name: one receipt', 'name: ""', '35: "name" has no value'],

  // Values
  ['another format', 'policy/1', 'policy/2', '1: there is no file format "relief-policy/2"'],
  ['a malformed amount', 'member: 20.00', 'member: twenty', '8: "twenty" is not an amount'],
  [
    'too fine an amount',
    'over: 100.00',
    'over: 100.001',
    '30: "100.001" has more than two decimals',
  ],
  ['a negative amount', 'pay: 200.00', 'pay: -200.00', '21: "-200.00" is negative'],
  ['a malformed cap', 'cap: none', 'cap: never', '33: "never" is not an amount'],
  ['a malformed rate', 'rate: 60%', 'rate: 0.6', '31: "0.6" is not a rate'],
  ['a rate above all', 'rate: 60%', 'rate: 160%', '31: "160%" is more than 100%'],
  [
    'a malformed date',
    'in_force_from: 2020-01-01',
    'in_force_from: soon',
    '5: "soon" is not a date',
  ],
  ['a day that is none', '2026-02-01', '2026-02-30', '39: "2026-02-30" is not in the calendar'],
  [
    'no whole number',
    'look_back_years: 1',
    'look_back_years: 1.5',
    '7: "1.5" is not a whole number',
  ],
  ['years by nought', 'every_years: 5', 'every_years: 0', '32: 0 is too small here'],
  ['another period', 'period: year', 'period: month', '6: there is no period "month"'],
  [
    'an unknown formula',
    'formula: bands',
    'formula: band',
    '25: there is no formula "band"; did you mean "bands"?',
  ],
  ['an unknown base', 'base: pool_paid', 'base: paid', '16: there is no base "paid"'],
  [
    'an unknown fund',
    'fund: mutual-aid',
    'fund: mutual-ad',
    '24: there is no fund "mutual-ad"; did you mean "mutual-aid"?',
  ],
  [
    'a name no code',
    subsidy,
    '      Sub sidy:\n',
    '22: there is no benefit "subsidy"',
    '23: "Sub sidy" cannot be a code',
    '40: ',
  ],
  [
    'a text for the list of receipts',
    'receipts: all',
    'receipts: inpatient',
    '27: "inpatient" cannot stand here; write all',
  ],
  [
    'a control character',
    'name: one receipt',
    'name: "one \\u001b receipt"',
    '35: "one \\u001b receipt" holds control',
  ],

  // What holds between values
  [
    'bands that overlap',
    'over: 200.00',
    'over: 100.00',
    '31: two entries begin over the same 100.00 yuan',
  ],
  [
    'bands that descend',
    'over: 200.00',
    'over: 50.00',
    '31: "over" must rise from entry to entry, but 50.00',
  ],
  ['steps that descend', 'over: 2000.00', 'over: 999.99', '21: "over" must rise'],
  ['steps that overlap', 'over: 2000.00', 'over: 1000.00', '21: two entries begin over the same'],
  [
    'bands without bands',
    'formula: steps',
    'formula: bands',
    '13: the formula is "bands"',
    '19: "steps" has no effect',
  ],
  [
    'steps without steps',
    'formula: bands',
    'formula: steps',
    '23: the formula is "steps"',
    '29: "bands" has no effect',
    '32: "continuity" raises a rate',
  ],
  [
    'a most below the rate',
    'at_most: 100%',
    'at_most: 55%',
    '32: "at_most" is 55%, below the rate of 60%',
  ],
  [
    'an unknown receipt type',
    '[inpatient]',
    '[inpatients]',
    '17: there is no receipt type "inpatients"; did you mean "inpatient"?',
  ],
  [
    'within an unknown benefit',
    '[subsidy]',
    '[subsidi]',
    '22: there is no benefit "subsidi"; did you mean "subsidy"?',
  ],
  [
    'a reserved name',
    '      relief:\n',
    '      special-relief:\n',
    '13: "special-relief" is the name of special relief',
  ],
  ['within itself', '[subsidy]', '[relief]', '22: "relief" cannot be limited together with itself'],
  [
    'versions from a mid-year',
    '2020-01-01',
    '2020-07-01',
    '5: a version must be in force from a January 1',
  ],

  // Examples
  [
    'an unknown benefit expected',
    '{subsidy: 25.00}',
    '{subsidies: 25.00}',
    '40: there is no benefit "subsidies"',
  ],
  [
    'an unknown receipt type',
    'type: inpatient',
    'type: inpatent',
    '39: there is no receipt type "inpatent"',
  ],
  ['years backwards', '[2026]', '[2026-2016]', '37: "2026-2016" is not a range of years'],
  [
    'a quarter that moves',
    'enrolled:',
    'quarter: last\n      enrolled:',
    '37: "last" is not a fixed quarter',
  ],
];

describe('a fault in a policy file', () => {
  it('is not found in a sound one', () => expect(faultsOf(sample)).toEqual([]));

  it.each(cases)('%s', (_what, from, to, ...faults) => {
    const found = faultsOf(changed(sample, from, to));
    expect(found).toEqual(faults.map((fault) => expect.stringContaining(fault)));
    for (const [at, fault] of faults.entries()) expect(found[at]?.startsWith(fault)).toBe(true);
  });

  it('is told for benefits of another period', () => {
    const text = changed(sample, 'per: year\n        bands', 'per: quarter\n        bands');
    expect(faultsOf(text)).toEqual([
      '22: "relief" runs per year and "subsidy" per quarter; only benefits of the same period can share a limit',
    ]);
  });

  it('is told for each benefit of a circle', () => {
    const within = 'within: {of: pool_paid, together_with: [relief]}';
    expect(faultsOf(changed(sample, 'cap: none', within))).toEqual([
      expect.stringMatching(/^22: "relief" waits for "subsidy"/),
      expect.stringMatching(/^33: "subsidy" waits for "relief"/),
    ]);
  });

  it('is told for versions out of order', () => {
    const version = sample.slice(sample.indexOf('  - in_force'), sample.indexOf('examples:'));
    const twice = changed(sample, version, version + changed(version, '2020-01-01', '2019-01-01'));
    expect(faultsOf(twice)).toEqual([
      '34: versions stand oldest first, but 2019-01-01 does not come after 2020-01-01',
    ]);
  });

  it('is told where there are no examples', () => {
    const none = sample.slice(0, sample.indexOf('examples:'));
    expect(faultsOf(none)).toEqual([expect.stringMatching(/^1: there are no examples/)]);
    expect(faultsOf(`${none}examples: []`)).toEqual([
      expect.stringMatching(/^34: there are no examples/),
    ]);
  });

  it('is told of an empty file, and of one that is no group', () => {
    expect(faultsOf('')).toHaveLength(1);
    expect(faultsOf('# nothing\n')).toHaveLength(1);
    expect(faultsOf('[a, b]')).toEqual([expect.stringMatching(/^1: "the file" is written/)]);
  });

  it('does not hide the others: all are told at once, in the order of lines, in both languages', () => {
    const broken = [
      ['member: 20.00', 'member: twenty'],
      ['fund: serious-illness', 'fund: serious'],
      ['over: 2000.00', 'over: 1.00'],
      ['rate: 60%', 'rate: 6o%'],
      ['cap: none', 'capp: none'],
      ['{subsidy: 25.00}', '{subsidi: x}'],
    ].reduce((text, [from, to]) => changed(text, from ?? '', to ?? ''), sample);
    for (const lang of ['en', 'zh'] as const) {
      expect(faultsOf(broken, lang).map((fault) => fault.split(':')[0])).toEqual([
        '8',
        '14',
        '21',
        '31',
        '33',
        '40',
        '40',
      ]);
    }
    expect(faultsOf(broken, 'zh')[2]).toBe(
      '21: 各档的“over”应逐档升高，而 1.00 元排在 1000.00 元之后',
    );
  });

  it("never speaks in zod's words, and never throws, whatever a line is replaced by", () => {
    const lines = sample.split('\n');
    for (const at of lines.keys()) {
      for (const other of [
        '',
        '[]',
        '{}',
        '- ',
        'x',
        ': :',
        '"',
        '    &a [*a]',
        '? [x]',
        '\u0000',
        '%',
      ]) {
        const key = /^\s*[-\s]*\w+:/.exec(lines[at] ?? '')?.[0] ?? '';
        for (const line of [other, `${key} ${other}`]) {
          const faults = faultsOf(lines.with(at, line).join('\n')).join('\n');
          expect(faults).not.toMatch(/Invalid|expected|received|undefined|\{\w+\}/);
        }
      }
    }
    expect(faultsOf('['.repeat(100_000)).length).toBeGreaterThan(0);
  });
});
