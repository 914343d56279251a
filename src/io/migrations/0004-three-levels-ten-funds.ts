import { type Migration, sealed } from './run.ts';

/** Version 4: relief posts and operators, hardship files, grants and loans, benefits in kind, pairings, requests. */
export const threeLevelsTenFunds: Migration = {
  version: 4,
  sql: `
CREATE TABLE relief_post (
  id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL UNIQUE REFERENCES unit, premises TEXT NOT NULL, phone TEXT,
  opened_on TEXT NOT NULL, closed_on TEXT, seal INTEGER NOT NULL
) STRICT;

CREATE TABLE post_member (
  id INTEGER PRIMARY KEY, post_id INTEGER NOT NULL REFERENCES relief_post, name TEXT NOT NULL, duty TEXT NOT NULL,
  phone TEXT, from_on TEXT NOT NULL, to_on TEXT, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX post_member_post ON post_member (post_id);

CREATE TABLE operator (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, unit_id INTEGER NOT NULL REFERENCES unit, role TEXT NOT NULL,
  from_on TEXT NOT NULL, to_on TEXT, seal INTEGER NOT NULL
) STRICT;

-- One file a household, for ever: one that was closed is opened again.
CREATE TABLE household (
  id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL UNIQUE REFERENCES person, class TEXT NOT NULL,
  cause TEXT NOT NULL, second_cause TEXT, opened_on TEXT NOT NULL, reviewed_on TEXT NOT NULL,
  closed_on TEXT, outcome TEXT, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX household_review_due ON household (closed_on, reviewed_on);

-- The head of the household is a member too, with the relation self.
CREATE TABLE household_member (
  id INTEGER PRIMARY KEY, household_id INTEGER NOT NULL REFERENCES household, person_id INTEGER REFERENCES person,
  name TEXT NOT NULL, relation TEXT NOT NULL, id_no TEXT, income INTEGER, stage TEXT, school TEXT,
  health TEXT, from_on TEXT NOT NULL, to_on TEXT, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX household_member_household ON household_member (household_id);
CREATE INDEX household_member_person ON household_member (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX household_member_id_no ON household_member (id_no) WHERE id_no IS NOT NULL;
CREATE INDEX household_member_stage ON household_member (stage, household_id) WHERE stage IS NOT NULL;

-- What was found at the opening and at each review, and with what it was closed; amounts of twelve months.
CREATE TABLE household_review (
  id INTEGER PRIMARY KEY, household_id INTEGER NOT NULL REFERENCES household, on_date TEXT NOT NULL,
  kind TEXT NOT NULL, class TEXT NOT NULL, income INTEGER NOT NULL, rigid_expenses INTEGER NOT NULL,
  members INTEGER NOT NULL, income_per_head INTEGER NOT NULL, note TEXT NOT NULL, operator TEXT NOT NULL,
  seal INTEGER NOT NULL
) STRICT;
CREATE INDEX household_review_household ON household_review (household_id, on_date);

-- The recognitions that a file has given, or has taken over, and ends. Without REFERENCES: one entered in error may be removed.
CREATE TABLE household_recognition (
  id INTEGER PRIMARY KEY, household_id INTEGER NOT NULL REFERENCES household,
  recognition_id INTEGER NOT NULL UNIQUE, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX household_recognition_household ON household_recognition (household_id);

CREATE TABLE aid_grant (
  id INTEGER PRIMARY KEY, fund TEXT NOT NULL, person_id INTEGER NOT NULL REFERENCES person,
  household_id INTEGER REFERENCES household, member_id INTEGER REFERENCES household_member,
  unit_id INTEGER NOT NULL REFERENCES unit, at_unit_id INTEGER NOT NULL REFERENCES unit,
  amount INTEGER NOT NULL, granted INTEGER, purpose TEXT NOT NULL, evidence TEXT, payee TEXT,
  urgent INTEGER NOT NULL, from_period TEXT, to_period TEXT, receipt_no TEXT, provider TEXT, cost_on TEXT,
  cost_amount INTEGER, instalments INTEGER, first_due_on TEXT, state TEXT NOT NULL, applied_on TEXT NOT NULL,
  applied_by TEXT NOT NULL, approved_on TEXT, approved_by TEXT, paid_on TEXT, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX aid_grant_person ON aid_grant (person_id, fund, state);
CREATE INDEX aid_grant_household ON aid_grant (household_id, fund) WHERE household_id IS NOT NULL;
CREATE INDEX aid_grant_member ON aid_grant (member_id, fund) WHERE member_id IS NOT NULL;
CREATE INDEX aid_grant_state ON aid_grant (state, at_unit_id);
CREATE INDEX aid_grant_fund ON aid_grant (fund, state);
CREATE INDEX aid_grant_approved ON aid_grant (approved_on) WHERE approved_on IS NOT NULL;
CREATE INDEX aid_grant_applied ON aid_grant (applied_on);
CREATE INDEX aid_grant_urgent ON aid_grant (state) WHERE urgent = 1;
CREATE INDEX aid_grant_receipt ON aid_grant (receipt_no) WHERE receipt_no IS NOT NULL;
CREATE INDEX aid_grant_cost ON aid_grant (cost_on, cost_amount) WHERE cost_on IS NOT NULL;

-- The way of an application: taken, endorsed, returned, approved, refused, paid, withdrawn; each with its opinion.
CREATE TABLE grant_step (
  id INTEGER PRIMARY KEY, grant_id INTEGER NOT NULL REFERENCES aid_grant, step TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit, opinion TEXT NOT NULL, amount INTEGER, on_date TEXT NOT NULL,
  operator TEXT NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX grant_step_grant ON grant_step (grant_id);

CREATE TABLE instalment (
  grant_id INTEGER NOT NULL REFERENCES aid_grant, no INTEGER NOT NULL, due_on TEXT NOT NULL,
  amount INTEGER NOT NULL, seal INTEGER NOT NULL,
  PRIMARY KEY (grant_id, no)
) STRICT, WITHOUT ROWID;

-- One that was entered in error names the entry that takes it back, and no longer counts.
CREATE TABLE loan_repayment (
  id INTEGER PRIMARY KEY, grant_id INTEGER NOT NULL REFERENCES aid_grant, on_date TEXT NOT NULL,
  amount INTEGER NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry, memo TEXT NOT NULL,
  reversed_by INTEGER REFERENCES entry, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX loan_repayment_grant ON loan_repayment (grant_id);

CREATE TABLE write_off (
  id INTEGER PRIMARY KEY, grant_id INTEGER NOT NULL REFERENCES aid_grant, amount INTEGER NOT NULL,
  reason TEXT NOT NULL, asked_on TEXT NOT NULL, asked_by TEXT NOT NULL, approved_on TEXT, approved_by TEXT,
  refused_on TEXT, refused_by TEXT, refusal TEXT, entry_id INTEGER REFERENCES entry, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX write_off_grant ON write_off (grant_id);

CREATE TABLE benefit_in_kind (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, person_id INTEGER NOT NULL REFERENCES person,
  household_id INTEGER REFERENCES household, member_id INTEGER REFERENCES household_member, period TEXT NOT NULL,
  degree TEXT, detail TEXT NOT NULL, on_date TEXT NOT NULL, operator TEXT NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX benefit_in_kind_person ON benefit_in_kind (person_id, kind, period);
CREATE INDEX benefit_in_kind_kind ON benefit_in_kind (kind, period);

CREATE TABLE official (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, rank TEXT NOT NULL, unit_id INTEGER NOT NULL REFERENCES unit,
  duty TEXT, phone TEXT, seal INTEGER NOT NULL,
  UNIQUE (name, unit_id)
) STRICT;

CREATE TABLE pairing (
  id INTEGER PRIMARY KEY, official_id INTEGER NOT NULL REFERENCES official,
  household_id INTEGER NOT NULL REFERENCES household, responsibility TEXT, way TEXT, measures TEXT, goal TEXT,
  from_on TEXT NOT NULL, to_on TEXT, outcome TEXT, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX pairing_household ON pairing (household_id, from_on);
CREATE INDEX pairing_official ON pairing (official_id, from_on);

CREATE TABLE visit (
  id INTEGER PRIMARY KEY, pairing_id INTEGER NOT NULL REFERENCES pairing, on_date TEXT NOT NULL,
  done TEXT NOT NULL, needed TEXT, operator TEXT NOT NULL, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_pairing ON visit (pairing_id, on_date);

CREATE TABLE request (
  id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person, name TEXT NOT NULL, phone TEXT,
  unit_id INTEGER NOT NULL REFERENCES unit, at_unit_id INTEGER NOT NULL REFERENCES unit, kind TEXT NOT NULL,
  matter TEXT NOT NULL, taken_on TEXT NOT NULL, taken_by TEXT NOT NULL, due_on TEXT NOT NULL, state TEXT NOT NULL,
  seal INTEGER NOT NULL
) STRICT;
CREATE INDEX request_due ON request (state, due_on);
CREATE INDEX request_unit ON request (at_unit_id, state);
CREATE INDEX request_person ON request (person_id) WHERE person_id IS NOT NULL;

-- The way of a request: taken, passed up, risen by itself, answered; each with what was said.
CREATE TABLE request_step (
  id INTEGER PRIMARY KEY, request_id INTEGER NOT NULL REFERENCES request, step TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit, said TEXT NOT NULL, on_date TEXT NOT NULL, operator TEXT NOT NULL,
  seal INTEGER NOT NULL
) STRICT;
CREATE INDEX request_step_request ON request_step (request_id);

${sealed('relief_post', 'id', 'unit_id', 'premises', 'phone', 'opened_on', 'closed_on')}
${sealed('post_member', 'id', 'post_id', 'name', 'duty', 'phone', 'from_on', 'to_on')}
${sealed('operator', 'id', 'name', 'unit_id', 'role', 'from_on', 'to_on')}
${sealed(
  'household',
  ...['id', 'person_id', 'class', 'cause', 'second_cause', 'opened_on', 'reviewed_on', 'closed_on'],
  'outcome',
)}
${sealed(
  'household_member',
  ...['id', 'household_id', 'person_id', 'name', 'relation', 'id_no', 'income', 'stage', 'school'],
  ...['health', 'from_on', 'to_on'],
)}
${sealed(
  'household_review',
  ...['id', 'household_id', 'on_date', 'kind', 'class', 'income', 'rigid_expenses', 'members'],
  ...['income_per_head', 'note', 'operator'],
)}
${sealed('household_recognition', 'id', 'household_id', 'recognition_id')}
${sealed(
  'aid_grant',
  ...['id', 'fund', 'person_id', 'household_id', 'member_id', 'unit_id', 'at_unit_id', 'amount'],
  ...[
    'granted',
    'purpose',
    'evidence',
    'payee',
    'urgent',
    'from_period',
    'to_period',
    'receipt_no',
  ],
  ...['provider', 'cost_on', 'cost_amount', 'instalments', 'first_due_on', 'state', 'applied_on'],
  ...['applied_by', 'approved_on', 'approved_by', 'paid_on'],
)}
${sealed('grant_step', 'id', 'grant_id', 'step', 'unit_id', 'opinion', 'amount', 'on_date', 'operator')}
${sealed('instalment', 'grant_id', 'no', 'due_on', 'amount')}
${sealed('loan_repayment', 'id', 'grant_id', 'on_date', 'amount', 'entry_id', 'memo', 'reversed_by')}
${sealed(
  'write_off',
  ...['id', 'grant_id', 'amount', 'reason', 'asked_on', 'asked_by', 'approved_on', 'approved_by'],
  ...['refused_on', 'refused_by', 'refusal', 'entry_id'],
)}
${sealed(
  'benefit_in_kind',
  ...['id', 'kind', 'person_id', 'household_id', 'member_id', 'period', 'degree', 'detail'],
  ...['on_date', 'operator'],
)}
${sealed('official', 'id', 'name', 'rank', 'unit_id', 'duty', 'phone')}
${sealed(
  'pairing',
  ...['id', 'official_id', 'household_id', 'responsibility', 'way', 'measures', 'goal', 'from_on'],
  ...['to_on', 'outcome'],
)}
${sealed('visit', 'id', 'pairing_id', 'on_date', 'done', 'needed', 'operator')}
${sealed(
  'request',
  ...['id', 'person_id', 'name', 'phone', 'unit_id', 'at_unit_id', 'kind', 'matter', 'taken_on'],
  ...['taken_by', 'due_on', 'state'],
)}
${sealed('request_step', 'id', 'request_id', 'step', 'unit_id', 'said', 'on_date', 'operator')}
`,
};
