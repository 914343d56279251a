import { closeSync, createWriteStream, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file that is there as a whole or not at all, and its folder: until it is whole it is called `….part`.
 * A file cut short could pass for a list of all whom a bank has to pay. Nobody but its owner can read it.
 * @param write fills the file whose path it gets
 */
export async function writeWhole(
  path: string,
  write: (part: string) => Promise<void>,
): Promise<void> {
  const part = `${path}.part`;
  mkdirSync(dirname(path), { recursive: true });
  closeSync(openSync(part, 'w', 0o600));
  try {
    await write(part);
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Writes texts into a file one after the other, as fast as the disk takes them: memory stays flat. */
export async function writeTexts(
  path: string,
  texts: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  await writeWhole(path, (part) => pipeline(Readable.from(texts), createWriteStream(part)));
}
