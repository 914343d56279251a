import type { Phrase } from '../../core/language.ts';

/** The words of hospitals. */
export const words = {
  name: { en: 'hospital', zh: '医院' },
  designated: { en: 'designated', zh: '定点' },
  addSummary: { en: 'add a hospital', zh: '登记医院' },
  editSummary: {
    en: 'correct the name of a hospital, or whether it is designated',
    zh: '更正医院名称或是否定点',
  },
  listSummary: { en: 'list the hospitals', zh: '列出医院' },
  showSummary: { en: 'show a hospital', zh: '查看医院' },
  importSummary: { en: 'import hospitals from a CSV file', zh: '从 CSV 文件导入医院' },
  nameArgument: { en: 'the name of the hospital', zh: '医院名称' },
  designatedOption: {
    en: 'only designated ones (yes), or the others (no)',
    zh: '只列定点（yes）或非定点（no）的',
  },
  textOption: { en: 'only those whose name holds this text', zh: '只列名称含此文字的' },
  whichHospital: { en: 'Which hospital?', zh: '哪家医院？' },
  added: { en: 'Added {name}.', zh: '已登记{name}。' },
  unchanged: { en: '{name} is there already, the same.', zh: '{name}已登记，内容相同。' },
  edited: {
    en: '{name} is now: designated {designated}.',
    zh: '{name}已更正，定点：{designated}。',
  },
  nothingToEdit: {
    en: 'say what to change: --name or --designated',
    zh: '请写明要改什么：--name 或 --designated',
  },
  conflict: {
    en: '{name} is there already with designated {there}; to correct it: relief hospital edit "{name}" --designated {here}',
    zh: '{name}已登记，定点为“{there}”；要更正请用：relief hospital edit "{name}" --designated {here}',
  },
  nameTaken: {
    en: 'there is another hospital called {name} already',
    zh: '已另有一家医院叫{name}，请核对名称',
  },
  unknown: {
    en: 'there is no hospital "{text}"; did you mean "{nearest}"? If not, add it first with "relief hospital add"',
    zh: '没有医院“{text}”，是不是“{nearest}”？如果不是，请先用“relief hospital add”登记',
  },
  unknownAlone: {
    en: 'there is no hospital "{text}"; add it first with "relief hospital add"',
    zh: '没有医院“{text}”；请先用“relief hospital add”登记',
  },
} as const satisfies Record<string, Phrase>;
