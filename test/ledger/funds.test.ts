import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { mustBear } from '../../src/ledger/store.ts';
import type { Office } from '../office.ts';
import { officeOfUnits, peopleHeading, personLine } from '../people/people.ts';
import { plainPolicy } from '../plain-policy.ts';
import {
  advance,
  approval,
  bookEntries,
  type FundJson,
  payment,
  personId,
  type StatementJson,
} from './books.ts';

// The office's day is 2026-07-01.
let office: Office;
beforeEach(async () => {
  office = await officeOfUnits();
  await office.bring('person', [peopleHeading, personLine(1), personLine(2)]);
});
afterEach(() => office.close());

const deposit = (amount: string, on: string, ...more: string[]) =>
  office.json<{ entry: number; balance: string }>(
    ...['fund', 'deposit', 'mutual-aid', '--source', 'union', '--amount', amount, '--on', on],
    ...more,
  );
const fund = async (code = 'mutual-aid') =>
  (await office.json<FundJson[]>('fund', 'list')).find((one) => one.fund === code);
const refused = async (...argv: string[]) => {
  const { code, err } = await office.relief(...argv);
  return { code, err };
};

describe('the list of funds', () => {
  it('names all ten, with nothing in them', async () => {
    const funds = await office.json<FundJson[]>('fund', 'list');
    expect(funds).toHaveLength(10);
    expect(funds[3]).toEqual({
      ...{ fund: 'mutual-aid', balance: '0.00', payable: '0.00', receivable: '0.00' },
    });
  });

  it('is the sum of the entries', async () => {
    const person = await personId(office, '000001');
    await deposit('1000.00', '2026-01-05');
    await bookEntries(office, [
      advance('mutual-aid', person, '2026-02-01', 30_000),
      approval('mutual-aid', '2026-04-02', { amount: 50_000, offset: 10_000, person }),
      payment('mutual-aid', '2026-04-10', 15_000),
    ]);
    expect(await fund()).toEqual({
      ...{ fund: 'mutual-aid', balance: '550.00', payable: '250.00', receivable: '200.00' },
    });
    expect((await office.relief('audit', 'verify')).code).toBe(0);
  });
});

describe('a fund', () => {
  it("shows where a year's money came from, and its budget", async () => {
    await deposit('1000.00', '2025-12-31');
    await deposit('500.00', '2026-01-01');
    await bookEntries(office, [approval('mutual-aid', '2026-04-02', { amount: 20_000 })]);
    await office.done('fund', 'budget', 'mutual-aid', '--year', '2026', '--amount', '300');
    expect(await office.json('fund', 'show', 'mutual-aid')).toMatchObject({
      ...{ fund: 'mutual-aid', balance: '1500.00', payable: '200.00', receivable: '0.00' },
      ...{ loans: '0.00', available: '1300.00', year: 2026, sources: { 'source:union': '500.00' } },
      ...{ budget: '300.00', spent: '200.00', left: '100.00' },
    });
    expect(await office.json('fund', 'show', 'mutual-aid', '--year', '2025')).toMatchObject({
      ...{ sources: { 'source:union': '1000.00' }, budget: null, spent: '0.00', left: null },
    });
  });

  it('has a budget that is set, changed, shown, and noted once', async () => {
    const budget = (...more: string[]) =>
      office.json('fund', 'budget', 'serious-illness', '--year', '2026', ...more);
    expect(await budget()).toMatchObject({ budget: null, left: null });
    await budget('--amount', '4400000');
    await budget('--amount', '4400000.00');
    expect(await budget('--amount', '4500000')).toEqual({
      ...{ fund: 'serious-illness', year: 2026, budget: '4500000.00' },
      ...{ spent: '0.00', left: '4500000.00' },
    });
    const actions = await office.actions();
    expect(actions.filter((action) => action === 'fund.budget')).toHaveLength(2);
    expect((await office.relief('audit', 'verify')).code).toBe(0);
  });
});

describe('an opening balance', () => {
  const open = (amount: string, on: string) =>
    refused('fund', 'opening', 'mutual-aid', '--amount', amount, '--on', on);

  it('comes once, before everything else, and again when it was reversed', async () => {
    await deposit('10.00', '2026-02-01');
    expect(await open('1000', '2026-02-02')).toMatchObject({ code: 4 });
    expect(await open('1000', '2026-01-01')).toMatchObject({ code: 0 });
    const again = await open('2000', '2026-01-01');
    expect([again.code, again.err]).toEqual([4, expect.stringContaining('ledger reverse 2')]);
    await office.done('ledger', 'reverse', '2', '--reason', '金额录错');
    expect(await open('2000', '2026-01-31')).toMatchObject({ code: 0 });
    expect(await fund()).toMatchObject({ balance: '2010.00' });
  });

  it('leaves nothing to be booked before it', async () => {
    await open('1000', '2026-01-01');
    const before = await refused(
      ...['fund', 'deposit', 'mutual-aid', '--source', 'union', '--amount', '5'],
      ...['--on', '2025-12-31'],
    );
    expect([before.code, before.err]).toEqual([4, expect.stringContaining('begin on 2026-01-01')]);
  });
});

describe('a statement', () => {
  const statement = (...options: string[]) =>
    office.json<StatementJson[]>('fund', 'statement', 'mutual-aid', ...options);

  it('runs from what is brought forward to what is carried forward, by day', async () => {
    await deposit('300.00', '2026-03-01');
    await deposit('100.00', '2026-01-05');
    await bookEntries(office, [
      approval('mutual-aid', '2026-04-02', { amount: 5_000 }),
      payment('mutual-aid', '2026-04-10', 5_000),
    ]);
    const rows = await statement();
    expect(
      rows.map((row) => [row.on, row.cause, row.in, row.out, row.balance, row.payable]),
    ).toEqual([
      [null, 'brought-forward', null, null, '0.00', '0.00'],
      ['2026-01-05', 'deposit', '100.00', null, '100.00', '0.00'],
      ['2026-03-01', 'deposit', '300.00', null, '400.00', '0.00'],
      ['2026-04-02', 'batch-approved', null, null, '400.00', '50.00'],
      ['2026-04-10', 'batch-paid', null, '50.00', '350.00', '0.00'],
      ['2026-07-01', 'carried-forward', null, null, '350.00', '0.00'],
    ]);
    const part = await statement('--from', '2026-03-01', '--to', '2026-04-02');
    expect(part.map((row) => [row.on, row.balance])).toEqual([
      ...[
        ['2026-03-01', '100.00'],
        ['2026-03-01', '400.00'],
      ],
      ...[
        ['2026-04-02', '400.00'],
        ['2026-04-02', '400.00'],
      ],
    ]);
  });

  it('is the same page by page', async () => {
    for (let month = 1; month <= 6; month += 1) await deposit(`${month}`, `2026-0${month}-01`);
    const whole = await statement();
    expect(whole).toHaveLength(8);
    for (const limit of [1, 2, 3, 7, 8, 9]) {
      const paged: StatementJson[] = [];
      for (let page = 1; page <= 9; page += 1) {
        paged.push(...(await statement('--limit', `${limit}`, '--page', `${page}`)));
      }
      expect(paged, `${limit} rows a page`).toEqual(whole);
    }
  });
});

describe('what is outstanding', () => {
  const outstanding = (...options: string[]) => office.json('fund', 'outstanding', ...options);

  it('is listed by person with its age, first in first out, without what was reversed', async () => {
    const [one, two] = [await personId(office, '000001'), await personId(office, '000002')];
    await deposit('5000.00', '2026-01-05');
    await bookEntries(office, [
      advance('mutual-aid', two, '2026-02-01', 50_000),
      advance('mutual-aid', two, '2026-05-01', 20_000),
      advance('school', one, '2026-06-01', 10_000),
    ]);
    await office.done(
      ...['fund', 'repay', 'mutual-aid', '--person', '000002', '--amount', '500'],
      ...['--on', '2026-06-01'],
    );
    expect(await outstanding()).toEqual([
      {
        ...{ employee_no: '000001', name: '王建1', fund: 'school' },
        ...{ amount: '100.00', since: '2026-06-01', days: 30 },
      },
      {
        ...{ employee_no: '000002', name: '王建2', fund: 'mutual-aid' },
        ...{ amount: '200.00', since: '2026-05-01', days: 61 },
      },
    ]);
    await office.done('ledger', 'reverse', '5', '--reason', '退款录错');
    expect(await outstanding('--fund', 'mutual-aid')).toEqual([
      expect.objectContaining({ amount: '700.00', since: '2026-02-01' }),
    ]);
  });

  it('is paid back in cash, never more than it is, nor before it was', async () => {
    const one = await personId(office, '000001');
    await deposit('500.00', '2026-01-05');
    await bookEntries(office, [advance('mutual-aid', one, '2026-02-01', 10_000)]);
    const repay = (amount: string, on: string, no = '000001') =>
      refused('fund', 'repay', 'mutual-aid', '--person', no, '--amount', amount, '--on', on);
    expect((await repay('100.01', '2026-03-01')).err).toContain('100.01 is more than that');
    expect((await repay('50', '2026-01-31')).err).toContain('began on 2026-02-01');
    expect((await repay('50', '2026-03-01', '000002')).err).toContain('owes the');
    expect((await repay('50', '2026-07-02')).code).toBe(3);
    expect(await repay('60', '2026-03-01')).toMatchObject({ code: 0 });
    expect((await repay('40.01', '2026-03-02')).code).toBe(4);
    expect(await repay('40', '2026-03-02')).toMatchObject({ code: 0 });
    expect(await fund()).toMatchObject({ balance: '500.00', receivable: '0.00' });
    expect(await outstanding()).toEqual([]);
  });
});

describe('a reversal', () => {
  it('links to its entry, once, and never takes what is promised', async () => {
    await office.done('policy', 'use', plainPolicy({ shortfall: 'refuse' }), '--yes');
    await deposit('100.00', '2026-01-05');
    await deposit('50.00', '2026-01-06');
    await bookEntries(office, [approval('mutual-aid', '2026-04-02', { amount: 12_000 })]);
    const reverse = (id: string) => refused('ledger', 'reverse', id, '--reason', '录错');
    const short = await reverse('2');
    expect([short.code, short.err]).toEqual([4, expect.stringContaining('20.00 yuan are missing')]);
    await deposit('20.00', '2026-06-01');
    expect((await reverse('2')).code).toBe(0);
    expect((await reverse('2')).err).toContain('taken back already, by entry 5');
    expect((await reverse('5')).err).toContain('itself a reversal');
    expect((await reverse('3')).err).toContain('relief claim annul');
    expect(await office.json('ledger', 'show', '5')).toMatchObject({
      ...{ cause: 'reversal', memo: '录错', reverses: 2, reversed_by: null },
      postings: [
        { account: 'cash', employee_no: null, debit: null, credit: '50.00' },
        { account: 'source:union', employee_no: null, debit: '50.00', credit: null },
      ],
    });
    expect(await office.json('ledger', 'show', '2')).toMatchObject({ reversed_by: 5 });
    expect(await fund()).toMatchObject({ balance: '120.00', payable: '120.00' });
  });
});

it('a fund that is short already bears what takes nothing from it', async () => {
  await deposit('100.00', '2026-01-05');
  await bookEntries(office, [approval('mutual-aid', '2026-04-02', { amount: 12_000 })]);
  await office.done('policy', 'use', plainPolicy({ shortfall: 'refuse' }), '--yes');
  const { session } = office.session();
  const { query } = await session.database();
  await mustBear(query, 'mutual-aid', 0, '2026-05-01');
  await mustBear(query, 'mutual-aid', -500, '2026-05-01');
  await expect(mustBear(query, 'mutual-aid', 1, '2026-05-01')).rejects.toThrow(Failure);
  await session.close();
});

it('a batch is computed anew when a repayment was booked or taken back since', async () => {
  const one = await personId(office, '000001');
  await deposit('5000.00', '2026-01-05');
  await bookEntries(office, [advance('mutual-aid', one, '2026-02-01', 30_000)]);
  await office.bring('hospital', ['name,designated', '晋岭总医院,yes']);
  await office.bring('enrolment', ['employee_no,from_year,to_year', '000001,2026,']);
  await office.bring('claim', [
    'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on',
    '000001,inpatient,ZY-1,2026-04-15,晋岭总医院,9000,5000,3000,2026-05-01',
  ]);
  const settled = async () => {
    const { payable } = await office.json<{ payable: string }>('settle', '--quarter', '2026Q2');
    return payable;
  };
  const approved = () => refused('batch', 'approve', '2026Q2-1', '--as', '陈秀英');
  expect(await settled()).toBe('700.00');
  await office.done('fund', 'repay', 'mutual-aid', '--person', '000001', '--amount', '200');
  expect(await approved()).toMatchObject({ code: 4, err: expect.stringContaining('repayment') });
  expect(await settled()).toBe('900.00');
  const [latest] = await office.json<{ entry: number }[]>('ledger', 'list', '--cause', 'repayment');
  await office.done('ledger', 'reverse', String(latest?.entry), '--reason', '退款录错');
  expect(await approved()).toMatchObject({ code: 4, err: expect.stringContaining('reversed') });
  expect(await settled()).toBe('700.00');
});

describe('the list of entries', () => {
  it('is narrowed by fund, cause, key, day and person', async () => {
    const one = await personId(office, '000001');
    await deposit('100.00', '2026-01-05');
    await office.done(
      ...['fund', 'deposit', 'school', '--source', 'donation', '--donor', '王建国'],
      ...['--amount', '5', '--on', '2026-02-01'],
    );
    await bookEntries(office, [advance('mutual-aid', one, '2026-03-01', 1_000)]);
    await office.bring('enrolment', [
      'employee_no,from_year,to_year',
      '000001,2026,',
      '000002,2025,',
    ]);
    const ids = async (...options: string[]) =>
      (await office.json<{ entry: number }[]>('ledger', 'list', ...options)).map(
        (one) => one.entry,
      );
    expect(await ids()).toEqual([5, 4, 3, 2, 1]);
    expect(await ids('--fund', 'school')).toEqual([2]);
    expect(await ids('--cause', 'dues')).toEqual([5, 4]);
    expect(await ids('--key', '王建国')).toEqual([2]);
    expect(await ids('--from', '2026-02-01', '--to', '2026-03-01')).toEqual([3, 2]);
    expect(await ids('--person', '000001')).toEqual([4, 3]);
    expect(await ids('--limit', '2', '--page', '2')).toEqual([3, 2]);
  });
});

describe('what is wrong', () => {
  const into = (fundCode: string, ...more: string[]) => ['fund', 'deposit', fundCode, ...more];
  const union = ['--source', 'union'];
  it.each([
    ['a fund that does not exist', into('mutal-aid', ...union, '--amount', '1'), 3, /mutual-aid/],
    ['an amount of zero', into('school', ...union, '--amount', '0'), 3, /more than zero/],
    ['one below zero', into('school', ...union, '--amount=-5'), 3, /more than zero/],
    ['a source unknown', into('school', '--source', 'unoin', '--amount', '1'), 3, /union/],
    [
      'a day in the future',
      into('school', ...union, '--amount', '1', '--on', '2026-07-02'),
      3,
      /future/,
    ],
    ['a missing source', into('school', '--amount', '1'), 2, /--source/],
    ['a statement backwards', 'fund statement school --from 2026-02-01 --to 2026-01-01', 2, /end/],
    ['an entry that is not there', 'ledger show 7', 3, /nothing is booked/],
    ['what is no entry', 'ledger show seven', 3, /no number/],
    ['a page of no rows', 'ledger list --limit 0', 2, /--limit: 0 is too small/],
    ['a page that is none', 'ledger list --page 0', 2, /--page: 0 is too small/],
    ['a fund to list unknown', 'ledger list --fund scool', 2, /school/],
    ['a person unknown', 'fund repay school --person 000003 --amount 1', 3, /no employee/],
  ])('%s is refused and told', async (_what, argv, code, reason) => {
    const ran = await refused(...(typeof argv === 'string' ? argv.split(' ') : argv));
    expect([ran.code, ran.err]).toEqual([code, expect.stringMatching(reason)]);
    expect(await office.look((query) => query.selectFrom('entry').selectAll().execute())).toEqual(
      [],
    );
  });
});
