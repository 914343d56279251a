import type { CivilDate } from '../../core/civil-date.ts';
import { parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { optional, parseChoice, type RecordOf, required } from '../../core/field.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { type Fen, parseYuan } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import { personFields } from '../../people/person.ts';
import type { Cause } from '../entry.ts';
import { sources } from '../origins.ts';
import { words } from './words.ts';

/** Reads an amount that is to be booked: yuan above zero. @returns fen, or the fault */
export function parseSum(text: string): Fen | Fault {
  const fen = /^\s*[-−－]/.test(text) ? 0 : parseYuan(text);
  return fen === 0 ? new Fault(say(words.notAboveZero, { text })) : fen;
}

const amount = required({ name: 'amount', title: words.amount, parse: parseSum });
const on = optional({
  name: 'on',
  title: words.on,
  parse: parseCivilDate,
});
const memo = optional({ name: 'memo', title: words.memo, parse: parseText });

/** The facts of a deposit (SPEC 10). */
export const depositFields = {
  source: required({
    name: 'source',
    title: words.source,
    parse: parseChoice(words.source, sources),
    choices: sources,
  }),
  amount,
  on,
  donor: optional({ name: 'donor', title: words.donor, parse: parseText }),
  memo,
};

/** The facts of an opening balance. */
export const openingFields = { amount, on, memo };

/** The facts of a repayment. */
export const repaymentFields = {
  person: required({ ...personFields.employee_no, name: 'person', title: words.person }),
  amount,
  on,
  memo,
};

/** What is wrong with the day of an entry. */
export function checkDay(day: CivilDate | null, today: CivilDate): readonly Said[] {
  return day !== null && day > today ? [say(words.inFuture, { on: day })] : [];
}

/** What is wrong with a deposit into a fund. */
export function checkDeposit(
  fund: string,
  deposit: RecordOf<typeof depositFields>,
  today: CivilDate,
): readonly Said[] {
  const faults = [...checkDay(deposit.on, today)];
  if (deposit.donor && deposit.source !== 'donation') faults.push(say(words.donorWithoutDonation));
  if (deposit.source === 'supplementary-insurance' && fund !== 'serious-illness')
    faults.push(say(words.supplementaryElsewhere));
  return faults;
}

/** An entry by its number and day. */
export interface Dated {
  readonly id: number;
  readonly on: CivilDate;
}

/** How the books of a fund begin: its opening balance and the earliest other entry, of those that stand. */
export interface Beginning {
  readonly opening: Dated | undefined;
  readonly first: Dated | undefined;
}

/** Why an opening balance cannot be booked on a day: once a fund, and before all else. @param fund what it is called */
export function whyNoOpening(
  fund: Phrase,
  day: CivilDate,
  { opening, first }: Beginning,
): Said | undefined {
  if (opening) {
    return say(words.openedAlready, { fund, entry: opening.id, on: opening.on });
  }
  if (first && first.on < day) {
    return say(words.openingTooLate, { fund, entry: first.id, first: first.on });
  }
  return undefined;
}

/** Why nothing can be booked on a day: the books begin later. @param fund what it is called */
export function whyNotOn(fund: Phrase, day: CivilDate, { opening }: Beginning): Said | undefined {
  if (!opening || day >= opening.on) return undefined;
  return say(words.beforeOpening, { fund, entry: opening.id, opened: opening.on, on: day });
}

/** A movement of what a person owes: more above zero, less below. */
export interface Movement {
  readonly on: CivilDate;
  readonly amount: Fen;
}

/** The same with what caused it. */
export interface CausedMovement extends Movement {
  readonly cause: Cause;
  readonly key: string;
}

/**
 * What is left of each amount that became outstanding, the oldest first: what is offset or repaid counts for the
 * oldest, first in, first out.
 * @param movements in the order of the books
 */
export function outstandingLeft<M extends Movement>(movements: readonly M[]): readonly M[] {
  let offset = 0;
  for (const { amount: moved } of movements) if (moved < 0) offset -= moved;
  return movements.flatMap((one) => {
    if (one.amount <= 0) return [];
    const left = Math.max(0, one.amount - offset);
    offset = Math.max(0, offset - one.amount);
    return left > 0 ? [{ ...one, amount: left }] : [];
  });
}

/** Since when something is outstanding; undefined where nothing is. @param movements in the order of the books */
export function outstandingSince(movements: readonly Movement[]): CivilDate | undefined {
  return outstandingLeft(movements)[0]?.on;
}
