import { type Kysely, sql } from 'kysely';
import type { Writer } from '../audit/change.ts';
import type { CivilDate } from '../core/civil-date.ts';
import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { parseNumber } from '../core/text.ts';
import type { Piece } from '../io/listing.ts';
import type { Tables } from '../io/tables.ts';
import type { Level } from '../organisation/unit.ts';
import { idsOfPeopleLike } from '../people/store.ts';
import type { RequestRules } from '../policy/aid.ts';
import { rulesOn } from '../policy/store.ts';
import type { RequestState, Step } from './request.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** How requests are answered on a day. @throws refused where the policy says nothing of it */
export async function requestRules(query: Query, day: CivilDate): Promise<RequestRules> {
  const { requests } = await rulesOn(query, day);
  if (!requests) throw new Failure('refused', say(words.noRules));
  return requests;
}

/** A request as it is stored, with where it was taken, where it stands, and what is above that. */
export interface StoredRequest {
  readonly id: number;
  readonly employee_no: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly kind: string;
  readonly matter: string;
  /** The code of the unit that took it. */
  readonly taken_at: string;
  readonly taken_on: CivilDate;
  readonly taken_by: string;
  readonly at_id: number;
  readonly at: string;
  readonly at_name: string;
  readonly at_level: Level;
  /** The unit above; null at the top. */
  readonly above_id: number | null;
  readonly above: string | null;
  readonly above_level: Level | null;
  readonly due_on: CivilDate;
  readonly state: RequestState;
}

const requests = sql`
  SELECT request.id, employee_no, request.name, request.phone, kind, matter, begun.code AS taken_at, taken_on,
    taken_by, at_unit_id AS at_id, standing.code AS "at", standing.name AS at_name, standing.level AS at_level,
    above.id AS above_id, above.code AS above, above.level AS above_level, due_on, state
  FROM request JOIN unit AS begun ON begun.id = request.unit_id JOIN unit AS standing ON standing.id = at_unit_id
  LEFT JOIN unit AS above ON above.id = standing.parent_id LEFT JOIN person ON person.id = person_id`;

/** The request of a number: `7` or `#7`. @throws rejected where there is none */
export async function findRequest(query: Query, text: string): Promise<StoredRequest> {
  const { rows } = await sql<StoredRequest>`
    ${requests} WHERE request.id = ${parseNumber(text) ?? 0}`.execute(query);
  const [found] = rows;
  if (!found) throw new Failure('rejected', say(words.unknown, { text }));
  return found;
}

/** The unit above where a request stands; null at the top. */
export function aboveOf({ above_id: id, above: code, above_level: level }: StoredRequest) {
  return id === null || code === null || level === null ? null : { id, code, level };
}

/**
 * A step of a request's way; the unit is where it stood after it, or where it was answered. Of one that
 * rose by itself, what was said is the day by which it was to be answered.
 */
export type StoredStep = {
  readonly step: Step;
  readonly on: CivilDate;
  readonly unit: string;
  readonly unit_name: string;
  readonly said: string;
  readonly operator: string;
};

/** The whole way of a request, in the order it went. */
export async function stepsOf(query: Query, requestId: number): Promise<readonly StoredStep[]> {
  const { rows } = await sql<StoredStep>`
    SELECT step, on_date AS "on", unit.code AS unit, unit.name AS unit_name, said, operator
    FROM request_step JOIN unit ON unit.id = unit_id
    WHERE request_id = ${requestId} ORDER BY request_step.id`.execute(query);
  return rows;
}

/** A request to be written, with how it was taken. */
export interface NewRequest {
  readonly person_id: number | null;
  readonly name: string;
  readonly phone: string | null;
  readonly kind: string;
  readonly matter: string;
  readonly unit_id: number;
  readonly taken_on: CivilDate;
  readonly taken_by: string;
  readonly due_on: CivilDate;
}

/** Writes a new request and its first step. @returns its id */
export async function insertRequest(writer: Writer, request: NewRequest): Promise<number> {
  const id = await writer.nextId('request');
  const { unit_id, matter, taken_on, taken_by } = request;
  await writer.insert('request', [{ id, ...request, at_unit_id: unit_id, state: 'open' }]);
  const taken = { unitId: unit_id, said: matter, on: taken_on, operator: taken_by };
  await insertStep(writer, id, { step: 'taken', ...taken });
  return id;
}

/** A step to be written. */
export interface NewStep {
  readonly step: Step;
  readonly unitId: number;
  readonly said: string;
  readonly on: CivilDate;
  readonly operator: string;
}

/** Writes a step of a request's way. */
export async function insertStep(
  writer: Writer,
  requestId: number,
  { step, unitId, said, on, operator }: NewStep,
): Promise<void> {
  const id = await writer.nextId('request_step');
  await writer.insert('request_step', [
    { id, request_id: requestId, step, unit_id: unitId, said, on_date: on, operator },
  ]);
}

/** What a list of requests can be narrowed by. */
export interface RequestFilter {
  /** Taken or standing at one of these units. */
  readonly seen?: readonly number[] | undefined;
  /** Standing at one of these units. */
  readonly at?: readonly number[] | undefined;
  readonly state?: RequestState | undefined;
  readonly kind?: string | undefined;
  readonly person?: number | undefined;
  /** Open, and due before this day. */
  readonly dueBefore?: CivilDate | undefined;
  /** The name of who asks, their number, or the matter holds this text. */
  readonly text?: string | undefined;
}

function conditions({ seen, at, state, kind, person, dueBefore, text }: RequestFilter) {
  const parts = [sql`TRUE`];
  if (seen) {
    const units = sql.join(seen);
    parts.push(sql`(request.unit_id IN (${units}) OR at_unit_id IN (${units}))`);
  }
  if (at) parts.push(sql`at_unit_id IN (${sql.join(at)})`);
  if (state) parts.push(sql`state = ${state}`);
  if (kind) parts.push(sql`kind = ${kind}`);
  if (person !== undefined) parts.push(sql`person_id = ${person}`);
  if (dueBefore) parts.push(sql`state = 'open' AND due_on < ${dueBefore}`);
  if (text) {
    const like = `%${text}%`;
    parts.push(
      sql`(request.name LIKE ${like} OR matter LIKE ${like} OR person_id IN ${idsOfPeopleLike(text)})`,
    );
  }
  return sql.join(parts, sql` AND `);
}

/** How many requests a filter leaves. */
export async function countRequests(query: Query, filter: RequestFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM request WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** A piece of the list of requests, the latest entered first. */
export async function listRequests(
  query: Query,
  filter: RequestFilter,
  { after, offset, limit }: Piece<{ readonly request: number }>,
): Promise<readonly StoredRequest[]> {
  const before = after ? sql`AND request.id < ${after.request}` : sql``;
  const { rows } = await sql<StoredRequest>`
    ${requests} WHERE ${conditions(filter)} ${before}
    ORDER BY request.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}

/** All open requests past their due day, the oldest due first. @param at the units where they stand; undefined: all */
export async function overdueRequests(
  query: Query,
  at: readonly number[] | undefined,
  today: CivilDate,
): Promise<readonly StoredRequest[]> {
  const { rows } = await sql<StoredRequest>`
    ${requests} WHERE ${conditions({ at, dueBefore: today })} ORDER BY due_on, request.id`.execute(
    query,
  );
  return rows;
}

/** The day of the last step of a request. */
export async function lastStepOn(query: Query, requestId: number): Promise<CivilDate> {
  const { on_date } = await query
    .selectFrom('request_step')
    .select((e) => e.fn.max('on_date').as('on_date'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  return on_date;
}
