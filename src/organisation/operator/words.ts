import type { Phrase } from '../../core/language.ts';

/** The words of operators: who may do what, and where. */
export const words = {
  notRegistered: {
    en: '{operator} is not registered as an operator; name yourself with --as, or have an administrator register you (relief operator add)',
    zh: '操作人“{operator}”没有登记；请用 --as 写明本人姓名，或请管理员登记（relief operator add）',
  },
  beyondReach: {
    en: 'unit {unit} lies outside what {operator} works for; only the own unit and those below it can be seen',
    zh: '单位 {unit} 不在{operator}的工作范围内；只能办理本单位及下级单位的事',
  },
} as const satisfies Record<string, Phrase>;
