import { type CivilDate, daysInMonth, isoDate, yearOf } from './civil-date.ts';
import { Fault } from './failure.ts';
import { say } from './language.ts';
import { plainForm } from './text.ts';
import { words } from './words.ts';

/** A calendar quarter as `2026Q3`. Being text, quarters compare as they sort. */
export type Quarter = string;

const chineseNumbers: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** The quarter that a date lies in. */
export function quarterOf(date: CivilDate): Quarter {
  return `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** The year of a quarter. */
export function yearOfQuarter(quarter: Quarter): number {
  return Number(quarter.slice(0, 4));
}

// A settlement asks a million times for the days of one quarter.
const days = new Map<Quarter, readonly [first: CivilDate, last: CivilDate]>();

function daysOf(quarter: Quarter): readonly [first: CivilDate, last: CivilDate] {
  const known = days.get(quarter);
  if (known) return known;
  const [year, month] = [yearOfQuarter(quarter), Number(quarter.slice(5)) * 3];
  const both = [
    isoDate(year, month - 2, 1),
    isoDate(year, month, daysInMonth(year, month)),
  ] as const;
  days.set(quarter, both);
  return both;
}

/** First day of a quarter. */
export function firstDayOf(quarter: Quarter): CivilDate {
  return daysOf(quarter)[0];
}

/** Last day of a quarter. */
export function lastDayOf(quarter: Quarter): CivilDate {
  return daysOf(quarter)[1];
}

/** The quarter before. */
export function quarterBefore(quarter: Quarter): Quarter {
  const number = Number(quarter.slice(5));
  return number > 1 ? `${quarter.slice(0, 5)}${number - 1}` : `${yearOfQuarter(quarter) - 1}Q4`;
}

/**
 * Reads `2026Q3`, `2026年第3季度`, `last` (the last one that has ended) or `current` (SPEC 8).
 * @param today the day that `last` and `current` are seen from
 */
export function parseQuarter(text: string, today: CivilDate): Quarter | Fault {
  const plain = plainForm(text).toLowerCase();
  if (plain === 'current' || plain === '本季度') return quarterOf(today);
  if (plain === 'last' || plain === '上季度') return quarterBefore(quarterOf(today));
  const match =
    /^(\d{4})-?q([1-4])$/.exec(plain) ?? /^(\d{4})年第?([1-4一二三四])季度?$/.exec(plain);
  const year = match?.[1];
  const number = match?.[2];
  if (!year || !number || yearOf(year) < 1950) {
    return new Fault(say(words.quarterMalformed, { text }));
  }
  return `${year}Q${chineseNumbers[number] ?? number}`;
}
