import type { Kysely } from 'kysely';
import type { Row } from '../../core/report.ts';
import { csvTexts } from '../../io/csv.ts';
import type { Tables } from '../../io/tables.ts';
import type { Terminal } from '../../io/terminal.ts';
import { textsInto, writeWhole } from '../../io/whole-file.ts';
import { hledgerEntry, hledgerHead } from './hledger.ts';
import type { BookedEntry } from './reversal.ts';
import { accountsInUse, bookedEntries, causesInUse } from './store.ts';
import { headJson, journalColumns, sideRows } from './view.ts';

/** The forms a journal can be written in. */
export type JournalFormat = 'hledger' | 'csv';

/**
 * Writes the books, in the order of days, a piece at a time.
 * @param to the terminal's standard output, or the path of a file, which is there as a whole or not at all
 * @returns how many entries were written
 * @throws refused where the file cannot be written
 */
export async function exportJournal(
  query: Kysely<Tables>,
  format: JournalFormat,
  fund: string | undefined,
  to: Terminal | string,
): Promise<number> {
  let entries = 0;
  async function* pieces() {
    for await (const piece of bookedEntries(query, fund)) {
      entries += piece.length;
      yield piece;
    }
  }
  const texts =
    format === 'csv'
      ? csvTexts(journalColumns, csvRows(pieces()))
      : hledgerTexts(await head(query, fund), pieces());
  if (typeof to === 'string') await writeWhole(to, textsInto(texts));
  else {
    for await (const text of texts) await to.write(text);
  }
  return entries;
}

async function head(query: Kysely<Tables>, fund: string | undefined): Promise<string> {
  return hledgerHead(await accountsInUse(query, fund), await causesInUse(query));
}

type Pieces = AsyncIterable<readonly BookedEntry[]>;

async function* hledgerTexts(begin: string, pieces: Pieces): AsyncGenerator<string> {
  yield begin;
  for await (const piece of pieces) yield piece.map(hledgerEntry).join('');
}

async function* csvRows(pieces: Pieces): AsyncGenerator<Row> {
  for await (const piece of pieces) {
    for (const entry of piece) {
      const { reversed_by: _, ...facts } = headJson(entry);
      for (const side of sideRows(entry)) yield { ...facts, ...side };
    }
  }
}
