import { type Kysely, sql } from 'kysely';
import { type CivilDate, daysLater } from '../../core/civil-date.ts';
import type { Tables } from '../../io/tables.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import { lateVisits, type Units, within } from '../overdue-store.ts';
import type { Duties, Duty } from './duty.ts';

type Query = Kysely<Tables>;

/** All that a day asks for, each kind from what is longest due. @param rules those of the day */
export async function dutiesOf(
  query: Query,
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
    instalments_overdue: await overdueInstalments(query, today, units),
    reviews_due: every === undefined ? [] : await reviewsDue(query, every, reviewsBy, units),
    recognitions_ending: await endingRecognitions(query, today, endingBy, units),
    visits_overdue: days === undefined ? [] : await visitsOverdue(query, days, today, units),
    opinions_missing: await missingOpinions(query, today, units),
  };
}

const openRequests = sql`
  SELECT request.id AS number, employee_no, request.name, unit.name AS unit, due_on, NULL AS amount, matter AS detail
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

/**
 * The loans with instalments that fell due before today and were not paid: what came back, and was given up, counts
 * for the oldest first; what was booked in error and reversed does not count.
 */
async function overdueInstalments(query: Query, today: CivilDate, units: Units) {
  const { rows } = await sql<Duty>`
    WITH loan AS MATERIALIZED (
      SELECT id, person_id,
        (SELECT coalesce(sum(amount), 0) FROM loan_repayment WHERE grant_id = aid_grant.id
          AND NOT EXISTS (SELECT 1 FROM entry AS back WHERE back.reverses = entry_id))
        + (SELECT coalesce(sum(amount), 0) FROM write_off
          WHERE grant_id = aid_grant.id AND entry_id IS NOT NULL) AS covered
      FROM aid_grant WHERE state = 'paid' AND instalments IS NOT NULL),
    due AS (
      SELECT grant_id, due_on, sum(amount) OVER (PARTITION BY grant_id ORDER BY no) AS up_to
      FROM instalment WHERE due_on < ${today})
    SELECT loan.id AS number, employee_no, person.name, unit.name AS unit, min(due_on) AS due_on,
      max(up_to) - covered AS amount, NULL AS detail
    FROM loan JOIN due ON grant_id = loan.id JOIN person ON person.id = person_id JOIN unit ON unit.id = unit_id
    WHERE up_to > covered ${within(units)}
    GROUP BY loan.id ORDER BY min(due_on), loan.id`.execute(query);
  return rows;
}

/** The open files whose review falls due by a day, or is overdue. @param every months between two reviews */
async function reviewsDue(query: Query, every: number, by: CivilDate, units: Units) {
  // The first condition is for the index: at the end of a month it lets a file through that the second one stops.
  const { rows } = await sql<Duty>`
    SELECT NULL AS number, employee_no, person.name, unit.name AS unit,
      date(reviewed_on, ${`+${every} months`}) AS due_on, NULL AS amount, NULL AS detail
    FROM household JOIN person ON person.id = person_id JOIN unit ON unit.id = unit_id
    WHERE closed_on IS NULL AND reviewed_on <= date(${by}, ${`-${every} months`})
      AND date(reviewed_on, ${`+${every} months`}) <= ${by} ${within(units)}
    ORDER BY reviewed_on, employee_no`.execute(query);
  return rows;
}

/** The recognitions that end between two days, where none of the same kind goes on. */
async function endingRecognitions(query: Query, today: CivilDate, by: CivilDate, units: Units) {
  const { rows } = await sql<Duty>`
    SELECT NULL AS number, employee_no, person.name, unit.name AS unit, valid_to AS due_on, NULL AS amount,
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

/** The pairings whose visit is late, each due so many days after the last one. */
async function visitsOverdue(query: Query, days: number, today: CivilDate, units: Units) {
  const late = await lateVisits(query, daysLater(today, -days), today, units);
  return late
    .map(({ pairing, employee_no, name, unit, official, visited, from }): Duty => {
      const due_on = daysLater(visited ?? from, days);
      return { number: pairing, employee_no, name, unit, due_on, amount: null, detail: official };
    })
    .sort((one, other) => (one.due_on < other.due_on ? -1 : Number(one.due_on > other.due_on)));
}

/** The urgent grants on which a unit between the one that took them and the one where they stand gave no opinion. */
async function missingOpinions(query: Query, today: CivilDate, units: Units) {
  const { rows } = await sql<Duty>`
    WITH RECURSIVE way(grant_id, unit_id, at) AS (
      SELECT id, unit_id, at_unit_id FROM aid_grant
      WHERE urgent = 1 AND state IN ('applied', 'returned', 'approved', 'paid') AND unit_id <> at_unit_id
        AND applied_on <= ${today}
      UNION ALL SELECT grant_id, parent_id, at FROM way JOIN unit ON unit.id = unit_id
      WHERE parent_id IS NOT NULL AND parent_id <> at),
    missing(grant_id, units) AS (
      SELECT grant_id, group_concat(unit.name, '、') FROM way JOIN unit ON unit.id = unit_id
      WHERE NOT EXISTS (
        SELECT 1 FROM grant_step
        WHERE grant_id = way.grant_id AND step = 'endorsed' AND grant_step.unit_id = way.unit_id)
      GROUP BY grant_id)
    SELECT aid_grant.id AS number, employee_no, person.name, unit.name AS unit, applied_on AS due_on, NULL AS amount,
      units AS detail
    FROM missing JOIN aid_grant ON aid_grant.id = grant_id JOIN person ON person.id = person_id
    JOIN unit ON unit.id = person.unit_id
    WHERE TRUE ${within(units)} ORDER BY applied_on, aid_grant.id`.execute(query);
  return rows;
}
