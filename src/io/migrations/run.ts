import { copyFileSync } from 'node:fs';
import type SqliteDatabase from 'better-sqlite3';

/** One step of the database file's form, forward only. */
export interface Migration {
  /** The version the file has afterwards; versions count up by one. */
  readonly version: number;
  readonly sql: string;
}

/** The row that says which columns of a new table are sealed, in which order (see audit/seal). */
export function sealed(entity: string, ...columns: readonly string[]): string {
  return `INSERT INTO sealed VALUES ('${entity}', '${JSON.stringify(columns)}', 0, 0);`;
}

/** The version a file is at (0: new). */
export function versionOf(sqlite: SqliteDatabase.Database): number {
  return sqlite.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a file to the latest version: each migration in a transaction of its own, after a copy of the
 * file as it was (`relief.db.v1.backup`), so that no upgrade can lose anything.
 * @returns the path of the copy, or undefined where nothing was to be done or the file is new
 */
export function migrate(
  sqlite: SqliteDatabase.Database,
  migrations: readonly Migration[],
): string | undefined {
  const from = versionOf(sqlite);
  const pending = migrations.filter((migration) => migration.version > from);
  if (pending.length === 0) return undefined;
  let backup: string | undefined;
  if (from > 0) {
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    backup = `${sqlite.name}.v${from}.backup`;
    copyFileSync(sqlite.name, backup);
  }
  for (const { version, sql } of pending) {
    sqlite
      .transaction(() => {
        // Another process may have been faster while we waited for the lock.
        if (versionOf(sqlite) >= version) return;
        sqlite.exec(sql);
        sqlite.pragma(`user_version = ${version}`);
      })
      .immediate();
  }
  return backup;
}
