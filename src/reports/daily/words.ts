import type { Phrase } from '../../core/language.ts';

/** The words of what a day asks for. */
export const words = {
  dailySummary: {
    en: 'what the day asks for: overdue requests are passed up; then what is overdue or soon will be; silent where there is nothing',
    zh: '每日提醒：逾期诉求自动上报，并列出已逾期和将到期的事项；没有则不输出',
  },
  risen: {
    en: '{count} overdue {count:request|requests} passed up today',
    zh: '今日自动上报的诉求 {count} 件',
  },
  requestsOverdue: {
    en: '{count} {count:request|requests} overdue',
    zh: '逾期未答复的诉求 {count} 件',
  },
  instalmentsOverdue: {
    en: '{count} {count:loan|loans} with instalments overdue',
    zh: '逾期未还的借款 {count} 笔',
  },
  reviewsDue: {
    en: '{count} {count:hardship file|hardship files} to be reviewed',
    zh: '应复核的困难职工档案 {count} 户',
  },
  recognitionsEnding: {
    en: '{count} {count:recognition|recognitions} about to end',
    zh: '即将到期的认定 {count} 项',
  },
  visitsOverdue: { en: '{count} {count:visit|visits} overdue', zh: '走访逾期的结对 {count} 项' },
  opinionsMissing: {
    en: '{count} urgent {count:application|applications} with opinions missing',
    zh: '待补签意见的紧急申请 {count} 笔',
  },
  andMore: {
    en: '… and {more} more; all of them: relief daily --csv',
    zh: '……另有 {more} 项；全部请看：relief daily --csv',
  },
  what: { en: 'what', zh: '事项' },
  request: { en: 'request', zh: '诉求编号' },
  loan: { en: 'loan', zh: '借款编号' },
  pairing: { en: 'pairing', zh: '结对编号' },
  grant: { en: 'application', zh: '申请编号' },
  number: { en: 'number', zh: '编号' },
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  unit: { en: 'unit', zh: '单位' },
  unitCode: { en: 'unit code', zh: '单位编码' },
  at: { en: 'stands at', zh: '办理单位' },
  dueOn: { en: 'due on', zh: '到期日' },
  overdueSince: { en: 'overdue since', zh: '逾期起始日' },
  reviewOn: { en: 'review due on', zh: '应复核日期' },
  endsOn: { en: 'ends on', zh: '到期日' },
  visitOn: { en: 'visit due on', zh: '应走访日期' },
  appliedOn: { en: 'applied for on', zh: '申请日期' },
  days: { en: 'days overdue', zh: '逾期天数' },
  overdue: { en: 'overdue', zh: '逾期金额' },
  matter: { en: 'matter', zh: '诉求内容' },
  kind: { en: 'kind', zh: '认定类别' },
  official: { en: 'official', zh: '结对干部' },
  units: { en: 'opinion missing of', zh: '待补签意见的单位' },
  detail: { en: 'what exactly', zh: '内容' },
} as const satisfies Record<string, Phrase>;
