import { type RawBuilder, sql } from 'kysely';

/** That a row lasts on a day: from its first day to its last, both among them; without a last day it goes on. */
export const lastsOn = (day: string): RawBuilder<unknown> =>
  sql`from_on <= ${day} AND (to_on IS NULL OR to_on >= ${day})`;
