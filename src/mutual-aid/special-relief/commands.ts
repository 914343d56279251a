import { change } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { required } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import {
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { book, mustBear } from '../../ledger/store.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { askPerson } from '../../people/ask.ts';
import { findPersonSeen, mustSeePerson } from '../../people/seen.ts';
import { specialRelief } from './account.ts';
import {
  advanceEntry,
  objectionToApproval,
  objectionToRefusal,
  objectionToRevocation,
} from './life.ts';
import { checkGrant, grantFields, grantStates, situations } from './special-relief.ts';
import {
  countGrants,
  findGrant,
  insertGrant,
  listGrants,
  type StoredGrant,
  waitingBatchOf,
} from './store.ts';
import { grantBlock, grantColumns, grantFacts, grantRow } from './view.ts';
import { words } from './words.ts';

const grantArgument = [{ name: 'number', about: words.grantArgument }];
const entity = 'special-relief';

const grantVerb = verb({
  name: 'grant',
  summary: words.grantSummary,
  options: fieldOptions(grantFields),
  examples: [
    'relief special-relief grant',
    'relief special-relief grant --employee-no 011045 --situation urgent --amount 20000 --evidence 病危通知书 --pay now',
  ],
  async run(session: Session, _args, options) {
    const ask = { employee_no: async () => (await askPerson(session)).employee_no };
    const record = await session.record(grantFields, options, ask, async (one) =>
      checkGrant(one, session.today).map((fault) => fault.said),
    );
    const { query } = await session.database();
    const person = await findPersonSeen(session, record.employee_no);
    const id = await change(session, async (writer) => {
      const granted = { on: record.granted_on ?? session.today, by: session.operator };
      const result = await insertGrant(writer, person.id, record, granted);
      const detail = { ...record, granted_on: granted.on };
      const entry = { action: 'special-relief.grant', entity, key: String(result), detail };
      return { result, entry };
    });
    const grant = await findGrant(query, String(id));
    const good = say(words.added, grantFacts(grant));
    await session.terminal.print({ blocks: [{ good }], json: grantRow(grant) });
  },
});

const approveVerb = verb({
  name: 'approve',
  summary: words.approveSummary,
  arguments: grantArgument,
  examples: ['relief special-relief approve 7 --as 陈秀英 --yes'],
  async run(session: Session, [text = '']) {
    const { operator, today } = session;
    const objection = (grant: StoredGrant) => objectionToApproval(grant, operator, today);
    const seen = await unopposed(session, text, objection);
    const now = seen.pay === 'now';
    if (session.interactive) {
      const question = now ? words.approveNowConfirm : words.approveBatchConfirm;
      await session.confirm(say(question, grantFacts(seen)));
    }
    await change(session, async (writer) => {
      const grant = await unopposed(session, String(seen.id), objection);
      if (now) {
        await mustBear(writer.database.query, specialRelief.fund, grant.amount, today);
        await book(writer, operator, [advanceEntry(grant, today)]);
      }
      const approval = { approved_on: today, approved_by: operator };
      await writer.update('special_relief', { id: grant.id }, approval);
      const detail = { employee_no: grant.employee_no, amount: formatYuan(grant.amount) };
      const about = { entity, key: String(grant.id), detail };
      const entry = now
        ? { action: 'special-relief.advance', ...about }
        : { action: 'special-relief.approve', ...about };
      return { result: undefined, entry };
    });
    await printDone(session, seen.id, (grant) => [
      say(now ? words.approvedNow : words.approvedBatch, { ...grantFacts(grant), operator }),
    ]);
  },
});

const reasonField = required({ name: 'reason', title: words.reason, parse: parseText });

const refuseVerb = verb({
  name: 'refuse',
  summary: words.refuseSummary,
  arguments: grantArgument,
  options: { reason: textOption(words.reasonOption) },
  examples: ['relief special-relief refuse 7 --reason 证明材料不足'],
  async run(session: Session, [text = ''], given) {
    const seen = await end(session, text, given, 'refused', objectionToRefusal);
    await printDone(session, seen.id, (grant) => [say(words.refusedDone, grantFacts(grant))]);
  },
});

const revokeVerb = verb({
  name: 'revoke',
  summary: words.revokeSummary,
  arguments: grantArgument,
  options: { reason: textOption(words.reasonOption) },
  examples: ['relief special-relief revoke 7 --reason 重复申请'],
  async run(session: Session, [text = ''], given) {
    const seen = await end(session, text, given, 'revoked', objectionToRevocation);
    await printDone(session, seen.id, (grant) => [
      say(words.revokedDone, grantFacts(grant)),
      ...toTakeBack(grant),
    ]);
    const { query } = await session.database();
    const waiting = await waitingBatchOf(query, seen);
    if (waiting) {
      const { name: batch, quarter } = waiting;
      session.terminal.note(say(words.inWaitingBatch, { batch, quarter }));
    }
  },
});

/** What the next settlement takes back of a revoked grant. */
function toTakeBack({ state, batch, settled }: StoredGrant): readonly Said[] {
  if (state !== 'revoked' || batch === null || settled === 0) return [];
  return [say(words.takenBackNext, { batch, amount: readableYuan(settled) })];
}

type Objection = (grant: StoredGrant) => Said | undefined;

/** The grant that a number names, where the operator at work sees its person's unit. */
async function findGrantSeen(session: Session, text: string): Promise<StoredGrant> {
  const { query } = await session.database();
  const grant = await findGrant(query, text);
  await mustSeePerson(session, grant.person_id);
  return grant;
}

/** The grant that a text names. @throws refused where there is an objection */
async function unopposed(
  session: Session,
  text: string,
  objectionTo: Objection,
): Promise<StoredGrant> {
  const grant = await findGrantSeen(session, text);
  const objection = objectionTo(grant);
  if (objection) throw new Failure('refused', objection);
  return grant;
}

/** Refuses or revokes a grant. @returns it as it was */
async function end(
  session: Session,
  text: string,
  given: Readonly<Record<string, unknown>>,
  ended: 'refused' | 'revoked',
  objectionTo: Objection,
): Promise<StoredGrant> {
  const seen = await unopposed(session, text, objectionTo);
  const { reason } = await session.record({ reason: reasonField }, given);
  if (session.interactive && ended === 'revoked') {
    await session.confirm(say(words.revokeConfirm, grantFacts(seen)));
  }
  return change(session, async (writer) => {
    const grant = await unopposed(session, String(seen.id), objectionTo);
    const ending = { ended, ended_on: session.today, ended_by: session.operator, reason };
    await writer.update('special_relief', { id: grant.id }, ending);
    const detail = { employee_no: grant.employee_no, from: grant.state, reason };
    const about = { entity, key: String(grant.id), detail };
    const entry =
      ended === 'refused'
        ? { action: 'special-relief.refuse', ...about }
        : { action: 'special-relief.revoke', ...about };
    return { result: grant, entry };
  });
}

async function printDone(
  session: Session,
  id: number,
  said: (grant: StoredGrant) => readonly Said[],
): Promise<void> {
  const { query } = await session.database();
  const grant = await findGrant(query, String(id));
  const [good, ...lines] = said(grant);
  await session.terminal.print({
    blocks: [...(good ? [{ good }] : []), ...lines.map((line) => ({ line }))],
    json: grantRow(grant),
  });
}

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    state: choiceOption(words.stateOption, words.state, grantStates),
    situation: choiceOption(words.situationOption, words.situation, situations),
    person: textOption(words.personOption, 'NO'),
    ...pageOptions,
  },
  examples: [
    'relief special-relief list --state granted',
    'relief special-relief list --unit M1 --situation urgent --csv',
  ],
  async run(session: Session, _args, { unit, page, limit, ...narrow }) {
    const { query } = await session.database();
    const filter = { ...narrow, units: await unitsSeen(session, unit) };
    const fetch = async (piece: Piece<ReturnType<typeof grantRow>>) =>
      (await listGrants(query, filter, piece)).map(grantRow);
    const listing = { columns: grantColumns, count: () => countGrants(query, filter), fetch };
    await printListing(session, listing, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: grantArgument,
  examples: ['relief special-relief show 7'],
  async run(session: Session, [text = '']) {
    const { query } = await session.database();
    const grant = await findGrantSeen(session, text);
    const waiting = await waitingBatchOf(query, grant);
    const lines = [
      ...(waiting ? [say(words.waitsIn, { batch: waiting.name })] : []),
      ...toTakeBack(grant),
      ...(grant.state === 'advanced'
        ? [say(words.outstandingHint, { no: grant.employee_no })]
        : []),
    ];
    await session.terminal.print({
      blocks: [grantBlock(grant), ...lines.map((line) => ({ line }))],
      json: { ...grantRow(grant), awaits_approval_in: waiting?.name ?? null },
    });
  },
});

/** The verbs of `relief special-relief`. */
export const specialReliefVerbs: readonly Verb<Session>[] = [
  grantVerb,
  approveVerb,
  refuseVerb,
  revokeVerb,
  listVerb,
  showVerb,
];
