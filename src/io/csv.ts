import type { Cell, Column, Row, Table } from '../core/report.ts';

// What a spreadsheet would run as a formula (SPEC 9), in Chinese ones full-width signs too; with any
// apostrophes before it, so that what was typed with one comes back with one.
const wouldRun = /^[\s']*[=+\-@＝＋－＠]|^'*[\t\r\n]/;
const number = /^-?\d+(\.\d+)?$/;

/** The cell as it is safe in a spreadsheet: a formula gets an apostrophe in front, a number stays one. */
export function harmless(cell: string): string {
  return wouldRun.test(cell) && !number.test(cell) ? `'${cell}` : cell;
}

/** Takes back what {@link harmless} did, so that an export can be imported. */
export function asEntered(cell: string): string {
  return cell.startsWith("'") && wouldRun.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** One line of CSV (RFC 4180), harmless to spreadsheets, with its line end. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = harmless(cell);
    return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\n`;
}

/** A cell as CSV carries it. */
export function csvCell(cell: Cell | readonly string[] | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.join(' ');
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return String(cell);
}

/** A table as CSV, in texts worth a write each: the keys of its columns, then its rows. */
export async function* csvTexts(
  columns: readonly Pick<Column, 'key'>[],
  rows: Table['rows'],
): AsyncGenerator<string> {
  const keys = columns.map(({ key }) => key);
  let pending = csvLine(keys);
  for await (const row of rows as AsyncIterable<Row>) {
    pending += csvLine(keys.map((key) => csvCell(row[key])));
    if (pending.length < 65_536) continue;
    yield pending;
    pending = '';
  }
  yield pending;
}

/** {@link csvTexts} for a file, with the mark in front that lets Excel see that it is UTF-8. */
export async function* csvFile(
  columns: readonly Pick<Column, 'key'>[],
  rows: Table['rows'],
): AsyncGenerator<string> {
  yield '\ufeff';
  yield* csvTexts(columns, rows);
}
