import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../src/audit/table-words.ts';
import { csvOf, Office } from '../office.ts';
import { idOf } from '../people/people.ts';
import { plainPolicy } from '../plain-policy.ts';

let original: Office;
beforeAll(async () => {
  original = await Office.open('2026-10-08', plainPolicy({ shortfall: 'refuse' }));
  await help(original);
}, 60_000);
afterAll(() => original.close());

/** A family of a file that is helped in every way, with a row in every table of help. */
async function help(office: Office): Promise<void> {
  const done = (...argv: string[]) => office.done(...argv, '--as', '王强');
  await office.import(
    'unit',
    'code,name,level,parent\nG0,晋岭集团,group,\nM1,青石沟矿,mine,G0\nM1S1,综采一队,section,M1',
  );
  const facts = { category: 'active', unit: 'M1S1' };
  await office.import(
    'person',
    csvOf([
      { employee_no: '000101', name: '王建国', id_no: idOf(1), ...facts },
      { employee_no: '000102', name: '李秀英', id_no: idOf(2), ...facts },
    ]),
  );
  const family = join(office.folder, 'family.csv');
  const child = { name: '王小明', relation: 'child', stage: 'primary' };
  writeFileSync(family, csvOf([{ ...child, employee_no: '' }]));
  await done(
    ...['hardship', 'open', '--employee-no', '000101', '--cause', 'illness', '--income', '9000'],
    ...['--rigid-expenses', '0', '--opened-on', '2026-06-01', '--family', family],
  );
  await done(
    'fund',
    'deposit',
    'start-up',
    '--source',
    'union',
    '--amount',
    '90000',
    '--on',
    '2026-01-05',
  );
  await done(
    ...['grant', 'apply', '--fund', 'start-up', '--employee-no', '000101', '--amount', '1000'],
    ...['--instalments', '7', '--purpose', '小吃店', '--evidence', '创业计划书'],
  );
  for (const by of ['周建华', '赵铁柱'])
    await office.done('grant', 'endorse', '1', '--opinion', '情况属实', '--as', by);
  await office.done('grant', 'approve', '1', '--as', '陈秀英');
  await done('grant', 'pay', '1');
  await done('loan', 'repay', '1', '--amount', '100');
  await done('loan', 'write-off', '1', '--reason', '借款人去世');
  await done('official', 'add', '--name', '刘志强', '--rank', 'section', '--unit', 'M1');
  const pair = ['--official', '刘志强', '--employee-no', '000101'];
  await done('pairing', 'add', ...pair, '--from', '2026-06-10');
  await done('visit', 'add', ...pair, '--on', '2026-06-20', '--done', '送去慰问品');
  await done(
    'request',
    'add',
    '--employee-no',
    '000101',
    '--kind',
    'living',
    '--matter',
    '生活困难',
  );
  await done(
    'in-kind',
    'add',
    '--kind',
    'heating',
    '--employee-no',
    '000101',
    '--degree',
    'waived',
    '--winter',
    '2026-2027',
  );
  await done('post', 'add', '--unit', 'M1', '--premises', '工会小楼');
  await done('post', 'join', 'M1', '--name', '陈站长', '--duty', '专职');
  await done('operator', 'add', '--name', '王强', '--unit', 'G0', '--role', 'administrator');
  await office.done('audit', 'verify');
}

/** Changes a copy of the file behind the program's back. @returns what is said of it */
async function tampered(statement: string, lang: 'en' | 'zh') {
  const office = await Office.open();
  copyFileSync(original.path, office.path);
  const database = new SqliteDatabase(office.path);
  database.pragma('foreign_keys = OFF');
  expect(database.prepare(statement).run().changes).toBe(1);
  database.close();
  const { code, err } = await office.relief('audit', 'verify', '--lang', lang);
  office.close();
  return { code, err };
}

describe('audit verify', () => {
  it.each([
    [
      'UPDATE aid_grant SET granted = granted + 100',
      'grants and loans, aid_grant: the row 1 start-up 王建国 000101',
    ],
    [
      "UPDATE grant_step SET operator = '赵铁柱' WHERE step = 'approved'",
      'steps of applications, grant_step: the row 4 1 approved',
    ],
    [
      "UPDATE instalment SET due_on = '2030-01-01' WHERE no = 3",
      'instalments of loans, instalment: the row 1 3 2030-01-01',
    ],
    [
      'UPDATE loan_repayment SET amount = amount * 2',
      'repayments of loans, loan_repayment: the row 1 1 2026-10-08',
    ],
    ["UPDATE write_off SET asked_by = '李调度'", 'write-offs of loans, write_off: the row 1 1'],
    [
      "UPDATE household SET class = 'relative'",
      'hardship files, household: the row 1 relative 王建国 000101',
    ],
    [
      "UPDATE household_member SET income = 1 WHERE relation = 'child'",
      'family members, household_member: the row 2 1 王小明',
    ],
    [
      'UPDATE household_review SET income_per_head = 0',
      'reviews of hardship files, household_review: the row 1 1 2026-06-01',
    ],
    [
      'DELETE FROM household_recognition',
      'recognitions from hardship files, household_recognition: 0 rows stand there, 1 was',
    ],
    [
      "UPDATE benefit_in_kind SET degree = 'reduced'",
      'benefits in kind, benefit_in_kind: the row 1 heating 王建国 000101',
    ],
    ["UPDATE official SET rank = 'division'", 'officials, official: the row 1 刘志强 division'],
    ["UPDATE pairing SET from_on = '2026-01-01'", 'pairings, pairing: the row 1'],
    ["UPDATE visit SET on_date = '2026-09-20'", 'visits, visit: the row 1 1 2026-09-20'],
    ["UPDATE request SET due_on = '2027-01-01'", 'requests, request: the row 1 王建国 000101'],
    ["UPDATE request_step SET said = ''", 'steps of requests, request_step: the row 1 1 taken'],
    ["UPDATE relief_post SET premises = ''", 'relief posts, relief_post: the row 1'],
    [
      "UPDATE post_member SET name = '李站长'",
      'people of relief posts, post_member: the row 1 1 李站长',
    ],
    ["UPDATE operator SET role = 'auditor'", 'operators, operator: the row 1 王强'],
    [
      'UPDATE posting SET amount = amount + 1 WHERE entry_id = 1 AND no = 0',
      'sides of entries, posting: the row 1 0 start-up',
    ],
  ])('names the row of: %s', async (statement, says) => {
    const { code, err } = await tampered(statement, 'en');
    expect([code, err]).toEqual([4, expect.stringContaining(says)]);
  });

  it('names it in Chinese too', async () => {
    const { err } = await tampered('UPDATE aid_grant SET granted = granted + 100', 'zh');
    expect(err).toContain('救助申请和借款（aid_grant）：1 start-up 王建国 000101 这一行被改动');
  });

  it('has words for every table', async () => {
    const sealed = await original.look((query) =>
      query.selectFrom('sealed').select('entity').where('entity', '<>', 'audit').execute(),
    );
    expect(sealed.map(({ entity }) => entity).filter((entity) => !(entity in tables))).toEqual([]);
  });
});
