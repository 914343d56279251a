import { type RawBuilder, sql } from 'kysely';

/** The units that a query is narrowed to; undefined: all. */
export type Units = readonly number[] | undefined;

/** Narrows a query to people of some units. @param column the unit's id */
export function within(units: Units, column = sql.ref('person.unit_id')): RawBuilder<unknown> {
  return units
    ? sql`AND ${column} IN (SELECT value FROM json_each(${JSON.stringify(units)}))`
    : sql``;
}
