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

  it('says in both languages where every number comes from', () => {
    const [version] = policy.versions;
    const cited = [...(version?.benefits ?? []), ...Object.values(version?.basis ?? {})];
    expect(cited.length).toBe(11);
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
