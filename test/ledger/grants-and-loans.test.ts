import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Office } from '../office.ts';
import { officeOfUnits, peopleHeading, personLine } from '../people/people.ts';
import {
  bookEntries,
  type FundJson,
  type GrantIn,
  grantApproved,
  grantPaid,
  grantWithdrawn,
  loanApproved,
  loanEnds,
  loanPaid,
  personId,
  type StatementJson,
} from './books.ts';

// The office's day is 2026-07-01.
let office: Office;
let person: number;
beforeEach(async () => {
  office = await officeOfUnits();
  await office.bring('person', [peopleHeading, personLine(1), personLine(2)]);
  person = await personId(office, '000001');
  for (const fund of ['school', 'start-up']) {
    await office.done(
      ...['fund', 'deposit', fund, '--source', 'union', '--amount', '90000', '--on', '2026-01-05'],
    );
  }
});
afterEach(() => office.close());

const school = (on: string, amount: number, key = '1'): GrantIn => ({
  ...{ fund: 'school', key, on, amount },
});
const loan = (on: string, amount: number): GrantIn => ({ fund: 'start-up', key: '7', on, amount });
const listed = async (code: string) =>
  (await office.json<FundJson[]>('fund', 'list')).find((one) => one.fund === code);
const shown = (code: string) => office.json('fund', 'show', code);

describe('a grant in the books', () => {
  it('is promised, then paid, and counts as spent from its approval on', async () => {
    await bookEntries(office, [grantApproved(school('2026-03-01', 100_000))]);
    expect(await shown('school')).toMatchObject({
      ...{ balance: '90000.00', payable: '1000.00', available: '89000.00', spent: '1000.00' },
    });
    await bookEntries(office, [grantPaid(school('2026-03-05', 100_000))]);
    expect(await shown('school')).toMatchObject({
      ...{ balance: '89000.00', payable: '0.00', receivable: '0.00', spent: '1000.00' },
    });
    const rows = await office.json<StatementJson[]>('fund', 'statement', 'school');
    expect(rows.map(({ cause, out, balance, payable }) => [cause, out, balance, payable])).toEqual([
      ['brought-forward', null, '0.00', '0.00'],
      ['deposit', null, '90000.00', '0.00'],
      ['grant-approved', null, '90000.00', '1000.00'],
      ['grant-paid', '1000.00', '89000.00', '0.00'],
      ['carried-forward', null, '89000.00', '0.00'],
    ]);
  });

  it('taken back before it was paid leaves nothing spent', async () => {
    await bookEntries(office, [
      grantApproved(school('2026-03-01', 100_000)),
      grantWithdrawn(school('2026-03-02', 100_000)),
    ]);
    expect(await shown('school')).toMatchObject({
      ...{ balance: '90000.00', payable: '0.00', receivable: '0.00', spent: '0.00' },
    });
  });

  it('taken back after it was paid is owed by the person, and comes back as a repayment', async () => {
    await bookEntries(office, [
      grantApproved(school('2026-03-01', 100_000)),
      grantPaid(school('2026-03-05', 100_000)),
      grantWithdrawn(school('2026-04-01', 100_000), person),
    ]);
    expect(await listed('school')).toMatchObject({ balance: '89000.00', receivable: '1000.00' });
    expect(await office.json('fund', 'outstanding')).toEqual([
      {
        ...{ employee_no: '000001', name: '王建1', fund: 'school', amount: '1000.00' },
        ...{ since: '2026-04-01', days: 91 },
      },
    ]);
    // No batch pays out of this fund, so that nothing can be held back.
    expect(await office.done('explain', 'person', '000001')).toContain('relief fund repay school');
    await office.done(
      ...'fund repay school --person 000001 --amount 400 --on 2026-05-01'.split(' '),
    );
    expect(await listed('school')).toMatchObject({ balance: '89400.00', receivable: '600.00' });
  });

  it('counts against the budget', async () => {
    await office.done('fund', 'budget', 'school', '--year', '2026', '--amount', '1500');
    await bookEntries(office, [
      grantApproved(school('2026-03-01', 100_000)),
      grantApproved(school('2026-03-01', 60_000, '2')),
    ]);
    expect(await office.json('fund', 'budget', 'school')).toEqual({
      ...{ fund: 'school', year: 2026, budget: '1500.00', spent: '1600.00', left: '-100.00' },
    });
  });
});

describe('a loan in the books', () => {
  it('is promised, lent and repaid without being spent', async () => {
    await bookEntries(office, [loanApproved(loan('2026-02-01', 2_400_000))]);
    expect(await shown('start-up')).toMatchObject({
      ...{ balance: '90000.00', payable: '24000.00', receivable: '0.00', loans: '0.00' },
      ...{ available: '66000.00', spent: '0.00' },
    });
    await bookEntries(office, [
      loanPaid(loan('2026-02-05', 2_400_000), person),
      loanEnds('loan-repayment', loan('2026-03-05', 100_000), person),
    ]);
    expect(await shown('start-up')).toMatchObject({
      ...{ balance: '67000.00', payable: '0.00', receivable: '23000.00', loans: '23000.00' },
      ...{ available: '67000.00', spent: '0.00' },
    });
    expect(await office.json('fund', 'outstanding')).toEqual([]);
  });

  it('given up is spent, and owed no more', async () => {
    await bookEntries(office, [
      loanApproved(loan('2026-02-01', 2_400_000)),
      loanPaid(loan('2026-02-05', 2_400_000), person),
      loanEnds('write-off', loan('2026-06-30', 2_400_000), person),
    ]);
    expect(await shown('start-up')).toMatchObject({
      ...{ balance: '66000.00', payable: '0.00', receivable: '0.00', loans: '0.00' },
      ...{ spent: '24000.00' },
    });
  });
});

describe('entries of grants and loans', () => {
  beforeEach(() =>
    bookEntries(office, [
      grantApproved(school('2026-03-01', 100_000)),
      loanApproved(loan('2026-02-01', 2_400_000)),
      loanPaid(loan('2026-02-05', 2_400_000), person),
      loanEnds('loan-repayment', loan('2026-03-05', 100_000), person),
      loanEnds('write-off', loan('2026-06-30', 2_300_000), person),
    ]),
  );

  it('read in words, in both languages', async () => {
    const zh = (...argv: string[]) => office.done(...argv, '--lang', 'zh');
    expect(await zh('ledger', 'show', '3')).toMatch(/救助批准[\s\S]*救助支出—救助金[\s\S]*应付/);
    expect(await zh('ledger', 'show', '5')).toMatch(/周转金借款[\s\S]*已批准待发放借款/);
    expect(await zh('ledger', 'show', '7')).toContain('借款核销损失');
    expect(await office.done('ledger', 'list')).toMatch(
      /loan written off[\s\S]*loan repaid[\s\S]*grant paid[\s\S]*grant approved/,
    );
  });

  it('are found by their grant, and by the person', async () => {
    const ids = async (...options: string[]) =>
      (await office.json<{ entry: number }[]>('ledger', 'list', ...options)).map(
        ({ entry }) => entry,
      );
    expect(await ids('--key', '7')).toEqual([7, 6, 5, 4]);
    expect(await ids('--cause', 'grant-approved')).toEqual([4, 3]);
    expect(await ids('--person', '000001')).toEqual([7, 6, 5]);
    await office.look((query) =>
      sql`INSERT INTO aid_grant (id, fund, person_id, unit_id, at_unit_id, amount, purpose, urgent, state,
          applied_on, applied_by, seal)
        VALUES (1, 'school', ${person}, 1, 1, 100000, '入学', 0, 'approved', '2026-02-20', '李红', 0)`.execute(
        query,
      ),
    );
    expect(await ids('--person', '000001')).toEqual([7, 6, 5, 3]);
  });

  it.each([
    [3, /relief grant withdraw 1/],
    [5, /relief grant withdraw 7/],
    [6, /relief loan correct 7/],
    [7, /relief loan show 7/],
  ])('are not reversed, but mended where they were made: %s', async (entry, instead) => {
    const ran = await office.relief('ledger', 'reverse', String(entry), '--reason', '录错');
    expect([ran.code, ran.err]).toEqual([4, expect.stringMatching(instead)]);
  });
});
