import type { Phrase } from '../core/language.ts';

/** The words of people: their facts, and how a list hides what is private. */
export const words = {
  employeeNo: { en: 'employee number', zh: '工号' },
  name: { en: 'name', zh: '姓名' },
  idNo: { en: 'resident ID number', zh: '身份证号' },
  category: { en: 'category', zh: '人员类别' },
  unit: { en: 'unit', zh: '单位' },
  unitName: { en: 'unit name', zh: '单位名称' },
  phone: { en: 'phone', zh: '联系电话' },
  bankAccount: { en: 'bank account', zh: '银行账号' },
  enrolled: { en: 'enrolled in mutual aid', zh: '参加互助' },
  recognitions: { en: 'Recognitions', zh: '认定情况' },
  active: { en: 'in service', zh: '在职' },
  retired: { en: 'retired', zh: '退休' },
  survivorIllness: { en: 'survivor (death by illness)', zh: '病亡遗属' },
  survivorWorkDeath: { en: 'survivor (death at work)', zh: '工亡遗属' },
  addSummary: { en: 'add a person', zh: '登记人员' },
  editSummary: { en: 'correct the facts of a person', zh: '更正人员信息' },
  listSummary: { en: 'list people', zh: '列出人员' },
  showSummary: {
    en: 'show a person, with years of enrolment and recognitions',
    zh: '查看人员，连同参加年度和认定情况',
  },
  importSummary: { en: 'import people from a CSV file', zh: '从 CSV 文件导入人员' },
  employeeArgument: { en: 'the employee number', zh: '工号' },
  unitOption: { en: 'only this unit and all below it', zh: '只列该单位及其下属单位' },
  categoryOption: {
    en: 'only this category: active, retired, survivor-illness or survivor-work-death',
    zh: '只列该类别：active（在职）、retired（退休）、survivor-illness（病亡遗属）或 survivor-work-death（工亡遗属）',
  },
  textOption: {
    en: 'only those whose number, name or ID number holds this text',
    zh: '只列工号、姓名或身份证号含此文字的',
  },
  revealOption: {
    en: 'show ID numbers and bank accounts in full; this is noted in the audit log',
    zh: '完整显示身份证号和银行账号（会记入操作记录）',
  },
  nobody: {
    en: 'nobody is recorded yet among those you see; add people first: relief person add, or relief person import',
    zh: '工作范围内还没有登记的人员；请先登记：relief person add，或用文件导入：relief person import',
  },
  whichPerson: { en: 'Who? (number, name or ID number)', zh: '哪一位？（工号、姓名或身份证号）' },
  added: { en: 'Added {name}, employee number {no}.', zh: '已登记{name}，工号 {no}。' },
  unchanged: {
    en: '{name}, employee number {no}, is there already, the same.',
    zh: '{name}（工号 {no}）已登记，内容相同。',
  },
  edited: {
    en: 'Corrected {name}, employee number {no}: {fields}.',
    zh: '已更正{name}（工号 {no}）：{fields}。',
  },
  editedNothing: {
    en: '{name}, employee number {no}, was like that already.',
    zh: '{name}（工号 {no}）本来就是这样，未作改动。',
  },
  nothingToEdit: {
    en: 'say what to change: --name, --id-no, --category, --unit, --phone or --bank-account',
    zh: '请写明要改什么：--name、--id-no、--category、--unit、--phone 或 --bank-account',
  },
  employeeNoExponent: {
    en: 'employee number "{text}" was changed by Excel; its digits are lost. Format the column as text, enter it again',
    zh: '工号“{text}”被 Excel 改成了科学计数法，原号已丢失；请把该列设为文本格式后重新填写',
  },
  employeeNoMalformed: {
    en: '"{text}" is not an employee number; it holds letters, digits and dashes, at most {most}',
    zh: '“{text}”不是工号；工号由字母、数字和短横线组成，最多 {most} 位',
  },
  accountExponent: {
    en: 'bank account "{text}" was changed by Excel; its digits are lost. Format the column as text, enter it again',
    zh: '银行账号“{text}”被 Excel 改成了科学计数法，原号已丢失；请把该列设为文本格式后重新填写',
  },
  accountMasked: {
    en: 'bank account "{text}" is masked; export with --reveal to import it again',
    zh: '银行账号“{text}”已被遮盖，不是完整账号；需要再次导入的，请用 --reveal 导出',
  },
  accountMalformed: {
    en: 'bank account "{text}" may only hold digits, 6 to 32 of them',
    zh: '银行账号“{text}”只能由数字组成，6 至 32 位',
  },
  conflict: {
    en: 'employee {no} is there already with another {fields}; to correct it: relief person edit {no}',
    zh: '工号 {no} 已登记，但{fields}不同；要更正请用：relief person edit {no}',
  },
  idBorne: {
    en: 'ID number {id} is already borne by employee {no} ({name}); check which one is right',
    zh: '身份证号 {id} 已登记在工号 {no}（{name}）名下；请核对哪一个正确',
  },
  idBorneElsewhere: {
    en: 'ID number {id} already belongs to an employee of unit {unit}, which lies outside the reach of {operator}; check it, and ask that unit or the one above',
    zh: '身份证号 {id} 已登记在单位 {unit} 的职工名下，该单位不在{operator}的工作范围内；请核对，并与该单位或上级联系',
  },
  beyondReach: {
    en: 'employee {no} is of unit {unit}, which lies outside the reach of {operator}, who works only on people of the own unit and of those below it',
    zh: '工号 {no} 属于单位 {unit}，不在{operator}的工作范围内；只能办理本单位及其下属单位人员的事',
  },
  unknown: {
    en: 'there is no employee "{text}"; did you mean {nearest}? If not, add the person first with "relief person add"',
    zh: '没有工号“{text}”，是不是 {nearest}？如果不是，请先用“relief person add”登记',
  },
  unknownAlone: {
    en: 'there is no employee "{text}"; add the person first with "relief person add"',
    zh: '没有工号“{text}”；请先用“relief person add”登记',
  },
} as const satisfies Record<string, Phrase>;
