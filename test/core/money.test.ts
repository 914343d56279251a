import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/core/failure.ts';
import { formatYuan, parseYuan, readableYuan, sumFen } from '../../src/core/money.ts';
import { expectFault } from './said.ts';

const mostFen = 99_999_999_999;

describe('parseYuan reads yuan as people write them (SPEC 7)', () => {
  test.each([
    ['0', 0],
    ['0.00', 0],
    ['0.01', 1],
    ['0.1', 10],
    ['1234.5', 123_450],
    ['1234.50', 123_450],
    ['1234', 123_400],
    ['1,234.50', 123_450],
    ['1,234', 123_400],
    ['12,345,678.90', 1_234_567_890],
    ['¥1,234.50', 123_450],
    ['￥1,234.50', 123_450],
    ['¥ 1234.5', 123_450],
    ['1234元', 123_400],
    ['1,234.50 元', 123_450],
    ['¥1,234.50元', 123_450],
    ['１２３４．５０', 123_450],
    ['１，２３４．５０', 123_450],
    ['￥１，２３４．５０元', 123_450],
    ['  1234.50\t', 123_450],
    ['\u30001234.50\u3000', 123_450],
    ['007.50', 750],
    ['999999999.99', mostFen],
  ])('%j is %i fen', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  test('amounts that floats get wrong', () => {
    expect(parseYuan('1.15')).toBe(115);
    expect(parseYuan('8.29')).toBe(829);
    expect(parseYuan('1001.45')).toBe(100_145);
    expect(parseYuan('90071992.55')).toBe(9_007_199_255);
  });
});

describe('parseYuan rejects the rest, saying why', () => {
  test.each([
    ['1.234', /more than two decimals/],
    ['1.000', /more than two decimals/],
    ['1,234.567', /more than two decimals/],
    ['１．２３４', /more than two decimals/],
    ['1.40105E+17', /Excel.*lost/],
    ['1.4e5', /Excel.*lost/],
    ['1E5', /Excel.*lost/],
    ['１．４０１０５Ｅ＋１７', /Excel.*lost/],
    ['1e-3', /Excel.*lost/],
    ['-1', /negative/],
    ['-1,234.50', /negative/],
    ['¥-5', /negative/],
    ['-¥5', /negative/],
    ['−5', /negative/],
    ['（5.00）', /negative/],
    ['1000000000.00', /larger than any amount/],
    ['99999999999999999999', /larger than any amount/],
    ['', /not an amount/],
    ['.', /not an amount/],
    ['.5', /not an amount/],
    ['5.', /not an amount/],
    ['abc', /not an amount/],
    ['12a', /not an amount/],
    ['1 234', /not an amount/],
    ['1.2.3', /not an amount/],
    ['1,23', /not an amount/],
    ['12,34.00', /not an amount/],
    ['1,2345', /not an amount/],
    ['0x10', /not an amount/],
    ['NaN', /not an amount/],
    ['Infinity', /not an amount/],
    ['一百元', /not an amount/],
    ['¥', /not an amount/],
  ])('%j', (text, says) => {
    expectFault(parseYuan(text), says);
  });

  test('a fault shows what was typed, and never a terminal escape', () => {
    expectFault(parseYuan('12\u001b[31m'), /"12\\u001b\[31m"/);
  });
});

describe('formatYuan and readableYuan', () => {
  test.each([
    [0, '0.00', '0.00'],
    [1, '0.01', '0.01'],
    [10, '0.10', '0.10'],
    [-1, '-0.01', '-0.01'],
    [-123_450, '-1234.50', '-1,234.50'],
    [99_999, '999.99', '999.99'],
    [100_000, '1000.00', '1,000.00'],
    [123_456_789, '1234567.89', '1,234,567.89'],
    [mostFen, '999999999.99', '999,999,999.99'],
  ])('%i fen', (fen, plain, readable) => {
    expect(formatYuan(fen)).toBe(plain);
    expect(readableYuan(fen)).toBe(readable);
  });
});

describe('properties', () => {
  const amount = fc.integer({ min: 0, max: mostFen });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(amount, (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen);
        expect(parseYuan(readableYuan(fen))).toBe(fen);
        expect(parseYuan(`￥${readableYuan(fen)}元`)).toBe(fen);
      }),
      { numRuns: 5000 },
    );
  });

  test('a negative amount is rejected however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostFen }), (fen) => {
        expectFault(parseYuan(formatYuan(-fen)), /negative/);
      }),
    );
  });

  test('any text gives whole fen in range or a fault, never NaN or an exception', () => {
    const scribble = fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE¥元 （）１．') });
    fc.assert(
      fc.property(fc.oneof(scribble, fc.string({ unit: 'binary' })), (text) => {
        const read = parseYuan(text);
        if (read instanceof Fault) return;
        expect(Number.isInteger(read) && read >= 0 && read <= mostFen).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('sumFen adds', () => {
    expect(sumFen([])).toBe(0);
    expect(sumFen([10, 20, -5])).toBe(25);
    expect(sumFen(new Set([1, 2]))).toBe(3);
  });
});
