import { change } from '../audit/change.ts';
import type { CivilDate } from '../core/civil-date.ts';
import type { Database } from '../io/database.ts';
import type { Session } from '../io/session.ts';
import { reachOf } from '../organisation/operator/reach.ts';
import type { RequestRules } from '../policy/aid.ts';
import { rulesOn } from '../policy/store.ts';
import { daysOverdue, riseOf } from './life.ts';
import { aboveOf, insertStep, overdueRequests } from './store.ts';

/** An overdue request that rose to the unit above. */
export interface RisenRequest {
  readonly request: number;
  readonly name: string;
  readonly matter: string;
  /** Codes of units. */
  readonly from: string;
  readonly to: string;
  /** By when it was to be answered, and by when it is now. */
  readonly was_due_on: CivilDate;
  readonly due_on: CivilDate;
}

/** An overdue request at the top, where nothing is above it. */
export interface RequestAtTop {
  readonly request: number;
  readonly name: string;
  readonly matter: string;
  readonly at: string;
  readonly due_on: CivilDate;
  readonly days_overdue: number;
}

/** What became of the overdue requests. */
export interface Rising {
  readonly risen: readonly RisenRequest[];
  readonly at_top: readonly RequestAtTop[];
}

/** What the overdue requests do today: those that rise, with where to, and those at the top. */
async function dueToday(
  query: Database['query'],
  reach: readonly number[] | undefined,
  today: CivilDate,
  rules: RequestRules,
) {
  const rising = [];
  const at_top: RequestAtTop[] = [];
  for (const request of await overdueRequests(query, reach, today)) {
    const { id, name, matter, at, due_on } = request;
    const rise = riseOf(request, aboveOf(request), today, rules);
    if (rise === 'at-top') {
      const days_overdue = daysOverdue(request, today) ?? 0;
      at_top.push({ request: id, name, matter, at, due_on, days_overdue });
    } else if (rise) rising.push({ request, rise });
  }
  return { rising, at_top };
}

/**
 * Lets every open request past its due day rise one level, with the due day of that level counted from today; at the
 * top it stays and is told of (SPEC 13). One transaction and one audit entry, and none where nothing rises: so a
 * second run on the same day changes nothing, nor waits for whoever writes meanwhile. Of a registered operator, only what stands within their reach.
 */
export async function riseOverdue(session: Session): Promise<Rising> {
  const { query } = await session.database();
  const { operator, today } = session;
  const { requests: rules } = await rulesOn(query, today);
  if (!rules) return { risen: [], at_top: [] };
  const reach = await reachOf(session);
  const seen = await dueToday(query, reach, today, rules);
  if (seen.rising.length === 0) return { risen: [], at_top: seen.at_top };
  return change(session, async (writer) => {
    const risen: RisenRequest[] = [];
    const { rising, at_top } = await dueToday(writer.database.query, reach, today, rules);
    for (const { request, rise } of rising) {
      const { id, name, matter, at, due_on } = request;
      const { to } = rise;
      await writer.update('request', { id }, { at_unit_id: to.id, due_on: rise.due_on });
      const step = { step: 'risen', unitId: to.id, said: due_on, on: today, operator } as const;
      await insertStep(writer, id, step);
      const moved = { from: at, to: to.code, was_due_on: due_on };
      risen.push({ request: id, name, matter, ...moved, due_on: rise.due_on });
    }
    const detail = { risen: risen.map(({ request, from, to }) => ({ request, from, to })) };
    const entry = { action: 'request.rise', entity: 'request', key: today, detail };
    return { result: { risen, at_top }, entry: risen.length > 0 ? entry : undefined };
  });
}
