import { change } from '../../audit/change.ts';
import { say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { book, mustBear } from '../../ledger/store.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { approvalEntry } from './book.ts';
import { commandWords } from './command-words.ts';
import {
  type Found,
  grantArgument,
  mustStillFit,
  nextSaid,
  readyFor,
  refused,
  take,
  tell,
  yuanOption,
} from './found.ts';
import { whyNotGranted } from './judge.ts';
import { objectionToApprover, papersToCome } from './life.ts';
import { words as lifeWords } from './life-words.ts';
import { grantFacts } from './view.ts';
import { words } from './words.ts';

/** The application of a number, where this operator can approve an amount of it. @throws refused where they cannot */
async function approvable(
  session: Session,
  text: string,
  given: number | undefined,
): Promise<{ readonly found: Found; readonly amount: number }> {
  const found = await readyFor(session, text, 'approve');
  const { grant, fund, way } = found;
  await unitsSeen(session, grant.at);
  const objection = objectionToApprover(grant, session.operator, way);
  if (objection) throw refused(objection);
  const { id } = grant;
  const amount = given ?? grant.amount;
  if (amount > grant.amount)
    throw refused(say(lifeWords.moreThanAsked, { id, asked: readableYuan(grant.amount) }));
  const papers = papersToCome(grant, fund);
  if (papers.length > 0)
    throw refused(say(lifeWords.papersMissing, { id, fund: fund.title, papers }));
  const { query } = await session.database();
  await mustStillFit(query, found, amount, whyNotGranted);
  return { found, amount };
}

/** `relief grant approve`. */
export const approveVerb = verb({
  name: 'approve',
  summary: commandWords.approveSummary,
  arguments: grantArgument,
  options: {
    amount: yuanOption(commandWords.grantedOption),
    opinion: textOption(commandWords.opinionOption),
  },
  examples: ['relief grant approve 7 --as 陈秀英 --yes', 'relief grant approve 7 --amount 800'],
  async run(session: Session, [text = ''], { amount: given, opinion = '' }) {
    const seen = await approvable(session, text, given);
    const { grant: shown, rules } = seen.found;
    if (session.interactive) {
      const facts = { ...grantFacts(shown, rules.funds), amount: readableYuan(seen.amount) };
      await session.confirm(say(words.approveConfirm, facts));
    }
    const { operator, today } = session;
    await change(session, async (writer) => {
      const { found, amount } = await approvable(session, String(shown.id), given);
      const { grant } = found;
      await mustBear(writer.database.query, grant.fund, amount, today);
      await book(writer, operator, [approvalEntry(grant, amount, today)]);
      const entry = await take(writer, session, found, {
        action: 'approve',
        step: 'approved',
        unit: grant.at_unit_id,
        opinion,
        amount,
        changes: {
          state: 'approved',
          at_unit_id: grant.at_unit_id,
          granted: amount,
          approved_on: today,
          approved_by: operator,
        },
      });
      return { result: undefined, entry };
    });
    await tell(session, shown.id, (found) => [
      say(words.approvedDone, { ...grantFacts(found.grant, found.rules.funds), operator }),
      ...nextSaid(found),
    ]);
  },
});
