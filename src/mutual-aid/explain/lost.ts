import type { PersonFacts, RecognitionFacts } from '../facts.ts';

type Recorded = Pick<PersonFacts, 'enrolled' | 'recognitions'>;

/** What was recorded of a person when batches were settled, and is no longer. */
export interface Lost {
  readonly years: readonly number[];
  /** With the day on which one ends now; null where it is no longer there at all. */
  readonly recognitions: readonly (RecognitionFacts & { readonly endsNow: string | null })[];
}

/** Compares what approved batches kept with what is recorded now. */
export function lostSince(kept: readonly Recorded[], now: Recorded): Lost {
  const years = new Set(kept.flatMap(({ enrolled }) => enrolled));
  const recognitions = new Map<string, Lost['recognitions'][number]>();
  for (const before of kept.flatMap((facts) => facts.recognitions)) {
    const same = now.recognitions.filter(
      ({ kind, from }) => kind === before.kind && from === before.from,
    );
    const stands = same.some(({ to }) => to === null || (before.to !== null && to >= before.to));
    if (stands) continue;
    const endsNow =
      same
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? null;
    recognitions.set(`${before.kind}|${before.from}`, { ...before, endsNow });
  }
  return {
    years: [...years].filter((year) => !now.enrolled.includes(year)).sort((a, b) => a - b),
    recognitions: [...recognitions.values()],
  };
}
