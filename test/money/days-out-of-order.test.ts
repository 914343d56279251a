import { afterEach, beforeEach, expect, test } from 'vitest';
import { officeOfFamilies, people, putIn } from '../aid/families.ts';
import { apply, approve, done, passUp, step, taker } from '../aid/grants.ts';
import { approver, type Office } from '../office.ts';

/*
 * Under a date of the computer that is wrong, nothing is booked before what it follows: no reversal before its entry,
 * nothing of a loan before it was paid out, nothing before the books of a fund begin.
 */

const yesterday = '2026-10-07';
let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
});
afterEach(() => office.close());

/** A command is refused, and says which days do not fit. */
async function refused(argv: readonly string[], ...said: readonly string[]): Promise<void> {
  const { code, err } = await office.relief(...argv, '--today', yesterday);
  expect([code, err]).toEqual([4, expect.stringContaining('2026-10-08')]);
  for (const one of said) expect(err).toContain(one);
}

/** A loan that was paid out, and of which something came back, on 2026-10-08. */
async function loan(): Promise<string> {
  await putIn(office, 100_000, ['start-up']);
  const id = await apply(office, 'start-up');
  await approve(office, id);
  await done(office, 'pay', id);
  await office.done('loan', 'repay', id, '--amount', '100');
  return id;
}

test('a deposit is not taken back before it came in', async () => {
  const argv = ['--source', 'union', '--amount', '500', '--on', '2026-10-08'];
  const { entry } = await office.json('fund', 'deposit', 'school', ...argv);
  const reverse = ['ledger', 'reverse', String(entry), '--reason', '录入有误'];
  await refused(reverse, '2026-10-07');
  expect(await office.relief(...reverse, '--lang', 'zh')).toMatchObject({ code: 0 });
});

test('a repayment is not taken back before it came', async () => {
  const correct = ['loan', 'correct', await loan(), '--repayment', '1', '--reason', '记错'];
  await refused(correct, '2026-10-07');
  await office.done(...correct);
});

test('a write-off is not asked for before what is left came to be owed', async () => {
  const ask = ['loan', 'write-off', await loan(), '--reason', '借款人去世', '--as', taker];
  await refused(ask, '2026-10-07');
  await office.done(...ask);
});

const opened = (fund: string) =>
  office.done('fund', 'opening', fund, '--amount', '50000', '--on', '2026-10-08');

test('a grant is not approved before the books of its fund begin', async () => {
  await opened('living-active');
  const id = await apply(office, 'living-active', {
    today: '2026-10-01',
    applied_on: '2026-10-01',
  });
  await done(office, 'endorse', id, { today: '2026-10-01' });
  await refused(['grant', 'approve', id, '--as', approver], 'opening balance');
  await done(office, 'approve', id);
});

test('a batch is not approved before the books of its fund begin', async () => {
  await opened('mutual-aid');
  const columns = 'employee_no,receipt_type,receipt_no,service_date,hospital';
  const amounts = 'total_amount,pool_paid,pool_self_pay,received_on';
  await office.import('enrolment', `employee_no,from_year,to_year\n${people.worker},2026,2026`);
  await office.import(
    'claim',
    `${columns},${amounts}\n${people.worker},inpatient,Z1,2026-08-15,晋岭总医院,9000,5000,3000,2026-08-20`,
  );
  await office.done('settle', '--quarter', '2026Q3', '--today', '2026-10-01');
  await refused(['batch', 'approve', '2026Q3-1', '--as', approver], 'opening balance');
  await office.done('batch', 'approve', '2026Q3-1', '--as', approver);
});

test('dues are not booked before the books of their fund begin', async () => {
  await opened('mutual-aid');
  const add = ['--employee-no', people.worker, '--from-year', '2026'];
  await refused(['enrolment', 'add', ...add], 'opening balance');
  await office.done('enrolment', 'add', ...add);
});

test('an application is not passed up on a day before it was made', async () => {
  const id = await apply(office, 'legal-aid');
  const argv = ['--opinion', '属实', '--as', '周建华'];
  await refused(['grant', 'endorse', id, ...argv], '2026-10-07');
  await passUp(office, id);
  expect(await step(office, 'refuse', id)).toMatchObject({ code: 0 });
});
