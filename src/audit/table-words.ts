import type { Phrase } from '../core/language.ts';

/** What the rows of each table of the file are, for whoever is told that one was changed. */
export const tables: Readonly<Record<string, Phrase>> = {
  unit: { en: 'units', zh: '单位' },
  person: { en: 'people', zh: '人员' },
  recognition: { en: 'recognitions', zh: '认定' },
  enrolment: { en: 'enrolments', zh: '参加年度' },
  hospital: { en: 'hospitals', zh: '医院' },
  claim: { en: 'receipts', zh: '单据' },
  policy: { en: 'policies', zh: '政策' },
  batch: { en: 'batches', zh: '批次' },
  batch_step: { en: 'steps of batches', zh: '批次办理经过' },
  special_relief: { en: 'special relief', zh: '特殊救助' },
  entry: { en: 'entries of the books', zh: '账簿分录' },
  posting: { en: 'sides of entries', zh: '分录借贷方' },
  budget: { en: 'budgets', zh: '预算' },
  payment_order: { en: 'lists for the bank', zh: '银行代发清单' },
  payment_exception: { en: 'payments not made', zh: '未付成的款项' },
  relief_post: { en: 'relief posts', zh: '帮扶站点' },
  post_member: { en: 'people of relief posts', zh: '站点工作人员' },
  operator: { en: 'operators', zh: '操作人' },
  household: { en: 'hardship files', zh: '困难职工档案' },
  household_member: { en: 'family members', zh: '家庭成员' },
  household_review: { en: 'reviews of hardship files', zh: '档案复核' },
  household_recognition: { en: 'recognitions from hardship files', zh: '档案给予的认定' },
  aid_grant: { en: 'grants and loans', zh: '救助申请和借款' },
  grant_step: { en: 'steps of applications', zh: '申请办理经过' },
  instalment: { en: 'instalments of loans', zh: '借款分期' },
  loan_repayment: { en: 'repayments of loans', zh: '借款还款' },
  write_off: { en: 'write-offs of loans', zh: '借款核销' },
  benefit_in_kind: { en: 'benefits in kind', zh: '实物和机会类帮扶' },
  official: { en: 'officials', zh: '结对干部' },
  pairing: { en: 'pairings', zh: '结对' },
  visit: { en: 'visits', zh: '走访' },
  request: { en: 'requests', zh: '诉求' },
  request_step: { en: 'steps of requests', zh: '诉求办理经过' },
};

/** A table's name on a screen; one without words keeps its own. */
export function tableTitle(entity: string): Phrase {
  return tables[entity] ?? { en: entity, zh: entity };
}
