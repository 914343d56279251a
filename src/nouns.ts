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

// The policy area proves a policy's examples with the settlement, which builds on it: so it is handed in here.
const settlePerson = async () => (await import('./mutual-aid/settlement.ts')).settlePerson;

/** A command without a verb: `relief settle`. Its summary is its verb's own. */
export const soloVerbs = new Set(['init', 'demo', 'settle']);

/** All of the command line, in the order of its help. This is the program's one list of areas. */
export const nouns: readonly Noun[] = [
  {
    name: 'init',
    summary: words.init,
    load: async () => [(await import('./policy/commands.ts')).initVerb(await settlePerson())],
  },
  {
    name: 'demo',
    summary: words.demo,
    load: async () => [(await import('./demo.ts')).demoVerb],
  },
  {
    name: 'unit',
    summary: words.unit,
    load: async () => (await import('./organisation/commands.ts')).unitVerbs,
  },
  {
    name: 'person',
    summary: words.person,
    load: async () => (await import('./people/commands.ts')).personVerbs,
  },
  {
    name: 'recognition',
    summary: words.recognition,
    load: async () => (await import('./people/recognition/commands.ts')).recognitionVerbs,
  },
  {
    name: 'enrolment',
    summary: words.enrolment,
    load: async () => (await import('./mutual-aid/enrolment/commands.ts')).enrolmentVerbs,
  },
  {
    name: 'hospital',
    summary: words.hospital,
    load: async () => (await import('./mutual-aid/hospital/commands.ts')).hospitalVerbs,
  },
  {
    name: 'claim',
    summary: words.claim,
    load: async () => (await import('./mutual-aid/claim/commands.ts')).claimVerbs,
  },
  {
    name: 'settle',
    summary: words.settle,
    load: async () => (await import('./mutual-aid/batch/commands.ts')).settleVerbs,
  },
  {
    name: 'batch',
    summary: words.batch,
    load: async () => (await import('./mutual-aid/batch/commands.ts')).batchVerbs,
  },
  {
    name: 'explain',
    summary: words.explain,
    load: async () => (await import('./mutual-aid/explain/commands.ts')).explainVerbs,
  },
  {
    name: 'policy',
    summary: words.policy,
    load: async () => (await import('./policy/commands.ts')).policyVerbs(await settlePerson()),
  },
  {
    name: 'audit',
    summary: words.audit,
    load: async () =>
      (await import('./audit/commands.ts')).auditVerbs([
        (await import('./mutual-aid/batch/audit.ts')).checkBatchContents,
      ]),
  },
];
