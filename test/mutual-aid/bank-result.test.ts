import { expect, test } from 'vitest';
import { matchHeader } from '../../src/io/header.ts';
import { bankColumns, bankSheetColumns } from '../../src/mutual-aid/bank/list-view.ts';
import { resultFields } from '../../src/mutual-aid/bank/result-fields.ts';

const { result, message } = resultFields;
const read = (header: readonly string[]) =>
  matchHeader(header, resultFields, [], true, 'answer.csv').filter((field) => field);
const whole = ['employee_no', 'amount', 'remark', 'result', 'message'];

test.each(['en', 'zh'] as const)(
  'our own list with two columns more is read as the answer: the workbook in %s',
  (lang) => {
    const own = bankSheetColumns.map(({ title }) => title[lang]);
    expect(read([...own, result.title[lang], message.title[lang]])).toEqual(whole);
  },
);

test('and the CSV file that the bank got', () => {
  expect(read([...bankColumns.map(({ key }) => key), 'result', 'message'])).toEqual(whole);
  expect(read(['工号', '姓名', '账号', '交易金额', '备注', '交易结果', '退回原因'])).toEqual(whole);
});
