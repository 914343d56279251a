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
  firstDueOn: CivilDate,
): readonly Instalment[] {
  const each = Math.floor(principal / instalments);
  const last = principal - each * (instalments - 1);
  return Array.from({ length: instalments }, (_, at) => ({
    no: at + 1,
    due_on: monthsLater(firstDueOn, at),
    amount: at === instalments - 1 ? last : each,
  }));
}
