import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { slipSheet } from '../../src/mutual-aid/batch/paper/slip-view.ts';
import { listedUnits } from '../../src/mutual-aid/batch/paper/unit-order.ts';
import { type FundSums, sideSum, voucherLines } from '../../src/mutual-aid/batch/paper/voucher.ts';
import { writeAnnouncement } from '../../src/mutual-aid/batch/paper/write-announcement.ts';
import { findBatch } from '../../src/mutual-aid/batch/store.ts';
import { paymentsOf } from '../../src/mutual-aid/payment.ts';
import type { StoredUnit } from '../../src/organisation/store.ts';
import { hasOfficeSuite, throughOfficeSuite } from '../io/office-suite.ts';
import { approver, csvOf, Office } from '../office.ts';
import { plainPolicy } from '../plain-policy.ts';
import { xishan } from './policy-fixture.ts';

let office: Office;
let out: string;

const people = [
  ['00045', '王小明', '140107197208220014', 'S1', '6222021234567890123'],
  ['00046', '欧阳娜娜', '140107197208220022', 'S1', '0123456789012345678'],
  ['00047', '<b>李&"红"', '140107197208220030', 'M1', ''],
  ['00048', '张伟', '140107197208220049', 'S2', '6222029876543210987'],
  ['00049', '陈平', '140107197208220057', 'G', '6222020000000000001'],
] as const;

/** A receipt that pays half of what is above 1,000. */
const claim = (employee_no: string, receipt_no: string, pool_self_pay: string, month = '02') => ({
  ...{ employee_no, receipt_type: 'inpatient', receipt_no, service_date: `2026-${month}-01` },
  ...{ hospital: '总医院', total_amount: '30000.00', pool_paid: '10000.00', pool_self_pay },
  received_on: `2026-${month}-10`,
});

beforeEach(async () => {
  office = await Office.open('2026-07-05');
  out = join(office.folder, 'paper');
  await office.import(
    'unit',
    'code,name,level,parent\nG,集团,group,\nM1,一矿,mine,G\nM2,二矿,mine,G\nS1,采煤队,section,M1\nS2,掘进队,section,M2',
  );
  const persons = people.map(([employee_no, name, id_no, unit, bank_account]) => ({
    ...{ employee_no, name, id_no, category: 'active', unit, bank_account },
  }));
  const counts = await office.import('person', csvOf(persons));
  expect(counts['rejected']).toBe(0);
  const enrolled = people.map(([employee_no]) => ({ employee_no, from_year: 2026, to_year: 2026 }));
  await office.import('enrolment', csvOf(enrolled));
  await office.import('hospital', 'name,designated\n总医院,yes');
  await office.import(
    'recognition',
    'employee_no,kind,detail,from,to\n00048,hardship,低保,2026-01-01,\n00048,serious-illness,肿瘤,2026-01-01,',
  );
  await office.import(
    'claim',
    csvOf([
      claim('00045', 'ZY-1', '3000.00'),
      claim('00046', 'ZY-2', '2000.02'),
      claim('00047', 'ZY-3', '5000.00'),
      claim('00048', 'ZY-4', '12345.67'),
      claim('00049', 'ZY-5', '800.00'),
    ]),
  );
});
afterEach(() => office.close());

const print = (...argv: string[]) => office.done('batch', 'print', ...argv, '--to', out);
const read = (name: string) => readFileSync(join(out, name), 'utf8');
const sheets = (document: string) => document.split('<section ').slice(1);
const text = (markup: string) =>
  markup.replace(/<style>[\s\S]*<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the announcement', () => {
  beforeEach(() => office.settle('2026Q1'));

  test('has a list for the group, each mine and each section, with its totals', async () => {
    await print('2026Q1-1', 'announcement', '--lang', 'zh');
    const lists = sheets(read('2026Q1-1-announcement.html')).map(text);
    expect(lists.map((list) => /> (\S+) /.exec(list)?.[1])).toEqual([
      ...['集团', '一矿', '采煤队', '二矿', '掘进队'],
    ]);
    expect(lists.map((list) => /合计 (\d+) 人 ([\d.,]+)/.exec(list)?.slice(1))).toEqual([
      ...[
        ['4', '15,049.39'],
        ['3', '3,500.01'],
        ['2', '1,500.01'],
        ['1', '11,549.38'],
        ['1', '11,549.38'],
      ],
    ]);
    expect(lists[2]).toContain('1 ***45 王*明 采煤队 补助 1,000.00');
    expect(lists[2]).toContain('2 ***46 欧**娜 采煤队 补助 500.01');
    expect(lists[3]).toContain('***48 张* 掘进队 补助、大病救助 11,549.38');
    expect(lists[2]).toContain('公示期为 5 天，自 2026年7月5日 起至 2026年7月9日 止');
    expect(lists[2]).toContain('向采煤队帮扶点或一矿帮扶站反映');
    expect(lists[0]).toContain('向集团帮扶中心反映');
  });

  test('tells nobody’s number, account or whole name, on paper and in the file', async () => {
    await print('2026Q1-1', 'announcement');
    for (const file of ['2026Q1-1-announcement.html', '2026Q1-1-announcement.csv']) {
      const content = read(file);
      for (const [employee_no, name, id_no, , account] of people) {
        expect(content).not.toContain(employee_no);
        expect(content).not.toContain(name);
        expect(content).not.toContain(id_no.slice(6, 14));
        if (account) expect(content).not.toContain(account.slice(4));
      }
    }
    expect(read('2026Q1-1-announcement.csv')).toBe(
      `\ufeffmine,section,employee_no,name,benefits,amount
一矿,,***47,<*******,subsidy,2000.00
一矿,采煤队,***45,王*明,subsidy,1000.00
一矿,采煤队,***46,欧**娜,subsidy,500.01
二矿,掘进队,***48,张*,subsidy serious-illness,11549.38
`,
    );
  });

  test('of one unit has its list and those below; nobody there, no file', async () => {
    await print('2026Q1-1', 'announcement', '--unit', '一矿');
    expect(sheets(read('2026Q1-1-announcement-M1.html'))).toHaveLength(2);
    await office.done(
      'unit',
      'add',
      '--code',
      'S/3',
      '--name',
      '机电队',
      '--level',
      'section',
      '--parent',
      'M1',
    );
    expect(
      await office.relief('batch', 'print', '2026Q1-1', 'announcement', '--unit', 'S/3'),
    ).toMatchObject({
      code: 4,
      err: expect.stringMatching(/pays nobody there/),
    });
  });
});

describe('announcing', () => {
  test('stands as many days as the policy says, and is empty for a batch that pays nobody', async () => {
    await office.done('policy', 'use', plainPolicy({ announced: 7 }), '--yes');
    await office.done('settle', '--quarter', '2026Q1');
    const to = ['--to', out];
    expect(await office.json('batch', 'announce', '2026Q1-1', ...to)).toMatchObject({
      approvable_from: '2026-07-12',
      files: [expect.stringMatching(/announcement\.html$/), expect.stringMatching(/csv$/)],
    });
    expect(read('2026Q1-1-announcement.html')).toContain('7 days, from 2026-07-05 to 2026-07-11');
    const { session } = office.session();
    const { query } = await session.database();
    const nobody = { ...(await findBatch(query, '2026Q1-1')), id: 99, name: '2026Q2-1' };
    expect(await writeAnnouncement(session, nobody, out)).toEqual([]);
    await session.close();
  });
});

describe('the bank list', () => {
  const pay = () => office.relief('batch', 'pay', '2026Q1-1', '--to', out);
  beforeEach(async () => {
    await office.settle('2026Q1');
  });

  test('has a row a person with an account, out of all funds, and names the others', async () => {
    const { err } = await pay();
    expect(err).toMatch(/1 person has no bank account.*00047/);
    const list = `\ufeffemployee_no,name,bank_account,amount,remark
00045,王小明,6222021234567890123,1000.00,2026Q1-1/1
00046,欧阳娜娜,0123456789012345678,500.01,2026Q1-1/1
00048,张伟,6222029876543210987,11549.38,2026Q1-1/1
`;
    expect(read('2026Q1-1-bank-1.csv')).toBe(list);
    await print('2026Q1-1', 'bank');
    expect(read('2026Q1-1-bank-1.csv')).toBe(list);
  });

  test('is there only once it was made, so that nobody can be paid beside the books', async () => {
    expect(await office.relief('batch', 'print', '2026Q1-1', 'bank', '--to', out)).toMatchObject({
      code: 4,
      err: expect.stringMatching(/no payment list yet.*relief batch pay 2026Q1-1/),
    });
  });

  test('opens in LibreOffice with every number whole (needs soffice)', {
    timeout: 120_000,
  }, async (context) => {
    if (!hasOfficeSuite) context.skip('soffice is not installed: apt-get install libreoffice-calc');
    await pay();
    await print('2026Q1-1', 'bank', '--lang', 'zh');
    expect(
      throughOfficeSuite(join(out, '2026Q1-1-bank-1.xlsx')),
    ).toBe(`"序号","工号","姓名","银行账号","金额","备注"
1,"00045","王小明","6222021234567890123","1,000.00","2026Q1-1/1"
2,"00046","欧阳娜娜","0123456789012345678",500.01,"2026Q1-1/1"
3,"00048","张伟","6222029876543210987","11,549.38","2026Q1-1/1"
`);
  });

  test('holds, the second time, those alone whom the first one did not pay', async () => {
    await pay();
    const answer = join(office.folder, 'answer.csv');
    writeFileSync(
      answer,
      'employee_no,amount,result,message\n00045,1000.00,paid,\n00046,500.01,failed,户名不符\n00048,11549.38,paid,\n',
    );
    await office.done('batch', 'result', '2026Q1-1', answer);
    await office.done('person', 'edit', '00047', '--bank-account', '6222020000000000047');
    await pay();
    expect(read('2026Q1-1-bank-2.csv').split('\n').slice(1, -1)).toEqual([
      '00046,欧阳娜娜,0123456789012345678,500.01,2026Q1-1/2',
      '00047,"<b>李&""红""",6222020000000000047,2000.00,2026Q1-1/2',
    ]);
  });

  test('and the voucher wait for approval; a void batch is on no paper', async () => {
    await office.import('claim', csvOf([claim('00049', 'ZY-9', '5000.00', '04')]));
    await office.done('settle', '--quarter', '2026Q2');
    for (const kind of ['bank', 'voucher']) {
      const { code, err } = await office.relief('batch', 'print', '2026Q2-1', kind, '--to', out);
      expect([code, err]).toEqual([
        4,
        expect.stringMatching(/not approved.*relief batch approve 2026Q2-1/),
      ]);
    }
    expect(existsSync(out)).toBe(false);
    await print('2026Q2-1', 'announcement');
    await print('2026Q2-1', 'slips');
    await office.done('batch', 'void', '2026Q2-1');
    expect(await office.relief('batch', 'print', '2026Q2-1', 'slips')).toMatchObject({ code: 4 });
  });
});

describe('the voucher', () => {
  test('of each fund balances, with its total in capitals and who signs', async () => {
    await office.settle('2026Q1');
    await print('2026Q1-1', 'voucher', '--lang', 'zh');
    expect(readdirSync(out)).toEqual([
      ...['2026Q1-1-voucher-mutual-aid.html', '2026Q1-1-voucher-serious-illness.html'],
    ]);
    const voucher = text(read('2026Q1-1-voucher-mutual-aid.html'));
    expect(voucher).toContain('凭证号：2026Q1-1-mutual-aid');
    expect(voucher).toContain('日期：2026年7月5日');
    expect(voucher).toContain('2026年第1季度补助（批次 2026Q1-1） 救助支出—补助 9,172.85');
    expect(voucher).toContain('合计 人民币玖仟壹佰柒拾贰元捌角伍分 9,172.85 9,172.85');
    expect(voucher).toContain(`审核：${approver} 制单：cron`);
    expect(text(read('2026Q1-1-voucher-serious-illness.html'))).toContain(
      '人民币伍仟捌佰柒拾陆元伍角肆分',
    );
  });

  test('has what is taken back as a receivable, and a benefit below zero in red', async () => {
    await office.settle('2026Q1');
    await office.done('claim', 'annul', 'ZY-1', '--reason', '假票');
    await office.settle('2026Q2');
    await print('2026Q2-1', 'voucher', '--lang', 'en');
    const voucher = read('2026Q2-1-voucher-mutual-aid.html');
    expect(voucher).toContain('<span class="red">-1,000.00</span>');
    expect(text(voucher)).toContain(
      'To be taken back from persons Outstanding from persons 1,000.00',
    );
    expect(text(voucher)).toContain('Total 人民币零元整 0.00 0.00');
  });

  test('balances whatever persons are due, owe and have held back', () => {
    const benefits = ['subsidy', 'rehabilitation'];
    const due = fc.record({
      ...{
        benefit: fc.constantFrom(...benefits),
        due: fc.integer({ min: -500_000, max: 500_000 }),
      },
      fund: fc.constant('f'),
    });
    const persons = fc.array(
      fc.record({
        accounts: fc.array(due, { maxLength: 4 }),
        owed: fc.integer({ min: 0, max: 300_000 }),
      }),
    );
    fc.assert(
      fc.property(persons, (all) => {
        const payments = all.flatMap(({ accounts, owed }) =>
          paymentsOf(accounts, new Map([['f', owed]])),
        );
        const sum = (of: (one: (typeof payments)[number]) => number) =>
          payments.reduce((total, one) => total + of(one), 0);
        const accounts = all.flatMap((person) => person.accounts);
        const sums: FundSums = {
          ...{ fund: 'f', payments: payments.length },
          dues: benefits.map((benefit) => ({
            benefit,
            due: accounts.reduce(
              (total, one) => total + (one.benefit === benefit ? one.due : 0),
              0,
            ),
          })),
          takenBack: sum((one) => Math.max(0, -one.due)),
          offset: sum(({ offset }) => offset),
          payable: sum(({ payable }) => payable),
        };
        const lines = voucherLines(sums);
        expect(sideSum(lines, 'debit')).toBe(sideSum(lines, 'credit'));
        expect(lines.filter(({ amount }) => amount === 0)).toEqual([]);
      }),
    );
  });
});

describe('the slip', () => {
  test('explains each fen in the words of explain, a sheet a person, in the order of units', async () => {
    await office.settle('2026Q1');
    await print('2026Q1-1', 'slips', '--lang', 'zh');
    const slips = sheets(read('2026Q1-1-slips.html')).map(text);
    expect(slips.map((slip) => /工号： (\d+)/.exec(slip)?.[1])).toEqual([
      '00047',
      '00045',
      '00046',
      '00048',
    ]);
    expect(slips[3]).toContain('2026-02-01 住院费用结算单 ZY-4（总医院）：统筹段自付 12,345.67 元');
    expect(slips[3]).toContain('12,345.67 − 1,000.00 = 11,345.67；11,345.67 × 50% = 5,672.84 元');
    expect(slips[3]).toContain('应享合计 5,876.54 元；此前已结 0.00 元；本次应结 5,876.54 元。');
    expect(slips[3]).toContain('大写：人民币壹万壹仟伍佰肆拾玖元叁角捌分');
    // Nothing is due any more where the batch is approved; every other line is the same.
    const explained = await office.done('explain', 'person', '00048', '--lang', 'zh');
    const [own] = explained.split('历次结算');
    const lines = (own ?? '')
      .split('\n')
      .slice(3)
      .filter((line) => !line.startsWith('应享合计'));
    expect(lines.length).toBeGreaterThan(7);
    for (const line of lines) expect(slips[3]).toContain(line.trim().replace(/\s+/g, ' '));
  });

  test('lists receipts by date, whenever they were entered', async () => {
    const earlier = { ...claim('00045', 'ZY-0', '100.00'), service_date: '2026-01-05' };
    await office.import('claim', csvOf([earlier]));
    await office.settle('2026Q1');
    await print('2026Q1-1', 'slips', '--person', '00045');
    const slip = text(read('2026Q1-1-slips-00045.html'));
    expect(slip).toMatch(/2026-01-05[^\n]*ZY-0[\s\S]*2026-02-01[^\n]*ZY-1/);
  });

  test('explains special relief, also once it is revoked and taken back', async () => {
    const granted = '--employee-no 00049 --situation urgent --amount 4000 --evidence 病危通知书';
    const day = ['--granted-on', '2026-03-20', '--pay', 'batch'];
    await office.done('special-relief', 'grant', '--as', 'li', ...granted.split(' '), ...day);
    await office.done('special-relief', 'approve', '1', '--as', approver);
    await office.settle('2026Q1');
    const slip = async (batch: string) => {
      await print(batch, 'slips', '--person', '00049');
      return text(read(`${batch}-slips-00049.html`));
    };
    const first = await slip('2026Q1-1');
    expect(first).toContain('special relief, number 1 of 2026-03-20');
    expect(first).toContain('Granted on 2026-03-20 by li: urgent, 4,000.00 yuan');
    expect(first).toContain('Evidence: 病危通知书');
    expect(first).toContain('In all 4,000.00; settled before 0.00; due now 4,000.00.');
    await office.done('special-relief', 'revoke', '1', '--reason', '重复申请', '--as', approver);
    expect(await slip('2026Q1-1')).toBe(first);
    await office.settle('2026Q2');
    const second = await slip('2026Q2-1');
    expect(second).toContain(`Revoked on 2026-07-05 by ${approver}: 重复申请`);
    expect(second).toContain('4,000.00 to be taken back');
  });

  test('of a closed batch says what the batch kept, whatever was changed since', async () => {
    await office.settle('2026Q1');
    await print('2026Q1-1', 'slips');
    const before = read('2026Q1-1-slips.html');
    await office.done('claim', 'annul', 'ZY-1', '--reason', '假票');
    await office.done('enrolment', 'remove', '00046', '--year', '2026', '--reason', '误录');
    await office.done(
      'recognition',
      'remove',
      '00048',
      '--kind',
      'hardship',
      '--from',
      '2026-01-01',
      '--reason',
      '有误',
    );
    await office.done('hospital', 'edit', '总医院', '--designated', 'no');
    await office.import('claim', csvOf([claim('00048', 'ZY-8', '900.00', '05')]));
    await print('2026Q1-1', 'slips');
    expect(read('2026Q1-1-slips.html')).toBe(before);
    await office.settle('2026Q2');
    await print('2026Q1-1', 'slips');
    expect(read('2026Q1-1-slips.html')).toBe(before);
    const later = await print('2026Q2-1', 'slips').then(() =>
      sheets(read('2026Q2-1-slips.html')).map(text),
    );
    const [annulled, removed, lost] = ['00045', '00046', '00048'].map((no) =>
      later.find((slip) => slip.includes(no)),
    );
    expect(annulled).toContain('ZY-1, 总医院: pooled-segment self-pay 3,000.00 (annulled: 假票)');
    expect(annulled).toContain('1,000.00 to be taken back');
    expect(annulled).toContain(
      'Outstanding from 王小明: 1,000.00 yuan of the medical mutual aid fund',
    );
    expect(removed).toContain('enrolment in 2026');
    expect(lost).toContain('the recognition of hardship from 2026-01-01');
  });

  test('of one person or unit alone', async () => {
    await office.settle('2026Q1');
    await print('2026Q1-1', 'slips', '--person', '00048');
    expect(sheets(read('2026Q1-1-slips-00048.html'))).toHaveLength(1);
    await print('2026Q1-1', 'slips', '--unit', 'S1');
    expect(sheets(read('2026Q1-1-slips-S1.html'))).toHaveLength(2);
    expect(
      await office.relief('batch', 'print', '2026Q1-1', 'slips', '--person', '00049'),
    ).toMatchObject({ code: 4 });
  });

  test('is refused where the batch was meddled with', async () => {
    await office.settle('2026Q1');
    await office.look((query) => query.updateTable('batch_payment').set({ payable: 1 }).execute());
    const { code, err } = await office.relief('batch', 'print', '2026Q1-1', 'slips', '--to', out);
    expect([code, err]).toEqual([4, expect.stringMatching(/00047.*relief batch verify 2026Q1-1/)]);
    expect(readdirSync(out)).toEqual([]);
  });

  test('says what is held back and what is still outstanding', () => {
    const policy = { ...xishan, title: { en: 'rules', zh: '办法' } };
    const person = { employee_no: '1', name: '王明', category: 'active', unit: '一矿' };
    const payment = { fund: 'mutual-aid', due: 500, offset: 300, payable: 200, outstanding: 700 };
    const head = { batch: '2026Q1-1', quarter: '2026Q1', policy, sha256: 'f'.repeat(64) };
    const slip = text(slipSheet({ person, accounts: [], payments: [payment] }, head, 'zh'));
    expect(slip).toContain('职工医疗互助金 5.00 3.00 2.00 7.00 合计 2.00');
    expect(slip).toContain('大写：人民币贰元整');
    expect(slip).toContain('王明尚有职工医疗互助金 7.00 元待扣回');
  });
});

test('a document loads nothing and runs nothing, and no name brings markup in', async () => {
  await office.settle('2026Q1');
  for (const kind of ['announcement', 'voucher', 'slips']) await print('2026Q1-1', kind);
  const documents = readdirSync(out).filter((name) => name.endsWith('.html'));
  expect(documents).toHaveLength(4);
  for (const name of documents) {
    const document = read(name);
    expect(document).not.toMatch(/<script|<b>李|\bsrc=|href=|url\(|@import/);
    expect(document).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(document).toMatch(/<\/html>\n$/);
  }
  expect(read('2026Q1-1-slips.html')).toContain('&lt;b&gt;李&amp;&quot;红&quot;');
});

test('options go with the kinds that they mean something for', async () => {
  await office.settle('2026Q1');
  const refused = [
    [['posters'], /posters/],
    [['bank', '--unit', 'M1'], /--unit does not go with "bank"/],
    [['announcement', '--person', '00045'], /--person does not go with "announcement"/],
    [['slips', '--person', '00045', '--unit', 'M1'], /choose one/],
  ] as const;
  for (const [argv, says] of refused) {
    const { code, err } = await office.relief('batch', 'print', '2026Q1-1', ...argv);
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
  }
});

test('units stand in the order of lists: each before those below it', () => {
  const unit = (code: string, level: string, parent: string | null) =>
    [code, { id: code.length, code, name: `n${code}`, level, parent } as StoredUnit] as const;
  const units = new Map([
    ...[unit('A1', 'section', 'M2'), unit('G', 'group', null), unit('M1', 'mine', 'G')],
    ...[unit('M2', 'mine', 'G'), unit('Z1', 'section', 'M1')],
  ]);
  const listed = listedUnits(units);
  expect(listed.map((one) => one.unit.code)).toEqual(['G', 'M1', 'Z1', 'M2', 'A1']);
  expect(listed.map(({ within }) => within.length)).toEqual([5, 2, 1, 2, 1]);
  expect(listed.map(({ mine, section }) => `${mine}/${section}`)).toEqual([
    ...['/', 'nM1/', 'nM1/nZ1', 'nM2/', 'nM2/nA1'],
  ]);
  expect(listedUnits(units, units.get('M2')).map((one) => one.unit.code)).toEqual(['M2', 'A1']);
});
