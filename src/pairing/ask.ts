import type { Session } from '../io/session.ts';
import { reachOf } from '../organisation/operator/reach.ts';
import type { PairingState } from './pairing.ts';
import {
  type Family,
  findPairing,
  listPairings,
  type StoredPairing,
  searchFamilies,
} from './store.ts';
import { words } from './words.ts';

const onScreen = 20;

/** Asks for a family with a hardship file that the operator sees, searching by number or name as one types. */
export async function askFamily(session: Session): Promise<Family> {
  const { query } = await session.database();
  const units = await reachOf(session);
  return session.prompter.search<Family>(words.whichFamily, async (term) => {
    const families = await searchFamilies(query, term, units, onScreen);
    return families.map((family) => ({
      name: `${family.employee_no}  ${family.name}  ${family.unit_name}`,
      value: family,
    }));
  });
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
