import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import { yearSpans } from '../../people/person.ts';
import type { ClaimFacts, PersonFacts } from '../facts.ts';
import type { PersonSettlement } from '../settlement.ts';

/**
 * What a batch keeps of a person: with what the claims themselves say, which never changes, enough to work
 * every line out again (SPEC 5).
 */
export type Kept = readonly [
  person: number,
  /** Spans of years enrolled, first and last. */
  enrolled: readonly (readonly [number, number])[],
  more?: KeptMore,
];

/** What is kept where there is any. Claims are named by their ids. */
interface KeptMore {
  readonly recognised?: readonly (readonly [kind: string, from: CivilDate, to: CivilDate | null])[];
  /** Claims that were found not payable: so that one whose refusal is gone is missed. */
  readonly refused?: readonly number[];
  /** Claims, of those looked at, of a hospital that was not designated then. */
  readonly undesignated?: readonly number[];
  /** Claims settled before. */
  readonly settled?: readonly number[];
  /** Settled ones annulled by then. */
  readonly annulled?: readonly number[];
  /** Settled ones that the batch before had left out again. */
  readonly returned_before?: readonly number[];
  readonly settled_before?: readonly (readonly [account: string, settled: Fen])[];
  /** Special relief to be paid with a batch; 1 where it was revoked by then. */
  readonly grants?: readonly (readonly [
    ...[id: number, granted_on: CivilDate, amount: Fen, settled: Fen],
    revoked: 0 | 1,
  ])[];
  readonly outstanding?: readonly (readonly [fund: string, outstanding: Fen])[];
}

/** The facts of a person to keep. */
export function keep(person: number, facts: PersonFacts, { notPayable }: PersonSettlement): Kept {
  const { claims, recognitions, grants, settledBefore, outstanding } = facts;
  const more: { -readonly [Name in keyof KeptMore]: KeptMore[Name] } = {};
  const note = (name: 'undesignated' | 'settled' | 'annulled' | 'returned_before', id: number) => {
    more[name] = [...(more[name] ?? []), id];
  };
  for (const { id, designated, settled, annulled, returned } of claims) {
    if (!designated) note('undesignated', id);
    if (settled) note('settled', id);
    if (annulled) note('annulled', id);
    if (returned) note('returned_before', id);
  }
  if (notPayable.length > 0) more.refused = notPayable.map(({ claim }) => claim);
  if (recognitions.length > 0) {
    more.recognised = recognitions.map(({ kind, from, to }) => [kind, from, to]);
  }
  if (grants) {
    more.grants = grants.map(({ id, granted_on, amount, settled, revoked }) => [
      ...([id, granted_on, amount, settled] as const),
      revoked ? 1 : 0,
    ]);
  }
  if (settledBefore.size > 0) more.settled_before = [...settledBefore];
  if (outstanding.size > 0) more.outstanding = [...outstanding];
  const enrolled = yearSpans(facts.enrolled).map(
    ({ from_year, to_year }) => [from_year, to_year] as const,
  );
  return Object.keys(more).length > 0 ? [person, enrolled, more] : [person, enrolled];
}

/** The ids of the claims that were refused, or settled before. */
export function keptClaims([, , { refused = [], settled = [] } = {}]: Kept): readonly number[] {
  return [...refused, ...settled];
}

/** What a stored claim says, without what is kept in the batch. */
export type StoredClaimFacts = Omit<ClaimFacts, 'settled' | 'designated' | 'annulled' | 'returned'>;

/**
 * The facts as they were when the batch was computed.
 * @param claims those that the batch took or refused and those settled before, as they stand in the file
 */
export function restore(
  [, spans, more = {}]: Kept,
  claims: readonly StoredClaimFacts[],
): PersonFacts {
  const enrolled: number[] = [];
  for (const [from, to] of spans) {
    for (let year = from; year <= to; year += 1) enrolled.push(year);
  }
  return {
    enrolled,
    recognitions: (more.recognised ?? []).map(([kind, from, to]) => ({ kind, from, to })),
    claims: claims.map((claim) => ({
      ...claim,
      settled: more.settled?.includes(claim.id) ?? false,
      designated: !more.undesignated?.includes(claim.id),
      ...(more.annulled?.includes(claim.id) && { annulled: true }),
      ...(more.returned_before?.includes(claim.id) && { returned: true }),
    })),
    ...(more.grants && {
      grants: more.grants.map(([id, granted_on, amount, settled, revoked]) => ({
        ...{ id, granted_on, amount, settled },
        ...(revoked && { revoked: true }),
      })),
    }),
    settledBefore: new Map(more.settled_before),
    outstanding: new Map(more.outstanding),
  };
}
