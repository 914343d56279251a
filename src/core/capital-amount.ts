import type { Fen } from './money.ts';

const digits = '零壹贰叁肆伍陆柒捌玖';

const places = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['仟', 1_000],
  ['佰', 100],
  ['拾', 10],
] as const;

/**
 * An amount in fen in Chinese capitals 大写金额, as vouchers and receipts need it, by the People's Bank of China's
 * 《正确填写票据和结算凭证的基本规定》: `人民币壹仟肆佰零玖元伍角` (SPEC 11).
 *
 * Where the rules allow two forms, always the same one is written: zeros between two digits of the yuan give one
 * 零, also where the group of 万 ends in them (壹拾万零柒仟元); zeros before 元 give none (壹仟陆佰捌拾元叁角);
 * 整 stands after 元 alone. A correction below zero is 人民币负….
 */
export function capitalAmount(fen: Fen): string {
  const size = Math.abs(fen);
  const [yuan, jiao, rest] = [Math.floor(size / 100), Math.floor(size / 10) % 10, size % 10];
  const whole = yuan > 0 || size === 0 ? `${wholeNumber(yuan)}元` : '';
  const part =
    (jiao > 0 ? `${digits[jiao]}角` : yuan > 0 && rest > 0 ? '零' : '') +
    (rest > 0 ? `${digits[rest]}分` : '');
  return `人民币${fen < 0 ? '负' : ''}${whole}${part || '整'}`;
}

function wholeNumber(number: number): string {
  for (const [name, value] of places) {
    if (number < value) continue;
    const [high, low] = [Math.floor(number / value), number % value];
    const gap = low < value / 10 || high % 10 === 0 ? '零' : '';
    return `${wholeNumber(high)}${name}${low > 0 ? gap + wholeNumber(low) : ''}`;
  }
  return digits.charAt(number);
}
