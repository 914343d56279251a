import type { Phrase } from '../../../core/language.ts';

/** The words of families: the members of a hardship file. */
export const words = {
  number: { en: 'number', zh: '编号' },
  household: { en: 'employee number of the head', zh: '户主工号' },
  relation: { en: 'relation to the head', zh: '与户主关系' },
  name: { en: 'name', zh: '姓名' },
  idNo: { en: 'resident ID number', zh: '身份证号' },
  employeeNo: { en: 'employee number (of a worker)', zh: '工号（本单位职工填）' },
  income: { en: 'income of 12 months', zh: '年收入' },
  noIncome: { en: 'Enter for none', zh: '直接回车为 0' },
  stage: { en: 'stage of school', zh: '在读阶段' },
  school: { en: 'school', zh: '学校' },
  health: { en: 'health', zh: '健康状况' },
  from: { en: 'in the family from', zh: '加入时间' },
  to: { en: 'left on', zh: '离开时间' },

  addSummary: { en: 'take a member into a hardship file', zh: '登记家庭成员' },
  editSummary: { en: 'correct the facts of a member', zh: '更正家庭成员信息' },
  leaveSummary: { en: 'take a member out who no longer belongs to the family', zh: '移出家庭成员' },
  listSummary: { en: 'list the members of families', zh: '列出家庭成员' },
  importSummary: { en: 'import members, a row for each', zh: '导入家庭成员，一人一行' },
  numberArgument: {
    en: "the member's number; see: relief family list",
    zh: '家庭成员编号，见 relief family list',
  },
  listArgument: {
    en: 'only this family, by the employee number of its head or a member',
    zh: '只列这一户，填户主（或成员）的工号',
  },
  leftOn: { en: 'the last day in the family', zh: '离开日期' },
  reason: { en: 'reason', zh: '原因' },
  onlyRelation: { en: 'only with this relation to the head', zh: '只列与户主为此关系的' },
  onlyStage: { en: 'only at this stage of school', zh: '只列该在读阶段的' },
  allOption: { en: 'with those who have left', zh: '连同已离开的' },
  textOption: {
    en: "only those whose name, or whose head's name or number, holds this text",
    zh: '只列姓名（或户主姓名、工号）含此文字的',
  },

  whichMember: { en: 'Which member?', zh: '哪一位家庭成员？' },
  nextMember: {
    en: 'Another member of the family? Relation to the head',
    zh: '还有家庭成员吗？与户主关系',
  },
  noMore: { en: 'no, these are all', zh: '没有了' },

  added: {
    en: 'Took {name} ({relation}) into the file of {head} ({no}) as member {number}.',
    zh: '已将{name}（{relation}）登记到{head}（工号 {no}）的档案，编号 {number}。',
  },
  unchanged: {
    en: '{name} stands in the file of {head} ({no}) already, the same.',
    zh: '{name}已登记在{head}（工号 {no}）的档案中，内容相同。',
  },
  edited: {
    en: 'Corrected member {number}, {name}: {fields}.',
    zh: '已更正成员 {number} {name}：{fields}。',
  },
  editedNothing: {
    en: 'Member {number}, {name}, was like that already.',
    zh: '成员 {number} {name}本来就是这样，未作改动。',
  },
  left: {
    en: '{name} left the family of {head} ({no}) on {day}.',
    zh: '{name}已于 {day} 从{head}（工号 {no}）的家庭中移出。',
  },
  recognised: {
    en: '{name} is an employee too ({member_no}), and recognised as in hardship through this file.',
    zh: '{name}是本单位职工（工号 {member_no}），随档案认定为困难职工。',
  },
  nowProposes: {
    en: 'With that, {amount} yuan a head and month: "{title}" would be proposed. The class changes with a review: relief hardship review {no}',
    zh: '现月人均收入 {amount} 元，建议类别为“{title}”；要变更类别请复核：relief hardship review {no}',
  },
  nowAbove: {
    en: 'With that, {amount} yuan a head and month, above every limit. To review it: relief hardship review {no}',
    zh: '现月人均收入 {amount} 元，高于各类别的收入标准；请复核：relief hardship review {no}',
  },
  nowPerHead: {
    en: 'With that, {amount} yuan a head and month.',
    zh: '现月人均收入 {amount} 元。',
  },

  whoIsIt: {
    en: 'say who it is: name, or employee number of a worker',
    zh: '请写明是谁：填姓名，是本单位职工的可填工号',
  },
  backwards: {
    en: 'left on {to} lies before the first day {from}',
    zh: '离开时间 {to} 早于加入时间 {from}',
  },
  beforeOpening: {
    en: '{day} lies before {opened}, when the file was opened',
    zh: '{day} 早于建档时间 {opened}',
  },
  secondHead: {
    en: '{name} cannot be the head: the file has one',
    zh: '{name}不能再登记为户主本人：该档案已有户主',
  },
  anotherHead: {
    en: 'the head of this file is {head}, not {name}; check the employee number of the head',
    zh: '该档案的户主是{head}，不是{name}；请核对户主工号',
  },
  headInFamily: {
    en: 'the head of the file is given by --income and the like; take this row out',
    zh: '户主本人已由 --income 等选项填写，请删去这一行',
  },
  conflict: {
    en: '{name} stands in the file already with another {fields}; to correct it: relief family edit {number}',
    zh: '{name}已登记，但{fields}不同；要更正请用：relief family edit {number}',
  },
  twice: {
    en: '{name} stands in the file already, as member {number}',
    zh: '{name}在该档案中已有登记（编号 {number}）',
  },
  nameDiffers: {
    en: 'employee {no} is called {name}, not {given}; check the number',
    zh: '工号 {no} 的姓名是{name}，不是{given}；请核对',
  },
  idDiffers: {
    en: 'employee {no} ({name}) has another ID number; check which one is right',
    zh: '工号 {no}（{name}）的身份证号与所填不符；请核对',
  },
  unknownNumber: {
    en: 'there is no member with the number "{text}"; see: relief family list',
    zh: '没有编号为“{text}”的家庭成员；请看：relief family list',
  },
  noFileOf: {
    en: 'employee {no} is the head of no hardship file; bring the files in first: relief hardship import',
    zh: '工号 {no} 名下没有困难职工档案；请先建档或导入档案：relief hardship import',
  },
  headStays: {
    en: '{name} is the head of the file and cannot leave it; to close it: relief hardship close {no}',
    zh: '{name}是户主，不能移出；要销档请用：relief hardship close {no}',
  },
  leftAlready: {
    en: '{name} left the family on {day} already',
    zh: '{name}已于 {day} 离开，无须再办',
  },
  leavesTooEarly: {
    en: '{day} lies before {from}, since when {name} belongs to the family',
    zh: '{day} 早于{name}加入的时间 {from}',
  },
  nothingToEdit: {
    en: 'say what to change: --relation, --name, --id-no, --employee-no, --income, --stage, --school, --health or --from',
    zh: '请写明要改什么：--relation、--name、--id-no、--employee-no、--income、--stage、--school、--health 或 --from',
  },
  personsOwn: {
    en: '{name} is an employee: name and ID number are corrected with relief person edit {no}',
    zh: '{name}是本单位职工，姓名和身份证号请用 relief person edit {no} 更正',
  },
  headsRelation: {
    en: '{name} is the head of the file; the relation stays, and the first day in the family',
    zh: '{name}是户主本人，与户主关系和加入时间不能改',
  },
  lineFault: { en: '{file}, line {line}: {reason}', zh: '{file} 第 {line} 行：{reason}' },
} as const satisfies Record<string, Phrase>;
