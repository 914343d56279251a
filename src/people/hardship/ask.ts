import { mustBe } from '../../core/failure.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { type Fen, formatYuan, parseYuan } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { words as familyWords } from './family/words.ts';
import { type IncomeSum, passesLimit } from './income.ts';
import type { HardshipClass, HardshipRules } from './rules.ts';
import type { StoredHousehold, StoredMember } from './store.ts';
import { words } from './words.ts';

/**
 * Shows how the income a head comes about, and asks for the class: the one proposed, one without a limit, one whose
 * limit is not passed, or the one the file has.
 * @param lines how the income a head comes about
 * @param usual the code of the one to stand first
 */
export async function askClass(
  session: Session,
  { income_per_head: perHead }: IncomeSum,
  lines: readonly Said[],
  { classes }: HardshipRules,
  usual: string | undefined,
  proposed: HardshipClass | undefined,
): Promise<string> {
  for (const line of lines) session.terminal.warn(line);
  const fits = classes.filter((one) => one.code === usual || !passesLimit(one, perHead));
  const inOrder = [
    ...fits.filter(({ code }) => code === usual),
    ...fits.filter(({ code }) => code !== usual),
  ];
  return session.prompter.choose(
    words.whichClass,
    inOrder.map(({ code, title }) => ({
      name: session.terminal.words(
        code === proposed?.code ? say(words.proposedClass, { title }) : title,
      ),
      value: code,
    })),
  );
}

/** Asks for the income of each member, the former one to begin from. @returns incomes by the members' numbers, in fen */
export async function askIncomes(
  session: Session,
  members: readonly StoredMember[],
): Promise<ReadonlyMap<number, Fen>> {
  const incomes = new Map<number, Fen>();
  for (const { id, name, income } of members) {
    const { en, zh } = familyWords.income;
    const title = { en: `${name}: ${en}`, zh: `${name}${zh}` };
    incomes.set(id, await askAmount(session, 'income', title, income));
  }
  return incomes;
}

/** Asks for the rigid expenses, the former ones to begin from. @returns fen */
export const askExpenses = (session: Session, file: StoredHousehold): Promise<Fen> =>
  askAmount(session, 'rigid_expenses', words.rigidExpensesAsked, file.rigid_expenses);

async function askAmount(
  session: Session,
  name: string,
  title: Phrase,
  former: Fen | null,
): Promise<Fen> {
  const field = { name, title, required: true, parse: parseYuan };
  return mustBe(
    parseYuan(
      await session.prompter.field(field, former === null ? undefined : formatYuan(former)),
    ),
  );
}
