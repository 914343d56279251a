import { type CivilDate, yearOf } from '../core/civil-date.ts';
import { firstDayOf, lastDayOf, type Quarter } from '../core/quarter.ts';

/** The days that a report covers: a year or a quarter. */
export interface Span {
  /** `2026` or `2026Q3`. */
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The days of a quarter, else of a year, else of the year of today. */
export function spanOf(
  year: number | undefined,
  quarter: Quarter | undefined,
  today: CivilDate,
): Span {
  if (quarter !== undefined) {
    return { name: quarter, from: firstDayOf(quarter), to: lastDayOf(quarter) };
  }
  const name = String(year ?? yearOf(today));
  return { name, from: `${name}-01-01`, to: `${name}-12-31` };
}
