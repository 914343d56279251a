import { Failure } from '../../core/failure.ts';
import { titleOf } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { askPerson } from '../../people/ask.ts';
import { claimStates, receiptTypes } from './claim.ts';
import { claimsOfPerson } from './store.ts';
import { words } from './words.ts';

/** Asks for a person, then for one of the person's claims, the latest first. @returns its id, as it is typed */
export async function askClaim(session: Session): Promise<string> {
  const { query } = await session.database();
  return session.prompter.inTurn(async () => {
    const person = await askPerson(session);
    const claims = (await claimsOfPerson(query, person.id)).toReversed();
    if (claims.length === 0) {
      const { name, employee_no: no } = person;
      throw new Failure('rejected', say(words.noClaims, { name, no }));
    }
    const text = session.terminal.words.bind(session.terminal);
    const options = claims.map((claim) => {
      const type = text(titleOf(receiptTypes, claim.receipt_type));
      const state = text(titleOf(claimStates, claim.state));
      const amount = readableYuan(claim.pool_self_pay);
      return {
        name: [claim.id, claim.service_date, type, claim.receipt_no, amount, state].join('  '),
        value: `#${claim.id}`,
      };
    });
    return session.prompter.choose(words.whichClaim, options);
  });
}
