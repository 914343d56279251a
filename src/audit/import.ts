import { Failure, type Fault } from '../core/failure.ts';
import { type Field, type RecordOf, readRecord } from '../core/field.ts';
import { type Phrase, type Said, say } from '../core/language.ts';
import type { Page } from '../core/report.ts';
import type { Verb } from '../core/verb.ts';
import { verb } from '../core/verb.ts';
import { Rejects } from '../io/rejects.ts';
import type { Session } from '../io/session.ts';
import { openSource, readTable, type TableRow } from '../io/tabular.ts';
import { change, type Writer } from './change.ts';
import { words } from './words.ts';

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What became of a row: imported, unchanged (already there, the same), or the reasons it was rejected. */
export type Verdict = 'imported' | 'unchanged' | readonly Said[];

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
}

/** The JSON of an import (SPEC 8). */
export interface ImportResult {
  readonly read: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rejects_file: string | null;
}

/** Thrown inside the transaction to keep nothing of it. */
class KeepNothing extends Error {}

interface ImportOptions {
  readonly rejects: string | undefined;
  readonly all_or_nothing: boolean;
  readonly ignore_unknown: boolean;
}

/**
 * Runs an import as one transaction with one audit entry: each row imported, unchanged, or rejected into a
 * file; nothing twice, nothing lost (SPEC 7).
 */
async function runImport<F extends Fields>(
  session: Session,
  spec: Import<F>,
  path: string | undefined,
  options: ImportOptions,
): Promise<ImportResult> {
  const { terminal } = session;
  await session.database();
  const source = openSource(path, terminal.streams.in);
  const ours: string[] = [words.rejectLine, words.rejectReason].flatMap(({ en, zh }) => [en, zh]);
  const derived = [...(spec.derived ?? []), ...ours];
  const table = await readTable(source, spec.fields, derived, options.ignore_unknown);
  const kept = table.header
    .map((_, at) => at)
    .filter((at) => !ours.includes(table.header[at] ?? ''));
  const heading = [
    ...kept.map((at) => table.header[at] ?? ''),
    ...[words.rejectLine, words.rejectReason].map((phrase) => terminal.words(phrase)),
  ];
  const rejects = new Rejects(options.rejects, source, heading);
  const progress = await terminal.progress(words.importing, source.size);
  const tally = { read: 0, imported: 0, unchanged: 0, rejected: 0 };
  const shown = new Shown(session);
  let rejectsFile: string | null = null;
  const reject = (row: TableRow, reasons: readonly Said[]) => {
    tally.rejected += 1;
    const reason = reasons
      .map((said) => terminal.words(said))
      .join(terminal.lang === 'zh' ? '；' : '; ');
    shown.rejected(row.line, reason);
    rejects.add(
      row.line,
      reason,
      kept.map((at) => row.cells[at] ?? ''),
    );
  };
  try {
    await change(session, async (writer) => {
      for await (const rows of table.chunks) {
        tally.read += rows.length;
        const read = rows.map((row) => (row.fault ? [row.fault] : recordOf(spec, row, session)));
        const good = read.filter((one): one is RecordOf<F> => !Array.isArray(one));
        const verdicts = (await spec.apply(writer, good, session)).values();
        for (const [at, row] of rows.entries()) {
          const one = read[at] as RecordOf<F> | readonly Said[];
          const verdict: Verdict = Array.isArray(one)
            ? one
            : (verdicts.next().value ?? 'unchanged');
          if (typeof verdict === 'object') reject(row, verdict);
          else tally[verdict] += 1;
          if (verdict !== 'imported') continue;
          for (const said of spec.warnings?.(one as RecordOf<F>) ?? [])
            shown.warned(row.line, said);
        }
        progress.update(table.read());
      }
      // Before the commit: should the process die in between, a file too many is left, never a row too few.
      rejectsFile = rejects.keep();
      if (options.all_or_nothing && tally.rejected > 0) throw new KeepNothing();
      const { read, imported, unchanged, rejected } = tally;
      const detail = {
        file: source.name,
        sha256: table.sha256(),
        read,
        imported,
        unchanged,
        rejected,
      };
      const entry = {
        action: `${spec.entity}.import`,
        entity: spec.entity,
        key: source.name,
        detail,
      };
      return { result: undefined, entry: imported > 0 ? entry : undefined };
    });
  } catch (error) {
    if (!(error instanceof KeepNothing)) {
      rejects.discard();
      throw error;
    }
    tally.imported = 0;
  } finally {
    progress.stop();
  }
  shown.rest();
  return { ...tally, rejects_file: rejectsFile };
}

function recordOf<F extends Fields>(
  spec: Import<F>,
  row: TableRow,
  session: Session,
): RecordOf<F> | readonly Said[] {
  const record = readRecord(spec.fields, row.texts);
  const faults = Array.isArray(record)
    ? (record as readonly Fault[])
    : (spec.check?.(record as RecordOf<F>, session) ?? []);
  return faults.length > 0 ? faults.map((fault) => fault.said) : (record as RecordOf<F>);
}

/** Tells the first rejected and doubtful rows at once, the others by their number. */
class Shown {
  private rejects = 0;
  private warnings = 0;
  private readonly most = 10;

  constructor(private readonly session: Session) {}

  rejected(line: number, reason: string): void {
    this.rejects += 1;
    if (this.rejects <= this.most)
      this.session.terminal.note(say(words.rowRejected, { line, reason: literal(reason) }));
  }

  warned(line: number, warning: Said): void {
    this.warnings += 1;
    if (this.warnings <= this.most)
      this.session.terminal.note(say(words.rowWarned, { line, warning }));
  }

  rest(): void {
    const rejects = this.rejects - this.most;
    const warnings = this.warnings - this.most;
    if (rejects > 0) this.session.terminal.note(say(words.moreRejected, { n: rejects }));
    if (warnings > 0) this.session.terminal.note(say(words.moreWarned, { n: warnings }));
  }
}

/** Words that are rendered already. */
const literal = (text: string): Phrase => ({ en: text, zh: text });

/** The verb `import` of a noun. */
export function importVerb<F extends Fields>(
  spec: Import<F>,
  noun: string,
  summary: Phrase,
): Verb<Session> {
  const required = Object.values(spec.fields).filter((field) => field.required);
  const optional = Object.values(spec.fields).filter((field) => !field.required);
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
    },
    examples: [`relief ${noun} import ${noun}s.csv`, `relief ${noun} import - < ${noun}s.csv`],
    async run(session: Session, [path], options) {
      if (path === undefined && session.terminal.streams.in.isTTY) {
        throw new Failure('usage', say(words.importNeedsFile, { noun }));
      }
      const result = await runImport(session, spec, path, options);
      await session.terminal.print(importPage(result, options.all_or_nothing));
      if (result.rejected > 0) session.exitCode = 3;
    },
  });
}

function importPage(result: ImportResult, allOrNothing: boolean): Page {
  const { read, imported, unchanged, rejected, rejects_file } = result;
  const counts = say(words.imported, { read, imported, unchanged, rejected });
  if (rejected === 0) return { blocks: [{ good: counts }], json: result };
  const mend = say(allOrNothing ? words.mendAll : words.mend, {
    file: rejects_file ?? '',
    n: rejected,
  });
  return { blocks: [{ line: counts }, { line: mend }], json: result };
}
