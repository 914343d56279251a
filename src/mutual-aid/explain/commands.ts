import { titleOf } from '../../core/field.ts';
import { render, type Said, say } from '../../core/language.ts';
import { type Fen, formatYuan, readableYuan } from '../../core/money.ts';
import { type Quarter, quarterOf } from '../../core/quarter.ts';
import { formatRate } from '../../core/rate.ts';
import type { Block } from '../../core/report.ts';
import { parseYear } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import type { Session } from '../../io/session.ts';
import { kindTitle } from '../../people/recognition/recognition.ts';
import { findPerson } from '../../people/store.ts';
import { benefitTitle, fundTitle } from '../../policy/funds.ts';
import { policyInForce, type StoredPolicy } from '../../policy/store.ts';
import { restore } from '../batch/kept.ts';
import { statusTitle } from '../batch/view.ts';
import { claimStates, receiptTypes } from '../claim/claim.ts';
import { reasonSaid } from '../claim/duplicate.ts';
import { claimsOfPerson, findClaim, type StoredClaim } from '../claim/store.ts';
import { claimBlock, claimRow } from '../claim/view.ts';
import { words as claimWords } from '../claim/words.ts';
import { quarterFor } from '../estimate.ts';
import { reasonTitle } from '../reason-words.ts';
import { type Account, type PersonSettlement, settlePerson } from '../settlement.ts';
import { latestApprovedQuarter, readPersonFacts, readScope } from '../store.ts';
import { benefitOf, type ExplainedReceipt, explainAccount, periodTitle } from './explain.ts';
import { type Lost, lostSince } from './lost.ts';
import { keptOfPerson, type LineOfAccount, linesOfPerson } from './store.ts';
import { words } from './words.ts';

/** Everything that explains a person's accounts. */
interface Ground {
  readonly policy: StoredPolicy;
  readonly quarter: Quarter;
  readonly settlement: PersonSettlement;
  readonly receipts: ReadonlyMap<number, ExplainedReceipt>;
  readonly history: readonly LineOfAccount[];
  /** What batches were settled by and is no longer recorded. */
  readonly lost: Lost;
  readonly claims: readonly StoredClaim[];
  /** By fund, in fen. */
  readonly outstanding: ReadonlyMap<string, Fen>;
}

async function groundOf(session: Session, personId: number, wanted?: Quarter): Promise<Ground> {
  const { query } = await session.database();
  const policy = await policyInForce(query);
  const quarter = wanted ?? quarterFor(session.today, await latestApprovedQuarter(query));
  const scope = await readScope(query, policy.policy, quarter);
  const facts = await readPersonFacts(query, scope, personId);
  const claims = await claimsOfPerson(query, personId);
  const settlement = settlePerson(facts, policy.policy, quarter);
  const gone = new Map(settlement.returned.map(({ claim, reasons }) => [claim, reasons]));
  const receipts = claims.map((claim): [number, ExplainedReceipt] => [
    claim.id,
    {
      ...{ ...claim, type: titleOf(receiptTypes, claim.receipt_type) },
      gone: claim.state_reason
        ? say(words.annulled, { reason: reasonSaid(claim.state_reason) })
        : (gone.get(claim.id) ?? []).map(reasonTitle),
    },
  ]);
  const kept = (await keptOfPerson(query, personId)).map((one) => restore(one, []));
  return {
    ...{ policy, quarter, settlement, receipts: new Map(receipts), claims },
    ...{ history: await linesOfPerson(query, personId), lost: lostSince(kept, facts) },
    outstanding: facts.outstanding,
  };
}

/** An account's calculation in words, and where money was or is to be taken back, what it was settled by that is gone. */
function explained(account: Account, ground: Ground): readonly Said[] {
  const back = account.due < 0 || linesOf(account, ground).some(({ due }) => due < 0);
  const lost = back ? ground.lost : undefined;
  return explainAccount(account, ground.policy.policy, ground.receipts, kindTitle, lost);
}

/** What batches wrote on an account, oldest first. */
function linesOf({ benefit, period }: Account, { history }: Ground): readonly LineOfAccount[] {
  return history.filter((line) => line.benefit === benefit && line.period === period);
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
  const lines = [...explained(account, ground), ...historySaid(linesOf(account, ground))];
  return [
    { heading: say(words.heading, { name, no, benefit, period: periodTitle(account.period) }) },
    ...lines.map((line) => ({ line })),
  ];
}

function historySaid(own: readonly LineOfAccount[]): readonly Said[] {
  if (own.length === 0) return [];
  const lines = own.map((line) =>
    say(words.settledLine, {
      ...{ batch: line.batch, status: statusTitle(line.status) },
      ...{ before: readableYuan(line.base_before), base: readableYuan(line.base) },
      ...{ target: readableYuan(line.target), settledBefore: readableYuan(line.settled_before) },
      due: readableYuan(line.due),
    }),
  );
  return [say(words.history), ...lines];
}

function accountJson(account: Account, ground: Ground, session: Session) {
  const { policy, sha256 } = ground.policy;
  const benefit = benefitOf(policy, account);
  const { lang } = session.terminal;
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
        not_payable: ground.settlement.notPayable,
      },
    });
  },
});

function outstandingLines({ outstanding }: Ground, name: string): readonly Block[] {
  return [...outstanding].map(([fund, fen]) => ({
    line: say(words.outstanding, { name, fund: fundTitle(fund), amount: readableYuan(fen) }),
  }));
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
