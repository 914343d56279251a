import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import {
  Kysely,
  type SqliteDatabase as KyselySqliteDatabase,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { migrations } from './migrations/list.ts';
import { migrate } from './migrations/run.ts';
import type { Tables } from './tables.ts';
import { words } from './words.ts';

/** "RLF1": marks the file as ours, so that no other program's database is ever touched. */
const applicationId = 0x524c4631;
const busyTimeout = 5_000;

/** A connection. The addon is named outright: looking for it takes a tenth of a short command's time. */
function connect(path: string, options: SqliteDatabase.Options = {}): SqliteDatabase.Database {
  const addon = createRequire(import.meta.filename)(
    'better-sqlite3/build/Release/better_sqlite3.node',
  );
  return new SqliteDatabase(path, { ...options, timeout: busyTimeout, nativeBinding: addon });
}

/** An open database file: typed queries, and a way for rows in bulk. */
export interface Database {
  readonly path: string;
  readonly query: Kysely<Tables>;
  /**
   * Inserts rows through a prepared statement.
   * @param cells all rows' values one after the other, each row's in the order of the columns
   * @param atOnce rows with each run. More than one only pays where rows are added at a table's end: elsewhere
   * SQLite keeps every page that it touches as it was, to undo the statement alone, and writes twice as much
   */
  insertRows<Table extends keyof Tables>(
    table: Table,
    columns: readonly (keyof Tables[Table] & string)[],
    cells: readonly (string | number | null)[],
    atOnce?: number,
  ): void;
  /** Runs `work` in one immediate transaction: all of it is kept, or, when it throws or says so, nothing. */
  transaction<T>(work: () => Promise<Kept<T>>): Promise<T>;
  close(): void;
}

/** What a transaction ends with. */
export interface Kept<T> {
  readonly result: T;
  /** False rolls everything back. */
  readonly keep: boolean;
}

/** Makes a new database file, readable by its owner alone (SPEC 13). @throws refused where the file exists */
export async function createDatabase(path: string): Promise<Database> {
  if (existsSync(path)) throw new Failure('refused', say(words.databaseExists, { path }));
  return translated(path, async () => {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'wx', 0o600));
    chmodSync(path, 0o600);
    const sqlite = connect(path);
    sqlite.pragma(`application_id = ${applicationId}`);
    prepare(sqlite);
    migrate(sqlite, migrations);
    return wrap(sqlite);
  });
}

/**
 * Opens a database file, bringing an older one up to date.
 * @throws refused where there is none, it is not ours, newer than this program, or cannot be written; busy where it is locked
 */
export async function openDatabase(path: string): Promise<Database> {
  if (!existsSync(path)) throw new Failure('refused', say(words.databaseMissing, { path }));
  return translated(path, async () => {
    const sqlite = connect(path);
    try {
      if (sqlite.pragma('application_id', { simple: true }) !== applicationId) {
        throw new Failure('refused', say(words.notADatabase, { path }));
      }
      const version = sqlite.pragma('user_version', { simple: true }) as number;
      if (version > migrations.length)
        throw new Failure('refused', say(words.databaseNewer, { path }));
      prepare(sqlite);
      if (version < migrations.length) migrate(sqlite, migrations);
      return wrap(sqlite);
    } catch (error) {
      sqlite.close();
      throw error;
    }
  });
}

/** Opens a file that a connection of ours has open already, to read it on another thread. */
export function openReader(path: string): Database {
  const sqlite = connect(path, { readonly: true });
  sqlite.pragma('cache_size = -4096');
  return wrap(sqlite);
}

// Only once a file is known to be ours: the journal mode is written into it.
function prepare(sqlite: SqliteDatabase.Database): void {
  if (sqlite.pragma('journal_mode', { simple: true }) !== 'wal')
    sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('cache_size = -32768');
}

const mostPrepared = 100;

/** A connection as Kysely wants it, that prepares once what comes again by the hundred. */
function preparingOnce(sqlite: SqliteDatabase.Database): KyselySqliteDatabase {
  const prepared = new Map<string, SqliteDatabase.Statement>();
  return {
    prepare(text) {
      const statement = prepared.get(text) ?? sqlite.prepare(text);
      if (prepared.size > mostPrepared) prepared.clear();
      prepared.set(text, statement);
      return statement as SqliteStatement;
    },
    close: () => sqlite.close(),
  };
}

function wrap(sqlite: SqliteDatabase.Database): Database {
  const connection = preparingOnce(sqlite);
  const query = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new SqliteDriver({ database: connection }),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return {
    path: sqlite.name,
    query,
    insertRows(table, columns, cells, atOnce = 1) {
      const names = columns.map((column) => `"${column}"`).join(', ');
      const slots = `(${columns.map(() => '?').join(', ')})`;
      let at = 0;
      for (const rows of new Set([atOnce, 1])) {
        const width = rows * columns.length;
        if (at + width > cells.length) continue;
        const insert = connection.prepare(
          `INSERT INTO "${table}" (${names}) VALUES ${Array(rows).fill(slots)}`,
        );
        for (; at + width <= cells.length; at += width) insert.run(cells.slice(at, at + width));
      }
    },
    async transaction(work) {
      return translated(sqlite.name, async () => {
        sqlite.exec('BEGIN IMMEDIATE');
        try {
          const { result, keep } = await work();
          sqlite.exec(keep ? 'COMMIT' : 'ROLLBACK');
          return result;
        } catch (error) {
          if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
          throw error;
        }
      });
    },
    close() {
      sqlite.close();
    },
  };
}

/** Runs `work`, turning what SQLite and the file system say into failures a user understands (SPEC 9). */
export async function translated<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseFailure(path, error) ?? error;
  }
}

/** The files of SQLite's beside a database that can be written, which cannot be: it makes them as the database was. */
function lockedBeside(path: string): readonly string[] {
  if (!canWrite(path)) return [];
  return [`${path}-wal`, `${path}-shm`].filter((file) => existsSync(file) && !canWrite(file));
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The failure for what SQLite or the file system reports, or undefined where it is none of theirs. */
export function databaseFailure(path: string, error: unknown): Failure | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new Failure('busy', say(words.databaseBusy, { path }));
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE') {
    return new Failure('refused', say(words.diskFull, { path }));
  }
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')) {
    return new Failure('refused', say(words.notADatabase, { path }));
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_IOERR') ||
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ENOENT'].includes(code)
  ) {
    const beside = lockedBeside(path);
    return beside.length > 0
      ? new Failure('refused', say(words.besideUnwritable, { path, files: beside.join(' ') }))
      : new Failure('refused', say(words.databaseUnwritable, { path }));
  }
  return undefined;
}
