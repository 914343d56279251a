import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { CsvError } from 'csv-parse';
import { Failure } from '../core/failure.ts';
import type { Field } from '../core/field.ts';
import { type Said, say } from '../core/language.ts';
import { asEntered } from './csv.ts';
import { decodeLines, longestLine, tooLarge } from './decode.ts';
import { type Heading, matchHeader } from './header.ts';
import { words } from './words.ts';

/** Where a table comes from. */
export interface TableSource {
  /** What it is called in messages: the file's name, or `stdin`. */
  readonly name: string;
  /** Undefined for standard input. */
  readonly path: string | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** In bytes; 0 where unknown. */
  readonly size: number;
}

/** A row as it came: its line, its cells, and by field name what they say. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  /** What is wrong with the row as a row; its texts are then not to be used. */
  readonly fault: Said | undefined;
}

/** A table being read. */
export interface TableReader {
  readonly header: readonly string[];
  /** Rows in chunks, as they are read. */
  readonly chunks: AsyncIterable<readonly TableRow[]>;
  /** SHA-256 of all bytes; complete when the last chunk has been read. */
  sha256(): string;
  /** Bytes read so far. */
  read(): number;
}

/** Opens a file, or standard input for `-` and for nothing. @throws rejected where it cannot be read */
export function openSource(path: string | undefined, stdin: NodeJS.ReadStream): TableSource {
  if (path === undefined || path === '-') {
    return { name: 'stdin', path: undefined, bytes: stdin, size: 0 };
  }
  try {
    const { size } = statSync(path);
    return { name: basename(path), path, bytes: createReadStream(path), size };
  } catch {
    throw new Failure('rejected', say(words.fileMissing, { path }));
  }
}

const chunkRows = 2_000;

/**
 * Reads CSV (or Excel's tab-separated Unicode text) as a stream: memory does not grow with the file.
 * @param fields the fields that columns may carry, by their names and headings
 * @param passedOver headings that carry nothing to import
 * @throws rejected, with the line, for what makes the rest of the file unreadable (SPEC 9)
 */
export async function readTable(
  source: TableSource,
  fields: Readonly<Record<string, Field<unknown>>>,
  passedOver: readonly string[],
  ignoreUnknown: boolean,
): Promise<TableReader> {
  const hash = createHash('sha256');
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for await (const bytes of source.bytes) {
        hash.update(bytes);
        read += bytes.length;
        yield bytes;
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      throw new Failure('rejected', say(words.fileUnreadable, { path: source.name }));
    }
  }
  const lines = decodeLines(counted(), source.name);
  const start = await lines.next();
  const columns = Object.keys(fields);
  if (start.done || start.value.trim() === '') {
    throw new Failure('rejected', say(words.fileEmpty, { path: source.name, columns }));
  }
  const rows = records(start.value, lines, source.name);
  const head = await rows.next();
  if (head.done) {
    throw new Failure('rejected', say(words.fileEmpty, { path: source.name, columns }));
  }
  const header = head.value.cells;
  const headings = matchHeader(header, fields, passedOver, ignoreUnknown, source.name);
  return {
    header,
    chunks: chunked(rows, headings),
    sha256: () => hash.copy().digest('hex'),
    read: () => read,
  };
}

interface NumberedRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

async function* records(
  start: string,
  rest: AsyncIterable<string>,
  path: string,
): AsyncGenerator<NumberedRecord> {
  const firstLine = start.slice(0, start.search(/[\r\n]|$/));
  const { CsvError, parse } = await import('csv-parse');
  const parser = parse({
    delimiter: firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',',
    relax_column_count: true,
    skip_empty_lines: true,
    // Excel leaves rows of empty cells below a table.
    skip_records_with_empty_values: true,
    info: true,
    max_record_size: longestLine,
  });
  const text = async function* () {
    yield start;
    yield* rest;
  };
  let line = 0;
  try {
    for await (const one of Readable.from(text())
      .on('error', (error) => parser.destroy(error))
      .pipe(parser)) {
      const { record, info } = one as { record: string[]; info: { lines: number } };
      const within = record.reduce(
        (sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0),
        0,
      );
      line = info.lines;
      yield { line: line - within, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, path, line + 1) : error;
  }
}

function unreadable(error: CsvError, path: string, line: number): Failure {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLarge(path, line);
  const phrase =
    error.code === 'CSV_QUOTE_NOT_CLOSED' ? words.quoteNeverClosed : words.quoteMisplaced;
  // What never ends began after the last row; what is misplaced the parser saw itself.
  const at =
    phrase === words.quoteMisplaced && typeof error['lines'] === 'number' ? error['lines'] : line;
  return new Failure('rejected', say(phrase, { path, line: at }));
}

async function* chunked(
  rows: AsyncIterable<NumberedRecord>,
  headings: readonly Heading[],
): AsyncGenerator<readonly TableRow[]> {
  let chunk: TableRow[] = [];
  for await (const { line, cells } of rows) {
    chunk.push(toRow(line, cells, headings));
    if (chunk.length < chunkRows) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function toRow(line: number, cells: readonly string[], headings: readonly Heading[]): TableRow {
  const fault = faultOf(cells, headings.length);
  const texts: Record<string, string> = {};
  if (!fault) {
    for (const [at, heading] of headings.entries()) {
      if (heading) texts[heading] = asEntered(cells[at] ?? '');
    }
  }
  return { line, cells, texts, fault };
}

function faultOf(cells: readonly string[], columns: number): Said | undefined {
  if (cells.length !== columns) return say(words.rowRagged, { cells: cells.length, columns });
  return cells.some((cell) => cell.includes('\0')) ? say(words.rowNul) : undefined;
}
