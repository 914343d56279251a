import { type CivilDate, yearOf } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import { lastDayOf, type Quarter } from '../../core/quarter.ts';
import type { BasisPoints } from '../../core/rate.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PersonFacts, RecognitionFacts } from '../facts.ts';
import type { Reason } from '../payability.ts';
import type { Account, PersonSettlement } from '../settlement.ts';
import { specialRelief } from '../special-relief/account.ts';
import { benefitOf, receiptNeeds } from './explain.ts';
import { type Lost, lostSince } from './lost.ts';

/** A settlement of a person, and what it rested on. */
export interface Settling {
  readonly quarter: Quarter;
  readonly policy: Policy;
  readonly facts: PersonFacts;
  readonly settlement: PersonSettlement;
}

/** What makes a receipt the same paper, whatever was entered of it. */
export interface PaperOf {
  readonly receipt_type: string;
  readonly receipt_no: string;
}

/** A recognition, and how far it was or is recorded otherwise. */
interface Recognition extends Pick<RecognitionFacts, 'from' | 'to'> {
  readonly recognition: string;
  /** The day on which it ended before (where it is longer now) or ends now; null where it was or is not there. */
  readonly otherwise_to: CivilDate | null;
}

/** One thing that is other than it was when the batch before was settled, as it bears on an account. */
export type Change =
  /** A receipt counts that did not; with the reasons that stood against it, where the batch knew it. */
  | { readonly what: 'receipt-in'; readonly claim: number; readonly against: readonly Reason[] }
  | { readonly what: 'receipt-out'; readonly claim: number }
  /** A receipt was taken back and entered again with other content. */
  | { readonly what: 'receipt-mended'; readonly claim: number; readonly was: number }
  | { readonly what: 'years-in' | 'years-out'; readonly years: readonly number[] }
  | ({ readonly what: 'recognition-in' | 'recognition-out' } & Recognition)
  /** A recognition that was recorded, and began only after the quarter of the batch before. */
  | ({ readonly what: 'recognition-begun' } & Recognition)
  | { readonly what: 'continuity'; readonly before: number; readonly now: number }
  | { readonly what: 'room'; readonly before: Fen; readonly now: Fen }
  | { readonly what: 'policy' }
  /** Special relief was approved, to be paid with a batch, or revoked. */
  | { readonly what: 'granted' | 'revoked' };

/** What an account comes to now, against what the batch before said of it. Amounts in fen. */
export interface AccountDiff {
  /** As the batch before had it; undefined where it had none. */
  readonly before: Account | undefined;
  /** As the next settlement has it; its due is the difference, with its sign. */
  readonly now: Account;
  readonly rate: { readonly before: BasisPoints; readonly now: BasisPoints } | null;
  readonly changes: readonly Change[];
}

/**
 * What has changed on a person's accounts since the batch before, and why. It compares two settlements and
 * what they rested on; it works nothing out itself.
 * @param before undefined where no batch has looked at the person yet
 * @returns the accounts of open years that are other than they were
 */
export function changesSince(
  before: Settling | undefined,
  now: Settling,
  papers: ReadonlyMap<number, PaperOf>,
): readonly AccountDiff[] {
  const gained = before ? lostSince([now.facts], before.facts) : nothing;
  const lost = before ? lostSince([before.facts], now.facts) : nothing;
  const diffs = now.settlement.accounts.map((account): AccountDiff => {
    const was = before?.settlement.accounts.find(
      ({ benefit, period }) => benefit === account.benefit && period === account.period,
    );
    if (account.benefit === specialRelief.benefit) {
      return { before: was, now: account, rate: null, changes: grantChange(was, account) };
    }
    const rate = rateChange(was, account);
    const receipts = receiptChanges(was, account, before, papers);
    const whole = { before, now, was, account, gained, lost };
    const changes = [
      ...receipts,
      ...yearChanges(whole, receipts.length > 0),
      ...recognitionChanges(whole, receipts.length > 0),
      ...policyChange(whole),
      ...(rate && was && was.completed_years !== account.completed_years
        ? [
            {
              ...{ what: 'continuity' as const, before: was.completed_years },
              now: account.completed_years,
            },
          ]
        : []),
      ...roomChange(was, account),
    ];
    return { before: was, now: account, rate, changes };
  });
  return diffs.filter(
    ({ before: was, now: is, rate, changes }) =>
      is.due !== 0 ||
      is.base !== (was?.base ?? 0) ||
      is.target !== (was?.target ?? 0) ||
      rate !== null ||
      changes.some(({ what }) => what.startsWith('receipt')),
  );
}

const nothing: Lost = { years: [], recognitions: [] };

interface Whole {
  readonly before: Settling | undefined;
  readonly now: Settling;
  readonly was: Account | undefined;
  readonly account: Account;
  readonly gained: Lost;
  readonly lost: Lost;
}

function grantChange(was: Account | undefined, { target }: Account): readonly Change[] {
  if (target === (was?.target ?? 0)) return [];
  return [{ what: target > 0 ? 'granted' : 'revoked' }];
}

function rateChange(was: Account | undefined, { rate }: Account): AccountDiff['rate'] {
  if (was === undefined || was.rate === null || rate === null || was.rate === rate) return null;
  return { before: was.rate, now: rate };
}

function receiptChanges(
  was: Account | undefined,
  account: Account,
  before: Settling | undefined,
  papers: ReadonlyMap<number, PaperOf>,
): readonly Change[] {
  const came = account.claims.filter((id) => !was?.claims.includes(id));
  const left = (was?.claims ?? []).filter((id) => !account.claims.includes(id));
  const paper = (id: number) => {
    const { receipt_type, receipt_no } = papers.get(id) ?? {};
    return `${receipt_type}:${receipt_no}`;
  };
  const mended = new Map(
    left.flatMap((id) => {
      const again = came.find((one) => paper(one) === paper(id));
      return again === undefined ? [] : [[again, id] as const];
    }),
  );
  const stood = [...(before?.settlement.notPayable ?? []), ...(before?.settlement.returned ?? [])];
  const mendedFrom = [...mended.values()];
  return [
    ...left
      .filter((claim) => !mendedFrom.includes(claim))
      .map((claim): Change => ({ what: 'receipt-out', claim })),
    ...came.map((claim): Change => {
      const was = mended.get(claim);
      if (was !== undefined) return { what: 'receipt-mended', claim, was };
      const against = stood.find((one) => one.claim === claim)?.reasons ?? [];
      return { what: 'receipt-in', claim, against };
    }),
  ];
}

/** Years of enrolment that bear on the account: its own, where receipts came or left, and those that its rate rests on. */
function yearChanges(whole: Whole, receiptsChanged: boolean): readonly Change[] {
  const { was, account, gained, lost } = whole;
  const own = yearOf(account.period);
  const rateMoved = was !== undefined && was.rate !== account.rate;
  const bearing = ({ years }: Lost) =>
    years.filter((year) => (year === own ? receiptsChanged : year < own && rateMoved));
  const [came, left] = [bearing(gained), bearing(lost)];
  return [
    ...(left.length > 0 ? [{ what: 'years-out' as const, years: left }] : []),
    ...(came.length > 0 ? [{ what: 'years-in' as const, years: came }] : []),
  ];
}

/** Recognitions that bear on the account: of kinds whose need is met or missed anew, or that its receipts need. */
function recognitionChanges(whole: Whole, receiptsChanged: boolean): readonly Change[] {
  const { before, now, was, account, gained, lost } = whole;
  const { unmet } = account;
  const metNow = was ? was.unmet.filter((kind) => !unmet.includes(kind)) : [];
  const missedNow = was ? unmet.filter((kind) => !was.unmet.includes(kind)) : [];
  const ofReceipts = receiptsChanged ? receiptNeeds(now.policy, account) : [];
  const bearing = (kinds: readonly string[], { recognitions }: Lost) =>
    recognitions.filter((one) => kinds.includes(one.kind) && touchesYear(one, account));
  const told = ({ kind, from, to, endsNow }: Lost['recognitions'][number]): Recognition => ({
    ...{ recognition: kind, from, to, otherwise_to: endsNow },
  });
  const came = bearing([...metNow, ...ofReceipts], gained);
  const quarterEnd = before ? lastDayOf(before.quarter) : '';
  const begun = metNow
    .filter((kind) => !came.some((one) => one.kind === kind))
    .flatMap((kind) => now.facts.recognitions.filter((one) => one.kind === kind))
    .filter((one) => one.from > quarterEnd && touchesYear(one, account));
  return [
    ...bearing([...missedNow, ...ofReceipts], lost).map(
      (one): Change => ({ what: 'recognition-out', ...told(one) }),
    ),
    ...came.map((one): Change => ({ what: 'recognition-in', ...told(one) })),
    ...begun.map(
      (one): Change => ({ what: 'recognition-begun', ...told({ ...one, endsNow: null }) }),
    ),
  ];
}

function touchesYear({ from, to }: RecognitionFacts, { period }: Account): boolean {
  const year = period.slice(0, 4);
  return from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`);
}

/** Whether the policy in force says something else of the benefit, or of what receipts need, than the one before. */
function policyChange({ before, now, account }: Whole): readonly Change[] {
  if (!before) return [];
  const terms = (policy: Policy) =>
    JSON.stringify([benefitOf(policy, account), receiptNeeds(policy, account)]);
  return terms(before.policy) === terms(now.policy) ? [] : [{ what: 'policy' }];
}

/** What the other benefits leave room for, where that limits the account or did. */
function roomChange(was: Account | undefined, account: Account): readonly Change[] {
  if (!was || was.room === null || account.room === null || was.room === account.room) return [];
  if (account.unmet.length > 0) return [];
  const limits = ({ room, computed, target }: Account) =>
    room !== null && room < computed && target === room;
  if (!limits(was) && !limits(account)) return [];
  return [{ what: 'room', before: was.room, now: account.room }];
}
