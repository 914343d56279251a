import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../../office.ts';
import { officeOfFamilies, open, recognised } from './families.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
});

afterEach(() => office.close());

const form =
  '工号,姓名,困难类别,致困主要原因,致困次要原因,家庭人口,家庭年收入,刚性支出,家庭月人均收入,建档时间,脱困时间';

/** Imports rows of the national form. */
const bring = (...rows: readonly string[]) => office.bring('hardship', [form, ...rows]);

const show = (no: string) => office.json<Record<string, unknown>>('hardship', 'show', no);

describe('the national form', () => {
  test('is imported as it is usually headed and spelled', async () => {
    const { counts } = await bring(
      '000001,王建国,特困,因病,因学,3,"36,000.00",9000,750,2025年3月1日,',
      '000003,张伟,,收入低,,2,24000,,,2026/1/5,',
      '000004,刘洋,意外致困,意外,,1,0,12000,-1000.00,20240110,2025-12-31',
    );
    expect(counts).toEqual({ read: 3, imported: 3, unchanged: 0, rejected: 0 });
    expect(await office.json('hardship', 'list')).toMatchObject([
      {
        ...{ employee_no: '000004', class: 'accident', income_per_head: '-1000.00' },
        ...{ closed_on: '2025-12-31', outcome: 'lifted', review_due: null, state: 'closed' },
      },
      { employee_no: '000003', class: 'relative', income_per_head: '1000.00' },
      { employee_no: '000001', class: 'deep', second_cause: 'schooling', review_due: '2026-03-01' },
    ]);
    expect(await recognised(office)).toMatchObject([
      { employee_no: '000001', from: '2025-03-01', to: null },
      { employee_no: '000003', from: '2026-01-05', to: null },
      { employee_no: '000004', from: '2024-01-10', to: '2025-12-31' },
    ]);
    expect(await show('000004')).toMatchObject({
      reviews: [{ kind: 'opened' }, { kind: 'lifted' }],
    });
    await office.done('audit', 'verify');
  });

  test.each([
    [
      '000001,,特困,因病,,3,36000,9000,800,2025-03-01,',
      '(36,000.00 − 9,000.00) ÷ 3 ÷ 12 is 750.00',
    ],
    ['000001,,很困难,因病,,3,36000,,,2025-03-01,', 'class: "很困难" is not known'],
    ['000001,,,因病,,0,36000,,,2025-03-01,', '"0" is no number of members'],
    ['000001,,,因病,,3,36000,,,2025-03-01,2025-02-01', 'lies before'],
    ['000001,,,因病,,3,36000,,,2026-12-01,', 'still to come'],
    ['000001,,,因病,,1,90000,,,2025-03-01,', 'above the limit of every class'],
    ['000009,,,因病,,3,36000,,,2025-03-01,', 'there is no employee "000009"'],
    ['000001,,,,,3,36000,,,2025-03-01,', 'cause is missing'],
  ])('%s is rejected', async (row, said) => {
    const { code, counts, said: told } = await bring(row);
    expect(code).toBe(3);
    expect(counts).toMatchObject({ imported: 0, rejected: 1 });
    expect(told).toContain(said);
  });

  test('takes a class whose limit is passed as it stands, with a warning', async () => {
    const { counts, said } = await bring('000001,,深度困难,因病,,1,12000,,,2025-03-01,');
    expect(counts).toMatchObject({ imported: 1 });
    expect(said).toContain('1,000.00 yuan a head lies above 800.00');
  });

  test('does nothing twice, and contradicts nothing with an empty cell', async () => {
    const row = '000001,,特困,因病,,3,36000,9000,,2025-03-01,';
    expect((await bring(row, row)).counts).toMatchObject({ imported: 1, unchanged: 1 });
    const said = (await bring('000001,,相对困难,因病,,3,36000,8000,,2025-03-01,')).said;
    expect(said).toContain('is there already with another class, rigid expenses of 12 months');
    expect((await bring('000001,,,因病,,3,36000,,,2025-03-01,')).counts).toMatchObject({
      unchanged: 1,
    });
  });

  test('nobody is in two open files', async () => {
    await open(office, '000001');
    await office.done('family', 'add', '000001', '--relation', 'spouse', '--employee-no', '000002');
    const { said } = await bring('000002,,特困,因病,,3,36000,9000,,2025-03-01,');
    expect(said).toContain('is a member of the open file of 王建国 (000001)');
  });

  test('its members come after; until then its figures stand', async () => {
    await bring('000001,,特困,因病,,3,36000,9000,,2025-03-01,');
    const shown = await office.done('hardship', 'show', '000001');
    expect(shown).toContain('27,000.00 ÷ 3 members ÷ 12 months = 750.00');
    const review = await office.relief('hardship', 'review', '000001', '--rigid-expenses', '0');
    expect(review).toMatchObject({ code: 4 });
    expect(review.err).toContain('--incomes 王建国=AMOUNT');
    const members = [
      '户主工号,姓名,与户主关系,身份证号,年收入,学校,在读阶段,健康状况',
      '000001,王建国,本人,,36000,,,患病',
      '000001,李秀英,妻子,,,,,',
      '000001,王小明,长子,,,一中,高中,良好',
    ];
    expect((await office.bring('family', members)).counts).toMatchObject({ imported: 3 });
    expect((await office.bring('family', members)).counts).toMatchObject({ unchanged: 3 });
    expect(await show('000001')).toMatchObject({
      sum: { income: '36000.00', members: 3, income_per_head: '750.00' },
      family: [{ relation: 'self', health: '患病' }, { relation: 'spouse' }, { stage: 'senior' }],
    });
    await office.done('hardship', 'review', '000001', '--rigid-expenses', '0');
    await office.done('audit', 'verify');
  });

  test.each([
    ['000003,张小,子女', 'employee 000003 is the head of no hardship file'],
    ['000001,王建设,本人', 'the head of this file is 王建国, not 王建设'],
    ['000001,,子女', 'say who it is'],
    ['000001,王小明,干儿子', 'relation to the head: "干儿子" is not known'],
  ])('a member %s is rejected', async (row, said) => {
    await open(office, '000001');
    const told = await office.bring('family', ['户主工号,姓名,与户主关系', row]);
    expect(told).toMatchObject({ code: 3, counts: { imported: 0, rejected: 1 } });
    expect(told.said).toContain(said);
  });
});

test('an export changes nothing where it came from, and makes the same of an empty office', async () => {
  const heads = ['000001', '000003', '000004', '000005', '000006'];
  const money = fc.integer({ min: 0, max: 200_000_00 }).map((fen) => (fen / 100).toFixed(2));
  const file = fc.record({
    ...{ head: fc.constantFrom(...heads), income: money, expenses: money, own: money },
    ...{ ends: fc.constantFrom('open', 'reviewed', 'closed', 'returned'), spouse: fc.boolean() },
  });
  const some = fc.uniqueArray(file, { selector: ({ head }) => head, minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(some, async (files) => {
      const [from, to] = [await officeOfFamilies(), await officeOfFamilies()];
      try {
        for (const one of files) await live(from, one);
        const exported = await exportOf(from);
        const counts = { imported: 0, rejected: 0 };
        expect(await from.import('hardship', exported.files)).toMatchObject(counts);
        expect(await from.import('family', exported.members)).toMatchObject(counts);
        expect(await exportOf(from)).toEqual(exported);
        expect(await to.import('hardship', exported.files)).toMatchObject({ rejected: 0 });
        expect(await to.import('family', exported.members)).toMatchObject({ rejected: 0 });
        const again = await exportOf(to);
        expect(sorted(again.files)).toEqual(sorted(exported.files));
        expect(sorted(again.members)).toEqual(sorted(exported.members));
        await to.done('audit', 'verify');
      } finally {
        from.close();
        to.close();
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

/** Lines without the number that an office gives a member. */
const sorted = (csv: string) =>
  csv
    .split('\n')
    .map((line) => line.replace(/^\d{1,2},/, ''))
    .sort();

const exportOf = async (of: Office) => ({
  files: await of.done('hardship', 'list', '--csv'),
  members: await of.done('family', 'list', '--csv', '--all', '--reveal'),
});

async function live(
  at: Office,
  one: Readonly<Record<'head' | 'income' | 'expenses' | 'own' | 'ends', string>> & {
    spouse: boolean;
  },
): Promise<void> {
  const { head, ends } = one;
  await at.done(
    ...['hardship', 'open', '--employee-no', head, '--cause', 'illness', '--class', 'accident'],
    ...['--income', one.own, '--rigid-expenses', one.expenses, '--opened-on', '2025-06-01'],
  );
  await at.done(
    ...['family', 'add', head, '--relation', 'child', '--name', '小明', '--income', one.income],
    ...['--from', '2025-06-01'],
  );
  const days = ['--rigid-expenses', one.expenses, '--class', 'accident', '--on'];
  if (ends !== 'open') await at.done('hardship', 'review', head, ...days, '2026-01-10');
  if (ends === 'open' || ends === 'reviewed') return;
  const why = ['--outcome', 'relieved', '--reason', '好转', '--on', '2026-02-01'];
  await at.done('hardship', 'close', head, ...why);
  if (ends === 'returned') await at.done('hardship', 'return', head, ...days, '2026-03-01');
}
