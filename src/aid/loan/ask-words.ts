import type { Phrase } from '../../core/language.ts';

/** The words of the questions for a loan or one of its repayments. */
export const words = {
  whichLoanOf: {
    en: 'Which loan? (number or name of the borrower)',
    zh: '哪一笔借款？（借款人的工号或姓名）',
  },
  loanOf: {
    en: '{id}  {no} {name}  of {paid_on}, {left} left',
    zh: '{id}  {no} {name}  {paid_on} 发放，未归还 {left} 元',
  },
  whichRepayment: { en: 'Which repayment?', zh: '哪一笔还款？' },
  nothingToReverse: {
    en: 'loan {id} has no repayment that could be reversed; see: relief loan show {id}',
    zh: '借款 {id} 没有可以冲销的还款；请看：relief loan show {id}',
  },
} as const satisfies Record<string, Phrase>;
