import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '../core/civil-date.ts';
import type { Fen } from '../core/money.ts';
import { firstDayOf, lastDayOf, type Quarter, yearOfQuarter } from '../core/quarter.ts';
import type { Tables } from '../io/tables.ts';
import { outstandingOf } from '../ledger/store.ts';
import type { Policy } from '../policy/policy.ts';
import { settledStatuses } from './batch/batch.ts';
import { blockOf, idsIn } from './block.ts';
import { accountKey, type ClaimFacts, type GrantFacts, type PersonFacts } from './facts.ts';
import { isOpenYear } from './payability.ts';
import { enrolledIn, recognitionsIn } from './recorded-store.ts';
import { specialRelief } from './special-relief/account.ts';

type Query = Kysely<Tables>;

/** What a settlement of a quarter has to look at, the same for every person. */
export interface Scope {
  readonly quarter: Quarter;
  /** January 1 of the first year whose accounts are open. */
  readonly openFrom: CivilDate;
  /** Approved batches that can hold claims or lines of the open years, oldest first. */
  readonly recent: readonly number[];
  /** By hospital id, whether it is designated. */
  readonly designated: ReadonlyMap<number, boolean>;
  /** The persons with special relief that was approved to be paid with a batch: few, so that most ranges need no look. */
  readonly granted: readonly number[];
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
    designated: new Map(hospitals.map(({ id, designated }) => [id, designated === 1])),
    granted: await personsGranted(query),
  };
}

const nothing: ReadonlyMap<string, Fen> = new Map();

/**
 * Reads the facts of the persons whose ids lie in a range and who have any claim, grant or account to look at.
 * @returns them by id, in the order of ids
 */
export async function readFacts(
  query: Query,
  scope: Scope,
  from: number,
  to: number,
): Promise<Map<number, PersonFacts>> {
  const claims = await claimsIn(query, scope, from, to);
  const before = await settledBefore(query, scope, from, to);
  const granted = await grantsIn(query, scope, from, to);
  const ids = new Set([...claims.keys(), ...before.keys(), ...granted.keys()]);
  if (ids.size === 0) return new Map();
  const enrolled = await enrolledIn(query, from, to);
  const recognitions = await recognitionsIn(query, from, to);
  const outstanding = await outstandingIn(query, from, to);
  const facts = new Map<number, PersonFacts>();
  for (const id of [...ids].sort((a, b) => a - b)) {
    const grants = granted.get(id);
    facts.set(id, {
      enrolled: enrolled.get(id) ?? [],
      recognitions: recognitions.get(id) ?? [],
      claims: claims.get(id) ?? [],
      ...(grants && { grants }),
      settledBefore: before.get(id) ?? nothing,
      outstanding: outstanding.get(id) ?? nothing,
    });
  }
  return facts;
}

const claimColumns = [
  ...['person_id', 'id', 'receipt_type', 'service_date', 'received_on', 'hospital_id'],
  ...['pool_paid', 'pool_self_pay'],
];

type ClaimColumns = readonly [
  ...[person: number[], id: number[], type: string[], service: string[], received: string[]],
  ...[hospital: number[], paid: number[], selfPay: number[]],
];

/** The claims of persons that a settlement looks at, by person: open ones, settled or not, and those annulled since. */
async function claimsIn(query: Query, scope: Scope, from: number, to: number) {
  const held = await heldClaims(query, scope, from, to);
  const { openFrom, quarter } = scope;
  const byPerson = new Map<number, ClaimFacts[]>();
  const open = sql`state = 'open' AND (service_date >= ${openFrom}
    OR received_on BETWEEN ${firstDayOf(quarter)} AND ${lastDayOf(quarter)})`;
  addClaims(byPerson, await claimColumnsWhere(query, open, from, to), scope, held, {});
  if (held.taken.size > 0) {
    const annulled = sql`state = 'annulled' AND service_date >= ${openFrom}`;
    const columns = await claimColumnsWhere(query, annulled, from, to);
    addClaims(byPerson, columns, scope, held, { annulled: true });
  }
  return byPerson;
}

/** Claims column by column, each one JSON array: half the time of a row a claim. */
async function claimColumnsWhere(
  query: Query,
  condition: RawBuilder<unknown>,
  from: number,
  to: number,
): Promise<ClaimColumns> {
  const columns = claimColumns.map(
    (name) => sql`json_group_array(${sql.ref(name)}) AS ${sql.ref(name)}`,
  );
  const { rows } = await sql<Record<string, string>>`
    SELECT ${sql.join(columns)} FROM claim
    WHERE person_id BETWEEN ${from} AND ${to} AND ${condition}`.execute(query);
  return claimColumns.map((name) => JSON.parse(rows[0]?.[name] ?? '[]')) as unknown as ClaimColumns;
}

function addClaims(
  byPerson: Map<number, ClaimFacts[]>,
  [persons, ids, types, services, receipts, hospitals, paid, selfPay]: ClaimColumns,
  { designated }: Scope,
  { taken, returned }: HeldClaims,
  more: Pick<ClaimFacts, 'annulled'>,
): void {
  for (const [at, person] of persons.entries()) {
    const id = ids[at] as number;
    const settled = taken.has(id);
    if (more.annulled && !settled) continue;
    const claim: ClaimFacts = {
      id,
      receipt_type: types[at] as string,
      service_date: services[at] as string,
      received_on: receipts[at] as string,
      designated: designated.get(hospitals[at] as number) ?? false,
      pool_paid: paid[at] as number,
      pool_self_pay: selfPay[at] as number,
      settled,
    };
    const known = byPerson.get(person);
    const facts = settled && returned.has(id) ? { ...claim, returned: true as const } : claim;
    const told = more.annulled ? { ...facts, ...more } : facts;
    if (known) known.push(told);
    else byPerson.set(person, [told]);
  }
}

interface HeldClaims {
  readonly taken: ReadonlySet<number>;
  readonly returned: ReadonlySet<number>;
}

/** The claims that recent batches took, and those that the latest of them left out again, of the blocks that persons lie in. */
async function heldClaims(
  query: Query,
  { recent }: Scope,
  from: number,
  to: number,
): Promise<HeldClaims> {
  const taken = new Set<number>();
  const returned = new Set<number>();
  if (recent.length === 0) return { taken, returned };
  const rows = await query
    .selectFrom('batch_block')
    .select(['batch_id', 'taken', 'returned'])
    .where('batch_id', 'in', recent)
    .where('block', '>=', blockOf(from))
    .where('block', '<=', blockOf(to))
    .execute();
  for (const row of rows) {
    for (const id of idsIn(row.taken)) taken.add(id);
    if (row.batch_id !== recent.at(-1)) continue;
    for (const id of idsIn(row.returned)) returned.add(id);
  }
  return { taken, returned };
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

const forBatch = sql`pay = 'batch' AND approved_on IS NOT NULL`;

async function personsGranted(query: Query): Promise<readonly number[]> {
  const { rows } = await sql<{ person_id: number }>`
    SELECT DISTINCT person_id FROM special_relief WHERE ${forBatch}`.execute(query);
  return rows.map(({ person_id }) => person_id);
}

interface StoredGrantFacts extends Omit<GrantFacts, 'settled' | 'revoked'> {
  readonly person_id: number;
  /** Null where no batch took it. */
  readonly settled: Fen | null;
  readonly revoked: 0 | 1;
}

/**
 * Special relief that was approved to be paid with a batch, with what all batches ever settled of it: it is paid
 * once, however many years lie between. One revoked before any batch took it is gone.
 */
async function grantsIn(query: Query, { granted }: Scope, from: number, to: number) {
  const byPerson = new Map<number, GrantFacts[]>();
  if (!granted.some((id) => id >= from && id <= to)) return byPerson;
  const { rows } = await sql<StoredGrantFacts>`
    SELECT person_id, id, granted_on, amount, ended IS NOT NULL AS revoked, (
      SELECT sum(due) FROM batch JOIN batch_line ON batch_id = batch.id
      WHERE status IN (${sql.join(settledStatuses)}) AND batch_line.person_id = special_relief.person_id
        AND benefit = ${specialRelief.benefit}
        AND period = granted_on || '#' || special_relief.id) AS settled
    FROM special_relief
    WHERE person_id BETWEEN ${from} AND ${to} AND ${forBatch}
    ORDER BY id`.execute(query);
  for (const { person_id, settled, revoked, ...grant } of rows) {
    if (revoked && settled === null) continue;
    const told = { ...grant, settled: settled ?? 0, ...(revoked && { revoked: true as const }) };
    const known = byPerson.get(person_id);
    if (known) known.push(told);
    else byPerson.set(person_id, [told]);
  }
  return byPerson;
}

async function outstandingIn(query: Query, from: number, to: number) {
  const byPerson = new Map<number, Map<string, Fen>>();
  for (const { person_id, fund, outstanding } of await outstandingOf(query, from, to)) {
    put(byPerson, person_id, fund, outstanding);
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
  const enrolled = await enrolledIn(query, personId, personId);
  const recognitions = await recognitionsIn(query, personId, personId);
  return {
    enrolled: enrolled.get(personId) ?? [],
    recognitions: recognitions.get(personId) ?? [],
    claims: [],
    settledBefore: new Map(),
    outstanding: (await outstandingIn(query, personId, personId)).get(personId) ?? new Map(),
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
