import type { Fault } from '../core/failure.ts';
import { type RecordOf, readRecord } from '../core/field.ts';
import { joinClauses, type Phrase, type Said, say } from '../core/language.ts';
import { Rejects } from '../io/rejects.ts';
import type { Session } from '../io/session.ts';
import {
  openSource,
  readTable,
  type TableReader,
  type TableRow,
  type TableSource,
} from '../io/tabular.ts';
import { change, type Entry, type Writer } from './change.ts';
import type { Fields, Import, ImportOptions, ImportResult, Verdict } from './import.ts';
import { words } from './words.ts';

/** Thrown inside the transaction to keep nothing of it. */
class KeepNothing extends Error {}

// Headings of our own in a rejects file: passed over when it is imported again.
const ours: readonly string[] = [words.rejectLine, words.rejectReason].flatMap(({ en, zh }) => [
  en,
  zh,
]);

/**
 * Runs an import as one transaction with one audit entry: each row imported, unchanged, or rejected into a
 * file; nothing twice, nothing lost (SPEC 7).
 * @returns its counts, and what to tell of what was written beside the rows
 */
export async function runImport<F extends Fields>(
  session: Session,
  spec: Import<F>,
  path: string | undefined,
  options: ImportOptions,
): Promise<ImportResult & { readonly notes: readonly Said[] }> {
  await session.database();
  const source = openSource(path, session.terminal.streams.in);
  const passedOver = [...(spec.derived ?? []), ...ours];
  const table = await readTable(source, spec.fields, passedOver, options.ignore_unknown);
  const progress = await session.terminal.progress(words.importing, source.size);
  const run = new ImportRun(session, spec, source, table, options.rejects);
  let notes: readonly Said[] = [];
  try {
    notes = await change(session, async (writer) => {
      for await (const rows of table.chunks) {
        await run.take(writer, rows);
        progress.update(table.read());
      }
      const entry = run.finish();
      if (options.all_or_nothing && run.tally.rejected > 0) throw new KeepNothing();
      const result = (entry && (await spec.finish?.(writer, session, source.name))) ?? [];
      return { result, entry };
    });
  } catch (error) {
    if (!(error instanceof KeepNothing)) {
      run.rejects.discard();
      throw error;
    }
    run.tally.imported = 0;
    run.held = 0;
  } finally {
    progress.stop();
  }
  run.shown.rest();
  return { ...run.counts(), rejects_file: run.rejectsFile, notes };
}

/** An import under way: what was counted, shown and rejected so far. */
class ImportRun<F extends Fields> {
  readonly tally = { read: 0, imported: 0, unchanged: 0, rejected: 0 };
  /** Of those imported, the rows held back. */
  held = 0;
  readonly shown: Shown;
  readonly rejects: Rejects;
  rejectsFile: string | null = null;
  private readonly keptCells: readonly number[];

  constructor(
    private readonly session: Session,
    private readonly spec: Import<F>,
    private readonly source: TableSource,
    private readonly table: TableReader,
    rejects: string | undefined,
  ) {
    const { header } = table;
    this.shown = new Shown(session);
    this.keptCells = [...header.keys()].filter((at) => !ours.includes(header[at] ?? ''));
    this.rejects = new Rejects(rejects, source, [
      ...this.keptCells.map((at) => header[at] ?? ''),
      ...[words.rejectLine, words.rejectReason].map((phrase) => session.terminal.words(phrase)),
    ]);
  }

  /** Takes a chunk of rows, in their order. */
  async take(writer: Writer, rows: readonly TableRow[]): Promise<void> {
    this.tally.read += rows.length;
    const read = rows.map((row) => this.record(row));
    const good = read.filter((one): one is RecordOf<F> => !Array.isArray(one));
    const verdicts = (await this.spec.apply(writer, good, this.session)).values();
    for (const [at, row] of rows.entries()) {
      const one = read[at] as RecordOf<F> | readonly Said[];
      const verdict: Verdict = Array.isArray(one) ? one : (verdicts.next().value ?? 'unchanged');
      if (typeof verdict === 'object' && !('held' in verdict)) {
        this.reject(row, verdict);
        continue;
      }
      this.tally[verdict === 'unchanged' ? 'unchanged' : 'imported'] += 1;
      if (verdict === 'unchanged') continue;
      if (verdict !== 'imported') {
        this.held += 1;
        this.shown.warned(row.line, verdict.held);
      }
      for (const said of this.spec.warnings?.(one as RecordOf<F>) ?? [])
        this.shown.warned(row.line, said);
    }
  }

  /** The counts, with those held back where there are any. */
  counts() {
    return this.held > 0 ? { ...this.tally, held: this.held } : this.tally;
  }

  /**
   * Gives the rejects file its name. This comes before the commit: should the process die in between, a file
   * too many is left, never a row too few.
   * @returns the audit entry, where anything was imported
   */
  finish(): Entry | undefined {
    this.rejectsFile = this.rejects.keep();
    if (this.tally.imported === 0) return undefined;
    const { entity } = this.spec;
    const { name } = this.source;
    const detail = { file: name, sha256: this.table.sha256(), ...this.counts() };
    return { action: `${entity}.import`, entity, key: name, detail };
  }

  private record(row: TableRow): RecordOf<F> | readonly Said[] {
    if (row.fault) return [row.fault];
    const record = readRecord(this.spec.fields, row.texts);
    const faults = Array.isArray(record)
      ? (record as readonly Fault[])
      : (this.spec.check?.(record as RecordOf<F>, this.session) ?? []);
    return faults.length > 0 ? faults.map((fault) => fault.said) : (record as RecordOf<F>);
  }

  private reject(row: TableRow, reasons: readonly Said[]): void {
    const { terminal } = this.session;
    const said = reasons.map((one) => terminal.words(one));
    const reason = joinClauses(said, terminal.lang);
    this.tally.rejected += 1;
    this.shown.rejected(row.line, reason);
    this.rejects.add(row.line, reason, this.cellsToKeep(row));
  }

  /** The cells as they came. A short row is filled up, so that line and reason stand in their own columns. */
  private cellsToKeep({ cells }: TableRow): readonly string[] {
    const { length } = this.table.header;
    if (cells.length > length) return cells;
    return this.keptCells.map((at) => cells[at] ?? '');
  }
}

/** Tells the first rejected and doubtful rows at once, the others by their number. */
class Shown {
  private rejects = 0;
  private warnings = 0;
  private readonly most = 10;

  constructor(private readonly session: Session) {}

  rejected(line: number, reason: string): void {
    this.rejects += 1;
    if (this.rejects > this.most) return;
    this.session.terminal.note(say(words.rowRejected, { line, reason: literal(reason) }));
  }

  warned(line: number, warning: Said): void {
    this.warnings += 1;
    if (this.warnings > this.most) return;
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
