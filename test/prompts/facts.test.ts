import { beforeEach, describe, expect, test } from 'vitest';
import { approver, type Office, settler } from '../office.ts';
import { idOf } from '../people/people.ts';
import { officeInJuly } from './office-in-july.ts';
import { hasTerminals, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await officeInJuly();
});

const sitDown = seatIn(() => office);

describe.skipIf(!hasTerminals)('the facts are asked for', () => {
  test.each([
    [
      'en',
      ['unit code', 'unit name', 'level', 'Which unit is above it?'],
      'section',
      'Added unit M1S9 综采九队.',
    ],
    ['zh', ['单位编码', '单位名称', '级别', '上级是哪个单位？'], '区科', '已登记'],
  ] as const)('unit add (%s)', async (lang, [code, name, level, parent], section, said) => {
    const person = sitDown(lang, ['unit', 'add']);
    await person.answerWrongly(code, '', lang === 'en' ? 'unit code is needed' : '请填写单位编码');
    await person.answer(code, 'M1S9');
    await person.answer(name, '综采九队');
    await person.choose(level, section);
    await person.choose(parent, 'M1');
    await person.see(said);
    expect(await person.ended()).toBe(0);
    expect(await office.json('unit', 'show', 'M1S9')).toMatchObject({
      ...{ code: 'M1S9', name: '综采九队', level: 'section', parent: 'M1' },
    });
  });

  test.each([
    [
      'en',
      ['employee number', 'name', 'resident ID number', 'category', 'Which unit?'],
      ['phone', 'bank account'],
      ['retired', 'Added 孙大力, employee number 000777.'],
    ],
    [
      'zh',
      ['工号', '姓名', '身份证号', '人员类别', '哪个单位？'],
      ['联系电话', '银行账号'],
      ['退休', '已登记孙大力，工号 000777。'],
    ],
  ] as const)('person add (%s)', async (lang, asked, optional, [retired, said]) => {
    const [no, name, idNo, category, unit] = asked;
    const person = sitDown(lang, ['person', 'add']);
    await person.answer(no, '000777');
    await person.answer(name, '孙大力');
    const id = idOf(777);
    const wrong = `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`;
    await person.answerWrongly(idNo, wrong, lang === 'en' ? 'check digit' : '校验码');
    await person.answerWrongly(idNo, `${id.slice(0, 10)}1301${id.slice(14)}`, '13');
    await person.answer(idNo, id);
    await person.choose(category, retired);
    await person.search(unit, '掘进', '掘进二队', '综采一队');
    for (const field of optional) await person.answer(field, '');
    await person.see(said);
    expect(await person.ended()).toBe(0);
    expect(await office.json('person', 'show', '000777', '--reveal')).toMatchObject({
      ...{ name: '孙大力', id_no: id, category: 'retired', unit: 'M1S2' },
    });
  });

  test.each([
    [
      'en',
      ['Who?', 'from year', 'to year'],
      'Enrolled 李秀英, employee number 000102: 5 new years.',
    ],
    [
      'zh',
      ['哪一位？', '起始年度', '截止年度'],
      '已登记李秀英（工号 000102）参加互助，新增 5 个年度。',
    ],
  ] as const)('enrolment add (%s)', async (lang, [who, from, to], said) => {
    const person = sitDown(lang, ['enrolment', 'add']);
    await person.search(who, '000102', '李秀英', '王建国');
    await person.answerWrongly(from, '22', lang === 'en' ? '"22"' : '“22”');
    await person.answer(from, '2022');
    await person.answer(to, '2026');
    await person.see(said);
    expect(await person.ended()).toBe(0);
    expect(await office.json('enrolment', 'show', '000102')).toMatchObject([
      { employee_no: '000102', from_year: 2022, to_year: 2026 },
    ]);
  });

  test('Ctrl-C in the middle of person add saves nothing', async () => {
    const person = sitDown('en', ['person', 'add']);
    await person.answer('employee number', '000777');
    await person.see('? name');
    person.interrupt();
    expect(await person.ended()).toBe(4);
    expect(person.seen).toContain('stopped; what was not yet confirmed was not saved');
    expect((await office.relief('person', 'show', '000777')).code).toBe(3);
  });
});

describe.skipIf(!hasTerminals)('batch approve asks for a confirmation', () => {
  beforeEach(async () => {
    await office.done(
      ...['claim', 'add', '--employee-no', '000101', '--receipt-type', 'inpatient'],
      ...['--receipt-no', 'ZY-001', '--service-date', '2026-06-01', '--received-on', '2026-06-30'],
      ...['--hospital', '晋岭总医院', '--total-amount', '9000', '--pool-paid', '5000'],
      ...['--pool-self-pay', '3000'],
    );
    await office.done('settle', '--quarter', '2026Q2', '--as', settler);
  });

  const statuses = async () =>
    (await office.json<{ status: string }[]>('batch', 'list')).map(({ status }) => status);

  test.each([
    ['en', 'Approve 2026Q2-1: 1,200.00 yuan in 1 payment?', 'left as it was'],
    ['zh', '批准 2026Q2-1：1 笔，共 1,200.00 元？', '未作改动'],
  ] as const)('answered no (%s)', async (lang, question, line) => {
    const person = sitDown(lang, ['batch', 'approve', '2026Q2-1'], approver);
    await person.answer(question, 'n');
    expect(await person.ended()).toBe(4);
    expect(person.seen).toContain(line);
    expect(await statuses()).toEqual(['computed']);
  });

  test.each(['否', 'no', 'Ｎ'])('answered %s once 不对 was asked again', async (no) => {
    const question = '批准 2026Q2-1：1 笔，共 1,200.00 元？';
    const person = sitDown('zh', ['batch', 'approve', '2026Q2-1'], approver);
    await person.answerWrongly(question, '不对', '无法识别');
    person.type(`\x15${no}\r`);
    expect(await person.ended()).toBe(4);
    expect(person.seen).toContain('未作改动');
    expect(await statuses()).toEqual(['computed']);
  });

  test('answered yes', async () => {
    const person = sitDown('en', ['batch', 'approve', '2026Q2-1'], approver);
    await person.answer('Approve 2026Q2-1: 1,200.00 yuan in 1 payment?', 'y');
    await person.see(`2026Q2-1 approved by ${approver}: 1,200.00 yuan to 1 payment.`);
    expect(await person.ended()).toBe(0);
    expect(await statuses()).toEqual(['approved']);
  });

  test('not asked with --yes', async () => {
    const person = sitDown('en', ['batch', 'approve', '2026Q2-1', '--yes'], approver);
    expect(await person.ended()).toBe(0);
    expect(await statuses()).toEqual(['approved']);
  });
});
