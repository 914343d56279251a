import type { CivilDate } from '../core/civil-date.ts';
import type { Fen } from '../core/money.ts';
import { firstDayOf, lastDayOf, quarterOf } from '../core/quarter.ts';
import type { Base, Benefit } from '../policy/policy.ts';
import { accountKey, type ClaimFacts, type PersonFacts } from './facts.ts';

/** The period of a benefit that a claim falls into. Every period begins with its year. */
function periodOf(benefit: Benefit, claim: ClaimFacts): string {
  if (benefit.per === 'year') return claim.service_date.slice(0, 4);
  if (benefit.per === 'quarter') return quarterOf(claim.service_date);
  return `${claim.service_date}#${claim.id}`;
}

/** The first and the last day of a benefit's period. */
export function daysOf(benefit: Benefit, period: string): readonly [CivilDate, CivilDate] {
  if (benefit.per === 'year') return [`${period}-01-01`, `${period}-12-31`];
  if (benefit.per === 'quarter') return [firstDayOf(period), lastDayOf(period)];
  const day = period.slice(0, 10);
  return [day, day];
}

/** The claims of one period, and their sums. */
export interface Group {
  readonly period: string;
  readonly ids: readonly number[];
  /** Of the claims settled before, those that count no more. */
  readonly gone: readonly number[];
  readonly base: Readonly<Record<Base, Fen>>;
  /** The base as approved batches left it. */
  readonly before: Readonly<Record<Base, Fen>>;
}

/** The groups of benefits that count the same receipts over the same periods. */
export interface PeriodGroups {
  readonly of: Pick<Benefit, 'per' | 'receipts'>;
  readonly groups: readonly Group[];
}

function groupOf(period: string, claims: readonly ClaimFacts[], gone: readonly number[]): Group {
  const base = { pool_self_pay: 0, pool_paid: 0 };
  const before = { pool_self_pay: 0, pool_paid: 0 };
  const [ids, left]: [number[], number[]] = [[], []];
  for (const { id, pool_self_pay, pool_paid, settled, returned } of claims) {
    if (settled && !returned) {
      before.pool_self_pay += pool_self_pay;
      before.pool_paid += pool_paid;
    }
    if (settled && gone.includes(id)) {
      left.push(id);
      continue;
    }
    ids.push(id);
    base.pool_self_pay += pool_self_pay;
    base.pool_paid += pool_paid;
  }
  return { period, ids, gone: left, base, before };
}

/**
 * The claims of a benefit by period. A period settled before stands even where no claim is left in it.
 * @param gone the settled claims that count no more
 * @param known groups worked out for other benefits, to be used again
 */
export function groupsOf(
  benefit: Benefit,
  claims: readonly ClaimFacts[],
  gone: readonly number[],
  known: PeriodGroups[],
  person: PersonFacts,
  year: number,
): readonly Group[] {
  const { per, receipts } = benefit;
  let groups = known.find(({ of }) => of.per === per && of.receipts === receipts)?.groups;
  if (!groups) {
    groups = groupsBy(benefit, claims, gone);
    known.push({ of: benefit, groups });
  }
  if (person.settledBefore.size === 0) return groups;
  const settled = accountKey(benefit.name, String(year));
  const emptied: Group[] = [];
  for (const account of person.settledBefore.keys()) {
    const period = account.slice(benefit.name.length + 1);
    const none = account.startsWith(settled) && !groups.some((group) => group.period === period);
    if (none) emptied.push(groupOf(period, [], gone));
  }
  return emptied.length === 0 ? groups : [...groups, ...emptied];
}

function groupsBy(
  benefit: Benefit,
  claims: readonly ClaimFacts[],
  gone: readonly number[],
): readonly Group[] {
  const { per, receipts } = benefit;
  const counted =
    receipts === 'all'
      ? claims
      : claims.filter(({ receipt_type }) => receipts.includes(receipt_type));
  const [first] = counted;
  if (!first) return [];
  if (per === 'year') return [groupOf(periodOf(benefit, first), counted, gone)];
  const periods = new Map<string, ClaimFacts[]>();
  for (const claim of counted) {
    const period = periodOf(benefit, claim);
    const ofPeriod = periods.get(period);
    if (ofPeriod) ofPeriod.push(claim);
    else periods.set(period, [claim]);
  }
  return [...periods].map(([period, ofPeriod]) => groupOf(period, ofPeriod, gone));
}
