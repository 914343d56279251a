import type { CivilDate } from '../../core/civil-date.ts';
import { type Said, say } from '../../core/language.ts';
import { type Fen, sumFen } from '../../core/money.ts';
import type { Account, Cause, NewEntry, Posting } from '../entry.ts';
import { words } from './words.ts';

/** An entry as it was booked. */
export interface BookedEntry {
  readonly id: number;
  readonly fund: string;
  readonly on: CivilDate;
  readonly cause: Cause;
  readonly key: string;
  readonly memo: string;
  readonly operator: string;
  readonly reverses: number | null;
  /** The entry that took it back. */
  readonly reversed_by: number | null;
  readonly postings: readonly BookedPosting[];
}

/** One side of a booked entry, in fen, with the person's number and name. */
export interface BookedPosting {
  readonly account: Account;
  readonly amount: Fen;
  readonly person_id: number | null;
  readonly employee_no: string | null;
  readonly name: string | null;
}

/** Why an entry cannot be taken back on a day, with what to do instead (SPEC 10). */
export function whyNotReversed(entry: BookedEntry, today: CivilDate): Said | undefined {
  const { id, on, cause, key, reverses, reversed_by: by } = entry;
  if (reverses !== null || cause === 'reversal')
    return say(words.isReversal, { id, reverses: reverses ?? '' });
  if (by !== null) return say(words.reversedAlready, { id, by });
  switch (cause) {
    case 'opening':
    case 'deposit':
    case 'repayment':
      return today < on ? say(words.reversedTooEarly, { id, on, today }) : undefined;
    case 'dues':
      return say(words.ofDues, { id, key });
    case 'dues-returned':
      return say(words.ofDuesReturned, { id });
    case 'grant-approved':
    case 'grant-paid':
      return say(words.ofGrant, { id, key });
    case 'grant-withdrawn':
      return say(words.ofGrantWithdrawn, { id, key });
    case 'loan-repayment':
      return say(words.ofLoan, { id, key });
    case 'write-off':
      return say(words.ofWriteOff, { id, key });
    case 'advance':
      return say(words.ofAdvance, { id, key });
    default:
      return say(words.ofBatch, { id, key });
  }
}

/** The entry that takes another back: each of its sides the other way round. */
export function reversalOf(entry: BookedEntry, on: CivilDate, reason: string): NewEntry {
  const { id, fund, key, postings } = entry;
  return {
    ...{ fund, on, cause: 'reversal', key, memo: reason, reverses: id },
    postings: postings.map(({ account, amount, person_id }): Posting => {
      return { account, amount: -amount, ...(person_id !== null && { person: person_id }) };
    }),
  };
}

/** What an entry books, in fen: the sum of its debits. */
export function sumOf(postings: readonly { readonly amount: Fen }[]): Fen {
  return sumFen(postings.map(({ amount }) => Math.max(0, amount)));
}
