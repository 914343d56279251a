import { userInfo } from 'node:os';
import { join } from 'node:path';
import { admit } from './admission.ts';
import { parseCivilDate } from './core/civil-date.ts';
import { Failure, Fault } from './core/failure.ts';
import { hasUnprintable, type Lang, say } from './core/language.ts';
import { databaseFailure } from './io/database.ts';
import { Session } from './io/session.ts';
import { type Format, type Streams, Terminal } from './io/terminal.ts';
import type { GlobalOptions, Task } from './program.ts';
import { words } from './surroundings-words.ts';

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs a command in the session that the global options and the environment give, if the operator may.
 * @returns its exit code
 */
export async function runSession(
  global: GlobalOptions,
  lang: Lang,
  streams: Streams,
  env: Environment,
  task: Task,
): Promise<number> {
  const session = sessionOf(global, lang, streams, env);
  try {
    await admit(session, task.noun, task.verb);
    await task.run(session);
    return session.exitCode;
  } catch (error) {
    const fromSqlite =
      error instanceof Error && 'code' in error && /^SQLITE_/.test(String(error.code));
    const path = await session.surroundings.databasePath();
    throw (fromSqlite && databaseFailure(path, error)) || error;
  } finally {
    await session.close();
  }
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
    packageFolder: join(import.meta.dirname, '..'),
  });
}

async function defaultDatabase(): Promise<string> {
  const { default: envPaths } = await import('env-paths');
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
