import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { type Choice, optional, type RecordOf, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { parsePhone } from '../../core/phone.ts';
import { parseText } from '../../core/text.ts';
import { words as coreWords } from '../../core/words.ts';
import { type Level, parseUnitCode } from '../unit.ts';
import { words } from './words.ts';

/** What a relief post is called, by the level of its unit (SPEC 2). */
export type PostKind = 'centre' | 'station' | 'point';

const kinds: Readonly<Record<Level, Choice<PostKind>>> = {
  group: { code: 'centre', title: words.centre },
  mine: { code: 'station', title: words.station },
  section: { code: 'point', title: words.point },
};

/** The kind of post that units of a level have. */
export const postKindOf = (level: Level): Choice<PostKind> => kinds[level];

/** The kinds of posts, from the top. */
export const postKinds: readonly Choice<PostKind>[] = Object.values(kinds);

const unit = required({
  name: 'unit',
  title: words.unit,
  headings: ['单位', '所在单位', '所属单位'],
  parse: parseUnitCode,
});

const premises = {
  name: 'premises',
  title: words.premises,
  headings: ['办公地点', '办公场所', '地址', '地点'],
  parse: parseText,
};

const openedOn = {
  name: 'opened_on',
  title: words.openedOn,
  ifEmpty: coreWords.enterForToday,
  headings: ['建站日期', '设立日期', '挂牌日期'],
  parse: parseCivilDate,
};

const phone = optional({
  name: 'phone',
  title: words.phone,
  headings: ['电话', '值班电话', '站点电话'],
  parse: parsePhone,
});

/** The facts of a relief post, as options and questions. */
export const postFields = {
  unit,
  premises: required(premises),
  phone,
  opened_on: optional(openedOn),
};

/** The facts of somebody who works at a relief post, as options and questions. */
export const memberFields = {
  name: required({ name: 'name', title: words.memberName, parse: parseText }),
  duty: required({ name: 'duty', title: words.duty, parse: parseText }),
  phone: optional({ name: 'phone', title: words.memberPhone, parse: parsePhone }),
  from: optional({
    name: 'from',
    title: words.from,
    ifEmpty: coreWords.enterForToday,
    parse: parseCivilDate,
  }),
};

/**
 * The columns of a list of relief posts and their people, a row for each of them as such lists are kept: the post's
 * own columns may be empty where an earlier row, or the database, has them.
 */
export const importFields = {
  unit,
  premises: optional(premises),
  phone,
  opened_on: optional(openedOn),
  member: optional({
    name: 'member',
    title: words.memberName,
    headings: ['工作人员', '帮扶人员', '人员'],
    parse: parseText,
  }),
  duty: optional({ name: 'duty', title: words.duty, headings: ['岗位', '职责'], parse: parseText }),
  member_phone: optional({
    name: 'member_phone',
    title: words.memberPhone,
    headings: ['手机', '手机号', '工作人员电话'],
    parse: parsePhone,
  }),
  from: optional({
    name: 'from',
    title: words.from,
    headings: ['上岗日期', '任职日期'],
    parse: parseCivilDate,
  }),
};

/** A row of such a list. */
export type PostRecord = RecordOf<typeof importFields>;

/** What is there of a relief post. */
export interface Post {
  readonly premises: string;
  readonly phone: string | null;
  readonly opened_on: CivilDate;
  /** Its last day; null while it is not closed. */
  readonly closed_on: CivilDate | null;
}

/** Somebody at a relief post, from their first day to their last. */
export interface Member {
  readonly name: string;
  readonly duty: string;
  readonly phone: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** Where a unit's post stands on a day. */
export type PostState = 'none' | 'not-yet-open' | 'open' | 'closed';

/** Where a unit's post stands on a day. */
export function postState(
  post: Pick<Post, 'opened_on' | 'closed_on'> | undefined,
  day: CivilDate,
): PostState {
  if (!post) return 'none';
  if (post.closed_on !== null && post.closed_on < day) return 'closed';
  return post.opened_on <= day ? 'open' : 'not-yet-open';
}

/** What is to be done with a post: open it (anew, where it was closed), nothing, or what is wrong. */
export type PostPlan = { readonly open: Post } | 'unchanged' | Fault;

type PostSaid = Pick<PostRecord, 'unit' | 'premises' | 'phone' | 'opened_on'>;

/** Decides on one post against the one that the unit has. An empty fact says nothing, so it contradicts nothing. */
export function planPost(said: PostSaid, there: Post | undefined, today: CivilDate): PostPlan {
  const { unit: code, premises: where, phone: number, opened_on: on } = said;
  const named = where !== null || number !== null || on !== null;
  const same =
    there !== undefined &&
    (where ?? there.premises) === there.premises &&
    (number ?? there.phone) === there.phone &&
    (on ?? there.opened_on) === there.opened_on;
  if (same && (named || there.closed_on === null)) return 'unchanged';
  if (there && there.closed_on === null)
    return new Fault(say(words.conflict, { unit: code, premises: there.premises }));
  const opened_on = on ?? today;
  if (there?.closed_on && opened_on < there.closed_on)
    return new Fault(say(words.reopenedBeforeClosed, { unit: code, on: there.closed_on }));
  if (where === null) return new Fault(say(words.premisesMissing, { unit: code }));
  if (opened_on > today) return new Fault(say(words.inFuture, { on: opened_on, today }));
  return { open: { premises: where, phone: number, opened_on, closed_on: null } };
}

type MemberSaid = Pick<Member, 'name' | 'phone'> & {
  readonly duty: string | null;
  readonly from: CivilDate | null;
};

/** What is to be done with somebody at a post: take them on, nothing, or what is wrong. */
export type MemberPlan = { readonly join: Member } | 'unchanged' | Fault;

/** Decides on one member of a post against those that were ever there. */
export function planMember(
  { name, duty, phone: number, from: day }: MemberSaid,
  there: readonly Member[],
  { opened_on }: Post,
  today: CivilDate,
): MemberPlan {
  const own = there.filter((one) => one.name === name);
  const same = own.find(
    (one) =>
      (duty ?? one.duty) === one.duty &&
      (number ?? one.phone) === one.phone &&
      (day === null ? one.to === null : day === one.from),
  );
  if (same) return 'unchanged';
  const from = day ?? today;
  const meets = own.find(({ to }) => to === null || to >= from);
  if (meets?.to === null) return new Fault(say(words.memberThere, { name, duty: meets.duty }));
  if (meets) return new Fault(say(words.memberUntil, { name, to: meets.to ?? '' }));
  if (from > today) return new Fault(say(words.inFuture, { on: from, today }));
  if (from < opened_on) return new Fault(say(words.beforeOpened, { on: from, opened_on }));
  if (duty === null) return new Fault(say(words.dutyMissing, { name }));
  return { join: { name, duty, phone: number, from, to: null } };
}

/**
 * Why a post cannot have been opened on a day: to come, after it was closed, or after somebody came who works there;
 * undefined where it can.
 */
export function whyNotOpened(
  on: CivilDate,
  { closed_on }: Pick<Post, 'closed_on'>,
  there: readonly Member[],
  today: CivilDate,
): Fault | undefined {
  if (on > today) return new Fault(say(words.inFuture, { on, today }));
  if (closed_on !== null && on > closed_on)
    return new Fault(say(words.openedAfterClosed, { on, closed_on }));
  const earlier = there.find(({ from, to }) => to === null && from < on);
  if (!earlier) return undefined;
  const { name: member, from } = earlier;
  return new Fault(say(words.openedAfterCame, { on, member, from }));
}

/** Why a post cannot be closed on a day; undefined where it can. */
export function whyNotClosed(post: Post, on: CivilDate, today: CivilDate): Fault | undefined {
  if (post.closed_on !== null) return new Fault(say(words.closedAlready, { on: post.closed_on }));
  if (on > today) return new Fault(say(words.inFuture, { on, today }));
  if (on >= post.opened_on) return undefined;
  return new Fault(say(words.beforeOpened, { on, opened_on: post.opened_on }));
}
