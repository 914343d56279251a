import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastDayOf, type Quarter, quarterOf } from '../../src/core/quarter.ts';
import type { ClaimFacts, PersonFacts, RecognitionFacts } from '../../src/mutual-aid/facts.ts';
import { accountKey } from '../../src/mutual-aid/facts.ts';
import { type PersonSettlement, settlePerson } from '../../src/mutual-aid/settlement.ts';
import type { Policy } from '../../src/policy/policy.ts';
import {
  approved,
  benefit,
  policyOf,
  quartersFrom,
  rehabilitation,
  seriousIllness,
  settleQuarters,
  subsidy,
  xishan,
  years,
  yuan,
} from './policy-fixture.ts';

const runs = { numRuns: 1_000 };

/** The quarter from which the tests look: 2025 and 2026 are open, 2023 and 2024 closed. */
const now: Quarter = '2026Q4';

/** Another scheme, with what the Xishan one has not: other periods, several bands, chosen receipts, two in `within`. */
const other: Policy = policyOf([
  {
    ...subsidy,
    bands: [
      { over: yuan(500), rate: 3_333 },
      { over: yuan(5_000), rate: 7_001 },
    ],
  },
  benefit({
    ...{ name: 'quarterly', per: 'quarter', receipts: ['inpatient', 'insurance-settlement'] },
    ...{ bands: [{ over: yuan(1_000), rate: 1_250 }], cap: yuan(2_000) },
  }),
  benefit({
    ...{ name: 'each', fund: 'serious-illness', per: 'receipt', needs: ['hardship'] },
    ...{ bands: [{ over: yuan(300), rate: 999 }], cap: yuan(800) },
  }),
  rehabilitation,
  benefit({
    ...{ name: 'extra', bands: [{ over: 0, rate: 1_000 }] },
    within: { of: 'pool_self_pay', together_with: ['subsidy'] },
  }),
  {
    ...seriousIllness,
    within: { of: 'pool_self_pay', together_with: ['subsidy', 'extra'] },
  },
]);

const policies = fc.constantFrom(xishan, other);

/** Amounts as life has them: small ones, those a fen around a threshold, and a few that are very large. */
function amountAround(...thresholds: readonly number[]) {
  return fc.oneof(
    { weight: 3, arbitrary: fc.nat(yuan(3_000)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...thresholds), fc.integer({ min: -2, max: 2 }))
        .map(([threshold, off]) => Math.max(0, yuan(threshold) + off)),
    },
    { weight: 2, arbitrary: fc.nat(yuan(30_000)) },
    { weight: 1, arbitrary: fc.nat(yuan(400_000)) },
  );
}

const selfPay = amountAround(0, 500, 800, 1_000, 5_000, 12_500, 17_500, 20_000);
const poolPaid = amountAround(0, 40_000, 120_000, 160_000, 200_000);

/** A day of these years, often at the edge of a month or a year. */
function dayIn(first: number, last: number) {
  return fc
    .tuple(
      fc.integer({ min: first, max: last }),
      fc.integer({ min: 1, max: 12 }),
      fc.oneof(fc.constantFrom(1, 28), fc.integer({ min: 1, max: 28 })),
    )
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
}

/** The day so many days later, but not after the tests' own last day. */
function later(date: string, days: number): string {
  const day = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  return day < lastDayOf(now) ? day : lastDayOf(now);
}

function claimsIn(first: number, last: number): fc.Arbitrary<readonly ClaimFacts[]> {
  const one = fc.record({
    receipt_type: fc.constantFrom(
      ...['inpatient', 'special-exam', 'chronic-outpatient', 'insurance-settlement'],
    ),
    service_date: dayIn(first, last),
    lag: fc.oneof(fc.nat(40), fc.nat(500), fc.nat(1_400)),
    designated: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.boolean()),
    pool_paid: poolPaid,
    pool_self_pay: selfPay,
  });
  return fc.array(one, { maxLength: 9 }).map((claims) =>
    claims.map(({ lag, ...claim }, at) => ({
      ...claim,
      ...{ id: at + 1, received_on: later(claim.service_date, lag), settled: false },
    })),
  );
}

/** Years of enrolment: from some year on, with gaps. */
const enrolment = fc
  .tuple(
    fc.constantFrom(1970, 2006, 2015, 2016, 2020, 2021, 2023, 2024, 2025, 2026),
    fc.array(fc.integer({ min: 2004, max: 2026 }), { maxLength: 2 }),
  )
  .map(([from, gaps]) => years(from, 2026).filter((year) => !gaps.includes(year)));

const recognitions: fc.Arbitrary<readonly RecognitionFacts[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom('hardship', 'serious-illness', 'chronic-disease', 'disability'),
      from: dayIn(2022, 2026),
      to: fc.option(dayIn(2022, 2026)),
    })
    .map(({ kind, from, to }) => ({ kind, from, to: to !== null && to < from ? from : to })),
  { maxLength: 6 },
);

function peopleWith(claims: fc.Arbitrary<readonly ClaimFacts[]>): fc.Arbitrary<PersonFacts> {
  const clean = { settledBefore: new Map(), outstanding: new Map() };
  return fc
    .record({ enrolled: enrolment, recognitions, claims })
    .map((facts) => ({ ...facts, ...clean }));
}

/** Someone with claims of four years, of which two are closed. */
const anyone = peopleWith(claimsIn(2023, 2026));

/** Someone with claims of the open years alone. */
const anyoneOpen = peopleWith(claimsIn(2025, 2026));

const outstanding = fc
  .record({
    'mutual-aid': fc.oneof(fc.constant(0), selfPay),
    'serious-illness': fc.oneof(fc.constant(0), selfPay),
  })
  .map((byFund) => new Map(Object.entries(byFund)));

const nonZero = (amounts: ReadonlyMap<string, number>) =>
  Object.fromEntries([...amounts].filter(([, fen]) => fen !== 0).sort());

/** The targets by account, those that are zero left out. */
const targetsOf = ({ accounts }: PersonSettlement) =>
  nonZero(new Map(accounts.map((one) => [accountKey(one.benefit, one.period), one.target])));

/** The dues by account, those that are zero left out. */
const duesOf = ({ accounts }: PersonSettlement) =>
  nonZero(new Map(accounts.map((one) => [accountKey(one.benefit, one.period), one.due])));

/** The sum of what these benefits pay; of all, where none is named. */
const paidBy = ({ accounts }: PersonSettlement, ...benefits: readonly string[]) =>
  accounts
    .filter((one) => benefits.length === 0 || benefits.includes(one.benefit))
    .reduce((sum, { target }) => sum + target, 0);

const sumBy = (amounts: Iterable<readonly [string, number]>) => {
  const sums = new Map<string, number>();
  for (const [key, fen] of amounts) sums.set(key, (sums.get(key) ?? 0) + fen);
  return nonZero(sums);
};

describe('splitting', () => {
  test('claims settled in any successive batches pay, in sum, what all pay at once', () => {
    const parts = fc.array(fc.nat(4), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(anyoneOpen, policies, parts, (facts, policy, partOf) => {
        const batches = [0, 1, 2, 3, 4].map(() => now);
        const history = settleQuarters({ ...facts, claims: [] }, policy, batches, (sofar, at) => ({
          ...sofar,
          claims: [
            ...sofar.claims,
            ...facts.claims.filter((_, index) => (partOf[index] ?? 0) === at),
          ],
        }));
        const atOnce = settlePerson(facts, policy, now);
        const summed = history.batches.flatMap((batch) => Object.entries(duesOf(batch)));
        expect(sumBy(summed)).toEqual(targetsOf(atOnce));
        const taken = history.batches.flatMap((batch) => batch.taken);
        expect(taken.toSorted()).toEqual(atOnce.taken.toSorted());
      }),
      runs,
    );
  });

  test('quarter by quarter as receipts come in, each year ends where one batch at its close would', () => {
    fc.assert(
      fc.property(anyone, policies, (facts, policy) => {
        const history = settleQuarters(facts, policy, quartersFrom('2023Q1', now));
        const settled = nonZero(history.facts.settledBefore);
        const closes = [2023, 2024, 2025, 2026].map((year) => ({
          year,
          quarter: year < 2026 ? `${year + 1}Q4` : now,
        }));
        const expected = closes.flatMap(({ year, quarter }) => {
          const targets = Object.entries(targetsOf(settlePerson(facts, policy, quarter)));
          return targets.filter(([key]) => key.includes(`|${year}`));
        });
        expect(settled).toEqual(Object.fromEntries(expected.sort()));
      }),
      runs,
    );
  });

  test('a second batch over the same facts takes nothing and owes nothing', () => {
    fc.assert(
      fc.property(anyone, policies, (facts, policy) => {
        const after = approved(facts, settlePerson(facts, policy, now));
        const again = settlePerson(after, policy, now);
        expect([again.taken, duesOf(again), again.payments]).toEqual([[], {}, []]);
      }),
      runs,
    );
  });

  test('whatever was corrected in between, the last batch brings all to what the facts now say', () => {
    const changes = fc.array(
      fc.record({
        ...{ enrolled: enrolment, recognitions },
        gone: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9], { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(anyoneOpen, policies, changes, (facts, policy, corrections) => {
        const quarters = corrections.map(() => now);
        const { facts: after } = settleQuarters(facts, policy, quarters, (sofar, at) => {
          const { enrolled = [], recognitions = [], gone = [] } = corrections[at] ?? {};
          const claims = sofar.claims.filter(({ id }) => !gone.includes(id));
          return { ...sofar, enrolled, recognitions, claims };
        });
        const fresh = after.claims.map((one) => ({ ...one, settled: false }));
        const clean = { ...after, claims: fresh, settledBefore: new Map() };
        expect(nonZero(after.settledBefore)).toEqual(targetsOf(settlePerson(clean, policy, now)));
      }),
      runs,
    );
  });
});

describe('order', () => {
  test('the order of claims, recognitions and years changes nothing', () => {
    const shuffled = anyone.chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        claims: fc.shuffledSubarray([...facts.claims], { minLength: facts.claims.length }),
        recognitions: fc.shuffledSubarray([...facts.recognitions], {
          minLength: facts.recognitions.length,
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, policies, outstanding, ({ facts, ...others }, policy, owed) => {
        const one = settlePerson({ ...facts, outstanding: owed }, policy, now);
        const two = settlePerson({ ...facts, ...others, outstanding: owed }, policy, now);
        expect(duesOf(two)).toEqual(duesOf(one));
        expect(two.taken.toSorted()).toEqual(one.taken.toSorted());
        const byFund = ({ payments }: PersonSettlement) =>
          payments.toSorted((a, b) => a.fund.localeCompare(b.fund));
        expect(byFund(two)).toEqual(byFund(one));
        const byClaim = ({ notPayable }: PersonSettlement) =>
          notPayable.toSorted((a, b) => a.claim - b.claim);
        expect(byClaim(two)).toEqual(byClaim(one));
      }),
      runs,
    );
  });
});

describe('more never pays less', () => {
  const raised = (facts: PersonFacts, at: number, raise: Partial<ClaimFacts>) => ({
    ...facts,
    claims: facts.claims.map((one, index) =>
      index === at % facts.claims.length ? { ...one, ...raise } : one,
    ),
  });

  test.each(['pool_self_pay', 'pool_paid'] as const)('more %s', (amount) => {
    fc.assert(
      fc.property(anyoneOpen, fc.nat(8), selfPay, policies, (facts, at, more, policy) => {
        fc.pre(facts.claims.length > 0);
        const before = facts.claims[at % facts.claims.length]?.[amount] ?? 0;
        const one = settlePerson(facts, policy, now);
        const two = settlePerson(raised(facts, at, { [amount]: before + more }), policy, now);
        expect(paidBy(two)).toBeGreaterThanOrEqual(paidBy(one));
        expect(paidBy(two, 'subsidy')).toBeGreaterThanOrEqual(paidBy(one, 'subsidy'));
      }),
      runs,
    );
  });

  test('one more claim, and a longer enrolment', () => {
    fc.assert(
      fc.property(anyoneOpen, policies, (facts, policy) => {
        const all = settlePerson(facts, policy, now);
        const fewer = settlePerson({ ...facts, claims: facts.claims.slice(1) }, policy, now);
        expect(paidBy(all)).toBeGreaterThanOrEqual(paidBy(fewer));
        const longer = { ...facts, enrolled: years(1960, 2026) };
        expect(paidBy(settlePerson(longer, policy, now))).toBeGreaterThanOrEqual(paidBy(all));
      }),
      runs,
    );
  });
});

describe('limits', () => {
  test('never above the cost: the two payers share S, the allowance stays below P', () => {
    fc.assert(
      fc.property(anyone, policies, (facts, policy) => {
        const settled = settlePerson(facts, policy, now);
        for (const year of [2025, 2026]) {
          const ofYear = facts.claims.filter(
            (one) => settled.taken.includes(one.id) && one.service_date.startsWith(String(year)),
          );
          const sum = (base: 'pool_self_pay' | 'pool_paid') =>
            ofYear.reduce((total, one) => total + one[base], 0);
          const accounts = settled.accounts.filter(({ period }) => period === String(year));
          const shared = paidBy({ ...settled, accounts }, 'subsidy', 'extra', 'serious-illness');
          expect(shared).toBeLessThanOrEqual(sum('pool_self_pay'));
          const allowance = paidBy({ ...settled, accounts }, 'rehabilitation');
          expect(allowance).toBeLessThanOrEqual(sum('pool_paid'));
          const relief = accounts.find((one) => one.benefit === 'serious-illness');
          expect(relief?.target ?? 0).toBeLessThanOrEqual(yuan(10_000));
        }
        for (const one of settled.accounts) {
          expect(Number.isSafeInteger(one.target) && one.target >= 0).toBe(true);
          expect(one.target).toBeLessThanOrEqual(one.computed);
          expect(one.base_before).toBe(0);
        }
      }),
      runs,
    );
  });

  test('a closed year has no account, and a year without enrolment pays nothing', () => {
    fc.assert(
      fc.property(anyone, policies, (facts, policy) => {
        for (const one of settlePerson(facts, policy, now).accounts) {
          expect(one.period >= '2025').toBe(true);
          if (!facts.enrolled.includes(Number(one.period.slice(0, 4)))) expect(one.target).toBe(0);
        }
      }),
      runs,
    );
  });
});

describe('accounts and payments', () => {
  const settledBefore = fc
    .dictionary(
      fc
        .tuple(fc.constantFrom('subsidy', 'rehabilitation', 'serious-illness'), dayIn(2024, 2026))
        .map(([name, day]) => accountKey(name, day.slice(0, 4))),
      fc.integer({ min: -yuan(3_000), max: yuan(12_000) }),
      { maxKeys: 5 },
    )
    .map((amounts) => new Map(Object.entries(amounts)));

  test('of every account: due = target − settled before; and every one settled before is examined', () => {
    fc.assert(
      fc.property(anyone, settledBefore, (facts, before) => {
        const { accounts } = settlePerson({ ...facts, settledBefore: before }, xishan, now);
        for (const one of accounts) {
          const key = accountKey(one.benefit, one.period);
          expect(one.settled_before).toBe(before.get(key) ?? 0);
          expect(one.due).toBe(one.target - one.settled_before);
        }
        const keys = accounts.map((one) => accountKey(one.benefit, one.period));
        expect(new Set(keys).size).toBe(keys.length);
        const open = [...before.keys()].filter((key) => !key.endsWith('2024'));
        expect(keys).toEqual(expect.arrayContaining(open));
      }),
      runs,
    );
  });

  test('a batch pays max(0, dues − outstanding) per fund and carries the rest', () => {
    fc.assert(
      fc.property(anyone, settledBefore, outstanding, policies, (someone, before, owed, policy) => {
        const facts = { ...someone, settledBefore: before, outstanding: owed };
        const settled = settlePerson(facts, policy, now);
        const after = approved(facts, settled).outstanding;
        const dues = sumBy(settled.accounts.map((one) => [one.fund, one.due] as const));
        expect(sumBy(settled.payments.map((one) => [one.fund, one.due] as const))).toEqual(dues);
        for (const { fund, due, offset, payable } of settled.payments) {
          const [owing, owes] = [owed.get(fund) ?? 0, after.get(fund) ?? 0];
          expect(payable).toBe(Math.max(0, due - owing));
          expect(offset >= 0 && offset <= owing).toBe(true);
          expect(payable - owes).toBe(due - owing);
          expect(owes).toBe(Math.max(0, owing - due));
        }
      }),
      runs,
    );
  });

  test('over a history of corrections: Σ payable − outstanding = Σ due per fund, and none is paid while owing', () => {
    const histories = fc.array(fc.record({ enrolled: enrolment, recognitions, gone: fc.nat(9) }), {
      minLength: 4,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        anyone,
        policies,
        outstanding,
        histories,
        (someone, policy, owed, corrections) => {
          const quarters = quartersFrom('2025Q1', now).slice(0, corrections.length);
          const start = { ...someone, outstanding: owed };
          const { facts, batches } = settleQuarters(start, policy, quarters, (sofar, at) => {
            const { enrolled = [], recognitions = [], gone = 0 } = corrections[at] ?? {};
            const claims = sofar.claims.filter(({ id }) => id !== gone);
            return { ...sofar, enrolled, recognitions, claims };
          });
          for (const fund of ['mutual-aid', 'serious-illness']) {
            const payments = batches.flatMap((batch) =>
              batch.payments.filter((payment) => payment.fund === fund),
            );
            const sum = (key: 'due' | 'payable') =>
              payments.reduce((total, payment) => total + payment[key], 0);
            const [before, after] = [owed.get(fund) ?? 0, facts.outstanding.get(fund) ?? 0];
            expect(sum('payable') - after + before).toBe(sum('due'));
            for (const { payable } of payments) expect(payable).toBeGreaterThanOrEqual(0);
            expect(after).toBeGreaterThanOrEqual(0);
            if ((payments.at(-1)?.payable ?? 0) > 0) expect(after).toBe(0);
          }
        },
      ),
      runs,
    );
  });

  test('each open claim received by now is taken, or listed with its reasons, or silently too late', () => {
    const quarters = fc.constantFrom(...quartersFrom('2023Q1', now));
    fc.assert(
      fc.property(anyone, policies, quarters, (facts, policy, quarter) => {
        const settled = settlePerson(facts, policy, quarter);
        const listed = new Map(settled.notPayable.map(({ claim, reasons }) => [claim, reasons]));
        for (const one of facts.claims) {
          const reasons = listed.get(one.id);
          const taken = settled.taken.includes(one.id);
          expect(taken && reasons !== undefined).toBe(false);
          if (one.received_on > lastDayOf(quarter)) expect(taken || reasons).toBeFalsy();
          else if (!taken && !reasons) {
            expect(Number(one.service_date.slice(0, 4))).toBeLessThan(
              Number(quarter.slice(0, 4)) - 1,
            );
            expect(quarterOf(one.received_on)).not.toBe(quarter);
          }
        }
        for (const reasons of listed.values()) expect(reasons.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

describe('taking back, and foretelling', () => {
  test('annulling a claim and entering it again ends where it began', () => {
    fc.assert(
      fc.property(anyoneOpen, policies, outstanding, fc.nat(8), (someone, policy, owed, at) => {
        fc.pre(someone.claims.length > 0);
        const annulled = someone.claims[at % someone.claims.length];
        if (!annulled) return;
        const start = { ...someone, outstanding: owed };
        const { facts: began } = settleQuarters(start, policy, [now]);
        const again = { ...annulled, id: 77 };
        const { facts: ended, batches } = settleQuarters(
          began,
          policy,
          [now, now],
          (sofar, step) => {
            const others = sofar.claims.filter(({ id }) => id !== annulled.id);
            return { ...sofar, claims: step === 0 ? others : [...others, again] };
          },
        );
        // An account per receipt is that of the new claim: nothing is left in the old one's.
        const renamed = [...ended.settledBefore].map(
          ([key, fen]) => [key.replace(/#77$/, `#${annulled.id}`), fen] as const,
        );
        expect(sumBy(renamed)).toEqual(nonZero(began.settledBefore));
        // Where the rates of benefits that share a base make more than 100% of it, and by rounding, a benefit can
        // grow as a receipt goes: nothing beyond that was paid, and it is owed now.
        const paid = batches.flatMap(({ payments }) =>
          payments.map(({ fund, payable }) => [fund, payable] as const),
        );
        const others = someone.claims.filter(({ id }) => id !== annulled.id);
        const inAll = (claims: PersonFacts['claims']) => {
          const { accounts } = settlePerson({ ...someone, claims }, policy, now);
          return sumBy(accounts.map(({ fund, target }) => [fund, target] as const));
        };
        const [whole, less] = [inAll(someone.claims), inAll(others)];
        for (const [fund, payable] of Object.entries(sumBy(paid))) {
          const grown = (less[fund] ?? 0) - (whole[fund] ?? 0);
          expect(payable).toBeLessThanOrEqual(grown);
        }
        expect(sumBy([...began.outstanding, ...paid])).toEqual(nonZero(ended.outstanding));
      }),
      runs,
    );
  });

  test('the estimate, settled with the claim less settled without, is what settlement then pays', () => {
    fc.assert(
      fc.property(anyoneOpen, policies, (facts, policy) => {
        const claim = facts.claims.at(-1);
        fc.pre(claim !== undefined);
        const without = { ...facts, claims: facts.claims.slice(0, -1) };
        const [withIt, withoutIt] = [facts, without].map((one) => settlePerson(one, policy, now));
        if (!withIt || !withoutIt) return;
        const estimate = sumBy([
          ...Object.entries(duesOf(withIt)),
          ...Object.entries(duesOf(withoutIt)).map(([key, due]) => [key, -due] as const),
        ]);
        const after = approved(without, withoutIt);
        const then = settlePerson({ ...after, claims: [...after.claims, claim] }, policy, now);
        expect(duesOf(then)).toEqual(estimate);
      }),
      runs,
    );
  });
});

describe('the Xishan scheme agrees with a second, naive working-out', () => {
  /** Half up, by hand: the rate in percent points. */
  const percentOf = (fen: number, percent: number) =>
    Number((BigInt(fen) * BigInt(percent) * 2n + 100n) / 200n);

  test('subsidy, rehabilitation and serious-illness of 2026, in each of its quarters', () => {
    const quarters = fc.constantFrom(...quartersFrom('2026Q1', now));
    fc.assert(
      fc.property(anyone, quarters, (facts, quarter) => {
        const end = `2026-${{ Q1: '03-31', Q2: '06-30', Q3: '09-30' }[quarter.slice(4)] ?? '12-31'}`;
        const has = (kind: string, first: string, last: string) =>
          facts.recognitions.some(
            (one) => one.kind === kind && one.from <= last && (one.to ?? '9999') >= first,
          );
        const counting = facts.claims.filter((one) => {
          const on = one.service_date;
          if (!on.startsWith('2026') || one.received_on > end) return false;
          if (!facts.enrolled.includes(2026)) return false;
          if (one.receipt_type === 'chronic-outpatient' && !has('chronic-disease', on, on)) {
            return false;
          }
          return one.pool_paid > 0 && (one.receipt_type !== 'inpatient' || one.designated);
        });
        let [s, p, completed] = [0, 0, 0];
        for (const one of counting) {
          s += one.pool_self_pay;
          p += one.pool_paid;
        }
        for (let year = 2025; facts.enrolled.includes(year); year -= 1) completed += 1;
        const percent = Math.min(100, 50 + 5 * Math.floor(completed / 5));
        const subsidised = s > 100_000 ? percentOf(s - 100_000, percent) : 0;
        const steps = [p > 12_000_000, p > 16_000_000, p > 20_000_000].filter(Boolean).length;
        const allowance = [0, 500_000, 750_000, 1_000_000][steps];
        const entitled =
          has('hardship', '2026-01-01', end) && has('serious-illness', '2026-01-01', end);
        const relief = s > 500_000 ? percentOf(s - 500_000, 80) : 0;
        const relieved = entitled ? Math.min(relief, 1_000_000, s - subsidised) : 0;
        const settled = settlePerson(facts, xishan, quarter);
        const target = (name: string) =>
          settled.accounts.find((one) => one.benefit === name && one.period === '2026')?.target ??
          0;
        expect([target('subsidy'), target('rehabilitation'), target('serious-illness')]).toEqual([
          ...[subsidised, allowance, relieved],
        ]);
      }),
      { numRuns: 5_000 },
    );
  });
});

test('the generators look like life: every case that matters comes up', () => {
  const seen = new Map<string, number>();
  const note = (what: string, is = true) => {
    if (is) seen.set(what, (seen.get(what) ?? 0) + 1);
  };
  for (const facts of fc.sample(anyone, { numRuns: 2_000, seed: 7 })) {
    const settled = settlePerson(facts, xishan, now);
    for (const { reasons } of settled.notPayable) for (const reason of reasons) note(reason);
    for (const one of settled.accounts) {
      note(one.benefit, one.target > 0);
      note('within reduces', one.room !== null && one.target > 0 && one.target === one.room);
      note('capped', one.benefit === 'serious-illness' && one.target === yuan(10_000));
      note('continuity', one.benefit === 'subsidy' && (one.rate ?? 0) > 5_000);
      note('at 1,000.00 ± 0.02', Math.abs(one.base - yuan(1_000)) <= 2);
      note('at 120,000.00 ± 0.02', Math.abs(one.base - yuan(120_000)) <= 2);
    }
  }
  const expected = [
    ...['not-enrolled', 'too-late', 'hospital-not-designated', 'no-chronic-recognition'],
    ...['not-reimbursed-by-insurance', 'subsidy', 'rehabilitation', 'serious-illness'],
    ...['within reduces', 'capped', 'continuity', 'at 1,000.00 ± 0.02', 'at 120,000.00 ± 0.02'],
  ];
  for (const what of expected) expect(seen.get(what) ?? 0, what).toBeGreaterThanOrEqual(5);
});
