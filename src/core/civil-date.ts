import { Fault } from './failure.ts';
import { say } from './language.ts';
import { plainForm } from './text.ts';
import { words } from './words.ts';

/** A day of the calendar as `2026-07-15`. Being text, dates compare as they sort. */
export type CivilDate = string;

/** The number of days of a month (1 to 12) in a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True where year, month and day name a day that exists. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const forms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
];

/** Reads `2026-07-15`, `2026/7/15`, `20260715` or `2026年7月15日` (SPEC 7). @returns ISO, or the fault. */
export function parseCivilDate(text: string): CivilDate | Fault {
  const plain = plainForm(text);
  for (const form of forms) {
    const match = form.exec(plain);
    if (!match) continue;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (year < 1900 || !isCalendarDay(year, month, day)) {
      return new Fault(say(words.dateImpossible, { text }));
    }
    return isoDate(year, month, day);
  }
  return new Fault(say(words.dateMalformed, { text }));
}

/** Year, month and day as `2026-07-15`. */
export function isoDate(year: number, month: number, day: number): CivilDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The calendar year of a date. */
export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** The day so many days later. */
export function daysLater(date: CivilDate, days: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The same day so many months later; in a shorter month its last day. */
export function monthsLater(date: CivilDate, months: number): CivilDate {
  const [first = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = first * 12 + month - 1 + months;
  const [year, later] = [Math.floor(count / 12), (count % 12) + 1];
  return isoDate(year, later, Math.min(day, daysInMonth(year, later)));
}

/** How many days later one day is than another. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** An instant as people here know it, in the time zone of the machine: `2026-07-15 08:30:05`. @param instant ISO in UTC */
export function localTime(instant: string): string {
  const time = new Date(instant);
  // What meddling has made of an instant is shown as it stands.
  if (Number.isNaN(time.getTime())) return instant;
  const day = isoDate(time.getFullYear(), time.getMonth() + 1, time.getDate());
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()];
  return `${day} ${clock.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** The instant, ISO in UTC, at which a day begins here, or that many days later. */
export function startOf(day: CivilDate, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
