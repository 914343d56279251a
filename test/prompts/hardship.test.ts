import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../office.ts';
import { officeInJuly } from './office-in-july.ts';
import { hasTerminals, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await officeInJuly();
});

const sitDown = seatIn(() => office);

const show = () => office.json('hardship', 'show', '000101');

describe.skipIf(!hasTerminals)('a hardship file', () => {
  test.each([
    [
      'en',
      [
        'Who? (number, name or ID number)',
        'cause',
        'second cause',
        'income of 12 months of the file',
      ],
      ["the head's health", 'rigid expenses of 12 months', 'opened on', 'note'],
      'Another member of the family? Relation to the head',
      ['name', 'resident ID number', 'income of 12 months', 'health', 'stage of school', 'school'],
      ['serious illness', 'none', 'spouse', 'child', 'no, these are all', 'university'],
      ['24,000.00 ÷ 3 members ÷ 12 months = 666.67', 'class', 'deep hardship (proposed)'],
      'Opened the hardship file of 王建国 (000101): deep hardship, 666.67',
    ],
    [
      'zh',
      ['哪一位？（工号、姓名或身份证号）', '致困主要原因', '致困次要原因', '本人 12 个月收入'],
      ['本人健康状况', '刚性支出', '建档时间', '备注'],
      '还有家庭成员吗？与户主关系',
      ['姓名', '身份证号', '年收入', '健康状况', '在读阶段', '学校'],
      ['本人或家属患大病', '无', '配偶', '子女', '没有了', '大学'],
      ['24,000.00 ÷ 3 人 ÷ 12 个月 ＝ 月人均 666.67 元', '困难类别', '深度困难（建议）'],
      '已为王建国（工号 000101）建立困难职工档案：深度困难，月人均收入 666.67 元',
    ],
  ] as const)('is opened, member after member (%s)', async (...told) => {
    const [lang, head, more, another, member, answers, decision, done] = told;
    const [illness, none, spouse, child, all, university] = answers;
    const [name, id, income, health, stage, school] = member;
    const person = sitDown(lang, ['hardship', 'open']);
    await person.search(head[0], '000101', '王建国', '李秀英');
    await person.choose(head[1], illness);
    await person.choose(head[2], none);
    await person.answer(head[3], '30000');
    await person.answer(more[0], '');
    await person.answer(more[1], '18000');
    await person.answer(more[2], '');
    await person.answer(more[3], '');
    await person.choose(another, spouse);
    await person.answer(name, '李秀英');
    await person.answerWrongly(id, '140107', '18');
    const [wife] = await office.json<{ id_no: string }[]>(
      ...['person', 'list', '--text', '000102', '--reveal'],
    );
    await person.answer(id, wife?.id_no ?? '');
    await person.answer(income, '12000');
    await person.answer(health, '');
    await person.choose(stage, none);
    await person.choose(another, child);
    await person.answer(name, '王小明');
    await person.answer(id, '');
    await person.answer(income, '');
    await person.answer(health, '');
    await person.choose(stage, university);
    await person.answer(school, '太原理工大学');
    await person.choose(another, all);
    await person.see(decision[0]);
    await person.choose(decision[1], decision[2]);
    await person.see(done);
    expect(await person.ended()).toBe(0);
    expect(await show()).toMatchObject({
      ...{ class: 'deep', second_cause: null, members: 3, opened_on: '2026-07-20' },
      family: [{ relation: 'self' }, { employee_no: '000102' }, { school: '太原理工大学' }],
    });
  });

  const open = () =>
    office.done(
      ...['hardship', 'open', '--employee-no', '000101', '--cause', 'illness'],
      ...['--income', '9000', '--rigid-expenses', '1000'],
    );

  test('is not asked about where there is one', async () => {
    await open();
    const person = sitDown('zh', ['hardship', 'open', '--employee-no', '000101']);
    await person.see('已有在档的困难职工档案');
    expect(await person.ended()).toBe(4);
  });

  test('is reviewed from what was found last', async () => {
    await open();
    const person = sitDown('zh', ['hardship', 'review', '000101']);
    await person.answer('王建国年收入', '15000');
    await person.see('? 刚性支出');
    person.type('\r');
    await person.see('14,000.00 ÷ 1 人 ÷ 12 个月 ＝ 月人均 1,166.67 元');
    await person.choose('困难类别', '相对困难（建议）');
    await person.see('困难类别：深度困难 → 相对困难');
    expect(await person.ended()).toBe(0);
  });

  test.each([
    [
      'a member came in',
      ['family', 'add', '000101', '--relation', 'spouse', '--name', '李秀英'],
      '月人均收入由 666.67 元（1 人）变为 333.33 元（2 人）',
      0,
    ],
    [
      'somebody else reviewed it',
      ['hardship', 'review', '000101', '--cause', 'disability', '--rigid-expenses', '1000'],
      '的档案刚被他人改动',
      1,
    ],
  ] as const)('is not reviewed by what is no longer so: %s', async (_, argv, told, reviews) => {
    await open();
    const person = sitDown('zh', ['hardship', 'review', '000101', '--cause', 'illness']);
    await person.answer('王建国年收入', '9000');
    await person.see('? 刚性支出');
    person.type('\r');
    await person.see('月人均 666.67 元');
    const extra = argv[0] === 'family' ? ['--income', '0'] : [];
    await office.done(...argv, ...extra);
    await person.choose('困难类别', '深度困难（建议）');
    await person.see(told);
    await person.see('relief hardship review 000101');
    expect(await person.ended()).toBe(4);
    const { reviews: found } = (await show()) as { reviews: readonly unknown[] };
    expect(found).toHaveLength(1 + reviews);
  });

  test('is closed when that is confirmed', async () => {
    await open();
    const argv = ['hardship', 'close', '000101', '--outcome', 'lifted', '--reason', '就业'];
    const question = '将王建国（工号 000101）的困难职工档案于 2026-07-20 销档（脱困）？';
    const doubtful = sitDown('zh', argv);
    await doubtful.answer(question, 'n');
    expect(await doubtful.ended()).toBe(4);
    expect(await show()).toMatchObject({ state: 'open' });
    const sure = sitDown('zh', argv);
    await sure.answer(question, 'y');
    expect(await sure.ended()).toBe(0);
    expect(await show()).toMatchObject({ state: 'closed' });
  });
});
