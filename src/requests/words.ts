import type { Phrase } from '../core/language.ts';

/** The words of requests 诉求. */
export const words = {
  request: { en: 'number', zh: '编号' },
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'who asks', zh: '诉求人' },
  phone: { en: 'phone', zh: '联系电话' },
  kind: { en: 'kind', zh: '诉求类别' },
  matter: { en: 'matter', zh: '诉求内容' },
  takenAt: { en: 'taken at', zh: '受理单位' },
  takenOn: { en: 'taken on', zh: '受理日期' },
  takenBy: { en: 'taken by', zh: '受理人' },
  at: { en: 'stands at', zh: '办理单位' },
  atName: { en: 'unit name', zh: '单位名称' },
  dueOn: { en: 'due on', zh: '办理期限' },
  daysOverdue: { en: 'days overdue', zh: '逾期天数' },
  state: { en: 'state', zh: '状态' },
  open: { en: 'open', zh: '办理中' },
  answered: { en: 'answered', zh: '已答复' },
  answer: { en: 'answer', zh: '答复' },
  reason: { en: 'reason', zh: '上报原因' },
  step: { en: 'step', zh: '环节' },
  on: { en: 'on', zh: '日期' },
  unit: { en: 'unit', zh: '单位' },
  said: { en: 'what was said', zh: '说明' },
  operator: { en: 'by', zh: '经办人' },
  taken: { en: 'taken', zh: '受理' },
  passedUp: { en: 'passed up', zh: '上报' },
  answeredStep: { en: 'answered', zh: '答复' },
  risen: { en: 'passed up when overdue', zh: '逾期自动上报' },
  wayTitle: { en: 'Steps', zh: '办理经过' },
  addSummary: { en: 'take a request', zh: '受理诉求' },
  passUpSummary: { en: 'pass a request up to the unit above', zh: '将诉求上报上级单位' },
  whichRequest: {
    en: 'Which request? (who asks, or the matter)',
    zh: '哪一件诉求？（诉求人或诉求内容）',
  },
  answerSummary: { en: 'answer a request, which closes it', zh: '答复诉求，随即办结' },
  listSummary: { en: 'list the requests, the latest first', zh: '列出诉求，最近受理的在前' },
  showSummary: { en: 'show a request and its steps', zh: '查看一件诉求及其办理经过' },
  requestArgument: { en: "the request's number", zh: '诉求编号' },
  employeeOption: { en: 'who asks, by employee number', zh: '诉求人的工号' },
  nameOption: {
    en: 'who asks, where it is nobody on file, or somebody for the employee',
    zh: '诉求人姓名（未登记的人员，或代职工反映的人）',
  },
  phoneOption: {
    en: "where they can be reached (else the employee's phone)",
    zh: '联系电话（默认用职工登记的电话）',
  },
  kindOption: { en: "the kind, one of the policy's", zh: '诉求类别（由政策规定）' },
  atOption: {
    en: "the unit that takes it (else your own, else the employee's)",
    zh: '受理单位（默认本人所在单位，其次职工所在单位）',
  },
  takenOnOption: { en: 'the day it was taken (else today)', zh: '受理日期（默认今天）' },
  unitOption: {
    en: 'only those that stand at this unit or below',
    zh: '只列现由该单位及其下属单位办理的',
  },
  stateOption: {
    en: 'only in this state: open or answered',
    zh: '只列该状态的：open（办理中）或 answered（已答复）',
  },
  onlyKindOption: { en: 'only of this kind', zh: '只列该类别的' },
  personOption: { en: 'only of this employee number', zh: '只列该工号的' },
  overdueOption: { en: 'only those past their due day', zh: '只列已逾期的' },
  whoAsks: { en: 'Who asks?', zh: '诉求人是谁？' },
  onFile: { en: 'a person on file', zh: '已登记的人员' },
  notOnFile: { en: 'somebody else: name and phone', zh: '其他人：写姓名和电话' },
  noRules: {
    en: 'the policy in force says nothing of requests; add "requests" to it, then: relief policy use',
    zh: '现行政策没有诉求办理的规定；请在政策文件中补上“requests”，再施行：relief policy use',
  },
  nobody: {
    en: 'say who asks: --employee-no, or --name (and --phone)',
    zh: '请写明诉求人：用 --employee-no，或用 --name（和 --phone）',
  },
  noUnit: {
    en: 'say at which unit it is taken: --at CODE',
    zh: '请写明受理单位：--at 单位编码',
  },
  unknown: {
    en: 'there is no request with the number "{text}"; see: relief request list',
    zh: '没有编号为“{text}”的诉求；请看：relief request list',
  },
  takenInFuture: {
    en: 'taken on {day}: that day is still to come (today is {today})',
    zh: '受理日期 {day} 还没有到（今天是 {today}）',
  },
  answeredAlready: {
    en: 'request {id} was answered on {day} already; see: relief request show {id}',
    zh: '诉求 {id} 已于 {day} 答复；请看：relief request show {id}',
  },
  beforeLastStep: {
    en: 'the last step of request {id} was on {day}, and {today} lies before that; check the date of this computer, or --today',
    zh: '诉求 {id} 上一步办理于 {day}，{today} 早于该日期；请检查本机日期或 --today',
  },
  atTheTop: {
    en: 'request {id} stands at {unit}, which has no unit above it; answer it: relief request answer {id}',
    zh: '诉求 {id} 已到最高一级单位{unit}，不能再上报；请答复：relief request answer {id}',
  },
  added: {
    en: 'Request {id} of {name} taken at {at} ({kind}); to be answered by {due}.',
    zh: '{at}已受理{name}的诉求 {id}（{kind}），应在 {due} 前答复。',
  },
  passedUpDone: {
    en: 'Request {id} of {name} passed up from {from} to {at}; to be answered by {due}.',
    zh: '{name}的诉求 {id} 已由{from}上报{at}，应在 {due} 前答复。',
  },
  answeredDone: {
    en: 'Request {id} of {name} is answered. Let them know.',
    zh: '{name}的诉求 {id} 已答复，请告知本人。',
  },
  answeredCall: {
    en: 'Request {id} of {name} is answered. Let them know, by phone {phone}.',
    zh: '{name}的诉求 {id} 已答复，请告知本人（电话 {phone}）。',
  },
  roseBecause: {
    en: 'not answered by {due}',
    zh: '逾期未答复（期限 {due}）',
  },
} as const satisfies Record<string, Phrase>;
