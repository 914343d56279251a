import { titleOf } from '../../core/field.ts';
import { type Fact, type Phrase, type Said, say } from '../../core/language.ts';
import { type Fen, formatYuan, readableYuan } from '../../core/money.ts';
import type { Quarter } from '../../core/quarter.ts';
import { formatRate } from '../../core/rate.ts';
import { benefitTitle } from '../../policy/funds.ts';
import type { Policy } from '../../policy/policy.ts';
import { reasonTitle } from '../reason-words.ts';
import type { Account } from '../settlement.ts';
import { situations } from '../special-relief/special-relief.ts';
import type { StoredGrant } from '../special-relief/store.ts';
import type { AccountDiff, Change } from './diff.ts';
import { baseTitle, benefitOf, type ExplainedReceipt } from './explain.ts';
import { grantOf } from './granted.ts';
import { words } from './words.ts';

/** What the words of a difference need to know. */
export interface DiffWords {
  /** The batch that is compared with; undefined where there is none yet. */
  readonly batch: string | undefined;
  /** The quarter with which the difference is settled. */
  readonly quarter: Quarter;
  readonly policy: Policy;
  readonly receipts: ReadonlyMap<number, ExplainedReceipt>;
  readonly kindTitle: (kind: string) => Phrase;
  /** The person's special relief, by period. */
  readonly grants: ReadonlyMap<string, StoredGrant>;
}

/** Whether a difference is worth words: not where nothing was paid, is, or is on its way to. */
export function diffWorthTelling({ before, now }: AccountDiff): boolean {
  if (now.due !== 0 || now.target !== 0 || (before?.target ?? 0) !== 0) return true;
  return now.unmet.length === 0 && now.parts.length > 0;
}

/** What has changed on an account and what it comes to, line by line. */
export function diffSaid(diff: AccountDiff, about: DiffWords): readonly Said[] {
  const { before, now, rate, changes } = diff;
  return [
    ...(changes.length > 0 && about.batch ? [say(words.changed, { batch: about.batch })] : []),
    ...changes.flatMap((change) => changeSaid(change, now, about)),
    ...(grantOf(now, about.grants) ? [] : [baseSaid(diff, about.policy)]),
    ...(rate
      ? [say(words.rateMoved, { before: formatRate(rate.before), now: formatRate(rate.now) })]
      : []),
    before?.target === now.target
      ? say(words.targetStandsSo, { now: readableYuan(now.target) })
      : say(words.targetMoved, moved(before?.target ?? 0, now.target)),
    differenceSaid(now, about.quarter),
  ];
}

function baseSaid({ before, now }: AccountDiff, policy: Policy): Said {
  const base = baseTitle(benefitOf(policy, now)?.base ?? 'pool_self_pay');
  return before?.base === now.base
    ? say(words.baseStands, { base, now: readableYuan(now.base) })
    : say(words.baseMoved, { base, ...moved(before?.base ?? 0, now.base) });
}

const moved = (before: Fen, now: Fen) => ({
  ...{ before: readableYuan(before), now: readableYuan(now) },
});

function differenceSaid({ due, settled_before }: Account, quarter: Quarter): Said {
  const settled = readableYuan(settled_before);
  if (due > 0) return say(words.moreDue, { settled, due: readableYuan(due), quarter });
  if (due < 0) return say(words.lessDue, { settled, due: readableYuan(-due), quarter });
  return say(words.nothingDue, { settled });
}

function changeSaid(change: Change, account: Account, about: DiffWords): readonly Said[] {
  const { batch = '', policy, kindTitle } = about;
  switch (change.what) {
    case 'receipt-in':
    case 'receipt-out':
    case 'receipt-mended':
      return receiptSaid(change, account, about);
    case 'years-in':
      return [say(words.yearsIn, { years: change.years.map(String) })];
    case 'years-out':
      return [say(words.yearsOut, { years: change.years.map(String) })];
    case 'recognition-in':
    case 'recognition-out':
    case 'recognition-begun':
      return [recognitionSaid(change, kindTitle)];
    case 'continuity': {
      const { before, now } = change;
      return [say(words.continuityMoved, { year: account.period.slice(0, 4), before, now })];
    }
    case 'room': {
      const within = benefitOf(policy, account)?.within;
      const others = (within?.together_with ?? []).map((name) =>
        benefitTitle(policy.versions, name),
      );
      const [before, now] = [readableYuan(change.before), readableYuan(change.now)];
      return [say(words.roomMoved, { others, before, now })];
    }
    case 'policy':
      return [say(words.policyMoved, { batch })];
    case 'granted':
    case 'revoked':
      return grantSaid(change.what, grantOf(account, about.grants));
  }
}

function receiptSaid(
  change: Extract<Change, { readonly claim: number }>,
  account: Account,
  { policy, receipts }: DiffWords,
): readonly Said[] {
  const receipt = receipts.get(change.claim);
  if (!receipt) return [];
  const column = benefitOf(policy, account)?.base ?? 'pool_self_pay';
  const { service_date: date, type, receipt_no: no, hospital } = receipt;
  const amount = readableYuan(receipt[column]);
  const facts = { date, type, no, hospital, base: baseTitle(column), amount };
  if (change.what === 'receipt-out') {
    const why: Fact = receipt.gone ?? '';
    return [say(words.receiptOut, { ...facts, why })];
  }
  if (change.what === 'receipt-mended') {
    const was = receipts.get(change.was);
    const old = { was: readableYuan(was?.[column] ?? 0), why: was?.gone ?? '' };
    return [say(words.receiptMended, { ...facts, ...old })];
  }
  if (change.against.length === 0) return [say(words.receiptIn, facts)];
  return [say(words.receiptCounts, { ...facts, reasons: change.against.map(reasonTitle) })];
}

function grantSaid(what: 'granted' | 'revoked', grant: StoredGrant | undefined): readonly Said[] {
  if (!grant) return [];
  if (what === 'revoked') {
    return [say(words.grantRevoked, { day: grant.ended_on ?? '', reason: grant.reason ?? '' })];
  }
  const situation = titleOf(situations, grant.situation);
  return [say(words.grantApproved, { day: grant.approved_on ?? grant.granted_on, situation })];
}

function recognitionSaid(
  change: Extract<Change, { readonly recognition: string }>,
  kindTitle: (kind: string) => Phrase,
): Said {
  const { from, otherwise_to: to } = change;
  const facts = { kind: kindTitle(change.recognition), from };
  if (change.what === 'recognition-begun') return say(words.recognitionBegun, facts);
  if (change.what === 'recognition-in') {
    return to === null
      ? say(words.recognitionIn, facts)
      : say(words.recognitionLonger, { ...facts, to });
  }
  return to === null
    ? say(words.recognitionOut, facts)
    : say(words.recognitionShorter, { ...facts, to });
}

/** A difference as JSON, amounts in yuan; `difference` has its sign. */
export function diffJson({ before, now, changes }: AccountDiff) {
  const side = (account: Account) => ({
    base: formatYuan(account.base),
    rate: account.rate === null ? null : formatRate(account.rate),
    completed_years: account.completed_years,
    target: formatYuan(account.target),
  });
  return {
    ...{ benefit: now.benefit, fund: now.fund, period: now.period },
    before: before ? side(before) : null,
    now: side(now),
    settled_before: formatYuan(now.settled_before),
    difference: formatYuan(now.due),
    changes: changes.map((change) =>
      change.what === 'room'
        ? { ...change, before: formatYuan(change.before), now: formatYuan(change.now) }
        : change,
    ),
  };
}
