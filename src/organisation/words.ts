import type { Phrase } from '../core/language.ts';

/** The words of the organisation: units and their levels. */
export const words = {
  group: { en: 'group', zh: '集团' },
  mine: { en: 'mine or factory', zh: '矿厂' },
  section: { en: 'section', zh: '区科' },
  code: { en: 'unit code', zh: '单位编码' },
  name: { en: 'unit name', zh: '单位名称' },
  level: { en: 'level', zh: '级别' },
  parent: { en: 'parent unit', zh: '上级单位' },
  people: { en: 'people', zh: '人数' },
  whichParent: {
    en: 'Which unit is above it? (code or name)',
    zh: '上级是哪个单位？（编码或名称）',
  },
  noParent: {
    en: 'there is no unit of the level "{level}" yet that it could stand below; enter that first',
    zh: '还没有{level}一级的单位可作上级；请先登记上级单位',
  },
  whichUnit: { en: 'Which unit? (code or name)', zh: '哪个单位？（编码或名称）' },
  addSummary: { en: 'add a unit', zh: '登记单位' },
  editSummary: { en: 'correct the name or the parent of a unit', zh: '更正单位名称或上级' },
  listSummary: { en: 'list the units', zh: '列出单位' },
  showSummary: { en: 'show a unit', zh: '查看单位' },
  importSummary: { en: 'import units from a CSV file', zh: '从 CSV 文件导入单位' },
  unitArgument: { en: 'the unit code', zh: '单位编码' },
  textOption: {
    en: 'only those whose code or name holds this text',
    zh: '只列编码或名称含此文字的',
  },
  unitOption: { en: 'only this unit and all below it', zh: '只列该单位及其下属单位' },
  levelOption: {
    en: 'only this level: group, mine or section',
    zh: '只列该级别：group、mine 或 section',
  },
  added: { en: 'Added unit {code} {name}.', zh: '已登记单位 {code} {name}。' },
  unchanged: {
    en: 'Unit {code} is there already, the same.',
    zh: '单位 {code} 已登记，内容相同。',
  },
  edited: { en: 'Unit {code} is now: {name}.', zh: '单位 {code} 已更正为：{name}。' },
  editedNothing: {
    en: 'Unit {code} {name} was like that already.',
    zh: '单位 {code} {name}本来就是这样，未作改动。',
  },
  nothingToEdit: {
    en: 'say what to change: --name or --parent',
    zh: '请写明要改什么：--name 或 --parent',
  },
  unknown: {
    en: 'there is no unit "{text}"; did you mean {nearest}?',
    zh: '没有单位“{text}”，是不是 {nearest}？',
  },
  unknownAlone: {
    en: 'there is no unit "{text}"; add it first with "relief unit add"',
    zh: '没有单位“{text}”；请先用“relief unit add”登记',
  },
  conflict: {
    en: 'unit {code} is there already with other content ({name}, {level}); to correct it: relief unit edit {code}',
    zh: '单位 {code} 已登记，内容不同（{name}，{level}）；要更正请用：relief unit edit {code}',
  },
  parentMissing: {
    en: 'a unit of level {level} needs a parent of level {above}',
    zh: '{level}一级的单位必须有{above}一级的上级',
  },
  parentOfGroup: {
    en: 'the group stands at the top and has no parent',
    zh: '集团是最高一级，没有上级',
  },
  parentLevelWrong: {
    en: 'unit {parent} is of level {level}; the parent must be of level {above}',
    zh: '单位 {parent} 属于{level}一级；上级应属于{above}一级',
  },
  ambiguous: {
    en: 'several units are called "{text}"; write the code: {codes}',
    zh: '有几个单位都叫“{text}”；请写编码：{codes}',
  },
} as const satisfies Record<string, Phrase>;
