import type { Phrase } from '../../core/language.ts';

/** The words of enrolments in mutual aid. */
export const words = {
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  fromYear: { en: 'from year', zh: '起始年度' },
  toYear: { en: 'to year', zh: '截止年度' },
  addSummary: { en: 'enrol a person', zh: '登记参加互助' },
  removeSummary: { en: 'remove a year that was entered in error', zh: '删除录错的参加年度' },
  listSummary: { en: 'list the enrolments', zh: '列出参加互助情况' },
  showSummary: { en: 'show the enrolments of a person', zh: '查看一个人的参加年度' },
  importSummary: { en: 'import enrolments from a CSV file', zh: '从 CSV 文件导入参加互助名单' },
  personArgument: { en: 'the employee number', zh: '工号' },
  unitOption: {
    en: 'only people of this unit and all below it',
    zh: '只列该单位及其下属单位人员的',
  },
  yearOption: { en: 'only those enrolled in this year', zh: '只列该年度参加的' },
  textOption: {
    en: 'only people whose number or name holds this text',
    zh: '只列工号或姓名含此文字的',
  },
  year: { en: 'year', zh: '年度' },
  reason: { en: 'reason', zh: '原因' },
  added: {
    en: 'Enrolled {name}, employee number {no}: {years} new {years:year|years}.',
    zh: '已登记{name}（工号 {no}）参加互助，新增 {years} 个年度。',
  },
  unchanged: {
    en: '{name}, employee number {no}, is enrolled in those years already.',
    zh: '{name}（工号 {no}）这些年度已经登记过。',
  },
  removed: {
    en: 'Removed the year {year} of {name}, employee number {no}. The next settlement works the difference out.',
    zh: '已删除{name}（工号 {no}）{year} 年度的登记；差额在下次结算时计算。',
  },
  duesFromOption: {
    en: 'the first year whose dues are booked; earlier years come without, for an office that books an opening balance instead (relief fund opening)',
    zh: '从哪一年起记缴费收入；之前的年度只登记、不记收入，适用于以期初余额建账的单位（relief fund opening）',
  },
  duesBooked: {
    en: 'Dues booked into the {fund}: {amount} yuan in {entries} {entries:entry|entries}.',
    zh: '互助金缴费已记入{fund}：{amount} 元，共 {entries} 笔分录。',
  },
  duesReturned: {
    en: 'The dues of that year were booked back: {amount} yuan, entry {entry}.',
    zh: '该年度缴费已记退还：{amount} 元，分录号 {entry}。',
  },
  notThere: {
    en: '{name}, employee number {no}, is not enrolled in {year}',
    zh: '{name}（工号 {no}）{year} 年度没有参加互助',
  },
  backwards: {
    en: 'to year {to} lies before from year {from}',
    zh: '截止年度 {to} 早于起始年度 {from}',
  },
  tooFar: {
    en: 'year {to} lies too far ahead; at most next year ({most})',
    zh: '{to} 年度还太早；最多登记到明年（{most}）',
  },
} as const satisfies Record<string, Phrase>;
