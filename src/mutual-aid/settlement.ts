import { yearOf } from '../core/civil-date.ts';
import type { Fen } from '../core/money.ts';
import { firstDayOf, lastDayOf, type Quarter, quarterOf } from '../core/quarter.ts';
import type { BasisPoints } from '../core/rate.ts';
import type { Benefit, Policy } from '../policy/policy.ts';
import {
  accountKey,
  type ClaimFacts,
  completedYears,
  type PersonFacts,
  recognisedBetween,
} from './facts.ts';
import { type Reason, reasonsAgainst, rulesOfYear, stillCounts } from './payability.ts';
import { type Payment, paymentsOf } from './payment.ts';
import { daysOf, type Group, groupsOf, type PeriodGroups } from './periods.ts';
import { grantAccount } from './special-relief/account.ts';
import { compute, type RatedPart } from './target.ts';

/** One account of a person, worked out: what is due, and the whole way to it. Amounts in fen. */
export interface Account {
  readonly benefit: string;
  readonly fund: string;
  /** `2026`, `2026Q3`, or for a benefit per receipt `2026-07-15#12`; of a special relief likewise: its day and id. */
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
  const computed = settleAccounts(person, examined, gone, policy, quarter);
  const accounts = person.grants ? [...computed, ...person.grants.map(grantAccount)] : computed;
  const payments = paymentsOf(accounts, person.outstanding);
  return { taken, earlier, accounts, payments, notPayable, returned };
}

/** The accounts whose due is not zero: the lines of a batch. */
export function linesOf({ accounts }: PersonSettlement): readonly Account[] {
  return accounts.filter(({ due }) => due !== 0);
}

function settleAccounts(
  person: PersonFacts,
  examined: readonly ClaimFacts[],
  gone: readonly number[],
  policy: Policy,
  quarter: Quarter,
): readonly Account[] {
  const accounts: Account[] = [];
  const years = yearsOf(person, examined);
  for (const year of years) {
    const { open, version } = rulesOfYear(policy, year, quarter);
    if (!version || !open) continue;
    const claims =
      years.length === 1
        ? examined
        : examined.filter(({ service_date }) => yearOf(service_date) === year);
    const completed = completedYears(person.enrolled, year);
    const known: PeriodGroups[] = [];
    for (const benefit of version.benefits) {
      for (const group of groupsOf(benefit, claims, gone, known, person, year)) {
        accounts.push(settleAccount(benefit, group, person, completed, accounts, quarter));
      }
    }
  }
  return accounts;
}

/** The years that claims count in or that were settled before, ascending. */
function yearsOf({ settledBefore }: PersonFacts, examined: readonly ClaimFacts[]): number[] {
  const years: number[] = [];
  for (const { service_date } of examined) {
    const year = yearOf(service_date);
    if (!years.includes(year)) years.push(year);
  }
  for (const key of settledBefore.keys()) {
    const year = yearOf(key.slice(key.indexOf('|') + 1));
    if (!years.includes(year)) years.push(year);
  }
  return years.sort((a, b) => a - b);
}

function settleAccount(
  benefit: Benefit,
  group: Group,
  person: PersonFacts,
  completed: number,
  before: readonly Account[],
  quarter: Quarter,
): Account {
  const { period } = group;
  const base = group.base[benefit.base];
  const unmet = unmetNeeds(benefit, period, person, quarter);
  const computed = compute(benefit, base, completed);
  const room = roomWithin(benefit, group, before);
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
  before: readonly Account[],
): Fen | null {
  if (!benefit.within) return null;
  const { of, together_with } = benefit.within;
  let others = 0;
  for (const account of before) {
    if (account.period === period && together_with.includes(account.benefit)) {
      others += account.target;
    }
  }
  return Math.max(0, base[of] - others);
}
