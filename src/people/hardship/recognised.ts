import { type CivilDate, daysLater } from '../../core/civil-date.ts';

/** Days from one to another, both of them in it; without an end where it is null. */
export interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** What a household's file gives its members who are recorded as persons (SPEC 12). */
export const fileRecognition = { kind: 'hardship', detail: '困难职工档案' } as const;

/** Whether two spans have a day in common. */
export function meet(one: Span, other: Span): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

/** The days that two spans have in common; undefined where they have none. */
export function shared(one: Span, other: Span): Span | undefined {
  if (!meet(one, other)) return undefined;
  const from = one.from > other.from ? one.from : other.from;
  const [first, second] = [one.to, other.to];
  if (first === null || second === null) return { from, to: first ?? second };
  return { from, to: first < second ? first : second };
}

/** What of a span none of the others covers, in order: what is recognised there already is not recognised twice. */
export function uncovered(span: Span, others: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let { from } = span;
  const inOrder = others
    .filter((one) => meet(one, span))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  for (const one of inOrder) {
    if (one.from > from) gaps.push({ from, to: daysLater(one.from, -1) });
    if (one.to === null) return gaps;
    const next = daysLater(one.to, 1);
    if (next > from) from = next;
  }
  return span.to === null || from <= span.to ? [...gaps, { from, to: span.to }] : gaps;
}
