import type { Session } from '../io/session.ts';
import { reachOf } from '../organisation/operator/reach.ts';
import { listRequests } from './store.ts';
import { words } from './words.ts';

const onScreen = 20;

/**
 * Asks for a request, searching by who asks or the matter as one types.
 * @param verb `show` is offered all that the operator sees, another one what is open and in their hands
 * @returns its number; undefined where there is none
 */
export async function askRequest(session: Session, verb: string): Promise<string | undefined> {
  const { query } = await session.database();
  const reach = await reachOf(session);
  const filter = verb === 'show' ? { seen: reach } : { at: reach, state: 'open' as const };
  const find = (text: string) =>
    listRequests(query, { ...filter, text }, { after: undefined, offset: 0, limit: onScreen });
  if ((await find('')).length === 0) return undefined;
  const id = await session.prompter.search<number>(words.whichRequest, async (text) =>
    (await find(text)).map((one) => ({
      name: `${one.id}  ${one.name}  ${one.taken_on}  ${one.matter}  ${one.at_name}`,
      value: one.id,
    })),
  );
  return String(id);
}
