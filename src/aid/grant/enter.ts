import type { Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure, mustBe } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Fen } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { operatorAtWork, unitsSeen } from '../../organisation/operator/reach.ts';
import { allUnits, findUnit, type StoredUnit } from '../../organisation/store.ts';
import { type Case, studentOf } from './case.ts';
import { costOf } from './cost.ts';
import { periodOf } from './grant.ts';
import { wayTo } from './life.ts';
import { words as lifeWords } from './life-words.ts';
import { insertSteps, type NewGrant, type NewStep } from './store.ts';

/** A decision that was made on paper. The amount in fen. */
export interface Decision {
  readonly granted: Fen;
  readonly approved_on: CivilDate;
  readonly approved_by: string;
  readonly paid_on: CivilDate | null;
}

/** An application that is to be entered. */
export interface Taken {
  /** The number that was kept free for it, where it was named already. */
  readonly id?: number;
  readonly one: Case;
  /** The unit that takes it. */
  readonly unit: StoredUnit;
  readonly urgent: boolean;
  readonly decision?: Decision | undefined;
}

/** The unit where an application stands once it is taken: an urgent or decided one at the level of its fund. */
export function firstStandsAt({ one, unit, urgent, decision }: Taken): StoredUnit {
  return ((urgent || decision) && wayTo(one.path, one.fund.kept_at).at(-1)) || unit;
}

/** Writes applications with the steps of their way. @returns them as written, in order */
export async function enterGrants(
  writer: Writer,
  operator: string,
  taken: readonly Taken[],
): Promise<readonly NewGrant[]> {
  const grants: NewGrant[] = [];
  const steps: NewStep[] = [];
  for (const each of taken) {
    const { one, unit, urgent, decision } = each;
    const { asked } = one;
    const id = each.id ?? (await writer.nextId('aid_grant'));
    const at = firstStandsAt(each).id;
    const state = decision ? (decision.paid_on ? 'paid' : 'approved') : 'applied';
    grants.push({
      ...{ id, fund: one.fund.code, person_id: one.applicant.id },
      ...{ household_id: one.household?.id ?? null, member_id: studentOf(one)?.id ?? null },
      ...{ unit_id: unit.id, at_unit_id: at, amount: asked.amount },
      ...{ granted: decision?.granted ?? null, purpose: asked.purpose, evidence: asked.evidence },
      ...{ payee: asked.payee, urgent: urgent ? 1 : 0, ...periodOf(asked), ...costOf(asked) },
      ...{ instalments: asked.instalments, first_due_on: asked.first_due_on, state },
      ...{ applied_on: asked.applied_on, applied_by: operator },
      ...{ approved_on: decision?.approved_on ?? null, approved_by: decision?.approved_by ?? null },
      paid_on: decision?.paid_on ?? null,
    });
    const step = { grant: id, unit: at, opinion: '', amount: null };
    const { applied_on: on, amount } = asked;
    steps.push({ ...step, step: 'applied', unit: unit.id, amount, on, operator });
    if (!decision) continue;
    const { granted, approved_on, approved_by, paid_on } = decision;
    const approved = { on: approved_on, operator: approved_by, amount: granted };
    steps.push({ ...step, ...approved, step: 'approved' });
    if (paid_on) steps.push({ ...step, step: 'paid', on: paid_on, operator, amount: granted });
  }
  await writer.insert('aid_grant', grants);
  await insertSteps(writer, steps);
  return grants;
}

/**
 * The unit that takes an application: the one named, else the operator's own where it lies on the way, else the
 * applicant's.
 * @throws rejected for a unit that does not lie on the way; refused for one that the operator does not see
 */
export async function takingUnit(
  session: Session,
  { path, fund }: Case,
  named: string | undefined,
): Promise<StoredUnit> {
  const { query } = await session.database();
  const way = wayTo(path, fund.kept_at);
  if (named !== undefined) {
    const unit = mustBe(findUnit(await allUnits(query), named));
    if (!way.some(({ id }) => id === unit.id)) {
      const codes = way.map(({ code, name }) => `${code} ${name}`);
      throw new Failure('rejected', say(lifeWords.notOnItsWay, { unit: unit.code, way: codes }));
    }
    await unitsSeen(session, unit.code);
    return unit;
  }
  const registered = await operatorAtWork(session);
  return usualUnit(way, registered?.unit_id);
}

/** The unit that takes an application where none is named. @param own the operator's, where they are registered */
export function usualUnit(way: readonly StoredUnit[], own: number | undefined): StoredUnit {
  return way.find(({ id }) => id === own) ?? (way[0] as StoredUnit);
}
