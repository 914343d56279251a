import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainPolicy } from '../plain-policy.ts';
import { claimsFile, Desk, openOffice } from '../run.ts';

/*
 * Two operators at two computers do the same thing at the same moment: it is done once, and the other is told.
 */

const desk = new Desk();

beforeAll(async () => {
  await openOffice(desk, undefined, plainPolicy({ shortfall: 'refuse' }));
  for (const [fund, amount] of [
    ['living-active', '20000'],
    ['legal-aid', '7000'],
    ['start-up', '50000'],
  ] as const)
    await desk.ok(['fund', 'deposit', fund, '--source', 'union', '--amount', amount]);
}, 60_000);
afterAll(() => {
  expect(desk.said).not.toMatch(/^ {4}at /m);
  desk.clear();
});

/** Runs commands at the same moment, each by an operator of its own. @returns how they ended */
async function atOnce(...commands: readonly (readonly string[])[]): Promise<readonly unknown[]> {
  const by = ['陈秀英', '周立群'];
  const runs = commands.map((argv, at) => desk.run([...argv, '--as', by[at % 2] ?? '']));
  const codes = (await Promise.all(runs)).map(({ code }) => code);
  await desk.ok(['audit', 'verify']);
  return codes.sort();
}

interface Application {
  readonly grant: number;
}

const applying = (fund: string, amount: string, ...more: string[]) => [
  ...['grant', 'apply', '--fund', fund, '--employee-no', '00001', '--amount', amount],
  ...['--purpose', '家庭困难', '--evidence', '申请书', '--urgent', ...more],
];

async function apply(fund: string, amount: string, ...more: string[]): Promise<string> {
  const argv = [...applying(fund, amount, ...more), '--as', 'wang'];
  return String((await desk.json<Application>(...argv)).grant);
}

const payee = ['--payee', '晋岭律师事务所'];

/** How many rows a query of the file finds. */
function rows(text: string): number {
  const database = new SqliteDatabase(desk.database, { readonly: true });
  const found = database.prepare(text).all();
  database.close();
  return found.length;
}

test('one grant is approved once, paid once, and taken back once', async () => {
  const id = await apply('living-active', '500');
  for (const [verb, ...more] of [['approve'], ['pay'], ['withdraw', '--reason', '重复']]) {
    const argv = ['grant', verb ?? '', id, ...more];
    expect(await atOnce(argv, argv)).toEqual([0, 4]);
  }
  expect(rows(`SELECT 1 FROM entry WHERE cause LIKE 'grant-%' AND key = '${id}'`)).toBe(3);
});

test('all that waits of a fund is paid once', async () => {
  for (const amount of ['300', '400'])
    await desk.ok(['grant', 'approve', await apply('living-active', amount), '--as', 'li']);
  const all = ['grant', 'pay', '--fund', 'living-active', '--all'];
  // Whoever comes second finds nothing to pay, or that it is paid by now.
  expect((await atOnce(all, all))[0]).toBe(0);
  expect(rows("SELECT 1 FROM entry WHERE cause = 'grant-paid' AND fund = 'living-active'")).toBe(3);
});

test('what a fund can bear once is approved once', async () => {
  const ids = [
    await apply('legal-aid', '6000', ...payee),
    await apply('legal-aid', '6000', ...payee),
  ];
  expect(await atOnce(...ids.map((id) => ['grant', 'approve', id]))).toEqual([0, 4]);
});

test('a loan at a time is applied for, and no more comes back than was lent', async () => {
  const argv = applying('start-up', '1000', '--instalments', '10');
  expect(await atOnce(argv, argv)).toEqual([0, 4]);
  const id = String(rows('SELECT 1 FROM aid_grant'));
  await desk.ok(['grant', 'approve', id, '--as', 'li']);
  await desk.ok(['grant', 'pay', id]);
  const repay = ['loan', 'repay', id, '--amount', '600'];
  expect(await atOnce(repay, repay)).toEqual([0, 4]);
  await desk.ok(['loan', 'write-off', id, '--reason', '借款人去世', '--as', 'wang']);
  const give = ['loan', 'approve-write-off', id];
  expect(
    await atOnce(give, [...give.slice(0, 1), 'refuse-write-off', id, '--reason', '可还']),
  ).toEqual([0, 4]);
});

test('one cost is paid by a grant or by a claim, not by both', async () => {
  const id = await apply('living-active', '500', '--receipt-no', 'ZY-9');
  const line = '00001,inpatient,ZY-9,2026-07-15,晋岭总医院,9000,5000,3000,2026-07-20';
  const file = desk.write('claims.csv', claimsFile(line));
  await atOnce(['grant', 'approve', id], ['claim', 'import', file]);
  expect(
    rows(`SELECT 1 FROM aid_grant JOIN claim USING (receipt_no)
      WHERE aid_grant.state = 'approved' AND claim.state = 'open'`),
  ).toBe(0);
});

test('a family gets one file', async () => {
  const argv = ['--cause', 'illness', '--income', '9000', '--rigid-expenses', '0'];
  const open = ['hardship', 'open', '--employee-no', '00003', ...argv];
  expect(await atOnce(open, open)).toEqual([0, 4]);
});

test('a quarter is settled while a grant is paid', async () => {
  const line = '00003,inpatient,ZY-10,2026-07-16,晋岭总医院,9100,5000,3000,2026-07-20';
  await desk.ok(['claim', 'import', '-'], { input: claimsFile(line) });
  const id = await apply('living-active', '700');
  await desk.ok(['grant', 'approve', id, '--as', 'li']);
  expect(await atOnce(['settle', '--quarter', '2026Q3'], ['grant', 'pay', id])).toEqual([0, 0]);
  await desk.ok(['batch', 'verify', '2026Q3-1']);
});

test('a request is answered once, and rises once', async () => {
  const add = ['request', 'add', '--employee-no', '00001', '--kind', 'living', '--matter', '困难'];
  for (let one = 0; one < 2; one += 1) await desk.ok(add);
  const answer = ['request', 'answer', '1', '--answer', '已办'];
  expect(await atOnce(answer, answer)).toEqual([0, 4]);
  const later = ['daily', '--today', '2026-11-20'];
  await atOnce(later, later);
  expect(
    rows("SELECT 1 FROM request_step WHERE step = 'risen' GROUP BY unit_id HAVING count(*) > 1"),
  ).toBe(0);
});
