import type { Session } from '../io/session.ts';
import { reachOf } from './operator/reach.ts';
import { allUnits, type StoredUnit } from './store.ts';
import { words } from './words.ts';

/** Asks for a unit, searching as one types, among those that the operator at work sees. @returns its code */
export async function askUnit(session: Session): Promise<string> {
  const { query } = await session.database();
  const reach = await reachOf(session);
  const all = [...(await allUnits(query)).values()];
  const units = reach ? all.filter(({ id }) => reach.includes(id)) : all;
  const unit = await session.prompter.search<StoredUnit>(words.whichUnit, async (term) =>
    units
      .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(term.toLowerCase()))
      .slice(0, 20)
      .map((one) => ({ name: `${one.code}  ${one.name}`, value: one })),
  );
  return unit.code;
}
