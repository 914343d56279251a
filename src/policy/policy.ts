import type { CivilDate } from '../core/civil-date.ts';
import type { Phrase } from '../core/language.ts';
import type { Fen } from '../core/money.ts';
import type { BasisPoints } from '../core/rate.ts';
import type { AidRules } from './aid.ts';

/** The two sums a benefit can build on (SPEC 5: S and P). */
export type Base = 'pool_self_pay' | 'pool_paid';

/** How long an account of a benefit runs. */
export type Period = 'year' | 'quarter' | 'receipt';

/** A marginal band: the part of the base above `over`, up to the next band, pays `rate`. */
export interface Band {
  readonly over: Fen;
  readonly rate: BasisPoints;
}

/** A step: a base above `over` pays the flat sum `pay`. */
export interface Step {
  readonly over: Fen;
  readonly pay: Fen;
}

/** More rate for years of enrolment completed without a gap before the benefit year. */
export interface Continuity {
  readonly every_years: number;
  readonly add: BasisPoints;
  readonly at_most: BasisPoints;
}

/** A benefit: its formula and numbers (SPEC 6). */
export interface Benefit {
  readonly name: string;
  readonly title: Phrase;
  readonly fund: string;
  readonly formula: 'bands' | 'steps';
  readonly base: Base;
  readonly receipts: 'all' | readonly string[];
  readonly per: Period;
  /** Kinds of recognition that must all stand at some time in the period. */
  readonly needs: readonly string[];
  readonly bands: readonly Band[];
  readonly steps: readonly Step[];
  readonly continuity: Continuity | null;
  /** The most an account pays. */
  readonly cap: Fen | null;
  /** Together with the other benefits never more than this base. */
  readonly within: { readonly of: Base; readonly together_with: readonly string[] } | null;
  /** Where the rule stands, for people: the clause. */
  readonly source: Phrase | null;
  /** What was assumed where the scheme is silent. */
  readonly assumption: Phrase | null;
}

/** The policy from a date on, until the next version. */
export interface PolicyVersion extends AidRules {
  readonly in_force_from: CivilDate;
  readonly look_back_years: number;
  /** Dues of a year by payer, in fen. */
  readonly dues: { readonly member: Fen; readonly unit: Fen; readonly group: Fen };
  /** How many days a batch stands announced before it can be approved; null where none is announced (SPEC 11). */
  readonly announcement: { readonly days: number } | null;
  /** Whether a batch may be approved that its fund cannot bear (SPEC 10). */
  readonly shortfall: 'refuse' | 'allow';
  /** What each receipt type needs to count. */
  readonly receipts: Readonly<Record<string, { readonly needs: readonly string[] }>>;
  /** In an order in which each comes after those it is `within`. */
  readonly benefits: readonly Benefit[];
  /** Source or assumption of the version's own numbers, by key. */
  readonly basis: Readonly<
    Record<string, { readonly source: Phrase | null; readonly assumption: Phrase | null }>
  >;
}

/** How long a batch stands announced where nobody says otherwise (SPEC 11). */
export const usualAnnouncement = { days: 5 };

/** A policy file, checked and compiled: plain data that a batch can name by its SHA-256. */
export interface Policy {
  readonly scheme: string;
  readonly title: Phrase;
  /** Oldest first. */
  readonly versions: readonly PolicyVersion[];
}

/** The version in force on a day, undefined before the first. A later version never reaches back. */
export function versionOn(policy: Policy, date: CivilDate): PolicyVersion | undefined {
  return policy.versions.findLast((version) => version.in_force_from <= date);
}
