import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, daysLater } from '../../src/core/civil-date.ts';
import { overdueVisit, visitDue } from '../../src/pairing/visit/overdue.ts';

const every = 90;
const begin = '2026-01-01';

describe('the day of the next visit', () => {
  test.each([
    ['after the beginning', [], '2026-04-01'],
    ['after the last visit', ['2026-03-01'], '2026-05-30'],
    ['after the latest of several', ['2026-05-01', '2026-02-01'], '2026-07-30'],
  ])('%s', (_, visits, due) => {
    expect(visitDue({ from: begin, to: null, visits }, every)).toBe(due);
  });
});

describe('a visit not made in time', () => {
  test.each([
    ['on its day it is still in time', null, [], '2026-04-01', undefined],
    ['the day after, it is late', null, [], '2026-04-02', { due_on: '2026-04-01', days: 1 }],
    ['a visit makes good', null, ['2026-04-02'], '2026-04-02', undefined],
    ['an end before its day', '2026-03-31', [], '2026-12-01', undefined],
    ['an end on its day', '2026-04-01', [], '2026-12-01', undefined],
    ['an end after it', '2026-04-11', [], '2026-12-01', { due_on: '2026-04-01', days: 10 }],
    ['one before the end in time', '2026-06-01', ['2026-04-30'], '2026-12-01', undefined],
  ] as const)('%s', (_, to, visits, today, late) => {
    expect(overdueVisit({ from: begin, to, visits }, every, today)).toEqual(late);
  });

  const day = fc.integer({ min: 0, max: 900 }).map((days) => daysLater(begin, days));
  const facts = fc.record({
    visits: fc.array(day, { maxLength: 6 }),
    to: fc.option(day, { nil: null }),
    every: fc.integer({ min: 1, max: 200 }),
    today: day,
  });

  test('does not rest on the order of the visits', () => {
    fc.assert(
      fc.property(facts, ({ visits, to, every, today }) => {
        const late = overdueVisit({ from: begin, to, visits }, every, today);
        const turned = { from: begin, to, visits: visits.toReversed() };
        expect(overdueVisit(turned, every, today)).toEqual(late);
      }),
    );
  });

  test('is never made worse by a visit', () => {
    fc.assert(
      fc.property(facts, day, ({ visits, to, every, today }, another) => {
        const before = overdueVisit({ from: begin, to, visits }, every, today);
        const after = overdueVisit({ from: begin, to, visits: [...visits, another] }, every, today);
        expect(after?.days ?? 0).toBeLessThanOrEqual(before?.days ?? 0);
      }),
    );
  });

  test('of one that ended does not rest on today; of one that runs it is seen from the day after on', () => {
    fc.assert(
      fc.property(facts, day, ({ visits, to, every, today }, another) => {
        const here = { from: begin, to, visits };
        const late = overdueVisit(here, every, today);
        if (to !== null) expect(overdueVisit(here, every, another)).toEqual(late);
        else expect(late !== undefined).toBe(daysBetween(visitDue(here, every), today) > 0);
      }),
    );
  });
});
