import { beforeEach, describe, expect, test } from 'vitest';
import { approver, type Office } from '../office.ts';
import { officeInJuly } from './office-in-july.ts';
import { hasTerminals, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await officeInJuly();
});

const sitDown = seatIn(() => office);

const told = () => office.json('special-relief', 'show', '1');

describe.skipIf(!hasTerminals)('special relief is asked for', () => {
  test.each([
    [
      'en',
      ['Who? (number, name or ID number)', 'situation', 'amount', 'evidence', 'paid', 'granted on'],
      ['special disease', 'treatment not ended', 'now, in advance', 'with the next batch'],
      ['the amount is 0.00', 'for a special disease nothing is paid in advance'],
      'Special relief 1 for 李秀英 (000102): 20,000.00 yuan, treatment not ended.',
    ],
    [
      'zh',
      [
        '哪一位？（工号、姓名或身份证号）',
        '救助情形',
        '救助金额',
        '证明材料',
        '支付方式',
        '拟定日期',
      ],
      ['病种特殊', '治疗未结束', '先行预付', '随季度结算支付'],
      ['救助金额不能是 0', '“病种特殊”不能预付'],
      '已拟定大病特殊救助 1：李秀英（工号 000102）治疗未结束，20,000.00 元。',
    ],
  ] as const)('in %s, again where it does not fit', async (lang, asked, answers, faults, said) => {
    const [who, situation, amount, evidence, paid, day] = asked;
    const [special, ongoing, now, batch] = answers;
    const person = sitDown(lang, ['special-relief', 'grant']);
    await person.search(who, '000102', '李秀英', '王建国');
    await person.choose(situation, special);
    await person.answerWrongly(amount, '0', faults[0]);
    await person.answer(amount, '20000');
    await person.answer(evidence, '住院证明');
    await person.choose(paid, now);
    await person.answer(day, '');
    await person.see(faults[1]);
    await person.choose(situation, ongoing);
    await person.answer(amount, '20000');
    await person.answer(evidence, '住院证明');
    await person.choose(paid, batch);
    await person.answer(day, '2026-07-01');
    await person.see(said);
    expect(await person.ended()).toBe(0);
    expect(await told()).toMatchObject({ pay: 'batch', granted_on: '2026-07-01' });
  });

  test.each([
    [
      'en',
      'Approve special relief 1 (urgent; evidence: 病危通知书): 500.00 yuan to 王建国 (000101)',
    ],
    ['zh', '批准大病特殊救助 1（病情急迫；证明材料：病危通知书）：王建国（工号 000101）500.00 元'],
  ] as const)('its approval is confirmed (%s)', async (lang, question) => {
    const facts = ['--employee-no', '000101', '--situation', 'urgent', '--amount', '500'];
    const more = ['--evidence', '病危通知书', '--pay', 'batch'];
    await office.done('special-relief', 'grant', ...facts, ...more);
    const approve = ['special-relief', 'approve', '1'];
    const doubtful = sitDown(lang, approve, approver);
    await doubtful.answer(question, 'n');
    expect(await doubtful.ended()).toBe(4);
    expect(await told()).toMatchObject({ state: 'granted' });
    const sure = sitDown(lang, approve, approver);
    await sure.answer(question, 'y');
    expect(await sure.ended()).toBe(0);
    expect(await told()).toMatchObject({ state: 'approved' });
  });
});
