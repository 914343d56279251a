import type { Phrase } from '../../core/language.ts';

/** The words of visits. */
export const words = {
  visit: { en: 'visit', zh: '走访编号' },
  pairing: { en: 'pairing', zh: '结对编号' },
  on: { en: 'visited on', zh: '走访日期' },
  done: { en: 'what was done', zh: '走访情况' },
  needed: { en: 'what is needed', zh: '家庭需求' },
  operator: { en: 'recorded by', zh: '登记人' },
  dueOn: { en: 'due on', zh: '应走访日期' },
  days: { en: 'days late', zh: '逾期天数' },
  from: { en: 'paired from', zh: '结对时间' },
  to: { en: 'paired to', zh: '结束时间' },
  addSummary: { en: 'log a visit', zh: '登记走访' },
  listSummary: { en: 'list the visits, the latest entered first', zh: '列出走访，最近登记的在前' },
  importSummary: { en: 'import visits from a CSV file', zh: '从 CSV 文件导入走访记录' },
  overdueSummary: {
    en: 'visits not made in time: of pairings that run, then of those that ended so',
    zh: '列出未按时走访的结对：先列结对中的，再列到结束时仍未走访的',
  },
  sinceOption: { en: 'only visits on or after this day', zh: '只列这一天及以后的走访' },
  untilOption: { en: 'only visits up to this day', zh: '只列这一天及以前的走访' },
  pairingOption: { en: 'only of this pairing (its number)', zh: '只列该结对的（编号）' },
  inFuture: {
    en: 'the visit on {on}: that day is still to come (today is {today})',
    zh: '走访日期 {on} 还没有到（今天是 {today}）',
  },
  outside: {
    en: 'a visit on {on} lies outside pairing {id} of {official} and the family of {no}, which runs from {from} to {to}',
    zh: '走访日期 {on} 不在{official}与工号 {no} 家的结对 {id} 期间（{from} 至 {to}）',
  },
  notPaired: {
    en: '{official} is not paired with the family of {no}; pair them first with "relief pairing add"',
    zh: '{official}与工号 {no} 家没有结对；请先用“relief pairing add”登记结对',
  },
  now: { en: 'now', zh: '今' },
  added: {
    en: 'Visit {visit}: {official} to the family of {name} ({no}) on {on}.',
    zh: '已登记走访 {visit}：{official}于 {on} 走访{name}（工号 {no}）家。',
  },
  nextDue: { en: 'The next one is due by {due}.', zh: '下次走访应在 {due} 前完成。' },
  unchanged: {
    en: 'This visit of {official} to the family of {name} ({no}) on {on} is there already.',
    zh: '{official}于 {on} 走访{name}（工号 {no}）家的记录已登记过。',
  },
} as const satisfies Record<string, Phrase>;
