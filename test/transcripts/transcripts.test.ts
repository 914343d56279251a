import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localTime } from '../../src/core/civil-date.ts';
import { lend } from '../aid/lending.ts';
import { sessionOn } from '../office.ts';
import { openFileIn } from '../pairing/families.ts';
import { xishan } from '../plain-policy.ts';
import { Desk, openOffice, surroundings, today } from '../run.ts';

/*
 * A transcript is a page that reads as a session: blocks ```file NAME [encoding=E] [bom] [crlf]``` are files
 * that lie in the folder, blocks ```console``` are what stands on the screen: after `$ ` what is typed into
 * a shell, then what is printed, then `[exit N]` where that is not 0. `UPDATE=1` writes it anew.
 * "Starts with the office." gives it the facts of test/run.ts, and a policy that announces nothing and lets funds
 * fall short; "… and its hardship files." three families' files too; "… that has lent." two loans paid out; "… under
 * the policy as it comes." the Xishan policy itself; otherwise the database is empty.
 */

const here = fileURLToPath(new URL('.', import.meta.url));
const bin = fileURLToPath(new URL('../../bin/relief.js', import.meta.url));
const block = /^```(file|console)([^\n]*)\n([\s\S]*?)^```$/gm;

/** The office in which 王建国, 张伟 and 刘洋 have hardship files, 刘洋's being closed. */
const withFiles = 'Starts with the office and its hardship files.';

/** The office in which 王建国 and 刘洋 have loans of the revolving fund. */
const withLoans = 'Starts with the office that has lent.';

/** What a page can start with, by the sentence in it that says so; the last one is meant where none stands there. */
const starts: readonly (readonly [sentence: string, desk: Desk, policy: string | undefined])[] = [
  [withFiles, new Desk(), undefined],
  ['Starts with the office under the policy as it comes.', new Desk(), xishan],
  [withLoans, new Desk(), undefined],
  ['Starts with the office.', new Desk(), undefined],
  ['', new Desk(), undefined],
];
beforeAll(async () => {
  for (const [sentence, desk, policy] of starts) {
    await openOffice(desk, sentence === '' ? [] : undefined, policy);
    if (sentence === withFiles) await openFiles(desk);
    if (sentence === withLoans) await lendTwo(desk);
  }
}, 60_000);

afterAll(() => {
  for (const [, desk] of starts) desk.clear();
});

describe.each(readdirSync(here).filter((name) => name.endsWith('.md')))('%s', (name) => {
  it('prints what it says', () => {
    const page = readFileSync(`${here}${name}`, 'utf8');
    const desk = new Desk();
    const [, from] = starts.find(([sentence]) => page.includes(sentence)) ?? [];
    if (!from) throw new Error(`${name} starts with nothing`);
    copyFileSync(from.database, desk.database);
    desk.write('relief', `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
    chmodSync(desk.path('relief'), 0o755);
    const played = page.replaceAll(block, (whole, kind: string, rest: string, body: string) => {
      if (kind === 'file') {
        layDown(desk, rest.trim().split(' '), body);
        return whole;
      }
      const typed = body.split('\n').filter((line) => line.startsWith('$ '));
      return `\`\`\`console\n${typed.map((line) => play(desk, line)).join('')}\`\`\``;
    });
    desk.clear();
    expect(played).not.toMatch(/^ {4}at |\.js:\d+/m);
    if (process.env['UPDATE']) writeFileSync(`${here}${name}`, played);
    else expect(played).toBe(page);
  });
});

function layDown(desk: Desk, [name = '', ...how]: readonly string[], body: string): void {
  const encoding = how.find((word) => word.startsWith('encoding='))?.slice('encoding='.length);
  const text = how.includes('crlf') ? body.replaceAll('\n', '\r\n') : body;
  desk.write(name, iconv.encode(text, encoding ?? 'utf8', { addBOM: how.includes('bom') }));
}

/** Money in the revolving fund, and two loans of it paid out. */
async function lendTwo(desk: Desk): Promise<void> {
  const money = ['--source', 'union', '--amount', '100000', '--on', '2026-01-05'];
  await desk.ok(['fund', 'deposit', 'start-up', ...money]);
  const { session } = sessionOn(desk.database, 'li', today);
  const first = { instalments: 12, first_due_on: '2026-03-31', paid_on: '2026-02-10' };
  await lend(session, { employee_no: '00001', amount: 1_000_000, ...first });
  const second = { instalments: 3, first_due_on: '2026-11-15', paid_on: '2026-09-20' };
  await lend(session, { employee_no: '00004', amount: 300_000, ...second });
  await session.close();
}

async function openFiles({ database }: Desk): Promise<void> {
  const { session } = sessionOn(database, 'wang', today);
  await openFileIn(session, '00001', { class: 'deep' });
  await openFileIn(session, '00003', { class: 'relative' });
  await openFileIn(session, '00004', { class: 'deep', closed: ['2026-06-30', 'lifted'] });
  await session.close();
}

/** Runs one line in a shell, both outputs into one file as on a screen. */
function play(desk: Desk, line: string): string {
  const screen = desk.path('.screen');
  const file = openSync(screen, 'a');
  const env = surroundings(desk.folder);
  const { status } = spawnSync('sh', ['-c', line.slice(2)], {
    cwd: desk.folder,
    env: { ...env, PATH: `${desk.folder}:${env['PATH']}` },
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  const printed = normal(readFileSync(screen, 'utf8'), desk.folder);
  writeFileSync(screen, '');
  const shown = printed === '' || printed.endsWith('\n') ? printed : `${printed}\n`;
  return `${line}\n${shown}${status === 0 ? '' : `[exit ${status}]\n`}`;
}

/** What differs from run to run: the folder, instants, and the identity of the policy file. */
function normal(text: string, folder: string): string {
  const now = localTime(new Date().toISOString()).slice(0, 10);
  return text
    .replaceAll(folder, '/office')
    .replaceAll(/\d{4}-\d\d-\d\d([T ])\d\d:\d\d:\d\d(\.\d+Z)?/g, 'YYYY-MM-DD$1hh:mm:ss$2')
    .replaceAll(/(:ss)\.\d+Z/g, '$1.sssZ')
    .replaceAll(now, 'YYYY-MM-DD')
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<sha256>')
    .replaceAll(/\b(?=[0-9a-f]*[a-f])[0-9a-f]{12}\b/g, '<sha256>');
}
