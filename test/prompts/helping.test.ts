import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../office.ts';
import { officeOfFamilies, openFile, pair } from '../pairing/families.ts';
import { hasTerminals, seatIn } from './person-at-terminal.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
  for (const no of ['000101', '000104']) await openFile(office, no);
});

const seat = seatIn(() => office);
const sitDown = (lang: 'en' | 'zh', ...argv: readonly string[]) => seat(lang, argv);

describe.skipIf(!hasTerminals)('one helps one is asked for', () => {
  test.each([
    [
      'en',
      ['Which official?', 'Which family?'],
      ['responsibility', 'way', 'measures', 'goal', 'from'],
      'Pairing 1: 周敏 (白马山矿) and the family of 陈桂兰 (000104), from 2026-07-01.',
    ],
    [
      'zh',
      ['哪位干部？', '哪个家庭？'],
      ['帮扶责任', '帮扶方式', '帮扶措施', '帮扶目标', '结对时间'],
      '已登记结对 1：白马山矿周敏与陈桂兰（工号 000104）家，自 2026-07-01 起。',
    ],
  ] as const)('pairing add (%s)', async (lang, [whichOfficial, whichFamily], asked, said) => {
    const [responsibility, way, measures, goal, from] = asked;
    const person = sitDown(lang, 'pairing', 'add');
    await person.search(whichOfficial, 'M2', '周敏', '刘志强');
    await person.search(whichFamily, '桂兰', '000104', '王建国');
    await person.answer(responsibility, '包户');
    await person.answer(way, '一对一');
    await person.answer(measures, '');
    await person.answer(goal, '两年内脱困');
    await person.answer(from, '2026年7月1日');
    await person.see(said);
    expect(await person.ended()).toBe(0);
  });

  test.each([
    [
      'en',
      ['Which pairing?', 'visited on', 'what was done', 'what is needed'],
      'lies outside pairing 2',
      'Visit 1: 周敏 to the family of 陈桂兰 (000104) on 2026-07-12.',
    ],
    [
      'zh',
      ['哪一项结对？', '走访日期', '走访情况', '家庭需求'],
      '不在周敏与工号 000104 家的结对 2 期间',
      '已登记走访 1：周敏于 2026-07-12 走访陈桂兰（工号 000104）家。',
    ],
  ] as const)(
    'visit add, again where the day does not fit (%s)',
    async (lang, asked, fault, said) => {
      await pair(office, '刘志强', '000101', '2026-01-10');
      await pair(office, '周敏', '000104', '2026-01-10');
      const [which, day, done, needed] = asked;
      const person = sitDown(lang, 'visit', 'add');
      await person.search(which, '周敏', '陈桂兰', '王建国');
      await person.answer(day, '2025-12-31');
      await person.answer(done, '送去慰问金');
      await person.answer(needed, '女儿上学');
      await person.see(fault);
      await person.answer(day, '2026-07-12');
      await person.answer(done, '送去慰问金');
      await person.answer(needed, '女儿上学');
      await person.see(said);
      expect(await person.ended()).toBe(0);
      expect(await office.json('visit', 'list')).toMatchObject([
        {
          pairing: 2,
          on: '2026-07-12',
          done: '送去慰问金',
          needed: '女儿上学',
          operator: '李调度',
        },
      ]);
    },
  );

  test.each([
    [
      'en',
      'outcome',
      'to',
      'End pairing 1 of 刘志强 and the family of 王建国 (000101) on 2026-07-20?',
    ],
    [
      'zh',
      '帮扶成效',
      '结束时间',
      '结束刘志强与王建国（工号 000101）家的结对 1，结束时间 2026-07-20？',
    ],
  ] as const)('pairing end is confirmed (%s)', async (lang, outcome, to, question) => {
    await pair(office, '刘志强', '000101', '2026-01-10');
    for (const [sure, code, state] of [
      ['n', 4, 'running'],
      ['y', 0, 'ended'],
    ] as const) {
      const person = sitDown(lang, 'pairing', 'end', '1');
      await person.answer(outcome, '已脱困');
      await person.answer(to, '');
      await person.answer(question, sure);
      expect(await person.ended()).toBe(code);
      expect(await office.json('pairing', 'show', '1')).toMatchObject({ state });
    }
  });
});

describe.skipIf(!hasTerminals)('a request is asked for', () => {
  test.each([
    [
      'en',
      [
        'Who asks?',
        'a person on file',
        'Who? (number, name or ID number)',
        'kind',
        'schooling',
        'matter',
      ],
      'Request 1 of 王建国 taken at 综采一队 (schooling); to be answered by 2026-07-25.',
    ],
    [
      'zh',
      ['诉求人是谁？', '已登记的人员', '哪一位？', '诉求类别', '子女上学', '诉求内容'],
      '综采一队已受理王建国的诉求 1（子女上学），应在 2026-07-25 前答复。',
    ],
  ] as const)('of a person on file (%s)', async (lang, asked, said) => {
    const [who, onFile, which, kind, schooling, matter] = asked;
    const person = sitDown(lang, 'request', 'add');
    await person.choose(who, onFile);
    await person.search(which, '000101', '王建国', '李秀英');
    await person.choose(kind, schooling);
    await person.answer(matter, '女儿考上大学，学费有困难');
    await person.see(said);
    expect(await person.ended()).toBe(0);
  });

  test.each([
    [
      'en',
      ['Who asks?', 'somebody else', 'who asks', 'phone', 'Which unit?', 'kind', 'other', 'matter'],
      'Request 1 of 张桂兰 taken at 青石沟矿 (other); to be answered by 2026-07-30.',
    ],
    [
      'zh',
      [
        '诉求人是谁？',
        '其他人',
        '诉求人',
        '联系电话',
        '哪个单位？',
        '诉求类别',
        '其他',
        '诉求内容',
      ],
      '青石沟矿已受理张桂兰的诉求 1（其他），应在 2026-07-30 前答复。',
    ],
  ] as const)('of somebody else, who has a name, at a unit (%s)', async (lang, asked, said) => {
    const [who, other, name, phone, whichUnit, kind, otherKind, matter] = asked;
    const person = sitDown(lang, 'request', 'add');
    await person.choose(who, other);
    await person.answer(name, '张桂兰');
    await person.answer(phone, '13900000009');
    await person.search(whichUnit, '青石', 'M1', 'M2S1');
    await person.choose(kind, otherKind);
    await person.answer(matter, '楼道漏水');
    await person.see(said);
    expect(await person.ended()).toBe(0);
  });
});
