import { Fault } from './failure.ts';
import { hasUnprintable, say } from './language.ts';
import { words } from './words.ts';

/** Full-width digits, letters and signs, as a Chinese input method types them, brought to their plain forms. */
export function plainForm(text: string): string {
  // Most cells are plain already, and a million rows pass through here.
  if (/^[\x20-\x7e]*$/.test(text)) return text.trim();
  // Not Unicode's compatibility forms: they would read 10² as 102.
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .trim();
}

// How Excel writes a long number that it took for a quantity; no number of ours looks like it.
const exponent = /^\d+(\.\d+)?E[+-]\d+$|^\d+\.\d+E\d+$/i;

/** True for a number that Excel has shortened, so that its digits are lost. */
export function isShortenedByExcel(plain: string): boolean {
  return exponent.test(plain);
}

const longest = 200;

/** A name or other free text: trimmed, without control characters (SPEC 9), at most 200 characters. */
export function parseText(text: string): string | Fault {
  const trimmed = text.trim();
  if (hasUnprintable(trimmed)) {
    const onOneLine = trimmed.split(/\s*[\r\n]+\s*/).join(' ');
    return hasUnprintable(onOneLine)
      ? new Fault(say(words.textUnprintable, { text: trimmed }))
      : new Fault(say(words.textOfSeveralLines, { text: onOneLine }));
  }
  if (trimmed.length > longest) {
    return new Fault(say(words.textTooLong, { length: trimmed.length, most: longest }));
  }
  return trimmed;
}

/** A whole number from 0 up. */
export function parseCount(text: string): number | Fault {
  const plain = plainForm(text);
  return /^\d{1,9}$/.test(plain) ? Number(plain) : new Fault(say(words.countMalformed, { text }));
}

/** The number that something bears in lists: `7` or `#7`. @returns undefined where it is none */
export function parseNumber(text: string): number | undefined {
  const digits = /^#?(\d{1,15})$/.exec(plainForm(text))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A calendar year, 1950 to 2199; `2026年` is read too. */
export function parseYear(text: string): number | Fault {
  const match = /^(\d{4})年?$/.exec(plainForm(text));
  const year = Number(match?.[1]);
  return year >= 1950 && year < 2200 ? year : new Fault(say(words.yearMalformed, { text }));
}
