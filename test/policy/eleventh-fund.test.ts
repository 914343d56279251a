import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookEntries, type FundJson, grantApproved, grantPaid } from '../ledger/books.ts';
import { approver, csvOf, Office } from '../office.ts';
import { idOf } from '../people/people.ts';
import { xishan } from '../plain-policy.ts';
import { added } from './eleventh.ts';
import { changed } from './sample.ts';

/*
 * A new fund, a new class of hardship, a new rank of official, a new role of operator: each an entry of the policy
 * file, and no code. The file is the Xishan policy with text added; everything here is asked of the program as it is.
 */

const units = [
  { code: 'G0', name: '集团工会', level: 'group', parent: null },
  { code: 'M1', name: '青石沟矿', level: 'mine', parent: 'G0' },
];
const inHardship = {
  ...{ employee_no: '000101', name: '王建国', id_no: idOf(101), category: 'active', unit: 'M1' },
};

let folder: string;
let policy: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relief-eleventh-'));
  policy = join(folder, 'eleventh.yaml');
  const text = added.reduce(
    (yaml, [before, entry]) => changed(yaml, before, entry + before),
    readFileSync(xishan, 'utf8'),
  );
  writeFileSync(policy, text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Begins under the Xishan policy as it comes.
let office: Office;
beforeEach(async () => {
  office = await Office.open('2026-07-01', xishan);
});
afterEach(() => office.close());

const use = () => office.done('policy', 'use', policy, '--yes');
const zh = (...argv: string[]) => office.done(...argv, '--lang', 'zh');
const deposit = () =>
  office.json<{ entry: number; balance: string }>(
    ...['fund', 'deposit', '临时物价补贴', '--source', 'appropriation', '--amount', '5000'],
    ...['--on', '2026-06-30'],
  );

describe('an eleventh fund', () => {
  it('is accepted, and told as what is new', async () => {
    await office.done('policy', 'check', policy);
    const changes = await office.json<{ path: string; after: string }[]>('policy', 'diff', policy);
    const after = new Map(changes.map((one) => [one.path.replace('2006-01-01 ', ''), one.after]));
    expect([...after.keys()].every((path) => /price-subsidy|edge|crew|clerk/.test(path))).toBe(
      true,
    );
    expect(after.get('funds.price-subsidy.limits.per_grant')).toBe('200.00');
    expect(after.get('funds.price-subsidy.kept_at')).toBe('mine');
    expect(after.get('hardship.classes.edge.income_per_head')).toBe('2000.00');
    expect(after.get('pairing.ranks.crew.title.zh')).toBe('班组长');
    expect(after.get('roles.clerk.may')).toBe('record');
    await use();
    expect(await office.json('policy', 'diff', policy)).toEqual([]);
  });

  it('is unknown before it is in force', async () => {
    const { code, err } = await office.relief('fund', 'show', 'price-subsidy');
    expect([code, err]).toEqual([3, expect.stringContaining('"price-subsidy" is not known')]);
  });

  it('stands in the policy, in both languages', async () => {
    await use();
    const said = await zh('policy', 'show');
    for (const name of [
      '基金：临时物价补贴',
      '边缘困难',
      '班组长（crew）',
      '帮扶站内勤（clerk）',
    ]) {
      expect(said).toContain(name);
    }
    expect(await office.done('policy', 'show')).toMatch(
      /fund: temporary price subsidy[\s\S]*edge of hardship[\s\S]*crew leader[\s\S]*clerk of the post/,
    );
  });

  it('has books: it is listed, shown, paid into and exported', async () => {
    await use();
    const codes = (await office.json<FundJson[]>('fund', 'list')).map(({ fund }) => fund);
    expect(codes).toHaveLength(11);
    expect(codes.at(-1)).toBe('price-subsidy');
    expect(await zh('fund', 'list')).toContain('临时物价补贴');
    expect(await deposit()).toMatchObject({ fund: 'price-subsidy', balance: '5000.00' });
    const grant = { fund: 'price-subsidy', key: '1', on: '2026-07-01', amount: 20_000 };
    await bookEntries(office, [grantApproved(grant), grantPaid(grant)]);
    expect(await office.json('fund', 'show', 'price-subsidy')).toMatchObject({
      ...{ balance: '4800.00', spent: '200.00' },
      rules: { kept_at: 'mine', way: 'grant', limits: { per_grant: '200.00', times_a_year: 2 } },
    });
    expect(await zh('fund', 'show', '临时物价补贴')).toMatch(
      /临时物价补贴[\s\S]*4,800.00[\s\S]*矿厂[\s\S]*每次 200.00 元、每年 2 次[\s\S]*物价部门通知/,
    );
    expect(await zh('fund', 'statement', 'price-subsidy')).toContain('救助付款');
    expect(await zh('ledger', 'list', '--fund', '临时物价补贴')).toContain('临时物价补贴');
    expect(await office.done('ledger', 'show', '1')).toContain('temporary price subsidy');
    expect(await office.done('ledger', 'export')).toContain('assets:cash:price-subsidy  5000.00');
    await office.done('fund', 'budget', 'price-subsidy', '--amount', '100');
    expect(await zh('fund', 'budget', 'price-subsidy')).toContain('临时物价补贴 2026 年预算');
  });

  it('keeps its books when a later policy drops it', async () => {
    await use();
    await deposit();
    await office.done('policy', 'use', xishan, '--yes');
    const last = (await office.json<FundJson[]>('fund', 'list')).at(-1);
    expect(last).toMatchObject({ fund: 'price-subsidy', balance: '5000.00' });
    expect(await office.done('fund', 'statement', 'price-subsidy')).toContain('5,000.00');
    expect(await office.done('ledger', 'list', '--fund', 'price-subsidy')).toContain('5,000.00');
  });

  it('grants: applied for by a family of the new class, approved, paid, booked and told', async () => {
    await use();
    await office.import('unit', csvOf(units));
    await office.import('person', csvOf([inHardship]));
    await deposit();
    const opened = await office.json(
      ...['hardship', 'open', '--employee-no', '000101', '--cause', 'low-income'],
      ...['--income', '22000', '--rigid-expenses', '0', '--opened-on', '2026-06-01'],
    );
    expect(opened).toMatchObject({ class: 'edge' });
    expect(await zh('hardship', 'list')).toContain('边缘困难');
    const { grant } = await office.json<{ grant: number }>(
      ...['grant', 'apply', '--fund', '临时物价补贴', '--employee-no', '000101', '--amount', '200'],
      ...['--purpose', '物价上涨', '--evidence', '物价部门通知', '--at', 'M1'],
    );
    await office.done('grant', 'approve', String(grant), '--as', approver, '--yes');
    await office.done('grant', 'pay', String(grant), '--yes');
    expect(await office.json('fund', 'show', 'price-subsidy')).toMatchObject({
      ...{ balance: '4800.00', payable: '0.00', spent: '200.00' },
    });
    expect(await zh('grant', 'list')).toContain('临时物价补贴');
    expect(await zh('ledger', 'list', '--person', '000101')).toMatch(/救助付款[\s\S]*救助批准/);
    expect((await office.relief('audit', 'verify')).code).toBe(0);
  });
});

describe('a rank of official and a role of operator more', () => {
  it('are taken by their names, and do what the policy says', async () => {
    await use();
    await office.import('unit', csvOf(units));
    const official = await zh(
      'official',
      'add',
      '--name',
      '刘志强',
      '--rank',
      '班长',
      '--unit',
      'M1',
    );
    expect(official).toContain('刘志强');
    expect(await zh('official', 'list')).toContain('班组长');
    const add = (name: string, unit: string, role: string) =>
      office.done('operator', 'add', '--name', name, '--unit', unit, '--role', role);
    await add('陈秀英', 'G0', 'administrator');
    await office.done(
      ...['operator', 'add', '--name', '王文书', '--unit', 'M1', '--role', '帮扶站内勤'],
      ...['--as', '陈秀英'],
    );
    expect(await zh('operator', 'list', '--as', '陈秀英')).toContain('帮扶站内勤');
    // A clerk may record and nothing else.
    const clerk = ['--as', '王文书'];
    const recorded = ['official', 'add', '--name', '李明', '--rank', 'crew', '--unit', 'M1'];
    expect(await office.relief(...recorded, ...clerk)).toMatchObject({ code: 0 });
    expect(await office.relief('policy', 'use', xishan, '--yes', ...clerk)).toMatchObject({
      code: 4,
    });
  });
});
