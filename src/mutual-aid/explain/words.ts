import type { Phrase } from '../../core/language.ts';

/** The words that tell a worker's family how a payment came about. */
export const words = {
  claimSummary: {
    en: 'how a receipt was worked out, line by line',
    zh: '逐步说明一张单据是怎么算的',
  },
  personSummary: {
    en: 'how everything of a person was worked out, line by line',
    zh: '逐步说明一个人的各项待遇是怎么算的',
  },
  personArgument: { en: 'the employee number', zh: '工号' },
  yearOption: { en: 'only this benefit year', zh: '只看该年度' },
  heading: {
    en: '{name} ({no}): {benefit}, {period}',
    zh: '{name}（工号 {no}）：{benefit}，{period}',
  },
  receipts: { en: 'The receipts that count:', zh: '计入的单据：' },
  receipt: {
    en: '  {date}  {type} {no}, {hospital}: {base} {amount}',
    zh: '  {date}  {type} {no}（{hospital}）：{base} {amount} 元',
  },
  gone: {
    en: 'Counted when it was settled, and no longer:',
    zh: '结算时计入、现在不再计入：',
  },
  goneReceipt: {
    en: '  {date}  {type} {no}, {hospital}: {base} {amount} ({why})',
    zh: '  {date}  {type} {no}（{hospital}）：{base} {amount} 元（{why}）',
  },
  annulled: { en: 'annulled: {reason}', zh: '已作废：{reason}' },
  lostYears: {
    en: '  enrolment in {years}',
    zh: '  {years} 年参加互助',
  },
  lostRecognition: {
    en: '  the recognition of {kind} from {from}',
    zh: '  {from} 起的{kind}认定',
  },
  shortenedRecognition: {
    en: '  the recognition of {kind} from {from}, for the days after {to}',
    zh: '  {from} 起的{kind}认定（{to} 以后的部分）',
  },
  noReceipts: { en: 'No receipt of this period counts any more.', zh: '本期已没有计入的单据。' },
  selfPay: { en: 'pooled-segment self-pay', zh: '统筹段自付' },
  poolPaid: { en: 'pooled-fund paid', zh: '统筹支付' },
  sum: { en: '{base} together: {amount}', zh: '{base}合计：{amount} 元' },
  completed: {
    en: 'Enrolled without a gap for the {years} {years:year|years} before {year} ({from} to {to}): for each {every} years {add} points more, so {more} points above {rate}: {result}.',
    zh: '{year} 年之前连续参加互助 {years} 年（{from} 至 {to} 年）：每满 {every} 年提高 {add} 个百分点，在 {rate} 的基础上提高 {more} 个百分点，为 {result}。',
  },
  notCompleted: {
    en: 'Enrolled without a gap for {years} {years:year|years} before {year}, fewer than {every}: the rate stays {rate}.',
    zh: '{year} 年之前连续参加互助 {years} 年，不满 {every} 年，比例为 {rate}。',
  },
  band: {
    en: 'Of the part above {over}: {part} × {rate} = {amount}',
    zh: '超过 {over} 元的部分：{part} × {rate} = {amount} 元',
  },
  bandAlone: {
    en: '{base} − {over} = {part}; {part} × {rate} = {amount}',
    zh: '{base} − {over} = {part}；{part} × {rate} = {amount} 元',
  },
  below: {
    en: '{base} is not above {over}, so nothing is paid yet; {missing} more to go.',
    zh: '{base} 未超过 {over} 元，暂不支付，还差 {missing} 元。',
  },
  step: { en: '{base} is above {over}: {pay}', zh: '{base} 超过 {over} 元：{pay} 元' },
  stepNone: { en: '{base} is not above {over}: nothing', zh: '{base} 未超过 {over} 元：不支付' },
  unmet: {
    en: 'It needs the recognition of {kinds} in {period}, which is not there: nothing.',
    zh: '缺少认定（{period}）：{kinds}，不支付。',
  },
  met: { en: 'Recognised in {period}: {kinds}.', zh: '已有认定（{period}）：{kinds}。' },
  capped: { en: 'At most {cap} are paid: {cap}', zh: '最高支付 {cap} 元：按 {cap} 元' },
  within: {
    en: 'Together with {others} never more than the {base} of {shared}: {room} are left',
    zh: '与{others}合计不超过{base} {shared} 元：还可支付 {room} 元',
  },
  target: {
    en: 'In all {target}; settled before {before}; due now {due}.',
    zh: '应享合计 {target} 元；此前已结 {before} 元；本次应结 {due} 元。',
  },
  targetBack: {
    en: 'In all {target}; settled before {before}; {back} to be taken back.',
    zh: '应享合计 {target} 元；此前已结 {before} 元；应扣回 {back} 元。',
  },
  targetStands: {
    en: 'In all {target}, all of it settled.',
    zh: '应享合计 {target} 元，已全部结清。',
  },
  settledLine: {
    en: '  {batch} ({status}): base {before} → {base}, target {target}, settled before {settledBefore}, due {due}',
    zh: '  {batch}（{status}）：基数 {before} → {base} 元，应享 {target} 元，此前已结 {settledBefore} 元，应结 {due} 元',
  },
  history: { en: 'Settled in:', zh: '历次结算：' },
  diffOption: {
    en: 'what has changed since the last approved batch, why, and what that makes',
    zh: '只说明与上一个已批准批次相比有什么变化、原因和差额',
  },
  changed: { en: 'What has changed since batch {batch}:', zh: '自批次 {batch} 以来的变化：' },
  receiptIn: {
    en: '  came in: {date}  {type} {no}, {hospital}: {base} {amount}',
    zh: '  新增单据：{date}  {type} {no}（{hospital}）：{base} {amount} 元',
  },
  receiptCounts: {
    en: '  counts now: {date}  {type} {no}, {hospital}: {base} {amount} (before: {reasons})',
    zh: '  现在可以计入：{date}  {type} {no}（{hospital}）：{base} {amount} 元（原先：{reasons}）',
  },
  receiptOut: {
    en: '  counts no more: {date}  {type} {no}, {hospital}: {base} {amount} ({why})',
    zh: '  不再计入：{date}  {type} {no}（{hospital}）：{base} {amount} 元（{why}）',
  },
  receiptMended: {
    en: '  entered again: {date}  {type} {no}, {hospital}: {base} {was} → {amount} ({why})',
    zh: '  更正重录：{date}  {type} {no}（{hospital}）：{base} {was} → {amount} 元（{why}）',
  },
  yearsIn: { en: '  enrolled now also in {years}', zh: '  补登参加互助：{years} 年' },
  yearsOut: { en: '  no longer enrolled in {years}', zh: '  取消参加互助：{years} 年' },
  recognitionIn: {
    en: '  recognised since: {kind} from {from}',
    zh: '  新登记认定：{kind}，自 {from} 起',
  },
  recognitionLonger: {
    en: '  recognised for longer: {kind} from {from}, until now recorded to {to}',
    zh: '  认定延长：{kind}，自 {from} 起，原登记到 {to}',
  },
  recognitionOut: {
    en: '  no longer recognised: {kind} from {from}',
    zh: '  取消认定：{kind}，原自 {from} 起',
  },
  recognitionShorter: {
    en: '  recognised for shorter: {kind} from {from}, now only to {to}',
    zh: '  认定缩短：{kind}，自 {from} 起，现在只到 {to}',
  },
  recognitionBegun: {
    en: '  the recognition of {kind} has begun, on {from}',
    zh: '  认定开始生效：{kind}，自 {from} 起',
  },
  continuityMoved: {
    en: '  enrolled without a gap before {year}: {before} → {now} {now:year|years}',
    zh: '  {year} 年之前连续参加互助：{before} → {now} 年',
  },
  roomMoved: {
    en: '  {others} changed, which leaves room for {before} → {now}',
    zh: '  {others}有变化，剩余可支付额度：{before} → {now} 元',
  },
  policyMoved: {
    en: '  the policy says something else of it than when {batch} was settled',
    zh: '  政策规定已与结算 {batch} 时不同',
  },
  grantApproved: {
    en: '  special relief was approved on {day}: {situation}',
    zh: '  {day} 批准大病特殊救助：{situation}',
  },
  grantRevoked: {
    en: '  it was revoked on {day} ({reason})',
    zh: '  {day} 撤销（{reason}）',
  },
  baseStands: { en: '{base} together: {now}, as before', zh: '{base}合计：{now} 元，不变' },
  targetStandsSo: { en: 'In all: {now}, as before', zh: '应享合计：{now} 元，不变' },
  baseMoved: { en: '{base} together: {before} → {now}', zh: '{base}合计：{before} → {now} 元' },
  rateMoved: { en: 'Rate: {before} → {now}', zh: '比例：{before} → {now}' },
  targetMoved: { en: 'In all: {before} → {now}', zh: '应享合计：{before} → {now} 元' },
  moreDue: {
    en: 'Settled before: {settled}. Difference: +{due}, due with the settlement of {quarter}.',
    zh: '此前已结 {settled} 元，差额 +{due} 元：随 {quarter} 结算补付。',
  },
  lessDue: {
    en: 'Settled before: {settled}. Difference: -{due}, to be taken back with the settlement of {quarter}.',
    zh: '此前已结 {settled} 元，差额 -{due} 元：随 {quarter} 结算扣回。',
  },
  nothingDue: {
    en: 'Settled before: {settled}. Difference: 0.00.',
    zh: '此前已结 {settled} 元，差额 0.00 元。',
  },
  same: {
    en: 'Since batch {batch} nothing has changed in what {name} ({no}) is due.',
    zh: '自批次 {batch} 以来，{name}（工号 {no}）的待遇没有变化。',
  },
  neverSettled: {
    en: 'No approved batch has settled anything of {name} ({no}) yet: all of it is new.',
    zh: '{name}（工号 {no}）还没有在已批准的批次中结算过，以下全部是新增。',
  },
  source: { en: 'By: {source}', zh: '依据：{source}' },
  assumption: { en: 'Assumed: {assumption}', zh: '补充约定：{assumption}' },
  outstanding: {
    en: 'Outstanding from {name}: {amount} yuan of the {fund}; it is held back from what is due next.',
    zh: '{name}尚有{fund} {amount} 元待扣回，从以后应结的款项中抵扣。',
  },
  outstandingToRepay: {
    en: 'Outstanding from {name}: {amount} yuan of the {fund}; to be paid back (relief fund repay {code}).',
    zh: '{name}尚欠{fund} {amount} 元，应由本人退回（relief fund repay {code}）。',
  },
  sinceAdvance: {
    en: '  {amount} since {since}: special relief {key}, paid in advance',
    zh: '  {since} 起 {amount} 元：预付的大病特殊救助（编号 {key}）',
  },
  sinceBatch: {
    en: '  {amount} since {since}: to be taken back, batch {key}',
    zh: '  {since} 起 {amount} 元：批次 {key} 应扣回',
  },
  sinceOther: {
    en: '  {amount} since {since}: {cause} {key}',
    zh: '  {since} 起 {amount} 元：{cause} {key}',
  },
  grantPeriod: { en: 'number {id} of {day}', zh: '{day}（编号 {id}）' },
  granted: {
    en: 'Granted on {day} by {operator}: {situation}, {amount} yuan',
    zh: '{day} 由{operator}拟定：{situation}，{amount} 元',
  },
  evidence: { en: 'Evidence: {evidence}', zh: '证明材料：{evidence}' },
  approved: { en: 'Approved on {day} by {operator}', zh: '{day} 由{operator}批准' },
  revoked: {
    en: 'Revoked on {day} by {operator}: {reason}',
    zh: '{day} 由{operator}撤销：{reason}',
  },
  caseByCase: {
    en: 'Special relief has no formula: it is granted case by case.',
    zh: '大病特殊救助没有计算公式，一事一议，逐例审批。',
  },
  grantLine: {
    en: '  {batch} ({status}): target {target}, settled before {settledBefore}, due {due}',
    zh: '  {batch}（{status}）：应享 {target} 元，此前已结 {settledBefore} 元，应结 {due} 元',
  },
  nothing: {
    en: '{name} ({no}) has no receipt that counts and nothing settled in the open years.',
    zh: '{name}（工号 {no}）在未截止的年度里没有计入的单据，也没有结算过。',
  },
  notPayable: { en: 'Receipts that do not count:', zh: '不能报销的单据：' },
  notPayableLine: {
    en: '  {date}  {type} {no}: {reasons}',
    zh: '  {date}  {type} {no}：{reasons}',
  },
  held: {
    en: 'This claim is {state}{reason}: it takes no part in settlement.',
    zh: '这张单据的状态是“{state}”{reason}，不参加结算。',
  },
  because: { en: ' ({reason})', zh: '（{reason}）' },
  settledIn: { en: 'Settled in batch {batch}.', zh: '已在批次 {batch} 结算。' },
  asOfNext: {
    en: 'As it stands for {quarter}, which is settled next:',
    zh: '按 {quarter}（下次结算）计算：',
  },
  asOfRunning: {
    en: 'As it stands for {quarter}, which is settled after it ends on {last}:',
    zh: '按 {quarter} 目前的情况计算（{last} 季度结束后结算）：',
  },
  later: {
    en: 'Received later, and counted with their own quarter:',
    zh: '之后受理的单据，留待所属季度结算：',
  },
  laterLine: {
    en: '  {date}  {type} {no}: {quarter}',
    zh: '  {date}  {type} {no}：{quarter}',
  },
  asOf: { en: 'As it stands for {quarter}:', zh: '按 {quarter} 目前的情况计算：' },
  alsoOthers: {
    en: 'A benefit counts all receipts of its period together, so the others stand here too.',
    zh: '待遇按全期单据合并计算，所以同期的其他单据也列在这里。',
  },
} as const satisfies Record<string, Phrase>;
