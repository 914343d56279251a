import { type Fen, sumFen } from '../../core/money.ts';

/** What moved on an account of a fund, by its cause, in fen: debits above zero. */
export interface MovedSum {
  readonly account: string;
  readonly cause: string;
  readonly amount: Fen;
}

/** What moved in a lending fund in some time, in fen. */
export interface Moved {
  /** From all its sources, and what it began with. */
  readonly put_in: Fen;
  readonly lent: Fen;
  readonly repaid: Fen;
  readonly written_off: Fen;
}

/** What a lending fund has, in fen. */
export interface Has {
  readonly out: Fen;
  /** What can be lent: its money less what it has promised already. */
  readonly free: Fen;
}

/** What moved in a lending fund, from the sums of its books; what was reversed counts for nothing. */
export function movedOf(sums: readonly MovedSum[]): Moved {
  const [lent, written_off] = [on(sums, 'loan', 'grant-paid'), on(sums, 'written-off')];
  return {
    put_in: -sumFen(sums.filter(({ account }) => isPutIn(account)).map(({ amount }) => amount)),
    ...{ lent, repaid: lent - written_off - on(sums, 'loan'), written_off },
  };
}

/** What a lending fund has, from the sums of its books from the beginning on. */
export function hasOf(sums: readonly MovedSum[]): Has {
  // What is payable stands there with its sign turned.
  return { out: on(sums, 'loan'), free: on(sums, 'cash') + on(sums, 'payable') };
}

const isPutIn = (account: string) => account === 'opening' || /^(source|dues):/.test(account);

function on(sums: readonly MovedSum[], account: string, cause?: string): Fen {
  const meant = sums.filter(
    (one) => one.account === account && (cause === undefined || one.cause === cause),
  );
  return sumFen(meant.map(({ amount }) => amount));
}

/**
 * How often money has turned over: what was lent for each yuan put in, with two decimals, half up.
 * @returns `1.25`; null where nothing was put in
 */
export function turnoverOf(lent: Fen, putIn: Fen): string | null {
  if (putIn <= 0) return null;
  const hundredths = Math.floor((200 * lent + putIn) / (2 * putIn));
  return (hundredths / 100).toFixed(2);
}
