import { change } from '../../audit/change.ts';
import { type Import, importVerb, type Verdict } from '../../audit/import.ts';
import { yearOf } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import type { Column } from '../../core/report.ts';
import { parseText, parseYear } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { type Piece, pageOptions, printListing, textOption } from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { askPerson } from '../../people/ask.ts';
import { findPersonSeen } from '../../people/seen.ts';
import { Enrolling, returnDues } from './enrol.ts';
import { checkEnrolment, enrolmentFields } from './enrolment.ts';
import { countSpans, duesEntryOf, type EnrolmentFilter, listSpans, type SpanRow } from './store.ts';
import { words } from './words.ts';

const personArgument = [{ name: 'employee-no', about: words.personArgument }];

const columns: readonly Column[] = [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'from_year', title: words.fromYear, align: 'right' },
  { key: 'to_year', title: words.toYear, align: 'right' },
];

const duesOption = {
  dues_from: { about: words.duesFromOption, placeholder: 'YEAR', parse: parseYear },
};

/** One run of an import: it books an entry of dues for each unit and year. */
function enrolmentImport(duesFrom?: number): Import<typeof enrolmentFields> {
  const enrolling = new Enrolling('unit', duesFrom);
  return {
    entity: 'enrolment',
    fields: enrolmentFields,
    derived: ['name', '姓名'],
    check: (record, session) => checkEnrolment(record, yearOf(session.today)),
    async apply(writer, records, session) {
      const outcomes = await enrolling.enrol(writer, session, records);
      return outcomes.map((outcome): Verdict => {
        if (typeof outcome !== 'number') return [outcome];
        return outcome > 0 ? 'imported' : 'unchanged';
      });
    },
    finish: (writer, session, file) => enrolling.book(writer, session, file),
  };
}

const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: { ...fieldOptions(enrolmentFields), ...duesOption },
  examples: [
    'relief enrolment add --employee-no 011045 --from-year 2026',
    'relief enrolment add --employee-no 011045 --from-year 2016 --to-year 2026 --dues-from 2026',
  ],
  async run(session: Session, _args, { dues_from, ...options }) {
    const ask = { employee_no: async () => (await askPerson(session)).employee_no };
    const record = await session.record(enrolmentFields, options, ask, async (one) =>
      checkEnrolment(one, yearOf(session.today)).map((fault) => fault.said),
    );
    const { name, employee_no: no } = await findPersonSeen(session, record.employee_no);
    const { years, notes } = await change(session, async (writer) => {
      const enrolling = new Enrolling('person', dues_from);
      const [outcome = 0] = await enrolling.enrol(writer, session, [record]);
      if (typeof outcome !== 'number') throw new Failure('rejected', outcome);
      const booked = await enrolling.book(writer, session, '');
      const detail = { from_year: record.from_year, to_year: record.to_year ?? record.from_year };
      const entry = {
        action: 'enrolment.add',
        entity: 'enrolment',
        key: record.employee_no,
        detail,
      };
      return {
        result: { years: outcome, notes: booked },
        entry: outcome > 0 ? entry : undefined,
      };
    });
    const said =
      years > 0 ? say(words.added, { name, no, years }) : say(words.unchanged, { name, no });
    const json = { ...record, to_year: record.to_year ?? record.from_year };
    await session.terminal.print({ blocks: [{ good: said }], json });
    for (const note of notes) session.terminal.note(note);
  },
});

const removeFields = {
  year: required({ name: 'year', title: words.year, parse: parseYear }),
  reason: required({ name: 'reason', title: words.reason, parse: parseText }),
};

const removeVerb = verb({
  name: 'remove',
  summary: words.removeSummary,
  arguments: personArgument,
  options: fieldOptions(removeFields),
  examples: ['relief enrolment remove 011045 --year 2026 --reason 录入有误'],
  async run(session: Session, [text = ''], options) {
    const { year, reason } = await session.record(removeFields, options);
    const { id, name, employee_no: no } = await findPersonSeen(session, text);
    const note = await change(session, async (writer) => {
      const booked = await duesEntryOf(writer.database.query, id, year);
      if (booked === undefined)
        throw new Failure('refused', say(words.notThere, { name, no, year }));
      const memo = `${no} ${year} ${reason}`;
      const result = booked && (await returnDues(writer, session, { booked, person: id, memo }));
      await writer.remove('enrolment', { person_id: id, year });
      const entry = {
        action: 'enrolment.remove',
        entity: 'enrolment',
        key: no,
        detail: { year, reason },
      };
      return { result, entry };
    });
    const good = say(words.removed, { name, no, year });
    await session.terminal.print({ blocks: [{ good }], json: { employee_no: no, year, reason } });
    if (note) session.terminal.note(note);
  },
});

async function printSpans(
  session: Session,
  filter: EnrolmentFilter,
  options: { page: number | undefined; limit: number | undefined },
): Promise<void> {
  const { query } = await session.database();
  const fetch = (piece: Piece<SpanRow>) => listSpans(query, filter, piece);
  await printListing(session, { columns, count: () => countSpans(query, filter), fetch }, options);
}

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    year: { about: words.yearOption, placeholder: 'YEAR', parse: parseYear },
    text: textOption(words.textOption),
    ...pageOptions,
  },
  examples: [
    'relief enrolment list --year 2026',
    'relief enrolment list --unit M1 --csv > enrolments.csv',
  ],
  async run(session: Session, _args, { unit, year, text, page, limit }) {
    const units = await unitsSeen(session, unit);
    await printSpans(session, { units, year, text }, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: personArgument,
  examples: ['relief enrolment show 011045'],
  async run(session: Session, [text = '']) {
    const { employee_no } = await findPersonSeen(session, text);
    await printSpans(session, { person: employee_no }, { page: undefined, limit: 1_000 });
  },
});

/** The verbs of `relief enrolment`. */
export const enrolmentVerbs: readonly Verb<Session>[] = [
  addVerb,
  removeVerb,
  listVerb,
  showVerb,
  importVerb(enrolmentImport(), 'enrolment', words.importSummary, {
    options: duesOption,
    examples: ['relief enrolment import enrolments.csv --dues-from 2026'],
    begin: ({ dues_from }) => enrolmentImport(dues_from),
  }),
];
