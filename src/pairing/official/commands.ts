import { change } from '../../audit/change.ts';
import { type Import, importVerb, type Verdict } from '../../audit/import.ts';
import { Failure, Fault, mustBe } from '../../core/failure.ts';
import { parseChoice } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { type Piece, pageOptions, printListing, textOption } from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { askUnit } from '../../organisation/ask.ts';
import { reachOf, unitsSeen } from '../../organisation/operator/reach.ts';
import { allUnits, findUnit, unitsBelow } from '../../organisation/store.ts';
import { pairingRules } from '../policy-store.ts';
import { listPairings } from '../store.ts';
import { pairingColumns, pairingRow } from '../view.ts';
import { officialBook } from './enter.ts';
import {
  differences,
  findOfficial,
  officialFields,
  officialFieldsOf,
  type StoredOfficial,
} from './official.ts';
import { allOfficials, countOfficials, listOfficials, type OfficialRow } from './store.ts';
import { officialBlock, officialColumns, officialFacts, officialJson } from './view.ts';
import { words } from './words.ts';

const nameArgument = [{ name: 'name', about: words.nameArgument }];
const whichUnit = textOption(words.whichUnitOption, 'CODE');

const officialImport: Import<typeof officialFields> = {
  entity: 'official',
  fields: officialFields,
  derived: ['unit_name', '单位名称', 'families', '在帮户数'],
  async apply(writer, records, session) {
    const { ranks } = await pairingRules(writer.database.query, session.today);
    const book = await officialBook(session, writer, ranks);
    const verdicts: Verdict[] = [];
    for (const record of records) {
      const entered = await book.enter(record);
      verdicts.push(entered instanceof Fault ? [entered.said] : entered.outcome);
    }
    return verdicts;
  },
};

const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: fieldOptions(officialFields),
  examples: ['relief official add --name 刘志强 --rank division --unit M1 --duty 矿长'],
  async run(session: Session, _args, options) {
    const { query } = await session.database();
    const { ranks } = await pairingRules(query, session.today);
    const fields = officialFieldsOf(ranks);
    const rank = options.rank && mustBe(fields.rank.parse(options.rank));
    const ask = { unit: () => askUnit(session) };
    const record = await session.record(fields, { ...options, rank }, ask);
    await unitsSeen(session, record.unit);
    const { official, outcome } = await change(session, async (writer) => {
      const result = mustBe(await (await officialBook(session, writer, ranks)).enter(record));
      const key = result.official.name;
      const entry = { action: 'official.add', entity: 'official', key, detail: { ...record } };
      return { result, entry: result.outcome === 'imported' ? entry : undefined };
    });
    const facts = officialFacts(official, ranks);
    const good = outcome === 'imported' ? say(words.added, facts) : say(words.unchanged, facts);
    await session.terminal.print({ blocks: [{ good }], json: officialJson(official) });
  },
});

/** The official that a name, and a unit where two bear it, mean. @throws rejected where there is none, or several */
async function theOfficial(
  session: Session,
  name: string,
  unitText: string | undefined,
): Promise<StoredOfficial> {
  const { query } = await session.database();
  const unit =
    unitText === undefined ? null : mustBe(findUnit(await allUnits(query), unitText)).code;
  return mustBe(findOfficial(await allOfficials(query), name, unit, '--unit'));
}

const { rank, duty, phone } = fieldOptions(officialFields);

const editVerb = verb({
  name: 'edit',
  summary: words.editSummary,
  arguments: nameArgument,
  options: {
    unit: whichUnit,
    new_name: { ...fieldOptions(officialFields).name, about: words.newNameOption },
    rank,
    new_unit: { ...fieldOptions(officialFields).unit, about: words.newUnitOption },
    duty,
    phone,
  },
  examples: ['relief official edit 刘志强 --new-unit M2 --duty 党委书记'],
  async run(session: Session, [text = ''], options) {
    const { unit: which, new_name, rank, new_unit, duty, phone } = options;
    if ([new_name, rank, new_unit, duty, phone].every((one) => one === undefined))
      throw new Failure('usage', say(words.nothingToEdit));
    const { query } = await session.database();
    const { ranks } = await pairingRules(query, session.today);
    const { after, edited } = await change(session, async (writer) => {
      const before = await theOfficial(session, text, which);
      await unitsSeen(session, before.unit);
      if (new_unit !== undefined) await unitsSeen(session, new_unit);
      const unit = mustBe(findUnit(await allUnits(query), new_unit ?? before.unit));
      const after: StoredOfficial = {
        ...before,
        name: new_name ?? before.name,
        rank: rank ? mustBe(parseChoice(words.rank, ranks)(rank)) : before.rank,
        ...{ unit: unit.code, unit_id: unit.id, unit_name: unit.name },
        duty: duty === undefined ? before.duty : duty,
        phone: phone === undefined ? before.phone : phone,
      };
      const bearers = (await allOfficials(query)).get(after.name) ?? [];
      if (bearers.some((one) => one.unit === after.unit && one.id !== after.id)) {
        const facts = { unit: unit.name, name: after.name };
        throw new Failure('rejected', say(words.taken, facts));
      }
      const { id, unit: _, unit_name: _name, ...changes } = after;
      await writer.update('official', { id }, changes);
      const edited =
        after.name !== before.name ||
        after.unit !== before.unit ||
        differences(before, after).length > 0 ||
        differences(after, before).length > 0;
      const detail = { before: officialJson(before), after: officialJson(after) };
      const entry = { action: 'official.edit', entity: 'official', key: after.name, detail };
      return { result: { after, edited }, entry: edited ? entry : undefined };
    });
    const facts = officialFacts(after, ranks);
    const good = edited ? say(words.edited, facts) : say(words.editedNothing, facts);
    await session.terminal.print({ blocks: [{ good }], json: officialJson(after) });
  },
});

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    rank: textOption(words.rankOption, 'CODE'),
    text: textOption(words.textOption),
    ...pageOptions,
  },
  examples: ['relief official list --unit M1', 'relief official list --rank division'],
  async run(session: Session, _args, { unit, rank, text, page, limit }) {
    const { query } = await session.database();
    const { ranks } = await pairingRules(query, session.today);
    const filter = {
      units: unit ? await unitsBelow(query, unit) : undefined,
      rank: rank ? mustBe(parseChoice(words.rank, ranks)(rank)) : undefined,
      text,
    };
    const listing = {
      columns: officialColumns(ranks),
      count: () => countOfficials(query, filter),
      fetch: (piece: Piece<OfficialRow>) => listOfficials(query, filter, piece),
    };
    await printListing(session, listing, { page, limit });
  },
});

const all = { after: undefined, offset: 0, limit: 1_000 };
/** What stands above the families already. */
const own = ['official', 'rank', 'official_unit'];

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: nameArgument,
  options: { unit: whichUnit },
  examples: ['relief official show 刘志强', 'relief official show 王伟 --unit M2'],
  async run(session: Session, [text = ''], { unit }) {
    const { query } = await session.database();
    const { ranks } = await pairingRules(query, session.today);
    const official = await theOfficial(session, text, unit);
    const filter = { official: official.id, units: await reachOf(session) };
    const families = (await listPairings(query, filter, all)).map(pairingRow);
    const columns = pairingColumns(ranks).filter(({ key }) => !own.includes(key));
    await session.terminal.print({
      blocks: [
        officialBlock(official, ranks),
        ...(families.length > 0
          ? [{ heading: words.familiesTitle }, { table: { columns, rows: families } }]
          : []),
      ],
      json: { ...officialJson(official), pairings: families },
      csv: { columns: pairingColumns(ranks), rows: families },
    });
  },
});

/** The verbs of `relief official`. */
export const officialVerbs: readonly Verb<Session>[] = [
  addVerb,
  editVerb,
  listVerb,
  showVerb,
  importVerb(officialImport, 'official', words.importSummary),
];
