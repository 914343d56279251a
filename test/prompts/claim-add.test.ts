import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../office.ts';
import { idOf } from '../people/people.ts';
import { officeInJuly } from './office-in-july.ts';
import { hasTerminals, type PersonAtTerminal, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await officeInJuly();
});

const seat = seatIn(() => office);
const sitDown = (lang: 'en' | 'zh', ...argv: readonly string[]) => seat(lang, argv);

const optional = {
  en: ['received on', 'own expense', 'paid from personal account', 'diagnosis', 'days in hospital'],
  zh: ['受理日期', '自费', '个人账户支付', '诊断', '住院天数'],
};

/** Types what a receipt says after its type, in order; what may stay empty stays empty. */
async function typeReceipt(
  person: PersonAtTerminal,
  lang: 'en' | 'zh',
  [no, total, paid, selfPay]: readonly [string, string, string, string],
): Promise<void> {
  const words =
    lang === 'en'
      ? ['receipt number', 'service date', 'Which hospital?', 'total amount', 'pooled-fund paid']
      : ['单据号', '发生日期', '哪家医院？', '总费用', '统筹支付'];
  await person.answer(words[0] ?? '', no);
  await person.answer(words[1] ?? '', '2026-07-01');
  await person.search(words[2] ?? '', '总医', '晋岭总医院', '北京某医院');
  await person.answer(words[3] ?? '', total);
  await person.answer(words[4] ?? '', paid);
  await person.answer(lang === 'en' ? 'pooled-segment self-pay' : '统筹段自付', selfPay);
  for (const field of optional[lang]) await person.answer(field, '');
}

const claims = () => office.json<Record<string, string>[]>('claim', 'list');
const entries = async () => (await office.json<unknown[]>('audit', 'log')).length;

describe.skipIf(!hasTerminals)('relief claim add at a terminal', () => {
  test('in English: search, faults as they are typed, the estimate, another, done', async () => {
    const person = sitDown('en', 'claim', 'add');
    await person.search('Who?', '建国', '王建国', '李秀英');
    await person.choose('receipt type', 'inpatient');
    await person.answerWrongly('receipt number', '', 'receipt number is needed');
    await person.answerWrongly('receipt number', '1.40105E+17', 'receipt number "1.40105E+17"');
    await person.answer('receipt number', 'ZY-001');
    await person.answerWrongly('service date', '2026-02-30', '"2026-02-30"');
    await person.answerWrongly('service date', 'yesterday', '"yesterday"');
    await person.answer('service date', '2026年7月1日');
    await person.search('Which hospital?', '晋岭', '晋岭总医院', '北京某医院');
    await person.answerWrongly('total amount', '90oo', '"90oo"');
    await person.answerWrongly('total amount', '9000.001', '"9000.001"');
    await person.answerWrongly('total amount', '-9000', '"-9000"');
    await person.answer('total amount', '￥9,000.00');
    await person.answer('pooled-fund paid', '５０００');
    await person.answer('pooled-segment self-pay', '3000');
    for (const field of optional.en) await person.answer(field, '');

    const summary = await person.see('? Save this receipt?');
    for (const text of ['王建国', 'ZY-001', '2026-07-01', '晋岭总医院', '9,000.00', '5,000.00']) {
      expect(summary).toContain(text);
    }
    expect(summary).toContain('What it will pay');
    expect(summary).toContain('In 2026Q3 this receipt adds subsidy 1,200.00.');
    expect(await claims()).toEqual([]);
    await person.answer('Save this receipt?', 'y');
    await person.see('Entered as claim 1.');

    await person.choose('What next?', 'another receipt for 王建国');
    await person.choose('receipt type', 'special examination');
    await typeReceipt(person, 'en', ['TJ-002', '600', '50', '500']);
    expect(await person.see('? Save this receipt?')).toContain('adds subsidy 300.00.');
    await person.answer('Save this receipt?', '');
    await person.see('Entered as claim 2.');

    await person.choose('What next?', 'another receipt for someone else');
    await person.search('Who?', '000203', '赵铁柱', '王建国');
    await person.choose('receipt type', 'inpatient');
    await typeReceipt(person, 'en', ['ZY-003', '600', '50', '500']);
    expect(await person.see('? Save this receipt?')).toContain('not enrolled in the service year');
    await person.answer('Save this receipt?', 'y');
    await person.see('Entered as claim 3.');
    await person.choose('What next?', 'done');
    expect(await person.ended()).toBe(0);

    const saved = (await claims()).map(
      (claim) => `${claim['employee_no']} ${claim['receipt_no']} ${claim['pool_self_pay']}`,
    );
    expect(saved).toEqual([
      '000203 ZY-003 500.00',
      '000101 TJ-002 500.00',
      '000101 ZY-001 3000.00',
    ]);
  });

  test('in Chinese: the same, the person found by ID number', async () => {
    const person = sitDown('zh', 'claim', 'add');
    await person.search('哪一位？', idOf(101), '王建国', '李秀英');
    await person.choose('单据类型', '住院费用结算单');
    await person.answerWrongly('单据号', '', '请填写单据号');
    await person.answer('单据号', 'ZY-001');
    await person.answerWrongly('发生日期', '2026/2/30', '“2026/2/30”');
    await person.answer('发生日期', '20260701');
    await person.search('哪家医院？', '总', '晋岭总医院', '北京某医院');
    await person.answerWrongly('总费用', '九千', '“九千”');
    await person.answer('总费用', '9000元');
    await person.answer('统筹支付', '5000');
    await person.answer('统筹段自付', '3000');
    for (const field of optional.zh) await person.answer(field, '');
    const summary = await person.see('? 保存这张单据？');
    expect(summary).toContain('预计报销');
    expect(summary).toContain('这张单据在 2026Q3 结算时增加：补助 1,200.00 元。');
    await person.answer('保存这张单据？', 'y');
    await person.see('已录入，编号 1。');
    await person.choose('接下来做什么？', '继续录入王建国的单据');
    await person.choose('单据类型', '特检费用报销单');
    await typeReceipt(person, 'zh', ['TJ-002', '600', '50', '500']);
    await person.answer('保存这张单据？', 'y');
    await person.see('已录入，编号 2。');
    await person.choose('接下来做什么？', '结束');
    expect(await person.ended()).toBe(0);
    expect(await claims()).toHaveLength(2);
  });

  test('with some options asks for the others alone', async () => {
    const person = sitDown(
      'en',
      'claim',
      'add',
      '--employee-no',
      '000102',
      '--hospital',
      '晋岭总医院',
    );
    await person.choose('receipt type', 'chronic outpatient');
    await person.answer('receipt number', 'MZ-1');
    await person.answer('service date', '2026-07-01');
    await person.answer('total amount', '100');
    await person.answer('pooled-fund paid', '60');
    await person.answer('pooled-segment self-pay', '40');
    for (const field of optional.en) await person.answer(field, '');
    const summary = await person.see('? Save this receipt?');
    expect(summary).toContain('no chronic disease recognised on the service date');
    await person.answer('Save this receipt?', 'y');
    await person.choose('What next?', 'done');
    expect(await person.ended()).toBe(0);
  });

  test('asks again where the parts exceed the total, the answers standing', async () => {
    const person = sitDown('en', 'claim', 'add');
    await person.search('Who?', '建国', '王建国', '李秀英');
    await person.choose('receipt type', 'inpatient');
    await typeReceipt(person, 'en', ['ZY-001', '7000', '5000', '3000']);
    await person.see('more than the total amount 7000.00');
    await person.choose('receipt type', 'inpatient');
    for (const field of ['receipt number', 'service date']) {
      await person.see(`? ${field}`);
      person.type('\r');
    }
    await person.answer('total amount', '8000');
    for (const field of ['pooled-fund paid', 'pooled-segment self-pay', ...optional.en]) {
      await person.see(`? ${field}`);
      person.type('\r');
    }
    await person.answer('Save this receipt?', 'y');
    await person.see('Entered as claim 1.');
    person.interrupt();
    await person.ended();
    expect(await claims()).toMatchObject([{ receipt_no: 'ZY-001', total_amount: '8000.00' }]);
  });
});

const zy001 = [
  ...['claim', 'add', '--employee-no', '000101', '--receipt-type', 'inpatient'],
  ...['--receipt-no', 'ZY-001', '--service-date', '2026-07-01', '--hospital', '晋岭总医院'],
  ...['--total-amount', '9000', '--pool-paid', '5000', '--pool-self-pay', '3000'],
];

describe.skipIf(!hasTerminals)('nothing is saved', () => {
  test.each([
    ['en', 'total amount', 'stopped; what was not yet confirmed was not saved'],
    ['zh', '总费用', '已中止；尚未确认的内容没有保存'],
  ] as const)('by Ctrl-C in the middle (%s)', async (lang, question, line) => {
    const before = await entries();
    const given = zy001.slice(0, -6);
    const person = sitDown(lang, ...given);
    await person.see(`? ${question}`);
    person.interrupt();
    expect(await person.ended()).toBe(4);
    expect(person.seen).toContain(line);
    expect(person.seen).not.toMatch(/\bat .*:\d+:\d+/);
    expect(await claims()).toEqual([]);
    expect(await entries()).toBe(before);
  });

  test.each([
    ['in a search', []],
    ['in a list', ['--employee-no', '000101']],
  ])('by Ctrl-C %s', async (_where, given) => {
    const person = sitDown('en', 'claim', 'add', ...given);
    await person.see('⏎');
    person.interrupt();
    expect(await person.ended()).toBe(4);
    expect(person.seen).toContain('stopped; what was not yet confirmed was not saved');
    expect(await claims()).toEqual([]);
  });

  test.each([
    [
      'by Ctrl-C before it is confirmed',
      '\x03',
      'stopped; what was not yet confirmed was not saved',
    ],
    ['by a no', 'n\r', 'left as it was'],
  ])('%s', async (_how, keys, line) => {
    const person = sitDown('en', ...zy001.slice(0, -2));
    await person.answer('pooled-segment self-pay', '3000');
    for (const field of optional.en) await person.answer(field, '');
    await person.see('? Save this receipt?');
    person.type(keys);
    expect(await person.ended()).toBe(4);
    expect(person.seen).toContain(line);
    expect(await claims()).toEqual([]);
  });

  test('of the second by Ctrl-C; the first one stays', async () => {
    const person = sitDown('en', ...zy001.slice(0, -2));
    await person.answer('pooled-segment self-pay', '3000');
    for (const field of optional.en) await person.answer(field, '');
    await person.answer('Save this receipt?', 'y');
    await person.choose('What next?', 'another receipt for 王建国');
    await person.choose('receipt type', 'inpatient');
    await person.answer('receipt number', 'ZY-002');
    await person.see('? service date');
    person.interrupt();
    expect(await person.ended()).toBe(4);
    expect(await claims()).toMatchObject([{ receipt_no: 'ZY-001' }]);
  });
});

describe.skipIf(!hasTerminals)('a receipt entered twice', () => {
  test.each(['en', 'zh'] as const)(
    'with other content is said before saving (%s)',
    async (lang) => {
      await office.done(...zy001);
      const person = sitDown(lang, ...zy001.slice(0, -2));
      await person.answer(lang === 'en' ? 'pooled-segment self-pay' : '统筹段自付', '2999');
      for (const field of optional[lang]) await person.answer(field, '');
      const said =
        lang === 'en'
          ? 'receipt ZY-001 (inpatient) is there already as claim 1 with other content'
          : '单据 ZY-001（住院费用结算单）已经录入（编号 1），但内容不同';
      const seen = await person.see(said);
      expect(seen).toContain('3000.00');
      expect(seen).toContain('2999.00');
      expect(seen).not.toContain(lang === 'en' ? 'Save this receipt?' : '保存这张单据？');
      // It asks again, for the mended receipt.
      await person.see(lang === 'en' ? '? pooled-segment self-pay' : '? 统筹段自付');
      person.interrupt();
      expect(await person.ended()).toBe(4);
      expect(await claims()).toMatchObject([{ pool_self_pay: '3000.00' }]);
    },
  );

  test('with the same content is said before it asks whether to save', async () => {
    await office.done(...zy001);
    const person = sitDown('en', ...zy001.slice(0, -2));
    await person.answer('pooled-segment self-pay', '3000');
    for (const field of optional.en) await person.answer(field, '');
    const seen = await person.see('This receipt is there already, the same, as claim 1.');
    expect(seen).not.toContain('Save this receipt?');
    expect(await claims()).toHaveLength(1);
  });
});

/** Types the receipt of ZY-001 again under another number, up to the question what it is. */
async function typeLookalike(person: PersonAtTerminal, lang: 'en' | 'zh'): Promise<string> {
  await person.answer(lang === 'en' ? 'pooled-segment self-pay' : '统筹段自付', '3000');
  for (const field of optional[lang]) await person.answer(field, '');
  return person.see(lang === 'en' ? '? Is it the same receipt?' : '? 是同一张单据吗？');
}

const zy002 = zy001.slice(0, -2).map((word) => (word === 'ZY-001' ? 'ZY-002' : word));

describe.skipIf(!hasTerminals)('a receipt that looks like one that is there', () => {
  beforeEach(async () => {
    await office.done(...zy001);
  });

  test('is told before it is saved, and entered held', async () => {
    const person = sitDown('en', ...zy002);
    const seen = await typeLookalike(person, 'en');
    expect(seen).toContain('It may be the same receipt as claim 1: inpatient ZY-001 of 2026-07-01');
    expect(seen).toContain('Same hospital, service date and total amount.');
    expect(seen).not.toContain('Save this receipt?');
    await person.choose('Is it the same receipt?', 'not sure');
    await person.see('Entered as claim 2, held');
    await person.choose('What next?', 'done');
    expect(await person.ended()).toBe(0);
    expect(await claims()).toMatchObject([
      { state: 'held', state_reason: 'possible-duplicate:1' },
      { state: 'open' },
    ]);
  });

  test('is entered open where it is another one, with the reason', async () => {
    const person = sitDown('zh', ...zy002);
    const seen = await typeLookalike(person, 'zh');
    expect(seen).toContain('可能与编号 1 的单据是同一张：2026-07-01 住院费用结算单 ZY-001');
    await person.choose('是同一张单据吗？', '是另一张');
    await person.answerWrongly('为什么是另一张', '', '请填写为什么是另一张');
    await person.answer('为什么是另一张', '当天住院两次');
    await person.see('已录入，编号 2。');
    await person.choose('接下来做什么？', '结束');
    expect(await person.ended()).toBe(0);
    expect(await claims()).toMatchObject([{ state: 'open' }, { state: 'open' }]);
    const [entry] = await office.json<{ detail: string }[]>('audit', 'log');
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({
      ...{ not_duplicate_of: 1, reason: '当天住院两次' },
    });
  });

  test('is not entered where it is the same one; the next one can be', async () => {
    const person = sitDown('en', ...zy002);
    await typeLookalike(person, 'en');
    await person.choose('Is it the same receipt?', 'it is the same one');
    await person.see('Not entered.');
    await person.choose('What next?', 'another receipt for 王建国');
    await person.see('? receipt type');
    person.interrupt();
    expect(await person.ended()).toBe(4);
    expect(await claims()).toHaveLength(1);
  });

  test('is not entered by Ctrl-C in the question', async () => {
    const person = sitDown('en', ...zy002);
    await typeLookalike(person, 'en');
    await person.see('⏎');
    person.interrupt();
    expect(await person.ended()).toBe(4);
    expect(await claims()).toHaveLength(1);
  });

  test('is not asked about where the command says that it is another one', async () => {
    const person = sitDown('en', ...zy002, '--not-duplicate', '当天住院两次');
    await person.answer('pooled-segment self-pay', '3000');
    for (const field of optional.en) await person.answer(field, '');
    await person.answer('Save this receipt?', 'y');
    await person.see('Entered as claim 2.');
    await person.choose('What next?', 'done');
    expect(await person.ended()).toBe(0);
  });

  test('is asked why it is another one when it is released', async () => {
    await office.done(...zy002, '--pool-self-pay', '3000');
    const person = sitDown('en', 'claim', 'release', 'ZY-002');
    await person.answer('why it is another receipt', '当天住院两次');
    await person.see('Claim 2 (ZY-002) is now: open.');
    expect(await person.ended()).toBe(0);
  });
});
