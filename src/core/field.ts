import { Fault } from './failure.ts';
import { type Phrase, say } from './language.ts';
import { nearest } from './nearest.ts';
import { plainForm } from './text.ts';
import { words } from './words.ts';

/**
 * One fact of a record, said once for everything that takes it: the option `--employee-no`, the question
 * at a terminal, the column `employee_no` of a file and its usual Chinese headings.
 */
export interface Field<T> {
  /** The name in SPEC, database, JSON and CSV: `employee_no`. */
  readonly name: string;
  readonly title: Phrase;
  /** Other headings the column is known by (SPEC 7). */
  readonly headings?: readonly string[];
  /** False where the fact may stay empty. */
  readonly required: boolean;
  /** What Enter alone means where one is asked, if not that the fact stays empty. */
  readonly ifEmpty?: Phrase;
  /** Reads what was typed; never called with an empty text. */
  readonly parse: (text: string) => T | Fault;
  /** The values to choose from, where there are few. */
  readonly choices?: readonly Choice[];
}

/** Declares a fact that every record has. */
export function required<T>(field: Omit<Field<T>, 'required'>): Field<T> & { required: true } {
  return { ...field, required: true };
}

/** Declares a fact that may stay empty. */
export function optional<T>(field: Omit<Field<T>, 'required'>): Field<T> & { required: false } {
  return { ...field, required: false };
}

/** A code and what it is called on screen and in Chinese files. */
export interface Choice<Code extends string = string> {
  readonly code: Code;
  readonly title: Phrase;
  /** Other usual spellings. */
  readonly also?: readonly string[];
}

/** The record that a table of fields reads: required facts are there, the others may be null. */
export type RecordOf<Fields extends Readonly<Record<string, Field<unknown>>>> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Field<infer T>
    ? Fields[Name]['required'] extends true
      ? T
      : T | null
    : never;
};

/** Makes a reader for a field of few codes, which takes the code, its titles and other usual spellings. */
export function parseChoice<Code extends string>(
  field: Phrase,
  choices: readonly Choice<Code>[],
): (text: string) => Code | Fault {
  const codes = new Map<string, Code>();
  for (const choice of choices) {
    for (const name of [choice.code, choice.title.en, choice.title.zh, ...(choice.also ?? [])]) {
      codes.set(name.toLowerCase(), choice.code);
    }
  }
  return (text) => {
    const code = codes.get(text) ?? codes.get(plainForm(text).toLowerCase());
    if (code !== undefined) return code;
    const known = choices.map(codeAndTitle);
    const near = nearest(text, codes.keys());
    return new Fault(
      near === undefined
        ? say(words.choiceUnknownAlone, { text, field, known })
        : say(words.choiceUnknown, { text, field, known, nearest: near }),
    );
  };
}

/** A code for a message, in Chinese with what it is called. */
export function codeAndTitle({ code, title }: Choice): Phrase {
  return { en: code, zh: `${code}（${title.zh}）` };
}

/** yes or no, in the spellings of SPEC 7. */
export const yesOrNo: readonly Choice<'yes' | 'no'>[] = [
  { code: 'yes', title: words.yes, also: ['y', 'true', '1', '√', '定点'] },
  { code: 'no', title: words.no, also: ['n', 'false', '0', '×', '非定点'] },
];

/** The title of a code, for screens; the code itself where it is not among the choices. */
export function titleOf(choices: readonly Choice[], code: string): Phrase {
  return choices.find((choice) => choice.code === code)?.title ?? { en: code, zh: code };
}

/**
 * Reads one record from texts by field name. All faults are collected, not only the first.
 * @returns the record, or its faults
 */
export function readRecord<Fields extends Readonly<Record<string, Field<unknown>>>>(
  fields: Fields,
  texts: Readonly<Record<string, string | undefined>>,
): RecordOf<Fields> | readonly Fault[] {
  const faults: Fault[] = [];
  const record: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name] as Field<unknown>;
    const text = texts[name]?.trim() ?? '';
    if (text === '') {
      if (field.required) faults.push(new Fault(say(words.valueMissing, { field: field.title })));
      record[name] = null;
      continue;
    }
    const value = field.parse(text);
    if (value instanceof Fault) faults.push(value);
    else record[name] = value;
  }
  return faults.length > 0 ? faults : (record as RecordOf<Fields>);
}
