import { type CivilDate, yearOf } from '../../core/civil-date.ts';
import type { Choice } from '../../core/field.ts';
import type { Fen } from '../../core/money.ts';
import { quarterOf } from '../../core/quarter.ts';
import { daysOf } from '../../mutual-aid/periods.ts';
import type { Account } from '../../mutual-aid/settlement.ts';
import type { Fund } from '../../policy/aid.ts';
import type { Benefit, PolicyVersion } from '../../policy/policy.ts';
import { words } from './words.ts';

/** Why somebody is told of before they ask (SPEC 12). */
export type FindReason =
  | 'near-threshold'
  | 'never-helped'
  | 'student-without-aid'
  | 'visit-overdue';

/** The reasons, in the order in which they are listed. */
export const findReasons: readonly Choice<FindReason>[] = [
  { code: 'near-threshold', title: words.nearThreshold, also: ['接近起付线'] },
  { code: 'never-helped', title: words.neverHelped },
  { code: 'student-without-aid', title: words.studentWithoutAid, also: ['学生未受助'] },
  { code: 'visit-overdue', title: words.visitOverdue, also: ['走访逾期'] },
];

/** Somebody found: the person, or the head of the family, and what speaks for it. Amounts in fen. */
export type Found = { readonly person_id: number } & (
  | { readonly reason: 'near-threshold'; readonly benefit: Benefit; readonly base: Fen }
  | {
      readonly reason: 'never-helped';
      /** Since when the file is open, or the recognition in force. */
      readonly since: CivilDate;
      readonly file: boolean;
    }
  | {
      readonly reason: 'student-without-aid';
      readonly fund: Fund;
      readonly member: string;
      readonly stage: string;
    }
  | {
      readonly reason: 'visit-overdue';
      readonly official: string;
      /** The last visit; null where there was none since the pairing began. */
      readonly visited: CivilDate | null;
      readonly from: CivilDate;
    }
);

/** A benefit whose account of these days is looked at: its threshold, and the least base that lies near it, in fen. */
export interface Watched {
  readonly benefit: Benefit;
  readonly period: string;
  readonly days: readonly [CivilDate, CivilDate];
  readonly least: Fen;
  readonly threshold: Fen;
}

/** What a base must exceed before a benefit pays anything, in fen. */
export function thresholdOf({ formula, bands, steps }: Benefit): Fen {
  return (formula === 'bands' ? bands[0]?.over : steps[0]?.over) ?? 0;
}

/**
 * The accounts in which somebody can still come near a threshold: one receipt alone does not grow any more, and where
 * there is no threshold nobody lies below it.
 */
export function watchedBenefits(
  { benefits, notice }: Pick<PolicyVersion, 'benefits' | 'notice'>,
  today: CivilDate,
): readonly Watched[] {
  return benefits
    .filter((benefit) => benefit.per !== 'receipt' && thresholdOf(benefit) > 0)
    .map((benefit) => {
      const period = benefit.per === 'year' ? String(yearOf(today)) : quarterOf(today);
      const threshold = thresholdOf(benefit);
      const margin = Math.floor((threshold * notice.under_threshold) / 10_000);
      return {
        benefit,
        period,
        days: daysOf(benefit, period),
        least: threshold - margin,
        threshold,
      };
    });
}

/** Whether an account lies near the threshold of a benefit that is looked at, with nothing paid and nothing due. */
export function isNear(account: Account, { benefit, period, least, threshold }: Watched): boolean {
  if (account.benefit !== benefit.name || account.period !== period) return false;
  const { base, target, settled_before, unmet } = account;
  const below = base >= least && base <= threshold;
  return below && target === 0 && settled_before === 0 && unmet.length === 0;
}

/** What help is likely to come to, in fen; null where it depends on what is still to come, or is no money. */
export function likelyOf(found: Found): Fen | null {
  if (found.reason === 'student-without-aid') return found.fund.limits.per_grant;
  if (found.reason !== 'near-threshold' || found.benefit.formula !== 'steps') return null;
  return found.benefit.steps[0]?.pay ?? null;
}

/** The fund that would help; null where it is not known yet which. */
export function fundOf(found: Found): string | null {
  if (found.reason === 'near-threshold') return found.benefit.fund;
  return found.reason === 'student-without-aid' ? found.fund.code : null;
}
