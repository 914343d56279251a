import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '../core/civil-date.ts';
import type { Tables } from '../io/tables.ts';

type Query = Kysely<Tables>;

/** The units that a query is narrowed to; undefined: all. */
export type Units = readonly number[] | undefined;

/** Narrows a query to people of some units. @param column the unit's id */
export function within(units: Units, column = sql.ref('person.unit_id')): RawBuilder<unknown> {
  return units
    ? sql`AND ${column} IN (SELECT value FROM json_each(${JSON.stringify(units)}))`
    : sql``;
}

/** A pairing whose visit is late, with the head of the family. */
export interface LateVisit {
  readonly pairing: number;
  readonly person_id: number;
  readonly employee_no: string;
  readonly name: string;
  /** The name of the head's unit. */
  readonly unit: string;
  readonly official: string;
  readonly from: CivilDate;
  /** The last visit; null where there was none. */
  readonly visited: CivilDate | null;
}

/** The running pairings whose last visit, or beginning where there was none, lies before a day: by employee number. */
export async function lateVisits(
  query: Query,
  before: CivilDate,
  today: CivilDate,
  units: Units,
): Promise<readonly LateVisit[]> {
  const { rows } = await sql<LateVisit>`
    SELECT pairing.id AS pairing, household.person_id, employee_no, person.name, unit.name AS unit,
      official.name AS official, from_on AS "from", visited
    FROM (
      SELECT id, official_id, household_id, from_on,
        (SELECT max(on_date) FROM visit WHERE pairing_id = pairing.id AND on_date <= ${today}) AS visited
      FROM pairing WHERE from_on <= ${today} AND (to_on IS NULL OR to_on >= ${today})
    ) AS pairing
    JOIN household ON household.id = household_id JOIN person ON person.id = household.person_id
    JOIN unit ON unit.id = person.unit_id JOIN official ON official.id = official_id
    WHERE coalesce(visited, from_on) < ${before} ${within(units)}
    ORDER BY employee_no, pairing.id`.execute(query);
  return rows;
}
