import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Office } from '../office.ts';
import { officeOfUnits, peopleHeading, personLine } from './people.ts';

let office: Office;
beforeEach(async () => {
  office = await officeOfUnits();
  const people = [personLine(1), personLine(2, { unit: 'M1S2' })];
  await office.bring('person', [peopleHeading, ...people]);
});
afterEach(() => office.close());

const heading = 'employee_no,from_year,to_year';
const bring = (...lines: string[]) => office.bring('enrolment', [heading, ...lines]);
const list = (...options: string[]) =>
  office.json<Record<string, unknown>[]>('enrolment', 'list', ...options);
const span = (employee_no: string, from_year: number, to_year: number) =>
  expect.objectContaining({ employee_no, from_year, to_year });

describe('an import of enrolments', () => {
  it('adds the years that are new, and joins what is consecutive', async () => {
    expect((await bring('000001,2020,2023')).counts).toMatchObject({ imported: 1 });
    expect((await bring('000001,2021,2022')).counts).toMatchObject({ imported: 0, unchanged: 1 });
    expect((await bring('000001,2022,2025', '000001,2010,')).counts).toMatchObject({ imported: 2 });
    expect(await list()).toEqual([span('000001', 2010, 2010), span('000001', 2020, 2025)]);
  });

  it('does nothing twice within one file', async () => {
    const { counts } = await bring('000001,2026,', '000001,2026,2026');
    expect(counts).toMatchObject({ imported: 1, unchanged: 1 });
  });

  it('reaches to the next year', async () => {
    expect((await bring('000001,2027,')).counts).toMatchObject({ imported: 1 });
  });

  it.each([
    ['years that run backwards', '000001,2024,2023', /2023 lies before/],
    ['a year too far ahead', '000001,2026,2028', /at most next year \(2027\)/],
    ['what is no year', '000001,26,', /not a year/],
    ['an unknown employee', '00001,2026,', /did you mean 000001/],
    ['a number Excel shortened', '1.2E+5,2026,', /changed by Excel/],
  ])('rejects %s, keeping the others', async (_what, line, reason) => {
    const { code, counts, rejects } = await bring('000002,2026,', line);
    expect([code, counts]).toEqual([3, { read: 2, imported: 1, unchanged: 0, rejected: 1 }]);
    expect(rejects).toMatch(reason);
  });

  it('can be imported again from its own export', async () => {
    await bring('000001,2010,2018', '000001,2020,2026', '000002,2026,');
    const { out } = await office.relief('enrolment', 'list', '--csv');
    const { counts } = await office.bring('enrolment', out.trimEnd().split('\n'));
    expect(counts).toMatchObject({ read: 3, unchanged: 3, rejected: 0 });
  });
});

describe('one enrolment', () => {
  it('is added, and said to be there when it is', async () => {
    const add = ['enrolment', 'add', '--employee-no', '000001', '--from-year', '2026'];
    expect(await office.json(...add)).toEqual({
      ...{ employee_no: '000001', from_year: 2026, to_year: 2026 },
    });
    const again = await office.relief(...add);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('already')]);
  });

  it('loses a year entered in error, with the reason, and only one that is there', async () => {
    await bring('000001,2024,2026');
    const remove = ['enrolment', 'remove', '000001', '--year', '2025'];
    expect((await office.relief(...remove)).err).toContain('--reason');
    expect((await office.relief(...remove, '--reason', '录入有误')).code).toBe(0);
    expect(await list()).toEqual([span('000001', 2024, 2024), span('000001', 2026, 2026)]);
    expect((await office.relief(...remove, '--reason', '录入有误')).code).not.toBe(0);
    expect((await office.actions()).at(-1)).toBe('enrolment.remove');
  });

  it('is listed by unit, year and text', async () => {
    await bring('000001,2010,2018', '000001,2020,2026', '000002,2018,');
    expect(await list('--year', '2018')).toEqual([
      span('000001', 2010, 2018),
      span('000002', 2018, 2018),
    ]);
    expect(await list('--unit', 'M1S2')).toEqual([span('000002', 2018, 2018)]);
    expect(await list('--text', '王建1', '--year', '2019')).toEqual([]);
    expect(await office.json('enrolment', 'show', '000001')).toHaveLength(2);
  });
});
