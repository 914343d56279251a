import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asEntered, csvLine, harmless } from '../../src/io/csv.ts';

describe('harmless: a spreadsheet runs nothing (SPEC 9)', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['=cmd|/c calc!A1', "'=cmd|/c calc!A1"],
    ['+8613800000000', "'+8613800000000"],
    ['-2+3', "'-2+3"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['-5', '-5'],
    ['-1234.50', '-1234.50'],
    ['0012345', '0012345'],
    ['王小明', '王小明'],
    ['', ''],
    ["O'Brien", "O'Brien"],
  ])('%j is written %j', (cell, safe) => {
    expect(harmless(cell)).toBe(safe);
    expect(asEntered(safe)).toBe(cell);
  });
});

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\'0123456789. ') }),
);

test('what was made harmless is taken back whole', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(asEntered(harmless(text))).toBe(text);
      if (!/^-\d+(\.\d+)?$/.test(text)) expect(harmless(text)).not.toMatch(/^[=+\-@\t\r]/);
    }),
    { numRuns: 3000 },
  );
});

test('a line is read back cell for cell by a CSV parser', () => {
  // A record of one empty cell is an empty line, which no parser can tell from none.
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), (cells) => {
      const [read] = parse(csvLine(cells)) as string[][];
      expect(read?.map(asEntered)).toEqual(cells);
    }),
    { numRuns: 3000 },
  );
});
