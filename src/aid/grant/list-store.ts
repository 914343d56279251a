import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import { idsOfPeopleLike } from '../../people/store.ts';
import type { GrantState } from './grant.ts';
import { missingOpinions as unitsWithout } from './opinion-store.ts';
import { grantColumns, grantTables, type StoredGrant } from './store.ts';

type Query = Kysely<Tables>;

/** What a list of applications can be narrowed by. */
export interface GrantFilter {
  /** Those of the applicants. */
  readonly units?: readonly number[] | undefined;
  /** Those of the applicants, those that took them or those where they stand. */
  readonly seen?: readonly number[] | undefined;
  readonly fund?: string | undefined;
  readonly state?: GrantState | undefined;
  /** The applicant's id. */
  readonly person?: number | undefined;
  readonly urgent?: boolean | undefined;
  /** Applied for between these days. */
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
  /** The unit where they stand. */
  readonly at?: number | undefined;
  /** Urgent ones on which a level that they passed over has given no opinion yet. */
  readonly missingOpinions?: boolean | undefined;
  /** In one of these states. */
  readonly states?: readonly GrantState[] | undefined;
  /** Standing at one of these units. */
  readonly atUnits?: readonly number[] | undefined;
  /** The applicant's number begins with this text, or their name holds it. */
  readonly text?: string | undefined;
}

function conditions(filter: GrantFilter) {
  const { units, seen, fund, state, person, urgent, from, to, at, missingOpinions } = filter;
  const { states, atUnits, text } = filter;
  const parts = [sql`TRUE`];
  if (units) parts.push(sql`person.unit_id IN (${sql.join(units)})`);
  if (seen) {
    const ids = sql.join(seen);
    parts.push(
      sql`(person.unit_id IN (${ids}) OR g.unit_id IN (${ids}) OR g.at_unit_id IN (${ids}))`,
    );
  }
  if (fund) parts.push(sql`g.fund = ${fund}`);
  if (state) parts.push(sql`g.state = ${state}`);
  if (person) parts.push(sql`g.person_id = ${person}`);
  if (urgent) parts.push(sql`g.urgent = 1`);
  if (from) parts.push(sql`g.applied_on >= ${from}`);
  if (to) parts.push(sql`g.applied_on <= ${to}`);
  if (at) parts.push(sql`g.at_unit_id = ${at}`);
  if (missingOpinions) parts.push(sql`g.id IN (SELECT grant_id FROM (${unitsWithout()}))`);
  if (states) parts.push(sql`g.state IN (${sql.join(states)})`);
  if (atUnits) parts.push(sql`g.at_unit_id IN (${sql.join(atUnits)})`);
  if (text) parts.push(sql`g.person_id IN ${idsOfPeopleLike(text)}`);
  return sql.join(parts, sql` AND `);
}

/** How many applications a filter leaves. */
export async function countGrants(query: Query, filter: GrantFilter): Promise<number> {
  if (Object.values(filter).every((value) => value === undefined || value === false)) {
    // What the seals counted spares reading a whole index.
    const tally = query.selectFrom('sealed').select('rows').where('entity', '=', 'aid_grant');
    return (await tally.executeTakeFirstOrThrow()).rows;
  }
  const from =
    (filter.units ?? filter.seen)
      ? sql`aid_grant g JOIN person ON person.id = g.person_id`
      : sql`aid_grant g`;
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${from} WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** Applications, the latest entered first. */
export async function listGrants(
  query: Query,
  filter: GrantFilter,
  { after, offset, limit }: Piece<{ readonly grant: number }>,
): Promise<readonly StoredGrant[]> {
  const before = after ? sql`AND g.id < ${after.grant}` : sql``;
  const { rows } = await sql<StoredGrant>`
    SELECT ${grantColumns} FROM ${grantTables} WHERE ${conditions(filter)} ${before}
    ORDER BY g.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}
