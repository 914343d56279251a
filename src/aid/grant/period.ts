import type { CivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { plainForm } from '../../core/text.ts';
import { parseYearPair } from '../../core/year-pair.ts';
import { words } from './words.ts';

/** Reads a school year: `2026-2027`, `2026-2027学年`, or the year it begins in. @returns `2026-2027`, or the fault */
export function parseSchoolYear(text: string): string | Fault {
  return parseYearPair(text, /学年$/) ?? new Fault(say(words.schoolYearMalformed, { text }));
}

/** Reads a month: `2026-09`, `2026/9`, `202609`, `2026年9月`. @returns `2026-09`, or the fault */
export function parseMonth(text: string): string | Fault {
  const plain = plainForm(text);
  const match = /^(\d{4})(?:[-/.]|年)(\d{1,2})月?$/.exec(plain) ?? /^(\d{4})(\d{2})$/.exec(plain);
  const [year, month] = [Number(match?.[1]), Number(match?.[2])];
  const good = year >= 1950 && year < 2200 && month >= 1 && month <= 12;
  return good ? isoMonth(year * 12 + month - 1) : new Fault(say(words.monthMalformed, { text }));
}

/** The month that a day lies in: `2026-09`. */
export function monthOf(day: CivilDate): string {
  return day.slice(0, 7);
}

/** The months from one to another, both among them; none where the last lies before the first. */
export function monthsFrom(from: string, to: string): readonly string[] {
  const first = numberOf(from);
  return Array.from({ length: Math.max(0, numberOf(to) - first + 1) }, (_, at) =>
    isoMonth(first + at),
  );
}

const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const isoMonth = (number: number) =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
