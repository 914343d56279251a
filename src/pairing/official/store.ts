import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { Official, Officials, StoredOfficial } from './official.ts';

type Query = Kysely<Tables>;

/** Every official, by name. There are some thousands at most, so they fit in memory. */
export async function allOfficials(query: Query): Promise<Officials> {
  const rows = await query
    .selectFrom('official')
    .innerJoin('unit', 'unit.id', 'unit_id')
    .select(['official.id', 'official.name', 'rank', 'unit_id', 'unit.code as unit'])
    .select(['unit.name as unit_name', 'duty', 'phone'])
    .orderBy('official.name')
    .orderBy('unit.code')
    .execute();
  const byName = new Map<string, StoredOfficial[]>();
  for (const official of rows) {
    const known = byName.get(official.name);
    if (known) known.push(official);
    else byName.set(official.name, [official]);
  }
  return byName;
}

/** Adds an official. @param unitId the unit's id @returns the official's id */
export async function insertOfficial(
  writer: Writer,
  { unit: _, ...facts }: Official,
  unitId: number,
): Promise<number> {
  const id = await writer.nextId('official');
  await writer.insert('official', [{ id, ...facts, unit_id: unitId }]);
  return id;
}

/** What a list of officials can be narrowed by. */
export interface OfficialFilter {
  readonly units?: readonly number[] | undefined;
  readonly rank?: string | undefined;
  readonly text?: string | undefined;
}

/** A row of the list of officials. */
export type OfficialRow = {
  readonly name: string;
  readonly rank: string;
  readonly unit: string;
  readonly unit_name: string;
  readonly duty: string | null;
  readonly phone: string | null;
  /** With how many families the official is paired now. */
  readonly families: number;
};

function conditions({ units, rank, text }: OfficialFilter) {
  const parts = [sql`TRUE`];
  if (units) parts.push(sql`official.unit_id IN (${sql.join(units)})`);
  if (rank) parts.push(sql`rank = ${rank}`);
  if (text) parts.push(sql`(official.name LIKE ${`%${text}%`} OR duty LIKE ${`%${text}%`})`);
  return sql.join(parts, sql` AND `);
}

/** How many officials a filter leaves. */
export async function countOfficials(query: Query, filter: OfficialFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM official WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of officials, by unit and name. */
export async function listOfficials(
  query: Query,
  filter: OfficialFilter,
  { after, offset, limit }: Piece<OfficialRow>,
): Promise<readonly OfficialRow[]> {
  const beyond = after
    ? sql`AND (unit.code, official.name) > (${after.unit}, ${after.name})`
    : sql``;
  const { rows } = await sql<OfficialRow>`
    SELECT official.name, rank, unit.code AS unit, unit.name AS unit_name, duty, phone,
      (SELECT count(DISTINCT household_id) FROM pairing
        WHERE official_id = official.id AND to_on IS NULL) AS families
    FROM official JOIN unit ON unit.id = unit_id
    WHERE ${conditions(filter)} ${beyond}
    ORDER BY unit.code, official.name LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}
