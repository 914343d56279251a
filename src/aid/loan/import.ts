import { Fault } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import { type Books, type Coming, type Owed, whyNotRepaid } from './repayment.ts';
import { words } from './words.ts';

/** A row of a file of repayments, and what is there of the loans it may mean. */
export interface RepaymentRow extends Coming {
  /** Whose, where no loan is named. */
  readonly employee_no: string | null;
  /** The loans of the person, or the one that is named, each as it stands. */
  readonly loans: readonly Owed[];
  /** How many repayments of this day and amount a loan has that no earlier row of the file stands for. */
  readonly there: (loan: number) => number;
  readonly books: (fund: string) => Books;
}

/** What is to be done with a row: it is there already, or it is a repayment of a loan, or it is at fault. */
export type RepaymentPlan = { readonly unchanged: number } | { readonly repay: Owed } | Fault;

/**
 * Decides on a row (SPEC 7): each repayment of the same loan, day and amount stands for one row alike, whatever its
 * memo, also where it was taken back; so a file that is read twice, or of what was entered by hand, books nothing twice.
 */
export function planRepayment(row: RepaymentRow): RepaymentPlan {
  const { loans, there, amount, on, books, employee_no } = row;
  const same = loans.find(({ id }) => there(id) > 0);
  if (same) return { unchanged: same.id };
  const open = loans.filter(({ left }) => left > 0);
  if (open.length > 1) {
    const numbers = open.map(({ id, left }) => `${id} (${readableYuan(left)})`);
    return new Fault(say(words.severalInFile, { loans: numbers }));
  }
  const loan = open[0] ?? loans.at(-1);
  if (!loan) return new Fault(say(words.noLoanInFile, { no: employee_no ?? '' }));
  const why = whyNotRepaid(loan, { amount, on }, books(loan.fund));
  return why ? new Fault(why) : { repay: loan };
}
