import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maskAccount, maskIdNumber } from '../../src/core/mask.ts';
import { nearestEmployee, personIds, searchPeople } from '../../src/people/store.ts';
import type { Office } from '../office.ts';
import { idOf, officeOfUnits, peopleHeading, personLine } from './people.ts';

let office: Office;
beforeEach(async () => {
  office = await officeOfUnits();
});
afterEach(() => office.close());

const bring = (...lines: string[]) => office.bring('person', [peopleHeading, ...lines]);
const mask = { id: maskIdNumber(idOf(1)), account: maskAccount('6200000000000001') };

describe('an import of people', () => {
  it('enters each person once: the same file again changes nothing', async () => {
    const first = await bring(personLine(1), personLine(2));
    expect(first.counts).toEqual({ read: 2, imported: 2, unchanged: 0, rejected: 0 });
    const again = await bring(personLine(1), personLine(2));
    expect(again.counts).toEqual({ read: 2, imported: 0, unchanged: 2, rejected: 0 });
    expect((await office.actions()).filter((action) => action === 'person.import')).toHaveLength(1);
  });

  it('reads Chinese headings and codes, full-width digits, spaces in accounts, a unit by name', async () => {
    const { counts } = await office.bring('person', [
      '银行卡号,工号,姓名,身份证号,人员类别,单位',
      `6200 0000-0000 0001,００００１２,李文斌,${idOf(12).toLowerCase()},工亡遗属,综采二队`,
    ]);
    expect(counts).toMatchObject({ imported: 1 });
    expect(await office.json('person', 'show', '000012', '--reveal')).toMatchObject({
      employee_no: '000012',
      category: 'survivor-work-death',
      unit: 'M1S2',
      unit_name: '综采二队',
      bank_account: '6200000000000001',
      phone: null,
    });
  });

  const rejections: [string, Record<string, string>, RegExp][] = [
    ['a number Excel shortened', { employee_no: '1.2E+5' }, /employee number .* changed by Excel/],
    ['an account Excel shortened', { bank_account: '6.2E+18' }, /bank account .* changed by Excel/],
    ['a masked account', { bank_account: '****1234' }, /masked; export with --reveal/],
    ['a masked ID number', { id_no: '140107********0010' }, /masked; export with --reveal/],
    ['a wrong check digit', { id_no: '140107197208220011' }, /check digit/],
    ['an unknown category', { category: 'retierd' }, /did you mean "retired"/],
    ['an unknown unit', { unit: 'M1S9' }, /no unit "M1S9"; did you mean M1S/],
    ['a control character', { name: '王\u001b[31m' }, /control characters/],
    ['a missing name', { name: '' }, /name is missing/],
    ['an ID number of another', { id_no: idOf(1) }, /already borne by employee 000001/],
  ];
  it.each(rejections)('rejects %s, keeping the others', async (_what, changes, reason) => {
    const { code, counts, rejects } = await bring(personLine(1), personLine(2, changes));
    expect(counts).toEqual({ read: 2, imported: 1, unchanged: 0, rejected: 1 });
    expect(code).toBe(3);
    expect(rejects).toMatch(reason);
  });

  it('never overwrites: other content is a conflict that names what differs', async () => {
    await bring(personLine(1));
    const { counts, rejects } = await bring(personLine(1, { category: 'retired', unit: 'M1S2' }));
    expect(counts).toMatchObject({ imported: 0, rejected: 1 });
    expect(rejects).toMatch(/another category, unit; to correct it: relief person edit 000001/);
    expect(await office.json('person', 'show', '000001')).toMatchObject({ category: 'active' });
  });

  it('sees a conflict within one file too', async () => {
    const { counts } = await bring(personLine(1), personLine(1, { name: '王二' }), personLine(1));
    expect(counts).toMatchObject({ imported: 1, unchanged: 1, rejected: 1 });
  });

  it('takes an empty phone or account as saying nothing', async () => {
    await bring(personLine(1));
    const { counts } = await bring(personLine(1, { phone: '', bank_account: '' }));
    expect(counts).toMatchObject({ unchanged: 1, rejected: 0 });
  });

  it('only warns of an unknown area code', async () => {
    const { counts, said } = await bring(personLine(1, { id_no: idOf(1, '990107') }));
    expect(counts).toMatchObject({ imported: 1, rejected: 0 });
    expect(said).toMatch(/line 2, imported, but please check: .*area code 990107/);
  });

  it('keeps nothing with --all-or-nothing when a row is rejected', async () => {
    const lines = [peopleHeading, personLine(1), personLine(2, { unit: 'X' })];
    const { counts } = await office.bring('person', lines, '--all-or-nothing');
    expect(counts).toMatchObject({ imported: 0, rejected: 1 });
    expect(await office.json('person', 'list')).toEqual([]);
  });
});

describe('what is private', () => {
  beforeEach(async () => {
    await bring(personLine(1));
  });

  const commands = [
    ['person', 'list'],
    ['person', 'show', '000001'],
  ];
  it.each(commands)('%s %s hides ID number and account, in every format', async (...command) => {
    for (const format of [[], ['--json'], ['--csv']]) {
      const { out } = await office.relief(...command, ...format);
      expect(out).not.toContain(idOf(1));
      expect(out).not.toContain('6200000000000001');
    }
    expect(JSON.stringify(await office.json(...command))).toContain(mask.id);
    expect(JSON.stringify(await office.json(...command))).toContain(mask.account);
    expect(await office.actions()).not.toContain('person.reveal');
  });

  it.each(commands)('%s %s shows them with --reveal, and the audit knows', async (...command) => {
    const { out } = await office.relief(...command, '--json', '--reveal');
    expect(out).toContain(idOf(1));
    expect(out).toContain('6200000000000001');
    expect((await office.actions()).at(-1)).toBe('person.reveal');
  });

  it('can be imported again from an export that reveals it, and only from that', async () => {
    const exported = async (...options: string[]) =>
      (await office.relief('person', 'list', '--csv', ...options)).out.trimEnd().split('\n');
    const whole = await office.bring('person', await exported('--reveal'));
    expect(whole.counts).toMatchObject({ unchanged: 1, rejected: 0 });
    const masked = await office.bring('person', await exported());
    expect(masked.counts).toMatchObject({ unchanged: 0, rejected: 1 });
  });
});

describe('one person', () => {
  const add = (...more: string[]) =>
    office.relief(
      ...[
        ...['person', 'add', '--employee-no', '000001', '--name', '王建1', '--id-no', idOf(1)],
        ...['--category', 'active', '--unit', 'M1S1', ...more],
      ],
    );

  it('is added once, and told apart from one with other content', async () => {
    expect((await add()).code).toBe(0);
    const again = await add();
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('the same')]);
    const other = await add('--phone', '13900000000');
    expect([other.code, other.err]).toEqual([3, expect.stringContaining('another phone')]);
  });

  it('names the options that are missing', async () => {
    const { code, err } = await office.relief('person', 'add', '--employee-no', '000001');
    expect(code).toBe(2);
    expect(err).toMatch(/--name, --id-no, --category, --unit/);
  });

  it('is corrected fact by fact, and an empty phone takes the phone away', async () => {
    await add('--phone', '13900000000');
    const { code, out } = await office.relief(
      ...['person', 'edit', '000001', '--category', 'retired', '--unit', 'M1S2', '--phone', ''],
    );
    expect([code, out]).toEqual([0, expect.stringContaining('category, unit, phone')]);
    expect(await office.json('person', 'show', '000001')).toMatchObject({
      category: 'retired',
      unit: 'M1S2',
      phone: null,
    });
  });

  it('cannot be given the ID number of another', async () => {
    await bring(personLine(1), personLine(2));
    const { code, err } = await office.relief('person', 'edit', '000002', '--id-no', idOf(1));
    expect([code, err]).toEqual([3, expect.stringContaining('employee 000001')]);
  });

  it('shows years of enrolment and recognitions', async () => {
    await bring(personLine(1));
    await office.bring('enrolment', [
      'employee_no,from_year,to_year',
      '000001,2010,2018',
      '000001,2020,2026',
    ]);
    await office.bring('recognition', [
      'employee_no,kind,detail,from,to',
      '000001,困难,低保家庭,2026-01-01,',
    ]);
    expect(await office.json('person', 'show', '000001')).toMatchObject({
      enrolments: [
        { from_year: 2010, to_year: 2018 },
        { from_year: 2020, to_year: 2026 },
      ],
      recognitions: [{ kind: 'hardship', detail: '低保家庭', from: '2026-01-01', to: null }],
    });
    expect((await office.relief('person', 'show', '000001')).out).toContain('2010–2018, 2020–2026');
  });
});

describe('the list of people', () => {
  it('is narrowed by unit with all below it, category and text', async () => {
    await bring(
      personLine(1),
      personLine(2, { unit: 'M1S2', category: 'retired' }),
      personLine(3, { unit: 'G0', name: '赵海燕' }),
    );
    const numbers = async (...options: string[]) =>
      (await office.json<{ employee_no: string }[]>('person', 'list', ...options)).map(
        ({ employee_no }) => employee_no,
      );
    expect(await numbers('--unit', 'M1')).toEqual(['000001', '000002']);
    expect(await numbers('--unit', 'G0', '--category', 'retired')).toEqual(['000002']);
    expect(await numbers('--text', '海燕')).toEqual(['000003']);
    expect(await numbers('--limit', '1', '--page', '2')).toEqual(['000002']);
  });
});

describe('finding people', () => {
  beforeEach(async () => {
    await bring(
      personLine(1, { employee_no: '038612', name: '李文斌' }),
      personLine(2, { employee_no: '041999', name: '赵海燕' }),
    );
  });

  it.each([
    ['38612', '038612', 'a zero lost'],
    ['00038612', '038612', 'zeros added'],
    ['038712', '038612', 'one digit mistyped in the middle'],
    ['041977', '041999', 'the end mistyped'],
  ])('takes %s for %s: %s', async (typed, meant) => {
    expect(await office.look((query) => nearestEmployee(query, typed))).toBe(meant);
    const { code, err } = await office.relief('person', 'show', typed);
    expect([code, err]).toEqual([3, expect.stringContaining(`did you mean ${meant}`)]);
  });

  it('takes a number like no other for none, and says how to add the person', async () => {
    expect(await office.look((query) => nearestEmployee(query, '999999999'))).toBeUndefined();
    const { err } = await office.relief('person', 'show', '999999999');
    expect(err).toContain('relief person add');
  });

  it('gives the ids of those that there are', async () => {
    const ids = await office.look((query) => personIds(query, ['038612', 'x', '041999']));
    expect([...ids.keys()].sort()).toEqual(['038612', '041999']);
  });

  it.each(['0386', '文斌', idOf(1).slice(0, 17)])('searches by %s as it is typed', async (term) => {
    const found = await office.look((query) => searchPeople(query, term, 20));
    expect(found.map(({ employee_no }) => employee_no)).toEqual(['038612']);
  });
});
