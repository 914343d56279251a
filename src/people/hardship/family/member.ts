import { type CivilDate, parseCivilDate } from '../../../core/civil-date.ts';
import { Fault } from '../../../core/failure.ts';
import { optional, type RecordOf, required } from '../../../core/field.ts';
import { type Phrase, say } from '../../../core/language.ts';
import { parseYuan } from '../../../core/money.ts';
import { parseText } from '../../../core/text.ts';
import { personFields } from '../../person.ts';
import { meet, type Span } from '../recognised.ts';
import { type HardshipRules, headRelation, listed } from '../rules.ts';
import type { StoredMember } from '../store.ts';
import { words as fileWords } from '../words.ts';
import { words } from './words.ts';

/** The facts of a member, as options, questions and columns (SPEC 12). @param rules undefined before they are read */
export const memberFields = (rules?: HardshipRules) => ({
  relation: required(
    listed(
      { name: 'relation', title: words.relation, headings: ['关系', '家庭关系', '与职工关系'] },
      rules?.relations,
    ),
  ),
  name: optional({
    ...{ name: 'name', title: words.name },
    headings: ['成员姓名', '家庭成员姓名', '家属姓名'],
    parse: parseText,
  }),
  id_no: optional({ ...personFields.id_no }),
  employee_no: optional({
    ...{ name: 'employee_no', title: words.employeeNo },
    headings: ['成员工号', '本人工号'],
    parse: personFields.employee_no.parse,
  }),
  income: optional({
    ...{ name: 'income', title: words.income, ifEmpty: words.noIncome },
    headings: ['年总收入', '个人年收入', '12个月收入'],
    parse: parseYuan,
  }),
  stage: optional(
    listed(
      { name: 'stage', title: words.stage, headings: ['学段', '在读学段', '就读阶段'] },
      rules?.stages,
    ),
  ),
  school: optional({
    ...{ name: 'school', title: words.school },
    headings: ['就读学校', '在读学校', '学校名称'],
    parse: parseText,
  }),
  health: optional({
    ...{ name: 'health', title: words.health },
    headings: ['健康情况', '身体状况'],
    parse: parseText,
  }),
  from: optional({
    ...{ name: 'from', title: words.from },
    headings: ['加入日期', '起始日期'],
    parse: parseCivilDate,
  }),
});

/** What a file of families has beside: whose family, and when the member left it. */
export const familyColumns = {
  household: required({
    ...{ name: 'household', title: words.household },
    headings: ['户主职工编号', '户主编号', '困难职工工号', '职工工号'],
    parse: personFields.employee_no.parse,
  }),
  to: optional({
    ...{ name: 'to', title: words.to },
    headings: ['离开日期', '截止日期'],
    parse: parseCivilDate,
  }),
};

/** A member as entered. The income of twelve months in fen; where it is left out, there is none. */
export type MemberRecord = RecordOf<ReturnType<typeof memberFields>>;

/** A member whose person, where they are one, is known. */
export interface PlacedMember extends Omit<MemberRecord, 'name' | 'from'> {
  readonly name: string;
  readonly person_id: number | null;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** What is to be done with a member: written, nothing, the facts added to one of whom no more than the name is known. */
export type MemberPlan = 'imported' | 'unchanged' | { readonly completes: StoredMember } | Fault;

/** The fault of a member across the fields; undefined where there is none. */
export function checkMember(
  record: MemberRecord & { readonly to?: CivilDate | null },
  today: CivilDate,
): Fault | undefined {
  if (record.name === null && record.employee_no === null) return new Fault(say(words.whoIsIt));
  const { from, to = null } = record;
  const toCome = [from, to].find((day) => day !== null && day > today);
  if (toCome) return new Fault(say(fileWords.dayToCome, { day: toCome, today }));
  return from === null ? undefined : checkDays({ from, to }, from);
}

/** The fault of days in a family; undefined where there is none. @param opened when its file was opened */
export function checkDays({ from, to }: Span, opened: CivilDate): Fault | undefined {
  if (to !== null && to < from) return new Fault(say(words.backwards, { from, to }));
  if (from < opened) return new Fault(say(words.beforeOpening, { day: from, opened }));
  return undefined;
}

const compared = ['relation', 'income', 'stage', 'school', 'health', 'id_no'] as const;

/**
 * Decides on a member against those of the household, those who left among them. An empty cell says nothing, so it
 * contradicts nothing. The same person is known by relation where it is the head, by ID number, else by name.
 * @param told the first day in the family, where the record says it
 */
export function planMember(
  member: PlacedMember,
  there: readonly StoredMember[],
  told: CivilDate | null,
): MemberPlan {
  const same = sameMember(member, there);
  if (!same) {
    if (member.relation !== headRelation) return 'imported';
    return new Fault(say(words.secondHead, { name: member.name }));
  }
  const { name, id: number } = same;
  if (same.relation === headRelation && same.name !== member.name) {
    return new Fault(say(words.anotherHead, { name: member.name, head: name }));
  }
  if (same.income === null && member.income !== null && same.relation === member.relation) {
    return { completes: same };
  }
  const fields: Phrase[] = compared
    .filter((field) => member[field] !== null && member[field] !== same[field])
    .map((field) => fieldTitles[field]);
  if (told !== null && told !== same.from) fields.push(words.from);
  if (member.to !== null && member.to !== same.to) fields.push(words.to);
  if (fields.length === 0) return 'unchanged';
  return new Fault(say(words.conflict, { name, number, fields }));
}

const fieldTitles = {
  ...{ relation: words.relation, income: words.income, stage: words.stage, school: words.school },
  ...{ health: words.health, id_no: words.idNo },
} satisfies Record<(typeof compared)[number], Phrase>;

/** Who among those of a household is a member too, on a day at least: entered twice. Undefined where nobody is. */
export function sameMember(
  member: PlacedMember,
  there: readonly StoredMember[],
): StoredMember | undefined {
  return there.find((one) => isSame(member, one) && meet(member, one as Span));
}

function isSame(member: PlacedMember, one: StoredMember): boolean {
  if (member.relation === headRelation || one.relation === headRelation) {
    return member.relation === one.relation;
  }
  if (member.person_id !== null && one.person_id !== null)
    return member.person_id === one.person_id;
  if (member.id_no !== null && one.id_no !== null) return member.id_no === one.id_no;
  return member.name === one.name;
}

/** A member of a household as its row, yet without an id. */
export function memberRow(household: number, member: PlacedMember) {
  const { person_id, name, relation, id_no, income, stage, school, health, from, to } = member;
  return {
    ...{ household_id: household, person_id, name, relation, id_no, income: income ?? 0 },
    ...{ stage, school, health, from_on: from, to_on: to },
  };
}
