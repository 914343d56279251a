import type { Fen } from '../core/money.ts';
import { type Quarter, quarterOf } from '../core/quarter.ts';
import type { Policy } from '../policy/policy.ts';
import type { ClaimFacts, PersonFacts } from './facts.ts';
import { type Reason, reasonsAgainst } from './payability.ts';
import { type Account, settlePerson } from './settlement.ts';

/** What one receipt would pay, and why. */
export interface Estimate {
  readonly quarter: Quarter;
  readonly reasons: readonly Reason[];
  /** What the receipt adds, by benefit, in fen; benefits it adds nothing to are left out. */
  readonly adds: Readonly<Record<string, Fen>>;
  /** The accounts that the receipt is part of, as they would be settled. */
  readonly accounts: readonly Account[];
}

/** The quarter in which a claim can be settled: that of its receipt, or the latest approved one where that is later. */
export function quarterFor(received_on: string, latestApproved: Quarter | undefined): Quarter {
  const own = quarterOf(received_on);
  return latestApproved !== undefined && latestApproved > own ? latestApproved : own;
}

/**
 * What a receipt would pay in its quarter: the settlement with it, less the settlement without it.
 * @param person the person's facts; whether the claim is among them makes no difference
 */
export function estimate(
  person: PersonFacts,
  claim: ClaimFacts,
  policy: Policy,
  quarter: Quarter,
): Estimate {
  const others = person.claims.filter(({ id }) => id !== claim.id);
  const reasons = reasonsAgainst(claim, person, policy, quarter);
  const before = settlePerson({ ...person, claims: others }, policy, quarter);
  const after = settlePerson({ ...person, claims: [...others, claim] }, policy, quarter);
  const adds: Record<string, Fen> = {};
  for (const [accounts, sign] of [
    [after.accounts, 1],
    [before.accounts, -1],
  ] as const) {
    for (const { benefit, due } of accounts) adds[benefit] = (adds[benefit] ?? 0) + sign * due;
  }
  return {
    quarter,
    reasons,
    adds: Object.fromEntries(Object.entries(adds).filter(([, fen]) => fen !== 0)),
    accounts: after.accounts.filter(({ claims }) => claims.includes(claim.id)),
  };
}
