import { Fault } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { type Fen, readableYuan, sumFen } from '../../core/money.ts';
import type { HardshipClass } from './rules.ts';
import { words } from './words.ts';

/** How much a household has a head and month, with all that it is worked out from; amounts of twelve months in fen. */
export interface IncomeSum {
  /** Each member's; empty where only the whole is known. */
  readonly incomes: readonly {
    readonly name: string;
    readonly relation: string;
    readonly income: Fen;
  }[];
  readonly income: Fen;
  readonly rigid_expenses: Fen;
  readonly members: number;
  /** Of one month. */
  readonly income_per_head: Fen;
}

/**
 * Income a head and month: (income − rigid expenses) ÷ members ÷ 12 (SPEC 12). It is below zero where the expenses
 * are higher. Rounded once, half up to the fen, below zero too: −0.125 is −0.12.
 * @param income of the family in twelve months, in fen
 * @param members one or more
 */
export function incomePerHead(income: Fen, rigidExpenses: Fen, members: number): Fen {
  const left = income - rigidExpenses;
  const parts = members * 12;
  const over = ((left % parts) + parts) % parts;
  return (left - over) / parts + (2 * over >= parts ? 1 : 0);
}

/** Works a household's income out. @returns undefined where a member's is not known */
export function incomeSum(
  members: readonly {
    readonly name: string;
    readonly relation: string;
    readonly income: Fen | null;
  }[],
  rigidExpenses: Fen,
): IncomeSum | undefined {
  const incomes = members.flatMap(({ name, relation, income }) =>
    income === null ? [] : [{ name, relation, income }],
  );
  if (incomes.length < members.length || members.length === 0) return undefined;
  const income = sumFen(incomes.map((one) => one.income));
  const count = members.length;
  return {
    ...{ incomes, income, rigid_expenses: rigidExpenses, members: count },
    income_per_head: incomePerHead(income, rigidExpenses, count),
  };
}

/** Whether an income a head lies above what a class allows. */
export function passesLimit({ income_per_head: limit }: HardshipClass, perHead: Fen): boolean {
  return limit !== null && perHead > limit;
}

/** The first class, from the deepest, whose limit is not passed; undefined above every limit. */
export function proposedClass(
  classes: readonly HardshipClass[],
  perHead: Fen,
): HardshipClass | undefined {
  return classes.find((one) => one.income_per_head !== null && !passesLimit(one, perHead));
}

/**
 * The class of a file: the one chosen, else the one proposed.
 * @param chosen a code of one of the classes
 * @returns it, or the fault with the figures: the limit of the one chosen is passed, or that of every one
 */
export function decideClass(
  classes: readonly HardshipClass[],
  perHead: Fen,
  chosen: string | undefined,
): HardshipClass | Fault {
  const proposed = proposedClass(classes, perHead);
  const one = chosen === undefined ? proposed : classes.find(({ code }) => code === chosen);
  const amount = readableYuan(perHead);
  const free = classes.filter(({ income_per_head }) => income_per_head === null);
  const titles = free.map(({ code, title }) => ({ en: code, zh: `${code}（${title.zh}）` }));
  if (!one) return new Fault(say(words.aboveEveryLimit, { amount, classes: titles }));
  if (!passesLimit(one, perHead)) return one;
  const facts = { amount, limit: readableYuan(one.income_per_head ?? 0), title: one.title };
  return proposed
    ? new Fault(say(words.limitPassed, { ...facts, proposed: proposed.title }))
    : new Fault(say(words.limitPassedAlone, { ...facts, classes: titles }));
}
