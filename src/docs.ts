import type { Phrase } from './core/language.ts';
import { shapeOf, type Verb } from './core/verb.ts';
import type { Session } from './io/session.ts';
import { type Noun, nouns, soloVerbs } from './nouns.ts';
import { buildProgram } from './program.ts';

const both = ({ en, zh }: Phrase) => (en === zh ? en : `${en} · ${zh}`);
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: string, rows: readonly (readonly [string, Phrase])[]) => [
  `| ${head} | | |`,
  '|---|---|---|',
  ...rows.map(([code, { en, zh }]) => `| \`${cell(code)}\` | ${cell(en)} | ${cell(zh)} |`),
  '',
];

/** All commands with their arguments, options and examples, as Markdown: docs/commands.md is this text. */
export async function commandsDocument(): Promise<string> {
  const lines = [
    '# Commands · 命令一览',
    '',
    'Made from the program itself by `npm run docs`; do not edit. The same words stand in `relief <command> --help`.',
    '本页由程序自动生成（`npm run docs`），请勿手工修改；各命令的 `--help` 内容与此相同。',
    '',
    '| command | | |',
    '|---|---|---|',
    ...nouns.map(
      ({ name, summary }) =>
        `| [\`relief ${name}\`](#relief-${name}) | ${summary.en} | ${summary.zh} |`,
    ),
    '',
    '## Global options · 通用选项',
    '',
    ...table('option', await globalOptions()),
  ];
  for (const noun of nouns) lines.push(...(await nounLines(noun)));
  return `${lines.join('\n').trimEnd()}\n`;
}

async function globalOptions(): Promise<readonly (readonly [string, Phrase])[]> {
  const parts = { version: '', write: () => {}, run: async () => {} };
  const en = await buildProgram({ ...parts, lang: 'en' }, undefined);
  const zh = await buildProgram({ ...parts, lang: 'zh' }, undefined);
  return en.options.map((option, at) => [
    option.flags,
    { en: option.description, zh: zh.options[at]?.description ?? '' },
  ]);
}

async function nounLines(noun: Noun): Promise<readonly string[]> {
  const lines = [`## relief ${noun.name}`, '', both(noun.summary), ''];
  for (const verb of await noun.load()) {
    const solo = soloVerbs.has(noun.name);
    if (!solo) lines.push(`### relief ${noun.name} ${verb.name}`, '', both(verb.summary), '');
    lines.push(
      ...verbLines(verb, solo ? `relief ${noun.name}` : `relief ${noun.name} ${verb.name}`),
    );
  }
  return lines;
}

function verbLines(verb: Verb<Session>, command: string): readonly string[] {
  const args = verb.arguments.map((one) => [shapeOf(one), one.about] as const);
  const options = Object.entries(verb.options).map(
    ([name, { about }]) => [verb.flags[name] ?? '', about] as const,
  );
  const shape = [
    command,
    ...args.map(([name]) => name),
    ...(options.length > 0 ? ['[options]'] : []),
  ];
  return [
    '```',
    shape.join(' '),
    '```',
    '',
    ...(args.length > 0 ? table('argument', args) : []),
    ...(options.length > 0 ? table('option', options) : []),
    '```sh',
    ...verb.examples,
    '```',
    '',
  ];
}
