import type { Writer } from '../../audit/change.ts';
import type { Import, Verdict } from '../../audit/import.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Said } from '../../core/language.ts';
import { personIds, unknownEmployee } from '../../people/store.ts';
import { unknownHospital } from '../hospital/hospital.ts';
import { allHospitals } from '../hospital/store.ts';
import { type ClaimRecord, checkClaim, claimFields } from './claim.ts';
import { planReceipt, type ThereClaim } from './import.ts';
import { claimsByReceipt, insertClaims, type NewClaim } from './store.ts';
import { derivedColumns } from './view.ts';

/** What became of one receipt. */
export type Entered = { readonly entered: number } | { readonly sameAs: number } | readonly Said[];

/**
 * Enters receipts: finds their persons and hospitals, compares them with what is there, writes the new ones.
 * @param again true where a person enters a receipt on purpose that was taken back before
 */
export async function enterClaims(
  writer: Writer,
  records: readonly ClaimRecord[],
  today: CivilDate,
  again: boolean,
): Promise<readonly Entered[]> {
  const { query } = writer.database;
  const persons = await personIds(
    query,
    records.map(({ employee_no }) => employee_no),
  );
  const hospitals = await allHospitals(query);
  const there = await claimsByReceipt(
    query,
    records.map(({ receipt_no }) => receipt_no),
  );
  const known = new Map<string, ThereClaim[]>();
  const keyOf = (type: string, no: string) => `${type}|${no}`;
  for (const claim of [...there.values()].flat()) {
    const key = keyOf(claim.receipt_type, claim.receipt_no);
    known.set(key, [...(known.get(key) ?? []), claim]);
  }
  const fresh: NewClaim[] = [];
  const outcomes: Entered[] = [];
  for (const record of records) {
    const faults: Said[] = [];
    const personId = persons.get(record.employee_no);
    if (personId === undefined) faults.push(await unknownEmployee(query, record.employee_no));
    const hospital = hospitals.get(record.hospital);
    if (!hospital) faults.push(unknownHospital(record.hospital, hospitals));
    if (personId === undefined || !hospital) {
      outcomes.push(faults);
      continue;
    }
    const key = keyOf(record.receipt_type, record.receipt_no);
    const plan = planReceipt(record, known.get(key) ?? [], again);
    if (plan !== 'new') {
      outcomes.push('sameAs' in plan ? plan : [plan]);
      continue;
    }
    const id = await writer.nextId('claim');
    const receivedOn = record.received_on ?? today;
    fresh.push({ id, personId, hospitalId: hospital.id, receivedOn, record });
    known.set(key, [
      ...(known.get(key) ?? []),
      { ...record, received_on: receivedOn, id, state: 'open' },
    ]);
    outcomes.push({ entered: id });
  }
  await insertClaims(writer, fresh);
  return outcomes;
}

/** The import of claims (SPEC 7). */
export const claimImport: Import<typeof claimFields> = {
  entity: 'claim',
  fields: claimFields,
  derived: [...derivedColumns, 'state_reason', 'awaits_approval_in'],
  check: (record, session) => checkClaim(record, session.today),
  async apply(writer, records, session) {
    const outcomes = await enterClaims(writer, records, session.today, false);
    return outcomes.map((outcome): Verdict => {
      if ('entered' in outcome) return 'imported';
      return 'sameAs' in outcome ? 'unchanged' : outcome;
    });
  },
};
