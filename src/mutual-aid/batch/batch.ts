import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import { lastDayOf, type Quarter, quarterBefore, quarterOf } from '../../core/quarter.ts';
import type { Fund } from '../../policy/aid.ts';
import { fundsOn } from '../../policy/funds.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PersonSettlement } from '../settlement.ts';

/** Where a batch stands in its life (SPEC 11). */
export type BatchStatus = 'computed' | 'announced' | 'approved' | 'paid' | 'closed' | 'void';

/** The states of a batch that is not approved yet: a settlement of its quarter brings it up to date. */
export const waitingStatuses: readonly BatchStatus[] = ['computed', 'announced'];

/** The states of a batch that is approved, whatever has become of it since: its lines stand. */
export const settledStatuses: readonly BatchStatus[] = ['approved', 'paid', 'closed'];

/** True in one of the {@link waitingStatuses}. */
export const isWaiting = ({ status }: { readonly status: string }) =>
  waitingStatuses.some((one) => one === status);

/** True in one of the {@link settledStatuses}. */
export const isSettled = ({ status }: { readonly status: string }) =>
  settledStatuses.some((one) => one === status);

/** A batch as lists show it. */
export interface BatchHead {
  readonly id: number;
  readonly name: string;
  readonly quarter: Quarter;
  readonly number: number;
  readonly status: BatchStatus;
}

/** The funds that the policy of a batch knows, as they are at the end of its quarter. */
export function fundsOfBatch(policy: Policy, quarter: Quarter): readonly Fund[] {
  return fundsOn(policy, lastDayOf(quarter));
}

/** The totals of a settlement (SPEC 8), in fen. */
export interface Totals {
  claims: number;
  /** Of these, those received before the quarter. */
  earlier: number;
  people: number;
  /** By benefit, in the policy's order; every one is named, and special relief where there is any. */
  due: Record<string, Fen>;
  payable: Fen;
  /** What persons have to give back, and how many they are. */
  taken_back: Fen;
  owing: number;
  /** What was outstanding and is held back from dues. */
  held_back: Fen;
  not_payable: number;
}

/** Totals of nothing, with every benefit of the policy. */
export function noTotals(policy: Policy): Totals {
  const names = policy.versions.flatMap(({ benefits }) => benefits.map(({ name }) => name));
  const due = Object.fromEntries(names.map((name) => [name, 0]));
  const owed = { taken_back: 0, owing: 0, held_back: 0 };
  return { claims: 0, earlier: 0, people: 0, due, payable: 0, ...owed, not_payable: 0 };
}

/**
 * True where a settlement leaves something in a batch: a claim taken, a line, a claim to be mended, or one that
 * counts no more: that each batch says anew, so that the next has to ask the latest alone.
 */
export function leavesTrace(settlement: PersonSettlement): boolean {
  const { taken, notPayable, returned, accounts } = settlement;
  if (taken.length > 0 || notPayable.length > 0 || returned.length > 0) return true;
  return accounts.some(({ due }) => due !== 0);
}

/** Adds one person's settlement to the totals. */
export function addToTotals(totals: Totals, settlement: PersonSettlement): void {
  const { taken, accounts, payments, notPayable } = settlement;
  totals.claims += taken.length;
  totals.earlier += settlement.earlier;
  totals.not_payable += notPayable.length;
  if (taken.length > 0 || payments.length > 0) totals.people += 1;
  for (const { benefit, due } of accounts) {
    if (due !== 0) totals.due[benefit] = (totals.due[benefit] ?? 0) + due;
  }
  for (const { due, offset, payable } of payments) {
    totals.payable += payable;
    totals.held_back += offset;
    totals.taken_back += Math.max(0, -due);
  }
  if (payments.some(({ due }) => due < 0)) totals.owing += 1;
}

const counts = [
  ...(['claims', 'earlier', 'people', 'payable', 'taken_back', 'owing', 'held_back'] as const),
  'not_payable' as const,
];

/** Adds the totals of a range of persons. */
export function addTotals(totals: Totals, more: Totals): void {
  for (const name of counts) totals[name] += more[name];
  for (const [benefit, due] of Object.entries(more.due)) {
    totals.due[benefit] = (totals.due[benefit] ?? 0) + due;
  }
}

/** True where there is nothing to settle: no claim to take, no line. */
export function isEmpty(totals: Totals): boolean {
  return totals.people === 0;
}

/**
 * The ended quarter that is settled next: that of the batch that awaits approval, else the last one, unless it was
 * settled already. @param batches oldest first
 */
export function settledNext(batches: readonly BatchHead[], today: CivilDate): Quarter | undefined {
  const waiting = batches.find(isWaiting);
  if (waiting) return waiting.quarter;
  const ended = quarterBefore(quarterOf(today));
  return batches.some((batch) => isSettled(batch) && batch.quarter >= ended) ? undefined : ended;
}

/** Why a quarter cannot be settled now. */
export type Refusal =
  | { readonly why: 'not-ended'; readonly lastDay: CivilDate }
  | { readonly why: 'awaits-approval'; readonly batch: string }
  | { readonly why: 'before-approved'; readonly quarter: Quarter };

/** Whether a quarter may be settled today (SPEC 5). @returns the refusal, or undefined */
export function refusalOf(
  quarter: Quarter,
  batches: readonly BatchHead[],
  today: CivilDate,
): Refusal | undefined {
  const lastDay = lastDayOf(quarter);
  if (today <= lastDay) return { why: 'not-ended', lastDay };
  const later = batches.findLast((batch) => isSettled(batch) && batch.quarter > quarter);
  if (later) return { why: 'before-approved', quarter: later.quarter };
  const waiting = batches.find((batch) => isWaiting(batch) && batch.quarter < quarter);
  return waiting ? { why: 'awaits-approval', batch: waiting.name } : undefined;
}
