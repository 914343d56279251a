import { yearOf } from '../core/civil-date.ts';
import { type Quarter, yearOfQuarter } from '../core/quarter.ts';
import { type Policy, type PolicyVersion, versionOn } from '../policy/policy.ts';
import { type ClaimFacts, type PersonFacts, recognisedBetween } from './facts.ts';

/**
 * Why a claim does not count, in SPEC's spelling. A recognition that a policy asks for by another name
 * gives `no-<kind>-recognition`.
 */
export type Reason =
  | 'not-enrolled'
  | 'too-late'
  | 'hospital-not-designated'
  | 'not-reimbursed-by-insurance'
  | `no-${string}-recognition`;

/** The need of a receipt type that is about the hospital; all others are kinds of recognition. */
export const designatedHospital = 'designated-hospital';

/** The reason for a missing recognition: `no-chronic-recognition` for `chronic-disease` (SPEC 4). */
export function missingRecognition(kind: string): Reason {
  return kind === 'chronic-disease' ? 'no-chronic-recognition' : `no-${kind}-recognition`;
}

/** What holds for all claims of a service year, seen from a quarter. */
interface YearRules {
  /** Whether they can still be settled: look_back_years (SPEC 4). */
  readonly open: boolean;
  /** The version in force in that year, as every version begins with a year. */
  readonly version: PolicyVersion | undefined;
}

// A settlement asks for the same two or three years a million times.
const known = new WeakMap<Policy, Map<Quarter, Map<number, YearRules>>>();

/** The rules for a service year, seen from a quarter. */
export function rulesOfYear(policy: Policy, year: number, quarter: Quarter): YearRules {
  const rules = known.get(policy)?.get(quarter)?.get(year);
  if (rules) return rules;
  const version = versionOn(policy, `${year}-12-31`);
  const open = version !== undefined && year >= yearOfQuarter(quarter) - version.look_back_years;
  const ofPolicy = known.get(policy) ?? new Map<Quarter, Map<number, YearRules>>();
  const ofQuarter = ofPolicy.get(quarter) ?? new Map<number, YearRules>();
  known.set(policy, ofPolicy.set(quarter, ofQuarter.set(year, { version, open })));
  return { version, open };
}

/** True where claims of a year can still be settled in a quarter. */
export function isOpenYear(policy: Policy, year: number, quarter: Quarter): boolean {
  return rulesOfYear(policy, year, quarter).open;
}

const none: readonly string[] = [];

/**
 * Why a claim would not count in a quarter's batch; empty where it is payable (SPEC 4).
 * Worked out from the facts whenever it is asked, never stored.
 */
export function reasonsAgainst(
  claim: ClaimFacts,
  person: Pick<PersonFacts, 'enrolled' | 'recognitions'>,
  policy: Policy,
  quarter: Quarter,
): readonly Reason[] {
  const reasons: Reason[] = [];
  const year = yearOf(claim.service_date);
  if (!person.enrolled.includes(year)) reasons.push('not-enrolled');
  const { open, version } = rulesOfYear(policy, year, quarter);
  if (!open) reasons.push('too-late');
  for (const need of version?.receipts[claim.receipt_type]?.needs ?? none) {
    const met =
      need === designatedHospital
        ? claim.designated
        : recognisedBetween(person.recognitions, need, claim.service_date, claim.service_date);
    if (!met) {
      reasons.push(
        need === designatedHospital ? 'hospital-not-designated' : missingRecognition(need),
      );
    }
  }
  if (claim.pool_paid === 0) reasons.push('not-reimbursed-by-insurance');
  return reasons;
}

/**
 * Whether a settled claim still counts. Corrected enrolments and recognitions reach it (SPEC 5); the
 * years gone by and a hospital's designation lost since do not: it was received in time, and treated there
 * in good faith.
 */
export function stillCounts(reasons: readonly Reason[]): boolean {
  return reasons.every((reason) => reason === 'too-late' || reason === 'hospital-not-designated');
}
