import { type Command, CommanderError } from 'commander';
import { exitCodes, Failure } from './core/failure.ts';
import { type Lang, render, say } from './core/language.ts';
import type { Streams } from './io/terminal.ts';
import { buildProgram, typedNoun, usageFailure } from './program.ts';
import type { Environment } from './surroundings.ts';
import { words } from './words.ts';

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
        run: async (global, task) => {
          const { runSession } = await import('./areas.ts');
          exitCode = await runSession(global, lang, streams, env, task);
        },
      },
      typedNoun(argv),
    );
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    const failure =
      error instanceof CommanderError && program ? await usageFailure(error, program, argv) : error;
    if (failure === undefined) return 0;
    return tell(failure, lang, streams, env);
  }
}

/**
 * Tells that standard output cannot be written.
 * @returns the exit code, or undefined where its reader has left early, such as `| head`: that is no error
 */
export function unwritable(
  error: NodeJS.ErrnoException,
  argv: readonly string[],
  streams: Streams,
  env: Environment,
): number | undefined {
  if (error.code === 'EPIPE') return undefined;
  const said = say(words.unwritable, { message: error.message });
  return tell(new Failure('refused', said), languageOf(argv, env), streams, env);
}

function tell(error: unknown, lang: Lang, streams: Streams, env: Environment): number {
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
