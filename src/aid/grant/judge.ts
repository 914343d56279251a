import { type Said, say } from '../../core/language.ts';
import type { Case } from './case.ts';
import { paidAlready } from './cost.ts';
import { helpedElsewhere, whyNotEligible } from './eligibility.ts';
import { limitsPassed } from './limits.ts';
import { words } from './reason-words.ts';

/**
 * Every reason why an application cannot be granted, each with what to do; none where it can (SPEC 12). A family that
 * belongs elsewhere is told that alone.
 */
export function whyNotGranted(one: Case): readonly Said[] {
  const elsewhere = helpedElsewhere(one);
  if (elsewhere) return [elsewhere];
  return [...whyNotEligible(one), ...limitsPassed(one), ...paidAlready(one)];
}

/** Reasons as one message: a single one as it stands, several numbered. */
export function allSaid(reasons: readonly Said[]): Said {
  const [only, ...others] = reasons;
  if (only && others.length === 0) return only;
  const numbered = reasons.map((reason, at) => say(words.numbered, { no: at + 1, reason }));
  return numbered.reduceRight((rest, reason) => say(words.andThen, { reason, rest }));
}
