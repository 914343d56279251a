import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskEmployeeNo, maskName } from '../../src/core/mask.ts';

describe('maskName', () => {
  test.each([
    ['王', '*'],
    ['王明', '王*'],
    ['王小明', '王*明'],
    ['欧阳娜娜', '欧**娜'],
    ['阿卜杜·热合曼', '阿**·**曼'],
    ['𠮷田', '𠮷*'],
    ['张伟2', '张*2'],
    ['John Smith', 'J*** S****'],
    ['John F. Kennedy', 'J*** *. K******'],
    ['Anne-Marie', 'A***-M****'],
    ['Айша', 'А***'],
    ['X', '*'],
    ['王 明', '王 *'],
    ['王·', '*·'],
    ['', ''],
  ])('%s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  const sign = fc.constantFrom(...'王李欧阳明𠮷·abcXYZÉжя -.1（）');

  test('hides at least one sign of every name and tells no more of it than its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 1 }), (name) => {
        const masked = maskName(name);
        const signs = [...name];
        expect([...masked]).toHaveLength(signs.length);
        for (const [at, shown] of [...masked].entries()) {
          if (shown !== '*') expect(shown).toBe(signs[at]);
        }
        if (/[^\s·.-]/.test(name)) expect(masked).toContain('*');
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['', ''],
  ['7', '*'],
  ['45', '**'],
  ['045', '*45'],
  ['00045', '***45'],
  ['011045', '***045'],
  ['6222021234567890', '*************890'],
])('maskEmployeeNo: %s is %s', (employeeNo, masked) => {
  expect(maskEmployeeNo(employeeNo)).toBe(masked);
});
