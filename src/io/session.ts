import type { CivilDate } from '../core/civil-date.ts';
import { Failure, Fault } from '../core/failure.ts';
import type { Field, RecordOf } from '../core/field.ts';
import { type Phrase, type Said, say } from '../core/language.ts';
import { optionName, type ValueOption } from '../core/verb.ts';
import { words as coreWords } from '../core/words.ts';
import { type Database, openDatabase } from './database.ts';
import { type Prompter, promptAt } from './prompter.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** What the global options and the surroundings say (SPEC 8). */
export interface Surroundings {
  readonly databasePath: () => Promise<string>;
  readonly operator: string;
  readonly today: CivilDate;
  /** The instant, ISO with UTC: for the audit chain alone, never for a rule. */
  readonly now: () => string;
  readonly yes: boolean;
  /** The folder that holds `data/`. */
  readonly packageFolder: string;
}

/** What a command works with: the terminal, the clock, the operator, the database. */
export class Session {
  readonly prompter: Prompter;
  /** What the program ends with when the command did its work: 0, or 3 where some input was rejected. */
  exitCode = 0;
  private opened: Promise<Database> | undefined;

  constructor(
    readonly terminal: Terminal,
    readonly surroundings: Surroundings,
  ) {
    this.prompter = promptAt(terminal);
  }

  get today(): CivilDate {
    return this.surroundings.today;
  }

  get operator(): string {
    return this.surroundings.operator;
  }

  /** True where a person can be asked. */
  get interactive(): boolean {
    const { streams, format } = this.terminal;
    return streams.in.isTTY === true && streams.err.isTTY === true && format === 'screen';
  }

  /** The database, opened when first asked for. */
  database(): Promise<Database> {
    this.opened ??= this.surroundings.databasePath().then(openDatabase);
    return this.opened;
  }

  /** Closes what was opened. */
  async close(): Promise<void> {
    const database = await this.opened?.catch(() => undefined);
    database?.close();
  }

  /** Asks for a yes; `--yes` gives it. @throws usage where nobody can be asked, refused where the answer is no */
  async confirm(message: Said | Phrase): Promise<void> {
    if (this.surroundings.yes) return;
    if (!this.interactive) throw new Failure('usage', say(words.confirmationMissing));
    if (!(await this.prompter.confirm(message))) throw new Failure('refused', say(words.declined));
  }

  /**
   * A record from the options, asking for what is missing. Where the options give all that is required,
   * nothing is asked. What `check` finds wrong is told, and asked again with the answers to begin from.
   * @param ask asks for fields that need more than their text (a person, a hospital)
   * @param check what is wrong with the record as a whole
   * @throws usage naming the missing options where nobody can be asked; rejected for a record at fault
   */
  async record<Fields extends Readonly<Record<string, Field<unknown>>>>(
    fields: Fields,
    given: Readonly<Record<string, unknown>>,
    ask: { readonly [Name in keyof Fields]?: () => Promise<unknown> } = {},
    check: (record: RecordOf<Fields>) => Promise<readonly Said[]> = async () => [],
  ): Promise<RecordOf<Fields>> {
    const missing = Object.values(fields).filter(
      (field) => field.required && given[field.name] === undefined,
    );
    if (missing.length > 0 && !this.interactive) {
      const options = missing.map((field) => optionName(field.name));
      throw new Failure('usage', say(words.optionMissing, { options, count: options.length }));
    }
    if (missing.length > 0)
      return this.prompter.inTurn(() => this.asked(fields, given, ask, check));
    const record = { ...given };
    for (const { name } of Object.values(fields)) record[name] ??= null;
    const [first, ...others] = await check(record as RecordOf<Fields>);
    for (const other of others) this.terminal.warn(other);
    if (first) throw new Failure('rejected', first);
    return record as RecordOf<Fields>;
  }

  private async asked<Fields extends Readonly<Record<string, Field<unknown>>>>(
    fields: Fields,
    given: Readonly<Record<string, unknown>>,
    ask: { readonly [Name in keyof Fields]?: () => Promise<unknown> },
    check: (record: RecordOf<Fields>) => Promise<readonly Said[]>,
  ): Promise<RecordOf<Fields>> {
    const known = { ...given };
    const typed: Record<string, string> = {};
    for (;;) {
      const record = { ...known };
      for (const field of Object.values(fields)) {
        const { name } = field;
        if (known[name] !== undefined) continue;
        const search = ask[name];
        if (search) known[name] = record[name] = await search();
        else record[name] = await this.answer(field, typed);
      }
      const faults = await check(record as RecordOf<Fields>);
      if (faults.length === 0) return record as RecordOf<Fields>;
      for (const fault of faults) this.terminal.warn(fault);
    }
  }

  private async answer(field: Field<unknown>, typed: Record<string, string>): Promise<unknown> {
    const text = await this.prompter.field(field, typed[field.name]);
    typed[field.name] = text;
    return text === '' ? null : field.parse(text);
  }
}

/** The options that give the fields of a record, one each. */
export function fieldOptions<Fields extends Readonly<Record<string, Field<unknown>>>>(
  fields: Fields,
): {
  readonly [Name in keyof Fields]: Fields[Name] extends Field<infer T> ? ValueOption<T> : never;
} {
  const options: Record<string, ValueOption<unknown>> = {};
  for (const field of Object.values(fields)) {
    const codes = field.choices?.map((choice) => choice.code).join(' | ');
    options[field.name] = {
      about: codes
        ? { en: `${field.title.en}: ${codes}`, zh: `${field.title.zh}：${codes}` }
        : field.title,
      placeholder: placeholderOf(field),
      datum: true,
      parse: (text) => parsed(field, text.trim()),
    };
  }
  return options as never;
}

function parsed(field: Field<unknown>, text: string): unknown {
  if (text !== '') return field.parse(text);
  return field.required ? new Fault(say(coreWords.valueMissing, { field: field.title })) : null;
}

function placeholderOf(field: Field<unknown>): string {
  if (field.choices) return 'CODE';
  if (/amount|paid|pay$|expense|income/.test(field.name)) return 'YUAN';
  if (/date|(^|_)on$|^from$|^to$/.test(field.name)) return 'DATE';
  return /year/.test(field.name) ? 'YEAR' : 'TEXT';
}
