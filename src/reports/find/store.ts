import { type Kysely, sql } from 'kysely';
import { type CivilDate, monthsLater } from '../../core/civil-date.ts';
import type { Tables } from '../../io/tables.ts';
import { settledStatuses } from '../../mutual-aid/batch/batch.ts';
import { lastsOn } from '../../organisation/lasting-store.ts';
import type { Fund } from '../../policy/aid.ts';
import { type Units, within } from '../units-store.ts';
import type { Watched } from './find.ts';

type Query = Kysely<Tables>;

const list = (values: readonly unknown[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/**
 * The persons, ascending, whose receipts of a benefit's days come to the least base, payable or not, and to whom no
 * approved batch has paid anything of it: nobody else can lie near its threshold. A receipt that exceeds the threshold
 * alone is left out of the sum: whoever has it counted lies above.
 */
export async function nearCandidates(
  query: Query,
  { benefit, period, days, least, threshold }: Watched,
  units: Units,
): Promise<readonly number[]> {
  const { receipts } = benefit;
  const counted = receipts === 'all' ? sql`` : sql`AND receipt_type IN ${list(receipts)}`;
  const narrowed = units ? sql`JOIN person ON person.id = person_id` : sql``;
  const base = sql.ref(benefit.base);
  const { rows } = await sql<{ person_id: number }>`
    WITH paid(person_id) AS MATERIALIZED (
      SELECT person_id FROM batch JOIN batch_line ON batch_id = batch.id
      WHERE status IN ${list(settledStatuses)} AND benefit = ${benefit.name} AND period = ${period}
      GROUP BY person_id HAVING sum(due) <> 0)
    SELECT person_id FROM claim ${narrowed}
    WHERE state = 'open' AND service_date BETWEEN ${days[0]} AND ${days[1]} AND ${base} <= ${threshold} ${counted}
      ${within(units)}
    GROUP BY person_id
    HAVING sum(${base}) >= ${least} AND person_id NOT IN (SELECT person_id FROM paid)
    ORDER BY person_id`.execute(query);
  return rows.map(({ person_id }) => person_id);
}

/** A family or person in hardship whom nobody helped. */
export interface NeverHelped {
  readonly person_id: number;
  readonly since: CivilDate;
  /** 1: an open file; 0: a recognition without one. */
  readonly file: 0 | 1;
}

/**
 * The families with an open file, and the persons recognised as in hardship outside of one, to whom for some months
 * no grant, batch, benefit in kind or special relief came: by employee number.
 */
export async function neverHelped(
  query: Query,
  months: number,
  today: CivilDate,
  units: Units,
): Promise<readonly NeverHelped[]> {
  const since = monthsLater(today, -months);
  const { rows } = await sql<NeverHelped>`
    WITH helped(person_id, household_id) AS MATERIALIZED (
      SELECT person_id, household_id FROM aid_grant
      WHERE approved_on > ${since} AND state IN ('approved', 'paid')
      UNION SELECT person_id, household_id FROM benefit_in_kind WHERE on_date > ${since}
      UNION SELECT person_id, NULL FROM special_relief WHERE approved_on > ${since} AND ended IS NULL
      UNION SELECT person_id, NULL FROM batch_step CROSS JOIN batch_payment USING (batch_id)
      WHERE step = 'approved' AND day > ${since} AND due > 0
    ), family(id) AS MATERIALIZED (
      SELECT household_id FROM helped WHERE household_id IS NOT NULL
      UNION SELECT member.household_id FROM helped
      JOIN household_member AS member ON member.person_id = helped.person_id)
    SELECT person_id, since, file FROM (
      SELECT household.person_id, opened_on AS since, 1 AS file FROM household
      WHERE closed_on IS NULL AND household.id NOT IN (SELECT id FROM family)
      UNION ALL
      SELECT recognition.person_id, min(valid_from), 0 FROM recognition
      WHERE kind = 'hardship' AND valid_from <= ${today} AND (valid_to IS NULL OR valid_to >= ${today})
        AND recognition.person_id NOT IN (SELECT person_id FROM helped)
        AND NOT EXISTS (
          SELECT 1 FROM household_member AS member JOIN household ON household.id = household_id
          WHERE member.person_id = recognition.person_id AND closed_on IS NULL
            AND (to_on IS NULL OR to_on >= ${today}))
      GROUP BY recognition.person_id)
    JOIN person ON person.id = person_id
    WHERE TRUE ${within(units)} ORDER BY employee_no`.execute(query);
  return rows;
}

/** A student of a family in hardship for whom nobody applied. */
export interface Student {
  /** The head of the family. */
  readonly person_id: number;
  readonly member: string;
  readonly stage: string;
}

/**
 * The students of families with an open file whom a fund serves and for whom nobody applied to it since the school
 * year began, by the head's employee number. What the fund needs besides hardship, which the file gives, is in force.
 * @param began the first day of the school year
 */
export async function studentsWithoutAid(
  query: Query,
  fund: Fund,
  began: CivilDate,
  today: CivilDate,
  units: Units,
): Promise<readonly Student[]> {
  const { code, stages, categories, not_for, needs, per } = fund;
  const others = needs.filter((need) => need !== 'hardship');
  const served = stages.length > 0 ? sql`stage IN ${list(stages)}` : sql`stage IS NOT NULL`;
  const eligible = categories.length > 0 ? sql`AND category IN ${list(categories)}` : sql``;
  const applied =
    per === 'school-year'
      ? sql`substr(from_period, 1, 4) = ${began.slice(0, 4)}`
      : sql`applied_on >= ${began}`;
  const { rows } = await sql<Student>`
    SELECT household.person_id, member.name AS member, stage
    FROM household_member AS member JOIN household ON household.id = household_id
    JOIN person ON person.id = household.person_id
    WHERE ${served} AND ${lastsOn(today)}
      AND closed_on IS NULL ${eligible} AND category NOT IN ${list(Object.keys(not_for))}
      AND NOT EXISTS (
        SELECT 1 FROM aid_grant
        WHERE member_id = member.id AND fund = ${code} AND state <> 'withdrawn' AND ${applied})
      AND NOT EXISTS (
        SELECT 1 FROM json_each(${JSON.stringify(others)}) WHERE NOT EXISTS (
          SELECT 1 FROM recognition WHERE recognition.person_id = person.id AND kind = value
            AND valid_from <= ${today} AND (valid_to IS NULL OR valid_to >= ${today})))
      ${within(units)}
    ORDER BY employee_no, member.id`.execute(query);
  return rows;
}

/** Who somebody found is, and the officials paired with the family today. */
export interface FoundPerson {
  readonly id: number;
  readonly employee_no: string;
  readonly name: string;
  /** The unit's code. */
  readonly unit: string;
  readonly unit_name: string;
  readonly official: string | null;
  readonly category: string;
  /** The kinds of recognition that are in force. */
  readonly recognised: readonly string[];
}

/** Persons by id, with their recognitions and the officials who are paired with their families. */
export async function foundPersons(
  query: Query,
  ids: readonly number[],
  today: CivilDate,
): Promise<ReadonlyMap<number, FoundPerson>> {
  const { rows } = await sql<Omit<FoundPerson, 'recognised'> & { readonly kinds: string }>`
    SELECT person.id, employee_no, person.name, unit.code AS unit, unit.name AS unit_name, category, (
      SELECT json_group_array(kind) FROM recognition
      WHERE recognition.person_id = person.id AND valid_from <= ${today}
        AND (valid_to IS NULL OR valid_to >= ${today})) AS kinds, (
      SELECT group_concat(official.name, '、') FROM household_member AS member
      JOIN pairing USING (household_id) JOIN official ON official.id = official_id
      WHERE member.person_id = person.id AND (member.to_on IS NULL OR member.to_on >= ${today})
        AND pairing.from_on <= ${today} AND (pairing.to_on IS NULL OR pairing.to_on >= ${today})
    ) AS official
    FROM ${list([...new Set(ids)])} JOIN person ON person.id = value
    JOIN unit ON unit.id = unit_id`.execute(query);
  return new Map(
    rows.map(({ kinds, ...row }) => [
      row.id,
      { ...row, recognised: JSON.parse(kinds) as readonly string[] },
    ]),
  );
}
