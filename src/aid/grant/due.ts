import type { CivilDate } from '../../core/civil-date.ts';
import { scheduleOf } from '../loan/schedule.ts';

/** The day of a loan's first instalment: the one agreed on where it lies after the payment, else a month after it. */
export function firstDueOn(agreed: CivilDate | null, paidOn: CivilDate): CivilDate {
  if (agreed !== null && agreed > paidOn) return agreed;
  return scheduleOf(2, 2, paidOn)[1]?.due_on ?? paidOn;
}
