import { z } from 'zod';
import { parseCivilDate } from '../core/civil-date.ts';
import { Fault } from '../core/failure.ts';
import { parseChoice, yesOrNo } from '../core/field.ts';
import { hasUnprintable, type Phrase, say } from '../core/language.ts';
import { parseYuan } from '../core/money.ts';
import { type BasisPoints, parseRate } from '../core/rate.ts';
import { parseCount } from '../core/text.ts';
import { words as coreWords } from '../core/words.ts';
import { unknownName } from './faults.ts';
import { words } from './words.ts';

/** A text that a reader of ours turns into a value; its fault becomes the issue. */
export function textThat<T>(parse: (text: string) => T | Fault) {
  return z.string().transform((written, context) => {
    if (written.trim() === '') {
      // Told of by its key, which only `findingsOf` knows.
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }
    const value = parse(written);
    if (!(value instanceof Fault)) return value;
    context.addIssue({ code: 'custom', params: { said: value.said } });
    return z.NEVER;
  });
}

/** A group of `key: value` lines that takes these keys and no others. */
export function group<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    // Read by `findingsOf`, which names the nearest of them; never shown as it is.
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined,
  });
}

/** One of a few codes. */
export function oneOf<const Code extends string>(what: Phrase, codes: readonly Code[]) {
  return textThat((text): Code | Fault => {
    const code = codes.find((known) => known === text.trim());
    return code ?? new Fault(unknownName(what, text.trim(), codes));
  });
}

/** An amount in yuan; gives fen. */
export const yuan = textThat(parseYuan);

/** A percentage up to 100%; gives basis points. */
export const rate = textThat((text): BasisPoints | Fault => {
  const points = parseRate(text.trim());
  if (points === undefined) return new Fault(say(words.rateMalformed, { text }));
  return points <= 10_000 ? points : new Fault(say(words.rateTooHigh, { text }));
});

/** A day of the calendar. */
export const date = textThat(parseCivilDate);

/** A whole number from 0 up. */
export const count = textThat(parseCount);

/** A whole number from 1 up. */
export const countFromOne = textThat((text): number | Fault => {
  const number = parseCount(text);
  return number === 0 ? new Fault(say(words.countZero)) : number;
});

/** yes or no, in the spellings of SPEC 7. */
export const yesNo = textThat(parseChoice(words.yesOrNo, yesOrNo)).transform(
  (answer) => answer === 'yes',
);

/** A code such as `mutual-aid`: it ends up in account keys, JSON and CSV. */
export const code = textThat((text): string | Fault =>
  /^[a-z][a-z0-9-]*$/.test(text) ? text : new Fault(say(words.codeMalformed, { text })),
);

/** Free text for people, folded to one line; without control characters (SPEC 9). */
export const text = textThat((written): string | Fault => {
  const line = written.trim().replace(/\s+/g, ' ');
  return hasUnprintable(line) ? new Fault(say(coreWords.textUnprintable, { text: line })) : line;
});

/** Words in both languages: `{en, zh}`, or one text that serves both. */
export const phrase = z.union([
  text.transform((both): Phrase => ({ en: both, zh: both })),
  group({ en: text, zh: text }),
]);
