import type { Phrase } from '../../core/language.ts';

/** The words of who is found before they ask. */
export const words = {
  nearThreshold: { en: 'near a threshold', zh: '接近起付线' },
  neverHelped: { en: 'in hardship, not helped', zh: '困难未获帮扶' },
  studentWithoutAid: { en: 'student without aid', zh: '在读未获助学' },
  visitOverdue: { en: 'visit overdue', zh: '走访逾期' },
  findSummary: {
    en: 'find who could be helped and has not asked: near a threshold, in hardship and not helped, students without aid, visits overdue',
    zh: '主动查找应帮未帮的人：接近起付线的、困难未获帮扶的、在读未获助学的、走访逾期的',
  },
  unitOption: {
    en: 'only people of this unit and all below it',
    zh: '只列该单位及其下属单位人员的',
  },
  reasonOption: {
    en: 'only for this reason: near-threshold, never-helped, student-without-aid, visit-overdue',
    zh: '只列该原因的：near-threshold（接近起付线）、never-helped（困难未获帮扶）、student-without-aid（在读未获助学）、visit-overdue（走访逾期）',
  },
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  unit: { en: 'unit', zh: '单位' },
  unitCode: { en: 'unit code', zh: '单位编码' },
  reason: { en: 'reason', zh: '原因' },
  detail: { en: 'what is known', zh: '情况' },
  fund: { en: 'fund', zh: '基金' },
  likely: { en: 'likely amount', zh: '预计金额' },
  official: { en: 'official', zh: '结对干部' },
  nearDetail: {
    en: '{benefit}: {sum} so far, {missing} below {threshold}',
    zh: '{benefit}：累计 {sum} 元，距 {threshold} 元还差 {missing} 元',
  },
  atThresholdDetail: {
    en: '{benefit}: exactly {threshold} so far; it pays from one fen more',
    zh: '{benefit}：累计正好 {threshold} 元，再多一分即可补助',
  },
  couldApply: { en: '{detail}; could ask for {fund}', zh: '{detail}，可申请{fund}' },
  fileDetail: {
    en: 'file open since {since}, no help for {months} months',
    zh: '{since} 建档，近 {months} 个月未获帮扶',
  },
  recognitionDetail: {
    en: 'recognised since {since}, no file, no help for {months} months',
    zh: '{since} 起认定为困难职工，未建档，近 {months} 个月未获帮扶',
  },
  studentDetail: {
    en: '{member}, {stage}: no application this school year, {fund}',
    zh: '{member}（{stage}）本学年没有申请{fund}',
  },
  visitedDetail: {
    en: 'last visit on {visited}, {days} days ago',
    zh: '上次走访 {visited}，已 {days} 天',
  },
  unvisitedDetail: {
    en: 'not visited since the pairing began on {from}, {days} days ago',
    zh: '{from} 结对以来没有走访，已 {days} 天',
  },
} as const satisfies Record<string, Phrase>;
