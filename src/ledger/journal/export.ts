import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { csvLine } from '../../io/csv.ts';
import type { Tables } from '../../io/tables.ts';
import { csvCell } from '../../io/terminal.ts';
import { hledgerEntry, hledgerHead } from './hledger.ts';
import type { BookedEntry } from './reversal.ts';
import { accountsInUse, bookedEntries, causesInUse } from './store.ts';
import { headJson, journalColumns, sideRows } from './view.ts';
import { words } from './words.ts';

/** The forms a journal can be written in. */
export type JournalFormat = 'hledger' | 'csv';

/**
 * Writes the books, in the order of days, a piece at a time.
 * @param to a stream, or the path of a file
 * @returns how many entries were written
 * @throws refused where the file cannot be written
 */
export async function exportJournal(
  query: Kysely<Tables>,
  format: JournalFormat,
  fund: string | undefined,
  to: NodeJS.WritableStream | string,
): Promise<number> {
  if (typeof to !== 'string') return pour(query, format, fund, to);
  try {
    const file = createWriteStream(to);
    await once(file, 'open');
    const entries = await pour(query, format, fund, file);
    file.end();
    await finished(file);
    return entries;
  } catch (error) {
    // What goes wrong with the file bears the call that failed.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new Failure('refused', say(words.unwritable, { file: to }));
  }
}

async function pour(
  query: Kysely<Tables>,
  format: JournalFormat,
  fund: string | undefined,
  stream: NodeJS.WritableStream,
): Promise<number> {
  let entries = 0;
  const put = async (text: string) => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  await put(format === 'csv' ? csvLine(journalColumns) : await head(query, fund));
  const written = format === 'csv' ? csvRows : hledgerEntry;
  for await (const piece of bookedEntries(query, fund)) {
    entries += piece.length;
    await put(piece.map(written).join(''));
  }
  return entries;
}

async function head(query: Kysely<Tables>, fund: string | undefined): Promise<string> {
  return hledgerHead(await accountsInUse(query, fund), await causesInUse(query));
}

function csvRows(entry: BookedEntry): string {
  const { reversed_by: _, ...facts } = headJson(entry);
  return sideRows(entry)
    .map((side) => {
      const row: Readonly<Record<string, string | number | null>> = { ...facts, ...side };
      return csvLine(journalColumns.map((column) => csvCell(row[column])));
    })
    .join('');
}
