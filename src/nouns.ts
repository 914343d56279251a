import type { Phrase } from './core/language.ts';
import type { Verb } from './core/verb.ts';
import type { Session } from './io/session.ts';
import { words } from './words.ts';

/** A word that commands begin with, and how its verbs are loaded when it is the one typed. */
export interface Noun {
  readonly name: string;
  readonly summary: Phrase;
  readonly load: () => Promise<readonly Verb<Session>[]>;
}

/** A command without a verb: `relief settle`. Its summary is its verb's own. */
export const soloVerbs = new Set(['init', 'demo', 'settle']);

/** All of the command line, in the order of its help. This is the program's one list of areas. */
export const nouns: readonly Noun[] = [
  {
    name: 'unit',
    summary: words.unit,
    load: async () => (await import('./organisation/commands.ts')).unitVerbs,
  },
];
