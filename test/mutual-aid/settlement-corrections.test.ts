import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonFacts } from '../../src/mutual-aid/facts.ts';
import { type PersonSettlement, settlePerson } from '../../src/mutual-aid/settlement.ts';
import {
  accountOf,
  approved,
  claim,
  dues,
  person,
  poorAndIll,
  recognition,
  settleQuarters,
  subsidy,
  xishan,
  years,
  yuan,
} from './policy-fixture.ts';

/** One claim of 2026 with this self-pay. */
const selfPay = (amount: number, id = 1) => claim({ id, pool_self_pay: yuan(amount) });

describe('corrections need no rule of their own', () => {
  const big = person({ claims: [selfPay(5_000)] });

  test('an enrolment that arrives late mends its claims by itself', () => {
    const late = { ...big, enrolled: [] };
    const { batches } = settleQuarters(late, xishan, ['2026Q1', '2026Q2'], (facts, at) =>
      at === 1 ? { ...facts, enrolled: [2026] } : facts,
    );
    expect(batches.map(dues)).toEqual([{}, { 'subsidy|2026': yuan(2_000) }]);
  });

  test('earlier years of enrolment found later raise the rate of the whole year', () => {
    const { batches } = settleQuarters(big, xishan, ['2026Q1', '2026Q2'], (facts, at) =>
      at === 1 ? { ...facts, enrolled: years(2016, 2026) } : facts,
    );
    expect(batches.map(dues)).toEqual([
      { 'subsidy|2026': yuan(2_000) },
      { 'subsidy|2026': yuan(400) },
    ]);
  });

  test('an enrolment removed later: all of it is owed back', () => {
    const { batches, facts } = settleQuarters(big, xishan, ['2026Q1', '2026Q2'], (now, at) =>
      at === 1 ? { ...now, enrolled: [] } : now,
    );
    expect(batches.map(dues)).toEqual([
      { 'subsidy|2026': yuan(2_000) },
      { 'subsidy|2026': -yuan(2_000) },
    ]);
    expect(batches[1]?.payments).toEqual([
      { fund: 'mutual-aid', due: -yuan(2_000), offset: 0, payable: 0 },
    ]);
    expect(facts.outstanding.get('mutual-aid')).toBe(yuan(2_000));
    expect(batches[1] && accountOf(batches[1], 'subsidy')).toMatchObject({ claims: [], base: 0 });
  });

  test('an annulled claim: negative dues, outstanding, held back from what comes later', () => {
    const later = claim({ id: 2, service_date: '2026-08-01', pool_self_pay: yuan(3_000) });
    const last = claim({ id: 3, service_date: '2026-11-01', pool_self_pay: yuan(4_000) });
    const quarters = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'];
    const { batches, facts } = settleQuarters(big, xishan, quarters, (now, at) => {
      if (at === 1) return { ...now, claims: [] };
      if (at === 2) return { ...now, claims: [later] };
      return at === 3 ? { ...now, claims: [...now.claims, last] } : now;
    });
    expect(batches.map(({ payments }) => payments)).toEqual([
      [{ fund: 'mutual-aid', due: yuan(2_000), offset: 0, payable: yuan(2_000) }],
      [{ fund: 'mutual-aid', due: -yuan(2_000), offset: 0, payable: 0 }],
      [{ fund: 'mutual-aid', due: yuan(1_000), offset: yuan(1_000), payable: 0 }],
      [{ fund: 'mutual-aid', due: yuan(2_000), offset: yuan(1_000), payable: yuan(1_000) }],
    ]);
    expect(facts.outstanding.get('mutual-aid')).toBe(0);
  });

  test('an account settled before, with no claims left, is still examined', () => {
    const facts = person({
      settledBefore: new Map([
        ['subsidy|2026', yuan(2_000)],
        ['rehabilitation|2025', yuan(5_000)],
        ['rehabilitation|2024', yuan(5_000)],
      ]),
    });
    const settled = settlePerson(facts, xishan, '2026Q3');
    expect(dues(settled)).toEqual({
      'subsidy|2026': -yuan(2_000),
      'rehabilitation|2025': -yuan(5_000),
    });
    expect(settled.payments).toEqual([
      { fund: 'mutual-aid', due: -yuan(7_000), offset: 0, payable: 0 },
    ]);
  });

  test('a recognition that is dated back lifts the relief of the whole year', () => {
    const facts = person({ claims: [selfPay(20_000)] });
    const { batches } = settleQuarters(facts, xishan, ['2026Q1', '2026Q3'], (now, at) =>
      at === 1 ? { ...now, recognitions: poorAndIll } : now,
    );
    expect(batches.map(dues)).toEqual([
      { 'subsidy|2026': yuan(9_500) },
      { 'serious-illness|2026': yuan(10_000) },
    ]);
    expect(batches[0] && accountOf(batches[0], 'serious-illness')).toMatchObject({
      ...{ unmet: ['hardship', 'serious-illness'], target: 0, computed: yuan(12_000) },
    });
  });

  test('a recognition counts only up to the last day of the quarter', () => {
    const recognitions = [
      recognition('hardship', '2026-04-01'),
      recognition('serious-illness', '2025-01-01', '2026-01-01'),
    ];
    const facts = person({ claims: [selfPay(20_000)], recognitions });
    const { batches } = settleQuarters(facts, xishan, ['2026Q1', '2026Q2']);
    expect(batches[0] && accountOf(batches[0], 'serious-illness').unmet).toEqual(['hardship']);
    expect(batches.map((batch) => dues(batch)['serious-illness|2026'] ?? 0)).toEqual([
      0,
      yuan(10_000),
    ]);
  });

  test('a recognition of another year does not count, though the batch is of a later year', () => {
    const recognitions = [
      recognition('hardship', '2026-01-01'),
      recognition('serious-illness', '2027-01-01'),
    ];
    const facts = person({ claims: [selfPay(20_000)], recognitions });
    expect(accountOf(settlePerson(facts, xishan, '2027Q2'), 'serious-illness').unmet).toEqual([
      'serious-illness',
    ]);
  });

  test('a recognition taken back: its relief is owed to its own fund alone', () => {
    const facts = person({ claims: [selfPay(20_000)], recognitions: poorAndIll });
    const { batches } = settleQuarters(facts, xishan, ['2026Q1', '2026Q2'], (now, at) =>
      at === 1 ? { ...now, recognitions: poorAndIll.slice(0, 1) } : now,
    );
    expect(batches[1]?.payments).toEqual([
      { fund: 'serious-illness', due: -yuan(10_000), offset: 0, payable: 0 },
    ]);
  });

  test('a chronic recognition taken back takes its settled receipts out of the base', () => {
    const claims = [
      claim({ id: 1, receipt_type: 'chronic-outpatient', pool_self_pay: yuan(2_000) }),
      claim({ id: 2, pool_self_pay: yuan(3_000) }),
    ];
    const facts = person({ claims, recognitions: [recognition('chronic-disease', '2020-01-01')] });
    const { batches } = settleQuarters(facts, xishan, ['2026Q1', '2026Q2'], (now, at) =>
      at === 1 ? { ...now, recognitions: [] } : now,
    );
    expect(batches.map(dues)).toEqual([
      { 'subsidy|2026': yuan(2_000) },
      { 'subsidy|2026': -yuan(1_000) },
    ]);
    expect(batches[1]?.notPayable).toEqual([]);
  });

  test('a hospital that loses its designation later keeps what was settled', () => {
    const { batches } = settleQuarters(big, xishan, ['2026Q1', '2026Q2'], (now) => ({
      ...now,
      claims: now.claims.map((one) => ({ ...one, designated: !one.settled })),
    }));
    expect(batches.map(dues)).toEqual([{ 'subsidy|2026': yuan(2_000) }, {}]);
  });

  test('a closed year never changes: nothing of it is examined again', () => {
    const { facts } = settleQuarters(big, xishan, ['2026Q1']);
    const corrected = { ...facts, enrolled: [], claims: [] };
    expect(dues(settlePerson(corrected, xishan, '2027Q4'))).toEqual({
      'subsidy|2026': -yuan(2_000),
    });
    expect(settlePerson(corrected, xishan, '2028Q1').accounts).toEqual([]);
  });
});

describe('the base before is what approved batches settled (SPEC 5)', () => {
  const bases = (batches: readonly PersonSettlement[]) =>
    batches.map((batch) => {
      const { base_before, base, due } = accountOf(batch, 'subsidy');
      return [base_before, base, due].map((fen) => fen / 100);
    });
  const annul = (facts: PersonFacts, id: number): PersonFacts => ({
    ...facts,
    claims: facts.claims.map((one) => (one.id === id ? { ...one, annulled: true } : one)),
  });
  const more = (id: number, self: number) =>
    claim({ id, service_date: '2026-03-01', pool_self_pay: yuan(self) });

  test('an annulled claim: from what it was, to nothing, and from nothing on', () => {
    const { batches } = settleQuarters(
      person({ claims: [selfPay(3_000)] }),
      xishan,
      ['2026Q1', '2026Q2', '2026Q3'],
      (now, at) => {
        if (at === 1) return annul(now, 1);
        return at === 2 ? { ...now, claims: [...now.claims, more(2, 4_000)] } : now;
      },
    );
    expect(bases(batches)).toEqual([
      [0, 3_000, 1_000],
      [3_000, 0, -1_000],
      [0, 4_000, 1_500],
    ]);
    expect(batches.map(({ returned }) => returned)).toEqual([
      [],
      [{ claim: 1, reasons: [] }],
      [{ claim: 1, reasons: [] }],
    ]);
    expect(batches[1] && accountOf(batches[1], 'subsidy').returned).toEqual([1]);
  });

  test('an enrolment removed, and put back', () => {
    const { batches } = settleQuarters(
      person({ claims: [selfPay(3_000)] }),
      xishan,
      ['2026Q1', '2026Q2', '2026Q3', '2026Q4'],
      (now, at) => ({ ...now, enrolled: at === 1 ? [] : [2026] }),
    );
    expect(bases(batches)).toEqual([
      [0, 3_000, 1_000],
      [3_000, 0, -1_000],
      [0, 3_000, 1_000],
      [3_000, 3_000, 0],
    ]);
    expect(batches[1]?.returned).toEqual([{ claim: 1, reasons: ['not-enrolled'] }]);
    expect(batches[2]?.returned).toEqual([]);
  });

  test('whatever is annulled, removed or put back: each batch begins where the one before ended', () => {
    const step = fc.record({ enrolled: fc.boolean(), annulled: fc.integer({ min: 0, max: 9 }) });
    const amounts = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(amounts, fc.array(step, { minLength: 4, maxLength: 4 }), (selfPays, steps) => {
        const { batches } = settleQuarters(
          person(),
          xishan,
          ['2026Q1', '2026Q2', '2026Q3', '2026Q4'],
          (now, at) => {
            const claims = [...now.claims, more(at + 1, selfPays[at] ?? 0)];
            const { enrolled, annulled } = steps[at] ?? { enrolled: true, annulled: 0 };
            const settled = now.claims.some((one) => one.id === annulled && one.settled);
            const facts = { ...now, claims, enrolled: enrolled ? [2026] : [] };
            return settled ? annul(facts, annulled) : facts;
          },
        );
        let before = 0;
        for (const { accounts } of batches) {
          const account = accounts.find(({ benefit }) => benefit === 'subsidy');
          expect(account?.base_before ?? 0).toBe(before);
          before = account?.base ?? 0;
        }
      }),
    );
  });

  test('also of what was settled without a due, below the threshold', () => {
    const { batches } = settleQuarters(
      person({ claims: [selfPay(500)] }),
      xishan,
      ['2026Q1', '2026Q2', '2026Q3'],
      (now, at) => {
        if (at === 1) return { ...now, claims: [...now.claims, more(2, 400)] };
        return at === 2 ? annul({ ...now, claims: [...now.claims, more(3, 1_100)] }, 1) : now;
      },
    );
    expect(bases(batches)).toEqual([
      [0, 500, 0],
      [500, 900, 0],
      [900, 1_500, 250],
    ]);
  });
});

describe('outstanding (SPEC 5)', () => {
  const pays = (outstanding: number, due: number) => {
    const facts = person({
      claims: [selfPay(1_000 + 2 * due)],
      outstanding: new Map([['mutual-aid', yuan(outstanding)]]),
    });
    const [payment] = settlePerson(facts, xishan, '2026Q1').payments;
    return [payment?.offset, payment?.payable];
  };

  test.each([
    [0, 500, 0, 500],
    [200, 500, 200, 300],
    [500, 500, 500, 0],
    [500.01, 500, 500, 0],
    [9_000, 500, 500, 0],
  ])('an advance of %d and a due of %d: %d held back, %d paid', (advance, due, offset, payable) => {
    expect(pays(advance, due)).toEqual([yuan(offset), yuan(payable)]);
  });

  test('stands per fund: what one fund is owed is not held back from another', () => {
    const facts = person({
      ...{ claims: [selfPay(20_000)], recognitions: poorAndIll },
      outstanding: new Map([['mutual-aid', yuan(50_000)]]),
    });
    expect(settlePerson(facts, xishan, '2026Q1').payments).toEqual([
      { fund: 'mutual-aid', due: yuan(9_500), offset: yuan(9_500), payable: 0 },
      { fund: 'serious-illness', due: yuan(10_000), offset: 0, payable: yuan(10_000) },
    ]);
  });

  test('dues of several accounts of a fund are one payment, one making up for the other', () => {
    const facts = person({
      claims: [claim({ id: 1, pool_paid: yuan(120_000.01), pool_self_pay: 0 })],
      settledBefore: new Map([['subsidy|2026', yuan(6_000)]]),
    });
    const settled = settlePerson(facts, xishan, '2026Q1');
    expect(dues(settled)).toEqual({
      'subsidy|2026': -yuan(6_000),
      'rehabilitation|2026': yuan(5_000),
    });
    expect(settled.payments).toEqual([
      { fund: 'mutual-aid', due: -yuan(1_000), offset: 0, payable: 0 },
    ]);
    expect(approved(facts, settled).outstanding.get('mutual-aid')).toBe(yuan(1_000));
  });

  test('where nothing is due, nothing is held back', () => {
    const facts = person({
      claims: [selfPay(100)],
      outstanding: new Map([['mutual-aid', yuan(100)]]),
    });
    expect(settlePerson(facts, xishan, '2026Q1').payments).toEqual([]);
  });
});

describe('several years side by side', () => {
  test('each year has its account, its threshold and its rate', () => {
    const claims = [
      claim({
        id: 1,
        service_date: '2025-12-31',
        received_on: '2026-01-10',
        pool_self_pay: yuan(3_000),
      }),
      claim({
        id: 2,
        service_date: '2026-01-01',
        received_on: '2026-01-10',
        pool_self_pay: yuan(3_000),
      }),
    ];
    const facts = person({ enrolled: years(2020, 2026), claims });
    expect(dues(settlePerson(facts, xishan, '2026Q1'))).toEqual({
      'subsidy|2025': yuan(1_100),
      'subsidy|2026': yuan(1_100),
    });
    const younger = { ...facts, enrolled: years(2021, 2026) };
    expect(dues(settlePerson(younger, xishan, '2026Q1'))).toEqual({
      'subsidy|2025': yuan(1_000),
      'subsidy|2026': yuan(1_100),
    });
  });

  test('a later version of the policy never changes what an earlier year pays', () => {
    const [oldVersion] = xishan.versions;
    if (!oldVersion) throw new Error('no version');
    const generous = { ...subsidy, bands: [{ over: 0, rate: 9_000 }] };
    const newVersion = { ...oldVersion, in_force_from: '2026-01-01', benefits: [generous] };
    const policy = { ...xishan, versions: [oldVersion, newVersion] };
    const claims = [
      claim({
        id: 1,
        service_date: '2025-12-31',
        received_on: '2026-01-10',
        pool_self_pay: yuan(3_000),
      }),
      claim({
        id: 2,
        service_date: '2026-01-01',
        received_on: '2026-01-10',
        pool_self_pay: yuan(3_000),
      }),
    ];
    const facts = person({ enrolled: [2025, 2026], claims });
    expect(dues(settlePerson(facts, policy, '2026Q1'))).toEqual({
      'subsidy|2025': yuan(1_000),
      'subsidy|2026': yuan(2_700),
    });
  });
});
