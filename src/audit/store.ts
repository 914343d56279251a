import { type Kysely, sql } from 'kysely';
import { type CivilDate, startOf } from '../core/civil-date.ts';
import type { Tables } from '../io/tables.ts';

type Query = Kysely<Tables>;

/** What the audit log can be narrowed by; days are those of the office, the log is in UTC. */
export interface LogFilter {
  readonly entity?: string | undefined;
  readonly key?: string | undefined;
  readonly operator?: string | undefined;
  readonly since?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
}

function filtered(query: Query, { entity, key, operator, since, until }: LogFilter) {
  let found = query.selectFrom('audit');
  if (entity) found = found.where('entity', '=', entity);
  if (key) found = found.where('key', '=', key);
  if (operator) found = found.where('operator', '=', operator);
  if (since) found = found.where('at', '>=', startOf(since));
  if (until) found = found.where('at', '<', startOf(until, 1));
  return found;
}

/** How many entries a filter leaves. */
export async function countEntries(query: Query, filter: LogFilter): Promise<number> {
  const { n } = await filtered(query, filter)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** An entry of the log, as it is listed. */
export type EntryRow = {
  readonly id: number;
  readonly at: string;
  readonly operator: string;
  readonly action: string;
  readonly entity: string;
  readonly key: string;
  readonly detail: string;
};

/** Entries of the audit log, the latest first. */
export async function listEntries(
  query: Query,
  filter: LogFilter,
  piece: { readonly before: number | undefined; readonly offset: number; readonly limit: number },
): Promise<EntryRow[]> {
  let found = filtered(query, filter)
    .select(['id', 'at', 'operator', 'action', 'entity', 'key', 'detail'])
    .orderBy('id', 'desc')
    .limit(piece.limit)
    .offset(piece.offset);
  if (piece.before !== undefined) found = found.where('id', '<', piece.before);
  return found.execute();
}

/** The chain from the first entry on, a piece at a time. */
export async function chainAfter(query: Query, id: number, limit: number) {
  return query
    .selectFrom('audit')
    .selectAll()
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What each sealed table is said to hold. */
export async function sealedTables(query: Query) {
  const rows = await query.selectFrom('sealed').selectAll().orderBy('entity').execute();
  return rows.map((row) => ({ ...row, columns: JSON.parse(row.columns) as string[] }));
}

/** The rows of a sealed table, a piece at a time, in the order of the first columns that make them unique. */
export async function sealedRows(
  query: Query,
  entity: string,
  columns: readonly string[],
  after: readonly (string | number | null)[] | undefined,
  limit: number,
): Promise<readonly Record<string, string | number | null>[]> {
  const keys = columns[0] === 'id' ? columns.slice(0, 1) : columns.slice(0, 2);
  const refs = sql.join(keys.map((key) => sql.ref(key)));
  const where = after ? sql`WHERE (${refs}) > (${sql.join(after)})` : sql``;
  const { rows } = await sql<Record<string, string | number | null>>`
    SELECT ${sql.join([...columns, 'seal'].map((column) => sql.ref(column)))} FROM ${sql.table(entity)}
    ${where} ORDER BY ${refs} LIMIT ${limit}`.execute(query);
  return rows;
}

/** The name and the employee number of a person, for whoever is told of a row of theirs; empty where there is none. */
export async function personNamed(query: Query, id: number): Promise<string> {
  const found = query.selectFrom('person').select(['name', 'employee_no']).where('id', '=', id);
  const person = await found.executeTakeFirst();
  return person ? `${person.name} ${person.employee_no}` : '';
}
