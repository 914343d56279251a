import { type Said, say } from '../../core/language.ts';
import { type Alike, alikeTitles } from '../../mutual-aid/claim/duplicate.ts';
import type { Fund } from '../../policy/aid.ts';
import { fundTitle } from '../../policy/funds.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import type { Case, Cost } from './case.ts';
import { words } from './reason-words.ts';

/** In what two costs are alike: the receipt's number, or provider, day and amount; in nothing where either names neither. */
export function alikeCosts(one: Cost, other: Cost): readonly Alike[] {
  const isNumber = one.receipt_no !== null && one.receipt_no === other.receipt_no;
  const isCost =
    one.provider !== null &&
    one.provider === other.provider &&
    one.cost_on !== null &&
    one.cost_on === other.cost_on &&
    one.cost_amount !== null &&
    one.cost_amount === other.cost_amount;
  return [...(isNumber ? (['number'] as const) : []), ...(isCost ? (['cost'] as const) : [])];
}

/** Whether the policy lets two funds pay for one cost: either names the other. A fund never pays one twice. */
export function mayShare(funds: readonly Fund[], one: string, other: string): boolean {
  const names = (of: string, named: string) =>
    funds.find(({ code }) => code === of)?.same_cost_as.includes(named) ?? false;
  return names(one, other) || names(other, one);
}

/** Whether a fund may pay for what a receipt of mutual aid is paid for: the funds of all its benefits allow it. */
export function mayShareWithClaims({ funds, benefits }: PolicyVersion, fund: string): boolean {
  return benefits.every((benefit) => mayShare(funds, fund, benefit.fund));
}

/** Each claim and each other grant of the family that pays for the same cost already, where the policy does not allow two. */
export function paidAlready({ asked, fund, rules, others, claims }: Case): readonly Said[] {
  const claimed = mayShareWithClaims(rules, fund.code) ? [] : claims;
  const cost = costOf(asked);
  return [
    ...claimed.map(({ claim, receipt_no: no, alike }) =>
      say(words.claimedAlready, { claim, no, alike: alikeTitles(alike) }),
    ),
    ...others.flatMap((other) => {
      const alike = alikeCosts(cost, other);
      if (alike.length === 0 || mayShare(rules.funds, fund.code, other.fund)) return [];
      const facts = { grant: other.id, fund: fundTitle(rules.funds, other.fund) };
      return [say(words.grantedAlready, { ...facts, alike: alikeTitles(alike) })];
    }),
  ];
}

/** The cost that an application names; who is paid is the provider where none is named. */
export function costOf(asked: Cost & { readonly payee: string | null }): Cost {
  const { receipt_no, payee, cost_on, cost_amount } = asked;
  const provider = asked.provider ?? (cost_on === null ? null : payee);
  return { receipt_no, provider, cost_on, cost_amount };
}
