import type { Phrase } from '../../core/language.ts';

/** The words of hardship files. */
export const words = {
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  unit: { en: 'unit', zh: '单位' },
  unitName: { en: 'unit name', zh: '单位名称' },
  class: { en: 'class', zh: '困难类别' },
  cause: { en: 'cause', zh: '致困主要原因' },
  secondCause: { en: 'second cause', zh: '致困次要原因' },
  members: { en: 'members', zh: '家庭人口' },
  ownIncome: {
    en: "income of 12 months of the file's head",
    zh: '本人 12 个月收入',
  },
  ownHealth: { en: "the head's health", zh: '本人健康状况' },
  income: { en: 'family income of 12 months', zh: '家庭年收入' },
  rigidExpenses: { en: 'rigid expenses of 12 months', zh: '刚性支出' },
  rigidExpensesAsked: {
    en: 'rigid expenses of 12 months (what cannot be helped: illness, schooling)',
    zh: '刚性支出（家庭 12 个月看病、上学等必须花的钱）',
  },
  incomePerHead: { en: 'income a head and month', zh: '家庭月人均收入' },
  openedOn: { en: 'opened on', zh: '建档时间' },
  returnedOn: { en: 'opened again on', zh: '返困时间' },
  reviewedOn: { en: 'reviewed on', zh: '复核时间' },
  reviewDue: { en: 'next review', zh: '下次复核' },
  closedOn: { en: 'closed on', zh: '脱困时间' },
  outcome: { en: 'outcome', zh: '脱困情况' },
  state: { en: 'state', zh: '状态' },
  note: { en: 'note', zh: '备注' },
  reason: { en: 'reason', zh: '原因' },
  reviewDay: { en: 'day of the review', zh: '复核日期' },
  day: { en: 'day', zh: '日期' },
  what: { en: 'what', zh: '事项' },
  operator: { en: 'operator', zh: '经办人' },
  lifted: { en: 'lifted out of hardship', zh: '脱困' },
  relieved: { en: 'relieved', zh: '解困' },
  open: { en: 'open', zh: '在档' },
  closed: { en: 'closed', zh: '已销档' },
  opened: { en: 'opened', zh: '建档' },
  reviewed: { en: 'reviewed', zh: '复核' },
  returned: { en: 'opened again', zh: '返困' },
  recognisedFor: { en: 'recognised for', zh: '认定内容' },
  from: { en: 'from', zh: '起始日期' },
  to: { en: 'to', zh: '截止日期' },

  openSummary: { en: 'open the hardship file of a family', zh: '为困难家庭建档' },
  reviewSummary: {
    en: "review a file: new incomes and expenses, and with them the family's class",
    zh: '年度复核：更新收入和支出，重新核定困难类别',
  },
  closeSummary: { en: 'close a file when the family is out of hardship', zh: '脱困或解困，销档' },
  returnSummary: { en: 'open a closed file again when hardship returns', zh: '返困，重新建档' },
  listSummary: { en: 'list the hardship files', zh: '列出困难职工档案' },
  showSummary: {
    en: 'show a file: the members, the income a head step by step, what was found and given',
    zh: '查看档案：家庭成员、月人均收入的算法、历次复核和认定',
  },
  importSummary: {
    en: 'import hardship files, a row for each household',
    zh: '导入困难职工档案，一户一行',
  },
  fileArgument: {
    en: "the employee number of the file's head, or of a member",
    zh: '户主（或家庭成员）的工号',
  },
  classOption: {
    en: 'the class, a code of the policy (left out: the one that the income proposes)',
    zh: '困难类别，填政策中的代码或名称（不填则按月人均收入建议的类别）',
  },
  familyOption: {
    en: 'a CSV file with the other members: name, relation, and the other columns of relief family import but household',
    zh: '其他家庭成员的 CSV 文件：姓名、与户主关系等，各列与 relief family import 相同，不需户主工号',
  },
  incomesOption: {
    en: 'new incomes of 12 months of members, such as 王建国=36000,李秀英=0; the others stay',
    zh: '成员新的 12 个月收入，例如 王建国=36000,李秀英=0；未写的不变',
  },
  dueByOption: { en: 'only open ones whose review is due by this day', zh: '只列到这一天应复核的' },
  unitOption: {
    en: 'only families of people of this unit and all below it',
    zh: '只列该单位及其下属单位职工家庭的',
  },
  onlyClass: { en: 'only of this class', zh: '只列该困难类别的' },
  onlyCause: { en: 'only with this cause, main or second', zh: '只列有该致困原因的（主要或次要）' },
  stateOption: { en: 'only open or closed ones', zh: '只列 open（在档）或 closed（已销档）的' },
  textOption: {
    en: "only those whose head's number or name holds this text",
    zh: '只列户主工号或姓名含此文字的',
  },
  revealOption: {
    en: 'show ID numbers in full; this is noted in the audit log',
    zh: '完整显示身份证号（会记入操作记录）',
  },

  sumHeading: { en: 'Income a head, step by step', zh: '月人均收入的算法' },
  sumMember: { en: '{name} ({relation}): {amount}', zh: '{name}（{relation}）：{amount}' },
  sumLeft: {
    en: 'income {income} − rigid expenses {expenses} = {left}',
    zh: '收入合计 {income} − 刚性支出 {expenses} ＝ {left}',
  },
  sumPerHead: {
    en: '{left} ÷ {members} {members:member|members} ÷ 12 months = {amount} yuan a head and month',
    zh: '{left} ÷ {members} 人 ÷ 12 个月 ＝ 月人均 {amount} 元',
  },
  sumBelowZero: {
    en: 'The expenses are higher than the income: it is below zero, and counts as the lowest.',
    zh: '支出大于收入，月人均收入为负数，按最低收入对待。',
  },
  sumProposes: {
    en: 'Not above {limit}: that proposes the class "{title}".',
    zh: '不高于 {limit} 元，建议类别：{title}。',
  },
  sumProposesNone: {
    en: 'Above the limit of every class, the highest being {limit}: none is proposed.',
    zh: '高于各类别的收入标准（最高为 {limit} 元），不建议任何类别。',
  },
  sumUnknown: {
    en: 'The incomes of the members are not entered yet; these are the figures of the last review.',
    zh: '家庭成员的收入尚未录入，以下为最近一次核定的数字。',
  },
  sumDiffers: {
    en: 'On {day}, {amount} a head of {members} {members:member|members} was found; the family has changed since. To review it: relief hardship review {no}',
    zh: '{day} 核定为 {members} 人、月人均 {amount} 元，此后家庭情况有变化；要复核请用：relief hardship review {no}',
  },
  familyChanged: {
    en: 'the family of {name} ({no}) was changed meanwhile: {before} a head of {members_before} {members_before:member|members} became {after} a head of {members_after}; nothing was saved. Look at it (relief hardship show {no}), then again: relief hardship {verb} {no}',
    zh: '{name}（工号 {no}）的家庭情况刚被他人改动，月人均收入由 {before} 元（{members_before} 人）变为 {after} 元（{members_after} 人），本次未保存；请查看（relief hardship show {no}）后重新办理：relief hardship {verb} {no}',
  },
  fileChanged: {
    en: 'the file of {name} ({no}) was changed meanwhile by somebody else; nothing was saved. Look at it (relief hardship show {no}), then again: relief hardship {verb} {no}',
    zh: '{name}（工号 {no}）的档案刚被他人改动，本次未保存；请查看（relief hardship show {no}）后重新办理：relief hardship {verb} {no}',
  },
  membersHeading: { en: 'Members', zh: '家庭成员' },
  reviewsHeading: { en: 'What was found', zh: '历次核定' },
  givenHeading: { en: 'Recognitions given', zh: '给予的认定' },

  whichFamily: {
    en: 'Which family? (employee number or name)',
    zh: '哪个家庭？（工号或姓名）',
  },
  whichClass: { en: 'class', zh: '困难类别' },
  proposedClass: { en: '{title} (proposed)', zh: '{title}（建议）' },
  closeConfirm: {
    en: 'Close the hardship file of {name} ({no}) on {day}: {outcome}? The recognition ends that day.',
    zh: '将{name}（工号 {no}）的困难职工档案于 {day} 销档（{outcome}）？困难职工认定同日终止。',
  },

  openedDone: {
    en: 'Opened the hardship file of {name} ({no}): {title}, {amount} yuan a head and month, {members} {members:member|members}. In hardship from {day}.',
    zh: '已为{name}（工号 {no}）建立困难职工档案：{title}，月人均收入 {amount} 元，家庭 {members} 人。自 {day} 起认定为困难职工。',
  },
  reviewedDone: {
    en: 'Reviewed the file of {name} ({no}) on {day}.',
    zh: '已复核{name}（工号 {no}）的档案，复核日期 {day}。',
  },
  returnedDone: {
    en: 'Opened the file of {name} ({no}) again from {day}.',
    zh: '{name}（工号 {no}）返困，自 {day} 起重新建档。',
  },
  closedDone: {
    en: 'Closed the file of {name} ({no}) on {day}: {outcome}. The recognition as in hardship ends that day.',
    zh: '{name}（工号 {no}）的档案已于 {day} 销档：{outcome}。困难职工认定同日终止。',
  },
  changeClass: { en: 'class: {before} → {after}', zh: '困难类别：{before} → {after}' },
  changeAmount: {
    en: 'income a head and month: {before} → {after}',
    zh: '月人均收入：{before} → {after}',
  },
  changeMembers: { en: 'members: {before} → {after}', zh: '家庭人口：{before} → {after}' },
  nextReview: { en: 'The next review is due on {day}.', zh: '下次复核：{day}。' },
  addFamily: {
    en: 'The other members of the family: relief family add {no}, or a file: relief family import',
    zh: '录入其他家庭成员：relief family add {no}；或用文件导入：relief family import',
  },
  shouldClose: {
    en: 'The family lies above every limit. If it is out of hardship, close the file: relief hardship close {no} --outcome lifted',
    zh: '该家庭已高于各类别的收入标准；确已脱困的，请销档：relief hardship close {no} --outcome lifted',
  },

  noFile: {
    en: '{name} ({no}) has no hardship file; open one with: relief hardship open --employee-no {no}',
    zh: '{name}（工号 {no}）没有困难职工档案；请先建档：relief hardship open --employee-no {no}',
  },
  noRules: {
    en: 'the policy in force says nothing of hardship files; put one with a "hardship:" section in force: relief policy use FILE',
    zh: '现行政策中没有困难职工档案的规定；请先施行含“hardship:”一节的政策：relief policy use 文件',
  },
  isOpen: {
    en: '{name} ({no}) has a hardship file that is open; see: relief hardship show {no}',
    zh: '{name}（工号 {no}）已有在档的困难职工档案；请看：relief hardship show {no}',
  },
  isClosed: {
    en: 'the file of {name} ({no}) was closed on {day}; if hardship has returned: relief hardship return {no}',
    zh: '{name}（工号 {no}）的档案已于 {day} 销档；如已返困，请重新建档：relief hardship return {no}',
  },
  closedAlready: {
    en: 'the file of {name} ({no}) was closed on {day} already',
    zh: '{name}（工号 {no}）的档案已于 {day} 销档，无须再办',
  },
  headsOwnFile: {
    en: '{name} ({no}) is the head of an open file by now; first close that (relief hardship close {no}), or take {name} out of this family: relief family leave NUMBER',
    zh: '{name}（工号 {no}）现为另一份在档档案的户主；请先办理脱困销档（relief hardship close {no}），或从本家庭移出：relief family leave 编号',
  },
  inAnotherFile: {
    en: '{name} ({no}) is a member of the open file of {head} ({head_no}); first take {name} out of it: relief family list {head_no}, then relief family leave NUMBER',
    zh: '{name}（工号 {no}）已是{head}（工号 {head_no}）在档档案的家庭成员；请先移出：relief family list {head_no} 查编号，再用 relief family leave 编号',
  },
  twiceInFamily: {
    en: '{name} stands twice in the family; take one out',
    zh: '{name}在家庭成员中出现了两次，请删去一个',
  },
  dayToCome: {
    en: '{day} is still to come (today is {today})',
    zh: '{day} 还没有到（今天是 {today}）',
  },
  beforeReview: {
    en: '{on} lies before {day}, when the file of {name} ({no}) was last reviewed',
    zh: '{on} 早于{name}（工号 {no}）档案最近一次复核的日期 {day}',
  },
  returnsTooEarly: {
    en: '{on} is not after {day}, when the file of {name} ({no}) was closed; it is opened again from the day after at the earliest',
    zh: '{on} 不晚于{name}（工号 {no}）档案销档的日期 {day}；返困最早从销档次日办理',
  },
  aboveEveryLimit: {
    en: '{amount} yuan a head lies above the limit of every class; a file can only be one without a limit (--class): {classes}',
    zh: '月人均收入 {amount} 元，高于各类别的收入标准；只能选不设收入标准的类别（--class）：{classes}',
  },
  limitPassed: {
    en: '{amount} yuan a head lies above {limit}, the limit of "{title}"; proposed is "{proposed}"',
    zh: '月人均收入 {amount} 元，高于“{title}”的标准 {limit} 元；建议类别：{proposed}',
  },
  limitPassedAlone: {
    en: '{amount} yuan a head lies above {limit}, the limit of "{title}", and of every class that has one; without a limit: {classes}',
    zh: '月人均收入 {amount} 元，高于“{title}”的标准 {limit} 元，也高于其他各类别的标准；不设收入标准的类别：{classes}',
  },
  incomeUnknown: {
    en: 'the income of {names} is not entered; give it with --incomes {first}=AMOUNT, or bring the members in: relief family import',
    zh: '{names}的收入尚未录入；请用 --incomes {first}=金额 写明，或导入家庭成员：relief family import',
  },
  incomesMalformed: {
    en: '--incomes: "{text}" is not NAME=AMOUNT; write 王建国=36000,李秀英=0',
    zh: '--incomes：“{text}”不是“姓名=金额”；请写作 王建国=36000,李秀英=0',
  },
  incomesUnknown: {
    en: '--incomes: no one member is called "{text}"; the members: {names}',
    zh: '--incomes：没有叫“{text}”的成员，或有几位同名；家庭成员：{names}',
  },
  membersMalformed: {
    en: '"{text}" is no number of members; write 1 to 99',
    zh: '“{text}”不是家庭人口数，请填 1 至 99',
  },
  perHeadDiffers: {
    en: 'the income a head is given as {given}, but ({income} − {expenses}) ÷ {members} ÷ 12 is {worked}',
    zh: '所填月人均收入 {given} 与计算不符：（{income} − {expenses}）÷ {members} ÷ 12 ＝ {worked}',
  },
  outOfOrder: {
    en: '{later_title} {later} lies before {earlier_title} {earlier}',
    zh: '{later_title} {later} 早于{earlier_title} {earlier}',
  },
  outcomeWithoutDay: {
    en: 'the outcome is given, but not the day on which the file was closed; fill it in',
    zh: '填了脱困情况，但没有填脱困时间，请补填',
  },
  fileConflict: {
    en: 'the file of employee {no} is there already with another {fields}; the life of a file goes by relief hardship review, close and return',
    zh: '工号 {no} 的档案已登记，但{fields}不同；复核、销档、返困请用 relief hardship review、close、return',
  },
  givenByFile: {
    en: 'this recognition comes from the hardship file of {name} ({no}) and goes with it: relief hardship close {no}; for one member alone: relief family leave NUMBER',
    zh: '这项认定由{name}（工号 {no}）的困难职工档案给予，随档案变动：销档用 relief hardship close {no}；只移出一名成员用 relief family leave 编号',
  },
} as const satisfies Record<string, Phrase>;
