import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalAmount } from '../../src/core/capital-amount.ts';
import { parseYuan } from '../../src/core/money.ts';

describe('capitalAmount writes the examples of the central bank', () => {
  // Of two forms that the rules allow, the one not chosen stands behind it.
  test.each([
    ['1,409.50', ['人民币壹仟肆佰零玖元伍角']],
    ['6,007.14', ['人民币陆仟零柒元壹角肆分']],
    ['1,680.32', ['人民币壹仟陆佰捌拾元叁角贰分', '人民币壹仟陆佰捌拾元零叁角贰分']],
    ['107,000.53', ['人民币壹拾万零柒仟元伍角叁分', '人民币壹拾万柒仟元零伍角叁分']],
    ['16,409.02', ['人民币壹万陆仟肆佰零玖元零贰分']],
    ['325.04', ['人民币叁佰贰拾伍元零肆分']],
  ])('¥%s', (yuan, [chosen, other]) => {
    const fen = parseYuan(yuan) as number;
    expect(capitalAmount(fen)).toBe(chosen);
    if (other) expect(readCapitals(other)).toBe(fen);
  });
});

describe('capitalAmount', () => {
  test.each([
    [0, '人民币零元整'],
    [1, '人民币壹分'],
    [10, '人民币壹角'],
    [25, '人民币贰角伍分'],
    [100, '人民币壹元整'],
    [105, '人民币壹元零伍分'],
    [150, '人民币壹元伍角'],
    [1_000, '人民币壹拾元整'],
    [1_005, '人民币壹拾元零伍分'],
    [1_100, '人民币壹拾壹元整'],
    [10_100, '人民币壹佰零壹元整'],
    [11_000, '人民币壹佰壹拾元整'],
    [1_000_000, '人民币壹万元整'],
    [1_050_000, '人民币壹万零伍佰元整'],
    [1_500_000, '人民币壹万伍仟元整'],
    [10_000_100, '人民币壹拾万零壹元整'],
    [10_000_000_000, '人民币壹亿元整'],
    [10_000_000_100, '人民币壹亿零壹元整'],
    [10_001_000_000, '人民币壹亿零壹万元整'],
    [12_345_678_901, '人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
    [10_000_000_000_000, '人民币壹仟亿元整'],
    [99_999_999_999_999, '人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    [100_000_000_000_000, '人民币壹万亿元整'],
    [-56_728, '人民币负伍佰陆拾柒元贰角捌分'],
  ])('%i fen', (fen, capitals) => {
    expect(capitalAmount(fen)).toBe(capitals);
  });

  const amount = fc.oneof(
    fc.integer({ min: -100_000, max: 100_000 }),
    fc.maxSafeInteger(),
    // Mostly zeros: where the rules are.
    fc
      .array(fc.constantFrom(0, 0, 0, 0, 1, 5, 9), { minLength: 1, maxLength: 15 })
      .map((places) => Number(places.join(''))),
  );

  test('read back, it is the amount', () => {
    fc.assert(
      fc.property(amount, (fen) => {
        expect(readCapitals(capitalAmount(fen))).toBe(fen);
      }),
      { numRuns: 5000 },
    );
  });

  test('no 零 stands twice, before a unit or at the end', () => {
    fc.assert(
      fc.property(
        amount.filter((fen) => fen !== 0),
        (fen) => {
          expect(capitalAmount(fen)).not.toMatch(/零零|零[拾佰仟万亿元角分整]|零$/);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

/** Reads capitals as a clerk would, sign by sign from the left. @returns fen */
function readCapitals(text: string): number {
  const units: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1_000 };
  let [whole, group, digit, fen] = [0n, 0, 0, 0n];
  for (const sign of text.replace(/^人民币负?/, '')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(sign);
    if (value >= 0) digit = value;
    else if (sign in units) group += digit * (units[sign] ?? 0);
    else if (sign === '万') whole += BigInt(group + digit) * 10_000n;
    else if (sign === '亿') whole = (whole + BigInt(group + digit)) * 100_000_000n;
    else if (sign === '元') whole += BigInt(group + digit);
    else if (sign === '角') fen += BigInt(digit) * 10n;
    else if (sign === '分') fen += BigInt(digit);
    else expect(sign).toBe('整');
    if ('万亿元'.includes(sign)) group = 0;
    if (value < 0) digit = 0;
  }
  const size = Number(whole * 100n + fen);
  return text.includes('负') ? -size : size;
}
