import { type Block, type Column, choiceInWords, factsOf } from '../../core/report.ts';
import { postKindOf, postKinds } from './post.ts';
import type { StoredMember, StoredPost } from './store.ts';
import { words } from './words.ts';

/** The columns of a list of relief posts. */
export const postColumns: readonly Column[] = [
  { key: 'unit', title: words.unit },
  { key: 'unit_name', title: words.unitName },
  { key: 'post', title: words.post, show: choiceInWords(postKinds) },
  { key: 'premises', title: words.premises },
  { key: 'phone', title: words.phone },
  { key: 'people', title: words.people, align: 'right' },
  { key: 'opened_on', title: words.openedOn },
  { key: 'closed_on', title: words.closedOn },
];

/** A post as a row. */
export function postRow(post: StoredPost) {
  const { unit, unit_name, level, premises, phone, people, opened_on, closed_on } = post;
  const { code } = postKindOf(level);
  return { unit, unit_name, post: code, premises, phone, people, opened_on, closed_on };
}

/** The columns of the people of a post. */
export const memberColumns: readonly Column[] = [
  { key: 'name', title: words.memberName },
  { key: 'duty', title: words.duty },
  { key: 'phone', title: words.memberPhone },
  { key: 'from', title: words.from },
  { key: 'to', title: words.to },
];

/** Somebody at a post as a row. */
export function memberRow({ name, duty, phone, from, to }: StoredMember) {
  return { name, duty, phone, from, to };
}

/** One post, a fact a line, and its people. */
export function postBlocks(post: StoredPost, members: readonly StoredMember[]): readonly Block[] {
  const facts = factsOf(postColumns, postRow(post));
  if (members.length === 0) return [{ facts }];
  const table = { columns: memberColumns, rows: members.map(memberRow) };
  return [{ facts }, { heading: words.people }, { table }];
}

/** What the messages about a post name. */
export function postFacts({ unit, unit_name: name, level, premises }: StoredPost) {
  return { unit, name, kind: postKindOf(level).title, premises };
}
