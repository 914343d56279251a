import type { Phrase } from '../../core/language.ts';

/** The words of payment through the bank. */
export const words = {
  paySummary: {
    en: "make the bank's payment list of those who are not paid yet",
    zh: '生成银行付款清单（尚未付款的人员）',
  },
  toOption: {
    en: 'the folder to write into (default: this one)',
    zh: '写到哪个文件夹（默认当前文件夹）',
  },
  batchArgument: { en: 'the batch, such as 2026Q3-1', zh: '批次号，例如 2026Q3-1' },
  resultSummary: { en: "read the bank's result", zh: '登记银行回盘' },
  resultFile: {
    en: "the bank's CSV file, or - for standard input; columns: employee_no, amount, result (paid or failed), [message]",
    zh: '银行回盘 CSV 文件，- 表示标准输入；列：employee_no（工号）、amount（金额）、result（交易结果：成功或失败）、[message]（失败原因）',
  },
  closeSummary: { en: 'close a batch that is paid in full', zh: '办结已全部付款的批次' },
  amount: { en: 'amount', zh: '金额' },
  result: { en: 'result', zh: '交易结果' },
  message: { en: 'message', zh: '失败原因' },
  paid: { en: 'paid', zh: '成功' },
  failed: { en: 'failed', zh: '失败' },
  employeeNo: { en: 'employee no.', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  noWorkbook: {
    en: 'More than {most} rows are too many for a workbook; there is the CSV file alone.',
    zh: '超过 {most} 行，工作簿放不下，只写出 CSV 文件。',
  },
  noList: {
    en: '{batch} has no payment list yet; make one: relief batch pay {batch}',
    zh: '{batch} 还没有付款清单；请先生成：relief batch pay {batch}',
  },
  bankAccount: { en: 'bank account', zh: '银行账号' },
  remark: { en: 'remark', zh: '备注' },
  number: { en: 'no.', zh: '序号' },
  payConfirm: {
    en: 'Make the payment list of {batch}?',
    zh: '生成 {batch} 的付款清单？',
  },
  made: {
    en: '{file}: {persons} {persons:person|persons}, {amount} yuan. Give it to the bank; then read its answer: relief batch result {batch} FILE',
    zh: '{file}：{persons} 人，{amount} 元。交银行付款后登记回盘：relief batch result {batch} 文件',
  },
  leftOut: {
    en: '{n} {n:person has|persons have} no bank account and {n:was|were} left out: {persons}. Enter the account (relief person edit NO --bank-account …); the next list has them.',
    zh: '{n} 人没有银行账号，未列入：{persons}。请补录账号（relief person edit 工号 --bank-account …），下一份清单会列入。',
  },
  andMore: { en: '{first} and {n} more', zh: '{first} 等，另有 {n} 人' },
  nothingToPay: {
    en: '{batch} has nothing to pay; it counts as paid. Next: relief batch close {batch}',
    zh: '{batch} 没有需要付款的人员，视为已付款。下一步：relief batch close {batch}',
  },
  resultAwaited: {
    en: 'payment list {number} of {batch} is with the bank; read its result first (relief batch result {batch} FILE), or nobody could tell whom it paid',
    zh: '{batch} 的第 {number} 份付款清单已交银行；请先登记回盘（relief batch result {batch} 文件），以免重复付款',
  },
  noAccounts: {
    en: '{n} {n:person|persons} of {batch} {n:is|are} unpaid and none has a bank account; enter the accounts first (relief person edit NO --bank-account …)',
    zh: '{batch} 尚有 {n} 人未付款，但都没有银行账号；请先补录（relief person edit 工号 --bank-account …）',
  },
  allPaid: {
    en: 'everyone of {batch} is paid; close it: relief batch close {batch}',
    zh: '{batch} 已全部付款；可以办结：relief batch close {batch}',
  },
  fileNotNamed: {
    en: 'payment list {number} of {batch} stands in the books, but {file} could not be written (is it open in another program?); write it again: relief batch print {batch} bank --to FOLDER',
    zh: '{batch} 的第 {number} 份付款清单已入账，但无法写入 {file}（是否正被其他程序打开？）；请重新生成：relief batch print {batch} bank --to 文件夹',
  },
  noResultAwaited: {
    en: '{batch} awaits no result: none of its payment lists is with the bank, or the result was read already',
    zh: '{batch} 没有待登记的回盘：付款清单尚未生成，或回盘已登记过',
  },
  resultMatched: {
    en: '{n} {n:row|rows} matched with the payment list.',
    zh: '{n} 行与付款清单核对相符。',
  },
  resultRefused: {
    en: "{file}, line {line}: {reason}. The whole file is refused and nothing was changed: is it the bank's answer to the latest list of {batch}?",
    zh: '{file} 第 {line} 行：{reason}。整个文件不予登记，未作任何改动；请核对是否为 {batch} 最近一份付款清单的回盘',
  },
  resultIncomplete: {
    en: '{file}: {n} {n:person|persons} of the payment list {n:is|are} missing, first {missing}. The whole file is refused and nothing was changed; ask the bank for the complete result of {batch}',
    zh: '{file}：缺少付款清单中的 {n} 人，第一位是 {missing}。整个文件不予登记，未作任何改动；请向银行索取 {batch} 的完整回盘',
  },
  resultUnknown: {
    en: 'employee {no} is not in the payment list',
    zh: '工号 {no} 不在付款清单中',
  },
  resultOther: {
    en: 'the remark "{remark}" is that of another list; the one awaited is {mark}',
    zh: '备注“{remark}”属于另一份付款清单，待登记回盘的是 {mark}',
  },
  resultTwice: { en: 'employee {no} stands here a second time', zh: '工号 {no} 第二次出现' },
  resultAmount: {
    en: 'employee {no}: {amount} yuan, but {ordered} were ordered',
    zh: '工号 {no} 的金额为 {amount} 元，付款清单为 {ordered} 元',
  },
  resultRead: {
    en: '{batch}: {persons} {persons:person|persons} paid, {amount} yuan; {n} failed.',
    zh: '{batch}：付款成功 {persons} 人，{amount} 元；失败 {n} 人。',
  },
  retry: {
    en: 'Mend what the bank refused (relief person edit NO --bank-account …), then pay the rest: relief batch pay {batch}',
    zh: '请更正银行退回的账号（relief person edit 工号 --bank-account …），然后补付：relief batch pay {batch}',
  },
  nextClose: {
    en: 'Nobody in the list failed. If everyone is paid now, close the batch: relief batch close {batch}',
    zh: '这份清单全部付款成功。本批次都已付清的，可以办结：relief batch close {batch}',
  },
  closed: { en: '{batch} is closed.', zh: '{batch} 已办结。' },
  notAllPaid: {
    en: '{n} {n:person|persons} of {batch} {n:is|are} not paid yet; pay them first: relief batch pay {batch}',
    zh: '{batch} 还有 {n} 人未付款；请先补付：relief batch pay {batch}',
  },
  orders: { en: 'payment lists', zh: '付款清单' },
  orderSaid: {
    en: 'no. {number} of {made_on}: {persons} {persons:person|persons}, {amount} yuan; {state}',
    zh: '第 {number} 份（{made_on}）：{persons} 人，{amount} 元；{state}',
  },
  orderAwaits: { en: "the bank's result is awaited", zh: '待银行回盘' },
  orderRead: {
    en: 'result of {result_on}, {failed} failed',
    zh: '{result_on} 回盘，失败 {failed} 人',
  },
  unpaid: { en: 'Not paid yet', zh: '尚未付款' },
  why: { en: 'why', zh: '原因' },
  noAccount: { en: 'no bank account', zh: '没有银行账号' },
  bankSaid: { en: 'the bank: {message}', zh: '银行退回：{message}' },
  bankRefused: { en: 'refused by the bank', zh: '银行退回' },
} as const satisfies Record<string, Phrase>;
