import { titleOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { formatYuan } from '../../core/money.ts';
import { type ClaimRecord, claimFields, receiptTypes } from './claim.ts';
import { words } from './words.ts';

/** What a stored claim says, in the words of a record. */
export type ThereClaim = { readonly [Name in keyof ClaimRecord]: ClaimRecord[Name] | string } & {
  readonly id: number;
  readonly state: string;
};

/** What is to be done with a receipt: enter it, nothing (the same is there), or the conflict. */
export type ReceiptPlan = 'new' | { readonly sameAs: number } | Said;

/**
 * Compares a receipt with those of its number and type that are there (SPEC 7). One that was taken back
 * with the same content is not entered again by an import; with other content it is a mended receipt.
 * @param again true where a person enters it on purpose: then one taken back stands in no way
 * @param hidden the claims of which the operator is told nothing but that they are there
 */
export function planReceipt(
  record: ClaimRecord,
  there: readonly ThereClaim[],
  again: boolean,
  hidden: ReadonlySet<number>,
): ReceiptPlan {
  const takenBack = (claim: ThereClaim) =>
    claim.state === 'withdrawn' || claim.state === 'annulled';
  const same = there.find(
    (claim) => !(again && takenBack(claim)) && differences(record, claim).length === 0,
  );
  if (same) return { sameAs: same.id };
  const live = there.find((claim) => !takenBack(claim));
  if (!live) return 'new';
  const receipt = {
    no: record.receipt_no,
    type: titleOf(receiptTypes, record.receipt_type),
  };
  if (hidden.has(live.id)) return say(words.conflictElsewhere, receipt);
  return say(words.conflict, {
    ...receipt,
    claim: live.id,
    differences: differences(record, live),
  });
}

/** In what a receipt differs from one that is there. What a row leaves empty it says nothing about. */
function differences(record: ClaimRecord, there: ThereClaim): readonly Said[] {
  const found: Said[] = [];
  for (const field of Object.values(claimFields)) {
    const name = field.name as keyof ClaimRecord;
    const here = record[name];
    if (here === null || here === there[name]) continue;
    const show = (value: string | number | null) => {
      if (value === null) return words.nothing;
      const isMoney = /amount|paid|pay$|expense/.test(name);
      return isMoney ? formatYuan(Number(value)) : value;
    };
    found.push(
      say(words.difference, { field: field.title, there: show(there[name]), here: show(here) }),
    );
  }
  return found;
}
