import { beforeEach, describe, expect, test } from 'vitest';
import { Office } from '../office.ts';
import { hasTerminals, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await Office.open('2026-10-08');
  await office.import(
    'unit',
    'code,name,level,parent\nG,晋岭集团,group,\nM1,青石沟矿,mine,G\nM2,白马山矿,mine,G\nM2S1,掘进一队,section,M2\n',
  );
});

const sitDown = seatIn(() => office);

describe.skipIf(!hasTerminals)('the organisation is asked for', () => {
  test.each([
    [
      'en',
      ['name', 'Which unit? (code or name)', 'role', 'from', 'last day'],
      ['"cron" stands for scheduled runs', 'administrator'],
      'Registered 陈秀英: administrator, for G and the units below it',
    ],
    [
      'zh',
      ['姓名', '哪个单位？（编码或名称）', '角色', '起始日期', '截止日期'],
      ['“cron”代表定时任务', '基金管理员'],
      '已登记操作人陈秀英：基金管理员，单位 G 及其下属单位',
    ],
  ] as const)(
    'an operator, by the roles of the policy (%s)',
    async (lang, asked, answers, said) => {
      const [name, unit, role, from, to] = asked;
      const person = sitDown(lang, ['operator', 'add']);
      await person.answerWrongly(name, 'cron', answers[0]);
      await person.answer(name, '陈秀英');
      await person.search(unit, '集团', '晋岭集团', '青石沟矿');
      await person.choose(role, answers[1]);
      await person.answer(from, '');
      await person.answer(to, '');
      await person.see(said);
      expect(await person.ended()).toBe(0);
    },
  );

  test('a post and its people; only the own units are offered', async () => {
    const add = ['operator', 'add', '--role', 'administrator', '--as', '陈秀英'];
    await office.done(...add, '--name', '陈秀英', '--unit', 'G');
    await office.done(...add, '--name', '孙丽', '--unit', 'M2');
    const person = sitDown('zh', ['post', 'add'], '孙丽');
    const offered = await person.see('白马山矿');
    await person.search('哪个单位？（编码或名称）', 'M2S1', '掘进一队', '白马山矿');
    expect(offered).not.toMatch(/晋岭集团|青石沟矿/);
    await person.answer('站点地址', '队部');
    await person.answer('联系电话', '');
    await person.answer('成立日期', '2026-10-01');
    await person.see('目前还没有工作人员');
    expect(await person.ended()).toBe(0);
    const member = sitDown('zh', ['post', 'join', 'M2S1'], '孙丽');
    await member.answer('姓名', '李强');
    await member.answer('职务', '联络员');
    await member.answer('本人电话', '13800000022');
    await member.answer('到岗日期', '');
    await member.see('李强（联络员）自 2026-10-08 起在 M2S1 掘进一队 的帮扶点工作。');
    expect(await member.ended()).toBe(0);
  });

  test('only people within reach are offered', async () => {
    await office.import(
      'person',
      'employee_no,name,id_no,category,unit\n00011,王建国,140105198001010011,active,M1\n00021,王建军,140105199006150042,active,M2\n',
    );
    const add = ['operator', 'add', '--role', 'administrator', '--as', '陈秀英'];
    await office.done(...add, '--name', '陈秀英', '--unit', 'G');
    await office.done(...add, '--name', '孙丽', '--unit', 'M2');
    const person = sitDown('zh', ['recognition', 'add'], '孙丽');
    const offered = await person.see('王建军');
    expect(offered).not.toContain('王建国');
    person.interrupt();
    await person.ended();
  });
});
