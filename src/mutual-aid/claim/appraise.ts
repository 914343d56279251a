import type { Kysely } from 'kysely';
import type { Tables } from '../../io/tables.ts';
import type { Policy } from '../../policy/policy.ts';
import { type Estimate, estimate, quarterFor } from '../estimate.ts';
import type { ClaimFacts } from '../facts.ts';
import { type Reason, reasonsAgainst } from '../payability.ts';
import { latestApprovedQuarter, readPersonFacts, readScope } from '../store.ts';
import { enrolmentAndRecognitions, type StoredClaim } from './store.ts';

type Query = Kysely<Tables>;

/** A stored claim as the rules see it. */
export function factsOf(claim: StoredClaim): ClaimFacts {
  const { id, receipt_type, service_date, received_on, pool_paid, pool_self_pay } = claim;
  const judged = { designated: claim.designated === 1, settled: claim.state === 'settled' };
  return { id, receipt_type, service_date, received_on, pool_paid, pool_self_pay, ...judged };
}

/** What a claim of a person would pay in its quarter (SPEC 8, claim add). */
export async function appraise(
  query: Query,
  policy: Policy,
  personId: number,
  claim: ClaimFacts,
): Promise<Estimate> {
  const quarter = quarterFor(claim.received_on, await latestApprovedQuarter(query));
  const scope = await readScope(query, policy, quarter);
  return estimate(await readPersonFacts(query, scope, personId), claim, policy, quarter);
}

/** For each open claim, why it would not count; undefined for the others. Two queries for all of them. */
export async function reasonsOf(
  query: Query,
  policy: Policy,
  claims: readonly StoredClaim[],
): Promise<readonly (readonly Reason[] | undefined)[]> {
  const open = claims.filter(({ state }) => state === 'open');
  const person = await enrolmentAndRecognitions(
    query,
    open.map(({ person_id }) => person_id),
  );
  const approved = await latestApprovedQuarter(query);
  return claims.map((claim) =>
    claim.state === 'open'
      ? reasonsAgainst(
          factsOf(claim),
          person(claim.person_id),
          policy,
          quarterFor(claim.received_on, approved),
        )
      : undefined,
  );
}
