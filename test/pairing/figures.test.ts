import fc from 'fast-check';
import { expect, test } from 'vitest';
import { change } from '../../src/audit/change.ts';
import { daysLater } from '../../src/core/civil-date.ts';
import type { Pairing } from '../../src/pairing/pairing.ts';
import { planPairing } from '../../src/pairing/pairing.ts';
import { insertPairing } from '../../src/pairing/store.ts';
import { officeOfFamilies, openFile } from './families.ts';

const heads = ['000101', '000103', '000104'];
/** The mines of the families, in their order. */
const mines = ['M1', 'M1', 'M2'];
const year = { from: '2025-01-01', to: '2025-12-31' };

const day = fc.integer({ min: 0, max: 1_000 }).map((days) => daysLater('2024-01-01', days));
const drafts = fc.array(
  fc.record({
    official_id: fc.integer({ min: 1, max: 2 }),
    household_id: fc.integer({ min: 1, max: 3 }),
    from: day,
    days: fc.option(fc.nat(300), { nil: null }),
  }),
  { maxLength: 10 },
);

/** The figures counted by hand: whoever is helped on one day by two is helped by several at once. */
function counted(pairings: readonly Pairing[]) {
  const ran = pairings.filter(
    ({ from, to }) => from <= year.to && (to === null || to >= year.from),
  );
  const together = (a: Pairing, b: Pairing) =>
    a !== b && a.from <= (b.to ?? '9') && b.from <= (a.to ?? '9');
  const several = (key: 'official_id' | 'household_id') =>
    new Set(
      ran.flatMap((a) => (ran.some((b) => a[key] === b[key] && together(a, b)) ? [a[key]] : [])),
    ).size;
  return {
    pairings: ran.length,
    officials: new Set(ran.map((one) => one.official_id)).size,
    families: new Set(ran.map((one) => one.household_id)).size,
    lifted: 0,
    one_to_many: several('official_id'),
    many_to_one: several('household_id'),
  };
}

test('the figures are what one counts by hand, for each mine and for all together', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (all) => {
      const office = await officeOfFamilies('2026-12-31');
      for (const no of heads) await openFile(office, no);
      const there: Pairing[] = [];
      for (const { days, ...one } of all) {
        const to = days === null ? null : daysLater(one.from, days);
        const texts = { responsibility: null, way: null, measures: null, goal: null };
        const pairing = { id: there.length + 1, ...texts, ...one, to, outcome: to && '脱困' };
        const own = there.filter(
          (other) =>
            other.official_id === one.official_id && other.household_id === one.household_id,
        );
        const plan = planPairing(pairing, own, { official: '', no: '' });
        if (plan === 'imported') there.push(pairing);
      }
      const { session } = office.session();
      await change(session, async (writer) => {
        for (const { id: _, ...pairing } of there) await insertPairing(writer, pairing);
        const entry = { action: 'pairing.import', entity: 'pairing', key: '', detail: {} };
        return { result: undefined, entry };
      });
      await session.close();
      const { rows, total } = await office.json<{
        rows: readonly { readonly unit: string }[];
        total: unknown;
      }>('pairing', 'figures', '--year', '2025');
      expect(total).toEqual(counted(there));
      for (const { unit, ...figures } of rows) {
        const own = there.filter(({ household_id }) => mines[household_id - 1] === unit);
        expect(figures).toMatchObject(counted(own));
      }
      office.close();
    }),
    { numRuns: 25 },
  );
});
