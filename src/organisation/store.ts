import { type Kysely, sql } from 'kysely';
import type { Writer } from '../audit/change.ts';
import { Failure, Fault } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import type { Piece } from '../io/listing.ts';
import type { Tables } from '../io/tables.ts';
import type { Unit } from './unit.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** A unit as it is stored, with its parent's code. */
export interface StoredUnit extends Unit {
  readonly id: number;
}

/** Every unit, by code. There are some hundreds, so they fit in memory. */
export async function allUnits(query: Query): Promise<Map<string, StoredUnit>> {
  const rows = await query
    .selectFrom('unit')
    .leftJoin('unit as above', 'above.id', 'unit.parent_id')
    .select(['unit.id', 'unit.code', 'unit.name', 'unit.level', 'above.code as parent'])
    .orderBy('unit.code')
    .execute();
  return new Map(rows.map((row) => [row.code, row as StoredUnit]));
}

/** Finds a unit by its code, or by its name where only one bears it. @returns it, or the fault naming the nearest */
export function findUnit(units: ReadonlyMap<string, StoredUnit>, text: string): StoredUnit | Fault {
  const byCode = units.get(text);
  if (byCode) return byCode;
  const named = [...units.values()].filter(({ name }) => name === text);
  if (named[0] && named.length === 1) return named[0];
  if (named.length > 1) {
    return new Fault(say(words.ambiguous, { text, codes: named.map(({ code }) => code) }));
  }
  const names = [...units.values()].flatMap(({ code, name }) => [code, name]);
  const near = nearest(text, names);
  return near
    ? new Fault(say(words.unknown, { text, nearest: near }))
    : new Fault(say(words.unknownAlone, { text }));
}

/** The ids of a unit and all below it. @throws rejected where there is no such unit */
export async function unitsBelow(query: Query, code: string): Promise<number[]> {
  const unit = findUnit(await allUnits(query), code);
  if (unit instanceof Fault) throw new Failure('rejected', unit.said);
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE below(id) AS (
      SELECT ${unit.id}
      UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id
    ) SELECT id FROM below`.execute(query);
  return rows.map(({ id }) => id);
}

/** Adds a unit. */
export async function insertUnit(
  writer: Writer,
  unit: Unit,
  parentId: number | null,
): Promise<StoredUnit> {
  const { code, name, level } = unit;
  const id = await writer.nextId('unit');
  await writer.insert('unit', [{ id, code, name, level, parent_id: parentId }]);
  return { ...unit, id };
}

/** What a list of units can be narrowed by. */
export interface UnitFilter {
  readonly text?: string | undefined;
  readonly level?: string | undefined;
  readonly within?: readonly number[] | undefined;
}

function filtered(query: Query, { text, level, within }: UnitFilter) {
  let found = query.selectFrom('unit');
  if (level) found = found.where('unit.level', '=', level);
  if (within) found = found.where('unit.id', 'in', within);
  if (text) {
    const like = `%${text}%`;
    found = found.where((e) => e.or([e('unit.code', 'like', like), e('unit.name', 'like', like)]));
  }
  return found;
}

/** How many units a filter leaves. */
export async function countUnits(query: Query, filter: UnitFilter): Promise<number> {
  const { n } = await filtered(query, filter)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** A row of the list of units. */
export type UnitRow = {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | null;
  readonly people: number | null;
};

/** A piece of the list of units, by code. */
export async function listUnits(
  query: Query,
  filter: UnitFilter,
  piece: Piece<UnitRow>,
): Promise<UnitRow[]> {
  let found = filtered(query, filter)
    .leftJoin('unit as above', 'above.id', 'unit.parent_id')
    .select(['unit.code', 'unit.name', 'unit.level', 'above.code as parent'])
    .select((e) =>
      e
        .selectFrom('person')
        .whereRef('person.unit_id', '=', 'unit.id')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('people'),
    )
    .orderBy('unit.code')
    .limit(piece.limit)
    .offset(piece.offset);
  if (piece.after) found = found.where('unit.code', '>', piece.after.code);
  return found.execute();
}
