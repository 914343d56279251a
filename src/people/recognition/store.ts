import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { Recognition, RecognitionRecord } from './recognition.ts';

type Query = Kysely<Tables>;

/** The recognitions of persons, by person. One query for all of them. */
export async function recognitionsOf(
  query: Query,
  personIds: Iterable<number>,
): Promise<Map<number, Recognition[]>> {
  const list = JSON.stringify([...new Set(personIds)]);
  const { rows } = await sql<Recognition & { person_id: number }>`
    SELECT recognition.id, person_id, kind, detail, valid_from AS "from", valid_to AS "to"
    FROM json_each(${list}) JOIN recognition ON person_id = value
    ORDER BY kind, valid_from`.execute(query);
  const byPerson = new Map<number, Recognition[]>();
  for (const { person_id, ...recognition } of rows) {
    const known = byPerson.get(person_id);
    if (known) known.push(recognition);
    else byPerson.set(person_id, [recognition]);
  }
  return byPerson;
}

/** Adds a recognition. @returns it */
export async function insertRecognition(
  writer: Writer,
  personId: number,
  { kind, detail, from, to }: RecognitionRecord,
): Promise<Recognition> {
  const id = await writer.nextId('recognition');
  await writer.insert('recognition', [
    { id, person_id: personId, kind, detail, valid_from: from, valid_to: to },
  ]);
  return { id, kind, detail, from, to };
}

/** What a list of recognitions can be narrowed by. */
export interface RecognitionFilter {
  readonly units?: readonly number[] | undefined;
  readonly kind?: string | undefined;
  readonly text?: string | undefined;
  readonly person?: string | undefined;
  /** In force on this day. */
  readonly on?: CivilDate | undefined;
}

/** A row of the list of recognitions. */
export type RecognitionRow = {
  readonly employee_no: string;
  readonly name: string;
  readonly kind: string;
  readonly detail: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
};

function conditions({ units, kind, text, person, on }: RecognitionFilter) {
  const parts = [sql`TRUE`];
  if (units) parts.push(sql`person.unit_id IN (${sql.join(units)})`);
  if (kind) parts.push(sql`kind = ${kind}`);
  if (person) parts.push(sql`employee_no = ${person}`);
  if (on) parts.push(sql`valid_from <= ${on} AND (valid_to IS NULL OR valid_to >= ${on})`);
  if (text) parts.push(sql`(employee_no LIKE ${`%${text}%`} OR name LIKE ${`%${text}%`})`);
  return sql.join(parts, sql` AND `);
}

/** How many recognitions a filter leaves. */
export async function countRecognitions(query: Query, filter: RecognitionFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM recognition JOIN person ON person.id = person_id
    WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of recognitions, by employee number, kind and first day. */
export async function listRecognitions(
  query: Query,
  filter: RecognitionFilter,
  { after, offset, limit }: Piece<RecognitionRow>,
): Promise<RecognitionRow[]> {
  const beyond = after
    ? sql`AND (employee_no, kind, valid_from, detail) >
        (${after.employee_no}, ${after.kind}, ${after.from}, ${after.detail})`
    : sql``;
  const { rows } = await sql<RecognitionRow>`
    SELECT employee_no, name, kind, detail, valid_from AS "from", valid_to AS "to"
    FROM recognition JOIN person ON person.id = person_id
    WHERE ${conditions(filter)} ${beyond}
    ORDER BY employee_no, kind, valid_from, detail LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}
