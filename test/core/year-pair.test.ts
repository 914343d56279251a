import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/core/civil-date.ts';
import { firstDayOfPair, parseYearPair, yearPairOf } from '../../src/core/year-pair.ts';

const day = fc
  .tuple(
    fc.integer({ min: 1950, max: 2190 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => isoDate(year, month, day));

describe('a year that begins in one and ends in the next', () => {
  test.each([
    ...['2026-2027', '2026/27', '2026～2027', '２０２６-２０２７', '2026 - 2027学年', '2026'],
    ...['2026年', '2026年至2027年', '2026学年'],
  ])('is read from %s', (text) => {
    expect(parseYearPair(text, /学年$/)).toBe('2026-2027');
  });

  test('may end a century', () => {
    expect(parseYearPair('1999-00', /学年$/)).toBe('1999-2000');
  });

  test.each(['2026-2028', '2027-2026', '26-27', '', '学年', '1899', '2026-7', '2300'])(
    'is not read from "%s"',
    (text) => {
      expect(parseYearPair(text, /学年$/)).toBeUndefined();
    },
  );

  test.each([
    ['2026-09-01', 9, '2026-09-01'],
    ['2026-08-31', 9, '2025-09-01'],
    ['2026-10-08', 9, '2026-09-01'],
    ['2026-01-01', 1, '2026-01-01'],
  ])('that %s lies in, beginning in month %i, has begun on %s', (one, month, began) => {
    expect(firstDayOfPair(yearPairOf(one, month), month)).toBe(began);
  });

  test('is twelve months long', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (one, month) => {
        const pair = yearPairOf(one, month);
        const next = yearPairOf(isoDate(Number(pair.slice(5)), month, 1), month);
        expect(firstDayOfPair(pair, month) <= one && one < firstDayOfPair(next, month)).toBe(true);
      }),
    );
  });
});
