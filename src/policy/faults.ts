import type { z } from 'zod';
import { type Phrase, type Said, say } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import { words } from './words.ts';

/** One thing wrong with a policy file: where, counted from line 1, and what (SPEC 6). */
export interface PolicyFault {
  readonly line: number;
  readonly said: Said;
}

/** The way from the top of a policy file to a value: keys, and positions in lists from 0. */
export type Path = readonly (string | number)[];

/** One thing wrong, before its line is looked up. */
export interface Finding {
  readonly path: Path;
  readonly said: Said;
}

/** What is wrong with a name that should be one of a few; names the nearest, or all where none is near. */
export function unknownName(what: Phrase, name: string, known: readonly string[]): Said {
  const meant = nearest(name, known);
  if (meant !== undefined) return say(words.nameUnknownNear, { what, name, nearest: meant });
  return say(words.nameUnknown, { what, name, known: known.length > 0 ? known : words.none });
}

const kinds: Readonly<Record<string, Phrase>> = {
  string: words.kindValue,
  array: words.kindList,
  object: words.kindGroup,
  record: words.kindGroup,
};

/**
 * Zod's issues as findings in our words; zod's own messages never reach a user.
 * @param isThere whether the file has anything at a path: what is missing is said otherwise than what is wrong
 */
export function findingsOf(
  issues: readonly z.core.$ZodIssue[],
  isThere: (path: Path) => boolean,
  within: Path = [],
): readonly Finding[] {
  return issues.flatMap((issue): readonly Finding[] => {
    const path = [...within, ...(issue.path as Path)];
    const key = path.findLast((step) => typeof step === 'string') ?? words.wholeFile;
    const expected = (names: readonly string[]): readonly Finding[] => [
      {
        path,
        said: isThere(path)
          ? say(words.kindExpected, { key, kinds: names.map((name) => kinds[name] ?? name) })
          : say(words.keyMissing, { key }),
      },
    ];
    switch (issue.code) {
      case 'unrecognized_keys': {
        // `group` makes the message carry the keys that are known.
        const known = issue.message.split(' ');
        return issue.keys.map((unknown) => ({
          path: [...path, unknown],
          said: unknownName(words.key, unknown, known),
        }));
      }
      case 'invalid_type':
        return expected([issue.expected]);
      case 'invalid_union': {
        const branch = issue.errors.find((inner) => !inner.some(isOfAnotherKind));
        if (branch) return findingsOf(branch, isThere, path);
        return expected(issue.errors.flat().flatMap(kindsExpected));
      }
      case 'invalid_key':
        return findingsOf(issue.issues, isThere, path);
      case 'too_small':
        return [{ path, said: say(words.listEmpty, { key }) }];
      case 'custom':
        return [{ path, said: (issue.params?.said as Said) ?? say(words.valueEmpty, { key }) }];
      default:
        return [{ path, said: say(words.valueWrong, { key }) }];
    }
  });
}

function isOfAnotherKind(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

function kindsExpected(issue: z.core.$ZodIssue): readonly string[] {
  return issue.code === 'invalid_type' ? [issue.expected] : [];
}
