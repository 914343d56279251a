import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { ClaimTable, Tables } from '../../io/tables.ts';
import { settledStatuses, waitingStatuses } from '../batch/batch.ts';
import { blockOf, blockSize } from '../block.ts';
import type { ClaimRecord, ClaimState, ReceiptType } from './claim.ts';
import { type EnteredReceipt, type Lookalike, mayBe, type Receipt } from './duplicate.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** A claim as it is stored, with the names of what it refers to. Amounts in fen. */
export interface StoredClaim extends Omit<ClaimTable, 'seal' | 'state'> {
  readonly employee_no: string;
  readonly name: string;
  /** The person's unit. */
  readonly unit_id: number;
  readonly hospital: string;
  readonly designated: number;
  /** With `settled` worked out. */
  readonly state: ClaimState;
  /** The approved batch that holds it. */
  readonly batch: string | null;
}

const settledIn = sql.join(settledStatuses);

/** The approved batch that holds a claim, as a subquery over `claim`. */
const holdingBatch = sql<string | null>`(
  SELECT batch.name FROM batch JOIN batch_block held ON held.batch_id = batch.id
  WHERE batch.status IN (${settledIn}) AND held.block = claim.person_id / ${sql.lit(blockSize)}
    AND instr(held.taken, ',' || claim.id || ','))`;

const columns = sql`
  claim.id, claim.person_id, claim.receipt_type, claim.receipt_no, claim.service_date, claim.received_on,
  claim.hospital_id, claim.total_amount, claim.pool_paid, claim.pool_self_pay, claim.own_expense,
  claim.personal_account_paid, claim.diagnosis, claim.stay_days, claim.state, claim.state_reason,
  person.employee_no, person.name, person.unit_id, hospital.name AS hospital, hospital.designated,
  CASE claim.state WHEN 'open' THEN ${holdingBatch} END AS batch`;

const tables = sql`claim JOIN person ON person.id = claim.person_id
  JOIN hospital ON hospital.id = claim.hospital_id`;

function withState(row: StoredClaim): StoredClaim {
  return row.batch === null ? row : { ...row, state: 'settled' };
}

/** What a list of claims can be narrowed by. */
export interface ClaimFilter {
  readonly units?: readonly number[] | undefined;
  readonly category?: string | undefined;
  readonly year?: number | undefined;
  readonly type?: string | undefined;
  readonly state?: ClaimState | undefined;
  readonly person?: string | undefined;
  readonly text?: string | undefined;
}

function conditions(filter: ClaimFilter) {
  const parts = [sql`TRUE`];
  if (filter.units) parts.push(sql`person.unit_id IN (${sql.join(filter.units)})`);
  if (filter.category) parts.push(sql`person.category = ${filter.category}`);
  if (filter.person) parts.push(sql`person.employee_no = ${filter.person}`);
  if (filter.type) parts.push(sql`claim.receipt_type = ${filter.type}`);
  if (filter.year) {
    parts.push(
      sql`claim.service_date BETWEEN ${`${filter.year}-01-01`} AND ${`${filter.year}-12-31`}`,
    );
  }
  if (filter.state === 'settled')
    parts.push(sql`claim.state = 'open' AND ${holdingBatch} IS NOT NULL`);
  else if (filter.state === 'open')
    parts.push(sql`claim.state = 'open' AND ${holdingBatch} IS NULL`);
  else if (filter.state) parts.push(sql`claim.state = ${filter.state}`);
  if (filter.text) {
    const like = `%${filter.text}%`;
    const fields = ['claim.receipt_no', 'person.name', 'person.employee_no', 'claim.diagnosis'];
    const any = fields.map((field) => sql`${sql.ref(field)} LIKE ${like}`);
    parts.push(sql`(${sql.join(any, sql` OR `)})`);
  }
  return sql.join(parts, sql` AND `);
}

/** How many claims a filter leaves. */
export async function countClaims(query: Query, filter: ClaimFilter): Promise<number> {
  if (Object.values(filter).every((value) => value === undefined)) {
    // What the seals counted spares reading a whole index.
    const tally = query.selectFrom('sealed').select('rows').where('entity', '=', 'claim');
    return (await tally.executeTakeFirstOrThrow()).rows;
  }
  const ofPerson = filter.units || filter.category || filter.person || filter.text;
  const from = ofPerson ? sql`claim JOIN person ON person.id = claim.person_id` : sql`claim`;
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${from} WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** Claims, the latest entered first. */
export async function listClaims(
  query: Query,
  filter: ClaimFilter,
  piece: { readonly before: number | undefined; readonly offset: number; readonly limit: number },
): Promise<readonly StoredClaim[]> {
  const before = piece.before === undefined ? sql`` : sql`AND claim.id < ${piece.before}`;
  const { rows } = await sql<StoredClaim>`
    SELECT ${columns} FROM ${tables} WHERE ${conditions(filter)} ${before}
    ORDER BY claim.id DESC LIMIT ${piece.limit} OFFSET ${piece.offset}`.execute(query);
  return rows.map(withState);
}

/** Claims by their receipt numbers, of every type and state: what an import compares with. */
export async function claimsByReceipt(
  query: Query,
  receiptNos: readonly string[],
): Promise<Map<string, StoredClaim[]>> {
  const list = JSON.stringify([...new Set(receiptNos)]);
  // Two probes, each by its own index: the live receipts and those taken back.
  const { rows } = await sql<StoredClaim>`
    WITH asked AS (SELECT value AS no FROM json_each(${list})),
    found AS (
      SELECT claim.id FROM asked JOIN claim ON claim.receipt_no = asked.no
        AND claim.state NOT IN ('withdrawn', 'annulled')
      UNION ALL
      SELECT claim.id FROM asked JOIN claim ON claim.receipt_no = asked.no
        AND claim.state IN ('withdrawn', 'annulled'))
    SELECT ${columns} FROM ${tables} WHERE claim.id IN (SELECT id FROM found) ORDER BY claim.id`.execute(
    query,
  );
  const byNo = new Map<string, StoredClaim[]>();
  for (const row of rows) {
    const known = byNo.get(row.receipt_no) ?? [];
    known.push(withState(row));
    byNo.set(row.receipt_no, known);
  }
  return byNo;
}

/** The earliest standing claim of each of these costs: of one of the persons, on the day, at the hospital, of the total amount. */
export async function claimsOfCost(
  query: Query,
  costs: readonly Receipt[],
): Promise<readonly EnteredReceipt[]> {
  const list = costs.map((cost) => [
    ...[cost.person_id, cost.service_date, cost.hospital_id, cost.total_amount],
  ]);
  // One probe of the index by persons for each cost: `+` keeps it from one for each state.
  const { rows } = await sql<EnteredReceipt>`
    SELECT min(claim.id) AS id, person_id, receipt_no, hospital_id, service_date, total_amount
    FROM (SELECT DISTINCT value FROM json_each(${JSON.stringify(list)})) AS cost CROSS JOIN claim
    WHERE person_id = cost.value ->> 0 AND service_date = cost.value ->> 1
      AND +state IN ('open', 'held') AND hospital_id = cost.value ->> 2
      AND total_amount = cost.value ->> 3
    GROUP BY cost.value`.execute(query);
  return rows;
}

/** The claims of a person, by service date. */
export async function claimsOfPerson(
  query: Query,
  personId: number,
): Promise<readonly StoredClaim[]> {
  const { rows } = await sql<StoredClaim>`
    SELECT ${columns} FROM ${tables} WHERE claim.person_id = ${personId}
    ORDER BY claim.service_date, claim.id`.execute(query);
  return rows.map(withState);
}

async function claimOfId(query: Query, id: number): Promise<StoredClaim | undefined> {
  const { rows } = await sql<StoredClaim>`
    SELECT ${columns} FROM ${tables} WHERE claim.id = ${id}`.execute(query);
  return rows[0] && withState(rows[0]);
}

/**
 * The claim that a text names: its id, its receipt number, or `type:number`.
 * @throws rejected where there is none, or where it names several
 */
export async function findClaim(query: Query, text: string): Promise<StoredClaim> {
  const [, type, no] = /^([a-z-]+):(.+)$/.exec(text) ?? [undefined, undefined, text];
  const byNo = ((await claimsByReceipt(query, [no ?? text])).get(no ?? text) ?? []).filter(
    (claim) => type === undefined || claim.receipt_type === type,
  );
  const live = byNo.filter(({ state }) => state !== 'withdrawn' && state !== 'annulled');
  const found = live.length > 0 ? [...live] : byNo.slice(-1);
  if (/^#?\d{1,15}$/.test(text)) {
    const byId = await claimOfId(query, Number(text.replace('#', '')));
    if (byId && text.startsWith('#')) return byId;
    if (byId && !found.some(({ id }) => id === byId.id)) found.push(byId);
  }
  const [claim, second] = found;
  if (!claim) throw new Failure('rejected', say(words.unknown, { text }));
  if (!second) return claim;
  const choices = found.map((one) =>
    one.receipt_no === (no ?? text) ? `${one.receipt_type}:${one.receipt_no}` : `#${one.id}`,
  );
  throw new Failure('rejected', say(words.ambiguous, { text, choices }));
}

/** A claim to be written: what it says, and the ids of what it refers to. */
export interface NewClaim {
  readonly id: number;
  readonly personId: number;
  readonly hospitalId: number;
  readonly receivedOn: string;
  readonly record: ClaimRecord;
  /** What it may be, where nobody has said which it is. */
  readonly mayBe: Lookalike | undefined;
}

/** Writes new claims: open, or held where they may be another one. */
export async function insertClaims(writer: Writer, claims: readonly NewClaim[]): Promise<void> {
  await writer.insert(
    'claim',
    claims.map(({ id, personId, hospitalId, receivedOn, record, mayBe: other }) => ({
      id,
      person_id: personId,
      receipt_type: record.receipt_type as ReceiptType,
      receipt_no: record.receipt_no,
      service_date: record.service_date,
      received_on: receivedOn,
      hospital_id: hospitalId,
      total_amount: record.total_amount,
      pool_paid: record.pool_paid,
      pool_self_pay: record.pool_self_pay,
      own_expense: record.own_expense,
      personal_account_paid: record.personal_account_paid,
      diagnosis: record.diagnosis,
      stay_days: record.stay_days,
      state: other === undefined ? 'open' : 'held',
      state_reason: other === undefined ? null : mayBe(other),
    })),
  );
}

/** The batch that awaits approval and holds a claim, if any. */
export async function waitingBatchOf(query: Query, claim: StoredClaim) {
  const { rows } = await sql<{ name: string; quarter: string }>`
    SELECT batch.name, batch.quarter FROM batch JOIN batch_block held ON held.batch_id = batch.id
    WHERE batch.status IN (${sql.join(waitingStatuses)}) AND held.block = ${blockOf(claim.person_id)}
      AND instr(held.taken, ${`,${claim.id},`})`.execute(query);
  return rows[0];
}
