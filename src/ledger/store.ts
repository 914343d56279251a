import { type Kysely, sql } from 'kysely';
import type { Writer } from '../audit/change.ts';
import type { CivilDate } from '../core/civil-date.ts';
import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { type Fen, readableYuan } from '../core/money.ts';
import type { Tables } from '../io/tables.ts';
import { fundsOn, fundTitle } from '../policy/funds.ts';
import { versionOn } from '../policy/policy.ts';
import { fundsInForce, policyInForce } from '../policy/store.ts';
import { available, balances, emptyFund, type FundBalance, type NewEntry, sides } from './entry.ts';
import { whyNotOn } from './fund/fund.ts';
import { beginningOf } from './fund/store.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/**
 * Books entries, append only (SPEC 10).
 * @param operator who caused them
 * @returns their ids, in order
 */
export async function book(
  writer: Writer,
  operator: string,
  entries: readonly NewEntry[],
): Promise<readonly number[]> {
  const heads = [];
  const rows = [];
  for (const { id: kept, fund, on, cause, key, memo, postings, reverses } of entries) {
    if (!balances({ postings })) throw new Error(`${cause} ${key}: debits and credits differ`);
    const id = kept ?? (await writer.nextId('entry'));
    const head = { id, fund, on_date: on, cause, key, memo, operator };
    heads.push({ ...head, reverses: reverses ?? null });
    for (const [no, { account, amount, person }] of sides(postings).entries()) {
      rows.push({ entry_id: id, no, fund, account, person_id: person ?? null, amount });
    }
  }
  await writer.insert('entry', heads);
  await writer.insert('posting', rows);
  return heads.map(({ id }) => id);
}

/** What a fund has, always the sum of its entries. */
export async function fundBalance(query: Query, fund: string): Promise<FundBalance> {
  return (await fundBalances(query)).get(fund) ?? emptyFund;
}

/** What each fund with entries has, always the sum of its entries. */
export async function fundBalances(query: Query): Promise<ReadonlyMap<string, FundBalance>> {
  const rows = await query
    .selectFrom('posting')
    .select(['fund', 'account'])
    .select((e) => e.fn.sum<number>('amount').as('amount'))
    .groupBy(['fund', 'account'])
    .execute();
  const funds = new Map<string, FundBalance>();
  for (const { fund, account, amount } of rows) {
    const known = funds.get(fund) ?? emptyFund;
    if (account === 'cash') funds.set(fund, { ...known, balance: amount });
    else if (account === 'payable') funds.set(fund, { ...known, payable: -amount });
    else if (account === 'receivable' || account === 'loan') {
      const loans = account === 'loan' ? amount : known.loans;
      funds.set(fund, { ...known, receivable: known.receivable + amount, loans });
    } else funds.set(fund, known);
  }
  return funds;
}

/** Refuses a day before the books of a fund begin. @throws refused, naming the opening balance */
export async function mustBeOpen(query: Query, fund: string, on: CivilDate): Promise<void> {
  const title = fundTitle(await fundsInForce(query, on), fund);
  const why = whyNotOn(title, on, await beginningOf(query, fund));
  if (why) throw new Failure('refused', why);
}

/**
 * Refuses what a fund cannot bear on a day, unless the policy lets it fall short (SPEC 10), and a day before its books
 * begin.
 * @throws refused, with the amount that is missing, or naming the opening balance
 */
export async function mustBear(
  query: Query,
  fund: string,
  amount: Fen,
  on: CivilDate,
): Promise<void> {
  await mustBeOpen(query, fund, on);
  const free = available(await fundBalance(query, fund));
  if (amount <= Math.max(0, free)) return;
  const { policy } = await policyInForce(query);
  if (versionOn(policy, on)?.shortfall === 'allow') return;
  const facts = {
    fund: fundTitle(fundsOn(policy, on), fund),
    amount: readableYuan(amount),
    free: readableYuan(Math.max(0, free)),
  };
  const missing = readableYuan(amount - free);
  throw new Failure('refused', say(words.shortfall, { ...facts, missing, code: fund }));
}

/** What is outstanding from the persons whose ids lie in a range, by person and fund; only what is above zero. */
export async function outstandingOf(
  query: Query,
  from: number,
  to: number,
): Promise<readonly { person_id: number; fund: string; outstanding: Fen }[]> {
  const { rows } = await sql<{ person_id: number; fund: string; outstanding: Fen }>`
    SELECT person_id, fund, sum(amount) AS outstanding FROM posting
    WHERE person_id BETWEEN ${from} AND ${to} AND account = 'receivable'
    GROUP BY person_id, fund HAVING sum(amount) > 0`.execute(query);
  return rows;
}
