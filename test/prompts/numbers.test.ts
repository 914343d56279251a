import { beforeEach, describe, expect, test } from 'vitest';
import { officeOfFamilies, people, putIn } from '../aid/families.ts';
import { apply, decider, passUp, show } from '../aid/grants.ts';
import type { Office } from '../office.ts';
import { hasTerminals, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
});

const sitDown = seatIn(() => office);

describe.skipIf(!hasTerminals)('a number that is missing is chosen from a list', () => {
  test.each([
    ['en', 'Which application?', 'under way', 'Approve application 1', 'Record 1,500.00 yuan'],
    ['zh', '哪一件申请？', '审批中', '批准王建国', '登记 1 笔付款'],
  ] as const)(
    'of applications, those that the step is for (%s)',
    async (lang, which, state, approve, pay) => {
      await putIn(office, 5_000);
      const nothing = sitDown(lang, ['grant', 'approve'], decider);
      await nothing.see('relief grant approve');
      expect(await nothing.ended()).toBe(3);
      const id = await apply(office, 'living-active');
      const tooEarly = sitDown(lang, ['grant', 'approve'], decider);
      await tooEarly.see('relief grant approve');
      expect(await tooEarly.ended()).toBe(3);
      await passUp(office, id);
      const person = sitDown(lang, ['grant', 'approve'], decider);
      await person.choose(which, state);
      await person.answer(approve, 'y');
      expect(await person.ended()).toBe(0);
      const payer = sitDown(lang, ['grant', 'pay'], decider);
      await payer.choose(which, people.worker);
      await payer.answer(pay, 'y');
      expect(await payer.ended()).toBe(0);
      expect(await show(office, id)).toMatchObject({ state: 'paid' });
    },
  );

  test('of requests, those that are open', async () => {
    const about = ['--kind', 'medical', '--employee-no', people.worker];
    await office.done('request', 'add', ...about, '--matter', '慢性病怎么认定');
    await office.done('request', 'add', ...about, '--matter', '互助金怎么缴');
    await office.done('request', 'answer', '2', '--answer', '由单位代收');
    const person = sitDown('zh', ['request', 'answer', '--answer', '到医保窗口办理']);
    await person.choose('哪一件诉求？', '慢性病怎么认定');
    await person.see('诉求 1 已答复');
    expect(await person.ended()).toBe(0);
  });

  test('of the members of a family, without its head where one leaves it', async () => {
    const person = sitDown('zh', ['family', 'leave', '--reason', '分户']);
    await person.choose('哪个家庭？', '王建国');
    const shown = await person.see('哪一位家庭成员？');
    expect(shown).not.toContain('本人');
  });
});
