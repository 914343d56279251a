import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysLater } from '../../../src/core/civil-date.ts';
import type { Office } from '../../office.ts';
import { officeOfFamilies, recognised } from './families.ts';

const steps = ['review', 'close', 'return', 'join', 'leave'] as const;
const step = fc.record({ what: fc.constantFrom(...steps), after: fc.integer({ min: 0, max: 20 }) });

/** Whether a file is open, and its member in it, on a day. */
interface Stood {
  readonly day: string;
  readonly open: boolean;
  readonly joined: boolean;
}

const zero = ['--rigid-expenses', '0'];

/** Takes a step, in whatever state the file is. @returns whether it was taken */
async function take(
  office: Office,
  what: (typeof steps)[number],
  member: number,
): Promise<boolean> {
  const argv = {
    review: ['hardship', 'review', '000001', ...zero],
    close: ['hardship', 'close', '000001', '--outcome', 'lifted', '--reason', '好转'],
    return: ['hardship', 'return', '000001', ...zero],
    join: ['family', 'add', '000001', '--relation', 'spouse', '--employee-no', '000002'],
    leave: ['family', 'leave', String(member)],
  }[what];
  const { code, out } = await office.relief(...argv);
  expect([0, 3, 4]).toContain(code);
  return code === 0 && !out.includes('already, the same');
}

test('through every history one recognition is in force while the file is open, and none after', async () => {
  const byHand = fc.option(fc.tuple(fc.integer({ min: -30, max: 60 }), fc.option(fc.nat(60))));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), byHand, async (history, before) => {
      const office = await officeOfFamilies();
      const at = (day: string) => Object.assign(office, { today: day });
      try {
        let day = '2026-01-10';
        if (before) {
          const from = daysLater(day, before[0]);
          const to = before[1] === null ? '' : daysLater(from, before[1]);
          await office.import(
            'recognition',
            `employee_no,kind,detail,from,to\n000001,hardship,低保家庭,${from},${to}`,
          );
        }
        at(day);
        await office.done(
          ...['hardship', 'open', '--employee-no', '000001', '--cause', 'illness'],
          ...['--income', '0', ...zero],
        );
        const stood: Stood[] = [{ day, open: true, joined: false }];
        let now = { open: true, joined: false };
        let [member, last] = [1, 1];
        for (const { what, after } of history) {
          day = daysLater(day, after);
          at(day);
          if (!(await take(office, what, member))) continue;
          if (what === 'join') member = last += 1;
          const joined = what === 'join' || (now.joined && what !== 'leave');
          now = { open: what === 'return' || (now.open && what !== 'close'), joined };
          stood.push({ day, ...now });
        }
        await hold(office, stood);
        await office.done('audit', 'verify');
      } finally {
        office.close();
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

/** Looks at every day since the opening. */
async function hold(office: Office, stood: readonly Stood[]): Promise<void> {
  const [own, members] = [await recognised(office, '000001'), await recognised(office, '000002')];
  const first = stood[0]?.day ?? '';
  for (let at = 0; at <= 260; at += 1) {
    const day = daysLater(first, at);
    // The last day of a file, or of a member, still counts.
    const states = stood.filter((one, nth) => {
      const next = stood[nth + 1]?.day;
      return one.day <= day && (next === undefined || day <= next);
    });
    const inForce = (all: typeof own) =>
      all.filter(({ from, to }) => from <= day && (to === null || day <= to)).length;
    expect(inForce(own), day).toBe(states.some(({ open }) => open) ? 1 : 0);
    const belongs = states.some(({ open, joined }) => open && joined);
    expect(inForce(members), day).toBe(belongs ? 1 : 0);
  }
}
