import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../io/tables.ts';
import type { Unit } from '../../organisation/unit.ts';
import type { Fund } from '../../policy/aid.ts';
import type { Span } from '../span.ts';
import { type Units, within } from '../units-store.ts';
import type { HelpBy, HelpOf } from './help.ts';

type Query = Kysely<Tables>;

/**
 * All help of a span, a row each: what approved batches pay, and take back; grants, and those withdrawn again; loans
 * paid out, repaid and given up, which alone have instalments; benefits in kind. Help counts by the day of approval;
 * `stands` is 1 where somebody is helped by it, and it was not withdrawn within the span.
 */
const given = ({ from, to }: Span) => sql`
  SELECT fund, NULL AS kind, person_id, NULL AS household_id, due > 0 AS stands, due > 0 AS n, due AS amount,
    0 AS lent, 0 AS repaid, 0 AS written_off
  FROM batch_step CROSS JOIN batch_payment USING (batch_id)
  WHERE step = 'approved' AND day BETWEEN ${from} AND ${to} AND due <> 0
  UNION ALL SELECT fund, NULL, person_id, household_id, NOT (state = 'withdrawn' AND EXISTS (
      SELECT 1 FROM grant_step WHERE grant_id = aid_grant.id AND step = 'withdrawn' AND on_date <= ${to})),
    1, granted, 0, 0, 0
  FROM aid_grant
  WHERE approved_on BETWEEN ${from} AND ${to} AND instalments IS NULL AND granted IS NOT NULL
  UNION ALL SELECT fund, NULL, person_id, household_id, 0, -1, -granted, 0, 0, 0
  FROM aid_grant JOIN grant_step ON grant_id = aid_grant.id
  WHERE state = 'withdrawn' AND step = 'withdrawn' AND on_date BETWEEN ${from} AND ${to}
    AND approved_on IS NOT NULL AND instalments IS NULL
  UNION ALL SELECT fund, NULL, person_id, household_id, 1, 0, 0, granted, 0, 0 FROM aid_grant
  WHERE paid_on BETWEEN ${from} AND ${to} AND instalments IS NOT NULL
  UNION ALL SELECT fund, NULL, person_id, household_id, 0, 0, 0, 0, loan_repayment.amount, 0
  FROM loan_repayment JOIN aid_grant ON aid_grant.id = grant_id WHERE on_date BETWEEN ${from} AND ${to}
  UNION ALL SELECT aid_grant.fund, NULL, person_id, household_id, 0, 0, 0, 0, -loan_repayment.amount, 0
  FROM loan_repayment JOIN aid_grant ON aid_grant.id = grant_id JOIN entry AS back ON back.reverses = entry_id
  WHERE back.on_date BETWEEN ${from} AND ${to}
  UNION ALL SELECT fund, NULL, person_id, household_id, 0, 0, 0, 0, 0, write_off.amount
  FROM write_off JOIN aid_grant ON aid_grant.id = grant_id
  WHERE entry_id IS NOT NULL AND write_off.approved_on BETWEEN ${from} AND ${to}
  UNION ALL SELECT NULL, kind, person_id, household_id, 1, 0, 0, 0, 0, 0 FROM benefit_in_kind
  WHERE on_date BETWEEN ${from} AND ${to}`;

const counts = sql`
  coalesce(sum(n), 0) AS helped, count(DISTINCT CASE WHEN stands THEN person_id END) AS persons,
  count(DISTINCT CASE WHEN stands THEN household_id END) AS families,
  coalesce(sum(amount), 0) AS amount, coalesce(sum(lent), 0) AS lent, coalesce(sum(repaid), 0) AS repaid,
  coalesce(sum(written_off), 0) AS written_off, coalesce(sum(in_kind), 0) AS in_kind`;

/** What the rows of a report are told apart by, of a row of help and its person. */
function codeBy(by: HelpBy): RawBuilder<unknown> {
  switch (by) {
    case 'fund':
      return sql`coalesce(fund, kind)`;
    case 'level':
      // A fund that the policy no longer names was the group's; help without money has no level.
      return sql`coalesce(level, CASE WHEN kind IS NULL THEN 'group' END)`;
    case 'category':
      return sql`person.category`;
    case 'unit':
      return sql`shown`;
  }
}

/**
 * Help given in a span, by fund, unit, level or category, and all of it together. A family is the one that a grant
 * names, else that of the person.
 * @param funds those of the policy, which say at which level each is decided
 * @param branches the unit that each is counted under, where help is told by unit
 */
export async function helpGiven(
  query: Query,
  by: HelpBy,
  span: Span,
  funds: readonly Fund[],
  units: Units,
  branches: ReadonlyMap<number, Unit>,
): Promise<{ readonly rows: readonly HelpOf[]; readonly total: HelpOf }> {
  const level = JSON.stringify(funds.map(({ code, kept_at }) => [code, kept_at]));
  const place = JSON.stringify([...branches].map(([id, { code }]) => [id, code]));
  const ofPerson = units || by === 'category' || by === 'unit';
  const joined = [
    ...(ofPerson ? [sql`JOIN person ON person.id = person_id`] : []),
    ...(by === 'level' ? [sql`LEFT JOIN kept ON kept.fund = given.fund`] : []),
    ...(by === 'unit' ? [sql`JOIN place USING (unit_id)`] : []),
  ];
  const { rows } = await sql<HelpOf & { readonly whole: 0 | 1 }>`
    WITH place(unit_id, shown) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(${place})),
    kept(fund, level) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(${level})),
    given AS (${given(span)}),
    one AS MATERIALIZED (
      SELECT code, person_id, coalesce(household_id, (
          SELECT household_id FROM household_member AS member WHERE member.person_id = summed.person_id
          ORDER BY to_on IS NOT NULL, id LIMIT 1)) AS household_id,
        stands, n, amount, lent, repaid, written_off, in_kind
      FROM (
        SELECT ${codeBy(by)} AS code, person_id, household_id, max(stands) AS stands, sum(n) AS n,
          sum(amount) AS amount, sum(lent) AS lent, sum(repaid) AS repaid, sum(written_off) AS written_off,
          count(kind) AS in_kind
        FROM given ${sql.join(joined, sql` `)} WHERE TRUE ${within(units)}
        GROUP BY 1, 2, 3) AS summed)
    SELECT 0 AS whole, code, ${counts} FROM one GROUP BY code
    UNION ALL SELECT 1, NULL, ${counts} FROM one`.execute(query);
  const all = rows.map(({ whole, ...help }) => ({ whole, help }));
  const total = all.find(({ whole }) => whole === 1)?.help as HelpOf;
  return { rows: all.filter(({ whole }) => whole === 0).map(({ help }) => help), total };
}
