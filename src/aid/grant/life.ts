import type { CivilDate } from '../../core/civil-date.ts';
import { titleOf } from '../../core/field.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { cron } from '../../organisation/operator/cron.ts';
import type { StoredUnit } from '../../organisation/store.ts';
import { type Level, levels } from '../../organisation/unit.ts';
import { type GrantState, grantStates, type Step } from './grant.ts';
import { outOfOrder, words } from './life-words.ts';

/** What people do with an application that was taken. */
export type Action = 'endorse' | 'return' | 'approve' | 'refuse' | 'pay' | 'withdraw';

/** From which states each step may be taken. Opinions on an urgent one still come once it is decided. */
const statesFor: Readonly<Record<Action, readonly GrantState[]>> = {
  endorse: ['applied', 'returned'],
  return: ['applied', 'returned'],
  approve: ['applied'],
  refuse: ['applied', 'returned'],
  pay: ['approved'],
  withdraw: ['applied', 'returned', 'approved', 'paid'],
};

/** From which states a step may be taken; undefined for what is no step. */
export function statesBefore(step: string): readonly GrantState[] | undefined {
  return Object.hasOwn(statesFor, step) ? statesFor[step as Action] : undefined;
}

/** Whether a unit's level decides on what is kept at a level: it is that level, or above it. */
export const decidesAt = (level: Level, keptAt: Level): boolean =>
  levels.findIndex(({ code }) => code === level) <= levels.findIndex(({ code }) => code === keptAt);

/** An application as its life sees it. */
export interface Living {
  readonly id: number;
  readonly state: GrantState;
  readonly urgent: number;
  /** The unit that took it, and the one where it stands. */
  readonly unit_id: number;
  readonly at_unit_id: number;
  readonly applied_by: string;
  /** Steps in their order. */
  readonly steps: readonly {
    readonly step: Step;
    readonly unit_id: number;
    readonly on: CivilDate;
    readonly operator: string;
  }[];
}

/** The papers that are still to be told of an application before it is approved; an urgent one does not wait for them. */
export function papersToCome(
  { evidence, urgent }: { readonly evidence: string | null; readonly urgent: number },
  fund: { readonly evidence: readonly Phrase[] },
): readonly Phrase[] {
  return evidence === null && !urgent ? fund.evidence : [];
}

/**
 * The units that an application passes, from the applicant's up to the one that decides: the first on the way that
 * is of the fund's level, or above it where the applicant's unit itself is.
 */
export function wayTo(path: readonly StoredUnit[], keptAt: Level): readonly StoredUnit[] {
  const at = path.findIndex(({ level }) => decidesAt(level, keptAt));
  return at === -1 ? path : path.slice(0, at + 1);
}

/**
 * The unit where an application stands while it is under way: the one written, or where the tree of units was changed
 * so that this one no longer lies on its way, the first from the one that took it that has not endorsed it, at most
 * the one that decides; an urgent one stands with the latter, a returned one with the one that took it.
 */
export function standsAt(grant: Living, way: readonly StoredUnit[]): StoredUnit | undefined {
  const { state, urgent, at_unit_id, steps } = grant;
  const at = way.find(({ id }) => id === at_unit_id);
  if (at) return at;
  if (state === 'returned') return way[0];
  const given = steps.filter(({ step }) => step === 'endorsed').map((one) => one.unit_id);
  const next = urgent ? undefined : way.find(({ id }) => !given.includes(id));
  return next ?? way.at(-1);
}

/**
 * Why a step cannot be taken on a day: out of its order, a second time, or before the last one; undefined where it can.
 * @param last the day of the last step; null where nothing more is to be done
 */
export function objectionToStep(
  { id, state }: Pick<Living, 'id' | 'state'>,
  action: Action,
  on: CivilDate,
  last: CivilDate | null,
  missing: readonly StoredUnit[] = [],
): Said | undefined {
  const late = action === 'endorse' && missing.length > 0;
  if (!late && !statesFor[action].includes(state))
    return say(outOfOrder[action], { id, state: titleOf(grantStates, state) });
  return last !== null && on < last ? say(words.beforeLastStep, { id, last, on }) : undefined;
}

/** Why an operator cannot approve an application that stands at a unit: below the fund's level, or they took or endorsed it. */
export function objectionToApprover(
  grant: Living,
  operator: string,
  way: readonly StoredUnit[],
): Said | undefined {
  const { id, at_unit_id, applied_by, steps } = grant;
  const decides = way.at(-1);
  const at = way.find((unit) => unit.id === at_unit_id);
  if (decides && at?.id !== decides.id) {
    const facts = { id, at: at?.name ?? '', decides: decides.name };
    return say(words.notAtItsLevel, facts);
  }
  if (operator === cron) return say(words.cronCannotApprove, { id });
  const took = applied_by === operator;
  const endorsed = steps.some((one) => one.step === 'endorsed' && one.operator === operator);
  return took || endorsed ? say(words.yourOwn, { id, operator }) : undefined;
}

/** The unit that an application is returned to: the one below on its way, no further than the one that took it. */
export function returnedTo(grant: Living, way: readonly StoredUnit[]): StoredUnit | Said {
  const at = way.findIndex(({ id }) => id === grant.at_unit_id);
  const taken = way.findIndex(({ id }) => id === grant.unit_id);
  const below = way[at - 1];
  if (below && at - 1 >= taken) return below;
  return say(words.notReturnable, { id: grant.id, at: way[at]?.name ?? '' });
}

/** The unit that an endorsed application goes on to: the one above on its way; that of the fund's level keeps it. */
export function passedTo(grant: Living, way: readonly StoredUnit[]): number {
  const at = way.findIndex(({ id }) => id === grant.at_unit_id);
  return way[at + 1]?.id ?? grant.at_unit_id;
}
