import type { Unit } from './unit.ts';

type Known = Unit & { readonly id: number };

/**
 * Which unit each is counted under (SPEC 12, 13): the one below the topmost that is seen, or the topmost itself.
 * @param units all there are, by code @param seen the ids of those that are counted; undefined: all
 * @returns the unit that an id is counted under
 */
export function branchesOf<U extends Known>(
  units: ReadonlyMap<string, U>,
  seen: readonly number[] | undefined,
): ReadonlyMap<number, U> {
  const counted = new Set(seen ?? [...units.values()].map(({ id }) => id));
  const above = ({ parent }: U) => {
    const unit = parent === null ? undefined : units.get(parent);
    return unit && counted.has(unit.id) ? unit : undefined;
  };
  const branchOf = (unit: U): U => {
    const parent = above(unit);
    return parent && above(parent) ? branchOf(parent) : unit;
  };
  return new Map(
    [...units.values()].filter(({ id }) => counted.has(id)).map((one) => [one.id, branchOf(one)]),
  );
}

/** The units right below one, or those at the top, by code. @param units all there are, by code */
export function rightBelow<U extends Unit>(
  units: ReadonlyMap<string, U>,
  code: string | null,
): readonly U[] {
  return [...units.values()].filter(({ parent }) => parent === code);
}
