import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change } from '../../src/audit/change.ts';
import { approveBatch } from '../../src/mutual-aid/batch/approve.ts';
import { findBatch } from '../../src/mutual-aid/batch/store.ts';
import { words } from '../../src/mutual-aid/batch/words.ts';
import { advance, bookEntries, personId } from '../ledger/books.ts';
import { type BatchJson, Office } from '../office.ts';
import { xishan } from '../plain-policy.ts';
import { claimsFile } from '../run.ts';

let office: Office;

beforeEach(async () => {
  office = await Office.open('2026-04-02', xishan);
  await office.import('unit', 'code,name,level,parent\nG,集团,group,');
  await office.import(
    'person',
    'employee_no,name,id_no,category,unit,bank_account\n00001,王建国,140107202108220010,active,G,6222000011112222\n00002,赵云,440524188001010014,active,G,',
  );
  await office.import('enrolment', 'employee_no,from_year,to_year\n00001,2026,\n00002,2026,');
  await office.import('hospital', 'name,designated\n总医院,yes');
  await office.import(
    'claim',
    claimsFile(
      '00001,inpatient,ZY-1,2026-02-01,总医院,9000,4000,5000,2026-02-10',
      '00002,inpatient,ZY-2,2026-02-02,总医院,4000,1000,3000,2026-02-10',
    ),
  );
  await office.done('fund', 'deposit', 'mutual-aid', '--source', 'union', '--amount', '90000');
  await office.done('settle', '--quarter', '2026Q1');
});

afterEach(() => office.close());

const at = (day: string, ...argv: string[]) =>
  office.relief(...argv, '--today', day, '--as', '陈秀英');
const folder = (name = 'out') => join(office.folder, name);
const announce = () => at('2026-04-02', 'batch', 'announce', '2026Q1-1', '--to', folder());
const approved = async () => {
  await announce();
  expect(await at('2026-04-07', 'batch', 'approve', '2026Q1-1')).toMatchObject({ code: 0 });
};
const shown = () => office.json<BatchJson>('batch', 'show', '2026Q1-1');

describe('an objection', () => {
  const object = () => at('2026-04-03', 'batch', 'objection', '2026Q1-1', '00001', '--reason', '?');

  test('leaves a batch announced of which nothing else has changed', async () => {
    await announce();
    expect((await object()).err).not.toContain('announced again');
    expect(await shown()).toMatchObject({
      status: 'announced',
      payments: [{ employee_no: '00002', payable: '1000.00' }],
    });
  });

  test('lets nothing into an announced batch that was never announced', async () => {
    await announce();
    const late = '00002,inpatient,ZY-3,2026-02-20,总医院,90000,20000,60000,2026-03-01';
    await office.import('claim', claimsFile(late));
    const { code, out } = await object();
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('announced again'),
    });
    expect(await shown()).toMatchObject({ status: 'computed' });
    expect(await at('2026-04-07', 'batch', 'approve', '2026Q1-1')).toMatchObject({ code: 4 });
    expect(await at('2026-04-03', 'batch', 'verify', '2026Q1-1')).toMatchObject({ code: 0 });
  });
});

describe('an announced batch of which only the facts kept beside it have changed', () => {
  // What somebody owes one fund is kept with what another pays them.
  beforeEach(async () => {
    const person = await personId(office, '00002');
    await bookEntries(office, [advance('serious-illness', person, '2026-03-01', 10_000)]);
    await office.done('settle', '--quarter', '2026Q1');
    await announce();
    await office.done(
      ...'fund repay serious-illness --person 00002 --amount 40 --on 2026-04-02'.split(' '),
    );
  });

  test('stays announced when it is brought up to date, and can be approved', async () => {
    const refused = await at('2026-04-07', 'batch', 'approve', '2026Q1-1');
    expect(refused).toMatchObject({ code: 4, err: expect.stringContaining('settle 2026Q1 again') });
    const before = await shown();
    const settled = await office.relief('settle', '--quarter', '2026Q1');
    expect(settled).toMatchObject({ code: 0, out: expect.stringContaining('announcement stands') });
    expect(await shown()).toEqual(before);
    expect(before).toMatchObject({ status: 'announced' });
    expect(await at('2026-04-07', 'batch', 'verify', '2026Q1-1')).toMatchObject({ code: 0 });
    expect(await at('2026-04-06', 'batch', 'approve', '2026Q1-1')).toMatchObject({ code: 4 });
    const approved = await at('2026-04-07', 'batch', 'approve', '2026Q1-1');
    expect([approved.code, approved.err]).toEqual([0, '']);
    expect(await at('2026-04-07', 'audit', 'verify')).toMatchObject({ code: 0 });
  });

  test('stays announced through an objection', async () => {
    await at('2026-04-03', 'batch', 'objection', '2026Q1-1', '00001', '--reason', '?');
    expect(await shown()).toMatchObject({ status: 'announced' });
  });

  test('is told as announced, as it is', async () => {
    expect(await office.json('settle', '--quarter', '2026Q1')).toMatchObject({
      status: 'announced',
    });
    expect(await office.json('settle', '--quarter', '2026Q1')).toMatchObject({
      status: 'announced',
    });
  });

  test.each([
    ['a receipt came in', 'inpatient', '2000', '900'],
    ['one came in that is not payable', 'inpatient', '0', '900'],
  ])('is announced anew where %s besides', async (_what, type, paid, selfPay) => {
    const late = `00001,${type},ZY-9,2026-02-20,总医院,9000,${paid},${selfPay},2026-03-01`;
    await office.import('claim', claimsFile(late));
    const { out } = await at('2026-04-03', 'settle', '--quarter', '2026Q1');
    expect(out).toContain('announced again');
    expect(await shown()).toMatchObject({ status: 'computed' });
  });
});

test('a batch whose lists cannot be written is not announced', async () => {
  writeFileSync(folder('file'), '');
  const refused = await at('2026-04-02', 'batch', 'announce', '2026Q1-1', '--to', folder('file'));
  expect(refused).toMatchObject({ code: 4, err: expect.stringContaining('--to') });
  expect(await shown()).toMatchObject({ status: 'computed' });
  expect(await announce()).toMatchObject({ code: 0 });
});

describe('a step on a day before the last one', () => {
  test('is refused: a window opened in the past would be over already', async () => {
    const early = await at('2026-03-01', 'batch', 'announce', '2026Q1-1', '--to', folder());
    expect(early).toMatchObject({ code: 4, err: expect.stringContaining('2026-03-01') });
  });

  test('is refused: money would leave before it was approved', async () => {
    await approved();
    const early = await at('2026-04-06', 'batch', 'pay', '2026Q1-1', '--to', folder());
    expect(early).toMatchObject({ code: 4, err: expect.stringContaining('2026-04-07') });
    expect(await at('2026-04-07', 'batch', 'pay', '2026Q1-1', '--to', folder())).toMatchObject({
      code: 0,
    });
  });

  test('does not keep a batch from being voided', async () => {
    expect(await at('2026-03-01', 'batch', 'void', '2026Q1-1')).toMatchObject({ code: 0 });
  });

  test('is refused of an advance: it cannot be approved before it was granted', async () => {
    await office.done(
      ...['special-relief', 'grant', '--employee-no', '00001', '--situation', 'urgent'],
      ...['--amount', '100', '--evidence', '病危通知书', '--pay', 'now'],
    );
    const early = await at('2026-04-01', 'special-relief', 'approve', '1');
    expect(early).toMatchObject({ code: 4, err: expect.stringContaining('2026-04-02') });
    expect(await at('2026-04-02', 'special-relief', 'approve', '1')).toMatchObject({ code: 0 });
  });
});

describe('a payment list', () => {
  const pay = () => at('2026-04-08', 'batch', 'pay', '2026Q1-1', '--to', folder());

  test('whose name a folder bears is met before the books know of it', async () => {
    await approved();
    mkdirSync(folder('out/2026Q1-1-bank-1.csv'));
    expect(await pay()).toMatchObject({ code: 4, err: expect.stringContaining('--to') });
    expect(existsSync(folder('out/2026Q1-1-bank-1.csv.part'))).toBe(false);
    const elsewhere = await at('2026-04-08', 'batch', 'pay', '2026Q1-1', '--to', folder('b'));
    expect(elsewhere).toMatchObject({ code: 0 });
  });

  test('of nobody with an account says how many wait', async () => {
    await approved();
    await pay();
    const answer = folder('answer.csv');
    writeFileSync(answer, 'employee_no,amount,result\n00001,2000.00,paid');
    await at('2026-04-08', 'batch', 'result', '2026Q1-1', answer);
    expect((await pay()).err).toContain('1 person of 2026Q1-1 is unpaid and none has');
  });
});

describe("a bank's answer", () => {
  const pay = () => at('2026-04-08', 'batch', 'pay', '2026Q1-1', '--to', folder());
  const answer = (...lines: readonly string[]) => {
    writeFileSync(folder('answer.csv'), lines.join('\n'));
    return at('2026-04-08', 'batch', 'result', '2026Q1-1', folder('answer.csv'));
  };
  // Two lists of the same person and amount: the bank refused the first.
  beforeEach(async () => {
    await approved();
    await pay();
    await answer('employee_no,amount,result,message', '00001,2000.00,failed,账号不存在');
    expect(await pay()).toMatchObject({ code: 0 });
  });

  test('to an earlier list is refused for a later one of the same persons and amounts', async () => {
    const list = readFileSync(folder('out/2026Q1-1-bank-2.csv'), 'utf8');
    expect(list).toContain('2000.00,2026Q1-1/2');
    const heading = 'employee_no,amount,remark,result';
    for (const remark of [
      '2026Q1-1/1',
      '2026Q1-1/12',
      '2026Q1-2/2',
      '2025Q4-1',
      '代发 2026q1-1/1',
    ]) {
      const { code, err } = await answer(heading, `00001,2000.00,${remark},paid`);
      expect([code, err]).toEqual([3, expect.stringMatching(/line 2.*another list.*2026Q1-1\/2/)]);
    }
    expect(await answer(heading, '00001,2000.00,2026Q1-1/2,paid')).toMatchObject({ code: 0 });
  });

  test.each([
    ['without a remark', 'employee_no,amount,result', '00001,2000.00,paid'],
    ["with the bank's own remark", '工号,金额,备注,交易结果', '00001,2000.00,互助金代发,成功'],
    ['with the mark that lists once had', '工号,金额,备注,交易结果', '00001,2000.00,2026Q1-1,成功'],
    ['with an empty remark', '工号,金额,备注,交易结果', '00001,2000.00,,成功'],
  ])('%s is accepted', async (_which, ...lines) => {
    expect(await answer(...lines)).toMatchObject({ code: 0 });
  });
});

test('exported files are for their owner alone, and never left half-written', async () => {
  await office.done('batch', 'export', '2026Q1-1', '--to', folder('e'));
  await office.done('ledger', 'export', '--to', folder('e/journal'));
  const modes = readdirSync(folder('e')).map((file) => statSync(folder(`e/${file}`)).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o600]));
  expect(modes).toHaveLength(4);
});

test('what an operator approves is what they saw: another content by now is refused', async () => {
  await announce();
  const { session } = office.session('陈秀英');
  const { query } = await session.database();
  const seen = await findBatch(query, '2026Q1-1');
  await at('2026-04-02', 'batch', 'objection', '2026Q1-1', '00001', '--reason', '?');
  const approval = change(session, (writer) => approveBatch(writer, session, seen));
  await expect(approval).rejects.toMatchObject({ said: { phrase: words.changedMeanwhile } });
  session.close();
});

test('of a batch that pays nobody, no bank is said to have answered', async () => {
  await announce();
  for (const no of ['00001', '00002']) {
    await at('2026-04-03', 'batch', 'objection', '2026Q1-1', no, '--reason', '?');
  }
  await at('2026-04-07', 'batch', 'approve', '2026Q1-1');
  await at('2026-04-07', 'batch', 'pay', '2026Q1-1', '--to', folder());
  const page = await office.done('batch', 'show', '2026Q1-1');
  expect(page).toContain('nothing to pay by 陈秀英 on 2026-04-07');
  expect(page).not.toContain('bank');
});
