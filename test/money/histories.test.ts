import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { daysLater } from '../../src/core/civil-date.ts';
import { Office } from '../office.ts';
import { plainPolicy } from '../plain-policy.ts';
import { announced, History, peopleFile } from './history.ts';

const people = ['00001', '00002', '00003', '00004', '00005'];
const enrolledYears = [11, 1, 3, 6, 1];

/** What can happen in an office, with what chance decides about it. */
type Event = (history: History) => Promise<unknown>;

const person = fc.nat(people.length - 1);
const amount = fc.integer({ min: 1, max: 900_000 });
const receipts = fc.array(fc.tuple(person, amount), { minLength: 1, maxLength: 4 });

const events: fc.Arbitrary<readonly [string, Event]> = fc.oneof(
  receipts.map((some) => [`import ${some}`, (h: History) => h.importReceipts(some)] as const),
  fc.constant(['settle', (h: History) => h.settle()] as const),
  fc.constant(['announce', (h: History) => h.announce()] as const),
  person.map((one) => [`object ${one}`, (h: History) => h.object(one)] as const),
  fc.constant(['approve', (h: History) => h.approve()] as const),
  fc.constant(['pay', (h: History) => h.pay()] as const),
  fc.nat(3).map((fails) => [`answer ${fails}`, (h: History) => h.answer(fails)] as const),
  fc.constant(['close', (h: History) => h.close()] as const),
  fc.nat(40).map((at) => [`annul ${at}`, (h: History) => h.annul(at)] as const),
  fc
    .tuple(person, amount)
    .map(([one, fen]) => [`advance ${one} ${fen}`, (h: History) => h.advance(one, fen)] as const),
  fc
    .tuple(person, amount)
    .map(([one, fen]) => [`grant ${one} ${fen}`, (h: History) => h.grant(one, fen)] as const),
  amount.map((fen) => [`deposit ${fen}`, (h: History) => h.deposit('mutual-aid', fen)] as const),
  fc.constant(['reverse', (h: History) => h.reverse()] as const),
  fc
    .tuple(person, fc.boolean())
    .map(([one, again]) => [`enrol ${one} ${again}`, (h: History) => h.enrol(one, again)] as const),
  fc.constant(['a quarter later', (h: History) => h.aQuarterLater()] as const),
);

/** The way a quarter usually goes, so that histories get far: the events are strewn into it. */
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

const policy = plainPolicy({ announced, shortfall: 'refuse' });

async function begin(): Promise<History> {
  const office = await Office.open('2026-04-02', policy);
  const history = new History(office, people);
  for (const [noun, csv] of [
    ['unit', 'code,name,level,parent\nG,集团,group,\nM1,一矿,mine,G\nS1,一队,section,M1'],
    ['person', peopleFile],
    [
      'recognition',
      'employee_no,kind,detail,from,to\n00001,hardship,低保,2025-01-01,\n00001,serious-illness,肿瘤,2026-02-01,',
    ],
    ['hospital', 'name,designated\n晋岭总医院,yes'],
    [
      'enrolment',
      `employee_no,from_year,to_year\n${people.map((no, at) => `${no},${2027 - (enrolledYears[at] ?? 1)},2026`).join('\n')}`,
    ],
  ] as const) {
    await office.import(noun, csv);
  }
  history.dues = 3500 * enrolledYears.reduce((all, years) => all + years, 0);
  await history.deposit('mutual-aid', 5_000_000);
  await history.deposit('serious-illness', 5_000_000);
  await history.importReceipts([
    [0, 2_000_000],
    [1, 300_000],
  ]);
  history.today = '2026-04-02';
  return history;
}

/** What must hold at every moment: the books against what was counted beside them. */
async function holds(history: History): Promise<void> {
  await history.office.look(async (query) => {
    const one = async (text: string) => {
      const { rows } = await sql<{ n: number | null }>`${sql.raw(text)}`.execute(query);
      return rows[0]?.n ?? 0;
    };
    const account = (name: string) =>
      one(`SELECT sum(amount) AS n FROM posting WHERE account = '${name}'`);
    const uneven = `SELECT count(*) AS n FROM (SELECT 1 FROM posting GROUP BY entry_id HAVING sum(amount) <> 0)`;
    expect(await one(uneven)).toBe(0);
    const ofSettled = `FROM batch_payment WHERE batch_id IN
      (SELECT id FROM batch WHERE status IN ('approved', 'paid', 'closed'))`;
    const { deposits, dues, paid, advances } = history;
    expect(await account('cash')).toBe(deposits + dues - paid - advances);
    expect(0 - (await account('payable'))).toBe(
      (await one(`SELECT sum(payable) AS n ${ofSettled}`)) - paid,
    );
    expect(await account('receivable')).toBe(
      advances + (await one(`SELECT sum(max(0, -due) - "offset") AS n ${ofSettled}`)),
    );
    const below = `SELECT count(*) AS n FROM (SELECT fund FROM posting
      WHERE account IN ('cash', 'payable') GROUP BY fund HAVING sum(amount) < 0)`;
    expect(await one(below)).toBe(0);
    const owed = `SELECT count(*) AS n FROM (SELECT 1 FROM posting WHERE account = 'receivable'
      GROUP BY person_id, fund HAVING sum(amount) < 0)`;
    expect(await one(owed)).toBe(0);
    expect(await one('SELECT count(*) AS n FROM batch_payment WHERE payable < 0')).toBe(0);
  });
}

/** Settles, approves and pays until nothing is left, in a quarter after all others. */
async function finish(history: History): Promise<void> {
  await history.deposit('mutual-aid', 50_000_000);
  await history.deposit('serious-illness', 50_000_000);
  history.today = daysLater(history.today, 91);
  // Twice: a batch left from before is ended first, then what that one let through.
  for (let round = 0; round < 3; round += 1) {
    for (const event of usual) await event(history);
    await history.answer(0);
    history.today = daysLater(history.today, 1);
  }
}

async function ended(history: History): Promise<void> {
  const { office } = history;
  const left = await history.settle();
  expect(left === undefined ? 0 : Number(left.claims)).toBe(0);
  for (const no of people) {
    const told = await office.json<{ accounts: { target: string; settled_before: string }[] }>(
      ...['explain', 'person', no, '--today', history.today],
    );
    for (const { target, settled_before } of told.accounts) expect(settled_before).toBe(target);
  }
  for (const { name, status } of await history.heads()) {
    if (status === 'void') continue;
    expect(await office.json('batch', 'verify', name)).toMatchObject({ holds: true });
  }
  expect(await office.json('audit', 'verify')).toMatchObject({ holds: true });
}

/** Counts what came up in a history. */
async function look({ office }: History): Promise<void> {
  const counts = {
    closed: "SELECT count(*) AS n FROM batch WHERE status = 'closed'",
    failed: "SELECT count(*) AS n FROM payment_exception WHERE why = 'failed'",
    owed: "SELECT count(*) AS n FROM posting WHERE account = 'receivable' AND amount > 0",
    held: "SELECT count(*) AS n FROM claim WHERE state = 'held'",
    reversed: 'SELECT count(*) AS n FROM entry WHERE reverses IS NOT NULL',
  };
  await office.look(async (query) => {
    for (const [name, text] of Object.entries(counts)) {
      const { rows } = await sql<{ n: number }>`${sql.raw(text)}`.execute(query);
      seen[name as keyof typeof seen] += Number((rows[0]?.n ?? 0) > 0);
    }
  });
}

const histories = Number(process.env['RUNS'] ?? 500);
/** How often what matters came up: a property over histories in which nothing happens would hold too. */
const seen = { closed: 0, failed: 0, owed: 0, held: 0, reversed: 0 };

describe('the money of an office', () => {
  it('is right to the fen in any history, and ends with every account at its target', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(usual.length), events), { minLength: 4, maxLength: 14 }),
        async (happened) => {
          const history = await begin();
          try {
            let next = 0;
            for (const [steps, [, event]] of happened) {
              // The usual way goes on by a few steps before something happens.
              for (let step = 0; step < Math.min(steps, 3); step += 1) {
                await usual[next % usual.length]?.(history);
                next += 1;
              }
              await event(history);
              await holds(history);
            }
            await finish(history);
            await holds(history);
            await ended(history);
            await look(history);
          } finally {
            history.office.close();
          }
        },
      ),
      { numRuns: histories, endOnFailure: false },
    );
    for (const [what, times] of Object.entries(seen)) {
      expect(times, what).toBeGreaterThan(histories / 20);
    }
  }, 600_000);
});
