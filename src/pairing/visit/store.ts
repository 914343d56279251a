import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import { type CivilDate, daysLater } from '../../core/civil-date.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { PairingState } from '../pairing.ts';
import type { VisitSaid } from './visit.ts';

type Query = Kysely<Tables>;

/** A visit of a pairing, as it is shown there. */
export type OwnVisit = {
  readonly visit: number;
  readonly on: CivilDate;
  readonly done: string;
  readonly needed: string | null;
  readonly operator: string;
};

/** The visits of a pairing, the latest first. */
export async function visitsOf(query: Query, pairingId: number): Promise<readonly OwnVisit[]> {
  const { rows } = await sql<OwnVisit>`
    SELECT id AS visit, on_date AS "on", done, needed, operator FROM visit
    WHERE pairing_id = ${pairingId} ORDER BY on_date DESC, id DESC`.execute(query);
  return rows;
}

/** What the visits of pairings said, by pairing. One query for all of them. */
export async function visitsOfPairings(
  query: Query,
  pairingIds: Iterable<number>,
): Promise<Map<number, VisitSaid[]>> {
  const list = JSON.stringify([...new Set(pairingIds)]);
  const { rows } = await sql<VisitSaid & { pairing_id: number }>`
    SELECT pairing_id, on_date AS "on", done, needed
    FROM visit WHERE pairing_id IN (SELECT value FROM json_each(${list}))`.execute(query);
  const byPairing = new Map<number, VisitSaid[]>();
  for (const { pairing_id, ...said } of rows) {
    const known = byPairing.get(pairing_id);
    if (known) known.push(said);
    else byPairing.set(pairing_id, [said]);
  }
  return byPairing;
}

/** Writes a visit. @returns its id */
export async function insertVisit(
  writer: Writer,
  pairingId: number,
  { on, done, needed }: VisitSaid,
  operator: string,
): Promise<number> {
  const id = await writer.nextId('visit');
  await writer.insert('visit', [
    { id, pairing_id: pairingId, on_date: on, done, needed, operator },
  ]);
  return id;
}

/** What a list of visits can be narrowed by. */
export interface VisitFilter {
  /** Of the families. */
  readonly units?: readonly number[] | undefined;
  readonly official?: number | undefined;
  readonly household?: number | undefined;
  readonly pairing?: number | undefined;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** A row of the list of visits. */
export type VisitRow = {
  readonly visit: number;
  readonly pairing: number;
  readonly official: string;
  readonly official_unit: string;
  readonly employee_no: string;
  readonly name: string;
  readonly unit: string;
  readonly on: CivilDate;
  readonly done: string;
  readonly needed: string | null;
  readonly operator: string;
};

/** Whose a pairing is. */
const parties = sql`JOIN household ON household.id = household_id
  JOIN person ON person.id = household.person_id JOIN unit ON unit.id = person.unit_id
  JOIN official ON official.id = official_id JOIN unit AS theirs ON theirs.id = official.unit_id`;

function conditions({ units, official, household, pairing, from, to }: VisitFilter) {
  const parts = [sql`TRUE`];
  if (units) parts.push(sql`person.unit_id IN (${sql.join(units)})`);
  if (official !== undefined) parts.push(sql`official_id = ${official}`);
  if (household !== undefined) parts.push(sql`household_id = ${household}`);
  if (pairing !== undefined) parts.push(sql`pairing_id = ${pairing}`);
  if (from) parts.push(sql`on_date >= ${from}`);
  if (to) parts.push(sql`on_date <= ${to}`);
  return sql.join(parts, sql` AND `);
}

/** How many visits a filter leaves. */
export async function countVisits(query: Query, filter: VisitFilter): Promise<number> {
  const { units, official, household } = filter;
  const joins = units
    ? sql`JOIN pairing ON pairing.id = pairing_id JOIN household ON household.id = household_id
        JOIN person ON person.id = household.person_id`
    : official !== undefined || household !== undefined
      ? sql`JOIN pairing ON pairing.id = pairing_id`
      : sql``;
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM visit ${joins} WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of visits, the latest entered first. */
export async function listVisits(
  query: Query,
  filter: VisitFilter,
  { after, offset, limit }: Piece<VisitRow>,
): Promise<readonly VisitRow[]> {
  const before = after ? sql`AND visit.id < ${after.visit}` : sql``;
  const { rows } = await sql<VisitRow>`
    SELECT visit.id AS visit, pairing_id AS pairing, official.name AS official, theirs.code AS official_unit,
      employee_no, person.name, unit.code AS unit, on_date AS "on", done, needed, operator
    FROM visit JOIN pairing ON pairing.id = pairing_id ${parties}
    WHERE ${conditions(filter)} ${before}
    ORDER BY visit.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}

/** What a list of visits not made in time can be narrowed by. */
export interface OverdueFilter {
  readonly units?: readonly number[] | undefined;
  readonly state?: PairingState | undefined;
  readonly everyDays: number;
  readonly today: CivilDate;
}

/** A pairing whose visit was not made in time. */
export type OverduePairing = {
  readonly pairing: number;
  /** The head of the family. */
  readonly person_id: number;
  readonly official: string;
  readonly rank: string;
  readonly official_unit: string;
  readonly phone: string | null;
  readonly employee_no: string;
  readonly name: string;
  readonly unit: string;
  readonly unit_name: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly last_visit: CivilDate | null;
};

/** The pairings of `overdueVisit` in overdue.ts, those that run first, the longest not visited first. */
const late = ({ units, state, everyDays, today }: OverdueFilter) => sql`(
  SELECT pairing.*, to_on IS NOT NULL AS over, coalesce(last_visit, from_on) AS since
  FROM (SELECT pairing.*, (SELECT max(on_date) FROM visit WHERE pairing_id = pairing.id) AS last_visit
    FROM pairing) AS pairing
  WHERE coalesce(last_visit, from_on) <
      CASE WHEN to_on IS NULL THEN ${daysLater(today, -everyDays)} ELSE date(to_on, ${`-${everyDays} days`}) END
    ${state ? (state === 'running' ? sql`AND to_on IS NULL` : sql`AND to_on IS NOT NULL`) : sql``}
    ${
      units
        ? sql`AND household_id IN (SELECT household.id FROM household JOIN person ON person.id = person_id
            WHERE unit_id IN (${sql.join(units)}))`
        : sql``
    }) AS pairing`;

/** How many pairings have a visit that was not made in time. */
export async function countOverdue(query: Query, filter: OverdueFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${late(filter)}`.execute(
    query,
  );
  return rows[0]?.n ?? 0;
}

/** A piece of the list of those pairings: those that run first, then the longest not visited. */
export async function listOverdue(
  query: Query,
  filter: OverdueFilter,
  { after, offset, limit }: Piece<Pick<OverduePairing, 'pairing' | 'from' | 'to' | 'last_visit'>>,
): Promise<readonly OverduePairing[]> {
  const beyond = after
    ? sql`WHERE (over, since, pairing.id) > (${after.to === null ? 0 : 1}, ${after.last_visit ?? after.from}, ${after.pairing})`
    : sql``;
  const { rows } = await sql<OverduePairing>`
    SELECT pairing.id AS pairing, household.person_id, official.name AS official, rank,
      theirs.code AS official_unit, official.phone, employee_no, person.name, unit.code AS unit, unit.name AS unit_name, from_on AS "from", to_on AS "to", last_visit
    FROM (SELECT * FROM ${late(filter)} ${beyond} ORDER BY over, since, id LIMIT ${limit} OFFSET ${offset}) AS pairing
    ${parties}
    ORDER BY over, since, pairing.id`.execute(query);
  return rows;
}
