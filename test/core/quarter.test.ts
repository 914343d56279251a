import { describe, expect, test } from 'vitest';
import {
  firstDayOf,
  lastDayOf,
  parseQuarter,
  quarterBefore,
  quarterOf,
  yearOfQuarter,
} from '../../src/core/quarter.ts';
import { expectFault } from './said.ts';

const today = '2026-01-15';

describe('parseQuarter (SPEC 8)', () => {
  test.each([
    ['2026Q3', '2026Q3'],
    ['2026q3', '2026Q3'],
    ['2026-Q3', '2026Q3'],
    ['２０２６Ｑ３', '2026Q3'],
    [' 2026Q1 ', '2026Q1'],
    ['2026年第3季度', '2026Q3'],
    ['2026年第三季度', '2026Q3'],
    ['2026年第一季度', '2026Q1'],
    ['2026年第二季度', '2026Q2'],
    ['2026年第四季度', '2026Q4'],
    ['2026年3季度', '2026Q3'],
    ['current', '2026Q1'],
    ['本季度', '2026Q1'],
    ['last', '2025Q4'],
    ['LAST', '2025Q4'],
    ['上季度', '2025Q4'],
  ])('%j is %s', (text, quarter) => {
    expect(parseQuarter(text, today)).toBe(quarter);
  });

  test.each([
    '',
    '2026',
    'Q3',
    '2026Q0',
    '2026Q5',
    '2026Q13',
    '26Q3',
    '2026年第五季度',
    'next',
    '1026Q3',
  ])('%j is not a quarter', (text) => {
    expectFault(parseQuarter(text, today), /not a quarter; write 2026Q3/);
  });
});

test.each([
  ['2026-01-01', '2026Q1'],
  ['2026-03-31', '2026Q1'],
  ['2026-04-01', '2026Q2'],
  ['2026-06-30', '2026Q2'],
  ['2026-07-01', '2026Q3'],
  ['2026-09-30', '2026Q3'],
  ['2026-10-01', '2026Q4'],
  ['2026-12-31', '2026Q4'],
])('%s lies in %s', (date, quarter) => {
  expect(quarterOf(date)).toBe(quarter);
});

test.each([
  ['2026Q1', '2026-01-01', '2026-03-31', '2025Q4'],
  ['2026Q2', '2026-04-01', '2026-06-30', '2026Q1'],
  ['2026Q3', '2026-07-01', '2026-09-30', '2026Q2'],
  ['2026Q4', '2026-10-01', '2026-12-31', '2026Q3'],
])('%s runs from %s to %s, after %s', (quarter, first, last, before) => {
  expect([firstDayOf(quarter), lastDayOf(quarter), quarterBefore(quarter)]).toEqual([
    first,
    last,
    before,
  ]);
  expect(yearOfQuarter(quarter)).toBe(2026);
});

test('quarters follow each other without a gap and sort as text', () => {
  let quarter = '2030Q4';
  for (let steps = 0; steps < 60; steps += 1) {
    const before = quarterBefore(quarter);
    const gap = Date.parse(firstDayOf(quarter)) - Date.parse(lastDayOf(before));
    expect(gap).toBe(24 * 3600 * 1000);
    expect(before < quarter).toBe(true);
    quarter = before;
  }
  expect(quarter).toBe('2015Q4');
});
