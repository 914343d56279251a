import { type CivilDate, monthsLater } from '../../core/civil-date.ts';

/** The day of a loan's first instalment: the one agreed on where it lies after the payment, else a month after it. */
export function firstDueOn(agreed: CivilDate | null, paidOn: CivilDate): CivilDate {
  return agreed !== null && agreed > paidOn ? agreed : monthsLater(paidOn, 1);
}
