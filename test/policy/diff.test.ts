import { describe, expect, it } from 'vitest';
import { diffPolicies } from '../../src/policy/diff.ts';
import { changed, sample, sound } from './sample.ts';

const { policy } = sound(sample);

/** What is otherwise in the sample after one change. */
function changesAfter(from: string, to: string) {
  return diffPolicies(policy, sound(changed(sample, from, to)).policy);
}

describe('the difference of two policies', () => {
  it('is nothing between equal ones', () => expect(diffPolicies(policy, policy)).toEqual([]));

  it('speaks in percent and yuan', () => {
    expect(changesAfter('rate: 60%', 'rate: 62.5%')).toEqual([
      { path: '2020-01-01 benefits.subsidy.bands[1].rate', before: '60%', after: '62.5%' },
    ]);
    expect(changesAfter('unit: 5.00', 'unit: 6.50')).toEqual([
      { path: '2020-01-01 dues.unit', before: '5.00', after: '6.50' },
    ]);
    expect(changesAfter('look_back_years: 1', 'look_back_years: 2')).toEqual([
      { path: '2020-01-01 look_back_years', before: '1', after: '2' },
    ]);
  });

  it('shows what has come and what is gone', () => {
    expect(changesAfter('cap: none', 'cap: 10000.00')).toEqual([
      { path: '2020-01-01 benefits.subsidy.cap', before: null, after: '10000.00' },
    ]);
    expect(changesAfter('          - {over: 200.00, rate: 60%}\n', '')).toEqual([
      { path: '2020-01-01 benefits.subsidy.bands[1].over', before: '200.00', after: null },
      { path: '2020-01-01 benefits.subsidy.bands[1].rate', before: '60%', after: null },
    ]);
    expect(changesAfter('special-exam: {}', 'special-exam: {}\n      other: {}')).toEqual([
      { path: '2020-01-01 receipts.other.needs', before: null, after: 'none' },
    ]);
  });

  it('takes a list of names as one statement', () => {
    expect(changesAfter('receipts: [inpatient]', 'receipts: [inpatient, special-exam]')).toEqual([
      {
        path: '2020-01-01 benefits.relief.receipts',
        before: 'inpatient',
        after: 'inpatient, special-exam',
      },
    ]);
  });

  it('shows title and scheme', () => {
    expect(changesAfter('scheme: sample', 'scheme: other')).toEqual([
      { path: 'scheme', before: 'sample', after: 'other' },
    ]);
    expect(changesAfter('zh: 示例', 'zh: 样例')).toEqual([
      { path: 'title.zh', before: '示例', after: '样例' },
    ]);
  });

  it('shows a new version with all it holds', () => {
    const version = sample.slice(sample.indexOf('  - in_force'), sample.indexOf('examples:'));
    const changes = changesAfter(version, version + changed(version, '2020-01-01', '2027-01-01'));
    expect(
      changes.every(({ path, before }) => path.startsWith('2027-01-01 ') && before === null),
    ).toBe(true);
    expect(changes).toContainEqual({
      path: '2027-01-01 benefits.relief.steps[0].pay',
      before: null,
      after: '100.00',
    });
  });
});
