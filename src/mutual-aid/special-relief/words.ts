import type { Phrase } from '../../core/language.ts';

/** The words of special relief. */
export const words = {
  grant: { en: 'number', zh: '编号' },
  employeeNo: { en: 'employee number', zh: '工号' },
  personName: { en: 'name', zh: '姓名' },
  unit: { en: 'unit', zh: '单位' },
  situation: { en: 'situation', zh: '救助情形' },
  specialDisease: { en: 'special disease', zh: '病种特殊' },
  urgent: { en: 'urgent', zh: '病情急迫' },
  ongoing: { en: 'treatment not ended', zh: '治疗未结束' },
  amount: { en: 'amount', zh: '救助金额' },
  evidence: { en: 'evidence', zh: '证明材料' },
  pay: { en: 'paid', zh: '支付方式' },
  payNow: { en: 'now, in advance', zh: '先行预付' },
  payBatch: { en: 'with the next batch', zh: '随季度结算支付' },
  grantedOn: { en: 'granted on', zh: '拟定日期' },
  grantedBy: { en: 'granted by', zh: '拟定人' },
  approvedOn: { en: 'approved on', zh: '批准日期' },
  approvedBy: { en: 'approved by', zh: '批准人' },
  endedOn: { en: 'ended on', zh: '终止日期' },
  endedBy: { en: 'ended by', zh: '终止人' },
  reason: { en: 'reason', zh: '原因' },
  state: { en: 'state', zh: '状态' },
  batch: { en: 'batch', zh: '批次' },
  granted: { en: 'awaiting approval', zh: '待批准' },
  approved: { en: 'approved', zh: '已批准' },
  settled: { en: 'settled', zh: '已结算' },
  advanced: { en: 'paid in advance', zh: '已预付' },
  refused: { en: 'refused', zh: '不予批准' },
  revoked: { en: 'revoked', zh: '已撤销' },
  grantSummary: { en: 'grant special relief to a person', zh: '拟定大病特殊救助' },
  approveSummary: {
    en: 'approve what another operator granted; an advance is paid with it',
    zh: '批准由他人拟定的大病特殊救助；预付的随即付款',
  },
  refuseSummary: { en: 'refuse what was granted', zh: '对拟定的大病特殊救助不予批准' },
  revokeSummary: {
    en: 'take special relief back that is not to be paid',
    zh: '撤销大病特殊救助',
  },
  listSummary: { en: 'list special relief, the latest first', zh: '列出大病特殊救助，最近的在前' },
  showSummary: { en: 'show one special relief', zh: '查看一笔大病特殊救助' },
  grantArgument: { en: 'its number', zh: '编号' },
  reasonOption: { en: 'why', zh: '原因' },
  unitOption: {
    en: 'only people of this unit and all below it',
    zh: '只列该单位及其下属单位人员的',
  },
  stateOption: {
    en: 'only in this state: granted, approved, settled, advanced, refused, revoked',
    zh: '只列该状态的：granted（待批准）、approved（已批准）、settled（已结算）、advanced（已预付）、refused（不予批准）、revoked（已撤销）',
  },
  situationOption: {
    en: 'only in this situation: special-disease, urgent, ongoing',
    zh: '只列该情形的：special-disease（病种特殊）、urgent（病情急迫）、ongoing（治疗未结束）',
  },
  personOption: { en: 'only of this employee number', zh: '只列该工号的' },
  amountZero: {
    en: 'the amount is 0.00; say how much is granted',
    zh: '救助金额不能是 0，请写明金额',
  },
  noAdvance: {
    en: 'for a special disease nothing is paid in advance; use --pay batch, or choose the situation urgent or ongoing',
    zh: '“病种特殊”不能预付；请用 --pay batch 随季度结算支付，或改选“病情急迫”“治疗未结束”',
  },
  grantedInFuture: {
    en: 'granted on {day}: that day is still to come (today is {today})',
    zh: '拟定日期 {day} 还没有到（今天是 {today}）',
  },
  unknown: {
    en: 'there is no special relief with the number "{text}"; see: relief special-relief list',
    zh: '没有编号为“{text}”的大病特殊救助；请看：relief special-relief list',
  },
  added: {
    en: 'Special relief {id} for {name} ({no}): {amount} yuan, {situation}. Another operator approves it: relief special-relief approve {id}',
    zh: '已拟定大病特殊救助 {id}：{name}（工号 {no}）{situation}，{amount} 元。须由另一位操作人批准：relief special-relief approve {id}',
  },
  whichGrant: {
    en: "Which special relief? (the person's number or name)",
    zh: '哪一笔大病特殊救助？（工号或姓名）',
  },
  approveNowConfirm: {
    en: 'Approve special relief {id} ({situation}; evidence: {evidence}) and pay {amount} yuan to {name} ({no}) now?',
    zh: '批准大病特殊救助 {id}（{situation}；证明材料：{evidence}），并立即预付{name}（工号 {no}）{amount} 元？',
  },
  approveBatchConfirm: {
    en: 'Approve special relief {id} ({situation}; evidence: {evidence}): {amount} yuan to {name} ({no}) with the next batch?',
    zh: '批准大病特殊救助 {id}（{situation}；证明材料：{evidence}）：{name}（工号 {no}）{amount} 元，随下次结算支付？',
  },
  approvedNow: {
    en: 'Special relief {id} approved by {operator}: {amount} yuan to be paid to {name} ({no}) at once. The advance is held back from what is due to them next.',
    zh: '{operator}已批准大病特殊救助 {id}：立即预付{name}（工号 {no}）{amount} 元。预付款从其以后应结的款项中抵扣。',
  },
  approvedBatch: {
    en: 'Special relief {id} approved by {operator}: {amount} yuan to {name} ({no}) with the next settlement.',
    zh: '{operator}已批准大病特殊救助 {id}：{name}（工号 {no}）{amount} 元，随下次结算支付。',
  },
  refusedDone: {
    en: 'Special relief {id} for {name} ({no}) is refused.',
    zh: '{name}（工号 {no}）的大病特殊救助 {id} 不予批准。',
  },
  revokeConfirm: {
    en: 'Revoke special relief {id}: {amount} yuan for {name} ({no})?',
    zh: '撤销大病特殊救助 {id}：{name}（工号 {no}）{amount} 元？',
  },
  revokedDone: {
    en: 'Special relief {id} for {name} ({no}) is revoked.',
    zh: '{name}（工号 {no}）的大病特殊救助 {id} 已撤销。',
  },
  takenBackNext: {
    en: 'It was settled in {batch}: the next settlement takes {amount} yuan back.',
    zh: '已在批次 {batch} 结算：下次结算时扣回 {amount} 元。',
  },
  waitsIn: {
    en: 'It is in batch {batch}, which awaits approval.',
    zh: '已列入待批准的批次 {batch}。',
  },
  inWaitingBatch: {
    en: 'It is in batch {batch}, which awaits approval; settle {quarter} again to bring that up to date.',
    zh: '已列入待批准的批次 {batch}；请重新结算 {quarter}，更新该批次。',
  },
  outstandingHint: {
    en: 'What of it is still outstanding: relief explain person {no}',
    zh: '尚未抵扣的部分请看：relief explain person {no}',
  },
  notApprovable: {
    en: 'special relief {id} is {state}; only one that awaits approval can be approved',
    zh: '大病特殊救助 {id} 的状态是“{state}”，只有待批准的才能批准',
  },
  approvedBeforeGranted: {
    en: 'special relief {id} was granted on {granted_on}, and {today} lies before that; check the date of this computer, or --today',
    zh: '救助 {id} 拟定于 {granted_on}，{today} 早于该日期；请检查本机日期或 --today',
  },
  cronCannotApprove: {
    en: '"cron" never approves; a person must approve special relief {id} (--as NAME)',
    zh: '“cron”不能批准；大病特殊救助 {id} 须由人批准（--as 姓名）',
  },
  grantedByYou: {
    en: 'special relief {id} was granted by {operator}, who therefore cannot approve it; ask another operator (--as NAME)',
    zh: '大病特殊救助 {id} 由{operator}拟定，不能由同一人批准；请由另一位操作人批准（--as 姓名）',
  },
  notRefusable: {
    en: 'special relief {id} is {state}; only one that awaits approval can be refused',
    zh: '大病特殊救助 {id} 的状态是“{state}”，只有待批准的才能不予批准',
  },
  revokeInstead: {
    en: 'special relief {id} is {state} and can no longer be refused; to take it back: relief special-relief revoke {id}',
    zh: '大病特殊救助 {id} 的状态是“{state}”，不能再改为不予批准；要撤销请用：relief special-relief revoke {id}',
  },
  notRevocable: {
    en: 'special relief {id} is {state} already: there is nothing to revoke',
    zh: '大病特殊救助 {id} 的状态已是“{state}”，无须撤销',
  },
  advanceNotRevocable: {
    en: 'special relief {id} was paid to {name} ({no}) in advance on {day} and cannot be revoked: it is offset against what is due to them later, or they repay it (relief fund repay mutual-aid --person {no}); how much is outstanding: relief explain person {no}',
    zh: '大病特殊救助 {id} 已于 {day} 预付给{name}（工号 {no}），不能撤销：从其以后应结的款项中抵扣，或由本人退回（relief fund repay mutual-aid --person {no}）；尚欠多少请看：relief explain person {no}',
  },
} as const satisfies Record<string, Phrase>;
