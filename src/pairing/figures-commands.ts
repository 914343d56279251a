import { yearOf } from '../core/civil-date.ts';
import { Failure, mustBe } from '../core/failure.ts';
import { say } from '../core/language.ts';
import type { Row } from '../core/report.ts';
import { parseYear } from '../core/text.ts';
import { type Verb, verb } from '../core/verb.ts';
import { type Piece, pageOptions, printListing, textOption } from '../io/listing.ts';
import type { Session } from '../io/session.ts';
import { rightBelow } from '../organisation/branch.ts';
import { operatorAtWork, unitsSeen } from '../organisation/operator/reach.ts';
import { allUnits, findUnit, type StoredUnit } from '../organisation/store.ts';
import { rulesOn } from '../policy/store.ts';
import { type Figures, pairingFigures } from './figures-store.ts';
import { countMissing, listMissing, type MissingRow } from './store.ts';
import { figuresColumns, missingColumns } from './view.ts';
import { words } from './words.ts';

/** The unit whose units are told one by one: the one asked for, else the operator's own; null where that is the top. */
async function rootOf(
  session: Session,
  units: ReadonlyMap<string, StoredUnit>,
  text: string | undefined,
): Promise<StoredUnit | null> {
  await unitsSeen(session, text);
  const named = text ?? (await operatorAtWork(session))?.unit;
  if (named !== undefined) return mustBe(findUnit(units, named));
  const [only, second] = rightBelow(units, null);
  return only && !second ? only : null;
}

const none: Omit<Figures, 'unit_id'> = {
  ...{ pairings: 0, officials: 0, families: 0, lifted: 0, one_to_many: 0, many_to_one: 0 },
};

const figuresVerb = verb({
  name: 'figures',
  summary: words.figuresSummary,
  options: {
    unit: textOption(words.figuresUnitOption, 'CODE'),
    year: { about: words.yearOption, placeholder: 'YEAR', parse: parseYear },
  },
  examples: ['relief pairing figures --year 2026', 'relief pairing figures --unit M1 --csv'],
  async run(session: Session, _args, { unit: text, year = yearOf(session.today) }) {
    const { query } = await session.database();
    const units = await allUnits(query);
    const root = await rootOf(session, units, text);
    const below = rightBelow(units, root?.code ?? null);
    const ids = [...(root ? [root.id] : []), ...below.map(({ id }) => id)];
    const days = { from: `${year}-01-01`, to: `${year}-12-31` };
    const found = await pairingFigures(query, ids, root?.id ?? null, days);
    const figuresOf = (id: number | null) => {
      const { unit_id: _, ...figures } = found.find(({ unit_id }) => unit_id === id) ?? {
        unit_id: id,
        ...none,
      };
      return figures;
    };
    const row = ({ id, code, name }: StoredUnit) => ({
      unit: code,
      unit_name: name,
      ...figuresOf(id),
    });
    const itself = root && found.some(({ unit_id }) => unit_id === root.id) ? [root] : [];
    const rows = [...below, ...itself].map(row);
    const total = figuresOf(null);
    const unit_name = root?.name ?? null;
    const { terminal } = session;
    const shown: readonly Row[] = [
      ...below.map(row),
      ...itself.map((one) => ({
        ...row(one),
        unit_name: terminal.words(say(words.itself, { name: one.name })),
      })),
      { unit: terminal.words(words.total), unit_name, ...total },
    ];
    await terminal.print({
      blocks: [{ table: { columns: figuresColumns, rows: shown } }],
      json: { year, unit: root?.code ?? null, rows, total },
      csv: { columns: figuresColumns, rows: [...rows, { unit: null, unit_name, ...total }] },
    });
  },
});

const missingVerb = verb({
  name: 'missing',
  summary: words.missingSummary,
  options: { unit: textOption(words.unitOption, 'CODE'), ...pageOptions },
  examples: ['relief pairing missing', 'relief pairing missing --unit M1'],
  async run(session: Session, _args, { unit, page, limit }) {
    const { query } = await session.database();
    const units = await unitsSeen(session, unit);
    const { hardship } = await rulesOn(query, session.today);
    if (!hardship) throw new Failure('refused', say(words.noHardshipRules));
    const extreme = hardship.classes.filter((one) => one.extreme).map(({ code }) => code);
    const filter = { classes: extreme, units };
    const listing = {
      columns: missingColumns(hardship.classes),
      count: () => countMissing(query, filter),
      fetch: (piece: Piece<MissingRow>) => listMissing(query, filter, piece),
    };
    await printListing(session, listing, { page, limit });
  },
});

/** The verbs of `relief pairing` that count, and tell what is missing. */
export const figuresVerbs: readonly Verb<Session>[] = [figuresVerb, missingVerb];
