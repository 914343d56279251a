import { change, type Writer } from '../audit/change.ts';
import { type Import, importVerb, type Verdict } from '../audit/import.ts';
import { Failure, Fault, mustBe } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { type Verb, verb } from '../core/verb.ts';
import { choiceOption, type Piece, pageOptions, printListing, textOption } from '../io/listing.ts';
import { fieldOptions, type Session } from '../io/session.ts';
import { askUnit } from './ask.ts';
import { checkParent, planUnit } from './import.ts';
import { beyondSaid, reachOf, unitsSeen } from './operator/reach.ts';
import { structureVerbs } from './post/structure-commands.ts';
import {
  allUnits,
  countUnits,
  findUnit,
  insertUnit,
  listUnits,
  type StoredUnit,
  type UnitRow,
  unitsBelow,
} from './store.ts';
import { type Level, levels, parentLevel, type Unit, unitFields } from './unit.ts';
import { unitColumns } from './view.ts';
import { words } from './words.ts';

/** The units that there are, and the ids of those that the operator at work sees; undefined: all. */
interface Known {
  readonly units: Map<string, StoredUnit>;
  readonly reach: Set<number> | undefined;
}

async function knownUnits(writer: Writer, session: Session): Promise<Known> {
  const reach = await reachOf(session);
  return { units: await allUnits(writer.database.query), reach: reach && new Set(reach) };
}

async function applyUnit(
  writer: Writer,
  session: Session,
  unit: Unit,
  { units, reach }: Known,
): Promise<'imported' | 'unchanged' | Fault> {
  const parent = unit.parent === null ? null : findUnit(units, unit.parent);
  const place = units.get(unit.code) ?? parent;
  if (reach && !(place instanceof Fault) && !reach.has(place?.id ?? 0))
    return new Fault(beyondSaid(session, place?.code ?? unit.code));
  const plan = planUnit(unit, units.get(unit.code), parent);
  if (plan === 'unchanged' || plan instanceof Fault) return plan;
  const parentCode = parent && !(parent instanceof Fault) ? parent.code : null;
  const stored = await insertUnit(writer, { ...unit, parent: parentCode }, plan.parentId);
  units.set(unit.code, stored);
  reach?.add(stored.id);
  return 'imported';
}

/** Units of one file may stand in any order: those whose parent comes later are tried again. */
const unitImport: Import<typeof unitFields> = {
  entity: 'unit',
  fields: unitFields,
  derived: ['people'],
  async apply(writer, records, session) {
    const known = await knownUnits(writer, session);
    const verdicts: (Verdict | undefined)[] = records.map(() => undefined);
    let waiting = [...records.keys()];
    for (let before = -1; waiting.length !== before; ) {
      before = waiting.length;
      const again: number[] = [];
      for (const at of waiting) {
        const outcome = await applyUnit(writer, session, records[at] as Unit, known);
        verdicts[at] = outcome instanceof Fault ? [outcome.said] : outcome;
        if (outcome instanceof Fault) again.push(at);
      }
      waiting = again;
    }
    return verdicts as Verdict[];
  },
};

/** The questions for a unit's level and for the unit above it, which is of the next level up. */
function placeQuestions(session: Session, given: Level | undefined) {
  let level = given;
  return {
    level: async () => {
      const options = levels.map(({ code, title }) => ({
        name: session.terminal.words(title),
        value: code,
      }));
      level = await session.prompter.choose(words.level, options);
      return level;
    },
    parent: async () => {
      const above = level && parentLevel(level);
      return above ? askUnit(session, above) : null;
    },
  };
}

const addUnit = verb({
  name: 'add',
  summary: words.addSummary,
  options: fieldOptions(unitFields),
  examples: ['relief unit add --code M104 --name 综采三队 --level section --parent M1'],
  async run(session: Session, _args, options) {
    const unit = await session.record(unitFields, options, placeQuestions(session, options.level));
    if (unit.parent !== null) await unitsSeen(session, unit.parent);
    const outcome = await change(session, async (writer) => {
      const known = await knownUnits(writer, session);
      const result = mustBe(await applyUnit(writer, session, unit, known));
      const entry = { action: 'unit.add', entity: 'unit', key: unit.code, detail: { ...unit } };
      return { result, entry: result === 'imported' ? entry : undefined };
    });
    const said = outcome === 'imported' ? words.added : words.unchanged;
    await session.terminal.print({
      blocks: [{ good: say(said, { code: unit.code, name: unit.name }) }],
      json: unit,
    });
  },
});

const editUnit = verb({
  name: 'edit',
  summary: words.editSummary,
  arguments: [{ name: 'unit', about: words.unitArgument }],
  options: { name: fieldOptions(unitFields).name, parent: fieldOptions(unitFields).parent },
  examples: ['relief unit edit M104 --name 综采三队（新）'],
  async run(session: Session, [code = ''], options) {
    if (options.name === undefined && options.parent === undefined) {
      throw new Failure('usage', say(words.nothingToEdit));
    }
    const { after, differs } = await change(session, async (writer) => {
      const units = await allUnits(writer.database.query);
      const before = mustBe(findUnit(units, code));
      await unitsSeen(session, before.code);
      if (options.parent) await unitsSeen(session, options.parent);
      const above = options.parent === undefined ? before.parent : options.parent;
      const found = above === null ? null : mustBe(findUnit(units, above));
      const { parentId } = mustBe(checkParent(before.level, found));
      const [name, parent] = [options.name ?? before.name, found?.code ?? null];
      const after = { ...before, name, parent };
      const result = { after, differs: name !== before.name || parent !== before.parent };
      if (!result.differs) return { result, entry: undefined };
      await writer.update('unit', { id: before.id }, { name, parent_id: parentId });
      const detail = { before, after };
      return { result, entry: { action: 'unit.edit', entity: 'unit', key: before.code, detail } };
    });
    const { id: _, ...json } = after;
    const good = say(differs ? words.edited : words.editedNothing, after);
    await session.terminal.print({ blocks: [{ good }], json });
  },
});

const listUnitsVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    level: choiceOption(words.levelOption, words.level, levels),
    text: textOption(words.textOption),
    ...pageOptions,
  },
  examples: ['relief unit list', 'relief unit list --unit M1 --level section'],
  async run(session: Session, _args, options) {
    const { query } = await session.database();
    const within = options.unit ? await unitsBelow(query, options.unit) : undefined;
    const filter = { text: options.text, level: options.level, within };
    await printListing(
      session,
      {
        columns: unitColumns,
        count: () => countUnits(query, filter),
        fetch: (piece: Piece<UnitRow>) => listUnits(query, filter, piece),
      },
      options,
    );
  },
});

const showUnit = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: [{ name: 'unit', about: words.unitArgument }],
  examples: ['relief unit show M1'],
  async run(session: Session, [code = '']) {
    const { query } = await session.database();
    const unit = mustBe(findUnit(await allUnits(query), code));
    const below = (await unitsBelow(query, unit.code)).filter((id) => id !== unit.id);
    const rows = await listUnits(
      query,
      { within: [unit.id, ...below] },
      { after: undefined, offset: 0, limit: 1_000 },
    );
    const { id: _, ...json } = unit;
    await session.terminal.print({
      blocks: [{ table: { columns: unitColumns, rows } }],
      json: { ...json, below: rows.filter((row) => row.code !== unit.code) },
    });
  },
});

/** The verbs of `relief unit`. */
export const unitVerbs: readonly Verb<Session>[] = [
  addUnit,
  editUnit,
  listUnitsVerb,
  showUnit,
  ...structureVerbs,
  importVerb(unitImport, 'unit', words.importSummary),
];
