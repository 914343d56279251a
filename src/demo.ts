import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Phrase, say } from './core/language.ts';
import { type Verb, verb } from './core/verb.ts';
import type { Session } from './io/session.ts';

const words = {
  demo: { en: 'a sample office, settled before your eyes', zh: '演示：用样例单位结算一个季度' },
  demoDone: {
    en: '\nThe sample office stays at {path}. Look around in it: relief claim list --db {path} --today {today}',
    zh: '\n样例单位保存在 {path}，可以继续查看：relief claim list --db {path} --today {today}',
  },
} as const satisfies Record<string, Phrase>;

// The sample's receipts end in September 2026, so the demonstration looks from the October after.
const today = '2026-10-08';
const [settles, approves] = ['cron', '陈秀英'];

const commands: readonly (readonly string[])[] = [
  ['init'],
  ['unit', 'import', 'units.csv'],
  ['person', 'import', 'people.csv'],
  ['enrolment', 'import', 'enrolments.csv'],
  ['recognition', 'import', 'recognitions.csv'],
  ['hospital', 'import', 'hospitals.csv'],
  ['claim', 'import', 'claims.csv'],
  ...['2026Q1', '2026Q2', '2026Q3'].flatMap((quarter) => [
    ['settle', '--quarter', quarter, '--as', settles],
    ['batch', 'approve', `${quarter}-1`, '--as', approves, '--yes'],
  ]),
  ['batch', 'show', '2026Q3-1'],
  ['batch', 'verify', '2026Q3-1'],
  ['explain', 'person', '011045'],
  ['audit', 'verify'],
];

/** `relief demo`: the main job on the sample office, each command run as a user would type it. */
export const demoVerb: Verb<Session> = verb({
  name: 'demo',
  summary: words.demo,
  examples: ['relief demo', 'relief demo --lang zh'],
  async run(session: Session) {
    const { spawnSync } = await import('node:child_process');
    const { terminal, surroundings } = session;
    const folder = mkdtempSync(join(tmpdir(), 'relief-demo-'));
    const database = join(folder, 'sample.db');
    const program = join(surroundings.packageFolder, 'bin/relief.js');
    const sample = join(surroundings.packageFolder, 'data/sample');
    const env = {
      ...process.env,
      RELIEF_DB: database,
      RELIEF_TODAY: today,
      RELIEF_LANG: terminal.lang,
    };
    for (const command of commands) {
      terminal.streams.out.write(`\n$ relief ${command.join(' ')}\n`);
      const { status } = spawnSync(process.execPath, [program, ...command], {
        cwd: sample,
        env,
        stdio: 'inherit',
      });
      if (status !== 0) {
        session.exitCode = status ?? 1;
        return;
      }
    }
    await terminal.print({
      blocks: [{ good: say(words.demoDone, { path: database, today }) }],
      json: { database },
    });
  },
});
