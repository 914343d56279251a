// Bundles src into dist: one entry and lazily loaded chunks, so that starting up costs little more than node.
import { readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist', { recursive: true, force: true });
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

await build({
  entryPoints: { main: 'src/main.ts', thread: 'src/mutual-aid/batch/thread.ts' },
  outdir: 'dist',
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
  // What is bundled from CommonJS still asks for node's own modules by require.
  banner: {
    js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
  },
});
