import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EventKind, type HelpEvent, inOrder } from '../../src/reports/history/history.ts';
import type { Office } from '../office.ts';
import {
  addInstalments,
  addMember,
  grant,
  inKind,
  openAidOffice,
  openFile,
  operator,
  pairUp,
  repay,
  request,
  requestStep,
  reverse,
  visit,
} from './aid-office.ts';

let office: Office;

beforeEach(async () => {
  office = await openAidOffice();
});

afterEach(() => office.close());

interface EventJson {
  readonly on: string;
  readonly what: string;
  readonly name: string;
  readonly fund: string | null;
  readonly amount: string | null;
  readonly state: string | null;
  readonly of_whom: string;
}

const history = (...options: string[]) => office.json<EventJson[]>('person', 'history', ...options);

const told = async (no: string) =>
  (await history(no)).map(({ on, what, amount, state, of_whom }) =>
    [on.slice(5), what, amount, state, of_whom].filter((one) => one !== null).join(' '),
  );

test('everything that was done for a person and the family, in the order of days', async () => {
  await office.import(
    'enrolment',
    'employee_no,from_year,to_year\n00001,2026,2026\n00005,2026,2026',
  );
  const header =
    'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on';
  await office.import(
    'claim',
    `${header}\n00001,inpatient,ZY-1,2026-03-01,总医院,8000,1500,5000,2026-03-10\n00003,inpatient,ZY-9,2026-03-01,总医院,8000,1500,5000,2026-03-10`,
  );
  const file = await openFile(office, '00001');
  await addMember(office, file, { person_id: 5, name: '陈秀兰', relation: 'spouse' });
  const child = await addMember(office, file, { name: '王小明', stage: 'primary' });
  const pairing = await pairUp(office, file, '周立群', { to_on: '2026-09-30', outcome: '已脱困' });
  await visit(office, pairing, '2026-05-01');
  const approved = { state: 'approved', approved_on: '2026-08-05' } as const;
  await grant(office, {
    ...{ no: '00001', fund: 'school', household_id: file, member_id: child, granted: 80_000 },
    ...approved,
  });
  const loan = await grant(office, {
    ...{ no: '00001', fund: 'start-up', instalments: 1, granted: 500_000, state: 'paid' },
    ...{ approved_on: '2026-04-01', paid_on: '2026-04-02' },
  });
  await addInstalments(office, loan, ['2026-09-01'], 500_000);
  await repay(office, loan, '00001', '2026-09-01', 500_000);
  await reverse(office, await repay(office, loan, '00001', '2026-09-02', 100), '2026-09-03');
  await inKind(office, '00005', { household_id: file });
  const asked = await request(office, {
    ...{ person_id: 1, name: '王建国', taken_on: '2026-06-01', state: 'answered' },
  });
  await requestStep(office, { request_id: asked, step: 'answered', on_date: '2026-06-03' });
  await office.settle('2026Q1');
  const expected = [
    ...['01-10 file deep 王建国', '02-01 pairing 王建国', '02-01 in-kind waived 陈秀兰'],
    ...['03-10 claim settled 王建国', '04-01 loan 5000.00 paid 王建国', '05-01 visit 王建国'],
    ...['06-01 request answered 王建国', '06-03 answer 王建国'],
    ...['08-05 grant 800.00 approved 王小明', '09-01 repayment 5000.00 王建国'],
    ...['09-30 pairing-end 王建国', '10-08 dues 20.00 王建国', '10-08 dues 20.00 陈秀兰'],
    '10-08 payment 2000.00 approved 王建国',
  ];
  expect(await told('00001')).toEqual(expected);
  // The spouse's own: that of the family too.
  expect(await told('00005')).toEqual(expected);
  const rows = await history('00001');
  expect(rows.find(({ what }) => what === 'payment')).toMatchObject({
    ...{ name: 'subsidy 2026Q1-1', fund: 'mutual-aid' },
  });
});

test('years without dues in the books stand as one event for each run of years', async () => {
  for (const [from, to] of [
    ['2006', '2008'],
    ['2010', '2010'],
    ['2024', '2026'],
  ] as const) {
    const years = ['--from-year', from, '--to-year', to, '--dues-from', '2026'];
    await office.done('enrolment', 'add', '--employee-no', '00001', ...years);
  }
  const rows = await history('00001');
  expect(rows.map(({ on, what, name, amount }) => [on, what, name, amount])).toEqual([
    ['2006-01-01', 'enrolled', '2006–2008', null],
    ['2010-01-01', 'enrolled', '2010', null],
    ['2024-01-01', 'enrolled', '2024–2025', null],
    ['2026-10-08', 'dues', '2026', '20.00'],
  ]);
});

test('special relief counts once: in advance by itself, else with the batch that pays it', async () => {
  const fields = ['--amount', '4000', '--evidence', '病危通知书'];
  const given = ['special-relief', 'grant', '--employee-no', '00001', ...fields];
  await office.done(...given, '--situation', 'urgent', '--pay', 'now', '--as', '王强');
  await office.done(...given, '--situation', 'ongoing', '--pay', 'batch', '--as', '王强');
  for (const id of ['1', '2']) {
    await office.done('special-relief', 'approve', id, '--as', '陈秀英', '--yes');
  }
  await office.settle('2026Q3');
  expect(await told('00001')).toEqual([
    '10-08 special-relief 4000.00 advanced 王建国',
    '10-08 special-relief settled 王建国',
    '10-08 payment 4000.00 approved 王建国',
  ]);
});

test('who lies beyond the operator is refused, who is unknown is rejected', async () => {
  expect(await history('00003')).toEqual([]);
  expect((await office.relief('person', 'history', '99999')).code).toBe(3);
  await operator(office, '马秀芬', 'M1', 'caseworker');
  expect((await office.relief('person', 'history', '00003', '--as', '马秀芬')).code).toBe(4);
  expect((await office.relief('person', 'history', '00001', '--as', '马秀芬')).code).toBe(0);
});

test('of the family, what lies beyond the operator is not told', async () => {
  const header =
    'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on';
  const rows = ['00001', '00003'].map(
    (no) => `${no},inpatient,ZY-${no},2026-03-01,总医院,8000,1500,5000,2026-03-10`,
  );
  await office.import('claim', [header, ...rows].join('\n'));
  const file = await openFile(office, '00001');
  await addMember(office, file, { person_id: 3, name: '张伟', relation: 'spouse' });
  await operator(office, '马秀芬', 'M1', 'caseworker');
  await operator(office, '吴长河', 'M2', 'caseworker');
  const seen = async (no: string, as: string) =>
    (await history(no, '--as', as)).map(({ what, of_whom }) => `${what} ${of_whom}`);
  expect(await seen('00001', '马秀芬')).toEqual(['file 王建国', 'claim 王建国']);
  expect(await seen('00003', '吴长河')).toEqual(['claim 张伟']);
});

test('events stand in the order of days, and nothing is lost', () => {
  const kinds: readonly EventKind[] = ['claim', 'payment', 'dues', 'repayment', 'loan'];
  const event = fc.record({
    on: fc.constantFrom('2026-01-01', '2026-01-02', '2026-03-01'),
    what: fc.constantFrom(...kinds),
  });
  fc.assert(
    fc.property(fc.array(event), (some) => {
      const events = some as unknown as HelpEvent[];
      const ordered = inOrder(events);
      expect(ordered).toHaveLength(events.length);
      const days = ordered.map(({ on }) => on);
      expect(days).toEqual([...days].sort());
      expect(new Set(ordered)).toEqual(new Set(events));
    }),
  );
});
