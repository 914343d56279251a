import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { nearest } from '../../core/nearest.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import { lastsOn } from '../lasting-store.ts';
import type { Placed } from './operator.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** An operator as it is stored (SPEC 13). */
export interface StoredOperator extends Placed {
  readonly id: number;
  readonly name: string;
  readonly unit_id: number;
  readonly unit: string;
  readonly unit_name: string;
}

type Row = Omit<StoredOperator, 'topmost'> & { readonly topmost: number };

const columns = sql`operator.id, operator.name, unit_id, unit.code AS unit, unit.name AS unit_name, role,
  from_on AS "from", to_on AS "to", unit.parent_id IS NULL AS topmost`;

const asStored = (row: Row): StoredOperator => ({ ...row, topmost: row.topmost === 1 });

/** How somebody at work stands to this file: who they are in it, and whether it has operators at all. */
export interface Standing {
  /** The operator of the name who is in office on the day. */
  readonly operator: StoredOperator | undefined;
  /** Whether anybody was ever registered: from then on only registered operators work with the file (SPEC 13). */
  readonly anyRegistered: boolean;
}

/** How the bearer of a name stands on a day. One small query, as nearly every command begins with it. */
export async function standingOf(query: Query, name: string, day: CivilDate): Promise<Standing> {
  const { rows } = await sql<(Row | { id: null }) & { registered: number }>`
    SELECT ${columns}, EXISTS (SELECT 1 FROM operator) AS registered
    FROM (SELECT 1) LEFT JOIN operator ON operator.name = ${name} AND ${lastsOn(day)}
    LEFT JOIN unit ON unit.id = unit_id`.execute(query);
  const [row] = rows;
  if (!row) return { operator: undefined, anyRegistered: false };
  const { registered, ...found } = row;
  return {
    operator: found.id === null ? undefined : asStored(found),
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

/** The unit that nothing stands above; undefined where there are no units yet. */
export async function topmostUnit(
  query: Query,
): Promise<{ readonly code: string; readonly name: string } | undefined> {
  return query
    .selectFrom('unit')
    .select(['code', 'name'])
    .where('parent_id', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** Every operator, by name: an office has some hundreds. */
export async function allOperators(query: Query): Promise<readonly StoredOperator[]> {
  const { rows } = await sql<Row>`
    SELECT ${columns} FROM operator JOIN unit ON unit.id = unit_id ORDER BY operator.name`.execute(
    query,
  );
  return rows.map(asStored);
}

/** The operator of a name. @throws rejected where there is none, naming the nearest */
export async function findOperator(query: Query, text: string): Promise<StoredOperator> {
  const all = await allOperators(query);
  const name = text.trim();
  const found = all.find((one) => one.name === name);
  if (found) return found;
  const near = nearest(
    name,
    all.map((one) => one.name),
  );
  throw new Failure(
    'rejected',
    near ? say(words.unknown, { text, nearest: near }) : say(words.unknownAlone, { text }),
  );
}

/** Registers an operator. */
export async function insertOperator(
  writer: Writer,
  { name, role, from, to, unitId }: Omit<Placed, 'topmost'> & { name: string; unitId: number },
): Promise<void> {
  const id = await writer.nextId('operator');
  await writer.insert('operator', [{ id, name, unit_id: unitId, role, from_on: from, to_on: to }]);
}

/** What a list of operators can be narrowed by. */
export interface OperatorFilter {
  readonly units?: readonly number[] | undefined;
  readonly role?: string | undefined;
  /** In office on this day. */
  readonly on?: CivilDate | undefined;
}

function conditions({ units, role, on }: OperatorFilter) {
  const parts = [sql`TRUE`];
  if (units) parts.push(sql`unit_id IN (${sql.join(units)})`);
  if (role) parts.push(sql`role = ${role}`);
  if (on) parts.push(lastsOn(on));
  return sql.join(parts, sql` AND `);
}

/** How many operators a filter leaves. */
export async function countOperators(query: Query, filter: OperatorFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM operator WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of operators, by name. */
export async function listOperators(
  query: Query,
  filter: OperatorFilter,
  { after, offset, limit }: Piece<{ readonly name: string }>,
): Promise<readonly StoredOperator[]> {
  const beyond = after ? sql`AND operator.name > ${after.name}` : sql``;
  const { rows } = await sql<Row>`
    SELECT ${columns} FROM operator JOIN unit ON unit.id = unit_id
    WHERE ${conditions(filter)} ${beyond}
    ORDER BY operator.name LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows.map(asStored);
}
