import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, daysLater } from '../../src/core/civil-date.ts';
import { render } from '../../src/core/language.ts';
import {
  daysOverdue,
  dueDay,
  objectionToPassingUp,
  objectionToStep,
  riseOf,
  type Standing,
  type UnitOnTheWay,
} from '../../src/requests/life.ts';

const rules = { due_days: { section: 5, mine: 10, group: 15 } };
const way: readonly UnitOnTheWay[] = [
  { id: 4, code: 'M1S1', level: 'section' },
  { id: 2, code: 'M1', level: 'mine' },
  { id: 1, code: 'G0', level: 'group' },
];

const request = (told: Partial<Standing> = {}): Standing => ({
  ...{ id: 7, state: 'open', at_name: '综采一队', due_on: '2026-07-06', last_on: '2026-07-01' },
  ...told,
});

const mine = way[1] as UnitOnTheWay;

describe('a request', () => {
  test.each([
    ['section', '2026-07-06'],
    ['mine', '2026-07-11'],
    ['group', '2026-07-16'],
  ] as const)('is to be answered at a %s by %s', (level, due) => {
    expect(dueDay(level, '2026-07-01', rules)).toBe(due);
  });

  test('is overdue from the day after its due day on, as long as it is open', () => {
    expect(daysOverdue(request(), '2026-07-06')).toBe(null);
    expect(daysOverdue(request(), '2026-07-08')).toBe(2);
    expect(daysOverdue(request({ state: 'answered' }), '2026-07-08')).toBe(null);
  });

  test.each([
    ['answered', request({ state: 'answered' }), mine, 'answered on 2026-07-01 already'],
    ['of a last step still to come', request({ last_on: '2026-07-03' }), mine, 'lies before that'],
    ['at the top', request({ at_name: '集团' }), null, 'stands at 集团, which has no unit above'],
  ])('%s is not passed up', (_, one, above, words) => {
    const objection = objectionToPassingUp(one, above, '2026-07-02');
    expect(objection && render(objection, 'en')).toContain(words);
  });

  test('is answered wherever it stands, once', () => {
    expect(objectionToStep(request(), '2026-07-01')).toBe(undefined);
    expect(objectionToStep(request({ state: 'answered' }), '2026-07-02')).not.toBe(undefined);
  });
});

describe('a request that nobody answers', () => {
  test('rises one level, due anew from the day it rose', () => {
    expect(riseOf(request(), mine, '2026-07-06', rules)).toBe(undefined);
    expect(riseOf(request(), mine, '2026-07-20', rules)).toEqual({
      to: mine,
      due_on: '2026-07-30',
    });
  });

  test('stays at the top', () => {
    expect(riseOf(request(), null, '2026-07-20', rules)).toBe('at-top');
  });

  test('stands at every moment at one unit of its way, never rises twice on a day, nor once answered', () => {
    const days = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
    const answeredAt = fc.option(fc.nat(11), { nil: null });
    fc.assert(
      fc.property(days, answeredAt, (gaps, answered) => {
        let [today, at] = ['2026-07-01', 0];
        let one = request({ due_on: dueDay('section', today, rules) });
        for (const [n, gap] of gaps.entries()) {
          today = daysLater(today, gap);
          if (n === answered) one = { ...one, state: 'answered' };
          const above = way[at + 1] ?? null;
          const rise = riseOf(one, above, today, rules);
          if (rise === undefined) continue;
          expect([one.state, daysBetween(one.due_on, today) > 0]).toEqual(['open', true]);
          if (rise === 'at-top') {
            expect(at).toBe(2);
            continue;
          }
          expect(rise.to).toBe(way[at + 1]);
          at += 1;
          one = { ...one, due_on: rise.due_on };
          expect(riseOf(one, way[at + 1] ?? null, today, rules)).toBe(undefined);
        }
      }),
    );
  });
});
