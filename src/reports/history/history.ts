import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import { specialRelief } from '../../mutual-aid/special-relief/account.ts';

/** What was done for a person or their family; an amount in fen where money moved. */
export type EventKind =
  | 'enrolled'
  | 'dues'
  | 'claim'
  | 'payment'
  | 'special-relief'
  | 'grant'
  | 'loan'
  | 'repayment'
  | 'write-off'
  | 'in-kind'
  | 'file'
  | 'pairing'
  | 'pairing-end'
  | 'visit'
  | 'request'
  | 'answer';

/** One thing that was done. */
export interface HelpEvent {
  readonly on: CivilDate;
  readonly what: EventKind;
  /** What exactly: a benefit, a receipt type, a kind in kind, what a review found; a code, or none. */
  readonly about: string | null;
  readonly fund: string | null;
  readonly amount: Fen | null;
  readonly state: string | null;
  /** In the words of whoever entered it; a receipt's number, a period, an official's name. */
  readonly detail: string | null;
  /** Whom it was for. */
  readonly of_whom: string;
}

const order: readonly EventKind[] = [
  ...(['enrolled', 'dues', 'file', 'pairing', 'claim', 'request'] as const),
  ...(['special-relief', 'grant', 'loan'] as const),
  ...(['payment', 'in-kind', 'visit', 'repayment', 'write-off', 'answer', 'pairing-end'] as const),
];

/** Events in the order of days; those of a day in the order in which one leads to the other. */
export function inOrder(events: readonly HelpEvent[]): readonly HelpEvent[] {
  const rank = new Map(order.map((what, at) => [what, at]));
  const rankOf = (what: EventKind) => rank.get(what) ?? order.length;
  return [...events].sort(
    (one, other) =>
      (one.on < other.on ? -1 : Number(one.on > other.on)) || rankOf(one.what) - rankOf(other.what),
  );
}

/** A claim as an event, of the day on which it was received. What it cost is no help: its amount stays empty. */
export function claimEvent(claim: {
  readonly received_on: CivilDate;
  readonly receipt_type: string;
  readonly receipt_no: string;
  readonly state: string;
  readonly name: string;
}): HelpEvent {
  const { received_on: on, receipt_type: about, receipt_no: detail, state, name } = claim;
  return { on, what: 'claim', about, fund: null, amount: null, state, detail, of_whom: name };
}

/** Special relief as an event. What of it is paid with a batch stands among the payments, so that it counts once. */
export function specialReliefEvent(relief: {
  readonly approved_on: CivilDate | null;
  readonly granted_on: CivilDate;
  readonly situation: string;
  readonly amount: Fen;
  readonly evidence: string;
  readonly state: string;
  readonly name: string;
}): HelpEvent {
  const { situation: about, evidence: detail, state, name } = relief;
  return {
    ...{ on: relief.approved_on ?? relief.granted_on, what: 'special-relief', about },
    ...{ fund: specialRelief.fund, amount: state === 'advanced' ? relief.amount : null },
    ...{ state, detail, of_whom: name },
  };
}
