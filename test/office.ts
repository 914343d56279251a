import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { type Database, openDatabase } from '../src/io/database.ts';
import { Session } from '../src/io/session.ts';
import { Terminal } from '../src/io/terminal.ts';
import { main } from '../src/main.ts';
import { plainPolicy } from './plain-policy.ts';

/** What a command left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A total of a settlement, as its JSON has it. */
export interface SettledJson {
  readonly batch: string | null;
  readonly claims: number;
  readonly people: number;
  readonly due: Readonly<Record<string, string>>;
  readonly payable: string;
  readonly not_payable: number;
}

/** A batch, as the JSON of `batch show` has it. */
export interface BatchJson {
  readonly batch: string;
  readonly status: string;
  readonly lines: readonly Readonly<
    Record<
      'employee_no' | 'fund' | 'benefit' | 'period' | 'base' | 'target' | 'settled_before' | 'due',
      string
    > & { rate: string | null }
  >[];
  readonly payments: readonly Readonly<
    Record<'employee_no' | 'fund' | 'due' | 'offset' | 'payable', string>
  >[];
  readonly not_payable: readonly {
    readonly claim: number;
    readonly receipt_no: string;
    readonly reasons: readonly string[];
  }[];
}

/** The operator who settles, and another who approves. */
export const [settler, approver] = ['cron', '陈秀英'];

// Every command waits for the disk, and tests run thousands: in memory where the system has such a folder.
const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const root = fileURLToPath(new URL('..', import.meta.url));
const plain = plainPolicy();
const templates = new Map<string, Promise<string>>();
const folders = new Set<string>();

// Also of tests that gave up halfway.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An office of its own: a database in a temporary folder with the Xishan policy in force, and no terminal. */
export class Office {
  readonly folder = mkdtempSync(join(scratch, 'relief-office-'));
  readonly path = join(this.folder, 'office.db');

  private constructor(readonly today: string) {
    folders.add(this.folder);
  }

  /** Makes an office that looks from a day. The policy is checked once, the file then copied. */
  static async open(today = '2026-10-08', policy = plain): Promise<Office> {
    const template = templates.get(policy) ?? Office.init(policy);
    templates.set(policy, template);
    const office = new Office(today);
    copyFileSync(await template, office.path);
    return office;
  }

  private static async init(policy: string): Promise<string> {
    const office = new Office('2026-01-01');
    const { code, err } = await office.relief('init', '--policy', policy);
    if (code !== 0) throw new Error(err);
    return office.path;
  }

  /** Runs `relief …` in this process, and waits for its end. */
  relief(...argv: string[]): Promise<Ran> {
    return this.reliefWith('', ...argv);
  }

  /** Runs `relief …` with something on standard input. */
  async reliefWith(input: string, ...argv: string[]): Promise<Ran> {
    const [out, err] = [collected(), collected()];
    const stdin = Readable.from(input === '' ? [] : [Buffer.from(input)]);
    const streams = { in: stdin, out: out.stream, err: err.stream };
    const code = await main(argv, streams as never, {
      RELIEF_DB: this.path,
      RELIEF_LANG: 'en',
      RELIEF_OPERATOR: settler,
      RELIEF_TODAY: this.today,
    });
    return { code, out: out.text(), err: err.text() };
  }

  /** Runs a command that must end well. @returns its standard output */
  async done(...argv: string[]): Promise<string> {
    const { code, out, err } = await this.relief(...argv);
    if (code !== 0) throw new Error(`relief ${argv.join(' ')}: exit ${code}, ${err}`);
    return out;
  }

  /** Runs a command that must end well, for its JSON. */
  async json<T = Record<string, unknown>>(...argv: string[]): Promise<T> {
    return JSON.parse(await this.done(...argv, '--json')) as T;
  }

  /** Imports CSV from standard input. @returns the counts: nothing is asserted of them */
  async import(noun: string, csv: string): Promise<Record<string, number>> {
    const rejects = join(this.folder, `${noun}-rejects.csv`);
    const ran = await this.reliefWith(csv, noun, 'import', '-', '--json', '--rejects', rejects);
    if (ran.out === '') throw new Error(`import of ${noun}: ${ran.err}`);
    const { rejects_file: _, ...counts } = JSON.parse(ran.out) as Record<string, number>;
    return counts;
  }

  /** Imports lines as a file. @returns the exit code, the counts, what was said of the rows, and the rejected rows */
  async bring(noun: string, lines: readonly string[], ...options: string[]) {
    const file = join(this.folder, `${noun}s.csv`);
    writeFileSync(file, lines.join('\n'));
    const { code, out, err } = await this.relief(noun, 'import', file, '--json', ...options);
    if (out === '') throw new Error(err);
    const { rejects_file, ...counts } = JSON.parse(out) as Record<string, number> & {
      rejects_file: string | null;
    };
    return {
      code,
      counts,
      said: err,
      // Quotation marks stand doubled in CSV.
      rejects: rejects_file ? readFileSync(rejects_file, 'utf8').replaceAll('""', '"') : '',
    };
  }

  /** Settles a quarter, and approves its batch where there is one. */
  async settle(quarter: string): Promise<SettledJson> {
    const settled = await this.json<SettledJson>('settle', '--quarter', quarter);
    if (settled.batch) await this.done('batch', 'approve', settled.batch, '--as', approver);
    return settled;
  }

  /** All batches that were not voided, oldest first. */
  async batches(): Promise<BatchJson[]> {
    const heads = await this.json<{ batch: string; status: string }[]>('batch', 'list');
    const batches: BatchJson[] = [];
    for (const { batch, status } of heads) {
      if (status !== 'void') batches.push(await this.json<BatchJson>('batch', 'show', batch));
    }
    return batches;
  }

  /** Looks into the database. */
  async look<T>(at: (query: Database['query']) => Promise<T>): Promise<T> {
    const database = await openDatabase(this.path);
    try {
      return await at(database.query);
    } finally {
      database.close();
    }
  }

  /** The actions in the audit chain, the latest last. */
  async actions(): Promise<string[]> {
    const rows = await this.look((query) =>
      query.selectFrom('audit').select('action').orderBy('id').execute(),
    );
    return rows.map(({ action }) => action);
  }

  /** A session on this office's database, for what is tested below the command line; to be closed. */
  session(operator = settler, today = this.today) {
    return sessionOn(this.path, operator, today);
  }

  close(): void {
    folders.delete(this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A session on a database, without a terminal; to be closed. */
export function sessionOn(
  path: string,
  operator: string,
  today: string,
): { readonly session: Session; readonly said: () => string } {
  const [out, err] = [collected(), collected()];
  const streams = { in: Readable.from([]), out: out.stream, err: err.stream };
  const session = new Session(new Terminal(streams as never, 'en', 'screen', false), {
    databasePath: async () => path,
    operator,
    today,
    now: () => `${today}T00:00:00.000Z`,
    yes: true,
    packageFolder: root,
  });
  return { session, said: () => out.text() + err.text() };
}

function collected() {
  let text = '';
  const stream = {
    isTTY: false,
    write(chunk: string) {
      text += chunk;
      return true;
    },
  };
  return { stream, text: () => text };
}

/** CSV of rows that all have the same columns. */
export function csvOf(rows: readonly Readonly<Record<string, string | number | null>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly (string | number | null | undefined)[]) =>
    cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',');
  return [line(columns), ...rows.map((row) => line(columns.map((name) => row[name])))].join('\n');
}

/** Yuan as every output has them, in fen. */
export function fenOf(yuan: string): number {
  return Math.round(Number(yuan) * 100);
}
