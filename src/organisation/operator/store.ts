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

const operators = (query: Query) =>
  query
    .selectFrom('operator')
    .innerJoin('unit', 'unit.id', 'unit_id')
    .select(['operator.id', 'operator.name', 'unit_id', 'unit.code as unit', 'role'])
    .select(['from_on as from', 'to_on as to']);

/** The operator of a name who is in office on a day; undefined where there is none. */
export async function operatorInOffice(
  query: Query,
  name: string,
  day: CivilDate,
): Promise<StoredOperator | undefined> {
  return operators(query)
    .where('operator.name', '=', name)
    .where('from_on', '<=', day)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', day)]))
    .executeTakeFirst();
}

/** Whether anybody was ever registered: from then on only registered operators write (SPEC 13). */
export async function anyOperator(query: Query): Promise<boolean> {
  return (
    (await query.selectFrom('operator').select('id').limit(1).executeTakeFirst()) !== undefined
  );
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

/** Whether nothing stands above a unit. */
export async function isTopmost(query: Query, unitId: number): Promise<boolean> {
  const unit = await query
    .selectFrom('unit')
    .select('parent_id')
    .where('id', '=', unitId)
    .executeTakeFirst();
  return unit?.parent_id === null;
}
