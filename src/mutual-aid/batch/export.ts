import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Row } from '../../core/report.ts';
import { csvLine } from '../../io/csv.ts';
import { allRows, type Listing } from '../../io/listing.ts';
import { csvCell } from '../../io/terminal.ts';
import { words } from './words.ts';

/**
 * Writes lists of a batch as CSV files, `2026Q1-1-payments.csv`, readable by Excel and by this program.
 * @returns the paths written
 * @throws refused where the folder cannot be written
 */
export async function exportBatch(
  folder: string,
  batch: string,
  // biome-ignore lint/suspicious/noExplicitAny: each list has its own kind of row
  lists: Readonly<Record<string, Listing<any>>>,
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const [name, listing] of Object.entries(lists)) {
    const path = join(folder, `${batch}-${name}.csv`);
    try {
      mkdirSync(folder, { recursive: true });
      const file = createWriteStream(path);
      file.write(`\ufeff${csvLine(listing.columns.map(({ key }) => key))}`);
      for await (const row of allRows(listing)) {
        file.write(csvLine(listing.columns.map(({ key }) => csvCell((row as Row)[key]))));
      }
      file.end();
      await finished(file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      throw new Failure('refused', say(words.exportUnwritable, { path }));
    }
    paths.push(path);
  }
  return paths;
}
