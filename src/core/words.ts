import type { Phrase } from './language.ts';

/** The words of what is about no area: amounts, dates, quarters, ID numbers. */
export const words = {
  amountMalformed: {
    en: '"{text}" is not an amount; write yuan with at most two decimals, such as 1234.50',
    zh: '“{text}”不是金额；请以元为单位填写，最多两位小数，例如 1234.50',
  },
  amountTooPrecise: {
    en: '"{text}" has more than two decimals; amounts are whole fen',
    zh: '“{text}”的小数超过两位；金额精确到分，最多两位小数',
  },
  amountExponent: {
    en: '"{text}" is a number that Excel has shortened; its digits are lost. Format the column as text, enter it again from paper',
    zh: '“{text}”是被 Excel 改成科学计数法的数字，原数已丢失；请把该列设为文本格式，按原件重新填写',
  },
  amountNegative: {
    en: '"{text}" is negative; an amount is zero or more',
    zh: '“{text}”是负数；金额不能小于零',
  },
  amountTooLarge: {
    en: '"{text}" is larger than any amount can be here; check the digits',
    zh: '“{text}”金额过大，请核对',
  },
  dateMalformed: {
    en: '"{text}" is not a date; write 2026-07-15, 2026/7/15, 20260715 or 2026年7月15日',
    zh: '“{text}”不是日期；可写作 2026-07-15、2026/7/15、20260715 或 2026年7月15日',
  },
  dateImpossible: {
    en: '"{text}" is not in the calendar',
    zh: '日历上没有“{text}”这一天，请核对',
  },
  quarterMalformed: {
    en: '"{text}" is not a quarter; write 2026Q3, 2026年第3季度, last or current',
    zh: '“{text}”不是季度；可写作 2026Q3、2026年第3季度、last（上季度）或 current（本季度）',
  },
  phoneExponent: {
    en: 'phone "{text}" was changed by Excel; its digits are lost. Format the column as text, enter it again',
    zh: '联系电话“{text}”被 Excel 改成了科学计数法，原号已丢失；请把该列设为文本格式后重新填写',
  },
  yearMalformed: {
    en: '"{text}" is not a year between 1950 and 2199',
    zh: '“{text}”不是 1950 至 2199 之间的年份',
  },
  countMalformed: {
    en: '"{text}" is not a whole number',
    zh: '“{text}”不是整数；请只填数字，例如 12',
  },
  idLength: {
    en: 'ID number "{text}" has {length} characters, not 18',
    zh: '身份证号“{text}”有 {length} 位，应为 18 位',
  },
  idCharacters: {
    en: 'ID number "{text}" may only hold digits, and at its end a digit or X',
    zh: '身份证号“{text}”只能由数字组成，末位可以是 X',
  },
  idExponent: {
    en: 'ID number "{text}" was shortened by Excel; its digits are lost. Format the column as text, enter it again',
    zh: '身份证号“{text}”被 Excel 改成了科学计数法，原号已丢失；请把该列设为文本格式后重新填写',
  },
  idMasked: {
    en: 'ID number "{text}" is masked; export with --reveal to import it again',
    zh: '身份证号“{text}”已被遮盖，不是完整号码；需要再次导入的，请用 --reveal 导出',
  },
  idMonth: {
    en: 'ID number "{text}" has month {month}, which does not exist',
    zh: '身份证号“{text}”中的月份“{month}”不存在，请核对',
  },
  idDate: {
    en: 'ID number "{text}" has the birth date {date}, which is not in the calendar',
    zh: '身份证号“{text}”中的出生日期“{date}”不存在，请核对',
  },
  idCheckDigit: {
    en: 'ID number "{text}" has the wrong check digit: the last character should be {expected}; one digit is likely mistyped',
    zh: '身份证号“{text}”校验码不对：末位应为 {expected}，多半是录错了一位',
  },
  idArea: {
    en: 'ID number "{text}" begins with the unknown area code {area}; it may be mistyped',
    zh: '身份证号“{text}”的地区码“{area}”不在地区码表中，可能录错了',
  },
  textUnprintable: {
    en: '"{text}" holds control characters that no name has; type it again',
    zh: '“{text}”中含有控制字符，请重新录入',
  },
  textOfSeveralLines: {
    en: '"{text}" runs over several lines; write it on one',
    zh: '“{text}”分成了几行，请写成一行',
  },
  textTooLong: {
    en: 'the text is {length} characters long; at most {most} are kept',
    zh: '文字有 {length} 个字符，最多只能有 {most} 个，请缩短',
  },
  valueMissing: {
    en: '{field} is missing',
    zh: '缺少{field}',
  },
  choiceUnknown: {
    en: '{field}: "{text}" is not known; did you mean "{nearest}"? Known: {known}',
    zh: '{field}“{text}”无法识别，是不是“{nearest}”？可用：{known}',
  },
  choiceUnknownAlone: {
    en: '{field}: "{text}" is not known. Known: {known}',
    zh: '{field}“{text}”无法识别；可用：{known}',
  },
  enterForToday: { en: 'Enter for today', zh: '直接回车为今天' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
} as const satisfies Record<string, Phrase>;
