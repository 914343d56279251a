import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Fault } from '../../src/core/failure.ts';
import { render } from '../../src/core/language.ts';
import { balances, cashOf, sides } from '../../src/ledger/entry.ts';
import {
  checkDeposit,
  type Movement,
  outstandingSince,
  parseSum,
  whyNoOpening,
  whyNotOn,
} from '../../src/ledger/fund/fund.ts';
import { hledgerAccount, journalText } from '../../src/ledger/journal/hledger.ts';
import {
  type BookedEntry,
  reversalOf,
  sumOf,
  whyNotReversed,
} from '../../src/ledger/journal/reversal.ts';
import {
  type DuesGroup,
  duesEntry,
  duesOf,
  duesReturn,
} from '../../src/mutual-aid/enrolment/dues.ts';
import type { Policy } from '../../src/policy/policy.ts';

const runs = { numRuns: 1_000 };
const fen = fc.integer({ min: 0, max: 1_000_000 });
const dues = fc.record({ member: fen, unit: fen, group: fen });
const day = fc
  .integer({ min: 0, max: 2_000 })
  .map((days) => new Date(Date.UTC(2022, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

const textOf = (value: unknown) => (value instanceof Fault ? render(value.said, 'en') : value);

describe('an amount to be booked', () => {
  it.each([
    ['0', /more than zero/],
    ['0.00', /more than zero/],
    ['-5', /more than zero/],
    ['－5', /more than zero/],
    ['1.234', /two decimals/],
    ['many', /not an amount/],
  ])('%s is refused', (text, reason) => {
    expect(textOf(parseSum(text))).toMatch(reason);
  });

  it('is yuan', () => expect(parseSum('1,234.50')).toBe(123_450));
});

describe('a deposit', () => {
  const today = '2026-10-08';
  const deposit = { source: 'union', amount: 1, on: null, donor: null, memo: null } as const;
  const faults = (fund: string, more: object) =>
    checkDeposit(fund, { ...deposit, ...more }, today).map((said) => render(said, 'en'));

  it('is right on any day up to today', () => {
    expect(faults('mutual-aid', {})).toEqual([]);
    expect(faults('mutual-aid', { on: today })).toEqual([]);
  });

  it.each([
    ['a day in the future', 'mutual-aid', { on: '2026-10-09' }, /future/],
    ['a donor of what is no donation', 'mutual-aid', { donor: '王建国' }, /--source donation/],
    [
      'the insurance allocation elsewhere',
      'mutual-aid',
      { source: 'supplementary-insurance' },
      /serious illness fund alone/,
    ],
  ])('is refused with %s', (_what, fund, more, reason) => {
    expect(faults(fund, more)).toEqual([expect.stringMatching(reason)]);
  });

  it('may be the insurance allocation into serious illness, or a donation with its donor', () => {
    expect(faults('serious-illness', { source: 'supplementary-insurance' })).toEqual([]);
    expect(faults('school', { source: 'donation', donor: '王建国' })).toEqual([]);
  });
});

describe('an opening balance', () => {
  const first = { id: 3, on: '2026-02-01' };
  const opening = { id: 1, on: '2026-01-01' };
  const school = { en: 'school aid', zh: '中小学助学金' };

  it('comes once, and before all other entries', () => {
    expect(whyNoOpening(school, '2026-02-01', { opening: undefined, first })).toBeUndefined();
    expect(whyNoOpening(school, '2026-02-02', { opening: undefined, first })).toBeDefined();
    expect(whyNoOpening(school, '2026-01-01', { opening, first: undefined })).toBeDefined();
  });

  it('has nothing before it', () => {
    expect(whyNotOn(school, '2025-12-31', { opening, first })).toBeDefined();
    expect(whyNotOn(school, '2026-01-01', { opening, first })).toBeUndefined();
    expect(whyNotOn(school, '1999-01-01', { opening: undefined, first })).toBeUndefined();
  });
});

describe('what is outstanding', () => {
  const since = (...movements: readonly (readonly [on: string, amount: number])[]) =>
    outstandingSince(movements.map(([on, amount]): Movement => ({ on, amount })));

  it('is offset first in, first out', () => {
    expect(since(['2026-01-01', 100], ['2026-03-01', 50], ['2026-04-01', -40])).toBe('2026-01-01');
    expect(since(['2026-01-01', 100], ['2026-03-01', 50], ['2026-04-01', -100])).toBe('2026-03-01');
    expect(since(['2026-01-01', 100], ['2026-04-01', -100])).toBeUndefined();
    expect(since(['2026-01-01', -10], ['2026-02-01', 10], ['2026-03-01', 5])).toBe('2026-03-01');
  });

  it('has the day that paying off lot by lot leaves', () => {
    const movements = fc.array(
      fc.record({ on: day, amount: fc.integer({ min: -500, max: 500 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(movements, (moved) => {
        const inOrder = [...moved].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
        let credit = inOrder.reduce((sum, { amount }) => sum + Math.max(0, -amount), 0);
        const lots = inOrder.filter(({ amount }) => amount > 0).map((lot) => ({ ...lot }));
        while (credit > 0 && lots[0]) {
          const paid = Math.min(credit, lots[0].amount);
          credit -= paid;
          lots[0].amount -= paid;
          if (lots[0].amount === 0) lots.shift();
        }
        expect(outstandingSince(inOrder)).toBe(lots[0]?.on);
        const owed = moved.reduce((sum, { amount }) => sum + amount, 0);
        expect(outstandingSince(inOrder) !== undefined).toBe(owed > 0);
      }),
      runs,
    );
  });
});

describe('dues', () => {
  const policy = {
    versions: [
      { in_force_from: '2006-01-01', dues: { member: 1000, unit: 500, group: 500 } },
      { in_force_from: '2020-01-01', dues: { member: 2000, unit: 500, group: 1000 } },
    ],
  } as unknown as Policy;

  it('are those of the version in force in their year', () => {
    expect(duesOf(policy, 2005)).toBeUndefined();
    expect(duesOf(policy, 2019)?.member).toBe(1000);
    expect(duesOf(policy, 2020)?.member).toBe(2000);
  });

  it('begin with the year they are booked from', () => {
    expect(duesOf(policy, 2025, 2026)).toBeUndefined();
    expect(duesOf(policy, 2026, 2026)).toBeDefined();
  });

  test('each entry balances, and what was booked goes back person by person to the last fen', () => {
    fc.assert(
      fc.property(dues, fc.integer({ min: 1, max: 40 }), (rates, members) => {
        const group: DuesGroup = { id: 7, key: 'M1 2026', dues: rates, members };
        const entry = duesEntry(group, '2026-01-05', '');
        expect(balances(entry)).toBe(true);
        expect(cashOf([entry])).toBe((rates.member + rates.unit + rates.group) * members);
        let held = entry.postings.map(({ account, amount }) => ({ account, amount }));
        for (let left = members; left > 0; left -= 1) {
          const back = duesReturn(
            { entry: 7, members: left, accounts: held },
            1,
            '2026-02-01',
            '录错',
          );
          expect(balances(back)).toBe(true);
          expect(-cashOf([back])).toBe(rates.member + rates.unit + rates.group);
          held = held.map(({ account, amount }) => {
            const returned = back.postings.find((one) => one.account === account)?.amount ?? 0;
            return { account, amount: amount + returned };
          });
        }
        expect(sides(held)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a reversal', () => {
  const booked: BookedEntry = {
    ...{ id: 5, fund: 'mutual-aid', on: '2026-01-05', cause: 'deposit', key: '', memo: '' },
    ...{ operator: 'wang', reverses: null, reversed_by: null, postings: [] },
  };

  it('is of what a person booked, and once', () => {
    for (const cause of ['opening', 'deposit', 'repayment'] as const)
      expect(whyNotReversed({ ...booked, cause }, booked.on)).toBeUndefined();
    expect(whyNotReversed({ ...booked, reversed_by: 9 }, booked.on)).toBeDefined();
    expect(whyNotReversed(booked, '2026-01-04')).toBeDefined();
  });

  it.each([
    ['reversal', /itself a reversal/],
    ['dues', /enrolment remove/],
    ['dues-returned', /enrolment add/],
    ['advance', /fund repay/],
    ['batch-approved', /claim annul/],
    ['batch-paid', /claim annul/],
    ['grant-approved', /grant withdraw/],
    ['grant-paid', /grant withdraw/],
    ['grant-withdrawn', /grant apply/],
    ['loan-repayment', /loan correct/],
    ['write-off', /loan show/],
  ] as const)('of %s is refused, with what to do instead', (cause, instead) => {
    const why = whyNotReversed({ ...booked, cause }, '2026-10-08');
    expect(why && render(why, 'en')).toMatch(instead);
  });

  it('balances, and leaves nothing of the entry', () => {
    const postings = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 6 });
    fc.assert(
      fc.property(postings, (amounts) => {
        const rest = -amounts.reduce((sum, amount) => sum + amount, 0);
        const sidesOf = [...amounts, rest].map((amount) => ({
          ...{ account: 'cash' as const, amount, person_id: null, employee_no: null, name: null },
        }));
        const reversal = reversalOf({ ...booked, postings: sidesOf }, '2026-02-01', '录错');
        expect(balances(reversal)).toBe(true);
        expect(reversal.reverses).toBe(booked.id);
        expect(sumOf(sidesOf)).toBe(sumOf(reversal.postings));
        for (const [at, { amount }] of reversal.postings.entries())
          expect(amount + (sidesOf[at]?.amount ?? 0)).toBe(0);
      }),
      runs,
    );
  });
});

describe('the journal', () => {
  it('names accounts as a tree', () => {
    expect(hledgerAccount('cash', 'school')).toBe('assets:cash:school');
    expect(hledgerAccount('receivable', 'school')).toBe('assets:receivable:school');
    expect(hledgerAccount('payable', 'school')).toBe('liabilities:payable:school');
    expect(hledgerAccount('opening', 'school')).toBe('equity:opening:school');
    expect(hledgerAccount('dues:member', 'mutual-aid')).toBe('income:dues:member:mutual-aid');
    expect(hledgerAccount('source:union', 'school')).toBe('income:union:school');
    expect(hledgerAccount('grant', 'school')).toBe('expenses:grant:school');
    expect(hledgerAccount('loan', 'start-up')).toBe('assets:loan:start-up');
    expect(hledgerAccount('loan-approved', 'start-up')).toBe('assets:loan-approved:start-up');
    expect(hledgerAccount('written-off', 'start-up')).toBe('expenses:written-off:start-up');
    expect(hledgerAccount('benefit:subsidy', 'mutual-aid')).toBe('expenses:subsidy:mutual-aid');
  });

  it('has no text with a sign that hledger reads something into', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(journalText(text)).not.toMatch(/[;|:[\]\n\r\t]|^\s|\s$|\s\s/);
      }),
      runs,
    );
  });
});
