// Approving, paying and closing a batch, and reading the bank's answer, against the settlement that computed it.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pair } from './measure.js';

const batch = '2026Q1-1';

/** Measures a batch's life. @param office one with its claims in `full` @param relief runs the program on a database */
export async function life(office, relief, tell) {
  const [database, computed] = [join(office.at, 'life.db'), join(office.at, 'computed.db')];
  const answer = join(office.at, 'answer.csv');
  const copy = (from, to) => {
    for (const end of ['-wal', '-shm']) rmSync(`${to}${end}`, { force: true });
    copyFileSync(from, to);
  };
  const settle = () => {
    copy(office.full, database);
    return relief(database, 'settle', '--quarter', '2026Q1', '--as', 'cron');
  };
  const approve = () => relief(database, 'batch', 'approve', batch);
  const pay = () => relief(database, 'batch', 'pay', batch, '--to', office.at);
  await settle();
  copy(database, computed);
  await approve();
  await pay();
  const [, ...list] = readFileSync(join(office.at, `${batch}-bank-1.csv`), 'utf8')
    .trim()
    .split('\n');
  const paid = list.map((row) => row.split(',')).map(([no, , , amount]) => `${no},${amount},paid`);
  writeFileSync(answer, ['employee_no,amount,result', ...paid].join('\n'));
  const lives = await pair(
    5,
    async () => {
      copy(computed, database);
      const steps = [
        await approve(),
        await pay(),
        await relief(database, 'batch', 'result', batch, answer),
        await relief(database, 'batch', 'close', batch),
      ];
      const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
      return { seconds, megabytes: Math.max(...steps.map(({ megabytes }) => megabytes)) };
    },
    settle,
  );
  tell(
    `approve, pay, read the result and close ${list.length} payments / settle them`,
    lives.ratio,
    '≤ 1',
    `${lives.a.toFixed(1)} s / ${lives.b.toFixed(1)} s`,
  );
}
