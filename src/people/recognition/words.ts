import type { Phrase } from '../../core/language.ts';

/** The words of recognitions. */
export const words = {
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  kind: { en: 'kind', zh: '认定类别' },
  detail: { en: 'detail', zh: '认定内容' },
  from: { en: 'from', zh: '起始日期' },
  to: { en: 'to', zh: '截止日期' },
  hardship: { en: 'hardship', zh: '困难职工' },
  seriousIllness: { en: 'serious illness', zh: '大病' },
  chronicDisease: { en: 'chronic disease', zh: '慢性病' },
  disability: { en: 'disability', zh: '残疾' },
  addSummary: { en: 'recognise a person', zh: '登记认定' },
  editSummary: { en: 'correct a recognition', zh: '更正认定' },
  endSummary: { en: 'end a recognition on a day', zh: '终止认定' },
  removeSummary: { en: 'remove a recognition entered in error', zh: '删除录错的认定' },
  listSummary: { en: 'list the recognitions', zh: '列出认定' },
  showSummary: { en: 'show the recognitions of a person', zh: '查看一个人的认定' },
  importSummary: { en: 'import recognitions from a CSV file', zh: '从 CSV 文件导入认定' },
  personArgument: { en: 'the employee number', zh: '工号' },
  kindOption: {
    en: 'the kind: hardship, serious-illness, chronic-disease, disability, or another that the policy names',
    zh: '认定类别：hardship（困难职工）、serious-illness（大病）、chronic-disease（慢性病）、disability（残疾），或政策中的其他类别',
  },
  whichFromOption: {
    en: 'which one, by its first day (where there are several)',
    zh: '有几条时，写明起始日期',
  },
  newFromOption: { en: 'the right first day', zh: '正确的起始日期' },
  unitOption: {
    en: 'only people of this unit and all below it',
    zh: '只列该单位及其下属单位人员的',
  },
  textOption: {
    en: 'only people whose number or name holds this text',
    zh: '只列工号或姓名含此文字的',
  },
  onOption: { en: 'only those in force on this day', zh: '只列这一天有效的' },
  reason: { en: 'reason', zh: '原因' },
  kindUnknown: {
    en: '"{text}" is not a kind of recognition; did you mean "{nearest}"?',
    zh: '认定类别“{text}”无法识别，是不是“{nearest}”？',
  },
  kindMalformed: {
    en: '"{text}" is not a kind of recognition; known: {known}',
    zh: '认定类别“{text}”无法识别；可用：{known}',
  },
  backwards: {
    en: 'the last day {to} lies before the first {from}',
    zh: '截止日期 {to} 早于起始日期 {from}',
  },
  conflict: {
    en: '{kind} of employee {no} from {from} is there already with another end; to correct it: relief recognition edit {no} --kind {kind}',
    zh: '工号 {no} 自 {from} 起的 {kind} 认定已登记，截止日期不同；要更正请用：relief recognition edit {no} --kind {kind}',
  },
  overlaps: {
    en: '{kind} of employee {no} is recognised already from {from} to {to}; the two overlap',
    zh: '工号 {no} 已有 {from} 至 {to} 的 {kind} 认定，时间重叠',
  },
  openEnd: { en: 'now on', zh: '今后' },
  none: {
    en: '{name} ({no}) has no such recognition; see: relief recognition show {no}',
    zh: '{name}（工号 {no}）没有这项认定；请看：relief recognition show {no}',
  },
  several: {
    en: '{name} ({no}) has several of this kind; say which with --from: {days}',
    zh: '{name}（工号 {no}）有几条这类认定；请用 --from 写明是哪一条：{days}',
  },
  added: {
    en: 'Recognised {name} ({no}): {kind} from {from}.',
    zh: '已登记{name}（工号 {no}）的认定：{kind}，自 {from} 起。',
  },
  unchanged: {
    en: '{name} ({no}) is recognised so already.',
    zh: '{name}（工号 {no}）的这项认定已经登记过。',
  },
  changed: {
    en: '{name} ({no}): {kind} from {from} to {to}. The next settlement works any difference out.',
    zh: '{name}（工号 {no}）：{kind}，{from} 至 {to}。差额在下次结算时计算。',
  },
  removed: {
    en: 'Removed {kind} from {from} of {name} ({no}). The next settlement works any difference out.',
    zh: '已删除{name}（工号 {no}）自 {from} 起的{kind}认定。差额在下次结算时计算。',
  },
  nothingToEdit: {
    en: 'say what to change: --detail, --new-from or --to',
    zh: '请写明要改什么：--detail、--new-from 或 --to',
  },
} as const satisfies Record<string, Phrase>;
