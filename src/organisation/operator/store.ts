import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Tables } from '../../io/tables.ts';

type Query = Kysely<Tables>;

/** An operator as it is stored (SPEC 13). */
export interface StoredOperator {
  readonly id: number;
  readonly name: string;
  readonly unit_id: number;
  readonly unit: string;
  readonly role: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** How somebody at work stands to this file: who they are in it, and whether it has operators at all. */
export interface Standing {
  /** The operator of the name who is in office on the day. */
  readonly operator: (StoredOperator & { readonly topmost: boolean }) | undefined;
  /** Whether anybody was ever registered: from then on only registered operators work with the file (SPEC 13). */
  readonly anyRegistered: boolean;
}

/** How the bearer of a name stands on a day. One small query, as every command begins with it. */
export async function standingOf(query: Query, name: string, day: CivilDate): Promise<Standing> {
  type Found = { readonly [Name in keyof StoredOperator]: StoredOperator[Name] | null };
  const { rows } = await sql<Found & { topmost: number; registered: number }>`
    SELECT operator.id, operator.name, unit_id, unit.code AS unit, role, from_on AS "from", to_on AS "to",
      unit.parent_id IS NULL AS topmost, EXISTS (SELECT 1 FROM operator) AS registered
    FROM (SELECT 1) LEFT JOIN operator ON operator.name = ${name}
      AND from_on <= ${day} AND (to_on IS NULL OR to_on >= ${day})
    LEFT JOIN unit ON unit.id = unit_id`.execute(query);
  const [{ topmost, registered, ...found } = { topmost: 0, registered: 0 }] = rows;
  const inOffice = 'id' in found && found.id !== null;
  return {
    operator: inOffice ? { ...(found as StoredOperator), topmost: topmost === 1 } : undefined,
    anyRegistered: registered === 1,
  };
}

/** The ids of a unit and all below it. */
export async function idsBelow(query: Query, unitId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE below(id) AS (
      SELECT ${unitId}
      UNION SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id
    ) SELECT id FROM below`.execute(query);
  return rows.map(({ id }) => id);
}

/** The unit that nothing stands above. */
export async function topmostUnit(
  query: Query,
): Promise<{ readonly code: string; readonly name: string }> {
  return query
    .selectFrom('unit')
    .select(['code', 'name'])
    .where('parent_id', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** The names of those in office on a day who have one of some roles at a topmost unit. */
export async function managersOf(
  query: Query,
  roles: readonly string[],
  day: CivilDate,
): Promise<readonly string[]> {
  const rows = await query
    .selectFrom('operator')
    .innerJoin('unit', 'unit.id', 'unit_id')
    .select('operator.name')
    .where('role', 'in', roles)
    .where('parent_id', 'is', null)
    .where('from_on', '<=', day)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', day)]))
    .orderBy('operator.id')
    .execute();
  return rows.map(({ name }) => name);
}
