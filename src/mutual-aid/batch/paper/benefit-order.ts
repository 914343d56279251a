import type { Policy } from '../../../policy/policy.ts';

/** Rows in the order in which the policy names their benefits. */
export function inPolicyOrder<R>(
  rows: readonly R[],
  benefitOf: (row: R) => string,
  { versions }: Policy,
): readonly R[] {
  const order = versions.flatMap(({ benefits }) => benefits.map(({ name }) => name));
  return [...rows].sort((a, b) => order.indexOf(benefitOf(a)) - order.indexOf(benefitOf(b)));
}
