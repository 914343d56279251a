import { describe, expect, test } from 'vitest';
import type { PersonFacts } from '../../src/mutual-aid/facts.ts';
import { completedYears } from '../../src/mutual-aid/facts.ts';
import { linesOf, settlePerson } from '../../src/mutual-aid/settlement.ts';
import {
  accountOf,
  claim,
  dues,
  person,
  policyOf,
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

/** One claim of 2026 with this pool-paid. */
const poolPaid = (amount: number, id = 1) => claim({ id, pool_paid: yuan(amount) });

describe('the worked examples of SPEC 5', () => {
  test.each([
    ['no completed year', [2026], 5_000, 0, 5_000, 2_000],
    ['10 completed years', years(2016, 2026), 5_000, 10, 6_000, 2_400],
    [
      'a gap starts the count again',
      [...years(2010, 2018), ...years(2020, 2026)],
      5_000,
      6,
      5_500,
      2_200,
    ],
    ['half up, 55% of 0.01', years(2021, 2026), 1_000.01, 5, 5_500, 0.01],
    ['half up, 50% of 0.03', [2026], 1_000.03, 0, 5_000, 0.02],
    ['17 completed years', years(2009, 2026), 12_345.67, 17, 6_500, 7_374.69],
  ])('%s', (_name, enrolled, base, completed, rate, pays) => {
    const settled = settlePerson(person({ enrolled, claims: [selfPay(base)] }), xishan, '2026Q1');
    expect(accountOf(settled, 'subsidy')).toEqual({
      ...{ benefit: 'subsidy', fund: 'mutual-aid', period: '2026', claims: [1] },
      ...{ returned: [], base_before: 0 },
      ...{ base: yuan(base), completed_years: completed, rate, room: null, unmet: [] },
      parts: [{ over: yuan(1_000), part: yuan(base) - yuan(1_000), rate }],
      ...{ computed: yuan(pays), target: yuan(pays), settled_before: 0, due: yuan(pays) },
    });
    expect(settled.payments).toEqual([
      { fund: 'mutual-aid', due: yuan(pays), offset: 0, payable: yuan(pays) },
    ]);
  });

  test('800.00 in Q1 and 700.00 in Q2: 0.00, then 250.00', () => {
    const claims = [
      selfPay(800),
      claim({ id: 2, service_date: '2026-05-01', pool_self_pay: yuan(700) }),
    ];
    const { batches } = settleQuarters(person({ claims }), xishan, ['2026Q1', '2026Q2']);
    expect(batches.map((batch) => batch.taken)).toEqual([[1], [2]]);
    expect(batches.map(dues)).toEqual([{}, { 'subsidy|2026': yuan(250) }]);
    expect(batches[1] && accountOf(batches[1], 'subsidy')).toMatchObject({
      ...{ base_before: yuan(800), base: yuan(1_500), claims: [1, 2] },
    });
    expect(batches[0] && linesOf(batches[0])).toEqual([]);
    expect(batches[0]?.payments).toEqual([]);
  });

  test.each([
    [120_000, 0],
    [120_000.01, 5_000],
    [160_000, 5_000],
    [160_000.01, 7_500],
    [200_000, 7_500],
    [200_000.01, 10_000],
    [9_000_000, 10_000],
  ])('P %d pays %d', (paid, pays) => {
    const settled = settlePerson(person({ claims: [poolPaid(paid)] }), xishan, '2026Q1');
    const account = accountOf(settled, 'rehabilitation');
    expect(account).toMatchObject({ target: yuan(pays), due: yuan(pays), rate: null, parts: [] });
  });

  test('reaching 160,000.01 in a later quarter: 2,500 more', () => {
    const claims = [
      poolPaid(120_000.01),
      claim({ id: 2, service_date: '2026-08-01', pool_paid: yuan(40_000) }),
    ];
    const { batches } = settleQuarters(person({ claims }), xishan, ['2026Q1', '2026Q2', '2026Q3']);
    expect(batches.map(dues)).toEqual([
      { 'rehabilitation|2026': yuan(5_000) },
      {},
      { 'rehabilitation|2026': yuan(2_500) },
    ]);
  });

  test.each([
    ['at 50%', [2026], 20_000, 9_500, 10_000],
    ['at 70%, the sum stops at S', years(2006, 2026), 20_000, 13_300, 6_700],
    ['17 completed years', years(2009, 2026), 12_345.67, 7_374.69, 4_970.98],
    ['at the threshold', [2026], 5_000, 2_000, 0],
    ['a fen above it', [2026], 5_000.01, 2_000.01, 0.01],
  ])('hardship and serious illness, %s', (_name, enrolled, base, subsidised, relieved) => {
    const facts = person({ enrolled, recognitions: poorAndIll, claims: [selfPay(base)] });
    const settled = settlePerson(facts, xishan, '2026Q1');
    expect(accountOf(settled, 'subsidy').due).toBe(yuan(subsidised));
    const relief = accountOf(settled, 'serious-illness');
    expect(relief.due).toBe(yuan(relieved));
    expect(relief.room).toBe(yuan(base) - yuan(subsidised));
    expect(relief.fund).toBe('serious-illness');
  });

  test('the trace keeps what the formula gave before cap and within', () => {
    const facts = person({
      ...{ enrolled: years(2006, 2026), recognitions: poorAndIll, claims: [selfPay(20_000)] },
    });
    expect(accountOf(settlePerson(facts, xishan, '2026Q1'), 'serious-illness')).toMatchObject({
      ...{ computed: yuan(12_000), room: yuan(6_700), target: yuan(6_700), rate: 8_000 },
    });
  });
});

describe('completed years', () => {
  test.each([
    [[], 2026, 0],
    [[2026], 2026, 0],
    [[2025], 2026, 1],
    [years(2021, 2026), 2026, 5],
    [years(2022, 2026), 2026, 4],
    [[...years(2010, 2018), ...years(2020, 2026)], 2026, 6],
    [[...years(2006, 2024), 2026], 2026, 0],
    [years(2016, 2030), 2026, 10],
  ])('%j before %i: %i', (enrolled, year, completed) => {
    expect(completedYears(enrolled, year)).toBe(completed);
  });

  test.each([
    [4, 5_000],
    [5, 5_500],
    [9, 5_500],
    [10, 6_000],
    [49, 9_500],
    [50, 10_000],
    [55, 10_000],
  ])('%i give a rate of %i', (completed, rate) => {
    const enrolled = years(2070 - completed, 2070);
    const claims = [claim({ id: 1, service_date: '2070-02-01', pool_self_pay: yuan(3_000) })];
    const settled = settlePerson(person({ enrolled, claims }), xishan, '2070Q1');
    expect(accountOf(settled, 'subsidy', '2070')).toMatchObject({
      ...{ rate, due: (yuan(2_000) * rate) / 10_000 },
    });
  });
});

describe('claims that do not count, and why (SPEC 4)', () => {
  const big = { id: 1, pool_self_pay: yuan(5_000) };
  const reasons = (facts: Partial<PersonFacts>, quarter = '2026Q1') =>
    settlePerson(person(facts), xishan, quarter).notPayable.flatMap((one) => one.reasons);

  test.each([
    [
      'not enrolled in the service year',
      { enrolled: [2025], claims: [claim(big)] },
      ['not-enrolled'],
    ],
    [
      'hospital not designated',
      { claims: [claim({ ...big, designated: false })] },
      ['hospital-not-designated'],
    ],
    [
      'no chronic recognition',
      { claims: [claim({ ...big, receipt_type: 'chronic-outpatient' })] },
      ['no-chronic-recognition'],
    ],
    [
      'not reimbursed by the insurance',
      { claims: [claim({ ...big, pool_paid: 0 })] },
      ['not-reimbursed-by-insurance'],
    ],
    [
      'a hospital need not be designated for the other types',
      {
        claims: ['special-exam', 'insurance-settlement'].map((receipt_type, id) =>
          claim({ id, receipt_type, designated: false }),
        ),
      },
      [],
    ],
    [
      'all reasons at once, in order',
      { enrolled: [], claims: [claim({ ...big, designated: false, pool_paid: 0 })] },
      ['not-enrolled', 'hospital-not-designated', 'not-reimbursed-by-insurance'],
    ],
  ])('%s', (_name, facts, expected) => {
    expect(reasons(facts)).toEqual(expected);
    const settled = settlePerson(person(facts), xishan, '2026Q1');
    if (expected.length > 0)
      expect(settled).toMatchObject({ taken: [], accounts: [], payments: [] });
  });

  test.each([
    ['the day it begins', '2026-02-01', null, true],
    ['the day it ends', '2020-01-01', '2026-02-01', true],
    ['the day after it ended', '2020-01-01', '2026-01-31', false],
    ['the day before it begins', '2026-02-02', null, false],
    ['of another kind', '2020-01-01', null, false],
  ])('chronic recognition on the service date: %s', (name, from, to, counts) => {
    const kind = name === 'of another kind' ? 'hardship' : 'chronic-disease';
    const claims = [claim({ ...big, receipt_type: 'chronic-outpatient' })];
    const facts = { claims, recognitions: [recognition(kind, from, to)] };
    expect(reasons(facts)).toEqual(counts ? [] : ['no-chronic-recognition']);
  });

  test('a recognition that a policy asks for by another name', () => {
    const policy = policyOf([subsidy], { receipts: { inpatient: { needs: ['disability'] } } });
    const settled = settlePerson(person({ claims: [claim(big)] }), policy, '2026Q1');
    expect(settled.notPayable).toEqual([{ claim: 1, reasons: ['no-disability-recognition'] }]);
  });

  test('too late: more than look_back_years before the quarter, listed only where it was received', () => {
    const late = claim({ ...big, service_date: '2024-12-31', received_on: '2026-02-01' });
    const facts = { enrolled: years(2020, 2026), claims: [late] };
    expect(reasons(facts, '2026Q1')).toEqual(['too-late']);
    expect(reasons(facts, '2026Q2')).toEqual([]);
    expect(settlePerson(person(facts), xishan, '2026Q2').taken).toEqual([]);
    const inTime = { ...late, service_date: '2025-01-01' };
    const settled = settlePerson(person({ ...facts, claims: [inTime] }), xishan, '2026Q4');
    expect(settled.taken).toEqual([1]);
    expect(reasons({ ...facts, claims: [inTime] }, '2027Q1')).toEqual([]);
  });

  test('what is not payable for another reason is listed every quarter, until it is too late', () => {
    const facts = { enrolled: [2020], claims: [claim(big)] };
    for (const quarter of ['2026Q1', '2026Q2', '2027Q4']) {
      expect(reasons(facts, quarter)).toEqual(['not-enrolled']);
    }
    expect(reasons(facts, '2028Q1')).toEqual([]);
  });

  test('a claim of a later quarter is not yet looked at; one received late belongs to its receipt', () => {
    const claims = [claim({ ...big, received_on: '2026-04-01' })];
    const first = settlePerson(person({ claims }), xishan, '2026Q1');
    expect(first).toEqual({
      taken: [],
      earlier: 0,
      accounts: [],
      payments: [],
      notPayable: [],
      returned: [],
    });
    expect(settlePerson(person({ claims }), xishan, '2026Q2').taken).toEqual([1]);
    expect(settlePerson(person({ claims }), xishan, '2026Q2').earlier).toBe(0);
    expect(settlePerson(person({ claims }), xishan, '2026Q3')).toMatchObject({
      taken: [1],
      earlier: 1,
    });
    const onTheLastDay = [claim({ ...big, received_on: '2026-03-31' })];
    expect(settlePerson(person({ claims: onTheLastDay }), xishan, '2026Q1').taken).toEqual([1]);
  });

  test('a claim of a year before the policy began is too late', () => {
    const policy = policyOf([subsidy], { in_force_from: '2026-01-01' });
    const old = claim({ ...big, service_date: '2025-06-01', received_on: '2026-02-01' });
    const facts = person({ enrolled: years(2020, 2026), claims: [old] });
    expect(settlePerson(facts, policy, '2026Q1').notPayable).toEqual([
      { claim: 1, reasons: ['too-late'] },
    ]);
  });
});
