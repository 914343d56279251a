import type { Phrase, Said } from '../../core/language.ts';
import { say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { type Block, yuanColumn } from '../../core/report.ts';
import type { PaymentException, PaymentOrder, PersonPayment } from './order.ts';
import { words } from './words.ts';

/** A bank file and what became of it, in words. @param failed how many the bank refused */
export function orderSaid(order: PaymentOrder, failed: number): Said {
  const { number, made_on, persons, amount, result_on } = order;
  const state =
    result_on === null ? words.orderAwaits : say(words.orderRead, { result_on, failed });
  return say(words.orderSaid, { number, made_on, persons, amount: readableYuan(amount), state });
}

/** Why somebody was not paid. */
function exceptionSaid({ why, message }: PaymentException): Said | Phrase {
  if (why === 'no-account') return words.noAccount;
  return message === '' ? words.bankRefused : say(words.bankSaid, { message });
}

/** Who is not paid yet after the latest bank file, and why. */
export function unpaidBlocks(
  unpaid: readonly PersonPayment[],
  exceptions: readonly PaymentException[],
  text: (said: Said | Phrase) => string,
): readonly Block[] {
  if (unpaid.length === 0) return [];
  const why = new Map(exceptions.map((one) => [one.person, exceptionSaid(one)]));
  const columns = [
    { key: 'employee_no', title: words.employeeNo },
    { key: 'name', title: words.personName },
    yuanColumn('amount', words.amount),
    { key: 'why', title: words.why },
  ];
  const rows = unpaid.map(({ person, employee_no, name, amount }) => {
    return {
      employee_no,
      name,
      amount: formatYuan(amount),
      why: text(why.get(person) ?? words.why),
    };
  });
  return [{ heading: words.unpaid }, { table: { columns, rows } }];
}
