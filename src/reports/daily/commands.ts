import { type Verb, verb } from '../../core/verb.ts';
import type { Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { policyInForce, rulesOn } from '../../policy/store.ts';
import { nothingToDo } from './duty.ts';
import { dutiesOf } from './store.ts';
import { dailyPage } from './view.ts';
import { words } from './words.ts';

/**
 * `relief daily`, for cron and for whoever begins their day: what is overdue rises, then what the day asks for is
 * told. Where there is nothing, nothing is said, so that cron sends no mail; it ends with 0 either way, as telling
 * is all its work.
 * @param riseOverdue raises the requests whose day of answer has passed
 */
export const dailyVerb = (riseOverdue: (session: Session) => Promise<unknown>): Verb<Session> =>
  verb({
    name: 'daily',
    summary: words.dailySummary,
    examples: ['relief daily --as cron', 'relief daily --json'],
    async run(session: Session) {
      const units = await unitsSeen(session, undefined);
      await riseOverdue(session);
      const { query } = await session.database();
      const { policy } = await policyInForce(query);
      const rules = await rulesOn(query, session.today);
      const duties = await dutiesOf(query, policy, rules, session.today, units);
      if (session.terminal.format === 'screen' && nothingToDo(duties)) return;
      await session.terminal.print(dailyPage(duties, session.today));
    },
  });
