import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';

/** What the day asks for, in the order in which it is told (SPEC 13). */
export const dutyKinds = [
  'requests_risen',
  'requests_overdue',
  'instalments_overdue',
  'reviews_due',
  'recognitions_ending',
  'visits_overdue',
  'opinions_missing',
] as const;

/** A kind of thing that the day asks for. */
export type DutyKind = (typeof dutyKinds)[number];

/** One thing that is to be done, or was not done in time. */
export interface Duty {
  /** Of the request, the loan, the pairing or the grant; null where people know it by the person. */
  readonly number: number | null;
  /** Null for a request of somebody who has none. */
  readonly employee_no: string | null;
  readonly name: string;
  /** The code and the name of the person's unit; of a request: of the one where it stands. */
  readonly unit: string;
  readonly unit_name: string;
  /** When it falls or fell due; of a grant: when it was applied for. */
  readonly due_on: CivilDate;
  /** What is overdue of a loan, in fen. */
  readonly amount: Fen | null;
  /** What is asked, which kind of recognition, which official, which units. */
  readonly detail: string | null;
}

/** All that a day asks for. */
export type Duties = Readonly<Record<DutyKind, readonly Duty[]>>;

/** Whether a day asks for nothing. */
export function nothingToDo(duties: Duties): boolean {
  return dutyKinds.every((kind) => duties[kind].length === 0);
}
