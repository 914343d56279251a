import type { Phrase } from '../../core/language.ts';

/** The words of loans. */
export const words = {
  loan: { en: 'loan', zh: '借款编号' },
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  unit: { en: 'unit', zh: '单位' },
  unitCode: { en: 'unit code', zh: '单位编码' },
  fund: { en: 'fund', zh: '基金' },
  purpose: { en: 'purpose', zh: '借款用途' },
  principal: { en: 'principal', zh: '借款金额' },
  paidOn: { en: 'paid out on', zh: '发放日期' },
  repaid: { en: 'repaid', zh: '已归还' },
  writtenOff: { en: 'written off', zh: '已核销' },
  left: { en: 'left', zh: '未归还' },
  nextDueOn: { en: 'next due on', zh: '下期应还日期' },
  nextAmount: { en: 'next due', zh: '下期应还' },
  overdue: { en: 'overdue', zh: '逾期金额' },
  overdueDays: { en: 'days overdue', zh: '逾期天数' },
  since: { en: 'overdue since', zh: '逾期起始日' },
  state: { en: 'state', zh: '状态' },
  running: { en: 'running', zh: '正常还款' },
  isOverdue: { en: 'overdue', zh: '逾期' },
  isRepaid: { en: 'repaid', zh: '已还清' },
  isWrittenOff: { en: 'written off', zh: '已核销' },
  instalmentPaid: { en: 'paid', zh: '已还' },
  instalmentPartlyPaid: { en: 'partly paid', zh: '部分已还' },
  instalmentDue: { en: 'to come', zh: '未到期' },
  no: { en: 'no.', zh: '期次' },
  dueOn: { en: 'due on', zh: '应还日期' },
  due: { en: 'due', zh: '应还金额' },
  paid: { en: 'paid', zh: '已还金额' },
  cameOn: { en: 'paid on', zh: '还清日期' },
  repayment: { en: 'repayment', zh: '还款编号' },
  amount: { en: 'amount', zh: '还款金额' },
  on: { en: 'date', zh: '还款日期' },
  onDefault: { en: 'date (default: today)', zh: '还款日期（默认今天）' },
  memo: { en: 'memo', zh: '摘要' },
  entry: { en: 'entry', zh: '分录号' },
  takenBackBy: { en: 'taken back by entry', zh: '冲销分录号' },
  booked: { en: 'booked', zh: '入账金额' },
  reason: { en: 'reason', zh: '原因' },
  age: { en: 'overdue for', zh: '逾期时间' },
  instalments: { en: 'instalments', zh: '逾期期数' },
  ageTo: { en: '{from} to {to} days', zh: '{from}～{to} 天' },
  ageAbove: { en: 'over {days} days', zh: '超过 {days} 天' },
  putIn: { en: 'put in', zh: '累计投入' },
  lent: { en: 'lent in all', zh: '累计发放' },
  repaidInAll: { en: 'repaid', zh: '累计收回' },
  writtenOffInAll: { en: 'written off', zh: '累计核销' },
  out: { en: 'out on loan', zh: '在借余额' },
  overdueOfIt: { en: 'of it overdue', zh: '其中逾期' },
  free: { en: 'free to lend', zh: '可发放资金' },
  turnover: { en: 'turned over (times)', zh: '周转次数' },
  putInYear: { en: 'put in in {year}', zh: '{year} 年投入' },
  lentYear: { en: 'lent in {year}', zh: '{year} 年发放' },
  repaidYear: { en: 'repaid in {year}', zh: '{year} 年收回' },
  writtenOffYear: { en: 'written off in {year}', zh: '{year} 年核销' },
  putInUntil: { en: 'put in until then', zh: '截至年末累计投入' },
  turnoverYear: { en: 'turned over in {year} (times)', zh: '{year} 年周转次数' },
  year: { en: 'year', zh: '年度' },
  asOf: { en: 'as of', zh: '截至' },
  none: { en: 'none', zh: '无' },
  listSummary: {
    en: 'list the loans that were paid out, the latest first',
    zh: '列出已发放的借款，最近的在前',
  },
  showSummary: {
    en: 'show a loan: its schedule, its repayments, its entries in the books',
    zh: '查看一笔借款：还款计划、还款记录、账簿分录',
  },
  repaySummary: { en: 'book a repayment', zh: '登记还款' },
  correctSummary: { en: 'take back a repayment entered in error', zh: '冲销录错的还款' },
  importSummary: {
    en: "import repayments from a bank's or payroll's file; each row names the loan or the employee number",
    zh: '从银行或工资代扣文件导入还款；每行写明借款编号或工号',
  },
  overdueSummary: {
    en: 'what is overdue, by age and by loan',
    zh: '逾期借款：按逾期时间汇总及逐笔明细',
  },
  writeOffSummary: {
    en: 'ask that what is left of a loan be written off',
    zh: '申请核销一笔借款的未归还部分',
  },
  approveWriteOffSummary: {
    en: 'write off what is left of a loan, as another operator asked',
    zh: '批准他人提出的核销申请',
  },
  refuseWriteOffSummary: { en: 'refuse that a loan be written off', zh: '对核销申请不予批准' },
  fundSummary: {
    en: 'the revolving fund: put in, lent, repaid, out, overdue, free, how often it has turned over',
    zh: '周转金运行情况：投入、发放、收回、在借、逾期、可发放资金和周转次数',
  },
  loanArgument: {
    en: "the loan's number (relief loan list)",
    zh: '借款编号（见 relief loan list）',
  },
  personToRepay: { en: 'instead of the loan: whose', zh: '不写借款编号时，写借款人工号' },
  unitOption: {
    en: 'only people of this unit and all below it',
    zh: '只列该单位及其下属单位人员的',
  },
  stateOption: {
    en: 'only in this state: running (nothing overdue), overdue, repaid, written-off',
    zh: '只列该状态的：running（正常还款）、overdue（逾期）、repaid（已还清）、written-off（已核销）',
  },
  personOption: { en: 'only of this employee number', zh: '只列该工号的' },
  repaymentOption: {
    en: 'which repayment (relief loan show)',
    zh: '还款编号（见 relief loan show）',
  },
  reasonOption: { en: 'why', zh: '原因' },
  fundOption: {
    en: 'which fund, where several give loans',
    zh: '有几项借款类基金时，写明哪项基金',
  },
  yearOption: {
    en: 'what moved in this year, and what there was at its end',
    zh: '只看这一年的发生额和年末数',
  },
  scheduleHeading: { en: 'Schedule', zh: '还款计划' },
  repaymentsHeading: { en: 'Repayments', zh: '还款记录' },
  entriesHeading: { en: 'In the books', zh: '账簿分录' },
  overdueHeading: { en: 'Overdue, {fund}', zh: '{fund}逾期汇总' },
  nothingOverdue: { en: 'Nothing is overdue.', zh: '没有逾期。' },
  repaidEarly: {
    en: 'Repaid in full on {on}, before the last instalment fell due.',
    zh: '已于 {on} 提前还清。',
  },
  repaidInFull: { en: 'Repaid in full on {on}.', zh: '已于 {on} 还清。' },
  writeOffPending: {
    en: '{by} asked on {on} that {amount} yuan be written off: {reason}. Another operator decides: relief loan approve-write-off {id}, or refuse-write-off {id}',
    zh: '{by}于 {on} 申请核销 {amount} 元：{reason}。须由另一位操作人审批：relief loan approve-write-off {id}（批准）或 refuse-write-off {id}（不批准）',
  },
  writeOffApproved: {
    en: '{amount} yuan written off on {on} by {by}: {reason}',
    zh: '{by}于 {on} 批准核销 {amount} 元：{reason}',
  },
  writeOffRefused: {
    en: 'On {on} {by} refused that it be written off: {reason}',
    zh: '{by}于 {on} 不予核销：{reason}',
  },
  whichLoan: { en: 'Which loan?', zh: '哪一笔借款？' },
  loanChoice: {
    en: '{id}  of {paid_on}, {left} left',
    zh: '{id}  {paid_on} 发放，未归还 {left} 元',
  },
  repaidMore: {
    en: 'Entry {entry}: {name} ({no}) repaid {amount} yuan of loan {id} (repayment {repayment}); {left} left, {next} of it due on {on}.',
    zh: '分录号 {entry}：{name}（工号 {no}）归还借款 {id} {amount} 元（还款编号 {repayment}）；尚欠 {left} 元，下期 {on} 应还 {next} 元。',
  },
  repaidStillOverdue: {
    en: 'Entry {entry}: {name} ({no}) repaid {amount} yuan of loan {id} (repayment {repayment}); {left} left, {overdue} of it overdue for {days} {days:day|days}.',
    zh: '分录号 {entry}：{name}（工号 {no}）归还借款 {id} {amount} 元（还款编号 {repayment}）；尚欠 {left} 元，其中逾期 {overdue} 元（{days} 天）。',
  },
  repaidAll: {
    en: 'Entry {entry}: {name} ({no}) repaid {amount} yuan of loan {id} (repayment {repayment}): it is repaid in full.',
    zh: '分录号 {entry}：{name}（工号 {no}）归还借款 {id} {amount} 元（还款编号 {repayment}），已全部还清。',
  },
  corrected: {
    en: 'Entry {entry} takes back repayment {repayment} of loan {id} (entry {reverses}): {amount} yuan. {left} yuan are left of it.',
    zh: '分录号 {entry} 已冲销借款 {id} 的还款 {repayment}（分录号 {reverses}）{amount} 元。该笔借款尚欠 {left} 元。',
  },
  asked: {
    en: 'Asked that {left} yuan of loan {id}, {name} ({no}), be written off. Another operator decides: relief loan approve-write-off {id}',
    zh: '已申请核销{name}（工号 {no}）借款 {id} 的未归还部分 {left} 元。须由另一位操作人审批：relief loan approve-write-off {id}',
  },
  approveConfirm: {
    en: 'Write off {left} yuan of loan {id}, {name} ({no}), for good? Reason: {reason}',
    zh: '核销{name}（工号 {no}）借款 {id} 的未归还部分 {left} 元？核销原因：{reason}',
  },
  approved: {
    en: 'Entry {entry}: {amount} yuan of loan {id}, {name} ({no}), written off by {operator}.',
    zh: '分录号 {entry}：{operator}已批准核销{name}（工号 {no}）借款 {id} 的未归还部分 {amount} 元。',
  },
  refused: {
    en: 'Loan {id} of {name} ({no}) is not written off; {left} yuan are left of it.',
    zh: '{name}（工号 {no}）的借款 {id} 不予核销，尚欠 {left} 元。',
  },
  noneLends: {
    en: 'no fund of the policy gives loans; one with "way: loan" would',
    zh: '现行政策中没有借款类基金（way: loan）',
  },
  whichFund: {
    en: 'several funds give loans; say which with --fund: {funds}',
    zh: '有几项借款类基金，请用 --fund 写明：{funds}',
  },
  unknown: {
    en: 'there is no loan with the number "{text}"; see: relief loan list',
    zh: '没有编号为“{text}”的借款；请看：relief loan list',
  },
  notPaidOut: {
    en: 'loan {id} was not paid out; where it stands: relief grant show {id}',
    zh: '借款 {id} 还没有发放；办理情况请看：relief grant show {id}',
  },
  loanOrPerson: {
    en: "say which loan: its number, or --person with the borrower's employee number",
    zh: '请写明借款编号，或用 --person 写明借款人工号',
  },
  notTheirs: {
    en: 'loan {id} is not of employee {no}, but of {name} ({owner})',
    zh: '借款 {id} 的借款人不是工号 {no}，而是{name}（工号 {owner}）',
  },
  noLoan: {
    en: '{name} ({no}) has no loan to repay; see: relief loan list --person {no}',
    zh: '{name}（工号 {no}）没有需要归还的借款；请看：relief loan list --person {no}',
  },
  severalLoans: {
    en: '{name} ({no}) has several loans to repay; name one by its number: {loans}',
    zh: '{name}（工号 {no}）有几笔借款未还，请写明借款编号：{loans}',
  },
  severalInFile: {
    en: 'the person has several loans to repay; name one in the column loan: {loans}',
    zh: '该职工有几笔借款未还，请在“借款编号”列写明是哪一笔：{loans}',
  },
  noLoanInFile: {
    en: 'employee {no} has no loan that was paid out',
    zh: '工号 {no} 没有已发放的借款',
  },
  neitherInFile: {
    en: 'the row names neither a loan nor an employee number',
    zh: '该行既没有借款编号，也没有工号',
  },
  inFuture: {
    en: '{on} lies in the future; a repayment bears the day on which the money came',
    zh: '{on} 还没有到；请填写实际还款的日期',
  },
  beforePaidOut: {
    en: 'loan {id} was paid out on {paid_on}; it cannot have been repaid on {on}',
    zh: '借款 {id} 于 {paid_on} 发放，不可能在 {on} 还款',
  },
  moreThanLeft: {
    en: '{name} ({no}) has {left} yuan of loan {id} left to repay; {amount} is more than that',
    zh: '{name}（工号 {no}）的借款 {id} 只剩 {left} 元未还，{amount} 元超过了欠款',
  },
  repaidAlready: {
    en: 'loan {id} of {name} ({no}) is repaid in full: nothing is left to repay',
    zh: '{name}（工号 {no}）的借款 {id} 已全部还清，无须再还',
  },
  writtenOffAlready: {
    en: 'loan {id} of {name} ({no}) was written off: nothing is left to repay. Money that comes all the same is a deposit: relief fund deposit {fund}',
    zh: '{name}（工号 {no}）的借款 {id} 已核销，没有未还款项；如仍有款项收回，请登记为经费入账：relief fund deposit {fund}',
  },
  noRepayments: {
    en: 'no repayment of loan {id} counts, so there is none to take back',
    zh: '借款 {id} 没有有效的还款记录，无可冲销',
  },
  unknownRepayment: {
    en: 'loan {id} has no repayment {number}; it has: {known}',
    zh: '借款 {id} 没有编号为 {number} 的还款；现有：{known}',
  },
  correctedAlready: {
    en: 'repayment {number} of loan {id} was taken back already (entry {by})',
    zh: '借款 {id} 的还款 {number} 已经冲销过（分录号 {by}）',
  },
  nothingLeft: {
    en: 'nothing is left of loan {id}, so there is nothing to write off',
    zh: '借款 {id} 没有未归还的部分，无须核销',
  },
  movedLater: {
    en: 'money of loan {id} moved on {on}, and {today} lies before that; check the date of this computer, or --today',
    zh: '借款 {id} 在 {on} 有收付，{today} 早于该日期；请检查本机日期或 --today',
  },
  askedAlready: {
    en: 'that loan {id} be written off was asked for already, by {by} on {on}; another operator decides: relief loan approve-write-off {id}',
    zh: '{by}已于 {on} 申请核销借款 {id}，须由另一位操作人审批：relief loan approve-write-off {id}',
  },
  notAsked: {
    en: 'nobody has asked that loan {id} be written off; first: relief loan write-off {id} --reason …',
    zh: '借款 {id} 没有待审批的核销申请；请先申请：relief loan write-off {id} --reason 原因',
  },
  cronCannotDecide: {
    en: '"cron" decides nothing; a person must decide on loan {id} (--as NAME)',
    zh: '“cron”不能审批；借款 {id} 的核销须由人审批（--as 姓名）',
  },
  askedByYou: {
    en: '{operator} asked that loan {id} be written off, and therefore cannot decide on it; ask another operator (--as NAME)',
    zh: '借款 {id} 的核销由{operator}申请，不能由同一人审批；请由另一位操作人审批（--as 姓名）',
  },
  decidedAbove: {
    en: 'loan {id} is of a fund kept at the level {level}; {operator} works below it and cannot decide that it be written off',
    zh: '借款 {id} 所属基金由{level}一级管理，{operator}所在单位的级别不够，不能审批核销',
  },
  decidedBeforeAsked: {
    en: 'it was asked on {asked_on} that loan {id} be written off, and {today} lies before that; check the date of this computer, or --today',
    zh: '借款 {id} 于 {asked_on} 申请核销，{today} 早于该日期；请检查本机日期或 --today',
  },
  repaidMeanwhile: {
    en: 'loan {id} was repaid in full meanwhile: there is nothing to write off; relief loan refuse-write-off {id} --reason …',
    zh: '借款 {id} 在此期间已全部还清，无须核销；请用：relief loan refuse-write-off {id} --reason 原因',
  },
  yearToCome: { en: '{year} is still to come', zh: '{year} 年还没有到' },
} as const satisfies Record<string, Phrase>;
