import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Office } from '../office.ts';
import {
  addInstalments,
  addStep,
  grant,
  openAidOffice,
  openFile,
  operator,
  pairUp,
  repay,
  request,
  requestStep,
  reverse,
  unitOf,
  visit,
  writeOff,
} from './aid-office.ts';

let office: Office;

beforeEach(async () => {
  office = await openAidOffice();
});

afterEach(() => office.close());

type DutyJson = Readonly<Record<string, string | number | null>>;

const daily = (...options: string[]) =>
  office.json<Record<string, DutyJson[]>>('daily', ...options);

const kinds = [
  ...['requests_risen', 'requests_overdue', 'instalments_overdue', 'reviews_due'],
  ...['recognitions_ending', 'visits_overdue', 'opinions_missing'],
];

test('is silent where there is nothing, and JSON is there all the same', async () => {
  expect(await office.relief('daily')).toEqual({ code: 0, out: '', err: '' });
  expect(await daily()).toEqual({
    today: '2026-10-08',
    ...Object.fromEntries(kinds.map((kind) => [kind, []])),
  });
});

test('requests that rose today and those overdue stand at the top', async () => {
  const risen = await request(office, { due_on: '2026-10-18' });
  await requestStep(office, { request_id: risen, step: 'risen', on_date: '2026-10-08' });
  await request(office, { person_id: 1, name: '王建国', at_unit_id: unitOf('G') });
  await request(office, { due_on: '2026-10-08', name: '今日到期' });
  await request(office, { state: 'answered', name: '已答复' });
  const { requests_risen, requests_overdue } = await daily();
  expect(requests_risen).toMatchObject([{ number: 1, employee_no: null, name: '孙桂芳', days: 0 }]);
  expect(requests_overdue).toMatchObject([
    {
      number: 2,
      employee_no: '00001',
      name: '王建国',
      unit: 'G',
      unit_name: '集团',
      due_on: '2026-09-10',
      days: 28,
    },
  ]);
  const { out, err, code } = await office.relief('daily');
  expect(out).toMatch(/^1 overdue request passed up today\n[\s\S]*\n1 request overdue\n/);
  expect({ err, code }).toEqual({ err: '', code: 0 });
});

test('loans tell what is overdue after all that came back, oldest first', async () => {
  const loan = { no: '00001', fund: 'start-up', amount: 600_000, granted: 600_000 };
  const lent = { state: 'paid', approved_on: '2026-05-01', paid_on: '2026-05-02' } as const;
  const id = await grant(office, { ...loan, ...lent, instalments: 3 });
  await addInstalments(office, id, ['2026-07-01', '2026-08-01', '2026-10-08'], 200_000);
  await repay(office, id, '00001', '2026-07-01', 200_000);
  const wrong = await repay(office, id, '00001', '2026-08-01', 150_000);
  expect(await daily()).toMatchObject({
    instalments_overdue: [{ number: id, due_on: '2026-08-01', amount: '500.00', days: 68 }],
  });
  await reverse(office, wrong, '2026-08-05');
  expect(await daily()).toMatchObject({ instalments_overdue: [{ amount: '2000.00' }] });
  await writeOff(office, id, '00001', '2026-09-01', 400_000);
  expect((await daily())['instalments_overdue']).toEqual([]);
});

test('what was written off counts for the latest instalments, as `loan overdue` has it', async () => {
  const loan = { no: '00001', fund: 'start-up', amount: 600_000, granted: 600_000 };
  const lent = { state: 'paid', approved_on: '2026-05-01', paid_on: '2026-05-02' } as const;
  const id = await grant(office, { ...loan, ...lent, instalments: 3 });
  await addInstalments(office, id, ['2026-07-01', '2026-08-01', '2026-11-01'], 200_000);
  const wrong = await repay(office, id, '00001', '2026-07-01', 200_000);
  await writeOff(office, id, '00001', '2026-09-01', 400_000);
  await reverse(office, wrong, '2026-09-05');
  expect(await daily()).toMatchObject({
    instalments_overdue: [{ number: id, due_on: '2026-07-01', amount: '2000.00', days: 99 }],
  });
  const { loans } = await office.json<{ loans: unknown }>('loan', 'overdue');
  expect(loans).toMatchObject([{ loan: id, since: '2026-07-01', overdue: '2000.00' }]);
});

test('a review of the last day of February falls due on the last of February, as the file says', async () => {
  await openFile(office, '00001', { opened_on: '2024-02-29' });
  expect((await daily())['reviews_due']).toMatchObject([{ due_on: '2025-02-28' }]);
  const [file] = await office.json<{ review_due: string }[]>('hardship', 'list');
  expect(file?.review_due).toBe('2025-02-28');
});

test('reviews are told of beforehand, of open files alone', async () => {
  await openFile(office, '00001', { opened_on: '2025-11-07' });
  await openFile(office, '00002', { opened_on: '2025-11-08' });
  await openFile(office, '00003', { opened_on: '2024-05-06' });
  await openFile(office, '00004', { opened_on: '2024-05-06', closed_on: '2025-05-06' });
  const { reviews_due } = await daily();
  expect(reviews_due?.map(({ employee_no, due_on }) => [employee_no, due_on])).toEqual([
    ['00003', '2025-05-06'],
    ['00001', '2026-11-07'],
  ]);
});

test('recognitions about to end are told of, unless the same goes on', async () => {
  await office.import(
    'recognition',
    [
      'employee_no,kind,detail,from,to',
      '00001,disability,三级,2024-01-01,2026-11-07',
      '00002,disability,三级,2024-01-01,2026-11-08',
      '00003,disability,三级,2024-01-01,2026-10-07',
      '00005,chronic-disease,高血压,2024-01-01,2026-10-31',
      '00005,chronic-disease,糖尿病,2026-11-01,',
    ].join('\n'),
  );
  expect((await daily())['recognitions_ending']).toMatchObject([
    { employee_no: '00001', detail: 'disability', due_on: '2026-11-07', days: 0 },
  ]);
});

test('visits overdue, the longest first', async () => {
  const first = await pairUp(office, await openFile(office, '00001'), '周立群');
  await pairUp(office, await openFile(office, '00002'), '孙茂才', { from_on: '2026-03-01' });
  await visit(office, first, '2026-06-01');
  expect((await daily())['visits_overdue']).toMatchObject([
    { employee_no: '00002', detail: '孙茂才', due_on: '2026-05-30' },
    { employee_no: '00001', detail: '周立群', due_on: '2026-08-30', days: 39 },
  ]);
});

test('urgent grants tell whose opinion is missing, until all are there', async () => {
  const id = await grant(office, {
    ...{ no: '00001', urgent: 1, state: 'approved', granted: 100_000, approved_on: '2026-10-01' },
    ...{ unit_id: unitOf('M1S'), at_unit_id: unitOf('G'), applied_on: '2026-10-01' },
  });
  await grant(office, { no: '00003', at_unit_id: unitOf('G') });
  expect((await daily())['opinions_missing']).toMatchObject([
    { number: id, employee_no: '00001', due_on: '2026-10-01', detail: '采煤队、一矿' },
  ]);
  const opinion = { grant_id: id, step: 'endorsed', on_date: '2026-10-02' } as const;
  await addStep(office, { ...opinion, unit_id: unitOf('M1') });
  expect((await daily())['opinions_missing']).toMatchObject([{ detail: '采煤队' }]);
  await addStep(office, { ...opinion, unit_id: unitOf('M1S') });
  expect((await daily())['opinions_missing']).toEqual([]);
});

test('does not wait for whoever writes meanwhile, where nothing rises', async () => {
  const at = { unit_id: unitOf('G'), at_unit_id: unitOf('G'), due_on: '2026-10-01' };
  await request(office, at);
  const writer = new SqliteDatabase(office.path);
  writer.exec('BEGIN IMMEDIATE');
  expect((await daily())['requests_overdue']).toHaveLength(1);
  writer.close();
});

test('a station sees its own, cron sees all, a stranger nothing', async () => {
  await openFile(office, '00001', { opened_on: '2024-05-06' });
  await openFile(office, '00003', { opened_on: '2024-05-06' });
  await request(office, { unit_id: unitOf('M2'), at_unit_id: unitOf('M2') });
  await operator(office, '马秀芬', 'M2', 'caseworker');
  const own = await daily('--as', '马秀芬');
  expect(own['reviews_due']).toMatchObject([{ employee_no: '00003' }]);
  // Risen out of its hands, but it was taken there.
  expect(own['requests_risen']).toMatchObject([{ unit_name: '集团', due_on: '2026-10-23' }]);
  expect((await daily('--as', 'cron'))['reviews_due']).toHaveLength(2);
  expect((await office.relief('daily', '--as', '陌生人')).code).toBe(4);
});

test('a screen shows twenty of a kind and how many more there are; CSV has all', async () => {
  for (let at = 0; at < 23; at += 1) {
    await request(office, { name: `职工${at}`, at_unit_id: unitOf('G') });
  }
  const { out } = await office.relief('daily');
  expect(out).toMatch(/23 requests overdue/);
  expect(out).toMatch(/… and 3 more; all of them: relief daily --csv/);
  const lines = (await office.done('daily', '--csv')).trim().split('\n');
  expect(lines).toHaveLength(24);
  expect(lines[0]).toMatch(
    /^what,number,employee_no,name,unit,unit_name,due_on,days,amount,detail/,
  );
});
