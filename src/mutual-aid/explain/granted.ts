import { titleOf } from '../../core/field.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import type { Account } from '../settlement.ts';
import { specialRelief } from '../special-relief/account.ts';
import { situations } from '../special-relief/special-relief.ts';
import type { StoredGrant } from '../special-relief/store.ts';
import { dueLine, periodTitle } from './explain.ts';
import { words } from './words.ts';

/** The grant that an account is of, of those by period; undefined where it is of a benefit that the policy computes. */
export function grantOf(
  { benefit, period }: Account,
  grants: ReadonlyMap<string, StoredGrant>,
): StoredGrant | undefined {
  return benefit === specialRelief.benefit ? grants.get(period) : undefined;
}

/** Which one an account is of, as people say it: a grant by its number and day, else a period. */
export function periodSaid(account: Account, grant: StoredGrant | undefined): Said | Phrase {
  if (!grant) return periodTitle(account.period);
  return say(words.grantPeriod, { id: grant.id, day: grant.granted_on });
}

/**
 * The account of special relief in words: in which situation, what proves it, who granted and approved it, and who
 * revoked it, where it was revoked by the time of the account.
 */
export function explainGrant(account: Account, grant: StoredGrant): readonly Said[] {
  const { granted_on, granted_by, approved_on, approved_by, ended_on, ended_by } = grant;
  const { evidence, reason } = grant;
  const situation = titleOf(situations, grant.situation);
  const amount = readableYuan(grant.amount);
  return [
    say(words.granted, { day: granted_on, operator: granted_by, situation, amount }),
    say(words.evidence, { evidence }),
    ...(approved_on !== null
      ? [say(words.approved, { day: approved_on, operator: approved_by ?? '' })]
      : []),
    ...(account.target === 0
      ? [
          say(words.revoked, {
            day: ended_on ?? '',
            operator: ended_by ?? '',
            reason: reason ?? '',
          }),
        ]
      : []),
    dueLine(account),
    say(words.caseByCase),
  ];
}
