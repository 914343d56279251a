import { type CivilDate, yearOf } from '../../core/civil-date.ts';
import { titleOf } from '../../core/field.ts';
import { type Lang, render, type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { lastDayOf, type Quarter, quarterOf } from '../../core/quarter.ts';
import { formatRate } from '../../core/rate.ts';
import type { Block } from '../../core/report.ts';
import type { CausedMovement } from '../../ledger/fund/fund.ts';
import { causes } from '../../ledger/origins.ts';
import { kindTitle } from '../../people/recognition/recognition.ts';
import { benefitTitle, fundTitle } from '../../policy/funds.ts';
import { fundsOfBatch } from '../batch/batch.ts';
import { statusTitle } from '../batch/view.ts';
import { claimStates, receiptTypes } from '../claim/claim.ts';
import { reasonSaid } from '../claim/duplicate.ts';
import type { StoredClaim } from '../claim/store.ts';
import { words as claimWords } from '../claim/words.ts';
import { reasonTitle } from '../reason-words.ts';
import type { Account } from '../settlement.ts';
import { specialRelief } from '../special-relief/account.ts';
import { grantRow } from '../special-relief/view.ts';
import { benefitOf, explainAccount } from './explain.ts';
import { explainGrant, grantOf, periodSaid } from './granted.ts';
import type { Ground } from './ground.ts';
import type { LineOfAccount } from './store.ts';
import { words } from './words.ts';

/** An account's calculation in words, and where money was or is to be taken back, what it was settled by that is gone. */
function explained(account: Account, ground: Ground): readonly Said[] {
  const grant = grantOf(account, ground.grants);
  if (grant) return explainGrant(account, grant);
  const back = account.due < 0 || linesOf(account, ground).some(({ due }) => due < 0);
  const lost = back ? ground.lost : undefined;
  return explainAccount(account, ground.policy.policy, ground.receipts, kindTitle, lost);
}

/** What batches wrote on an account, oldest first. */
function linesOf({ benefit, period }: Account, { history }: Ground): readonly LineOfAccount[] {
  return history.filter((line) => line.benefit === benefit && line.period === period);
}

/** Accounts worth words: those that pay or once did, that are on their way to, or that a missing recognition keeps from it. */
export function worthTelling(account: Account, ground: Ground): boolean {
  const { target, computed, parts, unmet } = account;
  if (target !== 0 || computed !== 0 || linesOf(account, ground).length > 0) return true;
  return parts.length > 0 && unmet.length === 0;
}

/** An account's calculation, with what batches wrote on it, under its heading. */
export function accountBlocks(
  account: Account,
  ground: Ground,
  person: { name: string; employee_no: string },
): readonly Block[] {
  const granted = grantOf(account, ground.grants) !== undefined;
  const history = historySaid(linesOf(account, ground), granted);
  const lines = [...explained(account, ground), ...history];
  return [{ heading: headingOf(account, ground, person) }, ...lines.map((line) => ({ line }))];
}

/** Whose account it is, and which. */
export function headingOf(
  account: Account,
  ground: Ground,
  { name, employee_no: no }: { readonly name: string; readonly employee_no: string },
): Said {
  const benefit = benefitTitle(ground.policy.policy.versions, account.benefit);
  const period = periodSaid(account, grantOf(account, ground.grants));
  return say(words.heading, { name, no, benefit, period });
}

function historySaid(own: readonly LineOfAccount[], granted: boolean): readonly Said[] {
  if (own.length === 0) return [];
  const lines = own.map((line) => {
    const facts = {
      ...{ batch: line.batch, status: statusTitle(line.status) },
      ...{ before: readableYuan(line.base_before), base: readableYuan(line.base) },
      ...{ target: readableYuan(line.target), settledBefore: readableYuan(line.settled_before) },
      due: readableYuan(line.due),
    };
    return granted ? say(words.grantLine, facts) : say(words.settledLine, facts);
  });
  return [say(words.history), ...lines];
}

/** An account as JSON, with its calculation in words of a language. */
export function accountJson(account: Account, ground: Ground, lang: Lang) {
  const { policy, sha256 } = ground.policy;
  const benefit = benefitOf(policy, account);
  const grant = grantOf(account, ground.grants);
  const lines = explained(account, ground);
  const text = (phrase: { en: string; zh: string } | null | undefined) =>
    phrase ? phrase[lang] : null;
  return {
    benefit: account.benefit,
    fund: account.fund,
    period: account.period,
    claims: account.claims,
    returned: account.returned,
    base_before: formatYuan(account.base_before),
    base: formatYuan(account.base),
    completed_years: account.completed_years,
    parts: account.parts.map(({ over, part, rate }) => ({
      ...{ over: formatYuan(over), part: formatYuan(part), rate: formatRate(rate) },
    })),
    rate: account.rate === null ? null : formatRate(account.rate),
    computed: formatYuan(account.computed),
    cap: benefit?.cap == null ? null : formatYuan(benefit.cap),
    room: account.room === null ? null : formatYuan(account.room),
    unmet: account.unmet,
    target: formatYuan(account.target),
    settled_before: formatYuan(account.settled_before),
    due: formatYuan(account.due),
    ...(grant && { granted: grantRow(grant) }),
    policy: sha256,
    source: text(benefit?.source),
    assumption: text(benefit?.assumption),
    steps: lines.map((line) => render(line, lang).trim()),
    batches: linesOf(account, ground).map(({ batch, status, due }) => ({
      ...{ batch, status, due: formatYuan(due) },
    })),
  };
}

/** Where a claim stands: settled, held back, or why it does not count. */
export function statusSaid(
  claim: StoredClaim,
  quarter: Quarter,
  reasons: readonly Parameters<typeof reasonTitle>[0][] | undefined,
): Said {
  if (claim.batch !== null) return say(words.settledIn, { batch: claim.batch });
  if (claim.state !== 'open') {
    const state = titleOf(claimStates, claim.state);
    const { state_reason } = claim;
    const reason = state_reason ? say(words.because, { reason: reasonSaid(state_reason) }) : '';
    return say(words.held, { state, reason });
  }
  if (reasons) {
    return say(claimWords.estimateNotPayable, {
      reasons: reasons.map((reason) => reasonTitle(reason)),
    });
  }
  return say(words.asOf, { quarter });
}

/** For which quarter accounts are told, and whether it can be settled yet. */
export function asOfSaid(quarter: Quarter, today: CivilDate): Said {
  const last = lastDayOf(quarter);
  return today <= last
    ? say(words.asOfRunning, { quarter, last })
    : say(words.asOfNext, { quarter });
}

/** The receipts that came in after the quarter, each with its own. @param year only those of this year */
export function laterBlocks({ claims, quarter }: Ground, year?: number): readonly Block[] {
  const last = lastDayOf(quarter);
  const later = claims.filter(
    ({ state, batch, received_on, service_date }) =>
      state === 'open' &&
      batch === null &&
      received_on > last &&
      (year === undefined || yearOf(service_date) === year),
  );
  const lines = later.map(({ service_date: date, receipt_type, receipt_no: no, received_on }) => {
    const type = titleOf(receiptTypes, receipt_type);
    return { line: say(words.laterLine, { date, type, no, quarter: quarterOf(received_on) }) };
  });
  return lines.length > 0 ? [{ heading: words.later }, ...lines] : [];
}

/** What is outstanding from a person, by fund, and since when. */
export function outstandingLines(ground: Ground, name: string): readonly Block[] {
  const funds = fundsOfBatch(ground.policy.policy, ground.quarter);
  return [...ground.outstanding].flatMap(([fund, fen]) => {
    const facts = { name, fund: fundTitle(funds, fund), amount: readableYuan(fen) };
    const said = settledFrom(fund, ground)
      ? say(words.outstanding, facts)
      : say(words.outstandingToRepay, { ...facts, code: fund });
    const since = (ground.outstandingSince.get(fund) ?? []).map(sinceSaid);
    return [said, ...since].map((line) => ({ line }));
  });
}

/** Whether batches pay out of a fund: only then is what is outstanding held back from what is due next. */
function settledFrom(fund: string, { policy: { policy } }: Ground): boolean {
  const benefits = policy.versions.flatMap((version) => version.benefits);
  return fund === specialRelief.fund || benefits.some((benefit) => benefit.fund === fund);
}

/** One outstanding amount in words: how much of it is left, since when, from what. */
function sinceSaid({ on: since, cause, key, amount }: CausedMovement): Said {
  const facts = { amount: readableYuan(amount), since, key };
  if (cause === 'advance') return say(words.sinceAdvance, facts);
  if (cause === 'batch-approved') return say(words.sinceBatch, facts);
  return say(words.sinceOther, { ...facts, cause: titleOf(causes, cause) });
}

/** What is outstanding and since when, as JSON. */
export function outstandingJson({ outstandingSince }: Ground) {
  return [...outstandingSince].flatMap(([fund, left]) =>
    left.map(({ on: since, amount, cause, key }) => ({
      ...{ fund, amount: formatYuan(amount), since, cause, key },
    })),
  );
}

/** The receipts that do not count. @param known those that need not be told */
export function notPayableBlocks(
  { settlement, claims }: Ground,
  known: readonly number[] = [],
): readonly Block[] {
  const lines = settlement.notPayable.flatMap(({ claim: id, reasons }) => {
    const claim = claims.find((one) => one.id === id);
    if (!claim || known.includes(id)) return [];
    const { service_date: date, receipt_no: no } = claim;
    const type = titleOf(receiptTypes, claim.receipt_type);
    return [
      { line: say(words.notPayableLine, { date, type, no, reasons: reasons.map(reasonTitle) }) },
    ];
  });
  return lines.length > 0 ? [{ heading: words.notPayable }, ...lines] : [];
}
