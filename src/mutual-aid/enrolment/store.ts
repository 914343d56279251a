import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { HeldDues } from './dues.ts';

type Query = Kysely<Tables>;

/** The years that persons are enrolled in, by person. One query for all of them. */
export async function enrolledYears(
  query: Query,
  personIds: Iterable<number>,
): Promise<Map<number, Set<number>>> {
  const list = JSON.stringify([...new Set(personIds)]);
  const { rows } = await sql<{ person_id: number; year: number }>`
    SELECT person_id, year FROM json_each(${list}) JOIN enrolment ON person_id = value`.execute(
    query,
  );
  const years = new Map<number, Set<number>>();
  for (const { person_id, year } of rows) {
    const known = years.get(person_id);
    if (known) known.add(year);
    else years.set(person_id, new Set([year]));
  }
  return years;
}

/** The codes of persons' units. One query for all of them. */
export async function unitCodes(
  query: Query,
  personIds: Iterable<number>,
): Promise<Map<number, string>> {
  const list = JSON.stringify([...new Set(personIds)]);
  const { rows } = await sql<{ id: number; code: string }>`
    SELECT person.id, unit.code FROM json_each(${list}) JOIN person ON person.id = value
    JOIN unit ON unit.id = unit_id`.execute(query);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** The entry that booked an enrolment's dues: null where it came without, undefined where there is no such enrolment. */
export async function duesEntryOf(
  query: Query,
  person_id: number,
  year: number,
): Promise<number | null | undefined> {
  const row = await query
    .selectFrom('enrolment')
    .select('dues_entry')
    .where('person_id', '=', person_id)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.dues_entry;
}

/** What an entry holds of dues, less what was returned of it, and for how many enrolments. */
export async function heldDues(query: Query, entry: number): Promise<HeldDues> {
  const { members } = await query
    .selectFrom('enrolment')
    .select((e) => e.fn.countAll<number>().as('members'))
    .where('dues_entry', '=', entry)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<HeldDues['accounts'][number]>`
    SELECT account, sum(amount) AS amount FROM posting
    WHERE entry_id = ${entry}
      OR entry_id IN (SELECT id FROM entry WHERE cause = 'dues-returned' AND key = ${String(entry)})
    GROUP BY account ORDER BY min(no)`.execute(query);
  return { entry, members, accounts: rows };
}

/** Writes enrolments that are not there yet. */
export async function insertEnrolments(
  writer: Writer,
  enrolments: readonly { person_id: number; year: number; dues_entry: number | null }[],
): Promise<void> {
  await writer.insert('enrolment', enrolments);
}

/** What a list of enrolments can be narrowed by. */
export interface EnrolmentFilter {
  readonly units?: readonly number[] | undefined;
  readonly year?: number | undefined;
  readonly text?: string | undefined;
  readonly person?: string | undefined;
}

/** A span of consecutive years of one person: a row of the list, and of an import. */
export type SpanRow = {
  readonly employee_no: string;
  readonly name: string;
  readonly from_year: number;
  readonly to_year: number;
};

type Bounds = { readonly from: string; readonly persons: number };

/** @param bounds looks at no more persons than can fill a piece, from an employee number on */
function spans({ units, year, text, person }: EnrolmentFilter, bounds?: Bounds) {
  const enrolled = year ? sql`AND e.year = ${year}` : sql``;
  const parts = [sql`EXISTS (SELECT 1 FROM enrolment e WHERE e.person_id = person.id ${enrolled})`];
  if (units) parts.push(sql`unit_id IN (${sql.join(units)})`);
  if (person) parts.push(sql`employee_no = ${person}`);
  if (text) parts.push(sql`(employee_no LIKE ${`%${text}%`} OR name LIKE ${`%${text}%`})`);
  if (bounds) parts.push(sql`employee_no >= ${bounds.from}`);
  const some = bounds ? sql`ORDER BY employee_no LIMIT ${bounds.persons}` : sql``;
  // Years of one span keep the same distance from their rank.
  const spanned = sql`
    SELECT employee_no, name, min(year) AS from_year, max(year) AS to_year FROM (
      SELECT employee_no, name, year,
        year - row_number() OVER (PARTITION BY person_id ORDER BY year) AS run
      FROM (SELECT * FROM person WHERE ${sql.join(parts, sql` AND `)} ${some}) AS chosen
      JOIN enrolment ON person_id = chosen.id)
    GROUP BY employee_no, run`;
  return year
    ? sql`SELECT * FROM (${spanned}) WHERE ${year} BETWEEN from_year AND to_year`
    : sql`SELECT * FROM (${spanned}) WHERE TRUE`;
}

/** How many spans a filter leaves. */
export async function countSpans(query: Query, filter: EnrolmentFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM (${spans(filter)})`.execute(
    query,
  );
  return rows[0]?.n ?? 0;
}

/** A piece of the list of enrolments, by employee number and year. */
export async function listSpans(
  query: Query,
  filter: EnrolmentFilter,
  { after, offset, limit }: Piece<SpanRow>,
): Promise<SpanRow[]> {
  const bounds = { from: after?.employee_no ?? '', persons: offset + limit + 1 };
  const beyond = after
    ? sql`AND (employee_no, from_year) > (${after.employee_no}, ${after.from_year})`
    : sql``;
  const { rows } = await sql<SpanRow>`${spans(filter, bounds)} ${beyond}
    ORDER BY employee_no, from_year LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}
