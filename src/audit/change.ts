import { sql } from 'kysely';
import type { Database } from '../io/database.ts';
import type { Session } from '../io/session.ts';
import type { Tables } from '../io/tables.ts';
import { addSeal, chainHash, genesis, headOf, type Stored, sealOf } from './seal.ts';

/** What is written into the audit chain about a change (who and when are added). */
export interface Entry {
  /** `person.add`, `batch.approve`. */
  readonly action: string;
  readonly entity: string;
  /** What people know it by: an employee number, a batch's name. */
  readonly key: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A change's result, and its entry; without an entry nothing that was written is kept. */
export interface Applied<T> {
  readonly result: T;
  readonly entry: Entry | undefined;
}

type SealedEntity = {
  [Name in keyof Tables]: Tables[Name] extends { seal: number } ? Name : never;
}[keyof Tables];

type RowOf<Name extends SealedEntity> = Omit<Tables[Name], 'seal'>;

/**
 * The one door for writes: opens the transaction, applies the change, appends to the audit chain.
 * All of it is kept, or nothing.
 */
export async function change<T>(
  session: Session,
  apply: (writer: Writer) => Promise<Applied<T>>,
): Promise<T> {
  const database = await session.database();
  return database.transaction(async () => {
    const writer = new Writer(database);
    const { result, entry } = await apply(writer);
    if (entry) await append(database, session, entry, await writer.finish());
    return { result, keep: entry !== undefined };
  });
}

/** Writes into the audit chain that something was looked at, changing nothing else. */
export async function noteInAudit(session: Session, entry: Entry): Promise<void> {
  await change(session, async () => ({ result: undefined, entry }));
}

async function append(
  { query }: Database,
  session: Session,
  entry: Entry,
  sealed: Readonly<Record<string, readonly [number, number]>>,
): Promise<void> {
  const last = await query
    .selectFrom('audit')
    .select('hash')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { action, entity, key } = entry;
  const previous = last?.hash ?? genesis;
  const said = {
    ...{ at: session.surroundings.now(), operator: session.operator, action, entity, key },
    detail: JSON.stringify({ ...entry.detail, sealed }),
  };
  const hash = chainHash(previous, said);
  await query
    .insertInto('audit')
    .values({ ...said, previous, hash })
    .execute();
  await query
    .updateTable('sealed')
    .set((e) => ({ rows: e('rows', '+', 1), sum: headOf(hash) }))
    .where('entity', '=', 'audit')
    .execute();
}

/** Writes sealed rows: each gets its seal, and each table's count and sum of seals go into the audit entry. */
export class Writer {
  private readonly tallies = new Map<string, { columns: string[]; rows: number; sum: number }>();
  private readonly ids = new Map<string, number>();

  constructor(readonly database: Database) {}

  /** True once sealed rows were written: what another connection reads is no longer what this one does. */
  get hasWritten(): boolean {
    return this.tallies.size > 0;
  }

  /** The next free id of a table, in this transaction. */
  async nextId(entity: Exclude<SealedEntity, 'enrolment'>): Promise<number> {
    let id = this.ids.get(entity);
    if (id === undefined) {
      const { rows } = await sql<{
        id: number | null;
      }>`SELECT max(id) AS id FROM ${sql.table(entity)}`.execute(this.database.query);
      id = rows[0]?.id ?? 0;
    }
    this.ids.set(entity, id + 1);
    return id + 1;
  }

  /** Inserts rows with their seals. */
  async insert<Name extends SealedEntity>(
    entity: Name,
    rows: readonly RowOf<Name>[],
  ): Promise<void> {
    const tally = await this.tally(entity);
    const cells: Stored[] = [];
    for (const row of rows) {
      const values = tally.columns.map((column) => row[column as never] as Stored);
      const seal = sealOf(values);
      tally.rows += 1;
      tally.sum = addSeal(tally.sum, seal);
      cells.push(...values, seal);
    }
    this.database.insertRows(entity, [...tally.columns, 'seal'] as never, cells);
  }

  /** Changes the one row that `where` names, and seals it anew. */
  async update<Name extends SealedEntity>(
    entity: Name,
    where: Partial<RowOf<Name>>,
    changes: Partial<RowOf<Name>>,
  ): Promise<void> {
    const tally = await this.tally(entity);
    const [row, second] = await this.matching(entity, where);
    if (!row || second) throw new Error(`${entity}: ${JSON.stringify(where)} names no single row`);
    const changed = { ...row, ...changes } as Record<string, Stored>;
    const seal = sealOf(tally.columns.map((column) => changed[column] as Stored));
    tally.sum = addSeal(addSeal(tally.sum, row['seal'] as number, -1), seal);
    const set = sql.join(
      Object.entries({ ...changes, seal }).map(
        ([column, value]) => sql`${sql.ref(column)} = ${value as Stored}`,
      ),
    );
    await sql`UPDATE ${sql.table(entity)} SET ${set} WHERE ${conditions(where)}`.execute(
      this.database.query,
    );
  }

  /** Removes every row that matches. @returns how many there were */
  async remove<Name extends SealedEntity>(
    entity: Name,
    where: Partial<RowOf<Name>>,
  ): Promise<number> {
    const tally = await this.tally(entity);
    const rows = await this.matching(entity, where);
    for (const row of rows) {
      tally.rows -= 1;
      tally.sum = addSeal(tally.sum, row['seal'] as number, -1);
    }
    await sql`DELETE FROM ${sql.table(entity)} WHERE ${conditions(where)}`.execute(
      this.database.query,
    );
    return rows.length;
  }

  /** Writes the tallies of the tables touched. @returns them, for the audit entry: rows and sum by table */
  async finish(): Promise<Readonly<Record<string, readonly [number, number]>>> {
    const touched: Record<string, readonly [number, number]> = {};
    for (const [entity, { rows, sum }] of this.tallies) {
      touched[entity] = [rows, sum];
      await this.database.query
        .updateTable('sealed')
        .set({ rows, sum })
        .where('entity', '=', entity)
        .execute();
    }
    return touched;
  }

  private async matching(entity: string, where: object): Promise<Record<string, Stored>[]> {
    const found = await sql<Record<string, Stored>>`
      SELECT * FROM ${sql.table(entity)} WHERE ${conditions(where)}`.execute(this.database.query);
    return found.rows;
  }

  private async tally(entity: string): Promise<{ columns: string[]; rows: number; sum: number }> {
    const known = this.tallies.get(entity);
    if (known) return known;
    const { columns, rows, sum } = await this.database.query
      .selectFrom('sealed')
      .select(['columns', 'rows', 'sum'])
      .where('entity', '=', entity)
      .executeTakeFirstOrThrow();
    const tally = { columns: JSON.parse(columns) as string[], rows, sum };
    this.tallies.set(entity, tally);
    return tally;
  }
}

function conditions(where: object) {
  return sql.join(
    Object.entries(where).map(([column, value]) => sql`${sql.ref(column)} = ${value as Stored}`),
    sql` AND `,
  );
}
