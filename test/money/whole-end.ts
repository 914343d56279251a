import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { FundJson, StatementJson } from '../ledger/books.ts';
import { fenOf } from '../office.ts';
import { lends } from './help-history.ts';
import type { WholeHistory } from './whole-history.ts';

const hasHledger = spawnSync('hledger', ['--version']).status === 0;
const names = ['王建国', '李秀英', '张伟', '刘洋', '陈秀兰'];

/** What must hold at the end of a history: all that tells of the money says the same, and nothing was changed. */
export async function wholeEnds(history: WholeHistory): Promise<void> {
  await reportsAgree(history);
  await historiesAgree(history);
  await journalAgrees(history);
  const { office } = history;
  for (const { name, status } of await history.heads()) {
    if (status === 'void') continue;
    expect(await office.json('batch', 'verify', name)).toMatchObject({ holds: true });
  }
  expect(await office.json('audit', 'verify')).toMatchObject({ holds: true });
}

const told = <T>(history: WholeHistory, ...argv: string[]) =>
  history.office.json<T>(...argv, '--today', history.today);

const fens = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);

interface HelpJson {
  readonly fund?: string | null;
  readonly amount: string;
  readonly lent: string;
  readonly repaid: string;
  readonly written_off: string;
}

interface ReportJson {
  readonly rows: readonly HelpJson[];
  readonly total: HelpJson;
}

/** The years of a history, and the one before: the date of the computer is wrong at times. */
function yearsOf({ today }: WholeHistory): readonly string[] {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: last - 2024 }, (_, at) => String(2025 + at));
}

const sumsOf = ({ amount, lent, repaid, written_off }: HelpJson) =>
  [amount, lent, repaid, written_off].map(fenOf);

/** The years of the reports together say what was counted; each way of counting it comes to the same. */
async function reportsAgree(history: WholeHistory): Promise<void> {
  const sums = new Map<string, readonly number[]>();
  for (const year of yearsOf(history)) {
    const byFund = await told<ReportJson>(history, 'report', 'fund', '--year', year);
    for (const row of byFund.rows) {
      const before = sums.get(row.fund ?? '') ?? [0, 0, 0, 0];
      sums.set(
        row.fund ?? '',
        sumsOf(row).map((one, at) => one + (before[at] ?? 0)),
      );
    }
    const { total } = byFund;
    for (const by of ['unit', 'level', 'category']) {
      const other = await told<ReportJson>(history, 'report', by, '--year', year);
      expect([by, ...sumsOf(other.total)]).toEqual([by, ...sumsOf(total)]);
      const rows = other.rows.map(sumsOf);
      expect(sumsOf(total)).toEqual(
        [0, 1, 2, 3].map((at) => fens(rows.map((row) => row[at] ?? 0))),
      );
    }
  }
  for (const [fund, sum] of sums) {
    if (['', 'mutual-aid', 'serious-illness'].includes(fund)) continue;
    const grants = history.grants.filter((one) => one.fund === fund);
    const given = (...states: string[]) =>
      fens(grants.filter(({ state }) => states.includes(state)).map(({ amount }) => amount));
    const repaid = fens(grants.flatMap(({ repayments }) => [...repayments.values()]));
    const writtenOff = fens(grants.map((one) => one.writtenOff));
    const amounts = fund === lends ? [0, given('paid')] : [given('approved', 'paid'), 0];
    expect([fund, ...sum]).toEqual([fund, ...amounts, repaid, writtenOff]);
  }
}

interface EventJson {
  readonly what: string;
  readonly fund: string | null;
  readonly amount: string | null;
  readonly state: string | null;
  readonly of_whom: string;
}

/** Each person's history tells every grant and loan of theirs, with what came back. */
async function historiesAgree(history: WholeHistory): Promise<void> {
  for (const [at, no] of history.people.entries()) {
    const events = await told<EventJson[]>(history, 'person', 'history', no);
    const own = events.filter(({ of_whom }) => of_whom === names[at]);
    const given = own.filter(
      ({ what, state }) =>
        ['grant', 'loan'].includes(what) && ['approved', 'paid'].includes(state ?? ''),
    );
    const grants = history.grants.filter(
      ({ person, student, state }) =>
        person === at && student === null && ['approved', 'paid'].includes(state),
    );
    expect(given.map(({ fund, amount }) => `${fund} ${fenOf(amount ?? '')}`).sort()).toEqual(
      grants.map(({ fund, amount }) => `${fund} ${amount}`).sort(),
    );
    const sum = (what: string) =>
      fens(own.filter((one) => one.what === what).map(({ amount }) => fenOf(amount ?? '')));
    expect(sum('repayment')).toBe(
      fens(grants.flatMap(({ repayments }) => [...repayments.values()])),
    );
    expect(sum('write-off')).toBe(fens(grants.map(({ writtenOff }) => writtenOff)));
  }
}

/** The statements, and the journal as hledger reads it, end with what the funds have. */
async function journalAgrees(history: WholeHistory): Promise<void> {
  const { office } = history;
  const file = join(office.folder, 'books.journal');
  await office.done('ledger', 'export', '--to', file);
  const hledger = (...argv: string[]) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const ran = spawnSync('hledger', ['-f', file, ...argv], { encoding: 'utf8', env });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    return ran.stdout;
  };
  if (hasHledger) hledger('check', '--strict', 'accounts', 'commodities', 'ordereddates', 'payees');
  const csv = hasHledger ? hledger('balance', '--flat', '--empty', '--no-total', '-O', 'csv') : '';
  const balances = new Map(
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [account = '', amount = ''] = line.replaceAll('"', '').split(',');
        return [account, fenOf(amount.replace(' CNY', ''))];
      }),
  );
  for (const { fund, balance, payable, receivable } of await told<FundJson[]>(
    history,
    'fund',
    'list',
  )) {
    const rows = await told<StatementJson[]>(history, 'fund', 'statement', fund);
    const last = rows.at(-1);
    if (last) expect([fund, last.balance, last.payable]).toEqual([fund, balance, payable]);
    if (!hasHledger) continue;
    const on = (...accounts: string[]) =>
      fens(accounts.map((account) => balances.get(`${account}:${fund}`) ?? 0));
    expect([fund, on('assets:cash'), 0 - on('liabilities:payable')]).toEqual([
      fund,
      fenOf(balance),
      fenOf(payable),
    ]);
    expect(on('assets:receivable', 'assets:loan')).toBe(fenOf(receivable));
  }
}
