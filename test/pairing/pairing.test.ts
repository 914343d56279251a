import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvOf, Office } from '../office.ts';
import { officeOfFamilies, openFile, pair, policyWithout, registerOperator } from './families.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
});

afterEach(() => office.close());

const end = (id: string, to: string, outcome = '已脱困') =>
  office.relief('pairing', 'end', id, '--to', to, '--outcome', outcome);

const visit = (id: string, on: string) =>
  office.done('visit', 'add', id, '--on', on, '--done', '走访慰问');

const numbers = async (...argv: string[]) =>
  (await office.json<{ pairing: number }[]>(...argv)).map(({ pairing }) => pairing);

describe('pairing', () => {
  test('binds an official and the family of a head or a member, from today on', async () => {
    await openFile(office, '000101', { members: ['000102'] });
    const facts = ['--official', '刘志强', '--employee-no', '000102', '--goal', '两年内脱困'];
    expect(await office.json('pairing', 'add', ...facts)).toMatchObject({
      ...{ pairing: 1, official: '刘志强', rank: 'division', official_unit: 'M1' },
      ...{ employee_no: '000101', name: '王建国', goal: '两年内脱困', from: '2026-07-20' },
      ...{ to: null, outcome: null, last_visit: null, state: 'running' },
    });
    expect((await office.actions()).at(-1)).toBe('pairing.add');
    expect(await office.relief('pairing', 'add', ...facts)).toMatchObject({ code: 0 });
    expect(await office.relief('pairing', 'add', ...facts, '--from', '2026-07-01')).toMatchObject({
      ...{ code: 3, err: expect.stringContaining('the two overlap') },
    });
    expect(await office.relief('audit', 'verify')).toMatchObject({ code: 0 });
  });

  test('ends once, with an outcome, not before its last visit; and can be taken up again', async () => {
    await openFile(office, '000101');
    const id = await pair(office, '刘志强', '000101', '2026-01-10');
    await visit(id, '2026-05-02');
    expect(await end(id, '2026-05-01')).toMatchObject({ code: 3 });
    expect(await end(id, '2026-05-02')).toMatchObject({ code: 0 });
    expect(await end(id, '2026-05-03')).toMatchObject({ code: 4 });
    const again = await pair(office, '刘志强', '000101', '2026-05-03');
    const named = ['--official', '刘志强', '--employee-no', '000101'];
    await office.done('pairing', 'end', ...named, '--outcome', '子女就业');
    expect(await office.json('pairing', 'show', again)).toMatchObject({
      ...{ to: '2026-07-20', outcome: '子女就业', state: 'ended', visits: [] },
    });
    expect(await office.json('pairing', 'show', id)).toMatchObject({
      visits: [{ on: '2026-05-02', done: '走访慰问', needed: null, operator: 'cron' }],
    });
  });

  test('says what it says anew where that is corrected; an end keeps an outcome', async () => {
    await openFile(office, '000101');
    const id = await pair(office, '刘志强', '000101', '2026-01-10');
    const edit = (...options: string[]) => office.relief('pairing', 'edit', id, ...options);
    expect(await edit()).toMatchObject({ code: 2 });
    expect(await edit('--goal', '就业', '--way', '一对一')).toMatchObject({ code: 0 });
    expect(await office.json('pairing', 'show', id)).toMatchObject({ goal: '就业', way: '一对一' });
    const actions = await office.actions();
    expect((await edit('--goal', '就业')).out).toContain('was like that already');
    expect(await office.actions()).toEqual(actions);
    await end(id, '2026-05-02');
    expect(await edit('--outcome', '')).toMatchObject({ code: 3 });
    expect(await edit('--outcome', '女儿就业')).toMatchObject({ code: 0 });
  });

  test('goes on when the file is closed, and may begin then: the family is watched', async () => {
    await openFile(office, '000101', { closed: ['2026-03-31', 'lifted'] });
    const id = await pair(office, '刘志强', '000101', '2026-01-10');
    expect(await office.done('pairing', 'show', id)).toContain('the pairing goes on');
    const late = ['pairing', 'add', '--official', '周敏', '--employee-no', '000101'];
    expect(await office.relief(...late)).toMatchObject({
      ...{ code: 0, err: expect.stringContaining('closed on 2026-03-31') },
    });
  });

  test('is listed by unit, official, family and state, the latest first', async () => {
    for (const no of ['000101', '000103', '000104']) await openFile(office, no);
    await pair(office, '刘志强', '000101', '2026-01-10');
    await pair(office, '刘志强', '000103', '2026-01-10');
    await pair(office, '周敏', '000104', '2026-01-10');
    await end('2', '2026-02-01');
    expect(await numbers('pairing', 'list')).toEqual([3, 2, 1]);
    expect(await numbers('pairing', 'list', '--unit', 'M1')).toEqual([2, 1]);
    expect(await numbers('pairing', 'list', '--unit', 'M1S1')).toEqual([1]);
    expect(await numbers('pairing', 'list', '--official', '周敏')).toEqual([3]);
    expect(await numbers('pairing', 'list', '--employee-no', '000103')).toEqual([2]);
    expect(await numbers('pairing', 'list', '--state', 'running')).toEqual([3, 1]);
    expect(await numbers('pairing', 'list', '--limit', '1', '--page', '2')).toEqual([2]);
    expect(await office.json('official', 'show', '刘志强')).toMatchObject({
      ...{ name: '刘志强', duty: '矿长', pairings: [{ pairing: 2 }, { pairing: 1 }] },
    });
  });

  test('a ledger brings pairings, and officials who are new; twice it changes nothing', async () => {
    for (const no of ['000101', '000104']) await openFile(office, no);
    const ledger = [
      '序号,干部姓名,职务/级别,单位,帮扶对象,帮扶对象工号,责任,方式,措施,目标,结对时间,结束时间,成效',
      '1,刘志强,矿长/处级,青石沟矿,王建国,000101,包户,一对一,每季走访,两年内脱困,2025年3月1日,,',
      '2,郭海涛,党委书记/处级,M2,陈桂兰,000104,包户,一对一,联系就业,就业,2024/1/1,2025/12/31,女儿就业',
      '3,郭海涛,,M2,陈桂兰,000104,,,,,2026-01-01,,已落实低保',
    ];
    const first = await office.bring('pairing', ledger);
    expect([first.said, first.counts]).toEqual(['', expect.objectContaining({ imported: 3 })]);
    expect((await office.bring('pairing', ledger)).counts).toMatchObject({ unchanged: 3 });
    expect(await office.json('official', 'show', '郭海涛')).toMatchObject({
      ...{ rank: 'division', duty: '党委书记', unit: 'M2', pairings: [{}, { to: '2025-12-31' }] },
    });
    const exported = (await office.done('pairing', 'list', '--csv')).trim().split('\n');
    expect((await office.bring('pairing', exported)).counts).toMatchObject({ unchanged: 3 });
  });

  test('rows at fault are rejected, each with its reason', async () => {
    await openFile(office, '000101');
    const { counts, said } = await office.bring('pairing', [
      'official,rank,official_unit,employee_no,from,to,outcome',
      '刘志强,,,000102,2026-01-01,,',
      '刘志祥,,,000101,2026-01-01,,',
      '刘志强,section,M1,000101,2026-01-01,,',
      '刘志强,,M2,000101,2026-01-01,,',
      '刘志强,,,000101,2026-01-01,2026-03-01,',
      '刘志强,,,000101,2026-01-01,2025-03-01,脱困',
      '刘志强,,,000101,2026-01-01,2026-03-01,脱困',
      '刘志强,,,000101,2026-02-01,,',
    ]);
    expect(counts).toEqual({ read: 8, imported: 1, unchanged: 0, rejected: 7 });
    const reasons = [
      'employee 000102 has no hardship file',
      'did you mean 刘志强?',
      'is there already with another rank',
      'there is no official 刘志强 in M2',
      'with what outcome',
      'before it begins',
      'the two overlap',
    ];
    for (const reason of reasons) expect(said).toContain(reason);
  });
});

describe('families in extreme hardship whom no official helps', () => {
  test('are listed by unit: open files of the classes that the policy names', async () => {
    await openFile(office, '000101');
    await openFile(office, '000102', { class: 'relative' });
    await openFile(office, '000103', { closed: ['2026-03-31', 'lifted'] });
    await openFile(office, '000104');
    const missing = async (...options: string[]) =>
      (await office.json<{ employee_no: string }[]>('pairing', 'missing', ...options)).map(
        (one) => one.employee_no,
      );
    expect(await missing()).toEqual(['000101', '000104']);
    expect(await missing('--unit', 'M2')).toEqual(['000104']);
    const id = await pair(office, '刘志强', '000101', '2026-01-10');
    expect(await missing()).toEqual(['000104']);
    await end(id, '2026-06-01');
    expect(await missing()).toEqual(['000101', '000104']);
  });
});

test('where the policy says nothing of one helps one, nobody is paired', async () => {
  office.close();
  const bare = await Office.open('2026-07-20', policyWithout('pairing'));
  const told = 'says nothing of one helps one';
  for (const argv of [
    ['pairing', 'list'],
    ['official', 'list'],
    ['visit', 'overdue'],
  ])
    expect(await bare.relief(...argv)).toMatchObject({
      code: 4,
      err: expect.stringContaining(told),
    });
  bare.close();
});

describe('the figures', () => {
  interface FiguresJson {
    readonly rows: readonly Readonly<Record<string, number | string>>[];
    readonly total: Readonly<Record<string, number>>;
  }
  const figures = (...options: string[]) =>
    office.json<FiguresJson>('pairing', 'figures', ...options);

  beforeEach(async () => {
    await openFile(office, '000101', { closed: ['2026-03-31', 'lifted'] });
    await openFile(office, '000103');
    await openFile(office, '000104', { closed: ['2025-11-30', 'relieved'] });
    await pair(office, '刘志强', '000101', '2024-06-01');
    await pair(office, '刘志强', '000103', '2026-04-01');
    await pair(office, '刘志强', '000104', '2024-06-01');
    await pair(office, '周敏', '000103', '2026-05-01');
    await end('1', '2026-04-30');
    await end('3', '2026-01-31');
  });

  test('count each unit below, and whoever is in several of them once in the total', async () => {
    const { rows, total } = await figures();
    expect(rows).toEqual([
      {
        ...{ unit: 'M1', unit_name: '青石沟矿', pairings: 3, officials: 2, families: 2 },
        ...{ lifted: 1, one_to_many: 1, many_to_one: 1 },
      },
      {
        ...{ unit: 'M2', unit_name: '白马山矿', pairings: 1, officials: 1, families: 1 },
        ...{ lifted: 0, one_to_many: 0, many_to_one: 0 },
      },
    ]);
    expect(total).toEqual({
      ...{ pairings: 4, officials: 2, families: 3, lifted: 1, one_to_many: 1, many_to_one: 1 },
    });
  });

  test('are those of a year: who was paired at some time of it, lifted out while paired', async () => {
    expect((await figures('--year', '2025')).total).toEqual({
      ...{ pairings: 2, officials: 1, families: 2, lifted: 1, one_to_many: 1, many_to_one: 0 },
    });
    expect((await figures('--year', '2023')).total).toMatchObject({ pairings: 0, lifted: 0 });
  });

  test('one family after the other is not several at once', async () => {
    await openFile(office, '000106');
    await pair(office, '周敏', '000106', '2026-01-01');
    await end('5', '2026-04-30');
    expect((await figures()).total).toMatchObject({ one_to_many: 1, families: 4 });
  });

  test('of a unit are what its row is; its own people stand in a row of their own', async () => {
    const { rows, total } = await figures('--unit', 'M1');
    const { unit: _, unit_name: _name, ...row } = (await figures()).rows[0] ?? {};
    expect(total).toEqual(row);
    expect(rows.map(({ unit, unit_name, families }) => [unit, unit_name, families])).toEqual([
      ['M1S1', '综采一队', 1],
      ['M1', '青石沟矿', 1],
    ]);
  });
});

describe('an operator of a mine', () => {
  const asZhang = (...argv: string[]) => office.relief(...argv, '--as', '张干事');

  beforeEach(async () => {
    for (const no of ['000101', '000104']) await openFile(office, no);
    await pair(office, '刘志强', '000101', '2026-01-10');
    await pair(office, '刘志强', '000104', '2026-01-10');
    await visit('1', '2026-02-01');
    await visit('2', '2026-02-01');
    await registerOperator(office, '张干事', 'M1');
  });

  test('sees and writes what is of its families alone', async () => {
    const listed = async (...argv: string[]) => {
      const { out } = await asZhang(...argv, '--json');
      return (JSON.parse(out) as { employee_no: string }[]).map((one) => one.employee_no);
    };
    for (const list of [
      ['pairing', 'list'],
      ['visit', 'list'],
      ['visit', 'overdue'],
    ])
      expect(await listed(...list)).toEqual(['000101']);
    const refused = [
      ['pairing', 'show', '2'],
      ['pairing', 'list', '--unit', 'M2'],
      ['pairing', 'list', '--employee-no', '000104'],
      ['pairing', 'figures', '--unit', 'G0'],
      ['pairing', 'missing', '--unit', 'M2'],
      ['pairing', 'end', '2', '--outcome', '脱困'],
      ['pairing', 'add', '--official', '周敏', '--employee-no', '000104'],
      ['visit', 'add', '2', '--done', '走访'],
      ['visit', 'list', '--unit', 'G0'],
      ['visit', 'overdue', '--unit', 'M2'],
      ['official', 'edit', '周敏', '--duty', '工会主席'],
      ['official', 'edit', '刘志强', '--new-unit', 'M2'],
    ];
    for (const argv of refused)
      expect([argv, await asZhang(...argv)]).toMatchObject([{}, { code: 4 }]);
    const add = ['official', 'add', '--name', '高峰', '--rank', 'team', '--unit', 'M2S1'];
    expect(await asZhang(...add)).toMatchObject({ code: 4 });
    const ledger = csvOf([{ official: '周敏', employee_no: '000104', from: '2026-01-01' }]);
    const brought = await office.reliefWith(ledger, 'pairing', 'import', '--as', '张干事');
    expect(brought).toMatchObject({ code: 3, err: expect.stringContaining('outside') });
    const visits = csvOf([
      { official: '刘志强', employee_no: '000104', on: '2026-03-01', done: '走访' },
    ]);
    const visited = await office.reliefWith(visits, 'visit', 'import', '--as', '张干事');
    expect(visited).toMatchObject({ code: 3, err: expect.stringContaining('outside') });
  });

  test('may pair its families with an official of another unit; the figures are its own', async () => {
    const add = ['pairing', 'add', '--official', '周敏', '--employee-no', '000101'];
    expect(await asZhang(...add)).toMatchObject({ code: 0 });
    const { out } = await asZhang('pairing', 'figures', '--json');
    expect(JSON.parse(out)).toMatchObject({ unit: 'M1', total: { pairings: 2, families: 1 } });
  });
});
