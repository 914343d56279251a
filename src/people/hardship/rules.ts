import type { CivilDate } from '../../core/civil-date.ts';
import { mustBe } from '../../core/failure.ts';
import { type Choice, type Field, parseChoice } from '../../core/field.ts';
import type { Fen } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import type { Database } from '../../io/database.ts';

/** A class of hardship (SPEC 12). */
export interface HardshipClass extends Choice {
  /** The most income a head and month, in fen; null: chosen by what happened. */
  readonly income_per_head: Fen | null;
  /** Whether such a family must have an official of its own. */
  readonly extreme: boolean;
}

/** What hardship files go by: the lists and figures of a policy (SPEC 12). */
export interface HardshipRules {
  /** From the deepest. */
  readonly classes: readonly HardshipClass[];
  readonly causes: readonly Choice[];
  /** One of them is {@link headRelation}. */
  readonly relations: readonly Choice[];
  /** The stages of school. */
  readonly stages: readonly Choice[];
  readonly review_every_months: number;
}

/** Reads the rules of a day; null where the policy in force has none. The policy's area hands it in. */
export type HardshipRulesOn = (
  query: Database['query'],
  day: CivilDate,
) => Promise<HardshipRules | null>;

/** The relation by which the head of a household is its member too. */
export const headRelation = 'self';

type Listed = Omit<Field<string>, 'required' | 'parse' | 'choices'>;

/** A field whose values are a list of the policy: free text as long as the rules are not read. */
export function listed(
  field: Listed,
  choices: readonly Choice[] | undefined,
): Omit<Field<string>, 'required'> {
  return choices
    ? { ...field, choices, parse: parseChoice(field.title, choices) }
    : { ...field, parse: parseText };
}

/** Options that were typed as free text, read by the rules' lists. @throws rejected for what is in none */
export function byRules(
  fields: Readonly<Record<string, Field<unknown>>>,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const read = { ...given };
  for (const { name, choices, parse } of Object.values(fields)) {
    const text = given[name];
    if (choices && typeof text === 'string') read[name] = mustBe(parse(text));
  }
  return read;
}
