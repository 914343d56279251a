import type { CivilDate } from '../core/civil-date.ts';
import type { Fen } from '../core/money.ts';

/** A claim as the rules see it. */
export interface ClaimFacts {
  readonly id: number;
  readonly receipt_type: string;
  readonly service_date: CivilDate;
  readonly received_on: CivilDate;
  /** Whether the hospital is designated. */
  readonly designated: boolean;
  readonly pool_paid: Fen;
  readonly pool_self_pay: Fen;
  /** Whether an approved batch holds it. */
  readonly settled: boolean;
  /** Settled, and annulled since: it counts no more, but it did. */
  readonly annulled?: true;
  /** Settled, and left out again by the latest approved batch of the person, which took its money back. */
  readonly returned?: true;
}

/** A recognition as the rules see it; open without an end. */
export interface RecognitionFacts {
  readonly kind: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** A special relief that was approved to be paid with a batch, as the rules see it (SPEC 5). */
export interface GrantFacts {
  readonly id: number;
  readonly granted_on: CivilDate;
  readonly amount: Fen;
  /** What approved batches settled of it, taken back or not, in fen. */
  readonly settled: Fen;
  readonly revoked?: true;
}

/** All that settles one person: the one input of the settlement's heart. */
export interface PersonFacts {
  /** Years of enrolment, ascending. */
  readonly enrolled: readonly number[];
  readonly recognitions: readonly RecognitionFacts[];
  /** Open claims and settled ones, annulled since or not; never held, rejected or withdrawn ones. */
  readonly claims: readonly ClaimFacts[];
  /** Left out where there are none, as with nearly everyone. */
  readonly grants?: readonly GrantFacts[];
  /** What approved batches settled, by account key, in fen. */
  readonly settledBefore: ReadonlyMap<string, Fen>;
  /** What is outstanding from the person, by fund, in fen. */
  readonly outstanding: ReadonlyMap<string, Fen>;
}

/** The key of a person's account: one benefit in one period. */
export function accountKey(benefit: string, period: string): string {
  return `${benefit}|${period}`;
}

/**
 * Years of consecutive enrolment completed before a year; a gap starts the count again (SPEC 5).
 * @param enrolled ascending
 */
export function completedYears(enrolled: readonly number[], before: number): number {
  const last = enrolled.lastIndexOf(before - 1);
  let years = 0;
  while (years <= last && enrolled[last - years] === before - 1 - years) years += 1;
  return years;
}

/** True where a recognition of the kind stands at some time between two days. */
export function recognisedBetween(
  recognitions: readonly RecognitionFacts[],
  kind: string,
  first: CivilDate,
  last: CivilDate,
): boolean {
  return recognitions.some(
    (recognition) =>
      recognition.kind === kind &&
      recognition.from <= last &&
      (recognition.to === null || recognition.to >= first),
  );
}
