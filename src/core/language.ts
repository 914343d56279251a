/** The languages every word of the program exists in. */
export type Lang = 'en' | 'zh';

/**
 * One phrase in both languages, side by side. `{name}` is filled from the facts;
 * `{name:one|many}` picks a form by the number `name` (English needs it, Chinese does not).
 */
export interface Phrase {
  readonly en: string;
  readonly zh: string;
}

/** What may stand in a phrase's slot: a value, or words that are rendered in the same language. */
export type Fact = string | number | Phrase | Said | readonly (string | Phrase | Said)[];

/** A phrase with its facts: a message as data, put into words only when it is shown. */
export interface Said {
  readonly phrase: Phrase;
  readonly facts: Readonly<Record<string, Fact>>;
}

type Slot<S extends string> = S extends `${string}{${infer Inner}}${infer Rest}`
  ? (Inner extends `${infer Name}:${string}` ? Name : Inner) | Slot<Rest>
  : never;

/** The names of the slots a phrase has, in either language. */
export type SlotsOf<P extends Phrase> = Slot<P['en']> | Slot<P['zh']>;

/** Joins a phrase and its facts; the compiler asks for exactly the facts the phrase has slots for. */
export function say<const P extends Phrase>(
  phrase: P,
  ...facts: [SlotsOf<P>] extends [never] ? [] : [Readonly<Record<SlotsOf<P>, Fact>>]
): Said {
  return { phrase, facts: facts[0] ?? {} };
}

// Control characters and marks that turn the direction of writing can repaint a terminal; with invisible ones
// two names look the same that are not.
const invisible = String.raw`\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff`;
const unprintable = new RegExp(`[${invisible}]`, 'g');

/** The text with every character that could steer a terminal made visible (SPEC 9). */
export function printable(text: string): string {
  return text.replace(
    unprintable,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** True where the text holds a character that is never part of a name or a number (SPEC 9). */
export function hasUnprintable(text: string): boolean {
  return text.search(unprintable) !== -1;
}

/** Joins clauses, such as the reasons against a claim, with the mark that stands between them. */
export function joinClauses(clauses: readonly string[], lang: Lang): string {
  return clauses.join(lang === 'zh' ? '；' : '; ');
}

const isSaid = (fact: Phrase | Said): fact is Said => 'phrase' in fact;

function factText(fact: Fact, lang: Lang): string {
  if (typeof fact === 'string') return printable(fact);
  if (typeof fact === 'number') return String(fact);
  if (Array.isArray(fact)) {
    return fact.map((item) => factText(item, lang)).join(lang === 'zh' ? '、' : ', ');
  }
  const words = fact as Phrase | Said;
  return isSaid(words) ? render(words, lang) : words[lang];
}

/** Puts a message into words. Facts are made {@link printable}; the phrase itself is ours. */
export function render(message: Said | Phrase, lang: Lang): string {
  if (!isSaid(message)) return message[lang];
  return message.phrase[lang].replace(
    /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
    (_slot, name: string, one?: string, many?: string) => {
      const fact = message.facts[name] ?? '';
      if (one === undefined || many === undefined) return factText(fact, lang);
      return fact === 1 ? one : many;
    },
  );
}
