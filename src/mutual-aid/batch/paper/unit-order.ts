import type { StoredUnit } from '../../../organisation/store.ts';

/** A unit in the order of lists: each before those below it. */
export interface ListedUnit {
  readonly unit: StoredUnit;
  readonly above: StoredUnit | undefined;
  /** The unit itself and all below, in the order of lists. */
  readonly within: readonly ListedUnit[];
  /** What the mine and the section are called in which its persons are; empty where they are in none. */
  readonly mine: string;
  readonly section: string;
}

/** Units in the order of lists, by code within each. @param top only this unit and those below */
export function listedUnits(
  units: ReadonlyMap<string, StoredUnit>,
  top?: StoredUnit,
): readonly ListedUnit[] {
  const below = (code: string | null) =>
    [...units.values()].filter(({ parent }) => parent === code);
  const listed = (unit: StoredUnit): ListedUnit => {
    const above = unit.parent === null ? undefined : units.get(unit.parent);
    const mine = [unit, above].find((one) => one?.level === 'mine')?.name ?? '';
    const section = unit.level === 'section' ? unit.name : '';
    const within: ListedUnit[] = [];
    const self = { unit, above, within, mine, section };
    within.push(self, ...below(unit.code).flatMap((one) => listed(one).within));
    return self;
  };
  const tops = top ? [top] : below(null);
  return tops.flatMap((one) => listed(one).within);
}
