import { type Lang, render, type Said } from './language.ts';

/** Why a command stopped; each kind has its exit code (SPEC 8). */
export type FailureKind = 'unexpected' | 'usage' | 'rejected' | 'refused' | 'busy';

/** The exit codes of SPEC 8, by kind of failure. */
export const exitCodes: Readonly<Record<FailureKind, number>> = {
  unexpected: 1,
  usage: 2,
  rejected: 3,
  refused: 4,
  busy: 5,
};

/**
 * What a user is told when a command cannot be done: what, where, and what to do next.
 * Anything else that is thrown is a bug of ours.
 */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly said: Said,
  ) {
    super(render(said, 'en'));
    this.name = 'Failure';
  }

  /** The message in a language. */
  in(lang: Lang): string {
    return render(this.said, lang);
  }
}

/** One thing wrong with one value, as data: a row collects its faults instead of stopping at the first. */
export class Fault {
  constructor(readonly said: Said) {}
}

/** The value itself, or a {@link Failure} of kind `rejected` where it is a fault. */
export function mustBe<T>(value: T | Fault): T {
  if (value instanceof Fault) throw new Failure('rejected', value.said);
  return value;
}
