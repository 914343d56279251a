import type { Phrase } from '../../core/language.ts';

/** The words of the noun `ledger`: entries, their reversal, the journal. */
export const words = {
  listSummary: { en: 'list the entries, the latest first', zh: '列出分录，最近的在前' },
  showSummary: { en: 'an entry with its sides', zh: '查看一笔分录的借贷双方' },
  reverseSummary: {
    en: 'take an entry back by another that links to it',
    zh: '冲销一笔分录（另记一笔相反的分录）',
  },
  exportSummary: {
    en: 'the journal for other programs: hledger or CSV',
    zh: '导出日记账，供 hledger 或电子表格使用',
  },
  entryArgument: {
    en: 'the number of the entry (relief ledger list)',
    zh: '分录号（见 relief ledger list）',
  },
  fundOption: { en: 'only this fund', zh: '只列这项基金' },
  causeOption: { en: 'only what this caused', zh: '只列该事由' },
  keyOption: {
    en: 'only of this one: a batch, a grant, a unit and year, a donor',
    zh: '只列该对象：批次号、申请编号、单位和年度、捐款人等',
  },
  fromOption: { en: 'only from this day on', zh: '只列这一天起的' },
  toOption: { en: 'only up to this day', zh: '只列到这一天为止的' },
  personOption: {
    en: 'only what concerns this person: dues, grants, loans, advances, repayments',
    zh: '只列与该职工有关的：缴费、救助、借款、预付、退款等',
  },
  formatOption: { en: 'hledger or csv (default: hledger)', zh: 'hledger 或 csv（默认 hledger）' },
  fileOption: {
    en: 'write to this file (default: standard output)',
    zh: '写入该文件（默认输出到屏幕）',
  },
  format: { en: 'format', zh: '格式' },
  hledger: { en: 'hledger journal', zh: 'hledger 日记账' },
  csv: { en: 'CSV', zh: 'CSV 表格' },
  reason: { en: 'reason', zh: '原因' },
  reverses: { en: 'reverses', zh: '冲销的分录' },
  reversedBy: { en: 'reversed by', zh: '被冲销于' },
  idMalformed: {
    en: '"{text}" is no number of an entry; see: relief ledger list',
    zh: '“{text}”不是分录号；请看：relief ledger list',
  },
  unknown: {
    en: 'there is no entry {id}; the latest is {last}. See: relief ledger list',
    zh: '没有第 {id} 号分录；最近一笔是第 {last} 号。请看：relief ledger list',
  },
  unknownNone: {
    en: 'there is no entry {id}: nothing is booked yet',
    zh: '没有第 {id} 号分录：还没有任何分录',
  },
  reversed: {
    en: 'Entry {entry} takes entry {reverses} back ({amount} yuan). The {fund} now has {balance} in hand.',
    zh: '第 {entry} 号分录已冲销第 {reverses} 号分录（{amount} 元）。{fund}资金余额 {balance} 元。',
  },
  reversedAlready: {
    en: 'entry {id} was taken back already, by entry {by}',
    zh: '第 {id} 号分录已被第 {by} 号分录冲销',
  },
  reversedTooEarly: {
    en: 'entry {id} was booked on {on}, and {today} lies before that; check the date of this computer, or --today',
    zh: '第 {id} 号分录于 {on} 入账，{today} 早于该日期；请检查本机日期或 --today',
  },
  isReversal: {
    en: 'entry {id} is itself a reversal, of entry {reverses}; what was right after all is booked anew (relief fund deposit …)',
    zh: '第 {id} 号分录本身就是对第 {reverses} 号分录的冲销，不能再冲销；如果原分录无误，请重新登记（relief fund deposit …）',
  },
  ofBatch: {
    en: 'entry {id} was made by batch {key}; what was wrong in it is mended by annulling the claim (relief claim annul), and the next batch brings the difference',
    zh: '第 {id} 号分录由批次 {key} 产生，不能直接冲销；请作废有误的单据（relief claim annul），差额在下次结算时计算',
  },
  ofDues: {
    en: 'entry {id} holds dues of enrolments ({key}); remove the enrolment that is wrong (relief enrolment remove), and its dues are booked back',
    zh: '第 {id} 号分录是互助金缴费（{key}），不能直接冲销；请删除录错的参加年度（relief enrolment remove），缴费随之退还',
  },
  ofDuesReturned: {
    en: 'entry {id} returned dues as an enrolment was removed; enrol the person again (relief enrolment add), and the dues are booked again',
    zh: '第 {id} 号分录是删除参加年度时退还的缴费，不能直接冲销；请重新登记该年度（relief enrolment add），缴费随之重新入账',
  },
  ofAdvance: {
    en: 'entry {id} is an advance ({key}); what was paid too much comes back as a repayment (relief fund repay), or is offset against what is due next',
    zh: '第 {id} 号分录是预付款（{key}），不能直接冲销；多付的由本人退回（relief fund repay），或从以后应结的款项中抵扣',
  },
  ofGrant: {
    en: 'entry {id} was made by grant {key}; take the grant back (relief grant withdraw {key}), and its money is booked back',
    zh: '第 {id} 号分录由救助申请 {key} 产生，不能直接冲销；请撤回该申请（relief grant withdraw {key}），款项随之冲回',
  },
  ofGrantWithdrawn: {
    en: 'entry {id} took grant {key} back; what is to be granted after all is applied for anew (relief grant apply)',
    zh: '第 {id} 号分录是救助申请 {key} 的撤回，不能冲销；确需救助的，请重新申请（relief grant apply）',
  },
  ofWriteOff: {
    en: 'entry {id} wrote loan {key} off, as two people decided, and stands; what is booked of the loan: relief loan show {key}',
    zh: '第 {id} 号分录是借款 {key} 的核销，经两人办理，不能冲销；该笔借款的账目请看：relief loan show {key}',
  },
  ofLoan: {
    en: 'entry {id} belongs to loan {key}; a repayment entered in error is taken back with relief loan correct {key}',
    zh: '第 {id} 号分录属于借款 {key}，不能直接冲销；录错的还款请用 relief loan correct {key} 更正',
  },
  exported: {
    en: 'Written: {file}, {entries} {entries:entry|entries}.',
    zh: '已写出 {file}，共 {entries} 笔分录。',
  },
} as const satisfies Record<string, Phrase>;
