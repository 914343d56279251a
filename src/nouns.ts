import type { Areas } from './areas.ts';
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
export const soloVerbs = new Set(['init', 'demo', 'settle', 'daily']);

// One chunk holds all areas: opening many small files costs more than reading one that is larger.
const load = async (verbs: keyof Areas) => (await import('./areas.ts')).areas[verbs];

/** How an argument that was not typed is asked for at a terminal; undefined where it cannot be. */
export const questionFor = async (noun: string, argument: string) => {
  const { askFor } = await import('./areas.ts');
  return askFor[`${noun} ${argument}`] ?? askFor[argument];
};

/** All of the command line, in the order of its help. */
export const nouns: readonly Noun[] = [
  { name: 'init', summary: words.init, load: () => load('init') },
  { name: 'demo', summary: words.demo, load: () => load('demo') },
  { name: 'unit', summary: words.unit, load: () => load('unit') },
  { name: 'post', summary: words.post, load: () => load('post') },
  { name: 'operator', summary: words.operator, load: () => load('operator') },
  { name: 'person', summary: words.person, load: () => load('person') },
  { name: 'recognition', summary: words.recognition, load: () => load('recognition') },
  { name: 'hardship', summary: words.hardship, load: () => load('hardship') },
  { name: 'family', summary: words.family, load: () => load('family') },
  { name: 'enrolment', summary: words.enrolment, load: () => load('enrolment') },
  { name: 'hospital', summary: words.hospital, load: () => load('hospital') },
  { name: 'claim', summary: words.claim, load: () => load('claim') },
  {
    name: 'special-relief',
    summary: words.specialRelief,
    load: () => load('special-relief'),
  },
  { name: 'grant', summary: words.grant, load: () => load('grant') },
  { name: 'settle', summary: words.settle, load: () => load('settle') },
  { name: 'batch', summary: words.batch, load: () => load('batch') },
  { name: 'explain', summary: words.explain, load: () => load('explain') },
  { name: 'official', summary: words.official, load: () => load('official') },
  { name: 'pairing', summary: words.pairing, load: () => load('pairing') },
  { name: 'visit', summary: words.visit, load: () => load('visit') },
  { name: 'request', summary: words.request, load: () => load('request') },
  { name: 'loan', summary: words.loan, load: () => load('loan') },
  { name: 'in-kind', summary: words.inKind, load: () => load('in-kind') },
  { name: 'fund', summary: words.fund, load: () => load('fund') },
  { name: 'ledger', summary: words.ledger, load: () => load('ledger') },
  { name: 'aid', summary: words.aid, load: () => load('aid') },
  { name: 'daily', summary: words.daily, load: () => load('daily') },
  { name: 'report', summary: words.report, load: () => load('report') },
  { name: 'policy', summary: words.policy, load: () => load('policy') },
  { name: 'audit', summary: words.audit, load: () => load('audit') },
];
