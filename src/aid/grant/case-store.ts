import { type Kysely, sql } from 'kysely';
import { type Said, say } from '../../core/language.ts';
import type { Tables } from '../../io/tables.ts';
import { allUnits, type StoredUnit } from '../../organisation/store.ts';
import { recognitionsOf } from '../../people/recognition/store.ts';
import { unknownEmployee } from '../../people/store.ts';
import { findFund } from '../../policy/funds.ts';
import { versionOn } from '../../policy/policy.ts';
import { policyInForce } from '../../policy/store.ts';
import { words as policyWords } from '../../policy/words.ts';
import { type Applicant, type Case, type OtherGrant, Standing } from './case.ts';
import { claimsOfCosts } from './claim-store.ts';
import { costOf } from './cost.ts';
import { type Families, familiesOf } from './family-store.ts';
import { type Asked, standingStates } from './grant.ts';
import { schoolYearOf } from './period.ts';

type Query = Kysely<Tables>;

/**
 * What applications are judged by, some queries for thousands of them.
 * @param self an application that is there already: it does not stand in its own way
 * @returns in their order, or why one names no fund or no person
 */
export async function casesOf(
  query: Query,
  asked: readonly Asked[],
  self?: number,
): Promise<readonly (Case | Said)[]> {
  const { policy } = await policyInForce(query);
  const persons = await applicantsOf(
    query,
    asked.map(({ employee_no }) => employee_no),
  );
  const ids = [...persons.values()].map(({ id }) => id);
  const families = await familiesOf(query, ids);
  const recognitions = await recognitionsOf(query, ids);
  const standing = new Standing();
  for (const other of await standingOf(query, families)) if (other.id !== self) standing.add(other);
  const units = await allUnits(query);
  const claims = await claimsOfCosts(
    query,
    asked.map((one) => costOf(one)),
    asked.map((one) => families.around(persons.get(one.employee_no)?.id ?? 0).persons),
  );
  const cases: (Case | Said)[] = [];
  for (const [at, one] of asked.entries()) {
    const rules = versionOn(policy, one.applied_on);
    const applicant = persons.get(one.employee_no);
    const fund = rules && findFund(rules.funds, one.fund);
    if (!rules || !fund) cases.push(say(policyWords.noRulesOn, { day: one.applied_on }));
    else if (!('code' in fund)) cases.push(fund.said);
    else if (!applicant) cases.push(await unknownEmployee(query, one.employee_no));
    else {
      const household = families.fileOf(applicant.id, one.applied_on);
      const members = household ? families.membersOf(household.id, one.applied_on) : [];
      const ofSchoolYear = fund.per === 'school-year';
      const year = one.school_year ?? schoolYearOf(one.applied_on, rules.calendar.school_year);
      const named = {
        ...{
          asked: { ...one, fund: fund.code, school_year: ofSchoolYear ? year : one.school_year },
        },
        ...{ fund, rules, applicant, recognitions: recognitions.get(applicant.id) ?? [] },
        ...{ household, members, claims: claims[at] ?? [], path: pathOf(units, applicant.unit) },
      };
      const family = families.around(applicant.id);
      const alone = { ...named, family, others: [] };
      cases.push({ ...alone, others: standing.of(alone) });
    }
  }
  return cases;
}

/** The units from one up, that one first. */
export function pathOf(
  units: ReadonlyMap<string, StoredUnit>,
  code: string,
): readonly StoredUnit[] {
  const path: StoredUnit[] = [];
  for (let unit = units.get(code); unit; unit = units.get(unit.parent ?? '')) path.push(unit);
  return path;
}

/** Those who apply, by employee number. */
async function applicantsOf(
  query: Query,
  employeeNos: readonly string[],
): Promise<ReadonlyMap<string, Applicant>> {
  const list = JSON.stringify([...new Set(employeeNos)]);
  const { rows } = await sql<Applicant>`
    SELECT person.id, employee_no, person.name, category, unit_id, unit.code AS unit
    FROM json_each(${list}) JOIN person ON employee_no = value JOIN unit ON unit.id = unit_id`.execute(
    query,
  );
  return new Map(rows.map((row) => [row.employee_no, row]));
}

/** The standing applications of families, and those for a student of theirs whom another file holds too. */
async function standingOf(query: Query, families: Families): Promise<readonly OtherGrant[]> {
  const standing = sql`state IN (${sql.join(standingStates.map((one) => sql.lit(one)))})`;
  const [persons, households, members] = [
    families.persons,
    families.households,
    families.twins,
  ].map((ids) => JSON.stringify(ids));
  const { rows } = await sql<Omit<OtherGrant, 'running'> & { readonly running: number }>`
    WITH found(id) AS (
      SELECT id FROM aid_grant WHERE person_id IN (SELECT value FROM json_each(${persons})) AND ${standing}
      UNION SELECT id FROM aid_grant
        WHERE household_id IN (SELECT value FROM json_each(${households})) AND ${standing}
      UNION SELECT id FROM aid_grant
        WHERE member_id IN (SELECT value FROM json_each(${members})) AND ${standing})
    SELECT g.id, fund, g.person_id, g.household_id, member_id, member.name AS member_name, member.id_no AS member_id_no,
      coalesce(granted, amount) AS amount, state, applied_on, from_period, to_period, receipt_no, provider,
      cost_on, cost_amount, instalments IS NOT NULL AND state = 'paid' AND (
        SELECT coalesce(sum(posting.amount), 0) FROM posting
        WHERE posting.person_id = g.person_id AND posting.fund = g.fund AND account = 'loan') > 0 AS running
    FROM found JOIN aid_grant g ON g.id = found.id
    LEFT JOIN household_member member ON member.id = member_id ORDER BY g.id`.execute(query);
  return rows.map((row) => ({ ...row, running: row.running === 1 }));
}
