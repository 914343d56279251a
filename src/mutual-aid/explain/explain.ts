import { yearOf } from '../../core/civil-date.ts';
import { titleOf } from '../../core/field.ts';
import { type Fact, type Phrase, type Said, say } from '../../core/language.ts';
import { readableYuan, sumFen } from '../../core/money.ts';
import { applyRates, formatRate } from '../../core/rate.ts';
import { benefitTitle } from '../../policy/funds.ts';
import { type Base, type Benefit, type Policy, versionOn } from '../../policy/policy.ts';
import { receiptTypes } from '../claim/claim.ts';
import { reasonSaid } from '../claim/duplicate.ts';
import { reasonTitle } from '../reason-words.ts';
import type { Account, NotPayable } from '../settlement.ts';
import type { Lost } from './lost.ts';
import { words } from './words.ts';

/** A receipt as an explanation names it. */
export interface ExplainedReceipt {
  readonly id: number;
  readonly service_date: string;
  readonly type: Phrase;
  readonly receipt_no: string;
  readonly hospital: string;
  readonly pool_paid: number;
  readonly pool_self_pay: number;
  /** Why it counts no more, where it was settled and does not. */
  readonly gone?: Fact;
}

/** What is stored of a claim that an explanation names. */
export type ReceiptClaim = Omit<ExplainedReceipt, 'type' | 'gone'> & {
  readonly receipt_type: string;
  readonly state_reason: string | null;
};

/** Receipts as an explanation names them, by claim. @param returned the settled ones that count no more */
export function explainedReceipts(
  claims: readonly ReceiptClaim[],
  returned: readonly NotPayable[],
): ReadonlyMap<number, ExplainedReceipt> {
  const gone = new Map(returned.map(({ claim, reasons }) => [claim, reasons]));
  return new Map(
    claims.map((claim) => {
      const reasons = gone.get(claim.id)?.map(reasonTitle) ?? [];
      const annulled = say(words.annulled, { reason: reasonSaid(claim.state_reason ?? '') });
      const type = titleOf(receiptTypes, claim.receipt_type);
      return [claim.id, { ...claim, type, gone: reasons.length > 0 ? reasons : annulled }];
    }),
  );
}

/** What a benefit's base is called. */
export const baseTitle = (base: Base): Phrase =>
  base === 'pool_self_pay' ? words.selfPay : words.poolPaid;

/** A period as people say it: `2026` is a year, `2026Q3` a quarter. */
export function periodTitle(period: string): Phrase {
  return { en: period, zh: /^\d{4}$/.test(period) ? `${period} 年` : period };
}

/** The policy's version in an account's year. */
const versionOf = (policy: Policy, { period }: Account) =>
  versionOn(policy, `${yearOf(period)}-12-31`);

/** The benefit that an account is of, as the policy had it for the account's year. */
export function benefitOf(policy: Policy, account: Account): Benefit | undefined {
  return versionOf(policy, account)?.benefits.find(({ name }) => name === account.benefit);
}

/**
 * An account's calculation in words, step by step, with the numbers put into the policy's clause (SPEC 8).
 * It says what the settlement worked out; it works nothing out itself.
 * @param kindTitle what a kind of recognition is called
 * @param lost what is no longer recorded, where money of the account was or is to be taken back
 */
export function explainAccount(
  account: Account,
  policy: Policy,
  receipts: ReadonlyMap<number, ExplainedReceipt>,
  kindTitle: (kind: string) => Phrase,
  lost: Lost | undefined,
): readonly Said[] {
  const benefit = benefitOf(policy, account);
  if (!benefit) return [];
  const base = readableYuan(account.base);
  const kinds = benefit.needs.map(kindTitle);
  const period = periodTitle(account.period);
  return [
    ...receiptLines(account, benefit, receipts),
    ...goneLines(account, benefit, receipts, lostSaid(account, policy, kindTitle, lost)),
    say(words.sum, { base: baseTitle(benefit.base), amount: base }),
    ...(account.unmet.length > 0
      ? [say(words.unmet, { kinds: account.unmet.map(kindTitle), period })]
      : [
          ...(kinds.length > 0 ? [say(words.met, { kinds, period })] : []),
          ...(benefit.formula === 'steps'
            ? stepLines(account, benefit)
            : bandLines(account, benefit)),
          ...limitLines(account, benefit, policy, receipts),
        ]),
    dueLine(account),
    ...(benefit.source ? [say(words.source, { source: benefit.source })] : []),
    ...(benefit.assumption ? [say(words.assumption, { assumption: benefit.assumption })] : []),
  ];
}

function receiptLines(
  account: Account,
  benefit: Benefit,
  receipts: ReadonlyMap<number, ExplainedReceipt>,
): readonly Said[] {
  if (account.claims.length === 0) return [say(words.noReceipts)];
  const lines = account.claims.flatMap((id) => {
    const receipt = receipts.get(id);
    if (!receipt) return [];
    const { service_date: date, type, receipt_no: no, hospital } = receipt;
    const amount = readableYuan(receipt[benefit.base]);
    return [
      say(words.receipt, { date, type, no, hospital, base: baseTitle(benefit.base), amount }),
    ];
  });
  return [say(words.receipts), ...lines];
}

/** Receipts, enrolments and recognitions that counted when they were settled, and do not now. */
function goneLines(
  account: Account,
  benefit: Benefit,
  receipts: ReadonlyMap<number, ExplainedReceipt>,
  lost: readonly Said[],
): readonly Said[] {
  const lines = account.returned.flatMap((id) => {
    const receipt = receipts.get(id);
    if (!receipt) return [];
    const { service_date: date, type, receipt_no: no, hospital, gone: why = '' } = receipt;
    const base = baseTitle(benefit.base);
    const amount = readableYuan(receipt[benefit.base]);
    return [say(words.goneReceipt, { date, type, no, hospital, base, amount, why })];
  });
  const all = [...lines, ...lost];
  return all.length > 0 ? [say(words.gone), ...all] : [];
}

/** What receipts need to count in an account's year: kinds of recognition, and a designated hospital. */
export function receiptNeeds(policy: Policy, account: Account): readonly string[] {
  const receipts = versionOf(policy, account)?.receipts ?? {};
  return Object.values(receipts).flatMap(({ needs }) => needs);
}

/** The years up to the account's own, and the kinds of recognition that its benefit or a receipt needs. */
function lostSaid(
  account: Account,
  policy: Policy,
  kindTitle: (kind: string) => Phrase,
  lost: Lost | undefined,
): readonly Said[] {
  if (!lost) return [];
  const year = yearOf(account.period);
  const needed = [...(benefitOf(policy, account)?.needs ?? []), ...receiptNeeds(policy, account)];
  const years = lost.years.filter((one) => one <= year).map(String);
  const recognitions = lost.recognitions.filter(({ kind }) => needed.includes(kind));
  return [
    ...(years.length > 0 ? [say(words.lostYears, { years })] : []),
    ...recognitions.map(({ kind, from, endsNow }) => {
      const facts = { kind: kindTitle(kind), from };
      return endsNow === null
        ? say(words.lostRecognition, facts)
        : say(words.shortenedRecognition, { ...facts, to: endsNow });
    }),
  ];
}

function bandLines(account: Account, benefit: Benefit): readonly Said[] {
  const base = readableYuan(account.base);
  const first = benefit.bands[0];
  if (first && account.base <= first.over) {
    const missing = readableYuan(first.over - account.base);
    return [say(words.below, { base, over: readableYuan(first.over), missing })];
  }
  const alone = account.parts.length === 1;
  const bands = account.parts.map(({ over, part, rate }) =>
    say(alone ? words.bandAlone : words.band, {
      ...{ base, over: readableYuan(over), part: readableYuan(part), rate: formatRate(rate) },
      amount: readableYuan(applyRates([{ part, rate }])),
    }),
  );
  return [...continuityLines(account, benefit), ...bands];
}

function continuityLines(account: Account, benefit: Benefit): readonly Said[] {
  const { continuity } = benefit;
  const [band] = benefit.bands;
  const [part] = account.parts;
  if (!continuity || !band || !part) return [];
  const years = account.completed_years;
  const year = yearOf(account.period);
  const facts = { year, years, every: continuity.every_years, rate: formatRate(band.rate) };
  if (part.rate === band.rate) return [say(words.notCompleted, facts)];
  return [
    say(words.completed, {
      ...facts,
      ...{ from: year - years, to: year - 1, add: continuity.add / 100 },
      ...{ more: (part.rate - band.rate) / 100, result: formatRate(part.rate) },
    }),
  ];
}

function stepLines(account: Account, benefit: Benefit): readonly Said[] {
  const base = readableYuan(account.base);
  const reached = benefit.steps.findLast(({ over }) => account.base > over);
  if (reached) {
    return [
      say(words.step, { base, over: readableYuan(reached.over), pay: readableYuan(reached.pay) }),
    ];
  }
  return [say(words.stepNone, { base, over: readableYuan(benefit.steps[0]?.over ?? 0) })];
}

function limitLines(
  account: Account,
  benefit: Benefit,
  policy: Policy,
  receipts: ReadonlyMap<number, ExplainedReceipt>,
): readonly Said[] {
  const lines: Said[] = [];
  const { cap, within } = benefit;
  if (cap !== null && account.computed > cap)
    lines.push(say(words.capped, { cap: readableYuan(cap) }));
  if (
    within &&
    account.room !== null &&
    account.room < Math.min(account.computed, cap ?? account.computed)
  ) {
    const shared = sumFen(account.claims.map((id) => receipts.get(id)?.[within.of] ?? 0));
    const others = within.together_with.map((name) => benefitTitle(policy.versions, name));
    const facts = { others, base: baseTitle(within.of), shared: readableYuan(shared) };
    lines.push(say(words.within, { ...facts, room: readableYuan(account.room) }));
  }
  return lines;
}

/** What is due on an account in words: in all, settled before, now. */
export function dueLine({ target, settled_before, due }: Account): Said {
  if (due === 0 && target > 0) return say(words.targetStands, { target: readableYuan(target) });
  const facts = { target: readableYuan(target), before: readableYuan(settled_before) };
  if (due < 0) return say(words.targetBack, { ...facts, back: readableYuan(-due) });
  return say(words.target, { ...facts, due: readableYuan(due) });
}
