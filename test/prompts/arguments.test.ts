import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../office.ts';
import { claimsFile } from '../run.ts';
import { officeInJuly } from './office-in-july.ts';
import { hasTerminals, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await officeInJuly();
  await office.import(
    'claim',
    claimsFile(
      '000101,inpatient,ZY-1,2026-02-01,晋岭总医院,9000,4000,5000,2026-02-10',
      '000101,inpatient,ZY-2,2026-05-01,晋岭总医院,9000,4000,3000,2026-05-10',
    ),
  );
});

const seat = seatIn(() => office);
const sitDown = (lang: 'en' | 'zh', ...argv: readonly string[]) => seat(lang, argv);

describe.skipIf(!hasTerminals)('an argument that is missing is asked for', () => {
  test('a person, by search', async () => {
    const person = sitDown('zh', 'person', 'show');
    await person.search('哪一位？', '000102', '李秀英', '王建国');
    await person.see('李秀英');
    expect(await person.ended()).toBe(0);
  });

  test('a person, pasted with the line end: never one whom the text does not fit', async () => {
    const question = '哪一位？（工号、姓名或身份证号）';
    const person = sitDown('zh', 'person', 'show');
    await person.see('赵铁柱');
    person.type('0001\r');
    await person.see('请从列表中选定');
    await person.see('赵铁柱');
    person.type('没有这个人');
    await person.see('> 没有找到，请换个写法');
    person.interrupt();
    expect(await person.ended()).toBe(4);
    const again = sitDown('zh', 'person', 'show');
    await again.see('赵铁柱');
    again.type('000203\r');
    expect(await again.see('工号      ')).toContain(`✔ ${question} 000203  赵铁柱`);
    expect(await again.ended()).toBe(0);
    expect(again.seen).toContain('姓名      赵铁柱');
  });

  test('a claim, by its person and from a list', async () => {
    const person = sitDown('en', 'claim', 'hold', '--reason', '票据存疑');
    await person.search('Who?', '000101', '王建国', '李秀英');
    await person.choose('which receipt?', 'ZY-1');
    await person.see('ZY-1');
    expect(await person.ended()).toBe(0);
    expect(await office.json('claim', 'show', 'ZY-1')).toMatchObject({ state: 'held' });
  });

  test('a claim of somebody who has none: told', async () => {
    const person = sitDown('en', 'explain', 'claim');
    await person.search('Who?', '000203', '赵铁柱', '王建国');
    await person.see('赵铁柱, employee number 000203, has no receipts');
    expect(await person.ended()).toBe(3);
  });

  test('a batch and a person, one after the other', async () => {
    for (const quarter of ['2026Q1', '2026Q2']) await office.settle(quarter);
    const person = sitDown('zh', 'batch', 'verify');
    await person.choose('哪个批次？', '2026Q1-1  已批准');
    await person.see('2026Q1-1 核验无误');
    expect(await person.ended()).toBe(0);
  });

  test('a fund, from those of the policy', async () => {
    const person = sitDown('zh', 'fund', 'statement');
    await person.choose('哪项基金？', '中小学助学金');
    await person.see('期末余额');
    expect(await person.ended()).toBe(0);
  });

  test.each([
    ['en', 'relief batch show: there is nothing to choose from now'],
    ['zh', 'relief batch show：现在没有可选的记录'],
  ] as const)(
    'in %s: what there is none of is told, and so is what cannot be chosen',
    async (lang, said) => {
      const person = sitDown(lang, 'batch', 'show');
      await person.see(said);
      expect(await person.ended()).toBe(3);
      const file = sitDown(lang, 'batch', 'result');
      await file.see('<file>');
      expect(await file.ended()).toBe(2);
    },
  );
});

test.each([
  ['en', 'missing: <claim>'],
  ['zh', '缺少参数 <claim>（'],
])('without a terminal it is named, in %s', async (lang, said) => {
  const { code, err } = await office.relief('claim', 'show', '--lang', lang);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});
