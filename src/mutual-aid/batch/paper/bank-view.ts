import { type Fen, formatYuan } from '../../../core/money.ts';
import { type Column, type Row, yuanColumn } from '../../../core/report.ts';
import { words } from './words.ts';

/** A person whom a batch pays, as a bank needs it. */
export interface PaidPerson {
  readonly employee_no: string;
  readonly name: string;
  readonly bank_account: string | null;
  /** Out of all funds, in fen. */
  readonly payable: Fen;
}

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

/** A row of a bank's list. @param number from 1 */
export function bankRow(person: PaidPerson, number: number, remark: string): Row {
  const { employee_no, name, bank_account, payable } = person;
  return { number, employee_no, name, bank_account, amount: formatYuan(payable), remark };
}
