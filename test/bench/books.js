// The statement of a fund with a million entries, against the same rows by bare SQL, which leaves amounts in fen.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pair, run } from './measure.js';

const fill = (entries) => `
WITH RECURSIVE n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < ${entries})
INSERT INTO entry (id, fund, on_date, cause, key, memo, operator, seal)
  SELECT at, 'mutual-aid', date('2020-01-01', (at * 7919 % 2200) || ' days'),
    iif(at % 3 = 0, 'batch-paid', 'deposit'), 'M1S' || (at % 90), '第 ' || at || ' 笔', 'bench', 0 FROM n;
INSERT INTO posting (entry_id, no, fund, account, amount, seal)
  SELECT id, 0, fund, 'cash', iif(id % 3 = 0, -1, 1) * (1 + id % 90000), 0 FROM entry
  UNION ALL SELECT id, 1, fund, iif(id % 3 = 0, 'payable', 'source:union'), iif(id % 3 = 0, 1, -1) * (1 + id % 90000), 0
    FROM entry ORDER BY 1, 2;`;

const statement = `
.mode csv
SELECT on_date, id, cause, key, memo, max(cash, 0), -min(cash, 0),
  sum(cash) OVER (ORDER BY on_date, id), sum(payable) OVER (ORDER BY on_date, id)
FROM (
  SELECT on_date, id, cause, key, memo, sum(amount) FILTER (WHERE account = 'cash') AS cash,
    coalesce(-sum(amount) FILTER (WHERE account = 'payable'), 0) AS payable
  FROM entry CROSS JOIN posting ON entry_id = id WHERE entry.fund = 'mutual-aid' GROUP BY on_date, id)
ORDER BY on_date, id;`;

/** Measures the statement. @param relief runs the program on a database */
export async function books(folder, scale, relief, tell) {
  const entries = Math.round(1_000_000 * scale);
  const database = join(folder, 'books.db');
  const [filling, query] = [join(folder, 'fill.sql'), join(folder, 'statement.sql')];
  writeFileSync(filling, fill(entries));
  writeFileSync(query, statement);
  await relief(database, 'init');
  await run('sqlite3', [database, `.read ${filling}`]);
  const { a, b, ratio, megabytes } = await pair(
    5,
    () => relief(database, 'fund', 'statement', 'mutual-aid', '--csv'),
    () => run('sqlite3', [database, `.read ${query}`]),
  );
  const seconds = `${a.toFixed(1)} s / ${b.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
  tell(`statement of ${entries} entries / bare SQL`, ratio, '≤ 2', seconds);
}
