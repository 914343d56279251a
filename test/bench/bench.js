// `npm run bench [-- aid] [--scale 0.1]`: ratios against what a user would pick instead, side by side in one run;
// `aid`: of the funds, files and pairings alone.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aid } from './aid.js';
import { books } from './books.js';
import { life } from './life.js';
import { median, pair, run } from './measure.js';
import { officeFiles, writeOffice } from './office.js';

const scaleAt = process.argv.indexOf('--scale');
const scale = scaleAt === -1 ? 1 : Number(process.argv[scaleAt + 1]);
const folder = mkdtempSync(join(tmpdir(), 'relief-bench-'));
const program = join(import.meta.dirname, '../../bin/relief.js');
const policy = join(folder, 'policy.yaml');
const has = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const hasSqlite = has('sqlite3', '--version');
const python = ['/usr/bin/python3', 'python3'].find((one) => has(one, '-c', 'import pandas'));
const rows = [];
const tell = (what, ratio, must, more = '') => {
  rows.push([what, ratio === null ? 'left out' : ratio.toFixed(2), must, more]);
  console.log(rows.at(-1).join(' | '));
};

const env = { RELIEF_TODAY: '2026-04-02', RELIEF_OPERATOR: 'bench', RELIEF_LANG: 'en' };
const relief = (database, ...args) => {
  const { env: other, ...how } = typeof args.at(-1) === 'object' ? args.pop() : {};
  return run(process.execPath, [program, '--db', database, ...args], {
    env: { ...env, ...other },
    ...how,
  });
};
const node = () => run(process.execPath, ['-e', '0']);
const copy = (from, to) => {
  for (const end of ['-wal', '-shm']) rmSync(`${to}${end}`, { force: true });
  copyFileSync(from, to);
};

/** An office in a database: everything but its claims in `empty.db`, with them in `full.db`. */
async function office(name, people, claims) {
  const at = join(folder, name);
  await writeOffice(at, people, claims);
  const empty = join(at, 'empty.db');
  await relief(empty, 'init', '--policy', policy);
  for (const [noun, file] of officeFiles.slice(0, -1)) {
    await relief(empty, noun, 'import', join(at, `${file}.csv`));
  }
  const full = join(at, 'full.db');
  copy(empty, full);
  const imported = await relief(full, 'claim', 'import', join(at, 'claims.csv'));
  return {
    at,
    empty,
    full,
    imported,
    claims: join(at, 'claims.csv'),
    work: join(at, 'work.db'),
    other: join(at, 'other.db'),
  };
}

async function starting(small) {
  const version = await pair(21, () => run(process.execPath, [program, '--version']), node);
  tell('relief --version / node -e 0', version.ratio, '≤ 1.3');
  const help = await pair(21, () => run(process.execPath, [program, '--help']), node);
  tell('relief --help / node -e 0', help.ratio, '≤ 1.3');
  const list = await pair(21, () => relief(small.full, 'claim', 'list'), node);
  tell('relief claim list (20 of 100,000) / node -e 0', list.ratio, '≤ 2');
}

async function importing(large, small) {
  const again = async (one) => {
    copy(one.empty, one.work);
    return relief(one.work, 'claim', 'import', one.claims);
  };
  if (!hasSqlite) return tell('import / sqlite3 .import', null, '≤ 3', 'sqlite3 is not installed');
  const table = join(large.at, 'table.csv');
  const written = spawnSync('sqlite3', ['-csv', large.full, 'SELECT * FROM claim'], {
    maxBuffer: 1 << 30,
  });
  writeFileSync(table, written.stdout);
  const imports = await pair(
    5,
    () => again(large),
    async () => {
      copy(large.empty, large.other);
      return run('sqlite3', [large.other, '.mode csv', `.import ${table} claim`]);
    },
  );
  tell(
    `import of ${1e6 * scale} claims / sqlite3 .import`,
    imports.ratio,
    '≤ 3',
    `${imports.a.toFixed(1)} s / ${imports.b.toFixed(1)} s`,
  );
  const little = [];
  for (let at = 0; at < 5; at += 1) little.push((await again(small)).megabytes);
  tell(
    'memory of the import, MB',
    imports.megabytes,
    '< 250',
    `${median(little).toFixed(0)} MB at ${1e5 * scale}`,
  );
}

async function settling(large, small) {
  const again = async (one) => {
    copy(one.full, one.work);
    return relief(one.work, 'settle', '--quarter', '2026Q1');
  };
  const statement = join(import.meta.dirname, 'subsidy.sql');
  if (hasSqlite) {
    const settles = await pair(
      5,
      () => again(large),
      async () => {
        copy(large.full, large.other);
        return run('sqlite3', [
          large.other,
          'PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;',
          `.read ${statement}`,
        ]);
      },
    );
    tell(
      `settle ${1e6 * scale} claims / one SQL statement`,
      settles.ratio,
      '≤ 1.5',
      `${settles.a.toFixed(1)} s / ${settles.b.toFixed(1)} s`,
    );
    tell('memory of the settlement, MB', settles.megabytes, '< 300');
  } else tell('settle / one SQL statement', null, '≤ 1.5', 'sqlite3 is not installed');
  const sizes = await pair(
    5,
    () => again(large),
    () => again(small),
  );
  tell(
    'time per claim, large / small',
    sizes.ratio / 10,
    '≤ 1.2',
    `${sizes.a.toFixed(1)} s / ${sizes.b.toFixed(2)} s`,
  );
  if (python) {
    const script = join(import.meta.dirname, 'settle_pandas.py');
    const pandas = await pair(
      5,
      () => again(large),
      async () => {
        copy(large.full, large.other);
        return run(python, [script, large.other]);
      },
    );
    tell(
      'settle / pandas',
      pandas.ratio,
      '< 1',
      `${pandas.a.toFixed(1)} s / ${pandas.b.toFixed(1)} s`,
    );
  } else tell('settle / pandas', null, '< 1', 'pandas is not installed');
}

// Nothing is announced and funds may fall short: what is measured is neither.
const xishan = readFileSync(join(import.meta.dirname, '../../data/policies/xishan.yaml'), 'utf8');
writeFileSync(
  policy,
  xishan.replace('{days: 5}', 'none').replace('shortfall: refuse', 'shortfall: allow'),
);

async function mutualAid() {
  const small = await office('small', Math.round(25_000 * scale), Math.round(100_000 * scale));
  await starting(small);
  const large = await office('large', Math.round(250_000 * scale), Math.round(1_000_000 * scale));
  await importing(large, small);
  await settling(large, small);
  await life(large, relief, tell);
  if (hasSqlite) await books(folder, scale, relief, tell);
}

try {
  if (!process.argv.includes('aid')) await mutualAid();
  await aid(folder, scale, relief, node, tell);
  console.log(`\n| what | measured | must reach | |\n|---|---|---|---|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
