import { titleOf } from '../../core/field.ts';
import { render, type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { type Quarter, quarterOf } from '../../core/quarter.ts';
import { formatRate } from '../../core/rate.ts';
import type { Block } from '../../core/report.ts';
import { parseYear } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import type { Session } from '../../io/session.ts';
import type { CausedMovement } from '../../ledger/fund/fund.ts';
import { causes } from '../../ledger/origins.ts';
import { kindTitle } from '../../people/recognition/recognition.ts';
import { findPerson } from '../../people/store.ts';
import { benefitTitle, fundTitle } from '../../policy/funds.ts';
import { statusTitle } from '../batch/view.ts';
import { claimStates, receiptTypes } from '../claim/claim.ts';
import { findClaim, type StoredClaim } from '../claim/store.ts';
import { claimBlock, claimRow } from '../claim/view.ts';
import { words as claimWords } from '../claim/words.ts';
import { quarterFor } from '../estimate.ts';
import { reasonTitle } from '../reason-words.ts';
import type { Account } from '../settlement.ts';
import { grantRow } from '../special-relief/view.ts';
import { latestApprovedQuarter } from '../store.ts';
import { benefitOf, explainAccount, periodTitle } from './explain.ts';
import { explainGrant } from './granted.ts';
import { type Ground, grantOf, groundOf, linesOf } from './ground.ts';
import type { LineOfAccount } from './store.ts';
import { words } from './words.ts';

/** An account's calculation in words, and where money was or is to be taken back, what it was settled by that is gone. */
function explained(account: Account, ground: Ground): readonly Said[] {
  const grant = grantOf(account, ground);
  if (grant) return explainGrant(account, grant);
  const back = account.due < 0 || linesOf(account, ground).some(({ due }) => due < 0);
  const lost = back ? ground.lost : undefined;
  return explainAccount(account, ground.policy.policy, ground.receipts, kindTitle, lost);
}

/** Accounts worth words: those that pay or once did, that are on their way to, or that a missing recognition keeps from it. */
function worthTelling(account: Account, ground: Ground): boolean {
  const { target, computed, parts, unmet } = account;
  if (target !== 0 || computed !== 0 || linesOf(account, ground).length > 0) return true;
  return parts.length > 0 && unmet.length === 0;
}

function accountBlocks(
  account: Account,
  ground: Ground,
  person: { name: string; employee_no: string },
): readonly Block[] {
  const { policy } = ground.policy;
  const benefit = benefitTitle(policy.versions, account.benefit);
  const { name, employee_no: no } = person;
  const grant = grantOf(account, ground);
  const period = grant
    ? say(words.grantPeriod, { id: grant.id, day: grant.granted_on })
    : periodTitle(account.period);
  const history = historySaid(linesOf(account, ground), grant !== undefined);
  const lines = [...explained(account, ground), ...history];
  return [
    { heading: say(words.heading, { name, no, benefit, period }) },
    ...lines.map((line) => ({ line })),
  ];
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

function accountJson(account: Account, ground: Ground, session: Session) {
  const { policy, sha256 } = ground.policy;
  const benefit = benefitOf(policy, account);
  const { lang } = session.terminal;
  const grant = grantOf(account, ground);
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

const claimVerb = verb({
  name: 'claim',
  summary: words.claimSummary,
  arguments: [{ name: 'claim', about: claimWords.claimArgument }],
  examples: ['relief explain claim 12', 'relief explain claim ZY2026-003835 --lang zh'],
  async run(session: Session, [text = '']) {
    const { query } = await session.database();
    const claim = await findClaim(query, text);
    const latest = await latestApprovedQuarter(query);
    const ground = await groundOf(session, claim.person_id, quarterFor(claim.received_on, latest));
    const accounts = ground.settlement.accounts.filter(
      ({ claims, returned }) => claims.includes(claim.id) || returned.includes(claim.id),
    );
    const reasons = ground.settlement.notPayable.find((one) => one.claim === claim.id)?.reasons;
    const status = statusSaid(claim, ground.quarter, reasons);
    const told = accounts.filter((account) => worthTelling(account, ground));
    await session.terminal.print({
      blocks: [
        claimBlock(claim),
        { line: status },
        ...(told.length > 0 ? [{ line: words.alsoOthers }] : []),
        ...told.flatMap((account) => accountBlocks(account, ground, claim)),
      ],
      json: {
        ...claimRow(claim, claim.state === 'open' ? (reasons ?? []) : undefined),
        quarter: ground.quarter,
        accounts: accounts.map((account) => accountJson(account, ground, session)),
      },
    });
  },
});

function statusSaid(
  claim: StoredClaim,
  quarter: Quarter,
  reasons: readonly Parameters<typeof reasonTitle>[0][] | undefined,
): Said {
  if (claim.batch !== null) return say(words.settledIn, { batch: claim.batch });
  if (claim.state !== 'open') {
    const state = titleOf(claimStates, claim.state);
    const { state_reason } = claim;
    const reason = state_reason ? say(words.because, { reason: state_reason }) : '';
    return say(words.held, { state, reason });
  }
  if (reasons) {
    return say(claimWords.estimateNotPayable, {
      reasons: reasons.map((reason) => reasonTitle(reason)),
    });
  }
  return say(words.asOf, { quarter });
}

const personVerb = verb({
  name: 'person',
  summary: words.personSummary,
  arguments: [{ name: 'employee-no', about: words.personArgument }],
  options: { year: { about: words.yearOption, placeholder: 'YEAR', parse: parseYear } },
  examples: ['relief explain person 011045', 'relief explain person 011045 --year 2026 --json'],
  async run(session: Session, [no = ''], { year }) {
    const { query } = await session.database();
    const person = await findPerson(query, no);
    const wanted =
      year && year < Number(quarterOf(session.today).slice(0, 4)) ? `${year}Q4` : undefined;
    const ground = await groundOf(session, person.id, wanted);
    const accounts = ground.settlement.accounts.filter(
      ({ period }) => year === undefined || period.startsWith(String(year)),
    );
    const told = accounts.filter((account) => worthTelling(account, ground));
    const { name, employee_no } = person;
    const nothing = { line: say(words.nothing, { name, no: employee_no }) };
    await session.terminal.print({
      blocks: [
        ...(told.length > 0
          ? told.flatMap((account) => accountBlocks(account, ground, person))
          : [nothing]),
        ...outstandingLines(ground, name),
        ...notPayableBlocks(ground),
      ],
      json: {
        employee_no,
        name,
        quarter: ground.quarter,
        accounts: accounts.map((account) => accountJson(account, ground, session)),
        outstanding: Object.fromEntries(
          [...ground.outstanding].map(([fund, fen]) => [fund, formatYuan(fen)]),
        ),
        outstanding_since: outstandingJson(ground),
        not_payable: ground.settlement.notPayable,
      },
    });
  },
});

function outstandingLines(ground: Ground, name: string): readonly Block[] {
  return [...ground.outstanding].flatMap(([fund, fen]) => {
    const facts = { name, fund: fundTitle(fund), amount: readableYuan(fen) };
    const since = (ground.outstandingSince.get(fund) ?? []).map(sinceSaid);
    return [say(words.outstanding, facts), ...since].map((line) => ({ line }));
  });
}

/** One outstanding amount in words: how much of it is left, since when, from what. */
function sinceSaid({ on: since, cause, key, amount }: CausedMovement): Said {
  const facts = { amount: readableYuan(amount), since, key };
  if (cause === 'advance') return say(words.sinceAdvance, facts);
  if (cause === 'batch-approved') return say(words.sinceBatch, facts);
  return say(words.sinceOther, { ...facts, cause: titleOf(causes, cause) });
}

function outstandingJson({ outstandingSince }: Ground) {
  return [...outstandingSince].flatMap(([fund, left]) =>
    left.map(({ on: since, amount, cause, key }) => ({
      ...{ fund, amount: formatYuan(amount), since, cause, key },
    })),
  );
}

function notPayableBlocks({ settlement, claims }: Ground): readonly Block[] {
  const lines = settlement.notPayable.flatMap(({ claim: id, reasons }) => {
    const claim = claims.find((one) => one.id === id);
    if (!claim) return [];
    const { service_date: date, receipt_no: no } = claim;
    const type = titleOf(receiptTypes, claim.receipt_type);
    return [
      { line: say(words.notPayableLine, { date, type, no, reasons: reasons.map(reasonTitle) }) },
    ];
  });
  return lines.length > 0 ? [{ heading: words.notPayable }, ...lines] : [];
}

/** The verbs of `relief explain`. */
export const explainVerbs: readonly Verb<Session>[] = [claimVerb, personVerb];
