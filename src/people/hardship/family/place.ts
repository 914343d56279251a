import type { CivilDate } from '../../../core/civil-date.ts';
import { Fault } from '../../../core/failure.ts';
import { say } from '../../../core/language.ts';
import type { Database } from '../../../io/database.ts';
import { personsByNumbers, type StoredPerson, unknownEmployee } from '../../store.ts';
import type { MemberRecord, PlacedMember } from './member.ts';
import { words } from './words.ts';

/** A member as entered, and the days in the family. */
export interface MemberEntry {
  readonly record: MemberRecord;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** Finds the persons that members are: by employee number, else by ID number. @returns in order, faults where they differ */
export async function placeMembers(
  query: Database['query'],
  entries: readonly MemberEntry[],
): Promise<readonly (PlacedMember | Fault)[]> {
  const numbers = entries.flatMap(({ record }) => record.employee_no ?? []);
  const ids = entries.flatMap(({ record }) => record.id_no ?? []);
  const persons = await personsByNumbers(query, numbers, ids);
  const byNo = new Map(persons.map((person) => [person.employee_no, person]));
  const byId = new Map(persons.map((person) => [person.id_no, person]));
  const placed: (PlacedMember | Fault)[] = [];
  for (const entry of entries) {
    const { employee_no: no, id_no: id } = entry.record;
    const person = no === null ? byId.get(id ?? '') : byNo.get(no);
    if (no !== null && !person) placed.push(new Fault(await unknownEmployee(query, no)));
    else placed.push(asPlaced(entry, person));
  }
  return placed;
}

function asPlaced({ record, from, to }: MemberEntry, person: StoredPerson | undefined) {
  if (!person) return { ...record, name: record.name ?? '', person_id: null, from, to };
  const { id, name, id_no, employee_no: no } = person;
  if (record.name !== null && record.name !== name) {
    return new Fault(say(words.nameDiffers, { no, name, given: record.name }));
  }
  if (record.id_no !== null && record.id_no !== id_no) {
    return new Fault(say(words.idDiffers, { no, name }));
  }
  return { ...record, name, id_no, employee_no: no, person_id: id, from, to };
}
