// What the program is asked, and the bare SQL that brings the same: of a list on a screen its twenty rows and their
// count, of a report its figures. `list` marks those that must not take twice `node -e 0` more than their SQL.

const today = '2026-10-07';
const visitBy = '2026-07-09';
const since = '2025-10-07';
const year = "BETWEEN '2026-01-01' AND '2026-12-31'";

/** A list of a table: all of its count, and the last twenty rows with what they are joined with. */
const listOf = (table, joins, columns = `${table}.*`) => [
  `SELECT count(*) FROM ${table}`,
  `SELECT ${columns} FROM ${table} ${joins} ORDER BY ${table}.id DESC LIMIT 20`,
];

const ofPerson = 'JOIN person ON person.id = person_id JOIN unit ON unit.id = person.unit_id';
const ofHead = `JOIN household ON household.id = household_id JOIN person ON person.id = household.person_id
  JOIN unit ON unit.id = person.unit_id`;

const near = `
  SELECT person_id, sum(pool_self_pay) AS base FROM claim
  JOIN enrolment USING (person_id) JOIN hospital ON hospital.id = hospital_id
  WHERE state = 'open' AND service_date ${year} AND year = 2026 AND pool_paid > 0 AND designated
    AND person_id NOT IN (
      SELECT person_id FROM batch JOIN batch_line ON batch_id = batch.id
      WHERE status IN ('approved', 'paid', 'closed') AND benefit = 'subsidy' AND period = '2026')
  GROUP BY person_id HAVING base BETWEEN 90000 AND 100000`;

const helped = `
  helped(person_id, household_id) AS MATERIALIZED (
    SELECT person_id, household_id FROM aid_grant WHERE approved_on > '${since}' AND state IN ('approved', 'paid')
    UNION SELECT person_id, household_id FROM benefit_in_kind WHERE on_date > '${since}'
    UNION SELECT person_id, NULL FROM batch_step JOIN batch_payment USING (batch_id)
    WHERE step = 'approved' AND day > '${since}' AND due > 0),
  family(id) AS MATERIALIZED (
    SELECT household_id FROM helped UNION SELECT m.household_id FROM helped JOIN household_member m USING (person_id))`;

const never = `
  WITH ${helped}
  SELECT person_id FROM household WHERE closed_on IS NULL AND id NOT IN (SELECT id FROM family WHERE id IS NOT NULL)
  UNION ALL SELECT person_id FROM recognition WHERE kind = 'hardship' AND valid_from <= '${today}'
    AND (valid_to IS NULL OR valid_to >= '${today}') AND person_id NOT IN (SELECT person_id FROM helped)
    AND person_id NOT IN (SELECT person_id FROM household WHERE closed_on IS NULL)`;

const students = (fund, stages) => `
  SELECT household.person_id, member.name, stage FROM household_member AS member
  JOIN household ON household.id = household_id
  WHERE stage IN (${stages}) AND to_on IS NULL AND closed_on IS NULL AND NOT EXISTS (
    SELECT 1 FROM aid_grant WHERE member_id = member.id AND fund = '${fund}' AND from_period = '2026-2027')`;

const late = `
  SELECT pairing.id, household.person_id, official.name, visited
  FROM (SELECT *, (SELECT max(on_date) FROM visit WHERE pairing_id = pairing.id) AS visited FROM pairing) AS pairing
  JOIN household ON household.id = household_id JOIN official ON official.id = official_id
  WHERE (to_on IS NULL OR to_on >= '${today}') AND coalesce(visited, from_on) < '${visitBy}'`;

const found = [
  near,
  never,
  students('school', "'primary', 'junior', 'senior'"),
  students('university', "'secondary-technical', 'university', 'postgraduate'"),
  late,
];

/** Rows of what is found, with who they are and the officials paired with them. */
const whole = (statement) => `
  SELECT employee_no, person.name, unit.name, found.*, (
    SELECT group_concat(official.name) FROM household_member AS own JOIN pairing USING (household_id)
    JOIN official ON official.id = official_id WHERE own.person_id = person.id AND pairing.to_on IS NULL)
  FROM (${statement}) AS found JOIN person ON person.id = person_id JOIN unit ON unit.id = unit_id ORDER BY employee_no`;

const requests = `
  SELECT request.*, unit.name, employee_no FROM request JOIN unit ON unit.id = at_unit_id
  LEFT JOIN person ON person.id = person_id WHERE state = 'open' AND due_on < '${today}' ORDER BY due_on`;

const instalments = `
  SELECT loan.id, employee_no, person.name, min(due_on), max(up_to) - covered
  FROM (SELECT id, person_id, coalesce((SELECT sum(amount) FROM loan_repayment WHERE grant_id = aid_grant.id), 0) AS covered
    FROM aid_grant WHERE state = 'paid' AND instalments IS NOT NULL) AS loan
  JOIN (SELECT grant_id, due_on, sum(amount) OVER (PARTITION BY grant_id ORDER BY no) AS up_to
    FROM instalment WHERE due_on < '${today}') ON grant_id = loan.id ${ofPerson}
  WHERE up_to > covered GROUP BY loan.id ORDER BY 4`;

const reviews = `
  SELECT employee_no, person.name, unit.name, reviewed_on FROM household ${ofPerson}
  WHERE closed_on IS NULL AND reviewed_on <= '2025-11-06' ORDER BY reviewed_on`;

const ending = `
  SELECT employee_no, person.name, unit.name, kind, valid_to FROM recognition ${ofPerson}
  WHERE valid_to BETWEEN '${today}' AND '2026-11-06' ORDER BY valid_to`;

const opinions = `
  SELECT aid_grant.id, employee_no, person.name FROM aid_grant ${ofPerson}
  WHERE urgent = 1 AND state IN ('applied', 'returned', 'approved', 'paid') AND NOT EXISTS (
    SELECT 1 FROM grant_step WHERE grant_id = aid_grant.id AND step = 'endorsed' AND grant_step.unit_id = aid_grant.unit_id)`;

const help = (code, joins = '') => `
  SELECT ${code}, count(*), count(DISTINCT person_id), count(DISTINCT household_id), sum(amount) FROM (
    SELECT fund, person_id, (SELECT household_id FROM household_member AS m WHERE m.person_id = p.person_id) AS household_id,
      due AS amount
    FROM batch_step JOIN batch_payment AS p USING (batch_id) WHERE step = 'approved' AND day ${year}
    UNION ALL SELECT fund, person_id, household_id, granted FROM aid_grant WHERE approved_on ${year} AND instalments IS NULL
    UNION ALL SELECT fund, person_id, household_id, granted FROM aid_grant WHERE paid_on ${year} AND instalments IS NOT NULL
    UNION ALL SELECT fund, person_id, household_id, loan_repayment.amount
    FROM loan_repayment JOIN aid_grant ON aid_grant.id = grant_id WHERE on_date ${year}
    UNION ALL SELECT kind, person_id, household_id, 0 FROM benefit_in_kind WHERE on_date ${year}) ${joins} GROUP BY 1`;

const sources = `
  SELECT posting.fund, account, sum(amount) FROM entry JOIN posting ON entry_id = entry.id
  WHERE on_date ${year} AND account NOT IN ('cash', 'payable', 'receivable', 'loan-approved') GROUP BY 1, 2`;

const overdueLoans = `
  SELECT id FROM aid_grant AS g WHERE instalments IS NOT NULL AND state = 'paid'
    AND (SELECT coalesce(sum(amount), 0) FROM instalment WHERE grant_id = g.id AND due_on < '${today}')
      > (SELECT coalesce(sum(amount), 0) FROM loan_repayment WHERE grant_id = g.id)`;

const history = (person) => [
  `SELECT * FROM enrolment WHERE person_id = ${person}`,
  `SELECT * FROM claim WHERE person_id = ${person}`,
  `SELECT * FROM aid_grant WHERE person_id = ${person}`,
  `SELECT * FROM batch_line WHERE batch_id = 1 AND person_id = ${person}`,
  `SELECT visit.* FROM household JOIN pairing ON household_id = household.id JOIN visit ON pairing_id = pairing.id
   WHERE person_id = ${person}`,
];

/** Each command and its bare SQL; a command that the program does not have is left out and named. */
export const aidCommands = [
  { command: 'daily', sql: [requests, instalments, reviews, ending, late, opinions] },
  { command: 'daily --json', sql: [requests, instalments, reviews, ending, late, opinions] },
  { command: 'aid find', sql: found, list: true },
  { command: 'aid find --csv', sql: found.map(whole) },
  { command: 'aid find --unit M3', sql: found, list: true },
  { command: 'report fund --year 2026', sql: [help('fund')] },
  {
    command: 'report unit --year 2026',
    sql: [help('unit_id', 'JOIN person ON person.id = person_id')],
  },
  { command: 'report level --year 2026', sql: [help('fund')] },
  {
    command: 'report category --year 2026',
    sql: [help('category', 'JOIN person ON person.id = person_id')],
  },
  { command: 'report source --year 2026', sql: [sources] },
  { command: 'person history 000000', sql: history(1), list: true },
  {
    command: 'hardship list',
    sql: listOf('household', ofPerson, 'household.*, employee_no'),
    list: true,
  },
  {
    command: 'family list',
    sql: listOf('household_member', ofHead, 'household_member.*'),
    list: true,
  },
  {
    command: 'grant list',
    sql: listOf('aid_grant', ofPerson, 'aid_grant.*, employee_no'),
    list: true,
  },
  {
    command: 'grant list --state applied',
    sql: [
      "SELECT count(*) FROM aid_grant WHERE state = 'applied'",
      `SELECT aid_grant.*, employee_no FROM aid_grant ${ofPerson} WHERE state = 'applied' ORDER BY aid_grant.id DESC LIMIT 20`,
    ],
    list: true,
  },
  {
    command: 'grant list --csv',
    sql: [`SELECT aid_grant.*, employee_no FROM aid_grant ${ofPerson} ORDER BY aid_grant.id DESC`],
  },
  {
    command: 'loan list',
    sql: [
      "SELECT count(*) FROM aid_grant WHERE fund = 'start-up'",
      `SELECT aid_grant.*, employee_no FROM aid_grant ${ofPerson} WHERE fund = 'start-up' ORDER BY aid_grant.id DESC LIMIT 20`,
    ],
    list: true,
  },
  { command: 'loan overdue', sql: [overdueLoans], list: true },
  {
    command: 'loan fund',
    sql: ["SELECT account, sum(amount) FROM posting WHERE fund = 'start-up' GROUP BY account"],
  },
  {
    command: 'in-kind list',
    sql: listOf('benefit_in_kind', ofPerson, 'benefit_in_kind.*, employee_no'),
    list: true,
  },
  {
    command: 'in-kind count',
    sql: ['SELECT kind, period, degree, count(*) FROM benefit_in_kind GROUP BY 1, 2, 3'],
  },
  {
    command: 'official list',
    sql: listOf('official', 'JOIN unit ON unit.id = unit_id', 'official.*'),
    list: true,
  },
  { command: 'pairing list', sql: listOf('pairing', ofHead, 'pairing.*, employee_no'), list: true },
  {
    command: 'pairing missing',
    sql: [
      "SELECT household.id FROM household WHERE closed_on IS NULL AND class = 'deep' AND NOT EXISTS (SELECT 1 FROM pairing WHERE household_id = household.id AND to_on IS NULL)",
    ],
    list: true,
  },
  {
    command: 'pairing figures',
    sql: [
      `SELECT person.unit_id, count(*), count(DISTINCT official_id), count(DISTINCT household_id) FROM pairing ${ofHead} WHERE from_on <= '2026-12-31' AND (to_on IS NULL OR to_on >= '2026-01-01') GROUP BY 1`,
    ],
  },
  {
    command: 'visit list',
    sql: listOf('visit', 'JOIN pairing ON pairing.id = pairing_id', 'visit.*'),
    list: true,
  },
  { command: 'visit overdue', sql: [late], list: true },
  {
    command: 'request list',
    sql: listOf('request', 'JOIN unit ON unit.id = at_unit_id', 'request.*'),
    list: true,
  },
  {
    command: 'request list --state open',
    sql: [
      "SELECT count(*) FROM request WHERE state = 'open'",
      "SELECT * FROM request WHERE state = 'open' ORDER BY id DESC LIMIT 20",
    ],
    list: true,
  },
  {
    command: 'post list',
    sql: listOf('relief_post', 'JOIN unit ON unit.id = unit_id', 'relief_post.*'),
    list: true,
  },
  {
    command: 'operator list',
    sql: listOf('operator', 'JOIN unit ON unit.id = unit_id', 'operator.*'),
    list: true,
  },
  { command: 'unit tree', sql: ['SELECT * FROM unit ORDER BY code'] },
  {
    command: 'unit coverage',
    sql: [
      'SELECT unit.* FROM unit LEFT JOIN relief_post ON unit_id = unit.id WHERE relief_post.id IS NULL',
    ],
    exit: 3,
  },
];
