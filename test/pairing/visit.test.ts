import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { daysLater } from '../../src/core/civil-date.ts';
import { overdueVisit } from '../../src/pairing/visit/overdue.ts';
import type { Office } from '../office.ts';
import { officeOfFamilies, openFile, pair } from './families.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies('2026-12-31');
  for (const no of ['000101', '000103', '000104']) await openFile(office, no);
});

afterEach(() => office.close());

const visit = (...options: string[]) => office.relief('visit', 'add', ...options);

interface OverdueJson {
  readonly pairing: number;
  readonly due_on: string;
  readonly days: number;
  readonly state: string;
}
const overdue = async (...options: string[]) =>
  (await office.json<OverdueJson[]>('visit', 'overdue', ...options)).map(
    ({ pairing, due_on, days, state }) => [pairing, due_on, days, state],
  );

describe('a visit', () => {
  test('is logged by the number of the pairing, or by official and family, also after the end', async () => {
    const id = await pair(office, '刘志强', '000101', '2026-01-10');
    await office.done('pairing', 'end', id, '--to', '2026-06-30', '--outcome', '脱困');
    const again = await pair(office, '刘志强', '000101', '2026-09-01');
    const named = ['--official', '刘志强', '--employee-no', '000101', '--done', '送医'];
    expect(await office.json('visit', 'add', ...named, '--on', '2026-03-01')).toMatchObject({
      ...{ visit: 1, pairing: Number(id), on: '2026-03-01', done: '送医', needed: null },
    });
    expect(await office.json('visit', 'add', ...named)).toMatchObject({
      ...{ pairing: Number(again), on: '2026-12-31' },
    });
    expect(await visit(...named, '--on', '2026-08-01')).toMatchObject({ code: 3 });
    expect(await visit(id, '--on', '2026-07-01', '--done', '走访')).toMatchObject({ code: 3 });
    expect(await visit(again, '--on', '2027-01-01', '--done', '走访')).toMatchObject({ code: 3 });
    const same = await office.json('visit', 'add', ...named);
    expect(same).toMatchObject({ visit: null, on: '2026-12-31' });
    expect(await office.json('visit', 'list')).toHaveLength(2);
  });

  test('is listed by pairing, official, family, unit and day', async () => {
    await pair(office, '刘志强', '000101', '2026-01-10');
    await pair(office, '周敏', '000104', '2026-01-10');
    await visit('1', '--on', '2026-03-01', '--done', '走访');
    await visit('2', '--on', '2026-02-01', '--done', '慰问', '--needed', '修房');
    const listed = async (...options: string[]) =>
      (await office.json<{ visit: number }[]>('visit', 'list', ...options)).map((one) => one.visit);
    expect(await listed()).toEqual([2, 1]);
    expect(await listed('--pairing', '1')).toEqual([1]);
    expect(await listed('--official', '周敏')).toEqual([2]);
    expect(await listed('--employee-no', '000101')).toEqual([1]);
    expect(await listed('--unit', 'M2')).toEqual([2]);
    expect(await listed('--since', '2026-02-15')).toEqual([1]);
    expect(await listed('--until', '2026-02-15')).toEqual([2]);
    expect(await office.done('visit', 'list', '--unit', 'M1')).toContain('走访');
  });

  test('a file brings visits; twice it changes nothing, an export neither', async () => {
    await pair(office, '刘志强', '000101', '2026-01-10');
    const file = [
      '干部姓名,单位,帮扶对象工号,走访时间,帮扶情况,需求',
      '刘志强,青石沟矿,000101,2026年3月1日,送去慰问金,女儿上学',
      '刘志强,,000101,2026-03-01,陪同就医,',
      '刘志强,,000101,2025-12-31,走访,',
      '周敏,,000101,2026-03-01,走访,',
      '刘志强,,000102,2026-03-01,走访,',
      '刘志军,,000101,2026-03-01,走访,',
    ];
    const first = await office.bring('visit', file);
    expect(first.counts).toEqual({ read: 6, imported: 2, unchanged: 0, rejected: 4 });
    const reasons = [
      'lies outside pairing 1',
      '周敏 is not paired',
      'employee 000102 has no hardship file',
      'did you mean 刘志强?',
    ];
    for (const reason of reasons) expect(first.said).toContain(reason);
    expect((await office.bring('visit', file)).counts).toMatchObject({ unchanged: 2 });
    const exported = (await office.done('visit', 'list', '--csv')).trim().split('\n');
    expect((await office.bring('visit', exported)).counts).toMatchObject({ unchanged: 2 });
  });
});

describe('a visit not made in time', () => {
  test('is seen of pairings that run, then of those that ended so, and can be narrowed', async () => {
    await pair(office, '刘志强', '000101', '2026-09-01');
    await pair(office, '刘志强', '000103', '2026-01-10');
    await pair(office, '周敏', '000104', '2026-06-01');
    await visit('3', '--on', '2026-12-01', '--done', '走访');
    await office.done('pairing', 'end', '2', '--to', '2026-06-30', '--outcome', '脱困');
    expect(await overdue()).toEqual([
      [1, '2026-11-30', 31, 'running'],
      [2, '2026-04-10', 81, 'ended'],
    ]);
    expect(await overdue('--state', 'ended')).toHaveLength(1);
    expect(await overdue('--unit', 'M2')).toEqual([]);
    await visit('2', '--on', '2026-04-15', '--done', '走访');
    expect(await overdue()).toEqual([[1, '2026-11-30', 31, 'running']]);
    expect(await office.done('pairing', 'show', '1')).toContain('31 days late');
  });

  test('is what the rule says, whatever the days', async () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days) => daysLater('2026-01-01', days));
    const history = fc.record({
      from: day,
      visits: fc.array(day, { maxLength: 3 }),
      to: fc.option(day, { nil: null }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(history, { minLength: 1, maxLength: 3 }), async (histories) => {
        const own = await officeOfFamilies('2026-12-31');
        const nos = ['000101', '000103', '000104'];
        const expected: unknown[] = [];
        for (const [n, { from, visits, to }] of histories.entries()) {
          await openFile(own, nos[n] ?? '');
          const id = await pair(own, '刘志强', nos[n] ?? '', from);
          const kept = visits.filter((on) => on >= from && (to === null || to < from || on <= to));
          for (const on of kept) await own.done('visit', 'add', id, '--on', on, '--done', on);
          const ended = to !== null && to >= from ? to : null;
          if (ended) await own.done('pairing', 'end', id, '--to', ended, '--outcome', '脱困');
          const late = overdueVisit({ from, to: ended, visits: kept }, 90, '2026-12-31');
          if (late) expected.push({ pairing: Number(id), ...late });
        }
        const told = await own.json<OverdueJson[]>('visit', 'overdue');
        const said = told.map(({ pairing, due_on, days }) => ({ pairing, due_on, days }));
        expect(said.toSorted((a, b) => a.pairing - b.pairing)).toEqual(expected);
        own.close();
      }),
      { numRuns: 12 },
    );
  });
});
