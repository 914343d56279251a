import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { Lookalikes } from '../../src/mutual-aid/claim/duplicate.ts';
import { csvOf, Office } from '../office.ts';
import { idOf } from '../people/people.ts';

const offices: Office[] = [];
afterEach(() => {
  for (const office of offices.splice(0)) office.close();
});

async function openOffice(): Promise<Office> {
  const office = await Office.open();
  offices.push(office);
  const person = (at: number) => ({
    ...{ employee_no: `0000${at}`, name: `王${at}`, id_no: idOf(at), category: 'active' },
    unit: 'G',
  });
  await office.import('unit', csvOf([{ code: 'G', name: '集团', level: 'group', parent: null }]));
  await office.import('person', csvOf([person(1), person(2)]));
  await office.import(
    'enrolment',
    csvOf([1, 2].map((at) => ({ employee_no: `0000${at}`, from_year: 2026 }))),
  );
  const hospitals = ['晋岭总医院', '青石沟矿医院'].map((name) => ({ name, designated: 'yes' }));
  await office.import('hospital', csvOf(hospitals));
  return office;
}

interface Receipt {
  readonly employee_no: string;
  readonly receipt_type: string;
  readonly receipt_no: string;
  readonly service_date: string;
  readonly hospital: string;
  readonly total_amount: string;
}

interface Listed extends Receipt {
  readonly claim: number;
  readonly state: string;
  readonly state_reason: string | null;
}

// Few values, so that receipts are alike in everything, in some things, and in nothing.
const receipt: fc.Arbitrary<Receipt> = fc.record({
  employee_no: fc.constantFrom('00001', '00002'),
  receipt_type: fc.constantFrom('inpatient', 'special-exam'),
  receipt_no: fc.constantFrom('A1', 'A2', 'A3', 'A4'),
  service_date: fc.constantFrom('2026-07-01', '2026-07-02'),
  hospital: fc.constantFrom('晋岭总医院', '青石沟矿医院'),
  total_amount: fc.constantFrom('900.00', '900.01'),
});
const receipts = fc.uniqueArray(receipt, {
  selector: ({ receipt_type, receipt_no }) => `${receipt_type}:${receipt_no}`,
  minLength: 2,
  maxLength: 8,
});

const alike = (one: Receipt, other: Receipt) =>
  one.employee_no === other.employee_no &&
  (one.receipt_no === other.receipt_no ||
    (one.hospital === other.hospital &&
      one.service_date === other.service_date &&
      one.total_amount === other.total_amount));

const rows = (list: readonly Receipt[]) =>
  csvOf(
    list.map((one) => ({
      ...{ ...one, pool_paid: '400.00', pool_self_pay: '300.00', received_on: '2026-08-01' },
    })),
  );

const claimsOf = async (office: Office) =>
  (await office.json<Listed[]>('claim', 'list')).toSorted((a, b) => a.claim - b.claim);

/** The groups of receipts that are linked by being alike, with one held at least: each sorted, and they too. */
function groupsHeld(claims: readonly Listed[]): readonly string[] {
  const groups: Listed[][] = [];
  for (const claim of claims) {
    const linked = groups.filter((group) => group.some((one) => alike(one, claim)));
    for (const group of linked) groups.splice(groups.indexOf(group), 1);
    groups.push([...linked.flat(), claim]);
  }
  return groups
    .filter((group) => group.some(({ state }) => state === 'held'))
    .map((group) =>
      group
        .map((one) => `${one.receipt_type}:${one.receipt_no}`)
        .sort()
        .join(' '),
    )
    .sort();
}

describe('possible duplicates of an import', () => {
  test('the later one is held, naming the earliest it may be; no two open ones are alike', async () => {
    await fc.assert(
      fc.asyncProperty(receipts, fc.nat(8), async (list, cut) => {
        const office = await openOffice();
        // In one file or in two: where the line is drawn makes no difference.
        for (const part of [list.slice(0, cut), list.slice(cut)]) {
          if (part.length > 0) await office.import('claim', rows(part));
        }
        const claims = await claimsOf(office);
        expect(claims).toHaveLength(list.length);
        for (const [at, claim] of claims.entries()) {
          const other = claims.slice(0, at).find((one) => alike(one, claim));
          expect(claim.state).toBe(other ? 'held' : 'open');
          expect(claim.state_reason).toBe(other ? `possible-duplicate:${other.claim}` : null);
        }
        office.close();
      }),
      { numRuns: 40 },
    );
  });

  test('the order of the rows does not change which groups have receipts held', async () => {
    const shuffled = receipts.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async (orders) => {
        const [one, other] = [await openOffice(), await openOffice()];
        await one.import('claim', rows(orders[0]));
        await other.import('claim', rows(orders[1]));
        const [here, there] = [await claimsOf(one), await claimsOf(other)];
        expect(groupsHeld(there)).toEqual(groupsHeld(here));
        one.close();
        other.close();
      }),
      { numRuns: 30 },
    );
  });

  test('importing the export back changes nothing, whatever was said of the claims since', async () => {
    await fc.assert(
      fc.asyncProperty(
        receipts,
        fc.array(fc.constantFrom('release', 'reject', 'leave'), { minLength: 8, maxLength: 8 }),
        async (list, said) => {
          const office = await openOffice();
          await office.import('claim', rows(list));
          for (const [at, { claim, state }] of (await claimsOf(office)).entries()) {
            const [word = 'leave'] = said.slice(at);
            if (state !== 'held' || word === 'leave') continue;
            const reason = word === 'release' ? ['--reason', '是另一张'] : [];
            await office.done('claim', word, `#${claim}`, ...reason);
          }
          const before = await office.done('claim', 'list', '--csv');
          const { imported, unchanged, rejected } = await office.import('claim', before);
          expect({ imported, unchanged, rejected }).toEqual({
            ...{ imported: 0, unchanged: list.length, rejected: 0 },
          });
          expect(await office.done('claim', 'list', '--csv')).toBe(before);
          office.close();
        },
      ),
      { numRuns: 20 },
    );
  });
});

const first: Receipt = {
  employee_no: '00001',
  receipt_type: 'inpatient',
  receipt_no: 'A1',
  service_date: '2026-07-01',
  hospital: '晋岭总医院',
  total_amount: '900.00',
};
const second = { ...first, receipt_no: 'A2' };

describe('a receipt is not compared with', () => {
  test.each([
    ['one rejected', 'reject'],
    ['one withdrawn', 'withdraw'],
  ])('%s', async (_which, verb) => {
    const office = await openOffice();
    await office.import('claim', rows([first]));
    await office.done('claim', verb, 'A1', '--reason', '录错');
    await office.import('claim', rows([second]));
    expect((await claimsOf(office)).at(-1)?.state).toBe('open');
  });

  test('one annulled after it was settled', async () => {
    const office = await openOffice();
    await office.import('claim', rows([first]));
    await office.settle('2026Q3');
    await office.done('claim', 'annul', 'A1', '--reason', '金额录错');
    await office.import('claim', rows([second]));
    expect((await claimsOf(office)).at(-1)?.state).toBe('open');
  });
});

test('a receipt is compared with one that is settled, and with one that is held', async () => {
  const office = await openOffice();
  await office.import('claim', rows([first]));
  await office.settle('2026Q3');
  await office.import('claim', rows([second]));
  const third = { ...first, receipt_no: 'A2', receipt_type: 'special-exam', total_amount: '1.00' };
  await office.import('claim', rows([{ ...third, total_amount: '800.00' }]));
  expect((await claimsOf(office)).map(({ state_reason }) => state_reason)).toEqual([
    ...[null, 'possible-duplicate:1', 'possible-duplicate:2'],
  ]);
});

test('what is held is not paid; what was released is, in the next settlement', async () => {
  const office = await openOffice();
  await office.import('claim', rows([first, second]));
  expect((await office.settle('2026Q3')).claims).toBe(1);
  await office.done('claim', 'release', 'A2', '--reason', '当天住院两次');
  expect((await office.settle('2026Q3')).claims).toBe(1);
});

test('an import that keeps nothing holds nothing', async () => {
  const office = await openOffice();
  const lines = rows([first, second, { ...first, receipt_no: 'A3', hospital: '没有的医院' }]);
  const { code, counts } = await office.bring('claim', lines.split('\n'), '--all-or-nothing');
  expect(code).toBe(3);
  expect(counts).toEqual({ read: 3, imported: 0, unchanged: 0, rejected: 1 });
  expect(await claimsOf(office)).toEqual([]);
});

test('within a household the receipt of one is that of the other', () => {
  const lookalikes = new Lookalikes(
    new Map([
      [7, 1],
      [8, 1],
      [9, 2],
    ]),
  );
  const cost = { hospital_id: 3, service_date: '2026-07-01', total_amount: 90_000 };
  expect(lookalikes.add({ ...cost, id: 1, person_id: 7, receipt_no: 'A1' })).toBeUndefined();
  expect(lookalikes.add({ ...cost, id: 2, person_id: 9, receipt_no: 'A1' })).toBeUndefined();
  expect(lookalikes.add({ ...cost, id: 3, person_id: 8, receipt_no: 'A1' })).toEqual({
    ...{ claim: 1, receipt_no: 'A1', alike: ['number', 'cost'] },
  });
});
