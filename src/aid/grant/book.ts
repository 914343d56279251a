import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import type { NewEntry } from '../../ledger/entry.ts';

/** A grant or a loan as the books see it. */
export interface Booked {
  readonly id: number;
  readonly fund: string;
  readonly person_id: number;
  readonly purpose: string;
  /** Not null: it is lent, in so many instalments. */
  readonly instalments: number | null;
}

const spentOn = ({ instalments }: Booked) => (instalments === null ? 'grant' : 'loan-approved');

const head = ({ id, fund, purpose }: Booked, on: CivilDate) => {
  return { fund, on, key: String(id), memo: purpose };
};

/** A grant approved: spent, or a loan promised, and payable (SPEC 10). @param amount in fen */
export function approvalEntry(grant: Booked, amount: Fen, on: CivilDate): NewEntry {
  return {
    ...{ ...head(grant, on), cause: 'grant-approved' },
    postings: [
      { account: spentOn(grant), amount },
      { account: 'payable', amount: -amount },
    ],
  };
}

/** A grant paid: money out of hand; what is lent is the person's from now on. @param amount in fen */
export function paymentEntry(grant: Booked, amount: Fen, on: CivilDate): NewEntry {
  const lent =
    grant.instalments === null
      ? []
      : ([
          { account: 'loan', amount, person: grant.person_id },
          { account: 'loan-approved', amount: -amount },
        ] as const);
  return {
    ...{ ...head(grant, on), cause: 'grant-paid' },
    postings: [{ account: 'payable', amount }, { account: 'cash', amount: -amount }, ...lent],
  };
}

/**
 * A grant taken back after it was approved: no longer payable; once it was paid, outstanding from the person.
 * @param amount in fen
 * @param why what was said of it
 */
export function withdrawalEntry(
  grant: Booked & { readonly state: string },
  amount: Fen,
  on: CivilDate,
  why: string,
): NewEntry {
  const back =
    grant.state === 'paid'
      ? ({ account: 'receivable', amount, person: grant.person_id } as const)
      : ({ account: 'payable', amount } as const);
  return {
    ...{ ...head(grant, on), memo: why, cause: 'grant-withdrawn' },
    postings: [back, { account: spentOn(grant), amount: -amount }],
  };
}
