import { type Migration, sealed } from './run.ts';

/** Version 3: special relief, granted case by case. */
export const specialRelief: Migration = {
  version: 3,
  sql: `
-- Where a grant stands is worked out: from who approved and who ended it, and from the batches that settled it.
CREATE TABLE special_relief (
  id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person, situation TEXT NOT NULL,
  amount INTEGER NOT NULL, evidence TEXT NOT NULL, pay TEXT NOT NULL, granted_on TEXT NOT NULL,
  granted_by TEXT NOT NULL, approved_on TEXT, approved_by TEXT, ended TEXT, ended_on TEXT, ended_by TEXT,
  reason TEXT, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX special_relief_person ON special_relief (person_id);

${sealed(
  'special_relief',
  ...['id', 'person_id', 'situation', 'amount', 'evidence', 'pay', 'granted_on', 'granted_by'],
  ...['approved_on', 'approved_by', 'ended', 'ended_on', 'ended_by', 'reason'],
)}
`,
};
