import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import type { Session } from '../io/session.ts';
import { reachOf } from '../organisation/operator/reach.ts';
import { askFile } from '../people/hardship/ask-file.ts';
import type { PairingState } from './pairing.ts';
import { findPairing, listPairings, type StoredPairing } from './store.ts';
import { words } from './words.ts';

const onScreen = 20;

/** Asks for a family with a hardship file. @returns the employee number of its head @throws rejected where there is none */
export async function askFamily(session: Session): Promise<string> {
  const family = await askFile(session);
  if (!family) throw new Failure('rejected', say(words.noFamilies));
  return family.employee_no;
}

/** Asks for a pairing that the operator sees, searching by official or family as one types. */
export async function askPairing(
  session: Session,
  state: PairingState | undefined,
): Promise<StoredPairing> {
  const { query } = await session.database();
  const units = await reachOf(session);
  const piece = { after: undefined, offset: 0, limit: onScreen };
  const id = await session.prompter.search<number>(words.whichPairing, async (text) => {
    const found = await listPairings(query, { units, state, text }, piece);
    return found.map((one) => ({
      name: `${one.official} → ${one.name} ${one.employee_no}  ${one.unit_name}  ${one.from}`,
      value: one.id,
    }));
  });
  return findPairing(query, String(id));
}
