import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeFiles, writeOffice } from '../bench/office.js';
import { plainPolicy } from '../plain-policy.ts';
import { Desk } from '../run.ts';

const people = 2_000;
const rounds = 67;
const desk = new Desk();
const batch = '2026Q1-1';
const spring = { env: { RELIEF_TODAY: '2026-04-02', RELIEF_OPERATOR: 'li' } };

const steps = {
  approve: ['batch', 'approve', batch],
  pay: ['batch', 'pay', batch, '--to', 'lists'],
  result: ['batch', 'result', batch, 'answer.csv'],
} as const;
type Step = keyof typeof steps;

/** The database as it is before each step. */
const before = (step: Step) => desk.path(`before-${step}.db`);

beforeAll(async () => {
  await writeOffice(desk.folder, people, people);
  await desk.ok(['init', '--policy', plainPolicy()], spring);
  for (const [noun, file] of officeFiles) {
    await desk.ok([noun, 'import', `${file}.csv`], spring);
  }
  await desk.ok(['settle', '--quarter', '2026Q1', '--as', 'cron'], spring);
  for (const step of Object.keys(steps) as Step[]) {
    copyFileSync(desk.database, before(step));
    if (step === 'result') writeAnswer();
    else await desk.ok(steps[step], spring);
  }
}, 120_000);
afterAll(() => {
  expect(desk.said).not.toMatch(/^ {4}at /m);
  desk.clear();
});

/** What the bank answers: one payment in ten fails. */
function writeAnswer(): void {
  const [, ...rows] = readFileSync(desk.path(`lists/${batch}-bank-1.csv`), 'utf8')
    .trim()
    .split('\n');
  const answers = rows.map((row, at) => {
    const [no, , , amount] = row.split(',');
    return `${no},${amount},${at % 10 === 0 ? 'failed,户名不符' : 'paid,'}`;
  });
  writeFileSync(
    desk.path('answer.csv'),
    ['employee_no,amount,result,message', ...answers].join('\n'),
  );
}

function startAgain(step: Step): void {
  for (const end of ['-wal', '-shm']) rmSync(`${desk.database}${end}`, { force: true });
  copyFileSync(before(step), desk.database);
  rmSync(desk.path('lists'), { recursive: true, force: true });
  mkdirSync(desk.path('lists'));
}

/** The books and the batch, as the file has them. */
function facts() {
  const database = new SqliteDatabase(desk.database, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const one = (text: string) => (database.prepare(text).get() as { n: number | string }).n;
  const found = {
    status: one('SELECT status AS n FROM batch'),
    entries: one("SELECT count(*) AS n FROM entry WHERE cause LIKE 'batch-%'"),
    uneven: one(
      'SELECT count(*) AS n FROM (SELECT 1 FROM posting GROUP BY entry_id HAVING sum(amount) <> 0)',
    ),
    orders: one('SELECT count(*) AS n FROM payment_order'),
    answered: one('SELECT count(*) AS n FROM payment_order WHERE result_on IS NOT NULL'),
    exceptions: one('SELECT count(*) AS n FROM payment_exception'),
    steps: one('SELECT count(*) AS n FROM batch_step'),
  };
  database.close();
  return found;
}

describe('a process killed at any moment of a step with money', () => {
  it.each(Object.keys(steps) as Step[])(
    'has done all of %s or nothing',
    async (step) => {
      startAgain(step);
      const nothing = facts();
      const began = Date.now();
      await desk.ok(steps[step], spring);
      const whole = Date.now() - began;
      const all = facts();
      expect(all).not.toEqual(nothing);
      let ended = 0;
      for (let round = 0; round < rounds; round += 1) {
        startAgain(step);
        const after = whole * 1.05 * ((round + Math.random()) / rounds);
        await desk.run(steps[step], {
          ...spring,
          watch: (child) => setTimeout(() => child.kill('SIGKILL'), after),
        });
        const found = facts();
        expect([nothing, all]).toContainEqual(found);
        const done = found.steps === all.steps;
        if (done) ended += 1;
        // A bank file that the books do not know could be paid twice.
        if (step === 'pay' && !done)
          expect(existsSync(desk.path(`lists/${batch}-bank-1.csv`))).toBe(false);
        if (round % 8 !== 0) continue;
        await desk.ok(['audit', 'verify'], spring);
        await desk.ok(['batch', 'verify', batch], spring);
        if (!done) await desk.ok(steps[step], spring);
        expect(facts()).toEqual(all);
      }
      expect(ended).toBeLessThan(rounds);
    },
    240_000,
  );
});
