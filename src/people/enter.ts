import type { Writer } from '../audit/change.ts';
import { Fault } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { maskIdNumber } from '../core/mask.ts';
import type { Session } from '../io/session.ts';
import { beyondSaid, reachOf } from '../organisation/operator/reach.ts';
import { allUnits, findUnit, type StoredUnit } from '../organisation/store.ts';
import { idIsFree, planPerson } from './import.ts';
import type { Outcome } from './outcome.ts';
import type { Person } from './person.ts';
import { personBeyondSaid } from './seen.ts';
import { insertPerson, personsByNumbers, type StoredPerson } from './store.ts';
import { words } from './words.ts';

type Units = ReadonlyMap<string, StoredUnit>;

/** What the operator at work sees of the people: by the code of a unit, whether it lies within theirs. */
type Seen = (unit: string) => boolean;

async function unitsInReach(session: Session, units: Units): Promise<Seen> {
  const reach = await reachOf(session);
  const ids = reach && new Set(reach);
  return (code) => !ids || ids.has(units.get(code)?.id ?? 0);
}

/**
 * Enters persons: finds their units, compares them with who is there, writes the new ones. Nobody is entered into a
 * unit that the operator at work does not see, and nothing is told of people there.
 */
export async function enterPersons(
  writer: Writer,
  session: Session,
  records: readonly Person[],
): Promise<readonly Outcome[]> {
  const { query } = writer.database;
  const units = await allUnits(query);
  const seen = await unitsInReach(session, units);
  const there = await personsByNumbers(
    query,
    records.map(({ employee_no }) => employee_no),
    records.map(({ id_no }) => id_no),
  );
  const byNo = new Map(there.map((person) => [person.employee_no, person]));
  const byId = new Map(there.map((person) => [person.id_no, person]));
  const outcomes: Outcome[] = [];
  for (const record of records) {
    const unit = findUnit(units, record.unit);
    if (unit instanceof Fault) {
      outcomes.push(unit);
      continue;
    }
    const person = { ...record, unit: unit.code };
    const known = byNo.get(person.employee_no);
    const plan =
      whyBeyond(session, seen, person, known) ??
      planPerson(person, known, idBorne(session, seen, person, byId.get(person.id_no)));
    outcomes.push(plan);
    if (plan !== 'imported') continue;
    const id = await insertPerson(writer, person, unit.id);
    const stored: StoredPerson = { ...person, id, unit_name: unit.name };
    byNo.set(person.employee_no, stored);
    byId.set(person.id_no, stored);
  }
  return outcomes;
}

/** The fault of a person whom the operator does not see, or of a unit to enter one into. */
function whyBeyond(
  session: Session,
  seen: Seen,
  { unit }: Person,
  known: StoredPerson | undefined,
): Fault | undefined {
  if (!seen(unit)) return new Fault(beyondSaid(session, unit));
  return !known || seen(known.unit) ? undefined : new Fault(personBeyondSaid(session, known));
}

function idBorne(
  { operator }: Session,
  seen: Seen,
  person: Person,
  bearer: StoredPerson | undefined,
): Fault | undefined {
  const fault = idIsFree(person, bearer);
  if (!fault || !bearer || seen(bearer.unit)) return fault;
  const id = maskIdNumber(person.id_no);
  return new Fault(say(words.idBorneElsewhere, { id, unit: bearer.unit, operator }));
}

/** The fault of an ID number that another employee bears; of one whom the operator does not see only the unit is told. */
export async function whyIdBorne(
  writer: Writer,
  session: Session,
  person: Person,
): Promise<Fault | undefined> {
  const { query } = writer.database;
  const [bearer] = await personsByNumbers(query, [], [person.id_no]);
  return idBorne(session, await unitsInReach(session, await allUnits(query)), person, bearer);
}
