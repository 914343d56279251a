import type { Fen } from '../../core/money.ts';
import { yearSpans } from '../../people/person.ts';
import type { ClaimFacts, PersonFacts, RecognitionFacts } from '../facts.ts';
import type { PersonSettlement } from '../settlement.ts';

/** What a batch keeps of a person besides the claims: enough to work every line out again (SPEC 5). */
interface Kept {
  /** Spans of years enrolled, first and last. */
  readonly enrolled: readonly (readonly [number, number])[];
  recognised?: readonly (readonly [kind: string, from: string, to: string | null])[];
  /** All claims looked at, settled or not. */
  readonly claims: number[];
  readonly settled: number[];
  /** Those of a hospital that was not designated then. */
  readonly undesignated: number[];
  /** Settled ones annulled by then. */
  annulled?: number[];
  /** Settled ones that the batch before had left out again. */
  returned_before?: number[];
  /** Settled ones that this batch leaves out: what the next one begins from. */
  returned?: readonly number[];
  settled_before?: Readonly<Record<string, Fen>>;
  outstanding?: Readonly<Record<string, Fen>>;
}

/**
 * The facts to keep, as JSON. What a claim itself says is not kept again: it never changes.
 * @param leftOut the settled claims that the settlement counts no more
 */
export function keep(facts: PersonFacts, leftOut: PersonSettlement['returned']): string {
  const kept: Kept = {
    enrolled: yearSpans(facts.enrolled).map(({ from_year, to_year }) => [from_year, to_year]),
    claims: [],
    settled: [],
    undesignated: [],
  };
  for (const { id, settled, designated, annulled, returned } of facts.claims) {
    kept.claims.push(id);
    if (settled) kept.settled.push(id);
    if (!designated) kept.undesignated.push(id);
    if (annulled) kept.annulled = [...(kept.annulled ?? []), id];
    if (returned) kept.returned_before = [...(kept.returned_before ?? []), id];
  }
  if (leftOut.length > 0) kept.returned = leftOut.map(({ claim }) => claim);
  if (facts.recognitions.length > 0) {
    kept.recognised = facts.recognitions.map(({ kind, from, to }) => [kind, from, to]);
  }
  if (facts.settledBefore.size > 0) kept.settled_before = Object.fromEntries(facts.settledBefore);
  if (facts.outstanding.size > 0) kept.outstanding = Object.fromEntries(facts.outstanding);
  return JSON.stringify(kept);
}

/** What is kept of a person who left no trace. */
export const nothingKept = '{"enrolled":[],"claims":[],"settled":[],"undesignated":[]}';

/** The ids of the claims that kept facts speak of. */
export function keptClaims(json: string): readonly number[] {
  return (JSON.parse(json) as Kept).claims;
}

/** What a stored claim says, without what is kept in the batch. */
export type StoredClaimFacts = Omit<ClaimFacts, 'settled' | 'designated' | 'annulled' | 'returned'>;

/** The facts as they were when the batch was computed. A claim that is gone is left out, and so found missing. */
export function restore(json: string, claims: ReadonlyMap<number, StoredClaimFacts>): PersonFacts {
  const kept = JSON.parse(json) as Kept;
  const enrolled: number[] = [];
  for (const [from, to] of kept.enrolled) {
    for (let year = from; year <= to; year += 1) enrolled.push(year);
  }
  const recognitions: RecognitionFacts[] = (kept.recognised ?? []).map(([kind, from, to]) => ({
    kind,
    from,
    to,
  }));
  return {
    enrolled,
    recognitions,
    claims: kept.claims.flatMap((id) => {
      const claim = claims.get(id);
      if (!claim) return [];
      const settled = kept.settled.includes(id);
      return [
        {
          ...{ ...claim, settled, designated: !kept.undesignated.includes(id) },
          ...(kept.annulled?.includes(id) && { annulled: true }),
          ...(kept.returned_before?.includes(id) && { returned: true }),
        },
      ];
    }),
    settledBefore: new Map(Object.entries(kept.settled_before ?? {})),
    outstanding: new Map(Object.entries(kept.outstanding ?? {})),
  };
}
