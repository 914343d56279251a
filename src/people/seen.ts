import type { Session } from '../io/session.ts';
import { unitsSeen } from '../organisation/operator/reach.ts';
import { findPerson, type StoredPerson } from './store.ts';

/**
 * The person of an employee number, where the operator at work sees their unit (SPEC 13).
 * @throws rejected where there is none, naming the nearest; refused where the unit lies outside the operator's
 */
export async function findPersonSeen(session: Session, text: string): Promise<StoredPerson> {
  const { query } = await session.database();
  const person = await findPerson(query, text);
  await unitsSeen(session, person.unit);
  return person;
}
