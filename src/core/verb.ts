import type { Fault } from './failure.ts';
import type { Phrase } from './language.ts';

/** An option with a value: `--unit CODE`. */
export interface ValueOption<T> {
  readonly about: Phrase;
  readonly placeholder: string;
  readonly parse: (text: string) => T | Fault;
  /** True where the value is a fact to be recorded: at fault, it is input rejected, not wrong usage. */
  readonly datum?: true;
}

/** An option that is there or not: `--reveal`. */
export interface FlagOption {
  readonly about: Phrase;
  readonly flag: true;
}

/** A command's options by name; `pool_paid` is typed as `--pool-paid`. */
export type Options = Readonly<Record<string, ValueOption<unknown> | FlagOption>>;

/** What a command gets of its options: the values read, undefined where the option was not given. */
export type OptionValues<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends ValueOption<infer T> ? T | undefined : boolean;
};

/** A positional argument. */
export interface Argument {
  readonly name: string;
  readonly about: Phrase;
  readonly optional?: true;
  /** One or more of it; none too where it is optional. Only the last argument. */
  readonly repeated?: true;
}

/** How an argument is shown where a command is: `<number>`, `[file]`, `[numbers...]`. */
export function shapeOf({ name, optional, repeated }: Argument): string {
  const typed = repeated ? `${name}...` : name;
  return optional ? `[${typed}]` : `<${typed}>`;
}

/** A verb of the command line, `add` in `relief claim add`, as data: the parser, the help and docs/commands.md are made from it. */
export interface Verb<Context> {
  readonly name: string;
  readonly summary: Phrase;
  readonly arguments: readonly Argument[];
  readonly options: Options;
  /** The options as they are typed, by name: `--pool-paid <YUAN>`, `--reveal`. */
  readonly flags: Readonly<Record<string, string>>;
  /** At least one line that can be typed as it stands. */
  readonly examples: readonly string[];
  readonly run: (
    context: Context,
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
}

/** Declares a verb; the compiler derives the types of the options that `run` gets. */
export function verb<Context, const O extends Options>(declared: {
  readonly name: string;
  readonly summary: Phrase;
  readonly arguments?: readonly Argument[];
  readonly options?: O;
  readonly examples: readonly string[];
  readonly run: (
    context: Context,
    args: readonly string[],
    options: OptionValues<O>,
  ) => Promise<void>;
}): Verb<Context> {
  return {
    ...declared,
    arguments: declared.arguments ?? [],
    options: declared.options ?? {},
    flags: flagsOf(declared.options ?? {}),
    run: (context, args, options) => declared.run(context, args, options as OptionValues<O>),
  };
}

/** The option a field or a value is typed as: `--employee-no`. */
export function optionName(field: string): string {
  return `--${field.replaceAll('_', '-')}`;
}

function flagsOf(options: Options): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      'flag' in option ? optionName(name) : `${optionName(name)} <${option.placeholder}>`,
    ]),
  );
}
