// `npm run docs`: writes docs/commands.md from the verbs themselves, and plays the sessions of the README and the
// manuals again on the sample office, putting in what the program says now.
//
// In a ```console block, lines that begin with `$ ` are run, one after the other, in one folder a page; what follows
// them is replaced. Output that was cut short with a line `…` is cut at the same length again. A comment
// `<!-- replace FILE "old" "new" -->` stands for what a person does in an editor, `<!-- meanwhile COMMAND -->` for what
// others do, such as the bank; `<!-- a new folder -->` begins with an empty desk.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'relief-docs-'));

async function writeCommands() {
  const outfile = join(work, 'docs.mjs');
  await build({
    entryPoints: [join(root, 'src/docs.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    external: ['bindings', '*.node'],
    banner: {
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
  });
  const { commandsDocument } = await import(pathToFileURL(outfile).href);
  writeFileSync(join(root, 'docs/commands.md'), await commandsDocument());
}

/** A copy of the program, so that a build meanwhile does no harm. */
function copyProgram() {
  for (const part of ['bin', 'dist', 'data', 'package.json']) {
    cpSync(join(root, part), join(work, 'program', part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(work, 'program/node_modules'));
}

function makeDesk(lang) {
  const folder = mkdtempSync(join(work, 'desk-'));
  const bin = join(work, 'bin');
  cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
  mkdirSync(bin, { recursive: true });
  const program = join(bin, 'relief');
  const script = join(work, 'program/bin/relief.js');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  chmodSync(program, 0o755);
  const env = {
    PATH: [bin, process.env.PATH].join(delimiter),
    HOME: folder,
    NO_COLOR: '1',
    RELIEF_DB: 'relief.db',
    RELIEF_LANG: lang,
    RELIEF_OPERATOR: '王建国',
    RELIEF_TODAY: '2026-10-08',
  };
  return { folder, env };
}

/** What a command says, a line each; cut where `before`, what stood there, was cut. */
function said(desk, command, before) {
  const { stdout, status } = spawnSync('sh', ['-c', `{ ${command}; } 2>&1`], {
    cwd: desk.folder,
    env: desk.env,
    encoding: 'utf8',
  });
  if (status === null || status === 1) throw new Error(`${command}\n${stdout}`);
  const lines = stdout.trimEnd().split('\n');
  const cut = before.indexOf('…');
  if (cut === -1 || lines.length <= cut) return lines.filter((line, at) => line !== '' || at > 0);
  return [...lines.slice(0, cut), '…'];
}

function playBlock(desk, lines) {
  const out = [];
  for (let at = 0; at < lines.length; ) {
    const command = lines[at];
    let next = at + 1;
    while (next < lines.length && !lines[next].startsWith('$ ')) next += 1;
    const before = lines.slice(at + 1, next);
    out.push(command, ...said(desk, command.slice(2), before));
    if (next < lines.length && before.at(-1) === '') out.push('');
    at = next;
  }
  return out;
}

const unescaped = (text) => text.replaceAll('\\n', '\n');

function replaceIn(desk, file, from, to) {
  const path = join(desk.folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
}

function playPage(page, lang) {
  const path = join(root, page);
  let desk = makeDesk(lang);
  const lines = readFileSync(path, 'utf8').split('\n');
  const out = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    out.push(line);
    const edit = /^<!-- replace (\S+) "(.*)" "(.*)" -->$/.exec(line);
    if (edit) replaceIn(desk, edit[1], unescaped(edit[2]), unescaped(edit[3]));
    if (line === '<!-- a new folder -->') desk = makeDesk(lang);
    const [, meanwhile] = /^<!-- meanwhile (.*) -->$/.exec(line) ?? [];
    if (meanwhile) said(desk, meanwhile, []);
    if (line !== '```console') continue;
    const end = lines.indexOf('```', at);
    out.push(...playBlock(desk, lines.slice(at + 1, end)));
    at = end - 1;
  }
  writeFileSync(path, out.join('\n'));
}

try {
  await writeCommands();
  copyProgram();
  playPage('README.md', 'en');
  playPage('docs/manual.md', 'en');
  playPage('docs/manual.zh-CN.md', 'zh');
} finally {
  rmSync(work, { recursive: true, force: true });
}
