import type { Phrase } from '../../core/language.ts';

/** The words of grants: their facts, their states, what commands ask and say. */
export const words = {
  grant: { en: 'number', zh: '编号' },
  fund: { en: 'fund', zh: '基金' },
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'applicant', zh: '申请人' },
  unit: { en: 'unit', zh: '单位' },
  beneficiary: { en: 'student', zh: '受助学生' },
  schoolYear: { en: 'school year', zh: '学年' },
  fromMonth: { en: 'from month', zh: '起始月' },
  toMonth: { en: 'to month', zh: '截止月' },
  amount: { en: 'amount asked for', zh: '申请金额' },
  granted: { en: 'granted', zh: '批准金额' },
  instalments: { en: 'instalments', zh: '分期数' },
  firstDueOn: { en: 'first instalment due on', zh: '首期还款日' },
  monthAfterPayment: { en: 'Enter for a month after the payment', zh: '直接回车为付款后一个月' },
  purpose: { en: 'purpose', zh: '申请事由' },
  evidence: { en: 'papers', zh: '证明材料' },
  payee: { en: 'paid to', zh: '收款单位' },
  receiptNo: { en: 'receipt number', zh: '票据号码' },
  provider: { en: 'receipt issued by', zh: '出票单位' },
  costOn: { en: 'date of the cost', zh: '费用发生日' },
  costAmount: { en: 'amount of the receipt', zh: '票据金额' },
  urgent: { en: 'urgent', zh: '紧急' },
  state: { en: 'state', zh: '状态' },
  at: { en: 'stands at (code)', zh: '办理单位编码' },
  atName: { en: 'stands at', zh: '办理单位' },
  waitingSince: { en: 'waiting since', zh: '待办起始日' },
  appliedOn: { en: 'applied on', zh: '申请日期' },
  appliedBy: { en: 'taken by', zh: '受理人' },
  approvedOn: { en: 'approved on', zh: '批准日期' },
  approvedBy: { en: 'approved by', zh: '批准人' },
  paidOn: { en: 'paid on', zh: '付款日期' },
  applied: { en: 'under way', zh: '审批中' },
  returned: { en: 'returned', zh: '已退回' },
  approved: { en: 'approved, not yet paid', zh: '已批准待付款' },
  refused: { en: 'refused', zh: '不予批准' },
  paid: { en: 'paid', zh: '已付款' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
  step: { en: 'step', zh: '办理' },
  stepApplied: { en: 'taken', zh: '受理' },
  stepEndorsed: { en: 'endorsed', zh: '签署意见' },
  stepReturned: { en: 'returned', zh: '退回' },
  stepApproved: { en: 'approved', zh: '批准' },
  stepRefused: { en: 'refused', zh: '不予批准' },
  stepPaid: { en: 'paid', zh: '付款' },
  stepWithdrawn: { en: 'withdrawn', zh: '撤回' },
  on: { en: 'date', zh: '日期' },
  opinion: { en: 'opinion', zh: '意见' },
  operator: { en: 'operator', zh: '经办人' },
  reason: { en: 'reason', zh: '原因' },
  sum: { en: 'amount', zh: '金额' },
  account: { en: 'account', zh: '科目' },
  entry: { en: 'entry', zh: '分录号' },
  wayHeading: { en: 'Steps', zh: '办理经过' },
  booksHeading: { en: 'In the books', zh: '账簿分录' },
  missingHeading: { en: 'Still missing', zh: '尚缺' },
  opinionMissing: {
    en: 'the opinion of {unit}: relief grant endorse {id} --unit {code} --opinion …',
    zh: '{unit}的意见：relief grant endorse {id} --unit {code} --opinion 意见',
  },
  papersMissing: {
    en: 'papers: {papers}; add them: relief grant endorse {id} --evidence … --opinion …',
    zh: '证明材料：{papers}；请补充：relief grant endorse {id} --evidence 材料 --opinion 意见',
  },
  amountZero: {
    en: 'the amount is 0.00; say how much is asked for',
    zh: '金额不能是 0，请写明金额',
  },
  amountTooMuch: {
    en: 'the policy grants at most {most} yuan here',
    zh: '按规定最多 {most} 元',
  },
  instalmentsZero: { en: 'a loan has at least one instalment', zh: '至少分 1 期' },
  schoolYearMalformed: {
    en: '"{text}" is not a school year; write 2026-2027',
    zh: '“{text}”不是学年；请写作 2026-2027',
  },
  monthMalformed: {
    en: '"{text}" is not a month; write 2026-09',
    zh: '“{text}”不是月份；请写作 2026-09',
  },
  monthsBackwards: {
    en: 'the last month {to} lies before the first {from}',
    zh: '截止月 {to} 早于起始月 {from}',
  },
  monthsFromTo: { en: '{from} to {to}', zh: '{from} 至 {to}' },
  inFuture: {
    en: 'applied on {on}: that day is still to come (today is {today})',
    zh: '申请日期 {on} 还没有到（今天是 {today}）',
  },
  costInFuture: {
    en: 'the cost of {cost_on} lies after the application of {on}; check the date of the receipt',
    zh: '费用发生日 {cost_on} 晚于申请日期 {on}，请核对票据日期',
  },
  dueBeforehand: {
    en: 'the first instalment would be due on {due}, before the application of {on}; check the day',
    zh: '首期还款日 {due} 早于申请日期 {on}，请核对',
  },
  costHalf: {
    en: 'a cost is named with both its date and its amount: --cost-on and --cost-amount',
    zh: '写明费用时，日期和金额要一起写：--cost-on 和 --cost-amount',
  },
  notAskedFor: {
    en: '"{fund}" does not ask for {option}; leave it out',
    zh: '{fund}不需填 {option}，请去掉',
  },
  notByGrant: {
    en: '"{fund}" is not granted by application: {how}',
    zh: '{fund}不用逐笔申请：{how}',
  },
  byReceipts: {
    en: 'it is settled each quarter from the medical receipts (relief claim add)',
    zh: '按季度凭医疗单据结算（relief claim add）',
  },
  byReceiptsOrCase: {
    en: 'it is settled each quarter from the medical receipts (relief claim add), or granted case by case (relief special-relief grant)',
    zh: '按季度凭医疗单据结算（relief claim add），特殊情况逐例审批（relief special-relief grant）',
  },
  notInPolicy: {
    en: 'the policy says nothing of how "{fund}" helps; write it under "funds:" in the policy file and put that in force (relief policy use)',
    zh: '政策中没有写明{fund}怎样救助；请在政策文件的 funds 一节写明，再施行（relief policy use）',
  },
  notGranted: {
    en: '{name} ({no}) cannot be helped by "{fund}": {reasons}',
    zh: '{name}（工号 {no}）不符合{fund}的申请条件：{reasons}',
  },
  unknown: {
    en: 'there is no application with the number "{text}"; see: relief grant list',
    zh: '没有编号为“{text}”的申请；请看：relief grant list',
  },
  whichGrant: {
    en: 'Which application? (number or name of the applicant)',
    zh: '哪一件申请？（申请人的工号或姓名）',
  },
  applyConfirm: {
    en: 'Conditions met. Take the application of {name} ({no}) to "{fund}" for {amount} yuan{whom}?',
    zh: '符合条件。受理{name}（工号 {no}）的{fund}申请{whom}：{amount} 元？',
  },
  forWhom: { en: ' ({whom})', zh: '（{whom}）' },
  taken: {
    en: 'Application {id} of {name} ({no}) to "{fund}": {amount} yuan{whom}. It stands at {at}.',
    zh: '已受理{name}（工号 {no}）的{fund}申请 {id}{whom}：{amount} 元。现由{at}办理。',
  },
  nextEndorse: {
    en: 'Next: relief grant endorse {id} --opinion …',
    zh: '下一步：relief grant endorse {id} --opinion 意见',
  },
  nextApprove: {
    en: 'Next, by another operator: relief grant approve {id}',
    zh: '下一步由另一位操作人批准：relief grant approve {id}',
  },
  papersToCome: {
    en: 'Before it is approved, its papers ({papers}) must be told: relief grant endorse {id} --evidence … --opinion …',
    zh: '批准前还须写明证明材料（{papers}）：relief grant endorse {id} --evidence 材料 --opinion 意见',
  },
  nextPay: {
    en: 'Next, once it is paid: relief grant pay {id}',
    zh: '下一步，付款后登记：relief grant pay {id}',
  },
  endorsed: {
    en: 'Application {id} of {name} is endorsed; it stands at {at}.',
    zh: '{name}的申请 {id} 已签署意见，现由{at}办理。',
  },
  opinionAdded: {
    en: 'The opinion of {unit} on application {id} of {name} is kept.',
    zh: '{unit}对{name}的申请 {id} 已补签意见。',
  },
  returnedDone: {
    en: 'Application {id} of {name} is returned to {at}. It is passed up again with: relief grant endorse {id}',
    zh: '{name}的申请 {id} 已退回{at}；更正后请重新上报：relief grant endorse {id}',
  },
  approveConfirm: {
    en: 'Approve application {id} of {name} ({no}) to "{fund}": {amount} yuan{whom}?',
    zh: '批准{name}（工号 {no}）的{fund}申请 {id}{whom}：{amount} 元？',
  },
  approvedDone: {
    en: 'Application {id} approved by {operator}: {amount} yuan of "{fund}" for {name} ({no}){whom}.',
    zh: '{operator}已批准申请 {id}：{name}（工号 {no}）{fund} {amount} 元{whom}。',
  },
  refusedDone: {
    en: 'Application {id} of {name} ({no}) is refused.',
    zh: '{name}（工号 {no}）的申请 {id} 不予批准。',
  },
  withdrawConfirm: {
    en: 'Take back {amount} yuan of "{fund}" granted to {name} ({no})?',
    zh: '撤回已批准给{name}（工号 {no}）的{fund} {amount} 元？',
  },
  withdrawnDone: {
    en: 'Application {id} of {name} ({no}) is withdrawn.',
    zh: '{name}（工号 {no}）的申请 {id} 已撤回。',
  },
  nowOutstanding: {
    en: '{amount} yuan that were paid are outstanding from {name} now; what comes back: relief fund repay {code} --person {no}',
    zh: '已付的 {amount} 元转为{name}的应退款；收到退款时请登记：relief fund repay {code} --person {no}',
  },
  payConfirm: {
    en: 'Record {amount} yuan as paid, {n} {n:grant|grants}?',
    zh: '登记 {n} 笔付款，共 {amount} 元？',
  },
  paidDone: {
    en: 'Paid on {on}: {n} {n:grant|grants}, {amount} yuan.',
    zh: '已登记 {on} 付款 {n} 笔，共 {amount} 元。',
  },
  nothingToPay: {
    en: 'Nothing of "{fund}" waits to be paid.',
    zh: '{fund}没有待付款的申请。',
  },
  withoutAccount: {
    en: 'without a bank account, to be paid by hand: {people}. To enter one: relief person edit NO --bank-account …',
    zh: '没有银行账号、须另行付款的：{people}；补录账号：relief person edit 工号 --bank-account 账号',
  },
  personWithNo: { en: '{name} ({no})', zh: '{name}（工号 {no}）' },
  payWhat: {
    en: 'say which grants are paid: their numbers, or --fund with --all',
    zh: '请写明付了哪些：申请编号，或用 --fund 加 --all',
  },
  payInFuture: {
    en: 'paid on {on}: that day is still to come (today is {today})',
    zh: '付款日期 {on} 还没有到（今天是 {today}）',
  },
  scheduled: {
    en: 'Loan {id} is repaid in {n} {n:instalment|instalments}, the first on {first}.',
    zh: '借款 {id} 分 {n} 期归还，首期 {first}。',
  },
  decisionOrder: {
    en: 'the days run backwards: applied on {applied}, approved on {approved}, paid on {paid}',
    zh: '日期先后不对：申请 {applied}，批准 {approved}，付款 {paid}',
  },
  decisionOrderUnpaid: {
    en: 'the days run backwards: applied on {applied}, approved on {approved}',
    zh: '日期先后不对：申请 {applied}，批准 {approved}',
  },
  decidedInFuture: {
    en: '{day}: that day is still to come (today is {today})',
    zh: '{day} 还没有到（今天是 {today}）',
  },
  paidNotApproved: {
    en: 'paid on {paid}, but not approved: fill in the day of approval and by whom',
    zh: '写了付款日期 {paid}，但没有批准日期和批准人，请补填',
  },
  approverMissing: {
    en: 'approved on {approved}, but it is not said by whom',
    zh: '写了批准日期 {approved}，但没有写批准人',
  },
  approverImports: {
    en: 'approved by {operator}, who imports it: a decision is imported by somebody else (--as NAME)',
    zh: '批准人{operator}正是导入人；已批准的申请须由他人导入（--as 姓名）',
  },
  decisionHalf: {
    en: 'an amount was granted, but no day of approval: fill it in',
    zh: '写了批准金额，但没有批准日期，请补填',
  },
  grantedMore: {
    en: '{granted} yuan were granted, more than the {amount} asked for',
    zh: '批准金额 {granted} 元多于申请金额 {amount} 元',
  },
  loanWithoutMoney: {
    en: 'a loan paid out on {paid} would come without money, before {from}; enter what is still owed of it as a loan of its own, with its first instalment',
    zh: '{paid} 发放的借款早于记账起始日 {from}，不能只登记不记账；请把尚欠部分作为一笔借款录入，并写明首期还款日',
  },
  moneyBooked: {
    en: 'Booked out of "{fund}": {amount} yuan granted, {paid} of it paid.',
    zh: '已记入{fund}：批准 {amount} 元，其中已付 {paid} 元。',
  },
} as const satisfies Record<string, Phrase>;
