import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { checkCharacterOf } from '../../src/core/id-number.ts';
import { createDatabase, type Database, openDatabase } from '../../src/io/database.ts';
import { main } from '../../src/main.ts';

// The bundle has it from package.json.
Object.assign(globalThis, { RELIEF_VERSION: 'test' });

/** What a command left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An office of its own: a real database in a temporary folder, and command lines run on it without a terminal. */
export class Office {
  private readonly folder = mkdtempSync(join(tmpdir(), 'relief-office-'));
  readonly path = join(this.folder, 'office.db');

  /** Makes an office with a group G0, a mine M1 below it and two sections below that. */
  static async open(): Promise<Office> {
    const office = new Office();
    (await createDatabase(office.path)).close();
    await office.import('unit', [
      'code,name,level,parent',
      'G0,集团工会,group,',
      'M1,青石沟矿,mine,G0',
      'M1S1,综采一队,section,M1',
      'M1S2,综采二队,section,M1',
    ]);
    return office;
  }

  /** Runs `relief …` as a caseworker on 2026-07-01. @param input what stands on standard input */
  async run(argv: readonly string[], input = ''): Promise<Ran> {
    const out = collected();
    const err = collected();
    const streams = { in: Readable.from([Buffer.from(input)]), out: out.stream, err: err.stream };
    const code = await main(argv, streams as never, {
      RELIEF_DB: this.path,
      RELIEF_LANG: 'en',
      RELIEF_OPERATOR: 'wang',
      RELIEF_TODAY: '2026-07-01',
    });
    return { code, out: out.text(), err: err.text() };
  }

  /** Runs a command for its JSON. */
  async json<T = Record<string, unknown>>(...argv: string[]): Promise<T> {
    const { out, err } = await this.run([...argv, '--json']);
    if (out === '') throw new Error(err);
    return JSON.parse(out) as T;
  }

  /** Imports lines as a file. @returns the counts, what was said of the rows, and the rejected rows */
  async import(noun: string, lines: readonly string[], ...options: string[]) {
    const file = join(this.folder, `${noun}s.csv`);
    writeFileSync(file, lines.join('\n'));
    const { code, out, err } = await this.run([noun, 'import', file, '--json', ...options]);
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

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function collected() {
  const chunks: Buffer[] = [];
  const stream = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** An ID number with the right check digit. @param order tells people born on one day apart */
export function idOf(order: number, area = '140107', born = '19720822'): string {
  const first17 = `${area}${born}${String(order).padStart(3, '0')}`;
  return `${first17}${checkCharacterOf(first17)}`;
}

/** The heading of a people file. */
export const peopleHeading = 'employee_no,name,id_no,category,unit,phone,bank_account';

/** A row of a people file, all of it in order unless told otherwise. */
export function personLine(order: number, changes: Readonly<Record<string, string>> = {}): string {
  const person = {
    employee_no: String(order).padStart(6, '0'),
    name: `王建${order}`,
    id_no: idOf(order),
    category: 'active',
    unit: 'M1S1',
    phone: '13900006799',
    bank_account: `62000000${String(order).padStart(8, '0')}`,
    ...changes,
  };
  return Object.values(person).join(',');
}
