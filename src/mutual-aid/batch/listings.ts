import { type Kysely, sql } from 'kysely';
import { formatYuan } from '../../core/money.ts';
import { formatRate } from '../../core/rate.ts';
import type { Listing, Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { Fund } from '../../policy/aid.ts';
import type { Policy } from '../../policy/policy.ts';
import { blockOf } from '../block.ts';
import { lineColumns, notPayableColumns, paymentColumns } from './view.ts';

type Query = Kysely<Tables>;

/** A line of a batch as SPEC 8 has it. */
export type LineRow = {
  readonly employee_no: string;
  readonly fund: string;
  readonly benefit: string;
  readonly period: string;
  readonly base: string;
  readonly rate: string | null;
  readonly target: string;
  readonly settled_before: string;
  readonly due: string;
};

/** A batch's rows from an employee number on. CROSS JOIN walks the people in order, so that no piece sorts them all. */
function byEmployee(table: 'batch_line' | 'batch_payment', batch: number, from = '') {
  return sql`person CROSS JOIN ${sql.table(table)}
    WHERE person_id = person.id AND batch_id = ${batch} AND employee_no >= ${from}`;
}

/** The lines of a batch, by employee number. */
export function linesListing(query: Query, batch: number, policy: Policy): Listing<LineRow> {
  return {
    columns: lineColumns(policy),
    count: () => countOf(query, 'batch_line', batch),
    fetch: async ({ after, offset, limit }: Piece<LineRow>) => {
      const key = after
        ? sql`(${after.employee_no}, ${after.benefit}, ${after.period})`
        : undefined;
      const { rows } = await sql<Record<keyof LineRow, never>>`
        SELECT employee_no, fund, benefit, period, base, rate, target, settled_before, due
        FROM ${byEmployee('batch_line', batch, after?.employee_no)}
        ${key ? sql`AND (employee_no, benefit, period) > ${key}` : sql``}
        ORDER BY employee_no, benefit, period LIMIT ${limit} OFFSET ${offset}`.execute(query);
      return rows.map((row) => ({
        ...row,
        base: formatYuan(row.base),
        rate: row.rate === null ? null : formatRate(row.rate),
        target: formatYuan(row.target),
        settled_before: formatYuan(row.settled_before),
        due: formatYuan(row.due),
      }));
    },
  };
}

/** A payment of a batch as SPEC 8 has it. */
export type PaymentRow = {
  readonly employee_no: string;
  readonly fund: string;
  readonly due: string;
  readonly offset: string;
  readonly payable: string;
};

/** The payments of a batch, by employee number. */
export function paymentsListing(
  query: Query,
  batch: number,
  funds: readonly Fund[],
): Listing<PaymentRow> {
  return {
    columns: paymentColumns(funds),
    count: () => countOf(query, 'batch_payment', batch),
    fetch: async ({ after, offset, limit }: Piece<PaymentRow>) => {
      const key = after ? sql`(${after.employee_no}, ${after.fund})` : undefined;
      const { rows } = await sql<Record<keyof PaymentRow, never>>`
        SELECT employee_no, fund, due, "offset", payable
        FROM ${byEmployee('batch_payment', batch, after?.employee_no)}
        ${key ? sql`AND (employee_no, fund) > ${key}` : sql``}
        ORDER BY employee_no, fund LIMIT ${limit} OFFSET ${offset}`.execute(query);
      return rows.map((row) => ({
        ...row,
        due: formatYuan(row.due),
        offset: formatYuan(row.offset),
        payable: formatYuan(row.payable),
      }));
    },
  };
}

/** A claim that is not payable as SPEC 8 has it. */
export type NotPayableRow = {
  readonly claim: number;
  readonly receipt_no: string;
  readonly reasons: readonly string[];
};

/** What a batch found not payable, person by person, by claim. */
export function notPayableListing(query: Query, batch: number): Listing<NotPayableRow> {
  return {
    columns: notPayableColumns,
    count: async () => {
      const { rows } = await sql<{ n: number }>`
        SELECT coalesce(sum(json_array_length(refused)), 0) AS n FROM batch_block
        WHERE batch_id = ${batch}`.execute(query);
      return rows[0]?.n ?? 0;
    },
    fetch: async ({ after, offset, limit }: Piece<NotPayableRow>) => {
      const last = after && (await findClaimPerson(query, after.claim));
      const beyond = last
        ? sql`AND block >= ${blockOf(last)} AND (claim.person_id, claim.id) > (${last}, ${after.claim})`
        : sql``;
      const { rows } = await sql<{ claim: number; receipt_no: string; reasons: string }>`
        SELECT claim.id AS claim, receipt_no, one.value -> 1 AS reasons
        FROM batch_block, json_each(refused) AS one JOIN claim ON claim.id = one.value ->> 0
        WHERE batch_id = ${batch} ${beyond}
        ORDER BY block, claim.person_id, claim.id LIMIT ${limit} OFFSET ${offset}`.execute(query);
      return rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as string[] }));
    },
  };
}

async function findClaimPerson(query: Query, claim: number): Promise<number> {
  const { person_id } = await query
    .selectFrom('claim')
    .select('person_id')
    .where('id', '=', claim)
    .executeTakeFirstOrThrow();
  return person_id;
}

async function countOf(
  query: Query,
  table: 'batch_line' | 'batch_payment',
  batch: number,
): Promise<number> {
  const { n } = await query
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('batch_id', '=', batch)
    .executeTakeFirstOrThrow();
  return n;
}

/** The sums of a batch, in fen: what is payable, how many payments are, and the dues by benefit. */
export async function batchSums(query: Query, batch: number) {
  const { payable, payments } = await query
    .selectFrom('batch_payment')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('payable'), sql<number>`0`).as('payable'))
    .select(sql<number>`count(*) FILTER (WHERE payable > 0)`.as('payments'))
    .where('batch_id', '=', batch)
    .executeTakeFirstOrThrow();
  const dues = await query
    .selectFrom('batch_line')
    .select(['benefit'])
    .select((e) => e.fn.sum<number>('due').as('due'))
    .select((e) => e.fn.countAll<number>().as('lines'))
    .where('batch_id', '=', batch)
    .groupBy('benefit')
    .execute();
  return { payable, payments, dues };
}

/** The largest payments of a batch, with names, for a screen. */
export async function largestPayments(query: Query, batch: number, most: number) {
  const { rows } = await sql<{
    employee_no: string;
    name: string;
    unit: string;
    fund: string;
    payable: number;
  }>`
    SELECT employee_no, person.name, unit.name AS unit, fund, payable
    FROM batch_payment JOIN person ON person.id = person_id JOIN unit ON unit.id = unit_id
    WHERE batch_id = ${batch} AND payable > 0
    ORDER BY payable DESC, employee_no, fund LIMIT ${most}`.execute(query);
  return rows.map((row) => ({ ...row, payable: formatYuan(row.payable) }));
}

/** How many claims of a batch are not payable, by the first of their reasons and the rest. */
export async function notPayableByReason(query: Query, batch: number) {
  const { rows } = await sql<{ reason: string; claims: number }>`
    SELECT reason.value AS reason, count(*) AS claims
    FROM batch_block, json_each(refused) AS one, json_each(one.value, '$[1]') AS reason
    WHERE batch_id = ${batch} GROUP BY reason.value ORDER BY claims DESC, reason`.execute(query);
  return rows;
}
