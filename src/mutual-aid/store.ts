import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../core/civil-date.ts';
import type { Fen } from '../core/money.ts';
import { firstDayOf, lastDayOf, type Quarter, yearOfQuarter } from '../core/quarter.ts';
import type { Tables } from '../io/tables.ts';
import type { Policy } from '../policy/policy.ts';
import { accountKey, type ClaimFacts, type PersonFacts, type RecognitionFacts } from './facts.ts';
import { isOpenYear } from './payability.ts';

type Query = Kysely<Tables>;

/** The states of a batch whose lines count as settled. */
export const settledStatuses = ['approved'] as const;

/** What a settlement of a quarter has to look at, the same for every person. */
export interface Scope {
  readonly quarter: Quarter;
  /** January 1 of the first year whose accounts are open. */
  readonly openFrom: CivilDate;
  /** Approved batches that can hold claims or lines of the open years, oldest first. */
  readonly recent: readonly number[];
  /** All approved batches: what is outstanding may be older. */
  readonly approved: readonly number[];
  /** By hospital id, whether it is designated. */
  readonly designated: ReadonlyMap<number, boolean>;
}

/** Reads what a settlement of a quarter has to look at. */
export async function readScope(query: Query, policy: Policy, quarter: Quarter): Promise<Scope> {
  let firstOpen = yearOfQuarter(quarter);
  while (isOpenYear(policy, firstOpen - 1, quarter)) firstOpen -= 1;
  const batches = await query
    .selectFrom('batch')
    .select(['id', 'quarter'])
    .where('status', 'in', settledStatuses)
    .orderBy('quarter')
    .orderBy('number')
    .execute();
  const hospitals = await query.selectFrom('hospital').select(['id', 'designated']).execute();
  return {
    quarter,
    openFrom: `${firstOpen}-01-01`,
    recent: batches.filter((batch) => batch.quarter >= `${firstOpen}Q1`).map(({ id }) => id),
    approved: batches.map(({ id }) => id),
    designated: new Map(hospitals.map(({ id, designated }) => [id, designated === 1])),
  };
}

const nothing: ReadonlyMap<string, Fen> = new Map();

type PackedClaim = [number, string, string, string, number, number, number];

/**
 * Reads the facts of the persons whose ids lie in a range and who have any claim or account to look at.
 * Claims come packed as JSON, a row a person: half the time of a row a claim.
 */
export async function readFacts(
  query: Query,
  scope: Scope,
  from: number,
  to: number,
): Promise<Map<number, PersonFacts>> {
  const settled = await settledClaims(query, scope, from, to);
  const before = await settledBefore(query, scope, from, to);
  const claims = await sql<{ person_id: number; claims: string }>`
    SELECT person_id, json_group_array(json_array(
      id, receipt_type, service_date, received_on, hospital_id, pool_paid, pool_self_pay)) AS claims
    FROM claim
    WHERE person_id BETWEEN ${from} AND ${to} AND state = 'open'
      AND (service_date >= ${scope.openFrom}
        OR received_on BETWEEN ${firstDayOf(scope.quarter)} AND ${lastDayOf(scope.quarter)})
    GROUP BY person_id`.execute(query);
  const byPerson = new Map<number, ClaimFacts[]>();
  for (const row of claims.rows) {
    const held = settled.get(row.person_id);
    const packed = JSON.parse(row.claims) as PackedClaim[];
    byPerson.set(
      row.person_id,
      packed.map((claim) => unpack(claim, scope, held)),
    );
  }
  for (const { person_id, claim } of await annulledClaims(query, scope, settled, byPerson)) {
    byPerson.set(person_id, [...(byPerson.get(person_id) ?? []), claim]);
  }
  const ids = new Set([...byPerson.keys(), ...before.keys()]);
  if (ids.size === 0) return new Map();
  const enrolled = await enrolledYears(query, from, to);
  const recognitions = await recognitionsIn(query, from, to);
  const outstanding = await outstandingIn(query, scope, from, to);
  const facts = new Map<number, PersonFacts>();
  for (const id of [...ids].sort((a, b) => a - b)) {
    facts.set(id, {
      enrolled: enrolled.get(id) ?? [],
      recognitions: recognitions.get(id) ?? [],
      claims: byPerson.get(id) ?? [],
      settledBefore: before.get(id) ?? nothing,
      outstanding: outstanding.get(id) ?? nothing,
    });
  }
  return facts;
}

function unpack(
  [id, receipt_type, service_date, received_on, hospital, pool_paid, pool_self_pay]: PackedClaim,
  scope: Scope,
  held: Held | undefined,
): ClaimFacts {
  const claim: ClaimFacts = {
    id,
    receipt_type,
    service_date,
    received_on,
    designated: scope.designated.get(hospital) ?? false,
    pool_paid,
    pool_self_pay,
    settled: held?.taken.has(id) ?? false,
  };
  return held?.returned.includes(id) ? { ...claim, returned: true } : claim;
}

/** What approved batches hold of a person. */
interface Held {
  readonly taken: Set<number>;
  /** What the latest of them left out again. */
  returned: readonly number[];
  /** The place of the latest in the order of batches. */
  latest: number;
}

async function settledClaims(query: Query, scope: Scope, from: number, to: number) {
  const byPerson = new Map<number, Held>();
  if (scope.recent.length === 0) return byPerson;
  const rows = await query
    .selectFrom('batch_person')
    .select(['batch_id', 'person_id', 'taken'])
    .select(
      sql<string | null>`iif(instr(kept, '"returned":'), kept ->> 'returned', NULL)`.as('returned'),
    )
    .where('batch_id', 'in', scope.recent)
    .where('person_id', '>=', from)
    .where('person_id', '<=', to)
    .execute();
  for (const { batch_id, person_id, taken, returned } of rows) {
    const held = byPerson.get(person_id) ?? { taken: new Set(), returned: [], latest: -1 };
    for (const id of JSON.parse(taken) as number[]) held.taken.add(id);
    const place = scope.recent.indexOf(batch_id);
    if (place > held.latest) {
      held.latest = place;
      held.returned = returned === null ? [] : (JSON.parse(returned) as number[]);
    }
    byPerson.set(person_id, held);
  }
  return byPerson;
}

/** The claims of open years that were settled and annulled since: those held that are not among the open ones. */
async function annulledClaims(
  query: Query,
  scope: Scope,
  settled: ReadonlyMap<number, Held>,
  open: ReadonlyMap<number, readonly ClaimFacts[]>,
): Promise<readonly { readonly person_id: number; readonly claim: ClaimFacts }[]> {
  const missing: number[] = [];
  for (const [person, { taken }] of settled) {
    const there = open.get(person)?.filter((claim) => claim.settled) ?? [];
    if (there.length === taken.size) continue;
    const ids = new Set(there.map(({ id }) => id));
    for (const id of taken) if (!ids.has(id)) missing.push(id);
  }
  if (missing.length === 0) return [];
  const { rows } = await sql<{ person_id: number; claim: string }>`
    SELECT person_id, json_array(
      claim.id, receipt_type, service_date, received_on, hospital_id, pool_paid, pool_self_pay) AS claim
    FROM json_each(${JSON.stringify(missing)}) JOIN claim ON claim.id = value
    WHERE state = 'annulled' AND service_date >= ${scope.openFrom} ORDER BY claim.id`.execute(
    query,
  );
  return rows.map(({ person_id, claim }) => ({
    person_id,
    claim: {
      ...unpack(JSON.parse(claim) as PackedClaim, scope, settled.get(person_id)),
      annulled: true,
    },
  }));
}

async function settledBefore(query: Query, scope: Scope, from: number, to: number) {
  const byPerson = new Map<number, Map<string, Fen>>();
  if (scope.recent.length === 0) return byPerson;
  const rows = await query
    .selectFrom('batch_line')
    .select(['person_id', 'benefit', 'period'])
    .select((e) => e.fn.sum<number>('due').as('due'))
    .where('batch_id', 'in', scope.recent)
    .where('person_id', '>=', from)
    .where('person_id', '<=', to)
    .where('period', '>=', scope.openFrom.slice(0, 4))
    .groupBy(['person_id', 'benefit', 'period'])
    .execute();
  for (const { person_id, benefit, period, due } of rows) {
    if (due !== 0) put(byPerson, person_id, accountKey(benefit, period), due);
  }
  return byPerson;
}

async function outstandingIn(query: Query, scope: Scope, from: number, to: number) {
  const byPerson = new Map<number, Map<string, Fen>>();
  if (scope.approved.length === 0) return byPerson;
  const { rows } = await sql<{ person_id: number; fund: string; outstanding: number }>`
    SELECT person_id, fund, sum(max(0, -due) - "offset") AS outstanding FROM batch_payment
    WHERE batch_id IN (${sql.join(scope.approved)}) AND person_id BETWEEN ${from} AND ${to}
      AND (due < 0 OR "offset" > 0)
    GROUP BY person_id, fund`.execute(query);
  for (const { person_id, fund, outstanding } of rows) {
    if (outstanding > 0) put(byPerson, person_id, fund, outstanding);
  }
  return byPerson;
}

async function enrolledYears(query: Query, from: number, to: number) {
  const { rows } = await sql<{ person_id: number; years: string }>`
    SELECT person_id, group_concat(year) AS years FROM enrolment
    WHERE person_id BETWEEN ${from} AND ${to} GROUP BY person_id`.execute(query);
  return new Map(rows.map(({ person_id, years }) => [person_id, years.split(',').map(Number)]));
}

async function recognitionsIn(query: Query, from: number, to: number) {
  const rows = await query
    .selectFrom('recognition')
    .select(['person_id', 'kind', 'valid_from', 'valid_to'])
    .where('person_id', '>=', from)
    .where('person_id', '<=', to)
    .orderBy('person_id')
    .orderBy('kind')
    .orderBy('valid_from')
    .execute();
  const byPerson = new Map<number, RecognitionFacts[]>();
  for (const { person_id, kind, valid_from, valid_to } of rows) {
    const recognition = { kind, from: valid_from, to: valid_to };
    const known = byPerson.get(person_id);
    if (known) known.push(recognition);
    else byPerson.set(person_id, [recognition]);
  }
  return byPerson;
}

function put(byPerson: Map<number, Map<string, Fen>>, person: number, key: string, fen: Fen): void {
  const known = byPerson.get(person);
  if (known) known.set(key, fen);
  else byPerson.set(person, new Map([[key, fen]]));
}

/** The facts of one person, empty where there are none to look at. */
export async function readPersonFacts(
  query: Query,
  scope: Scope,
  personId: number,
): Promise<PersonFacts> {
  const found = (await readFacts(query, scope, personId, personId)).get(personId);
  if (found) return found;
  const enrolled = await enrolledYears(query, personId, personId);
  const recognitions = await recognitionsIn(query, personId, personId);
  return {
    enrolled: enrolled.get(personId) ?? [],
    recognitions: recognitions.get(personId) ?? [],
    claims: [],
    settledBefore: new Map(),
    outstanding: (await outstandingIn(query, scope, personId, personId)).get(personId) ?? new Map(),
  };
}

/** The quarter of the latest approved batch, undefined before the first. */
export async function latestApprovedQuarter(query: Query): Promise<Quarter | undefined> {
  const row = await query
    .selectFrom('batch')
    .select((e) => e.fn.max('quarter').as('quarter'))
    .where('status', 'in', settledStatuses)
    .executeTakeFirst();
  return row?.quarter ?? undefined;
}
