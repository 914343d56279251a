import type { Phrase } from '../../core/language.ts';
import { type Block, type Column, choiceInWords, factsOf } from '../../core/report.ts';
import { type Role, rightTitles } from './operator.ts';
import type { StoredOperator } from './store.ts';
import { words } from './words.ts';

/** The columns of a list of operators. @param roles those of the policy in force */
export const operatorColumns = (roles: readonly Role[]): readonly Column[] => [
  { key: 'name', title: words.name },
  { key: 'unit', title: words.unit },
  { key: 'unit_name', title: words.unitName },
  { key: 'role', title: words.role, show: choiceInWords(roles) },
  { key: 'from', title: words.from },
  { key: 'to', title: words.to },
];

/** An operator as a row. */
export function operatorRow({ name, unit, unit_name, role, from, to }: StoredOperator) {
  return { name, unit, unit_name, role, from, to };
}

/** What a role may do, in its order; reading alone where the policy names nothing, or no such role. */
export function rightsOf(roles: readonly Role[], code: string): readonly Phrase[] {
  const may = roles.find((role) => role.code === code)?.may ?? [];
  return may.length > 0 ? may.map((right) => rightTitles[right]) : [words.onlyRead];
}

/** One operator, a fact a line, and what they may do. */
export function operatorBlock(operator: StoredOperator, roles: readonly Role[]): Block {
  const rights = rightsOf(roles, operator.role);
  const may = {
    en: rights.map(({ en }) => en).join(', '),
    zh: rights.map(({ zh }) => zh).join('、'),
  };
  return {
    facts: [...factsOf(operatorColumns(roles), operatorRow(operator)), [words.may, may]],
  };
}
