import type { Fen } from '../../core/money.ts';
import { plainForm } from '../../core/text.ts';

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

/** A payment that a bank can make. */
type BankPayment = PersonPayment & { readonly bank_account: string };

/** A bank file to be made: whom it pays, and whom it leaves out for want of an account. */
export interface PlannedOrder {
  readonly pay: readonly BankPayment[];
  readonly leftOut: readonly PersonPayment[];
}

/** Splits unpaid payments into those a bank can make and those that lack an account. */
export function planOrder(unpaid: readonly PersonPayment[]): PlannedOrder {
  const toBank = (one: PersonPayment): one is BankPayment => one.bank_account !== null;
  return { pay: unpaid.filter(toBank), leftOut: unpaid.filter((one) => !toBank(one)) };
}

/** What tells one list of a batch from every other: `2026Q1-1/2`, its number after the batch; the remark of its rows. */
export function listMark(batch: string, number: number): string {
  return `${batch}/${number}`;
}

/** True where a remark names another list than this; whatever else a bank says in it is its own. */
function namesAnother(remark: string | null, mark: string): boolean {
  const [, batch, number] =
    /(\d{4}Q[1-4]-\d+)(?:\/(\d+))?/.exec(plainForm(remark ?? '').toUpperCase()) ?? [];
  if (batch === undefined) return false;
  // Lists made by earlier versions bear the batch alone.
  return number === undefined
    ? !mark.startsWith(`${batch}/`)
    : listMark(batch, Number(number)) !== mark;
}

/** A row of the bank's result (SPEC 11). */
export interface ResultRow {
  readonly employee_no: string;
  readonly amount: Fen;
  readonly result: 'paid' | 'failed';
  readonly message: string | null;
  readonly remark: string | null;
}

/** Whom a bank's result is awaited for: the place of each employee number, and by place the person and the amount. */
export interface AwaitedPayments {
  readonly places: ReadonlyMap<string, number>;
  readonly persons: readonly number[];
  readonly amounts: readonly Fen[];
}

/** What is wrong with a row of a bank's result. */
export type RowFault =
  | { readonly why: 'unknown' }
  | { readonly why: 'twice' }
  | { readonly why: 'another-list' }
  | { readonly why: 'amount'; readonly ordered: Fen };

/**
 * Compares a row of the bank's result with what was ordered.
 * @param mark that of the list
 * @param place the row's person among those awaited
 * @param isSeen whether a row before it had the same person
 */
export function faultOf(
  { amount, remark }: ResultRow,
  { amounts }: AwaitedPayments,
  mark: string,
  place: number | undefined,
  isSeen: boolean,
): RowFault | undefined {
  if (namesAnother(remark, mark)) return { why: 'another-list' };
  if (place === undefined) return { why: 'unknown' };
  if (isSeen) return { why: 'twice' };
  const ordered = amounts[place] as Fen;
  return ordered === amount ? undefined : { why: 'amount', ordered };
}
