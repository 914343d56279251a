import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../core/civil-date.ts';
import type { Tables } from '../io/tables.ts';

type Query = Kysely<Tables>;

/** The figures of one helps one in a year (SPEC 13), of the families of a unit and all below it. */
export interface Figures {
  /** The unit's id; null for all of them together. */
  readonly unit_id: number | null;
  /** Those that ran on some day of the year. */
  readonly pairings: number;
  readonly officials: number;
  readonly families: number;
  /** Families whose file was closed in the year while they were paired. */
  readonly lifted: number;
  /** Officials with several families at one time of the year. */
  readonly one_to_many: number;
  /** Families with several officials at one time of the year. */
  readonly many_to_one: number;
}

const tallies = sql`count(*) AS pairings, count(DISTINCT official_id) AS officials,
  count(DISTINCT household_id) AS families,
  count(DISTINCT CASE WHEN lifted THEN household_id END) AS lifted,
  count(DISTINCT CASE WHEN of_many THEN official_id END) AS one_to_many,
  count(DISTINCT CASE WHEN by_many THEN household_id END) AS many_to_one`;

// Two pairings of the same two never overlap: one that begins before an earlier one has ended is with another.
const earlier = sql`ORDER BY from_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING`;

/**
 * The figures of a year: one for each of these units with all below it, and one of them all together. Whoever is in
 * several of them counts in each, and once in all together.
 * @param alone a unit that counts without those below it; the others may lie below it
 */
export async function pairingFigures(
  query: Query,
  unitIds: readonly number[],
  alone: number | null,
  year: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<readonly Figures[]> {
  const { rows } = await sql<Figures>`
    WITH RECURSIVE place (unit_id, part) AS (
      SELECT value, value FROM json_each(${JSON.stringify(unitIds)})
      UNION ALL SELECT unit.id, part FROM unit JOIN place ON unit.parent_id = place.unit_id
        WHERE part IS NOT ${alone}),
    ran AS MATERIALIZED (
      SELECT part, official_id, household_id, from_on, coalesce(to_on, '9999-12-31') AS until,
        EXISTS (SELECT 1 FROM household_review AS review
          WHERE review.household_id = pairing.household_id AND kind IN ('lifted', 'relieved')
            AND on_date BETWEEN max(from_on, ${year.from}) AND min(coalesce(to_on, ${year.to}), ${year.to})) AS lifted
      FROM pairing JOIN household ON household.id = household_id JOIN person ON person.id = person_id
      JOIN place ON place.unit_id = person.unit_id
      WHERE from_on <= ${year.to} AND (to_on IS NULL OR to_on >= ${year.from})),
    wide AS (
      SELECT * FROM ran
      UNION ALL SELECT NULL, official_id, household_id, from_on, until, lifted FROM ran),
    told AS (
      SELECT *, from_on <= max(until) OVER (PARTITION BY part, official_id ${earlier}) AS of_many,
        from_on <= max(until) OVER (PARTITION BY part, household_id ${earlier}) AS by_many
      FROM wide)
    SELECT part AS unit_id, ${tallies} FROM told GROUP BY part ORDER BY part`.execute(query);
  return rows;
}
