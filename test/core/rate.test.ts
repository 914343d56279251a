import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyRates, formatRate, parseRate } from '../../src/core/rate.ts';

describe('parseRate', () => {
  test.each([
    ['0%', 0],
    ['50%', 5000],
    ['7.5%', 750],
    ['7.25%', 725],
    ['0.01%', 1],
    ['100%', 10_000],
  ])('%s is %i basis points', (text, points) => {
    expect(parseRate(text)).toBe(points);
  });

  test.each(['', '50', '%', '0.5', '7.125%', '-5%', '1e2%', '50 %', '1000%', '50%%'])(
    '%j is no rate',
    (text) => {
      expect(parseRate(text)).toBeUndefined();
    },
  );

  test('every rate that is written is read back', () => {
    for (let points = 0; points <= 10_000; points += 1) {
      expect(parseRate(formatRate(points))).toBe(points);
    }
  });
});

describe('applyRates', () => {
  test.each([
    // SPEC 5: S 1,000.01 at 55% pays 0.01; S 1,000.03 at 50% pays 0.02.
    [[[1, 5500]], 1],
    [[[1, 5000]], 1],
    [[[1, 4999]], 0],
    [[[3, 5000]], 2],
    [[[0, 10_000]], 0],
    [[[10_000, 0]], 0],
    [[[19_999, 10_000]], 19_999],
    // Rounded once: two halves of a fen make a whole one, not two.
    [
      [
        [1, 5000],
        [1, 5000],
      ],
      1,
    ],
    [
      [
        [1, 2500],
        [1, 2400],
      ],
      0,
    ],
    [[], 0],
  ])('%j gives %i', (parts, fen) => {
    expect(applyRates(parts.map(([part = 0, rate = 0]) => ({ part, rate })))).toBe(fen);
  });

  const part = fc.oneof(
    fc.nat(100_000_000_000),
    fc.nat(30_000),
    fc.integer({ min: Number.MAX_SAFE_INTEGER - 20_000, max: Number.MAX_SAFE_INTEGER }),
  );

  test('is exact and half up, up to the largest safe integer', () => {
    fc.assert(
      fc.property(part, fc.integer({ min: 0, max: 10_000 }), (fen, rate) => {
        const exact = (BigInt(fen) * BigInt(rate) + 5_000n) / 10_000n;
        expect(BigInt(applyRates([{ part: fen, rate }]))).toBe(exact);
      }),
      { numRuns: 5000 },
    );
  });

  test('of many parts rounds only their sum', () => {
    const parts = fc.array(
      fc.record({ part: fc.nat(100_000_000_000), rate: fc.integer({ min: 0, max: 10_000 }) }),
    );
    fc.assert(
      fc.property(parts, (given) => {
        const sum = given.reduce((sum, { part, rate }) => sum + BigInt(part) * BigInt(rate), 0n);
        expect(BigInt(applyRates(given))).toBe((sum + 5_000n) / 10_000n);
      }),
      { numRuns: 2000 },
    );
  });
});
