import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Office } from '../office.ts';
import { officeOfUnits, peopleHeading, personLine } from './people.ts';

let office: Office;
beforeEach(async () => {
  office = await officeOfUnits();
  await office.bring('person', [peopleHeading, personLine(1), personLine(2)]);
});
afterEach(() => office.close());

const heading = 'employee_no,kind,detail,from,to';
const bring = (...lines: string[]) => office.bring('recognition', [heading, ...lines]);
const list = (...options: string[]) =>
  office.json<Record<string, unknown>[]>('recognition', 'list', ...options);

describe('an import of recognitions', () => {
  it('enters each once, under its code', async () => {
    const lines = ['000001,困难,低保,2026-01-01,', '000001,慢性病,高血压,2025/7/1,2026年6月30日'];
    expect((await bring(...lines)).counts).toMatchObject({ imported: 2, rejected: 0 });
    expect((await bring(...lines)).counts).toMatchObject({ unchanged: 2, rejected: 0 });
    expect(await list()).toEqual([
      {
        ...{ employee_no: '000001', name: '王建1', kind: 'chronic-disease', detail: '高血压' },
        ...{ from: '2025-07-01', to: '2026-06-30' },
      },
      {
        ...{ employee_no: '000001', name: '王建1', kind: 'hardship', detail: '低保' },
        ...{ from: '2026-01-01', to: null },
      },
    ]);
  });

  it('takes another code that a policy may name', async () => {
    expect((await bring('000001,orphan,孤儿,2026-01-01,')).counts).toMatchObject({ imported: 1 });
  });

  it.each([
    ['a near-miss of a kind', '000001,hardhsip,低保,2026-02-01,', /did you mean "hardship"/],
    ['a kind that is no code', '000001,???,低保,2026-02-01,', /not a kind of recognition/],
    ['an unknown employee', '00001,hardship,低保,2026-02-01,', /did you mean 000001/],
    [
      'an end before the beginning',
      '000002,hardship,低保,2026-02-01,2026-01-31',
      /before the first/,
    ],
    ['a day not in the calendar', '000002,hardship,低保,2026-02-30,', /calendar/],
    ['a missing detail', '000002,hardship,,2026-02-01,', /detail is missing/],
    [
      'the same from one day with another end',
      '000001,hardship,低保,2026-01-01,2026-06-30',
      /another end/,
    ],
    ['one that overlaps', '000001,hardship,低保,2026-06-01,', /recognised already from 2026-01-01/],
  ])('rejects %s, keeping the others', async (_what, line, reason) => {
    const { code, counts, rejects } = await bring('000001,hardship,低保,2026-01-01,', line);
    expect([code, counts]).toEqual([3, { read: 2, imported: 1, unchanged: 0, rejected: 1 }]);
    expect(rejects).toMatch(reason);
  });

  it('lets several diseases stand side by side', async () => {
    const { counts } = await bring(
      '000001,chronic-disease,高血压,2026-01-01,',
      '000001,chronic-disease,糖尿病,2026-01-01,',
    );
    expect(counts).toMatchObject({ imported: 2, rejected: 0 });
  });

  it('can be imported again from its own export', async () => {
    await bring('000001,hardship,低保,2026-01-01,', '000002,disability,肢体三级,2020-05-06,');
    const { out } = await office.relief('recognition', 'list', '--csv');
    const { counts } = await office.bring('recognition', out.trimEnd().split('\n'));
    expect(counts).toMatchObject({ unchanged: 2, rejected: 0 });
  });
});

describe('one recognition', () => {
  beforeEach(async () => {
    await bring(
      '000001,hardship,低保,2024-01-01,2024-12-31',
      '000001,hardship,低保,2026-01-01,',
      '000002,disability,肢体三级,2020-05-06,',
    );
  });

  it('is listed by kind, text and the day it is in force on', async () => {
    expect(await list('--kind', 'disability')).toHaveLength(1);
    expect(await list('--on', '2024-12-31', '--kind', 'hardship')).toMatchObject([
      { to: '2024-12-31' },
    ]);
    expect(await list('--on', '2025-06-01', '--text', '000001')).toEqual([]);
  });

  it('ends on a day; which one is asked for where there are several', async () => {
    const end = ['recognition', 'end', '000001', '--kind', 'hardship', '--to', '2026-06-30'];
    const unclear = await office.relief(...end);
    expect(unclear.err).toMatch(/--from: 2024-01-01, 2026-01-01/);
    expect((await office.relief(...end, '--from', '2026-01-01')).code).toBe(0);
    expect(await list('--on', '2026-07-01', '--kind', 'hardship')).toEqual([]);
    expect((await office.actions()).at(-1)).toBe('recognition.end');
  });

  it('cannot end before it began, nor grow over another', async () => {
    const edit = ['recognition', 'edit', '000001', '--kind', 'hardship', '--from'];
    expect((await office.relief(...edit, '2026-01-01', '--to', '2025-12-31')).code).toBe(3);
    expect((await office.relief(...edit, '2024-01-01', '--to', '2026-02-01')).code).toBe(3);
  });

  it('is removed with a reason, never without', async () => {
    const remove = ['recognition', 'remove', '000002', '--kind', 'disability'];
    const without = await office.relief(...remove);
    expect([without.code, without.err]).toEqual([2, expect.stringContaining('--reason')]);
    expect((await office.relief(...remove, '--reason', '录入有误')).code).toBe(0);
    expect(await list('--kind', 'disability')).toEqual([]);
  });
});
