import { describe, expect, test } from 'vitest';
import { settlePerson } from '../../src/mutual-aid/settlement.ts';
import {
  accountOf,
  approved,
  benefit,
  claim,
  dues,
  person,
  policyOf,
  poorAndIll,
  recognition,
  rehabilitation,
  settleQuarters,
  subsidy,
  xishan,
  years,
  yuan,
} from './policy-fixture.ts';

/** One claim of 2026 with this self-pay. */
const selfPay = (amount: number, id = 1) => claim({ id, pool_self_pay: yuan(amount) });

describe('other schemes', () => {
  test('bands are marginal: each rate is for the part above its `over`, up to the next', () => {
    const tiered = benefit({
      name: 'tiered',
      bands: [
        { over: yuan(1_000), rate: 5_000 },
        { over: yuan(5_000), rate: 6_000 },
        { over: yuan(10_000), rate: 7_000 },
      ],
    });
    const at = (amount: number) =>
      accountOf(
        settlePerson(person({ claims: [selfPay(amount)] }), policyOf([tiered]), '2026Q1'),
        'tiered',
      );
    expect(at(900)).toMatchObject({ target: 0, rate: 5_000 });
    expect(at(5_000)).toMatchObject({ target: yuan(2_000), rate: 5_000 });
    expect(at(5_000.02)).toMatchObject({ target: yuan(2_000.01), rate: 6_000 });
    expect(at(12_000)).toMatchObject({ target: yuan(2_000 + 3_000 + 1_400), rate: 7_000 });
    expect(at(12_000).parts).toEqual([
      { over: yuan(1_000), part: yuan(4_000), rate: 5_000 },
      { over: yuan(5_000), part: yuan(5_000), rate: 6_000 },
      { over: yuan(10_000), part: yuan(2_000), rate: 7_000 },
    ]);
  });

  test('a target of several bands is rounded once', () => {
    const halves = benefit({
      name: 'halves',
      bands: [
        { over: 0, rate: 5_000 },
        { over: 1, rate: 5_001 },
      ],
    });
    const facts = person({ claims: [claim({ id: 1, pool_self_pay: 2 })] });
    expect(accountOf(settlePerson(facts, policyOf([halves]), '2026Q1'), 'halves').target).toBe(1);
  });

  test('per: quarter keeps an account for each quarter of service', () => {
    const quarterly = { ...subsidy, name: 'quarterly', per: 'quarter' as const };
    const claims = [
      claim({
        id: 1,
        service_date: '2026-03-31',
        received_on: '2026-04-20',
        pool_self_pay: yuan(1_500),
      }),
      claim({
        id: 2,
        service_date: '2026-04-01',
        received_on: '2026-04-20',
        pool_self_pay: yuan(1_500),
      }),
      claim({
        id: 3,
        service_date: '2026-06-30',
        received_on: '2026-07-20',
        pool_self_pay: yuan(700),
      }),
    ];
    const policy = policyOf([quarterly]);
    const { batches, facts } = settleQuarters(person({ claims }), policy, ['2026Q2', '2026Q3']);
    expect(batches.map(dues)).toEqual([
      { 'quarterly|2026Q1': yuan(250), 'quarterly|2026Q2': yuan(250) },
      { 'quarterly|2026Q2': yuan(350) },
    ]);
    const without = { ...facts, claims: facts.claims.filter(({ id }) => id !== 1) };
    expect(dues(settlePerson(without, policy, '2026Q4'))).toEqual({
      'quarterly|2026Q1': -yuan(250),
    });
  });

  test('per: quarter asks for a recognition within that quarter', () => {
    const quarterly = benefit({
      ...{ name: 'quarterly', per: 'quarter', needs: ['hardship'] },
      bands: [{ over: 0, rate: 5_000 }],
    });
    const claims = [
      claim({ id: 1, service_date: '2026-02-01', pool_self_pay: yuan(100) }),
      claim({ id: 2, service_date: '2026-05-01', pool_self_pay: yuan(100) }),
    ];
    const recognitions = [recognition('hardship', '2026-06-30', '2026-12-31')];
    const settled = settlePerson(person({ claims, recognitions }), policyOf([quarterly]), '2026Q2');
    expect(dues(settled)).toEqual({ 'quarterly|2026Q2': yuan(50) });
  });

  test('per: receipt pays each receipt by itself', () => {
    const each = { ...subsidy, name: 'each', per: 'receipt' as const, cap: yuan(600) };
    const claims = [800, 1_400, 9_000].map((amount, at) => selfPay(amount, at + 1));
    const policy = policyOf([each]);
    const first = settlePerson(person({ claims }), policy, '2026Q1');
    expect(dues(first)).toEqual({ 'each|2026-02-01#2': yuan(200), 'each|2026-02-01#3': yuan(600) });
    const after = approved(person({ claims }), first);
    expect(dues(settlePerson(after, policy, '2026Q2'))).toEqual({});
    const annulled = { ...after, claims: after.claims.slice(0, 2) };
    expect(dues(settlePerson(annulled, policy, '2026Q2'))).toEqual({
      'each|2026-02-01#3': -yuan(600),
    });
  });

  test('receipts: a benefit builds only on the types it names', () => {
    const stays = { ...subsidy, name: 'stays', receipts: ['inpatient'] };
    const claims = [
      selfPay(2_000),
      claim({ id: 2, receipt_type: 'special-exam', pool_self_pay: yuan(500) }),
    ];
    const settled = settlePerson(person({ claims }), policyOf([stays]), '2026Q1');
    expect(settled.taken).toEqual([1, 2]);
    expect(accountOf(settled, 'stays')).toMatchObject({ claims: [1], due: yuan(500) });
  });

  test('within two others: what both leave of the base', () => {
    const extra = benefit({ name: 'extra', bands: [{ over: 0, rate: 3_000 }] });
    const third = benefit({
      ...{ name: 'third', fund: 'serious-illness', bands: [{ over: 0, rate: 8_000 }] },
      within: { of: 'pool_self_pay', together_with: ['subsidy', 'extra'] },
    });
    const policy = policyOf([subsidy, extra, third]);
    const settled = settlePerson(person({ claims: [selfPay(5_000)] }), policy, '2026Q1');
    expect(dues(settled)).toEqual({
      'subsidy|2026': yuan(2_000),
      'extra|2026': yuan(1_500),
      'third|2026': yuan(1_500),
    });
    expect(accountOf(settled, 'third').room).toBe(yuan(1_500));
  });

  test('within others that pay more than the base leaves nothing, never less', () => {
    const flat = { ...rehabilitation, steps: [{ over: 0, pay: yuan(9_000) }] };
    const rest = benefit({
      ...{ name: 'rest', bands: [{ over: 0, rate: 8_000 }] },
      within: { of: 'pool_self_pay', together_with: ['rehabilitation'] },
    });
    const settled = settlePerson(
      person({ claims: [selfPay(5_000)] }),
      policyOf([flat, rest]),
      '2026Q1',
    );
    expect(accountOf(settled, 'rest')).toMatchObject({ room: 0, target: 0 });
  });

  test('within is moved when the first payer is corrected: the dues of both go together', () => {
    const facts = person({ claims: [selfPay(20_000)], recognitions: poorAndIll });
    const { batches } = settleQuarters(facts, xishan, ['2026Q1', '2026Q2'], (now, at) =>
      at === 1 ? { ...now, enrolled: years(2006, 2026) } : now,
    );
    expect(batches[1] && dues(batches[1])).toEqual({
      'subsidy|2026': yuan(3_800),
      'serious-illness|2026': -yuan(3_300),
    });
  });

  test('look_back_years of another policy', () => {
    const policy = policyOf([subsidy], { look_back_years: 3 });
    const old = claim({
      id: 1,
      service_date: '2023-01-01',
      received_on: '2026-02-01',
      pool_self_pay: yuan(3_000),
    });
    const facts = person({ enrolled: [2023], claims: [old] });
    expect(dues(settlePerson(facts, policy, '2026Q1'))).toEqual({ 'subsidy|2023': yuan(1_000) });
    expect(settlePerson(facts, policy, '2027Q1').taken).toEqual([]);
  });

  test('a benefit whose name begins like another keeps its own account', () => {
    const more = { ...subsidy, name: 'subsidy-more' };
    const facts = person({ settledBefore: new Map([['subsidy-more|2026', yuan(10)]]) });
    const settled = settlePerson(facts, policyOf([subsidy, more]), '2026Q1');
    expect(settled.accounts.map((account) => [account.benefit, account.due])).toEqual([
      ['subsidy-more', -yuan(10)],
    ]);
  });
});
