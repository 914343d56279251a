import { Failure, type Fault } from '../core/failure.ts';
import type { Field, RecordOf } from '../core/field.ts';
import { type Phrase, type Said, say } from '../core/language.ts';
import type { Page } from '../core/report.ts';
import { type Options, type OptionValues, type Verb, verb } from '../core/verb.ts';
import type { Session } from '../io/session.ts';
import type { Writer } from './change.ts';
import { runImport } from './import-run.ts';
import { words } from './words.ts';

/** The columns of a file. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/**
 * What became of a row: imported, unchanged (already there, the same), imported but held back until somebody
 * looks at it, or the reasons it was rejected.
 */
export type Verdict = 'imported' | 'unchanged' | { readonly held: Said } | readonly Said[];

/** How the rows of one kind of file become records. */
export interface Import<F extends Fields> {
  readonly entity: string;
  readonly fields: F;
  /** Columns of our own exports that carry nothing to import. */
  readonly derived?: readonly string[];
  /** What is wrong with a record in itself, across its fields. */
  readonly check?: (record: RecordOf<F>, session: Session) => readonly Fault[];
  /** What is doubtful, but no reason to reject. */
  readonly warnings?: (record: RecordOf<F>) => readonly Said[];
  /** Compares records with what is there, writes the new ones, and says what became of each, in order. */
  readonly apply: (
    writer: Writer,
    records: readonly RecordOf<F>[],
    session: Session,
  ) => Promise<readonly Verdict[]>;
  /** Writes what sums up all rows, such as an entry in the books. @returns what to tell of it */
  readonly finish?: (writer: Writer, session: Session, file: string) => Promise<readonly Said[]>;
  /** What is said at the end of the rows that are held back. */
  readonly held?: (held: number) => Said;
}

/** What an import has beyond others: options of its own, and a run that keeps something from chunk to chunk. */
export interface ImportExtras<F extends Fields, O extends Options> {
  readonly options: O;
  readonly examples: readonly string[];
  readonly begin: (given: OptionValues<O>, session: Session) => Import<F> | Promise<Import<F>>;
}

/** The JSON of an import (SPEC 8). `held` is there only where some are: of those imported, the ones held back. */
export interface ImportResult {
  readonly read: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly held?: number;
  readonly rejects_file: string | null;
}

/** How an import is to be run. */
export interface ImportOptions {
  readonly rejects: string | undefined;
  readonly all_or_nothing: boolean;
  readonly ignore_unknown: boolean;
}

// What the files of nouns are called that take no s.
const plurals: Readonly<Record<string, string>> = {
  ...{ person: 'people', hardship: 'hardship', family: 'family', loan: 'repayments' },
  'in-kind': 'heating',
};

/** The verb `import` of a noun. */
export function importVerb<F extends Fields, const O extends Options = Record<never, never>>(
  spec: Import<F>,
  noun: string,
  summary: Phrase,
  extras?: ImportExtras<F, O>,
): Verb<Session> {
  const required = Object.values(spec.fields).filter((field) => field.required);
  const optional = Object.values(spec.fields).filter((field) => !field.required);
  const file = `${plurals[noun] ?? `${noun}s`}.csv`;
  const columns = [...required.map(({ name }) => name), ...optional.map(({ name }) => `[${name}]`)];
  return verb({
    name: 'import',
    summary,
    arguments: [
      {
        name: 'file',
        optional: true,
        about: {
          en: `${words.importFile.en} ${columns.join(', ')}`,
          zh: `${words.importFile.zh}${columns.join('、')}`,
        },
      },
    ],
    options: {
      rejects: { about: words.rejectsOption, placeholder: 'FILE', parse: (text) => text },
      all_or_nothing: { about: words.allOrNothingOption, flag: true },
      ignore_unknown: { about: words.ignoreUnknownOption, flag: true },
      ...(extras?.options as O),
    },
    examples: [
      `relief ${noun} import ${file}`,
      `relief ${noun} import - < ${file}`,
      ...(extras?.examples ?? []),
    ],
    async run(session: Session, [path], given) {
      const options = given as ImportOptions & OptionValues<O>;
      if (path === undefined && session.terminal.streams.in.isTTY) {
        throw new Failure('usage', say(words.importNeedsFile, { noun }));
      }
      const begun = (await extras?.begin(options, session)) ?? spec;
      const { notes, ...result } = await runImport(session, begun, path, options);
      await session.terminal.print(importPage(result, options.all_or_nothing, begun.held));
      for (const note of notes) session.terminal.note(note);
      if (result.rejected > 0) session.exitCode = 3;
    },
  });
}

function importPage(
  result: ImportResult,
  allOrNothing: boolean,
  heldSaid: ((held: number) => Said) | undefined,
): Page {
  const { read, imported, unchanged, rejected, held, rejects_file } = result;
  const counts = say(words.imported, { read, imported, unchanged, rejected });
  const heldLines = held && heldSaid ? [{ line: heldSaid(held) }] : [];
  if (rejected === 0) return { blocks: [{ good: counts }, ...heldLines], json: result };
  const mend = say(allOrNothing ? words.mendAll : words.mend, {
    file: rejects_file ?? '',
    n: rejected,
  });
  return { blocks: [{ line: counts }, ...heldLines, { line: mend }], json: result };
}
