import { Failure } from '../core/failure.ts';
import { type Said, say } from '../core/language.ts';
import type { Session } from '../io/session.ts';
import { reachOf } from '../organisation/operator/reach.ts';
import {
  findPerson,
  personIds,
  type StoredPerson,
  unitsOfPersons,
  unknownEmployee,
} from './store.ts';
import { words } from './words.ts';

/**
 * The person of an employee number, where the operator at work sees their unit (SPEC 13).
 * @throws rejected where there is none, naming the nearest; refused where the unit lies outside the operator's
 */
export async function findPersonSeen(session: Session, text: string): Promise<StoredPerson> {
  const { query } = await session.database();
  const person = await findPerson(query, text);
  await mustSeePerson(session, person.id);
  return person;
}

/** Sees to it that the operator at work sees a person's unit. @throws refused where it lies outside the operator's */
export async function mustSeePerson(session: Session, personId: number): Promise<void> {
  const reach = await reachOf(session);
  if (!reach) return;
  const { query } = await session.database();
  const [person] = await unitsOfPersons(query, { ids: [personId] });
  if (person && !reach.includes(person.unit_id)) {
    throw new Failure('refused', personBeyondSaid(session, person));
  }
}

/** The persons that the rows of a file name, as far as the operator at work sees them. */
export interface PersonsSeen {
  /** The ids of those that are seen. */
  readonly ids: readonly number[];
  /** The id of an employee number; where there is none, or their unit is not the operator's, what is to be said of it. */
  readonly idOf: (employeeNo: string) => number | Said;
}

/** Finds the persons of employee numbers, for the rows of an import. A query or two for thousands. */
export async function findPersonsSeen(
  session: Session,
  employeeNos: readonly string[],
): Promise<PersonsSeen> {
  const { query } = await session.database();
  const reach = await reachOf(session);
  const ids = await personIds(query, employeeNos);
  const faults = new Map<string, Said>();
  for (const no of employeeNos) {
    if (!ids.has(no) && !faults.has(no)) faults.set(no, await unknownEmployee(query, no));
  }
  if (reach) {
    const seen = new Set(reach);
    for (const person of await unitsOfPersons(query, { employeeNos })) {
      if (seen.has(person.unit_id)) continue;
      ids.delete(person.employee_no);
      faults.set(person.employee_no, personBeyondSaid(session, person));
    }
  }
  const idOf = (no: string) =>
    ids.get(no) ?? faults.get(no) ?? say(words.unknownAlone, { text: no });
  return { ids: [...ids.values()], idOf };
}

/** That the unit of a person, its code, lies outside what the operator at work sees. */
export function personBeyondSaid(
  { operator }: Session,
  { employee_no: no, unit }: { readonly employee_no: string; readonly unit: string },
): Said {
  return say(words.beyondReach, { no, unit, operator });
}
