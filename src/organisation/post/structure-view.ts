import { type Phrase, type Said, say } from '../../core/language.ts';
import { type Column, choiceInWords } from '../../core/report.ts';
import { levels } from '../unit.ts';
import { words as unitWords } from '../words.ts';
import { postKindOf, postState } from './post.ts';
import type { Branch, Gap } from './structure.ts';
import { words } from './words.ts';

const code: Column = { key: 'code', title: unitWords.code };
const name: Column = { key: 'name', title: unitWords.name };
const level: Column = { key: 'level', title: unitWords.level, show: choiceInWords(levels) };
const persons: readonly Column[] = [
  { key: 'people', title: words.persons, align: 'right' },
  { key: 'people_in_all', title: words.personsInAll, align: 'right' },
];
const staff: Column = { key: 'post_people', title: words.people, align: 'right' };

/** The columns of the tree in a file. */
export const treeColumns: readonly Column[] = [
  ...[code, name, level, { key: 'parent', title: unitWords.parent }],
  ...[{ key: 'post', title: words.post }, staff, ...persons],
];

/** The columns of the tree on a screen. */
export const drawnColumns: readonly Column[] = [
  ...[
    { key: 'drawn', title: words.unitDrawn },
    { key: 'post', title: words.post },
    staff,
    ...persons,
  ],
];

/** A branch as a row of a file; `post` says where the post stands on the day. */
export function branchRow({ unit, people_in_all }: Branch, day: string) {
  const { code, name, level, parent, post, post_people, people } = unit;
  const state = postState(post, day);
  const staffed = state === 'open' ? post_people : 0;
  return { code, name, level, parent, post: state, post_people: staffed, people, people_in_all };
}

/** A branch as a row of a screen. @param put puts words into the language of the screen */
export function drawnRow(branch: Branch, day: string, put: (phrase: Phrase) => string) {
  const row = branchRow(branch, day);
  const { title } = postKindOf(branch.unit.level);
  const drawn = `${branch.trunk}${row.code} ${row.name}`;
  return { ...row, drawn, post: put(row.post === 'open' ? title : words.noneOpen) };
}

/** A branch with all below it, for JSON. */
export function branchJson(branch: Branch, day: string): Readonly<Record<string, unknown>> {
  return { ...branchRow(branch, day), below: branch.below.map((one) => branchJson(one, day)) };
}

/** The columns of the gaps in a file: the reason as a code. */
export const gapColumns: readonly Column[] = [
  ...[code, name, level],
  { key: 'reason', title: words.reason },
  { key: 'since', title: words.from },
];

/** The columns of the gaps on a screen: the reason in words. */
export const toldGapColumns: readonly Column[] = [
  ...[code, name, level],
  { key: 'told', title: words.reason },
];

/** A gap as a row. */
export function gapRow({ unit, reason, since }: Gap) {
  const { code, name, level } = unit;
  return { code, name, level, reason, since };
}

/** A gap in words. */
export function gapSaid({ unit, reason, since }: Gap): Said {
  const facts = { kind: postKindOf(unit.level).title, since: since ?? '' };
  if (reason === 'no-post') return say(words.gapNone, facts);
  if (reason === 'closed') return say(words.gapClosed, facts);
  if (reason === 'not-yet-open') return say(words.gapNotYet, facts);
  return since === null ? say(words.gapNobody, facts) : say(words.gapNobodySince, facts);
}
