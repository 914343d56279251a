import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLater, monthsLater } from '../../../src/core/civil-date.ts';
import { Fault } from '../../../src/core/failure.ts';
import { render } from '../../../src/core/language.ts';
import { reviewedAtLatest } from '../../../src/people/hardship/household.ts';
import {
  decideClass,
  incomePerHead,
  incomeSum,
  proposedClass,
} from '../../../src/people/hardship/income.ts';
import { meet, type Span, uncovered } from '../../../src/people/hardship/recognised.ts';

const named = (code: string, zh: string, limit: number | null) => ({
  ...{ code, title: { en: code, zh }, income_per_head: limit, extreme: false },
});

const classes = [
  named('deep', '深度困难', 800_00),
  named('relative', '相对困难', 1_600_00),
  named('accident', '意外致困', null),
];

describe('income a head', () => {
  test.each([
    [36_000_00, 0, 3, 1_000_00],
    [48_000_00, 20_000_00, 3, 777_78],
    [0, 0, 1, 0],
    [6, 0, 1, 1],
    [5, 0, 1, 0],
    [18, 0, 1, 2],
    [0, 6, 1, 0],
    [0, 7, 1, -1],
    [0, 18, 1, -1],
    [10_000_00, 34_000_00, 2, -1_000_00],
  ])('of %i less %i for %i is %i fen', (income, expenses, members, perHead) => {
    expect(incomePerHead(income, expenses, members)).toBe(perHead);
  });

  const amount = fc.integer({ min: 0, max: 99_999_999_999 });
  const count = fc.integer({ min: 1, max: 99 });

  test('is the exact quotient, rounded once, half up', () => {
    fc.assert(
      fc.property(amount, amount, count, (income, expenses, members) => {
        const perHead = BigInt(incomePerHead(income, expenses, members));
        const [left, parts] = [BigInt(income) - BigInt(expenses), BigInt(members * 12)];
        // −1/2 ≤ exact − rounded < 1/2
        const off = 2n * (left - perHead * parts);
        expect(off >= -parts && off < parts).toBe(true);
      }),
    );
  });

  test('does not go by the order of the members', () => {
    const member = fc.record({ name: fc.string(), relation: fc.string(), income: amount });
    const shuffled = fc
      .array(member, { minLength: 1, maxLength: 8 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      );
    fc.assert(
      fc.property(shuffled, amount, ([members, otherwise], expenses) => {
        const [one, other] = [incomeSum(members, expenses), incomeSum(otherwise, expenses)];
        expect({ ...one, incomes: [] }).toEqual({ ...other, incomes: [] });
      }),
    );
  });

  test('is not known where a member’s income is not', () => {
    const member = { name: '王建国', relation: 'self' };
    expect(incomeSum([{ ...member, income: null }], 0)).toBeUndefined();
    expect(incomeSum([], 0)).toBeUndefined();
  });
});

describe('the class', () => {
  const perHead = fc.integer({ min: -10_000_00, max: 5_000_00 });
  const depth = (amount: number) => {
    const proposed = proposedClass(classes, amount);
    return proposed ? classes.indexOf(proposed) : classes.length;
  };

  test.each([
    [-1, 'deep'],
    [800_00, 'deep'],
    [800_01, 'relative'],
    [1_600_00, 'relative'],
    [1_600_01, undefined],
  ])('at %i fen a head %s is proposed', (amount, code) => {
    expect(proposedClass(classes, amount)?.code).toBe(code);
  });

  test('proposed is never a deeper one for more income', () => {
    fc.assert(
      fc.property(perHead, perHead, (one, other) => {
        expect(depth(Math.min(one, other))).toBeLessThanOrEqual(depth(Math.max(one, other)));
      }),
    );
  });

  const refusal = (amount: number, chosen?: string) => {
    const decided = decideClass(classes, amount, chosen);
    return decided instanceof Fault ? render(decided.said, 'en') : decided.code;
  };

  test('chosen is one whose limit is not passed, or that has none', () => {
    expect(refusal(800_00, 'relative')).toBe('relative');
    expect(refusal(9_000_00, 'accident')).toBe('accident');
    expect(refusal(900_00, 'deep')).toBe(
      '900.00 yuan a head lies above 800.00, the limit of "deep"; proposed is "relative"',
    );
    expect(refusal(9_000_00, 'deep')).toContain('without a limit: accident');
    expect(refusal(9_000_00)).toContain('above the limit of every class');
  });
});

describe('what is recognised', () => {
  const day = (at: number) => daysLater('2026-01-01', at);
  const span = fc
    .tuple(fc.nat(60), fc.option(fc.nat(30), { nil: null }))
    .map(
      ([from, days]): Span => ({ from: day(from), to: days === null ? null : day(from + days) }),
    );
  const holds = (spans: readonly Span[], at: string) =>
    spans.filter((one) => meet(one, { from: at, to: at })).length;

  test('is, with what a file adds, every day once more than before where it was not, and no other day', () => {
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 5 }), (stay, others) => {
        const gaps = uncovered(stay, others);
        for (let at = 0; at <= 120; at += 1) {
          const [inStay, before] = [holds([stay], day(at)), holds(others, day(at))];
          expect(holds(gaps, day(at))).toBe(inStay === 1 && before === 0 ? 1 : 0);
        }
      }),
    );
  });
});

describe('reviews', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-10-08', 12, '2027-10-08'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-11-30', 2, '2027-01-30'],
  ])('%s and %i months is %s', (date, months, later) => {
    expect(monthsLater(date, months)).toBe(later);
  });

  test('those due by a day are those reviewed by the latest that is due then', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000),
        fc.nat(2_000),
        fc.integer({ min: 1, max: 36 }),
        (by, on, months) => {
          const [dueBy, reviewed] = [daysLater('2024-01-01', by), daysLater('2022-01-01', on)];
          expect(reviewed <= reviewedAtLatest(dueBy, months)).toBe(
            monthsLater(reviewed, months) <= dueBy,
          );
        },
      ),
    );
  });
});
