import type { Writer } from '../../../audit/change.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { Fault } from '../../../core/failure.ts';
import { say } from '../../../core/language.ts';
import { recognise, type Stay } from '../recognise.ts';
import { shared } from '../recognised.ts';
import { membersOfAll, type OpenFile, openFilesOf, type StoredHousehold } from '../store.ts';
import { words as fileWords } from '../words.ts';
import {
  checkDays,
  type MemberRecord,
  memberRow,
  type PlacedMember,
  planMember,
} from './member.ts';
import { placeMembers } from './place.ts';

/** A member to be taken into a household. */
export interface NewMember {
  readonly household: StoredHousehold;
  readonly record: MemberRecord;
  /** Where the record does not say it. */
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** What became of a member: written, or there already. */
export interface EnteredMember {
  readonly outcome: 'imported' | 'unchanged';
  readonly id: number;
  readonly member: PlacedMember;
}

/**
 * Takes members into households: finds who of them is a recorded person, compares them with who is there, writes the
 * new ones, and has those who are persons recognised as long as the file is open.
 * @returns in order, faults where one cannot be taken in
 */
export async function enterMembers(
  writer: Writer,
  entries: readonly NewMember[],
): Promise<readonly (EnteredMember | Fault)[]> {
  const { query } = writer.database;
  const placed = await placeMembers(
    query,
    entries.map(({ record, from, to }) => ({ record, from: record.from ?? from, to })),
  );
  const persons = placed.flatMap((one) => (one instanceof Fault ? [] : (one.person_id ?? [])));
  const files = await openFilesOf(query, persons);
  const there = await membersOfAll(
    query,
    entries.map(({ household }) => household.id),
  );
  const rows: Parameters<typeof writer.insert<'household_member'>>[1][number][] = [];
  const stays: Stay[] = [];
  const outcomes: (EnteredMember | Fault)[] = [];
  for (const [at, { household, record }] of entries.entries()) {
    const member = placed[at] as PlacedMember | Fault;
    const fault = member instanceof Fault ? member : faultIn(member, household, files);
    if (member instanceof Fault || fault) {
      outcomes.push(fault as Fault);
      continue;
    }
    const known = there.get(household.id) ?? [];
    const plan = planMember(member, known, record.from);
    if (plan instanceof Fault) {
      outcomes.push(plan);
      continue;
    }
    if (plan === 'unchanged') {
      outcomes.push({ outcome: plan, id: 0, member });
      continue;
    }
    if (typeof plan === 'object') {
      const { id, ...stored } = plan.completes;
      const { income, stage, school, health } = member;
      await writer.update('household_member', { id }, { income, stage, school, health });
      there.set(
        household.id,
        known.map((one) => (one.id === id ? { ...stored, id, income } : one)),
      );
      outcomes.push({ outcome: 'imported', id, member });
      continue;
    }
    const id = await writer.nextId('household_member');
    rows.push({ id, ...memberRow(household.id, member) });
    const stored = { ...member, income: member.income ?? 0, id, household_id: household.id };
    there.set(household.id, [...known, stored]);
    outcomes.push({ outcome: 'imported', id, member });
    const stay = stayOf(household, member);
    if (!stay) continue;
    stays.push(stay);
    if (stay.to === null) files.set(stay.person, { ...household, household_id: household.id });
  }
  await writer.insert('household_member', rows);
  await recognise(writer, stays);
  return outcomes;
}

function faultIn(
  member: PlacedMember,
  household: StoredHousehold,
  files: ReadonlyMap<number, OpenFile>,
): Fault | undefined {
  const { name, employee_no: no, person_id, to } = member;
  const { opened_on, closed_on } = household;
  const days = checkDays(member, opened_on);
  if (days) return days;
  const file = person_id === null ? undefined : files.get(person_id);
  if (!file || file.household_id === household.id || to !== null || closed_on !== null) {
    return undefined;
  }
  const facts = { name, no: no ?? '', head: file.name, head_no: file.employee_no };
  return new Fault(say(fileWords.inAnotherFile, facts));
}

/** When a member is in hardship with the file; undefined where it is no recorded person, or never. */
export function stayOf(
  household: StoredHousehold,
  member: Pick<PlacedMember, 'person_id' | 'from' | 'to'>,
): Stay | undefined {
  if (member.person_id === null) return undefined;
  const { opened_on, returned_on, closed_on } = household;
  const days = shared({ from: returned_on ?? opened_on, to: closed_on }, member);
  return days && { household: household.id, person: member.person_id, ...days };
}
