import { Failure } from '../../core/failure.ts';
import { type Said, say } from '../../core/language.ts';
import type { Session } from '../../io/session.ts';
import { allUnits, unitsBelow } from '../store.ts';
import { cron } from './cron.ts';
import { idsBelow, type StoredOperator, standingOf } from './store.ts';
import { words } from './words.ts';

/** The operator at work, in office today; undefined where the name is not registered. */
export async function operatorAtWork(session: Session): Promise<StoredOperator | undefined> {
  const { query } = await session.database();
  return (await standingOf(query, session.operator, session.today)).operator;
}

/**
 * The ids of the units that the operator at work sees: their own and those below (SPEC 13).
 * @returns undefined where they see all: the unit is the topmost, nobody is registered, or it is a scheduled run
 * @throws refused where others are registered and this operator is not
 */
export async function reachOf(session: Session): Promise<readonly number[] | undefined> {
  const { query } = await session.database();
  const { operator: name, today } = session;
  const { operator, anyRegistered } = await standingOf(query, name, today);
  if (!operator) {
    if (name === cron || !anyRegistered) return undefined;
    throw new Failure('refused', say(words.notRegistered, { operator: name }));
  }
  return operator.topmost ? undefined : idsBelow(query, operator.unit_id);
}

/**
 * The ids that a list is to be narrowed to: those of a unit and below where one is asked for, within what the
 * operator sees. @returns undefined where nothing narrows it
 * @throws rejected for an unknown unit; refused for one that the operator does not see
 */
export async function unitsSeen(
  session: Session,
  unit: string | undefined,
): Promise<readonly number[] | undefined> {
  const reach = await reachOf(session);
  if (unit === undefined) return reach;
  const { query } = await session.database();
  const asked = await unitsBelow(query, unit);
  if (reach && !asked.every((id) => reach.includes(id))) {
    throw new Failure('refused', beyondSaid(session, unit));
  }
  return asked;
}

/**
 * Sees to it that the operator at work sees at least one of some units: all that something has to do with.
 * @throws refused where they see none, naming the first
 */
export async function mustSeeOneOf(session: Session, units: readonly string[]): Promise<void> {
  const reach = await reachOf(session);
  const [first] = units;
  if (!reach || first === undefined) return;
  const { query } = await session.database();
  const all = await allUnits(query);
  const ids = units.map((code) => all.get(code)?.id);
  if (!ids.some((id) => id !== undefined && reach.includes(id))) {
    throw new Failure('refused', beyondSaid(session, first));
  }
}

/** As {@link unitsSeen}, for what is open to anybody: who is not registered is shown all of it. */
export async function unitsShown(
  session: Session,
  unit: string | undefined,
): Promise<readonly number[] | undefined> {
  if (await operatorAtWork(session)) return unitsSeen(session, unit);
  if (unit === undefined) return undefined;
  const { query } = await session.database();
  return unitsBelow(query, unit);
}

/** That a unit lies outside what the operator at work sees. */
export function beyondSaid({ operator }: Session, unit: string): Said {
  return say(words.beyondReach, { unit, operator });
}
