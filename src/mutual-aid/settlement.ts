import { type CivilDate, yearOf } from '../core/civil-date.ts';
import { type Fen, sumFen } from '../core/money.ts';
import { firstDayOf, lastDayOf, type Quarter, quarterOf } from '../core/quarter.ts';
import type { BasisPoints } from '../core/rate.ts';
import type { Base, Benefit, Policy } from '../policy/policy.ts';
import {
  accountKey,
  type ClaimFacts,
  completedYears,
  type PersonFacts,
  recognisedBetween,
} from './facts.ts';
import { type Reason, reasonsAgainst, rulesOfYear, stillCounts } from './payability.ts';
import { type Payment, paymentsOf } from './payment.ts';
import { compute, type RatedPart } from './target.ts';

/** One account of a person, worked out: what is due, and the whole way to it. Amounts in fen. */
export interface Account {
  readonly benefit: string;
  readonly fund: string;
  /** `2026`, `2026Q3`, or for a benefit per receipt `2026-07-15#12`. */
  readonly period: string;
  /** The claims that make up the base. */
  readonly claims: readonly number[];
  /** Settled claims of the period that count no more. */
  readonly returned: readonly number[];
  /** The base as approved batches left it: of the claims they counted, whether or not these still count. */
  readonly base_before: Fen;
  readonly base: Fen;
  readonly completed_years: number;
  readonly parts: readonly RatedPart[];
  readonly rate: BasisPoints | null;
  /** What the formula gives, before cap and `within`. */
  readonly computed: Fen;
  /** What `within` leaves room for; null where the benefit has no such limit. */
  readonly room: Fen | null;
  /** Recognitions that are needed and missing; the target is zero where there are any. */
  readonly unmet: readonly string[];
  readonly target: Fen;
  readonly settled_before: Fen;
  readonly due: Fen;
}

/** A claim that does not count, and why. */
export interface NotPayable {
  readonly claim: number;
  readonly reasons: readonly Reason[];
}

/** The whole decision on one person in one quarter. */
export interface PersonSettlement {
  /** The open claims that the batch takes. */
  readonly taken: readonly number[];
  /** How many of them were received before the quarter. */
  readonly earlier: number;
  readonly accounts: readonly Account[];
  readonly payments: readonly Payment[];
  readonly notPayable: readonly NotPayable[];
  /** Settled claims that count no more; without a reason where they were annulled. */
  readonly returned: readonly NotPayable[];
}

/**
 * The settlement's heart: one person's facts and the policy give what is due in a quarter (SPEC 5).
 * Batch, dry run, estimate, explanation, verification and policy examples all call this function.
 */
export function settlePerson(
  person: PersonFacts,
  policy: Policy,
  quarter: Quarter,
): PersonSettlement {
  const [start, end] = [firstDayOf(quarter), lastDayOf(quarter)];
  const taken: number[] = [];
  let earlier = 0;
  const examined: ClaimFacts[] = [];
  const notPayable: NotPayable[] = [];
  const returned: NotPayable[] = [];
  for (const claim of person.claims) {
    if (!claim.settled && claim.received_on > end) continue;
    const reasons = reasonsAgainst(claim, person, policy, quarter);
    if (claim.settled) {
      examined.push(claim);
      if (claim.annulled) returned.push({ claim: claim.id, reasons: [] });
      else if (!stillCounts(reasons)) returned.push({ claim: claim.id, reasons });
    } else if (reasons.length === 0) {
      taken.push(claim.id);
      if (claim.received_on < start) earlier += 1;
      examined.push(claim);
    } else if (!reasons.includes('too-late') || quarterOf(claim.received_on) === quarter) {
      notPayable.push({ claim: claim.id, reasons });
    }
  }
  const gone = returned.map(({ claim }) => claim);
  const accounts = settleAccounts(person, examined, gone, policy, quarter);
  const payments = paymentsOf(accounts, person.outstanding);
  return { taken, earlier, accounts, payments, notPayable, returned };
}

/** The accounts whose due is not zero: the lines of a batch. */
export function linesOf({ accounts }: PersonSettlement): readonly Account[] {
  return accounts.filter(({ due }) => due !== 0);
}

/** The period of a benefit that a claim falls into. Every period begins with its year. */
function periodOf(benefit: Benefit, claim: ClaimFacts): string {
  if (benefit.per === 'year') return claim.service_date.slice(0, 4);
  if (benefit.per === 'quarter') return quarterOf(claim.service_date);
  return `${claim.service_date}#${claim.id}`;
}

function daysOf(benefit: Benefit, period: string): readonly [CivilDate, CivilDate] {
  if (benefit.per === 'year') return [`${period}-01-01`, `${period}-12-31`];
  if (benefit.per === 'quarter') return [firstDayOf(period), lastDayOf(period)];
  const day = period.slice(0, 10);
  return [day, day];
}

function settleAccounts(
  person: PersonFacts,
  examined: readonly ClaimFacts[],
  gone: readonly number[],
  policy: Policy,
  quarter: Quarter,
): readonly Account[] {
  const byYear = new Map<number, ClaimFacts[]>();
  for (const key of person.settledBefore.keys()) {
    byYear.set(yearOf(key.slice(key.indexOf('|') + 1)), []);
  }
  for (const claim of examined) addTo(byYear, yearOf(claim.service_date), claim);
  const accounts: Account[] = [];
  for (const year of [...byYear.keys()].sort((a, b) => a - b)) {
    const { open, version } = rulesOfYear(policy, year, quarter);
    if (!version || !open) continue;
    const claims = byYear.get(year) ?? [];
    const completed = completedYears(person.enrolled, year);
    const groups = new Map<string, readonly Group[]>();
    const targets = new Map<string, Fen>();
    for (const benefit of version.benefits) {
      for (const group of groupsOf(benefit, claims, gone, groups, person, year)) {
        const account = settleAccount(benefit, group, person, completed, targets, quarter);
        targets.set(accountKey(benefit.name, group.period), account.target);
        accounts.push(account);
      }
    }
  }
  return accounts;
}

/** The claims of one period, and their sums. */
interface Group {
  readonly period: string;
  readonly ids: readonly number[];
  /** Of those that count no more. */
  readonly gone: readonly number[];
  readonly base: Readonly<Record<Base, Fen>>;
  /** The base as approved batches left it. */
  readonly before: Readonly<Record<Base, Fen>>;
}

function groupOf(period: string, claims: readonly ClaimFacts[], gone: readonly number[]): Group {
  const base = { pool_self_pay: 0, pool_paid: 0 };
  const before = { pool_self_pay: 0, pool_paid: 0 };
  const group: Group & { ids: number[]; gone: number[] } = {
    period,
    ids: [],
    gone: [],
    base,
    before,
  };
  for (const { id, pool_self_pay, pool_paid, settled, returned } of claims) {
    if (settled && !returned) {
      before.pool_self_pay += pool_self_pay;
      before.pool_paid += pool_paid;
    }
    if (settled && gone.includes(id)) {
      group.gone.push(id);
      continue;
    }
    group.ids.push(id);
    base.pool_self_pay += pool_self_pay;
    base.pool_paid += pool_paid;
  }
  return group;
}

function addTo<K>(groups: Map<K, ClaimFacts[]>, key: K, claim: ClaimFacts): void {
  const group = groups.get(key);
  if (group) group.push(claim);
  else groups.set(key, [claim]);
}

/**
 * The claims of a benefit by period. A period settled before stands even where no claim is left in it.
 * @param gone the settled claims that count no more
 * @param known the groups of benefits that count the same receipts over the same periods
 */
function groupsOf(
  benefit: Benefit,
  claims: readonly ClaimFacts[],
  gone: readonly number[],
  known: Map<string, readonly Group[]>,
  person: PersonFacts,
  year: number,
): readonly Group[] {
  const key = `${benefit.per} ${benefit.receipts}`;
  let groups = known.get(key);
  if (!groups) {
    const periods = new Map<string, ClaimFacts[]>();
    for (const claim of claims) {
      if (benefit.receipts !== 'all' && !benefit.receipts.includes(claim.receipt_type)) continue;
      addTo(periods, periodOf(benefit, claim), claim);
    }
    groups = [...periods].map(([period, ofPeriod]) => groupOf(period, ofPeriod, gone));
    known.set(key, groups);
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

function settleAccount(
  benefit: Benefit,
  group: Group,
  person: PersonFacts,
  completed: number,
  targets: ReadonlyMap<string, Fen>,
  quarter: Quarter,
): Account {
  const { period } = group;
  const base = group.base[benefit.base];
  const unmet = unmetNeeds(benefit, period, person, quarter);
  const computed = compute(benefit, base, completed);
  const room = roomWithin(benefit, group, targets);
  const limited = Math.min(
    computed.amount,
    benefit.cap ?? computed.amount,
    room ?? computed.amount,
  );
  const target = unmet.length > 0 ? 0 : limited;
  const settled_before = person.settledBefore.get(accountKey(benefit.name, period)) ?? 0;
  return {
    benefit: benefit.name,
    fund: benefit.fund,
    period,
    claims: group.ids,
    returned: group.gone,
    base_before: group.before[benefit.base],
    base,
    completed_years: completed,
    parts: computed.parts,
    rate: computed.rate,
    computed: computed.amount,
    room,
    unmet,
    target,
    settled_before,
    due: target - settled_before,
  };
}

/** Recognitions a benefit needs that do not stand at any time in the period, up to the quarter's last day (SPEC 5). */
function unmetNeeds(
  benefit: Benefit,
  period: string,
  person: PersonFacts,
  quarter: Quarter,
): readonly string[] {
  if (benefit.needs.length === 0) return benefit.needs;
  const [first, lastDay] = daysOf(benefit, period);
  const quarterEnd = lastDayOf(quarter);
  const last = lastDay < quarterEnd ? lastDay : quarterEnd;
  return benefit.needs.filter((kind) => !recognisedBetween(person.recognitions, kind, first, last));
}

/** What the other benefits leave of the base they share; the later payer is the one reduced (SPEC 5). */
function roomWithin(
  benefit: Benefit,
  { period, base }: Group,
  targets: ReadonlyMap<string, Fen>,
): Fen | null {
  if (!benefit.within) return null;
  const { of, together_with } = benefit.within;
  const others = together_with.map((name) => targets.get(accountKey(name, period)) ?? 0);
  return Math.max(0, base[of] - sumFen(others));
}
