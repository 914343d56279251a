import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { csvLine } from './csv.ts';
import type { TableSource } from './tabular.ts';
import { mustNotBeADatabase } from './whole-file.ts';
import { words } from './words.ts';

/**
 * The file of rejected rows: as they came, with line and reason, to be mended and imported again (SPEC 7).
 * It is made when the first row is rejected, and gets its name only when the import is kept.
 */
export class Rejects {
  readonly path: string;
  private file: number | undefined;
  private kept = false;

  /** @throws refused where a path is given at which a database lies, or the source */
  constructor(
    path: string | undefined,
    source: TableSource,
    private readonly heading: readonly string[],
  ) {
    this.path = path ?? freePath(source);
    mustNotBeADatabase(this.path);
    if (source.path !== undefined && isSameFile(this.path, source.path)) {
      throw new Failure('refused', say(words.rejectsOverSource, { path: this.path }));
    }
  }

  /** Adds a row. @throws refused where the file cannot be written */
  add(line: number, reason: string, cells: readonly string[]): void {
    try {
      if (this.file === undefined) {
        this.file = openSync(this.partPath, 'w', 0o600);
        // The mark lets Excel see that the file is UTF-8.
        writeSync(this.file, `\ufeff${csvLine(this.heading)}`);
      }
      writeSync(this.file, csvLine([...cells, String(line), reason]));
    } catch {
      throw this.unwritable();
    }
  }

  /** Gives the file its name. @returns it, or null where no row was rejected */
  keep(): string | null {
    if (this.file === undefined) return null;
    closeSync(this.file);
    this.file = undefined;
    try {
      renameSync(this.partPath, this.path);
    } catch {
      throw this.unwritable();
    }
    this.kept = true;
    return this.path;
  }

  /** Takes the file away again where the import was not kept. */
  discard(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    try {
      rmSync(this.kept ? this.path : this.partPath, { force: true });
    } catch {
      // Where it could not be written it cannot be removed either; that was said already.
    }
  }

  private unwritable(): Failure {
    return new Failure('refused', say(words.rejectsUnwritable, { path: this.path }));
  }

  private get partPath(): string {
    return `${this.path}.part`;
  }
}

function isSameFile(one: string, other: string): boolean {
  if (!existsSync(one) || !existsSync(other)) return false;
  const [a, b] = [statSync(one), statSync(other)];
  return a.dev === b.dev && a.ino === b.ino;
}

/** `claims.rejects.csv` beside `claims.csv`; with a number where there is one already, never over it. */
function freePath({ path }: TableSource): string {
  const { name } = parse(path ?? 'stdin.csv');
  const stem = join(path ? dirname(path) : '.', name.replace(/\.rejects(-\d+)?$/, ''));
  let candidate = `${stem}.rejects.csv`;
  for (let number = 2; existsSync(candidate); number += 1)
    candidate = `${stem}.rejects-${number}.csv`;
  return candidate;
}
