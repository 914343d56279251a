import { isForCategory } from '../../aid/grant/eligibility.ts';
import { type CivilDate, yearOf } from '../../core/civil-date.ts';
import type { Choice } from '../../core/field.ts';
import type { Fen } from '../../core/money.ts';
import { quarterOf } from '../../core/quarter.ts';
import type { ClaimFacts } from '../../mutual-aid/facts.ts';
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
  | {
      readonly reason: 'near-threshold';
      readonly benefit: Benefit;
      readonly base: Fen;
      /** What one more receipt would bring; null where none of the usual size brings anything. */
      readonly next: Fen | null;
    }
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

/**
 * One more receipt like those that an account counts: of their average size, of today.
 * @param claims those of the person, the ones that the account counts among them
 */
export function oneMore(
  { claims: counted, base }: Account,
  { base: of }: Benefit,
  claims: readonly ClaimFacts[],
  today: CivilDate,
): ClaimFacts | undefined {
  const last = claims.findLast(({ id }) => counted.includes(id));
  if (!last) return undefined;
  const { receipt_type, designated, pool_paid, pool_self_pay } = last;
  const days = { service_date: today, received_on: today };
  const usual = { pool_paid, pool_self_pay, [of]: Math.floor(base / counted.length) };
  return { id: 0, receipt_type, designated, settled: false, ...days, ...usual };
}

/** Whom a fund may help: their category, and the kinds of recognition in force. */
export interface Helped {
  readonly category: string;
  readonly recognised: readonly string[];
}

/**
 * The fund that would help somebody in hardship with a single grant of their own; undefined where the policy has none.
 * One that asks for no recognition is for other troubles.
 */
export function fundHelping(
  funds: readonly Fund[],
  { category, recognised }: Helped,
): Fund | undefined {
  return funds.find(
    (fund) =>
      fund.way === 'grant' &&
      fund.beneficiary === 'applicant' &&
      fund.per === 'any' &&
      isForCategory(fund, category) &&
      fund.needs.length > 0 &&
      fund.needs.every((kind) => recognised.includes(kind)),
  );
}

/** The fund that would help, by its code; null where it is not known which. */
export function fundOf(found: Found, person: Helped, funds: readonly Fund[]): string | null {
  switch (found.reason) {
    case 'near-threshold':
      return found.benefit.fund;
    case 'never-helped':
      return fundHelping(funds, person)?.code ?? null;
    case 'student-without-aid':
      return found.fund.code;
    case 'visit-overdue':
      return null;
  }
}

/** What help is likely to come to, in fen; null where that is not known, or it is no money. */
export function likelyOf(found: Found, person: Helped, funds: readonly Fund[]): Fen | null {
  switch (found.reason) {
    case 'near-threshold': {
      const { formula, steps } = found.benefit;
      return formula === 'steps' ? (steps[0]?.pay ?? null) : found.next;
    }
    case 'never-helped':
      return fundHelping(funds, person)?.limits.per_grant ?? null;
    case 'student-without-aid':
      return found.fund.limits.per_grant;
    case 'visit-overdue':
      return null;
  }
}
