import type { Phrase } from '../core/language.ts';

/** The words of one helps one: officials paired with families. */
export const words = {
  pairing: { en: 'number', zh: '编号' },
  official: { en: 'official', zh: '结对干部' },
  officialUnit: { en: "official's unit", zh: '干部单位' },
  rank: { en: 'rank', zh: '职级' },
  family: { en: "family's employee number", zh: '帮扶对象工号' },
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'family of', zh: '户主' },
  unit: { en: 'unit', zh: '单位编码' },
  unitName: { en: 'unit name', zh: '单位名称' },
  responsibility: { en: 'responsibility', zh: '帮扶责任' },
  way: { en: 'way', zh: '帮扶方式' },
  measures: { en: 'measures', zh: '帮扶措施' },
  goal: { en: 'goal', zh: '帮扶目标' },
  from: { en: 'from', zh: '结对时间' },
  to: { en: 'to', zh: '结束时间' },
  outcome: { en: 'outcome', zh: '帮扶成效' },
  lastVisit: { en: 'last visit', zh: '最近走访' },
  state: { en: 'state', zh: '状态' },
  running: { en: 'running', zh: '结对中' },
  ended: { en: 'ended', zh: '已结束' },
  hardshipClass: { en: 'class', zh: '困难类别' },
  openedOn: { en: 'file opened', zh: '建档日期' },
  phone: { en: 'phone', zh: '联系电话' },
  pairings: { en: 'pairings', zh: '结对数' },
  officials: { en: 'officials', zh: '干部数' },
  families: { en: 'families', zh: '帮扶户数' },
  lifted: { en: 'lifted out', zh: '脱困解困户数' },
  oneToMany: { en: 'officials with several families', zh: '一帮多（干部数）' },
  manyToOne: { en: 'families with several officials', zh: '多帮一（户数）' },
  visitsTitle: { en: 'Visits', zh: '走访记录' },
  addSummary: { en: 'pair an official with a family', zh: '登记结对' },
  editSummary: {
    en: 'correct what a pairing says: responsibility, way, measures, goal, outcome',
    zh: '更正结对的责任、方式、措施、目标或成效',
  },
  endSummary: { en: 'end a pairing, with its outcome', zh: '结束结对，写明成效' },
  listSummary: { en: 'list the pairings, the latest first', zh: '列出结对，最近登记的在前' },
  showSummary: { en: 'show a pairing, with its visits', zh: '查看一项结对，连同走访记录' },
  importSummary: {
    en: 'import pairings from a CSV file; officials that are new come with them where rank and unit are there',
    zh: '从 CSV 文件导入结对帮扶台账；台账中有职级和单位的新干部一并登记',
  },
  figuresSummary: {
    en: 'the figures of one helps one, by unit and year',
    zh: '结对帮扶统计，按单位和年度',
  },
  missingSummary: {
    en: 'families in extreme hardship whom no official helps',
    zh: '列出尚无干部结对的特困家庭',
  },
  pairingArgument: { en: "the pairing's number", zh: '结对编号' },
  officialUnitOption: {
    en: "the official's unit (where two bear the name)",
    zh: '干部所在单位（有同名干部时写明）',
  },
  familyOption: {
    en: "the family, by the employee number of the file's head or of a member",
    zh: '帮扶家庭：档案户主或家庭成员的工号',
  },
  unitOption: {
    en: 'only families of this unit and all below it',
    zh: '只列该单位及其下属单位的家庭',
  },
  officialOption: { en: 'only of this official', zh: '只列该干部的' },
  onlyFamilyOption: {
    en: 'only of this family (employee number)',
    zh: '只列该家庭的（工号）',
  },
  stateOption: {
    en: 'only in this state: running or ended',
    zh: '只列该状态的：running（结对中）或 ended（已结束）',
  },
  figuresUnitOption: {
    en: 'the unit whose units are counted one by one (else the topmost that you see)',
    zh: '按哪个单位的下属单位分列（默认为可见的最高一级）',
  },
  yearOption: { en: 'the year (else this one)', zh: '年度（默认今年）' },
  noFamilies: {
    en: 'there is no hardship file yet; open one first: relief hardship open',
    zh: '还没有困难职工档案；请先建档：relief hardship open',
  },
  whichPairing: {
    en: 'Which pairing? (official, family or employee number)',
    zh: '哪一项结对？（干部、户主或工号）',
  },
  total: { en: 'total', zh: '合计' },
  itself: { en: '{name} itself', zh: '{name}本级' },
  noRules: {
    en: 'the policy in force says nothing of one helps one; add "pairing" to it, then: relief policy use',
    zh: '现行政策没有结对帮扶的规定；请在政策文件中补上“pairing”，再施行：relief policy use',
  },
  noHardshipRules: {
    en: 'the policy in force says nothing of hardship files; add "hardship" to it, then: relief policy use',
    zh: '现行政策没有困难职工档案的规定；请在政策文件中补上“hardship”，再施行：relief policy use',
  },
  unknown: {
    en: 'there is no pairing with the number "{text}"; see: relief pairing list',
    zh: '没有编号为“{text}”的结对；请看：relief pairing list',
  },
  notNamed: {
    en: 'say which pairing: its number, or --official and --employee-no; see: relief pairing list',
    zh: '请写明是哪一项结对：写编号，或用 --official 和 --employee-no；请看：relief pairing list',
  },
  notPaired: {
    en: '{official} is not paired with the family of {name} ({no}); see: relief pairing list --employee-no {no}',
    zh: '{official}与{name}（工号 {no}）家没有结对；请看：relief pairing list --employee-no {no}',
  },
  endedAlready: {
    en: 'pairing {id} of {official} and the family of {name} ({no}) ended on {to} already',
    zh: '{official}与{name}（工号 {no}）家的结对 {id} 已于 {to} 结束',
  },
  fromInFuture: {
    en: 'the pairing begins on {day}: that day is still to come (today is {today})',
    zh: '结对时间 {day} 还没有到（今天是 {today}）',
  },
  toInFuture: {
    en: 'the pairing ends on {day}: that day is still to come (today is {today})',
    zh: '结束时间 {day} 还没有到（今天是 {today}）',
  },
  backwards: {
    en: 'the pairing ends on {to}, before it begins on {from}',
    zh: '结束时间 {to} 早于结对时间 {from}',
  },
  endedWithoutOutcome: {
    en: 'a pairing that has ended says with what outcome; fill in the outcome',
    zh: '已结束的结对要写明帮扶成效，请补上',
  },
  endsBeforeVisit: {
    en: 'the pairing ends on {to}, but a visit was made on {visit}; end it on that day or later',
    zh: '结束时间 {to} 早于最近一次走访 {visit}；请填走访当天或以后的日期',
  },
  conflict: {
    en: 'pairing {id} of {official} and the family of {no} from {from} is there already with another {fields}; to correct it: relief pairing edit {id}',
    zh: '{official}与工号 {no} 家自 {from} 起的结对已登记（编号 {id}），但{fields}不同；要更正请用：relief pairing edit {id}',
  },
  conflictOfEnd: {
    en: 'pairing {id} of {official} and the family of {no} from {from} is there already with another end; to end one that runs: relief pairing end {id}',
    zh: '{official}与工号 {no} 家自 {from} 起的结对已登记（编号 {id}），但结束时间不同；仍在结对中的，请用：relief pairing end {id}',
  },
  overlaps: {
    en: '{official} is paired with the family of {no} already, from {from} to {to} (pairing {id}); the two overlap',
    zh: '{official}与工号 {no} 家已有 {from} 至 {to} 的结对（编号 {id}），时间重叠',
  },
  now: { en: 'now', zh: '今' },
  noFile: {
    en: 'employee {no} has no hardship file; open one with: relief hardship open --employee-no {no}',
    zh: '工号 {no} 没有困难职工档案；请先建档：relief hardship open --employee-no {no}',
  },
  added: {
    en: 'Pairing {id}: {official} ({officialUnit}) and the family of {name} ({no}), from {from}. The first visit is due by {due}.',
    zh: '已登记结对 {id}：{officialUnit}{official}与{name}（工号 {no}）家，自 {from} 起。首次走访应在 {due} 前完成。',
  },
  unchanged: {
    en: 'Pairing {id} of {official} and the family of {name} ({no}) is there already, the same.',
    zh: '{official}与{name}（工号 {no}）家的结对已登记（编号 {id}），内容相同。',
  },
  watching: {
    en: 'note: the hardship file of {name} ({no}) was closed on {day}; this pairing watches over the family. Has hardship returned: relief hardship return {no}',
    zh: '注意：{name}（工号 {no}）的困难职工档案已于 {day} 销档，本次结对为跟踪回访；如已返困，请重新建档：relief hardship return {no}',
  },
  nothingToEdit: {
    en: 'say what to change: --responsibility, --way, --measures, --goal or --outcome',
    zh: '请写明要改什么：--responsibility、--way、--measures、--goal 或 --outcome',
  },
  edited: {
    en: 'Pairing {id} of {official} and the family of {name} ({no}) is corrected: {fields}.',
    zh: '已更正{official}与{name}（工号 {no}）家的结对 {id}：{fields}。',
  },
  editedNothing: {
    en: 'Pairing {id} of {official} and the family of {name} ({no}) was like that already.',
    zh: '{official}与{name}（工号 {no}）家的结对 {id} 本来就是这样，未作改动。',
  },
  endConfirm: {
    en: 'End pairing {id} of {official} and the family of {name} ({no}) on {to}?',
    zh: '结束{official}与{name}（工号 {no}）家的结对 {id}，结束时间 {to}？',
  },
  endedDone: {
    en: 'Pairing {id} of {official} and the family of {name} ({no}) ended on {to}.',
    zh: '{official}与{name}（工号 {no}）家的结对 {id} 已于 {to} 结束。',
  },
  visitDue: { en: 'The next visit is due by {due}.', zh: '下次走访应在 {due} 前完成。' },
  visitOverdue: {
    en: 'The visit due by {due} was not made: {days} {days:day|days} late.',
    zh: '应在 {due} 前完成的走访尚未完成，已逾期 {days} 天。',
  },
  visitMissed: {
    en: 'The visit due by {due} was not made before the pairing ended: {days} {days:day|days} late then.',
    zh: '应在 {due} 前完成的走访到结对结束时仍未完成，当时已逾期 {days} 天。',
  },
  fileClosed: {
    en: 'The hardship file was closed on {day}; the pairing goes on, to watch over the family, until it is ended.',
    zh: '困难职工档案已于 {day} 销档；结对转为跟踪回访，直到办理结束。',
  },
} as const satisfies Record<string, Phrase>;
