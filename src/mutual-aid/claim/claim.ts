import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { type Choice, optional, parseChoice, type RecordOf, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { formatYuan, parseYuan } from '../../core/money.ts';
import { parseCount, parseText, plainForm } from '../../core/text.ts';
import { words as coreWords } from '../../core/words.ts';
import { personFields } from '../../people/person.ts';
import { words } from './words.ts';

/** The four receipt types (SPEC 4). */
export type ReceiptType =
  | 'special-exam'
  | 'chronic-outpatient'
  | 'inpatient'
  | 'insurance-settlement';

/** The receipt types, with their names on paper. */
export const receiptTypes: readonly Choice<ReceiptType>[] = [
  { code: 'special-exam', title: words.specialExam, also: ['特检', '特检费用', '特检报销单'] },
  {
    code: 'chronic-outpatient',
    title: words.chronicOutpatient,
    also: ['慢性病门诊', '慢性病', '慢病门诊', '慢病'],
  },
  { code: 'inpatient', title: words.inpatient, also: ['住院', '住院结算单', '住院费用'] },
  {
    code: 'insurance-settlement',
    title: words.insuranceSettlement,
    also: ['医保', '医保结算单', '医保费用', '转外就医'],
  },
];

/** A claim's state (SPEC 4). That it is settled is worked out from the batches. */
export type ClaimState = 'open' | 'held' | 'rejected' | 'withdrawn' | 'settled' | 'annulled';

/** The states, with their names. */
export const claimStates: readonly Choice<ClaimState>[] = [
  { code: 'open', title: words.open },
  { code: 'held', title: words.held },
  { code: 'rejected', title: words.rejected },
  { code: 'withdrawn', title: words.withdrawn },
  { code: 'settled', title: words.settled },
  { code: 'annulled', title: words.annulled },
];

function parseReceiptNo(text: string): string | Fault {
  const plain = plainForm(text);
  if (/^\d(\.\d+)?e\+\d+$/i.test(plain)) return new Fault(say(words.receiptNoDamaged, { text }));
  return parseText(plain);
}

/** The facts of a claim, as options, questions and columns (SPEC 4, 7). Amounts in fen. */
export const claimFields = {
  employee_no: personFields.employee_no,
  receipt_type: required({
    name: 'receipt_type',
    title: words.receiptType,
    headings: ['类型', '票据类型', '报销类型'],
    parse: parseChoice(words.receiptType, receiptTypes),
    choices: receiptTypes,
  }),
  receipt_no: required({
    name: 'receipt_no',
    title: words.receiptNo,
    headings: ['单据编号', '票据号', '发票号', '单号'],
    parse: parseReceiptNo,
  }),
  service_date: required({
    name: 'service_date',
    title: words.serviceDate,
    headings: ['就诊日期', '出院日期', '费用发生日期'],
    parse: parseCivilDate,
  }),
  hospital: required({
    name: 'hospital',
    title: words.hospital,
    headings: ['医疗机构', '医院名称', '就诊医院'],
    parse: parseText,
  }),
  total_amount: required({
    name: 'total_amount',
    title: words.totalAmount,
    headings: ['总金额', '费用总额', '医疗费总额', '总费用(元)', '总费用（元）'],
    parse: parseYuan,
  }),
  pool_paid: required({
    name: 'pool_paid',
    title: words.poolPaid,
    headings: ['统筹基金支付', '医保统筹支付', '统筹支付金额'],
    parse: parseYuan,
  }),
  pool_self_pay: required({
    name: 'pool_self_pay',
    title: words.poolSelfPay,
    headings: ['统筹自付', '统筹内自付', '统筹段个人自付'],
    parse: parseYuan,
  }),
  received_on: optional({
    name: 'received_on',
    title: words.receivedOn,
    ifEmpty: coreWords.enterForToday,
    headings: ['收单日期', '登记日期'],
    parse: parseCivilDate,
  }),
  own_expense: optional({
    name: 'own_expense',
    title: words.ownExpense,
    headings: ['自费金额', '全自费'],
    parse: parseYuan,
  }),
  personal_account_paid: optional({
    name: 'personal_account_paid',
    title: words.personalAccountPaid,
    headings: ['个人账户', '个账支付'],
    parse: parseYuan,
  }),
  diagnosis: optional({
    name: 'diagnosis',
    title: words.diagnosis,
    headings: ['病种', '疾病', '诊断名称'],
    parse: parseText,
  }),
  stay_days: optional({
    name: 'stay_days',
    title: words.stayDays,
    headings: ['住院天', '天数'],
    parse: parseCount,
  }),
};

/** A claim as it is entered. */
export type ClaimRecord = RecordOf<typeof claimFields>;

/**
 * What is wrong with a claim across its fields (SPEC 4): the parts above the total, dates out of order.
 * @param today the latest day a receipt can have been received on
 */
export function checkClaim(claim: ClaimRecord, today: CivilDate): readonly Fault[] {
  const faults: Fault[] = [];
  const { total_amount: total, service_date: service } = claim;
  const parts = claim.pool_paid + claim.pool_self_pay + (claim.own_expense ?? 0);
  if (parts > total) {
    const facts = { parts: formatYuan(parts), total: formatYuan(total) };
    faults.push(new Fault(say(words.partsAboveTotal, facts)));
  }
  const received = claim.received_on ?? today;
  if (service > today) {
    faults.push(new Fault(say(words.serviceInFuture, { service, today })));
  } else if (received > today) {
    faults.push(new Fault(say(words.receivedInFuture, { received, today })));
  } else if (service > received) {
    faults.push(new Fault(say(words.receivedBeforeService, { received, service })));
  }
  return faults;
}
