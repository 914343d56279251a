import type { CivilDate } from '../core/civil-date.ts';
import { type Fen, sumFen } from '../core/money.ts';

/** Where a fund's money comes from, besides dues (SPEC 10). */
export type Source = 'appropriation' | 'union' | 'donation' | 'supplementary-insurance';

/** Who pays dues (SPEC 3). */
export type Payer = 'member' | 'unit' | 'group';

/**
 * An account of a fund: money in hand, outstanding from persons, approved and not yet paid, what came in by
 * payer or source, what was there at the beginning, what was spent on a benefit, on grants, on loans given up;
 * loans that are out, and those approved and not yet paid out.
 */
export type Account =
  | 'cash'
  | 'receivable'
  | 'payable'
  | 'opening'
  | 'loan'
  | 'loan-approved'
  | 'grant'
  | 'written-off'
  | `dues:${Payer}`
  | `source:${Source}`
  | `benefit:${string}`;

/** What caused an entry (SPEC 10). */
export type Cause =
  | 'opening'
  | 'deposit'
  | 'dues'
  | 'dues-returned'
  | 'batch-approved'
  | 'batch-paid'
  | 'advance'
  | 'repayment'
  | 'grant-approved'
  | 'grant-paid'
  | 'grant-withdrawn'
  | 'loan-repayment'
  | 'write-off'
  | 'reversal';

/** One side of an entry, in fen: a debit above zero, a credit below. */
export interface Posting {
  readonly account: Account;
  readonly amount: Fen;
  /** Whose, of a receivable or of dues returned. */
  readonly person?: number;
}

/** An entry to be booked in a fund's books. */
export interface NewEntry {
  /** The id that was kept free for it, where rows written before it name it already. */
  readonly id?: number;
  readonly fund: string;
  readonly on: CivilDate;
  readonly cause: Cause;
  /** Which one: a batch's name, a file's, an employee number. */
  readonly key: string;
  /** In the words of whoever caused it; may be empty. */
  readonly memo: string;
  readonly postings: readonly Posting[];
  /** The id of the entry that this one takes back. */
  readonly reverses?: number;
}

/** True where debits and credits of an entry are the same. */
export function balances({ postings }: Pick<NewEntry, 'postings'>): boolean {
  return sumFen(postings.map(({ amount }) => amount)) === 0;
}

/** What of a sum of entries went into or came out of the money in hand, in fen. */
export function cashOf(entries: readonly Pick<NewEntry, 'postings'>[]): Fen {
  const postings = entries.flatMap((entry) => entry.postings);
  return sumFen(postings.filter(({ account }) => account === 'cash').map(({ amount }) => amount));
}

/** What is left of an entry's sides where some are zero: a side of nothing says nothing. */
export function sides(postings: readonly Posting[]): readonly Posting[] {
  return postings.filter(({ amount }) => amount !== 0);
}

/** What a fund has, in fen (SPEC 10, fund list). */
export interface FundBalance {
  /** Money in hand. */
  readonly balance: Fen;
  /** Approved and not yet paid. */
  readonly payable: Fen;
  /** Outstanding from persons, loans among it. */
  readonly receivable: Fen;
  /** Of what is outstanding, what was lent. */
  readonly loans: Fen;
}

/** What a fund without entries has. */
export const emptyFund: FundBalance = { balance: 0, payable: 0, receivable: 0, loans: 0 };

/** What a fund can still promise: its money less what it has promised already. */
export function available({ balance, payable }: FundBalance): Fen {
  return balance - payable;
}
