import type { Phrase } from '../../core/language.ts';
import type { Step } from './life.ts';

/** The words of batches: settlement, approval, verification, export. */
export const words = {
  settleSummary: { en: 'settle a quarter: compute its batch', zh: '结算一个季度' },
  quarterOption: {
    en: 'the quarter: 2026Q3, 2026年第3季度, last or current',
    zh: '季度：2026Q3、2026年第3季度、last（上季度）或 current（本季度）',
  },
  dryRunOption: { en: 'work it out and write nothing', zh: '只试算，不写入' },
  quarterMissing: {
    en: 'missing: --quarter, such as --quarter 2026Q3 or --quarter last',
    zh: '缺少 --quarter，例如 --quarter 2026Q3 或 --quarter last',
  },
  quarterField: { en: 'quarter', zh: '季度' },
  settling: { en: 'Settling', zh: '正在结算' },
  notEnded: {
    en: '{quarter} ends on {lastDay} and can be settled from the day after; to see how it stands, add --dry-run',
    zh: '{quarter} 到 {lastDay} 才结束，次日起可以结算；想先看看，请加 --dry-run',
  },
  awaitsApproval: {
    en: '{batch} of an earlier quarter awaits approval; approve it (relief batch approve {batch}) or void it (relief batch void {batch}), then settle {quarter}',
    zh: '更早季度的批次 {batch} 还未批准；请先批准（relief batch approve {batch}）或作废（relief batch void {batch}），再结算 {quarter}',
  },
  beforeApproved: {
    en: '{approved} is approved already, so {quarter} is closed; late receipts of {quarter} are settled with {approved} or later',
    zh: '{approved} 已经批准，{quarter} 不能再结算；{quarter} 的迟到单据并入 {approved} 或以后的季度结算',
  },
  newBatch: {
    en: '{batch} computed: {claims} {claims:claim|claims} of {people} {people:person|people}, payable {payable} yuan ({dues}); {not_payable} not payable.',
    zh: '{batch} 结算完成：{people} 人 {claims} 张单据，应付 {payable} 元（{dues}）；不能报销 {not_payable} 张。',
  },
  updatedBatch: {
    en: '{batch} brought up to date: {claims} {claims:claim|claims} of {people} {people:person|people}, payable {payable} yuan ({dues}); {not_payable} not payable.',
    zh: '{batch} 已更新：{people} 人 {claims} 张单据，应付 {payable} 元（{dues}）；不能报销 {not_payable} 张。',
  },
  emptiedBatch: {
    en: '{batch} brought up to date: nothing is left in it to settle; {not_payable} not payable. If nothing more is to come, void it: relief batch void {batch}',
    zh: '{batch} 已更新：批次中已没有可结算的内容；不能报销 {not_payable} 张。如不再补录，可作废：relief batch void {batch}',
  },
  emptyBatch: {
    en: 'Nothing to settle in {quarter}: {batch} is up to date and empty. If nothing more is to come, void it: relief batch void {batch}',
    zh: '{quarter} 没有可结算的内容：{batch} 已是最新，批次中没有内容。如不再补录，可作废：relief batch void {batch}',
  },
  earlierReceipts: {
    en: '{earlier} of the claims {earlier:was|were} received in earlier quarters and not settled until now.',
    zh: '其中 {earlier} 张是以前季度受理、尚未结算的单据。',
  },
  takenBack: {
    en: '{amount} yuan are to be taken back from {owing} {owing:person|people}, outstanding until offset by later dues.',
    zh: '其中 {owing} 人应扣回 {amount} 元，记为待扣回，从以后应结的款项中抵扣。',
  },
  heldBack: {
    en: '{amount} yuan outstanding from before are held back.',
    zh: '抵扣此前待扣回的款项 {amount} 元。',
  },
  unchangedBatch: {
    en: 'Nothing new to settle in {quarter}: {batch} is up to date and awaits approval ({payable} yuan).',
    zh: '{quarter} 没有新的内容可结算：{batch} 已是最新，等待批准（{payable} 元）。',
  },
  nothing: {
    en: 'Nothing new to settle in {quarter}; {not_payable} {not_payable:claim is|claims are} not payable.',
    zh: '{quarter} 没有新的内容可结算；不能报销的单据 {not_payable} 张。',
  },
  dryRun: { en: 'Dry run, nothing written. {result}', zh: '试算，未写入。{result}' },
  benefitDue: { en: '{benefit} {due}', zh: '{benefit} {due} 元' },
  nextApprove: {
    en: 'Look at it: relief batch show {batch}. Next: relief batch announce {batch}; afterwards another operator approves it: relief batch approve {batch}',
    zh: '查看：relief batch show {batch}；下一步公示：relief batch announce {batch}，期满由另一位操作人批准：relief batch approve {batch}',
  },
  listSummary: { en: 'list the batches', zh: '列出结算批次' },
  showSummary: {
    en: 'show a batch: totals, payments, what is not payable',
    zh: '查看批次：合计、付款、不能报销的单据',
  },
  approveSummary: {
    en: 'approve a batch that another operator computed',
    zh: '批准由他人结算的批次',
  },
  voidSummary: { en: 'void a batch that is not approved', zh: '作废未批准的批次' },
  exportSummary: { en: 'write a batch into CSV files', zh: '把批次导出为 CSV 文件' },
  verifySummary: {
    en: 'work a batch out again and prove every line',
    zh: '重新计算批次，逐行核验',
  },
  whichBatch: { en: 'which batch?', zh: '哪个批次？' },
  batchArgument: { en: 'the batch, such as 2026Q3-1', zh: '批次号，例如 2026Q3-1' },
  linesOption: { en: 'with --csv: the lines', zh: '配合 --csv：输出明细' },
  paymentsOption: { en: 'with --csv: the payments', zh: '配合 --csv：输出付款' },
  notPayableOption: { en: 'with --csv: what is not payable', zh: '配合 --csv：输出不能报销的单据' },
  reasonOption: { en: 'why', zh: '原因' },
  toOption: {
    en: 'the folder to write into (default: this one)',
    zh: '导出到哪个文件夹（默认当前文件夹）',
  },
  unknownBatch: {
    en: 'there is no batch "{text}"; did you mean {nearest}?',
    zh: '没有批次“{text}”，是不是 {nearest}？',
  },
  noBatches: {
    en: 'there is no batch "{text}": nothing has been settled yet (relief settle --quarter last)',
    zh: '没有批次“{text}”：还没有结算过（relief settle --quarter last）',
  },
  statusComputed: { en: 'computed', zh: '已结算' },
  statusAnnounced: { en: 'announced', zh: '公示中' },
  statusPaid: { en: 'paid', zh: '已付款' },
  statusClosed: { en: 'closed', zh: '已办结' },
  statusApproved: { en: 'approved', zh: '已批准' },
  statusVoid: { en: 'void', zh: '已作废' },
  batch: { en: 'batch', zh: '批次' },
  quarter: { en: 'quarter', zh: '季度' },
  status: { en: 'status', zh: '状态' },
  claims: { en: 'claims', zh: '单据数' },
  people: { en: 'people', zh: '人数' },
  payable: { en: 'payable', zh: '应付' },
  payableSum: {
    en: '{payable} yuan in {payments} {payments:payment|payments}',
    zh: '{payable} 元，{payments} 笔',
  },
  lines: { en: 'lines', zh: '笔数' },
  policy: { en: 'policy', zh: '政策' },
  steps: { en: 'steps', zh: '经办' },
  step: { en: '{step} by {operator} on {day}', zh: '{day} {operator} {step}' },
  stepComputed: { en: 'computed', zh: '结算' },
  stepAnnounced: { en: 'announced', zh: '公示' },
  stepObjection: { en: 'objection taken', zh: '受理异议' },
  stepOrdered: { en: 'bank file made', zh: '生成付款清单' },
  stepPaid: { en: "bank's result read", zh: '登记回盘' },
  stepNothingToPay: { en: 'found to have nothing to pay', zh: '确认无需付款' },
  stepClosed: { en: 'closed', zh: '办结' },
  stepApproved: { en: 'approved', zh: '批准' },
  stepVoid: { en: 'voided', zh: '作废' },
  employeeNo: { en: 'employee no.', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  fund: { en: 'fund', zh: '基金' },
  benefit: { en: 'benefit', zh: '待遇' },
  period: { en: 'period', zh: '期间' },
  base: { en: 'base', zh: '基数' },
  rate: { en: 'rate', zh: '比例' },
  target: { en: 'target', zh: '应享合计' },
  settledBefore: { en: 'settled before', zh: '此前已结' },
  due: { en: 'due', zh: '本次应结' },
  offset: { en: 'offset', zh: '抵扣' },
  claimId: { en: 'claim', zh: '单据' },
  receiptNo: { en: 'receipt no.', zh: '单据号' },
  reasons: { en: 'reasons', zh: '原因' },
  unit: { en: 'unit', zh: '单位' },
  count: { en: 'number', zh: '张数' },
  dueByBenefit: { en: 'Due by benefit', zh: '各项待遇' },
  largest: { en: 'The {n} largest payments', zh: '金额最大的 {n} 笔付款' },
  notPayable: { en: 'Not payable', zh: '不能报销' },
  more: {
    en: 'All of it: relief batch show {batch} --csv --lines (or --payments, --not-payable), or relief batch export {batch}',
    zh: '全部内容：relief batch show {batch} --csv --lines（或 --payments、--not-payable），或 relief batch export {batch}',
  },
  oneList: {
    en: 'choose one of --lines, --payments and --not-payable',
    zh: '--lines、--payments、--not-payable 只能选一个',
  },
  approved: {
    en: '{batch} approved by {operator}: {payable} yuan to {payments} {payments:payment|payments}.',
    zh: '{operator}已批准 {batch}：{payments} 笔，共 {payable} 元。',
  },
  approveConfirm: {
    en: 'Approve {batch}: {payable} yuan in {payments} {payments:payment|payments}?',
    zh: '批准 {batch}：{payments} 笔，共 {payable} 元？',
  },
  nextPay: {
    en: 'Next: relief batch pay {batch}. Before money leaves the house: relief batch verify {batch}',
    zh: '下一步：relief batch pay {batch}；付款前请先核验：relief batch verify {batch}',
  },
  voidConfirm: { en: 'Void {batch}?', zh: '作废 {batch}？' },
  voided: {
    en: '{batch} is void; its claims are open again.',
    zh: '{batch} 已作废；其中的单据重新待结算。',
  },
  notAnnounced: {
    en: '{batch} has not been announced; announce it first (relief batch announce {batch}), and approve it when {days} {days:day is|days are} over',
    zh: '{batch} 尚未公示；请先公示（relief batch announce {batch}），满 {days} 天后再批准',
  },
  changedMeanwhile: {
    en: '{batch} was changed by another command meanwhile; look at it (relief batch show {batch}), then approve it again',
    zh: '{batch} 刚刚被其他操作更新；请重新查看（relief batch show {batch}）后再批准',
  },
  beforeLastStep: {
    en: '{batch} was last taken further on {last}, and {today} lies before that; check the date of this computer, or --today',
    zh: '{batch} 上一步办理于 {last}，{today} 早于该日期；请检查本机日期或 --today',
  },
  windowOpen: {
    en: '{batch} was announced on {on} and stands open to objections; it can be approved from {from} on',
    zh: '{batch} 于 {on} 开始公示，异议期未满；{from} 起可以批准',
  },
  announcementOff: {
    en: 'the policy has no announcement; approve {batch} directly: relief batch approve {batch}',
    zh: '政策规定不公示；{batch} 可以直接批准：relief batch approve {batch}',
  },
  approvable: { en: 'approval', zh: '可批准' },
  approvableFrom: { en: 'from {day} on', zh: '{day} 起' },
  announceSummary: {
    en: 'announce a batch: write the masked lists, open the window for objections',
    zh: '公示批次：生成公示名单（姓名、工号只显示一部分），开始异议期',
  },
  announced: {
    en: '{batch} announced; it can be approved from {from} on. Objections: relief batch objection {batch} EMPLOYEE-NO --reason WHY',
    zh: '{batch} 已公示，{from} 起可以批准。受理异议：relief batch objection {batch} 工号 --reason 理由',
  },
  objectionSummary: {
    en: "take an objection: hold a person's claims and bring the announced batch up to date",
    zh: '受理异议：暂缓该人的单据，并更新公示中的批次',
  },
  objectionPerson: { en: 'the employee number', zh: '工号' },
  objectionReason: { en: 'what is objected', zh: '异议理由' },
  objectionReasonField: { en: 'reason of the objection', zh: '异议理由' },
  nothingToObject: {
    en: '{batch} holds no claim of {name}, employee number {no}, that could be held',
    zh: '{batch} 中没有{name}（工号 {no}）可以暂缓的单据',
  },
  objected: {
    en: 'Held {n} {n:claim|claims} of {name}, employee number {no}. When it is cleared up: relief claim release, or reject.',
    zh: '已暂缓{name}（工号 {no}）的 {n} 张单据。核实后请用 relief claim release 解除暂缓，或用 relief claim reject 退单。',
  },
  announceAgain: {
    en: '{batch} was announced and has changed: it has to be announced again (relief batch announce {batch}).',
    zh: '{batch} 公示后内容有变动，需要重新公示（relief batch announce {batch}）。',
  },
  announcementStands: {
    en: 'Nothing that {batch} was announced with has changed: the announcement stands.',
    zh: '{batch} 公示的内容没有变动，公示继续有效。',
  },
  computedByYou: {
    en: '{batch} was computed by {operator}, who therefore cannot approve it; ask another operator (--as NAME)',
    zh: '{batch} 由{operator}结算，不能由同一人批准；请由另一位操作人批准（--as 姓名）',
  },
  cronCannotApprove: {
    en: '"cron" settles and never approves; a person must approve {batch} (--as NAME)',
    zh: '“cron”只负责结算，不能批准；{batch} 须由人批准（--as 姓名）',
  },
  earlierWaits: {
    en: '{waiting} of an earlier quarter awaits approval; approve or void it before {batch}',
    zh: '更早季度的批次 {waiting} 还未批准；请先批准或作废它，再批准 {batch}',
  },
  stale: {
    en: 'since {batch} was computed, facts it rests on were changed ({action}: {key}); settle {quarter} again to bring it up to date, then approve',
    zh: '{batch} 结算以后，所依据的内容有变动（{action}：{key}）；请重新结算 {quarter} 更新后再批准',
  },
  verified: {
    en: '{batch} holds: {lines} {lines:line|lines}, {payments} {payments:payment|payments} and {not_payable} {not_payable:claim|claims} not payable worked out again, all the same.',
    zh: '{batch} 核验无误：重新计算了 {lines} 行明细、{payments} 笔付款和 {not_payable} 张不能报销的单据，全部一致。',
  },
  notVerified: {
    en: '{batch} does not hold. First difference: {table}, employee {employee}: the file says {stored}, the facts give {computed}. Restore a backup, or report it',
    zh: '{batch} 核验不符。第一处差异：{table}，工号 {employee}：文件中为 {stored}，按依据应为 {computed}。请恢复备份，或反馈给我们',
  },
  contentChanged: {
    en: 'batch {batch}: its lines were changed; which one: relief batch verify {batch}',
    zh: '批次 {batch}：明细被改动；查看是哪一行：relief batch verify {batch}',
  },
  exported: { en: 'Written: {files}', zh: '已写出：{files}' },
} as const satisfies Record<string, Phrase>;

/** Why a step of a batch's life cannot be taken where the batch stands (SPEC 11). */
export const outOfOrder = {
  announce: {
    en: '{batch} is {status}; only a computed batch that is not announced yet can be announced',
    zh: '{batch} 目前{status}；只有已结算、尚未公示的批次可以公示',
  },
  objection: {
    en: '{batch} is {status}; objections are taken while a batch stands announced',
    zh: '{batch} 目前{status}；只有公示期内的批次受理异议',
  },
  approve: {
    en: '{batch} is {status}; only a batch that awaits approval can be approved',
    zh: '{batch} 目前{status}；只有待批准的批次可以批准',
  },
  void: {
    en: '{batch} is {status}; only a batch that is not approved can be voided. What was wrong in an approved one is corrected in a later batch',
    zh: '{batch} 目前{status}；只有尚未批准的批次可以作废。已批准的批次如有错误，在以后的批次中更正',
  },
  pay: {
    en: '{batch} is {status}; only an approved batch can be paid',
    zh: '{batch} 目前{status}；只有已批准的批次可以付款',
  },
  result: {
    en: "{batch} is {status}; a bank's result is read after relief batch pay {batch}",
    zh: '{batch} 目前{status}；先生成付款清单（relief batch pay {batch}），再登记银行回盘',
  },
  close: {
    en: '{batch} is {status}; only a paid batch can be closed',
    zh: '{batch} 目前{status}；只有已付款的批次可以办结',
  },
} as const satisfies Record<Step, Phrase>;
