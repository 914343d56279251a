import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Phrase, say } from './core/language.ts';
import { type Verb, verb } from './core/verb.ts';
import type { Session } from './io/session.ts';

const words = {
  demo: {
    en: "a sample office's year, from the dues to the money paid",
    zh: '演示：样例单位的一年，从收缴互助金到救助款发到职工手里',
  },
  office: {
    en: 'The office: its people and receipts, dues and deposits',
    zh: '建账：人员、单据、互助金缴费和经费入账',
  },
  first: {
    en: 'The first quarter: settled, announced, approved, paid; the bank refuses two',
    zh: '第一季度：结算、公示、批准、付款，银行退回两笔',
  },
  second: {
    en: 'A receipt proves wrong after it was paid: the second quarter takes it back',
    zh: '已付款的单据有问题：作废，第二季度扣回',
  },
  third: {
    en: 'A patient cannot wait: an advance, offset in the third quarter',
    zh: '病情急迫：先行预付，第三季度抵扣',
  },
  books: {
    en: "The books: the fund's year, one worker's money, and the proof",
    zh: '查账：全年收支、一名职工的待遇来历、核验',
  },
  bank: { en: '(The bank answers: {file})', zh: '（银行回盘：{file}）' },
  demoDone: {
    en: '\nThe sample office stays in {folder}. Look around in it: relief batch show 2026Q3-1 --db {path}',
    zh: '\n样例单位保存在 {folder}，可以继续查看：relief batch show 2026Q3-1 --db {path}',
  },
} as const satisfies Record<string, Phrase>;

// Day, operator and what is typed, as in the year 2026. The bank's own lines name its list and whom it refuses, why.
const year: readonly { title: Phrase; silent?: boolean; steps: string }[] = [
  {
    title: words.office,
    silent: true,
    steps: `
      2026-01-04 王建国 init
      2026-01-04 王建国 unit import units.csv
      2026-01-04 王建国 person import people.csv
      2026-01-05 王建国 enrolment import enrolments.csv --dues-from 2026
      2026-01-06 王建国 hospital import hospitals.csv
      2026-01-06 王建国 fund opening mutual-aid --amount 300000 --on 2026-01-01
      2026-01-06 王建国 fund opening serious-illness --amount 20000 --on 2026-01-01
      2026-01-12 王建国 fund deposit mutual-aid --source appropriation --amount 400000
      2026-01-12 王建国 fund deposit serious-illness --source supplementary-insurance --amount 100000
      2026-03-20 王建国 person edit 031360 --bank-account 6200000411873350217
      2026-03-20 王建国 person edit 032471 --bank-account 6200000563120994708
      2026-03-20 王建国 person edit 015568 --bank-account 6200000270066481593
      2026-10-08 王建国 recognition import recognitions.csv
      2026-10-08 王建国 claim import claims.csv`,
  },
  {
    title: words.first,
    steps: `
      2026-04-01 cron settle --quarter 2026Q1
      2026-04-08 王建国 batch announce 2026Q1-1
      2026-04-13 陈秀英 batch approve 2026Q1-1
      2026-04-14 王建国 batch pay 2026Q1-1
      2026-04-15 bank 2026Q1-1-bank-1 037914:账号不存在 037104:户名与账号不符
      2026-04-16 王建国 batch result 2026Q1-1 2026Q1-1-bank-1-answer.csv
      2026-04-17 王建国 person edit 037914 --bank-account 6200000861204230910
      2026-04-17 王建国 person edit 037104 --bank-account 6200000382664378972
      2026-04-17 王建国 batch pay 2026Q1-1
      2026-04-19 bank 2026Q1-1-bank-2
      2026-04-20 王建国 batch result 2026Q1-1 2026Q1-1-bank-2-answer.csv
      2026-04-20 王建国 batch close 2026Q1-1`,
  },
  {
    title: words.second,
    steps: `
      2026-05-12 王建国 claim annul 66438571 --reason 同一费用已在他处报销
      2026-07-01 cron settle --quarter 2026Q2
      2026-07-08 王建国 batch announce 2026Q2-1
      2026-07-13 陈秀英 batch approve 2026Q2-1
      2026-07-14 王建国 batch pay 2026Q2-1
      2026-07-15 bank 2026Q2-1-bank-1
      2026-07-16 王建国 batch result 2026Q2-1 2026Q2-1-bank-1-answer.csv
      2026-07-16 王建国 batch close 2026Q2-1
      2026-07-16 王建国 fund outstanding`,
  },
  {
    title: words.third,
    steps: `
      2026-08-25 王建国 special-relief grant --employee-no 037914 --situation urgent --amount 6000 --evidence 病危通知书 --pay now
      2026-08-25 陈秀英 special-relief approve 1
      2026-10-01 cron settle --quarter 2026Q3
      2026-10-08 王建国 batch announce 2026Q3-1
      2026-10-13 陈秀英 batch approve 2026Q3-1
      2026-10-14 王建国 batch pay 2026Q3-1
      2026-10-15 bank 2026Q3-1-bank-1
      2026-10-16 王建国 batch result 2026Q3-1 2026Q3-1-bank-1-answer.csv
      2026-10-16 王建国 batch close 2026Q3-1`,
  },
  {
    title: words.books,
    steps: `
      2026-10-16 王建国 fund statement mutual-aid --from 2026-04-01 --to 2026-12-31
      2026-10-16 王建国 fund list
      2026-10-16 王建国 explain person 037914
      2026-10-16 王建国 batch verify 2026Q3-1
      2026-10-16 王建国 audit verify`,
  },
];

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
  summary: words.demo,
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
