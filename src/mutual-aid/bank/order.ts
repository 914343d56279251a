import type { Fen } from '../../core/money.ts';

/** One person's payment of a batch, over all funds; in fen. */
export interface PersonPayment {
  readonly person: number;
  readonly employee_no: string;
  readonly name: string;
  readonly bank_account: string | null;
  readonly amount: Fen;
}

/** A bank file as it stands in the books (SPEC 11). */
export interface PaymentOrder {
  readonly id: number;
  readonly number: number;
  readonly made_on: string;
  readonly persons: number;
  readonly amount: Fen;
  /** Null while the bank's result is awaited. */
  readonly result_on: string | null;
}

/** Who of a batch was not paid with an order, and why. */
export interface PaymentException {
  readonly person: number;
  readonly why: 'no-account' | 'failed';
  /** The bank's words. */
  readonly message: string;
}

/** A bank file to be made: whom it pays, and whom it leaves out for want of an account. */
export interface PlannedOrder {
  readonly pay: readonly (PersonPayment & { readonly bank_account: string })[];
  readonly leftOut: readonly PersonPayment[];
}

/** Splits unpaid payments into those a bank can make and those that lack an account. */
export function planOrder(unpaid: readonly PersonPayment[]): PlannedOrder {
  const pay = [];
  const leftOut = [];
  for (const payment of unpaid) {
    const { bank_account } = payment;
    if (bank_account === null) leftOut.push(payment);
    else pay.push({ ...payment, bank_account });
  }
  return { pay, leftOut };
}

/** A row of the bank's result (SPEC 11). */
export interface ResultRow {
  readonly employee_no: string;
  readonly amount: Fen;
  readonly result: 'paid' | 'failed';
  readonly message: string | null;
}

/** Whom a bank's result is awaited for, by employee number. */
export type AwaitedPayments = ReadonlyMap<
  string,
  { readonly person: number; readonly amount: Fen }
>;

/** What is wrong with a row of a bank's result. */
export type RowFault =
  | { readonly why: 'unknown' }
  | { readonly why: 'twice' }
  | { readonly why: 'amount'; readonly ordered: Fen };

/** Compares a row of the bank's result with what was ordered. @param seen the persons of the rows before it */
export function faultOf(
  row: ResultRow,
  awaited: AwaitedPayments,
  seen: ReadonlySet<string>,
): RowFault | undefined {
  const ordered = awaited.get(row.employee_no);
  if (!ordered) return { why: 'unknown' };
  if (seen.has(row.employee_no)) return { why: 'twice' };
  return ordered.amount === row.amount ? undefined : { why: 'amount', ordered: ordered.amount };
}
