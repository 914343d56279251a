import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/core/language.ts';
import { settlePerson } from '../../src/mutual-aid/settlement.ts';
import { runExamples } from '../../src/policy/examples.ts';
import { changed, sound } from './sample.ts';

const source = readFileSync(new URL('../../data/policies/xishan.yaml', import.meta.url), 'utf8');

describe('the Xishan policy', () => {
  const { policy, examples } = sound(source);

  it('has all its examples come out', () => {
    const failed = runExamples(policy, examples, settlePerson).filter(({ ok }) => !ok);
    expect(
      failed.map(({ line, failures }) => [line, ...failures.map((said) => render(said, 'en'))]),
    ).toEqual([]);
    expect(examples.length).toBeGreaterThanOrEqual(14);
  });

  it('shows every reason why a claim does not count', () => {
    expect(new Set(examples.flatMap(({ reasons }) => reasons ?? []))).toEqual(
      new Set([
        'not-enrolled',
        'too-late',
        'hospital-not-designated',
        'no-chronic-recognition',
        'not-reimbursed-by-insurance',
      ]),
    );
  });

  it('carries the figures of the scheme', () => {
    const [version] = policy.versions;
    expect(version).toMatchObject({
      in_force_from: '2006-01-01',
      look_back_years: 1,
      dues: { member: 20_00, unit: 5_00, group: 10_00 },
    });
    expect(version?.benefits.map(({ name }) => name)).toEqual([
      'subsidy',
      'rehabilitation',
      'serious-illness',
    ]);
    expect(version?.benefits[0]).toMatchObject({
      bands: [{ over: 1000_00, rate: 5000 }],
      continuity: { every_years: 5, add: 500, at_most: 10_000 },
      cap: null,
    });
    expect(version?.benefits[2]?.cap).toBe(10_000_00);
  });

  it('carries the ten funds, each as the union keeps it', () => {
    const [version] = policy.versions;
    const limits = { per_grant: null, per_year: null, times_a_year: null };
    const kept = version?.funds.map(({ code, kept_at, way, limits: { per_grant } }) => [
      ...[code, kept_at, way, per_grant],
    ]);
    expect(kept).toEqual([
      ['living-active', 'mine', 'grant', 2_000_00],
      ['living-retired', 'mine', 'grant', 2_000_00],
      ['serious-illness', 'group', 'settlement', null],
      ['mutual-aid', 'group', 'settlement', null],
      ['school', 'mine', 'grant', 1_000_00],
      ['university', 'group', 'grant', 5_000_00],
      ['disability', 'group', 'grant', 3_000_00],
      ['legal-aid', 'group', 'grant', 10_000_00],
      ['start-up', 'group', 'loan', 50_000_00],
      ['rental-housing', 'group', 'grant', 500_00],
    ]);
    const fund = (code: string) => version?.funds.find((one) => one.code === code);
    expect(fund('living-active')).toMatchObject({ categories: ['active'], needs: ['hardship'] });
    expect(fund('school')).toMatchObject({
      ...{ beneficiary: 'student', stages: ['primary', 'junior', 'senior'], per: 'school-year' },
    });
    expect(fund('university')).toMatchObject({
      stages: ['secondary-technical', 'university', 'postgraduate'],
      categories: ['active', 'retired', 'survivor-illness'],
      not_for: { 'survivor-work-death': { zh: expect.stringContaining('专项教育基金') } },
    });
    expect(fund('disability')?.limits).toEqual({ ...limits, per_grant: 3_000_00, times_a_year: 1 });
    expect(fund('legal-aid')).toMatchObject({ payee: 'provider', needs: [] });
    expect(fund('start-up')).toMatchObject({ instalments: 24, overdue_days: [30, 90, 180] });
    expect(fund('rental-housing')?.per).toBe('month');
  });

  it('carries the figures of hardship, help in kind, pairings, requests and the daily command', () => {
    const [version] = policy.versions;
    const codes = (list: readonly { readonly code: string }[] | undefined) =>
      list?.map(({ code }) => code);
    expect(
      version?.hardship?.classes.map((one) => [one.code, one.income_per_head, one.extreme]),
    ).toEqual([
      ['deep', 800_00, true],
      ['relative', 1_600_00, false],
      ['accident', null, false],
    ]);
    expect(version?.hardship?.classes[0]?.also).toContain('特困');
    expect(version?.hardship?.review_every_months).toBe(12);
    expect(codes(version?.hardship?.stages)).toHaveLength(6);
    expect(version?.in_kind).toMatchObject([
      { code: 'heating', per: 'winter', classes: [] },
      { code: 'job-placement', per: 'once', beneficiary: 'child', classes: ['deep'] },
    ]);
    expect(codes(version?.in_kind[0]?.degrees)).toEqual(['reduced', 'waived']);
    expect(codes(version?.pairing?.ranks)).toEqual(['division', 'section', 'team']);
    expect(version?.pairing?.visit_every_days).toBe(90);
    expect(version?.requests?.due_days).toEqual({ section: 5, mine: 10, group: 15 });
    expect(version?.notice).toEqual({
      ...{ reviews_days: 30, recognitions_days: 30, unhelped_months: 12, under_threshold: 1_000 },
    });
    expect(version?.calendar).toEqual({ school_year: 9, winter: 11 });
    expect(version?.roles.map(({ code, may }) => [code, may.length])).toEqual([
      ['caseworker', 1],
      ['reviewer', 3],
      ['administrator', 4],
      ['auditor', 0],
    ]);
  });

  it('says in both languages where every number comes from', () => {
    const [version] = policy.versions;
    const { hardship, pairing, requests } = version ?? {};
    const groups = [hardship, pairing, requests].filter((one) => one != null);
    const cited = [
      ...[...(version?.benefits ?? []), ...Object.values(version?.basis ?? {})],
      ...[...(version?.funds ?? []), ...(version?.in_kind ?? []), ...groups],
    ];
    expect(cited.length).toBe(26);
    for (const { source: fact, assumption } of cited) {
      expect([fact, assumption].some((words) => words && words.en !== words.zh)).toBe(true);
    }
  });

  it('is plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  it('fails with a wrong example, naming benefit, expected and actual', () => {
    const wrong = sound(changed(source, '{subsidy: 250.00}', '{subsidy: 251.00}'));
    const failed = runExamples(wrong.policy, wrong.examples, settlePerson).filter(({ ok }) => !ok);
    expect(failed).toHaveLength(1);
    expect(failed[0]?.failures.map((said) => render(said, 'en'))).toEqual([
      'subsidy: 251.00 yuan expected, 250.00 yuan came out',
    ]);
    const lines = source.split('\n');
    expect(lines[(failed[0]?.line ?? 0) - 1]).toContain('a second receipt in the next quarter');
  });
});
