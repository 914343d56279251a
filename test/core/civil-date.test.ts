import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  daysBetween,
  daysInMonth,
  daysLater,
  isCalendarDay,
  localTime,
  parseCivilDate,
  startOf,
  yearOf,
} from '../../src/core/civil-date.ts';
import { expectFault } from './said.ts';

describe('parseCivilDate reads the forms of SPEC 7', () => {
  test.each([
    ['2026-07-15', '2026-07-15'],
    ['2026-7-5', '2026-07-05'],
    ['2026/7/15', '2026-07-15'],
    ['2026/07/05', '2026-07-05'],
    ['20260715', '2026-07-15'],
    ['2026年7月15日', '2026-07-15'],
    ['2026年07月05日', '2026-07-05'],
    ['２０２６年７月１５日', '2026-07-15'],
    ['２０２６－０７－１５', '2026-07-15'],
    [' 2026-07-15 ', '2026-07-15'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['1900-01-01', '1900-01-01'],
  ])('%j is %s', (text, date) => {
    expect(parseCivilDate(text)).toBe(date);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '20260230',
    '2026年2月30日',
    '0206-07-15',
  ])('%s is not in the calendar', (text) => {
    expectFault(parseCivilDate(text), /not in the calendar/);
  });

  test.each([
    '',
    '2026',
    '2026-07',
    '26-07-15',
    '15/07/2026',
    '2026.07.15',
    '2026-7-15 10:00',
    '2026-07-15T00:00:00Z',
    '2026715',
    '46218',
    '2026-07/15',
    '2026年7月15',
    'yesterday',
    '二〇二六年七月十五日',
  ])('%j is not a date', (text) => {
    expectFault(parseCivilDate(text), /is not a date; write 2026-07-15/);
  });
});

test('the calendar agrees with that of the runtime', () => {
  for (let year = 1899; year <= 2101; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
    }
  }
  expect(isCalendarDay(2026, 7, 31)).toBe(true);
  expect(isCalendarDay(2026, 6, 31)).toBe(false);
});

test('every day is read back from each of its forms, and sorts as text', () => {
  const noon = fc.date({
    min: new Date('1900-01-02T12:00Z'),
    max: new Date('2199-12-30T12:00Z'),
    noInvalidDate: true,
  });
  const day = noon.map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (date, other) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-');
      for (const form of [
        date,
        `${year}/${Number(month)}/${Number(dayOfMonth)}`,
        `${year}${month}${dayOfMonth}`,
        `${year}年${Number(month)}月${Number(dayOfMonth)}日`,
      ]) {
        expect(parseCivilDate(form)).toBe(date);
      }
      expect(yearOf(date)).toBe(Number(year));
      expect(date < other).toBe(Date.parse(date) < Date.parse(other));
    }),
  );
});

test.each([
  ['2026-07-05', 0, '2026-07-05'],
  ['2026-07-05', 4, '2026-07-09'],
  ['2026-12-30', 4, '2027-01-03'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
])('%s and %i days later: %s', (date, days, later) => {
  expect(daysLater(date, days)).toBe(later);
});

test.each([
  ['2026-01-01', '2026-10-08', 280],
  ['2024-02-28', '2024-03-01', 2],
  ['2026-03-01', '2026-03-01', 0],
])('from %s to %s', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
  expect(daysLater(from, days)).toBe(to);
});

describe('an instant as people here know it', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test.each([
    ['Asia/Shanghai', '2026-07-15T23:30:05.123Z', '2026-07-16 07:30:05'],
    ['Asia/Shanghai', '2025-12-31T16:00:00.000Z', '2026-01-01 00:00:00'],
    ['UTC', '2026-07-15T23:30:05.123Z', '2026-07-15 23:30:05'],
    ['UTC', 'meddled with', 'meddled with'],
  ])('in %s, %s is %s', (place, instant, here) => {
    process.env['TZ'] = place;
    expect(localTime(instant)).toBe(here);
  });

  test('a day begins at midnight here, also the one after a month', () => {
    process.env['TZ'] = 'Asia/Shanghai';
    expect(startOf('2026-07-01')).toBe('2026-06-30T16:00:00.000Z');
    expect(startOf('2026-06-30', 1)).toBe('2026-06-30T16:00:00.000Z');
  });
});
