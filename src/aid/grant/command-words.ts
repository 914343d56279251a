import type { Phrase } from '../../core/language.ts';

/** What the commands of grants do, what their options mean and what they ask. */
export const commandWords = {
  applySummary: { en: 'take an application for a grant or a loan', zh: '受理救助或借款申请' },
  endorseSummary: {
    en: 'give an opinion on an application and pass it up a level',
    zh: '签署意见并上报上一级',
  },
  returnSummary: { en: 'return an application a level down', zh: '把申请退回下一级' },
  approveSummary: {
    en: 'approve an application at the level of its fund',
    zh: '批准申请（由该基金的审批单位办理）',
  },
  refuseSummary: { en: 'refuse an application', zh: '对申请不予批准' },
  withdrawSummary: {
    en: 'withdraw an application, or take back what was granted wrongly',
    zh: '撤回申请；批错、付错的也用它撤回',
  },
  paySummary: { en: 'record that approved grants are paid', zh: '登记已批准申请的付款' },
  listSummary: { en: 'list applications, the latest first', zh: '列出申请，最近的在前' },
  showSummary: {
    en: 'show an application: its facts, its steps, its entries in the books, what is missing',
    zh: '查看申请：内容、办理经过、账簿分录、尚缺事项',
  },
  importSummary: {
    en: 'import applications from a CSV file, decided ones too',
    zh: '从 CSV 文件导入申请，已审批、已付款的也可以导入',
  },
  grantArgument: { en: 'its number', zh: '申请编号' },
  grantsArgument: { en: 'their numbers', zh: '申请编号，可写多个' },
  fundOption: {
    en: 'the fund, by code or name (relief fund list)',
    zh: '基金的代码或名称（见 relief fund list）',
  },
  urgentOption: {
    en: 'decided at once: the opinions of the levels passed over come after',
    zh: '紧急：直接送审批单位审批，各级意见事后补签',
  },
  atOption: {
    en: "the unit that takes it, from the applicant's up to the level of the fund; else your own, or the applicant's",
    zh: '受理单位：从申请人单位逐级到审批单位，其中任一个；不写则为本人所在单位，否则为申请人单位',
  },
  appliedOnOption: { en: 'the day it was applied for; else today', zh: '申请日期；不写则为今天' },
  opinionOption: { en: 'the opinion of this level', zh: '本级意见' },
  opinionOfOption: {
    en: 'on an urgent one: the unit whose opinion it is',
    zh: '紧急申请补签意见时，写明是哪个单位的意见',
  },
  correctedAmountOption: {
    en: 'the corrected amount, of one that was returned',
    zh: '退回后更正的申请金额',
  },
  evidenceOption: { en: 'the papers that have come', zh: '补充的证明材料' },
  grantedOption: {
    en: 'the amount granted, where it is less than was asked for',
    zh: '批准金额（少于申请金额时写明）',
  },
  reasonOption: { en: 'why', zh: '原因' },
  payOnOption: { en: 'the day it was paid; else today', zh: '付款日期；不写则为今天' },
  payFundOption: { en: 'with --all: of this fund', zh: '与 --all 连用：哪项基金' },
  allOption: { en: 'all approved ones of the fund', zh: '该基金全部已批准待付款的' },
  unitOption: {
    en: 'only applicants of this unit and all below it',
    zh: '只列该单位及其下属单位的申请人',
  },
  onlyFundOption: { en: 'only of this fund', zh: '只列该基金的' },
  stateOption: {
    en: 'only in this state: applied, returned, approved, refused, paid, withdrawn',
    zh: '只列该状态的：applied（审批中）、returned（已退回）、approved（已批准待付款）、refused（不予批准）、paid（已付款）、withdrawn（已撤回）',
  },
  personOption: { en: 'only of this employee number', zh: '只列该工号的' },
  onlyUrgentOption: { en: 'only urgent ones', zh: '只列紧急的' },
  fromOption: { en: 'only applied for on this day or later', zh: '只列这一天及以后申请的' },
  toOption: { en: 'only applied for on this day or earlier', zh: '只列这一天及以前申请的' },
  standsAtOption: { en: 'only those that stand at this unit', zh: '只列现由该单位办理的' },
  missingOpinionsOption: {
    en: 'only urgent ones on which a level has still to give its opinion',
    zh: '只列还有意见待补签的紧急申请',
  },
  moneyFromOption: {
    en: 'the first day whose payments are booked; earlier ones come without, for a fund that books an opening balance instead (relief fund opening)',
    zh: '从哪一天起的付款要记账；此前的只登记、不记账，适用于以期初余额建账的基金（relief fund opening）',
  },
  whichFund: { en: 'Which fund?', zh: '申请哪项基金？' },
  whichStudent: { en: 'For which student?', zh: '为哪位在读子女申请？' },
  studentChoice: { en: '{name}, {stage} {school}', zh: '{name}，{stage} {school}' },
  amountUpTo: { en: 'amount, at most {most} yuan', zh: '申请金额（最多 {most} 元）' },
  instalmentsUpTo: { en: 'instalments, at most {most}', zh: '分期数（最多 {most} 期）' },
  papersAsked: { en: 'papers ({papers})', zh: '证明材料（{papers}）' },
  howUrgent: { en: 'How urgent is it?', zh: '是否紧急？' },
  ordinary: { en: 'ordinary: passed up level by level', zh: '一般：逐级签署意见上报' },
  urgentNow: {
    en: 'urgent: decided at once, the opinions come after',
    zh: '紧急：直接审批，各级意见事后补签',
  },
} as const satisfies Record<string, Phrase>;
