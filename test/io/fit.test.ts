import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth, fitted } from '../../src/io/fit.ts';

const head = ['编号', '姓名', '帮扶项目', '金额'];
const rows = [
  ['1', '冯国栋', '2026-2027 学年入学，困难家庭子女助学', '2,000.00'],
  ['12', '欧阳建平', '冬季取暖费减免', '0.00'],
];

const lines = (cell: string | undefined) => (cell ?? '').split('\n');
const widthOf = (table: readonly (readonly string[])[]) => {
  const columns = (table[0] ?? []).map((_, at) =>
    Math.max(...table.flatMap((row) => lines(row[at]).map(displayWidth))),
  );
  return columns.reduce((sum, one) => sum + one, 0) + 2 * (columns.length - 1);
};

describe('a table is made to fit a screen', () => {
  test('a Chinese sign takes two places', () => {
    expect(['冯国栋', '2,000.00', '“深”…', '├─ 矿'].map(displayWidth)).toEqual([6, 8, 5, 5]);
  });

  test('one that fits is left as it is', () => {
    expect(fitted(head, rows, 100)).toEqual({ head, rows });
  });

  test('the widest words are broken beside a Chinese sign, numbers never', () => {
    expect(fitted(head, rows, 42).rows).toEqual([
      ['1', '冯国栋', '2026-2027 学年入\n学，困难家庭子女\n助学', '2,000.00'],
      ['12', '欧阳建平', '冬季取暖费减免', '0.00'],
    ]);
  });

  test('titles wider than what stands below are broken too', () => {
    const narrow = fitted(['帮扶对象工号', '事由'], [['024029', '其他']], 14);
    expect(narrow.head).toEqual(['帮扶对象\n工号', '事由']);
  });

  const cell = fc.string({
    unit: fc.constantFrom(...'工会矿 帮扶助学1234.,-ab'),
    maxLength: 30,
  });
  const table = fc
    .integer({ min: 1, max: 6 })
    .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 2 }));

  test('nothing is lost, and no column is wider than it was', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 10, max: 120 }), ([first = [], ...others], width) => {
        const { head: fitHead = [], rows: fitRows } = fitted(first, others, width);
        const plain = (text: string) => text.replace(/[\n ]/g, '');
        const [before, after] = [
          [first, ...others],
          [fitHead, ...fitRows],
        ];
        expect(after.map((row) => row.map(plain))).toEqual(before.map((row) => row.map(plain)));
        expect(widthOf(after)).toBeLessThanOrEqual(widthOf(before));
        const narrowest = 2 * (first.length - 1) + first.length * 60;
        if (widthOf(before) <= width || narrowest <= width) {
          expect(widthOf(after)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
