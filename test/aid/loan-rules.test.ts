import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movedOf, turnoverOf } from '../../src/aid/loan/revolving.ts';
import { scheduleOf } from '../../src/aid/loan/schedule.ts';
import { agesOf, byAge, type Repayment, standingOf } from '../../src/aid/loan/standing.ts';
import { daysInMonth, daysLater, monthsLater } from '../../src/core/civil-date.ts';

const runs = { numRuns: 500 };
const yuan = (amount: number) => Math.round(amount * 100);
const principals = fc.integer({ min: 1, max: yuan(50_000) });
const terms = fc.integer({ min: 1, max: 60 });
const days = fc.integer({ min: 0, max: 20_000 }).map((at) => daysLater('2000-01-01', at));

describe('a schedule', () => {
  test('is monthly on the same day, equal to the fen, with the remainder in the last', () => {
    expect(scheduleOf(yuan(10_000), 3, '2026-12-15')).toEqual([
      { no: 1, due_on: '2026-12-15', amount: yuan(3_333.33) },
      { no: 2, due_on: '2027-01-15', amount: yuan(3_333.33) },
      { no: 3, due_on: '2027-02-15', amount: yuan(3_333.34) },
    ]);
  });

  test('of the 31st falls on the last day of shorter months, and does not drift', () => {
    const due = scheduleOf(yuan(1_400), 14, '2027-01-31').map(({ due_on }) => due_on);
    expect(due.slice(0, 5)).toEqual([
      ...['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31'],
    ]);
    expect(due.at(-1)).toBe('2028-02-29');
  });

  test('sums to the principal to the fen, whatever it is', () => {
    fc.assert(
      fc.property(principals, terms, days, (principal, term, first) => {
        const schedule = scheduleOf(principal, term, first);
        expect(schedule).toHaveLength(term);
        expect(schedule.reduce((sum, { amount }) => sum + amount, 0)).toBe(principal);
        const [one] = schedule;
        for (const { amount, no } of schedule.slice(0, -1)) {
          expect(amount, `instalment ${no}`).toBe(one?.amount);
        }
        const last = schedule.at(-1)?.amount ?? 0;
        expect(last).toBeGreaterThanOrEqual(one?.amount ?? 0);
        expect(last).toBeLessThan((one?.amount ?? 0) + term);
      }),
      runs,
    );
  });

  test('months later keep the day where the month has it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 120 }), (day, months) => {
        const [year = 0, month = 0, date = 0] = monthsLater(day, months).split('-').map(Number);
        const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
        expect(year * 12 + month).toBe(y * 12 + m + months);
        expect(date).toBe(Math.min(d, daysInMonth(year, month)));
      }),
      runs,
    );
  });
});

describe('the standing of a loan', () => {
  const instalments = scheduleOf(yuan(1_000), 4, '2026-03-15');
  const on = (
    today: string,
    comings: readonly (readonly [on: string, amount: number])[] = [],
    writtenOff = 0,
  ) => {
    const repayments = comings.map(([day, amount], at) => ({
      ...{ id: at + 1, on: day, amount: yuan(amount) },
    }));
    return standingOf({ instalments, repayments, written_off: yuan(writtenOff) }, today);
  };
  const states = (standing: ReturnType<typeof on>) =>
    standing.instalments.map(({ state }) => state);

  test('before anything is due', () => {
    expect(on('2026-02-01')).toMatchObject({
      ...{ state: 'running', left: yuan(1_000), overdue: 0, overdue_days: 0, repaid_on: null },
      ...{ next: { due_on: '2026-03-15', amount: yuan(250) }, to_pay: yuan(250) },
    });
  });

  test('on the due day it is not overdue, the day after it is', () => {
    expect(on('2026-03-15')).toMatchObject({ state: 'running', overdue: 0, to_pay: yuan(250) });
    expect(on('2026-03-16')).toMatchObject({
      ...{ state: 'overdue', overdue: yuan(250), overdue_days: 1, to_pay: yuan(250) },
      next: { due_on: '2026-04-15' },
    });
  });

  test('what came back counts for the oldest first', () => {
    const standing = on('2026-05-20', [['2026-04-20', 300]]);
    expect(states(standing)).toEqual(['paid', 'overdue', 'overdue', 'due']);
    expect(standing).toMatchObject({
      ...{ repaid: yuan(300), left: yuan(700), overdue: yuan(450), overdue_days: 35 },
      to_pay: yuan(450),
    });
    expect(standing.instalments[0]?.paid_on).toBe('2026-04-20');
    expect(standing.instalments[1]).toMatchObject({ paid: yuan(50), paid_on: null });
  });

  test('an early repayment pays instalments to come, partly the last', () => {
    const standing = on('2026-03-01', [['2026-02-20', 600]]);
    expect(states(standing)).toEqual(['paid', 'paid', 'partly-paid', 'due']);
    expect(standing).toMatchObject({
      ...{ state: 'running', next: { due_on: '2026-05-15', amount: yuan(150) } },
      to_pay: yuan(150),
    });
  });

  test('repaid early, and repaid on the last day', () => {
    const early = on('2026-06-01', [
      ['2026-05-01', 500],
      ['2026-03-01', 500],
    ]);
    expect(early).toMatchObject({ state: 'repaid', left: 0, repaid_on: '2026-05-01', early: true });
    expect(early.instalments.map(({ paid_on }) => paid_on)).toEqual([
      ...['2026-03-01', '2026-03-01', '2026-05-01', '2026-05-01'],
    ]);
    const late = on('2026-08-01', [['2026-07-15', 1_000]]);
    expect(late).toMatchObject({ state: 'repaid', repaid_on: '2026-07-15', early: false });
  });

  test('what is written off covers what was not paid', () => {
    const gone = on('2026-08-01', [['2026-03-15', 300]], 700);
    expect(states(gone)).toEqual(['paid', 'written-off', 'written-off', 'written-off']);
    expect(gone).toMatchObject({ state: 'written-off', left: 0, repaid_on: null, overdue: 0 });
  });

  test('parts, sums and days hold over any course', () => {
    const courses = fc.record({
      principal: principals,
      term: fc.integer({ min: 1, max: 24 }),
      shares: fc.array(fc.tuple(fc.nat(900), fc.nat(100)), { maxLength: 8 }),
      given: fc.boolean(),
      seen: fc.nat(1_000),
    });
    fc.assert(
      fc.property(courses, ({ principal, term, shares, given, seen }) => {
        const schedule = scheduleOf(principal, term, '2026-01-31');
        let left = principal;
        const repayments = shares.flatMap(([day, share], at): Repayment[] => {
          const amount = Math.floor((left * share) / 100);
          left -= amount;
          const came = daysLater('2026-01-01', day);
          return amount > 0 ? [{ id: at + 1, on: came, amount }] : [];
        });
        const written_off = given ? left : 0;
        const today = daysLater('2026-01-01', seen);
        const standing = standingOf({ instalments: schedule, repayments, written_off }, today);
        const sum = (part: 'paid' | 'written_off' | 'amount') =>
          standing.instalments.reduce((all, one) => all + one[part], 0);
        expect(sum('paid')).toBe(standing.repaid);
        expect(sum('written_off')).toBe(written_off);
        expect(standing.left).toBe(principal - standing.repaid - written_off);
        expect(standing.left).toBe(given ? 0 : left);
        expect(standing.state === 'overdue').toBe(standing.overdue > 0);
        expect(standing.overdue).toBeLessThanOrEqual(standing.left);
        expect(standing.to_pay > 0).toBe(standing.left > 0);
        // Once an instalment is not covered, none after it has anything.
        const rests = standing.instalments.map((one) => one.amount - one.paid - one.written_off);
        const open = rests.findIndex((rest) => rest > 0);
        if (open >= 0) {
          for (const one of standing.instalments.slice(open + 1)) {
            if (one.amount > 0) expect([one.paid, one.written_off]).toEqual([0, 0]);
          }
        }
        const aged = byAge(
          standing.instalments
            .filter(({ state }) => state === 'overdue')
            .map((one) => ({ ...one, instalments: 1, amount: one.amount - one.paid })),
          [30, 90, 180],
          today,
        );
        expect(aged.reduce((all, one) => all + one.amount, 0)).toBe(standing.overdue);
      }),
      runs,
    );
  });
});

test('ages are parted by the days of the policy', () => {
  expect(agesOf([90, 30])).toEqual([
    { from: 1, to: 30 },
    { from: 31, to: 90 },
    { from: 91, to: null },
  ]);
  expect(agesOf([])).toEqual([{ from: 1, to: null }]);
  const due = (due_on: string) => ({ due_on, instalments: 1, amount: 100 });
  const dues = ['2026-09-30', '2026-09-01', '2026-08-31', '2026-07-03'].map(due);
  expect(byAge(dues, [30, 90], '2026-10-01').map(({ instalments }) => instalments)).toEqual([
    ...[2, 2, 0],
  ]);
});

test('money has turned over as often as it was lent, to two decimals, half up', () => {
  expect(turnoverOf(yuan(150_000), yuan(100_000))).toBe('1.50');
  expect(turnoverOf(yuan(1), yuan(3))).toBe('0.33');
  expect(turnoverOf(1_005, 1_000)).toBe('1.01');
  expect(turnoverOf(0, yuan(1))).toBe('0.00');
  expect(turnoverOf(yuan(1), 0)).toBeNull();
});

test('what was reversed counts for nothing among what moved', () => {
  const moved = movedOf([
    { account: 'source:union', cause: 'deposit', amount: -1_000 },
    { account: 'source:union', cause: 'reversal', amount: 200 },
    { account: 'loan', cause: 'grant-paid', amount: 600 },
    { account: 'loan', cause: 'loan-repayment', amount: -300 },
    { account: 'loan', cause: 'reversal', amount: 100 },
    { account: 'loan', cause: 'write-off', amount: -150 },
    { account: 'written-off', cause: 'write-off', amount: 150 },
  ]);
  expect(moved).toEqual({ put_in: 800, lent: 600, repaid: 200, written_off: 150 });
});
