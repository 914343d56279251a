import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Fen } from '../../core/money.ts';
import type { Tables } from '../../io/tables.ts';
import type { HouseholdReviewTable } from '../../io/tables-of-aid.ts';
import { lastsOn } from '../../organisation/lasting-store.ts';
import { findPerson } from '../store.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** A hardship file as it is stored, with its head and what was found last (SPEC 12). Amounts of twelve months in fen. */
export interface StoredHousehold {
  readonly id: number;
  readonly person_id: number;
  /** The head's. */
  readonly employee_no: string;
  readonly name: string;
  readonly category: string;
  readonly unit_id: number;
  readonly unit: string;
  readonly unit_name: string;
  readonly class: string;
  readonly cause: string;
  readonly second_cause: string | null;
  readonly opened_on: CivilDate;
  /** When it was opened again last. */
  readonly returned_on: CivilDate | null;
  readonly reviewed_on: CivilDate;
  readonly closed_on: CivilDate | null;
  readonly outcome: 'lifted' | 'relieved' | null;
  readonly members: number;
  readonly income: Fen;
  readonly rigid_expenses: Fen;
  /** Of one month. */
  readonly income_per_head: Fen;
}

/** A member of a household; the income of twelve months in fen, null where nobody has entered it. */
export interface StoredMember {
  readonly id: number;
  readonly household_id: number;
  readonly person_id: number | null;
  /** Of a member who is a recorded person. */
  readonly employee_no: string | null;
  readonly name: string;
  readonly relation: string;
  readonly id_no: string | null;
  readonly income: Fen | null;
  readonly stage: string | null;
  readonly school: string | null;
  readonly health: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** A member with the unit of the person whom they are, which says who sees more of them than their name and number. */
export interface ShownMember extends StoredMember {
  readonly own_unit_id: number | null;
}

/** The columns of {@link StoredHousehold}. */
export const householdColumns = sql`
  household.id, household.person_id, person.employee_no, person.name, person.category, person.unit_id,
  unit.code AS unit, unit.name AS unit_name, household.class, household.cause, household.second_cause,
  household.opened_on, household.reviewed_on, household.closed_on, household.outcome, found.members, found.income,
  found.rigid_expenses, found.income_per_head,
  (SELECT max(on_date) FROM household_review r WHERE r.household_id = household.id AND r.kind = 'returned')
    AS returned_on`;

/** The tables of {@link StoredHousehold}: the household, its head, what was found last. */
export const householdTables = sql`household JOIN person ON person.id = household.person_id
  JOIN unit ON unit.id = person.unit_id
  JOIN household_review found ON found.id = (SELECT id FROM household_review r
    WHERE r.household_id = household.id ORDER BY on_date DESC, id DESC LIMIT 1)`;

const households = sql`SELECT ${householdColumns} FROM ${householdTables}`;

/** The household of a person, as its head or as a member on a day; undefined where there is none. */
export async function householdOf(
  query: Query,
  personId: number,
  day: CivilDate,
): Promise<StoredHousehold | undefined> {
  const { rows } = await sql<StoredHousehold>`
    ${households} WHERE household.id IN (
      SELECT id FROM household WHERE person_id = ${personId}
      UNION SELECT household_id FROM household_member WHERE person_id = ${personId} AND ${lastsOn(day)})
    ORDER BY closed_on IS NOT NULL, household.person_id <> ${personId}, household.id LIMIT 1`.execute(
    query,
  );
  return rows[0];
}

/** The household that an employee number of its head, or of a member, names. @throws rejected where there is none */
export async function findHousehold(
  query: Query,
  text: string,
  day: CivilDate,
): Promise<StoredHousehold> {
  const person = await findPerson(query, text);
  const household = await householdOf(query, person.id, day);
  if (household) return household;
  const { name, employee_no: no } = person;
  throw new Failure('rejected', say(words.noFile, { name, no }));
}

/** The households of heads, by their employee numbers. One query for all of them. */
export async function householdsByHead(
  query: Query,
  employeeNos: readonly string[],
): Promise<Map<string, StoredHousehold>> {
  const list = JSON.stringify([...new Set(employeeNos)]);
  const { rows } = await sql<StoredHousehold>`
    ${households} WHERE person.employee_no IN (SELECT value FROM json_each(${list}))`.execute(
    query,
  );
  return new Map(rows.map((row) => [row.employee_no, row]));
}

/** The columns of {@link ShownMember}, of `household_member m` with the person of a member as `own`. */
export const memberColumns = sql`
  m.id, m.household_id, m.person_id, own.employee_no, coalesce(own.name, m.name) AS name, m.relation,
  coalesce(own.id_no, m.id_no) AS id_no, m.income, m.stage, m.school, m.health, m.from_on AS "from", m.to_on AS "to",
  own.unit_id AS own_unit_id`;

const members = sql`SELECT ${memberColumns} FROM household_member m LEFT JOIN person own ON own.id = m.person_id`;

/** The members of a household on a day, the head first. */
export async function membersOf(
  query: Query,
  householdId: number,
  day: CivilDate,
): Promise<readonly ShownMember[]> {
  const { rows } = await sql<ShownMember>`
    ${members} WHERE m.household_id = ${householdId} AND ${lastsOn(day)}
    ORDER BY m.relation <> 'self', m.id`.execute(query);
  return rows;
}

/** The members of households, those who left among them, by household. One query for all of them. */
export async function membersOfAll(
  query: Query,
  householdIds: Iterable<number>,
): Promise<Map<number, StoredMember[]>> {
  const list = JSON.stringify([...new Set(householdIds)]);
  const { rows } = await sql<StoredMember>`
    ${members} WHERE m.household_id IN (SELECT value FROM json_each(${list})) ORDER BY m.id`.execute(
    query,
  );
  const byHousehold = new Map<number, StoredMember[]>();
  for (const row of rows) {
    const known = byHousehold.get(row.household_id);
    if (known) known.push(row);
    else byHousehold.set(row.household_id, [row]);
  }
  return byHousehold;
}

/** A member by number. @returns undefined where there is none */
export async function memberById(query: Query, id: number): Promise<ShownMember | undefined> {
  const { rows } = await sql<ShownMember>`${members} WHERE m.id = ${id}`.execute(query);
  return rows[0];
}

/** The household of an id. */
export async function householdById(query: Query, id: number): Promise<StoredHousehold> {
  const { rows } = await sql<StoredHousehold>`${households} WHERE household.id = ${id}`.execute(
    query,
  );
  const [household] = rows;
  if (!household) throw new Error(`there is no household ${id}`);
  return household;
}

/** Where somebody belongs to a file that is open. */
export interface OpenFile {
  readonly household_id: number;
  /** The head's. */
  readonly employee_no: string;
  readonly name: string;
}

/** The open files that persons are members of from a day on, by person. One query for all of them. */
export async function openFilesOf(
  query: Query,
  personIds: readonly number[],
): Promise<Map<number, OpenFile>> {
  const list = JSON.stringify([...new Set(personIds)]);
  // `+` keeps it from looking through all open files for each.
  const { rows } = await sql<OpenFile & { person_id: number }>`
    SELECT m.person_id, m.household_id, head.employee_no, head.name
    FROM json_each(${list}) CROSS JOIN household_member m ON m.person_id = value AND m.to_on IS NULL
    JOIN household ON household.id = m.household_id AND +household.closed_on IS NULL
    JOIN person head ON head.id = household.person_id`.execute(query);
  return new Map(rows.map(({ person_id, ...file }) => [person_id, file]));
}

/**
 * Who is paid a receipt once: by person, the one who stands for the household, its head, for the persons asked about
 * and all who belong to them. Who is in no household stands for himself. One query for all of them.
 */
export async function householdsOf(
  query: Query,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const households = new Map(personIds.map((person) => [person, person]));
  const list = JSON.stringify([...households.keys()]);
  const { rows } = await sql<{ person_id: number; head: number }>`
    SELECT other.person_id, household.person_id AS head
    FROM json_each(${list}) JOIN household_member one ON one.person_id = value AND one.to_on IS NULL
    JOIN household ON household.id = one.household_id
    JOIN household_member other ON other.household_id = one.household_id AND other.to_on IS NULL
      AND other.person_id IS NOT NULL
    ORDER BY household.closed_on IS NULL`.execute(query);
  for (const { person_id, head } of rows) households.set(person_id, head);
  return households;
}

/** What was found at the opening of a file and since, the earliest first. */
export async function reviewsOf(
  query: Query,
  householdId: number,
): Promise<readonly Omit<HouseholdReviewTable, 'seal'>[]> {
  return query
    .selectFrom('household_review')
    .select(['id', 'household_id', 'on_date', 'kind', 'class', 'income', 'rigid_expenses'])
    .select(['members', 'income_per_head', 'note', 'operator'])
    .where('household_id', '=', householdId)
    .orderBy('on_date')
    .orderBy('id')
    .execute();
}
