import type { Phrase } from './core/language.ts';

/** What may be wrong with the global options. */
export const words = {
  badLang: { en: '--lang is zh or en, not "{text}"', zh: '--lang 只能是 zh 或 en，不能是“{text}”' },
  badToday: { en: '--today: {reason}', zh: '--today：{reason}' },
  jsonOrCsv: { en: 'choose one of --json and --csv', zh: '--json 和 --csv 只能选一个' },
  operatorBad: {
    en: "the operator's name may not be empty or hold control characters; use --as NAME",
    zh: '操作人姓名不能为空，也不能含控制字符；请用 --as 指定',
  },
} as const satisfies Record<string, Phrase>;
