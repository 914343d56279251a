import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Fen } from '../../core/money.ts';
import { parseNumber } from '../../core/text.ts';
import type { Piece } from '../../io/listing.ts';
import type { SpecialReliefTable, Tables } from '../../io/tables.ts';
import { idsOfPeopleLike } from '../../people/store.ts';
import { settledStatuses, waitingStatuses } from '../batch/batch.ts';
import { periodOfGrant, specialRelief } from './account.ts';
import type { GrantRecord, GrantState, Situation } from './special-relief.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** Special relief as it is stored, with whose it is and where it stands. Amounts in fen. */
export interface StoredGrant extends Omit<SpecialReliefTable, 'seal'> {
  readonly employee_no: string;
  readonly name: string;
  /** The name of the person's unit. */
  readonly unit: string;
  readonly state: GrantState;
  /** The first approved batch that took it. */
  readonly batch: string | null;
  /** What approved batches settled of it, what they took back taken off. */
  readonly settled: Fen;
}

const lineOf = sql`batch JOIN batch_line ON batch_id = batch.id
  WHERE batch_line.person_id = g.person_id AND benefit = ${sql.lit(specialRelief.benefit)}
    AND period = g.granted_on || '#' || g.id AND status IN (${sql.join(settledStatuses.map((one) => sql.lit(one)))})`;

const rows = sql`(
  SELECT g.id, g.person_id, person.employee_no, person.name, unit.name AS unit, person.unit_id, g.situation,
    g.amount, g.evidence, g.pay, g.granted_on, g.granted_by, g.approved_on, g.approved_by, g.ended, g.ended_on,
    g.ended_by, g.reason, (SELECT batch.name FROM ${lineOf} ORDER BY quarter, number LIMIT 1) AS batch,
    (SELECT coalesce(sum(due), 0) FROM ${lineOf}) AS settled,
    CASE WHEN g.ended IS NOT NULL THEN g.ended WHEN g.approved_on IS NULL THEN 'granted'
      WHEN g.pay = 'now' THEN 'advanced' WHEN EXISTS (SELECT 1 FROM ${lineOf}) THEN 'settled'
      ELSE 'approved' END AS state
  FROM special_relief g JOIN person ON person.id = g.person_id JOIN unit ON unit.id = person.unit_id)`;

/** What a list of special relief can be narrowed by. */
export interface GrantFilter {
  readonly units?: readonly number[] | undefined;
  readonly state?: GrantState | undefined;
  readonly situation?: Situation | undefined;
  readonly person?: string | undefined;
  /** In one of these states. */
  readonly states?: readonly GrantState[] | undefined;
  /** The person's number begins with this text, or their name holds it. */
  readonly text?: string | undefined;
}

function conditions({ units, state, situation, person, states, text }: GrantFilter) {
  const parts = [sql`TRUE`];
  if (units) parts.push(sql`unit_id IN (${sql.join(units)})`);
  if (state) parts.push(sql`state = ${state}`);
  if (situation) parts.push(sql`situation = ${situation}`);
  if (person) parts.push(sql`employee_no = ${person}`);
  if (states) parts.push(sql`state IN (${sql.join(states)})`);
  if (text) parts.push(sql`person_id IN ${idsOfPeopleLike(text)}`);
  return sql.join(parts, sql` AND `);
}

/** How many grants a filter leaves. */
export async function countGrants(query: Query, filter: GrantFilter): Promise<number> {
  const counted = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${rows} WHERE ${conditions(filter)}`.execute(query);
  return counted.rows[0]?.n ?? 0;
}

/** Grants, the latest entered first. */
export async function listGrants(
  query: Query,
  filter: GrantFilter,
  { after, offset, limit }: Piece<{ readonly grant: number }>,
): Promise<readonly StoredGrant[]> {
  const before = after ? sql`AND id < ${after.grant}` : sql``;
  const listed = await sql<StoredGrant>`
    SELECT * FROM ${rows} WHERE ${conditions(filter)} ${before}
    ORDER BY id DESC LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return listed.rows;
}

/** The grants of a person by the period of their accounts, oldest first. */
export async function grantsOfPerson(
  query: Query,
  personId: number,
): Promise<ReadonlyMap<string, StoredGrant>> {
  const own = await sql<StoredGrant>`
    SELECT * FROM ${rows} WHERE person_id = ${personId} ORDER BY granted_on, id`.execute(query);
  return new Map(own.rows.map((grant) => [periodOfGrant(grant), grant]));
}

/** The grant of a number: `7` or `#7`. @throws rejected where there is none */
export async function findGrant(query: Query, text: string): Promise<StoredGrant> {
  const found = await sql<StoredGrant>`
    SELECT * FROM ${rows} WHERE id = ${parseNumber(text) ?? 0}`.execute(query);
  const [grant] = found.rows;
  if (!grant) throw new Failure('rejected', say(words.unknown, { text }));
  return grant;
}

/** Writes a new grant; it awaits approval. @returns its id */
export async function insertGrant(
  writer: Writer,
  personId: number,
  record: GrantRecord,
  granted: { readonly on: CivilDate; readonly by: string },
): Promise<number> {
  const id = await writer.nextId('special_relief');
  const { situation, amount, evidence, pay } = record;
  await writer.insert('special_relief', [
    {
      ...{ id, person_id: personId, situation, amount, evidence, pay },
      ...{ granted_on: granted.on, granted_by: granted.by, approved_on: null, approved_by: null },
      ...{ ended: null, ended_on: null, ended_by: null, reason: null },
    },
  ]);
  return id;
}

/** The batch that awaits approval and holds a grant, if any. */
export async function waitingBatchOf(query: Query, grant: StoredGrant) {
  return query
    .selectFrom('batch')
    .innerJoin('batch_line', 'batch_line.batch_id', 'batch.id')
    .select(['name', 'quarter'])
    .where('status', 'in', waitingStatuses)
    .where('person_id', '=', grant.person_id)
    .where('benefit', '=', specialRelief.benefit)
    .where('period', '=', periodOfGrant(grant))
    .executeTakeFirst();
}
