import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Tables } from '../../io/tables.ts';
import type { StoredMember } from '../../people/hardship/store.ts';
import type { Family, FamilyFile } from './case.ts';

type Query = Kysely<Tables>;

/** The hardship files of persons, as head or as member, with the members: three queries for thousands of persons. */
export async function familiesOf(query: Query, personIds: readonly number[]): Promise<Families> {
  const files = await sql<FamilyFile>`
    WITH asked(id) AS (SELECT value FROM json_each(${JSON.stringify(personIds)})),
    found(id) AS (
      SELECT household.id FROM asked JOIN household ON person_id = asked.id
      UNION SELECT household_id FROM asked JOIN household_member ON person_id = asked.id)
    SELECT household.id, person_id, employee_no, name, category, opened_on, closed_on
    FROM found JOIN household ON household.id = found.id JOIN person ON person.id = person_id
    ORDER BY household.id`.execute(query);
  const members = await sql<StoredMember>`
    SELECT household_member.id, household_id, person_id, name, relation, id_no, income, stage, school, health,
      from_on AS "from", to_on AS "to"
    FROM json_each(${JSON.stringify(files.rows.map(({ id }) => id))})
    JOIN household_member ON household_id = value ORDER BY relation <> 'self', household_member.id`.execute(
    query,
  );
  const students = members.rows.flatMap(({ id_no, stage }) =>
    id_no !== null && stage !== null ? [id_no] : [],
  );
  const twins = await sql<{ id: number }>`
    SELECT household_member.id FROM json_each(${JSON.stringify(students)}) JOIN household_member ON id_no = value`.execute(
    query,
  );
  const theirs = twins.rows.map(({ id }) => id);
  return new Families(personIds, files.rows, members.rows, theirs);
}

/** Persons with the families they belong to. */
export class Families {
  private readonly files = new Map<number, FamilyFile>();
  private readonly members = new Map<number, StoredMember[]>();
  private readonly filesOf = new Map<number, Set<number>>();

  /** @param twins the numbers of the students' members, also of those in other files under the same resident ID */
  constructor(
    private readonly asked: readonly number[],
    files: readonly FamilyFile[],
    members: readonly StoredMember[],
    readonly twins: readonly number[],
  ) {
    for (const file of files) {
      this.files.set(file.id, file);
      this.members.set(file.id, []);
      this.belongs(file.person_id, file.id);
    }
    for (const member of members) {
      this.members.get(member.household_id)?.push(member);
      if (member.person_id !== null) this.belongs(member.person_id, member.household_id);
    }
  }

  /** All persons asked about and all who belong to them. */
  get persons(): readonly number[] {
    return [...new Set([...this.asked, ...this.filesOf.keys()])];
  }

  /** All their files. */
  get households(): readonly number[] {
    return [...this.files.keys()];
  }

  /** A person with all who are or were in one household with them. */
  around(personId: number): Family {
    const households = this.filesOf.get(personId) ?? new Set<number>();
    const persons = new Set([personId]);
    for (const id of households) {
      const head = this.files.get(id)?.person_id;
      if (head !== undefined) persons.add(head);
      for (const { person_id } of this.members.get(id) ?? []) {
        if (person_id !== null) persons.add(person_id);
      }
    }
    return { persons, households };
  }

  /** The file of a person as its head, or as a member on a day; one that is open before one that is closed. */
  fileOf(personId: number, day: CivilDate): FamilyFile | undefined {
    const own = [...(this.filesOf.get(personId) ?? [])].flatMap((id) => {
      const file = this.files.get(id);
      const isMember = this.membersOf(id, day).some((one) => one.person_id === personId);
      return file && (file.person_id === personId || isMember) ? [file] : [];
    });
    const rank = (file: FamilyFile) =>
      (file.closed_on === null ? 0 : 2) + (file.person_id === personId ? 0 : 1);
    return own.sort((one, other) => rank(one) - rank(other) || one.id - other.id)[0];
  }

  /** The members of a file on a day, the head first. */
  membersOf(household: number, day: CivilDate): readonly StoredMember[] {
    return this.membersEver(household).filter(
      ({ from, to }) => from <= day && (to === null || to >= day),
    );
  }

  /** All who are or were members of a file, the head first. */
  membersEver(household: number): readonly StoredMember[] {
    return this.members.get(household) ?? [];
  }

  private belongs(personId: number, household: number): void {
    const known = this.filesOf.get(personId) ?? new Set();
    this.filesOf.set(personId, known.add(household));
  }
}
