import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvOf, type Office } from '../../office.ts';
import { idOf } from '../people.ts';
import { officeOfFamilies, open, recognised, register } from './families.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
});

afterEach(() => office.close());

const show = (no: string) => office.json<Record<string, unknown>>('hardship', 'show', no);

const family = (rows: readonly Readonly<Record<string, string>>[]) => {
  const path = join(office.folder, 'family.csv');
  const all = {
    name: '',
    relation: '',
    id_no: '',
    employee_no: '',
    income: '',
    stage: '',
    school: '',
  };
  writeFileSync(path, csvOf(rows.map((row) => ({ ...all, ...row }))));
  return path;
};

const wife = { name: '李秀英', relation: 'spouse', employee_no: '000002', income: '12000' };
const son = { name: '王小明', relation: 'child', stage: 'university', school: '太原理工大学' };

describe('a file is opened', () => {
  test('with its family, its income a head, the class proposed, and the recognition of who is a person', async () => {
    const opened = await open(office, '000001', '--family', family([wife, son]));
    expect(opened).toMatchObject({ code: 0 });
    expect(opened.out).toContain('21,000.00 ÷ 3 members ÷ 12 months = 583.33 yuan');
    expect(await show('000002')).toMatchObject({
      ...{ employee_no: '000001', class: 'deep', members: 3, income_per_head: '583.33' },
      ...{ review_due: '2027-10-08', state: 'open' },
      sum: { income: '21000.00', proposed_class: 'deep' },
      family: [{ relation: 'self' }, { id_no: '140107********0022' }, { stage: 'university' }],
      reviews: [{ kind: 'opened', operator: 'cron' }],
    });
    const given = { detail: '困难职工档案', from: '2026-10-08', to: null };
    expect(await recognised(office)).toMatchObject([
      { employee_no: '000001', ...given },
      { employee_no: '000002', ...given },
    ]);
    await office.done('audit', 'verify');
  });

  test('below zero, as the lowest class', async () => {
    const { out } = await open(office, '000001', '--rigid-expenses', '15000');
    expect(out).toContain('-500.00 yuan');
    expect(out).toContain('below zero');
    expect(await show('000001')).toMatchObject({ income_per_head: '-500.00', class: 'deep' });
  });

  test('as 特困 too, which is deep hardship', async () => {
    await open(office, '000001', '--class', '特困');
    expect(await show('000001')).toMatchObject({ class: 'deep' });
    await open(office, '000003', '--class', 'special');
    expect(await show('000003')).toMatchObject({ class: 'deep' });
  });

  test.each([
    [['--income', '12000', '--class', 'deep'], '1,000.00 yuan a head lies above 800.00'],
    [['--income', '90000'], '7,500.00 yuan a head lies above the limit of every class'],
    [['--opened-on', '2026-10-09'], 'still to come'],
    [['--cause', 'weather'], 'cause: "weather" is not known'],
    [['--class', 'rich'], 'class: "rich" is not known'],
  ])('not with %j', async (more, said) => {
    const { code, err } = await open(office, '000001', ...more);
    expect(code).toBe(3);
    expect(err).toContain(said);
    expect(await recognised(office)).toEqual([]);
  });

  test('without a limit where the class has none', async () => {
    expect(await open(office, '000001', '--income', '90000', '--class', 'accident')).toMatchObject({
      code: 0,
    });
  });

  test('once for a household', async () => {
    await open(office, '000001', '--family', family([wife]));
    const again = await open(office, '000001');
    expect(again).toMatchObject({ code: 4 });
    expect(again.err).toContain('has a hardship file that is open');
    const member = await open(office, '000002');
    expect(member).toMatchObject({ code: 4 });
    expect(member.err).toContain('is a member of the open file of 王建国 (000001)');
  });

  test.each([
    [[wife, wife], '李秀英 stands twice'],
    [[{ ...wife, name: '李英' }], 'employee 000002 is called 李秀英, not 李英'],
    [[{ ...son, id_no: '140107199001010011' }], 'wrong check digit'],
    [[{ ...son, relation: 'cousin' }], 'relation to the head: "cousin" is not known'],
    [[{ name: '王建国', relation: 'self' }], 'the head of the file is given by --income'],
    [[{ relation: 'child' }], 'say who it is'],
    [[{ ...son, employee_no: '000009' }], 'there is no employee "000009"'],
  ])('not with a family at fault, and nothing is kept', async (rows, said) => {
    const { code, err } = await open(office, '000001', '--family', family(rows));
    expect(code).toBe(3);
    expect(err).toContain(said);
    expect(await office.json('hardship', 'list')).toEqual([]);
  });

  test('a missing option is named', async () => {
    const { code, err } = await office.relief('hardship', 'open', '--employee-no', '000001');
    expect(code).toBe(2);
    expect(err).toContain('--cause, --income, --rigid-expenses');
  });
});

describe('what is recognised already', () => {
  const byHand = (from: string, to = '') =>
    office.import(
      'recognition',
      `employee_no,kind,detail,from,to\n000001,hardship,低保家庭,${from},${to}`,
    );

  test('is taken over, not doubled, and ends with the file', async () => {
    await byHand('2025-01-01');
    await open(office, '000001');
    expect(await recognised(office)).toMatchObject([{ detail: '低保家庭', to: null }]);
    await office.done('hardship', 'close', '000001', '--outcome', 'lifted', '--reason', '就业');
    expect(await recognised(office)).toMatchObject([{ from: '2025-01-01', to: '2026-10-08' }]);
  });

  test('is added to where it does not last, or began later', async () => {
    await byHand('2026-09-01', '2026-12-31');
    await open(office, '000001', '--opened-on', '2026-08-01');
    expect(await recognised(office)).toMatchObject([
      { detail: '困难职工档案', from: '2026-08-01', to: '2026-08-31' },
      { detail: '低保家庭', from: '2026-09-01', to: '2026-12-31' },
      { detail: '困难职工档案', from: '2027-01-01', to: null },
    ]);
    await office.done('hardship', 'close', '000001', '--outcome', 'relieved', '--reason', '好转');
    expect(await recognised(office)).toMatchObject([
      { from: '2026-08-01', to: '2026-08-31' },
      { from: '2026-09-01', to: '2026-10-08' },
    ]);
    await office.done('audit', 'verify');
  });

  test.each([
    ['edit', '--to', '2026-12-31'],
    ['end', '--to', '2026-12-31'],
    ['remove', '--reason', '录错'],
  ])('cannot be changed by hand: %s', async (verb, ...more) => {
    await open(office, '000001');
    const ran = await office.relief('recognition', verb, '000001', '--kind', 'hardship', ...more);
    expect(ran).toMatchObject({ code: 4 });
    expect(ran.err).toContain('comes from the hardship file of 王建国 (000001)');
    expect(ran.err).toContain('relief hardship close 000001');
  });
});

test('a family does not return while one of it heads a file: what to do instead is said', async () => {
  await open(office, '000001', '--family', family([wife]));
  const closed = ['--outcome', 'lifted', '--reason', '子女就业', '--on', '2026-10-08'];
  await office.done('hardship', 'close', '000001', ...closed);
  const tomorrow = ['--today', '2026-10-09'];
  expect(await open(office, '000002', ...tomorrow)).toMatchObject({ code: 0 });
  const again = ['hardship', 'return', '000001', '--rigid-expenses', '0', ...tomorrow];
  const { code, err } = await office.relief(...again);
  expect([code, err]).toEqual([4, expect.stringContaining('relief hardship close 000002')]);
  await office.done('family', 'leave', '2', ...tomorrow);
  expect(await office.relief(...again)).toMatchObject({ code: 0 });
});

describe('a review', () => {
  const review = (...more: readonly string[]) =>
    office.relief('hardship', 'review', '000001', '--rigid-expenses', '0', ...more);

  test('changes the class up and down, shows before and after, keeps what was found', async () => {
    await open(office, '000001');
    const up = await review('--incomes', '王建国=15000', '--note', '年度复核');
    expect(up.out).toContain('income a head and month: 750.00 → 1,250.00');
    expect(up.out).toContain('class: deep hardship → relative hardship');
    await review('--incomes', '王建国=3000');
    expect(await show('000001')).toMatchObject({
      class: 'deep',
      reviews: [
        { kind: 'opened', class: 'deep' },
        { kind: 'reviewed', class: 'relative', note: '年度复核' },
        { kind: 'reviewed', class: 'deep', income_per_head: '250.00' },
      ],
    });
  });

  test('that finds the family above every limit says that the file should be closed', async () => {
    await open(office, '000001');
    const { code, out } = await review('--incomes', '王建国=60000');
    expect(code).toBe(0);
    expect(out).toContain('relief hardship close 000001 --outcome lifted');
    expect(await show('000001')).toMatchObject({ class: 'deep', income_per_head: '5000.00' });
  });

  test('leaves a class without a limit as it is, unless told', async () => {
    await open(office, '000001', '--class', 'accident');
    await review();
    expect(await show('000001')).toMatchObject({ class: 'accident' });
    await review('--class', 'deep', '--cause', 'accident', '--second-cause', 'illness');
    expect(await show('000001')).toMatchObject({
      class: 'deep',
      cause: 'accident',
      second_cause: 'illness',
    });
    await review('--second-cause', '');
    expect(await show('000001')).toMatchObject({ cause: 'accident', second_cause: null });
  });

  test.each([
    [['--incomes', '王建国'], 3, 'is not NAME=AMOUNT'],
    [['--incomes', '张三=1'], 3, 'no one member is called "张三"'],
    [['--incomes', '王建国=-1'], 3, 'negative'],
    [['--incomes', '王建国=15000', '--class', 'deep'], 3, '1,250.00 yuan a head lies above 800.00'],
    [['--on', '2026-10-07'], 4, 'lies before 2026-10-08'],
    [['--on', '2026-10-09'], 4, 'still to come'],
  ])('not with %j', async (more, code, said) => {
    await open(office, '000001');
    const ran = await review(...more);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(said);
  });

  test('is due a year later', async () => {
    await open(office, '000001', '--opened-on', '2025-11-01');
    await open(office, '000003');
    const due = (day: string) => office.json<unknown[]>('hardship', 'list', '--due-by', day);
    expect(await due('2026-10-31')).toEqual([]);
    expect(await due('2026-11-01')).toMatchObject([{ employee_no: '000001' }]);
  });
});

describe('closing and returning', () => {
  const close = (...more: readonly string[]) =>
    office.relief(
      'hardship',
      'close',
      '000001',
      '--outcome',
      'lifted',
      '--reason',
      '就业',
      ...more,
    );
  const comeBack = (...more: readonly string[]) =>
    office.relief('hardship', 'return', '000001', '--rigid-expenses', '0', ...more);

  test('each in its turn', async () => {
    await open(office, '000001', '--opened-on', '2026-01-05');
    expect((await comeBack()).err).toContain('has a hardship file that is open');
    expect((await close('--on', '2026-01-04')).err).toContain('lies before 2026-01-05');
    expect(await close('--on', '2026-05-31')).toMatchObject({ code: 0 });
    expect((await close()).err).toContain('was closed on 2026-05-31 already');
    expect((await open(office, '000001')).err).toContain('relief hardship return 000001');
    const review = await office.relief('hardship', 'review', '000001', '--rigid-expenses', '0');
    expect(review.err).toContain('relief hardship return 000001');
    expect((await comeBack('--on', '2026-05-31')).err).toContain('is not after 2026-05-31');
    expect((await comeBack('--incomes', '王建国=90000')).err).toContain(
      'above the limit of every class',
    );
    expect(await comeBack('--on', '2026-08-01')).toMatchObject({ code: 0 });
    expect(await show('000001')).toMatchObject({
      ...{ opened_on: '2026-01-05', returned_on: '2026-08-01', closed_on: null, outcome: null },
      reviews: [{ kind: 'opened' }, { kind: 'lifted', note: '就业' }, { kind: 'returned' }],
      recognitions: [
        { from: '2026-01-05', to: '2026-05-31' },
        { from: '2026-08-01', to: null },
      ],
    });
    await office.done('audit', 'verify');
  });

  test('ends on that day what somebody is recognised for who left the family later', async () => {
    await open(office, '000001', '--opened-on', '2026-01-05', '--family', family([wife]));
    await office.done('family', 'leave', '2', '--on', '2026-09-15');
    await close('--on', '2026-06-30');
    expect(await recognised(office)).toMatchObject([
      { employee_no: '000001', from: '2026-01-05', to: '2026-06-30' },
      { employee_no: '000002', from: '2026-01-05', to: '2026-06-30' },
    ]);
  });

  test('nobody is in two open files', async () => {
    await open(office, '000001', '--family', family([wife]));
    await close();
    await office.done(
      ...['hardship', 'open', '--employee-no', '000003', '--cause', 'illness', '--income', '0'],
      ...['--rigid-expenses', '0', '--family', family([{ ...wife, relation: 'sibling' }])],
    );
    office = Object.assign(office, { today: '2026-10-09' });
    const { code, err } = await comeBack();
    expect(code).toBe(4);
    expect(err).toContain('李秀英 (000002) is a member of the open file of 张伟 (000003)');
  });
});

describe('members', () => {
  const add = (...more: readonly string[]) => office.relief('family', 'add', '000001', ...more);

  test('join, are corrected, leave; who is a person is recognised as long', async () => {
    await open(office, '000001', '--opened-on', '2026-01-05', '--income', '15000');
    const child = await add(
      '--relation',
      '女儿',
      '--name',
      '王小红',
      '--stage',
      '小学',
      '--school',
      '一小',
    );
    expect(child.out).toContain('625.00 yuan a head and month: "deep hardship" would be proposed');
    const spouse = await add(
      '--relation',
      '配偶',
      '--employee-no',
      '000002',
      '--from',
      '2026-03-01',
    );
    expect(spouse.out).toContain('李秀英 is an employee too (000002)');
    expect((await add('--relation', '配偶', '--employee-no', '000002')).out).toContain(
      'already, the same',
    );
    expect(await recognised(office, '000002')).toMatchObject([{ from: '2026-03-01', to: null }]);
    await office.done('family', 'edit', '2', '--income', '100', '--health', '良好', '--school', '');
    expect(await office.json('family', 'list', '000001')).toMatchObject([
      { member: 1 },
      {
        member: 2,
        name: '王小红',
        income: '100.00',
        health: '良好',
        school: null,
        from: '2026-10-08',
      },
      { member: 3, from: '2026-03-01' },
    ]);
    await office.done('family', 'leave', '3', '--on', '2026-06-30');
    expect(await recognised(office, '000002')).toMatchObject([{ to: '2026-06-30' }]);
    expect(await office.json<unknown[]>('family', 'list', '000001')).toHaveLength(2);
    expect(await office.json<unknown[]>('family', 'list', '000001', '--all')).toHaveLength(3);
    await office.done('audit', 'verify');
  });

  test('is corrected in the day of joining, and recognised from that', async () => {
    await open(office, '000001', '--opened-on', '2026-01-05');
    await add('--relation', 'spouse', '--employee-no', '000002');
    await office.done('family', 'edit', '2', '--from', '2026-02-01');
    expect(await recognised(office, '000002')).toMatchObject([{ from: '2026-02-01', to: null }]);
    await office.done('family', 'edit', '2', '--from', '2026-06-01');
    expect(await recognised(office, '000002')).toMatchObject([{ from: '2026-06-01', to: null }]);
    const conflict = await add(
      '--relation',
      'spouse',
      '--employee-no',
      '000002',
      '--from',
      '2026-05-01',
    );
    expect(conflict.err).toContain('relief family edit 2');
    const early = await office.relief('family', 'edit', '2', '--from', '2026-01-04');
    expect(early.err).toContain('lies before 2026-01-05');
    await office.done('audit', 'verify');
  });

  test('who turns out to be a person is recognised from the day of joining', async () => {
    await open(office, '000001', '--opened-on', '2026-01-05');
    await add('--relation', 'spouse', '--name', '李秀英', '--from', '2026-02-01');
    expect(await recognised(office, '000002')).toEqual([]);
    await office.done('family', 'edit', '2', '--id-no', idOf(2));
    expect(await recognised(office, '000002')).toMatchObject([{ from: '2026-02-01', to: null }]);
  });

  test('two of a file are not made one by a correction', async () => {
    await open(office, '000001');
    await add('--relation', 'child', '--name', '王小明', '--id-no', idOf(40));
    await add('--relation', 'child', '--name', '王小红');
    for (const same of [
      ['--id-no', idOf(40)],
      ['--name', '王小明', '--id-no', idOf(40)],
    ]) {
      expect(await office.relief('family', 'edit', '3', ...same)).toMatchObject({
        ...{ code: 3, err: expect.stringContaining('already, as member 2') },
      });
    }
    await office.done('family', 'edit', '3', '--name', '王晓红', '--id-no', idOf(41));
  });

  test.each([
    [['add', '000001', '--relation', 'spouse'], 3, 'say who it is'],
    [
      ['add', '000001', '--relation', 'self', '--name', '王建设'],
      3,
      'the head of this file is 王建国',
    ],
    [
      ['add', '000001', '--relation', 'child', '--name', '王小红', '--from', '2025-01-01'],
      3,
      'when the file was opened',
    ],
    [
      ['add', '000001', '--relation', 'child', '--name', '王小明', '--stage', 'primary'],
      3,
      'relief family edit 2',
    ],
    [['add', '000004', '--relation', 'child', '--name', '刘小'], 3, 'has no hardship file'],
    [['edit', '2'], 2, 'say what to change'],
    [['edit', '9', '--income', '1'], 3, 'there is no member with the number "9"'],
    [['edit', '1', '--name', '王建设'], 3, 'relief person edit 000001'],
    [['edit', '1', '--relation', 'child'], 3, 'the relation stays'],
    [['edit', '2', '--relation', 'self'], 3, 'the relation stays'],
    [
      ['add', '000001', '--relation', 'child', '--name', '王小红', '--from', '2026-10-09'],
      3,
      'still to come',
    ],
    [['edit', '2', '--from', '2026-10-09'], 3, 'still to come'],
    [['leave', '1'], 4, 'relief hardship close 000001'],
    [['leave', '2', '--on', '2026-10-09'], 4, 'still to come'],
    [['leave', '2', '--on', '2026-10-07'], 4, 'since when 王小明 belongs'],
  ])('family %j is refused', async (argv, code, said) => {
    await open(office, '000001');
    await add('--relation', 'child', '--name', '王小明');
    const ran = await office.relief('family', ...argv);
    expect(ran.err).toContain(said);
    expect(ran.code).toBe(code);
  });
});

describe('an operator', () => {
  const asWang = (...argv: readonly string[]) => office.relief(...argv, '--as', '王强');

  beforeEach(async () => {
    await open(office, '000001');
    await open(office, '000004');
    await office.done('family', 'add', '000004', '--relation', 'child', '--name', '刘小');
    await register(office, '王强', 'M1');
  });

  test('lists and sees only what lies within the unit', async () => {
    const files = JSON.parse((await asWang('hardship', 'list', '--json')).out);
    expect(files).toMatchObject([{ employee_no: '000001' }]);
    const members = JSON.parse((await asWang('family', 'list', '--json')).out);
    expect(members).toMatchObject([{ household: '000001' }]);
  });

  test.each([
    ['hardship', 'list', '--unit', 'M2'],
    ['hardship', 'show', '000004'],
    [
      'hardship',
      'open',
      '--employee-no',
      '000005',
      '--cause',
      'illness',
      '--income',
      '0',
      '--rigid-expenses',
      '0',
    ],
    ['hardship', 'review', '000004', '--rigid-expenses', '0'],
    ['hardship', 'close', '000004', '--outcome', 'lifted', '--reason', '就业'],
    ['hardship', 'return', '000004', '--rigid-expenses', '0'],
    ['family', 'list', '000004'],
    ['family', 'list', '--unit', 'M2'],
    ['family', 'add', '000004', '--relation', 'child', '--name', '刘二'],
    ['family', 'edit', '3', '--income', '1'],
    ['family', 'leave', '3'],
  ])('may not beyond it: %s %s %s', async (...argv) => {
    const { code, err } = await asWang(...argv);
    expect(err).toContain('lies outside the reach of 王强');
    expect(code).toBe(4);
  });

  test('imports no row beyond it', async () => {
    const files = await office.bring(
      'hardship',
      [
        '工号,致困主要原因,家庭人口,家庭年收入,建档时间',
        '000005,因病,2,0,2026-01-01',
        '000006,因病,2,0,2026-01-01',
      ],
      ...['--as', '王强'],
    );
    expect(files).toMatchObject({ counts: { imported: 1, rejected: 1 } });
    const members = await office.bring(
      'family',
      ['户主工号,姓名,与户主关系', '000004,刘三,子女', '000006,赵小,子女'],
      ...['--as', '王强'],
    );
    expect(members).toMatchObject({ counts: { imported: 1, rejected: 1 } });
  });
});

test('ID numbers are shown only where asked for, and the audit knows it', async () => {
  await open(office, '000001');
  expect((await office.relief('hardship', 'show', '000001')).out).not.toContain(idOf(1));
  expect((await office.relief('family', 'list')).out).not.toContain(idOf(1));
  expect((await office.relief('family', 'list', '--reveal')).out).toContain(idOf(1));
  expect((await office.relief('hardship', 'show', '000001', '--reveal')).out).toContain(idOf(1));
  expect((await office.actions()).filter((one) => one === 'person.reveal')).toHaveLength(2);
});

test('of a worker of another mine a family shows the name and the number, and no ID number, masked or not', async () => {
  await register(office, '集团', 'G0');
  await register(office, '一矿', 'M1');
  await open(office, '000001', '--as', '一矿');
  const wife = ['--relation', 'spouse', '--employee-no', '000004', '--income', '0'];
  const own = ['--relation', 'child', '--name', '王小明', '--id-no', idOf(9)];
  const added = await office.json('family', 'add', '000001', ...wife, '--as', '一矿');
  expect(added).toMatchObject({ name: '刘洋', employee_no: '000004', id_no: null });
  const { member } = await office.json<{ member: number }>(
    ...['family', 'add', '000001', ...own, '--as', '一矿'],
  );
  const numbers = async (...argv: string[]) => {
    const shown = await office.json<{ family?: { id_no: string | null }[] }>(...argv, '--reveal');
    const rows = (shown.family ?? shown) as { id_no: string | null }[];
    return rows.map(({ id_no }) => id_no);
  };
  for (const argv of [
    ['hardship', 'show', '000001'],
    ['family', 'list'],
    ['family', 'list', '000001'],
  ]) {
    expect(await numbers(...argv, '--as', '一矿'), argv.join(' ')).toEqual([
      idOf(1),
      null,
      idOf(9),
    ]);
    expect(await numbers(...argv, '--as', '集团')).toEqual([idOf(1), idOf(4), idOf(9)]);
  }
  const edited = ['family', 'edit', String(member - 1), '--income', '100', '--as', '一矿'];
  expect(await office.json(...edited)).toMatchObject({ id_no: null });
});
