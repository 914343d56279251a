import { type Choice, titleOf } from './field.ts';
import type { Lang, Phrase, Said } from './language.ts';

/** A value in a table: text, a number, or nothing. Amounts are already yuan (SPEC 8). */
export type Cell = string | number | boolean | null;

/** A row of a table, by column key: the JSON keys and CSV headers of SPEC. */
export type Row = Readonly<Record<string, Cell | readonly string[]>>;

/** A column: its key for JSON and CSV, its title for people, and how a cell is said to people. */
export interface Column {
  readonly key: string;
  readonly title: Phrase;
  readonly align?: 'right';
  /** An amount of yuan: a workbook has it as a number with two decimals. */
  readonly yuan?: true;
  /** How a screen shows the cell; JSON and CSV always carry the cell itself. */
  readonly show?: (cell: Cell | readonly string[], lang: Lang) => string;
  /** Only in CSV and JSON: too wide or too technical for a screen. */
  readonly fileOnly?: boolean;
}

/** A column of yuan: exact in JSON and CSV, thousands grouped on a screen. */
export function yuanColumn(key: string, title: Phrase): Column {
  const show = (cell: Cell | readonly string[]) =>
    typeof cell === 'string' ? cell.replace(/\B(?=(\d{3})+\.)/g, ',') : '';
  return { key, title, align: 'right', yuan: true, show };
}

/** How a screen shows a column of codes: as what they are called. */
export const inWords =
  (titleOf: (code: string) => Phrase): NonNullable<Column['show']> =>
  (cell, lang) =>
    titleOf(String(cell))[lang];

/** How a screen shows a column of choices: by their titles. */
export const choiceInWords = (choices: readonly Choice[]): NonNullable<Column['show']> =>
  inWords((code) => titleOf(choices, code));

const longestOnScreen = 30;

/** A column of free text: in JSON and CSV as it is, on a screen at most its beginning. */
export function textColumn(key: string, title: Phrase): Column {
  const show = (cell: Cell | readonly string[]) => {
    const signs = [...String(cell ?? '')];
    return signs.length > longestOnScreen
      ? `${signs.slice(0, longestOnScreen - 1).join('')}…`
      : signs.join('');
  };
  return { key, title, show };
}

/** A table as a value; what renders it is chosen by `--json`, `--csv` or the terminal. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
}

/** One thing of a record: what it is, and what is so. */
export type Fact = readonly [Said | Phrase, string | Said | Phrase];

/** A row as facts, one for each column; an empty cell is an empty fact. */
export function factsOf(columns: readonly Column[], row: Row): readonly Fact[] {
  return columns.map(({ key, title, show }): Fact => {
    const cell = row[key] ?? '';
    const said = show && cell !== '' && { en: show(cell, 'en'), zh: show(cell, 'zh') };
    return [title, said || String(cell)];
  });
}

/** A heading, a table, or a line of text on a page. */
export type Block =
  | { readonly heading: Said | Phrase }
  | { readonly table: Table }
  | { readonly line: Said | Phrase }
  | { readonly good: Said | Phrase }
  /** One record, a fact a line; empty ones are left out. */
  | { readonly facts: readonly Fact[] };

/**
 * A command's result as a value (SPEC 8). A person sees `blocks`, `--json` prints `json`, `--csv` streams `csv`.
 */
export interface Page {
  readonly blocks: readonly Block[];
  readonly json: unknown;
  readonly csv?: Table;
}
