import { copyFileSync, rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf } from '../office.ts';
import { idOf } from '../people/people.ts';
import { plainPolicy } from '../plain-policy.ts';
import { Desk } from '../run.ts';

const families = 600;
const rounds = 12;
const desk = new Desk();
const autumn = { env: { RELIEF_TODAY: '2026-09-01', RELIEF_OPERATOR: 'li' } };
const later = { env: { RELIEF_TODAY: '2026-10-08', RELIEF_OPERATOR: 'cron' } };

const no = (at: number) => String(at + 1).padStart(6, '0');
const each = <T>(of: (at: number) => T) => Array.from({ length: families }, (_, at) => of(at));

/** What is done, under which surroundings, and the tables whose rows tell whether it was. */
const steps = {
  'hardship import': { argv: ['hardship', 'import', 'files.csv'], when: autumn },
  'grant import': { argv: ['grant', 'import', 'grants.csv'], when: autumn },
  'grant approve': { argv: ['grant', 'approve', '1'], when: autumn },
  'grant pay': { argv: ['grant', 'pay', '--fund', 'start-up', '--all'], when: autumn },
  'loan import': { argv: ['loan', 'import', 'repayments.csv'], when: autumn },
  daily: { argv: ['daily'], when: later },
} as const;
type Step = keyof typeof steps;

const before = (step: Step) => desk.path(`before-${step.replace(' ', '-')}.db`);

const application = [
  ...['grant', 'apply', '--fund', 'living-active', '--employee-no', no(0), '--amount', '500'],
  ...['--purpose', '家中失火', '--evidence', '申请书', '--as', 'wang'],
];

beforeAll(async () => {
  desk.write(
    'people.csv',
    csvOf(
      each((at) => ({
        employee_no: no(at),
        name: `王建国`,
        id_no: idOf(at % 1000),
        category: 'active',
        unit: 'M1',
      })),
    ),
  );
  desk.write(
    'files.csv',
    csvOf(
      each((at) => ({
        ...{ employee_no: no(at), cause: 'illness', members: 1, income: '9000.00' },
        ...{ rigid_expenses: '0.00', opened_on: '2026-06-01' },
      })),
    ),
  );
  const decided = { applied_on: '2026-08-01', approved_on: '2026-08-10', approved_by: '陈秀英' };
  desk.write(
    'grants.csv',
    csvOf(
      each((at) => ({
        ...{ fund: 'start-up', employee_no: no(at), amount: '1000.00', instalments: '7' },
        ...{ purpose: '小吃店', evidence: '创业计划书', ...decided },
      })),
    ),
  );
  desk.write(
    'repayments.csv',
    csvOf(each((at) => ({ loan: at + 2, amount: '142.85', on: '2026-09-01' }))),
  );
  await desk.ok(['init', '--policy', plainPolicy({ shortfall: 'refuse' })], autumn);
  const unit = { input: 'code,name,level,parent\nG0,晋岭集团,group,\nM1,青石沟矿,mine,G0\n' };
  await desk.ok(['unit', 'import', '-'], { ...unit, ...autumn });
  await desk.ok(['person', 'import', 'people.csv'], autumn);
  for (const fund of ['start-up', 'living-active'])
    await desk.ok(
      ['fund', 'deposit', fund, '--source', 'union', '--amount', '900000', '--on', '2026-01-05'],
      autumn,
    );
  for (const name of ['李秀英', '张伟', '刘洋', '陈秀兰', '赵铁柱']) {
    const matter = ['--kind', 'living', '--matter', '生活困难', '--name', name, '--at', 'M1'];
    await desk.ok(['request', 'add', ...matter], autumn);
  }
  for (const step of Object.keys(steps) as Step[]) {
    copyFileSync(desk.database, before(step));
    await desk.ok(steps[step].argv, steps[step].when);
    if (step === 'hardship import') await desk.ok(application, autumn);
  }
}, 120_000);
afterAll(() => {
  expect(desk.said).not.toMatch(/^ {4}at /m);
  desk.clear();
});

function startAgain(step: Step): void {
  for (const end of ['-wal', '-shm']) rmSync(`${desk.database}${end}`, { force: true });
  copyFileSync(before(step), desk.database);
}

/** What the file has of everything that is sealed: so many rows with such seals; of the audit the rows alone. */
function facts(): readonly unknown[] {
  const database = new SqliteDatabase(desk.database, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const rows = database
    .prepare("SELECT entity, rows, iif(entity = 'audit', 0, sum) AS sum FROM sealed ORDER BY 1")
    .all();
  database.close();
  return rows;
}

describe('a process killed at any moment of help', () => {
  it.each(Object.keys(steps) as Step[])(
    'has done all of %s or nothing',
    async (step) => {
      const { argv, when } = steps[step];
      startAgain(step);
      const nothing = facts();
      const began = Date.now();
      await desk.ok(argv, when);
      const whole = Date.now() - began;
      const all = facts();
      expect(all).not.toEqual(nothing);
      let ended = 0;
      for (let round = 0; round < rounds; round += 1) {
        startAgain(step);
        const after = whole * ((round + Math.random()) / rounds);
        await desk.run(argv, {
          ...when,
          watch: (child) => setTimeout(() => child.kill('SIGKILL'), after),
        });
        const found = facts();
        expect([nothing, all]).toContainEqual(found);
        const done = JSON.stringify(found) === JSON.stringify(all);
        if (done) ended += 1;
        if (round % 5 !== 0) continue;
        await desk.ok(['audit', 'verify'], when);
        if (!done) await desk.ok(argv, when);
        expect(facts()).toEqual(all);
      }
      expect(ended).toBeLessThan(rounds);
    },
    120_000,
  );
});
