import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandsDocument } from '../src/docs.ts';
import { nouns, soloVerbs } from '../src/nouns.ts';
import { buildProgram } from '../src/program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((page) => page.endsWith('.md'));

/** The command lines of a page: in code blocks lines that begin with `relief` or `$ relief`, elsewhere in backticks. */
function commandLines(text: string): string[] {
  const found: string[] = [];
  let fence = false;
  let console = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      fence = !fence;
      console = fence && line === '```console';
    } else if (fence) {
      const command = /^(?:\$ |30 2 \* \* \* )?(relief .*)$/.exec(line)?.[1];
      if (command && (!console || line.startsWith('$ '))) found.push(command);
      const scheduled = /\/tr "(relief [^"]*)"/.exec(line)?.[1];
      if (scheduled) found.push(scheduled);
    } else {
      for (const [, command] of line.matchAll(/`(relief [^`]+)`/g)) found.push(command ?? '');
    }
  }
  return found;
}

/** A line's words, as a shell gives them to the program; what comes after `>`, `<`, `|` or a comment is not ours. */
function wordsOf(line: string): string[] {
  const [ours = ''] = line.split(/ [<>|#](?: |$)/);
  // `[options]` stands for any in the outline of a command.
  return [...ours.replace(' [options]', '').matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

/** What is wrong with a command line, or undefined. The program itself parses it; nothing is run. */
async function faultOf(line: string): Promise<string | undefined> {
  const [, ...argv] = wordsOf(line);
  // A page may speak of `relief`, of `relief <command>` and of a noun or a verb without what it needs.
  if (argv[0]?.startsWith('<') || argv[0] === undefined) return undefined;
  const noun = nouns.find(({ name }) => name === argv[0]);
  if (!noun && !argv[0].startsWith('--')) return `no noun ${argv[0]}`;
  if (!noun) return argv.every((word) => ['--help', '--version'].includes(word)) ? undefined : line;
  const verbs = await noun.load();
  const verb = soloVerbs.has(noun.name) ? verbs[0] : verbs.find(({ name }) => name === argv[1]);
  if (!verb) return argv.length === 1 || argv[1] === '<verb>' ? undefined : `no verb ${argv[1]}`;
  const bare = argv.length === (soloVerbs.has(noun.name) ? 1 : 2);
  if (bare || argv.includes('--help')) return undefined;
  const parts = { lang: 'en', version: '', write: () => {}, run: async () => {} } as const;
  const program = await buildProgram(parts, noun.name);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function faultsIn(text: string): Promise<string[]> {
  const faults: string[] = [];
  for (const line of commandLines(text)) {
    const fault = await faultOf(line);
    if (fault !== undefined) faults.push(`${line}: ${fault}`);
  }
  return faults;
}

/** GitHub's anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function brokenLinks(page: string): string[] {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, to]) => to ?? '');
  return links.filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? page : join(dirname(page), file);
    if (!existsSync(join(root, target))) return true;
    if (anchor === undefined) return false;
    const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading ?? '');
    return !headings.map(anchorOf).includes(anchor);
  });
}

describe('docs/commands.md', () => {
  it('is what `npm run docs` makes of the verbs', async () => {
    expect(read('docs/commands.md')).toBe(await commandsDocument());
  });

  it('has an example for every command, and each can be parsed', async () => {
    for (const noun of nouns) {
      for (const verb of await noun.load()) {
        expect(verb.examples.length, `${noun.name} ${verb.name}`).toBeGreaterThan(0);
      }
    }
    expect(await faultsIn(await commandsDocument())).toEqual([]);
  });
});

describe('command lines in the pages', () => {
  it.each(pages)('%s: each has a known noun, verb and options', async (page) => {
    expect(await faultsIn(read(page))).toEqual([]);
  });

  it('are found where they stand', () => {
    expect(commandLines(read('docs/manual.md')).length).toBeGreaterThan(60);
    expect(commandLines(read('docs/manual.zh-CN.md')).length).toBeGreaterThan(60);
    expect(commandLines(read('README.md')).length).toBeGreaterThan(8);
  });

  it('would be seen if they were wrong', async () => {
    const planted = [
      '`relief clam list`',
      '`relief claim lst --limit 3`',
      '```console\n$ relief claim list --limt 3\nrelief is not a command here\n```',
      '```sh\nrelief settle --quarter\n```',
    ];
    expect(await faultsIn(planted.join('\n'))).toHaveLength(4);
  });
});

describe('links between the pages', () => {
  it.each(pages)('%s: each leads somewhere', (page) => {
    // docs/speed.md is written after the measurements.
    expect(brokenLinks(page).filter((link) => !link.endsWith('speed.md'))).toEqual([]);
  });
});

it('the manuals in both languages show the same commands', () => {
  const shape = (page: string) =>
    commandLines(read(page))
      .map((line) => wordsOf(line).slice(0, 3).join(' '))
      .filter((line) => !line.includes('--lang') && !line.includes('--help'));
  expect(new Set(shape('docs/manual.zh-CN.md'))).toEqual(new Set(shape('docs/manual.md')));
});
