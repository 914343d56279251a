import { titleOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import type { Account } from '../settlement.ts';
import { situations } from '../special-relief/special-relief.ts';
import type { StoredGrant } from '../special-relief/store.ts';
import { dueLine } from './explain.ts';
import { words } from './words.ts';

/** The account of special relief in words: in which situation, what proves it, who granted, approved and revoked it. */
export function explainGrant(account: Account, grant: StoredGrant): readonly Said[] {
  const { granted_on, granted_by, approved_on, approved_by, ended, ended_on, ended_by } = grant;
  const { evidence, reason } = grant;
  const situation = titleOf(situations, grant.situation);
  const amount = readableYuan(grant.amount);
  return [
    say(words.granted, { day: granted_on, operator: granted_by, situation, amount }),
    say(words.evidence, { evidence }),
    ...(approved_on !== null
      ? [say(words.approved, { day: approved_on, operator: approved_by ?? '' })]
      : []),
    ...(ended !== null
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
