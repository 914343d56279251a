import type { CivilDate } from '../../core/civil-date.ts';
import { type Said, say } from '../../core/language.ts';
import { type Fen, readableYuan } from '../../core/money.ts';
import type { NewEntry } from '../../ledger/entry.ts';
import { cron } from '../../organisation/operator/cron.ts';
import { type Level, levels } from '../../organisation/unit.ts';
import { loanStanding, pendingWriteOff, type StoredLoan } from './loan.ts';
import { words } from './words.ts';
import { words as writeOffWords } from './write-off-words.ts';

/** Why the write-off of a loan cannot be asked for on a day; undefined where it can: not before what is left came to be owed. */
export function objectionToAsking(loan: StoredLoan, today: CivilDate): Said | undefined {
  const { id } = loan;
  if (loanStanding(loan, today).left === 0) return say(words.nothingLeft, { id });
  const last = loan.repayments.reduce((on, one) => (one.on > on ? one.on : on), loan.paid_on);
  if (today < last) return say(words.movedLater, { id, on: last, today });
  const pending = pendingWriteOff(loan);
  if (!pending) return undefined;
  return say(writeOffWords.askedAlready, { id, by: pending.asked_by, on: pending.asked_on });
}

/** Who decides on a write-off, and when; the level of their unit, where they are registered. */
export interface Decider {
  readonly operator: string;
  readonly today: CivilDate;
  readonly level: Level | undefined;
}

/**
 * Why an operator cannot decide on the write-off of a loan; undefined where they can: never whoever asked, never a
 * scheduled run, and only where the fund is kept.
 */
export function objectionToDeciding(
  loan: StoredLoan,
  keptAt: Level,
  { operator, today, level }: Decider,
): Said | undefined {
  const { id } = loan;
  const pending = pendingWriteOff(loan);
  if (!pending) return say(writeOffWords.notAsked, { id });
  if (operator === cron) return say(writeOffWords.cronCannotDecide, { id });
  if (operator === pending.asked_by) return say(writeOffWords.askedByYou, { id, operator });
  if (level !== undefined && rank(level) > rank(keptAt)) {
    const title = levels.find(({ code }) => code === keptAt)?.title ?? '';
    return say(writeOffWords.decidedAbove, { id, operator, level: title });
  }
  const { asked_on } = pending;
  return today < asked_on
    ? say(writeOffWords.decidedBeforeAsked, { id, asked_on, today })
    : undefined;
}

const rank = (level: Level) => levels.findIndex(({ code }) => code === level);

/** Why nothing can be written off any more: what was asked for was repaid meanwhile. */
export function objectionToApproval(loan: StoredLoan, today: CivilDate): Said | undefined {
  const { left } = loanStanding(loan, today);
  return left === 0 ? say(writeOffWords.repaidMeanwhile, { id: loan.id }) : undefined;
}

/** A write-off in the fund's books: given up, less out on loan to the person. @param amount in fen */
export function writeOffEntry(
  { id, fund, person_id: person }: StoredLoan,
  amount: Fen,
  on: CivilDate,
  memo: string,
): NewEntry {
  return {
    ...{ fund, on, cause: 'write-off', key: String(id), memo },
    postings: [
      { account: 'written-off', amount },
      { account: 'loan', amount: -amount, person },
    ],
  };
}

/** What the messages about a write-off name. */
export function writeOffFacts(loan: StoredLoan, today: CivilDate) {
  const { id, name, employee_no: no } = loan;
  const pending = pendingWriteOff(loan);
  const left = readableYuan(loanStanding(loan, today).left);
  return { id, name, no, left, asked: readableYuan(pending?.amount ?? 0) };
}
