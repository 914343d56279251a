import type { Writer } from '../../audit/change.ts';
import type { Verdict } from '../../audit/import.ts';
import { Fault } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Session } from '../../io/session.ts';
import { beyondSaid, reachOf } from '../operator/reach.ts';
import { allUnits, findUnit, type StoredUnit } from '../store.ts';
import { type Member, type PostRecord, planMember, planPost, postKindOf } from './post.ts';
import { allPosts, insertMember, membersOf, openPost, type StoredPost } from './store.ts';
import { words } from './words.ts';

/** The posts that there are, by the id of their unit, with their people. */
interface Known {
  readonly posts: Map<number, StoredPost>;
  readonly members: Map<number, Member[]>;
}

/**
 * Enters relief posts and their people: finds the units within what the operator at work sees, compares with what is
 * there, writes what is new. A row may name a post, one of its people, or both; a new post whose opening day is not
 * said is as old as the first who works there.
 */
export async function enterPosts(
  writer: Writer,
  session: Session,
  records: readonly PostRecord[],
): Promise<readonly Verdict[]> {
  const { query } = writer.database;
  const units = await allUnits(query);
  const reach = await reachOf(session);
  const posts = await allPosts(query, session.today);
  const members: Map<number, Member[]> = await membersOf(
    query,
    [...posts.values()].map(({ id }) => id),
  );
  const verdicts: Verdict[] = [];
  for (const record of records) {
    const unit = findUnit(units, record.unit);
    if (unit instanceof Fault) verdicts.push([unit.said]);
    else if (reach && !reach.includes(unit.id)) verdicts.push([beyondSaid(session, unit.code)]);
    else
      verdicts.push(
        await enterOne(writer, session, { ...record, unit: unit.code }, unit, { posts, members }),
      );
  }
  return verdicts;
}

async function enterOne(
  writer: Writer,
  { today }: Session,
  record: PostRecord,
  unit: StoredUnit,
  { posts, members }: Known,
): Promise<Verdict> {
  const there = posts.get(unit.id);
  const opened_on = record.opened_on ?? (there ? null : record.from);
  const plan = planPost({ ...record, opened_on }, there, today);
  if (plan instanceof Fault) return [plan.said];
  const post = plan === 'unchanged' ? there : plan.open;
  const joining =
    post && memberPlanOf(record, unit, post, members.get(there?.id ?? 0) ?? [], today);
  if (joining instanceof Fault) return [joining.said];
  if (plan !== 'unchanged') {
    const id = await openPost(writer, unit.id, there?.id, plan.open);
    const { name: unit_name, level, code } = unit;
    posts.set(unit.id, {
      ...plan.open,
      id,
      unit_id: unit.id,
      unit: code,
      unit_name,
      level,
      people: 0,
    });
  }
  const id = posts.get(unit.id)?.id ?? 0;
  if (joining && joining !== 'unchanged') {
    const known = members.get(id) ?? [];
    members.set(id, [...known, await insertMember(writer, id, joining.join)]);
    return 'imported';
  }
  return plan === 'unchanged' ? 'unchanged' : 'imported';
}

/** What is to be done with the person that a row names; undefined where it names none. */
function memberPlanOf(
  { member: name, duty, member_phone: phone, from }: PostRecord,
  { code: unit, level }: StoredUnit,
  post: Pick<StoredPost, 'premises' | 'phone' | 'opened_on' | 'closed_on'>,
  there: readonly Member[],
  today: string,
) {
  if (name === null) {
    const anySaid = duty !== null || phone !== null || from !== null;
    return anySaid ? new Fault(say(words.memberMissing)) : undefined;
  }
  if (post.closed_on !== null) {
    const { title: kind } = postKindOf(level);
    return new Fault(say(words.postClosed, { unit, kind, on: post.closed_on }));
  }
  return planMember({ name, duty, phone, from }, there, post, today);
}
