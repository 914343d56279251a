import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Office } from '../office.ts';
import { officeOfUnits, peopleHeading, personLine } from '../people/people.ts';
import { plainPolicy } from '../plain-policy.ts';
import type { FundJson } from './books.ts';

let office: Office;
beforeEach(async () => {
  office = await officeOfUnits();
  const people = [personLine(1), personLine(2), personLine(3, { unit: 'M1S2' })];
  await office.bring('person', [peopleHeading, ...people]);
});
afterEach(() => office.close());

const heading = 'employee_no,from_year,to_year';
const bring = (lines: readonly string[], ...options: string[]) =>
  office.bring('enrolment', [heading, ...lines], ...options);
const list = (...options: string[]) =>
  office.json<{ entry: number; key: string; amount: string; cause: string; memo: string }[]>(
    ...['ledger', 'list', ...options],
  );
const keys = async (...options: string[]) =>
  (await list(...options)).map(({ key, amount }) => `${key}: ${amount}`).reverse();
const balance = async () =>
  (await office.json<FundJson[]>('fund', 'list')).find(({ fund }) => fund === 'mutual-aid')
    ?.balance;

describe('an import of enrolments', () => {
  it('books an entry for each unit and year, by payer, of the years that are new', async () => {
    await bring(['000001,2025,2026', '000002,2026,', '000003,2026,', '000001,2026,']);
    expect(await keys()).toEqual(['M1S1 2025: 35.00', 'M1S1 2026: 70.00', 'M1S2 2026: 35.00']);
    expect(await office.json('ledger', 'show', '2')).toMatchObject({
      ...{ fund: 'mutual-aid', on: '2026-07-01', cause: 'dues', memo: 'enrolments.csv' },
      postings: [
        { account: 'cash', debit: '70.00', credit: null },
        { account: 'dues:member', debit: null, credit: '40.00' },
        { account: 'dues:unit', debit: null, credit: '10.00' },
        { account: 'dues:group', debit: null, credit: '20.00' },
      ],
    });
    expect((await office.relief('audit', 'verify')).code).toBe(0);
  });

  it('books nothing when it comes again, and only what is new of a longer one', async () => {
    await bring(['000001,2025,2026']);
    const { said } = await bring(['000001,2025,2026']);
    expect(said).toBe('');
    expect(await keys()).toHaveLength(2);
    await bring(['000001,2024,2026', '000002,2026,']);
    expect(await keys()).toEqual([
      ...['M1S1 2025: 35.00', 'M1S1 2026: 35.00'],
      ...['M1S1 2024: 35.00', 'M1S1 2026: 35.00'],
    ]);
  });

  it('books nothing of what is rejected, nor of what is not kept', async () => {
    await bring(['000001,2026,', '000009,2026,'], '--all-or-nothing');
    expect(await keys()).toEqual([]);
    await bring(['000001,2026,', '000009,2026,']);
    expect(await keys()).toEqual(['M1S1 2026: 35.00']);
  });

  it('leaves years without dues that stand in an opening balance', async () => {
    const { said } = await bring(['000001,2010,2026', '000002,2001,2005'], '--dues-from', '2025');
    expect(said).toContain('70.00 yuan in 2 entries');
    expect(await keys()).toEqual(['M1S1 2025: 35.00', 'M1S1 2026: 35.00']);
    const remove = ['enrolment', 'remove', '000001', '--reason', '录错', '--year'];
    await office.done(...remove, '2015');
    expect(await balance()).toBe('70.00');
  });

  it('of years before the policy begins books none', async () => {
    await bring(['000001,2001,2005']);
    expect(await keys()).toEqual([]);
  });
});

describe('one enrolment', () => {
  it('books an entry for the person and year', async () => {
    const add = 'enrolment add --employee-no 000001 --from-year 2025 --to-year 2026'.split(' ');
    expect((await office.relief(...add)).err).toContain('70.00 yuan in 2 entries');
    expect(await keys()).toEqual(['000001 2025: 35.00', '000001 2026: 35.00']);
    expect((await office.relief(...add)).err).toBe('');
    await office.done(
      ...'enrolment add --employee-no 000002 --from-year 2020 --to-year 2026'.split(' '),
      ...['--dues-from', '2026'],
    );
    expect(await keys('--person', '000002')).toEqual(['000002 2026: 35.00']);
  });
});

describe('a removed year', () => {
  const remove = (no: string, year: string) =>
    office.relief('enrolment', 'remove', no, '--year', year, '--reason', '录入有误');

  it('returns its dues, linked to the entry that booked them', async () => {
    await bring(['000001,2026,', '000002,2026,']);
    expect((await remove('000001', '2026')).err).toContain('35.00 yuan, entry 2');
    expect(await list('--person', '000001')).toEqual([
      expect.objectContaining({
        ...{ entry: 2, cause: 'dues-returned', key: '1', memo: '000001 2026 录入有误' },
      }),
    ]);
    expect(await balance()).toBe('35.00');
    // Enrolled again, the dues are booked again.
    await bring(['000001,2026,']);
    expect(await balance()).toBe('70.00');
    expect((await office.relief('audit', 'verify')).code).toBe(0);
  });

  it('is left where the fund has promised its money', async () => {
    await office.done('policy', 'use', plainPolicy({ shortfall: 'refuse' }), '--yes');
    await bring(['000001,2026,']);
    const { bookEntries, approval } = await import('./books.ts');
    await bookEntries(office, [approval('mutual-aid', '2026-07-01', { amount: 100 })]);
    const { code, err } = await remove('000001', '2026');
    expect([code, err]).toEqual([4, expect.stringContaining('1.00 yuan are missing')]);
    expect(await office.json('enrolment', 'show', '000001')).toHaveLength(1);
  });

  it('returns what was booked, whatever the policy says by now', async () => {
    await bring(['000001,2026,', '000002,2026,']);
    const source = readFileSync(
      new URL('../../data/policies/xishan.yaml', import.meta.url),
      'utf8',
    );
    const file = `${office.folder}/dearer.yaml`;
    writeFileSync(file, source.replace('dues: {member: 20.00', 'dues: {member: 99.99'));
    await office.done('policy', 'use', file, '--yes');
    await bring(['000003,2026,']);
    expect(await balance()).toBe('184.99');
    await remove('000002', '2026');
    await remove('000003', '2026');
    await remove('000001', '2026');
    expect(await balance()).toBe('0.00');
  });
});

it('after any imports, additions and removals the fund holds the dues of who is enrolled', async () => {
  const pristine = readFileSync(office.path);
  const no = fc.constantFrom('000001', '000002', '000003');
  const year = fc.integer({ min: 2022, max: 2026 });
  const step = fc.oneof(
    fc.record({ does: fc.constant('import' as const), no, year, no2: no, year2: year }),
    fc.record({ does: fc.constant('add' as const), no, year }),
    fc.record({ does: fc.constant('remove' as const), no, year }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      writeFileSync(office.path, pristine);
      const enrolled = new Set<string>();
      for (const one of steps) {
        const key = `${one.no},${one.year}`;
        if (one.does === 'import') {
          await bring([`${key},`, `${one.no2},${one.year2},`]);
          enrolled.add(key).add(`${one.no2},${one.year2}`);
        } else if (one.does === 'add') {
          await office.done(
            ...['enrolment', 'add', '--employee-no', one.no, '--from-year', `${one.year}`],
          );
          enrolled.add(key);
        } else {
          const { code } = await office.relief(
            ...['enrolment', 'remove', one.no, '--year', `${one.year}`, '--reason', '录错'],
          );
          expect(code).toBe(enrolled.delete(key) ? 0 : 4);
        }
      }
      expect(await balance()).toBe(`${35 * enrolled.size}.00`);
      expect((await office.relief('audit', 'verify')).code).toBe(0);
    }),
    { numRuns: 100, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true },
  );
}, 120_000);
