import { type ChildProcess, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimsFile, Desk, openOffice, surroundings } from '../run.ts';

const bin = fileURLToPath(new URL('../../bin/relief.js', import.meta.url));

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

/** Runs `relief …` with its output in a file. */
function into(file: string, argv: readonly string[]) {
  const out = openSync(file, 'w');
  const ran = spawnSync(process.execPath, [bin, ...argv], {
    env: surroundings(desk.folder),
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(out);
  return ran;
}

it('a file gets what a pipe gets, to the last byte', async () => {
  await openOffice(desk, ['hospital']);
  const many = Array.from({ length: 20_000 }, (_, at) => `医院${at},yes`);
  await desk.ok(['hospital', 'import', '-'], { input: ['name,designated', ...many].join('\n') });
  for (const format of ['--json', '--csv']) {
    const argv = ['hospital', 'list', format];
    expect(into(desk.path('out'), argv).status).toBe(0);
    expect((await desk.ok(argv)) === readFileSync(desk.path('out'), 'utf8')).toBe(true);
  }
});

it('a reader of the exported books who leaves early is no error', async () => {
  await openOffice(desk, ['unit', 'person']);
  const numbers = ['00001', '00002', '00003', '00004', '00005'];
  const years = ['employee_no,from_year,to_year', ...numbers.map((no) => `${no},1970,2026`)];
  await desk.ok(['enrolment', 'import', '-'], { input: years.join('\n') });
  const leave = (child: ChildProcess) => child.stdout?.destroy();
  for (const argv of [
    ['ledger', 'export'],
    ['ledger', 'export', '--format', 'csv'],
  ]) {
    expect((await desk.ok(argv)).length).toBeGreaterThan(16_384);
    expect(await desk.run(argv, { watch: leave })).toEqual({ code: 0, out: '', err: '' });
  }
});

it('nothing is written over a database, nor over the file that is read', async () => {
  await openOffice(desk, ['unit', 'person']);
  const held = () => readdirSync(desk.folder).map((name) => readFileSync(desk.path(name)));
  const claims = desk.write('claims.csv', claimsFile('99999,inpatient,ZY-1,2026-05-01,?,1,1,1,'));
  const before = held();
  const refused = (said: string) => ({ code: 4, err: expect.stringContaining(said) });
  const database = refused('is a database: nothing is written over it');
  for (const path of [desk.database, `${desk.database}-wal`]) {
    expect(await desk.run(['ledger', 'export', '--to', path])).toMatchObject(database);
    const ran = await desk.run(['claim', 'import', claims, '--rejects', path]);
    expect(ran).toMatchObject(database);
  }
  const ran = await desk.run(['claim', 'import', claims, '--rejects', './claims.csv']);
  expect(ran).toMatchObject(refused('is the file that is read'));
  expect(held()).toEqual(before);
});

it.skipIf(!existsSync('/dev/full'))('an output that cannot be written is told in one line', () => {
  for (const argv of [['--help'], ['init']]) {
    const { status, stderr } = into('/dev/full', argv);
    expect(status).toBe(4);
    expect(stderr).toMatch(/^error: the output cannot be written: ENOSPC.*\n$/);
  }
});
