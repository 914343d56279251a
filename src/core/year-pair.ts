import { type CivilDate, isoDate, yearOf } from './civil-date.ts';
import { plainForm } from './text.ts';

/**
 * Reads a year that begins in one calendar year and ends in the next, as school years and winters do: `2026-2027`,
 * `2026/27`, `2026年至2027年`, or the year with which it begins.
 * @param suffix what may stand behind it: 学年
 * @returns `2026-2027`; undefined where it is none
 */
export function parseYearPair(text: string, suffix: RegExp): string | undefined {
  const plain = plainForm(text).replace(suffix, '').trim();
  const match = /^(\d{4})年?(?:\s*[-/~—–至]\s*(\d{4}|\d{2})年?)?$/.exec(plain);
  const from = Number(match?.[1]);
  const to = match?.[2];
  const follows = to === undefined || Number(to) === (from + 1) % 10 ** to.length;
  return from >= 1950 && from < 2199 && follows ? `${from}-${from + 1}` : undefined;
}

/** The one that a day lies in. @param firstMonth the month (1 to 12) with which they begin */
export function yearPairOf(day: CivilDate, firstMonth: number): string {
  const from = Number(day.slice(5, 7)) >= firstMonth ? yearOf(day) : yearOf(day) - 1;
  return `${from}-${from + 1}`;
}

/** The first day of one. @param pair `2026-2027` @param firstMonth the month (1 to 12) with which they begin */
export function firstDayOfPair(pair: string, firstMonth: number): CivilDate {
  return isoDate(Number(pair.slice(0, 4)), firstMonth, 1);
}
