import { change } from '../../audit/change.ts';
import { importVerb } from '../../audit/import.ts';
import { Failure } from '../../core/failure.ts';
import { required } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import type { Block } from '../../core/report.ts';
import { parseText, parseYear } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import type { Database } from '../../io/database.ts';
import {
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { householdsOf } from '../../people/hardship/store.ts';
import { categories } from '../../people/person.ts';
import { policyInForce } from '../../policy/store.ts';
import { isOpenYear } from '../payability.ts';
import { latestApprovedQuarter } from '../store.ts';
import { addVerb } from './add.ts';
import { claimImport } from './apply.ts';
import { appraise, factsOf, reasonsOf } from './appraise.ts';
import { claimStates, receiptTypes } from './claim.ts';
import {
  alikeIn,
  type GrantsOfCosts,
  grantThatPaid,
  isSameAs,
  possibleDuplicateOf,
  stands,
} from './duplicate.ts';
import { findClaimSeen } from './seen.ts';
import { objectionTo, type StateChange, stateChanges } from './states.ts';
import {
  claimsOfPerson,
  countClaims,
  findClaim,
  listClaims,
  type StoredClaim,
  waitingBatchOf,
} from './store.ts';
import { claimBlock, claimRow, columnsFor, estimateJson, estimateSaid, otherSaid } from './view.ts';
import { words } from './words.ts';

const claimArgument = [{ name: 'claim', about: words.claimArgument }];
type ClaimRow = ReturnType<typeof claimRow>;

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    category: choiceOption(words.categoryOption, words.personName, categories),
    year: { about: words.yearOption, placeholder: 'YEAR', parse: parseYear },
    type: choiceOption(words.typeOption, words.receiptType, receiptTypes),
    state: choiceOption(words.stateOption, words.state, claimStates),
    person: textOption(words.personOption, 'NO'),
    text: textOption(words.textOption),
    ...pageOptions,
  },
  examples: [
    'relief claim list',
    'relief claim list --unit M1 --year 2026 --state open',
    'relief claim list --csv > claims.csv',
  ],
  async run(session: Session, _args, { unit, page, limit, ...narrow }) {
    const { query } = await session.database();
    const { policy } = await policyInForce(query);
    const filter = { ...narrow, units: await unitsSeen(session, unit) };
    const fetch = async ({ after, ...piece }: Piece<ClaimRow>) => {
      const claims = await listClaims(query, filter, { ...piece, before: after?.claim });
      const reasons = await reasonsOf(query, policy, claims);
      return claims.map((claim, at) => claimRow(claim, reasons[at]));
    };
    const columns = columnsFor(narrow.state);
    const listing = { columns, count: () => countClaims(query, filter), fetch };
    await printListing(session, listing, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: claimArgument,
  examples: ['relief claim show 12', 'relief claim show ZY2026-003835'],
  async run(session: Session, [text = '']) {
    const { query } = await session.database();
    const claim = await findClaimSeen(session, text);
    const waiting = await waitingBatchOf(query, claim);
    const head = [
      claimBlock(claim),
      ...(await otherBlocks(query, claim)),
      ...(waiting ? [{ line: say(words.waitsIn, { batch: waiting.name }) }] : []),
    ];
    const awaits_approval_in = waiting?.name ?? null;
    if (claim.state !== 'open') {
      const json = { ...claimRow(claim, undefined), awaits_approval_in };
      return session.terminal.print({ blocks: head, json });
    }
    const { policy } = await policyInForce(query);
    const estimate = await appraise(query, policy, claim.person_id, factsOf(claim));
    const lines = estimateSaid(estimate, policy).map((line) => ({ line }));
    await session.terminal.print({
      blocks: [...head, { heading: words.estimateHeading }, ...lines],
      json: {
        ...{ ...claimRow(claim, estimate.reasons), awaits_approval_in },
        estimate: estimateJson(estimate),
      },
    });
  },
});

const mostOthers = 5;

/** The claims that one held for it may be, and how to say which it is. */
async function otherBlocks(
  query: Database['query'],
  claim: StoredClaim,
): Promise<readonly Block[]> {
  if (grantThatPaid(claim) !== undefined)
    return [{ line: say(words.sayWhichCost, { claim: claim.id }) }];
  const noted = possibleDuplicateOf(claim);
  if (noted === undefined) return [];
  const { person_id, employee_no } = claim;
  const households = await householdsOf(query, [person_id]);
  const persons = [...households].flatMap(([person, household]) =>
    household === households.get(person_id) ? person : [],
  );
  const all = (await Promise.all(persons.map((one) => claimsOfPerson(query, one)))).flat();
  const others = all
    .filter((other) => other.id !== claim.id && (other.id === noted || stands(other)))
    .filter((other) => alikeIn(claim, other).length > 0)
    .sort((a, b) => a.id - b.id)
    .slice(0, mostOthers);
  const lines = others.map((other) => ({
    line: otherSaid(other, alikeIn(claim, other), employee_no),
  }));
  return [...lines, { line: say(words.sayWhich, { claim: claim.id }) }];
}

const reasonField = required({ name: 'reason', title: words.reasonField, parse: parseText });
const anotherField = { ...reasonField, title: words.whyAnother };

function stateVerb(stateChange: StateChange): Verb<Session> {
  const { verb: name, summary, to } = stateChange;
  return verb({
    name,
    summary,
    arguments: claimArgument,
    options: { reason: textOption(words.reasonOption) },
    examples: [`relief claim ${name} 12${name === 'release' ? '' : ' --reason 票据存疑'}`],
    async run(session: Session, [text = ''], given) {
      const seen = await findClaimSeen(session, text);
      const early = objectionTo(stateChange, seen.id, seen.state);
      if (early) throw new Failure('refused', early);
      const reason = await reasonFor(session, name, seen, given.reason);
      const claim = await change(session, async (writer) => {
        const now = await findClaim(writer.database.query, `#${seen.id}`);
        const objection = objectionTo(stateChange, now.id, now.state);
        if (objection) throw new Failure('refused', objection);
        const state_reason = to === 'open' ? null : reason;
        await writer.update('claim', { id: now.id }, { state: to, state_reason });
        const { receipt_type, receipt_no, state: from } = now;
        const detail = { receipt_type, receipt_no, from, to, reason, ...saidOf(name, now) };
        const entry = { action: `claim.${name}`, entity: 'claim', key: String(now.id), detail };
        return { result: { ...now, state: to, state_reason, batch: null }, entry };
      });
      const state = claimStates.find(({ code }) => code === to)?.title ?? words.state;
      const good = say(words.stateChanged, { claim: claim.id, no: claim.receipt_no, state });
      await session.terminal.print({ blocks: [{ good }], json: claimRow(claim, undefined) });
      await tellConsequences(session, claim);
    },
  });
}

/**
 * Why a claim's state is changed. Of one that may be another claim, a release says that it is not, and why;
 * a rejection without a reason says that it is.
 */
async function reasonFor(
  session: Session,
  verbName: string,
  claim: StoredClaim,
  given: string | undefined,
): Promise<string | null> {
  const other = possibleDuplicateOf(claim);
  const grant = grantThatPaid(claim);
  const reason = given || undefined;
  if (verbName === 'release') {
    if (grant !== undefined)
      return whyAnother(
        session,
        say(words.releasePaidNeedsReason, { claim: claim.id, grant }),
        reason,
      );
    if (other === undefined) return null;
    return whyAnother(session, say(words.releaseNeedsReason, { claim: claim.id, other }), reason);
  }
  if (verbName === 'reject' && other !== undefined && !reason) return isSameAs(other);
  return (await session.record({ reason: reasonField }, { reason })).reason;
}

async function whyAnother(
  session: Session,
  needsReason: Said,
  reason: string | undefined,
): Promise<string> {
  if (!reason && !session.interactive) throw new Failure('usage', needsReason);
  return (await session.record({ reason: anotherField }, { reason })).reason;
}

/** What a change of state says of the claim that this one may be, for the audit. */
function saidOf(verbName: string, claim: StoredClaim): Readonly<Record<string, number>> {
  const other = possibleDuplicateOf(claim);
  const grant = grantThatPaid(claim);
  if (grant !== undefined && verbName === 'release') return { not_paid_by_grant: grant };
  if (other === undefined) return {};
  if (verbName === 'release') return { not_duplicate_of: other };
  return verbName === 'reject' ? { duplicate_of: other } : {};
}

/** What a change of state means for a batch that awaits approval, or for a year that is closed. */
async function tellConsequences(session: Session, claim: StoredClaim): Promise<void> {
  const { query } = await session.database();
  const waiting = await waitingBatchOf(query, claim);
  if (waiting) {
    const { name, quarter } = waiting;
    session.terminal.note(say(words.inWaitingBatch, { batch: name, quarter }));
  }
  const latest = await latestApprovedQuarter(query);
  const { policy } = await policyInForce(query);
  const year = Number(claim.service_date.slice(0, 4));
  if (claim.state === 'annulled' && latest && !isOpenYear(policy, year, latest)) {
    session.terminal.warn(say(words.annulClosedYear, { year }));
  }
}

/** The verbs of `relief claim`. @param grantsOfCosts finds the grants that have paid for receipts */
export const claimVerbs = (grantsOfCosts: GrantsOfCosts): readonly Verb<Session>[] => [
  addVerb(grantsOfCosts),
  listVerb,
  showVerb,
  importVerb(claimImport(grantsOfCosts), 'claim', words.importSummary),
  ...stateChanges.map(stateVerb),
];
