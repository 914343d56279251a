import { beforeEach, describe, expect, test } from 'vitest';
import { lend } from '../aid/lending.ts';
import { approver, type Office } from '../office.ts';
import { openFile } from '../pairing/families.ts';
import { officeInJuly } from './office-in-july.ts';
import { hasTerminals, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await officeInJuly();
  await office.done(
    ...['fund', 'deposit', 'start-up', '--source', 'union', '--amount', '50000'],
    ...['--on', '2026-01-05'],
  );
  const { session } = office.session();
  const loan = { employee_no: '000102', amount: 120_000, instalments: 12, paid_on: '2026-04-20' };
  await lend(session, { ...loan, first_due_on: '2026-05-15' });
  await lend(session, { ...loan, first_due_on: '2026-08-15', instalments: 6 });
  await session.close();
  await openFile(office, '000102');
  for (const name of ['李晓红', '李晓军']) {
    await office.done('family', 'add', '000102', '--relation', 'child', '--name', name);
  }
});

const sitDown = seatIn(() => office);

const left = async (id: string) => (await office.json<{ left: string }>('loan', 'show', id)).left;

describe.skipIf(!hasTerminals)('loans at a terminal', () => {
  test.each([
    [
      'en',
      ['Which loan? (number or name of the borrower)', 'amount', 'date (default: today)', 'memo'],
      [
        '1  000102 李秀英  of 2026-04-20, 1,200.00 left',
        'has 1,200.00 yuan of loan 1 left',
        '900.00 left',
      ],
    ],
    [
      'zh',
      [...['哪一笔借款？（借款人的工号或姓名）', '还款金额'], ...['还款日期（默认今天）', '摘要']],
      [
        '1  000102 李秀英  2026-04-20 发放，未归还 1,200.00 元',
        '只剩 1,200.00 元未还',
        '尚欠 900.00 元',
      ],
    ],
  ] as const)('a repayment is asked for, the sum due offered (%s)', async (lang, asked, said) => {
    const [which, amount, on, memo] = asked;
    const [loan, tooMuch, rest] = said;
    const person = sitDown(lang, ['loan', 'repay']);
    await person.choose(which, loan);
    await person.answerWrongly(amount, '1200.01', tooMuch);
    person.interrupt();
    expect(await person.ended()).toBe(4);
    const again = sitDown(lang, ['loan', 'repay', '1']);
    // Three instalments are overdue; Enter takes what is offered.
    await again.see(`? ${amount} (300.00)`);
    again.type('\r');
    await again.answerWrongly(on, '2026-04-19', '2026-04-20');
    await again.answer(on, '2026-07-19');
    await again.answer(memo, '工资代扣');
    await again.see(rest);
    expect(await again.ended()).toBe(0);
    expect(await left('1')).toBe('900.00');
  });

  test.each([
    ['en', 'Write off 1,200.00 yuan of loan 2, 李秀英 (000102), for good? Reason: 借款人去世'],
    ['zh', '核销李秀英（工号 000102）借款 2 的未归还部分 1,200.00 元？核销原因：借款人去世'],
  ] as const)('a write-off is confirmed (%s)', async (lang, question) => {
    await office.done('loan', 'write-off', '2', '--reason', '借款人去世');
    const doubtful = sitDown(lang, ['loan', 'approve-write-off', '2'], approver);
    await doubtful.answer(question, 'n');
    expect(await doubtful.ended()).toBe(4);
    expect(await left('2')).toBe('1200.00');
    const sure = sitDown(lang, ['loan', 'approve-write-off', '2'], approver);
    await sure.answer(question, 'y');
    expect(await sure.ended()).toBe(0);
    expect(await left('2')).toBe('0.00');
  });
});

describe.skipIf(!hasTerminals)(
  'a benefit in kind is asked for, with the questions of its kind',
  () => {
    test('heating: the winter and the degree', async () => {
      const person = sitDown('zh', ['in-kind', 'add']);
      await person.choose('帮扶项目', '冬季取暖费减免');
      await person.search('哪一位？（工号、姓名或身份证号）', '000102', '李秀英', '王建国');
      await person.answerWrongly('采暖季 (2026-2027)', '2026-2028', '不是采暖季');
      await person.answer('采暖季', '2026-2027');
      await person.choose('减免方式', '免收');
      await person.answer('说明', '');
      await person.answer('日期', '');
      await person.see(
        '已登记，编号 1：李秀英（工号 000102）家庭，冬季取暖费减免，2026-2027、免收。',
      );
      expect(await person.ended()).toBe(0);
    });

    test('job placement: which child, and what', async () => {
      const person = sitDown('en', ['in-kind', 'add', '--kind', 'job-placement']);
      await person.search('Who? (number, name or ID number)', '000102', '李秀英', '王建国');
      await person.choose('Which child?', '李晓军');
      await person.answer('detail', '综采一队学徒工');
      await person.answer('date (default: today)', '2026-07-01');
      await person.see('Recorded as number 1: priority job placement for the family of 李秀英');
      expect(await person.ended()).toBe(0);
      expect(await office.json('in-kind', 'list')).toMatchObject([
        { child: '李晓军', detail: '综采一队学徒工', on: '2026-07-01' },
      ]);
    });
  },
);
