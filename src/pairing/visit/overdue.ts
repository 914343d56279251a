import { type CivilDate, daysBetween, daysLater } from '../../core/civil-date.ts';

/** What of a pairing says when a visit is due: its days, and the days of its visits in any order. */
export interface VisitFacts {
  readonly from: CivilDate;
  /** Null while it runs. */
  readonly to: CivilDate | null;
  readonly visits: readonly CivilDate[];
}

/** A visit that was not made in time. */
export interface OverdueVisit {
  readonly due_on: CivilDate;
  /** How many days late: until today, or until the pairing ended. */
  readonly days: number;
}

/** The day by which the next visit is due: so many days after the last one, or after the beginning (SPEC 13). */
export function visitDue({ from, visits }: VisitFacts, everyDays: number): CivilDate {
  const last = visits.reduce((latest, day) => (day > latest ? day : latest), from);
  return daysLater(last, everyDays);
}

/**
 * The visit that was not made in time: of a pairing that runs, when its day has passed; of one that has ended,
 * when it had passed before the end. Undefined where there is none.
 */
export function overdueVisit(
  facts: VisitFacts,
  everyDays: number,
  today: CivilDate,
): OverdueVisit | undefined {
  const due_on = visitDue(facts, everyDays);
  const days = daysBetween(due_on, facts.to ?? today);
  return days > 0 ? { due_on, days } : undefined;
}
