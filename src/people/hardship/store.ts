import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Fen } from '../../core/money.ts';
import type { Tables } from '../../io/tables.ts';
import { findPerson } from '../store.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** A hardship file as it is stored, with its head (SPEC 12). */
export interface StoredHousehold {
  readonly id: number;
  readonly person_id: number;
  /** The head's. */
  readonly employee_no: string;
  readonly name: string;
  readonly category: string;
  readonly unit_id: number;
  readonly unit: string;
  readonly class: string;
  readonly cause: string;
  readonly second_cause: string | null;
  readonly opened_on: CivilDate;
  readonly reviewed_on: CivilDate;
  readonly closed_on: CivilDate | null;
  readonly outcome: 'lifted' | 'relieved' | null;
}

/** A member of a household; the income of twelve months in fen. */
export interface StoredMember {
  readonly id: number;
  readonly household_id: number;
  readonly person_id: number | null;
  readonly name: string;
  readonly relation: string;
  readonly id_no: string | null;
  readonly income: Fen;
  readonly stage: string | null;
  readonly school: string | null;
  readonly health: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

const households = sql`
  SELECT household.id, household.person_id, employee_no, person.name, category, unit_id, unit.code AS unit,
    class, cause, second_cause, opened_on, reviewed_on, closed_on, outcome
  FROM household JOIN person ON person.id = household.person_id JOIN unit ON unit.id = unit_id`;

/** The household of a person, as its head or as a member on a day; undefined where there is none. */
export async function householdOf(
  query: Query,
  personId: number,
  day: CivilDate,
): Promise<StoredHousehold | undefined> {
  const { rows } = await sql<StoredHousehold>`
    ${households} WHERE household.id IN (
      SELECT id FROM household WHERE person_id = ${personId}
      UNION SELECT household_id FROM household_member
        WHERE person_id = ${personId} AND from_on <= ${day} AND (to_on IS NULL OR to_on >= ${day}))
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

/** The members of a household on a day, the head first. */
export async function membersOf(
  query: Query,
  householdId: number,
  day: CivilDate,
): Promise<readonly StoredMember[]> {
  const { rows } = await sql<StoredMember>`
    SELECT id, household_id, person_id, name, relation, id_no, income, stage, school, health,
      from_on AS "from", to_on AS "to"
    FROM household_member
    WHERE household_id = ${householdId} AND from_on <= ${day} AND (to_on IS NULL OR to_on >= ${day})
    ORDER BY relation <> 'self', id`.execute(query);
  return rows;
}
