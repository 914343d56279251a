import { change, type Writer } from '../../audit/change.ts';
import { type Import, importVerb } from '../../audit/import.ts';
import { parseCivilDate } from '../../core/civil-date.ts';
import { Failure, Fault, mustBe } from '../../core/failure.ts';
import { required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { parseText } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { type Piece, pageOptions, printListing, textOption } from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { askPerson } from '../ask.ts';
import { type Outcome, verdictOf } from '../outcome.ts';
import { findPersonSeen, findPersonsSeen } from '../seen.ts';
import { amend, theOne } from './amend.ts';
import {
  checkDays,
  kindTitle,
  planRecognition,
  type RecognitionRecord,
  recognitionFields,
} from './recognition.ts';
import {
  countRecognitions,
  insertRecognition,
  listRecognitions,
  type RecognitionFilter,
  type RecognitionRow,
  recognitionsOf,
} from './store.ts';
import { recognitionColumns } from './view.ts';
import { words } from './words.ts';

const personArgument = [{ name: 'employee-no', about: words.personArgument }];

async function enter(
  writer: Writer,
  session: Session,
  records: readonly RecognitionRecord[],
): Promise<readonly Outcome[]> {
  const persons = await findPersonsSeen(
    session,
    records.map(({ employee_no }) => employee_no),
  );
  const there = await recognitionsOf(writer.database.query, persons.ids);
  const outcomes: Outcome[] = [];
  for (const record of records) {
    const personId = persons.idOf(record.employee_no);
    if (typeof personId !== 'number') {
      outcomes.push(new Fault(personId));
      continue;
    }
    const own = there.get(personId) ?? [];
    const plan = planRecognition(record, own);
    if (plan === 'imported')
      there.set(personId, [...own, await insertRecognition(writer, personId, record)]);
    outcomes.push(plan);
  }
  return outcomes;
}

const recognitionImport: Import<typeof recognitionFields> = {
  entity: 'recognition',
  fields: recognitionFields,
  derived: ['name', '姓名'],
  check: (record) => [checkDays(record) ?? []].flat(),
  apply: async (writer, records, session) => (await enter(writer, session, records)).map(verdictOf),
};

const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: fieldOptions(recognitionFields),
  examples: [
    'relief recognition add --employee-no 011045 --kind chronic-disease --detail 高血压 --from 2026-01-01',
  ],
  async run(session: Session, _args, options) {
    const ask = { employee_no: async () => (await askPerson(session)).employee_no };
    const record = await session.record(recognitionFields, options, ask, async (one) => {
      const backwards = checkDays(one);
      return backwards ? [backwards.said] : [];
    });
    const { name, employee_no: no } = await findPersonSeen(session, record.employee_no);
    const outcome = await change(session, async (writer) => {
      const [plan = 'unchanged'] = await enter(writer, session, [record]);
      const result = mustBe(plan);
      const key = record.employee_no;
      const entry = {
        action: 'recognition.add',
        entity: 'recognition',
        key,
        detail: { ...record },
      };
      return { result, entry: result === 'imported' ? entry : undefined };
    });
    const kind = kindTitle(record.kind);
    const said =
      outcome === 'imported'
        ? say(words.added, { name, no, kind, from: record.from })
        : say(words.unchanged, { name, no });
    await session.terminal.print({ blocks: [{ good: said }], json: record });
  },
});

const options = fieldOptions(recognitionFields);
const which = {
  kind: { ...options.kind, about: words.kindOption },
  from: { ...options.from, about: words.whichFromOption },
};
const kindField = { kind: recognitionFields.kind };

const editVerb = verb({
  name: 'edit',
  summary: words.editSummary,
  arguments: personArgument,
  options: {
    ...which,
    detail: options.detail,
    new_from: { ...options.from, about: words.newFromOption },
    to: options.to,
  },
  examples: ['relief recognition edit 011045 --kind hardship --to 2026-12-31'],
  async run(session: Session, [no = ''], { from, detail, new_from, to, ...given }) {
    const { kind } = await session.record(kindField, given);
    const changes = {
      ...(detail === undefined ? {} : { detail }),
      ...(new_from === undefined ? {} : { from: new_from }),
      ...(to === undefined ? {} : { to }),
    };
    if (Object.keys(changes).length === 0) throw new Failure('usage', say(words.nothingToEdit));
    await amend(session, 'edit', no, { kind, from }, changes);
  },
});

const endFields = {
  kind: recognitionFields.kind,
  to: required({ name: 'to', title: words.to, parse: parseCivilDate }),
};

const endVerb = verb({
  name: 'end',
  summary: words.endSummary,
  arguments: personArgument,
  options: { ...which, to: options.to },
  examples: ['relief recognition end 011045 --kind hardship --to 2026-06-30'],
  async run(session: Session, [no = ''], { from, ...given }) {
    const { kind, to } = await session.record(endFields, given);
    await amend(session, 'end', no, { kind, from }, { to });
  },
});

const removeFields = {
  kind: recognitionFields.kind,
  reason: required({ name: 'reason', title: words.reason, parse: parseText }),
};

const removeVerb = verb({
  name: 'remove',
  summary: words.removeSummary,
  arguments: personArgument,
  options: { ...which, reason: textOption(words.reason) },
  examples: ['relief recognition remove 011045 --kind hardship --reason 录入有误'],
  async run(session: Session, [text = ''], { from: day, ...given }) {
    const { kind, reason } = await session.record(removeFields, given);
    const person = await findPersonSeen(session, text);
    const { name, employee_no: no } = person;
    const removed = await change(session, async (writer) => {
      const { only } = await theOne(writer, person, kind, day);
      await writer.remove('recognition', { id: only.id });
      const detail = { removed: only, reason };
      return {
        result: only,
        entry: { action: 'recognition.remove', entity: 'recognition', key: no, detail },
      };
    });
    const { from } = removed;
    const good = say(words.removed, { name, no, kind: kindTitle(kind), from });
    await session.terminal.print({
      blocks: [{ good }],
      json: { employee_no: no, kind, from, reason },
    });
  },
});

async function printRecognitions(
  session: Session,
  filter: RecognitionFilter,
  page: { page: number | undefined; limit: number | undefined },
): Promise<void> {
  const { query } = await session.database();
  const fetch = (piece: Piece<RecognitionRow>) => listRecognitions(query, filter, piece);
  const listing = {
    columns: recognitionColumns,
    count: () => countRecognitions(query, filter),
    fetch,
  };
  await printListing(session, listing, page);
}

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    kind: { ...options.kind, about: words.kindOption },
    on: { about: words.onOption, placeholder: 'DATE', parse: parseCivilDate },
    text: textOption(words.textOption),
    ...pageOptions,
  },
  examples: ['relief recognition list --kind hardship --on 2026-06-30'],
  async run(session: Session, _args, { unit, page, limit, ...narrow }) {
    const units = await unitsSeen(session, unit);
    await printRecognitions(session, { ...narrow, units }, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: personArgument,
  examples: ['relief recognition show 011045'],
  async run(session: Session, [text = '']) {
    const { employee_no } = await findPersonSeen(session, text);
    await printRecognitions(session, { person: employee_no }, { page: undefined, limit: 1_000 });
  },
});

/** The verbs of `relief recognition`. */
export const recognitionVerbs: readonly Verb<Session>[] = [
  addVerb,
  editVerb,
  endVerb,
  removeVerb,
  listVerb,
  showVerb,
  importVerb(recognitionImport, 'recognition', words.importSummary),
];
