import type { Fen } from './money.ts';

/** A rate in basis points: 10,000 is 100%. Always an integer, so rates are exact (SPEC 5). */
export type BasisPoints = number;

/** Basis points as a percentage, `"55%"` or `"7.5%"`. */
export function formatRate(rate: BasisPoints): string {
  return `${rate / 100}%`;
}

/** Reads `50%` or `7.25%`. @returns basis points, or undefined where it is no such percentage. */
export function parseRate(text: string): BasisPoints | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?%$/.exec(text);
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/**
 * Sum of part × rate over the parts, rounded once, half up, to the fen (SPEC 5).
 * Exact for every safe integer: whole and fraction are carried apart, nothing is ever a float.
 */
export function applyRates(
  parts: Iterable<{ readonly part: Fen; readonly rate: BasisPoints }>,
): Fen {
  let whole = 0;
  let tenThousandths = 0;
  for (const { part, rate } of parts) {
    whole += Math.floor(part / 10_000) * rate;
    tenThousandths += (part % 10_000) * rate;
  }
  return whole + Math.floor((tenThousandths + 5_000) / 10_000);
}
