import type { Phrase } from '../../core/language.ts';

/** The words of the reports on help given. */
export const words = {
  fundSummary: { en: 'help given, by fund', zh: '帮扶统计：按基金' },
  unitSummary: {
    en: 'help given, by unit: those right below the one asked for',
    zh: '帮扶统计：按单位（所选单位及其直属单位）',
  },
  levelSummary: { en: 'help given, by the level that decides', zh: '帮扶统计：按审批级别' },
  categorySummary: { en: 'help given, by kind of person', zh: '帮扶统计：按人员类别' },
  sourceSummary: {
    en: 'where the money of each fund came from, and where it went',
    zh: '经费统计：各项基金的来源和去向',
  },
  fundHeading: {
    en: 'Help given, {from} to {to}, by fund',
    zh: '{from} 至 {to} 帮扶情况（按基金）',
  },
  unitHeading: {
    en: 'Help given, {from} to {to}, by unit',
    zh: '{from} 至 {to} 帮扶情况（按单位）',
  },
  levelHeading: {
    en: 'Help given, {from} to {to}, by the level that decides',
    zh: '{from} 至 {to} 帮扶情况（按审批级别）',
  },
  categoryHeading: {
    en: 'Help given, {from} to {to}, by kind of person',
    zh: '{from} 至 {to} 帮扶情况（按人员类别）',
  },
  sourceHeading: {
    en: 'Money in and out, {from} to {to}, by source',
    zh: '{from} 至 {to} 经费收支（按来源）',
  },
  yearOption: { en: 'of this year (default: the current one)', zh: '该年度的（默认本年度）' },
  quarterOption: {
    en: 'of this quarter: 2026Q3, 2026年第3季度, last or current',
    zh: '该季度的：2026Q3、2026年第3季度、last（上季度）或 current（本季度）',
  },
  unitOption: {
    en: 'only people of this unit and all below it',
    zh: '只统计该单位及其下属单位的人员',
  },
  yearOrQuarter: {
    en: 'give --year or --quarter, not both',
    zh: '--year 和 --quarter 只能写一个',
  },
  fund: { en: 'fund', zh: '基金' },
  unit: { en: 'unit', zh: '单位' },
  level: { en: 'level', zh: '级别' },
  category: { en: 'kind of person', zh: '人员类别' },
  name: { en: 'name', zh: '名称' },
  helped: { en: 'times', zh: '救助笔数' },
  persons: { en: 'persons', zh: '人数' },
  families: { en: 'families', zh: '建档户数' },
  amount: { en: 'amount', zh: '救助金额' },
  lent: { en: 'lent', zh: '发放借款' },
  repaid: { en: 'repaid', zh: '收回借款' },
  writtenOff: { en: 'written off', zh: '核销借款' },
  inKind: { en: 'in kind', zh: '非现金帮扶次数' },
  withoutMoney: { en: 'without money', zh: '非现金帮扶' },
  total: { en: 'total', zh: '合计' },
  way: { en: 'in or out', zh: '收支' },
  moneyIn: { en: 'in', zh: '收入' },
  moneyOut: { en: 'out', zh: '支出' },
  what: { en: 'what', zh: '项目' },
  flowAmount: { en: 'amount', zh: '金额' },
  allFunds: { en: 'all funds', zh: '全部基金' },
  lentOut: { en: 'loans paid out', zh: '发放借款' },
  cameBack: { en: 'loans repaid', zh: '收回借款' },
} as const satisfies Record<string, Phrase>;
