import { change } from '../../audit/change.ts';
import { type Import, importVerb } from '../../audit/import.ts';
import { parseCivilDate } from '../../core/civil-date.ts';
import { Fault, mustBe } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { type Verb, verb } from '../../core/verb.ts';
import {
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { partiesOptions } from '../life.ts';
import { namedFamily, namedOfficial, namedPairings } from '../named.ts';
import { pairingStates } from '../pairing.ts';
import { pairingRules } from '../policy-store.ts';
import { findPairing, type StoredPairing } from '../store.ts';
import { pairingFacts } from '../view.ts';
import { words as pairingWords } from '../words.ts';
import { enterVisits } from './enter.ts';
import { visitDue } from './overdue.ts';
import {
  countOverdue,
  countVisits,
  insertVisit,
  listOverdue,
  listVisits,
  type VisitRow,
  visitsOf,
} from './store.ts';
import { type OverdueRow, overdueColumns, overdueRow, visitColumns } from './view.ts';
import { isThere, pairingOn, visitColumnsOfFile, visitFields } from './visit.ts';
import { words } from './words.ts';

const entity = 'visit';

const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  arguments: [{ name: 'pairing', about: pairingWords.pairingArgument, optional: true }],
  options: {
    ...partiesOptions,
    ...fieldOptions(visitFields),
  },
  examples: [
    'relief visit add',
    'relief visit add 7 --done 送去慰问金和米面 --needed 女儿明年高考',
    'relief visit add --official 刘志强 --employee-no 011045 --on 2026-07-12 --done 联系医院复查',
  ],
  async run(session: Session, [number], { on: day, done, needed, ...named }) {
    const { query } = await session.database();
    const { today } = session;
    const { visit_every_days: every } = await pairingRules(query, today);
    const found = await namedPairings(session, number, named, undefined);
    const [{ official, employee_no: no }] = found as readonly [StoredPairing];
    const within = (on: string, pairings = found) =>
      pairingOn(pairings, on, today, { official, no });
    const record = await session.record(
      visitFields,
      { on: day, done, needed },
      {},
      async (said) => {
        const fault = within(said.on ?? today);
        return fault instanceof Fault ? [fault.said] : [];
      },
    );
    const said = { ...record, on: record.on ?? today };
    const { id: pairingId } = mustBe(within(said.on));
    const visit = await change(session, async (writer) => {
      mustBe(within(said.on, [await findPairing(query, String(pairingId))]));
      if (isThere(said, await visitsOf(query, pairingId)))
        return { result: undefined, entry: undefined };
      const result = await insertVisit(writer, pairingId, said, session.operator);
      const detail = { pairing: pairingId, official, employee_no: no, ...said };
      return { result, entry: { action: 'visit.add', entity, key: String(result), detail } };
    });
    const pairing = await findPairing(query, String(pairingId));
    const facts = { ...pairingFacts(pairing), on: said.on };
    const { from, to, last_visit } = pairing;
    const due = visitDue({ from, to, visits: last_visit ? [last_visit] : [] }, every);
    await session.terminal.print({
      blocks: [
        { good: visit ? say(words.added, { ...facts, visit }) : say(words.unchanged, facts) },
        ...(to === null ? [{ line: say(words.nextDue, { due }) }] : []),
      ],
      json: { visit: visit ?? null, pairing: pairingId, official, employee_no: no, ...said },
    });
  },
});

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(pairingWords.unitOption, 'CODE'),
    official: textOption(pairingWords.officialOption),
    official_unit: textOption(pairingWords.officialUnitOption, 'CODE'),
    employee_no: textOption(pairingWords.onlyFamilyOption, 'NO'),
    pairing: textOption(words.pairingOption, 'N'),
    since: { about: words.sinceOption, placeholder: 'DATE', parse: parseCivilDate },
    until: { about: words.untilOption, placeholder: 'DATE', parse: parseCivilDate },
    ...pageOptions,
  },
  examples: ['relief visit list --unit M1 --since 2026-07-01', 'relief visit list --pairing 7'],
  async run(session: Session, _args, options) {
    const { official, official_unit, employee_no, pairing, since, until, page, limit } = options;
    const { query } = await session.database();
    const filter = {
      units: await unitsSeen(session, options.unit),
      official: official ? (await namedOfficial(session, official, official_unit)).id : undefined,
      household: employee_no ? (await namedFamily(session, employee_no)).id : undefined,
      pairing: pairing ? (await findPairing(query, pairing)).id : undefined,
      ...{ from: since, to: until },
    };
    const listing = {
      columns: visitColumns,
      count: () => countVisits(query, filter),
      fetch: (piece: Piece<VisitRow>) => listVisits(query, filter, piece),
    };
    await printListing(session, listing, { page, limit });
  },
});

const overdueVerb = verb({
  name: 'overdue',
  summary: words.overdueSummary,
  options: {
    unit: textOption(pairingWords.unitOption, 'CODE'),
    state: choiceOption(pairingWords.stateOption, pairingWords.state, pairingStates),
    ...pageOptions,
  },
  examples: ['relief visit overdue --unit M1', 'relief visit overdue --state running --csv'],
  async run(session: Session, _args, { unit, state, page, limit }) {
    const { query } = await session.database();
    const { today } = session;
    const units = await unitsSeen(session, unit);
    const { ranks, visit_every_days: everyDays } = await pairingRules(query, today);
    const filter = { units, state, everyDays, today };
    const listing = {
      columns: overdueColumns(ranks),
      count: () => countOverdue(query, filter),
      fetch: async (piece: Piece<OverdueRow>) =>
        (await listOverdue(query, filter, piece)).map((one) => overdueRow(one, filter)),
    };
    await printListing(session, listing, { page, limit });
  },
});

const visitImport: Import<typeof visitColumnsOfFile> = {
  entity,
  fields: visitColumnsOfFile,
  derived: ['visit', 'pairing', 'name', 'unit', 'operator', '户主', '姓名'],
  apply: enterVisits,
};

/** The verbs of `relief visit`. */
export const visitVerbs: readonly Verb<Session>[] = [
  addVerb,
  listVerb,
  overdueVerb,
  importVerb(visitImport, 'visit', words.importSummary),
];
