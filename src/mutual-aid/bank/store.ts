import { type Kysely, sql } from 'kysely';
import type { Fen } from '../../core/money.ts';
import type { Tables } from '../../io/tables.ts';
import type { AwaitedPayments, PaymentException, PaymentOrder, PersonPayment } from './order.ts';

type Query = Kysely<Tables>;

/** The bank files of a batch, oldest first. */
export async function ordersOf(query: Query, batchId: number): Promise<readonly PaymentOrder[]> {
  return query
    .selectFrom('payment_order')
    .select(['id', 'number', 'made_on', 'persons', 'amount', 'result_on'])
    .where('batch_id', '=', batchId)
    .orderBy('number')
    .execute();
}

/** Who was not paid with an order. */
export async function exceptionsOf(
  query: Query,
  orderId: number,
): Promise<readonly PaymentException[]> {
  return query
    .selectFrom('payment_exception')
    .select(['person_id as person', 'why', 'message'])
    .where('order_id', '=', orderId)
    .orderBy('person_id')
    .execute();
}

/**
 * The persons to whom a batch pays something, a row each, by employee number.
 * @param after the order whose exceptions alone are meant; undefined for all
 */
export async function paymentsByPerson(
  query: Query,
  batchId: number,
  after: number | undefined,
): Promise<readonly PersonPayment[]> {
  // CROSS JOIN walks the people in order, so that nothing is sorted.
  const { rows } = await sql<PersonPayment>`
    SELECT person.id AS person, employee_no, name, bank_account, sum(payable) AS amount
    FROM person CROSS JOIN batch_payment
    WHERE person_id = person.id AND batch_id = ${batchId} AND payable > 0 ${notPaidWith(after)}
    GROUP BY employee_no ORDER BY employee_no`.execute(query);
  return rows;
}

/** {@link paymentsByPerson} without those whom an order left out: whom its result is awaited for. */
export async function awaitedPayments(
  query: Query,
  batchId: number,
  order: Pick<PaymentOrder, 'id'>,
  before: number | undefined,
): Promise<AwaitedPayments> {
  // As JSON, a column each: a third of the time of a quarter of a million rows.
  const { rows } = await sql<Record<'persons' | 'numbers' | 'amounts', string>>`
    SELECT json_group_array(person_id) AS persons, json_group_array(employee_no) AS numbers,
      json_group_array(amount) AS amounts
    FROM (${sums(batchId, before)}) JOIN person ON person.id = person_id
    WHERE person_id NOT IN (SELECT person_id FROM payment_exception WHERE order_id = ${order.id})`.execute(
    query,
  );
  const columns = rows[0];
  const read = <T>(text: string | undefined) => JSON.parse(text ?? '[]') as T[];
  return {
    places: new Map(read<string>(columns?.numbers).map((number, place) => [number, place])),
    persons: read<number>(columns?.persons),
    amounts: read<number>(columns?.amounts),
  };
}

function sums(batchId: number, after: number | undefined) {
  return sql`SELECT person_id, sum(payable) AS amount FROM batch_payment
    WHERE batch_id = ${batchId} AND payable > 0 ${notPaidWith(after)} GROUP BY person_id`;
}

function notPaidWith(order: number | undefined) {
  if (order === undefined) return sql``;
  return sql`AND person_id IN (SELECT person_id FROM payment_exception WHERE order_id = ${order})`;
}

/** What a batch has to pay by fund: to all, or to those whom an order did not pay. */
export async function unpaidByFund(
  query: Query,
  batchId: number,
  after: number | undefined,
): Promise<ReadonlyMap<string, Fen>> {
  const { rows } = await sql<{ fund: string; amount: Fen }>`
    SELECT fund, sum(payable) AS amount FROM batch_payment
    WHERE batch_id = ${batchId} ${notPaidWith(after)} GROUP BY fund`.execute(query);
  return new Map(rows.map(({ fund, amount }) => [fund, amount]));
}
