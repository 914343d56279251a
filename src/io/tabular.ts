import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
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

// Rows die young: of larger chunks many would have to be carried through collections, and memory would grow.
const chunkRows = 500;

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
  const [head, ...begun] = await firstRecords(rows);
  if (!head) {
    throw new Failure('rejected', say(words.fileEmpty, { path: source.name, columns }));
  }
  const header = head.cells;
  const headings = matchHeader(header, fields, passedOver, ignoreUnknown, source.name);
  return {
    header,
    chunks: chunked(begun, rows, headings),
    sha256: () => hash.copy().digest('hex'),
    read: () => read,
  };
}

interface NumberedRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The first records that come: a text may end before any is complete. */
async function firstRecords(
  records: AsyncGenerator<readonly NumberedRecord[]>,
): Promise<readonly NumberedRecord[]> {
  for (;;) {
    const { done, value } = await records.next();
    if (done || value.length > 0) return value ?? [];
  }
}

async function* records(
  start: string,
  rest: AsyncIterable<string>,
  path: string,
): AsyncGenerator<readonly NumberedRecord[]> {
  const firstLine = start.slice(0, start.search(/[\r\n]|$/));
  const { CsvError, parse } = await import('csv-parse');
  const parser = parse({
    delimiter: firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',',
    relax_column_count: true,
    max_record_size: longestLine,
  });
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure = error;
  });
  let line = 1;
  const numbered = (cells: readonly string[]): NumberedRecord => {
    const record = { line, cells };
    line += 1;
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
    return record;
  };
  // What a text completes is taken at once: an event a record would take as long as all else.
  const completed = () => {
    const found: NumberedRecord[] = [];
    for (let cells = parser.read(); cells !== null; cells = parser.read()) {
      found.push(numbered(cells));
    }
    return found.filter(({ cells }) => !cells.every(isBlank));
  };
  try {
    parser.write(start);
    yield completed();
    for await (const text of rest) {
      if (failure) throw failure;
      parser.write(text);
      yield completed();
    }
    parser.end();
    for await (const cells of parser)
      yield [numbered(cells)].filter((one) => !one.cells.every(isBlank));
    if (failure) throw failure;
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, path, line) : error;
  }
}

/** Excel leaves rows of empty cells below a table. */
const isBlank = (cell: string) => cell.trim() === '';

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
  begun: readonly NumberedRecord[],
  rest: AsyncIterable<readonly NumberedRecord[]>,
  headings: readonly Heading[],
): AsyncGenerator<readonly TableRow[]> {
  let chunk = begun.map((record) => toRow(record, headings));
  for await (const some of rest) {
    for (const record of some) chunk.push(toRow(record, headings));
    if (chunk.length < chunkRows) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function toRow({ line, cells }: NumberedRecord, headings: readonly Heading[]): TableRow {
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
