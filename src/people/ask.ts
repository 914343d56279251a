import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import type { Session } from '../io/session.ts';
import { reachOf } from '../organisation/operator/reach.ts';
import { type StoredPerson, searchPeople } from './store.ts';
import { words } from './words.ts';

/**
 * Asks for a person, searching by number, name or ID as one types, among those that the operator at work sees.
 * @throws rejected where there are none
 */
export async function askPerson(session: Session): Promise<StoredPerson> {
  const { query } = await session.database();
  const reach = await reachOf(session);
  if ((await searchPeople(query, '', 1, reach)).length === 0)
    throw new Failure('rejected', say(words.nobody));
  return session.prompter.search<StoredPerson>(words.whichPerson, async (term) => {
    const people = await searchPeople(query, term, 20, reach);
    return people.map((person) => ({
      name: `${person.employee_no}  ${person.name}  ${person.unit_name}`,
      value: person,
    }));
  });
}
