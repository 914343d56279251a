import type { CivilDate } from '../../core/civil-date.ts';
import { type Fen, sumFen } from '../../core/money.ts';
import type { NewEntry, Payer, Posting } from '../../ledger/entry.ts';
import { type Policy, type PolicyVersion, versionOn } from '../../policy/policy.ts';

/** The fund that dues are paid into (SPEC 5, 10). */
export const duesFund = 'mutual-aid';

const payers: readonly Payer[] = ['member', 'unit', 'group'];

/** Dues of one person for one year by payer, in fen. */
export type Dues = PolicyVersion['dues'];

/**
 * The dues of a year: those of the policy version in force in it (SPEC 3).
 * @param from the first year that comes with dues, where those before it stand in an opening balance
 * @returns undefined where the year comes without dues
 */
export function duesOf(policy: Policy, year: number, from?: number): Dues | undefined {
  if (from !== undefined && year < from) return undefined;
  const dues = versionOn(policy, `${year}-12-31`)?.dues;
  return dues && payers.some((payer) => dues[payer] > 0) ? dues : undefined;
}

/** The enrolments of one year whose dues one entry books: those of a unit, or of one person. */
export interface DuesGroup {
  /** The entry's id, which the enrolments bear. */
  readonly id: number;
  /** `M1S1 2026` or `011045 2026`. */
  readonly key: string;
  readonly dues: Dues;
  readonly members: number;
}

/** The entry that books a group's dues, by payer. @param memo where they came from, such as a file's name */
export function duesEntry(
  { id, key, dues, members }: DuesGroup,
  on: CivilDate,
  memo: string,
): NewEntry {
  const paid = payers.map((payer): Posting => {
    return { account: `dues:${payer}`, amount: -dues[payer] * members };
  });
  const cash: Posting = { account: 'cash', amount: -sumFen(paid.map(({ amount }) => amount)) };
  return { id, fund: duesFund, on, cause: 'dues', key, memo, postings: [cash, ...paid] };
}

/** What an entry still holds of dues, by account, after what was returned of it; and for how many enrolments. */
export interface HeldDues {
  readonly entry: number;
  readonly members: number;
  readonly accounts: readonly { readonly account: Posting['account']; readonly amount: Fen }[];
}

/**
 * The entry that returns one enrolment's dues: as much of each payer as was booked, whatever the policy says by now.
 * @param person whose they are
 */
export function duesReturn(held: HeldDues, person: number, on: CivilDate, memo: string): NewEntry {
  const postings = held.accounts.map(({ account, amount }): Posting => {
    return { account, amount: -amount / held.members, ...(account === 'cash' && { person }) };
  });
  return {
    ...{ fund: duesFund, on, cause: 'dues-returned', key: String(held.entry), memo },
    postings,
  };
}
