import { formatYuan } from '../../core/money.ts';
import { type Column, type Row, yuanColumn } from '../../core/report.ts';
import type { PlannedOrder } from './order.ts';
import { words } from './words.ts';

/** The columns of the file that a bank reads (SPEC 11). */
export const bankColumns: readonly Column[] = [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'bank_account', title: words.bankAccount },
  yuanColumn('amount', words.amount),
  { key: 'remark', title: words.remark },
];

/** The same for people, who count the rows. */
export const bankSheetColumns: readonly Column[] = [
  { key: 'number', title: words.number, align: 'right' },
  ...bankColumns,
];

/** The rows of a bank's list, a person each. @param remark what the bank tells the person: the batch and the list */
export function* bankRows(pay: PlannedOrder['pay'], remark: string): Generator<Row> {
  for (const [at, { employee_no, name, bank_account, amount }] of pay.entries()) {
    yield { number: at + 1, employee_no, name, bank_account, amount: formatYuan(amount), remark };
  }
}
