import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../io/tables.ts';
import { type Case, studentOf } from './case.ts';
import { periodOf } from './grant.ts';

type Query = Kysely<Tables>;

type Identity = readonly (string | number | null)[];

const textOf = (identity: Identity) => JSON.stringify(identity);

/** By what two applications are one: fund, persons, day, time, amount asked for and purpose. */
export function keyOf(one: Case): string {
  const { asked, applicant, fund } = one;
  const { from_period, to_period } = periodOf(asked);
  const { applied_on, amount, purpose } = asked;
  const student = studentOf(one)?.id ?? null;
  return textOf([
    ...[fund.code, applicant.id, student, applied_on, from_period, to_period, amount, purpose],
  ]);
}

/** The keys of what applicants have applied for before, whatever became of it. One query. */
export async function enteredBefore(query: Query, cases: readonly Case[]): Promise<Set<string>> {
  const persons = JSON.stringify([...new Set(cases.map(({ applicant }) => applicant.id))]);
  const { rows } = await sql<{ identity: string }>`
    SELECT json_array(fund, person_id, member_id, applied_on, from_period, to_period, amount, purpose) AS identity
    FROM json_each(${persons}) JOIN aid_grant ON person_id = value`.execute(query);
  return new Set(rows.map(({ identity }) => identity));
}
