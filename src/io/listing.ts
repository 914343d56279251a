import { Fault } from '../core/failure.ts';
import { type Choice, parseChoice } from '../core/field.ts';
import { type Phrase, say } from '../core/language.ts';
import type { Column, Row } from '../core/report.ts';
import { parseCount } from '../core/text.ts';
import type { ValueOption } from '../core/verb.ts';
import type { Session } from './session.ts';
import { words } from './words.ts';

/** A list in a fixed order, fetched piece by piece so that memory stays flat. */
export interface Listing<R extends Row> {
  readonly columns: readonly Column[];
  readonly count: () => Promise<number>;
  /** Up to `limit` rows: those after the row `after` in the list's order, or from `offset` on. */
  readonly fetch: (piece: Piece<R>) => Promise<readonly R[]>;
}

/** A piece of a list. */
export interface Piece<R> {
  readonly after: R | undefined;
  readonly offset: number;
  readonly limit: number;
}

function parseFromOne(text: string): number | Fault {
  const count = parseCount(text);
  return count === 0 ? new Fault(say(words.countZero)) : count;
}

/** The options every list has. */
export const pageOptions: {
  readonly page: ValueOption<number>;
  readonly limit: ValueOption<number>;
} = {
  page: { about: words.pageOption, placeholder: 'N', parse: parseFromOne },
  limit: { about: words.limitOption, placeholder: 'N', parse: parseFromOne },
};

/** An option of free text. */
export const textOption = (about: Phrase, placeholder = 'TEXT'): ValueOption<string> => ({
  about,
  placeholder,
  parse: (text) => text.trim(),
});

/** An option with one of a few codes. */
export const choiceOption = <Code extends string>(
  about: Phrase,
  field: Phrase,
  choices: readonly Choice<Code>[],
): ValueOption<Code> => ({ about, placeholder: 'CODE', parse: parseChoice(field, choices) });

const onScreen = 20;
const pieceRows = 2_000;

/**
 * Prints a list: on a screen a page of 20 rows and where one is; as JSON or CSV all of it, unless
 * `--page` or `--limit` ask for a part.
 */
export async function printListing<R extends Row>(
  session: Session,
  listing: Listing<R>,
  options: { readonly page: number | undefined; readonly limit: number | undefined },
): Promise<void> {
  const { terminal } = session;
  const whole =
    terminal.format !== 'screen' && options.page === undefined && options.limit === undefined;
  if (whole) {
    const table = { columns: listing.columns, rows: allRows(listing) };
    await terminal.print({ blocks: [{ table }], json: table.rows, csv: table });
    return;
  }
  const limit = options.limit ?? onScreen;
  const page = options.page ?? 1;
  const offset = (page - 1) * limit;
  const rows = await listing.fetch({ after: undefined, offset, limit });
  const table = { columns: listing.columns, rows };
  await terminal.print({ blocks: [{ table }], json: rows, csv: table });
  if (terminal.format !== 'screen') return;
  // A page that is not full is the last one: what there is in all is known from it.
  const isLast = rows.length < limit && (rows.length > 0 || offset === 0);
  const all = isLast ? offset + rows.length : await listing.count();
  if (all === 0 || (offset === 0 && rows.length === all))
    return terminal.note(say(words.all, { all }));
  const at = { from: offset + 1, to: offset + rows.length, all };
  if (rows.length === 0) return terminal.note(say(words.pastTheEnd, { all }));
  terminal.note(at.to < all ? say(words.someMore, { ...at, next: page + 1 }) : say(words.some, at));
}

/** All of a list, piece by piece. */
export async function* allRows<R extends Row>(listing: Listing<R>): AsyncGenerator<R> {
  let after: R | undefined;
  for (;;) {
    const rows = await listing.fetch({ after, offset: 0, limit: pieceRows });
    yield* rows;
    after = rows.at(-1);
    if (rows.length < pieceRows) return;
  }
}
