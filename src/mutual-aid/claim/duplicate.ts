import type { CivilDate } from '../../core/civil-date.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import type { Fen } from '../../core/money.ts';
import type { Database } from '../../io/database.ts';
import { words } from './words.ts';

/** A receipt as far as it can be taken for another one. */
export interface Receipt {
  readonly person_id: number;
  readonly receipt_no: string;
  readonly hospital_id: number;
  readonly service_date: CivilDate;
  readonly total_amount: Fen;
}

/** A receipt that was entered. */
export interface EnteredReceipt extends Receipt {
  readonly id: number;
}

/** In what two receipts are alike: the number (under another type), or hospital, day and total amount. */
export type Alike = 'number' | 'cost';

/** The claim that a receipt may be, and in what the two are alike. */
export interface Likeness {
  readonly claim: number;
  readonly receipt_no: string;
  readonly alike: readonly Alike[];
}

/** A grant out of another fund that has paid for what a receipt is for, and in what the two are alike. */
export interface GrantOfCost {
  readonly grant: number;
  readonly fund: Phrase;
  readonly alike: readonly Alike[];
}

/** What a receipt may be: a claim that is there, or what a grant has paid already. */
export type Lookalike = Likeness | GrantOfCost;

/** A receipt with the name of its hospital. */
export interface ReceiptOfCost extends Receipt {
  readonly hospital: string;
}

/**
 * Finds the grants that have paid for receipts, in the order of the receipts. Grants stand below claims: the wiring
 * hands it in.
 */
export type GrantsOfCosts = (
  query: Database['query'],
  receipts: readonly ReceiptOfCost[],
) => Promise<readonly (GrantOfCost | undefined)[]>;

/** Whether a claim is paid or may come to be: open, held or settled. */
export function stands({ state }: { readonly state: string }): boolean {
  return state === 'open' || state === 'held' || state === 'settled';
}

/**
 * The standing claims that new receipts may be, so that each is paid once: those of the same number, or of
 * the same hospital, service date and total amount, within one household.
 */
export class Lookalikes {
  private readonly claims = new Map<number, EnteredReceipt[]>();

  /** @param households by person, the household that is paid a receipt once */
  constructor(private readonly households: ReadonlyMap<number, number>) {}

  /**
   * Takes a standing claim in, to be found by those that are entered after it.
   * @returns the earliest claim that it may be. One of its own number and type there cannot be.
   */
  add(claim: EnteredReceipt): Likeness | undefined {
    const household = this.households.get(claim.person_id) ?? claim.person_id;
    const known = this.claims.get(household);
    if (!known) {
      this.claims.set(household, [claim]);
      return undefined;
    }
    let earliest: EnteredReceipt | undefined;
    for (const one of known) {
      const before = one.id < (earliest ?? claim).id;
      if (before && (isOneNumber(claim, one) || isOneCost(claim, one))) earliest = one;
    }
    known.push(claim);
    if (!earliest) return undefined;
    const { id, receipt_no } = earliest;
    return { claim: id, receipt_no, alike: alikeIn(claim, earliest) };
  }
}

const isOneNumber = (one: Receipt, other: Receipt) => one.receipt_no === other.receipt_no;

const isOneCost = (one: Receipt, other: Receipt) =>
  one.total_amount === other.total_amount &&
  one.service_date === other.service_date &&
  one.hospital_id === other.hospital_id;

/** In what two claims of one household are alike. */
export function alikeIn(one: Receipt, other: Receipt): readonly Alike[] {
  return [
    ...(isOneNumber(one, other) ? (['number'] as const) : []),
    ...(isOneCost(one, other) ? (['cost'] as const) : []),
  ];
}

/** What two receipts have in common, in words. */
export function alikeTitles(alike: readonly Alike[]) {
  return alike.map((one) => (one === 'number' ? words.sameNumber : words.sameCost));
}

/** That a receipt may be another claim, or was paid by a grant, and why. */
export function likenessSaid(one: Lookalike): Said {
  const alike = alikeTitles(one.alike);
  if ('grant' in one) return say(words.paidByGrant, { grant: one.grant, fund: one.fund, alike });
  return say(words.looksLike, { claim: one.claim, no: one.receipt_no, alike });
}

// What the program itself notes as the reason of a state is a code: it is put into words on the screen.
const noted = /^(possible-duplicate|duplicate|paid-by-grant):(\d{1,15})$/;

/** The reason noted at a claim that is held because it may be another one, or was paid by a grant. */
export function mayBe(one: Lookalike): string {
  return 'grant' in one ? `paid-by-grant:${one.grant}` : `possible-duplicate:${one.claim}`;
}

/** The reason noted at a claim that is rejected because it is another one. */
export function isSameAs(claim: number): string {
  return `duplicate:${claim}`;
}

/** The claim that a held one may be; undefined where it is not held for that. */
export function possibleDuplicateOf(claim: {
  readonly state: string;
  readonly state_reason: string | null;
}): number | undefined {
  const [, code, other] = noted.exec(claim.state_reason ?? '') ?? [];
  return claim.state === 'held' && code === 'possible-duplicate' ? Number(other) : undefined;
}

/** The grant that has paid what a held claim is for; undefined where it is not held for that. */
export function grantThatPaid(claim: {
  readonly state: string;
  readonly state_reason: string | null;
}): number | undefined {
  const [, code, grant] = noted.exec(claim.state_reason ?? '') ?? [];
  return claim.state === 'held' && code === 'paid-by-grant' ? Number(grant) : undefined;
}

/** The reason of a claim's state in words: what a person wrote, or what the program noted. */
export function reasonSaid(reason: string): Said | string {
  const [, code, other] = noted.exec(reason) ?? [];
  if (other === undefined) return reason;
  if (code === 'paid-by-grant') return say(words.costPaidByGrant, { grant: Number(other) });
  return say(code === 'duplicate' ? words.isSame : words.mayBeSame, { claim: Number(other) });
}
