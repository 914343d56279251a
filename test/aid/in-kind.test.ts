import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseWinter } from '../../src/aid/in-kind/benefit.ts';
import { csvOf, Office } from '../office.ts';
import { openFile } from '../pairing/families.ts';
import { idOf } from '../people/people.ts';
import { plainPolicy } from '../plain-policy.ts';
import { ofMine, registerOperators } from './lending.ts';

test('a winter is read as people write it', () => {
  for (const text of [
    '2026-2027',
    '2026/27',
    '2026～2027',
    '２０２６-２０２７',
    '2026',
    '2026年冬季',
  ]) {
    expect(parseWinter(text), text).toBe('2026-2027');
  }
  expect(parseWinter('1999-00')).toBe('1999-2000');
  expect(parseWinter('2026年')).toBe('2026-2027');
  for (const text of ['2026-2028', '2027-2026', '26-27', '冬', '1899']) {
    expect(parseWinter(text), text).toHaveProperty('said');
  }
});

let office: Office;

beforeEach(async () => {
  office = await Office.open('2026-10-08');
  const unit = (code: string, name: string, level: string, parent: string | null) => ({
    ...{ code, name, level, parent },
  });
  await office.import(
    'unit',
    csvOf([
      ...[unit('G', '集团', 'group', null), unit('M1', '一矿', 'mine', 'G')],
      ...[unit('M1S', '采煤队', 'section', 'M1'), unit('M2', '二矿', 'mine', 'G')],
    ]),
  );
  const person = (employee_no: string, name: string, order: number, at: string) => ({
    ...{ employee_no, name, id_no: idOf(order), category: 'active', unit: at },
  });
  await office.import(
    'person',
    csvOf([
      ...[person('00001', '王建国', 1, 'M1S'), person('00002', '李秀英', 2, 'M1S')],
      ...[person('00003', '张伟', 3, 'M2'), person('00004', '刘洋', 4, 'M2')],
    ]),
  );
  await openFile(office, '00001', { class: 'deep', members: ['00002'] });
  for (const [relation, name] of [
    ['child', '王晓明'],
    ['parent', '王大山'],
  ] as const) {
    await office.done('family', 'add', '00001', '--relation', relation, '--name', name);
  }
  await openFile(office, '00003', { class: 'relative' });
});

afterEach(() => office.close());

const add = (kind: string, no: string, ...more: string[]) =>
  office.relief('in-kind', 'add', '--kind', kind, '--employee-no', no, ...more);
const heat = (no: string, winter = '2026-2027', degree = 'waived') =>
  add('heating', no, '--winter', winter, '--degree', degree);
const place = (no: string, child: string, detail = '综采一队学徒工') =>
  add('job-placement', no, '--child', child, '--detail', detail);
const list = (...more: string[]) =>
  office.json<Record<string, unknown>[]>('in-kind', 'list', ...more);

describe('winter heating', () => {
  test('is recorded once a winter and household, whichever of the spouses asks', async () => {
    expect(await heat('00001')).toMatchObject({ code: 0 });
    expect(await heat('00001')).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('already') },
    });
    for (const ran of [await heat('00002'), await heat('00001', '2026-2027', 'reduced')]) {
      expect([ran.code, ran.err]).toEqual([
        ...[3, expect.stringContaining('number 1, entered for 王建国 (00001) on 2026-10-08')],
      ]);
    }
    expect(await heat('00002', '2025-2026', '减半')).toMatchObject({ code: 0 });
    expect(await list()).toEqual([
      {
        ...{ benefit: 2, kind: 'heating', employee_no: '00002', name: '李秀英', unit: 'M1S' },
        unit_name: '采煤队',
        ...{ period: '2025-2026', degree: 'reduced', child: null, detail: null },
        ...{ on: '2026-10-08', operator: 'cron' },
      },
      expect.objectContaining({ benefit: 1, employee_no: '00001', degree: 'waived' }),
    ]);
    await office.done('audit', 'verify');
  });

  test('also where each of them has a file', async () => {
    await openFile(office, '00002', { class: 'relative' });
    await heat('00001');
    expect(await heat('00002')).toMatchObject({ code: 3 });
    await office.done('in-kind', 'remove', '1', '--reason', '录入有误');
    expect(await heat('00002')).toMatchObject({ code: 0 });
    expect(await heat('00001')).toMatchObject({ code: 3 });
  });

  test.each([
    ['no file', ['00004', '2026-2027', 'waived'], 'has no open hardship file'],
    ['an unknown winter', ['00001', '2026-2028', 'waived'], 'is no winter'],
    ['a winter far ahead', ['00001', '2028-2029', 'waived'], 'more than a year from now'],
    ['an unknown degree', ['00001', '2026-2027', 'free'], 'reduced, waived'],
  ] as const)('is refused for %s', async (_, [no, winter, degree], said) => {
    const { code, err } = await heat(no, winter, degree);
    expect([code, err]).toEqual([3, expect.stringContaining(said)]);
  });

  test('is not for a file that is closed, unless it was before', async () => {
    await openFile(office, '00004', { closed: ['2026-06-30', 'lifted'] });
    expect(await heat('00004')).toMatchObject({ code: 3 });
    const before = ['--winter', '2025-2026', '--degree', 'waived', '--on', '2026-06-30'];
    expect(await add('heating', '00004', ...before)).toMatchObject({ code: 0 });
  });
});

test('a benefit is not for the time before the file was opened', async () => {
  await openFile(office, '00004', { opened: '2026-09-01' });
  const given = ['--winter', '2025-2026', '--degree', 'waived', '--on'];
  const early = await add('heating', '00004', ...given, '2026-08-31');
  expect(early).toMatchObject({ code: 3 });
  expect(early.err).toContain('was opened on 2026-09-01');
  const rows = ['kind,employee_no,winter,degree,on', 'heating,00004,2025-2026,waived,2026-08-31'];
  expect((await office.bring('in-kind', rows)).counts).toMatchObject({ imported: 0, rejected: 1 });
  expect(await add('heating', '00004', ...given, '2026-09-01')).toMatchObject({ code: 0 });
});

describe('job placement', () => {
  test('is for a child of a family in extreme hardship, once', async () => {
    expect(await place('00001', '王晓明')).toMatchObject({ code: 0 });
    expect(await place('00001', '王晓明')).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('already') },
    });
    expect(await place('00002', '王晓明', '机电队')).toMatchObject({ code: 3 });
    expect(await list('--kind', 'job-placement')).toMatchObject([
      { child: '王晓明', detail: '综采一队学徒工', period: null, degree: null },
    ]);
  });

  test('goes by the class of its day, and not by that of a later review', async () => {
    await office.done(
      'hardship',
      'review',
      '00001',
      '--class',
      'relative',
      '--rigid-expenses',
      '0',
    );
    expect(await place('00001', '王晓明')).toMatchObject({ code: 3 });
    const then = ['--child', '王晓明', '--detail', '机电队学徒工', '--on', '2026-10-07'];
    expect(await add('job-placement', '00001', ...then)).toMatchObject({ code: 0 });
  });

  test.each([
    ['another class', ['00003', '张小军'], 'is for families of the class deep hardship'],
    ['a child that is not in the file', ['00001', '王大山'], 'there are: 王晓明'],
  ] as const)('is refused for %s', async (_, [no, child], said) => {
    const { code, err } = await place(no, child);
    expect([code, err]).toEqual([3, expect.stringContaining(said)]);
  });

  test('asks for what it needs, and for nothing else', async () => {
    expect(await add('job-placement', '00001')).toMatchObject({
      ...{ code: 2, err: expect.stringMatching(/--child.*--detail/) },
    });
    const needless = await add('job-placement', '00001', '--degree', 'waived', '--detail', '岗位');
    expect(needless).toMatchObject({
      ...{ code: 3, err: expect.stringContaining('has no degree') },
    });
    expect(await office.relief('in-kind', 'add')).toMatchObject({
      ...{ code: 2, err: expect.stringMatching(/--kind.*--employee-no/) },
    });
  });
});

test('a kind is a policy entry and no code', async () => {
  const path = join(office.folder, 'policy.yaml');
  const grain = `    in_kind:
      rice-and-oil:
        title: {en: rice and oil, zh: 米面油慰问}
        per: year
        degrees: {full: {title: {en: full, zh: 全份}}}
        classes: [relative]
`;
  writeFileSync(path, readFileSync(plainPolicy(), 'utf8').replace('    in_kind:\n', grain));
  await office.done('policy', 'use', path, '--yes');
  const give = (no: string, year: string) =>
    add('米面油慰问', no, '--year', year, '--degree', '全份');
  expect(await give('00003', '2026')).toMatchObject({ code: 0 });
  expect(await give('00001', '2026')).toMatchObject({ code: 3 });
  expect(await give('00003', '2029')).toMatchObject({ code: 3 });
  expect(await list()).toMatchObject([{ kind: 'rice-and-oil', period: '2026', degree: 'full' }]);
});

test('import reads each kind by its rules, and nothing twice', async () => {
  const rows = [
    '帮扶项目,工号,采暖季,减免方式,子女姓名,说明',
    ...['冬季取暖费减免,00001,2026-2027,免收,,', 'heating,00003,2026/27,减半,,'],
    ...['优先安排就业,00001,,,王晓明,学徒工', 'heating,00002,2026-2027,免收,,'],
    ...['heating,00004,2026-2027,免收,,', 'heating,00001,,免收,,', 'coal,00001,,,,'],
    ...['job-placement,00001,2026,,王晓明,学徒工', 'heating,00009,2026-2027,免收,,'],
  ];
  const { counts, said } = await office.bring('in-kind', rows);
  expect(counts).toMatchObject({ imported: 3, rejected: 6 });
  for (const why of [
    ...['has winter heating already', 'no open hardship file', 'winter is missing'],
    ...['"coal"', 'has no winter', '00009'],
  ]) {
    expect(said).toContain(why);
  }
  expect((await office.bring('in-kind', rows.slice(0, 4))).counts).toMatchObject({ unchanged: 3 });
  const exported = await office.done('in-kind', 'list', '--csv');
  expect((await office.bring('in-kind', exported.trim().split('\n'))).counts).toMatchObject({
    ...{ unchanged: 3, rejected: 0 },
  });
});

test('import finds what the other spouse has in a file of their own, also by an earlier row', async () => {
  await openFile(office, '00002', { class: 'relative' });
  const rows = ['kind,employee_no,winter,degree', 'heating,00001,2026-2027,waived'];
  const both = [...rows, 'heating,00002,2026-2027,waived', 'heating,00003,2026-2027,waived'];
  expect((await office.bring('in-kind', both)).counts).toMatchObject({ imported: 2, rejected: 1 });
  const again = [...rows, 'heating,00002,2026-2027,waived', 'heating,00002,2025-2026,waived'];
  expect((await office.bring('in-kind', again)).counts).toMatchObject({
    ...{ imported: 1, unchanged: 1, rejected: 1 },
  });
});

test('counts are by kind, period, degree and the unit below the one that is asked for', async () => {
  await heat('00001');
  await heat('00003', '2026-2027', 'reduced');
  await heat('00001', '2025-2026');
  await place('00001', '王晓明');
  const row = (...[kind, period, degree, unit, unit_name, count]: (string | number | null)[]) => ({
    ...{ kind, period, degree, unit, unit_name, count },
  });
  const count = (...more: string[]) => office.json('in-kind', 'count', ...more);
  expect(await count()).toEqual([
    row('heating', '2026-2027', 'reduced', 'M2', '二矿', 1),
    row('heating', '2026-2027', 'waived', 'M1', '一矿', 1),
    row('heating', '2025-2026', 'waived', 'M1', '一矿', 1),
    row('job-placement', null, null, 'M1', '一矿', 1),
  ]);
  expect(await count('--unit', 'M1', '--kind', 'heating', '--period', '2026')).toEqual([
    row('heating', '2026-2027', 'waived', 'M1S', '采煤队', 1),
  ]);
});

test('an operator of a mine sees and enters for their own people alone', async () => {
  await heat('00001');
  await heat('00003');
  await registerOperators(office);
  const as = ['--as', ofMine];
  expect(await list(...as)).toMatchObject([{ employee_no: '00001' }]);
  expect(await office.json('in-kind', 'count', ...as)).toMatchObject([{ unit: 'M1S' }]);
  const winter = ['--winter', '2025-2026', '--degree', 'waived'];
  for (const command of [
    ['add', '--kind', 'heating', '--employee-no', '00003', ...winter],
    ['remove', '2', '--reason', '有误'],
    ['list', '--unit', 'M2'],
    ['list', '--person', '00003'],
    ['count', '--unit', 'M2'],
  ]) {
    const { code, err } = await office.relief('in-kind', ...command, ...as);
    expect([code, command, err]).toEqual([4, command, expect.stringContaining('lies outside')]);
  }
  const rows = ['kind,employee_no,winter,degree', 'heating,00003,2025-2026,waived'];
  expect((await office.bring('in-kind', rows, ...as)).counts).toMatchObject({ rejected: 1 });
});
