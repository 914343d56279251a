import type { CivilDate } from '../../core/civil-date.ts';
import { titleOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import type { NewEntry } from '../../ledger/entry.ts';
import { cron } from '../../organisation/operator/cron.ts';
import { specialRelief } from './account.ts';
import { grantStates } from './special-relief.ts';
import type { StoredGrant } from './store.ts';
import { words } from './words.ts';

const standing = ({ id, state }: StoredGrant) => ({ id, state: titleOf(grantStates, state) });

/** Why an operator cannot approve a grant today; undefined where they can: whoever granted it does not. */
export function objectionToApproval(
  grant: StoredGrant,
  operator: string,
  today: CivilDate,
): Said | undefined {
  if (grant.state !== 'granted') return say(words.notApprovable, standing(grant));
  if (operator === cron) return say(words.cronCannotApprove, { id: grant.id });
  if (operator === grant.granted_by) return say(words.grantedByYou, { id: grant.id, operator });
  const { id, granted_on } = grant;
  if (today < granted_on) return say(words.approvedBeforeGranted, { id, granted_on, today });
  return undefined;
}

/** Why a grant cannot be refused any more; undefined where it can. */
export function objectionToRefusal(grant: StoredGrant): Said | undefined {
  if (grant.state === 'granted') return undefined;
  return grant.state === 'approved' || grant.state === 'settled'
    ? say(words.revokeInstead, standing(grant))
    : say(words.notRefusable, standing(grant));
}

/** Why a grant cannot be revoked; undefined where it can. Money paid in advance is repaid or offset (SPEC 5). */
export function objectionToRevocation(grant: StoredGrant): Said | undefined {
  if (grant.state === 'refused' || grant.state === 'revoked') {
    return say(words.notRevocable, standing(grant));
  }
  if (grant.state !== 'advanced') return undefined;
  const { id, name, employee_no: no, approved_on } = grant;
  return say(words.advanceNotRevocable, { id, name, no, day: approved_on ?? '' });
}

/** An advance in the fund's books: money out of hand, outstanding from the person (SPEC 10). */
export function advanceEntry(grant: StoredGrant, on: string): NewEntry {
  const { id, amount, evidence, person_id: person } = grant;
  return {
    ...{ fund: specialRelief.fund, on, cause: 'advance', key: String(id), memo: evidence },
    postings: [
      { account: 'receivable', amount, person },
      { account: 'cash', amount: -amount },
    ],
  };
}
