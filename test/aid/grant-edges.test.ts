import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvOf, fenOf, type Office } from '../office.ts';
import { idOf } from '../people/people.ts';
import { officeOfFamilies, people, putIn, students } from './families.ts';
import { apply, approve, endorser, show, step, tryApply } from './grants.ts';

let office: Office;
beforeEach(async () => {
  office = await officeOfFamilies();
  await putIn(office, 100_000);
});
afterEach(() => office.close());

describe('an applicant who moves to another mine while the application is under way', () => {
  const register = (name: string, unit: string, as = '集团管理员') =>
    office.done(
      ...['operator', 'add', '--name', name, '--unit', unit, '--role', 'administrator'],
      ...['--from', '2026-01-01', '--as', as],
    );
  const [old, present, third] = ['一矿审核员', '二矿审核员', '综采二队'];
  let id: string;
  beforeEach(async () => {
    id = await apply(office, 'living-active');
    await office.done('person', 'edit', people.worker, '--unit', 'M2S1');
    for (const [name, unit] of [
      ['集团管理员', 'G0'],
      [old, 'M1'],
      [present, 'M2'],
      [third, 'M1S2'],
    ] as const)
      await register(name, unit);
  });

  const listed = async (as: string, ...options: string[]) =>
    (await office.json<{ grant: number }[]>('grant', 'list', '--as', as, ...options)).length;

  test('stays with the mine where it stands, which sees it, decides and pays', async () => {
    expect(await listed(old)).toBe(1);
    await office.done('grant', 'endorse', id, '--opinion', '属实', '--as', '集团管理员');
    expect(await listed(old, '--at', 'M1')).toBe(1);
    await office.done('grant', 'approve', id, '--as', old);
    await office.done('grant', 'pay', '--fund', 'living-active', '--all', '--as', old);
    expect(await listed(old, '--state', 'paid')).toBe(1);
  });

  test('is shown to the mine where the applicant works now, which takes no step', async () => {
    expect(await listed(present)).toBe(1);
    expect(await office.json('grant', 'show', id, '--as', present)).toMatchObject({ at: 'M1S1' });
    const ran = await office.relief('grant', 'refuse', id, '--reason', '已调离', '--as', present);
    expect(ran.code).toBe(4);
  });

  test('is nothing to a unit on neither side', async () => {
    expect(await listed(third)).toBe(0);
    expect(await office.relief('grant', 'show', id, '--as', third)).toMatchObject({ code: 4 });
  });

  test('is listed by the unit asked for where the applicant works', async () => {
    const admin = '集团管理员';
    expect(await listed(admin, '--unit', 'M1')).toBe(0);
    expect(await listed(admin, '--unit', 'M2')).toBe(1);
  });
});

describe('an application whose taking unit comes under another mine', () => {
  const at = async (id: string) => (await show(office, id)).at;
  const move = () => office.done('unit', 'edit', 'M1S1', '--parent', 'M2');

  test('goes on by the tree as it is now, and is not approved before it has', async () => {
    const id = await apply(office, 'legal-aid');
    await office.done('grant', 'endorse', id, '--opinion', '属实', '--as', endorser);
    expect(await at(id)).toBe('M1');
    await move();
    expect(await at(id)).toBe('M2');
    const early = await step(office, 'approve', id);
    expect(early).toMatchObject({ code: 4 });
    expect(early.err).toContain('pass it up first');
    await office.done('grant', 'endorse', id, '--opinion', '属实', '--as', endorser);
    expect(await at(id)).toBe('G0');
    expect(await step(office, 'approve', id)).toMatchObject({ code: 0 });
  });

  test('is decided by the mine that the unit belongs to now', async () => {
    const id = await apply(office, 'living-active');
    await office.done('grant', 'endorse', id, '--opinion', '属实', '--as', endorser);
    await move();
    const register = (name: string, unit: string, as: string) =>
      office.done(
        ...['operator', 'add', '--name', name, '--unit', unit, '--role', 'administrator'],
        ...['--from', '2026-01-01', '--as', as],
      );
    for (const [name, unit] of [
      ['集团管理员', 'G0'],
      ['一矿审核员', 'M1'],
      ['二矿审核员', 'M2'],
    ] as const)
      await register(name, unit, '集团管理员');
    expect((await step(office, 'approve', id, { as: '一矿审核员' })).code).toBe(4);
    expect(await step(office, 'approve', id, { as: '二矿审核员' })).toMatchObject({ code: 0 });
  });

  test('is corrected by it where it was returned, and an urgent one is decided at once', async () => {
    const urgent = await apply(office, 'living-active', { urgent: true });
    const id = await apply(office, 'legal-aid');
    for (const _ of ['section', 'mine'])
      await office.done('grant', 'endorse', id, '--opinion', '属实', '--as', endorser);
    await step(office, 'return', id);
    await move();
    expect(await at(id)).toBe('M1S1');
    await office.done('grant', 'endorse', id, '--opinion', '已更正', '--as', endorser);
    expect(await at(id)).toBe('M2');
    expect(await show(office, urgent)).toMatchObject({ at: 'M2', missing_opinions: ['M1S1'] });
    expect(await step(office, 'approve', urgent)).toMatchObject({ code: 0 });
  });
});

describe('a family whose head has died', () => {
  const child = students.pupil;
  const join = (head: string, ...id: string[]) =>
    office.done('family', 'add', head, '--relation', 'child', '--name', child, ...id);
  const closed = ['--outcome', 'relieved', '--reason', '户主去世'];
  const opened = ['--cause', 'death', '--income', '9000', '--rigid-expenses', '0'];

  test.each([
    ['whose child has no resident ID', []],
    ['whose child has one only in the second file', ['--id-no', idOf(11, '140107', '20150901')]],
  ])('and goes on under another head, %s: no school year twice', async (_what, id) => {
    await office.done('hardship', 'open', '--employee-no', people.retired, ...opened);
    await join(people.retired, '--stage', 'primary');
    const widow = ['--relation', 'spouse', '--employee-no', people.widow];
    await office.done('family', 'add', people.retired, ...widow);
    const school = { employee_no: people.retired, beneficiary: child };
    await approve(office, await apply(office, 'school', school));
    await office.done('hardship', 'close', people.retired, ...closed);
    const after = ['--opened-on', '2026-10-08'];
    await office.done('hardship', 'open', '--employee-no', people.widow, ...opened, ...after);
    await join(people.widow, '--stage', 'primary', ...id);
    const again = await tryApply(office, 'school', {
      employee_no: people.widow,
      beneficiary: child,
    });
    expect([again.code, again.err]).toEqual([4, expect.stringContaining('once a school year')]);
  });
});

test('of a family and its months: a long time is told by its first and last month', async () => {
  const months = (from: string, to: string) => ({ from_month: from, to_month: to, amount: '500' });
  await apply(office, 'rental-housing', months('2026-01', '2026-12'));
  const { err } = await tryApply(office, 'rental-housing', months('2026-03', '2027-02'));
  expect(err).toContain('covers 2026-03 to 2026-12 already');
});

test('a loan has no instalments of nothing, asked for or granted', async () => {
  const few = await tryApply(office, 'start-up', { amount: '0.23', instalments: '24' });
  expect([few.code, few.err]).toEqual([4, expect.stringContaining('24 instalments')]);
  const id = await apply(office, 'start-up', { amount: '100', instalments: '24' });
  await expect(approve(office, id, { amount: '0.23' })).rejects.toThrow('24 instalments');
  await approve(office, id, { amount: '0.24' });
});

test('a thousand grants are paid at once, to the fen', async () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => ({
    ...{
      fund: 'living-active',
      employee_no: people.worker,
      amount: '10.01',
      purpose: `第 ${at} 次`,
    },
    ...{ evidence: '申请书', applied_on: '2026-03-02', approved_on: '2026-03-05' },
    approved_by: '陈秀英',
  }));
  expect(await office.import('grant', csvOf(rows))).toMatchObject({ imported: 1_000 });
  const paid = await office.json<unknown[]>('grant', 'pay', '--fund', 'living-active', '--all');
  expect(paid).toHaveLength(1_000);
  const fund = await office.json<{ balance: string; payable: string }>(
    ...['fund', 'show', 'living-active'],
  );
  expect([fenOf(fund.balance), fund.payable]).toEqual([10_000_000 - 1_001_000, '0.00']);
});
