import { type Kysely, sql } from 'kysely';
import { missingOpinions } from '../../aid/grant/opinion-store.ts';
import { lendingFunds } from '../../aid/loan/loan.ts';
import { overdueLoans } from '../../aid/loan/standing-store.ts';
import { type CivilDate, daysLater, monthsLater } from '../../core/civil-date.ts';
import type { Tables } from '../../io/tables.ts';
import { listOverdue } from '../../pairing/visit/store.ts';
import { reviewedAtLatest } from '../../people/hardship/household.ts';
import type { Policy, PolicyVersion } from '../../policy/policy.ts';
import { type Units, within } from '../units-store.ts';
import type { Duties, Duty } from './duty.ts';

type Query = Kysely<Tables>;

// To SQLite a limit below zero is none.
const everything = { after: undefined, offset: 0, limit: -1 };

/** All that a day asks for, each kind from what is longest due. @param rules those that the policy has for the day */
export async function dutiesOf(
  query: Query,
  policy: Policy,
  rules: Pick<PolicyVersion, 'notice' | 'hardship' | 'pairing'>,
  today: CivilDate,
  units: Units,
): Promise<Duties> {
  const { notice, hardship, pairing } = rules;
  const every = hardship?.review_every_months;
  const reviewsBy = daysLater(today, notice.reviews_days);
  const endingBy = daysLater(today, notice.recognitions_days);
  const days = pairing?.visit_every_days;
  return {
    requests_risen: await risenRequests(query, today, units),
    requests_overdue: await overdueRequests(query, today, units),
    instalments_overdue: await overdueInstalments(query, policy, today, units),
    reviews_due: every === undefined ? [] : await reviewsDue(query, every, reviewsBy, units),
    recognitions_ending: await endingRecognitions(query, today, endingBy, units),
    visits_overdue: days === undefined ? [] : await visitsOverdue(query, days, today, units),
    opinions_missing: await opinionsMissing(query, today, units),
  };
}

const named = sql`unit.code AS unit, unit.name AS unit_name`;

const openRequests = sql`
  SELECT request.id AS number, employee_no, request.name, ${named}, due_on, NULL AS amount, matter AS detail
  FROM request JOIN unit ON unit.id = at_unit_id LEFT JOIN person ON person.id = person_id
  WHERE state = 'open'`;

const atUnit = sql.ref('request.at_unit_id');

/** The open requests that rose a level today: of where they stand now, and of where they were taken. */
async function risenRequests(query: Query, today: CivilDate, units: Units) {
  const { rows } = await sql<Duty>`
    ${openRequests} AND EXISTS (
      SELECT 1 FROM request_step WHERE request_id = request.id AND step = 'risen' AND on_date = ${today})
      AND ((TRUE ${within(units, atUnit)}) OR (TRUE ${within(units, sql.ref('request.unit_id'))}))
    ORDER BY due_on, request.id`.execute(query);
  return rows;
}

/** The open requests whose day of answer has passed. */
async function overdueRequests(query: Query, today: CivilDate, units: Units) {
  const { rows } = await sql<Duty>`
    ${openRequests} AND due_on < ${today} ${within(units, atUnit)}
    ORDER BY due_on, request.id`.execute(query);
  return rows;
}

/** The loans with instalments that fell due before today and were not paid. */
async function overdueInstalments(
  query: Query,
  policy: Policy,
  today: CivilDate,
  units: Units,
): Promise<readonly Duty[]> {
  const funds = lendingFunds(policy).map(({ code }) => code);
  if (funds.length === 0) return [];
  const loans = await overdueLoans(query, { funds, units, today }, everything);
  return loans.map(({ id: number, employee_no, name, unit, unit_name, since, overdue: amount }) => {
    return {
      number,
      employee_no,
      name,
      unit,
      unit_name,
      due_on: since ?? today,
      amount,
      detail: null,
    };
  });
}

/** The open files whose review falls due by a day, or is overdue. @param every months between two reviews */
async function reviewsDue(
  query: Query,
  every: number,
  by: CivilDate,
  units: Units,
): Promise<readonly Duty[]> {
  const { rows } = await sql<Omit<Duty, 'due_on'> & { readonly reviewed_on: CivilDate }>`
    SELECT NULL AS number, employee_no, person.name, ${named}, reviewed_on, NULL AS amount, NULL AS detail
    FROM household JOIN person ON person.id = person_id JOIN unit ON unit.id = unit_id
    WHERE closed_on IS NULL AND reviewed_on <= ${reviewedAtLatest(by, every)} ${within(units)}
    ORDER BY reviewed_on, employee_no`.execute(query);
  return rows.map(({ reviewed_on, ...duty }) => {
    return { ...duty, due_on: monthsLater(reviewed_on, every) };
  });
}

/** The recognitions that end between two days, where none of the same kind goes on. */
async function endingRecognitions(query: Query, today: CivilDate, by: CivilDate, units: Units) {
  const { rows } = await sql<Duty>`
    SELECT NULL AS number, employee_no, person.name, ${named}, valid_to AS due_on, NULL AS amount,
      kind AS detail
    FROM recognition JOIN person ON person.id = person_id JOIN unit ON unit.id = unit_id
    WHERE valid_to BETWEEN ${today} AND ${by} AND NOT EXISTS (
      SELECT 1 FROM recognition AS next
      WHERE next.person_id = recognition.person_id AND next.kind = recognition.kind
        AND next.valid_from <= date(recognition.valid_to, '+1 day')
        AND (next.valid_to IS NULL OR next.valid_to > recognition.valid_to)) ${within(units)}
    ORDER BY valid_to, employee_no`.execute(query);
  return rows;
}

/** The pairings that run whose visit was not made in time. */
async function visitsOverdue(query: Query, everyDays: number, today: CivilDate, units: Units) {
  const late = { units, state: 'running', everyDays, today } as const;
  const pairings = await listOverdue(query, late, everything);
  return pairings.map((one): Duty => {
    const { pairing: number, employee_no, name, unit, unit_name, official: detail } = one;
    const due_on = daysLater(one.last_visit ?? one.from, everyDays);
    return { number, employee_no, name, unit, unit_name, due_on, amount: null, detail };
  });
}

/** The urgent grants on which a unit between the one that took them and the one where they stand gave no opinion. */
async function opinionsMissing(query: Query, today: CivilDate, units: Units) {
  const { rows } = await sql<Duty>`
    WITH missing(grant_id, units) AS (
      SELECT grant_id, group_concat(unit.name, '、') FROM (${missingOpinions(sql`applied_on <= ${today}`)})
      JOIN unit ON unit.id = unit_id GROUP BY grant_id)
    SELECT aid_grant.id AS number, employee_no, person.name, ${named}, applied_on AS due_on, NULL AS amount,
      units AS detail
    FROM missing JOIN aid_grant ON aid_grant.id = grant_id JOIN person ON person.id = person_id
    JOIN unit ON unit.id = person.unit_id
    WHERE TRUE ${within(units)} ORDER BY applied_on, aid_grant.id`.execute(query);
  return rows;
}
