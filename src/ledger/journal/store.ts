import { type Kysely, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Fen } from '../../core/money.ts';
import type { Tables } from '../../io/tables.ts';
import type { Cause } from '../entry.ts';
import type { BookedEntry, BookedPosting } from './reversal.ts';

type Query = Kysely<Tables>;

/** What a list of entries can be narrowed by. */
export interface EntryFilter {
  readonly fund?: string | undefined;
  readonly cause?: string | undefined;
  readonly key?: string | undefined;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
  /** A person's id. */
  readonly person?: number | undefined;
}

const grantCauses: readonly Cause[] = ['grant-approved', 'grant-paid', 'grant-withdrawn'];

function matching({ fund, cause, key, from, to, person }: EntryFilter) {
  const parts = [sql`TRUE`];
  if (fund) parts.push(sql`entry.fund = ${fund}`);
  if (cause) parts.push(sql`cause = ${cause}`);
  if (key) parts.push(sql`key = ${key}`);
  if (from) parts.push(sql`on_date >= ${from}`);
  if (to) parts.push(sql`on_date <= ${to}`);
  if (person !== undefined) {
    // Dues stand in the entry of many: the enrolment bears its number. What is granted names no person but the grant.
    parts.push(sql`entry.id IN (
      SELECT entry_id FROM posting WHERE person_id = ${person}
      UNION SELECT dues_entry FROM enrolment WHERE person_id = ${person}
      UNION SELECT entry.id FROM aid_grant JOIN entry ON cause IN (${sql.join(grantCauses)}) AND key = CAST(aid_grant.id AS TEXT)
        WHERE person_id = ${person})`);
  }
  return sql.join(parts, sql` AND `);
}

/** How many entries a filter leaves. */
export async function countEntries(query: Query, filter: EntryFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM entry WHERE ${matching(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** An entry of a list; the amount is the sum of its debits, in fen. */
export type ListedEntry = Omit<BookedEntry, 'postings'> & { readonly amount: Fen };

const heads = sql`
  entry.id, entry.fund, on_date AS "on", cause, key, memo, operator, reverses,
  (SELECT id FROM entry AS later WHERE later.reverses = entry.id) AS reversed_by`;

/** Entries, the latest first. @param piece.before those booked before this one */
export async function listEntries(
  query: Query,
  filter: EntryFilter,
  piece: { readonly before: number | undefined; readonly offset: number; readonly limit: number },
): Promise<readonly ListedEntry[]> {
  const beyond = piece.before === undefined ? sql`` : sql`AND entry.id < ${piece.before}`;
  const { rows } = await sql<ListedEntry>`
    SELECT ${heads}, coalesce((SELECT sum(amount) FROM posting WHERE entry_id = entry.id AND amount > 0), 0) AS amount
    FROM entry WHERE ${matching(filter)} ${beyond}
    ORDER BY entry.id DESC LIMIT ${piece.limit} OFFSET ${piece.offset}`.execute(query);
  return rows;
}

/** An entry by its number; undefined where there is none. */
export async function entryById(query: Query, id: number): Promise<BookedEntry | undefined> {
  const { rows } = await sql<Omit<BookedEntry, 'postings'>>`
    SELECT ${heads} FROM entry WHERE id = ${id}`.execute(query);
  const [entry] = rows;
  if (!entry) return undefined;
  return { ...entry, postings: (await postingsOf(query, [id])).get(id) ?? [] };
}

/** The number of the latest entry; undefined where there is none. */
export async function latestEntry(query: Query): Promise<number | undefined> {
  const row = await query
    .selectFrom('entry')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** The sides of entries, by entry. */
async function postingsOf(
  query: Query,
  entries: readonly number[],
): Promise<ReadonlyMap<number, readonly BookedPosting[]>> {
  const { rows } = await sql<BookedPosting & { entry_id: number }>`
    SELECT entry_id, account, amount, person_id, employee_no, name
    FROM json_each(${JSON.stringify(entries)}) CROSS JOIN posting ON entry_id = value
    LEFT JOIN person ON person.id = person_id
    ORDER BY entry_id, no`.execute(query);
  const sides = new Map<number, BookedPosting[]>();
  for (const { entry_id, ...posting } of rows) {
    const known = sides.get(entry_id);
    if (known) known.push(posting);
    else sides.set(entry_id, [posting]);
  }
  return sides;
}

/** The books in the order of days, with all sides, a piece at a time. */
export async function* bookedEntries(
  query: Query,
  fund: string | undefined,
  pieceEntries = 1_000,
): AsyncGenerator<readonly BookedEntry[]> {
  let after: { readonly on: CivilDate; readonly id: number } = { on: '', id: 0 };
  for (;;) {
    const { rows } = await sql<Omit<BookedEntry, 'postings'>>`
      SELECT ${heads} FROM entry
      WHERE (on_date, entry.id) > (${after.on}, ${after.id}) ${fund ? sql`AND fund = ${fund}` : sql``}
      ORDER BY on_date, entry.id LIMIT ${pieceEntries}`.execute(query);
    const sides = await postingsOf(
      query,
      rows.map(({ id }) => id),
    );
    yield rows.map((row) => ({ ...row, postings: sides.get(row.id) ?? [] }));
    after = rows.at(-1) ?? after;
    if (rows.length < pieceEntries) return;
  }
}

/** Every account in use, by fund. */
export async function accountsInUse(
  query: Query,
  fund: string | undefined,
): Promise<readonly { readonly account: string; readonly fund: string }[]> {
  let found = query.selectFrom('posting').select(['fund', 'account']).distinct();
  if (fund) found = found.where('fund', '=', fund);
  return found.orderBy('fund').orderBy('account').execute();
}

/** Every cause in use. */
export async function causesInUse(query: Query): Promise<readonly string[]> {
  const rows = await query
    .selectFrom('entry')
    .select('cause')
    .distinct()
    .orderBy('cause')
    .execute();
  return rows.map(({ cause }) => cause);
}
