import { Fault } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { maskIdNumber } from '../core/mask.ts';
import type { Outcome } from './outcome.ts';
import { differences, type Person, type StoredPerson } from './person.ts';
import { words } from './words.ts';

type Known = Omit<StoredPerson, 'id'>;

/**
 * Decides on one person against those that are there (SPEC 7): the same is unchanged, another content is a
 * conflict and never an overwrite. An empty phone or bank account says nothing, so it contradicts nothing:
 * files of the personnel office often lack these columns.
 * @param person the record, its unit brought to the unit's code
 * @param there who bears the employee number
 * @param borne what is to be said of who bears the ID number; undefined where it is free
 */
export function planPerson(
  person: Person,
  there: Known | undefined,
  borne: Fault | undefined,
): Outcome {
  if (there) {
    const said = {
      ...person,
      phone: person.phone ?? there.phone,
      bank_account: person.bank_account ?? there.bank_account,
    };
    const fields = differences(there, said);
    if (fields.length === 0) return 'unchanged';
    return new Fault(say(words.conflict, { no: person.employee_no, fields }));
  }
  return borne ?? 'imported';
}

/** The fault of an ID number that another employee bears; undefined where it is free (SPEC 9). */
export function idIsFree(person: Person, bearer: Known | undefined): Fault | undefined {
  if (!bearer || bearer.employee_no === person.employee_no) return undefined;
  const { employee_no: no, name } = bearer;
  return new Fault(say(words.idBorne, { id: maskIdNumber(person.id_no), no, name }));
}
