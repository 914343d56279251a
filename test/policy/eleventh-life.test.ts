import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approver, csvOf, Office } from '../office.ts';
import { idOf } from '../people/people.ts';
import { xishan } from '../plain-policy.ts';
import { added } from './eleventh.ts';
import { changed } from './sample.ts';

let office: Office;
beforeAll(async () => {
  office = await Office.open('2026-07-01', xishan);
  const policy = join(office.folder, 'eleventh.yaml');
  const text = added.reduce(
    (yaml, [before, entry]) => changed(yaml, before, entry + before),
    readFileSync(xishan, 'utf8'),
  );
  writeFileSync(policy, text);
  await office.done('policy', 'use', policy, '--yes');
  await live(office);
}, 60_000);
afterAll(() => office.close());

const asked = (amount: string) => [
  ...['--fund', 'price-subsidy', '--employee-no', '000101', '--amount', amount],
  ...['--purpose', '物价上涨', '--evidence', '物价部门通知', '--as', '李调度'],
];

/** A family of the fourth class is helped from the eleventh fund, and paired with an official of the fourth rank. */
async function live(office: Office): Promise<void> {
  await office.import(
    'unit',
    csvOf([
      { code: 'G0', name: '晋岭集团', level: 'group', parent: '' },
      { code: 'M1', name: '青石沟矿', level: 'mine', parent: 'G0' },
      { code: 'M1S1', name: '综采一队', level: 'section', parent: 'M1' },
    ]),
  );
  const person = { name: '王建国', id_no: idOf(1), category: 'active', unit: 'M1S1' };
  await office.import('person', csvOf([{ employee_no: '000101', ...person }]));
  const money = ['--source', 'appropriation', '--amount', '5000', '--on', '2026-06-30'];
  await office.done('fund', 'deposit', 'price-subsidy', ...money);
  await office.done(
    ...['hardship', 'open', '--employee-no', '000101', '--cause', 'low-income'],
    ...['--income', '22000', '--rigid-expenses', '0', '--opened-on', '2026-06-01'],
  );
  for (const [grant, amount] of [
    ['1', '200'],
    ['2', '100'],
  ] as const) {
    await office.done('grant', 'apply', ...asked(amount));
    await office.done('grant', 'endorse', grant, '--opinion', '情况属实', '--as', '周建华');
    await office.done('grant', 'approve', grant, '--as', approver);
  }
  await office.done('grant', 'pay', '1');
  await office.done('official', 'add', '--name', '刘志强', '--rank', 'crew', '--unit', 'M1');
  await office.done(
    'pairing',
    'add',
    '--official',
    '刘志强',
    '--employee-no',
    '000101',
    '--from',
    '2026-06-10',
  );
  await office.done(
    'visit',
    'add',
    '--official',
    '刘志强',
    '--employee-no',
    '000101',
    '--on',
    '2026-06-20',
    '--done',
    '送去慰问品',
  );
}
/** Everything that tells of the family and its help, of the new fund, class and rank among it. */
const told = [
  ...['grant list', 'grant show 1', 'grant show 2', 'hardship list', 'hardship show 000101'],
  ...['official list', 'official show 刘志强', 'pairing list', 'pairing show 1', 'pairing figures'],
  ...['pairing missing', 'visit list', 'visit overdue', 'person show 000101', 'aid find', 'daily'],
  ...['person history 000101', 'report fund', 'report unit', 'report level', 'report category'],
  ...['report source', 'fund statement price-subsidy', 'fund outstanding', 'ledger list'],
  ...['ledger show 1', 'ledger show 2', 'recognition list', 'family list', 'request list'],
].map((line) => line.split(' '));

const titles = {
  en: ['temporary price subsidy', 'edge of hardship', 'crew leader'],
  zh: ['临时物价补贴', '边缘困难', '班组长'],
} as const;

describe('what a policy file alone adds', () => {
  it.each(['en', 'zh'] as const)('is told by its title, never by its code: %s', async (lang) => {
    const said: string[] = [];
    for (const argv of told) {
      const { out, err } = await office.relief(...argv, '--lang', lang);
      said.push(out, err);
      const bare = (out + err).replaceAll(/edge of hardship|crew leader/g, '');
      expect([argv.join(' '), /.*(price-subsidy|\bedge\b|\bcrew\b).*/.exec(bare)?.[0]]).toEqual([
        argv.join(' '),
        undefined,
      ]);
    }
    for (const title of titles[lang]) expect(said.join('\n')).toContain(title);
  });

  it('is counted in the reports', async () => {
    type Report = { readonly rows: readonly Readonly<Record<string, unknown>>[] };
    const { rows } = await office.json<Report>('report', 'fund');
    const row = rows.find(({ fund }) => fund === 'price-subsidy');
    expect(row).toMatchObject({ helped: 2, persons: 1, families: 1, amount: '300.00' });
  });

  it('is refused beyond its limit, in its own words', async () => {
    const { code, err } = await office.relief('grant', 'apply', ...asked('50'), '--lang', 'zh');
    expect([code, err]).toEqual([4, expect.stringContaining('临时物价补贴每年')]);
  });
});

/** A way of grants and loans through a policy that knows their funds no more. */
describe('what was granted under a policy that is no longer in force', () => {
  it('is shown, listed, paid and taken back, and nothing more is approved', async () => {
    await office.done('fund', 'deposit', 'start-up', '--source', 'union', '--amount', '9000');
    for (const fund of ['start-up', 'legal-aid']) await applyTo(office, fund);
    for (const verb of ['approve', 'pay']) await office.done('grant', verb, '3', '--as', approver);
    await office.done('policy', 'use', without(office, 'start-up', 'legal-aid'), '--yes');
    expect(await office.json('grant', 'list', '--fund', 'price-subsidy')).toHaveLength(2);
    expect(await office.json('grant', 'show', '2')).toMatchObject({ state: 'approved' });
    const approved = await office.relief('grant', 'approve', '4', '--as', approver);
    expect(approved.code).toBe(4);
    expect(approved.err).toContain('the policy says nothing of how "legal aid" helps');
    await office.done('grant', 'refuse', '4', '--reason', '该项已停办', '--as', approver);
    await office.done('grant', 'withdraw', '1', '--reason', '重复发放');
    await office.done('fund', 'repay', 'price-subsidy', '--person', '000101', '--amount', '200');
    await office.done('grant', 'pay', '--fund', 'price-subsidy', '--all');
    expect(await office.json('fund', 'show', 'price-subsidy')).toMatchObject({
      ...{ balance: '4900.00', payable: '0.00', receivable: '0.00' },
    });
    expect(await office.json('loan', 'list')).toMatchObject([{ loan: 3, left: '1000.00' }]);
    await office.done('loan', 'repay', '3', '--amount', '400');
    await office.done('loan', 'write-off', '3', '--reason', '借款人去世', '--as', '李调度');
    await office.done('loan', 'approve-write-off', '3', '--as', approver);
    expect(await office.json('loan', 'fund')).toMatchObject({ repaid: '400.00', out: '0.00' });
    await office.done('audit', 'verify');
  });
});

/** A policy file without some funds, and without what {@link added} adds. */
function without(office: Office, ...funds: readonly string[]): string {
  const path = join(office.folder, 'without.yaml');
  const text = funds.reduce(
    (yaml, fund) => yaml.replace(new RegExp(`^      ${fund}:\\n(?: {8}.*\\n)+`, 'm'), ''),
    readFileSync(xishan, 'utf8'),
  );
  writeFileSync(path, text);
  return path;
}

/** An application of the family, passed up to the group. */
async function applyTo(office: Office, fund: string): Promise<void> {
  const more = fund === 'start-up' ? ['--instalments', '10'] : ['--payee', '晋岭律师事务所'];
  const { grant } = await office.json<{ grant: number }>(
    ...['grant', 'apply', '--fund', fund, '--employee-no', '000101', '--amount', '1000'],
    ...['--purpose', '困难', '--evidence', '材料', '--as', '李调度', ...more],
  );
  for (const operator of ['周建华', '赵铁柱'])
    await office.done('grant', 'endorse', String(grant), '--opinion', '属实', '--as', operator);
}
