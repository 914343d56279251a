import { type Migration, sealed } from './run.ts';

/** Version 2: the funds' books, and the payment orders of batches. */
export const money: Migration = {
  version: 2,
  sql: `
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, fund TEXT NOT NULL, on_date TEXT NOT NULL, cause TEXT NOT NULL, key TEXT NOT NULL,
  memo TEXT NOT NULL, operator TEXT NOT NULL, reverses INTEGER UNIQUE REFERENCES entry, seal INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_fund ON entry (fund, on_date, id);
CREATE INDEX entry_date ON entry (on_date, id);
CREATE INDEX entry_cause ON entry (cause, key);

CREATE TABLE posting (
  entry_id INTEGER NOT NULL REFERENCES entry, no INTEGER NOT NULL, fund TEXT NOT NULL, account TEXT NOT NULL,
  person_id INTEGER REFERENCES person, amount INTEGER NOT NULL, seal INTEGER NOT NULL,
  PRIMARY KEY (entry_id, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_account ON posting (fund, account, amount);
CREATE INDEX posting_person ON posting (person_id, fund, account, amount) WHERE person_id IS NOT NULL;

CREATE TABLE budget (
  fund TEXT NOT NULL, year INTEGER NOT NULL, amount INTEGER NOT NULL, seal INTEGER NOT NULL,
  PRIMARY KEY (fund, year)
) STRICT, WITHOUT ROWID;

-- A bank file of a batch. Whom it holds is worked out: all who are payable and not in the exceptions of the order
-- before; so that a quarter of a million payments are no rows of their own.
CREATE TABLE payment_order (
  id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL REFERENCES batch, number INTEGER NOT NULL, made_on TEXT NOT NULL,
  persons INTEGER NOT NULL, amount INTEGER NOT NULL, result_on TEXT, seal INTEGER NOT NULL,
  UNIQUE (batch_id, number)
) STRICT;

-- Who of a batch was not paid with an order: left out for want of an account, or refused by the bank.
CREATE TABLE payment_exception (
  order_id INTEGER NOT NULL REFERENCES payment_order, person_id INTEGER NOT NULL REFERENCES person,
  why TEXT NOT NULL, message TEXT NOT NULL, seal INTEGER NOT NULL,
  PRIMARY KEY (order_id, person_id)
) STRICT, WITHOUT ROWID;

${sealed('entry', 'id', 'fund', 'on_date', 'cause', 'key', 'memo', 'operator', 'reverses')}
${sealed('posting', 'entry_id', 'no', 'fund', 'account', 'person_id', 'amount')}
${sealed('budget', 'fund', 'year', 'amount')}
${sealed('payment_order', 'id', 'batch_id', 'number', 'made_on', 'persons', 'amount', 'result_on')}
${sealed('payment_exception', 'order_id', 'person_id', 'why', 'message')}
`,
};
