import type { Choice } from '../../core/field.ts';
import type { Fen } from '../../core/money.ts';
import { levels, type Unit } from '../../organisation/unit.ts';
import { categories } from '../../people/person.ts';
import type { PolicyVersion } from '../../policy/policy.ts';

/** What help is counted by. */
export type HelpBy = 'fund' | 'unit' | 'level' | 'category';

/** Help given, counted: amounts in fen. */
export interface Help {
  /** Grants approved and payments of batches; one that was withdrawn is taken off again. */
  readonly helped: number;
  readonly persons: number;
  /** Of the persons' families, those with a hardship file. */
  readonly families: number;
  /** What was granted, corrections and what was withdrawn taken off. */
  readonly amount: Fen;
  /** Of loans: paid out, come back, given up. */
  readonly lent: Fen;
  readonly repaid: Fen;
  readonly written_off: Fen;
  /** How often a benefit in kind was given. */
  readonly in_kind: number;
}

/** A row of help: of a fund, unit, level or category; null where there is none, as of help without money. */
export interface HelpOf extends Help {
  readonly code: string | null;
}

/** Nothing given. */
export const noHelp: Help = {
  ...{ helped: 0, persons: 0, families: 0, amount: 0, lent: 0, repaid: 0, written_off: 0 },
  in_kind: 0,
};

/** The rows that a report has whether or not there was help: each choice, in its order, and then what else there is. */
export function completed(choices: readonly Choice[], given: readonly HelpOf[]): readonly HelpOf[] {
  const known = choices.map(({ code }) => code);
  return [
    ...known.map((code) => given.find((one) => one.code === code) ?? { code, ...noHelp }),
    ...given.filter(({ code }) => code === null || !known.includes(code)),
  ];
}

/**
 * What a report's rows are called and in which order they stand.
 * @param branches the unit that each is counted under
 */
export function choicesBy(
  by: HelpBy,
  { funds, in_kind }: Pick<PolicyVersion, 'funds' | 'in_kind'>,
  branches: ReadonlyMap<number, Unit>,
): readonly Choice[] {
  if (by === 'fund') return [...funds, ...in_kind];
  if (by === 'unit') return unitChoices([...new Set(branches.values())]);
  return by === 'level' ? levels : categories;
}

/** Units as rows, those at the top first, else by code. */
function unitChoices(branches: readonly Unit[]): readonly Choice[] {
  const units = branches.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const below = (unit: Unit) => units.some(({ code }) => code === unit.parent);
  return [...units.filter((one) => !below(one)), ...units.filter(below)].map(({ code, name }) => ({
    code,
    title: { en: name, zh: name },
  }));
}
