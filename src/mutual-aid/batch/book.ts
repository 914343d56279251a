import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import type { NewEntry, Posting } from '../../ledger/entry.ts';

/** What a batch takes from a fund, in fen. */
export interface FundDues {
  readonly fund: string;
  /** The dues of its lines by benefit; below zero where more is taken back than given. */
  readonly benefits: readonly { readonly benefit: string; readonly due: Fen }[];
  /** What is to be paid. */
  readonly payable: Fen;
  /** Persons from whom something becomes outstanding (above zero) or is held back (below zero). */
  readonly owing: readonly { readonly person: number; readonly change: Fen }[];
}

/** The entries that a batch makes when it is approved, one a fund: benefits against what is payable and outstanding. */
export function approvalEntries(
  batch: string,
  on: CivilDate,
  dues: readonly FundDues[],
): readonly NewEntry[] {
  return dues.map(({ fund, benefits, payable, owing }) => ({
    ...{ fund, on, cause: 'batch-approved', key: batch, memo: '' },
    postings: [
      ...benefits.map(
        ({ benefit, due }): Posting => ({
          ...{ account: `benefit:${benefit}`, amount: due },
        }),
      ),
      ...owing.map(
        ({ person, change }): Posting => ({
          ...{ account: 'receivable', amount: change, person },
        }),
      ),
      { account: 'payable', amount: -payable },
    ],
  }));
}

/** The entry that a payment makes in a fund: what was payable leaves the money in hand. */
export function paymentEntries(
  batch: string,
  on: CivilDate,
  paid: readonly { readonly fund: string; readonly amount: Fen }[],
): readonly NewEntry[] {
  return paid
    .filter(({ amount }) => amount > 0)
    .map(({ fund, amount }) => ({
      ...{ fund, on, cause: 'batch-paid', key: batch, memo: '' },
      postings: [
        { account: 'payable', amount },
        { account: 'cash', amount: -amount },
      ],
    }));
}
