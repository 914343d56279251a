import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Tables } from '../../io/tables.ts';

type Query = Kysely<Tables>;

/** The household that gave, or took over, each of these recognitions, by recognition. */
export async function giversOf(
  query: Query,
  recognitionIds: Iterable<number>,
): Promise<ReadonlyMap<number, number>> {
  const list = JSON.stringify([...recognitionIds]);
  const { rows } = await sql<{ recognition_id: number; household_id: number }>`
    SELECT recognition_id, household_id
    FROM json_each(${list}) JOIN household_recognition ON recognition_id = value`.execute(query);
  return new Map(rows.map((row) => [row.recognition_id, row.household_id]));
}

/** The head of the file that gave, or took over, a recognition; undefined where none did. */
export async function fileThatGave(
  query: Query,
  recognitionId: number,
): Promise<{ readonly employee_no: string; readonly name: string } | undefined> {
  return query
    .selectFrom('household_recognition')
    .innerJoin('household', 'household.id', 'household_id')
    .innerJoin('person', 'person.id', 'household.person_id')
    .select(['employee_no', 'person.name'])
    .where('recognition_id', '=', recognitionId)
    .executeTakeFirst();
}

/** A recognition that a file has given. */
export type GivenRow = {
  readonly employee_no: string;
  readonly name: string;
  readonly detail: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
};

/** The recognitions that a file has given or taken over. */
export async function recognitionsGiven(
  query: Query,
  householdId: number,
): Promise<readonly GivenRow[]> {
  const { rows } = await sql<GivenRow>`
    SELECT employee_no, name, detail, valid_from AS "from", valid_to AS "to"
    FROM household_recognition JOIN recognition ON recognition.id = recognition_id
    JOIN person ON person.id = recognition.person_id
    WHERE household_id = ${householdId} ORDER BY valid_from, employee_no`.execute(query);
  return rows;
}
