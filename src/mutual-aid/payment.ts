import type { Fen } from '../core/money.ts';

/** What a batch pays a person out of one fund, in fen (SPEC 5, outstanding). */
export interface Payment {
  readonly fund: string;
  readonly due: Fen;
  /** What was outstanding and is held back from the due. */
  readonly offset: Fen;
  /** Never below zero. */
  readonly payable: Fen;
}

/** The payments that a person's accounts make, one for each fund with a due. @param outstanding by fund */
export function paymentsOf(
  accounts: readonly { readonly fund: string; readonly due: Fen }[],
  outstanding: ReadonlyMap<string, Fen>,
): readonly Payment[] {
  const dues: { readonly fund: string; due: Fen }[] = [];
  for (const { fund, due } of accounts) {
    if (due === 0) continue;
    const known = dues.find((one) => one.fund === fund);
    if (known) known.due += due;
    else dues.push({ fund, due });
  }
  return dues.map(({ fund, due }) => {
    const offset = Math.min(Math.max(0, due), outstanding.get(fund) ?? 0);
    return { fund, due, offset, payable: Math.max(0, due) - offset };
  });
}
