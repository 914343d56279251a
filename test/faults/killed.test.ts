import { readdirSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsFile, Desk, openOffice } from '../run.ts';

const rows = 20_000;
const rounds = 20;
const desk = new Desk();
let file: string;

beforeAll(async () => {
  await openOffice(desk);
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `0000${[1, 2, 3, 5][at % 4]},inpatient,ZY-${at},2026-07-15,晋岭总医院,90,50,30,2026-07-20`,
  );
  // One row is rejected, so that a rejects file is written too.
  file = desk.write('claims.csv', claimsFile(...lines, '00001,inpatient,,,,,,,'));
}, 60_000);
afterAll(() => {
  expect(desk.said).not.toMatch(/^ {4}at /m);
  desk.clear();
});

const importing = () => ['claim', 'import', file, '--quiet', '--rejects', 'rejects.csv'];
const settling = ['settle', '--quarter', '2026Q3', '--json'];

/** Kills a command after a while. @returns whether it came to its end before */
async function killed(argv: readonly string[], after: number): Promise<boolean> {
  const { code } = await desk.run(argv, {
    watch: (child) => setTimeout(() => child.kill('SIGKILL'), after),
  });
  return code !== null;
}

/** Asks the program whether all holds, and the file for its counts. */
async function counts(table: string): Promise<number> {
  await desk.ok(['audit', 'verify']);
  const database = new SqliteDatabase(desk.database, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const { n } = database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
  database.close();
  return n;
}

/** How long a command runs, so that kills fall all over it. */
async function lasting(argv: readonly string[]): Promise<number> {
  const began = Date.now();
  await desk.run(argv);
  return Date.now() - began;
}

describe('a process killed at any moment', () => {
  it('has imported all or nothing', async () => {
    const other = new Desk();
    await openOffice(other);
    const whole = await lasting([
      'claim',
      'import',
      file,
      '--db',
      other.database,
      '--rejects',
      other.path('r'),
    ]);
    other.clear();
    let ended = 0;
    for (let round = 0; round < rounds; round += 1) {
      await killed(importing(), whole * ((round + Math.random()) / rounds));
      const n = await counts('claim');
      expect([0, rows]).toContain(n);
      if (n === rows) ended += 1;
      const database = new SqliteDatabase(desk.database, { readonly: true });
      const said = database.prepare("SELECT 1 FROM audit WHERE action = 'claim.import'").all();
      database.close();
      expect(said).toHaveLength(n === 0 ? 0 : 1);
      // All rows that are not there are still in the file, and whoever imports again loses nothing.
      if (n === rows) break;
    }
    const again = await desk.run([...importing(), '--json']);
    expect(again.code).toBe(3);
    expect(JSON.parse(again.out)).toMatchObject({ rejected: 1, unchanged: ended ? rows : 0 });
    expect(await counts('claim')).toBe(rows);
    expect(readdirSync(desk.folder).filter((name) => name.includes('rejects'))).toEqual([
      'rejects.csv',
    ]);
  }, 120_000);

  it('has settled all or nothing', async () => {
    const scratch = [...settling, '--dry-run'];
    const whole = (await lasting(scratch)) * 1.6;
    for (let round = 0; round < rounds; round += 1) {
      await killed(settling, whole * ((round + Math.random()) / rounds));
      const batches = await counts('batch');
      expect([0, 1]).toContain(batches);
      if (batches === 1) {
        await desk.ok(['batch', 'verify', '2026Q3-1']);
        break;
      }
      expect(await counts('batch_block')).toBe(0);
    }
    await desk.ok(settling);
    await desk.ok(['batch', 'verify', '2026Q3-1']);
    await killed(['batch', 'approve', '2026Q3-1', '--as', 'li'], 60);
    await desk.run(['batch', 'approve', '2026Q3-1', '--as', 'li']);
    expect(await desk.ok(['batch', 'list', '--csv'])).toContain(',approved,');
    await desk.ok(['audit', 'verify']);
  }, 120_000);
});
