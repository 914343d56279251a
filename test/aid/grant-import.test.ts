import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FundJson } from '../ledger/books.ts';
import { csvOf, type Office } from '../office.ts';
import { officeOfFamilies, people, putIn, students } from './families.ts';
import { apply, approve, decider, done, register, show, taker, tryApply } from './grants.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
});

afterEach(() => office.close());

type Row = Readonly<Record<string, string>>;

const living: Row = {
  ...{
    fund: '在职职工生活困难救助金',
    employee_no: people.worker,
    amount: '1500',
    purpose: '失火',
  },
  ...{ evidence: '申请书', applied_on: '2026-03-02' },
};
const decided = { approved_on: '2026-03-05', approved_by: decider };
const paid = { ...decided, paid_on: '2026-03-09' };
const school: Row = {
  ...{ fund: 'school', employee_no: people.wife, beneficiary: students.pupil, amount: '1000' },
  ...{ purpose: '学杂费', applied_on: '2026-09-02' },
};

const columns = [
  ...new Set([
    ...Object.keys({ ...living, ...school, ...paid }),
    'granted',
    'instalments',
    'payee',
  ]),
];
const bring = (rows: readonly Row[], ...options: string[]) => {
  const whole = rows.map((row) =>
    Object.fromEntries(columns.map((name) => [name, row[name] ?? ''])),
  );
  return office.bring('grant', csvOf(whole).split('\n'), '--as', taker, ...options);
};
const fundOf = async (fund: string) =>
  (await office.json<FundJson[]>('fund', 'list')).find((one) => one.fund === fund);

describe('applications that are not decided', () => {
  test("go their way from the applicant's unit", async () => {
    expect((await bring([living, school])).counts).toMatchObject({ imported: 2, rejected: 0 });
    expect(await show(office, '1')).toMatchObject({ state: 'applied', at: 'M1S1' });
    await putIn(office, 5_000);
    await approve(office, '1');
  });

  test('are judged like any other, the rows of one file against each other', async () => {
    const { counts, rejects } = await bring([
      school,
      { ...school, purpose: '又一次' },
      { ...living, employee_no: people.elsewhere },
      { ...living, fund: 'mutual-aid' },
      { ...living, fund: 'livng-active' },
      { ...living, employee_no: '000009' },
      { ...living, beneficiary: '王小明' },
    ]);
    expect(counts).toMatchObject({ read: 7, imported: 1, rejected: 6 });
    for (const why of [
      ...['is for 王小明 and 2026-2027 already', 'is not recognised as in hardship'],
      ...[
        'relief claim add',
        'did you mean',
        'there is no employee',
        'does not ask for --beneficiary',
      ],
    ])
      expect(rejects).toContain(why);
  });

  test('that stand in the way of another row are named by the number they get', async () => {
    const { rejects } = await bring([living, school, { ...school, purpose: '又一次' }]);
    expect(rejects).toContain('application 2 of 2026-09-02 is for 王小明');
    expect(await office.json('grant', 'show', '2')).toMatchObject({ fund: 'school' });
  });

  test('a second time are unchanged, also once they were refused', async () => {
    await bring([living, school]);
    await done(office, 'refuse', '1');
    expect((await bring([living, school])).counts).toMatchObject({ imported: 0, unchanged: 2 });
  });
});

describe('what was decided on paper', () => {
  test('stands in the way of a second grant in the year', async () => {
    await putIn(office, 5_000);
    const disability = { ...living, ...paid, fund: 'disability', employee_no: people.retired };
    await bring([disability, { ...school, ...paid, applied_on: '2026-03-02' }]);
    expect((await tryApply(office, 'disability')).err).toContain('has done so already');
    const again = { school_year: '2025-2026' };
    expect((await tryApply(office, 'school', again)).err).toContain('once a school year');
  });

  test('is booked on its days, and the fund must bear it', async () => {
    const short = await office.reliefWith(
      csvOf([{ ...living, ...paid }]),
      ...['grant', 'import', '-', '--as', taker],
    );
    expect([short.code, short.err]).toEqual([
      4,
      expect.stringContaining('1,500.00 yuan are missing'),
    ]);
    expect(await office.json('grant', 'list')).toEqual([]);
    await putIn(office, 5_000);
    const { said } = await bring([
      { ...living, ...paid, granted: '1200' },
      { ...living, ...decided, purpose: '漏水' },
    ]);
    expect(said).toContain('2,700.00 yuan granted, 1,200.00 of it paid');
    expect(await fundOf('living-active')).toMatchObject({ balance: '3800.00', payable: '1500.00' });
    const { entries, way } = await show(office, '1');
    expect(entries.map(({ cause }) => cause)).toContain('grant-paid');
    expect(way.map((one) => [one.step, one.operator])).toEqual([
      ...[
        ['applied', taker],
        ['approved', decider],
        ['paid', taker],
      ],
    ]);
    await done(office, 'pay', '2');
    await office.done('audit', 'verify');
  });

  test('before a day comes without money, for a fund that begins with a balance', async () => {
    await office.done('fund', 'opening', 'living-active', '--amount', '9000', '--on', '2026-07-01');
    const later = { applied_on: '2026-08-01', approved_on: '2026-08-02', paid_on: '2026-08-03' };
    const rows = [
      { ...living, ...paid },
      { ...living, ...decided, purpose: '漏水' },
      { ...living, ...paid, ...later },
    ];
    const { rejects } = await bring(rows.slice(0, 1));
    expect(rejects).toContain('begin');
    expect((await bring(rows, '--money-from', '2026-07-01')).counts).toMatchObject({ imported: 3 });
    expect(await fundOf('living-active')).toMatchObject({ balance: '7500.00', payable: '1500.00' });
    expect(await show(office, '1')).toMatchObject({ state: 'paid', entries: [] });
    await done(office, 'pay', '2');
  });

  test('of a loan, comes with its instalments, and with its money', async () => {
    await putIn(office, 50_000);
    const loan = { ...living, ...paid, fund: 'start-up', amount: '24000', instalments: '24' };
    const { rejects } = await bring([loan], '--money-from', '2026-07-01');
    expect(rejects).toContain('would come without money');
    expect((await bring([loan])).counts).toMatchObject({ imported: 1 });
    expect(await fundOf('start-up')).toMatchObject({ balance: '26000.00', receivable: '24000.00' });
    const instalments = await office.look((query) =>
      query.selectFrom('instalment').select('amount').execute(),
    );
    expect(instalments).toHaveLength(24);
  });

  test.each([
    [{ paid_on: '2026-03-09' }, 'but not approved'],
    [{ granted: '900' }, 'no day of approval'],
    [{ approved_on: '2026-03-05' }, 'not said by whom'],
    [{ approved_on: '2026-03-05', approved_by: taker }, 'who imports it'],
    [{ ...decided, approved_on: '2026-03-01' }, 'run backwards'],
    [{ ...decided, paid_on: '2026-03-04' }, 'run backwards'],
    [{ ...decided, paid_on: '2026-12-01' }, 'still to come'],
    [{ ...decided, granted: '1500.01' }, 'more than the 1,500.00 asked for'],
  ])('%o is rejected', async (decision, why) => {
    expect((await bring([{ ...living, ...decision } as Row])).rejects).toContain(why);
  });

  test('is not asked for recognitions again, but for a student whom the family has', async () => {
    await putIn(office, 5_000);
    const { counts, rejects } = await bring([
      { ...living, ...paid, employee_no: people.elsewhere },
      { ...school, ...decided, applied_on: '2026-03-02', beneficiary: '王大明' },
      { ...school, ...decided, applied_on: '2026-03-02', employee_no: people.retired },
    ]);
    expect(counts).toMatchObject({ imported: 1, rejected: 2 });
    expect(rejects).toContain('students there: 王小明');
    expect(rejects).toContain('belongs to no hardship file');
  });
});

test('what was decided where the operator does not see is not imported', async () => {
  await putIn(office, 50_000);
  await register(office, taker, 'M1');
  await register(office, decider, 'G0');
  const legal = { ...living, fund: 'legal-aid', payee: '晋岭律师事务所', purpose: '工伤待遇' };
  const { counts, rejects } = await bring([
    { ...living, ...paid },
    { ...legal, ...paid },
    { ...legal, ...decided, purpose: '劳动争议' },
    { ...legal, purpose: '仲裁' },
  ]);
  expect(counts).toMatchObject({ imported: 2, rejected: 2 });
  expect(rejects).toContain('unit G0 lies outside the reach of');
});

test('what list --csv writes can be imported again', async () => {
  await putIn(office, 50_000);
  for (const fund of ['school', 'rental-housing', 'legal-aid', 'start-up'])
    await approve(office, await apply(office, fund));
  await apply(office, 'living-active', { urgent: true });
  const csv = await office.done('grant', 'list', '--csv');
  const { out } = await office.reliefWith(csv, ...['grant', 'import', '-', '--as', '孙志强']);
  expect(out).toContain('5 rows read: 0 imported, 5 unchanged, 0 rejected');
});
