import { type Verb, verb } from '../../core/verb.ts';
import { firstDayOfPair, yearPairOf } from '../../core/year-pair.ts';
import type { Listing } from '../../io/listing.ts';
import { choiceOption, pageOptions, printListing, textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { listOverdue, type OverduePairing } from '../../pairing/visit/store.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import { policyInForce, rulesOn } from '../../policy/store.ts';
import type { Units } from '../units-store.ts';
import { type FindReason, type Found, findReasons } from './find.ts';
import { findNearThreshold } from './near-threshold.ts';
import { foundPersons, neverHelped, studentsWithoutAid } from './store.ts';
import { type FoundRow, foundColumns, foundRow } from './view.ts';
import { words } from './words.ts';

/** Looks for one reason. @returns whom it found, in the order of the list */
type Search = (session: Session, rules: PolicyVersion, units: Units) => Promise<readonly Found[]>;

const searches: Readonly<Record<FindReason, Search>> = {
  'near-threshold': async (session, _rules, units) => {
    const { query } = await session.database();
    const { policy } = await policyInForce(query);
    return findNearThreshold(query, policy, session.today, units);
  },
  'never-helped': async (session, { notice }, units) => {
    const { query } = await session.database();
    const rows = await neverHelped(query, notice.unhelped_months, session.today, units);
    return rows.map(({ person_id, since, file }) => {
      return { reason: 'never-helped', person_id, since, file: file === 1 };
    });
  },
  'student-without-aid': async (session, { funds, calendar }, units) => {
    const { query } = await session.database();
    const { today } = session;
    const began = firstDayOfPair(yearPairOf(today, calendar.school_year), calendar.school_year);
    const found: Found[] = [];
    for (const fund of funds) {
      if (fund.beneficiary !== 'student' || fund.way !== 'grant') continue;
      for (const student of await studentsWithoutAid(query, fund, began, today, units)) {
        found.push({ reason: 'student-without-aid', fund, ...student });
      }
    }
    return found;
  },
  'visit-overdue': async (session, { pairing }, units) => {
    if (!pairing) return [];
    const { query } = await session.database();
    const { visit_every_days: everyDays } = pairing;
    const late = { units, state: 'running', everyDays, today: session.today } as const;
    const pairings = await listOverdue(query, late, { after: undefined, offset: 0, limit: -1 });
    const byNumber = (one: OverduePairing, other: OverduePairing) =>
      one.employee_no < other.employee_no ? -1 : Number(one.employee_no > other.employee_no);
    return pairings.toSorted(byNumber).map(({ person_id, official, last_visit: visited, from }) => {
      return { reason: 'visit-overdue', person_id, official, visited, from };
    });
  },
};

/** Whom the searches find, as a list: all are looked for once, who they are is read page by page. */
async function foundListing(
  session: Session,
  reason: FindReason | undefined,
  units: Units,
): Promise<Listing<FoundRow>> {
  const { query } = await session.database();
  const { today, terminal } = session;
  const rules = await rulesOn(query, today);
  const found: Found[] = [];
  for (const { code } of findReasons) {
    if (reason !== undefined && code !== reason) continue;
    found.push(...(await searches[code](session, rules, units)));
  }
  let next = 0;
  return {
    columns: foundColumns,
    count: async () => found.length,
    fetch: async ({ after, offset, limit }) => {
      const from = after ? next : offset;
      next = from + limit;
      const piece = found.slice(from, next);
      const persons = await foundPersons(
        query,
        piece.map(({ person_id }) => person_id),
        today,
      );
      return piece.flatMap((one) => {
        const person = persons.get(one.person_id);
        return person ? [foundRow(one, person, rules, today, (said) => terminal.words(said))] : [];
      });
    },
  };
}

const findVerb = verb({
  name: 'find',
  summary: words.findSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    reason: choiceOption(words.reasonOption, words.reason, findReasons),
    ...pageOptions,
  },
  examples: ['relief aid find', 'relief aid find --unit M1 --reason near-threshold --csv'],
  async run(session: Session, _args, { unit, reason, page, limit }) {
    const units = await unitsSeen(session, unit);
    await printListing(session, await foundListing(session, reason, units), { page, limit });
  },
});

/** The verbs of `relief aid`. */
export const aidVerbs: readonly Verb<Session>[] = [findVerb];
