import { Failure } from '../../../core/failure.ts';
import { say } from '../../../core/language.ts';
import { words } from './words.ts';

/** A batch as it is stored, as far as paper needs it. */
export interface PrintedBatch {
  readonly id: number;
  readonly name: string;
  readonly quarter: string;
  readonly number: number;
  readonly policy_id: number;
}

/** What was written: the paths, and how many persons stand in them. */
export interface Written {
  readonly files: readonly string[];
  readonly persons: number;
}

/** Writes a file. @returns its path @throws refused where the disk does not take it */
export async function written(
  path: string,
  write: (path: string) => Promise<void>,
): Promise<string> {
  try {
    await write(path);
  } catch (error) {
    // The database's errors have a code too, but they made no call to the system.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new Failure('refused', say(words.unwritable, { path }));
  }
  return path;
}

/** A code as a part of a file's name. */
export function inFileName(code: string): string {
  return code.replace(/[\s\\/:*?"<>|]/g, '_');
}
