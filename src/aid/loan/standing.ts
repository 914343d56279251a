import { type CivilDate, daysBetween } from '../../core/civil-date.ts';
import { type Fen, sumFen } from '../../core/money.ts';
import type { Instalment } from './schedule.ts';

/** Money that came back on a loan, in fen. */
export interface Repayment {
  readonly id: number;
  readonly on: CivilDate;
  readonly amount: Fen;
}

/** Where an instalment stands; on its due day it is not overdue yet. */
export type InstalmentState = 'paid' | 'written-off' | 'partly-paid' | 'due' | 'overdue';

/** An instalment with what has come in for it, in fen. */
export interface InstalmentStanding extends Instalment {
  readonly paid: Fen;
  readonly written_off: Fen;
  /** The day on which the last fen of it came in. */
  readonly paid_on: CivilDate | null;
  readonly state: InstalmentState;
  /** How many days it is overdue. */
  readonly overdue_days: number;
}

/** Where a loan stands: `running` has nothing overdue. */
export type LoanState = 'running' | 'overdue' | 'repaid' | 'written-off';

/** Where a loan stands on a day; amounts in fen. */
export interface Standing {
  readonly state: LoanState;
  readonly instalments: readonly InstalmentStanding[];
  readonly repaid: Fen;
  readonly written_off: Fen;
  readonly left: Fen;
  /** The next instalment that is not overdue, with what is still to come for it. */
  readonly next: { readonly due_on: CivilDate; readonly amount: Fen } | null;
  readonly overdue: Fen;
  /** Of the oldest instalment that is overdue. */
  readonly overdue_days: number;
  /** What is to be paid now: the overdue, with what falls due today; else the next instalment. */
  readonly to_pay: Fen;
  /** The day on which the last fen came back. */
  readonly repaid_on: CivilDate | null;
  /** Repaid before the last instalment fell due. */
  readonly early: boolean;
}

/** What a loan was, and what has become of it; amounts in fen. */
export interface LoanCourse {
  readonly instalments: readonly Instalment[];
  /** Those that count. */
  readonly repayments: readonly Repayment[];
  readonly written_off: Fen;
}

const rest = ({ amount, paid, written_off }: InstalmentStanding): Fen =>
  amount - paid - written_off;

/**
 * Where a loan stands on a day: what came back counts for the oldest instalment first, what was written off for the
 * latest; so a repayment that is taken back after it leaves owed what it had paid.
 */
export function standingOf(course: LoanCourse, today: CivilDate): Standing {
  const { written_off } = course;
  const repaid = sumFen(course.repayments.map(({ amount }) => amount));
  const left = sumFen(course.instalments.map(({ amount }) => amount)) - repaid - written_off;
  const instalments = instalmentsOf(course, today);
  const overdue = instalments.filter(({ state }) => state === 'overdue');
  const overdueSum = sumFen(overdue.map(rest));
  const open = instalments.filter((one) => rest(one) > 0 && one.state !== 'overdue');
  const dueToday = sumFen(open.filter(({ due_on }) => due_on === today).map(rest));
  const [first] = open;
  const next = first ? { due_on: first.due_on, amount: rest(first) } : null;
  const last = instalments.at(-1);
  const repaid_on = left === 0 ? (last?.paid_on ?? null) : null;
  return {
    ...{ state: stateOf(left, written_off, overdueSum), instalments, repaid, written_off, left },
    ...{ next, overdue: overdueSum, overdue_days: overdue[0]?.overdue_days ?? 0, repaid_on },
    to_pay: overdueSum + dueToday || (next?.amount ?? 0),
    early: repaid_on !== null && last !== undefined && repaid_on < last.due_on,
  };
}

/** Where a loan stands by what is left, written off and overdue of it, in fen. */
export function stateOf(left: Fen, writtenOff: Fen, overdue: Fen): LoanState {
  if (left > 0) return overdue > 0 ? 'overdue' : 'running';
  return writtenOff > 0 ? 'written-off' : 'repaid';
}

function instalmentsOf(
  { instalments, repayments, written_off }: LoanCourse,
  today: CivilDate,
): readonly InstalmentStanding[] {
  let came = 0;
  const comings = [...repayments]
    .sort((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1))
    .map(({ on, amount }) => {
      came += amount;
      return { on, upTo: came };
    });
  const kept = sumFen(instalments.map(({ amount }) => amount)) - written_off;
  let upTo = 0;
  return instalments.map((one) => {
    const before = upTo;
    upTo += one.amount;
    const part = (sum: Fen) => Math.min(one.amount, Math.max(0, sum - before));
    const [paid, given] = [part(came), one.amount - part(kept)];
    const left = one.amount - paid - given;
    const overdue = left > 0 && one.due_on < today;
    return {
      ...one,
      paid,
      written_off: given,
      paid_on:
        paid === one.amount ? (comings.find((coming) => coming.upTo >= upTo)?.on ?? null) : null,
      state: overdue ? 'overdue' : left > 0 ? (paid > 0 ? 'partly-paid' : 'due') : ended(given),
      overdue_days: overdue ? daysBetween(one.due_on, today) : 0,
    };
  });
}

const ended = (writtenOff: Fen): InstalmentState => (writtenOff > 0 ? 'written-off' : 'paid');

/** An age that overdue instalments are counted by, in days; without `to`: all that are older. */
export interface Age {
  readonly from: number;
  readonly to: number | null;
}

/** The ages that a policy's days part: 30, 90 are 1 to 30, 31 to 90 and above. */
export function agesOf(days: readonly number[]): readonly Age[] {
  const ends = [...days].sort((a, b) => a - b);
  return [...ends, null].map((to, at) => ({ from: (ends[at - 1] ?? 0) + 1, to }));
}

/** What is overdue at an age: so many instalments with so many fen to come. */
export interface AgedSum extends Age {
  readonly instalments: number;
  readonly amount: Fen;
}

/** What is overdue by age, each instalment by its own days. @param dues by day; amounts in fen */
export function byAge(
  dues: readonly {
    readonly due_on: CivilDate;
    readonly instalments: number;
    readonly amount: Fen;
  }[],
  days: readonly number[],
  today: CivilDate,
): readonly AgedSum[] {
  return agesOf(days).map((age) => {
    const aged = dues.filter(({ due_on }) => {
      const old = daysBetween(due_on, today);
      return old >= age.from && (age.to === null || old <= age.to);
    });
    return {
      ...age,
      instalments: aged.reduce((sum, { instalments }) => sum + instalments, 0),
      amount: sumFen(aged.map(({ amount }) => amount)),
    };
  });
}
