import { Failure } from '../core/failure.ts';
import { titleOf } from '../core/field.ts';
import { say } from '../core/language.ts';
import type { Session } from '../io/session.ts';
import { reachOf } from './operator/reach.ts';
import { allUnits, type StoredUnit } from './store.ts';
import { type Level, levels } from './unit.ts';
import { words } from './words.ts';

/**
 * Asks for a unit, searching as one types, among those that the operator at work sees.
 * @param above only one of this level, as the parent of another
 * @returns its code
 * @throws rejected where there is none of that level
 */
export async function askUnit(session: Session, above?: Level): Promise<string> {
  const { query } = await session.database();
  const reach = await reachOf(session);
  const units = [...(await allUnits(query)).values()].filter(
    ({ id, level }) => (!reach || reach.includes(id)) && (!above || level === above),
  );
  if (above && units.length === 0) {
    throw new Failure('rejected', say(words.noParent, { level: titleOf(levels, above) }));
  }
  const question = above ? words.whichParent : words.whichUnit;
  const unit = await session.prompter.search<StoredUnit>(question, async (term) =>
    units
      .filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(term.toLowerCase()))
      .slice(0, 20)
      .map((one) => ({ name: `${one.code}  ${one.name}`, value: one })),
  );
  return unit.code;
}
