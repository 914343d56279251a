import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { textsInto, writePart, writeWhole } from '../../src/io/whole-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relief-whole-'));
  file = join(folder, 'lists', 'list.csv');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a file is whole, in a folder made for it, and for nobody but its owner', async () => {
  await writeWhole(file, textsInto(['one\n', 'two\n']));
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(join(folder, 'lists'))).toEqual(['list.csv']);
});

it('what goes wrong while it is filled leaves the file as it was, and is told as it is', async () => {
  await writeWhole(file, textsInto(['before\n']));
  async function* broken() {
    yield 'half\n';
    throw new Error('the database is gone');
  }
  await expect(writeWhole(file, textsInto(broken()))).rejects.toThrow('the database is gone');
  expect(readFileSync(file, 'utf8')).toBe('before\n');
  expect(readdirSync(join(folder, 'lists'))).toEqual(['list.csv']);
});

it('a folder of its name is in the way before anything is written', async () => {
  mkdirSync(file, { recursive: true });
  await expect(writePart(file, textsInto(['one\n']))).rejects.toThrow(Failure);
  expect(readdirSync(join(folder, 'lists'))).toEqual(['list.csv']);
});

it('a part has no name yet, and can be taken away', async () => {
  const part = await writePart(file, textsInto(['one\n']));
  expect(existsSync(file)).toBe(false);
  part.drop();
  expect(readdirSync(join(folder, 'lists'))).toEqual([]);
});
