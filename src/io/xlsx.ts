import type { CellObject } from 'write-excel-file/node';
import { Failure } from '../core/failure.ts';
import { type Lang, printable, render, say } from '../core/language.ts';
import type { Column, Row, Table } from '../core/report.ts';
import { csvCell } from './csv.ts';
import { displayWidth } from './fit.ts';
import { writeWhole } from './whole-file.ts';
import { words } from './words.ts';

/**
 * How many rows a workbook may have. It is made in memory: 250,000 rows of six columns took 8 seconds and 0.7 GB.
 * Excel itself ends at 1,048,576; what is larger is for a CSV file.
 */
export const mostXlsxRows = 300_000;

/**
 * Writes a table as a workbook of one sheet, its first row the titles of the columns. Amounts are numbers with
 * two decimals, counts are numbers; all else is text, whatever it looks like: leading zeros and long numbers stay
 * as they are, and nothing is ever a formula.
 * @param sheet the sheet's name; what Excel allows in none is left out
 * @throws refused above {@link mostXlsxRows}
 */
export async function writeXlsx(
  path: string,
  sheet: string,
  { columns, rows }: Table,
  lang: Lang,
): Promise<void> {
  const title = ({ title, align }: Column): CellObject => ({
    ...{ value: render(title, lang), type: String, fontWeight: 'bold' },
    ...(align && { align }),
  });
  const sheetRows = [columns.map(title)];
  for await (const row of rows) {
    if (sheetRows.length > mostXlsxRows)
      throw new Failure('refused', say(words.tooManyRows, { path, most: mostXlsxRows }));
    sheetRows.push(columns.map((column) => cellOf(column, row, lang)));
  }
  const widths = columns.map((_, at) => ({ width: widthOf(sheetRows.map((row) => row[at])) }));
  const { default: writeExcelFile } = await import('write-excel-file/node');
  await writeWhole(path, async (part) => {
    const options = { sheet: sheetName(sheet), columns: widths, stickyRowsCount: 1 };
    await writeExcelFile(sheetRows, options).toFile(part);
  });
}

// The form @ keeps text text also where somebody edits it.
const asText = { type: String, format: '@' } as const;
const asYuan = { type: Number, format: '#,##0.00' } as const;

function cellOf(column: Column, row: Row, lang: Lang): CellObject {
  const cell = row[column.key] ?? null;
  if (cell === null) return asText;
  if (column.yuan) return { value: Number(cell), ...asYuan };
  if (typeof cell === 'number' && !column.show) return { value: cell, type: Number };
  const text = column.show ? column.show(cell, lang) : csvCell(cell);
  return { value: unescaped(printable(text)), ...asText };
}

/** Excel reads `_x0041_` as A; the underscore written so itself stops it. */
function unescaped(text: string): string {
  return text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** A width in characters in which a column's cells can be read; Chinese ones take two. */
function widthOf(cells: readonly (CellObject | undefined)[]): number {
  let most = 6;
  for (const cell of cells) {
    if (typeof cell?.value === 'number') most = Math.max(most, cell.value.toFixed(2).length + 3);
    else if (cell?.value) most = Math.max(most, displayWidth(String(cell.value)));
  }
  return Math.min(most, 60) + 2;
}

function sheetName(name: string): string {
  const allowed = name.replace(/[[\]/\\:*?]/g, ' ').replace(/^[\s']+|[\s']+$/g, '');
  return allowed.slice(0, 31).trim() || 'Sheet1';
}
