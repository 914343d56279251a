import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsFrom, parseMonth } from '../../src/aid/grant/period.ts';
import { daysInMonth } from '../../src/core/civil-date.ts';
import type { FundJson } from '../ledger/books.ts';
import { csvOf, fenOf, type Office } from '../office.ts';
import { officeOfFamilies, people, putIn, students } from './families.ts';
import { decider, endorser, type Given, step, taker, tryApply } from './grants.ts';

const operators = [taker, endorser, decider, 'cron'];
const funds = ['living-active', 'school', 'rental-housing', 'start-up'] as const;
const levels = { 'living-active': 2, school: 2, 'rental-housing': 3, 'start-up': 3 } as const;
const most = { 'living-active': 2_000, school: 1_000, 'rental-housing': 500, 'start-up': 50_000 };
const receipts = [null, null, 'ZY-1', 'ZY-2'];

/** What can happen in an office, in any order; the numbers say which one, how much, by whom. */
const events = fc.array(
  fc.record({
    happens: fc.constantFrom(
      ...([
        'apply',
        'apply',
        'apply',
        'endorse',
        'endorse',
        'endorse',
        'approve',
        'approve',
      ] as const),
      ...(['pay', 'return', 'refuse', 'withdraw', 'deposit', 'claim'] as const),
    ),
    which: fc.nat(30),
    fund: fc.constantFrom(...funds),
    wife: fc.boolean(),
    urgent: fc.boolean(),
    by: fc.constantFrom(...operators),
    receipt: fc.constantFrom(...receipts),
    month: fc.integer({ min: 1, max: 3 }),
    amount: fc.integer({ min: 100, max: 2_100 }),
  }),
  { minLength: 12, maxLength: 28 },
);

type Event = typeof events extends fc.Arbitrary<(infer E)[]> ? E : never;

interface Modelled {
  readonly fund: (typeof funds)[number];
  readonly amount: number;
  readonly receipt: string | null;
  readonly month: number;
  readonly urgent: boolean;
  readonly own: Set<string>;
  state: string;
  /** From 1, the section, up to the level of the fund. */
  at: number;
  missing: number[];
}

/** The same office, counted by hand: what may happen, and what each fund has then. In yuan. */
class Counted {
  readonly grants: Modelled[] = [];
  readonly claims = new Map<string, string>();
  readonly cash = new Map<string, number>(funds.map((fund) => [fund, 3_000]));
  readonly payable = new Map<string, number>(funds.map((fund) => [fund, 0]));
  readonly owed = new Map<string, number>(funds.map((fund) => [fund, 0]));

  /** Whether an application can be made; of the whole family, as all of it is one. */
  fits(one: Pick<Modelled, 'fund' | 'amount' | 'receipt' | 'month'>, self?: Modelled): boolean {
    const standing = this.grants.filter(
      (other) =>
        other !== self && ['applied', 'returned', 'approved', 'paid'].includes(other.state),
    );
    const ofFund = standing.filter(({ fund }) => fund === one.fund);
    if (one.amount > most[one.fund]) return false;
    if (one.fund === 'school' && ofFund.length > 0) return false;
    if (one.fund === 'start-up' && ofFund.length > 0) return false;
    if (one.fund === 'rental-housing' && ofFund.some(({ month }) => month === one.month))
      return false;
    if (one.receipt === null) return true;
    const claim = this.claims.get(one.receipt);
    return claim !== 'open' && claim !== 'held' && !standing.some((g) => g.receipt === one.receipt);
  }

  private move(of: Map<string, number>, fund: string, by: number): void {
    of.set(fund, (of.get(fund) ?? 0) + by);
  }

  /** Whether a step may be taken; it is taken where it may. */
  takes(happens: Event['happens'], grant: Modelled, by: string): boolean {
    const { fund, amount, state } = grant;
    const top = levels[fund];
    const underWay = state === 'applied' || state === 'returned';
    switch (happens) {
      case 'endorse': {
        const passedOver = (grant.missing[0] ?? grant.at) < grant.at;
        if (passedOver && ['applied', 'approved', 'paid'].includes(state)) {
          grant.missing.shift();
          grant.own.add(by);
          return true;
        }
        if (!underWay || (grant.at === top && grant.own.has(`${by}@top`))) return false;
        if (grant.at === top) grant.own.add(`${by}@top`);
        grant.own.add(by);
        grant.missing = grant.missing.filter((level) => level !== grant.at);
        grant.at = Math.min(top, grant.at + 1);
        grant.state = 'applied';
        return true;
      }
      case 'return':
        if (!underWay || grant.at === 1) return false;
        grant.at -= 1;
        grant.state = 'returned';
        return true;
      case 'refuse':
        if (!underWay) return false;
        grant.state = 'refused';
        return true;
      case 'approve': {
        if (state !== 'applied' || grant.at !== top || by === 'cron' || grant.own.has(by))
          return false;
        const free = (this.cash.get(fund) ?? 0) - (this.payable.get(fund) ?? 0);
        if (!this.fits(grant, grant) || amount > free) return false;
        this.move(this.payable, fund, amount);
        grant.state = 'approved';
        return true;
      }
      case 'pay':
        if (state !== 'approved') return false;
        this.move(this.payable, fund, -amount);
        this.move(this.cash, fund, -amount);
        if (fund === 'start-up') this.move(this.owed, fund, amount);
        grant.state = 'paid';
        return true;
      default: {
        const isLoan = fund === 'start-up';
        if (!underWay && state !== 'approved' && (state !== 'paid' || isLoan)) return false;
        if (state === 'approved') this.move(this.payable, fund, -amount);
        if (state === 'paid') this.move(this.owed, fund, amount);
        grant.state = 'withdrawn';
        return true;
      }
    }
  }
}

/** What happens, in the office and by hand. */
async function happen(office: Office, counted: Counted, event: Event): Promise<void> {
  const { happens, fund, receipt, month, urgent, by, amount, which, wife } = event;
  if (happens === 'deposit') {
    await putIn(office, amount, [fund]);
    counted.cash.set(fund, (counted.cash.get(fund) ?? 0) + amount);
    return;
  }
  if (happens === 'claim') return claim(office, counted, event);
  if (happens === 'apply') {
    const one = { fund, amount, receipt, month };
    const fits = counted.fits(one);
    const time = `2026-${String(month).padStart(2, '0')}`;
    const given: Given = {
      ...{ amount: String(amount), urgent, as: by, applied_on: '2026-10-08' },
      ...{ employee_no: wife ? people.wife : people.worker },
      ...(receipt && { receipt_no: receipt }),
      ...(fund === 'rental-housing' && { from_month: time, to_month: time }),
      ...(fund === 'school' && { beneficiary: students.pupil }),
    };
    const { code, err } = await tryApply(office, fund, given);
    expect([code, err]).toEqual([fits ? 0 : 4, expect.anything()]);
    if (!fits) return;
    const top = levels[fund];
    const missing = urgent ? Array.from({ length: top - 1 }, (_, at) => at + 1) : [];
    const at = urgent ? top : 1;
    counted.grants.push({ ...one, urgent, own: new Set([by]), state: 'applied', at, missing });
    return;
  }
  const grant = counted.grants[which % Math.max(1, counted.grants.length)];
  if (!grant) return;
  const id = String(counted.grants.indexOf(grant) + 1);
  const before = grant.state;
  const may = counted.takes(happens, grant, by);
  const { code, err } = await step(office, happens, id, { as: by });
  expect([happens, before, code, err]).toEqual([happens, before, may ? 0 : 4, expect.anything()]);
}

/** A receipt comes in: held where a grant has paid it. */
async function claim(office: Office, counted: Counted, { receipt }: Event): Promise<void> {
  if (receipt === null || counted.claims.has(receipt)) return;
  const paid = counted.grants.some(
    (grant) => grant.receipt === receipt && ['approved', 'paid'].includes(grant.state),
  );
  await office.import(
    'claim',
    csvOf([
      {
        ...{ employee_no: people.worker, receipt_type: 'inpatient', receipt_no: receipt },
        ...{
          service_date: '2026-08-15',
          hospital: '晋岭总医院',
          total_amount: receipt === 'ZY-1' ? '9000' : '9500',
        },
        ...{ pool_paid: '5000', pool_self_pay: '3000', received_on: '2026-08-20' },
      },
    ]),
  );
  counted.claims.set(receipt, paid ? 'held' : 'open');
}

/** What must hold at any time. */
async function holds(office: Office, counted: Counted): Promise<void> {
  const list = await office.json<FundJson[]>('fund', 'list');
  for (const fund of funds) {
    const { balance, payable, receivable } = list.find((one) => one.fund === fund) as FundJson;
    expect([fund, fenOf(balance), fenOf(payable), fenOf(receivable)]).toEqual([
      ...[fund, (counted.cash.get(fund) ?? 0) * 100, (counted.payable.get(fund) ?? 0) * 100],
      (counted.owed.get(fund) ?? 0) * 100,
    ]);
    expect(fenOf(balance) - fenOf(payable)).toBeGreaterThanOrEqual(0);
  }
  const shown = await office.json<{ fund: string; state: string; granted: string | null }[]>(
    ...['grant', 'list'],
  );
  expect(shown.toReversed().map(({ state }) => state)).toEqual(
    counted.grants.map(({ state }) => state),
  );
  const spent = await office.look((query) =>
    query
      .selectFrom('posting')
      .select(['fund'])
      .select((e) => e.fn.sum<number>('amount').as('amount'))
      .where('account', '=', 'grant')
      .groupBy('fund')
      .execute(),
  );
  for (const { fund, amount } of spent) {
    const standing = shown.filter(
      (one) => one.fund === fund && ['approved', 'paid'].includes(one.state),
    );
    expect(standing.reduce((sum, { granted }) => sum + fenOf(granted ?? '0'), 0)).toBe(amount);
  }
  for (const no of ['ZY-1', 'ZY-2']) {
    const paid = counted.grants.filter(
      ({ receipt, state }) => receipt === no && ['approved', 'paid'].includes(state),
    );
    const claimed = counted.claims.get(no) === 'open' ? 1 : 0;
    expect(paid.length + claimed).toBeLessThanOrEqual(1);
  }
  const claims = await office.json<{ receipt_no: string; state: string }[]>('claim', 'list');
  expect(new Map(claims.map(({ receipt_no, state }) => [receipt_no, state]))).toEqual(
    counted.claims,
  );
}

test('whatever happens in whatever order: funds are right, limits hold, no cost is paid twice', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (history) => {
      const office = await officeOfFamilies();
      try {
        await putIn(office, 3_000, funds);
        const counted = new Counted();
        for (const event of history) await happen(office, counted, event);
        await holds(office, counted);
        await office.done('audit', 'verify');
      } finally {
        office.close();
      }
    }),
    { numRuns: 25 },
  );
}, 300_000);

describe('times', () => {
  const day = fc
    .record({
      y: fc.integer({ min: 1990, max: 2100 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.nat(30),
    })
    .map(
      ({ y, m, d }) =>
        `${y}-${String(m).padStart(2, '0')}-${String((d % daysInMonth(y, m)) + 1).padStart(2, '0')}`,
    );

  test('months run from the first to the last without a gap, each is read as it is written', () => {
    fc.assert(
      fc.property(day, fc.nat(40), (from, more) => {
        const first = from.slice(0, 7);
        const months = monthsFrom(first, '2199-12').slice(0, more + 1);
        expect(monthsFrom(first, months.at(-1) ?? '')).toEqual(months);
        expect(months).toEqual([...new Set(months)].sort());
        for (const month of months) expect(parseMonth(month)).toBe(month);
      }),
    );
  });
});
