import { type CivilDate, daysBetween, daysLater } from '../core/civil-date.ts';
import { type Said, say } from '../core/language.ts';
import type { Level } from '../organisation/unit.ts';
import type { RequestRules } from '../policy/aid.ts';
import type { RequestState } from './request.ts';
import { words } from './words.ts';

/** A unit on a request's way upward. */
export interface UnitOnTheWay {
  readonly id: number;
  readonly code: string;
  readonly level: Level;
}

/** What of a request its next step rests on. */
export interface Standing {
  readonly id: number;
  readonly state: RequestState;
  /** The name of the unit where it stands. */
  readonly at_name: string;
  readonly due_on: CivilDate;
  /** The day of its last step. */
  readonly last_on: CivilDate;
}

/** The day by which a request is answered at a level, counted from the day that it came there (SPEC 13). */
export function dueDay(
  level: Level,
  from: CivilDate,
  { due_days }: Pick<RequestRules, 'due_days'>,
): CivilDate {
  return daysLater(from, due_days[level]);
}

/** How many days an open request is past its due day; null where it is not. */
export function daysOverdue(
  { state, due_on }: Pick<Standing, 'state' | 'due_on'>,
  today: CivilDate,
): number | null {
  const days = daysBetween(due_on, today);
  return state === 'open' && days > 0 ? days : null;
}

/** Why no step can be taken today: it is answered, or its last step lies after today. Undefined where one can. */
export function objectionToStep(request: Standing, today: CivilDate): Said | undefined {
  const { id, state, last_on: day } = request;
  if (state === 'answered') return say(words.answeredAlready, { id, day });
  return today < day ? say(words.beforeLastStep, { id, day, today }) : undefined;
}

/** Why a request cannot be passed up today; undefined where it can. @param above the unit above; null at the top */
export function objectionToPassingUp(
  request: Standing,
  above: UnitOnTheWay | null,
  today: CivilDate,
): Said | undefined {
  const objection = objectionToStep(request, today);
  if (objection || above) return objection;
  return say(words.atTheTop, { id: request.id, unit: request.at_name });
}

/** What an overdue request does by itself: rise to the unit above with a new due day, or stay, at the top. */
export type Rise = { readonly to: UnitOnTheWay; readonly due_on: CivilDate } | 'at-top';

/** Whether and where a request rises today (SPEC 13); undefined where it is answered, or not overdue. */
export function riseOf(
  request: Pick<Standing, 'state' | 'due_on'>,
  above: UnitOnTheWay | null,
  today: CivilDate,
  rules: Pick<RequestRules, 'due_days'>,
): Rise | undefined {
  if (daysOverdue(request, today) === null) return undefined;
  return above ? { to: above, due_on: dueDay(above.level, today, rules) } : 'at-top';
}
