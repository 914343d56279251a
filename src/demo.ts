import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './core/language.ts';
import { type Verb, verb } from './core/verb.ts';
import { words } from './demo-words.ts';
import { year } from './demo-year.ts';
import type { Session } from './io/session.ts';
import { words as nounWords } from './words.ts';

/** Writes what the bank answers to its list: everyone paid, but for those it refuses. @returns the file */
function answer(folder: string, list: string, refused: readonly string[]): string {
  const why = new Map(refused.map((one) => one.split(':') as [string, string]));
  const file = `${list}-answer.csv`;
  const [head, ...rows] = readFileSync(join(folder, `${list}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const answers = rows.map((row) => {
    const message = why.get(row.slice(0, row.indexOf(',')));
    return message === undefined ? `${row},paid,` : `${row},failed,${message}`;
  });
  writeFileSync(join(folder, file), [`${head},result,message`, ...answers, ''].join('\n'));
  return file;
}

/** `relief demo`: the sample office's year, each command run as a user would type it. */
export const demoVerb: Verb<Session> = verb({
  name: 'demo',
  summary: nounWords.demo,
  examples: ['relief demo', 'relief demo --lang zh'],
  async run(session: Session) {
    const { spawnSync } = await import('node:child_process');
    const { terminal, surroundings } = session;
    const folder = mkdtempSync(join(tmpdir(), 'relief-demo-'));
    const database = join(folder, 'sample.db');
    const program = join(surroundings.packageFolder, 'bin/relief.js');
    cpSync(join(surroundings.packageFolder, 'data/sample'), folder, { recursive: true });
    const write = (text: string) => terminal.streams.out.write(text);
    for (const { title, silent, steps } of year) {
      write(`\n== ${title[terminal.lang]} ==\n`);
      for (const step of steps.trim().split('\n')) {
        const [today = '', operator = '', ...command] = step.trim().split(' ');
        if (operator === 'bank') {
          const [list = '', ...refused] = command;
          write(`${terminal.words(say(words.bank, { file: answer(folder, list, refused) }))}\n`);
          continue;
        }
        write(`${silent ? '' : '\n'}${today} ${operator}$ relief ${command.join(' ')}\n`);
        const who = { RELIEF_OPERATOR: operator, RELIEF_TODAY: today };
        const { status } = spawnSync(process.execPath, [program, ...command], {
          cwd: folder,
          env: { ...process.env, ...who, RELIEF_DB: database, RELIEF_LANG: terminal.lang },
          stdio: ['ignore', silent ? 'ignore' : 'inherit', 'inherit'],
        });
        if (status !== 0) {
          session.exitCode = status ?? 1;
          return;
        }
      }
    }
    await terminal.print({
      blocks: [{ good: say(words.demoDone, { folder, path: database }) }],
      json: { database },
    });
  },
});
