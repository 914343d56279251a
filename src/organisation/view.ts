import { type Column, choiceInWords } from '../core/report.ts';
import { levels } from './unit.ts';
import { words } from './words.ts';

/** The columns of a list of units: those of the file, and how many people each has. */
export const unitColumns: readonly Column[] = [
  { key: 'code', title: words.code },
  { key: 'name', title: words.name },
  { key: 'level', title: words.level, show: choiceInWords(levels) },
  { key: 'parent', title: words.parent },
  { key: 'people', title: words.people, align: 'right' },
];
