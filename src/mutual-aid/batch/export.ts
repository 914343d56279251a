import { join } from 'node:path';
import { csvFile } from '../../io/csv.ts';
import { allRows, type Listing } from '../../io/listing.ts';
import { textsInto, writeWhole } from '../../io/whole-file.ts';

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
    await writeWhole(path, textsInto(csvFile(listing.columns, allRows(listing))));
    paths.push(path);
  }
  return paths;
}
