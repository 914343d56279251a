import type { Phrase } from '../../core/language.ts';

/** The words of the noun `fund`: money in, statements, budgets, what persons owe. */
export const words = {
  listSummary: { en: 'what each fund has', zh: '各项基金的余额' },
  showSummary: {
    en: 'a fund: what it has, where its money came from, its budget, whom it helps',
    zh: '查看一项基金：余额、经费来源、预算执行情况、救助对象和标准',
  },
  depositSummary: { en: 'book money that came in', zh: '登记经费入账' },
  openingSummary: {
    en: 'book what a fund had when its books begin here',
    zh: '登记建账时的期初余额',
  },
  budgetSummary: {
    en: "set or show a year's budget, and what of it is spent",
    zh: '设定或查看年度预算及执行情况',
  },
  statementSummary: {
    en: 'the entries of a fund with the money in hand after each',
    zh: '对账单：逐笔分录及余额',
  },
  outstandingSummary: {
    en: 'what persons owe the funds, by age',
    zh: '应收个人款明细：欠款人、金额、账龄',
  },
  repaySummary: { en: 'book what a person pays back', zh: '登记个人退回的款项' },
  whichFund: { en: 'which fund?', zh: '哪项基金？' },
  fundArgument: {
    en: 'the fund: mutual-aid, serious-illness, … (relief fund list)',
    zh: '基金代码：mutual-aid、serious-illness 等（见 relief fund list）',
  },
  fundOption: { en: 'only this fund', zh: '只看这项基金' },
  yearOption: { en: 'which year (default: this one)', zh: '哪一年（默认本年）' },
  fromOption: { en: 'from this day on', zh: '从这一天起' },
  toOption: { en: 'up to this day', zh: '到这一天为止' },
  code: { en: 'code', zh: '代码' },
  title: { en: 'fund', zh: '基金' },
  balance: { en: 'money in hand', zh: '资金余额' },
  payable: { en: 'approved, not yet paid', zh: '应付未付' },
  receivable: { en: 'outstanding from persons', zh: '应收个人款' },
  loans: { en: 'of it lent', zh: '其中借出未还' },
  available: { en: 'can still be promised', zh: '可用余额' },
  source: { en: 'source', zh: '经费来源' },
  amount: { en: 'amount', zh: '金额' },
  on: { en: 'date (default: today)', zh: '日期（默认今天）' },
  donor: { en: 'donor', zh: '捐款人' },
  memo: { en: 'memo', zh: '摘要' },
  person: { en: 'employee number', zh: '工号' },
  cameIn: { en: 'Came in in {year}', zh: '{year} 年经费来源' },
  nothingCameIn: { en: 'Nothing came in in {year}.', zh: '{year} 年尚无经费入账。' },
  rules: { en: 'By the policy', zh: '政策规定' },
  budget: { en: 'budget {year}', zh: '{year} 年预算' },
  spent: { en: 'spent', zh: '已支出' },
  left: { en: 'left', zh: '预算结余' },
  overspent: { en: 'over the budget by', zh: '超预算' },
  in: { en: 'in', zh: '收入' },
  out: { en: 'out', zh: '支出' },
  running: { en: 'money in hand', zh: '余额' },
  broughtForward: { en: 'brought forward', zh: '期初余额' },
  carriedForward: { en: 'carried forward', zh: '期末余额' },
  since: { en: 'since', zh: '起始日期' },
  days: { en: 'days', zh: '账龄（天）' },
  notAboveZero: {
    en: '"{text}" is no amount to book; it must be more than zero',
    zh: '“{text}”不能入账；金额必须大于零',
  },
  inFuture: {
    en: '{on} lies in the future; an entry bears the day on which the money moved',
    zh: '{on} 还没有到；请填写款项实际收付的日期',
  },
  donorWithoutDonation: {
    en: 'a donor belongs to a donation; leave --donor out, or say --source donation',
    zh: '只有职工捐款才填捐款人；请去掉 --donor，或改为 --source donation',
  },
  supplementaryElsewhere: {
    en: 'the allocation from supplementary medical insurance goes into the serious illness fund alone (relief fund deposit serious-illness)',
    zh: '补充医疗保险划拨只能记入大病救助金（relief fund deposit serious-illness）',
  },
  deposited: {
    en: 'Entry {entry}: {amount} yuan into the {fund} ({source}). It now has {balance} in hand.',
    zh: '分录号 {entry}：{fund}入账 {amount} 元（{source}）。资金余额 {balance} 元。',
  },
  opened: {
    en: 'Entry {entry}: the books of the {fund} begin on {on} with {amount} yuan. It now has {balance} in hand.',
    zh: '分录号 {entry}：{fund}自 {on} 建账，期初余额 {amount} 元。资金余额 {balance} 元。',
  },
  openedAlready: {
    en: 'the {fund} has its opening balance already (entry {entry}, {on}). If that is wrong: relief ledger reverse {entry} --reason …, then book it anew',
    zh: '{fund}已有期初余额（分录号 {entry}，{on}）。如果有误，请先冲销：relief ledger reverse {entry} --reason …，再重新登记',
  },
  openingTooLate: {
    en: 'the opening balance comes before all other entries, and the {fund} has entry {entry} of {first}: name a day up to {first}',
    zh: '期初余额应早于其他分录，而{fund}已有 {first} 的分录（分录号 {entry}）；日期不得晚于 {first}',
  },
  beforeOpening: {
    en: 'the books of the {fund} begin on {opened} (opening balance, entry {entry}); nothing can be booked on {on} before it',
    zh: '{fund}自 {opened} 建账（期初余额，分录号 {entry}），{on} 早于建账日期，不能登记',
  },
  nothingOutstanding: {
    en: '{name}, employee number {no}, owes the {fund} nothing',
    zh: '{name}（工号 {no}）不欠{fund}的款项',
  },
  moreThanOutstanding: {
    en: '{name}, employee number {no}, owes the {fund} {outstanding} yuan; {amount} is more than that',
    zh: '{name}（工号 {no}）欠{fund} {outstanding} 元，退回 {amount} 元超过了欠款',
  },
  beforeOutstanding: {
    en: 'what {name}, employee number {no}, owes began on {since}; it cannot have been paid back on {on}',
    zh: '{name}（工号 {no}）的欠款始于 {since}，不可能在 {on} 退回',
  },
  repaid: {
    en: 'Entry {entry}: {name}, employee number {no}, paid {amount} yuan back to the {fund}; {rest} still outstanding.',
    zh: '分录号 {entry}：{name}（工号 {no}）向{fund}退回 {amount} 元，尚欠 {rest} 元。',
  },
  budgetSet: {
    en: 'Budget of the {fund} for {year}: {amount} yuan.',
    zh: '{fund} {year} 年预算已定为 {amount} 元。',
  },
  budgetIs: {
    en: 'Budget of the {fund} for {year}: {amount} yuan; {spent} spent, {left} left.',
    zh: '{fund} {year} 年预算 {amount} 元，已支出 {spent} 元，结余 {left} 元。',
  },
  budgetOver: {
    en: 'Budget of the {fund} for {year}: {amount} yuan; {spent} spent, {over} more than the budget.',
    zh: '{fund} {year} 年预算 {amount} 元，已支出 {spent} 元，超预算 {over} 元。',
  },
  budgetNone: {
    en: 'The {fund} has no budget for {year}; {spent} yuan spent. To set one: relief fund budget {code} --year {year} --amount …',
    zh: '{fund}没有 {year} 年预算，已支出 {spent} 元。设定预算：relief fund budget {code} --year {year} --amount …',
  },
  backwards: {
    en: 'the statement would end ({to}) before it begins ({from})',
    zh: '截止日期 {to} 早于起始日期 {from}',
  },
} as const satisfies Record<string, Phrase>;
