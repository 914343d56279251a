import { describe, expect, it } from 'vitest';
import { changed, faultsOf, sample, sound } from './sample.ts';

describe('a sound policy file', () => {
  const { policy, examples } = sound(sample);
  const [version] = policy.versions;
  const benefit = (name: string) => version?.benefits.find((one) => one.name === name);

  it('is read in fen, basis points and plain data', () => {
    expect(policy.title).toEqual({ en: 'Sample', zh: '示例' });
    expect(version).toMatchObject({
      in_force_from: '2020-01-01',
      look_back_years: 1,
      dues: { member: 2000, unit: 500, group: 1000 },
      receipts: { inpatient: { needs: ['designated-hospital'] }, 'special-exam': { needs: [] } },
      basis: {},
    });
    expect(benefit('subsidy')).toEqual({
      name: 'subsidy',
      title: { en: 'subsidy', zh: 'subsidy' },
      fund: 'mutual-aid',
      formula: 'bands',
      base: 'pool_self_pay',
      receipts: 'all',
      per: 'year',
      needs: [],
      bands: [
        { over: 10000, rate: 5000 },
        { over: 20000, rate: 6000 },
      ],
      steps: [],
      continuity: { every_years: 5, add: 500, at_most: 10000 },
      cap: null,
      within: null,
      source: null,
      assumption: null,
    });
  });

  it('puts each benefit after those it is within', () => {
    expect(version?.benefits.map(({ name }) => name)).toEqual(['subsidy', 'relief']);
  });

  it('takes one text, or both languages, for a source', () => {
    const cite = (source: string) => changed(sample, 'cap: none', `cap: 5.00\n        ${source}`);
    const cited = (source: string) =>
      sound(cite(source)).policy.versions[0]?.benefits.find(({ name }) => name === 'subsidy');
    expect(cited('source: clause')?.source).toEqual({ en: 'clause', zh: 'clause' });
    expect(cited('source: {en: clause, zh: 条款}')?.source).toEqual({ en: 'clause', zh: '条款' });
    expect(cited('assumption: >-\n          two\n          lines')?.assumption?.en).toBe(
      'two lines',
    );
    expect(cited('source: clause')?.cap).toBe(500);
  });

  it('keeps the basis of the version’s own numbers', () => {
    const basis = '    basis:\n      rounding: {assumption: half up}\n    benefits:';
    const read = sound(changed(sample, '    benefits:', basis));
    expect(read.policy.versions[0]?.basis).toEqual({
      rounding: { source: null, assumption: { en: 'half up', zh: 'half up' } },
    });
  });

  it('fills in what an example leaves out', () => {
    expect(examples).toEqual([
      {
        name: { en: 'one receipt', zh: 'one receipt' },
        line: 35,
        quarter: '2026Q1',
        person: {
          enrolled: [2026],
          recognitions: [],
          claims: [
            {
              id: 1,
              receipt_type: 'inpatient',
              service_date: '2026-02-01',
              received_on: '2026-02-01',
              designated: true,
              pool_paid: 30000,
              pool_self_pay: 15000,
              settled: false,
            },
          ],
        },
        expect: { subsidy: 2500 },
        reasons: null,
      },
    ]);
  });

  it('takes years singly and by ranges, and the quarter of the latest receipt', () => {
    const years = changed(sample, '[2026]', '[2020-2022, 2021, 2026]');
    const later = changed(years, 'pool_paid: 300.00', 'received_on: 2026-11-30, pool_paid: 300.00');
    const [example] = sound(later).examples;
    expect(example?.person.enrolled).toEqual([2020, 2021, 2022, 2026]);
    expect(example?.quarter).toBe('2026Q4');
    const given = changed(later, 'enrolled:', 'quarter: 2027Q1\n      enrolled:');
    expect(sound(given).examples[0]?.quarter).toBe('2027Q1');
  });

  it('may come from Windows: a byte order mark and its line ends change nothing', () => {
    expect(sound(`\uFEFF${sample.replaceAll('\n', '\r\n')}`)).toEqual(sound(sample));
    const broken = changed(sample, 'rate: 60%', 'rate: 6').replaceAll('\n', '\r\n');
    expect(faultsOf(broken)).toEqual([expect.stringMatching(/^31: /)]);
  });
});
