import type { Fen } from '../../core/money.ts';
import type { Quarter } from '../../core/quarter.ts';
import type { Session } from '../../io/session.ts';
import { type CausedMovement, outstandingLeft } from '../../ledger/fund/fund.ts';
import { owingMovements } from '../../ledger/fund/store.ts';
import { policyById, policyInForce, type StoredPolicy } from '../../policy/store.ts';
import { isSettled, settledNext } from '../batch/batch.ts';
import { keptClaims, restore } from '../batch/kept.ts';
import { batchHeads } from '../batch/store.ts';
import { claimsOfPerson, type StoredClaim } from '../claim/store.ts';
import { quarterFor } from '../estimate.ts';
import type { PersonFacts } from '../facts.ts';
import { type PersonSettlement, settlePerson } from '../settlement.ts';
import { grantsOfPerson, type StoredGrant } from '../special-relief/store.ts';
import { readPersonFacts, readScope } from '../store.ts';
import { type ExplainedReceipt, explainedReceipts } from './explain.ts';
import { type Lost, lostSince } from './lost.ts';
import { keptOfPerson, type LineOfAccount, lastKept, linesOfPerson } from './store.ts';

/** Everything that explains a person's accounts. */
export interface Ground {
  readonly policy: StoredPolicy;
  readonly quarter: Quarter;
  readonly facts: PersonFacts;
  readonly settlement: PersonSettlement;
  readonly receipts: ReadonlyMap<number, ExplainedReceipt>;
  readonly history: readonly LineOfAccount[];
  /** What batches were settled by and is no longer recorded. */
  readonly lost: Lost;
  readonly claims: readonly StoredClaim[];
  /** By period. */
  readonly grants: ReadonlyMap<string, StoredGrant>;
  /** By fund, in fen. */
  readonly outstanding: ReadonlyMap<string, Fen>;
  /** What became outstanding and is left, by fund, the oldest first. */
  readonly outstandingSince: ReadonlyMap<string, readonly CausedMovement[]>;
}

/**
 * Reads everything that explains a person's accounts as they are settled next: with the quarter that awaits it, or,
 * where that has nothing for the person, with the running one.
 */
export async function nextGround(session: Session, personId: number): Promise<Ground> {
  const { query } = await session.database();
  const heads = await batchHeads(query);
  const running = quarterFor(session.today, heads.findLast(isSettled)?.quarter);
  const next = settledNext(heads, session.today) ?? running;
  const ground = await groundOf(session, personId, next);
  const { taken, accounts } = ground.settlement;
  if (next === running || taken.length > 0 || accounts.some(({ due }) => due !== 0)) return ground;
  return groundOf(session, personId, running);
}

/** Reads everything that explains a person's accounts, as they stand for a quarter. */
export async function groundOf(
  session: Session,
  personId: number,
  quarter: Quarter,
): Promise<Ground> {
  const { query } = await session.database();
  const policy = await policyInForce(query);
  const scope = await readScope(query, policy.policy, quarter);
  const facts = await readPersonFacts(query, scope, personId);
  const claims = await claimsOfPerson(query, personId);
  const settlement = settlePerson(facts, policy.policy, quarter);
  const receipts = explainedReceipts(claims, settlement.returned);
  const moved = await owingMovements(query, [personId]);
  const kept = (await keptOfPerson(query, personId)).map((one) => restore(one, []));
  return {
    ...{ policy, quarter, facts, settlement, receipts, claims },
    ...{ history: await linesOfPerson(query, personId), lost: lostSince(kept, facts) },
    grants: await grantsOfPerson(query, personId),
    outstanding: facts.outstanding,
    outstandingSince: new Map(
      [...facts.outstanding.keys()].map((fund) => [
        fund,
        outstandingLeft(moved.get(`${personId} ${fund}`) ?? []),
      ]),
    ),
  };
}

/** What the last approved batch said of a person, worked out again from what it kept. */
export interface BatchBefore {
  readonly batch: string;
  readonly quarter: Quarter;
  readonly policy: StoredPolicy;
  readonly facts: PersonFacts;
  readonly settlement: PersonSettlement;
}

/** The last approved batch that looked at a person; undefined before the first. @param claims all of the person's */
export async function batchBefore(
  session: Session,
  personId: number,
  claims: readonly StoredClaim[],
): Promise<BatchBefore | undefined> {
  const { query } = await session.database();
  const last = await lastKept(query, personId);
  if (!last) return undefined;
  const { batch, quarter, kept } = last;
  const seen = new Set([...last.taken, ...keptClaims(kept)]);
  const seenClaims = claims.filter(({ id }) => seen.has(id));
  const facts = restore(kept, seenClaims);
  const policy = await policyById(query, last.policy_id);
  const settlement = settlePerson(facts, policy.policy, quarter);
  return { batch, quarter, policy, facts, settlement };
}
