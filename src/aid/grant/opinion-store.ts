import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../io/tables.ts';

/**
 * The units that urgent applications passed over, from the one that took each up to below the one where it stands or
 * its like, and that have not given their opinion yet: rows of `grant_id` and `unit_id`. One refused or withdrawn
 * awaits none.
 * @param narrowed a condition on `aid_grant`
 */
export const missingOpinions = (narrowed: RawBuilder<unknown> = sql`TRUE`) => sql`
  WITH RECURSIVE passed(grant_id, unit_id, level) AS (
    SELECT aid_grant.id, taken.id, at.level FROM aid_grant
    JOIN unit AS taken ON taken.id = aid_grant.unit_id JOIN unit AS at ON at.id = at_unit_id
    WHERE urgent = 1 AND state IN ('applied', 'returned', 'approved', 'paid') AND taken.level <> at.level
      AND ${narrowed}
    UNION ALL SELECT grant_id, above.id, passed.level FROM passed
    JOIN unit ON unit.id = unit_id JOIN unit AS above ON above.id = unit.parent_id
    WHERE above.level <> passed.level)
  SELECT grant_id, unit_id FROM passed WHERE NOT EXISTS (
    SELECT 1 FROM grant_step
    WHERE grant_step.grant_id = passed.grant_id AND step = 'endorsed'
      AND grant_step.unit_id = passed.unit_id)`;

/** The units whose opinion on an application is missing, by id. */
export async function unitsWithoutOpinion(
  query: Kysely<Tables>,
  grant: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ unit_id: number }>`
    ${missingOpinions(sql`aid_grant.id = ${grant}`)}`.execute(query);
  return rows.map(({ unit_id }) => unit_id);
}
