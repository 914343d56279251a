import type { CivilDate } from '../../core/civil-date.ts';
import { specialReliefBenefit } from '../../policy/funds.ts';
import type { GrantFacts } from '../facts.ts';
import type { Account } from '../settlement.ts';

/** The benefit that special relief is settled as, and the fund that pays it (SPEC 5). */
export const specialRelief = { benefit: specialReliefBenefit, fund: 'mutual-aid' } as const;

/** The period of a grant's account: nothing but this one grant, `2026-08-01#7`. */
export function periodOfGrant({ id, granted_on }: { id: number; granted_on: CivilDate }): string {
  return `${granted_on}#${id}`;
}

/**
 * A grant as an account: what was granted is the target, and nothing once it is revoked; so it is paid once, and
 * taken back like any other correction (SPEC 5). A grant knows no closed year.
 */
export function grantAccount(grant: GrantFacts): Account {
  const target = grant.revoked ? 0 : grant.amount;
  return {
    ...{ ...specialRelief, period: periodOfGrant(grant), claims: [], returned: [] },
    ...{ base_before: 0, base: 0, completed_years: 0, parts: [], rate: null, computed: target },
    ...{ room: null, unmet: [], target, settled_before: grant.settled },
    due: target - grant.settled,
  };
}
