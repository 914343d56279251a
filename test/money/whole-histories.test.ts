import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysLater } from '../../src/core/civil-date.ts';
import { Office } from '../office.ts';
import { plainPolicy } from '../plain-policy.ts';
import { lends } from './help-history.ts';
import { announced, peopleFile } from './history.ts';
import { wholeHolds } from './whole-books.ts';
import { wholeEnds } from './whole-end.ts';
import { students, WholeHistory } from './whole-history.ts';

const people = ['00001', '00002', '00003', '00004', '00005'];
const funds = [
  ...['living-active', 'living-retired', 'school', 'university', 'disability', 'legal-aid'],
  ...['start-up', 'start-up', 'rental-housing'],
];

type Event = (history: WholeHistory) => Promise<unknown>;

const which = fc.nat(20);
const person = fc.nat(people.length - 1);
const part = fc.integer({ min: 1, max: 4 });
const fund = fc.constantFrom(...funds);
const fen = fc.oneof(fc.integer({ min: 1, max: 120_000 }), fc.constantFrom(1, 200_000, 5_000_000));
const application = fc.record({
  ...{ fund, person, amount: fen, month: fc.integer({ min: 1, max: 4 }), urgent: fc.boolean() },
  receipt: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 5 }).map((no) => `R${no}`),
  ),
  student: fc.constantFrom(...students),
});

const selfPay = fc.integer({ min: 1, max: 2_000_000 });
const receipts = fc.array(fc.tuple(person, selfPay), { minLength: 1, maxLength: 3 });

const does = <T>(
  name: string,
  of: fc.Arbitrary<T>,
  event: (history: WholeHistory, said: T) => Promise<unknown>,
) =>
  of.map(
    (said) => [`${name} ${JSON.stringify(said)}`, (h: WholeHistory) => event(h, said)] as const,
  );

/** What can happen in an office beside its settlement, with what chance decides about it. */
const events: fc.Arbitrary<readonly [string, Event]> = fc.oneof(
  { weight: 6, arbitrary: does('apply', application, (h, one) => h.apply(one)) },
  {
    weight: 6,
    arbitrary: does('approve', fc.tuple(which, part), (h, [at, of]) => h.decide(at, of)),
  },
  {
    weight: 4,
    arbitrary: does('pay', fc.tuple(which, fc.boolean()), (h, [at, all]) => h.payGrant(at, all)),
  },
  { weight: 3, arbitrary: does('repay', fc.tuple(which, part), (h, [at, of]) => h.repay(at, of)) },
  does('end', fc.tuple(which, fc.constantFrom('refuse', 'return', 'withdraw')), (h, [at, verb]) =>
    h.end(at, verb),
  ),
  { weight: 3, arbitrary: does('withdraw', which, (h, at) => h.end(at, 'withdraw')) },
  does('import grant', fc.tuple(application, fc.boolean()), (h, [one, paid]) =>
    h.importGrant(one, paid),
  ),
  does('endorse', which, (h, at) => h.endorse(at)),
  does('import repayment', fc.tuple(which, part), (h, [at, of]) => h.importRepayment(at, of)),
  does('correct', fc.tuple(which, which), (h, [at, no]) => h.correct(at, no)),
  does('write off', fc.tuple(which, fc.constantFrom('approve', 'refuse', 'wait')), (h, [at, how]) =>
    h.writeOff(at, how),
  ),
  does('bring back', fc.tuple(which, part), (h, [at, of]) => h.bringBack(at, of)),
  does('open a file', person, (h, one) => h.openFile(one)),
  does('look', fc.tuple(person, fc.constantFrom('review', 'return')), (h, [one, verb]) =>
    h.look(one, verb),
  ),
  does('close a file', person, (h, one) => h.closeFile(one)),
  does(
    'join',
    fc.tuple(person, fc.oneof(person, fc.constantFrom(...students))),
    (h, [family, who]) => h.join(family, who),
  ),
  does('leave', which, (h, at) => h.leave(at)),
  does('move', fc.tuple(person, fc.constantFrom('G', 'M1', 'M2', 'S1')), (h, [one, unit]) =>
    h.move(one, unit),
  ),
  does('retire', fc.tuple(person, fc.constantFrom('active', 'retired')), (h, [one, now]) =>
    h.retire(one, now),
  ),
  does('deposit', fc.tuple(fund, fen), (h, [into, amount]) => h.depositInto(into, amount)),
  does('opening', fc.tuple(fund, fen), (h, [into, amount]) => h.opening(into, amount)),
  does('take back', which, (h, at) => h.takeBack(at)),
  does('policy', fc.boolean(), (h, strict) => usePolicy(h, strict)),
  { weight: 2, arbitrary: does('receipts', receipts, (h, some) => h.importReceipts(some)) },
  does('annul', which, (h, at) => h.annul(at)),
  does('advance', fc.tuple(person, fen), (h, [one, amount]) => h.advance(one, amount)),
  does('daily', fc.constant(null), (h) => h.daily()),
  does('days later', fc.integer({ min: 1, max: 120 }), async (h, days) => {
    h.today = daysLater(h.today, days);
  }),
);

/** For most events none; the date of the computer is wrong for some. */
const daysAgo = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 200 }) },
);

/** The way a quarter usually goes: the events are strewn into it. */
const usual: readonly Event[] = [
  (h) => h.settle(),
  (h) => h.announce(),
  (h) => h.approve(),
  (h) => h.pay(),
  (h) => h.answer(3),
  (h) => h.pay(),
  (h) => h.answer(0),
  (h) => h.close(),
  (h) => h.aQuarterLater(),
];

let base: Office;
let seed: WholeHistory;
let paths: Readonly<Record<'mild' | 'strict', string>>;
const rules = {
  mild: { perYear: 300_000, shares: true },
  strict: { perYear: 150_000, shares: false },
};
const usePolicy = (h: WholeHistory, strict: boolean) =>
  h.usePolicy(strict ? paths.strict : paths.mild, strict ? rules.strict : rules.mild);

beforeAll(async () => {
  const strict = plainPolicy({ announced, shortfall: 'refuse' });
  const mild = join(dirname(strict), 'mild.yaml');
  const text = readFileSync(strict, 'utf8');
  const title = 'title: {en: "living hardship, in service", zh: 在职职工生活困难救助金}\n';
  const changed = (to: string, limits: string) =>
    text.replace(title, title + to).replace('{per_grant: 2000.00}', limits);
  writeFileSync(
    mild,
    changed('        same_cost_as: [legal-aid]\n', '{per_grant: 2000.00, per_year: 3000.00}'),
  );
  writeFileSync(strict, changed('', '{per_grant: 1000.00, per_year: 1500.00}'));
  paths = { mild, strict };
  base = await Office.open('2026-04-02', mild);
  seed = await begin(base);
}, 60_000);
afterAll(() => base.close());

async function begin(office: Office): Promise<WholeHistory> {
  for (const [noun, csv] of [
    [
      'unit',
      'code,name,level,parent\nG,集团,group,\nM1,一矿,mine,G\nM2,二矿,mine,G\nS1,一队,section,M1',
    ],
    ['person', peopleFile],
    [
      'recognition',
      'employee_no,kind,detail,from,to\n00001,serious-illness,肿瘤,2026-02-01,\n00003,disability,肢体三级,2026-01-01,',
    ],
    ['hospital', 'name,designated\n晋岭总医院,yes'],
    [
      'enrolment',
      `employee_no,from_year,to_year\n${people.map((no) => `${no},2020,2026`).join('\n')}`,
    ],
  ] as const) {
    await office.import(noun, csv);
  }
  const history = new WholeHistory(office, people);
  history.dues = 3500 * 7 * people.length;
  await history.deposit('mutual-aid', 5_000_000);
  await history.deposit('serious-illness', 5_000_000);
  for (const into of ['living-active', 'living-retired', 'school', 'start-up', 'rental-housing'])
    await history.depositInto(into, 600_000);
  for (const head of [0, 1]) await history.openFile(head);
  for (const who of [2, ...students]) await history.join(0, who);
  history.today = '2026-04-02';
  const usually = { receipt: null, month: 1, urgent: false, student: students[0] };
  for (const [fund, person] of [
    ['start-up', 4],
    ['start-up', 3],
    ['living-active', 0],
  ] as const) {
    const receipt = person === 0 ? 'R1' : null;
    await history.apply({ ...usually, fund, person, amount: 100_000, receipt });
    await history.decide(0, 4);
    await history.payGrant(0, false);
  }
  return history;
}

/** How often what matters came up: a property over histories in which nothing happens would hold too. */
const seen = { paid: 0, ended: 0, lent: 0, repaid: 0, writtenOff: 0, owed: 0, held: 0, closed: 0 };

async function count(history: WholeHistory): Promise<void> {
  const { grants, funds: all, office } = history;
  const has = (held: boolean) => Number(held);
  seen.paid += has(grants.some(({ state }) => state === 'paid'));
  seen.ended += has(grants.some(({ state }) => state === 'ended'));
  seen.lent += has(grants.some(({ fund, state }) => fund === lends && state === 'paid'));
  seen.repaid += has(grants.some(({ repayments }) => repayments.size > 0));
  seen.writtenOff += has(grants.some(({ writtenOff }) => writtenOff > 0));
  seen.owed += has([...all.values()].some(({ owed }) => owed.size > 0));
  await office.look(async (query) => {
    const held = await query.selectFrom('claim').select('id').where('state', '=', 'held').execute();
    seen.held += has(held.length > 0);
    const ends = query.selectFrom('household_review').select('id').where('kind', '=', 'lifted');
    seen.closed += has((await ends.execute()).length > 0);
  });
}

const histories = Number(process.env['RUNS'] ?? 60);

test('every fund is right to the fen in any history, and all ways of telling it agree', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), daysAgo, events), { minLength: 15, maxLength: 40 }),
      async (happened) => {
        const office = await Office.open('2026-04-02', paths.mild);
        copyFileSync(base.path, office.path);
        const history = seed.goOnIn(office);
        try {
          let next = 0;
          for (const [steps, ago, [, event]] of happened) {
            // The usual way of a quarter goes on by a step now and then.
            if (steps === 0) await usual[next++ % usual.length]?.(history);
            if (ago === 0) await event(history);
            else await history.longAgo(ago, () => event(history));
            await wholeHolds(history);
          }
          await wholeEnds(history);
          await count(history);
        } finally {
          office.close();
        }
      },
    ),
    { numRuns: histories, endOnFailure: process.env['SHRINK'] === undefined },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
}, 600_000);
