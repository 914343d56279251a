import type { Writer } from '../../audit/change.ts';
import type { Import, Verdict } from '../../audit/import.ts';
import { type Said, say } from '../../core/language.ts';
import type { Database } from '../../io/database.ts';
import type { Session } from '../../io/session.ts';
import { householdsOf } from '../../people/hardship/store.ts';
import { findPersonsSeen } from '../../people/seen.ts';
import { unknownHospital } from '../hospital/hospital.ts';
import { allHospitals } from '../hospital/store.ts';
import { type ClaimRecord, checkClaim, claimFields } from './claim.ts';
import {
  type GrantsOfCosts,
  type Lookalike,
  Lookalikes,
  likenessSaid,
  type Receipt,
  stands,
} from './duplicate.ts';
import { planReceipt, type ThereClaim } from './import.ts';
import { hiddenAmong } from './seen.ts';
import {
  claimsByReceipt,
  claimsOfCost,
  insertClaims,
  type NewClaim,
  type StoredClaim,
} from './store.ts';
import { derivedColumns } from './view.ts';
import { words } from './words.ts';

type Query = Database['query'];

/** What became of one receipt; `mayBe` where it was entered held: it may be another claim, or paid by a grant. */
export type Entered =
  | { readonly entered: number; readonly mayBe: Lookalike | undefined }
  | { readonly sameAs: number }
  | readonly Said[];

/** What a person who enters a receipt has said of it. */
export interface Word {
  /** It is entered on purpose, also where it was taken back before. */
  readonly again: boolean;
  /** It is another receipt than the one it looks like. */
  readonly another: boolean;
}

/** A receipt whose person and hospital are known. */
interface Placed {
  readonly record: ClaimRecord;
  readonly receipt: Receipt;
}

/**
 * Enters receipts: finds their persons and hospitals, compares them with what is there, writes the new ones.
 * One that may be another claim, or that a grant has paid, is entered held, unless somebody has said that it is
 * another receipt.
 */
export async function enterClaims(
  writer: Writer,
  session: Session,
  records: readonly ClaimRecord[],
  word: Word,
  grantsOfCosts: GrantsOfCosts,
): Promise<readonly Entered[]> {
  const { query } = writer.database;
  const there = await claimsByReceipt(
    query,
    records.map(({ receipt_no }) => receipt_no),
  );
  const hidden = await hiddenAmong(session, [...there.values()].flat());
  const placed = await placeReceipts(session, records);
  const lookalikes = await lookalikesOf(query, placed.filter(isPlaced), there);
  const paid = await paidByGrants(query, placed.filter(isPlaced), grantsOfCosts);
  const fresh: NewClaim[] = [];
  const freshByNo = new Map<string, NewClaim[]>();
  const outcomes: Entered[] = [];
  for (const one of placed) {
    if (!isPlaced(one)) {
      outcomes.push(one);
      continue;
    }
    const { record, receipt } = one;
    const { receipt_no: no } = record;
    const sameNo = [...(there.get(no) ?? none), ...(freshByNo.get(no) ?? none).map(asThere)];
    const ofType = sameNo.filter(({ receipt_type }) => receipt_type === record.receipt_type);
    const plan = planReceipt(record, ofType, word.again, hidden);
    if (plan !== 'new') {
      outcomes.push('sameAs' in plan ? plan : [plan]);
      continue;
    }
    const id = await writer.nextId('claim');
    const like = lookalikes.add({ ...receipt, id });
    const mayBe = word.another ? undefined : (like ?? paid.get(record));
    const { person_id: personId, hospital_id: hospitalId } = receipt;
    const receivedOn = record.received_on ?? session.today;
    const claim = { id, personId, hospitalId, receivedOn, record, mayBe };
    fresh.push(claim);
    freshByNo.set(no, [...(freshByNo.get(no) ?? none), claim]);
    outcomes.push({ entered: id, mayBe });
  }
  await insertClaims(writer, fresh);
  return outcomes;
}

/** The standing claim that a receipt may be, or the grant that has paid it, before it is entered; undefined where neither is. */
export async function likenessOf(
  session: Session,
  record: ClaimRecord,
  grantsOfCosts: GrantsOfCosts,
): Promise<Lookalike | undefined> {
  const { query } = await session.database();
  const [placed] = await placeReceipts(session, [record]);
  if (!placed || !isPlaced(placed)) return undefined;
  const there = await claimsByReceipt(query, [record.receipt_no]);
  const id = Number.POSITIVE_INFINITY;
  const like = (await lookalikesOf(query, [placed], there)).add({ ...placed.receipt, id });
  return like ?? (await paidByGrants(query, [placed], grantsOfCosts)).get(record);
}

const none: readonly never[] = [];

const isPlaced = (one: Placed | readonly Said[]): one is Placed => 'record' in one;

/** Finds the persons and hospitals that receipts name. @returns in their order, faults where one is not known */
async function placeReceipts(
  session: Session,
  records: readonly ClaimRecord[],
): Promise<readonly (Placed | readonly Said[])[]> {
  const { query } = await session.database();
  const persons = await findPersonsSeen(
    session,
    records.map(({ employee_no }) => employee_no),
  );
  const hospitals = await allHospitals(query);
  const placed: (Placed | readonly Said[])[] = [];
  for (const record of records) {
    const faults: Said[] = [];
    const person_id = persons.idOf(record.employee_no);
    if (typeof person_id !== 'number') faults.push(person_id);
    const hospital = hospitals.get(record.hospital);
    if (!hospital) faults.push(unknownHospital(record.hospital, hospitals));
    if (typeof person_id !== 'number' || !hospital) {
      placed.push(faults);
      continue;
    }
    const { receipt_no, service_date, total_amount } = record;
    const receipt = { person_id, receipt_no, hospital_id: hospital.id, service_date, total_amount };
    placed.push({ record, receipt });
  }
  return placed;
}

/** A claim of this change as the rules see one that is there. */
const asThere = ({ id, receivedOn, record, mayBe }: NewClaim): ThereClaim => ({
  ...record,
  ...{ id, received_on: receivedOn, state: mayBe === undefined ? 'open' : 'held' },
});

/** The standing claims that receipts may be. @param there the claims of their numbers, of every type */
async function lookalikesOf(
  query: Query,
  placed: readonly Placed[],
  there: ReadonlyMap<string, readonly StoredClaim[]>,
): Promise<Lookalikes> {
  const receipts = placed.map(({ receipt }) => receipt);
  const persons = receipts.map(({ person_id }) => person_id);
  const households = await householdsOf(query, persons);
  const lookalikes = new Lookalikes(households);
  for (const claim of [...there.values()].flat()) if (stands(claim)) lookalikes.add(claim);
  const costs = costsWithin(receipts, households);
  for (const claim of await claimsOfCost(query, costs)) lookalikes.add(claim);
  return lookalikes;
}

/** The costs of receipts, as each of the household may have had them. */
function costsWithin(
  receipts: readonly Receipt[],
  households: ReadonlyMap<number, number>,
): readonly Receipt[] {
  const belonging = new Map<number | undefined, number[]>();
  for (const [person, household] of households) {
    const known = belonging.get(household);
    if (known) known.push(person);
    else belonging.set(household, [person]);
  }
  return receipts.flatMap((receipt) =>
    (belonging.get(households.get(receipt.person_id)) ?? []).map((person_id) => ({
      ...receipt,
      person_id,
    })),
  );
}

/** The grants that have paid receipts, by the receipt's record. */
async function paidByGrants(
  query: Query,
  placed: readonly Placed[],
  grantsOfCosts: GrantsOfCosts,
): Promise<ReadonlyMap<ClaimRecord, Lookalike>> {
  const receipts = placed.map(({ record, receipt }) => ({ ...receipt, hospital: record.hospital }));
  const found = await grantsOfCosts(query, receipts);
  return new Map(
    placed.flatMap(({ record }, at) => {
      const grant = found[at];
      return grant ? [[record, grant]] : [];
    }),
  );
}

/** The import of claims (SPEC 7). */
export const claimImport = (grantsOfCosts: GrantsOfCosts): Import<typeof claimFields> => ({
  entity: 'claim',
  fields: claimFields,
  derived: [...derivedColumns, 'awaits_approval_in'],
  check: (record, session) => checkClaim(record, session.today),
  async apply(writer, records, session) {
    const word = { again: false, another: false };
    const outcomes = await enterClaims(writer, session, records, word, grantsOfCosts);
    return outcomes.map((outcome): Verdict => {
      if ('sameAs' in outcome) return 'unchanged';
      if (!('entered' in outcome)) return outcome;
      return outcome.mayBe ? { held: likenessSaid(outcome.mayBe) } : 'imported';
    });
  },
  held: (held) => say(words.heldInImport, { held }),
});
