import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { type Said, say } from '../core/language.ts';
import type { Path, PolicyFault } from './faults.ts';
import { words } from './words.ts';

/** A YAML file as values that are texts, lists and groups, and that remember their lines. */
export interface YamlText {
  readonly value: unknown;
  readonly faults: readonly PolicyFault[];
  /** False where the file is so broken that its values mean nothing. */
  readonly wellFormed: boolean;
  /** The line of a value; of what should hold it, where it is missing. From 1. */
  readonly lineOf: (path: Path) => number;
  readonly isThere: (path: Path) => boolean;
}

/**
 * Reads YAML with every scalar as the text that was written, so that `50.10` stays 50.10 and no date is guessed.
 * Anchors and tags are refused: a committee should find each number where it counts.
 */
export function readYaml(source: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const faults = [
    ...withoutEchoes([...document.errors, ...document.warnings]).map((error) => ({
      line: lineAt(error.pos[0]),
      said: saidOf(error, source),
    })),
    ...hiddenThings(document).map(({ offset, said }) => ({ line: lineAt(offset), said })),
  ];
  const wellFormed = faults.every(({ said }) => said.phrase === words.keyTwice);
  return {
    value: wellFormed ? document.toJS() : null,
    faults,
    wellFormed,
    lineOf: (path) => lineAt(find(document, path).offset),
    isThere: (path) => find(document, path).found,
  };
}

function saidOf(error: YAMLError, source: string): Said {
  switch (error.code) {
    case 'DUPLICATE_KEY': {
      const key = /^[^:\s]*/.exec(source.slice(error.pos[0]))?.[0] ?? '';
      return say(words.keyTwice, { key });
    }
    case 'TAB_AS_INDENT':
      return say(words.yamlTab);
    case 'TAG_RESOLVE_FAILED':
      return say(words.yamlTag);
    case 'BAD_ALIAS':
      return say(words.yamlAlias);
    case 'MULTIPLE_DOCS':
      return say(words.yamlDocuments);
    case 'BAD_INDENT':
      return say(words.yamlIndent);
    case 'MISSING_CHAR':
    case 'BAD_DQ_ESCAPE':
      return say(words.yamlUnclosed);
    default:
      return say(words.yamlMalformed);
  }
}

/** Aliases, and the one key that JavaScript treats as no key at all: either would hide what a file says. */
function hiddenThings(document: Document): readonly { offset: number; said: Said }[] {
  const found: { offset: number; said: Said }[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      found.push({ offset: alias.range?.[0] ?? 0, said: say(words.yamlAlias) });
    },
    Scalar: (at, scalar) => {
      if (at !== 'key' || scalar.value !== '__proto__') return;
      const said = say(words.nameUnknown, {
        what: words.key,
        name: '__proto__',
        known: words.none,
      });
      found.push({ offset: scalar.range?.[0] ?? 0, said });
    },
  });
  return found;
}

const independent = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'BAD_ALIAS', 'MULTIPLE_DOCS']);

/** After a line that breaks the file's structure, all else is read askew: of those errors only the first is told. */
function withoutEchoes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.find(({ code }) => !independent.has(code));
  return errors.filter((error) => error === first || (!first && independent.has(error.code)));
}

function find(
  document: Document,
  path: Path,
): { readonly offset: number; readonly found: boolean } {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.findLast(({ key }) => isScalar(key) && key.value === step);
      if (!pair) return { offset, found: false };
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
    } else {
      return { offset, found: false };
    }
  }
  if (isScalar(node) && node.value !== '') offset = node.range?.[0] ?? offset;
  return { offset, found: node !== undefined };
}
