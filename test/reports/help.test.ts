import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { officeFiles } from '../bench/office.js';
import { fenOf, Office } from '../office.ts';
import {
  addMember,
  grant,
  inKind,
  openAidOffice,
  openFile,
  operator,
  people,
  repay,
  reverse,
  withdraw,
  writeOff,
} from './aid-office.ts';

interface HelpJson {
  readonly helped: number;
  readonly persons: number;
  readonly families: number;
  readonly amount: string;
  readonly lent: string;
  readonly repaid: string;
  readonly written_off: string;
  readonly in_kind: number;
}

type RowJson = HelpJson & Readonly<Record<'fund' | 'unit' | 'level' | 'category', string | null>>;

interface ReportJson {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly RowJson[];
  readonly total: HelpJson;
}

interface FlowJson {
  readonly fund: string;
  readonly way: 'in' | 'out';
  readonly what: string;
  readonly amount: string;
}

let office: Office;

afterEach(() => office.close());

const report = (by: string, ...options: string[]) =>
  office.json<ReportJson>('report', by, ...options);

const flows = async (...options: string[]) =>
  (await office.json<{ rows: readonly FlowJson[] }>('report', 'source', ...options)).rows;

/** What the books say was spent of each fund between two days: benefits and grants. In fen. */
async function spentBetween(from: string, to: string): Promise<Record<string, number>> {
  const rows = await office.look((query) =>
    query
      .selectFrom('posting')
      .innerJoin('entry', 'entry.id', 'entry_id')
      .select(['posting.fund', 'account', 'amount'])
      .where('on_date', '>=', from)
      .where('on_date', '<=', to)
      .execute(),
  );
  const spent: Record<string, number> = {};
  for (const { fund, account, amount } of rows) {
    if (account !== 'grant' && !account.startsWith('benefit:')) continue;
    spent[fund] = (spent[fund] ?? 0) + amount;
  }
  return nothingLeftOut(Object.entries(spent));
}

const nothingLeftOut = (entries: readonly (readonly [string, number])[]) =>
  Object.fromEntries(entries.filter(([, amount]) => amount !== 0));

/** Every report of a span counts the same help as the books, and each sums up to its own total. */
async function agreeWithTheBooks(option: '--year' | '--quarter', name: string): Promise<void> {
  const funds = await report('fund', option, name);
  const spent = await spentBetween(funds.from, funds.to);
  const counted = funds.rows.map(({ fund, amount }) => [fund ?? '', fenOf(amount)] as const);
  expect(nothingLeftOut(counted)).toEqual(spent);
  for (const by of ['fund', 'unit', 'level', 'category']) {
    const { rows, total } = await report(by, option, name);
    const sum = (key: 'amount' | 'lent' | 'repaid' | 'written_off') =>
      rows.reduce((all, row) => all + fenOf(row[key]), 0);
    for (const key of ['amount', 'lent', 'repaid', 'written_off'] as const) {
      expect(sum(key), `${by} ${key}`).toBe(fenOf(total[key]));
    }
    expect(total, by).toEqual(funds.total);
    const helped = rows.reduce((all, row) => all + row.helped, 0);
    expect(helped).toBe(total.helped);
  }
  const out = (await flows(option, name)).filter(({ way }) => way === 'out');
  const given = out.filter(({ what }) => what === 'grant' || what.startsWith('benefit:'));
  const byFund: Record<string, number> = {};
  for (const { fund, amount } of given) byFund[fund] = (byFund[fund] ?? 0) + fenOf(amount);
  expect(nothingLeftOut(Object.entries(byFund))).toEqual(spent);
}

const sample = (file: string) => join(import.meta.dirname, '../../data/sample', file);

test('the reports on the sample office count what its books have spent', async () => {
  office = await Office.open('2026-10-08');
  for (const [noun, file] of officeFiles) {
    await office.import(noun, readFileSync(sample(`${file}.csv`), 'utf8'));
  }
  for (const quarter of ['2026Q1', '2026Q2', '2026Q3']) await office.settle(quarter);
  await agreeWithTheBooks('--year', '2026');
  await agreeWithTheBooks('--quarter', '2026Q4');
  await agreeWithTheBooks('--quarter', '2026Q3');
  const { total } = await report('unit');
  expect(total.persons).toBeGreaterThan(10);
});

describe('a mixed year', () => {
  beforeEach(async () => {
    office = await openAidOffice();
    await office.import('enrolment', 'employee_no,from_year,to_year\n00001,2026,2026');
    const header =
      'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on';
    await office.import(
      'claim',
      `${header}\n00001,inpatient,ZY-1,2026-03-01,总医院,8000,1500,5000,2026-03-10`,
    );
    const file = await openFile(office, '00001');
    const member = await addMember(office, file, { name: '王小明', stage: 'primary' });
    await office.settle('2026Q1');
    const approved = { state: 'approved', approved_on: '2026-08-05' } as const;
    const ofFamily = { no: '00001', household_id: file };
    await grant(office, { ...ofFamily, ...approved, granted: 150_000 });
    await grant(office, {
      ...{ ...ofFamily, ...approved, fund: 'school', member_id: member, granted: 80_000 },
    });
    await grant(office, { no: '00002', fund: 'living-retired', granted: 100_000, ...approved });
    const gone = await grant(office, { no: '00003', granted: 120_000, ...approved });
    await withdraw(office, gone, '2026-10-02');
    await grant(office, { no: '00003', state: 'refused' });
    const loan = await grant(office, {
      ...{ no: '00003', fund: 'start-up', instalments: 10, granted: 500_000, state: 'paid' },
      ...{ approved_on: '2026-04-01', paid_on: '2026-07-01' },
    });
    await repay(office, loan, '00003', '2026-08-01', 50_000);
    const wrong = await repay(office, loan, '00003', '2026-09-01', 70_000);
    await reverse(office, wrong, '2026-10-01');
    await writeOff(office, loan, '00003', '2026-10-05', 90_000);
    await inKind(office, '00002', { on_date: '2026-07-01' });
  });

  const rowOf = async (
    by: 'fund' | 'unit' | 'level' | 'category',
    code: string | null,
    ...options: string[]
  ) => (await report(by, ...options)).rows.find((row) => row[by] === code);

  test('agrees with the books, in the year and in each quarter', async () => {
    await agreeWithTheBooks('--year', '2026');
    for (const quarter of ['2026Q2', '2026Q3', '2026Q4']) {
      await agreeWithTheBooks('--quarter', quarter);
    }
  });

  test('is counted by fund: persons, families, loans on their own, help in kind by number', async () => {
    const none = { helped: 0, persons: 0, families: 0, amount: '0.00', in_kind: 0 };
    const q3 = ['--quarter', '2026Q3'];
    expect(await rowOf('fund', 'living-active', ...q3)).toMatchObject({
      ...{ helped: 2, persons: 2, families: 1, amount: '2700.00', lent: '0.00' },
    });
    // What was withdrawn later is taken off on that day.
    expect(await rowOf('fund', 'living-active', '--quarter', '2026Q4')).toMatchObject({
      ...{ helped: -1, persons: 0, families: 0, amount: '-1200.00' },
    });
    expect(await rowOf('fund', 'living-active')).toMatchObject({
      helped: 1,
      persons: 1,
      amount: '1500.00',
    });
    expect(await rowOf('fund', 'mutual-aid')).toMatchObject({
      helped: 1,
      persons: 1,
      families: 1,
      amount: '2000.00',
    });
    expect(await rowOf('fund', 'start-up', ...q3)).toMatchObject({
      ...{ ...none, persons: 1, lent: '5000.00', repaid: '1200.00', written_off: '0.00' },
    });
    expect(await rowOf('fund', 'start-up')).toMatchObject({
      repaid: '500.00',
      written_off: '900.00',
    });
    expect(await rowOf('fund', 'heating')).toMatchObject({ ...none, persons: 1, in_kind: 1 });
    expect(await rowOf('fund', 'disability')).toMatchObject(none);
    const { total } = await report('fund', '--year', '2026');
    expect(total).toMatchObject({
      helped: 4,
      persons: 3,
      families: 1,
      amount: '5300.00',
      in_kind: 1,
    });
  });

  test('is counted by level, category and unit', async () => {
    expect(await rowOf('level', 'mine')).toMatchObject({ helped: 3, amount: '3300.00' });
    expect(await rowOf('level', 'group')).toMatchObject({ helped: 1, amount: '2000.00' });
    expect(await rowOf('level', null)).toMatchObject({ helped: 0, in_kind: 1 });
    expect(await rowOf('category', 'retired')).toMatchObject({ helped: 1, persons: 1, in_kind: 1 });
    const units = (await report('unit')).rows.map(({ unit, amount }) => [unit, amount]);
    expect(units).toEqual([
      ['G', '0.00'],
      ['M1', '5300.00'],
      ['M2', '0.00'],
    ]);
    const below = (await report('unit', '--unit', 'M1')).rows.map(({ unit, amount }) => [
      unit,
      amount,
    ]);
    expect(below).toEqual([
      ['M1', '1000.00'],
      ['M1S', '4300.00'],
    ]);
    expect(await rowOf('fund', 'living-retired', '--unit', 'M2')).toMatchObject({ helped: 0 });
  });

  test('tells where the money came from and where it went', async () => {
    await office.done('fund', 'deposit', 'school', '--source', 'donation', '--amount', '9000');
    const q3 = (await flows('--year', '2026')).map(
      ({ fund, way, what, amount }) => `${fund} ${way} ${what} ${amount}`,
    );
    expect(q3).toEqual([
      'living-active out grant 1500.00',
      'living-retired out grant 1000.00',
      'mutual-aid in dues:group 10.00',
      'mutual-aid in dues:member 20.00',
      'mutual-aid in dues:unit 5.00',
      'mutual-aid out benefit:subsidy 2000.00',
      'school in source:donation 9000.00',
      'school out grant 800.00',
      'start-up in loan 500.00',
      'start-up out loan 5000.00',
      'start-up out written-off 900.00',
    ]);
  });

  test('is narrowed to what the operator sees', async () => {
    await operator(office, '马秀芬', 'M1', 'caseworker');
    const own = ['--as', '马秀芬'];
    expect((await report('unit', ...own)).rows.map(({ unit }) => unit)).toEqual(['M1', 'M1S']);
    expect((await report('fund', ...own)).total).toMatchObject({ lent: '0.00', amount: '5300.00' });
    expect((await office.relief('report', 'fund', '--unit', 'M2', ...own)).code).toBe(4);
  });
});

type Deed = Readonly<{ fund: string; person: number; amount: number; day: number; gone: boolean }>;

test('whatever is granted, lent and withdrawn, the reports agree with the books', async () => {
  const day = (at: number) => `2026-${String(1 + (at % 12)).padStart(2, '0')}-15`;
  const deed: fc.Arbitrary<Deed> = fc.record({
    fund: fc.constantFrom('living-active', 'school', 'disability', 'start-up'),
    person: fc.nat({ max: people.length - 1 }),
    amount: fc.integer({ min: 1, max: 500_000 }),
    day: fc.nat({ max: 11 }),
    gone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 8 }), async (deeds) => {
      office = await openAidOffice();
      for (const { fund, person, amount, day: at, gone } of deeds) {
        const no = people[person]?.[0] ?? '00001';
        const loan = fund === 'start-up';
        const id = await grant(office, {
          ...{ no, fund, granted: amount, state: loan ? 'paid' : 'approved' },
          ...{ approved_on: day(at), instalments: loan ? 12 : null },
          ...(loan ? { paid_on: day(at) } : {}),
        });
        if (gone && loan) await repay(office, id, no, day(at + 1), amount);
        else if (gone) await withdraw(office, id, day(at + 3));
      }
      await agreeWithTheBooks('--year', '2026');
      await agreeWithTheBooks('--quarter', '2026Q2');
      office.close();
    }),
    { numRuns: 12 },
  );
}, 60_000);
