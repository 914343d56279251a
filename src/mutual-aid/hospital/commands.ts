import { change } from '../../audit/change.ts';
import { type Import, importVerb, type Verdict } from '../../audit/import.ts';
import { Failure, Fault, mustBe } from '../../core/failure.ts';
import { yesOrNo } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import type { Column } from '../../core/report.ts';
import { type Verb, verb } from '../../core/verb.ts';
import {
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { hospitalFields, planHospital } from './hospital.ts';
import {
  allHospitals,
  countHospitals,
  findHospital,
  type HospitalRow,
  insertHospital,
  listHospitals,
} from './store.ts';
import { words } from './words.ts';

const hospitalArgument = [{ name: 'name', about: words.nameArgument }];

const yesNo = (designated: boolean) => (designated ? 'yes' : 'no');

const columns: readonly Column[] = [
  { key: 'name', title: words.name },
  {
    key: 'designated',
    title: words.designated,
    show: (cell, lang) => (yesOrNo.find(({ code }) => code === cell)?.title ?? words.name)[lang],
  },
];

const hospitalImport: Import<typeof hospitalFields> = {
  entity: 'hospital',
  fields: hospitalFields,
  async apply(writer, records) {
    const hospitals = await allHospitals(writer.database.query);
    const verdicts: Verdict[] = [];
    for (const record of records) {
      const plan = planHospital(record, hospitals.get(record.name));
      if (plan === 'imported') hospitals.set(record.name, await insertHospital(writer, record));
      verdicts.push(plan instanceof Fault ? [plan.said] : plan);
    }
    return verdicts;
  },
};

const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: fieldOptions(hospitalFields),
  examples: ['relief hospital add --name 晋岭煤业总医院 --designated yes'],
  async run(session: Session, _args, options) {
    const record = await session.record(hospitalFields, options);
    const outcome = await change(session, async (writer) => {
      const hospitals = await allHospitals(writer.database.query);
      const result = mustBe(planHospital(record, hospitals.get(record.name)));
      if (result === 'unchanged') return { result, entry: undefined };
      await insertHospital(writer, record);
      const entry = {
        action: 'hospital.add',
        entity: 'hospital',
        key: record.name,
        detail: { ...record },
      };
      return { result, entry };
    });
    const said = outcome === 'imported' ? words.added : words.unchanged;
    const good = say(said, { name: record.name });
    await session.terminal.print({ blocks: [{ good }], json: record });
  },
});

const editVerb = verb({
  name: 'edit',
  summary: words.editSummary,
  arguments: hospitalArgument,
  options: fieldOptions(hospitalFields),
  examples: ['relief hospital edit 晋岭煤业总医院 --designated no'],
  async run(session: Session, [text = ''], options) {
    if (options.name === undefined && options.designated === undefined) {
      throw new Failure('usage', say(words.nothingToEdit));
    }
    const after = await change(session, async (writer) => {
      const before = await findHospital(writer.database.query, text);
      const name = options.name ?? before.name;
      const others = await allHospitals(writer.database.query);
      if (name !== before.name && others.has(name)) {
        throw new Failure('rejected', say(words.nameTaken, { name }));
      }
      const designated = options.designated ?? yesNo(before.designated);
      await writer.update(
        'hospital',
        { id: before.id },
        { name, designated: designated === 'yes' ? 1 : 0 },
      );
      const result = { name, designated };
      const detail = {
        before: { name: before.name, designated: yesNo(before.designated) },
        after: result,
      };
      return { result, entry: { action: 'hospital.edit', entity: 'hospital', key: name, detail } };
    });
    const designated =
      yesOrNo.find(({ code }) => code === after.designated)?.title ?? after.designated;
    const good = say(words.edited, { name: after.name, designated });
    await session.terminal.print({ blocks: [{ good }], json: after });
  },
});

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    designated: choiceOption(words.designatedOption, words.designated, yesOrNo),
    text: textOption(words.textOption),
    ...pageOptions,
  },
  examples: ['relief hospital list', 'relief hospital list --designated no'],
  async run(session: Session, _args, { page, limit, ...filter }) {
    const { query } = await session.database();
    const fetch = (piece: Piece<HospitalRow>) => listHospitals(query, filter, piece);
    await printListing(
      session,
      { columns, count: () => countHospitals(query, filter), fetch },
      { page, limit },
    );
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: hospitalArgument,
  examples: ['relief hospital show 晋岭煤业总医院'],
  async run(session: Session, [text = '']) {
    const { query } = await session.database();
    const { name, designated } = await findHospital(query, text);
    const row = { name, designated: yesNo(designated) };
    await session.terminal.print({ blocks: [{ table: { columns, rows: [row] } }], json: row });
  },
});

/** The verbs of `relief hospital`. */
export const hospitalVerbs: readonly Verb<Session>[] = [
  addVerb,
  editVerb,
  listVerb,
  showVerb,
  importVerb(hospitalImport, 'hospital', words.importSummary),
];
