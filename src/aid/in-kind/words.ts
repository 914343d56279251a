import type { Phrase } from '../../core/language.ts';

/** The words of benefits in kind. */
export const words = {
  benefit: { en: 'number', zh: '编号' },
  kind: { en: 'kind', zh: '帮扶项目' },
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  unit: { en: 'unit', zh: '单位' },
  unitCode: { en: 'unit code', zh: '单位编码' },
  period: { en: 'period', zh: '所属期间' },
  winter: { en: 'winter', zh: '采暖季' },
  year: { en: 'year', zh: '年度' },
  degree: { en: 'degree', zh: '减免方式' },
  child: { en: 'child', zh: '子女姓名' },
  detail: { en: 'detail', zh: '说明' },
  on: { en: 'date', zh: '日期' },
  onDefault: { en: 'date (default: today)', zh: '日期（默认今天）' },
  operator: { en: 'entered by', zh: '录入人' },
  count: { en: 'count', zh: '次数' },
  reason: { en: 'reason', zh: '原因' },
  addSummary: { en: 'record help without money for a family', zh: '登记非现金帮扶' },
  listSummary: {
    en: 'list benefits in kind, the latest first',
    zh: '列出非现金帮扶，最近的在前',
  },
  countSummary: {
    en: 'count benefits in kind by kind, degree, period and the units below',
    zh: '按项目、减免方式、期间和下属单位统计',
  },
  importSummary: {
    en: 'import benefits in kind from a CSV file',
    zh: '从 CSV 文件导入非现金帮扶',
  },
  removeSummary: { en: 'remove one entered in error', zh: '删除录错的一条' },
  numberArgument: { en: 'its number', zh: '编号' },
  kindOption: {
    en: 'the kind, as the policy names it: heating, job-placement, …',
    zh: '帮扶项目，按现行政策：heating（冬季取暖费减免）、job-placement（优先安排就业）等',
  },
  winterOption: { en: 'which winter: 2026-2027', zh: '采暖季，如 2026-2027' },
  yearOption: { en: 'which calendar year', zh: '年度' },
  degreeOption: {
    en: 'how far, as the policy names it: reduced, waived, …',
    zh: '减免方式，按现行政策：reduced（减收）、waived（免收）等',
  },
  childOption: {
    en: "the child's name, as in the hardship file",
    zh: '子女姓名，与困难职工档案一致',
  },
  unitOption: {
    en: 'only people of this unit and all below it',
    zh: '只列该单位及其下属单位人员的',
  },
  personOption: { en: 'only of this employee number', zh: '只列该工号的' },
  periodOption: { en: 'only of this winter or year', zh: '只列该采暖季或年度的' },
  reasonOption: { en: 'why', zh: '原因' },
  whichBenefit: {
    en: "Which one? (the person's number or name)",
    zh: '哪一项？（工号或姓名）',
  },
  whichChild: { en: 'Which child?', zh: '哪一位子女？' },
  noKinds: {
    en: 'the policy names no benefits in kind (in_kind)',
    zh: '现行政策没有非现金帮扶项目（in_kind）',
  },
  winterMalformed: {
    en: '"{text}" is no winter; write 2026-2027',
    zh: '“{text}”不是采暖季，请写成 2026-2027',
  },
  tooFarAhead: {
    en: '{period} begins on {begins}, more than a year from now; is it a slip?',
    zh: '{period} 从 {begins} 开始，距今一年以上，请核对',
  },
  isMissing: { en: '{field} is missing', zh: '缺少{field}' },
  notAsked: { en: '{kind} has no {field}; leave it out', zh: '{kind}不填{field}，请去掉' },
  inFuture: { en: '{on} lies in the future', zh: '{on} 还没有到' },
  noOpenFile: {
    en: '{name} ({no}) has no open hardship file; {kind} is for families that have one. To open one: relief hardship open',
    zh: '{name}（工号 {no}）家庭没有在档的困难职工档案，不能办理{kind}；建档请用：relief hardship open',
  },
  openedLater: {
    en: 'the hardship file of {name} ({no}) was opened on {day}; {kind} cannot be given on {on}, before that: correct the day (--on)',
    zh: '{name}（工号 {no}）家庭的困难职工档案于 {day} 建立，早于该日的 {on} 不能办理{kind}；请更正日期（--on）',
  },
  otherClass: {
    en: '{kind} is for families of the class {classes}; that of {name} ({no}) is {has}. The class is changed by a review: relief hardship review',
    zh: '{kind}只面向{classes}家庭，{name}（工号 {no}）家庭为{has}；类别由复核确定：relief hardship review',
  },
  unknownChild: {
    en: 'the family of {name} ({no}) has no child {child} in its hardship file; there are: {known}',
    zh: '{name}（工号 {no}）家庭的困难职工档案中没有子女{child}；现有：{known}',
  },
  noChild: {
    en: 'the family of {name} ({no}) has no child in its hardship file; enter {child} first: relief family add',
    zh: '{name}（工号 {no}）家庭的困难职工档案中没有子女；请先登记{child}：relief family add',
  },
  hadAlready: {
    en: 'the family has {kind} already: number {id}, entered for {name} ({no}) on {on}. If that is wrong: relief in-kind remove {id} --reason …',
    zh: '该家庭已办理{kind}：编号 {id}，{on} 登记在{name}（工号 {no}）名下。如果有误：relief in-kind remove {id} --reason 原因',
  },
  unknown: {
    en: 'there is no benefit in kind with the number "{text}"; see: relief in-kind list',
    zh: '没有编号为“{text}”的非现金帮扶；请看：relief in-kind list',
  },
  added: {
    en: 'Recorded as number {id}: {kind} for the family of {name} ({no}), {what}.',
    zh: '已登记，编号 {id}：{name}（工号 {no}）家庭，{kind}，{what}。',
  },
  unchanged: {
    en: 'The family of {name} ({no}) has it recorded so already.',
    zh: '{name}（工号 {no}）家庭的这项帮扶已经登记过。',
  },
  removed: {
    en: 'Removed number {id}: {kind} of the family of {name} ({no}).',
    zh: '已删除编号 {id}：{name}（工号 {no}）家庭的{kind}。',
  },
} as const satisfies Record<string, Phrase>;
