import { Failure } from '../core/failure.ts';
import type { Field } from '../core/field.ts';
import { type Phrase, say } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import { plainForm } from '../core/text.ts';
import { words } from './words.ts';

// Counts the rows of a sheet, and says nothing of them.
const runningNumber = ['序号'];

/** The field that a column carries, or undefined where it is passed over. */
export type Heading = string | undefined;

/**
 * Finds the field of each column by its name or a usual heading, in any order (SPEC 7).
 * @throws rejected for an unknown column (naming the nearest known), one that stands twice, or a missing one
 */
export function matchHeader(
  header: readonly string[],
  fields: Readonly<Record<string, Field<unknown>>>,
  passedOver: readonly string[],
  ignoreUnknown: boolean,
  path: string,
): readonly Heading[] {
  const known = new Map<string, string>();
  for (const field of Object.values(fields)) {
    for (const heading of [field.name, field.title.en, field.title.zh, ...(field.headings ?? [])]) {
      known.set(canonical(heading), field.name);
    }
  }
  const ignored = new Set([...passedOver, ...runningNumber].map(canonical));
  const found = header.map((column): Heading => {
    const name = canonical(column);
    const field = known.get(name);
    // A table may end in empty columns that nobody named.
    if (field || ignored.has(name) || name === '' || ignoreUnknown) return field;
    const near = nearest(column, known.keys());
    const nearField = near && fields[known.get(near) ?? ''];
    const facts = { path, column, known: Object.values(fields).map(titleOf) };
    throw new Failure(
      'rejected',
      nearField
        ? say(words.columnUnknown, { ...facts, nearest: titleOf(nearField) })
        : say(words.columnUnknownAlone, facts),
    );
  });
  refuseTwice(found, fields, path);
  const missing = Object.values(fields)
    .filter((field) => field.required && !found.includes(field.name))
    .map(titleOf);
  if (missing.length > 0) {
    throw new Failure(
      'rejected',
      say(words.columnMissing, { path, columns: missing, count: missing.length }),
    );
  }
  return found;
}

function canonical(heading: string): string {
  return plainForm(heading)
    .toLowerCase()
    .replaceAll(/[\s_*]+/g, '_')
    .replace(/^_|_$/g, '');
}

function refuseTwice(
  found: readonly Heading[],
  fields: Readonly<Record<string, Field<unknown>>>,
  path: string,
): void {
  const twice = found.find((field, at) => field !== undefined && found.indexOf(field) !== at);
  const field = fields[twice ?? ''];
  if (field)
    throw new Failure('rejected', say(words.columnTwice, { path, column: titleOf(field) }));
}

/** What a column is called in a message: in Chinese its usual heading. */
const titleOf = ({ name, title }: Field<unknown>): Phrase => ({ en: name, zh: title.zh });
