import type { Phrase } from '../../core/language.ts';

/** The words of operators: who may do what, and where. */
export const words = {
  record: { en: 'record', zh: '录入' },
  review: { en: 'review', zh: '审核' },
  approve: { en: 'approve', zh: '审批' },
  manage: { en: 'manage', zh: '管理' },
  onlyRead: { en: 'only read', zh: '只读' },
  name: { en: 'name', zh: '姓名' },
  unit: { en: 'unit', zh: '单位编码' },
  unitName: { en: 'unit name', zh: '单位' },
  role: { en: 'role', zh: '角色' },
  may: { en: 'may', zh: '权限' },
  from: { en: 'from', zh: '起始日期' },
  to: { en: 'last day', zh: '截止日期' },
  addSummary: { en: 'register an operator', zh: '登记操作人' },
  editSummary: {
    en: 'change the unit, the role or the days of an operator',
    zh: '更改操作人的单位、角色或起止日期',
  },
  endSummary: { en: 'end the registration of an operator', zh: '停用操作人' },
  listSummary: { en: 'list the operators', zh: '列出操作人' },
  showSummary: { en: 'show an operator and what they may do', zh: '查看操作人及其权限' },
  nameArgument: { en: "the operator's name", zh: '操作人姓名' },
  roleOption: {
    en: 'a role of the policy, such as caseworker, reviewer, administrator, auditor',
    zh: '政策中的角色，例如帮扶干部、审核员、基金管理员、审计员',
  },
  unitOption: { en: 'only those of this unit and all below it', zh: '只列该单位及其下属单位的' },
  roleFilter: { en: 'only those of this role', zh: '只列该角色的' },
  onOption: { en: 'only those in office on this day', zh: '只列该日在任的' },
  added: {
    en: 'Registered {name}: {role}, for {unit} and the units below it, from {from} on.',
    zh: '已登记操作人{name}：{role}，单位 {unit} 及其下属单位，自 {from} 起。',
  },
  firstAdded: {
    en: 'From now on only registered operators work with this database, each within their unit and by their role. Name yourself with --as NAME (or RELIEF_OPERATOR); register the others: relief operator add',
    zh: '从现在起，只有登记过的操作人才能使用这个数据库，各按所在单位和角色办理。请用 --as 姓名（或 RELIEF_OPERATOR）写明本人；其他人请用 relief operator add 登记',
  },
  edited: {
    en: '{name} is now: {role}, for {unit} and the units below it.',
    zh: '操作人{name}已更改为：{role}，单位 {unit} 及其下属单位。',
  },
  editedNothing: { en: '{name} was like that already.', zh: '{name}本来就是这样，未作改动。' },
  ended: {
    en: '{name} is registered until {to}, and no longer.',
    zh: '操作人{name}的登记有效至 {to}，之后停用。',
  },
  nothingToEdit: {
    en: 'say what to change: --unit, --role, --from or --to',
    zh: '请写明要改什么：--unit、--role、--from 或 --to',
  },
  thereAlready: {
    en: '{name} is registered already ({role}, {unit}); to change that: relief operator edit {name}',
    zh: '{name}已经登记（{role}，{unit}）；要更改请用：relief operator edit {name}',
  },
  endedAlready: {
    en: '{name} was registered until {to}; to have them back: relief operator edit {name} --to ""',
    zh: '{name}曾经登记，已于 {to} 停用；要重新启用请用：relief operator edit {name} --to ""',
  },
  unknown: {
    en: 'there is no operator "{text}"; did you mean {nearest}?',
    zh: '没有操作人“{text}”，是不是 {nearest}？',
  },
  unknownAlone: {
    en: 'there is no operator "{text}"; see: relief operator list',
    zh: '没有操作人“{text}”；请看：relief operator list',
  },
  backwards: {
    en: 'the last day {to} lies before the first, {from}',
    zh: '截止日期 {to} 早于起始日期 {from}',
  },
  cronNeedsNone: {
    en: '"cron" stands for scheduled runs and needs no registration',
    zh: '“cron”代表定时任务，不需要登记',
  },
  noRoles: {
    en: 'the policy in force names no roles; put one in force that has "roles" (relief policy use FILE)',
    zh: '现行政策没有规定角色；请施行写有 roles 的政策（relief policy use 文件）',
  },
  firstIs: {
    en: 'The first operator must be able to register the others: at the topmost unit, with a role that may manage ({roles}), from today or before and without a last day.',
    zh: '第一个登记的操作人要能登记其他人：单位选最高一级，角色选有管理权限的（{roles}），不设截止日期。',
  },
  firstMustManage: {
    en: 'the first operator registered must be able to register the others: with a role that may manage ({roles}), at the topmost unit ({top}), from {today} or before and without a last day',
    zh: '第一个登记的操作人必须能登记其他人：角色须有管理权限（{roles}），单位须是最高一级（{top}），起始日期不晚于 {today}，且不设截止日期',
  },
  lastManager: {
    en: '{name} is the last who can register operators; register another first, with a role that may manage ({roles}), at the topmost unit ({top}) and without a last day: relief operator add',
    zh: '{name}是最后一个能登记操作人的人；请先登记另一位：角色有管理权限（{roles}）、单位为最高一级（{top}）、不设截止日期（relief operator add）',
  },
  notRegistered: {
    en: '{operator} is not registered as an operator; name yourself with --as, or have an administrator register you (relief operator add)',
    zh: '操作人“{operator}”没有登记；请用 --as 写明本人姓名，或请管理员登记（relief operator add）',
  },
  whichOperator: { en: 'Which operator? (name or unit)', zh: '哪位操作人？（姓名或单位）' },
  beyondReach: {
    en: 'unit {unit} lies outside the reach of {operator}: the own unit and those below it',
    zh: '单位 {unit} 不在{operator}的工作范围内；只能办理本单位及其下属单位的事',
  },
} as const satisfies Record<string, Phrase>;
