import type { Phrase } from '../core/language.ts';

/** The words of the funds' books. */
export const words = {
  shortfall: {
    en: 'the {fund} has {free} yuan to spare and this takes {amount}: {missing} yuan are missing. Put money in (relief fund deposit {code}), then try again',
    zh: '{fund}可用余额 {free} 元，本次需要 {amount} 元，还差 {missing} 元。请先入账（relief fund deposit {code}）再办理',
  },
} as const satisfies Record<string, Phrase>;
