import { change, type Writer } from '../../audit/change.ts';
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
import { unitsBelow } from '../../organisation/store.ts';
import { askPerson } from '../../people/ask.ts';
import { findPerson, personIds, unknownEmployee } from '../../people/store.ts';
import { checkEnrolment, type EnrolmentRecord, enrolmentFields, yearsOf } from './enrolment.ts';
import {
  countSpans,
  type EnrolmentFilter,
  enrolledYears,
  insertEnrolments,
  listSpans,
  type SpanRow,
} from './store.ts';
import { words } from './words.ts';

const personArgument = [{ name: 'employee-no', about: words.personArgument }];

const columns: readonly Column[] = [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'from_year', title: words.fromYear, align: 'right' },
  { key: 'to_year', title: words.toYear, align: 'right' },
];

/** Enrols persons in the years they are not enrolled in yet. @returns how many years were new, or what is wrong */
async function enrol(writer: Writer, records: readonly EnrolmentRecord[]) {
  const { query } = writer.database;
  const persons = await personIds(
    query,
    records.map(({ employee_no }) => employee_no),
  );
  const enrolled = await enrolledYears(query, persons.values());
  const fresh: { person_id: number; year: number }[] = [];
  const outcomes: (number | Awaited<ReturnType<typeof unknownEmployee>>)[] = [];
  for (const record of records) {
    const person_id = persons.get(record.employee_no);
    if (person_id === undefined) {
      outcomes.push(await unknownEmployee(query, record.employee_no));
      continue;
    }
    const known = enrolled.get(person_id) ?? new Set();
    enrolled.set(person_id, known);
    const years = yearsOf(record).filter((year) => !known.has(year));
    for (const year of years) {
      known.add(year);
      fresh.push({ person_id, year });
    }
    outcomes.push(years.length);
  }
  await insertEnrolments(writer, fresh);
  return outcomes;
}

const enrolmentImport: Import<typeof enrolmentFields> = {
  entity: 'enrolment',
  fields: enrolmentFields,
  derived: ['name', '姓名'],
  check: (record, session) => checkEnrolment(record, yearOf(session.today)),
  async apply(writer, records) {
    const outcomes = await enrol(writer, records);
    return outcomes.map((outcome): Verdict => {
      if (typeof outcome !== 'number') return [outcome];
      return outcome > 0 ? 'imported' : 'unchanged';
    });
  },
};

const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: fieldOptions(enrolmentFields),
  examples: ['relief enrolment add --employee-no 011045 --from-year 2026'],
  async run(session: Session, _args, options) {
    const ask = { employee_no: async () => (await askPerson(session)).employee_no };
    const record = await session.record(enrolmentFields, options, ask, async (one) =>
      checkEnrolment(one, yearOf(session.today)).map((fault) => fault.said),
    );
    const years = await change(session, async (writer) => {
      const [outcome = 0] = await enrol(writer, [record]);
      if (typeof outcome !== 'number') throw new Failure('rejected', outcome);
      const detail = { from_year: record.from_year, to_year: record.to_year ?? record.from_year };
      const entry = {
        action: 'enrolment.add',
        entity: 'enrolment',
        key: record.employee_no,
        detail,
      };
      return { result: outcome, entry: outcome > 0 ? entry : undefined };
    });
    const { query } = await session.database();
    const { name, employee_no: no } = await findPerson(query, record.employee_no);
    const said =
      years > 0 ? say(words.added, { name, no, years }) : say(words.unchanged, { name, no });
    const json = { ...record, to_year: record.to_year ?? record.from_year };
    await session.terminal.print({ blocks: [{ good: said }], json });
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
    const { query } = await session.database();
    const { id, name, employee_no: no } = await findPerson(query, text);
    await change(session, async (writer) => {
      const removed = await writer.remove('enrolment', { person_id: id, year });
      if (removed === 0) throw new Failure('refused', say(words.notThere, { name, no, year }));
      const entry = {
        action: 'enrolment.remove',
        entity: 'enrolment',
        key: no,
        detail: { year, reason },
      };
      return { result: undefined, entry };
    });
    const good = say(words.removed, { name, no, year });
    await session.terminal.print({ blocks: [{ good }], json: { employee_no: no, year, reason } });
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
    const { query } = await session.database();
    const units = unit ? await unitsBelow(query, unit) : undefined;
    await printSpans(session, { units, year, text }, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: personArgument,
  examples: ['relief enrolment show 011045'],
  async run(session: Session, [text = '']) {
    const { query } = await session.database();
    const { employee_no } = await findPerson(query, text);
    await printSpans(session, { person: employee_no }, { page: undefined, limit: 1_000 });
  },
});

/** The verbs of `relief enrolment`. */
export const enrolmentVerbs: readonly Verb<Session>[] = [
  addVerb,
  removeVerb,
  listVerb,
  showVerb,
  importVerb(enrolmentImport, 'enrolment', words.importSummary),
];
