import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import { yearSpans } from '../../people/person.ts';
import type { ClaimFacts, PersonFacts } from '../facts.ts';

/**
 * What a batch keeps of a person: with the claims it took or refused, enough to work every line out again
 * (SPEC 5). What a claim itself says is not kept again: it never changes. Empty lists at the end are left out.
 */
export type Kept = readonly [
  person: number,
  /** Spans of years enrolled, first and last. */
  enrolled?: readonly (readonly [number, number])[],
  /** The claims, of those looked at, of a hospital that was not designated then. */
  undesignated?: readonly number[],
  recognised?: readonly (readonly [kind: string, from: CivilDate, to: CivilDate | null])[],
  refused?: readonly number[],
  /** The claims settled before. */
  settled?: readonly number[],
  settledBefore?: readonly (readonly [account: string, settled: Fen])[],
  outstanding?: readonly (readonly [fund: string, outstanding: Fen])[],
];

const idsOf = (claims: readonly ClaimFacts[]) => claims.map(({ id }) => id);

/** The facts of a person to keep. @param refused the claims that were found not payable */
export function keep(person: number, facts: PersonFacts, refused: readonly number[]): Kept {
  const { claims, recognitions } = facts;
  const kept = [
    person,
    yearSpans(facts.enrolled).map(({ from_year, to_year }) => [from_year, to_year]),
    idsOf(claims.filter(({ designated }) => !designated)),
    recognitions.map(({ kind, from, to }) => [kind, from, to]),
    refused,
    idsOf(claims.filter(({ settled }) => settled)),
    [...facts.settledBefore],
    [...facts.outstanding],
  ];
  while ((kept.at(-1) as readonly unknown[]).length === 0) kept.pop();
  return kept as unknown as Kept;
}

/** The ids of the claims that kept facts speak of, besides those that the batch took. */
export function keptClaims([, , , , refused = [], settled = []]: Kept): readonly number[] {
  return [...refused, ...settled];
}

/** What a stored claim says, without what is kept in the batch. */
export type StoredClaimFacts = Omit<ClaimFacts, 'settled' | 'designated'>;

/**
 * The facts as they were when the batch was computed.
 * @param claims those that the batch took or refused and those settled before, as they stand in the file
 */
export function restore(kept: Kept, claims: readonly StoredClaimFacts[]): PersonFacts {
  const [, spans = [], undesignated = [], recognised = [], , settled = [], before, outstanding] =
    kept;
  const enrolled: number[] = [];
  for (const [from, to] of spans) {
    for (let year = from; year <= to; year += 1) enrolled.push(year);
  }
  return {
    enrolled,
    recognitions: recognised.map(([kind, from, to]) => ({ kind, from, to })),
    claims: claims.map((claim) => ({
      ...claim,
      settled: settled.includes(claim.id),
      designated: !undesignated.includes(claim.id),
    })),
    settledBefore: new Map(before),
    outstanding: new Map(outstanding),
  };
}
