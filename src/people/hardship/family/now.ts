import { type Said, say } from '../../../core/language.ts';
import { readableYuan } from '../../../core/money.ts';
import type { Database } from '../../../io/database.ts';
import { incomeSum, proposedClass } from '../income.ts';
import type { HardshipRules } from '../rules.ts';
import { membersOf, type StoredHousehold } from '../store.ts';
import { words } from './words.ts';

/** What the income a head is now that the family has changed, and what that would propose. */
export async function nowSaid(
  query: Database['query'],
  file: StoredHousehold,
  { classes }: HardshipRules,
  day: string,
): Promise<readonly Said[]> {
  if (file.closed_on !== null) return [];
  const sum = incomeSum(await membersOf(query, file.id, day), file.rigid_expenses);
  if (!sum) return [];
  const { employee_no: no } = file;
  const amount = readableYuan(sum.income_per_head);
  const proposed = proposedClass(classes, sum.income_per_head);
  const limited = classes.find(({ code }) => code === file.class)?.income_per_head !== null;
  if (!limited || proposed?.code === file.class) return [say(words.nowPerHead, { amount })];
  return [
    proposed
      ? say(words.nowProposes, { amount, title: proposed.title, no })
      : say(words.nowAbove, { amount, no }),
  ];
}
