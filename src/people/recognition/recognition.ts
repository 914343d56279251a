import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import {
  type Choice,
  codeAndTitle,
  optional,
  type RecordOf,
  required,
  titleOf,
} from '../../core/field.ts';
import { type Phrase, say } from '../../core/language.ts';
import { isSlipOf, nearest } from '../../core/nearest.ts';
import { parseText, plainForm } from '../../core/text.ts';
import { personFields } from '../person.ts';
import { words } from './words.ts';

/** The kinds of SPEC 3; a policy may name others. */
export const kinds: readonly Choice[] = [
  { code: 'hardship', title: words.hardship, also: ['困难', '困难认定', '特困'] },
  {
    code: 'serious-illness',
    title: words.seriousIllness,
    also: ['重大疾病', '重特大疾病', '大病认定'],
  },
  { code: 'chronic-disease', title: words.chronicDisease, also: ['慢病', '慢性病认定'] },
  { code: 'disability', title: words.disability, also: ['伤残', '残疾认定'] },
];

/** What a kind of recognition is called; its code where the policy made it up. */
export function kindTitle(kind: string): Phrase {
  return titleOf(kinds, kind);
}

const names = new Map(
  kinds.flatMap(({ code, title, also = [] }) =>
    [code, title.en, title.zh, ...also].map((name) => [name, code] as const),
  ),
);

/** Reads a kind: a known one by code or name, or another code that a policy may name; near-misses are faults. */
export function parseKind(text: string): string | Fault {
  const plain = plainForm(text).toLowerCase();
  const known = names.get(plain) ?? names.get(text);
  if (known) return known;
  const near = nearest(plain, names.keys());
  const meant = near !== undefined && isSlipOf(plain, near) ? names.get(near) : undefined;
  if (meant !== undefined) {
    const nearestKind = codeAndTitle({ code: meant, title: kindTitle(meant) });
    return new Fault(say(words.kindUnknown, { text, nearest: nearestKind }));
  }
  if (/^[a-z]+(-[a-z]+)*$/.test(plain)) return plain;
  return new Fault(say(words.kindMalformed, { text, known: kinds.map(codeAndTitle) }));
}

/** The facts of a recognition, as options, questions and columns (SPEC 3, 7). */
export const recognitionFields = {
  employee_no: personFields.employee_no,
  kind: required({
    name: 'kind',
    title: words.kind,
    headings: ['类别', '认定种类', '认定类型'],
    parse: parseKind,
  }),
  detail: required({
    name: 'detail',
    title: words.detail,
    headings: ['内容', '病种', '认定说明', '说明'],
    parse: parseText,
  }),
  from: required({
    name: 'from',
    title: words.from,
    headings: ['认定日期', '开始日期', '起'],
    parse: parseCivilDate,
  }),
  to: optional({
    name: 'to',
    title: words.to,
    headings: ['结束日期', '有效期至', '止'],
    parse: parseCivilDate,
  }),
};

/** A recognition as it is entered. */
export type RecognitionRecord = RecordOf<typeof recognitionFields>;

/** A recognition that is there. */
export interface Recognition {
  readonly id: number;
  readonly kind: string;
  readonly detail: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

type Span = Pick<Recognition, 'from' | 'to'>;

const overlap = (a: Span, b: Span) =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** The fault of days that run backwards; undefined where they do not. */
export function checkDays({ from, to }: Span): Fault | undefined {
  return to !== null && to < from ? new Fault(say(words.backwards, { from, to })) : undefined;
}

/**
 * The fault of overlapping another recognition of the same kind and detail; undefined where it does not.
 * Several diseases are recognised side by side.
 */
export function checkOverlap(
  no: string,
  kind: string,
  span: Span & Pick<Recognition, 'detail'>,
  others: readonly Recognition[],
): Fault | undefined {
  const other = others.find(
    (one) => one.kind === kind && one.detail === span.detail && overlap(one, span),
  );
  if (!other) return undefined;
  const { from, to } = other;
  return new Fault(say(words.overlaps, { kind, no, from, to: to ?? words.openEnd }));
}

/** Decides on a recognition against those of the person that are there (SPEC 7). */
export function planRecognition(
  record: RecognitionRecord,
  there: readonly Recognition[],
): 'imported' | 'unchanged' | Fault {
  const { employee_no: no, kind, from } = record;
  const same = there.find(
    (one) => one.kind === kind && one.detail === record.detail && one.from === from,
  );
  if (same) {
    if (same.to === record.to) return 'unchanged';
    return new Fault(say(words.conflict, { kind, no, from }));
  }
  return checkOverlap(no, kind, record, there) ?? 'imported';
}
