import { describe, expect, it } from 'vitest';
import { diffPolicies } from '../../src/policy/diff.ts';
import { aidSample, changed, sample, sound } from './sample.ts';

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

describe('the difference beyond the settlement', () => {
  /** What is otherwise in the sample of all rules after one change, without the day that they are in force from. */
  const changes = (from: string, to: string) =>
    diffPolicies(sound(aidSample).policy, sound(changed(aidSample, from, to)).policy).map(
      ({ path, before, after }) => [path.replace('2020-01-01 ', ''), before, after],
    );

  it.each([
    ['per_grant: 300.00', 'per_grant: 350.50', ['funds.food.limits.per_grant', '300.00', '350.50']],
    ['per_year: 900.00, ', '', ['funds.food.limits.per_year', '900.00', null]],
    ['times_a_year: 3', 'times_a_year: 4', ['funds.food.limits.times_a_year', '3', '4']],
    ['kept_at: section', 'kept_at: group', ['funds.food.kept_at', 'section', 'group']],
    ['for: [active, retired]', 'for: [active]', ['funds.food.for', 'active, retired', 'active']],
    ['        for: [active, retired]\n', '', ['funds.food.for', 'active, retired', 'all']],
    [
      'zh: 请找集团',
      'zh: 请找集团帮扶中心',
      ['funds.food.not_for.survivor-work-death.zh', '请找集团', '请找集团帮扶中心'],
    ],
    ['instalments: 6', 'instalments: 12', ['funds.tools.instalments', '6', '12']],
    ['[30, 60]', '[30, 60, 90]', ['funds.tools.overdue_days', '30, 60', '30, 60, 90']],
    [
      'income_per_head: 800.00',
      'income_per_head: 850.00',
      ['hardship.classes.deep.income_per_head', '800.00', '850.00'],
    ],
    [', extreme: yes', '', ['hardship.classes.deep.extreme', 'yes', 'no']],
    ['also: [户主]', 'also: [户主, 家主]', ['hardship.relations.self.also', '户主', '户主, 家主']],
    ['zh: 小学', 'zh: 小学生', ['hardship.stages.primary.title.zh', '小学', '小学生']],
    ['        classes: [deep]', '        classes: []', ['in_kind.heating.classes', 'deep', 'all']],
    [
      'per: winter',
      'per: winter\n        relations: [self]',
      ['in_kind.heating.relations', 'all', 'self'],
    ],
    ['zh: 免收', 'zh: 全免', ['in_kind.heating.degrees.waived.title.zh', '免收', '全免']],
    ['visit_every_days: 90', 'visit_every_days: 60', ['pairing.visit_every_days', '90', '60']],
    ['group: 15', 'group: 20', ['requests.due_days.group', '15', '20']],
    ['under_threshold: 10%', 'under_threshold: 12.5%', ['notice.under_threshold', '10%', '12.5%']],
    ['unhelped_months: 6', 'unhelped_months: 12', ['notice.unhelped_months', '6', '12']],
    ['school_year: 9', 'school_year: 8', ['calendar.school_year', '9', '8']],
    [
      'may: [record]',
      'may: [record, review]',
      ['roles.caseworker.may', 'record', 'record, review'],
    ],
  ])('of %s to %s is told by code', (from, to, ...told) => {
    expect(changes(from, to)).toEqual(told);
  });

  it('names what has come and what is gone by code, wherever it stands', () => {
    const rank = 'division: {title: {en: division, zh: 处级}}';
    const first = `team: {title: {en: team, zh: 区队}}, ${rank}`;
    expect(changes(rank, first)).toEqual([
      ['pairing.ranks.team.title.en', null, 'team'],
      ['pairing.ranks.team.title.zh', null, '区队'],
      ['pairing.ranks.team.also', null, 'none'],
    ]);
  });
});
