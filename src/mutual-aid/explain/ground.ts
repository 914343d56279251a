import { titleOf } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import type { Fen } from '../../core/money.ts';
import type { Quarter } from '../../core/quarter.ts';
import type { Session } from '../../io/session.ts';
import { policyById, policyInForce, type StoredPolicy } from '../../policy/store.ts';
import { keptClaims, restore } from '../batch/kept.ts';
import { receiptTypes } from '../claim/claim.ts';
import { reasonSaid } from '../claim/duplicate.ts';
import { claimsOfPerson, type StoredClaim } from '../claim/store.ts';
import { quarterFor } from '../estimate.ts';
import type { PersonFacts } from '../facts.ts';
import { reasonTitle } from '../reason-words.ts';
import { type PersonSettlement, settlePerson } from '../settlement.ts';
import { latestApprovedQuarter, readPersonFacts, readScope } from '../store.ts';
import type { ExplainedReceipt } from './explain.ts';
import { type Lost, lostSince } from './lost.ts';
import { keptOfPerson, type LineOfAccount, lastKept, linesOfPerson } from './store.ts';
import { words } from './words.ts';

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
  /** By fund, in fen. */
  readonly outstanding: ReadonlyMap<string, Fen>;
}

/** Reads what explains a person's accounts. @param wanted the quarter to see them from, if not the current one */
export async function groundOf(
  session: Session,
  personId: number,
  wanted?: Quarter,
): Promise<Ground> {
  const { query } = await session.database();
  const policy = await policyInForce(query);
  const quarter = wanted ?? quarterFor(session.today, await latestApprovedQuarter(query));
  const scope = await readScope(query, policy.policy, quarter);
  const facts = await readPersonFacts(query, scope, personId);
  const claims = await claimsOfPerson(query, personId);
  const settlement = settlePerson(facts, policy.policy, quarter);
  const gone = new Map(settlement.returned.map(({ claim, reasons }) => [claim, reasons]));
  const receipts = claims.map((claim): [number, ExplainedReceipt] => [
    claim.id,
    {
      ...{ ...claim, type: titleOf(receiptTypes, claim.receipt_type) },
      gone: claim.state_reason
        ? say(words.annulled, { reason: reasonSaid(claim.state_reason) })
        : (gone.get(claim.id) ?? []).map(reasonTitle),
    },
  ]);
  const kept = (await keptOfPerson(query, personId)).map((one) => restore(one, []));
  return {
    ...{ policy, quarter, facts, settlement, receipts: new Map(receipts), claims },
    ...{ history: await linesOfPerson(query, personId), lost: lostSince(kept, facts) },
    outstanding: facts.outstanding,
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
  const facts = restore(
    kept,
    claims
      .filter(({ id }) => seen.has(id))
      .map(({ id, receipt_type, service_date, received_on, pool_paid, pool_self_pay }) => ({
        ...{ id, receipt_type, service_date, received_on, pool_paid, pool_self_pay },
      })),
  );
  const policy = await policyById(query, last.policy_id);
  const settlement = settlePerson(facts, policy.policy, quarter);
  return { batch, quarter, policy, facts, settlement };
}
