import { distance } from 'fastest-levenshtein';

/** True where a word is another but for one or two slips of the finger. */
export function isSlipOf(word: string, meant: string): boolean {
  return distance(word.toLowerCase(), meant.toLowerCase()) <= 2;
}

/**
 * The candidate that a mistyped word most likely meant.
 * @returns the nearest, or undefined where nothing is near (more than half of the word differs)
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.floor(word.length / 2) + 1;
  for (const candidate of candidates) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}
