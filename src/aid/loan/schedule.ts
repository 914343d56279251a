import { type CivilDate, monthsLater } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';

/** An instalment of a loan; the amount in fen. */
export interface Instalment {
  readonly no: number;
  readonly due_on: CivilDate;
  readonly amount: Fen;
}

/**
 * The instalments of a loan (SPEC 12): monthly, on the day of the first or the last of a shorter month, equal to
 * the fen; what does not divide comes with the last.
 * @param principal in fen @param instalments how many, at least 1
 */
export function scheduleOf(
  principal: Fen,
  instalments: number,
  first: CivilDate,
): readonly Instalment[] {
  const each = Math.floor(principal / instalments);
  const last = principal - each * (instalments - 1);
  return Array.from({ length: instalments }, (_, at) => ({
    no: at + 1,
    due_on: monthsLater(first, at),
    amount: at === instalments - 1 ? last : each,
  }));
}

/** The day of a loan's first instalment: the one agreed on where it lies after the payment, else a month after it. */
export function firstDueOn(agreed: CivilDate | null, paidOn: CivilDate): CivilDate {
  return agreed !== null && agreed > paidOn ? agreed : monthsLater(paidOn, 1);
}
