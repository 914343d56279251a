import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Tables } from '../../io/tables.ts';
import { settledStatuses } from '../../mutual-aid/batch/batch.ts';
import { claimsOfPerson } from '../../mutual-aid/claim/store.ts';
import { grantsOfPerson } from '../../mutual-aid/special-relief/store.ts';
import { type Units, within } from '../units-store.ts';
import { claimEvent, type HelpEvent, specialReliefEvent } from './history.ts';

type Query = Kysely<Tables>;

/** A family as its history is told: the persons of it who are known by number, and its files. */
export interface Family {
  readonly persons: readonly number[];
  readonly households: readonly number[];
}

/**
 * The person, the households that they belong to on a day, and who else belongs to these.
 * @param units only households whose head, and others who, are of these; undefined: of all
 */
export async function familyOf(
  query: Query,
  person: number,
  today: CivilDate,
  units: Units,
): Promise<Family> {
  const { rows } = await sql<{ household: number; person: number | null }>`
    SELECT other.household_id AS household, iif(TRUE ${within(units)}, other.person_id, NULL) AS person
    FROM household_member AS own JOIN household_member AS other USING (household_id)
    JOIN household ON household.id = household_id JOIN person AS head ON head.id = household.person_id
    LEFT JOIN person ON person.id = other.person_id
    WHERE TRUE ${within(units, sql.ref('head.unit_id'))} AND own.person_id = ${person} AND (own.to_on IS NULL OR own.to_on >= ${today})
      AND (other.to_on IS NULL OR other.to_on >= ${today})`.execute(query);
  const persons = rows.flatMap((row) => (row.person === null ? [] : [row.person]));
  return {
    persons: [...new Set([person, ...persons])],
    households: [...new Set(rows.map(({ household }) => household))],
  };
}

const json = (ids: readonly number[]) => sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

type Part = (of: RawBuilder<unknown>, households: RawBuilder<unknown>) => RawBuilder<HelpEvent>;

const settledIn = sql.join(settledStatuses.map((one) => sql.lit(one)));

/** Dues come without an amount: what one entry books is that of many. */
const duesPaid: Part = (of) => sql`
  SELECT on_date AS "on", 'dues' AS what, NULL AS about, entry.fund, NULL AS amount,
    NULL AS state, CAST(year AS TEXT) AS detail, person.name AS of_whom
  FROM enrolment JOIN person ON person.id = person_id JOIN entry ON entry.id = dues_entry
  WHERE person_id IN ${of}`;

/** Years without dues in the books: one event for each run of years. */
const enrolled: Part = (of) => sql`
  SELECT min(year) || '-01-01' AS "on", 'enrolled' AS what, NULL AS about, NULL AS fund, NULL AS amount,
    NULL AS state, min(year) || iif(max(year) > min(year), '–' || max(year), '') AS detail, name AS of_whom
  FROM (SELECT person_id, person.name, year,
      year - row_number() OVER (PARTITION BY person_id ORDER BY year) AS run
    FROM enrolment JOIN person ON person.id = person_id
    WHERE person_id IN ${of} AND dues_entry IS NULL)
  GROUP BY person_id, run`;

const payments: Part = (of) => sql`
  SELECT day AS "on", 'payment' AS what, benefit AS about, fund, due AS amount, status AS state,
    batch.name AS detail, person.name AS of_whom
  FROM batch JOIN batch_step ON batch_step.batch_id = batch.id AND step = 'approved'
  CROSS JOIN batch_line ON batch_line.batch_id = batch.id JOIN person ON person.id = batch_line.person_id
  WHERE status IN (${settledIn}) AND batch_line.person_id IN ${of}`;

const grants: Part = (of, households) => sql`
  SELECT coalesce(approved_on, applied_on) AS "on", iif(instalments IS NULL, 'grant', 'loan') AS what, NULL AS about,
    fund, CASE WHEN state IN ('approved', 'paid') THEN granted END AS amount, state, purpose AS detail, coalesce(member.name, person.name) AS of_whom
  FROM aid_grant JOIN person ON person.id = aid_grant.person_id
  LEFT JOIN household_member AS member ON member.id = member_id
  WHERE aid_grant.person_id IN ${of} OR aid_grant.household_id IN ${households}`;

const repayments: Part = (of) => sql`
  SELECT on_date AS "on", 'repayment' AS what, NULL AS about, fund, loan_repayment.amount, NULL AS state,
    memo AS detail, person.name AS of_whom
  FROM aid_grant JOIN loan_repayment ON grant_id = aid_grant.id JOIN person ON person.id = person_id
  WHERE person_id IN ${of} AND NOT EXISTS (SELECT 1 FROM entry AS back WHERE back.reverses = entry_id)
  UNION ALL SELECT write_off.approved_on, 'write-off', NULL, fund, write_off.amount, NULL, reason, person.name
  FROM aid_grant JOIN write_off ON grant_id = aid_grant.id JOIN person ON person.id = person_id
  WHERE person_id IN ${of} AND write_off.approved_on IS NOT NULL`;

const inKind: Part = (of, households) => sql`
  SELECT on_date AS "on", 'in-kind' AS what, kind AS about, NULL AS fund, NULL AS amount, degree AS state,
    period || ' ' || detail AS detail, coalesce(member.name, person.name) AS of_whom
  FROM benefit_in_kind JOIN person ON person.id = benefit_in_kind.person_id
  LEFT JOIN household_member AS member ON member.id = member_id
  WHERE benefit_in_kind.person_id IN ${of} OR benefit_in_kind.household_id IN ${households}`;

const files: Part = (_of, households) => sql`
  SELECT on_date AS "on", 'file' AS what, kind AS about, NULL AS fund, NULL AS amount,
    household_review.class AS state, note AS detail, person.name AS of_whom
  FROM household_review JOIN household ON household.id = household_id JOIN person ON person.id = person_id
  WHERE household_id IN ${households}`;

const pairings: Part = (_of, households) => sql`
  SELECT pairing.from_on AS "on", 'pairing' AS what, NULL AS about, NULL AS fund, NULL AS amount, NULL AS state,
    official.name || coalesce('：' || measures, '') AS detail, person.name AS of_whom
  FROM pairing JOIN official ON official.id = official_id JOIN household ON household.id = household_id
  JOIN person ON person.id = person_id WHERE household_id IN ${households}
  UNION ALL SELECT to_on, 'pairing-end', NULL, NULL, NULL, NULL, official.name || coalesce('：' || pairing.outcome, ''),
    person.name
  FROM pairing JOIN official ON official.id = official_id JOIN household ON household.id = household_id
  JOIN person ON person.id = person_id WHERE household_id IN ${households} AND to_on IS NOT NULL
  UNION ALL SELECT on_date, 'visit', NULL, NULL, NULL, NULL,
    official.name || '：' || done || coalesce('；' || needed, ''), person.name
  FROM pairing JOIN visit ON pairing_id = pairing.id JOIN official ON official.id = official_id
  JOIN household ON household.id = household_id JOIN person ON person.id = person_id
  WHERE household_id IN ${households}`;

const requests: Part = (of) => sql`
  SELECT taken_on AS "on", 'request' AS what, kind AS about, NULL AS fund, NULL AS amount, state, matter AS detail,
    request.name AS of_whom
  FROM request WHERE person_id IN ${of}
  UNION ALL SELECT on_date, 'answer', kind, NULL, NULL, NULL, said, request.name
  FROM request JOIN request_step ON request_id = request.id WHERE person_id IN ${of} AND step = 'answered'`;

const parts: readonly Part[] = [
  ...[duesPaid, enrolled, payments, grants, repayments, inKind, files, pairings, requests],
];

/** Everything that was done for a family, in no order: a few look-ups by index for each member. */
export async function eventsOf(
  query: Query,
  { persons, households }: Family,
): Promise<readonly HelpEvent[]> {
  const events: HelpEvent[] = [];
  for (const part of parts) {
    events.push(...(await part(json(persons), json(households)).execute(query)).rows);
  }
  for (const person of persons) {
    events.push(...(await claimsOfPerson(query, person)).map(claimEvent));
    events.push(...[...(await grantsOfPerson(query, person)).values()].map(specialReliefEvent));
  }
  return events;
}
