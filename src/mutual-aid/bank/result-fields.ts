import { type Choice, optional, parseChoice, required } from '../../core/field.ts';
import { parseYuan } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import { personFields } from '../../people/person.ts';
import { words } from './words.ts';

const results: readonly Choice<'paid' | 'failed'>[] = [
  {
    code: 'paid',
    title: words.paid,
    also: ['success', 'ok', '已支付', '已付', '支付成功', '交易成功'],
  },
  { code: 'failed', title: words.failed, also: ['fail', '退回', '退票', '支付失败', '交易失败'] },
];

/**
 * The columns of a bank's result (SPEC 11). Others are passed over, so that a list with two columns more is an answer.
 * Its remark tells which list it answers, and may be missing or the bank's own.
 */
export const resultFields = {
  employee_no: required({
    ...personFields.employee_no,
    headings: [...(personFields.employee_no.headings ?? []), words.employeeNo.en],
  }),
  amount: required({
    name: 'amount',
    title: words.amount,
    headings: ['交易金额', '付款金额', '实付金额'],
    parse: parseYuan,
  }),
  result: required({
    name: 'result',
    title: words.result,
    headings: ['结果', '付款结果', '状态'],
    parse: parseChoice(words.result, results),
    choices: results,
  }),
  message: optional({
    name: 'message',
    title: words.message,
    headings: ['退回原因', '失败说明', '说明'],
    parse: parseText,
  }),
  remark: optional({ name: 'remark', title: words.remark, parse: (text) => text }),
};
