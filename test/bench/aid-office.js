// An office with files, grants, loans, pairings and requests, written by SQL straight into the tables, without seals.
import Database from 'better-sqlite3';

const count = (name, most) =>
  `${name}(at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM ${name} WHERE at + 1 < ${most})`;

/** Days before the last one, spread over so many. */
const ago = (at, days) => `date('2026-10-07', '-' || (${at} * 7919 % ${days}) || ' days')`;

const statements = (scale) => {
  const of = (number) => Math.max(20, Math.round(number * scale));
  const [people, files, grants, loans] = [of(100_000), of(20_000), of(50_000), of(2_000)];
  const [pairings, visits, requests, inKind] = [of(10_000), of(200_000), of(20_000), of(10_000)];
  const officials = of(3_000);
  // The heads of files are every fifth person.
  const head = (at) => `(1 + (${at}) % ${files} * 5)`;
  return `
INSERT INTO unit VALUES (1, 'G', '集团', 'group', NULL, 0);
WITH ${count('n', 20)} INSERT INTO unit SELECT 2 + at, 'M' || at, '第' || at || '矿', 'mine', 1, 0 FROM n;
WITH ${count('n', 200)}
INSERT INTO unit SELECT 22 + at, 'M' || (at % 20) || 'S' || at, '第' || at || '队', 'section', 2 + at % 20, 0 FROM n;
WITH ${count('n', 200)}
INSERT INTO relief_post SELECT 1 + at, 22 + at, '工会小楼', NULL, '2020-01-01', NULL, 0 FROM n WHERE at % 9;
INSERT INTO post_member SELECT id, id, '干部' || id, '专职', NULL, '2020-01-01', NULL, 0 FROM relief_post WHERE id % 7;

WITH ${count('n', people)}
INSERT INTO person SELECT 1 + at, printf('%06d', at), '职工' || at, printf('%018d', at),
  CASE at % 10 WHEN 8 THEN 'retired' WHEN 9 THEN 'survivor-illness' ELSE 'active' END, 22 + at % 200, NULL, NULL, 0 FROM n;
INSERT INTO enrolment SELECT id, 2026, NULL, 0 FROM person;
INSERT INTO hospital VALUES (1, '总医院', 1, 0);
WITH ${count('n', people)}
INSERT INTO claim SELECT 1 + at, 1 + at, 'inpatient', 'R' || at, ${ago('at', 270)}, '2026-10-07', 1, 900000, 100000 + at * 31 % 400000,
  at * 37 % 200000, NULL, NULL, NULL, NULL, 'open', NULL, 0 FROM n;

WITH ${count('n', files)}
INSERT INTO household SELECT 1 + at, ${head('at')}, iif(at % 5, 'relative', 'deep'), 'illness', NULL, ${ago('at', 900)},
  ${ago('at', 380)}, iif(at % 10, NULL, '2026-05-01'), iif(at % 10, NULL, 'lifted'), 0 FROM n;
INSERT INTO household_member SELECT id, id, person_id, '职工' || person_id, 'self', NULL, 1200000, NULL, NULL, NULL,
  opened_on, NULL, 0 FROM household;
INSERT INTO household_member SELECT id + ${files}, id, NULL, '配偶' || id, 'spouse', NULL, 0, NULL, NULL, NULL,
  opened_on, NULL, 0 FROM household;
INSERT INTO household_member SELECT id + ${2 * files}, id, NULL, '孩子' || id, 'child', NULL, 0,
  CASE id % 4 WHEN 0 THEN 'primary' WHEN 1 THEN 'junior' WHEN 2 THEN 'university' END, '学校', NULL, opened_on, NULL, 0
  FROM household;
INSERT INTO household_review SELECT id, id, opened_on, 'opened', class, 1200000, 0, 3, 33333, '', 'bench', 0 FROM household;
INSERT INTO recognition SELECT id, person_id, 'hardship', '困难职工档案', opened_on, closed_on, 0 FROM household;
INSERT INTO household_recognition SELECT id, id, id, 0 FROM household;
INSERT INTO recognition SELECT id + ${files}, id, 'chronic-disease', '高血压', '2024-01-01',
  iif(id % 50, NULL, ${ago('id', 200)}), 0 FROM person WHERE id % 2;

WITH ${count('n', grants)}
INSERT INTO aid_grant SELECT 1 + at, CASE WHEN at < ${loans} THEN 'start-up' WHEN at % 3 = 0 THEN 'school' ELSE 'living-active' END,
  ${head('at * 13')}, iif(at < ${loans}, NULL, 1 + at * 13 % ${files}),
  iif(at >= ${loans} AND at % 3 = 0, 1 + at * 13 % ${files} + ${2 * files}, NULL), 22 + at % 200, 2 + at % 20, 100000,
  iif(at >= ${loans} AND at % 7 = 0, NULL, 100000), '生活困难', NULL, NULL, at % 97 = 0,
  iif(at >= ${loans} AND at % 3 = 0, '2026-2027', NULL), NULL, NULL, NULL, NULL, NULL, iif(at < ${loans}, 10, NULL),
  iif(at < ${loans}, '2026-03-01', NULL), CASE WHEN at >= ${loans} AND at % 7 = 0 THEN 'applied' ELSE 'paid' END, ${ago('at', 1000)}, 'bench',
  iif(at >= ${loans} AND at % 7 = 0, NULL, ${ago('at', 990)}), iif(at >= ${loans} AND at % 7 = 0, NULL, 'bench'),
  iif(at >= ${loans} AND at % 7 = 0, NULL, ${ago('at', 980)}), 0 FROM n;
INSERT INTO grant_step SELECT id, id, 'applied', unit_id, '情况属实', NULL, applied_on, 'bench', 0 FROM aid_grant;
INSERT INTO grant_step SELECT id + ${grants}, id, iif(id % 2, 'endorsed', 'approved'), unit_id, '同意', NULL, applied_on, 'bench', 0
  FROM aid_grant;
INSERT INTO entry SELECT id, fund, approved_on, 'grant-approved', id, '', 'bench', NULL, 0 FROM aid_grant WHERE approved_on;
INSERT INTO posting SELECT id, 0, fund, iif(instalments, 'loan-approved', 'grant'), NULL, granted, 0 FROM aid_grant WHERE approved_on
  UNION ALL SELECT id, 1, fund, 'payable', NULL, -granted, 0 FROM aid_grant WHERE approved_on ORDER BY 1, 2;
WITH ${count('n', 10)}
INSERT INTO instalment SELECT id, 1 + at, date(paid_on, '+' || at || ' months'), 10000, 0 FROM aid_grant JOIN n
  WHERE instalments ORDER BY 1, 2;
WITH ${count('n', 5 * loans)}
INSERT INTO entry SELECT 1 + at + ${grants}, 'start-up', ${ago('at', 300)}, 'loan-repayment', 1 + at % ${loans}, '', 'bench', NULL, 0 FROM n;
INSERT INTO posting SELECT id, 0, fund, 'cash', NULL, 10000, 0 FROM entry WHERE cause = 'loan-repayment'
  UNION ALL SELECT entry.id, 1, entry.fund, 'loan', person_id, -10000, 0 FROM entry JOIN aid_grant ON aid_grant.id = entry.key
    WHERE cause = 'loan-repayment' ORDER BY 1, 2;
INSERT INTO loan_repayment (id, grant_id, on_date, amount, entry_id, memo, seal)
  SELECT id - ${grants}, key, on_date, 10000, id, '', 0 FROM entry WHERE cause = 'loan-repayment';

INSERT INTO batch SELECT 1, '2026Q2-1', '2026Q2', 1, 'closed', id, 0, 0, '', 0 FROM policy;
INSERT INTO batch_step VALUES (1, 1, 'approved', 'bench', '2026-07-10', '2026-07-10T00:00:00.000Z', 0);
INSERT INTO batch_payment SELECT 1, id, 'mutual-aid', 50000, 0, 50000 FROM person WHERE id % 6 = 1;
INSERT INTO batch_line SELECT 1, id, 'subsidy', '2026', 'mutual-aid', 0, 200000, 5000, 50000, 0, 50000 FROM person WHERE id % 6 = 1;
WITH ${count('n', inKind)}
INSERT INTO benefit_in_kind SELECT 1 + at, 'heating', ${head('at')}, 1 + at % ${files}, NULL, printf('%d-%d', 2020 + at % 6, 2021 + at % 6),
  'waived', '全免', ${ago('at', 2000)}, 'bench', 0 FROM n;

WITH ${count('n', officials)}
INSERT INTO official SELECT 1 + at, '干部' || at, 'section', 2 + at % 20, NULL, NULL, 0 FROM n;
WITH ${count('n', pairings)}
INSERT INTO pairing SELECT 1 + at, 1 + at % ${officials}, 1 + at * 2 % ${files}, NULL, NULL, '帮助就医', NULL, '2024-01-01',
  iif(at % 8, NULL, '2026-01-31'), NULL, 0 FROM n;
WITH ${count('n', visits)}
INSERT INTO visit SELECT 1 + at, 1 + at % ${pairings}, ${ago('at', 900)}, '上门慰问', NULL, 'bench', 0 FROM n;
WITH ${count('n', requests)}
INSERT INTO request SELECT 1 + at, 1 + at, '职工' || at, NULL, 22 + at % 200, iif(at % 3, 2 + at % 20, 1), 'living', '房屋漏水',
  ${ago('at', 300)}, 'bench', date(${ago('at', 300)}, iif(at % 20, '+10 days', '+400 days')), iif(at % 20, 'answered', 'open'), 0 FROM n;
INSERT INTO request_step SELECT id, id, 'taken', unit_id, '', taken_on, 'bench', 0 FROM request;
INSERT INTO request_step SELECT id + ${requests}, id, 'answered', at_unit_id, '已解决', due_on, 'bench', 0 FROM request
  WHERE state = 'answered';
`;
};

/** Fills a database that was made with `relief init`, and sets the tallies that lists count by. */
export function fillAidOffice(path, scale) {
  const database = new Database(path);
  database.pragma('synchronous = OFF');
  database.transaction(() => {
    database.exec(statements(scale));
    for (const { entity } of database.prepare('SELECT entity FROM sealed').all()) {
      const { n } = database.prepare(`SELECT count(*) AS n FROM ${entity}`).get();
      database.prepare('UPDATE sealed SET rows = ? WHERE entity = ?').run(n, entity);
    }
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}
