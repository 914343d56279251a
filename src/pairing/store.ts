import { type Kysely, sql } from 'kysely';
import type { Writer } from '../audit/change.ts';
import type { CivilDate } from '../core/civil-date.ts';
import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { parseNumber } from '../core/text.ts';
import type { Piece } from '../io/listing.ts';
import type { Tables } from '../io/tables.ts';
import { lastsOn } from '../organisation/lasting-store.ts';
import type { Pairing, PairingState } from './pairing.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** A pairing as stored, with the official and the family, told by the head of its file. */
export interface StoredPairing extends Pairing {
  readonly official: string;
  readonly rank: string;
  /** Codes. */
  readonly official_unit: string;
  readonly official_unit_name: string;
  readonly employee_no: string;
  readonly name: string;
  readonly unit: string;
  readonly unit_name: string;
  /** When the family's file was closed; null while it is open. */
  readonly closed_on: CivilDate | null;
  readonly last_visit: CivilDate | null;
}

const joined = sql`pairing JOIN official ON official.id = official_id
  JOIN unit AS theirs ON theirs.id = official.unit_id
  JOIN household ON household.id = household_id JOIN person ON person.id = household.person_id
  JOIN unit ON unit.id = person.unit_id`;

const pairings = sql`
  SELECT pairing.id, official_id, household_id, official.name AS official, rank, theirs.code AS official_unit,
    theirs.name AS official_unit_name, employee_no, person.name, unit.code AS unit, unit.name AS unit_name,
    closed_on, responsibility, way, measures, goal, from_on AS "from", to_on AS "to", pairing.outcome,
    (SELECT max(on_date) FROM visit WHERE pairing_id = pairing.id) AS last_visit
  FROM ${joined}`;

/** The pairing of a number: `7` or `#7`. @throws rejected where there is none */
export async function findPairing(query: Query, text: string): Promise<StoredPairing> {
  const { rows } = await sql<StoredPairing>`
    ${pairings} WHERE pairing.id = ${parseNumber(text) ?? 0}`.execute(query);
  const [found] = rows;
  if (!found) throw new Failure('rejected', say(words.unknown, { text }));
  return found;
}

/** The pairings of an official and a household, oldest first. */
export async function pairingsBetween(
  query: Query,
  officialId: number,
  householdId: number,
): Promise<readonly StoredPairing[]> {
  const { rows } = await sql<StoredPairing>`
    ${pairings} WHERE household_id = ${householdId} AND official_id = ${officialId}
    ORDER BY from_on, pairing.id`.execute(query);
  return rows;
}

/** The pairings of households, by household. One query for all of them. */
export async function pairingsOfHouseholds(
  query: Query,
  householdIds: Iterable<number>,
): Promise<Map<number, Pairing[]>> {
  const list = JSON.stringify([...new Set(householdIds)]);
  const { rows } = await sql<Pairing>`
    SELECT id, official_id, household_id, responsibility, way, measures, goal,
      from_on AS "from", to_on AS "to", outcome
    FROM pairing WHERE household_id IN (SELECT value FROM json_each(${list}))
    ORDER BY from_on, id`.execute(query);
  const byHousehold = new Map<number, Pairing[]>();
  for (const pairing of rows) {
    const known = byHousehold.get(pairing.household_id);
    if (known) known.push(pairing);
    else byHousehold.set(pairing.household_id, [pairing]);
  }
  return byHousehold;
}

/** Where the household of an employee number is found, and in whose unit: its head's. */
export interface FamilyOf {
  readonly household_id: number;
  readonly unit_id: number;
  readonly unit: string;
}

/**
 * The households of employee numbers, of their heads or of members on a day; an open file goes before a closed one.
 * One query for thousands.
 */
export async function familiesOf(
  query: Query,
  employeeNos: readonly string[],
  day: CivilDate,
): Promise<ReadonlyMap<string, FamilyOf>> {
  const list = JSON.stringify([...new Set(employeeNos)]);
  const { rows } = await sql<FamilyOf & { employee_no: string }>`
    WITH named AS (
      SELECT employee_no, person.id FROM json_each(${list}) JOIN person ON employee_no = value),
    found AS (
      SELECT employee_no, household.id AS household_id, 0 AS member
      FROM named JOIN household ON person_id = named.id
      UNION ALL
      SELECT employee_no, household_id, 1 FROM named
      JOIN household_member ON person_id = named.id
        AND ${lastsOn(day)})
    SELECT found.employee_no, household_id, unit_id, unit.code AS unit
    FROM found JOIN household ON household.id = household_id
    JOIN person ON person.id = household.person_id JOIN unit ON unit.id = unit_id
    ORDER BY closed_on IS NULL, member DESC, household_id DESC`.execute(query);
  // Of several the last one stays: an open file, and there the head's.
  return new Map(rows.map(({ employee_no, ...family }) => [employee_no, family]));
}

/** Writes a new pairing. @returns it */
export async function insertPairing(
  writer: Writer,
  pairing: Omit<Pairing, 'id'>,
): Promise<Pairing> {
  const id = await writer.nextId('pairing');
  const { from: from_on, to: to_on, ...facts } = pairing;
  await writer.insert('pairing', [{ id, ...facts, from_on, to_on }]);
  return { ...pairing, id };
}

/** What a list of pairings can be narrowed by. */
export interface PairingFilter {
  /** Of the families. */
  readonly units?: readonly number[] | undefined;
  readonly official?: number | undefined;
  readonly household?: number | undefined;
  readonly state?: PairingState | undefined;
  /** The official, the family's name or employee number hold this text. */
  readonly text?: string | undefined;
}

function conditions({ units, official, household, state, text }: PairingFilter) {
  const parts = [sql`TRUE`];
  if (units) parts.push(sql`person.unit_id IN (${sql.join(units)})`);
  if (official !== undefined) parts.push(sql`official_id = ${official}`);
  if (household !== undefined) parts.push(sql`household_id = ${household}`);
  if (state) parts.push(state === 'running' ? sql`to_on IS NULL` : sql`to_on IS NOT NULL`);
  if (text) {
    const like = `%${text}%`;
    parts.push(
      sql`(official.name LIKE ${like} OR person.name LIKE ${like} OR employee_no LIKE ${like})`,
    );
  }
  return sql.join(parts, sql` AND `);
}

/** How many pairings a filter leaves. */
export async function countPairings(query: Query, filter: PairingFilter): Promise<number> {
  const from = filter.units || filter.text ? joined : sql`pairing`;
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${from} WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of pairings, the latest entered first. */
export async function listPairings(
  query: Query,
  filter: PairingFilter,
  { after, offset, limit }: Piece<{ readonly pairing: number }>,
): Promise<readonly StoredPairing[]> {
  const before = after ? sql`AND pairing.id < ${after.pairing}` : sql``;
  const { rows } = await sql<StoredPairing>`
    ${pairings} WHERE ${conditions(filter)} ${before}
    ORDER BY pairing.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}

/** What a list of families without an official can be narrowed by. */
export interface MissingFilter {
  /** The classes of hardship that need one. */
  readonly classes: readonly string[];
  readonly units?: readonly number[] | undefined;
}

/** A family without an official. */
export type MissingRow = {
  readonly unit: string;
  readonly unit_name: string;
  readonly employee_no: string;
  readonly name: string;
  readonly phone: string | null;
  readonly class: string;
  readonly opened_on: CivilDate;
};

const withoutOfficial = ({ classes, units }: MissingFilter) => sql`
  FROM household JOIN person ON person.id = person_id JOIN unit ON unit.id = unit_id
  WHERE closed_on IS NULL AND class IN (SELECT value FROM json_each(${JSON.stringify(classes)}))
    ${units ? sql`AND unit_id IN (${sql.join(units)})` : sql``}
    AND NOT EXISTS (SELECT 1 FROM pairing WHERE household_id = household.id AND to_on IS NULL)`;

/** How many families with an open file of these classes have no pairing that runs. */
export async function countMissing(query: Query, filter: MissingFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n ${withoutOfficial(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of those families, by unit. */
export async function listMissing(
  query: Query,
  filter: MissingFilter,
  { after, offset, limit }: Piece<MissingRow>,
): Promise<readonly MissingRow[]> {
  const beyond = after
    ? sql`AND (unit.code, employee_no) > (${after.unit}, ${after.employee_no})`
    : sql``;
  const { rows } = await sql<MissingRow>`
    SELECT unit.code AS unit, unit.name AS unit_name, employee_no, person.name, phone, class, opened_on
    ${withoutOfficial(filter)} ${beyond}
    ORDER BY unit.code, employee_no LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}
