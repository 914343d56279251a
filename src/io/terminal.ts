import { type Lang, type Phrase, printable, render, type Said } from '../core/language.ts';
import type { Block, Column, Page, Row, Table } from '../core/report.ts';
import { csvCell, csvTexts } from './csv.ts';
import { fitted } from './fit.ts';
import { words } from './words.ts';

/** How results are printed: for people, or for other programs (SPEC 8). */
export type Format = 'screen' | 'json' | 'csv';

/** The streams a command speaks to: results on `out`; messages, progress and questions on `err`. */
export interface Streams {
  readonly in: NodeJS.ReadStream;
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
}

/** A progress bar, or nothing where nobody watches. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

/** Speaks to people and programs in one language and format. */
export class Terminal {
  constructor(
    readonly streams: Streams,
    readonly lang: Lang,
    readonly format: Format,
    readonly quiet: boolean,
  ) {}

  /** Words in this terminal's language. */
  words(message: Said | Phrase): string {
    return render(message, this.lang);
  }

  /** A message to a person, on standard error; `--quiet` silences it. */
  note(message: Said | Phrase): void {
    if (!this.quiet) this.streams.err.write(`${this.words(message)}\n`);
  }

  /** A warning, on standard error, `--quiet` or not. */
  warn(message: Said | Phrase): void {
    this.streams.err.write(`${this.words(message)}\n`);
  }

  /** Prints a command's result in the format asked for. */
  async print(page: Page): Promise<void> {
    if (this.format === 'json') return this.printJson(page.json);
    if (this.format === 'csv') return this.printCsv(page.csv ?? tableOf(page));
    const colours = await coloursOf(this.streams.out);
    for (const block of page.blocks) await this.write(await this.block(block, colours));
  }

  /** A progress bar on standard error for work of `total` units; silent without a terminal. */
  async progress(label: Phrase, total: number): Promise<Progress> {
    if (!this.streams.err.isTTY || this.quiet || total === 0) return { update() {}, stop() {} };
    const { default: cliProgress } = await import('cli-progress');
    const bar = new cliProgress.SingleBar({
      format: `${this.words(label)} {bar} {percentage}%`,
      stream: this.streams.err,
      hideCursor: true,
      clearOnComplete: true,
    });
    bar.start(total, 0);
    return { update: (done) => bar.update(done), stop: () => bar.stop() };
  }

  /** Writes text to standard output as it is, and waits while the reader is behind. */
  async write(text: string): Promise<void> {
    if (this.streams.out.write(text)) return;
    await new Promise<void>((resolve) => this.streams.out.once('drain', resolve));
  }

  private async printJson(json: unknown): Promise<void> {
    if (!isRows(json)) return this.write(`${JSON.stringify(json, null, 2)}\n`);
    let first = true;
    await this.write('[');
    for await (const row of json) {
      await this.write(`${first ? '\n  ' : ',\n  '}${JSON.stringify(row)}`);
      first = false;
    }
    await this.write(first ? ']\n' : '\n]\n');
  }

  private async printCsv(table: Table): Promise<void> {
    for await (const text of csvTexts(table.columns, table.rows)) await this.write(text);
  }

  private async block(block: Block, colours: Colours): Promise<string> {
    if ('line' in block) return `${this.words(block.line)}\n`;
    if ('good' in block) return `${colours.green(this.words(block.good))}\n`;
    if ('heading' in block) return `\n${colours.bold(this.words(block.heading))}\n`;
    if ('facts' in block) {
      const shown = block.facts.filter(([, value]) => value !== '');
      const rows = shown.map(([title, value]) => [
        this.words(title),
        typeof value === 'string' ? printable(value) : this.words(value),
      ]);
      const fit = this.fitted(undefined, rows).rows;
      return this.grid(
        fit.map(([title = '', value = '']) => [colours.dim(title), value]),
        [],
      );
    }
    return this.table(block.table, colours);
  }

  private async table(table: Table, colours: Colours): Promise<string> {
    const columns = table.columns.filter((column) => !column.fileOnly);
    const rows: string[][] = [];
    for await (const row of table.rows) rows.push(columns.map((column) => this.cell(column, row)));
    if (rows.length === 0) return `${this.words(words.noRows)}\n`;
    const titles = columns.map((column) => this.words(column.title));
    const { head = titles, rows: fit } = this.fitted(titles, rows);
    return this.grid(
      [head.map((title) => colours.bold(title)), ...fit],
      columns.map((column) => column.align ?? 'left'),
    );
  }

  /** Where somebody looks, a table is made to fit their screen; a file or a pipe has it as it is. */
  private fitted(head: string[] | undefined, rows: string[][]) {
    const { isTTY, columns } = this.streams.out;
    return isTTY && columns ? fitted(head, rows, columns) : { head, rows };
  }

  private cell(column: Column, row: Row): string {
    const cell = row[column.key] ?? null;
    return printable(column.show ? column.show(cell, this.lang) : csvCell(cell));
  }

  private async grid(rows: string[][], aligned: ('left' | 'right')[]): Promise<string> {
    const { default: CliTable } = await import('cli-table3');
    const none = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '' };
    const below = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
    const inside = { left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '' };
    const table = new CliTable({
      chars: { ...none, ...below, ...inside, middle: '  ' },
      style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
      colAligns: aligned,
    });
    table.push(...rows);
    return `${table
      .toString()
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')}\n`;
  }
}

/** The table that CSV carries where a page names none: its first table, or its one record. */
function tableOf(page: Page): Table {
  const block = page.blocks.find((one) => 'table' in one);
  if (block && (Array.isArray(page.json) || page.json === null)) return block.table;
  const scalars = Object.entries(page.json ?? {}).filter(([, value]) => Object(value) !== value);
  const columns = scalars.map(([key]) => ({ key, title: { en: key, zh: key } }));
  return { columns, rows: [Object.fromEntries(scalars) as Row] };
}

function isRows(json: unknown): json is AsyncIterable<unknown> {
  return typeof json === 'object' && json !== null && Symbol.asyncIterator in json;
}

type Colours = Readonly<Record<'green' | 'bold' | 'dim', (text: string) => string>>;

/** The colours for a stream. chalk is loaded only where there are any: a list into a pipe ends 3 % sooner. */
async function coloursOf(stream: NodeJS.WriteStream): Promise<Colours> {
  const plain = (text: string) => text;
  if (!usesColour(stream)) return { green: plain, bold: plain, dim: plain };
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 });
}

/** True where colour may be used: a terminal, and nobody asked for none (no-color.org). */
function usesColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}
