import type { Fen } from '../core/money.ts';
import { applyRates, type BasisPoints } from '../core/rate.ts';
import type { Benefit } from '../policy/policy.ts';

/** A part of the base and the rate it pays at. */
export interface RatedPart {
  readonly over: Fen;
  readonly part: Fen;
  readonly rate: BasisPoints;
}

/** A target before any limit, and how it came about. */
export interface Computed {
  readonly amount: Fen;
  /** The parts above each band's threshold; empty for steps. */
  readonly parts: readonly RatedPart[];
  /** The rate of the highest band reached (the first, where none is); null for steps. */
  readonly rate: BasisPoints | null;
}

/** The rate of a band with the years of continuity put in, at most what the policy says (SPEC 5). */
export function rateWithContinuity(
  benefit: Benefit,
  rate: BasisPoints,
  completedYears: number,
): BasisPoints {
  const { continuity } = benefit;
  if (!continuity) return rate;
  const more = Math.floor(completedYears / continuity.every_years) * continuity.add;
  return Math.max(rate, Math.min(continuity.at_most, rate + more));
}

/** What a benefit's formula gives for a base, in fen, rounded once (SPEC 5, 6). Cap and `within` come later. */
export function compute(benefit: Benefit, base: Fen, completedYears: number): Computed {
  if (benefit.formula === 'steps') {
    const step = benefit.steps.findLast(({ over }) => base > over);
    return { amount: step?.pay ?? 0, parts: [], rate: null };
  }
  const parts: RatedPart[] = [];
  for (const [at, { over, rate }] of benefit.bands.entries()) {
    if (at > 0 && base <= over) break;
    const upTo = benefit.bands[at + 1]?.over ?? base;
    const part = Math.max(0, Math.min(base, upTo) - over);
    parts.push({ over, part, rate: rateWithContinuity(benefit, rate, completedYears) });
  }
  return { amount: applyRates(parts), parts, rate: parts.at(-1)?.rate ?? null };
}
