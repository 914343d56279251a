import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimsFile, Desk, office, openOffice } from '../run.ts';

const isRoot = process.getuid?.() === 0;
/** An account that owns nothing. */
const nobody = 65534;

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => {
  desk.clear();
  expect(desk.said).not.toMatch(/^ {4}at |RELIEF_DEBUG|Error:|SQLITE_/m);
});

const reading = [
  ['claim', 'list'],
  ['settle', '--quarter', 'last'],
  ['audit', 'verify'],
];

/** Runs commands that must each be refused in one line, leaving the file byte for byte as it was. */
async function refusesAndLeaves(says: RegExp): Promise<void> {
  const before = readFileSync(desk.database);
  for (const argv of [...reading, ['hospital', 'add', '--name', '甲医院', '--designated', 'yes']]) {
    const { code, out, err } = await desk.run(argv);
    expect({ argv, code, out }).toEqual({ argv, code: 4, out: '' });
    expect(err).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  }
  expect(readFileSync(desk.database).equals(before)).toBe(true);
  expect(readdirSync(desk.folder)).toEqual(['office.db']);
}

async function expectDamaged(): Promise<void> {
  const { code, err } = await desk.run(['person', 'list']);
  expect(code).toBe(4);
  expect(err).toMatch(/not a relief database, or it is damaged/);
}

describe('a database file', () => {
  it('that is text is left as it was', async () => {
    desk.write('office.db', 'Dear diary, this is no database.\n'.repeat(500));
    await refusesAndLeaves(/office\.db is not a relief database/);
  });

  it('that is empty is left as it was', async () => {
    desk.write('office.db', '');
    await refusesAndLeaves(/office\.db is not a relief database/);
  });

  it("of another program is left as it was, whatever its journal's mode", async () => {
    const other = new SqliteDatabase(desk.database);
    other.exec("CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('https://a')");
    other.close();
    await refusesAndLeaves(/office\.db is not a relief database/);
  });

  it('of a newer version is left as it was', async () => {
    await openOffice(desk, ['unit']);
    const newer = new SqliteDatabase(desk.database);
    newer.pragma('user_version = 999');
    newer.pragma('wal_checkpoint(TRUNCATE)');
    newer.close();
    await refusesAndLeaves(/written by a newer relief/);
  });

  it('that is cut off is said to be damaged', async () => {
    await openOffice(desk);
    desk.write('office.db', readFileSync(desk.database).subarray(0, 3000));
    await expectDamaged();
  });

  it('that is overwritten in the middle is said to be damaged', async () => {
    await openOffice(desk);
    const torn = readFileSync(desk.database);
    desk.write('office.db', torn.fill(0x5a, 4096, Math.min(torn.length, 60_000)));
    await expectDamaged();
  });

  it('that is not there names the way to make one', async () => {
    for (const argv of reading) {
      const { code, err } = await desk.run(argv);
      expect(code).toBe(4);
      expect(err).toContain('make one with "relief init"');
    }
    expect(existsSync(desk.database)).toBe(false);
    const folder = await desk.run(['claim', 'list', '--db', desk.folder]);
    expect(folder.code).toBe(4);
  });

  it.skipIf(!isRoot)('that may only be read, or not even that, is refused', async () => {
    await openOffice(desk);
    chmodSync(desk.folder, 0o755);
    for (const mode of [0o444, 0o000]) {
      chmodSync(desk.database, mode);
      const before = readFileSync(desk.database);
      const adding = ['hospital', 'add', '--name', '甲医院', '--designated', 'yes'];
      const { code, err } = await desk.run(adding, { uid: nobody });
      expect(code).toBe(4);
      expect(err).toMatch(/cannot be read or written; check the permissions/);
      expect(readFileSync(desk.database).equals(before)).toBe(true);
    }
    const made = await desk.run(['init', '--db', desk.path('new.db')], { uid: nobody });
    expect(made.code).toBe(4);
    expect(made.err).toMatch(/cannot be read or written/);
    chmodSync(desk.database, 0o600);
  });

  it.skipIf(!isRoot)('names the files beside it that were left without permission', async () => {
    await openOffice(desk);
    chownSync(desk.folder, nobody, nobody);
    chownSync(desk.database, nobody, nobody);
    chmodSync(desk.database, 0o444);
    expect((await desk.run(['unit', 'list'], { uid: nobody })).code).toBe(0);
    chmodSync(desk.database, 0o600);
    const adding = ['hospital', 'add', '--name', '甲医院', '--designated', 'yes'];
    const { code, err } = await desk.run(adding, { uid: nobody });
    expect([code, err]).toEqual([
      4,
      expect.stringMatching(/office\.db cannot be written, as .*chmod u\+w .*office\.db-shm/),
    ]);
    for (const left of readdirSync(desk.folder)) chmodSync(desk.path(left), 0o600);
    expect((await desk.run(adding, { uid: nobody })).code).toBe(0);
  });

  it('that another command holds is busy, within seven seconds, and unchanged', async () => {
    await openOffice(desk, ['unit']);
    const other = new SqliteDatabase(desk.database);
    other.exec('BEGIN IMMEDIATE');
    const began = Date.now();
    const adding = ['hospital', 'add', '--name', '甲医院', '--designated', 'yes'];
    const [{ code, err }, list] = await Promise.all([
      desk.run(adding),
      desk.run(['unit', 'list', '--csv']),
    ]);
    expect(Date.now() - began).toBeLessThan(9_000);
    other.exec('ROLLBACK');
    other.close();
    expect({ code, list: list.code }).toEqual({ code: 5, list: 0 });
    expect(err).toMatch(/in use by another command; nothing was changed/);
    expect((await desk.run(adding)).code).toBe(0);
  });

  it.skipIf(!mayMount())('on a disk that fills up stays as it was', async () => {
    const disk = desk.path('disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    try {
      const env = { RELIEF_DB: `${disk}/office.db` };
      await desk.ok(['init'], { env });
      for (const noun of Object.keys(office)) {
        await desk.ok([noun, 'import', '-'], { env, input: office[noun] ?? '' });
      }
      const rows = Array.from(
        { length: 20_000 },
        (_, at) => `00001,inpatient,ZY-${at},2026-07-15,晋岭总医院,9000,5000,3000,2026-07-20`,
      );
      const filled = await desk.run(['claim', 'import', '-', '--quiet'], {
        env,
        input: claimsFile(...rows),
      });
      expect(filled.err).toMatch(/^error: the disk is full; nothing was changed/);
      expect(filled.code).toBe(4);
      expect(await desk.ok(['claim', 'list', '--csv', '--limit', '1'], { env })).not.toMatch(/ZY-/);
      expect(await desk.ok(['audit', 'verify'], { env })).toMatch(/^All holds: 6 entries/);
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

function mayMount(): boolean {
  if (!isRoot) return false;
  const folder = new Desk();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder.folder], {
      stdio: 'ignore',
    });
    execFileSync('umount', [folder.folder]);
    return true;
  } catch {
    return false;
  } finally {
    folder.clear();
  }
}
