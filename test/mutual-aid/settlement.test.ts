import { describe, expect, test } from 'vitest';
import type { PersonFacts } from '../../src/mutual-aid/facts.ts';
import { completedYears } from '../../src/mutual-aid/facts.ts';
import { linesOf, settlePerson } from '../../src/mutual-aid/settlement.ts';
import {
  accountOf,
  approved,
  benefit,
  claim,
  dues,
  person,
  policyOf,
  recognition,
  rehabilitation,
  settleQuarters,
  subsidy,
  xishan,
  years,
  yuan,
} from './policy-fixture.ts';

const poorAndIll = [
  recognition('hardship', '2026-01-01'),
  recognition('serious-illness', '2026-01-01'),
];

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
      ...{ benefit: 'subsidy', fund: 'mutual-aid', period: '2026', claims: [1], base_before: 0 },
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
    expect(first).toEqual({ taken: [], accounts: [], payments: [], notPayable: [] });
    expect(settlePerson(person({ claims }), xishan, '2026Q2').taken).toEqual([1]);
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
