import type { CivilDate } from '../../core/civil-date.ts';
import type { Level } from '../unit.ts';
import { type Post, type PostState, postState } from './post.ts';

/** A unit with its post, and how many work there and belong to the unit on a day. */
export interface UnitWithPost {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly parent: string | null;
  readonly post: Pick<Post, 'opened_on' | 'closed_on'> | undefined;
  /** How many work at the post. */
  readonly post_people: number;
  /** The last day of whoever left the post last. */
  readonly last_left: CivilDate | null;
  /** How many persons belong to the unit itself. */
  readonly people: number;
}

/** A unit in the tree, with those below it. */
export interface Branch {
  readonly unit: UnitWithPost;
  /** What is drawn before it: empty for the topmost, `│  └─ ` further down. */
  readonly trunk: string;
  /** How many persons belong to the unit and those below it. */
  readonly people_in_all: number;
  readonly below: readonly Branch[];
}

/** Grows the tree of units (SPEC 2). Those whose parent is not among them stand at the top. */
export function growTree(units: readonly UnitWithPost[]): readonly Branch[] {
  const codes = new Set(units.map(({ code }) => code));
  const byParent = new Map<string, UnitWithPost[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && codes.has(unit.parent) ? unit.parent : '';
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(unit);
    else byParent.set(parent, [unit]);
  }
  const grow = (unit: UnitWithPost, trunk: string, indent: string): Branch => {
    const children = byParent.get(unit.code) ?? [];
    const below = children.map((child, at) => {
      const isLast = at === children.length - 1;
      return grow(
        child,
        `${indent}${isLast ? '└─ ' : '├─ '}`,
        `${indent}${isLast ? '   ' : '│  '}`,
      );
    });
    const people_in_all = below.reduce((sum, one) => sum + one.people_in_all, unit.people);
    return { unit, trunk, people_in_all, below };
  };
  return (byParent.get('') ?? []).map((unit) => grow(unit, '', ''));
}

/** The branches from the top down, each followed by those below it. */
export function allBranches(branches: readonly Branch[]): readonly Branch[] {
  return branches.flatMap((branch) => [branch, ...allBranches(branch.below)]);
}

/** Why nobody can turn to a unit: it has no open post, or nobody is there. */
export interface Gap {
  readonly unit: UnitWithPost;
  readonly reason: Exclude<PostState, 'open' | 'none'> | 'no-post' | 'nobody';
  /** When the post was closed or is to open, or the last of its people left. */
  readonly since: CivilDate | null;
}

/** What is missing at a unit on a day; undefined where its post is open and somebody is there. */
export function gapOf(unit: UnitWithPost, day: CivilDate): Gap | undefined {
  const { post, post_people, last_left } = unit;
  const state = postState(post, day);
  if (state === 'none') return { unit, reason: 'no-post', since: null };
  if (state === 'closed') return { unit, reason: state, since: post?.closed_on ?? null };
  if (state === 'not-yet-open') return { unit, reason: state, since: post?.opened_on ?? null };
  return post_people === 0 ? { unit, reason: 'nobody', since: last_left } : undefined;
}
