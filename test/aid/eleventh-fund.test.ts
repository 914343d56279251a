import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainPolicy } from '../plain-policy.ts';
import { officeOfFamilies, people } from './families.ts';
import { apply, approve, done, show, tryApply } from './grants.ts';

const flood = `
      flood:
        title: {en: flood relief, zh: 水灾救助金}
        kept_at: section
        way: grant
        for: [active]
        limits: {per_grant: 3000.00, per_year: 4000.00, times_a_year: 2}
        evidence: [{en: photographs, zh: 受灾照片}]
        assumption: {en: For a house under water., zh: 住房被淹的。}
`;

test('an eleventh fund is a policy entry and no code', async () => {
  const office = await officeOfFamilies({ shortfall: 'allow' });
  const policy = join(office.folder, 'eleven.yaml');
  const text = readFileSync(plainPolicy(), 'utf8');
  writeFileSync(policy, text.replace('\n    funds:\n', `\n    funds:${flood}`));
  await office.done('policy', 'use', policy, '--yes');
  const given = { amount: '3000', purpose: '住房被淹', evidence: '受灾照片' };
  const id = await apply(office, '水灾救助金', given);
  expect(await show(office, id)).toMatchObject({ fund: 'flood', at: 'M1S1' });
  await approve(office, id);
  await done(office, 'pay', id);
  const left = (await tryApply(office, 'flood', given)).err;
  expect(left).toContain('"flood relief" grants at most 4,000.00 yuan in 2026');
  expect(left).toContain('there are 1,000.00 yuan left');
  await apply(office, 'flood', { ...given, amount: '1000' });
  expect((await tryApply(office, 'flood', { ...given, amount: '1' })).err).toContain(
    '2 times a year',
  );
  const wrong = { ...given, employee_no: people.retired };
  expect(await tryApply(office, 'flood', wrong)).toMatchObject({ code: 4 });
  expect(await office.done('grant', 'list', '--fund', 'flood')).toContain('flood relief');
  office.close();
});
