import { titleOf } from '../../core/field.ts';
import type { Phrase } from '../../core/language.ts';
import { type Said, say } from '../../core/language.ts';
import { type ClaimState, claimStates } from './claim.ts';
import { words } from './words.ts';

/** A verb that changes a claim's state: from which states, to which (SPEC 4). */
export interface StateChange {
  readonly verb: string;
  readonly summary: Phrase;
  readonly from: readonly ClaimState[];
  readonly to: 'open' | 'held' | 'rejected' | 'withdrawn' | 'annulled';
  readonly needed: Phrase;
  readonly done: Phrase;
}

/** All changes of state that a person can make. */
export const stateChanges: readonly StateChange[] = [
  {
    verb: 'hold',
    summary: words.holdSummary,
    from: ['open'],
    to: 'held',
    needed: words.open,
    done: words.toHold,
  },
  {
    verb: 'release',
    summary: words.releaseSummary,
    from: ['held'],
    to: 'open',
    needed: words.held,
    done: words.toRelease,
  },
  {
    verb: 'reject',
    summary: words.rejectSummary,
    from: ['open', 'held'],
    to: 'rejected',
    needed: words.openOrHeld,
    done: words.toReject,
  },
  {
    verb: 'withdraw',
    summary: words.withdrawSummary,
    from: ['open', 'held'],
    to: 'withdrawn',
    needed: words.openOrHeld,
    done: words.toWithdraw,
  },
  {
    verb: 'annul',
    summary: words.annulSummary,
    from: ['settled'],
    to: 'annulled',
    needed: words.settled,
    done: words.toAnnul,
  },
];

/** Why a claim in a state cannot be changed so, or undefined where it can. */
export function objectionTo(
  change: StateChange,
  claim: number,
  state: ClaimState,
): Said | undefined {
  if (change.from.includes(state)) return undefined;
  const { needed, done } = change;
  return say(words.wrongState, { claim, state: titleOf(claimStates, state), needed, done });
}
