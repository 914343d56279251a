import type { CivilDate } from '../../core/civil-date.ts';
import { type Said, say } from '../../core/language.ts';
import { type Fen, readableYuan } from '../../core/money.ts';
import type { Cause } from '../../ledger/entry.ts';
import { words } from './words.ts';

/** An entry that changed what is outstanding from a person: above zero more, below zero less. In fen. */
export interface Receivable {
  readonly id: number;
  readonly fund: string;
  readonly on: CivilDate;
  readonly cause: Cause;
  readonly key: string;
  readonly amount: Fen;
  readonly reverses: number | null;
}

/** What is left of an amount that became outstanding on a day, in fen. */
export type Outstanding = Pick<Receivable, 'fund' | 'cause' | 'key' | 'amount'> & {
  readonly since: CivilDate;
};

/**
 * What is outstanding from a person and since when: what comes back or is offset counts for the oldest first.
 * An entry and the one that takes it back cancel each other.
 * @param receivables the oldest first
 */
export function outstandingSince(receivables: readonly Receivable[]): readonly Outstanding[] {
  const reversed = new Set(receivables.map(({ reverses }) => reverses));
  let open: readonly Outstanding[] = [];
  for (const { id, fund, on, cause, key, amount, reverses } of receivables) {
    if (reverses !== null || reversed.has(id)) continue;
    if (amount > 0) {
      open = [...open, { fund, since: on, cause, key, amount }];
      continue;
    }
    let back = -amount;
    open = open.map((one) => {
      if (one.fund !== fund) return one;
      const less = Math.min(back, one.amount);
      back -= less;
      return { ...one, amount: one.amount - less };
    });
  }
  return open.filter(({ amount }) => amount > 0);
}

/** One outstanding amount in words: how much, since when, from what. */
export function outstandingSaid({ since, cause, key, amount }: Outstanding): Said {
  const facts = { amount: readableYuan(amount), since, key };
  if (cause === 'advance') return say(words.sinceAdvance, facts);
  return say(cause === 'batch-approved' ? words.sinceBatch : words.sinceOther, facts);
}
