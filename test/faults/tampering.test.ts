import { copyFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsFile, Desk, openOffice } from '../run.ts';

const original = new Desk();
beforeAll(async () => {
  await openOffice(original);
  const input = claimsFile(
    '00001,inpatient,ZY-1,2026-02-15,晋岭总医院,30000,10000,20000,2026-03-20',
    '00002,inpatient,ZY-2,2026-02-15,晋岭总医院,9000,5000,3000,2026-03-20',
    '00004,inpatient,ZY-3,2026-02-15,晋岭总医院,9000,5000,3000,2026-03-20',
  );
  await original.ok(['claim', 'import', '-'], { input });
  await original.ok(['settle', '--quarter', '2026Q1']);
  await original.ok(['batch', 'approve', '2026Q1-1', '--as', 'li']);
  await original.ok(['audit', 'verify']);
  await original.ok(['batch', 'verify', '2026Q1-1']);
}, 60_000);
afterAll(() => {
  expect(original.said).not.toMatch(/^ {4}at /m);
  original.clear();
});

/** Does something to a copy of the file behind the program's back. */
async function tamperedWith(...statements: readonly string[]) {
  const desk = new Desk();
  copyFileSync(original.database, desk.database);
  const database = new SqliteDatabase(desk.database);
  database.pragma('foreign_keys = OFF');
  for (const statement of statements) expect(database.prepare(statement).run().changes).toBe(1);
  database.close();
  const audit = await desk.run(['audit', 'verify']);
  const json = await desk.run(['audit', 'verify', '--json']);
  const batch = await desk.run(['batch', 'verify', '2026Q1-1']);
  desk.clear();
  expect(desk.said).not.toMatch(/^ {4}at |RELIEF_DEBUG/m);
  return { audit, json, batch };
}

describe('audit verify', () => {
  const touched: readonly { what: string; says: RegExp; done: readonly string[] }[] = [
    {
      what: 'a changed amount',
      says: /claim: the row 1 .*was changed/,
      done: ['UPDATE claim SET pool_self_pay = pool_self_pay + 100 WHERE id = 1'],
    },
    {
      what: 'a changed name',
      says: /person: the row 1 .*was changed/,
      done: ["UPDATE person SET name = '王' WHERE id = 1"],
    },
    {
      what: 'a deleted row',
      says: /claim: 2 rows stand there, 3 were written/,
      done: ['DELETE FROM claim WHERE id = 3'],
    },
    {
      what: 'an inserted row',
      says: /enrolment: the row 4 2026 was changed|enrolment: 17 rows stand there/,
      done: ['INSERT INTO enrolment (person_id, year, seal) VALUES (4, 2026, 12345)'],
    },
    {
      what: 'a row put in the place of another, with a seal that fits it',
      says: /enrolment: rows were taken away and others put in their place|was changed/,
      done: [
        'DELETE FROM enrolment WHERE person_id = 1 AND year = 2016',
        'INSERT INTO enrolment (person_id, year, seal) SELECT 4, 2026, seal FROM enrolment WHERE person_id = 1 AND year = 2017',
      ],
    },
    {
      what: 'a changed seal',
      says: /claim: .*changed|claim: rows were taken away/,
      done: ['UPDATE claim SET seal = seal + 1 WHERE id = 1'],
    },
    {
      what: 'a changed tally',
      says: /claim: the count of its rows was changed/,
      done: ["UPDATE sealed SET rows = rows + 1 WHERE entity = 'claim'"],
    },
    {
      what: 'a changed audit entry',
      says: /audit entry 3 \(.*wang, people imported\) was changed/,
      done: ["UPDATE audit SET detail = replace(detail, 'stdin', 'x.csv') WHERE id = 3"],
    },
    {
      what: 'an audit entry by another operator',
      says: /audit entry 8 /,
      done: ["UPDATE audit SET operator = 'zhao' WHERE id = 8"],
    },
    {
      what: 'a deleted audit entry',
      says: /audit entry 5 /,
      done: ['DELETE FROM audit WHERE id = 4'],
    },
    {
      what: 'the last audit entry deleted',
      says: /./,
      done: ['DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)'],
    },
    {
      what: 'a changed line of a batch',
      says: /batch 2026Q1-1: its lines were changed/,
      done: ['UPDATE batch_line SET due = due + 1 WHERE person_id = 2'],
    },
    {
      what: 'a changed payment of a batch',
      says: /batch 2026Q1-1: its lines were changed/,
      done: ['UPDATE batch_payment SET payable = payable + 1 WHERE person_id = 2'],
    },
    {
      what: 'a deleted line of a batch',
      says: /batch 2026Q1-1: its lines were changed/,
      done: ['DELETE FROM batch_line WHERE person_id = 2'],
    },
    {
      what: "a batch's status",
      says: /batch: the row 1 .*was changed/,
      done: ["UPDATE batch SET status = 'computed' WHERE id = 1"],
    },
    {
      what: 'who approved it',
      says: /batch_step: the row 2 .*was changed/,
      done: ["UPDATE batch_step SET operator = 'zhao' WHERE id = 2"],
    },
    {
      what: 'a changed policy',
      says: /policy: the row 1 .*was changed/,
      done: ["UPDATE policy SET source = source || ' '"],
    },
  ];
  it.concurrent.each(touched)('finds $what', async ({ says, done }) => {
    const { audit, json } = await tamperedWith(...done);
    expect(audit.code).toBe(4);
    expect(audit.err).toMatch(says);
    expect(audit.err).toMatch(/changed behind the program's back/);
    expect(audit.out).toBe('');
    expect(json.code).toBe(4);
    expect(JSON.parse(json.out)).toMatchObject({ holds: false });
    expect(JSON.parse(json.out).findings.length).toBeGreaterThan(0);
  });

  // The chain vouches for what comes before an entry; nothing vouches for the last one where it sealed no rows.
  it('finds that the note of a look at private data was taken away', async () => {
    const desk = new Desk();
    copyFileSync(original.database, desk.database);
    await desk.ok(['person', 'show', '00001', '--reveal']);
    const database = new SqliteDatabase(desk.database);
    database.exec('DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)');
    database.close();
    const { code } = await desk.run(['audit', 'verify']);
    desk.clear();
    expect(code).toBe(4);
  });
});

describe('batch verify', () => {
  const touched: readonly (readonly [string, RegExp, string])[] = [
    [
      'a changed due',
      /batch_line, employee 00002/,
      'UPDATE batch_line SET due = due + 1 WHERE person_id = 2',
    ],
    [
      'a changed target',
      /batch_line, employee 00001/,
      "UPDATE batch_line SET target = target + 1 WHERE person_id = 1 AND benefit = 'subsidy'",
    ],
    ['a deleted line', /batch_line, employee 00002/, 'DELETE FROM batch_line WHERE person_id = 2'],
    [
      'a changed payment',
      /batch_payment, employee 00002/,
      'UPDATE batch_payment SET payable = payable * 2 WHERE person_id = 2',
    ],
    [
      'a claim no longer refused',
      /batch_block, employee 00004/,
      "UPDATE batch_block SET refused = '[]'",
    ],
    [
      'a changed amount of a claim it holds',
      /employee 00002/,
      'UPDATE claim SET pool_self_pay = pool_self_pay + 10000 WHERE id = 2',
    ],
  ];
  it.concurrent.each(touched)('names the employee of %s', async (_what, says, statement) => {
    const { batch } = await tamperedWith(statement);
    expect(batch.code).toBe(4);
    expect(batch.err).toMatch(/2026Q1-1 does not hold\. First difference/);
    expect(batch.err).toMatch(says);
  });

  it('names the employee of an added payment', async () => {
    const { batch } = await tamperedWith(
      "INSERT INTO batch_payment VALUES (1, 3, 'mutual-aid', 100, 0, 100)",
    );
    expect(batch.err).toMatch(/batch_payment, employee 00003/);
    expect(batch.code).toBe(4);
  });
});
