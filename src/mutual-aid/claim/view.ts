import { titleOf } from '../../core/field.ts';
import { joinClauses, render, type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import {
  type Block,
  type Column,
  choiceInWords,
  factsOf,
  type Row,
  yuanColumn,
} from '../../core/report.ts';
import { benefitTitle } from '../../policy/funds.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Estimate } from '../estimate.ts';
import type { Reason } from '../payability.ts';
import { reasonTitle } from '../reason-words.ts';
import { type ClaimState, claimFields, claimStates, receiptTypes } from './claim.ts';
import { type Alike, alikeTitles, reasonSaid } from './duplicate.ts';
import type { StoredClaim } from './store.ts';
import { words } from './words.ts';

const right = { align: 'right' } as const;
const more = { fileOnly: true } as const;

/** The columns of a list of claims: those of the file, and what is worked out. */
export const claimColumns: readonly Column[] = [
  { key: 'claim', title: words.claim, ...right },
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'receipt_type', title: words.receiptType, show: choiceInWords(receiptTypes) },
  { key: 'receipt_no', title: words.receiptNo },
  { key: 'service_date', title: words.serviceDate },
  { key: 'hospital', title: words.hospital, ...more },
  { ...yuanColumn('total_amount', words.totalAmount), ...more },
  { ...yuanColumn('pool_paid', words.poolPaid), ...more },
  yuanColumn('pool_self_pay', words.poolSelfPay),
  { key: 'received_on', title: words.receivedOn, ...more },
  { ...yuanColumn('own_expense', words.ownExpense), ...more },
  { ...yuanColumn('personal_account_paid', words.personalAccountPaid), ...more },
  { key: 'diagnosis', title: words.diagnosis, ...more },
  { key: 'stay_days', title: words.stayDays, ...right, ...more },
  { key: 'state', title: words.state, show: choiceInWords(claimStates) },
  {
    key: 'state_reason',
    title: words.stateReason,
    show: (cell, lang) => {
      const said = reasonSaid(String(cell ?? ''));
      return typeof said === 'string' ? said : render(said, lang);
    },
    ...more,
  },
  { key: 'batch', title: words.batch, ...more },
  { key: 'payable', title: words.payable, ...more },
  {
    key: 'reasons',
    title: words.reasons,
    show: (cell, lang) =>
      joinClauses(
        (cell as readonly Reason[]).map((reason) => reasonTitle(reason)[lang]),
        lang,
      ),
  },
];

/** The columns for claims of one state: open ones tell why they do not count, others why they are as they are. */
export function columnsFor(state: ClaimState | undefined): readonly Column[] {
  if (state === undefined || state === 'open' || state === 'settled') return claimColumns;
  return claimColumns.map((column) => {
    if (column.key === 'reasons') return { ...column, fileOnly: true };
    return column.key === 'state_reason' ? { ...column, fileOnly: false } : column;
  });
}

/** The columns of the list that carry nothing to import. */
export const derivedColumns: readonly string[] = claimColumns
  .map(({ key }) => key)
  .filter((key) => !(key in claimFields));

/** A claim as a row: SPEC's names, amounts in yuan. @param reasons undefined where the claim is not open */
export function claimRow(claim: StoredClaim, reasons: readonly Reason[] | undefined) {
  const yuan = (fen: number | null) => (fen === null ? null : formatYuan(fen));
  return {
    claim: claim.id,
    employee_no: claim.employee_no,
    name: claim.name,
    receipt_type: claim.receipt_type,
    receipt_no: claim.receipt_no,
    service_date: claim.service_date,
    hospital: claim.hospital,
    total_amount: formatYuan(claim.total_amount),
    pool_paid: formatYuan(claim.pool_paid),
    pool_self_pay: formatYuan(claim.pool_self_pay),
    received_on: claim.received_on,
    own_expense: yuan(claim.own_expense),
    personal_account_paid: yuan(claim.personal_account_paid),
    diagnosis: claim.diagnosis,
    stay_days: claim.stay_days,
    state: claim.state,
    state_reason: claim.state_reason,
    batch: claim.batch,
    payable: reasons === undefined ? null : reasons.length === 0,
    reasons: reasons ?? [],
  };
}

/** The JSON of an estimate. */
export function estimateJson(estimate: Estimate) {
  return {
    quarter: estimate.quarter,
    payable: estimate.reasons.length === 0,
    reasons: estimate.reasons,
    adds: Object.fromEntries(
      Object.entries(estimate.adds).map(([benefit, fen]) => [benefit, formatYuan(fen)]),
    ),
  };
}

/** What a receipt will pay and why, or what is missing for it to count. */
export function estimateSaid(estimate: Estimate, policy: Policy): readonly Said[] {
  const { quarter, reasons, adds } = estimate;
  if (reasons.length > 0) {
    return [say(words.estimateNotPayable, { reasons: reasons.map(reasonTitle) })];
  }
  const title = (benefit: string) => benefitTitle(policy.versions, benefit);
  const amounts = Object.entries(adds).map(([benefit, fen]) =>
    say(words.estimateAdds, { benefit: title(benefit), due: readableYuan(fen) }),
  );
  if (amounts.length > 0) return [say(words.estimatePays, { quarter, amounts })];
  const below = estimate.accounts.flatMap(({ benefit, base, parts }) => {
    const first = parts[0];
    if (!first || base > first.over) return [];
    const missing = readableYuan(first.over - base);
    const facts = {
      benefit: title(benefit),
      base: readableYuan(base),
      over: readableYuan(first.over),
      missing,
    };
    return [say(words.estimateBelow, facts)];
  });
  return [say(words.estimateNothing, { quarter }), ...below.slice(0, 1)];
}

/** One claim, a fact a line. A draft has no number yet (0), and shows none. */
export function claimBlock(claim: StoredClaim): Block {
  const row: Row = claimRow(claim, undefined);
  const { state_reason: reason } = claim;
  const shown = claimColumns.filter(
    ({ key }) =>
      !['payable', 'reasons', 'state_reason'].includes(key) && !(key === 'claim' && claim.id === 0),
  );
  return { facts: [...factsOf(shown, row), [words.stateReason, reason ? reasonSaid(reason) : '']] };
}

/** The claim that another one may be, and in what they are alike. */
export function otherSaid(other: StoredClaim, alike: readonly Alike[], employeeNo: string): Said {
  const facts = {
    ...{ claim: other.id, no: other.receipt_no, date: other.service_date },
    ...{ type: titleOf(receiptTypes, other.receipt_type), hospital: other.hospital },
    ...{ total: readableYuan(other.total_amount), state: titleOf(claimStates, other.state) },
    alike: alikeTitles(alike),
  };
  const { employee_no: person, name } = other;
  return person === employeeNo
    ? say(words.otherClaim, facts)
    : say(words.otherClaimOf, { ...facts, person, name });
}
