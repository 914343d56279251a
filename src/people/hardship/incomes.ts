import { Fault } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { type Fen, parseYuan } from '../../core/money.ts';
import type { StoredMember } from './store.ts';
import { words } from './words.ts';

/** Reads 王建国=36000,李秀英=0. @returns incomes by the members' numbers, in fen */
export function readIncomes(
  text: string,
  members: readonly StoredMember[],
): ReadonlyMap<number, Fen> | Fault {
  const incomes = new Map<number, Fen>();
  for (const part of text.split(/[,，;；、]/).filter((one) => one.trim() !== '')) {
    const [, name = '', amount = ''] = /^([^=＝]+)[=＝](.+)$/.exec(part.trim()) ?? [];
    if (name === '') return new Fault(say(words.incomesMalformed, { text: part.trim() }));
    const named = members.filter((one) => one.name === name.trim());
    if (named.length !== 1 || !named[0]) {
      const names = members.map((one) => one.name);
      return new Fault(say(words.incomesUnknown, { text: name.trim(), names }));
    }
    const income = parseYuan(amount);
    if (income instanceof Fault) return income;
    incomes.set(named[0].id, income);
  }
  return incomes;
}
