import { type Choice, optional, parseChoice, required } from '../../core/field.ts';
import { parseYuan } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import { personFields } from '../../people/person.ts';
import { words } from './words.ts';

const results: readonly Choice<'paid' | 'failed'>[] = [
  {
    code: 'paid',
    title: words.paid,
    also: ['success', 'ok', '成功', '已付', '支付成功', '交易成功'],
  },
  { code: 'failed', title: words.failed, also: ['fail', '退回', '退票', '支付失败', '交易失败'] },
];

/** The columns of a bank's result (SPEC 11). Others that a bank adds are passed over. */
export const resultFields = {
  employee_no: personFields.employee_no,
  amount: required({
    name: 'amount',
    title: words.amount,
    headings: ['交易金额', '付款金额', '实付金额'],
    parse: parseYuan,
  }),
  result: required({
    name: 'result',
    title: words.result,
    headings: ['交易结果', '付款结果', '状态'],
    parse: parseChoice(words.result, results),
    choices: results,
  }),
  message: optional({
    name: 'message',
    title: words.message,
    headings: ['失败原因', '附言', '备注', '说明'],
    parse: parseText,
  }),
};
