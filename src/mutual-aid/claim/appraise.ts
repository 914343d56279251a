import type { Kysely } from 'kysely';
import type { Tables } from '../../io/tables.ts';
import { recognitionsOf } from '../../people/recognition/store.ts';
import type { Policy } from '../../policy/policy.ts';
import { enrolledYears } from '../enrolment/store.ts';
import { type Estimate, estimate, quarterFor } from '../estimate.ts';
import type { ClaimFacts } from '../facts.ts';
import { type Reason, reasonsAgainst } from '../payability.ts';
import { latestApprovedQuarter, readPersonFacts, readScope } from '../store.ts';
import type { StoredClaim } from './store.ts';

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
  const persons = open.map(({ person_id }) => person_id);
  const enrolled = await enrolledYears(query, persons);
  const recognised = await recognitionsOf(query, persons);
  const person = (id: number) => ({
    enrolled: [...(enrolled.get(id) ?? [])],
    recognitions: recognised.get(id) ?? [],
  });
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
