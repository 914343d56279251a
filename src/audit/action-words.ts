import type { Phrase } from '../core/language.ts';

/** What each action of the audit log is called on a screen; files and JSON carry the code. */
export const actions: Readonly<Record<string, Phrase>> = {
  'policy.use': { en: 'policy put in force', zh: '施行政策' },
  'unit.add': { en: 'unit added', zh: '登记单位' },
  'unit.edit': { en: 'unit corrected', zh: '更正单位' },
  'unit.import': { en: 'units imported', zh: '导入单位' },
  'person.add': { en: 'person added', zh: '登记人员' },
  'person.edit': { en: 'person corrected', zh: '更正人员' },
  'person.reveal': { en: 'ID and account numbers shown', zh: '查看完整证件号和账号' },
  'person.import': { en: 'people imported', zh: '导入人员' },
  'enrolment.add': { en: 'enrolled', zh: '登记参加互助' },
  'enrolment.remove': { en: 'enrolment removed', zh: '删除参加年度' },
  'enrolment.import': { en: 'enrolments imported', zh: '导入参加互助名单' },
  'recognition.add': { en: 'recognition added', zh: '登记认定' },
  'recognition.edit': { en: 'recognition corrected', zh: '更正认定' },
  'recognition.end': { en: 'recognition ended', zh: '终止认定' },
  'recognition.remove': { en: 'recognition removed', zh: '删除认定' },
  'recognition.import': { en: 'recognitions imported', zh: '导入认定' },
  'hospital.add': { en: 'hospital added', zh: '登记医院' },
  'hospital.edit': { en: 'hospital corrected', zh: '更正医院' },
  'hospital.import': { en: 'hospitals imported', zh: '导入医院' },
  'claim.add': { en: 'claim entered', zh: '录入单据' },
  'claim.hold': { en: 'claim held', zh: '暂缓单据' },
  'claim.release': { en: 'claim released', zh: '解除暂缓' },
  'claim.reject': { en: 'claim rejected', zh: '退单' },
  'claim.withdraw': { en: 'claim withdrawn', zh: '撤回单据' },
  'claim.annul': { en: 'claim annulled', zh: '作废单据' },
  'claim.import': { en: 'claims imported', zh: '导入单据' },
  'special-relief.grant': { en: 'special relief granted', zh: '拟定大病特殊救助' },
  'special-relief.approve': { en: 'special relief approved', zh: '批准大病特殊救助' },
  'special-relief.advance': { en: 'special relief paid in advance', zh: '批准并预付大病特殊救助' },
  'special-relief.refuse': { en: 'special relief refused', zh: '大病特殊救助不予批准' },
  'special-relief.revoke': { en: 'special relief revoked', zh: '撤销大病特殊救助' },
  'fund.deposit': { en: 'money booked in', zh: '登记经费入账' },
  'fund.opening': { en: 'opening balance booked', zh: '登记期初余额' },
  'fund.budget': { en: 'budget set', zh: '设定预算' },
  'fund.repay': { en: 'repayment booked', zh: '登记个人退款' },
  'ledger.reverse': { en: 'entry reversed', zh: '冲销分录' },
  'batch.settle': { en: 'batch computed', zh: '结算批次' },
  'batch.announce': { en: 'batch announced', zh: '公示批次' },
  'batch.objection': { en: 'objection taken', zh: '受理异议' },
  'batch.approve': { en: 'batch approved', zh: '批准批次' },
  'batch.pay': { en: 'bank file made', zh: '生成银行付款清单' },
  'batch.result': { en: "bank's result read", zh: '登记银行回盘' },
  'batch.close': { en: 'batch closed', zh: '办结批次' },
  'batch.void': { en: 'batch voided', zh: '作废批次' },
};

/** An action in words; the code itself where it is none of ours. */
export function actionTitle(action: string): Phrase {
  return actions[action] ?? { en: action, zh: action };
}
