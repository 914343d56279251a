import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outstandingLeft } from '../../src/ledger/fund/fund.ts';
import { keep, restore } from '../../src/mutual-aid/batch/kept.ts';
import type { PersonFacts } from '../../src/mutual-aid/facts.ts';
import { linesOf, type PersonSettlement, settlePerson } from '../../src/mutual-aid/settlement.ts';
import { approved, claim, person, poorAndIll, xishan, yuan } from './policy-fixture.ts';

const runs = { numRuns: 1_000 };
const now = '2026Q4';
const funds = ['mutual-aid', 'serious-illness'] as const;

const amount = fc.oneof(fc.integer({ min: 1, max: yuan(3_000) }), fc.nat(yuan(60_000)));

/** What can happen to a person, in any order; the numbers say how much, or which one. */
const events = fc.array(
  fc.record({
    happens: fc.constantFrom(
      ...(['claim', 'annul', 'advance', 'repay', 'grant', 'revoke', 'settle', 'settle'] as const),
    ),
    amount,
    fund: fc.constantFrom(...funds),
    which: fc.nat(30),
  }),
  { maxLength: 30 },
);

type Event = typeof events extends fc.Arbitrary<(infer E)[]> ? E : never;

/** A person's life, and the money that passed between them and the funds, in fen. */
class Life {
  facts: PersonFacts = person({
    enrolled: [2020, 2021, 2022, 2023, 2024, 2025, 2026],
    recognitions: poorAndIll,
    grants: [],
  });
  readonly settled: { readonly facts: PersonFacts; readonly batch: PersonSettlement }[] = [];
  readonly advanced = new Map<string, number>();
  private last = 0;

  live({ happens, amount, fund, which }: Event): void {
    const { claims, grants = [], outstanding } = this.facts;
    this.last += 1;
    const id = this.last;
    switch (happens) {
      case 'claim':
        this.set({ claims: [...claims, claim({ id, pool_self_pay: amount })] });
        break;
      case 'annul': {
        const one = claims[which % Math.max(1, claims.length)];
        const others = claims.filter((other) => other !== one);
        this.set({ claims: one?.settled ? [...others, { ...one, annulled: true }] : others });
        break;
      }
      case 'advance':
        this.move(this.advanced, fund, amount);
        this.move(outstanding, fund, amount);
        break;
      case 'repay': {
        const back = Math.min(amount, outstanding.get(fund) ?? 0);
        this.move(this.advanced, fund, -back);
        this.move(outstanding, fund, -back);
        break;
      }
      case 'grant':
        this.set({ grants: [...grants, { id, granted_on: '2026-08-01', amount, settled: 0 }] });
        break;
      case 'revoke': {
        const one = grants[which % Math.max(1, grants.length)];
        const others = grants.filter((other) => other !== one);
        this.set({ grants: one?.settled ? [...others, { ...one, revoked: true }] : others });
        break;
      }
      case 'settle':
        this.settle();
    }
  }

  settle(): PersonSettlement {
    const batch = settlePerson(this.facts, xishan, now);
    this.settled.push({ facts: this.facts, batch });
    this.facts = approved(this.facts, batch);
    return batch;
  }

  /** What all batches came to in a fund. */
  sum(fund: string, of: 'due' | 'payable'): number {
    const payments = this.settled.flatMap(({ batch }) => batch.payments);
    return payments.filter((one) => one.fund === fund).reduce((sum, one) => sum + one[of], 0);
  }

  private set(facts: Partial<PersonFacts>): void {
    this.facts = { ...this.facts, ...facts };
  }

  private move(amounts: ReadonlyMap<string, number>, fund: string, by: number): void {
    (amounts as Map<string, number>).set(fund, (amounts.get(fund) ?? 0) + by);
  }
}

/** A life with all its events, and a settlement at its end. */
function lived(all: readonly Event[]): Life {
  const life = new Life();
  for (const event of all) life.live(event);
  life.settle();
  return life;
}

describe('with any advances, repayments, grants and dues in any order', () => {
  test('a batch never pays less than zero, nor more than is due', () => {
    fc.assert(
      fc.property(events, (all) => {
        const life = lived(all);
        for (const { facts, batch } of life.settled) {
          for (const { fund, due, offset, payable } of batch.payments) {
            expect(payable).toBeGreaterThanOrEqual(0);
            expect(payable).toBeLessThanOrEqual(Math.max(0, due));
            expect(offset).toBeLessThanOrEqual(facts.outstanding.get(fund) ?? 0);
          }
        }
      }),
      runs,
    );
  });

  test('paid out + advances − outstanding = dues, at every moment', () => {
    fc.assert(
      fc.property(events, (all) => {
        const life = new Life();
        for (const event of all) {
          life.live(event);
          for (const fund of funds) {
            const advanced = life.advanced.get(fund) ?? 0;
            const outstanding = life.facts.outstanding.get(fund) ?? 0;
            expect(outstanding).toBeGreaterThanOrEqual(0);
            expect(life.sum(fund, 'payable') + advanced - outstanding).toBe(life.sum(fund, 'due'));
          }
        }
      }),
      runs,
    );
  });

  test('each grant comes to its amount, a revoked one to nothing, and then nothing more is due', () => {
    fc.assert(
      fc.property(events, (all) => {
        const life = lived(all);
        for (const grant of life.facts.grants ?? []) {
          expect(grant.settled).toBe(grant.revoked ? 0 : grant.amount);
        }
        expect(linesOf(life.settle())).toEqual([]);
      }),
      runs,
    );
  });

  test('what a batch keeps works it out again', () => {
    fc.assert(
      fc.property(events, (all) => {
        const life = lived(all);
        for (const { facts, batch } of life.settled) {
          const kept = JSON.parse(JSON.stringify(keep(1, facts, batch)));
          expect(settlePerson(restore(kept, facts.claims), xishan, now)).toEqual(batch);
        }
      }),
      runs,
    );
  });
});

test('what is left of what became outstanding adds up to what is outstanding, all but the oldest whole', () => {
  const changes = fc.array(fc.integer({ min: -yuan(5_000), max: yuan(5_000) }), { maxLength: 20 });
  fc.assert(
    fc.property(changes, (all) => {
      let open = 0;
      const movements = all.map((amount, at) => {
        // Nothing is held back or repaid that is not outstanding.
        const by = Math.max(amount, -open);
        open += by;
        return { on: `2026-01-${String(at + 1).padStart(2, '0')}`, amount: by };
      });
      const left = outstandingLeft(movements);
      expect(left.reduce((sum, { amount }) => sum + amount, 0)).toBe(open);
      for (const one of left.slice(1)) expect(movements).toContainEqual(one);
    }),
    runs,
  );
});
