import { type Kysely, sql } from 'kysely';
import type { Fen } from '../../../core/money.ts';
import type { Tables } from '../../../io/tables.ts';
import { blockOf, idsIn } from '../../block.ts';
import type { ReceiptClaim } from '../../explain/explain.ts';
import type { Payment } from '../../payment.ts';
import { type Kept, keptClaims, type StoredClaimFacts } from '../kept.ts';
import { benefitDues } from '../store.ts';
import type { AnnouncedPerson } from './announcement-view.ts';
import type { FundSums } from './voucher.ts';

type Query = Kysely<Tables>;

/** How many persons a batch pays and how much in all, by unit id; units of nobody are left out. */
export async function paidByUnit(
  query: Query,
  batch: number,
): Promise<ReadonlyMap<number, { readonly persons: number; readonly payable: Fen }>> {
  const { rows } = await sql<{ unit_id: number; persons: number; payable: Fen }>`
    SELECT unit_id, count(*) AS persons, sum(paid.payable) AS payable FROM (
      SELECT person_id, sum(payable) AS payable FROM batch_payment WHERE batch_id = ${batch}
      GROUP BY person_id HAVING sum(payable) > 0
    ) AS paid JOIN person ON person.id = person_id GROUP BY unit_id`.execute(query);
  return new Map(rows.map(({ unit_id, ...paid }) => [unit_id, paid]));
}

/**
 * The ids of a unit's persons with a payment in a batch, by employee number, so many at once. They are read as one
 * list, a number each, as the database would sort the whole unit again for every piece.
 */
async function* personsOfUnit(
  query: Query,
  batch: number,
  unit: number,
  atOnce: number,
): AsyncGenerator<readonly number[]> {
  const { rows } = await sql<{ ids: string }>`
    SELECT json_group_array(id) AS ids FROM (
      SELECT id FROM person WHERE unit_id = ${unit} AND EXISTS (
        SELECT 1 FROM batch_payment WHERE batch_id = ${batch} AND person_id = person.id)
      ORDER BY employee_no)`.execute(query);
  const ids = JSON.parse(rows[0]?.ids ?? '[]') as number[];
  for (let at = 0; at < ids.length; at += atOnce) yield ids.slice(at, at + atOnce);
}

const listed = (ids: readonly number[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
const atOnce = 1_000;

/** The persons of a unit whom a batch pays, by employee number. */
export async function* announcedPersons(
  query: Query,
  batch: number,
  unit: number,
): AsyncGenerator<readonly AnnouncedPerson[]> {
  for await (const ids of personsOfUnit(query, batch, unit, atOnce)) {
    const { rows } = await sql<AnnouncedPerson & { benefits: string }>`
      SELECT employee_no, name, sum(payable) AS payable, (
        SELECT json_group_array(DISTINCT benefit) FROM batch_line
        WHERE batch_id = ${batch} AND person_id = person.id AND due > 0) AS benefits
      FROM person JOIN batch_payment ON batch_id = ${batch} AND person_id = person.id
      WHERE person.id IN ${listed(ids)}
      GROUP BY person.id HAVING sum(payable) > 0 ORDER BY employee_no`.execute(query);
    yield rows.map((row) => ({ ...row, benefits: JSON.parse(row.benefits) as string[] }));
  }
}

/** The sums of a batch by fund, as vouchers need them. */
export async function fundSums(query: Query, batch: number): Promise<readonly FundSums[]> {
  const { rows } = await sql<Omit<FundSums, 'dues'>>`
    SELECT fund, sum(max(0, -due)) AS takenBack, sum("offset") AS "offset", sum(payable) AS payable,
      count(*) FILTER (WHERE payable > 0) AS payments
    FROM batch_payment WHERE batch_id = ${batch} GROUP BY fund ORDER BY fund`.execute(query);
  const dues = await benefitDues(query, batch);
  return rows.map((sums) => ({ ...sums, dues: dues.filter(({ fund }) => fund === sums.fund) }));
}

/** A person with a payment in a batch, be it of nothing. */
export interface SlipPerson {
  readonly id: number;
  readonly employee_no: string;
  readonly name: string;
  readonly category: string;
}

/** How many persons of some units have a payment in a batch. @param only this person */
export async function countSlips(
  query: Query,
  batch: number,
  units: readonly number[],
  only?: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(DISTINCT person_id) AS n FROM batch_payment JOIN person ON person.id = person_id
    WHERE batch_id = ${batch} AND unit_id IN (${sql.join(units)})
      ${only === undefined ? sql`` : sql`AND person_id = ${only}`}`.execute(query);
  return rows[0]?.n ?? 0;
}

const slipsAtOnce = 200;

/** The persons of a unit with a payment in a batch, by employee number. @param only this person */
export async function* slipPersons(
  query: Query,
  batch: number,
  unit: number,
  only?: number,
): AsyncGenerator<readonly SlipPerson[]> {
  const all = only === undefined ? personsOfUnit(query, batch, unit, slipsAtOnce) : [[only]];
  for await (const ids of all) {
    yield await query
      .selectFrom('person')
      .select(['id', 'employee_no', 'name', 'category'])
      .where('id', 'in', ids)
      .orderBy('employee_no')
      .execute();
  }
}

/** A claim as an explanation needs it: what the rules see, and what people call it. */
export type SlipClaim = StoredClaimFacts & ReceiptClaim;

/** What a batch says of a person and kept of it. */
export interface SlipGround {
  readonly kept: Kept;
  readonly claims: readonly SlipClaim[];
  readonly payments: readonly Payment[];
}

/** What a batch says of some persons, by person id. */
export async function slipGrounds(
  query: Query,
  batch: number,
  persons: readonly number[],
): Promise<ReadonlyMap<number, SlipGround>> {
  const wanted = new Set(persons);
  const blocks = await query
    .selectFrom('batch_block')
    .select(['taken', 'kept'])
    .where('batch_id', '=', batch)
    .where('block', 'in', [...new Set(persons.map(blockOf))])
    .execute();
  const kept = blocks
    .flatMap((block) => JSON.parse(block.kept) as Kept[])
    .filter(([person]) => wanted.has(person));
  const ids = [...blocks.flatMap(({ taken }) => idsIn(taken)), ...kept.flatMap(keptClaims)];
  const claims = await claimsOf(query, ids, wanted);
  const payments = await query
    .selectFrom('batch_payment')
    .select(['person_id', 'fund', 'due', 'offset', 'payable'])
    .where('batch_id', '=', batch)
    .where('person_id', 'in', persons)
    .execute();
  const of = <T extends { person_id: number }>(rows: readonly T[], person: number) =>
    rows.filter(({ person_id }) => person_id === person).map(({ person_id: _, ...row }) => row);
  return new Map(
    kept.map((one) => [
      one[0],
      { kept: one, claims: of(claims, one[0]), payments: of(payments, one[0]) },
    ]),
  );
}

/** Claims of some ids by date, those of other persons of the same blocks left out. */
async function claimsOf(query: Query, ids: readonly number[], persons: ReadonlySet<number>) {
  const { rows } = await sql<SlipClaim & { person_id: number }>`
    SELECT claim.id, person_id, receipt_type, receipt_no, service_date, received_on, pool_paid,
      pool_self_pay, state_reason, hospital.name AS hospital
    FROM json_each(${JSON.stringify(ids)}) JOIN claim ON claim.id = value
      JOIN hospital ON hospital.id = hospital_id
    ORDER BY service_date, claim.id`.execute(query);
  return rows.filter(({ person_id }) => persons.has(person_id));
}
