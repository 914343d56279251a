import { Fault } from './failure.ts';
import { say } from './language.ts';
import { plainForm } from './text.ts';
import { words } from './words.ts';

/** An amount of money in whole fen (1/100 yuan). Always an integer. */
export type Fen = number;

const mostFen = 99_999_999_999;
const plainYuan = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/**
 * Reads yuan as people write them: `1234.5`, `1,234.50`, `¥1,234.50`, `1234元`, full-width digits (SPEC 7).
 * @returns fen, or the fault: more than two decimals, an exponent, a negative amount, anything else.
 */
export function parseYuan(text: string): Fen | Fault {
  const plain = plainForm(text).replace(/^[¥￥]\s*|\s*元$/g, '');
  const ungrouped = /^\d{1,3}(,\d{3})+(\.|$)/.test(plain) ? plain.replaceAll(',', '') : plain;
  const match = plainYuan.exec(ungrouped);
  if (match) {
    const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
    return fen <= mostFen ? fen : new Fault(say(words.amountTooLarge, { text }));
  }
  if (/^[-−(]/.test(ungrouped)) return new Fault(say(words.amountNegative, { text }));
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(ungrouped))
    return new Fault(say(words.amountExponent, { text }));
  if (/^\d+\.\d{3,}$/.test(ungrouped)) return new Fault(say(words.amountTooPrecise, { text }));
  if (/^\d{13,}/.test(ungrouped)) return new Fault(say(words.amountTooLarge, { text }));
  return new Fault(say(words.amountMalformed, { text }));
}

/** Fen as yuan with two decimals, `"1234.50"`: the form of JSON, CSV and every screen (SPEC 8). */
export function formatYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Fen as yuan for reading: thousands grouped, `1,234.50`. */
export function readableYuan(fen: Fen): string {
  return formatYuan(fen).replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** The sum of amounts, in fen. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0;
  for (const fen of amounts) sum += fen;
  return sum;
}
