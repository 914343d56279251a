import { titleOf } from '../core/field.ts';
import { maskAccount, maskIdNumber } from '../core/mask.ts';
import { type Block, type Column, choiceInWords } from '../core/report.ts';
import {
  categories,
  type Person,
  readableSpans,
  type StoredPerson,
  type YearSpan,
} from './person.ts';
import { words } from './words.ts';

/** A row of the list of people. */
export type PersonRow = Omit<StoredPerson, 'id'> & Record<never, never>;

/** The columns of a list of people: those of the file, and the unit's name. */
export const personColumns: readonly Column[] = [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.name },
  { key: 'id_no', title: words.idNo },
  { key: 'category', title: words.category, show: choiceInWords(categories) },
  { key: 'unit', title: words.unit },
  { key: 'unit_name', title: words.unitName },
  { key: 'phone', title: words.phone },
  { key: 'bank_account', title: words.bankAccount, fileOnly: true },
];

/** A person with the ID number and the bank account hidden, unless they are to be revealed. */
export function discreet<P extends Pick<Person, 'id_no' | 'bank_account'>>(
  person: P,
  reveal = false,
): P {
  if (reveal) return person;
  const { id_no, bank_account } = person;
  return {
    ...person,
    id_no: maskIdNumber(id_no),
    bank_account: bank_account === null ? null : maskAccount(bank_account),
  };
}

/** A person as it is printed: without our own id, and {@link discreet}. */
export function personRow(person: StoredPerson, reveal: boolean): PersonRow {
  const { id: _, ...row } = discreet(person, reveal);
  return row;
}

/** A person, a fact a line. */
export function personFacts(person: PersonRow, enrolled: readonly YearSpan[]): Block {
  return {
    facts: [
      [words.employeeNo, person.employee_no],
      [words.name, person.name],
      [words.idNo, person.id_no],
      [words.category, titleOf(categories, person.category)],
      [words.unit, `${person.unit} ${person.unit_name}`],
      [words.phone, person.phone ?? ''],
      [words.bankAccount, person.bank_account ?? ''],
      [words.enrolled, enrolled.length > 0 ? readableSpans(enrolled) : ''],
    ],
  };
}
