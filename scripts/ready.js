// Installs and builds what is missing, and does nothing when all is there: `npm test` and `npm run demo`
// work on a fresh clone. Uses nothing but node itself, as nothing else may be installed yet.
import { execSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const run = (command) => execSync(command, { stdio: ['ignore', 2, 2] });
const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) latest = Math.max(latest, changed(join(entry.parentPath, entry.name)));
  }
  return latest;
}

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  // Not `npm ci`: it insists on packages for platforms that a mirror may not carry.
  run('npm install --no-audit --no-fund');
}
const native = 'node_modules/better-sqlite3/build/Release/better_sqlite3.node';
// npm may have been told to run no install scripts: then the database is compiled here.
if (!existsSync(native)) run('npm rebuild better-sqlite3 --ignore-scripts=false');
if (!existsSync(native))
  run('npx --no-install node-gyp rebuild --release -C node_modules/better-sqlite3');
const builders = ['package.json', 'scripts/build.js', 'bin/load.js'];
const sources = Math.max(newest('src'), ...builders.map(changed));
if (changed('dist/main.cjs') < sources) run('node scripts/build.js');
