import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const compiled = join('dist', `${process.version}-${process.platform}-${process.arch}`);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relief-start-'));
  for (const part of ['bin', 'dist', 'data', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What two commands print that load most of the program. */
function printed(): string {
  const env = { RELIEF_DB: join(folder, 'office.db'), RELIEF_LANG: 'zh' };
  rmSync(env.RELIEF_DB, { force: true });
  return ['--help', 'init', 'claim list']
    .map((words) => {
      const argv = [join(folder, 'bin/relief.js'), ...words.split(' ')];
      const ran = spawnSync(process.execPath, argv, { env, encoding: 'utf8' });
      expect(ran.status, ran.stderr).toBe(0);
      return ran.stdout + ran.stderr;
    })
    .join('');
}

test('what the build compiled is taken by V8, wherever the program lies', () => {
  const script = `
    const { load, scripts } = require(${JSON.stringify(join(folder, 'bin/load.js'))});
    const streams = { in: process.stdin, out: process.stderr, err: process.stderr };
    load('main.cjs').main(['claim', 'list'], streams, { RELIEF_DB: 'none.db' }).then(() => {
      for (const [name, { cachedDataRejected }] of scripts) console.log(name, cachedDataRejected);
    });`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(stdout).toMatch(/^main\.cjs false$/m);
  expect(stdout).toMatch(/^areas-\w+\.cjs false$/m);
  expect(stdout).not.toMatch(/true|undefined/);
});

/** Changes every file of what was compiled. */
function damageEach(damage: (bytes: Buffer) => Uint8Array): void {
  for (const name of readdirSync(join(folder, compiled))) {
    const file = join(folder, compiled, name);
    writeFileSync(file, damage(readFileSync(file)));
  }
}

test.each<[string, () => void]>([
  ['is missing', () => rmSync(join(folder, compiled), { recursive: true })],
  ['is cut short', () => damageEach((bytes) => bytes.subarray(0, 1000))],
  ['is empty', () => damageEach((bytes) => bytes.subarray(0, 0))],
  // The word after the first is V8's version.
  ['is of another V8', () => damageEach((bytes) => bytes.fill(0xaa, 4, 8))],
])('the program runs the same where what was compiled %s', (_, damage) => {
  const whole = printed();
  expect(whole).toContain('relief');
  damage();
  expect(printed()).toBe(whole);
});
