import { type Kysely, sql } from 'kysely';
import type { Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { parseNumber } from '../../core/text.ts';
import type { Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import type { BenefitInKindTable } from '../../io/tables-of-aid.ts';
import { idsOfPeopleLike } from '../../people/store.ts';
import type { StoredBenefit } from './benefit.ts';
import { words } from './words.ts';

type Query = Kysely<Tables>;

/** The columns of a {@link StoredBenefit}, over {@link storedTables}. */
export const storedColumns = sql`
  b.id, b.kind, b.person_id, employee_no, person.name, unit.code AS unit, unit.name AS unit_name, b.period,
  b.degree, household_member.name AS child, b.detail, b.on_date AS "on", b.operator`;

/** What a {@link StoredBenefit} is read from. */
export const storedTables = sql`benefit_in_kind AS b
  JOIN person ON person.id = b.person_id JOIN unit ON unit.id = person.unit_id
  LEFT JOIN household_member ON household_member.id = member_id`;

const benefits = sql`SELECT ${storedColumns} FROM ${storedTables}`;

/** What a list of benefits can be narrowed by. */
export interface BenefitFilter {
  readonly units?: readonly number[] | undefined;
  readonly kind?: string | undefined;
  readonly period?: string | undefined;
  /** A person's id. */
  readonly person?: number | undefined;
  /** The person's number begins with this text, or their name holds it. */
  readonly text?: string | undefined;
}

function conditions({ units, kind, period, person, text }: BenefitFilter) {
  const parts = [sql`TRUE`];
  if (units) {
    parts.push(
      sql`(SELECT unit_id FROM person WHERE person.id = b.person_id) IN (${sql.join(units)})`,
    );
  }
  if (kind) parts.push(sql`b.kind = ${kind}`);
  if (period) parts.push(sql`b.period = ${period}`);
  if (person !== undefined) parts.push(sql`b.person_id = ${person}`);
  if (text) parts.push(sql`b.person_id IN ${idsOfPeopleLike(text)}`);
  return sql.join(parts, sql` AND `);
}

/** How many benefits a filter leaves. */
export async function countBenefits(query: Query, filter: BenefitFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM benefit_in_kind AS b WHERE ${conditions(filter)}`.execute(query);
  return rows[0]?.n ?? 0;
}

/** Benefits, the latest entered first. */
export async function listBenefits(
  query: Query,
  filter: BenefitFilter,
  { after, offset, limit }: Piece<{ readonly benefit: number }>,
): Promise<readonly StoredBenefit[]> {
  const before = after ? sql`AND b.id < ${after.benefit}` : sql``;
  const { rows } = await sql<StoredBenefit>`
    ${benefits} WHERE ${conditions(filter)} ${before}
    ORDER BY b.id DESC LIMIT ${limit} OFFSET ${offset}`.execute(query);
  return rows;
}

/** The benefit of a number: `7` or `#7`. @throws rejected where there is none */
export async function findBenefit(query: Query, text: string): Promise<StoredBenefit> {
  const { rows } = await sql<StoredBenefit>`
    ${benefits} WHERE b.id = ${parseNumber(text) ?? 0}`.execute(query);
  const [benefit] = rows;
  if (!benefit) throw new Failure('rejected', say(words.unknown, { text }));
  return benefit;
}

/** Writes benefits, in their order. */
export async function insertBenefits(
  writer: Writer,
  rows: readonly Omit<BenefitInKindTable, 'seal'>[],
): Promise<void> {
  await writer.insert('benefit_in_kind', rows);
}

/** So many benefits of people of a unit. */
export interface BenefitCount {
  readonly kind: string;
  readonly period: string;
  readonly degree: string | null;
  readonly unit_id: number;
  readonly count: number;
}

/** How many benefits there are by kind, period, degree and the unit of the people. */
export async function benefitCounts(
  query: Query,
  filter: BenefitFilter,
): Promise<readonly BenefitCount[]> {
  const { rows } = await sql<BenefitCount>`
    SELECT b.kind, b.period, b.degree, unit_id, count(*) AS count
    FROM benefit_in_kind AS b JOIN person ON person.id = b.person_id WHERE ${conditions(filter)}
    GROUP BY b.kind, b.period, b.degree, unit_id`.execute(query);
  return rows;
}
