import { z } from 'zod';
import type { CivilDate } from '../core/civil-date.ts';
import { Fault } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { parseQuarter, type Quarter, quarterOf } from '../core/quarter.ts';
import { parseYear, plainForm } from '../core/text.ts';
import { code, date, group, phrase, textThat, yesNo, yuan } from './forms.ts';
import { words } from './words.ts';

/** `2026`, or `2016-2026` for all years from the first to the last. */
const years = textThat((text): readonly number[] | Fault => {
  const ends = plainForm(text).split(/\s*[-–]\s*/);
  const [first, last] = [parseYear(ends[0] ?? ''), parseYear(ends.at(-1) ?? '')];
  if (first instanceof Fault) return first;
  if (last instanceof Fault) return last;
  if (ends.length > 2 || first > last) return new Fault(say(words.yearsMalformed, { text }));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
});

/** A quarter by its own name: `last` and `current` would change what an example means from day to day. */
const quarter = textThat((text): Quarter | Fault =>
  /^\d{4}/.test(plainForm(text))
    ? parseQuarter(text, '')
    : new Fault(say(words.quarterRelative, { text })),
);

const claimForm = group({
  type: code,
  service_date: date,
  received_on: date.optional(),
  designated: yesNo.default(true),
  pool_paid: yuan,
  pool_self_pay: yuan,
  settled: yesNo.default(false),
}).transform(({ type, ...claim }) => ({
  ...claim,
  receipt_type: type,
  received_on: claim.received_on ?? claim.service_date,
}));

const recognitionForm = group({ kind: code, from: date, to: date.optional() }).transform(
  ({ kind, from, to }) => ({ kind, from, to: to ?? null }),
);

const givenForm = group({
  enrolled: z.array(years).transform((ranges) => [...new Set(ranges.flat())].sort((a, b) => a - b)),
  recognitions: z.array(recognitionForm).default([]),
  quarter: quarter.optional(),
  claims: z.array(claimForm).min(1),
}).transform(({ quarter, claims, ...person }) => ({
  quarter: quarter ?? quarterOf(latest(claims.map((claim) => claim.received_on))),
  person: { ...person, claims: claims.map((claim, at) => ({ id: at + 1, ...claim })) },
}));

/** A worked example as a policy file writes it (SPEC 6): what is given, and what must come out. */
export const exampleForm = group({
  name: phrase,
  given: givenForm,
  expect: z.record(code, yuan),
  reasons: z.array(code).optional(),
});

/** The latest of some days; dates compare as they sort. */
function latest(dates: readonly CivilDate[]): CivilDate {
  return dates.toSorted().at(-1) ?? '';
}
