import type { Verdict } from '../audit/import.ts';
import { Fault } from '../core/failure.ts';

/** What became of one record: written, there already and the same, or what is wrong with it. */
export type Outcome = 'imported' | 'unchanged' | Fault;

/** An outcome as an import reports it. */
export function verdictOf(outcome: Outcome): Verdict {
  return outcome instanceof Fault ? [outcome.said] : outcome;
}
