import { change } from '../audit/change.ts';
import { type Import, importVerb } from '../audit/import.ts';
import { type Fault, mustBe } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { factsOf } from '../core/report.ts';
import { type Verb, verb } from '../core/verb.ts';
import { choiceOption, type Piece, pageOptions, printListing, textOption } from '../io/listing.ts';
import { fieldOptions, type Session } from '../io/session.ts';
import { unitsSeen } from '../organisation/operator/reach.ts';
import { askFamily } from './ask.ts';
import { enterPairings } from './enter.ts';
import { figuresVerbs } from './figures-commands.ts';
import { editVerb, endVerb, pairingArgument, partiesOptions } from './life.ts';
import { namedFamily, namedOfficial, namedPairings } from './named.ts';
import { askOfficial } from './official/ask.ts';
import {
  checkPairing,
  ledgerFields,
  pairingFields,
  pairingStates,
  planPairing,
} from './pairing.ts';
import { pairingRules } from './policy-store.ts';
import {
  countPairings,
  findPairing,
  insertPairing,
  listPairings,
  pairingsBetween,
  type StoredPairing,
} from './store.ts';
import {
  derivedColumns,
  type PairingRow,
  pairingColumns,
  pairingFacts,
  pairingNotes,
  pairingRow,
} from './view.ts';
import { visitDue } from './visit/overdue.ts';
import { visitsOf } from './visit/store.ts';
import { ownVisitColumns } from './visit/view.ts';
import { words } from './words.ts';

const entity = 'pairing';
const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: { ...fieldOptions(pairingFields), ...partiesOptions },
  examples: [
    'relief pairing add',
    'relief pairing add --official 刘志强 --employee-no 011045 --way 一对一 --goal 两年内脱困',
  ],
  async run(session: Session, _args, options) {
    const { query } = await session.database();
    const { today } = session;
    const { ranks, visit_every_days: every } = await pairingRules(query, today);
    let unit: string | null = null;
    const ask = {
      official: async () => {
        const official = await askOfficial(session, ranks);
        unit = official.unit;
        return official.name;
      },
      official_unit: async () => unit,
      employee_no: () => askFamily(session),
    };
    const record = await session.record(pairingFields, options, ask, async ({ from }) =>
      checkPairing({ from, to: null, outcome: null }, today).map(({ said }) => said),
    );
    const official = await namedOfficial(session, record.official, record.official_unit);
    const family = await namedFamily(session, record.employee_no);
    const { responsibility, way, measures, goal, from } = record;
    const facts = { responsibility, way, measures, goal, from: from ?? today };
    const { id, added } = await change(session, async (writer) => {
      const own = await pairingsBetween(query, official.id, family.id);
      const said = { official: official.name, no: family.employee_no };
      const open = { ...facts, to: null, outcome: null };
      const plan = mustBe(planPairing(open, own, said));
      if (plan !== 'imported')
        return { result: { id: plan.same.id, added: false }, entry: undefined };
      const bound = { official_id: official.id, household_id: family.id };
      const { id } = await insertPairing(writer, { ...bound, ...open });
      const detail = { ...said, official_unit: official.unit, ...facts };
      const entry = { action: 'pairing.add', entity, key: String(id), detail };
      return { result: { id, added: true }, entry };
    });
    const pairing = await findPairing(query, String(id));
    const named = pairingFacts(pairing);
    const due = visitDue({ from: pairing.from, to: null, visits: [] }, every);
    const good = added
      ? say(words.added, { ...named, officialUnit: official.unit_name, from: pairing.from, due })
      : say(words.unchanged, named);
    await session.terminal.print({ blocks: [{ good }], json: pairingRow(pairing) });
    const { name, employee_no: no, closed_on: day } = family;
    if (added && day !== null) session.terminal.warn(say(words.watching, { name, no, day }));
  },
});

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    official: textOption(words.officialOption),
    official_unit: textOption(words.officialUnitOption, 'CODE'),
    employee_no: textOption(words.onlyFamilyOption, 'NO'),
    state: choiceOption(words.stateOption, words.state, pairingStates),
    ...pageOptions,
  },
  examples: [
    'relief pairing list --unit M1 --state running',
    'relief pairing list --official 刘志强',
  ],
  async run(session: Session, _args, options) {
    const { official, official_unit, employee_no, state, page, limit } = options;
    const { query } = await session.database();
    const { ranks } = await pairingRules(query, session.today);
    const filter = {
      units: await unitsSeen(session, options.unit),
      official: official ? (await namedOfficial(session, official, official_unit)).id : undefined,
      household: employee_no ? (await namedFamily(session, employee_no)).id : undefined,
      state,
    };
    const listing = {
      columns: pairingColumns(ranks),
      count: () => countPairings(query, filter),
      fetch: async (piece: Piece<PairingRow>) =>
        (await listPairings(query, filter, piece)).map(pairingRow),
    };
    await printListing(session, listing, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: pairingArgument,
  options: partiesOptions,
  examples: ['relief pairing show 7', 'relief pairing show --official 刘志强 --employee-no 011045'],
  async run(session: Session, [number], named) {
    const { query } = await session.database();
    const rules = await pairingRules(query, session.today);
    const found = await namedPairings(session, number, named, undefined);
    const pairing = found.at(-1) as StoredPairing;
    const visits = await visitsOf(query, pairing.id);
    const row = pairingRow(pairing);
    await session.terminal.print({
      blocks: [
        { facts: factsOf(pairingColumns(rules.ranks), row) },
        ...pairingNotes(pairing, rules, session.today).map((line) => ({ line })),
        ...(visits.length > 0
          ? [{ heading: words.visitsTitle }, { table: { columns: ownVisitColumns, rows: visits } }]
          : []),
      ],
      json: { ...row, visits },
    });
  },
});

const pairingImport: Import<typeof ledgerFields> = {
  entity,
  fields: ledgerFields,
  derived: derivedColumns,
  check: (record, session): readonly Fault[] => checkPairing(record, session.today),
  apply: enterPairings,
};

/** The verbs of `relief pairing`. */
export const pairingVerbs: readonly Verb<Session>[] = [
  addVerb,
  editVerb,
  endVerb,
  listVerb,
  showVerb,
  ...figuresVerbs,
  importVerb(pairingImport, 'pairing', words.importSummary),
];
