import { type Kysely, sql } from 'kysely';
import type { Writer } from '../audit/change.ts';
import { Failure } from '../core/failure.ts';
import { type Said, say } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import { plainForm } from '../core/text.ts';
import type { Piece } from '../io/listing.ts';
import type { Tables } from '../io/tables.ts';
import type { Person, StoredPerson } from './person.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

export type { StoredPerson } from './person.ts';

const persons = (query: Query) =>
  query
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(['person.id', 'employee_no', 'person.name', 'id_no', 'category', 'unit.code as unit'])
    .select(['unit.name as unit_name', 'phone', 'bank_account']);

/** The ids of persons by employee number, those that there are. One query for thousands. */
export async function personIds(
  query: Query,
  employeeNos: readonly string[],
): Promise<Map<string, number>> {
  const list = JSON.stringify([...new Set(employeeNos)]);
  const { rows } = await sql<{ employee_no: string; id: number }>`
    SELECT employee_no, person.id FROM json_each(${list}) JOIN person ON employee_no = value`.execute(
    query,
  );
  return new Map(rows.map(({ employee_no, id }) => [employee_no, id]));
}

/** The units of persons, by their employee numbers or their ids, those that there are. */
export async function unitsOfPersons(
  query: Query,
  asked: { readonly employeeNos: readonly string[] } | { readonly ids: readonly number[] },
): Promise<readonly { employee_no: string; unit_id: number; unit: string }[]> {
  const [column, list] =
    'ids' in asked ? ['person.id', asked.ids] : ['employee_no', asked.employeeNos];
  const { rows } = await sql<{ employee_no: string; unit_id: number; unit: string }>`
    SELECT employee_no, unit_id, unit.code AS unit
    FROM json_each(${JSON.stringify([...new Set<string | number>(list)])})
    CROSS JOIN person ON ${sql.ref(column)} = value JOIN unit ON unit.id = unit_id`.execute(query);
  return rows;
}

/** Persons by employee number and by ID number: what an import compares with. */
export async function personsByNumbers(
  query: Query,
  employeeNos: readonly string[],
  idNos: readonly string[],
): Promise<readonly StoredPerson[]> {
  const { rows } = await sql<StoredPerson>`
    SELECT person.id, employee_no, person.name, id_no, category, unit.code AS unit,
      unit.name AS unit_name, phone, bank_account
    FROM person JOIN unit ON unit.id = unit_id
    WHERE employee_no IN (SELECT value FROM json_each(${JSON.stringify(employeeNos)}))
      OR id_no IN (SELECT value FROM json_each(${JSON.stringify(idNos)}))`.execute(query);
  return rows;
}

/**
 * The employee number that a mistyped one most likely meant: with zeros lost or added in front, else one
 * digit off, else the nearest among those that begin alike. Looks at a few hundred numbers, never at all.
 */
export async function nearestEmployee(
  query: Query,
  employeeNo: string,
): Promise<string | undefined> {
  const bare = employeeNo.replace(/^0+/, '');
  const padded = Array.from({ length: 12 }, (_, zeros) => '0'.repeat(zeros) + bare);
  const [same] = (await personIds(query, padded)).keys();
  if (same) return same;
  const oneDigitOff = await nearestByOneDigit(query, employeeNo);
  if (oneDigitOff) return oneDigitOff;
  for (const cut of [1, 2, 3]) {
    const prefix = employeeNo.slice(0, Math.max(1, employeeNo.length - cut));
    const alike = await query
      .selectFrom('person')
      .select('employee_no')
      .where('employee_no', '>=', prefix)
      .where('employee_no', '<', `${prefix}\u{10ffff}`)
      .limit(1_000)
      .execute();
    const near = nearest(
      employeeNo,
      alike.map(({ employee_no }) => employee_no),
    );
    if (near) return near;
  }
  return undefined;
}

/** Every number that differs in one digit is looked up. */
async function nearestByOneDigit(query: Query, employeeNo: string): Promise<string | undefined> {
  const candidates: string[] = [];
  for (const at of employeeNo.slice(0, 20).split('').keys()) {
    for (const digit of '0123456789') {
      candidates.push(employeeNo.slice(0, at) + digit + employeeNo.slice(at + 1));
    }
  }
  const [near] = (await personIds(query, candidates)).keys();
  return near;
}

/** That there is no such employee, with the nearest number and what to do. */
export async function unknownEmployee(query: Query, employeeNo: string): Promise<Said> {
  const near = await nearestEmployee(query, employeeNo);
  return near
    ? say(words.unknown, { text: employeeNo, nearest: near })
    : say(words.unknownAlone, { text: employeeNo });
}

/** The person of an employee number. @throws rejected where there is none, naming the nearest */
export async function findPerson(query: Query, text: string): Promise<StoredPerson> {
  const person = await persons(query).where('employee_no', '=', plainForm(text)).executeTakeFirst();
  if (!person) throw new Failure('rejected', await unknownEmployee(query, text.trim()));
  return person as StoredPerson;
}

/**
 * Persons whose number or ID begins with a text, or whose name holds it: for search as one types.
 * @param units only people of these; undefined: of all
 */
export async function searchPeople(
  query: Query,
  term: string,
  limit: number,
  units?: readonly number[] | undefined,
): Promise<readonly StoredPerson[]> {
  const found = await (units ? persons(query).where('unit_id', 'in', units) : persons(query))
    .where((e) =>
      e.or([
        e('employee_no', 'like', `${term}%`),
        e('person.name', 'like', `%${term}%`),
        e('id_no', 'like', `${term}%`),
      ]),
    )
    .orderBy('employee_no')
    .limit(limit)
    .execute();
  return found as StoredPerson[];
}

/** The ids of persons whose number begins with a text, or whose name holds it: for other tables to be narrowed by. */
export const idsOfPeopleLike = (text: string) =>
  sql`(SELECT id FROM person WHERE employee_no LIKE ${`${text}%`} OR name LIKE ${`%${text}%`})`;

/** Adds a person. @param unitId the unit's id */
export async function insertPerson(
  writer: Writer,
  person: Person,
  unitId: number,
): Promise<number> {
  const id = await writer.nextId('person');
  const { unit: _, ...facts } = person;
  await writer.insert('person', [{ id, ...facts, unit_id: unitId }]);
  return id;
}

/** What a list of people can be narrowed by. */
export interface PersonFilter {
  readonly units?: readonly number[] | undefined;
  readonly category?: string | undefined;
  readonly text?: string | undefined;
}

/** How many people a filter leaves. */
export async function countPeople(query: Query, filter: PersonFilter): Promise<number> {
  let found = query.selectFrom('person').select((e) => e.fn.countAll<number>().as('n'));
  if (filter.units) found = found.where('unit_id', 'in', filter.units);
  if (filter.category) found = found.where('category', '=', filter.category);
  if (filter.text) found = found.where(textIn(filter.text));
  return (await found.executeTakeFirstOrThrow()).n;
}

/** A piece of the list of people, by employee number. */
export async function listPeople(
  query: Query,
  filter: PersonFilter,
  { after, offset, limit }: Piece<{ employee_no: string }>,
): Promise<readonly StoredPerson[]> {
  let found = persons(query).orderBy('employee_no').limit(limit).offset(offset);
  if (after) found = found.where('employee_no', '>', after.employee_no);
  if (filter.units) found = found.where('unit_id', 'in', filter.units);
  if (filter.category) found = found.where('category', '=', filter.category);
  if (filter.text) found = found.where(textIn(filter.text));
  return (await found.execute()) as StoredPerson[];
}

function textIn(text: string) {
  const like = `%${text}%`;
  return sql<boolean>`(employee_no LIKE ${like} OR person.name LIKE ${like} OR id_no LIKE ${like})`;
}

/** The years a person is enrolled in mutual aid, ascending. */
export async function enrolmentYears(query: Query, personId: number): Promise<number[]> {
  const rows = await query
    .selectFrom('enrolment')
    .select('year')
    .where('person_id', '=', personId)
    .orderBy('year')
    .execute();
  return rows.map(({ year }) => year);
}
