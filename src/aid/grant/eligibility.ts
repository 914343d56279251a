import { titleOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { categories } from '../../people/person.ts';
import { kindTitle } from '../../people/recognition/recognition.ts';
import type { Fund } from '../../policy/aid.ts';
import { type Case, isOpen, membersNamed, studentsFor } from './case.ts';
import { words } from './reason-words.ts';

/**
 * Every reason why a fund does not help this applicant on the day of the application: category, recognitions,
 * the student (SPEC 12). None where it does.
 */
export function whyNotEligible(one: Case): readonly Said[] {
  return [...whyNotFamily(one), ...whyNotStudent(one)];
}

/** Those of the reasons that are known as soon as the applicant is: category, recognitions, the family's file. */
export function whyNotFamily(one: Case): readonly Said[] {
  const elsewhere = helpedElsewhere(one);
  if (elsewhere) return [elsewhere];
  return [...whyNotCategory(one), ...recognitionsMissing(one), ...fileMissing(one)];
}

/** Where a family is helped that this fund is not for, in the policy's words; undefined where it may be for them. */
export function helpedElsewhere({ fund, applicant, household }: Case): Said | undefined {
  const heads = [applicant, ...(household ? [household] : [])];
  const [where] = heads.flatMap(({ category }) => fund.not_for[category] ?? []);
  return where && say(words.helpedElsewhere, { where });
}

/** Whether a fund is for applicants of a category (SPEC 12). */
export function isForCategory(
  { categories: helped, not_for }: Pick<Fund, 'categories' | 'not_for'>,
  category: string,
): boolean {
  return (helped.length === 0 || helped.includes(category)) && !(category in not_for);
}

function whyNotCategory({ fund, applicant }: Case): readonly Said[] {
  const { name, employee_no: no, category } = applicant;
  if (isForCategory(fund, category)) return [];
  const helped = fund.categories.map((code) => titleOf(categories, code));
  const is = titleOf(categories, category);
  return [say(words.notItsCategory, { fund: fund.title, helped, name, no, is })];
}

function recognitionsMissing({ fund, applicant, recognitions, asked }: Case): readonly Said[] {
  const { name, employee_no: no } = applicant;
  const day = asked.applied_on;
  const stands = (kind: string) =>
    recognitions.some(
      (one) => one.kind === kind && one.from <= day && (one.to === null || one.to >= day),
    );
  return fund.needs
    .filter((kind) => !stands(kind))
    .map((kind) => {
      const facts = { name, no, kind: kindTitle(kind), day };
      return kind === 'hardship'
        ? say(words.notInHardship, facts)
        : say(words.notRecognised, { ...facts, code: kind });
    });
}

/** The file that a student's family must have: open where the fund is for families in hardship. */
function fileMissing({ fund, applicant, household, asked }: Case): readonly Said[] {
  if (fund.beneficiary !== 'student') return [];
  const { name, employee_no: no } = applicant;
  if (!household) return [say(words.noFile, { name, no })];
  if (!fund.needs.includes('hardship') || isOpen(household, asked.applied_on)) return [];
  const { name: head, employee_no } = household;
  return [say(words.fileClosed, { head, no: employee_no, day: asked.applied_on })];
}

/** Why the student whom an application names is not one whom its fund helps. */
export function whyNotStudent(one: Case): readonly Said[] {
  const { fund, household, members, asked, rules } = one;
  if (fund.beneficiary !== 'student' || !household) return [];
  const head = household.employee_no;
  const text = asked.beneficiary ?? '';
  const [student, second] = membersNamed(members, text);
  const fitting = studentsFor(members, fund);
  if (!student) {
    const known = fitting.map((member) => member.name);
    return known.length > 0
      ? [say(words.notInFamily, { text, head: household.name, no: head, known })]
      : [say(words.noStudents, { text, head: household.name, no: head })];
  }
  if (second) return [say(words.severalStudents, { text, head: household.name, no: head })];
  if (fitting.includes(student)) return [];
  const stages = rules.hardship?.stages ?? [];
  const helped = fund.stages.map((code) => titleOf(stages, code));
  const facts = { name: student.name, fund: fund.title, member: student.id };
  if (student.stage === null) return [say(words.noStage, facts)];
  return [say(words.otherStage, { ...facts, helped, is: titleOf(stages, student.stage) })];
}
