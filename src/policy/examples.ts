import type { CivilDate } from '../core/civil-date.ts';
import { type Phrase, type Said, say } from '../core/language.ts';
import { type Fen, formatYuan, sumFen } from '../core/money.ts';
import type { Quarter } from '../core/quarter.ts';
import { unknownName } from './faults.ts';
import type { Policy } from './policy.ts';
import { words } from './words.ts';

/** A person as an example describes them; amounts in fen. */
export interface ExamplePerson {
  /** Years of enrolment, ascending. */
  readonly enrolled: readonly number[];
  readonly recognitions: readonly {
    readonly kind: string;
    readonly from: CivilDate;
    readonly to: CivilDate | null;
  }[];
  readonly claims: readonly {
    readonly id: number;
    readonly receipt_type: string;
    readonly service_date: CivilDate;
    readonly received_on: CivilDate;
    readonly designated: boolean;
    readonly pool_paid: Fen;
    readonly pool_self_pay: Fen;
    readonly settled: boolean;
  }[];
}

/** A worked example of a policy (SPEC 6): these facts, settled in this quarter, must give these dues. */
export interface Example {
  readonly name: Phrase;
  /** Where it stands in the policy file, from 1. */
  readonly line: number;
  readonly quarter: Quarter;
  readonly person: ExamplePerson;
  /** What must be due, by benefit, in fen; benefits not named are not compared. */
  readonly expect: Readonly<Record<string, Fen>>;
  /** The reasons of the claims that are not payable; null where the example does not say. */
  readonly reasons: readonly string[] | null;
}

/** What became of an example. */
export interface ExampleResult {
  readonly name: Phrase;
  readonly line: number;
  readonly ok: boolean;
  /** What came out otherwise than expected; empty where all is well. */
  readonly failures: readonly Said[];
}

/** An example's person on a clean sheet: nothing settled before, nothing outstanding. */
export interface ExampleFacts extends ExamplePerson {
  readonly settledBefore: ReadonlyMap<string, Fen>;
  readonly outstanding: ReadonlyMap<string, Fen>;
}

/**
 * The settlement of one person. Handed in, as the areas that settle build on this one; what is handed in
 * is the very function that settles batches, so an example cannot come out and a batch not.
 */
export type Settle = (
  facts: ExampleFacts,
  policy: Policy,
  quarter: Quarter,
) => {
  readonly accounts: readonly { readonly benefit: string; readonly due: Fen }[];
  readonly notPayable: readonly { readonly reasons: readonly string[] }[];
};

/** Works out a policy's examples. A policy may be put in force only where all are ok (SPEC 6). */
export function runExamples(
  policy: Policy,
  examples: readonly Example[],
  settle: Settle,
): readonly ExampleResult[] {
  const benefits = policy.versions.flatMap((version) => version.benefits.map(({ name }) => name));
  return examples.map((example) => {
    const facts = { ...example.person, settledBefore: new Map(), outstanding: new Map() };
    const outcome = settle(facts, policy, example.quarter);
    const failures = [
      ...Object.entries(example.expect).flatMap(([benefit, expected]) => {
        if (!benefits.includes(benefit)) return unknownName(words.benefit, benefit, benefits);
        const accounts = outcome.accounts.filter((account) => account.benefit === benefit);
        const actual = sumFen(accounts.map(({ due }) => due));
        return actual === expected ? [] : otherDue(benefit, expected, actual);
      }),
      ...otherReasons(
        example.reasons,
        outcome.notPayable.flatMap(({ reasons }) => reasons),
      ),
    ];
    return { name: example.name, line: example.line, ok: failures.length === 0, failures };
  });
}

function otherDue(benefit: string, expected: Fen, actual: Fen): Said {
  return say(words.exampleDue, {
    benefit,
    expected: formatYuan(expected),
    actual: formatYuan(actual),
  });
}

function otherReasons(
  expected: readonly string[] | null,
  actual: readonly string[],
): readonly Said[] {
  if (expected === null) return [];
  const [before, after] = [distinct(expected), distinct(actual)];
  if (before.join() === after.join()) return [];
  const orNone = (reasons: readonly string[]) => (reasons.length > 0 ? reasons : words.none);
  return [say(words.exampleReasons, { expected: orNone(before), actual: orNone(after) })];
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
