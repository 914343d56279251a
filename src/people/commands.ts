import { change, noteInAudit } from '../audit/change.ts';
import { type Import, importVerb } from '../audit/import.ts';
import { Failure, mustBe } from '../core/failure.ts';
import { unknownArea } from '../core/id-number.ts';
import { say } from '../core/language.ts';
import { type Verb, verb } from '../core/verb.ts';
import { choiceOption, type Piece, pageOptions, printListing, textOption } from '../io/listing.ts';
import { fieldOptions, type Session } from '../io/session.ts';
import { askUnit } from '../organisation/ask.ts';
import { unitsSeen } from '../organisation/operator/reach.ts';
import { allUnits, findUnit } from '../organisation/store.ts';
import { enterPersons, whyIdBorne } from './enter.ts';
import { verdictOf } from './outcome.ts';
import { categories, differences, personFields, yearSpans } from './person.ts';
import { listRecognitions } from './recognition/store.ts';
import { recognitionColumns } from './recognition/view.ts';
import { findPersonSeen } from './seen.ts';
import { countPeople, enrolmentYears, findPerson, listPeople, type StoredPerson } from './store.ts';
import { discreet, type PersonRow, personColumns, personFacts, personRow } from './view.ts';
import { words } from './words.ts';

const personImport: Import<typeof personFields> = {
  entity: 'person',
  fields: personFields,
  derived: ['unit_name', '单位名称'],
  warnings: ({ id_no }) => [unknownArea(id_no) ?? []].flat(),
  apply: async (writer, records, session) =>
    (await enterPersons(writer, session, records)).map(verdictOf),
};

const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: fieldOptions(personFields),
  examples: [
    'relief person add --employee-no 011045 --name 王建国 --id-no 140107197208220014 --category active --unit M101',
  ],
  async run(session: Session, _args, options) {
    const record = await session.record(personFields, options, { unit: () => askUnit(session) });
    const warning = unknownArea(record.id_no);
    if (warning) session.terminal.warn(warning);
    await unitsSeen(session, record.unit);
    const outcome = await change(session, async (writer) => {
      const [result] = await enterPersons(writer, session, [record]);
      const key = record.employee_no;
      const entry = { action: 'person.add', entity: 'person', key, detail: discreet(record) };
      return {
        result: mustBe(result ?? 'unchanged'),
        entry: result === 'imported' ? entry : undefined,
      };
    });
    const { query } = await session.database();
    const person = await findPerson(query, record.employee_no);
    const said = outcome === 'imported' ? words.added : words.unchanged;
    const good = say(said, { name: person.name, no: person.employee_no });
    await session.terminal.print({ blocks: [{ good }], json: personRow(person, false) });
  },
});

const { employee_no: _no, ...editable } = personFields;

const editVerb = verb({
  name: 'edit',
  summary: words.editSummary,
  arguments: [{ name: 'employee-no', about: words.employeeArgument }],
  options: fieldOptions(editable),
  examples: ['relief person edit 011045 --category retired --unit M102'],
  async run(session: Session, [no = ''], options) {
    const given = Object.fromEntries(
      Object.entries(options).filter(([, value]) => value !== undefined),
    );
    if (Object.keys(given).length === 0) throw new Failure('usage', say(words.nothingToEdit));
    const { after, fields } = await change(session, async (writer) => {
      const { query } = writer.database;
      const before = await findPersonSeen(session, no);
      const unit = mustBe(
        findUnit(await allUnits(query), (given['unit'] as string) ?? before.unit),
      );
      await unitsSeen(session, unit.code);
      const after: StoredPerson = { ...before, ...given, unit: unit.code, unit_name: unit.name };
      const taken = await whyIdBorne(writer, session, after);
      const warning = after.id_no === before.id_no ? undefined : unknownArea(after.id_no);
      if (warning) session.terminal.warn(warning);
      if (taken) throw new Failure('rejected', taken.said);
      const fields = differences(before, after);
      const { name, id_no, category, phone, bank_account } = after;
      const facts = { name, id_no, category, phone, bank_account, unit_id: unit.id };
      if (fields.length > 0) await writer.update('person', { id: before.id }, facts);
      const entry = {
        action: 'person.edit',
        entity: 'person',
        key: after.employee_no,
        detail: { before: discreet(before), after: discreet(after) },
      };
      return { result: { after, fields }, entry: fields.length > 0 ? entry : undefined };
    });
    const facts = { name: after.name, no: after.employee_no };
    const good =
      fields.length > 0 ? say(words.edited, { ...facts, fields }) : say(words.editedNothing, facts);
    await session.terminal.print({ blocks: [{ good }], json: personRow(after, false) });
  },
});

/** Reveals what is masked only after the audit has taken note. */
async function noteReveal(session: Session, reveal: boolean, key: string): Promise<void> {
  if (reveal)
    await noteInAudit(session, { action: 'person.reveal', entity: 'person', key, detail: {} });
}

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    category: choiceOption(words.categoryOption, words.category, categories),
    text: textOption(words.textOption),
    reveal: { about: words.revealOption, flag: true },
    ...pageOptions,
  },
  examples: ['relief person list --unit M1', 'relief person list --csv --reveal > people.csv'],
  async run(session: Session, _args, { unit, reveal, page, limit, ...narrow }) {
    const { query } = await session.database();
    const filter = { ...narrow, units: await unitsSeen(session, unit) };
    await noteReveal(session, reveal, unit ?? '*');
    const fetch = async (piece: Piece<PersonRow>) =>
      (await listPeople(query, filter, piece)).map((person) => personRow(person, reveal));
    const listing = { columns: personColumns, count: () => countPeople(query, filter), fetch };
    await printListing(session, listing, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: [{ name: 'employee-no', about: words.employeeArgument }],
  options: { reveal: { about: words.revealOption, flag: true } },
  examples: ['relief person show 011045'],
  async run(session: Session, [no = ''], { reveal }) {
    const { query } = await session.database();
    const stored = await findPersonSeen(session, no);
    await noteReveal(session, reveal, stored.employee_no);
    const person = personRow(stored, reveal);
    const enrolled = yearSpans(await enrolmentYears(query, stored.id));
    const all = { after: undefined, offset: 0, limit: 1_000 };
    const rows = await listRecognitions(query, { person: stored.employee_no }, all);
    const recognitions = rows.map(({ kind, detail, from, to }) => ({ kind, detail, from, to }));
    const columns = recognitionColumns.filter(({ key }) => key !== 'employee_no' && key !== 'name');
    await session.terminal.print({
      blocks: [
        personFacts(person, enrolled),
        ...(rows.length > 0
          ? [{ heading: words.recognitions }, { table: { columns, rows: recognitions } }]
          : []),
      ],
      json: { ...person, enrolments: enrolled, recognitions },
    });
  },
});

/** The verbs of `relief person`. */
export const personVerbs: readonly Verb<Session>[] = [
  addVerb,
  editVerb,
  listVerb,
  showVerb,
  importVerb(personImport, 'person', words.importSummary),
];
