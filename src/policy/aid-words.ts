import type { Phrase } from '../core/language.ts';

/** The words of what a policy says beyond the settlement. */
export const words = {
  level: { en: 'level', zh: '层级' },
  category: { en: 'category', zh: '人员类别' },
  way: { en: 'way of helping', zh: '救助方式' },
  beneficiary: { en: 'beneficiary', zh: '受益人' },
  per: { en: 'occasion', zh: '救助周期' },
  payee: { en: 'payee', zh: '收款方' },
  right: { en: 'right', zh: '权限' },
  stage: { en: 'stage of school', zh: '在读阶段' },
  hardshipClass: { en: 'class of hardship', zh: '困难类别' },
  loanWithoutInstalments: {
    en: 'a fund of loans says how many instalments there may be; add "instalments"',
    zh: '借款类基金须写明最多分几期归还，请补上“instalments”',
  },
  classesOrder: {
    en: 'the classes stand from the deepest on: the limit {limit} of "{name}" is not above the {before} before it',
    zh: '困难类别应从最困难的排起：“{name}”的标准 {limit} 不高于前一类的 {before}',
  },
  relationsWithoutHead: {
    en: 'the relations lack "{name}", by which the head of a household is its member; add it',
    zh: '与户主关系中缺少“{name}”（户主本人），请补上',
  },
  monthUnknown: {
    en: '"{text}" is no month; write 1 to 12',
    zh: '“{text}”不是月份，请写 1 至 12',
  },
} as const satisfies Record<string, Phrase>;
