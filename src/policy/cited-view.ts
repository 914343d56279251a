import type { Fact } from '../core/report.ts';
import type { Cited } from './aid.ts';
import { words } from './words.ts';

/** Where a rule stands and what was assumed, as facts; none where the policy says neither. */
export function citedFacts({ source, assumption }: Cited): readonly Fact[] {
  const facts = [
    [words.source, source],
    [words.assumption, assumption],
  ] as const;
  return facts.flatMap(([title, text]) => (text ? [[title, text] as const] : []));
}
