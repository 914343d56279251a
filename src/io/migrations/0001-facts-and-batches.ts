import { type Migration, sealed } from './run.ts';

/** Version 1: units, people, enrolments, recognitions, hospitals, claims, policies, batches, the audit chain. */
export const factsAndBatches: Migration = {
  version: 1,
  sql: `
CREATE TABLE unit (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, level TEXT NOT NULL,
  parent_id INTEGER REFERENCES unit, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX unit_parent ON unit (parent_id);

CREATE TABLE person (
  id INTEGER PRIMARY KEY, employee_no TEXT NOT NULL UNIQUE, name TEXT NOT NULL, id_no TEXT NOT NULL UNIQUE,
  category TEXT NOT NULL, unit_id INTEGER NOT NULL REFERENCES unit, phone TEXT, bank_account TEXT,
  seal INTEGER NOT NULL
) STRICT;
CREATE INDEX person_unit ON person (unit_id);

CREATE TABLE recognition (
  id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person, kind TEXT NOT NULL,
  detail TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, seal INTEGER NOT NULL,
  UNIQUE (person_id, kind, detail, valid_from)
) STRICT;

-- dues_entry names an entry, without REFERENCES: the entry sums up the dues of many rows and is booked after them,
-- and a deferred reference would look through all rows for each entry.
CREATE TABLE enrolment (
  person_id INTEGER NOT NULL REFERENCES person, year INTEGER NOT NULL,
  dues_entry INTEGER, seal INTEGER NOT NULL,
  PRIMARY KEY (person_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE hospital (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, designated INTEGER NOT NULL, seal INTEGER NOT NULL
) STRICT;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person, receipt_type TEXT NOT NULL,
  receipt_no TEXT NOT NULL, service_date TEXT NOT NULL, received_on TEXT NOT NULL,
  hospital_id INTEGER NOT NULL REFERENCES hospital, total_amount INTEGER NOT NULL,
  pool_paid INTEGER NOT NULL, pool_self_pay INTEGER NOT NULL, own_expense INTEGER,
  personal_account_paid INTEGER, diagnosis TEXT, stay_days INTEGER,
  state TEXT NOT NULL DEFAULT 'open', state_reason TEXT, seal INTEGER NOT NULL
) STRICT;
-- A receipt stands once; one taken back may be entered again (SPEC 4).
CREATE UNIQUE INDEX claim_receipt ON claim (receipt_no, receipt_type)
  WHERE state NOT IN ('withdrawn', 'annulled');
CREATE INDEX claim_receipt_no ON claim (receipt_no) WHERE state IN ('withdrawn', 'annulled');
-- Holds all that a settlement reads, so that it never leaves the order of persons.
CREATE INDEX claim_person ON claim
  (person_id, service_date, state, receipt_type, received_on, hospital_id, pool_paid, pool_self_pay);

CREATE TABLE policy (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, source TEXT NOT NULL, compiled TEXT NOT NULL,
  put_in_force_at TEXT NOT NULL, seal INTEGER NOT NULL
) STRICT;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, quarter TEXT NOT NULL, number INTEGER NOT NULL,
  status TEXT NOT NULL, policy_id INTEGER NOT NULL REFERENCES policy, claims INTEGER NOT NULL,
  people INTEGER NOT NULL, content TEXT NOT NULL, seal INTEGER NOT NULL
) STRICT;

CREATE TABLE batch_step (
  id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL REFERENCES batch, step TEXT NOT NULL,
  operator TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL, seal INTEGER NOT NULL
) STRICT;

-- 64 persons a row: a row for each would take as long to write as all lines.
CREATE TABLE batch_block (
  batch_id INTEGER NOT NULL, block INTEGER NOT NULL, taken TEXT NOT NULL, returned TEXT NOT NULL,
  refused TEXT NOT NULL, kept TEXT NOT NULL,
  PRIMARY KEY (batch_id, block)
) STRICT;

CREATE TABLE batch_line (
  batch_id INTEGER NOT NULL, person_id INTEGER NOT NULL, benefit TEXT NOT NULL, period TEXT NOT NULL,
  fund TEXT NOT NULL, base_before INTEGER NOT NULL, base INTEGER NOT NULL, rate INTEGER,
  target INTEGER NOT NULL, settled_before INTEGER NOT NULL, due INTEGER NOT NULL,
  PRIMARY KEY (batch_id, person_id, benefit, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_payment (
  batch_id INTEGER NOT NULL, person_id INTEGER NOT NULL, fund TEXT NOT NULL, due INTEGER NOT NULL,
  "offset" INTEGER NOT NULL, payable INTEGER NOT NULL,
  PRIMARY KEY (batch_id, person_id, fund)
) STRICT, WITHOUT ROWID;


CREATE TABLE audit (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, operator TEXT NOT NULL, action TEXT NOT NULL,
  entity TEXT NOT NULL, key TEXT NOT NULL, detail TEXT NOT NULL, previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entity ON audit (entity, key);

CREATE TABLE sealed (
  entity TEXT PRIMARY KEY, columns TEXT NOT NULL, rows INTEGER NOT NULL, sum INTEGER NOT NULL
) STRICT;
-- The chain's own length and head, so that its last entries cannot vanish unseen.
${sealed('audit')}
${sealed('unit', 'id', 'code', 'name', 'level', 'parent_id')}
${sealed('person', 'id', 'employee_no', 'name', 'id_no', 'category', 'unit_id', 'phone', 'bank_account')}
${sealed('recognition', 'id', 'person_id', 'kind', 'detail', 'valid_from', 'valid_to')}
${sealed('enrolment', 'person_id', 'year', 'dues_entry')}
${sealed('hospital', 'id', 'name', 'designated')}
${sealed(
  'claim',
  ...[
    'id',
    'person_id',
    'receipt_type',
    'receipt_no',
    'service_date',
    'received_on',
    'hospital_id',
  ],
  ...['total_amount', 'pool_paid', 'pool_self_pay', 'own_expense', 'personal_account_paid'],
  ...['diagnosis', 'stay_days', 'state', 'state_reason'],
)}
${sealed('policy', 'id', 'sha256', 'source', 'compiled', 'put_in_force_at')}
${sealed('batch', 'id', 'name', 'quarter', 'number', 'status', 'policy_id', 'claims', 'people', 'content')}
${sealed('batch_step', 'id', 'batch_id', 'step', 'operator', 'day', 'at')}
`,
};
