import { styleText } from 'node:util';
import { Failure, Fault } from '../core/failure.ts';
import { type Field, parseChoice, yesOrNo } from '../core/field.ts';
import { type Phrase, render, type Said, say } from '../core/language.ts';
import { words as coreWords } from '../core/words.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** One answer among several: what is shown, and what it stands for. */
export interface Option<T> {
  readonly name: string;
  readonly value: T;
}

/** Asks a person at a terminal. All questions are asked before a transaction begins. */
export interface Prompter {
  /** One field of a record, checked as it is typed. @returns the text typed; empty where an optional one is left so */
  field(field: Field<unknown>, initial?: string): Promise<string>;
  choose<T>(message: Said | Phrase, options: readonly Option<T>[]): Promise<T>;
  /** Searches as one types. */
  search<T>(
    message: Said | Phrase,
    find: (term: string) => Promise<readonly Option<T>[]>,
  ): Promise<T>;
  confirm(message: Said | Phrase): Promise<boolean>;
  /** Work that asks one question after another: Ctrl-C between two of them ends it as Ctrl-C in one does. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** Questions with inquirer, on standard error, in the terminal's language. */
export function promptAt(terminal: Terminal): Prompter {
  const text = (message: Said | Phrase) => render(message, terminal.lang);
  // inquirer tells its keys in English.
  const keys: Readonly<Record<string, string>> = {
    navigate: text(words.keyMove),
    select: text(words.keyChoose),
  };
  const theme = {
    style: {
      keysHelpTip: (tips: readonly (readonly [string, string])[]) =>
        tips.map(([key, action]) => `${key} ${keys[action] ?? action}`).join(' · '),
      // So does its search where it finds nothing.
      error: (told: string) =>
        styleText('red', `> ${told === 'No results found' ? text(words.nothingFound) : told}`),
    },
  };
  let interrupted: AbortSignal | undefined;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (interrupted) return work();
    const interruption = new AbortController();
    const interrupt = () => interruption.abort();
    interrupted = interruption.signal;
    process.on('SIGINT', interrupt);
    try {
      const result = await work();
      if (interrupted.aborted) throw new Failure('refused', say(words.interrupted));
      return result;
    } finally {
      process.off('SIGINT', interrupt);
      interrupted = undefined;
    }
  };
  const ask = <T>(question: Record<string, unknown>): Promise<T> =>
    inTurn(async () => {
      const { default: inquirer } = await import('inquirer');
      const prompt = inquirer.createPromptModule({
        input: terminal.streams.in,
        output: terminal.streams.err,
        ...(interrupted && { signal: interrupted }),
      });
      try {
        const answers = await prompt([{ ...question, theme, name: 'answer' } as never]);
        return (answers as { answer: T }).answer;
      } catch (error) {
        // Ctrl-C in the question or before it, or the terminal went away.
        if (error instanceof Error && /^(Exit|Abort)PromptError$/.test(error.name)) {
          throw new Failure('refused', say(words.interrupted));
        }
        throw error;
      }
    });
  return {
    inTurn,
    async field(field, initial) {
      if (field.choices) {
        const choices = field.choices.map(({ code, title }) => ({
          name: text(title),
          value: code,
        }));
        // Enter alone leaves it out, as it does where one types.
        if (!field.required) choices.unshift({ name: text(words.none), value: '' });
        return ask({ ...list, message: text(field.title), choices, default: initial });
      }
      const hint = field.required ? '' : ` (${text(field.ifEmpty ?? words.skipHint)})`;
      const answer = await ask<string>({
        type: 'input',
        message: `${text(field.title)}${hint}`,
        default: initial === '' ? undefined : initial,
        validate: (typed: string) => {
          if (typed.trim() === '') return !field.required || text(valueMissing(field));
          const value = field.parse(typed.trim());
          return value instanceof Fault ? text(value.said) : true;
        },
      });
      return answer.trim();
    },
    choose: (message, options) =>
      ask({ ...list, message: text(message), choices: options.map((one) => ({ ...one })) }),
    async search<T>(message: Said | Phrase, find: (term: string) => Promise<readonly Option<T>[]>) {
      for (;;) {
        const results = new SearchResults(find);
        const value = await ask<T>({
          ...{ type: 'search', message: text(message) },
          source: (term: string | undefined) => results.of((term ?? '').trim()),
          validate: () => results.arePresent(),
        });
        const chosen = await results.chosen(value);
        if (chosen) return chosen.value;
        terminal.warn(words.chooseFromList);
      }
    },
    // inquirer's own confirmation knows y and n alone, and takes every other word for a yes.
    async confirm(message) {
      const answer = await ask<string>({
        type: 'input',
        message: `${text(message)} ${text(words.yesOrNo)}`,
        validate: (typed: string) => {
          const answered = answerOf(typed);
          return answered instanceof Fault ? text(answered.said) : true;
        },
        transformer: (typed: string, { isFinal }: { readonly isFinal: boolean }) =>
          isFinal ? text(answerOf(typed) === 'no' ? coreWords.no : coreWords.yes) : typed,
      });
      return answerOf(answer) === 'yes';
    },
  };
}

/**
 * What a search has found. Enter takes what stands on the screen; pressed faster than the list is drawn, as when a
 * number is pasted with its line end, that would be an entry that the text typed does not fit.
 */
class SearchResults<T> {
  private latest: Promise<readonly Option<T>[]> = Promise.resolve([]);
  private drawn = false;
  private hasty = false;

  constructor(private readonly find: (term: string) => Promise<readonly Option<T>[]>) {}

  async of(term: string): Promise<readonly Option<T>[]> {
    this.drawn = false;
    const mine = this.find(term);
    this.latest = mine;
    const found = await mine;
    if (this.latest === mine) this.drawn = true;
    return found;
  }

  /** Enter was pressed: waits for what is being searched. */
  async arePresent(): Promise<true> {
    this.hasty = !this.drawn;
    await this.latest;
    return true;
  }

  /** What was chosen; where Enter came too early, the only entry that there is, undefined where there are others. */
  async chosen(value: T): Promise<{ readonly value: T } | undefined> {
    if (!this.hasty) return { value };
    const [only, ...others] = await this.latest;
    return others.length === 0 ? only : undefined;
  }
}

// What is below the edge of a list, nobody chooses.
const list = { type: 'list', pageSize: 15 } as const;

const parseAnswer = parseChoice(words.answer, yesOrNo);

/** What a yes or no says; Enter alone is a yes. */
const answerOf = (typed: string): 'yes' | 'no' | Fault =>
  typed.trim() === '' ? 'yes' : parseAnswer(typed.trim());

const valueMissing = (field: Field<unknown>): Phrase => ({
  en: `${field.title.en} is needed`,
  zh: `请填写${field.title.zh}`,
});
