import type { Phrase } from '../../core/language.ts';

/** The words of hardship files. */
export const words = {
  noFile: {
    en: '{name} ({no}) has no hardship file; open one with: relief hardship open --employee-no {no}',
    zh: '{name}（工号 {no}）没有困难职工档案；请先建档：relief hardship open --employee-no {no}',
  },
} as const satisfies Record<string, Phrase>;
