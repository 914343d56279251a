import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import type { Alike } from '../../mutual-aid/claim/duplicate.ts';
import type { StoredUnit } from '../../organisation/store.ts';
import type { StoredMember } from '../../people/hardship/store.ts';
import type { Recognition } from '../../people/recognition/recognition.ts';
import type { Fund } from '../../policy/aid.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import type { Asked, GrantState } from './grant.ts';

/** Who applies. */
export interface Applicant {
  readonly id: number;
  readonly employee_no: string;
  readonly name: string;
  readonly category: string;
  readonly unit_id: number;
  /** The unit's code. */
  readonly unit: string;
}

/** The hardship file of the applicant's household, with its head's number, name and category. */
export interface FamilyFile {
  readonly id: number;
  readonly person_id: number;
  readonly employee_no: string;
  readonly name: string;
  readonly category: string;
  readonly opened_on: CivilDate;
  readonly closed_on: CivilDate | null;
}

/** The cost that an application is to pay, as far as it is named. */
export interface Cost {
  readonly receipt_no: string | null;
  readonly provider: string | null;
  readonly cost_on: CivilDate | null;
  readonly cost_amount: Fen | null;
}

/** Another application of the family that stands: paid, or it may come to be. */
export interface OtherGrant extends Cost {
  readonly id: number;
  readonly fund: string;
  readonly person_id: number;
  readonly household_id: number | null;
  readonly member_id: number | null;
  /** The name and the resident ID of whom it is for, where that is a member of a household. */
  readonly member_name: string | null;
  readonly member_id_no: string | null;
  /** What was granted; what is asked for where nothing was yet. */
  readonly amount: Fen;
  readonly state: GrantState;
  readonly applied_on: CivilDate;
  readonly from_period: string | null;
  readonly to_period: string | null;
  /** Of a loan: whether something of what the applicant was lent is not back yet. */
  readonly running: boolean;
}

/** A standing claim of the family for the same cost, and in what the two are alike. */
export interface ClaimOfCost {
  readonly claim: number;
  readonly receipt_no: string;
  readonly alike: readonly Alike[];
}

/** The persons who belong together, and the hardship files of their households. */
export interface Family {
  readonly persons: ReadonlySet<number>;
  readonly households: ReadonlySet<number>;
}

/** All that an application is judged by: the one input of its rules. */
export interface Case {
  readonly asked: Asked;
  readonly fund: Fund;
  /** The rules of the day on which it was made. */
  readonly rules: PolicyVersion;
  readonly applicant: Applicant;
  /** The applicant's. */
  readonly recognitions: readonly Recognition[];
  readonly family: Family;
  readonly household: FamilyFile | undefined;
  /** The members of the household on that day. */
  readonly members: readonly StoredMember[];
  /** The family's other standing applications. */
  readonly others: readonly OtherGrant[];
  readonly claims: readonly ClaimOfCost[];
  /** The units from the applicant's up, that one first. */
  readonly path: readonly StoredUnit[];
}

/** Whether a hardship file is open on a day; the day of its closing is its last, as of the recognition it gives. */
export function isOpen({ opened_on, closed_on }: FamilyFile, day: CivilDate): boolean {
  return opened_on <= day && (closed_on === null || closed_on >= day);
}

/** The members of a household that a text names: by name, resident ID, or `#` and the member's number. */
export function membersNamed(
  members: readonly StoredMember[],
  text: string,
): readonly StoredMember[] {
  return members.filter(
    ({ id, name, id_no }) => text === name || text === id_no || text === `#${id}`,
  );
}

/** The members of a household who are at a stage of school that a fund helps. */
export function studentsFor(
  members: readonly StoredMember[],
  { stages }: Fund,
): readonly StoredMember[] {
  return members.filter(
    ({ stage }) => stage !== null && (stages.length === 0 || stages.includes(stage)),
  );
}

/** Whom an application is for, where that is a student: the one member it names; undefined where none or several are. */
export function studentOf({ asked, fund, members }: Case): StoredMember | undefined {
  if (fund.beneficiary !== 'student' || asked.beneficiary === null) return undefined;
  const [one, second] = membersNamed(members, asked.beneficiary);
  return second === undefined ? one : undefined;
}

/** Standing applications, to be found by whom they concern. */
export class Standing {
  private readonly found = new Map<string, OtherGrant[]>();

  /** Takes one in. */
  add(grant: OtherGrant): void {
    const { person_id, household_id, member_id_no } = grant;
    for (const key of [`p${person_id}`, `h${household_id}`, `s${member_id_no}`]) {
      const known = this.found.get(key);
      if (known) known.push(grant);
      else this.found.set(key, [grant]);
    }
  }

  /** Those of the family that a case is about, and those for its student out of another file, by their numbers. */
  of(one: Case): readonly OtherGrant[] {
    const keys = [
      ...[...one.family.persons].map((id) => `p${id}`),
      ...[...one.family.households].map((id) => `h${id}`),
    ];
    const student = studentOf(one);
    if (student?.id_no) keys.push(`s${student.id_no}`);
    const all = new Set(keys.flatMap((key) => this.found.get(key) ?? []));
    return [...all].sort((a, b) => a.id - b.id);
  }
}
