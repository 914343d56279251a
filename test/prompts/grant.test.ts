import { beforeEach, describe, expect, test } from 'vitest';
import { officeOfFamilies, people, putIn, students } from '../aid/families.ts';
import { apply, decider, passUp, show } from '../aid/grants.ts';
import type { Office } from '../office.ts';
import { hasTerminals, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
});

const sitDown = seatIn(() => office);

describe.skipIf(!hasTerminals)('an application is asked for, with what its fund needs', () => {
  test.each([
    [
      'en',
      ['living hardship, in service', 'Which fund?', 'Who? (number, name or ID number)'],
      ['amount, at most 2,000.00 yuan', 'purpose', 'papers (application, with what happened)'],
      ['at most 2,000.00 yuan here', 'How urgent is it?', 'urgent: decided at once'],
      'Conditions met. Take the application of 王建国 (000001) to "living hardship, in service"',
      'Application 1 of 王建国 (000001)',
    ],
    [
      'zh',
      ['在职职工生活困难救助金', '申请哪项基金？', '哪一位？（工号、姓名或身份证号）'],
      ['申请金额（最多 2,000.00 元）', '申请事由', '证明材料（困难救助申请书）'],
      ['按规定最多 2,000.00 元', '是否紧急？', '紧急：直接审批'],
      '符合条件。受理王建国（工号 000001）的在职职工生活困难救助金申请：1,500.00 元？',
      '已受理王建国（工号 000001）的在职职工生活困难救助金申请 1：1,500.00 元。',
    ],
  ] as const)('living relief, urgent (%s)', async (lang, first, then, last, confirm, said) => {
    const person = sitDown(lang, ['grant', 'apply']);
    await person.choose(first[1], first[0]);
    await person.search(first[2], people.worker, '王建国', '张德福');
    await person.answerWrongly(then[0], '2000.01', last[0]);
    await person.answer(then[0], '1500');
    await person.answer(then[1], '家中失火');
    await person.answer(then[2], '申请书');
    await person.choose(last[1], last[2]);
    await person.answer(confirm, '');
    await person.see(said);
    expect(await person.ended()).toBe(0);
    expect(await show(office, '1')).toMatchObject({
      ...{ amount: '1500.00', evidence: '申请书', urgent: true, at: 'M1' },
    });
  });

  test.each([
    [
      'en',
      ['Which fund?', 'school aid', 'Who? (number, name or ID number)', 'For which student?'],
      ['王小明, primary school', 'school year', 'amount, at most 1,000.00 yuan', 'purpose'],
      ['papers (school report or certificate of enrolment)', 'How urgent is it?', 'ordinary'],
      'Application 1 of 李秀英 (000002) to "school aid": 1,000.00 yuan (王小明, 2026-2027).',
    ],
    [
      'zh',
      [
        '申请哪项基金？',
        '中小学助学金',
        '哪一位？（工号、姓名或身份证号）',
        '为哪位在读子女申请？',
      ],
      ['王小明，小学', '学年', '申请金额（最多 1,000.00 元）', '申请事由'],
      ['证明材料（在校证明）', '是否紧急？', '一般'],
      '已受理李秀英（工号 000002）的中小学助学金申请 1（王小明、2026-2027）：1,000.00 元。',
    ],
  ] as const)('school aid, by the mother (%s)', async (lang, first, then, last, said) => {
    const person = sitDown(lang, ['grant', 'apply']);
    await person.choose(first[0], first[1]);
    await person.search(first[2], people.wife, '李秀英', '张德福');
    const shown = await person.see(then[0]);
    expect(shown).not.toContain(students.student);
    await person.choose(first[3], then[0]);
    await person.answer(then[1], '');
    await person.answer(then[2], '');
    await person.answer(then[3], '学杂费');
    await person.answer(last[0], '在校证明');
    await person.choose(last[1], last[2]);
    await person.answer(lang === 'en' ? 'Conditions met' : '符合条件', '');
    await person.see(said);
    expect(await person.ended()).toBe(0);
    expect(await show(office, '1')).toMatchObject({
      ...{ amount: '1000.00', beneficiary: students.pupil, school_year: '2026-2027' },
    });
  });

  test('who is not helped is told at once, before anything else is asked', async () => {
    const person = sitDown('en', ['grant', 'apply', '--fund', 'living-active']);
    await person.search('Who? (number', people.elsewhere, '刘洋', '张德福');
    await person.see('is not recognised as in hardship');
    expect(await person.ended()).toBe(4);
    expect(await office.json('grant', 'list')).toEqual([]);
  });

  test('with an opinion the papers that are to come are asked for, of what was returned the amount', async () => {
    const id = await apply(office, 'living-active', { evidence: '' });
    const person = sitDown('zh', ['grant', 'endorse', id]);
    await person.answer('证明材料（困难救助申请书）', '');
    await person.answer('意见', '情况属实');
    await person.see('批准前还须写明证明材料（困难救助申请书）');
    expect(await person.ended()).toBe(0);
    await office.done('grant', 'return', id, '--reason', '缺申请书', '--as', decider);
    const again = sitDown('en', ['grant', 'endorse', id]);
    await again.answer('amount', '1200');
    await again.answer('papers (application, with what happened)', '申请书');
    await again.answer('opinion', '已补正');
    await again.see('Next, by another operator');
    expect(await again.ended()).toBe(0);
    expect(await show(office, id)).toMatchObject({ amount: '1200.00', evidence: '申请书' });
  });

  test('approval is confirmed', async () => {
    await putIn(office, 5_000);
    const id = await apply(office, 'living-active');
    await passUp(office, id);
    const person = sitDown('zh', ['grant', 'approve', id], decider);
    await person.answer(
      '批准王建国（工号 000001）的在职职工生活困难救助金申请 1：1,500.00 元？',
      'y',
    );
    expect(await person.ended()).toBe(0);
    expect(await show(office, id)).toMatchObject({ state: 'approved' });
  });
});
