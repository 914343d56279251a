import { Fault } from '../core/failure.ts';
import { type Choice, optional, parseChoice, type RecordOf, required } from '../core/field.ts';
import { parseIdNumber } from '../core/id-number.ts';
import { type Phrase, say } from '../core/language.ts';
import { parsePhone } from '../core/phone.ts';
import { isShortenedByExcel, parseText, plainForm } from '../core/text.ts';
import { words } from './words.ts';

/** What a person is to the enterprise (SPEC 3). */
export type Category = 'active' | 'retired' | 'survivor-illness' | 'survivor-work-death';

/** The categories, with their usual spellings. */
export const categories: readonly Choice<Category>[] = [
  { code: 'active', title: words.active, also: ['在职职工', '在岗', '在册', '职工'] },
  { code: 'retired', title: words.retired, also: ['退休职工', '离退休', '退养'] },
  {
    code: 'survivor-illness',
    title: words.survivorIllness,
    also: ['病亡职工遗属', '病故遗属', '病亡家属'],
  },
  {
    code: 'survivor-work-death',
    title: words.survivorWorkDeath,
    also: ['工亡职工遗属', '因工死亡遗属', '工亡家属'],
  },
];

const longestEmployeeNo = 20;

/**
 * Reads an employee number: text, so that leading zeros stay; full-width digits become plain (SPEC 3).
 * @returns the number, or the fault: shortened by Excel, or characters that no number has
 */
export function parseEmployeeNo(text: string): string | Fault {
  const plain = plainForm(text);
  if (isShortenedByExcel(plain)) return new Fault(say(words.employeeNoExponent, { text }));
  if (/^[\p{L}\p{N}-]+$/u.test(plain) && plain.length <= longestEmployeeNo) return plain;
  return new Fault(say(words.employeeNoMalformed, { text, most: longestEmployeeNo }));
}

/**
 * Reads a bank account: digits; spaces and dashes fall away.
 * @returns the digits, or the fault: shortened by Excel, masked by our own export, or no account
 */
export function parseBankAccount(text: string): string | Fault {
  const plain = plainForm(text);
  if (isShortenedByExcel(plain)) return new Fault(say(words.accountExponent, { text }));
  if (plain.includes('*')) return new Fault(say(words.accountMasked, { text }));
  const digits = plain.replaceAll(/[\s-]/g, '');
  return /^\d{6,32}$/.test(digits) ? digits : new Fault(say(words.accountMalformed, { text }));
}

/** The facts of a person, as options, questions and columns (SPEC 3, 7). */
export const personFields = {
  employee_no: required({
    name: 'employee_no',
    title: words.employeeNo,
    headings: ['职工编号', '员工编号', '人员编号', '职工号'],
    parse: parseEmployeeNo,
  }),
  name: required({
    name: 'name',
    title: words.name,
    headings: ['职工姓名', '人员姓名'],
    parse: parseText,
  }),
  id_no: required({
    name: 'id_no',
    title: words.idNo,
    headings: ['身份证', '身份证号码', '公民身份号码', '证件号码'],
    parse: parseIdNumber,
  }),
  category: required({
    name: 'category',
    title: words.category,
    headings: ['类别', '人员性质', '人员状态'],
    parse: parseChoice(words.category, categories),
    choices: categories,
  }),
  unit: required({
    name: 'unit',
    title: words.unit,
    headings: ['单位编码', '所在单位', '所属单位', '工作单位'],
    parse: parseText,
  }),
  phone: optional({
    name: 'phone',
    title: words.phone,
    headings: ['电话', '手机', '手机号', '手机号码', '电话号码'],
    parse: parsePhone,
  }),
  bank_account: optional({
    name: 'bank_account',
    title: words.bankAccount,
    headings: ['银行卡号', '银行卡', '账号', '卡号', '开户账号'],
    parse: parseBankAccount,
  }),
};

/** A person as entered; `unit` is a code, or a name that only one unit bears. */
export type Person = RecordOf<typeof personFields>;

/** A person as stored; `unit` is the code. */
export interface StoredPerson extends Person {
  readonly id: number;
  readonly unit_name: string;
}

/** The facts of a person by which two records are compared; the employee number is what they share. */
export const comparedFields = [
  'name',
  'id_no',
  'category',
  'unit',
  'phone',
  'bank_account',
] as const satisfies readonly (keyof Person)[];

/** The titles of the facts in which two records of a person differ. */
export function differences(before: Person, after: Person): readonly Phrase[] {
  return comparedFields
    .filter((name) => before[name] !== after[name])
    .map((name) => personFields[name].title);
}

/** A run of consecutive years. */
export interface YearSpan {
  readonly from_year: number;
  readonly to_year: number;
}

/** Years in ascending order as runs of consecutive ones: 2010–2018 and 2020–2026. */
export function yearSpans(years: Iterable<number>): readonly YearSpan[] {
  const spans: { from_year: number; to_year: number }[] = [];
  for (const year of years) {
    const last = spans.at(-1);
    if (last && year === last.to_year + 1) last.to_year = year;
    else spans.push({ from_year: year, to_year: year });
  }
  return spans;
}

/** Runs of years for reading: `2010–2018, 2020`. */
export function readableSpans(spans: readonly YearSpan[]): Phrase {
  const texts = spans.map(({ from_year, to_year }) =>
    from_year === to_year ? `${from_year}` : `${from_year}–${to_year}`,
  );
  return { en: texts.join(', '), zh: texts.join('、') };
}
