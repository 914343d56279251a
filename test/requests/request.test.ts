import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { daysLater } from '../../src/core/civil-date.ts';
import { riseOverdue } from '../../src/requests/rise.ts';
import type { Office } from '../office.ts';
import { officeOfFamilies, policyWithout, registerOperator } from '../pairing/families.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies('2026-07-20');
});

afterEach(() => office.close());

interface StepJson {
  readonly step: string;
  readonly on: string;
  readonly unit: string;
  readonly said: string;
  readonly operator: string;
}
interface RequestJson {
  readonly request: number;
  readonly state: string;
  readonly at: string;
  readonly due_on: string;
  readonly days_overdue: number | null;
  readonly steps: readonly StepJson[];
}

const on = (day: string) => ['--today', day];
const show = (id: string, ...more: string[]) =>
  office.json<RequestJson>('request', 'show', id, ...more);

/** Takes a request. @returns its number */
async function take(...options: string[]): Promise<string> {
  const told = ['--kind', 'living', '--matter', '丈夫住院，生活困难', ...options];
  const { request } = await office.json<RequestJson>('request', 'add', ...told);
  return String(request);
}

const passUp = (id: string, ...more: string[]) =>
  office.relief('request', 'pass-up', id, '--reason', '超出本级权限', ...more);
const answer = (id: string, ...more: string[]) =>
  office.relief('request', 'answer', id, '--answer', '已发放临时救助', ...more);

/** Lets overdue requests rise on a day. */
async function rise(day: string, operator?: string) {
  const { session } = office.session(operator, day);
  try {
    return await riseOverdue(session);
  } finally {
    await session.close();
  }
}

describe('a request', () => {
  test('of an employee is taken at their unit, to be answered within its days', async () => {
    const id = await take('--employee-no', '000101');
    expect(await show(id)).toEqual({
      ...{ request: 1, employee_no: '000101', name: '王建国', phone: '13900000001' },
      ...{ kind: 'living', matter: '丈夫住院，生活困难', taken_at: 'M1S1' },
      ...{ taken_on: '2026-07-20', taken_by: 'cron', at: 'M1S1', at_name: '综采一队' },
      ...{ due_on: '2026-07-25', days_overdue: null, state: 'open' },
      steps: [
        {
          ...{ step: 'taken', on: '2026-07-20', unit: 'M1S1', unit_name: '综采一队' },
          ...{ said: '丈夫住院，生活困难', operator: 'cron' },
        },
      ],
    });
  });

  test('of somebody else has a name and a phone, and needs a unit', async () => {
    const stranger = ['--name', '张桂兰', '--phone', '0354-123'];
    expect(
      await office.relief('request', 'add', ...stranger, '--kind', 'other', '--matter', '住房'),
    ).toMatchObject({ code: 2 });
    const id = await take(...stranger, '--at', '青石沟矿');
    expect(await show(id)).toMatchObject({
      ...{ employee_no: null, name: '张桂兰', phone: '0354-123', at: 'M1', due_on: '2026-07-30' },
    });
    const forHim = await take('--employee-no', '000101', '--name', '王妻');
    expect(await show(forHim)).toMatchObject({ employee_no: '000101', name: '王妻' });
  });

  test('taken earlier is due earlier; not on a day to come', async () => {
    const id = await take('--employee-no', '000101', '--taken-on', '2026-07-10');
    expect(await show(id)).toMatchObject({ due_on: '2026-07-15', days_overdue: 5 });
    const late = ['--employee-no', '000101', '--taken-on', '2026-07-21'];
    await expect(take(...late)).rejects.toThrow('still to come');
  });

  test('goes up level by level to the top, and is answered once', async () => {
    const id = await take('--employee-no', '000101');
    expect(await passUp(id, ...on('2026-07-22'))).toMatchObject({ code: 0 });
    expect(await show(id)).toMatchObject({ at: 'M1', due_on: '2026-08-01' });
    expect(await passUp(id, ...on('2026-07-21'))).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('lies before that') },
    });
    expect(await answer(id, ...on('2026-07-21'))).toMatchObject({ code: 4 });
    expect(await passUp(id, ...on('2026-07-22'))).toMatchObject({ code: 0 });
    expect(await passUp(id, ...on('2026-07-23'))).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('no unit above it') },
    });
    expect(await answer(id, ...on('2026-07-23'))).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('by phone 13900000001') },
    });
    for (const again of [answer, passUp])
      expect(await again(id, ...on('2026-07-24'))).toMatchObject({ code: 4 });
    const { steps, state, at } = await show(id);
    expect([state, at]).toEqual(['answered', 'G0']);
    expect(steps.map(({ step, on: day, unit, said }) => [step, day, unit, said])).toEqual([
      ['taken', '2026-07-20', 'M1S1', '丈夫住院，生活困难'],
      ['passed-up', '2026-07-22', 'M1', '超出本级权限'],
      ['passed-up', '2026-07-22', 'G0', '超出本级权限'],
      ['answered', '2026-07-23', 'G0', '已发放临时救助'],
    ]);
    expect(await office.relief('audit', 'verify')).toMatchObject({ code: 0 });
  });

  test('is not closed without an answer', async () => {
    const id = await take('--employee-no', '000101');
    for (const words of ['', ' ']) {
      const { code, err } = await office.relief('request', 'answer', id, '--answer', words);
      expect([code, err]).toEqual([3, expect.stringContaining('answer is missing')]);
    }
    expect(await show(id)).toMatchObject({ state: 'open', steps: [{ step: 'taken' }] });
  });

  test('is listed by where it stands, state, kind, person, and what is overdue', async () => {
    await take('--employee-no', '000101', '--taken-on', '2026-07-01');
    await take('--employee-no', '000104', '--kind', 'medical');
    await take('--employee-no', '000106');
    await passUp('1');
    await answer('3');
    const listed = async (...options: string[]) =>
      (await office.json<RequestJson[]>('request', 'list', ...options)).map((one) => one.request);
    expect(await listed()).toEqual([3, 2, 1]);
    expect(await listed('--unit', 'M1')).toEqual([1]);
    expect(await listed('--unit', 'M1S1')).toEqual([]);
    expect(await listed('--state', 'open')).toEqual([2, 1]);
    expect(await listed('--kind', '医疗')).toEqual([2]);
    expect(await listed('--person', '000106')).toEqual([3]);
    expect(await listed('--overdue', ...on('2026-07-26'))).toEqual([2]);
    expect(await listed('--overdue', ...on('2026-07-31'))).toEqual([2, 1]);
    expect(await office.relief('request', 'list', '--kind', 'livng')).toMatchObject({
      ...{ code: 3, err: expect.stringContaining('did you mean "living"') },
    });
  });
});

describe('overdue requests', () => {
  test('rise one level, all with one entry in the audit chain, and once a day', async () => {
    const first = await take('--employee-no', '000101', '--taken-on', '2026-07-01');
    const second = await take('--employee-no', '000104', '--taken-on', '2026-07-02');
    const inTime = await take('--employee-no', '000101');
    const atTop = await take('--name', '张桂兰', '--at', 'G0', '--taken-on', '2026-07-01');
    const before = (await office.actions()).length;
    const matter = '丈夫住院，生活困难';
    expect(await rise('2026-07-20')).toEqual({
      risen: [
        {
          ...{ request: Number(first), name: '王建国', matter, from: 'M1S1', to: 'M1' },
          ...{ was_due_on: '2026-07-06', due_on: '2026-07-30' },
        },
        {
          ...{ request: Number(second), name: '陈桂兰', matter, from: 'M2S1', to: 'M2' },
          ...{ was_due_on: '2026-07-07', due_on: '2026-07-30' },
        },
      ],
      at_top: [
        {
          ...{ request: Number(atTop), name: '张桂兰', matter, at: 'G0', due_on: '2026-07-16' },
          days_overdue: 4,
        },
      ],
    });
    expect((await office.actions()).slice(before)).toEqual(['request.rise']);
    const again = await rise('2026-07-20');
    expect([again.risen, again.at_top.length]).toEqual([[], 1]);
    expect((await office.actions()).length).toBe(before + 1);
    expect(await show(first)).toMatchObject({
      ...{ at: 'M1', due_on: '2026-07-30', state: 'open' },
      steps: [{}, { step: 'risen', unit: 'M1', said: '2026-07-06', operator: 'cron' }],
    });
    expect(await office.done('request', 'show', first)).toContain('not answered by 2026-07-06');
    expect(await show(inTime)).toMatchObject({ at: 'M1S1' });
    expect(await office.relief('audit', 'verify')).toMatchObject({ code: 0 });
  });

  test('of which there are none leave no trace', async () => {
    const id = await take('--employee-no', '000101', '--taken-on', '2026-07-01');
    await answer(id);
    const before = await office.actions();
    expect(await rise('2026-12-01')).toEqual({ risen: [], at_top: [] });
    expect(await office.actions()).toEqual(before);
  });
});

describe('an operator', () => {
  const as = (name: string) => ['--as', name];

  beforeEach(async () => {
    await registerOperator(office, '小王', 'M1S1');
    await registerOperator(office, '张干事', 'M1');
    await registerOperator(office, '陈主任', 'G0');
  });

  test('takes requests at their own unit unless told otherwise, and only there and below', async () => {
    const id = await take('--employee-no', '000101', ...as('张干事'));
    expect(await show(id, ...as('张干事'))).toMatchObject({ at: 'M1', taken_by: '张干事' });
    const below = await take('--employee-no', '000101', '--at', 'M1S1', ...as('张干事'));
    expect(await show(below, ...as('小王'))).toMatchObject({ at: 'M1S1' });
    await expect(take('--employee-no', '000104', ...as('张干事'))).rejects.toThrow('outside');
    await expect(take('--name', '张', '--at', 'M2', ...as('张干事'))).rejects.toThrow('outside');
  });

  test('still sees what was passed up, and answers only what stands at their unit or below', async () => {
    const id = await take('--employee-no', '000101', ...as('小王'));
    await passUp(id, ...as('小王'));
    expect(await show(id, ...as('小王'))).toMatchObject({ at: 'M1' });
    for (const verb of [answer, passUp])
      expect(await verb(id, ...as('小王'))).toMatchObject({ code: 4 });
    expect(await answer(id, ...as('陈主任'))).toMatchObject({ code: 0 });
    const { at, steps } = await show(id, ...as('小王'));
    expect([at, steps.at(-1)]).toEqual([
      'M1',
      expect.objectContaining({ step: 'answered', unit: 'G0', operator: '陈主任' }),
    ]);
  });

  test('sees the requests taken at their unit and below alone', async () => {
    const id = await take('--employee-no', '000104', ...as('陈主任'), '--at', 'M2S1');
    expect(await office.relief('request', 'show', id, ...as('张干事'))).toMatchObject({ code: 4 });
    expect(await office.json('request', 'list', ...as('张干事'))).toEqual([]);
    expect(await office.relief('request', 'list', '--unit', 'M2', ...as('张干事'))).toMatchObject({
      code: 4,
    });
  });

  test('goes on seeing what stands at their unit when the section that took it moves elsewhere', async () => {
    const id = await take('--employee-no', '000101', ...as('小王'));
    await passUp(id, ...as('小王'));
    await office.done('unit', 'edit', 'M1S1', '--parent', 'M2', ...as('陈主任'));
    expect(await office.json<unknown[]>('request', 'list', ...as('张干事'))).toHaveLength(1);
    expect(await show(id, ...as('张干事'))).toMatchObject({ at: 'M1' });
    expect(await answer(id, ...as('张干事'))).toMatchObject({ code: 0 });
  });

  test('lets only what stands within their reach rise', async () => {
    const own = await take('--employee-no', '000101', '--taken-on', '2026-07-01', ...as('小王'));
    const others = ['--employee-no', '000104', '--at', 'M2S1', '--taken-on', '2026-07-01'];
    await take(...others, ...as('陈主任'));
    const { risen } = await rise('2026-07-20', '张干事');
    expect(risen.map(({ request }) => request)).toEqual([Number(own)]);
  });
});

test('where the policy says nothing of requests, none is taken, and none rises', async () => {
  office.close();
  office = await officeOfFamilies('2026-07-20', policyWithout('requests'));
  await expect(take('--employee-no', '000101')).rejects.toThrow('says nothing of requests');
  expect(await rise('2026-07-20')).toEqual({ risen: [], at_top: [] });
});

describe('histories', () => {
  const step = fc.record({
    gap: fc.integer({ min: 0, max: 9 }),
    what: fc.constantFrom('pass-up', 'answer', 'rise', 'rise', 'rise'),
    which: fc.integer({ min: 1, max: 2 }),
  });
  const paths: Readonly<Record<number, readonly string[]>> = {
    1: ['M1S1', 'M1', 'G0'],
    2: ['M2', 'G0'],
  };

  test('keep every step; a request stands where they led; nothing answered moves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (history) => {
        const own = await officeOfFamilies('2026-07-01');
        const outer = office;
        office = own;
        try {
          await take('--employee-no', '000101');
          await take('--employee-no', '000106');
          const said: Record<number, string[]> = { 1: ['taken'], 2: ['taken'] };
          let today = '2026-07-01';
          for (const { gap, what, which } of history) {
            today = daysLater(today, gap);
            if (what === 'rise') {
              for (const { request } of (await rise(today)).risen) said[request]?.push('risen');
            } else {
              const run = what === 'answer' ? answer : passUp;
              const { code } = await run(String(which), ...on(today));
              if (code === 0) said[which]?.push(what === 'answer' ? 'answered' : 'passed-up');
            }
            for (const id of [1, 2]) {
              const { at, steps, state } = await show(String(id), ...on(today));
              const moved = steps.filter((one) => /passed-up|risen/.test(one.step));
              expect(steps.map((one) => one.step)).toEqual(said[id]);
              expect(at).toBe(paths[id]?.[moved.length]);
              expect(moved.map((one) => one.unit)).toEqual(paths[id]?.slice(1, moved.length + 1));
              const ended = steps.findIndex((one) => one.step === 'answered');
              expect(ended).toBe(state === 'answered' ? steps.length - 1 : -1);
              const days = steps.map((one) => one.on);
              expect(days).toEqual(days.toSorted());
            }
          }
          expect(await own.relief('audit', 'verify')).toMatchObject({ code: 0 });
        } finally {
          own.close();
          office = outer;
        }
      }),
      { numRuns: 12 },
    );
  });
});
