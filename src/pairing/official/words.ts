import type { Phrase } from '../../core/language.ts';

/** The words of officials who are paired with families. */
export const words = {
  name: { en: 'official', zh: '结对干部' },
  rank: { en: 'rank', zh: '职级' },
  unit: { en: 'unit', zh: '单位' },
  unitName: { en: 'unit name', zh: '单位名称' },
  duty: { en: 'duty', zh: '职务' },
  phone: { en: 'phone', zh: '联系电话' },
  families: { en: 'families now', zh: '在帮户数' },
  addSummary: { en: 'add an official', zh: '登记结对干部' },
  editSummary: { en: 'correct the facts of an official', zh: '更正结对干部信息' },
  listSummary: { en: 'list the officials', zh: '列出结对干部' },
  showSummary: {
    en: 'show an official, with the families paired',
    zh: '查看结对干部，连同所帮的家庭',
  },
  importSummary: { en: 'import officials from a CSV file', zh: '从 CSV 文件导入结对干部' },
  nameArgument: { en: "the official's name", zh: '干部姓名' },
  whichUnitOption: {
    en: 'which one, by the unit (where two bear the name)',
    zh: '有同名干部时，写明所在单位',
  },
  newNameOption: { en: 'the right name', zh: '正确的姓名' },
  newUnitOption: { en: 'the unit now', zh: '现在的单位' },
  unitOption: {
    en: 'only officials of this unit and all below it',
    zh: '只列该单位及其下属单位的干部',
  },
  rankOption: {
    en: "only this rank, of the policy's",
    zh: '只列该职级的（职级由政策规定）',
  },
  textOption: {
    en: 'only those whose name or duty holds this text',
    zh: '只列姓名或职务含此文字的',
  },
  whichOfficial: { en: 'Which official? (name or unit)', zh: '哪位干部？（姓名或单位）' },
  added: { en: 'Added {name}, {rank}, {unit}.', zh: '已登记{unit}{rank}干部{name}。' },
  unchanged: {
    en: '{name} of {unit} is there already, the same.',
    zh: '{unit}的{name}已登记，内容相同。',
  },
  edited: {
    en: 'Corrected: {name} is now {rank}, {unit}.',
    zh: '已更正：{name}现为{unit}{rank}干部。',
  },
  editedNothing: {
    en: '{name} of {unit} was like that already.',
    zh: '{unit}的{name}本来就是这样，未作改动。',
  },
  nothingToEdit: {
    en: 'say what to change: --new-name, --rank, --new-unit, --duty or --phone',
    zh: '请写明要改什么：--new-name、--rank、--new-unit、--duty 或 --phone',
  },
  familiesTitle: { en: 'Families', zh: '结对家庭' },
  conflict: {
    en: 'the official {name} of {unit} is there already with another {fields}; to correct it: relief official edit {name}',
    zh: '{unit}的干部{name}已登记，但{fields}不同；要更正请用：relief official edit {name}',
  },
  taken: {
    en: '{unit} has an official called {name} already; tell the two apart by their names',
    zh: '{unit}已有一位干部叫{name}；请在姓名上加以区分',
  },
  unknown: {
    en: 'there is no official "{name}"; did you mean {nearest}? If not, add the official first with "relief official add"',
    zh: '没有结对干部“{name}”，是不是{nearest}？如果不是，请先用“relief official add”登记',
  },
  unknownAlone: {
    en: 'there is no official "{name}"; add the official first with "relief official add"',
    zh: '没有结对干部“{name}”；请先用“relief official add”登记',
  },
  notInUnit: {
    en: 'there is no official {name} in {unit}; officials of that name are in: {units}',
    zh: '{unit}没有结对干部{name}；叫这个名字的干部在：{units}',
  },
  several: {
    en: 'several officials are called {name}; say which by the unit ({option}): {units}',
    zh: '有几位干部都叫{name}；请写明所在单位（{option}）：{units}',
  },
} as const satisfies Record<string, Phrase>;
