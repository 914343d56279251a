import type { Kysely } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Tables } from '../../io/tables.ts';
import { estimate, quarterFor } from '../../mutual-aid/estimate.ts';
import { settlePerson } from '../../mutual-aid/settlement.ts';
import { latestApprovedQuarter, readFacts, readScope } from '../../mutual-aid/store.ts';
import { type Policy, versionOn } from '../../policy/policy.ts';
import type { Units } from '../units-store.ts';
import { type Found, isNear, oneMore, type Watched, watchedBenefits } from './find.ts';
import { nearCandidates } from './store.ts';

type Query = Kysely<Tables>;

const rangeOfIds = 2_000;

/**
 * The persons whose payable and settled receipts come near the threshold of a benefit. SQL says who may be near;
 * whether they are, the settlement itself says, as it would settle them today.
 */
export async function findNearThreshold(
  query: Query,
  policy: Policy,
  today: CivilDate,
  units: Units,
): Promise<readonly Found[]> {
  const version = versionOn(policy, today);
  const watched = version ? watchedBenefits(version, today) : [];
  const candidates = new Map<number, Watched[]>();
  for (const one of watched) {
    for (const id of await nearCandidates(query, one, units)) {
      const known = candidates.get(id);
      if (known) known.push(one);
      else candidates.set(id, [one]);
    }
  }
  const quarter = quarterFor(today, await latestApprovedQuarter(query));
  const scope = await readScope(query, policy, quarter);
  const found: Found[] = [];
  for (const ids of ranges([...candidates.keys()].sort((a, b) => a - b))) {
    const facts = await readFacts(query, scope, ids[0] ?? 0, ids.at(-1) ?? 0);
    for (const id of ids) {
      const person = facts.get(id);
      if (!person) continue;
      const { accounts } = settlePerson(person, policy, quarter);
      for (const one of candidates.get(id) ?? []) {
        const near = accounts.find((account) => isNear(account, one));
        if (!near) continue;
        const { benefit } = one;
        const more = oneMore(near, benefit, person.claims, today);
        const next = more && estimate(person, more, policy, quarter).adds[benefit.name];
        const { base } = near;
        found.push({ reason: 'near-threshold', person_id: id, benefit, base, next: next ?? null });
      }
    }
  }
  return found;
}

/** Ids in the order of the list, in pieces whose first and last lie near each other. */
function ranges(ids: readonly number[]): readonly (readonly number[])[] {
  const pieces: number[][] = [];
  for (const id of ids) {
    const piece = pieces.at(-1);
    if (piece && id - (piece[0] ?? 0) < rangeOfIds) piece.push(id);
    else pieces.push([id]);
  }
  return pieces;
}
