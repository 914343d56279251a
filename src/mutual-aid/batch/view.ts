import type { Phrase, Said } from '../../core/language.ts';
import { joinClauses, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { type Column, inWords, yuanColumn } from '../../core/report.ts';
import type { Fund } from '../../policy/aid.ts';
import { benefitTitle, fundInWords } from '../../policy/funds.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Reason } from '../payability.ts';
import { reasonTitle } from '../reason-words.ts';
import { isEmpty, type Refusal, type Totals } from './batch.ts';
import type { Settled } from './settle.ts';
import { words } from './words.ts';

const statuses: Readonly<Record<string, Phrase>> = {
  computed: words.statusComputed,
  announced: words.statusAnnounced,
  approved: words.statusApproved,
  paid: words.statusPaid,
  closed: words.statusClosed,
  void: words.statusVoid,
};

/** What a batch's status is called. */
export function statusTitle(status: string): Phrase {
  return statuses[status] ?? { en: status, zh: status };
}

const steps: Readonly<Record<string, Phrase>> = {
  computed: words.stepComputed,
  announced: words.stepAnnounced,
  objection: words.stepObjection,
  approved: words.stepApproved,
  ordered: words.stepOrdered,
  paid: words.stepPaid,
  'nothing-to-pay': words.stepNothingToPay,
  closed: words.stepClosed,
  void: words.stepVoid,
};

/** One step of a batch's life in words, with its day. */
export function stepSaid(step: { step: string; operator: string; day: string }): Said {
  const { operator, day } = step;
  const title = steps[step.step] ?? { en: step.step, zh: step.step };
  return say(words.step, { step: title, operator, day });
}

/** Why a quarter cannot be settled, in words, with what to do. */
export function refusalSaid(quarter: string, refusal: Refusal): Said {
  switch (refusal.why) {
    case 'not-ended':
      return say(words.notEnded, { quarter, lastDay: refusal.lastDay });
    case 'awaits-approval':
      return say(words.awaitsApproval, { quarter, batch: refusal.batch });
    case 'before-approved':
      return say(words.beforeApproved, { quarter, approved: refusal.quarter });
  }
}

/** The dues by benefit, in words: those that are not zero. */
function duesSaid(due: Totals['due'], policy: Policy): readonly Said[] {
  const some = Object.entries(due).filter(([, fen]) => fen !== 0);
  const shown = some.length > 0 ? some : Object.entries(due).slice(0, 1);
  return shown.map(([benefit, fen]) =>
    say(words.benefitDue, {
      benefit: benefitTitle(policy.versions, benefit),
      due: readableYuan(fen),
    }),
  );
}

/** A settlement in a line, and a line for each thing about it that is out of the ordinary. */
export function settledSaid(quarter: string, settled: Settled): readonly [Said, ...Said[]] {
  const said = outcomeSaid(quarter, settled);
  if (settled.outcome !== 'new' && settled.outcome !== 'updated') return [said];
  const { earlier, taken_back, owing, held_back } = settled.totals;
  const { announcement } = settled;
  const batch = settled.batch ?? '';
  return [
    said,
    ...(announcement === 'again' ? [say(words.announceAgain, { batch })] : []),
    ...(announcement === 'stands' ? [say(words.announcementStands, { batch })] : []),
    ...(earlier > 0 ? [say(words.earlierReceipts, { earlier })] : []),
    ...(owing > 0 ? [say(words.takenBack, { amount: readableYuan(taken_back), owing })] : []),
    ...(held_back > 0 ? [say(words.heldBack, { amount: readableYuan(held_back) })] : []),
  ];
}

function outcomeSaid(quarter: string, { outcome, batch, totals, policy }: Settled): Said {
  const { claims, people, not_payable } = totals;
  if (outcome === 'nothing') return say(words.nothing, { quarter, not_payable });
  const payable = readableYuan(totals.payable);
  const name = batch ?? '';
  if (isEmpty(totals)) {
    return outcome === 'unchanged'
      ? say(words.emptyBatch, { quarter, batch: name })
      : say(words.emptiedBatch, { batch: name, not_payable });
  }
  if (outcome === 'unchanged') return say(words.unchangedBatch, { quarter, batch: name, payable });
  const dues = duesSaid(totals.due, policy);
  const facts = { batch: name, claims, people, payable, dues, not_payable };
  return say(outcome === 'new' ? words.newBatch : words.updatedBatch, facts);
}

/** The JSON of a settlement (SPEC 8). */
export function settledJson({ batch, status, totals }: Settled) {
  return {
    batch,
    status,
    claims: totals.claims,
    people: totals.people,
    due: yuanByKey(totals.due),
    payable: formatYuan(totals.payable),
    not_payable: totals.not_payable,
  };
}

/** Amounts in fen as yuan, key by key. */
function yuanByKey(amounts: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(amounts).map(([key, fen]) => [key, formatYuan(fen)]));
}

/** The columns of the list of batches. */
export const batchColumns: readonly Column[] = [
  { key: 'batch', title: words.batch },
  { key: 'quarter', title: words.quarter, fileOnly: true },
  { key: 'status', title: words.status, show: inWords(statusTitle) },
  { key: 'claims', title: words.claims, align: 'right' },
  { key: 'people', title: words.people, align: 'right' },
  yuanColumn('payable', words.payable),
];

/** The columns of a batch's lines (SPEC 8). */
export const lineColumns = (policy: Policy): readonly Column[] => [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'fund', title: words.fund, fileOnly: true },
  {
    key: 'benefit',
    title: words.benefit,
    show: inWords((code) => benefitTitle(policy.versions, code)),
  },
  { key: 'period', title: words.period },
  yuanColumn('base', words.base),
  { key: 'rate', title: words.rate, align: 'right' },
  yuanColumn('target', words.target),
  yuanColumn('settled_before', words.settledBefore),
  yuanColumn('due', words.due),
];

/** The columns of a batch's payments (SPEC 8); names for people to read, not for the contract's CSV. */
export const paymentColumns = (funds: readonly Fund[]): readonly Column[] => [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'fund', title: words.fund, show: fundInWords(funds) },
  yuanColumn('due', words.due),
  yuanColumn('offset', words.offset),
  yuanColumn('payable', words.payable),
];

/** The columns of what is not payable (SPEC 8). */
export const notPayableColumns: readonly Column[] = [
  { key: 'claim', title: words.claimId, align: 'right' },
  { key: 'receipt_no', title: words.receiptNo },
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
