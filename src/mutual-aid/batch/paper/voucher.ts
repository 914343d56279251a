import { type Fen, sumFen } from '../../../core/money.ts';

/** The sums of a batch out of one fund, in fen. */
export interface FundSums {
  readonly fund: string;
  /** Dues by benefit, corrections below zero taken off. */
  readonly dues: readonly { readonly benefit: string; readonly due: Fen }[];
  /** What persons have to give back. */
  readonly takenBack: Fen;
  /** What was outstanding and is held back. */
  readonly offset: Fen;
  readonly payable: Fen;
  /** How many payments are above zero. */
  readonly payments: number;
}

/** A line of a voucher: one side of the entry, in fen. A due that is below zero in all is a debit below zero. */
export interface VoucherLine {
  readonly account: 'benefit' | 'receivable' | 'payable';
  readonly benefit?: string;
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
}

/**
 * The lines of the voucher of a fund: benefits and what is to be taken back on one side, what was held back and
 * what is payable on the other (SPEC 10, 11). Lines of nothing are left out.
 */
export function voucherLines({
  dues,
  takenBack,
  offset,
  payable,
}: FundSums): readonly VoucherLine[] {
  const lines: readonly VoucherLine[] = [
    ...dues.map(({ benefit, due }) => ({
      ...({ account: 'benefit', benefit, side: 'debit', amount: due } as const),
    })),
    { account: 'receivable', side: 'debit', amount: takenBack },
    { account: 'receivable', side: 'credit', amount: offset },
    { account: 'payable', side: 'credit', amount: payable },
  ];
  return lines.filter(({ amount }) => amount !== 0);
}

/** What the lines of one side come to, in fen. */
export function sideSum(lines: readonly VoucherLine[], side: VoucherLine['side']): Fen {
  return sumFen(lines.filter((line) => line.side === side).map(({ amount }) => amount));
}
