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
