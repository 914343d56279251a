import { change, type Writer } from '../../../audit/change.ts';
import { type CivilDate, parseCivilDate } from '../../../core/civil-date.ts';
import { Failure, mustBe } from '../../../core/failure.ts';
import { optional } from '../../../core/field.ts';
import { say } from '../../../core/language.ts';
import { parseNumber, parseText } from '../../../core/text.ts';
import { verb } from '../../../core/verb.ts';
import { words as coreWords } from '../../../core/words.ts';
import type { Database } from '../../../io/database.ts';
import { fieldOptions, type Session } from '../../../io/session.ts';
import { reachOf, unitsSeen } from '../../../organisation/operator/reach.ts';
import { mustBelongToNone, rulesToday } from '../file.ts';
import { endRecognition, recognise, recogniseAnew } from '../recognise.ts';
import { byRules, type HardshipRulesOn, headRelation } from '../rules.ts';
import {
  householdById,
  memberById,
  membersOfAll,
  type ShownMember,
  type StoredHousehold,
  type StoredMember,
} from '../store.ts';
import { words as fileWords } from '../words.ts';
import { stayOf } from './enter.ts';
import { checkDays, memberFields, sameMember } from './member.ts';
import { nowSaid } from './now.ts';
import { placeMembers } from './place.ts';
import { memberRow } from './view.ts';
import { words } from './words.ts';

const numberArgument = [{ name: 'number', about: words.numberArgument }];

/** A member and the file. */
interface Belonging {
  readonly member: ShownMember;
  readonly file: StoredHousehold;
}

/** The member of a number, where the operator at work sees the head's unit. @throws rejected where there is none */
async function memberSeen(session: Session, text: string): Promise<Belonging> {
  const { query } = await session.database();
  const member = await memberById(query, parseNumber(text) ?? 0);
  if (!member) throw new Failure('rejected', say(words.unknownNumber, { text }));
  const file = await householdById(query, member.household_id);
  await unitsSeen(session, file.unit);
  return { member, file };
}

/** The verb `family edit`. */
export const editVerb = (rulesOn: HardshipRulesOn) =>
  verb({
    name: 'edit',
    summary: words.editSummary,
    arguments: numberArgument,
    options: fieldOptions(memberFields()),
    examples: ['relief family edit 12 --income 24000', 'relief family edit 12 --stage university'],
    async run(session: Session, [text = ''], options) {
      const rules = await rulesToday(session, rulesOn);
      const fields = memberFields(rules);
      const given = changesIn(byRules(fields, options));
      if (Object.keys(given).length === 0) throw new Failure('usage', say(words.nothingToEdit));
      const { after, file, titles } = await change(session, async (writer) => {
        const { query } = writer.database;
        const { member: before, file } = await memberSeen(session, text);
        const { employee_no: household } = file;
        const after = await amended(query, before, given, session.today);
        await mustBeOne(query, before, after);
        if (after.person_id !== before.person_id) await link(writer, file, after);
        else if (after.from !== before.from)
          await moveIn(writer, { before, after, file }, session.today);
        const names = (Object.keys(given) as (keyof ReturnType<typeof memberFields>)[]).filter(
          (name) => before[name] !== after[name],
        );
        const { person_id, name, relation, id_no, income, stage, school, health } = after;
        const facts = { person_id, name, relation, id_no, income, stage, school, health };
        const days = { from_on: after.from };
        await writer.update('household_member', { id: before.id }, { ...facts, ...days });
        const sight = { reveal: false, units: await reachOf(session) };
        const detail = {
          before: memberRow({ ...before, household }, sight),
          after: memberRow({ ...after, household }, sight),
        };
        const entry = { action: 'family.edit', entity: 'family', key: household, detail };
        const titles = names.map((name) => fields[name].title);
        return { result: { after, file, titles }, entry: names.length > 0 ? entry : undefined };
      });
      const facts = { number: after.id, name: after.name };
      const good =
        titles.length > 0
          ? say(words.edited, { ...facts, fields: titles })
          : say(words.editedNothing, facts);
      const { query } = await session.database();
      const stored = (await memberById(query, after.id)) ?? after;
      const lines = titles.length > 0 ? await nowSaid(query, file, rules, session.today) : [];
      await session.terminal.print({
        blocks: [{ good }, ...lines.map((line) => ({ line }))],
        json: memberRow(
          { ...stored, household: file.employee_no },
          { reveal: false, units: await reachOf(session) },
        ),
      });
    },
  });

/** What is to be changed. An empty option empties a fact, but not name and first day; without an income there is none. */
function changesIn(options: Readonly<Record<string, unknown>>): Partial<StoredMember> {
  const { name, from, income, ...others } = options;
  const changes = {
    ...others,
    ...{ name: name ?? undefined, from: from ?? undefined, income: income === null ? 0 : income },
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** A member with what was changed; who turns out to be a recorded person is known by that. */
async function amended(
  query: Database['query'],
  before: ShownMember,
  given: Partial<StoredMember>,
  today: string,
): Promise<ShownMember> {
  const { name, relation, person_id, employee_no: no } = before;
  const identity = given.name ?? given.id_no ?? given.employee_no;
  if (person_id !== null && identity !== undefined) {
    throw new Failure('rejected', say(words.personsOwn, { name, no: no ?? '' }));
  }
  if (
    given.relation !== undefined &&
    (relation === headRelation || given.relation === headRelation)
  ) {
    throw new Failure('rejected', say(words.headsRelation, { name }));
  }
  const after = { ...before, ...given };
  if (person_id !== null || identity === undefined) return after;
  const asked =
    given.name === undefined && given.employee_no != null ? { ...after, name: null } : after;
  const [placed] = await placeMembers(query, [
    { record: { ...asked, from: null }, from: before.from, to: today },
  ]);
  const { name: called, id_no, employee_no, person_id: person } = mustBe(placed ?? { ...after });
  return { ...after, name: called, id_no, employee_no, person_id: person };
}

/** Sees to it that a corrected member does not become another one of the file. @throws rejected naming that one */
async function mustBeOne(
  query: Database['query'],
  before: StoredMember,
  after: StoredMember,
): Promise<void> {
  const { id, household_id: household } = before;
  const all = (await membersOfAll(query, [household])).get(household) ?? [];
  const others = all.filter((one) => one.id !== id);
  const twin = sameMember(after, others);
  if (!twin || sameMember(before, others)) return;
  throw new Failure('rejected', say(words.twice, { name: twin.name, number: twin.id }));
}

/** Has a member who is now known to be a person recognised for as long as they belong to the file. */
async function link(writer: Writer, file: StoredHousehold, member: StoredMember): Promise<void> {
  const { person_id: person, name, employee_no, to } = member;
  if (person === null) return;
  if (to === null && file.closed_on === null) {
    await mustBelongToNone(writer.database.query, [{ id: person, name, employee_no }]);
  }
  const stay = stayOf(file, member);
  if (stay) await recognise(writer, [stay]);
}

/** Has a member belong to the family from another day on. @throws rejected for one to come, before the opening, or after the end */
async function moveIn(
  writer: Writer,
  { before, after, file }: { before: StoredMember; after: StoredMember; file: StoredHousehold },
  today: CivilDate,
): Promise<void> {
  const { name, relation, from: day } = after;
  if (relation === headRelation) throw new Failure('rejected', say(words.headsRelation, { name }));
  if (day > today) throw new Failure('rejected', say(fileWords.dayToCome, { day, today }));
  const fault = checkDays(after, file.opened_on);
  if (fault) throw new Failure('rejected', fault.said);
  const [stayed, stays] = [stayOf(file, before), stayOf(file, after)];
  if (stayed) await recogniseAnew(writer, stayed, stays);
  else if (stays) await recognise(writer, [stays]);
}

const leavingFields = {
  on: optional({
    name: 'on',
    title: words.leftOn,
    ifEmpty: coreWords.enterForToday,
    parse: parseCivilDate,
  }),
  reason: optional({ name: 'reason', title: words.reason, parse: parseText }),
};

/** The verb `family leave`. */
export const leaveVerb = verb({
  name: 'leave',
  summary: words.leaveSummary,
  arguments: numberArgument,
  options: fieldOptions(leavingFields),
  examples: ['relief family leave 12 --on 2026-06-30 --reason 女儿出嫁'],
  async run(session: Session, [text = ''], given) {
    await memberSeen(session, text);
    const { on, reason } = await session.record(leavingFields, given);
    const day = on ?? session.today;
    const { member, file } = await change(session, async (writer) => {
      const leaving = await memberSeen(session, text);
      const { member, file } = leaving;
      refuseLeaving(member, file, day, session.today);
      await writer.update('household_member', { id: member.id }, { to_on: day });
      const { person_id: person } = member;
      if (person !== null) await endRecognition(writer, [{ household: file.id, person, on: day }]);
      const detail = { member: member.id, on: day, reason };
      const key = file.employee_no;
      const entry = { action: 'family.leave', entity: 'family', key, detail };
      return { result: leaving, entry };
    });
    const { name: head, employee_no: no } = file;
    const good = say(words.left, { name: member.name, head, no, day });
    const json = memberRow(
      { ...member, to: day, household: no },
      { reveal: false, units: await reachOf(session) },
    );
    await session.terminal.print({ blocks: [{ good }], json });
  },
});

function refuseLeaving(
  member: StoredMember,
  file: StoredHousehold,
  day: string,
  today: string,
): void {
  const { name, from } = member;
  const why =
    member.relation === headRelation
      ? say(words.headStays, { name, no: file.employee_no })
      : member.to !== null
        ? say(words.leftAlready, { name, day: member.to })
        : day > today
          ? say(fileWords.dayToCome, { day, today })
          : day < from
            ? say(words.leavesTooEarly, { name, day, from })
            : undefined;
  if (why) throw new Failure('refused', why);
}
