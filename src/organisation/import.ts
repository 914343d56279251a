import { Fault } from '../core/failure.ts';
import { titleOf } from '../core/field.ts';
import { say } from '../core/language.ts';
import { type Level, levels, parentLevel, type Unit } from './unit.ts';
import { words } from './words.ts';

interface Known {
  readonly id: number;
  readonly name: string;
  readonly level: Level;
  readonly parent: string | null;
}

/** What is to be done with a unit: nothing, or add it below a parent; or what is wrong with it. */
export type UnitPlan = 'unchanged' | { readonly parentId: number | null } | Fault;

/**
 * Decides on one unit against those that are there (SPEC 3: group, mine, section, each below the one before).
 * @param parent the unit its parent column names: found, missing (null), or the fault of not finding it
 */
export function planUnit(
  unit: Unit,
  there: Known | undefined,
  parent: (Known & { code: string }) | Fault | null,
): UnitPlan {
  if (there) {
    const parentCode = parent instanceof Fault ? unit.parent : (parent?.code ?? null);
    const same =
      there.name === unit.name && there.level === unit.level && there.parent === parentCode;
    if (same) return 'unchanged';
    const level = titleOf(levels, there.level);
    return new Fault(say(words.conflict, { code: unit.code, name: there.name, level }));
  }
  return checkParent(unit.level, parent);
}

/** Whether a unit of a level may stand below a parent. */
export function checkParent(
  level: Level,
  parent: (Known & { code: string }) | Fault | null,
): { readonly parentId: number | null } | Fault {
  if (parent instanceof Fault) return parent;
  const above = parentLevel(level);
  if (above === null) {
    return parent ? new Fault(say(words.parentOfGroup)) : { parentId: null };
  }
  const titles = { level: titleOf(levels, level), above: titleOf(levels, above) };
  if (!parent) return new Fault(say(words.parentMissing, titles));
  if (parent.level === above) return { parentId: parent.id };
  const wrong = { parent: parent.code, level: titleOf(levels, parent.level), above: titles.above };
  return new Fault(say(words.parentLevelWrong, wrong));
}
