import { describe, expect, test } from 'vitest';
import { Fault } from '../../src/core/failure.ts';
import {
  type Choice,
  optional,
  parseChoice,
  readRecord,
  required,
  titleOf,
  yesOrNo,
} from '../../src/core/field.ts';
import { parseYuan } from '../../src/core/money.ts';
import { nearest } from '../../src/core/nearest.ts';
import { parseText } from '../../src/core/text.ts';
import { expectFault, faultOf } from './said.ts';

const title = { en: 'receipt type', zh: '单据类型' };
const types: readonly Choice<'inpatient' | 'special-exam'>[] = [
  { code: 'inpatient', title: { en: 'Inpatient bill', zh: '住院费用结算单' }, also: ['住院'] },
  { code: 'special-exam', title: { en: 'Special exam', zh: '特检费用报销单' } },
];

describe('parseChoice', () => {
  const parse = parseChoice(title, types);

  test.each([
    ['inpatient', 'inpatient'],
    ['INPATIENT', 'inpatient'],
    ['Inpatient bill', 'inpatient'],
    ['inpatient BILL', 'inpatient'],
    ['住院费用结算单', 'inpatient'],
    ['住院', 'inpatient'],
    ['ｉｎｐａｔｉｅｎｔ', 'inpatient'],
    [' 特检费用报销单 ', 'special-exam'],
    ['special-exam', 'special-exam'],
  ])('%j is %s', (text, code) => {
    expect(parse(text)).toBe(code);
  });

  test.each([
    ['inpatent', /"inpatent" is not known; did you mean "inpatient"/],
    ['住院费结算单', /单据类型“住院费结算单”无法识别，是不是“住院费用结算单”/],
    ['special exm', /did you mean "special[ -]exam"/],
    ['zzz', /Known: inpatient, special-exam/],
    ['无', /可用：inpatient（住院费用结算单）、special-exam（特检费用报销单）/],
  ])('%j is unknown, and the nearest named', (text, says) => {
    expectFault(parse(text), says);
  });

  test.each([
    ['是', 'yes'],
    ['Yes', 'yes'],
    ['y', 'yes'],
    ['TRUE', 'yes'],
    ['1', 'yes'],
    ['１', 'yes'],
    ['√', 'yes'],
    ['定点', 'yes'],
    ['否', 'no'],
    ['N', 'no'],
    ['0', 'no'],
    ['×', 'no'],
    ['非定点', 'no'],
  ])('yes or no: %j is %s', (text, code) => {
    expect(parseChoice(title, yesOrNo)(text)).toBe(code);
  });

  test('titleOf gives the title, or the code where there is none', () => {
    expect(titleOf(types, 'inpatient').zh).toBe('住院费用结算单');
    expect(titleOf(types, 'gone')).toEqual({ en: 'gone', zh: 'gone' });
  });
});

describe('readRecord', () => {
  const fields = {
    name: required({ name: 'name', title: { en: 'name', zh: '姓名' }, parse: parseText }),
    paid: required({ name: 'paid', title: { en: 'paid', zh: '支付' }, parse: parseYuan }),
    type: required({ name: 'type', title, parse: parseChoice(title, types) }),
    note: optional({ name: 'note', title: { en: 'note', zh: '备注' }, parse: parseText }),
    own: optional({ name: 'own', title: { en: 'own', zh: '自费' }, parse: parseYuan }),
  };

  test('reads what is there; the optional may be missing, empty or blank', () => {
    const texts = { name: ' 王小明 ', paid: '¥1,000', type: '住院', note: '  ', other: 'ignored' };
    expect(readRecord(fields, texts)).toEqual({
      ...{ name: '王小明', paid: 100_000, type: 'inpatient', note: null, own: null },
    });
  });

  test('collects every fault, in the order of the fields', () => {
    const faults = readRecord(fields, { name: ' ', paid: '1.234', type: 'x', own: '-1' });
    const said = (Array.isArray(faults) ? faults : []).map((fault) => faultOf(fault));
    expect(said).toHaveLength(4);
    expect(said[0]).toBe('name is missing');
    expect(said[1]).toMatch(/two decimals/);
    expect(said[2]).toMatch(/is not known/);
    expect(said[3]).toMatch(/negative/);
  });

  test('says in Chinese what is missing', () => {
    const faults = readRecord(fields, { paid: '1', type: '住院' });
    expect(Array.isArray(faults) && faults.map((fault) => faultOf(fault, 'zh'))).toEqual([
      '缺少姓名',
    ]);
  });

  test('is given only what is not empty', () => {
    const seen: string[] = [];
    const parse = (text: string) => {
      seen.push(text);
      return new Fault({ phrase: title, facts: {} });
    };
    readRecord({ a: optional({ name: 'a', title, parse }) }, { a: ' \t\u3000' });
    expect(seen).toEqual([]);
  });
});

describe('nearest', () => {
  const hospitals = ['西山总医院', '官地矿医院', '古交矿区总医院'];

  test.each([
    ['西山总医', '西山总医院'],
    ['西山总医院院', '西山总医院'],
    ['官地医院', '官地矿医院'],
    ['古交矿总医院', '古交矿区总医院'],
  ])('%s was likely %s', (word, likely) => {
    expect(nearest(word, hospitals)).toBe(likely);
  });

  test('pays no heed to case, prefers the closest, and gives up where nothing is near', () => {
    expect(nearest('SETLE', ['settle', 'show'])).toBe('settle');
    expect(nearest('claim', ['claims', 'claim'])).toBe('claim');
    expect(nearest('协和医院北京分院', ['太原'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });
});
