import { userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Command, CommanderError } from 'commander';
import { parseCivilDate } from './core/civil-date.ts';
import { exitCodes, Failure, Fault } from './core/failure.ts';
import { hasUnprintable, type Lang, render, say } from './core/language.ts';
import { Session } from './io/session.ts';
import { type Format, type Streams, Terminal } from './io/terminal.ts';
import { buildProgram, type GlobalOptions, typedNoun, usageFailure } from './program.ts';
import { words } from './words.ts';

type Environment = Readonly<Record<string, string | undefined>>;

declare const RELIEF_VERSION: string;

/**
 * Runs one command.
 * @param argv the words after `relief`
 * @returns the exit code (SPEC 8); a failure is one line on standard error, never a stack trace
 */
export async function main(
  argv: readonly string[],
  streams: Streams,
  env: Environment,
): Promise<number> {
  const lang = languageOf(argv, env);
  let exitCode = 0;
  let program: Command | undefined;
  try {
    program = await buildProgram(
      {
        lang,
        version: RELIEF_VERSION,
        write: (text) => streams.out.write(text),
        run: async (global, work) => {
          exitCode = await runSession(sessionOf(global, lang, streams, env), work);
        },
      },
      typedNoun(argv),
    );
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    const failure =
      error instanceof CommanderError && program ? usageFailure(error, program, argv) : error;
    if (failure === undefined) return 0;
    return await tell(failure, lang, streams, env);
  }
}

async function runSession(
  session: Session,
  work: (session: Session) => Promise<void>,
): Promise<number> {
  try {
    await work(session);
    return session.exitCode;
  } finally {
    await session.close();
  }
}

async function tell(
  error: unknown,
  lang: Lang,
  streams: Streams,
  env: Environment,
): Promise<number> {
  if (error instanceof Failure) {
    streams.err.write(`${render(say(words.error, { reason: error.said }), lang)}\n`);
    return exitCodes[error.kind];
  }
  const message = error instanceof Error ? error.message : String(error);
  streams.err.write(`${render(say(words.unexpected, { message }), lang)}\n`);
  if (env['RELIEF_DEBUG'] && error instanceof Error) streams.err.write(`${error.stack}\n`);
  return exitCodes.unexpected;
}

/** `--lang`, else RELIEF_LANG, else the locale: Chinese for a Chinese one, English otherwise. */
function languageOf(argv: readonly string[], env: Environment): Lang {
  const at = argv.lastIndexOf('--lang');
  const joined = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const asked = joined ?? (at === -1 ? undefined : argv[at + 1]) ?? env['RELIEF_LANG'];
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const named =
    process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : locale;
  return named.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function sessionOf(global: GlobalOptions, lang: Lang, streams: Streams, env: Environment): Session {
  if (global.lang !== undefined && global.lang !== 'zh' && global.lang !== 'en') {
    throw new Failure('usage', say(words.badLang, { text: global.lang }));
  }
  if (global.json && global.csv) throw new Failure('usage', say(words.jsonOrCsv));
  const format: Format = global.json ? 'json' : global.csv ? 'csv' : 'screen';
  const operator = (global.as ?? env['RELIEF_OPERATOR'] ?? userInfo().username).trim();
  if (operator === '' || hasUnprintable(operator)) {
    throw new Failure('usage', say(words.operatorBad));
  }
  return new Session(new Terminal(streams, lang, format, global.quiet ?? false), {
    databasePath: async () => global.db ?? (env['RELIEF_DB'] || (await defaultDatabase())),
    operator,
    today: todayOf(global.today ?? (env['RELIEF_TODAY'] || undefined)),
    now: () => new Date().toISOString(),
    yes: global.yes ?? false,
    packageFolder: fileURLToPath(new URL('..', import.meta.url)),
  });
}

async function defaultDatabase(): Promise<string> {
  const { default: envPaths } = await import('env-paths');
  const { join } = await import('node:path');
  return join(envPaths('relief', { suffix: '' }).data, 'relief.db');
}

function todayOf(asked: string | undefined): string {
  if (asked === undefined) {
    const now = new Date();
    const day = `${now.getFullYear()}/${now.getMonth() + 1}/${now.getDate()}`;
    return parseCivilDate(day) as string;
  }
  const date = parseCivilDate(asked);
  if (date instanceof Fault) throw new Failure('usage', say(words.badToday, { reason: date.said }));
  return date;
}
