import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import { lastsOn } from '../lasting-store.ts';
import type { Level } from '../unit.ts';
import type { Member, Post } from './post.ts';
import type { UnitWithPost } from './structure.ts';

type Query = Kysely<Tables>;

/** A relief post as it is stored, with its unit. */
export interface StoredPost extends Post {
  readonly id: number;
  readonly unit_id: number;
  readonly unit: string;
  readonly unit_name: string;
  readonly level: Level;
  /** How many people it has on the day asked about. */
  readonly people: number;
}

/** Somebody at a post, as stored. */
export interface StoredMember extends Member {
  readonly id: number;
  readonly post_id: number;
}

const posts = (day: CivilDate) => sql`
  SELECT post.id, unit_id, unit.code AS unit, unit.name AS unit_name, unit.level, premises, phone, opened_on,
    closed_on, (SELECT count(*) FROM post_member WHERE post_id = post.id AND ${lastsOn(day)}) AS people
  FROM relief_post AS post JOIN unit ON unit.id = unit_id`;

/** Every post, by the id of its unit: there are at most as many as units. */
export async function allPosts(query: Query, day: CivilDate): Promise<Map<number, StoredPost>> {
  const { rows } = await sql<StoredPost>`${posts(day)}`.execute(query);
  return new Map(rows.map((post) => [post.unit_id, post]));
}

/** The post of a unit; undefined where it has none. */
export async function postOfUnit(
  query: Query,
  unitId: number,
  day: CivilDate,
): Promise<StoredPost | undefined> {
  const { rows } = await sql<StoredPost>`${posts(day)} WHERE unit_id = ${unitId}`.execute(query);
  return rows[0];
}

/** All who ever worked at posts, those at work first, then by their first day. */
export async function membersOf(
  query: Query,
  postIds: readonly number[],
): Promise<Map<number, StoredMember[]>> {
  const { rows } = await sql<StoredMember>`
    SELECT post_member.id, post_id, name, duty, phone, from_on AS "from", to_on AS "to"
    FROM json_each(${JSON.stringify(postIds)}) JOIN post_member ON post_id = value
    ORDER BY to_on IS NOT NULL, from_on, name, post_member.id`.execute(query);
  const byPost = new Map<number, StoredMember[]>();
  for (const member of rows) {
    byPost.set(member.post_id, [...(byPost.get(member.post_id) ?? []), member]);
  }
  return byPost;
}

/** Writes a unit's post: a new one, or the one it had, opened anew. @returns its id */
export async function openPost(
  writer: Writer,
  unitId: number,
  there: number | undefined,
  post: Post,
): Promise<number> {
  if (there !== undefined) {
    await writer.update('relief_post', { id: there }, { ...post });
    return there;
  }
  const id = await writer.nextId('relief_post');
  await writer.insert('relief_post', [{ id, unit_id: unitId, ...post }]);
  return id;
}

/** Takes somebody on at a post. @returns them as stored */
export async function insertMember(
  writer: Writer,
  postId: number,
  member: Member,
): Promise<StoredMember> {
  const id = await writer.nextId('post_member');
  const { name, duty, phone, from, to } = member;
  const row = { id, post_id: postId, name, duty, phone, from_on: from, to_on: to };
  await writer.insert('post_member', [row]);
  return { ...member, id, post_id: postId };
}

/** What a list of posts can be narrowed by. */
export interface PostFilter {
  readonly units?: readonly number[] | undefined;
  readonly level?: Level | undefined;
}

function conditions({ units, level }: PostFilter) {
  const parts = [sql`TRUE`];
  if (units) parts.push(sql`unit_id IN (${sql.join(units)})`);
  if (level) parts.push(sql`unit.level = ${level}`);
  return sql.join(parts, sql` AND `);
}

/** How many posts a filter leaves. */
export async function countPosts(query: Query, filter: PostFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM relief_post JOIN unit ON unit.id = unit_id
    WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of posts, by the code of their unit. */
export async function listPosts(
  query: Query,
  filter: PostFilter,
  day: CivilDate,
  { after, offset, limit }: Piece<{ readonly unit: string }>,
): Promise<readonly StoredPost[]> {
  const beyond = after ? sql`AND unit.code > ${after.unit}` : sql``;
  const { rows } = await sql<StoredPost>`
    ${posts(day)} WHERE ${conditions(filter)} ${beyond}
    ORDER BY unit.code LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}

/** The units, by code, each with its post. @param units only these; undefined: all */
export async function unitsWithPosts(
  query: Query,
  units: readonly number[] | undefined,
  day: CivilDate,
): Promise<readonly UnitWithPost[]> {
  type Row = Omit<UnitWithPost, 'post'> & { opened_on: string | null; closed_on: string | null };
  const narrowed = units ? sql`WHERE unit.id IN (${sql.join(units)})` : sql``;
  const { rows } = await sql<Row>`
    SELECT unit.code, unit.name, unit.level, above.code AS parent, opened_on, closed_on,
      coalesce(post_people, 0) AS post_people, last_left,
      (SELECT count(*) FROM person WHERE person.unit_id = unit.id) AS people
    FROM unit LEFT JOIN unit AS above ON above.id = unit.parent_id
    LEFT JOIN relief_post AS post ON post.unit_id = unit.id
    LEFT JOIN (
      SELECT post_id, count(*) FILTER (WHERE ${lastsOn(day)}) AS post_people, max(to_on) AS last_left
      FROM post_member GROUP BY post_id
    ) ON post_id = post.id
    ${narrowed} ORDER BY unit.code`.execute(query);
  return rows.map(({ opened_on, closed_on, ...unit }) => ({
    ...unit,
    post: opened_on === null ? undefined : { opened_on, closed_on },
  }));
}
