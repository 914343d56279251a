import { type Kysely, sql } from 'kysely';
import type { Tables } from '../io/tables.ts';
import type { RecognitionFacts } from './facts.ts';

type Query = Kysely<Tables>;

/** The years of enrolment of the persons whose ids lie in a range, ascending. */
export async function enrolledIn(query: Query, from: number, to: number) {
  const { rows } = await sql<{ person_id: number; years: string }>`
    SELECT person_id, group_concat(year) AS years FROM enrolment
    WHERE person_id BETWEEN ${from} AND ${to} GROUP BY person_id`.execute(query);
  // A workforce shares a few hundred histories: each is read once.
  const known = new Map<string, readonly number[]>();
  return new Map(
    rows.map(({ person_id, years }) => {
      const read = known.get(years) ?? years.split(',').map(Number);
      known.set(years, read);
      return [person_id, read];
    }),
  );
}

/** The recognitions of the persons whose ids lie in a range, by kind and first day. */
export async function recognitionsIn(query: Query, from: number, to: number) {
  const rows = await query
    .selectFrom('recognition')
    .select(['person_id', 'kind', 'valid_from', 'valid_to'])
    .where('person_id', '>=', from)
    .where('person_id', '<=', to)
    .orderBy('person_id')
    .orderBy('kind')
    .orderBy('valid_from')
    .execute();
  const byPerson = new Map<number, RecognitionFacts[]>();
  for (const { person_id, kind, valid_from, valid_to } of rows) {
    const recognition = { kind, from: valid_from, to: valid_to };
    const known = byPerson.get(person_id);
    if (known) known.push(recognition);
    else byPerson.set(person_id, [recognition]);
  }
  return byPerson;
}
