import type { Phrase } from '../../core/language.ts';
import type { Action } from './life.ts';

/** What stands in the way of a step. */
export const words = {
  beforeLastStep: {
    en: 'application {id} was last taken further on {last}, and {on} lies before that; check the day, or the date of this computer (--today)',
    zh: '申请 {id} 上一步办理于 {last}，{on} 早于该日期；请检查日期或本机日期（--today）',
  },
  notAtItsLevel: {
    en: 'application {id} stands at {at} and is decided at {decides}; pass it up first: relief grant endorse {id}',
    zh: '申请 {id} 现由{at}办理，须上报到{decides}才能审批；请先签署意见上报：relief grant endorse {id}',
  },
  cronCannotApprove: {
    en: '"cron" never approves; a person must approve application {id} (--as NAME)',
    zh: '“cron”不能审批；申请 {id} 须由人审批（--as 姓名）',
  },
  yourOwn: {
    en: 'application {id} was taken or endorsed by {operator}, who therefore cannot approve it; ask another operator (--as NAME)',
    zh: '申请 {id} 由{operator}受理或签署过意见，不能由同一人审批；请由另一位操作人审批（--as 姓名）',
  },
  notReturnable: {
    en: 'application {id} stands at {at}, which took it: there is no level below to return it to; refuse it (relief grant refuse {id}) or withdraw it (relief grant withdraw {id})',
    zh: '申请 {id} 就在受理单位{at}，没有下级可退；可不予批准（relief grant refuse {id}）或撤回（relief grant withdraw {id}）',
  },
  onlyReturned: {
    en: 'the amount of application {id} is corrected only once it was returned; to grant less: relief grant approve {id} --amount …',
    zh: '申请 {id} 退回之后才能更正金额；要少批的，请在批准时写明：relief grant approve {id} --amount 金额',
  },
  noOpinionOf: {
    en: 'application {id} awaits no opinion of {unit}; whose is awaited: {open}',
    zh: '申请 {id} 不需要{unit}的意见（或已签署）；待签署意见的单位：{open}',
  },
  opinionGiven: {
    en: '{operator} has given the opinion of {unit} on application {id} already',
    zh: '{operator}已代表{unit}对申请 {id} 签署过意见',
  },
  moreThanAsked: {
    en: 'application {id} asks for {asked} yuan; no more than that can be granted. Where more is needed, return it, to be corrected: relief grant return {id}',
    zh: '申请 {id} 的申请金额为 {asked} 元，批准金额不能更多；确需增加的，请先退回更正：relief grant return {id}',
  },
  papersMissing: {
    en: 'application {id} names no papers, and "{fund}" asks for: {papers}. Have them added by whoever took or endorsed it: relief grant endorse {id} --evidence … --opinion …',
    zh: '申请 {id} 没有写明证明材料，{fund}要求：{papers}；请由受理或上报的人补充：relief grant endorse {id} --evidence 材料 --opinion 意见',
  },
  notOnItsWay: {
    en: 'this application does not pass through unit {unit}; it passes through: {way}',
    zh: '这项申请逐级经过{way}，不经过单位 {unit}',
  },
  loanPaidOut: {
    en: 'loan {id} is paid out and cannot be withdrawn; it is repaid: relief loan repay {id}',
    zh: '借款 {id} 已经发放，不能撤回；收回款项请按还款登记：relief loan repay {id}',
  },
} as const satisfies Record<string, Phrase>;

/** That a step cannot be taken where an application stands. */
export const outOfOrder = {
  endorse: {
    en: 'application {id} is: {state}. An opinion is given while it is under way; on an urgent one also afterwards, by each level that it passed over, once',
    zh: '申请 {id} 的状态是“{state}”；意见应在审批中签署，紧急申请可由越过的各级事后各补签一次',
  },
  return: {
    en: 'application {id} is: {state}. Only one under way can be returned',
    zh: '申请 {id} 的状态是“{state}”，只有审批中的才能退回',
  },
  approve: {
    en: 'application {id} is: {state}. Only one under way, passed up to the level of its fund, can be approved',
    zh: '申请 {id} 的状态是“{state}”，只有审批中、已上报到审批单位的才能批准',
  },
  refuse: {
    en: 'application {id} is: {state}. Only one that is not decided can be refused; one approved is taken back with: relief grant withdraw {id}',
    zh: '申请 {id} 的状态是“{state}”，只有尚未审批的才能不予批准；已批准的请撤回：relief grant withdraw {id}',
  },
  pay: {
    en: 'application {id} is: {state}. Only an approved one can be paid, once',
    zh: '申请 {id} 的状态是“{state}”，只有已批准待付款的才能付款，且只付一次',
  },
  withdraw: {
    en: 'application {id} is: {state}. There is nothing to withdraw',
    zh: '申请 {id} 的状态是“{state}”，无须撤回',
  },
} as const satisfies Record<Action, Phrase>;
