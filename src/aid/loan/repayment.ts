import type { CivilDate } from '../../core/civil-date.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { type Fen, readableYuan } from '../../core/money.ts';
import type { NewEntry } from '../../ledger/entry.ts';
import { type Beginning, whyNotOn } from '../../ledger/fund/fund.ts';
import { loanStanding, type StoredLoan, type StoredRepayment } from './loan.ts';
import { words } from './words.ts';

/** What of a loan matters to a repayment; what is left in fen. */
export type Owed = Pick<
  StoredLoan,
  'id' | 'fund' | 'person_id' | 'employee_no' | 'name' | 'paid_on'
> & { readonly left: Fen; readonly written_off: Fen };

/** What is owed of a stored loan. */
export function owedOf(loan: StoredLoan, today: CivilDate): Owed {
  const { left, written_off } = loanStanding(loan, today);
  return { ...loan, left, written_off };
}

/** Money that comes back, in fen. */
export interface Coming {
  readonly amount: Fen;
  readonly on: CivilDate;
}

/** How a fund's books begin, and what it is called. */
export interface Books {
  readonly title: Phrase;
  readonly beginning: Beginning;
}

/** Why money cannot be taken for a loan; undefined where it can: never more than is owed. */
export function whyNotRepaid(
  { id, fund, name, employee_no: no, paid_on, left, written_off }: Owed,
  { amount, on }: Coming,
  { title, beginning }: Books,
): Said | undefined {
  if (left === 0 && written_off > 0) return say(words.writtenOffAlready, { id, name, no, fund });
  if (left === 0) return say(words.repaidAlready, { id, name, no });
  if (amount > left) {
    const facts = { amount: readableYuan(amount), left: readableYuan(left) };
    return say(words.moreThanLeft, { id, name, no, ...facts });
  }
  if (on < paid_on) return say(words.beforePaidOut, { id, paid_on, on });
  return whyNotOn(title, on, beginning);
}

/** A repayment in the fund's books: money in hand, less out on loan to the person. */
export function repaymentEntry(
  { id, fund, person_id: person }: Pick<Owed, 'id' | 'fund' | 'person_id'>,
  { amount, on }: Coming,
  memo: string,
): NewEntry {
  return {
    ...{ fund, on, cause: 'loan-repayment', key: String(id), memo },
    postings: [
      { account: 'cash', amount },
      { account: 'loan', amount: -amount, person },
    ],
  };
}

/** The repayment that a number names, and why it cannot be taken back today; one entered in error can, once. */
export function correctable(
  { id, repayments }: StoredLoan,
  number: number,
  today: CivilDate,
): StoredRepayment | { readonly said: Said } {
  const repayment = repayments.find((one) => one.id === number);
  if (!repayment) {
    const known = repayments.filter(({ reversed_by }) => reversed_by === null);
    if (known.length === 0) return { said: say(words.noRepayments, { id }) };
    const numbers = known.map((one) => String(one.id));
    return { said: say(words.unknownRepayment, { id, number, known: numbers }) };
  }
  const { on, reversed_by: by } = repayment;
  if (by !== null) return { said: say(words.correctedAlready, { id, number, by }) };
  return today < on ? { said: say(words.movedLater, { id, on, today }) } : repayment;
}
