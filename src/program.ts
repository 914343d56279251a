import { Command, type CommanderError } from 'commander';
import { Failure, Fault } from './core/failure.ts';
import { type Lang, type Phrase, render, type Said, say } from './core/language.ts';
import { type Options, shapeOf, type ValueOption, type Verb } from './core/verb.ts';
import type { Session } from './io/session.ts';
import { type Noun, nouns, questionFor, soloVerbs } from './nouns.ts';
import { words } from './words.ts';

/** The global options as they are typed (SPEC 8). */
export interface GlobalOptions {
  readonly db?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly lang?: string;
  readonly as?: string;
  readonly today?: string;
  readonly yes?: boolean;
  readonly quiet?: boolean;
}

/** The command that was chosen, by its place in the table of rights, and its work. */
export interface Task {
  readonly noun: string;
  readonly verb: string;
  readonly run: (session: Session) => Promise<void>;
}

/** Where help and the version are written, and how the chosen command is run. */
export interface ProgramParts {
  readonly lang: Lang;
  readonly version: string;
  readonly write: (text: string) => void;
  readonly run: (global: GlobalOptions, task: Task) => Promise<void>;
}

const globals: readonly (readonly [string, Phrase])[] = [
  ['--db <FILE>', words.db],
  ['--json', words.json],
  ['--csv', words.csv],
  ['--lang <LANG>', words.lang],
  ['--as <OPERATOR>', words.as],
  ['--today <DATE>', words.today],
  ['--yes', words.yes],
  ['--quiet', words.quiet],
];

const takesValue = new Set(['--db', '--lang', '--as', '--today']);

/** The noun among the words typed: the first word that is no option and no option's value. */
export function typedNoun(argv: readonly string[]): string | undefined {
  return argv.find((word, at) => !word.startsWith('-') && !takesValue.has(argv[at - 1] ?? ''));
}

/** Builds the command line. Only the verbs of the noun that was typed are loaded; `typed` undefined loads none. */
export async function buildProgram(
  parts: ProgramParts,
  typed: string | undefined,
): Promise<Command> {
  const program = new Command('relief');
  const text = (phrase: Phrase | Said) => render(phrase, parts.lang);
  program
    .description(text(words.about))
    .exitOverride()
    .configureOutput({ writeOut: parts.write, writeErr: () => {} })
    .configureHelp({
      styleTitle: (title) => text(titles[title] ?? { en: title, zh: title }),
      styleUsage: (usage) =>
        usage
          .replace('[options]', text(words.optionsUsage))
          .replace('[command]', text(words.commandUsage)),
      showGlobalOptions: true,
    })
    .version(parts.version, '--version', text(words.version))
    .helpOption('-h, --help', text(words.help))
    .helpCommand(false)
    .showSuggestionAfterError(true);
  for (const [flags, about] of globals) program.option(flags, text(about));
  for (const noun of nouns) await addNoun(program, noun, noun.name === typed, parts, text);
  return program;
}

const titles: Readonly<Record<string, Phrase>> = {
  'Usage:': words.usage,
  'Commands:': words.commandsTitle,
  'Options:': words.optionsTitle,
  'Global Options:': words.globalOptionsTitle,
  'Arguments:': words.argumentsTitle,
};

type Say = (phrase: Phrase | Said) => string;

async function addNoun(
  program: Command,
  noun: Noun,
  wanted: boolean,
  parts: ProgramParts,
  text: Say,
): Promise<void> {
  if (soloVerbs.has(noun.name)) {
    const [only] = wanted ? await noun.load() : [];
    const command = program.command(noun.name).description(text(noun.summary));
    if (only) fillVerb(command, noun.name, only, parts, text);
    return;
  }
  const command = program.command(noun.name).description(text(noun.summary)).helpCommand(false);
  if (!wanted) return;
  for (const verb of await noun.load()) {
    const own = command.command(verb.name).description(text(verb.summary));
    fillVerb(own, noun.name, verb, parts, text);
  }
}

function fillVerb(
  command: Command,
  noun: string,
  verb: Verb<Session>,
  parts: ProgramParts,
  text: Say,
): void {
  // What is missing is asked for or told of by `completed`: to the parser all may be left out.
  for (const { name, about, repeated } of verb.arguments)
    command.argument(repeated ? `[${name}...]` : `[${name}]`, text(about));
  command.usage(['[options]', ...verb.arguments.map(shapeOf)].join(' '));
  for (const [name, option] of Object.entries(verb.options)) {
    command.option(verb.flags[name] ?? '', text(option.about));
  }
  const examples = verb.examples.map((example) => `  $ ${example}`).join('\n');
  command.addHelpText('after', `\n${text(words.example)}\n${examples}`);
  command.action(async () => {
    const typed = command.opts() as Readonly<Record<string, string | boolean | undefined>>;
    const options = readOptions(verb.options, typed);
    const run = async (session: Session) =>
      verb.run(session, await completed(session, noun, verb, command.args), options);
    await parts.run(command.optsWithGlobals(), { noun, verb: verb.name, run });
  });
}

/**
 * The arguments typed, and at a terminal those that are missing, asked for.
 * @throws usage naming the missing ones where they cannot be asked for; rejected where there is nothing to choose from
 */
async function completed(
  session: Session,
  noun: string,
  verb: Verb<Session>,
  typed: readonly string[],
): Promise<readonly string[]> {
  const missing = verb.arguments.slice(typed.length).filter(({ optional }) => !optional);
  if (missing.length === 0) return typed;
  const command = ['relief', noun, ...(soloVerbs.has(noun) ? [] : [verb.name])].join(' ');
  const questions = await Promise.all(missing.map(({ name }) => questionFor(noun, name)));
  // Nothing is asked where one of them cannot be: the answers before it would be lost.
  if (session.interactive && !questions.includes(undefined)) {
    const answers = [...typed];
    for (const question of questions) {
      const answer = await question?.(session, verb.name);
      if (answer === undefined)
        throw new Failure('rejected', say(words.nothingToChoose, { command }));
      answers.push(answer);
    }
    return answers;
  }
  const said = missing.map(({ name, about }) => say(words.argument, { name, about }));
  throw new Failure('usage', say(words.argumentMissing, { missing: said, command }));
}

function readOptions(
  options: Options,
  typed: Readonly<Record<string, string | boolean | undefined>>,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options)) {
    const given = typed[camelCase(name)];
    values[name] = 'flag' in option ? given === true : readValue(name, option, given);
  }
  return values;
}

function readValue(
  name: string,
  option: ValueOption<unknown>,
  given: string | boolean | undefined,
): unknown {
  if (typeof given !== 'string') return undefined;
  const value = option.parse(given);
  if (!(value instanceof Fault)) return value;
  const said = say(words.optionFault, { option: name.replaceAll('_', '-'), reason: value.said });
  throw new Failure(option.datum ? 'rejected' : 'usage', said);
}

const camelCase = (name: string) =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What the parser found wrong, in our words; undefined where it is no fault (help, version). */
export async function usageFailure(
  error: CommanderError,
  program: Command,
  argv: readonly string[],
): Promise<Failure | undefined> {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const noun = program.commands.find((command) => command.name() === typedNoun(argv));
  const verbs = noun?.commands.map((verb) => verb.name()) ?? [];
  const verb = verbs.find((name) => argv.includes(name));
  const command = ['relief', noun?.name(), verb].filter(Boolean).join(' ');
  const usage = (said: Said) => new Failure('usage', said);
  switch (error.code) {
    case 'commander.helpDisplayed':
    case 'commander.version':
      return undefined;
    case 'commander.unknownOption': {
      const near = /\(Did you mean (?:one of )?([^?,]+)/.exec(error.message)?.[1];
      return usage(
        near
          ? say(words.unknownOptionNear, { option: quoted, nearest: near, command })
          : say(words.unknownOption, { option: quoted, command }),
      );
    }
    case 'commander.unknownCommand': {
      const known = noun ? verbs : nouns.map(({ name }) => name);
      const { nearest } = await import('./core/nearest.ts');
      const near = nearest(quoted, known) ?? known[0] ?? '';
      return usage(say(words.unknownCommand, { text: quoted, nearest: near, command }));
    }
    case 'commander.excessArguments':
      return usage(say(words.tooMany, { command }));
    case 'commander.optionMissingArgument':
      return usage(say(words.valueMissing, { option: quoted.split(' ')[0] ?? '' }));
    default:
      return usage(say(words.commandMissing, { command }));
  }
}
