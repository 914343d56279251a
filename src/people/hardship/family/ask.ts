import { Fault } from '../../../core/failure.ts';
import { required } from '../../../core/field.ts';
import type { Session } from '../../../io/session.ts';
import { type HardshipRules, headRelation } from '../rules.ts';
import { type MemberRecord, memberFields } from './member.ts';
import { placeMembers } from './place.ts';
import { words } from './words.ts';

/** Asks for the members of a family beside its head, one after another. */
export async function askFamily(
  session: Session,
  rules: HardshipRules,
): Promise<readonly MemberRecord[]> {
  const members: MemberRecord[] = [];
  for (;;) {
    const relation = await session.prompter.choose(words.nextMember, [
      ...rules.relations
        .filter(({ code }) => code !== headRelation)
        .map(({ code, title }) => ({ name: session.terminal.words(title), value: code })),
      { name: session.terminal.words(words.noMore), value: '' },
    ]);
    if (relation === '') return members;
    members.push(await askMember(session, rules, relation));
  }
}

/** Asks for one member; for the school only where a stage of it is told. */
export async function askMember(
  session: Session,
  rules: HardshipRules,
  relation: string,
): Promise<MemberRecord> {
  const { name, id_no, income, health, stage, school } = memberFields(rules);
  const fields = { name: required({ ...name }), id_no, income, health, stage };
  const unasked = { relation, employee_no: null, school: null, from: null };
  const { query } = await session.database();
  const member = await session.record(fields, {}, {}, async (one) => {
    const entry = { record: { ...unasked, ...one }, from: session.today, to: null };
    const [placed] = await placeMembers(query, [entry]);
    return placed instanceof Fault ? [placed.said] : [];
  });
  if (member.stage === null) return { ...unasked, ...member };
  const told = await session.record({ school: required({ ...school }) }, {});
  return { ...unasked, ...member, ...told };
}
