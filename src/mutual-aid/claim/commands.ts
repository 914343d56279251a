import { change } from '../../audit/change.ts';
import { importVerb } from '../../audit/import.ts';
import { Failure } from '../../core/failure.ts';
import { required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { parseText, parseYear } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import {
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { unitsBelow } from '../../organisation/store.ts';
import { categories } from '../../people/person.ts';
import { policyInForce } from '../../policy/store.ts';
import { isOpenYear } from '../payability.ts';
import { latestApprovedQuarter } from '../store.ts';
import { addVerb } from './add.ts';
import { claimImport } from './apply.ts';
import { appraise, factsOf, reasonsOf } from './appraise.ts';
import { claimStates, receiptTypes } from './claim.ts';
import { objectionTo, type StateChange, stateChanges } from './states.ts';
import { countClaims, findClaim, listClaims, type StoredClaim, waitingBatchOf } from './store.ts';
import { claimBlock, claimColumns, claimRow, estimateJson, estimateSaid } from './view.ts';
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
    const filter = { ...narrow, units: unit ? await unitsBelow(query, unit) : undefined };
    const fetch = async ({ after, ...piece }: Piece<ClaimRow>) => {
      const claims = await listClaims(query, filter, { ...piece, before: after?.claim });
      const reasons = await reasonsOf(query, policy, claims);
      return claims.map((claim, at) => claimRow(claim, reasons[at]));
    };
    const listing = { columns: claimColumns, count: () => countClaims(query, filter), fetch };
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
    const claim = await findClaim(query, text);
    const waiting = await waitingBatchOf(query, claim);
    const head = [
      claimBlock(claim),
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

const reasonField = required({ name: 'reason', title: words.reasonField, parse: parseText });

function stateVerb(stateChange: StateChange): Verb<Session> {
  const { verb: name, summary, to } = stateChange;
  return verb({
    name,
    summary,
    arguments: claimArgument,
    options: { reason: textOption(words.reasonOption) },
    examples: [`relief claim ${name} 12${name === 'release' ? '' : ' --reason 票据存疑'}`],
    async run(session: Session, [text = ''], given) {
      const { query } = await session.database();
      const seen = await findClaim(query, text);
      const early = objectionTo(stateChange, seen.id, seen.state);
      if (early) throw new Failure('refused', early);
      const reason =
        name === 'release' ? null : (await session.record({ reason: reasonField }, given)).reason;
      const claim = await change(session, async (writer) => {
        const now = await findClaim(writer.database.query, `#${seen.id}`);
        const objection = objectionTo(stateChange, now.id, now.state);
        if (objection) throw new Failure('refused', objection);
        await writer.update('claim', { id: now.id }, { state: to, state_reason: reason });
        const detail = {
          receipt_type: now.receipt_type,
          receipt_no: now.receipt_no,
          from: now.state,
          to,
          reason,
        };
        const entry = { action: `claim.${name}`, entity: 'claim', key: String(now.id), detail };
        return { result: { ...now, state: to, state_reason: reason, batch: null }, entry };
      });
      const state = claimStates.find(({ code }) => code === to)?.title ?? words.state;
      const good = say(words.stateChanged, { claim: claim.id, no: claim.receipt_no, state });
      await session.terminal.print({ blocks: [{ good }], json: claimRow(claim, undefined) });
      await tellConsequences(session, claim);
    },
  });
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

/** The verbs of `relief claim`. */
export const claimVerbs: readonly Verb<Session>[] = [
  addVerb,
  listVerb,
  showVerb,
  importVerb(claimImport, 'claim', words.importSummary),
  ...stateChanges.map(stateVerb),
];
