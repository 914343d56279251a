import { type Choice, optional, parseChoice, required } from '../core/field.ts';
import { parseText, plainForm } from '../core/text.ts';
import { words } from './words.ts';

/** The three levels of the organisation (SPEC 2). */
export type Level = 'group' | 'mine' | 'section';

/** The levels, from the top. */
export const levels: readonly Choice<Level>[] = [
  { code: 'group', title: words.group, also: ['集团公司'] },
  { code: 'mine', title: words.mine, also: ['矿', '厂', '矿级'] },
  { code: 'section', title: words.section, also: ['区', '科', '队', '区队', '科室'] },
];

/** A unit's code as it is written in other records. */
export const parseUnitCode = (text: string) => parseText(plainForm(text));

/** The facts of a unit, as options, questions and columns (SPEC 3, 7). */
export const unitFields = {
  code: required({
    name: 'code',
    title: words.code,
    headings: ['编码', '单位代码', '代码'],
    parse: parseUnitCode,
  }),
  name: required({
    name: 'name',
    title: words.name,
    headings: ['名称', '单位'],
    parse: parseText,
  }),
  level: required({
    name: 'level',
    title: words.level,
    headings: ['级别', '层级'],
    parse: parseChoice(words.level, levels),
    choices: levels,
  }),
  parent: optional({
    name: 'parent',
    title: words.parent,
    headings: ['上级', '上级单位编码', '上级编码'],
    parse: parseUnitCode,
  }),
};

/** A unit as it is entered. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly parent: string | null;
}

/** The level that a unit's parent must have; null for the group, which has none. */
export function parentLevel(level: Level): Level | null {
  const at = levels.findIndex(({ code }) => code === level);
  return levels[at - 1]?.code ?? null;
}
