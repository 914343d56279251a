import { Fault } from './failure.ts';
import { say } from './language.ts';
import { isShortenedByExcel, parseText, plainForm } from './text.ts';
import { words } from './words.ts';

/** Reads a phone number as it is written. @returns it, or the fault where Excel has shortened it */
export function parsePhone(text: string): string | Fault {
  const plain = plainForm(text);
  if (isShortenedByExcel(plain)) return new Fault(say(words.phoneExponent, { text }));
  return parseText(plain);
}
