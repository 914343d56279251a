import type { Choice } from '../core/field.ts';
import type { Phrase } from '../core/language.ts';
import type { Fen } from '../core/money.ts';
import type { BasisPoints } from '../core/rate.ts';
import type { Role } from '../organisation/operator/operator.ts';
import type { Level } from '../organisation/unit.ts';
import type { HardshipRules as FileRules } from '../people/hardship/rules.ts';

/** Where a rule stands, for people, and what was assumed where the scheme is silent. */
export interface Cited {
  readonly source: Phrase | null;
  readonly assumption: Phrase | null;
}

/**
 * How a fund helps: by grants asked for one by one, by loans, with the quarter's settlement; `none` where the policy
 * says nothing of it: then it has its books alone.
 */
export type Way = 'grant' | 'loan' | 'settlement' | 'none';

/** A relief fund: where it is kept, whom it helps, with how much (SPEC 12). Amounts in fen. */
export interface Fund extends Cited {
  readonly code: string;
  readonly title: Phrase;
  /** The level that keeps it, and decides. */
  readonly kept_at: Level;
  readonly way: Way;
  /** Categories of the applicant; none: all. */
  readonly categories: readonly string[];
  /** Categories that are helped elsewhere, and where. */
  readonly not_for: Readonly<Record<string, Phrase>>;
  /** Recognitions that the applicant must have on the day of the application. */
  readonly needs: readonly string[];
  readonly beneficiary: 'applicant' | 'student';
  /** The stages of school that a student may be at; none: all. */
  readonly stages: readonly string[];
  /** What one grant is for: a school year, or months, each once; `any`: nothing of the kind. */
  readonly per: 'any' | 'school-year' | 'month';
  readonly limits: {
    /** Of one grant; of each month where it is granted by month. */
    readonly per_grant: Fen | null;
    /** Of all grants of a calendar year. */
    readonly per_year: Fen | null;
    readonly times_a_year: number | null;
  };
  readonly payee: 'applicant' | 'provider';
  /** The most monthly instalments of a loan. */
  readonly instalments: number | null;
  /** The ages, in days, that overdue instalments are counted by. */
  readonly overdue_days: readonly number[];
  /** Funds that may pay for the same cost too. */
  readonly same_cost_as: readonly string[];
  /** What papers are asked for. */
  readonly evidence: readonly Phrase[];
}

/** How hardship files are kept (SPEC 12). */
export interface HardshipRules extends FileRules, Cited {}

/** A benefit in kind (SPEC 12). */
export interface InKind extends Cited {
  readonly code: string;
  readonly title: Phrase;
  /** How often: once a winter, once a calendar year, or once for all. */
  readonly per: 'winter' | 'year' | 'once';
  readonly degrees: readonly Choice[];
  /** Who has it: the household, or a child of it. */
  readonly beneficiary: 'household' | 'child';
  /** Which members of the household count as children of it; none: all but its head. */
  readonly relations: readonly string[];
  /** The classes of hardship that have it; none: all. */
  readonly classes: readonly string[];
}

/** How officials and families are paired (SPEC 13). */
export interface PairingRules extends Cited {
  readonly ranks: readonly Choice[];
  readonly visit_every_days: number;
}

/** How requests are answered (SPEC 13). */
export interface RequestRules extends Cited {
  /** Within how many days, at each level. */
  readonly due_days: Readonly<Record<Level, number>>;
  readonly kinds: readonly Choice[];
}

/** What a policy says beyond the settlement (SPEC 12, 13). Lists are empty, groups null, where it says nothing. */
export interface AidRules {
  /** The ten of SPEC 2, whether the policy declares them or not, then the others. */
  readonly funds: readonly Fund[];
  readonly hardship: HardshipRules | null;
  readonly in_kind: readonly InKind[];
  readonly pairing: PairingRules | null;
  readonly requests: RequestRules | null;
  readonly notice: {
    /** How many days beforehand reviews that fall due, and recognitions that end, are told of. */
    readonly reviews_days: number;
    readonly recognitions_days: number;
    /** For how many months a family without any help is told of. */
    readonly unhelped_months: number;
    /** How far below a threshold somebody is told of, as a part of it. */
    readonly under_threshold: BasisPoints;
  };
  /** The months (1 to 12) with which a school year and a winter begin. */
  readonly calendar: { readonly school_year: number; readonly winter: number };
  readonly roles: readonly Role[];
}
