import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csvOf, type Office } from '../office.ts';
import { plainPolicy } from '../plain-policy.ts';
import { officeOfFamilies, people, putIn } from './families.ts';
import { apply, approve, done, show, step, tryApply } from './grants.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
  await putIn(office, 100_000);
  await office.import(
    'enrolment',
    csvOf(
      [people.worker, people.wife, people.retired].map((no) => ({
        ...{ employee_no: no, from_year: 2026, to_year: 2026 },
      })),
    ),
  );
});

afterEach(() => office.close());

const receipt = (no: string, receipt_no: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ employee_no: no, receipt_type: 'inpatient', receipt_no, service_date: '2026-08-15' },
  ...{ hospital: '晋岭总医院', total_amount: '9000', pool_paid: '5000', pool_self_pay: '3000' },
  ...{ received_on: '2026-08-20', ...more },
});

const bring = (...rows: ReturnType<typeof receipt>[]) => office.import('claim', csvOf(rows));

const claims = () =>
  office.json<{ claim: number; state: string; state_reason: string | null }[]>('claim', 'list');

const named = { receipt_no: 'ZY-1' };
const cost = { provider: '晋岭总医院', cost_on: '2026-08-15', cost_amount: '9000' };

describe('a cost that a claim pays', () => {
  test.each([
    ['the receipt number', named, people.worker, 'same receipt number'],
    [
      'hospital, day and amount',
      cost,
      people.worker,
      'same hospital, service date and total amount',
    ],
    ['both, of somebody else in the family', { ...named, ...cost }, people.wife, 'claim 1 (ZY-1)'],
  ])('is granted to nobody, by %s', async (_how, given, whose, why) => {
    await bring(receipt(whose, 'ZY-1'));
    const { code, err } = await tryApply(office, 'living-active', given);
    expect([code, err]).toEqual([4, expect.stringContaining(why)]);
  });

  test.each([
    ['of another family', people.retired, named],
    ['with another number', people.worker, { receipt_no: 'ZY-2' }],
    ['on another day', people.worker, { ...cost, cost_on: '2026-08-16' }],
    ['at another hospital', people.worker, { ...cost, provider: '青石沟矿医院' }],
    ['of another amount', people.worker, { ...cost, cost_amount: '9000.01' }],
  ])("stands in nobody's way %s", async (_how, whose, given) => {
    await bring(receipt(whose, 'ZY-1'));
    await apply(office, 'living-active', given);
  });

  test('is free again once the claim is withdrawn', async () => {
    await bring(receipt(people.worker, 'ZY-1'));
    await office.done('claim', 'withdraw', '1', '--reason', '改走救助');
    await apply(office, 'living-active', named);
  });

  test('that came in while the application was under way: it is not approved', async () => {
    const id = await apply(office, 'living-active', named);
    await bring(receipt(people.wife, 'ZY-1'));
    expect((await claims())[0]).toMatchObject({ state: 'open' });
    await done(office, 'endorse', id);
    expect((await step(office, 'approve', id)).err).toContain('claim 1 (ZY-1)');
  });
});

describe('a cost that a grant has paid', () => {
  test.each([
    ['the receipt number', named, people.worker],
    ['hospital, day and amount', cost, people.worker],
    ['either, of somebody else in the family', cost, people.wife],
  ])('holds a claim by %s', async (_how, given, whose) => {
    await approve(office, await apply(office, 'living-active', given));
    expect(await bring(receipt(whose, 'ZY-1'), receipt(people.retired, 'ZY-9'))).toMatchObject({
      ...{ imported: 2, held: 1 },
    });
    const [other, held] = await claims();
    expect(held).toMatchObject({ state: 'held', state_reason: 'paid-by-grant:1' });
    expect(other).toMatchObject({ state: 'open' });
    expect(await office.done('claim', 'show', '1')).toContain('grant 1 may have paid');
  });

  test('holds one that is entered by hand too, unless it is said to be another', async () => {
    await approve(office, await apply(office, 'living-active', cost));
    const add = (no: string, ...more: string[]) => {
      const facts = Object.entries(receipt(people.worker, no)).flatMap(([name, value]) => [
        `--${name.replaceAll('_', '-')}`,
        value,
      ]);
      return office.relief('claim', 'add', ...facts, ...more);
    };
    const { err } = await add('ZY-1');
    expect(err).toContain('grant 1 of "living hardship, in service" has paid for the same cost');
    await add('ZY-2', '--not-duplicate', '当日另一次住院');
    const states = (await claims()).map(({ state }) => state);
    expect(states).toEqual(['open', 'held']);
    expect(await office.relief('claim', 'release', '1')).toMatchObject({ code: 2 });
    await office.done('claim', 'release', '1', '--reason', '费用不同');
    expect((await claims())[1]).toMatchObject({ state: 'open', state_reason: null });
    await office.done('audit', 'verify');
  });

  test('holds nothing once the grant is withdrawn', async () => {
    const id = await apply(office, 'living-active', cost);
    await approve(office, id);
    await done(office, 'withdraw', id);
    expect(await bring(receipt(people.worker, 'ZY-1'))).toEqual({
      ...{ read: 1, imported: 1, unchanged: 0, rejected: 0 },
    });
  });

  test('is not granted by a second fund, nor by the same one', async () => {
    const bill = { receipt_no: 'FP-7', payee: '晋岭律师事务所' };
    const id = await apply(office, 'legal-aid', bill);
    for (const employee_no of [people.worker, people.wife]) {
      const given = { receipt_no: 'FP-7', employee_no };
      const { err } = await tryApply(office, 'living-active', given);
      expect(err).toContain(`application ${id} of the family to "legal aid"`);
    }
    expect(await tryApply(office, 'legal-aid', bill)).toMatchObject({ code: 4 });
    await apply(office, 'living-retired', { receipt_no: 'FP-7' });
    await done(office, 'refuse', id);
    await apply(office, 'living-active', { receipt_no: 'FP-7' });
  });
});

describe('where the policy lets two funds pay for one cost', () => {
  test('both do, and a claim beside them', async () => {
    const policy = join(office.folder, 'shared.yaml');
    const fund = 'title: {en: "living hardship, in service", zh: 在职职工生活困难救助金}\n';
    const shares = '        same_cost_as: [legal-aid, mutual-aid, serious-illness]\n';
    const text = readFileSync(plainPolicy(), 'utf8');
    writeFileSync(policy, text.replace(fund, `${fund}${shares}`));
    await office.done('policy', 'use', policy, '--yes');
    const bill = { ...cost, receipt_no: 'ZY-1' };
    await approve(office, await apply(office, 'legal-aid', { ...bill, receipt_no: 'FP-7' }));
    await approve(office, await apply(office, 'living-active', bill));
    expect((await bring(receipt(people.worker, 'ZY-1'))).held).toBe(1);
    expect((await claims())[0]).toMatchObject({ state_reason: 'paid-by-grant:1' });
    expect(await show(office, '2')).toMatchObject({ state: 'approved' });
    await done(office, 'withdraw', '1');
    expect((await bring(receipt(people.wife, 'ZY-2', { total_amount: '9100' }))).held).toBe(
      undefined,
    );
    await apply(office, 'living-active', { receipt_no: 'ZY-2' });
  });
});
