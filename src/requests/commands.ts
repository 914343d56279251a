import { change } from '../audit/change.ts';
import { Failure, mustBe } from '../core/failure.ts';
import { parseChoice, required } from '../core/field.ts';
import { say } from '../core/language.ts';
import { parseText } from '../core/text.ts';
import { type Verb, verb } from '../core/verb.ts';
import { choiceOption, type Piece, pageOptions, printListing, textOption } from '../io/listing.ts';
import { fieldOptions, type Session } from '../io/session.ts';
import {
  mustSeeOneOf,
  operatorAtWork,
  reachOf,
  unitsSeen,
} from '../organisation/operator/reach.ts';
import { findPersonSeen } from '../people/seen.ts';
import { addVerb } from './add.ts';
import { dueDay, objectionToPassingUp, objectionToStep, type Standing } from './life.ts';
import { requestStates } from './request.ts';
import {
  aboveOf,
  countRequests,
  findRequest,
  insertStep,
  lastStepOn,
  listRequests,
  requestRules,
  type StoredRequest,
  stepsOf,
} from './store.ts';
import {
  type RequestRow,
  requestBlock,
  requestColumns,
  requestFacts,
  requestRow,
  stepColumns,
} from './view.ts';
import { words } from './words.ts';

const requestArgument = [{ name: 'number', about: words.requestArgument }];
const entity = 'request';

/** The request of a number, with the day of its last step, where the operator sees the unit that took it or where it stands. */
async function requestSeen(session: Session, text: string): Promise<StoredRequest & Standing> {
  const { query } = await session.database();
  const request = await findRequest(query, text);
  await mustSeeOneOf(session, [request.taken_at, request.at]);
  return { ...request, last_on: await lastStepOn(query, request.id) };
}

/** The same where the operator may take its next step: at the unit where it stands, or above. */
async function requestInHand(session: Session, text: string): Promise<StoredRequest & Standing> {
  const request = await requestSeen(session, text);
  await unitsSeen(session, request.at);
  return request;
}

const passUpFields = {
  reason: required({ name: 'reason', title: words.reason, parse: parseText }),
};

const passUpVerb = verb({
  name: 'pass-up',
  summary: words.passUpSummary,
  arguments: requestArgument,
  options: fieldOptions(passUpFields),
  examples: ['relief request pass-up 7 --reason 超出本级权限'],
  async run(session: Session, [text = ''], given) {
    const { query } = await session.database();
    const { operator, today } = session;
    const rules = await requestRules(query, today);
    const unopposed = async () => {
      const request = await requestInHand(session, text);
      const above = aboveOf(request);
      const objection = objectionToPassingUp(request, above, today);
      if (objection) throw new Failure('refused', objection);
      return { request, above: above as NonNullable<typeof above> };
    };
    const { request: seen } = await unopposed();
    const { reason } = await session.record(passUpFields, given);
    await change(session, async (writer) => {
      const { request, above } = await unopposed();
      const due_on = dueDay(above.level, today, rules);
      await writer.update('request', { id: request.id }, { at_unit_id: above.id, due_on });
      const step = {
        step: 'passed-up',
        unitId: above.id,
        said: reason,
        on: today,
        operator,
      } as const;
      await insertStep(writer, request.id, step);
      const detail = { from: request.at, to: above.code, reason, due_on };
      const entry = { action: 'request.pass-up', entity, key: String(request.id), detail };
      return { result: undefined, entry };
    });
    const request = await findRequest(query, text);
    const facts = { ...requestFacts(request, rules.kinds), from: seen.at_name };
    await session.terminal.print({
      blocks: [{ good: say(words.passedUpDone, facts) }],
      json: requestRow(request, today),
    });
  },
});

const answerFields = {
  answer: required({ name: 'answer', title: words.answer, parse: parseText }),
};

const answerVerb = verb({
  name: 'answer',
  summary: words.answerSummary,
  arguments: requestArgument,
  options: fieldOptions(answerFields),
  examples: ['relief request answer 7 --answer 已联系学校，减免住宿费'],
  async run(session: Session, [text = ''], given) {
    const { query } = await session.database();
    const { operator, today } = session;
    const { kinds } = await requestRules(query, today);
    const unopposed = async () => {
      const request = await requestInHand(session, text);
      const objection = objectionToStep(request, today);
      if (objection) throw new Failure('refused', objection);
      return request;
    };
    await unopposed();
    const { answer } = await session.record(answerFields, given);
    await change(session, async (writer) => {
      const { id, at_id, at } = await unopposed();
      const own = await operatorAtWork(session);
      await writer.update('request', { id }, { state: 'answered' });
      const unitId = own?.unit_id ?? at_id;
      const step = { step: 'answered', unitId, said: answer, on: today, operator } as const;
      await insertStep(writer, id, step);
      const detail = { at: own?.unit ?? at, answer };
      const entry = { action: 'request.answer', entity, key: String(id), detail };
      return { result: undefined, entry };
    });
    const request = await findRequest(query, text);
    const facts = requestFacts(request, kinds);
    const { phone } = request;
    const good =
      phone === null
        ? say(words.answeredDone, facts)
        : say(words.answeredCall, { ...facts, phone });
    await session.terminal.print({
      blocks: [{ good }],
      json: { ...requestRow(request, today), answer },
    });
  },
});

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    state: choiceOption(words.stateOption, words.state, requestStates),
    kind: textOption(words.onlyKindOption, 'CODE'),
    person: textOption(words.personOption, 'NO'),
    overdue: { about: words.overdueOption, flag: true },
    ...pageOptions,
  },
  examples: ['relief request list --state open', 'relief request list --unit M1 --overdue'],
  async run(session: Session, _args, { unit, state, kind, person, overdue, page, limit }) {
    const { query } = await session.database();
    const { today } = session;
    const { kinds } = await requestRules(query, today);
    const filter = {
      seen: await reachOf(session),
      at: unit === undefined ? undefined : await unitsSeen(session, unit),
      state,
      kind: kind ? mustBe(parseChoice(words.kind, kinds)(kind)) : undefined,
      person: person ? (await findPersonSeen(session, person)).id : undefined,
      dueBefore: overdue ? today : undefined,
    };
    const listing = {
      columns: requestColumns(kinds),
      count: () => countRequests(query, filter),
      fetch: async (piece: Piece<RequestRow>) =>
        (await listRequests(query, filter, piece)).map((one) => requestRow(one, today)),
    };
    await printListing(session, listing, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: requestArgument,
  examples: ['relief request show 7'],
  async run(session: Session, [text = '']) {
    const { query } = await session.database();
    const { terminal, today } = session;
    const { kinds } = await requestRules(query, today);
    const request = await requestSeen(session, text);
    const row = requestRow(request, today);
    const way = await stepsOf(query, request.id);
    const rows = way.map((one) =>
      one.step === 'risen'
        ? { ...one, said: terminal.words(say(words.roseBecause, { due: one.said })) }
        : one,
    );
    await terminal.print({
      blocks: [
        requestBlock(row, kinds),
        { heading: words.wayTitle },
        { table: { columns: stepColumns, rows } },
      ],
      json: { ...row, steps: way },
    });
  },
});

/** The verbs of `relief request`. */
export const requestVerbs: readonly Verb<Session>[] = [
  addVerb,
  passUpVerb,
  answerVerb,
  listVerb,
  showVerb,
];
