import type { Phrase } from '../../core/language.ts';
import { type Verb, verb } from '../../core/verb.ts';
import type { Session } from '../../io/session.ts';
import { duesOf } from '../../mutual-aid/enrolment/dues.ts';
import { reachOf } from '../../organisation/operator/reach.ts';
import { findPersonSeen } from '../../people/seen.ts';
import type { Policy } from '../../policy/policy.ts';
import { policyInForce, rulesOn } from '../../policy/store.ts';
import { type HelpEvent, inOrder } from './history.ts';
import { eventsOf, familyOf } from './store.ts';
import { historyPage } from './view.ts';
import { words } from './words.ts';

/** What the member paid of a year's dues; other events as they are. */
function withDues(event: HelpEvent, policy: Policy): HelpEvent {
  if (event.what !== 'dues') return event;
  return { ...event, amount: duesOf(policy, Number(event.detail))?.member ?? null };
}

/** `relief person history`: told by the reports, as they alone join all areas. */
export const historyVerb: Verb<Session> = verb({
  name: 'history',
  summary: words.historySummary,
  arguments: [{ name: 'employee-no', about: words.employeeArgument }],
  examples: ['relief person history 011045', 'relief person history 011045 --csv > history.csv'],
  async run(session: Session, [no = '']) {
    const person = await findPersonSeen(session, no);
    const { query } = await session.database();
    const { policy } = await policyInForce(query);
    const rules = await rulesOn(query, session.today);
    const family = await familyOf(query, person.id, session.today, await reachOf(session));
    const events = await eventsOf(query, family);
    const told = inOrder(events.map((event) => withDues(event, policy)));
    const put = (name: Phrase) => session.terminal.words(name);
    await session.terminal.print(historyPage(person, told, policy, rules, put));
  },
});
