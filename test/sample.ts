import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { officeFiles } from './bench/office.js';
import { Office, type SettledJson } from './office.ts';

/** The path of a file of the sample office. */
export const sample = (file: string) => join(import.meta.dirname, '../data/sample', file);

/** The rows of a file of the sample office, as texts. */
export function rowsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(sample(`${file}.csv`)), { columns: true });
}

const families = [
  ['post', 'posts'],
  ['hardship', 'hardship'],
  ['family', 'family'],
  ['official', 'officials'],
  ['pairing', 'pairings'],
  ['visit', 'visits'],
] as const;

const money = [
  ['grant', 'grants'],
  ['loan', 'repayments'],
  ['in-kind', 'in-kind'],
] as const;

/** What the books of the other funds begin with, in yuan. */
const openings = {
  ...{ 'living-active': 30_000, 'living-retired': 15_000, school: 30_000, university: 50_000 },
  ...{ disability: 10_000, 'legal-aid': 20_000, 'start-up': 100_000, 'rental-housing': 20_000 },
};

/** The sample office, with all of its files, seen from 2026-10-08. */
export interface Sample {
  readonly office: Office;
  /** What became of the rows of each file, by noun. */
  readonly imported: Readonly<Record<string, Record<string, number>>>;
  /** What the three quarters were settled to. */
  readonly settled: readonly SettledJson[];
}

/** Opens the sample office, and settles its three quarters. */
export async function openSample(): Promise<Sample> {
  const office = await Office.open('2026-10-08');
  const imported: Record<string, Record<string, number>> = {};
  const read = async (files: readonly (readonly string[])[]) => {
    for (const [noun = '', file] of files)
      imported[noun] = await office.import(noun, readFileSync(sample(`${file}.csv`), 'utf8'));
  };
  await read(officeFiles);
  await read(families);
  for (const [fund, yuan] of Object.entries(openings))
    await office.done('fund', 'opening', fund, '--amount', String(yuan), '--on', '2026-01-01');
  await read(money);
  const settled: SettledJson[] = [];
  for (const quarter of ['2026Q1', '2026Q2', '2026Q3']) settled.push(await office.settle(quarter));
  return { office, imported, settled };
}
