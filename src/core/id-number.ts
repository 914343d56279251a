import { isCalendarDay } from './civil-date.ts';
import { Fault } from './failure.ts';
import { type Said, say } from './language.ts';
import { plainForm } from './text.ts';
import { words } from './words.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** The check character that GB 11643 gives to the first 17 digits (ISO 7064, MOD 11-2). */
export function checkCharacterOf(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return checkCharacters.charAt(sum % 11);
}

/**
 * Reads a resident ID number: 18 characters, a birth date that exists, the right check digit (SPEC 9).
 * A lower-case x is accepted. @returns the number with X in upper case, or the fault, saying which.
 */
export function parseIdNumber(text: string): string | Fault {
  const id = plainForm(text).toUpperCase();
  if (/^\d\.?\d*E\+?\d+$/.test(id)) return new Fault(say(words.idExponent, { text }));
  if (id.includes('*')) return new Fault(say(words.idMasked, { text }));
  if (id.length !== 18) return new Fault(say(words.idLength, { text, length: id.length }));
  if (!/^\d{17}[\dX]$/.test(id)) return new Fault(say(words.idCharacters, { text }));
  const [year, month, day] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)];
  if (Number(month) < 1 || Number(month) > 12)
    return new Fault(say(words.idMonth, { text, month }));
  if (Number(year) < 1850 || !isCalendarDay(Number(year), Number(month), Number(day))) {
    return new Fault(say(words.idDate, { text, date: `${year}-${month}-${day}` }));
  }
  const expected = checkCharacterOf(id);
  return id[17] === expected ? id : new Fault(say(words.idCheckDigit, { text, expected }));
}

const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** A warning where the area code of an ID number belongs to no province; never a rejection (SPEC 9). */
export function unknownArea(id: string): Said | undefined {
  const area = id.slice(0, 6);
  return provinces.has(area.slice(0, 2)) ? undefined : say(words.idArea, { text: id, area });
}
