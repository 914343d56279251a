import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewEntry } from '../../src/ledger/entry.ts';
import { causes } from '../../src/ledger/origins.ts';
import type { Office } from '../office.ts';
import { officeOfUnits, peopleHeading, personLine } from '../people/people.ts';
import {
  advance,
  approval,
  bookEntries,
  type FundJson,
  grantApproved,
  grantPaid,
  grantWithdrawn,
  loanApproved,
  loanEnds,
  loanPaid,
  payment,
  personId,
} from './books.ts';

const hasHledger = spawnSync('hledger', ['--version']).status === 0;

let office: Office;
beforeEach(async () => {
  office = await officeOfUnits();
  await office.bring('person', [
    peopleHeading,
    personLine(1, { name: '王;建|国 date:2026-13-45 [2026/99]' }),
    personLine(2),
  ]);
});
afterEach(() => office.close());

/** Asks hledger about a journal. @returns what it says */
function hledger(file: string, ...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync('hledger', ['-f', file, ...argv], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

/** The balances hledger works out, by account, in yuan. */
function hledgerBalances(file: string): Map<string, string> {
  const csv = hledger(file, 'balance', '--flat', '--empty', '--no-total', '-O', 'csv');
  const lines = csv.trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [account = '', amount = ''] = line.replaceAll('"', '').split(',');
      return [account, amount === '0' ? '0.00' : amount.replace(' CNY', '')];
    }),
  );
}

const negated = (yuan = '0.00') =>
  yuan === '0.00' ? yuan : yuan.startsWith('-') ? yuan.slice(1) : `-${yuan}`;

/** What some accounts come to, in yuan. */
function sumOf(balances: ReadonlyMap<string, string>, accounts: readonly string[]): string {
  const fen = accounts.map((account) => Math.round(Number(balances.get(account) ?? 0) * 100));
  return (fen.reduce((sum, one) => sum + one, 0) / 100).toFixed(2);
}

/** Exports the books, has hledger check them in every way, and compares its balances with the program's. */
async function checkWithHledger(fund?: string): Promise<void> {
  const file = join(office.folder, 'books.journal');
  await office.done('ledger', 'export', '--to', file, ...(fund ? ['--fund', fund] : []));
  if (!hasHledger) return;
  const checks = ['accounts', 'commodities', 'ordereddates', 'payees'];
  hledger(file, 'check', '--strict', ...checks);
  const balances = hledgerBalances(file);
  for (const one of await office.json<FundJson[]>('fund', 'list')) {
    if (fund && one.fund !== fund) continue;
    expect(
      [
        balances.get(`assets:cash:${one.fund}`) ?? '0.00',
        negated(balances.get(`liabilities:payable:${one.fund}`)),
        sumOf(balances, [`assets:receivable:${one.fund}`, `assets:loan:${one.fund}`]),
      ],
      one.fund,
    ).toEqual([one.balance, one.payable, one.receivable]);
  }
}

describe('the journal', () => {
  it('of everything that can happen to a fund is what hledger makes of it', async () => {
    const one = await personId(office, '000001');
    const loan = { fund: 'start-up', key: '3' };
    await office.done(...'fund opening mutual-aid --amount 1250000 --on 2026-01-01'.split(' '));
    await office.done(
      ...['fund', 'deposit', 'mutual-aid', '--source', 'donation', '--amount', '0.01'],
      ...['--donor', '2026-01-01 * 王;建|国', '--memo', 'date:2026-99-99 [2026/99/99] ; = (x) ! "'],
    );
    await office.bring('enrolment', ['employee_no,from_year,to_year', '000001,2016,2026']);
    await office.done('enrolment', 'remove', '000001', '--year', '2020', '--reason', '录;错|了');
    await bookEntries(office, [
      advance('mutual-aid', one, '2026-02-01', 30_001),
      approval('mutual-aid', '2026-04-02', { amount: 50_003, offset: 10_000, person: one }),
      payment('mutual-aid', '2026-04-10', 40_003),
      approval('serious-illness', '2026-04-02', { amount: 1 }),
      { ...approval('school', '2026-05-01', { amount: 0 }), memo: '没有金额' },
      grantApproved({ fund: 'school', key: '1', on: '2026-03-01', amount: 100_001 }),
      grantPaid({ fund: 'school', key: '1', on: '2026-03-02', amount: 100_001 }),
      grantWithdrawn({ fund: 'school', key: '1', on: '2026-03-03', amount: 100_001 }, one),
      grantApproved({ fund: 'school', key: '2', on: '2026-03-01', amount: 7 }),
      grantWithdrawn({ fund: 'school', key: '2', on: '2026-03-04', amount: 7 }),
      loanApproved({ ...loan, on: '2026-02-01', amount: 2_400_000 }),
      loanPaid({ ...loan, on: '2026-02-05', amount: 2_400_000 }, one),
      loanEnds('loan-repayment', { ...loan, on: '2026-03-05', amount: 99_999 }, one),
      loanEnds('write-off', { ...loan, on: '2026-06-05', amount: 1 }, one),
    ]);
    await office.done(
      ...'fund repay mutual-aid --person 000001 --amount 50.55 --on 2026-05-01'.split(' '),
    );
    await office.done('ledger', 'reverse', '2', '--reason', ';退|回:捐款');
    await checkWithHledger();
    await checkWithHledger('mutual-aid');
  });

  it('is empty where nothing was booked', () => checkWithHledger());

  it('goes to standard output as it goes to a file', async () => {
    await office.done(
      ...'fund deposit school --source union --amount 5 --on 2026-02-01'.split(' '),
    );
    const file = join(office.folder, 'school.journal');
    await office.done('ledger', 'export', '--to', file);
    expect(await office.done('ledger', 'export')).toBe(readFileSync(file, 'utf8'));
    expect(readFileSync(file, 'utf8')).toContain('2026-02-01 (1) deposit |\n');
  });

  it('as CSV has a row for each side, harmless to spreadsheets', async () => {
    await office.done(
      ...'fund deposit school --source union --amount 5 --on 2026-02-01 --memo =1+1'.split(' '),
    );
    expect(await office.done('ledger', 'export', '--format', 'csv')).toBe(
      [
        'entry,on,fund,cause,key,memo,operator,reverses,account,employee_no,debit,credit',
        "1,2026-02-01,school,deposit,,'=1+1,cron,,cash,,5.00,",
        "1,2026-02-01,school,deposit,,'=1+1,cron,,source:union,,,5.00",
        '',
      ].join('\n'),
    );
  });

  it('that cannot be written is told, in one line', async () => {
    const { code, err } = await office.relief('ledger', 'export', '--to', '/dev/null/journal');
    expect([code, err]).toEqual([4, expect.stringContaining('/dev/null/journal')]);
    expect(err.trim()).not.toContain('\n');
  });
});

const text = fc.string({
  unit: fc.constantFrom(...';|:[]()*!="=@ 2026-/.\n\t王　'),
  maxLength: 30,
});
const sum = fc.integer({ min: -90_000_000, max: 90_000_000 });
const account = fc.constantFrom(
  ...(['cash', 'payable', 'opening', 'dues:member', 'dues:unit', 'source:union'] as const),
  ...(['source:donation', 'benefit:subsidy', 'benefit:special-relief', 'receivable'] as const),
  ...(['grant', 'loan', 'loan-approved', 'written-off'] as const),
);
const entryOf = (person: number) =>
  fc
    .record({
      fund: fc.constantFrom('mutual-aid', 'school', 'serious-illness'),
      on: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
      cause: fc.constantFrom(...causes.map(({ code }) => code)),
      key: text,
      memo: text,
      postings: fc.array(fc.record({ account, amount: sum }), { minLength: 1, maxLength: 5 }),
    })
    .map(({ postings, ...entry }): NewEntry => {
      const rest = -postings.reduce((total, { amount }) => total + amount, 0);
      const sides = [...postings, { account: 'cash' as const, amount: rest }];
      return {
        ...entry,
        postings: sides.map((side) =>
          side.account === 'receivable' || side.account === 'loan' ? { ...side, person } : side,
        ),
      };
    });

describe('any books', () => {
  // 25 entries or so a history, 60 histories: 1,500 entries.
  it('are whole: the sum of their entries, the statement, and what hledger makes of them', async () => {
    const pristine = readFileSync(office.path);
    const person = await personId(office, '000001');
    await fc.assert(
      fc.asyncProperty(
        fc.array(entryOf(person), { minLength: 5, maxLength: 45 }),
        async (entries) => {
          writeFileSync(office.path, pristine);
          await bookEntries(office, entries);
          const cash = new Map<string, number>();
          for (const { fund, postings } of entries) {
            const moved = postings.filter((one) => one.account === 'cash');
            const total = moved.reduce((total, { amount }) => total + amount, 0);
            cash.set(fund, (cash.get(fund) ?? 0) + total);
          }
          for (const { fund, balance, payable } of await office.json<FundJson[]>('fund', 'list')) {
            expect(Math.round(Number(balance) * 100)).toBe(cash.get(fund) ?? 0);
            const rows = await office.json<FundJson[]>('fund', 'statement', fund);
            expect(rows.at(-1)).toMatchObject({ balance, payable });
          }
          await checkWithHledger();
        },
      ),
      { numRuns: 60, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true },
    );
  }, 120_000);
});
