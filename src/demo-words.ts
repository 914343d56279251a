import type { Phrase } from './core/language.ts';

/** The words of the demo: its chapters, and what is said between the commands. */
export const words = {
  office: {
    en: 'The office: its people and receipts, families in hardship and officials, the funds, who may do what',
    zh: '建账：人员和单据、困难职工家庭和结对干部、各项基金、操作人分工',
  },
  first: {
    en: 'The first quarter: settled, announced, approved, paid; the bank refuses two',
    zh: '第一季度：结算、公示、批准、付款，银行退回两笔',
  },
  second: {
    en: 'A receipt proves wrong after it was paid: the second quarter takes it back',
    zh: '已付款的单据有问题：作废，第二季度扣回',
  },
  third: {
    en: 'A patient cannot wait: an advance, offset in the third quarter',
    zh: '病情急迫：先行预付，第三季度抵扣',
  },
  books: {
    en: "The books: the fund's year, one worker's money, and its proof",
    zh: '查账：全年收支、一名职工的待遇来历、核验',
  },
  accident: {
    en: 'An accident: a file is opened at the point, help applied for and passed up, approved and paid',
    zh: '一场意外：帮扶点建档，申请救助、逐级上报，审批付款',
  },
  beside: {
    en: 'Beside the money: an official for the family, a visit, a request that rises until it is answered',
    zh: '资金之外的帮扶：干部结对、上门走访，诉求逐级上报直到答复',
  },
  known: {
    en: 'Found before they ask, and told of the year',
    zh: '主动查找应帮未帮的人，汇总全年帮扶',
  },
  bank: { en: '(The bank answers: {file})', zh: '（银行回盘：{file}）' },
  demoDone: {
    en: '\nThe sample office stays in {folder}. Look around in it: relief hardship list --as 王建国 --db {path}',
    zh: '\n样例单位保存在 {folder}，可以继续查看：relief hardship list --as 王建国 --db {path}',
  },
} as const satisfies Record<string, Phrase>;
