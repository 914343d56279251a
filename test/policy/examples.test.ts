import { describe, expect, it } from 'vitest';
import { render } from '../../src/core/language.ts';
import { type Example, runExamples, type Settle } from '../../src/policy/examples.ts';
import { sample, sound } from './sample.ts';

const { policy, examples } = sound(sample);
const example = examples[0] as Example;

/** A settlement that always comes out like this. */
const always =
  (...outcome: readonly [benefit: string, due: number][]): Settle =>
  () => ({
    accounts: outcome.map(([benefit, due]) => ({ benefit, due })),
    notPayable: [{ reasons: ['too-late', 'not-enrolled'] }, { reasons: ['too-late'] }],
  });

/** What is told of the example, changed in this way, when it is settled so. */
function told(change: Partial<Example>, settle: Settle, lang: 'en' | 'zh' = 'en') {
  const [result] = runExamples(policy, [{ ...example, ...change }], settle);
  expect(result?.ok).toBe(result?.failures.length === 0);
  return result?.failures.map((said) => render(said, lang));
}

describe('an example', () => {
  it('comes out where the accounts of a benefit sum up to what is expected', () => {
    expect(told({}, always(['subsidy', 1500], ['subsidy', 1000], ['relief', 7]))).toEqual([]);
  });

  it('is settled on a clean sheet, in its quarter', () => {
    const seen: unknown[] = [];
    runExamples(policy, examples, (facts, given, quarter) => {
      seen.push(given === policy, quarter, facts.enrolled, facts.settledBefore, facts.outstanding);
      return { accounts: [], notPayable: [] };
    });
    expect(seen).toEqual([true, '2026Q1', [2026], new Map(), new Map()]);
  });

  it('fails with benefit, expected and actual yuan, in both languages', () => {
    expect(told({}, always())).toEqual(['subsidy: 25.00 yuan expected, 0.00 yuan came out']);
    expect(told({}, always(['subsidy', -1]), 'zh')).toEqual([
      'subsidy：应为 25.00 元，实际算得 -0.01 元',
    ]);
  });

  it('fails where it expects a benefit that the policy lacks, even at nought', () => {
    expect(told({ expect: { subsidi: 0 } }, always())).toEqual([
      'there is no benefit "subsidi"; did you mean "subsidy"?',
    ]);
  });

  it('compares reasons as a set, and only where it names them', () => {
    const paid = always(['subsidy', 2500]);
    expect(told({ reasons: ['not-enrolled', 'too-late'] }, paid)).toEqual([]);
    expect(told({ reasons: [] }, paid)).toEqual([
      'reasons why claims do not count: none expected, not-enrolled, too-late came out',
    ]);
    expect(told({ reasons: ['not-enrolled'] }, paid, 'zh')).toEqual([
      '单据不能报销的原因：应为 not-enrolled，实际为 not-enrolled、too-late',
    ]);
  });
});
