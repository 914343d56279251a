// The day's command, what is found, every list and report of an office with 100,000 people and their files, grants,
// pairings and requests, each against its bare SQL.
import { join } from 'node:path';
import { aidCommands } from './aid-commands.js';
import { fillAidOffice } from './aid-office.js';
import { pair, run } from './measure.js';

/** Measures them. @param relief runs the program on a database @param node runs `node -e 0` */
export async function aid(folder, scale, relief, node, tell) {
  const database = join(folder, 'aid.db');
  await relief(database, 'init');
  fillAidOffice(database, scale);
  const bare = (...sql) =>
    run(process.execPath, [join(import.meta.dirname, 'bare.js'), database, ...sql]);
  const env = { RELIEF_TODAY: '2026-10-07' };
  for (const { command, sql, list, exit } of aidCommands) {
    const asked = () => relief(database, ...command.split(' '), { env, exit });
    try {
      await asked();
    } catch {
      tell(`relief ${command}`, null, '≤ 3', 'there is no such command, or it fails');
      continue;
    }
    const both = await pair(5, asked, () => bare(...sql));
    const times = `${(both.a * 1000).toFixed(0)} ms / ${(both.b * 1000).toFixed(0)} ms`;
    tell(`relief ${command} / its bare SQL`, both.ratio, '≤ 3', mark(both.ratio > 3, times));
    if (!list) continue;
    const { ratio } = await pair(5, asked, async () => {
      const [one, nothing, start] = [await bare(...sql), await bare('SELECT 1'), await node()];
      return { ...one, seconds: one.seconds - nothing.seconds + 2 * start.seconds };
    });
    tell(`relief ${command} / (2 × node -e 0 + its bare SQL)`, ratio, '≤ 1', mark(ratio > 1, ''));
  }
}

const mark = (missed, times) => (missed ? `${times} missed`.trim() : times);
