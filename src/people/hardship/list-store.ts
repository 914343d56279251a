import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { FileState } from './household.ts';
import {
  householdColumns,
  householdTables,
  memberColumns,
  type ShownMember,
  type StoredHousehold,
} from './store.ts';

type Query = Kysely<Tables>;

/** What a list of hardship files can be narrowed by. */
export interface FileFilter {
  readonly units?: readonly number[] | undefined;
  readonly class?: string | undefined;
  readonly cause?: string | undefined;
  readonly state?: FileState | undefined;
  /** Open ones that were reviewed on this day or before. */
  readonly reviewed_by?: CivilDate | undefined;
  readonly text?: string | undefined;
}

function conditions(filter: FileFilter) {
  const parts = [sql`TRUE`];
  if (filter.units) parts.push(sql`person.unit_id IN (${sql.join(filter.units)})`);
  if (filter.class) parts.push(sql`household.class = ${filter.class}`);
  if (filter.cause) {
    parts.push(
      sql`(household.cause = ${filter.cause} OR household.second_cause = ${filter.cause})`,
    );
  }
  if (filter.state === 'open') parts.push(sql`household.closed_on IS NULL`);
  if (filter.state === 'closed') parts.push(sql`household.closed_on IS NOT NULL`);
  if (filter.reviewed_by) {
    parts.push(sql`household.closed_on IS NULL AND household.reviewed_on <= ${filter.reviewed_by}`);
  }
  if (filter.text) {
    const like = `%${filter.text}%`;
    parts.push(sql`(person.employee_no LIKE ${like} OR person.name LIKE ${like})`);
  }
  return sql.join(parts, sql` AND `);
}

/** How many files a filter leaves. */
export async function countFiles(query: Query, filter: FileFilter): Promise<number> {
  const ofPerson = filter.units || filter.text;
  const from = ofPerson
    ? sql`household JOIN person ON person.id = household.person_id`
    : sql`household`;
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${from} WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of files, the one recorded last first. */
export async function listFiles(
  query: Query,
  filter: FileFilter,
  { after, offset, limit }: Piece<{ readonly employee_no: string }>,
): Promise<readonly StoredHousehold[]> {
  const before = after
    ? sql`AND household.id < (SELECT last.id FROM person p JOIN household last ON last.person_id = p.id
        WHERE p.employee_no = ${after.employee_no})`
    : sql``;
  const { rows } = await sql<StoredHousehold>`
    SELECT ${householdColumns} FROM ${householdTables} WHERE ${conditions(filter)} ${before}
    ORDER BY household.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}

/** A family, told by the head of its file. */
export interface Family {
  readonly household_id: number;
  readonly employee_no: string;
  readonly name: string;
  readonly unit_name: string;
}

/**
 * Families whose head's number begins with a text, or whose head's or a member's name holds it: for search as one types.
 */
export async function searchFamilies(
  query: Query,
  term: string,
  { units, state }: Pick<FileFilter, 'units' | 'state'>,
  limit: number,
): Promise<readonly Family[]> {
  const seen = units ? sql`AND unit_id IN (${sql.join(units)})` : sql``;
  const standing = state ? sql`AND (closed_on IS NULL) = ${state === 'open' ? 1 : 0}` : sql``;
  const like = `%${term}%`;
  const { rows } = await sql<Family>`
    SELECT household.id AS household_id, employee_no, person.name, unit.name AS unit_name
    FROM household JOIN person ON person.id = person_id JOIN unit ON unit.id = unit_id
    WHERE (employee_no LIKE ${`${term}%`} OR person.name LIKE ${like} OR EXISTS (
      SELECT 1 FROM household_member WHERE household_id = household.id AND name LIKE ${like}))
      ${seen} ${standing}
    ORDER BY employee_no LIMIT ${limit}`.execute(query);
  return rows;
}

/** What a list of members can be narrowed by. */
export interface MemberFilter {
  readonly units?: readonly number[] | undefined;
  readonly household?: number | undefined;
  readonly relation?: string | undefined;
  readonly stage?: string | undefined;
  readonly text?: string | undefined;
  /** With those who left. */
  readonly all: boolean;
}

/** A member, with the employee number of the head. */
export interface ListedMember extends ShownMember {
  readonly household: string;
}

function memberConditions(filter: MemberFilter) {
  const parts = [filter.all ? sql`TRUE` : sql`m.to_on IS NULL`];
  if (filter.units) parts.push(sql`head.unit_id IN (${sql.join(filter.units)})`);
  if (filter.household) parts.push(sql`m.household_id = ${filter.household}`);
  if (filter.relation) parts.push(sql`m.relation = ${filter.relation}`);
  if (filter.stage) parts.push(sql`m.stage = ${filter.stage}`);
  if (filter.text) {
    const like = `%${filter.text}%`;
    parts.push(
      sql`(m.name LIKE ${like} OR head.name LIKE ${like} OR head.employee_no LIKE ${like})`,
    );
  }
  return sql.join(parts, sql` AND `);
}

const withHead = sql`household_member m JOIN household ON household.id = m.household_id
  JOIN person head ON head.id = household.person_id`;

/** How many members a filter leaves. */
export async function countMembers(query: Query, filter: MemberFilter): Promise<number> {
  const ofHead = filter.units || filter.text;
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${ofHead ? withHead : sql`household_member m`}
    WHERE ${memberConditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of members, by number. */
export async function listMembers(
  query: Query,
  filter: MemberFilter,
  { after, offset, limit }: Piece<{ readonly member: number }>,
): Promise<readonly ListedMember[]> {
  const beyond = after ? sql`AND m.id > ${after.member}` : sql``;
  const { rows } = await sql<ListedMember>`
    SELECT ${memberColumns}, head.employee_no AS household
    FROM ${withHead} LEFT JOIN person own ON own.id = m.person_id
    WHERE ${memberConditions(filter)} ${beyond}
    ORDER BY m.id LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}
