import {
  closeSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { words } from './words.ts';

/** Fills the file whose path it gets. */
export type Filling = (part: string) => Promise<void>;

/** Texts one after the other, as fast as the disk takes them: memory stays flat. */
export const textsInto =
  (texts: AsyncIterable<string> | Iterable<string>): Filling =>
  (part) =>
    pipeline(Readable.from(texts), createWriteStream(part));

/**
 * Writes a file, and its folder, that is there as a whole or not at all: until it is whole it is called `….part`.
 * A file cut short could pass for a list of all whom a bank has to pay. Nobody but its owner can read it.
 * @throws refused where the disk does not take it
 */
export async function writeWhole(path: string, fill: Filling): Promise<void> {
  const part = await writePart(path, fill);
  part.name();
}

/** A file that is whole and has not got its name yet. */
export interface Part {
  /** Gives it its name. */
  name(): void;
  /** Takes it away. */
  drop(): void;
}

const databaseMark = Buffer.from('SQLite format 3\0');

/** Refuses a path where a database lies, whosever it is, or what belongs to one while it is open. @throws refused */
export function mustNotBeADatabase(path: string): void {
  if (isDatabase(path.replace(/-(wal|shm|journal)$/, ''))) {
    throw new Failure('refused', say(words.isADatabase, { path }));
  }
}

function isDatabase(path: string): boolean {
  const head = Buffer.alloc(databaseMark.length);
  try {
    if (!statSync(path).isFile()) return false;
    const file = openSync(path, 'r');
    readSync(file, head);
    closeSync(file);
  } catch {
    // What is not there or cannot be read is told by whoever writes there.
    return false;
  }
  return head.equals(databaseMark);
}

/** {@link writeWhole} up to its name. @throws refused where the disk does not take it, and where a database lies there */
export async function writePart(path: string, fill: Filling): Promise<Part> {
  const part = `${path}.part`;
  const drop = () => {
    if (existsSync(part)) rmSync(part);
  };
  const unwritable = () => new Failure('refused', say(words.fileUnwritable, { path }));
  try {
    mustNotBeADatabase(path);
    mkdirSync(dirname(path), { recursive: true });
    // Seen now and not when the part gets its name: by then the books may know of the file.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw unwritable();
    closeSync(openSync(part, 'w', 0o600));
    await fill(part);
  } catch (error) {
    drop();
    // The database's errors have a code too, but they made no call to the system.
    throw error instanceof Error && 'syscall' in error ? unwritable() : error;
  }
  return { name: () => renameSync(part, path), drop };
}
