import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesSince, type PaperOf, type Settling } from '../../src/mutual-aid/explain/diff.ts';
import type { ClaimFacts, PersonFacts } from '../../src/mutual-aid/facts.ts';
import { settlePerson } from '../../src/mutual-aid/settlement.ts';
import {
  approved,
  claim,
  person,
  policyOf,
  recognition,
  rehabilitation,
  seriousIllness,
  subsidy,
  xishan,
  years,
  yuan,
} from './policy-fixture.ts';

const settling = (facts: PersonFacts, quarter = '2026Q2', policy = xishan): Settling => ({
  ...{ quarter, policy, facts, settlement: settlePerson(facts, policy, quarter) },
});

const papersOf = (claims: readonly ClaimFacts[], same: Readonly<Record<number, number>> = {}) =>
  new Map<number, PaperOf>(
    claims.map(({ id, receipt_type }) => [
      id,
      { receipt_type, receipt_no: `ZY-${same[id] ?? id}` },
    ]),
  );

/** What is told after a batch of a person was approved and the facts were then changed. */
function told(
  start: PersonFacts,
  change: (after: PersonFacts) => PersonFacts,
  { from = '2026Q1', to = '2026Q2', policy = xishan, same = {} } = {},
) {
  const before = settling(start, from);
  const now = settling(change(approved(start, before.settlement)), to, policy);
  return changesSince(before, now, papersOf(now.facts.claims, same));
}

const big = claim({ id: 1, pool_self_pay: yuan(8_000) });
const both = [recognition('hardship', '2026-01-01'), recognition('serious-illness', '2026-01-01')];

describe('changesSince', () => {
  test('tells nothing where nothing changed', () => {
    expect(told(person({ claims: [big] }), (facts) => facts)).toEqual([]);
  });

  test('names a receipt that came in, and none that was there', () => {
    const second = claim({ id: 2, pool_self_pay: yuan(500) });
    const [diff] = told(person({ claims: [big] }), (facts) => ({
      ...facts,
      claims: [...facts.claims, second],
    }));
    expect(diff?.changes).toEqual([{ what: 'receipt-in', claim: 2, against: [] }]);
    expect(diff?.now.due).toBe(yuan(250));
  });

  test('takes an annulled receipt that was entered again for one that was mended', () => {
    const again = claim({ id: 2, pool_self_pay: yuan(6_800) });
    const change = (facts: PersonFacts) => ({
      ...facts,
      claims: [...facts.claims.map((one) => ({ ...one, annulled: true as const })), again],
    });
    const [diff] = told(person({ claims: [big] }), change, { same: { 2: 1 } });
    expect(diff?.changes).toEqual([{ what: 'receipt-mended', claim: 2, was: 1 }]);
    const [other] = told(person({ claims: [big] }), change);
    expect(other?.changes).toEqual([
      { what: 'receipt-out', claim: 1 },
      { what: 'receipt-in', claim: 2, against: [] },
    ]);
  });

  test('tells why a receipt did not count that does now', () => {
    const [diff] = told(person({ enrolled: [], claims: [big] }), (facts) => ({
      ...facts,
      enrolled: [2026],
    }));
    expect(diff?.changes).toEqual([
      { what: 'receipt-in', claim: 1, against: ['not-enrolled'] },
      { what: 'years-in', years: [2026] },
    ]);
  });

  test('leaves out years that do not bear on the account', () => {
    const start = person({ enrolled: [2026], claims: [big] });
    expect(told(start, (facts) => ({ ...facts, enrolled: [2010, 2026] }))).toEqual([]);
    const [diff] = told(start, (facts) => ({ ...facts, enrolled: years(2021, 2026) }));
    expect(diff?.changes).toEqual([
      { what: 'years-in', years: years(2021, 2025) },
      { what: 'continuity', before: 0, now: 5 },
    ]);
    expect(diff?.rate).toEqual({ before: 5_000, now: 5_500 });
  });

  test('tells a recognition that has begun since', () => {
    const late = [both[0], recognition('serious-illness', '2026-05-01')].flatMap(
      (one) => one ?? [],
    );
    const [diff] = told(person({ claims: [big], recognitions: late }), (facts) => facts);
    expect(diff?.now.benefit).toBe('serious-illness');
    expect(diff?.changes).toEqual([
      {
        ...{ what: 'recognition-begun', recognition: 'serious-illness', from: '2026-05-01' },
        ...{ to: null, otherwise_to: null },
      },
    ]);
  });

  test.each([
    ['removed', null, []],
    ['ended before the year', '2025-12-31', [recognition('hardship', '2025-03-01', '2025-12-31')]],
  ])('tells a recognition that was %s', (_how, endsNow, left) => {
    const start = [recognition('hardship', '2025-03-01'), ...both.slice(1)];
    const [diff] = told(person({ claims: [big], recognitions: start }), (facts) => ({
      ...{ ...facts, recognitions: [...left, ...both.slice(1)] },
    }));
    expect(diff?.changes).toEqual([
      {
        ...{ what: 'recognition-out', recognition: 'hardship', from: '2025-03-01', to: null },
        otherwise_to: endsNow,
      },
    ]);
    expect(diff?.now.due).toBe(-yuan(2_400));
  });

  test('tells what another benefit leaves room for, where that limits', () => {
    const high = claim({ id: 1, pool_self_pay: yuan(20_000) });
    const start = person({ enrolled: years(2006, 2026), claims: [high], recognitions: both });
    const diffs = told(start, (facts) => ({ ...facts, enrolled: years(2016, 2026) }));
    expect(diffs.map(({ now, changes }) => [now.benefit, changes.map(({ what }) => what)])).toEqual(
      [
        ['subsidy', ['years-out', 'continuity']],
        ['serious-illness', ['room']],
      ],
    );
  });

  test('tells another policy only of the accounts that it says something else of', () => {
    const bands = [{ over: yuan(1_000), rate: 4_000 }];
    const policy = policyOf([{ ...subsidy, bands }, rehabilitation, seriousIllness]);
    const start = person({ claims: [big], recognitions: both });
    const diffs = told(start, (facts) => facts, { policy });
    expect(diffs.map(({ now, changes }) => [now.benefit, changes])).toEqual([
      ['subsidy', [{ what: 'policy' }]],
    ]);
  });

  test('tells special relief that was approved, and that was revoked', () => {
    const grant = { id: 7, granted_on: '2026-05-03', amount: yuan(20_000), settled: 0 };
    const start = person({ claims: [big] });
    const granted = told(start, (facts) => ({ ...facts, grants: [grant] }));
    expect(granted.map(({ now, changes }) => [now.due, changes])).toEqual([
      [yuan(20_000), [{ what: 'granted' }]],
    ]);
    const gone = { ...grant, settled: grant.amount, revoked: true as const };
    const revoked = told({ ...start, grants: [grant] }, (facts) => ({ ...facts, grants: [gone] }));
    expect(revoked.map(({ now, changes }) => [now.due, changes])).toEqual([
      [-yuan(20_000), [{ what: 'revoked' }]],
    ]);
  });

  test('has all as new where no batch has looked at the person', () => {
    const now = settling(person({ claims: [big] }));
    const diffs = changesSince(undefined, now, papersOf([big]));
    expect(diffs.map(({ before }) => before)).toEqual([undefined, undefined, undefined]);
    expect(diffs[0]?.changes).toEqual([{ what: 'receipt-in', claim: 1, against: [] }]);
  });
});

const span = fc
  .tuple(fc.integer({ min: 2010, max: 2026 }), fc.integer({ min: 2024, max: 2026 }))
  .map(([from, to]) => years(Math.min(from, to), to));
const day = fc.constantFrom('2025-02-01', '2026-01-15', '2026-02-01', '2026-05-01');
const recognitions = fc
  .array(
    fc.tuple(
      fc.constantFrom('hardship', 'serious-illness', 'chronic-disease'),
      day,
      fc.constantFrom(null, '2025-12-31', '2026-03-01'),
    ),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(([kind, from, to]) => recognition(kind, from, to !== null && to < from ? from : to)),
  );
const claims = fc
  .array(
    fc.record({
      receipt_type: fc.constantFrom('inpatient', 'chronic-outpatient', 'special-exam'),
      service_date: day,
      designated: fc.boolean(),
      pool_paid: fc.constantFrom(0, yuan(3_000), yuan(90_000)),
      pool_self_pay: fc.integer({ min: 0, max: yuan(12_000) }),
    }),
    { maxLength: 5 },
  )
  .map((list) => list.map((one, at) => claim({ ...one, id: at + 1, received_on: '2026-05-02' })));
const facts = fc.record({ enrolled: span, recognitions, claims });

describe('after any corrections', () => {
  test('no difference is without a reason, and the differences are the dues of the next settlement', () => {
    fc.assert(
      fc.property(
        facts,
        facts,
        fc.array(fc.constantFrom('keep', 'annul'), { minLength: 5, maxLength: 5 }),
        (first, later, fates) => {
          const start = person(first);
          const before = settling(start, '2026Q2');
          const after = approved(start, before.settlement);
          const kept = after.claims.flatMap((one, at) => {
            if (fates[at] !== 'annul') return [one];
            return one.settled ? [{ ...one, annulled: true as const }] : [];
          });
          const came = later.claims.map((one) => ({ ...one, id: one.id + 10 }));
          const { enrolled, recognitions: recognised } = later;
          const changed = {
            ...{ ...after, enrolled, recognitions: recognised, claims: [...kept, ...came] },
          };
          const now = settling(changed, '2026Q3');
          const diffs = changesSince(before, now, papersOf(changed.claims));
          const dues = now.settlement.accounts.filter(({ due }) => due !== 0);
          expect(diffs.map((diff) => diff.now).filter(({ due }) => due !== 0)).toEqual(dues);
          for (const diff of diffs) {
            if (diff.now.due !== 0) expect(diff.changes.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
