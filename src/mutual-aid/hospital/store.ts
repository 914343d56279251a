import type { Kysely } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import { type Hospital, type HospitalRecord, unknownHospital } from './hospital.ts';

type Query = Kysely<Tables>;

/** Every hospital, by name. There are some hundreds, so they fit in memory. */
export async function allHospitals(query: Query): Promise<Map<string, Hospital>> {
  const rows = await query
    .selectFrom('hospital')
    .select(['id', 'name', 'designated'])
    .orderBy('name')
    .execute();
  return new Map(rows.map((row) => [row.name, { ...row, designated: row.designated === 1 }]));
}

/** The hospital of a name. @throws rejected where there is none, naming the nearest */
export async function findHospital(query: Query, name: string): Promise<Hospital> {
  const hospitals = await allHospitals(query);
  const hospital = hospitals.get(name.trim());
  if (!hospital) throw new Failure('rejected', unknownHospital(name, hospitals));
  return hospital;
}

/** Adds a hospital. @returns it */
export async function insertHospital(
  writer: Writer,
  { name, designated }: HospitalRecord,
): Promise<Hospital> {
  const id = await writer.nextId('hospital');
  await writer.insert('hospital', [{ id, name, designated: designated === 'yes' ? 1 : 0 }]);
  return { id, name, designated: designated === 'yes' };
}

/** What a list of hospitals can be narrowed by. */
export interface HospitalFilter {
  readonly designated?: 'yes' | 'no' | undefined;
  readonly text?: string | undefined;
}

/** A row of the list of hospitals. */
export type HospitalRow = { readonly name: string; readonly designated: 'yes' | 'no' };

function filtered(query: Query, { designated, text }: HospitalFilter) {
  let found = query.selectFrom('hospital');
  if (designated) found = found.where('designated', '=', designated === 'yes' ? 1 : 0);
  if (text) found = found.where('name', 'like', `%${text}%`);
  return found;
}

/** How many hospitals a filter leaves. */
export async function countHospitals(query: Query, filter: HospitalFilter): Promise<number> {
  const { n } = await filtered(query, filter)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** A piece of the list of hospitals, by name. */
export async function listHospitals(
  query: Query,
  filter: HospitalFilter,
  { after, offset, limit }: Piece<HospitalRow>,
): Promise<HospitalRow[]> {
  let found = filtered(query, filter)
    .select(['name', 'designated'])
    .orderBy('name')
    .limit(limit)
    .offset(offset);
  if (after) found = found.where('name', '>', after.name);
  const rows = await found.execute();
  return rows.map(({ name, designated }) => ({
    name,
    designated: designated === 1 ? 'yes' : 'no',
  }));
}
