import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure, type FailureKind, Fault } from '../../core/failure.ts';
import type { Fen } from '../../core/money.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { Fund } from '../../policy/aid.ts';
import { findFund, fundWithBooksAlone } from '../../policy/funds.ts';
import { fundsInForce } from '../../policy/store.ts';
import type { Beginning, CausedMovement, Dated } from './fund.ts';

type Query = Kysely<Tables>;

/**
 * The fund that a code or a name means: one that the policy knows, or one that has entries from when it did.
 * @param otherwise what it is that there is no such fund: input rejected, or wrong usage
 */
export async function fundNamed(
  query: Query,
  text: string,
  day: CivilDate,
  otherwise: FailureKind = 'rejected',
): Promise<Fund> {
  const found = findFund(await fundsInForce(query, day), text);
  if (!(found instanceof Fault)) return found;
  const code = text.trim();
  const entry = await query
    .selectFrom('entry')
    .select('id')
    .where('fund', '=', code)
    .limit(1)
    .executeTakeFirst();
  if (entry) return fundWithBooksAlone(code);
  throw new Failure(otherwise, found.said);
}

/** The code of the fund that an option narrows a list to; undefined where it is not given. @throws usage where there is no such fund */
export async function fundNarrowedTo(
  query: Query,
  text: string | undefined,
  day: CivilDate,
): Promise<string | undefined> {
  return text === undefined ? undefined : (await fundNamed(query, text, day, 'usage')).code;
}

/** How the books of a fund begin; entries that were reversed, and what reversed them, count for nothing. */
export async function beginningOf(query: Query, fund: string): Promise<Beginning> {
  const earliest = async (opening: boolean) => {
    const { rows } = await sql<Dated>`
      SELECT id, on_date AS "on" FROM entry
      WHERE fund = ${fund} AND reverses IS NULL AND ${opening ? sql`cause = 'opening'` : sql`cause <> 'opening'`}
        AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.reverses = entry.id)
      ORDER BY on_date, id LIMIT 1`.execute(query);
    return rows[0];
  };
  return { opening: await earliest(true), first: await earliest(false) };
}

const income = sql`account LIKE 'dues:%' OR account LIKE 'source:%'`;
// Loans that run are not spent: they come back.
const expenses = sql`account LIKE 'benefit:%' OR account IN ('grant', 'written-off')`;

/** What moved on accounts of a fund in a year, in fen, debits above zero. */
async function movedIn(query: Query, fund: string, year: number, accounts: typeof income) {
  const { rows } = await sql<{ account: string; amount: Fen }>`
    SELECT account, sum(amount) AS amount FROM entry JOIN posting ON entry_id = entry.id
    WHERE entry.fund = ${fund} AND on_date BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`} AND (${accounts})
    GROUP BY account ORDER BY account`.execute(query);
  return rows;
}

/** What came into a fund in a year by account, in fen: dues by payer, deposits by source. */
export async function sourcesOf(
  query: Query,
  fund: string,
  year: number,
): Promise<readonly { readonly account: string; readonly amount: Fen }[]> {
  const rows = await movedIn(query, fund, year, income);
  return rows.map(({ account, amount }) => ({ account, amount: -amount }));
}

/** What a fund spent in a year, in fen: benefits and grants as approved, and loans that were given up. */
export async function spentIn(query: Query, fund: string, year: number): Promise<Fen> {
  const rows = await movedIn(query, fund, year, expenses);
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}

/** A fund's budget of a year in fen, null where it has none. */
export async function budgetOf(query: Query, fund: string, year: number): Promise<Fen | null> {
  const row = await query
    .selectFrom('budget')
    .select('amount')
    .where('fund', '=', fund)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.amount ?? null;
}

/** Sets a fund's budget of a year. @param amount in fen @returns the budget before, null where there was none */
export async function setBudget(
  writer: Writer,
  fund: string,
  year: number,
  amount: Fen,
): Promise<Fen | null> {
  const there = await budgetOf(writer.database.query, fund, year);
  if (there === null) await writer.insert('budget', [{ fund, year, amount }]);
  else await writer.update('budget', { fund, year }, { amount });
  return there;
}

/** An entry of a statement: what it moved of the money in hand and of what is promised, in fen. */
export interface Moved {
  readonly id: number;
  readonly on_date: CivilDate;
  readonly cause: string;
  readonly key: string;
  readonly memo: string;
  /** Money in above zero, out below. */
  readonly cash: Fen;
  /** More promised above zero, less below. */
  readonly payable: Fen;
}

/** Days that a statement covers, either end open. */
export interface Span {
  readonly from: CivilDate | undefined;
  readonly to: CivilDate | undefined;
}

const farthest = '9999-12-31';

/** Entries of a fund in the order of the books: those after one, or from the offset on. */
export async function movedEntries(
  query: Query,
  fund: string,
  { from, to }: Span,
  piece: Piece<Dated>,
): Promise<readonly Moved[]> {
  const { on = from ?? '', id = 0 } = piece.after ?? {};
  // Chosen first, so that postings are read of these entries alone.
  const { rows } = await sql<Moved>`
    SELECT id, on_date, cause, key, memo,
      coalesce(sum(amount) FILTER (WHERE account = 'cash'), 0) AS cash,
      coalesce(-sum(amount) FILTER (WHERE account = 'payable'), 0) AS payable
    FROM (
      SELECT id, on_date, cause, key, memo FROM entry
      WHERE fund = ${fund} AND (on_date, id) > (${on}, ${id}) AND on_date <= ${to ?? farthest}
      ORDER BY on_date, id LIMIT ${piece.limit} OFFSET ${piece.offset}
    ) AS chosen LEFT JOIN posting ON entry_id = id
    GROUP BY on_date, id ORDER BY on_date, id`.execute(query);
  return rows;
}

/** How many entries a statement has. */
export async function countMoved(query: Query, fund: string, { from, to }: Span): Promise<number> {
  const { n } = await query
    .selectFrom('entry')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('fund', '=', fund)
    .where('on_date', '>=', from ?? '')
    .where('on_date', '<=', to ?? farthest)
    .executeTakeFirstOrThrow();
  return n;
}

/** What a fund had in hand and had promised, in fen, after its first entries: those before a day, and so many more. */
export async function movedBefore(
  query: Query,
  fund: string,
  { from, to }: Span,
  more: number,
): Promise<Pick<Moved, 'cash' | 'payable'>> {
  const { rows } = await sql<Pick<Moved, 'cash' | 'payable'>>`
    SELECT coalesce(sum(amount) FILTER (WHERE account = 'cash'), 0) AS cash,
      coalesce(-sum(amount) FILTER (WHERE account = 'payable'), 0) AS payable
    FROM (
      SELECT id FROM entry WHERE fund = ${fund} AND on_date < ${from ?? ''}
      UNION ALL SELECT id FROM (
        SELECT id FROM entry WHERE fund = ${fund} AND on_date BETWEEN ${from ?? ''} AND ${to ?? farthest}
        ORDER BY on_date, id LIMIT ${more})
    ) CROSS JOIN posting ON entry_id = id`.execute(query);
  return rows[0] ?? { cash: 0, payable: 0 };
}

/** Who owes a fund how much, in fen. */
export interface Debtor {
  readonly person_id: number;
  readonly employee_no: string;
  readonly name: string;
  readonly fund: string;
  readonly amount: Fen;
}

/** What a list of debtors can be narrowed by. */
export interface DebtorFilter {
  readonly fund: string | undefined;
  readonly units: readonly number[] | undefined;
}

/** The persons with something outstanding, by employee number and fund. */
export async function debtors(
  query: Query,
  { fund, units }: DebtorFilter,
  piece: Piece<{ readonly employee_no: string; readonly fund: string }>,
): Promise<readonly Debtor[]> {
  const { after } = piece;
  const beyond = after
    ? sql`AND (employee_no, fund) > (${after.employee_no}, ${after.fund})`
    : sql``;
  const { rows } = await sql<Debtor>`
    SELECT person_id, employee_no, name, fund, amount FROM (${owing(fund)})
    JOIN person ON person.id = person_id
    WHERE ${units ? sql`unit_id IN (${sql.join(units)})` : sql`TRUE`} ${beyond}
    ORDER BY employee_no, fund LIMIT ${piece.limit} OFFSET ${piece.offset}`.execute(query);
  return rows;
}

const owing = (fund: string | undefined) => sql`
  SELECT person_id, fund, sum(amount) AS amount FROM posting
  WHERE account = 'receivable' AND person_id IS NOT NULL ${fund ? sql`AND fund = ${fund}` : sql``}
  GROUP BY person_id, fund HAVING sum(amount) > 0`;

/** How many persons owe something, counted once for each fund. */
export async function countDebtors(query: Query, { fund, units }: DebtorFilter): Promise<number> {
  const narrowed = units
    ? sql`JOIN person ON person.id = person_id WHERE unit_id IN (${sql.join(units)})`
    : sql``;
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM (${owing(fund)}) ${narrowed}`.execute(query);
  return rows[0]?.n ?? 0;
}

/**
 * What moved of what persons owe funds, in the order of the books, by `person fund`. What was reversed, and what
 * reversed it, is left out: neither offsets anything else.
 */
export async function owingMovements(
  query: Query,
  persons: readonly number[],
): Promise<ReadonlyMap<string, readonly CausedMovement[]>> {
  const { rows } = await sql<CausedMovement & { person_id: number; fund: string }>`
    SELECT person_id, posting.fund, on_date AS "on", amount, cause, entry.key
    FROM json_each(${JSON.stringify([...new Set(persons)])}) CROSS JOIN posting ON person_id = value
    JOIN entry ON entry.id = entry_id
    WHERE account = 'receivable' AND reverses IS NULL
      AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.reverses = entry.id)
    ORDER BY on_date, entry.id, no`.execute(query);
  const movements = new Map<string, CausedMovement[]>();
  for (const { person_id, fund, ...moved } of rows) {
    const key = `${person_id} ${fund}`;
    const known = movements.get(key);
    if (known) known.push(moved);
    else movements.set(key, [moved]);
  }
  return movements;
}
