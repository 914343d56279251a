// Builds dist: the program bundled, then compiled, so that starting up costs little more than node.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { build, transform } from 'esbuild';

// commander asks for child processes as it is loaded, for executables we have none of.
const lazyChildProcess = {
  name: 'lazy-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child-process', namespace: 'lazy' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: "module.exports = { get spawn() { return require('node:child_process').spawn; } };",
    }));
  },
};

/** Bundles src into entries and lazily loaded chunks. */
async function bundle() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { outputFiles } = await build({
    entryPoints: { main: 'src/main.ts', thread: 'src/mutual-aid/batch/thread.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    plugins: [lazyChildProcess],
    // The database's addon is compiled for the machine, and loaded from where it was installed.
    external: ['bindings', '*.node'],
    define: { RELIEF_VERSION: JSON.stringify(version) },
  });
  mkdirSync('dist');
  // Node starts CommonJS faster, but only ES modules can be split: so they are rewritten afterwards.
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: true,
      supported: { 'dynamic-import': false },
      define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    });
    writeFileSync(path, code);
  }
}

/** What is compiled ahead is what these run: the short commands, which people wait for. */
const commands = [
  ['--help'],
  ['init'],
  ['unit', 'import', 'data/sample/units.csv'],
  ['person', 'import', 'data/sample/people.csv'],
  ['hospital', 'import', 'data/sample/hospitals.csv'],
  ['claim', 'import', 'data/sample/claims.csv'],
  ['claim', 'list'],
  ['claim', 'show', '1'],
];

/** Keeps what V8 compiles of the bundle, where bin/load.js looks for it. */
async function compile() {
  const { load, scripts, compiled } = createRequire(import.meta.url)('../bin/load.js');
  const folder = mkdtempSync(join(tmpdir(), 'relief-build-'));
  const nowhere = new Writable({ write: (_text, _encoding, done) => done() });
  const streams = { in: process.stdin, out: nowhere, err: nowhere };
  const env = { RELIEF_DB: join(folder, 'office.db'), RELIEF_OPERATOR: 'build' };
  for (const command of commands) await load('main.cjs').main(command, streams, env);
  rmSync(folder, { recursive: true });
  mkdirSync(compiled);
  for (const [name, script] of scripts) {
    writeFileSync(join(compiled, name), script.createCachedData());
  }
}

rmSync('dist', { recursive: true, force: true });
await bundle();
await compile();
