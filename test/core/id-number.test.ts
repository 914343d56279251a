import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/core/civil-date.ts';
import { Fault } from '../../src/core/failure.ts';
import { checkCharacterOf, parseIdNumber, unknownArea } from '../../src/core/id-number.ts';
import { render } from '../../src/core/language.ts';
import { maskAccount, maskIdNumber } from '../../src/core/mask.ts';
import { expectFault } from './said.ts';

/** An invented number with the right check digit. */
const numbered = (first17: string) => first17 + checkCharacterOf(first17);

describe('parseIdNumber (SPEC 9)', () => {
  test.each([
    // The example of GB 11643-1999 itself, and one that ends in X.
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    ['440524188001010014', '440524188001010014'],
    [' 11010519491231002X ', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
  ])('%j', (text, id) => {
    expect(parseIdNumber(text)).toBe(id);
  });

  test('a leap day, and leading zeros, which only warn', () => {
    const leap = numbered('14010720000229001');
    expect(parseIdNumber(leap)).toBe(leap);
    const zeros = numbered('00010719800101001');
    expect(parseIdNumber(zeros)).toBe(zeros);
    expect(unknownArea(leap)).toBeUndefined();
    const warning = unknownArea(zeros);
    expect(warning && render(warning, 'en')).toMatch(/unknown area code 000107/);
    expect(warning && render(warning, 'zh')).toMatch(/000107/);
  });

  test.each([
    ['110105194912310021', /check digit.*should be X/],
    ['440524188001010015', /check digit.*should be 4/],
    ['1101051949123100X2', /only hold digits/],
    ['1A010519491231002X', /only hold digits/],
    ['11010519491331002X', /month 13/],
    ['11010519490031002X', /month 00/],
    [numbered('11010519490230002'), /1949-02-30.*not in the calendar/],
    [numbered('14010720010229001'), /2001-02-29.*not in the calendar/],
    [numbered('14010719800100001'), /1980-01-00.*not in the calendar/],
    [numbered('14010718000101001'), /1800-01-01/],
    ['1101051949123100', /16 characters, not 18/],
    ['110105491231002', /15 characters, not 18/],
    ['11010519491231002X0', /19 characters, not 18/],
    ['1.40107E+17', /Excel.*lost/],
    ['1.40107e+17', /Excel.*lost/],
    ['140107********0010', /masked.*--reveal/],
  ])('%s is rejected', (text, says) => {
    expectFault(parseIdNumber(text), says);
  });
});

describe('the check digit', () => {
  const first17 = fc
    .tuple(
      fc.constantFrom('110105', '140107', '000001', '830000'),
      fc.integer({ min: 1900, max: 2025 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.nat(999),
    )
    .map(
      ([area, year, month, day, order]) =>
        area + isoDate(year, month, day).replaceAll('-', '') + String(order).padStart(3, '0'),
    );

  test('makes the number acceptable', () => {
    fc.assert(
      fc.property(first17, (digits) => {
        expect(parseIdNumber(numbered(digits))).toBe(numbered(digits));
        expect(parseIdNumber(numbered(digits).toLowerCase())).toBe(numbered(digits));
      }),
      { numRuns: 1000 },
    );
  });

  test('finds every single digit mistyped, and every two neighbours swapped', () => {
    fc.assert(
      fc.property(first17, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, at, add) => {
        const id = numbered(digits);
        const other = String((Number(id[at]) + add) % 10);
        expect(parseIdNumber(id.slice(0, at) + other + id.slice(at + 1))).toBeInstanceOf(Fault);
        const swapped = id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
        if (swapped !== id) expect(parseIdNumber(swapped)).toBeInstanceOf(Fault);
      }),
      { numRuns: 2000 },
    );
  });
});

test('masks hide the birth date, and all but the end of an account', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('110105********002X');
  expect(maskAccount('6222021234567890123')).toBe(`${'*'.repeat(15)}0123`);
  expect(maskAccount('12345')).toBe('*2345');
  expect(maskAccount('1234')).toBe('****');
  expect(maskAccount('')).toBe('****');
  expectFault(parseIdNumber(maskIdNumber('11010519491231002X')), /masked/);
});
