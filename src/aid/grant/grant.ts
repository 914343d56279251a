import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import {
  type Choice,
  type Field,
  optional,
  parseChoice,
  type RecordOf,
  required,
  yesOrNo,
} from '../../core/field.ts';
import { type Phrase, render, type Said, say } from '../../core/language.ts';
import { type Fen, parseYuan } from '../../core/money.ts';
import { parseCount, parseText } from '../../core/text.ts';
import { optionName } from '../../core/verb.ts';
import { words as coreWords } from '../../core/words.ts';
import type { AidGrantTable, GrantStepTable } from '../../io/tables-of-aid.ts';
import { personFields } from '../../people/person.ts';
import type { Fund } from '../../policy/aid.ts';
import { commandWords } from './command-words.ts';
import { monthsFrom, parseMonth, parseSchoolYear } from './period.ts';
import { words as reasonWords } from './reason-words.ts';
import { words } from './words.ts';

/** Where an application stands (SPEC 12). */
export type GrantState = AidGrantTable['state'];

/** The states, with their names. */
export const grantStates: readonly Choice<GrantState>[] = [
  { code: 'applied', title: words.applied, also: ['审批中'] },
  { code: 'returned', title: words.returned, also: ['已退回'] },
  { code: 'approved', title: words.approved },
  { code: 'refused', title: words.refused },
  { code: 'paid', title: words.paid, also: ['已付款'] },
  { code: 'withdrawn', title: words.withdrawn },
];

/** The states in which an application is paid or may come to be: what limits count. */
export const standingStates: readonly GrantState[] = ['applied', 'returned', 'approved', 'paid'];

/** A step of an application's way. */
export type Step = GrantStepTable['step'];

/** The steps, with their names. */
export const grantSteps: readonly Choice<Step>[] = [
  { code: 'applied', title: words.stepApplied },
  { code: 'endorsed', title: words.stepEndorsed },
  { code: 'returned', title: words.stepReturned },
  { code: 'approved', title: words.stepApproved },
  { code: 'refused', title: words.stepRefused },
  { code: 'paid', title: words.stepPaid },
  { code: 'withdrawn', title: words.stepWithdrawn },
];

/** Reads an amount of help: yuan above zero. @returns fen, or the fault */
export function parseAmount(text: string): Fen | Fault {
  const fen = parseYuan(text);
  return fen === 0 ? new Fault(say(words.amountZero)) : fen;
}

function parseInstalments(text: string): number | Fault {
  const count = parseCount(text);
  return count === 0 ? new Fault(say(words.instalmentsZero)) : count;
}

/** The facts of an application, as options, questions and columns (SPEC 12). Amounts in fen. */
export const grantFields = {
  fund: required({
    name: 'fund',
    title: words.fund,
    headings: ['救助项目', '基金名称', '救助金'],
    parse: parseText,
  }),
  employee_no: personFields.employee_no,
  beneficiary: optional({
    name: 'beneficiary',
    title: words.beneficiary,
    headings: ['学生', '学生姓名', '子女姓名', '受助人'],
    parse: parseText,
  }),
  school_year: optional({
    name: 'school_year',
    title: words.schoolYear,
    headings: ['所属学年'],
    parse: parseSchoolYear,
  }),
  from_month: optional({
    name: 'from_month',
    title: words.fromMonth,
    headings: ['起始月份', '开始月份'],
    parse: parseMonth,
  }),
  to_month: optional({
    name: 'to_month',
    title: words.toMonth,
    headings: ['截止月份', '结束月份'],
    parse: parseMonth,
  }),
  amount: required({
    name: 'amount',
    title: words.amount,
    headings: ['金额', '救助金额'],
    parse: parseAmount,
  }),
  instalments: optional({
    name: 'instalments',
    title: words.instalments,
    headings: ['期数'],
    parse: parseInstalments,
  }),
  first_due_on: optional({
    name: 'first_due_on',
    title: words.firstDueOn,
    ifEmpty: words.monthAfterPayment,
    headings: ['首期归还日期', '首次还款日期'],
    parse: parseCivilDate,
  }),
  purpose: required({
    name: 'purpose',
    title: words.purpose,
    headings: ['事由', '用途', '申请理由'],
    parse: parseText,
  }),
  evidence: optional({
    name: 'evidence',
    title: words.evidence,
    headings: ['材料', '证明'],
    parse: parseText,
  }),
  payee: optional({
    name: 'payee',
    title: words.payee,
    headings: ['收款单位', '承办机构'],
    parse: parseText,
  }),
  receipt_no: optional({
    name: 'receipt_no',
    title: words.receiptNo,
    headings: ['单据号', '票据号', '发票号'],
    parse: parseText,
  }),
  provider: optional({
    name: 'provider',
    title: words.provider,
    headings: ['开票单位', '医院'],
    parse: parseText,
  }),
  cost_on: optional({
    name: 'cost_on',
    title: words.costOn,
    headings: ['费用日期', '发生日期'],
    parse: parseCivilDate,
  }),
  cost_amount: optional({
    name: 'cost_amount',
    title: words.costAmount,
    headings: ['票面金额', '总费用'],
    parse: parseAmount,
  }),
  urgent: optional({
    name: 'urgent',
    title: words.urgent,
    headings: ['是否紧急', '紧急'],
    parse: parseChoice(words.urgent, yesOrNo),
    choices: yesOrNo,
  }),
};

/** An application as it is entered. */
export type GrantRecord = RecordOf<typeof grantFields>;

/** An application with the day on which it was made: what rules and limits go by. */
export interface Asked extends GrantRecord {
  readonly applied_on: CivilDate;
}

type FieldName = keyof typeof grantFields;

/** The facts that only some funds ask for, and of which. */
const onlyFor: Readonly<Partial<Record<FieldName, (fund: Fund) => boolean>>> = {
  beneficiary: ({ beneficiary }) => beneficiary === 'student',
  school_year: ({ per }) => per === 'school-year',
  from_month: ({ per }) => per === 'month',
  to_month: ({ per }) => per === 'month',
  instalments: ({ way }) => way === 'loan',
  first_due_on: ({ way }) => way === 'loan',
  payee: ({ payee }) => payee === 'provider',
};

/** Facts that may be named of every fund and are asked for of none, but of those that pay a provider's bill. */
const costNames: readonly FieldName[] = ['receipt_no', 'provider', 'cost_on', 'cost_amount'];

/** What may stay empty even where a fund asks for it: the day of the first instalment, and the school year of today. */
const mayStayEmpty: readonly FieldName[] = ['first_due_on', 'school_year'];

/** The facts that a fund asks for, in the order in which they are asked. */
export function fieldsFor(fund: Fund): Readonly<Record<string, Field<unknown>>> {
  const asked = Object.entries(grantFields).filter(([key]) => {
    const name = key as FieldName;
    if (name === 'fund' || name === 'urgent') return false;
    if (costNames.includes(name)) return name === 'receipt_no' && fund.payee === 'provider';
    return onlyFor[name]?.(fund) ?? true;
  });
  return Object.fromEntries(
    asked.map(([key, field]) => {
      const name = key as FieldName;
      const needed = name in onlyFor && !mayStayEmpty.includes(name);
      const asked =
        name === 'evidence'
          ? papersField(fund)
          : name === 'instalments'
            ? instalmentsField(fund)
            : field;
      return [name, { ...asked, required: field.required || needed }];
    }),
  );
}

/** The question for the instalments, with how many there may be. */
function instalmentsField({ title: fund, instalments: most }: Fund): Field<number> {
  const { instalments: field } = grantFields;
  if (most === null) return field;
  const parse = (text: string) => {
    const instalments = field.parse(text);
    if (instalments instanceof Fault || instalments <= most) return instalments;
    return new Fault(say(reasonWords.tooManyInstalments, { fund, instalments, most }));
  };
  return { ...field, title: inBoth(say(commandWords.instalmentsUpTo, { most })), parse };
}

/** The question for the papers: the ones that the policy asks for are named. */
export function papersField({ evidence }: Pick<Fund, 'evidence'>): typeof grantFields.evidence {
  if (evidence.length === 0) return grantFields.evidence;
  const title = inBoth(say(commandWords.papersAsked, { papers: evidence }));
  return { ...grantFields.evidence, title };
}

/** A message as a phrase, for a question's title. */
export const inBoth = (said: Said): Phrase => ({ en: render(said, 'en'), zh: render(said, 'zh') });

/** What is wrong with an application in itself: facts missing, not asked for, or that do not go together. */
export function faultsOf(asked: Asked, fund: Fund, today: CivilDate): readonly Said[] {
  const faults: Said[] = [];
  for (const [key, field] of Object.entries(fieldsFor(fund))) {
    if (field.required && asked[key as FieldName] === null)
      faults.push(say(coreWords.valueMissing, { field: field.title }));
  }
  for (const [key, asks] of Object.entries(onlyFor)) {
    const name = key as FieldName;
    if (asked[name] !== null && !asks(fund))
      faults.push(say(words.notAskedFor, { option: optionName(name), fund: fund.title }));
  }
  const { from_month: from, to_month: to, applied_on: on, cost_on, cost_amount } = asked;
  const { first_due_on: due } = asked;
  if (from !== null && to !== null && monthsFrom(from, to).length === 0)
    faults.push(say(words.monthsBackwards, { from, to }));
  if (on > today) faults.push(say(words.inFuture, { on, today }));
  if (cost_on !== null && cost_on > on) faults.push(say(words.costInFuture, { cost_on, on }));
  if (due !== null && due < on) faults.push(say(words.dueBeforehand, { due, on }));
  if ((cost_on === null) !== (cost_amount === null)) faults.push(say(words.costHalf));
  return faults;
}

/** What one application is for: a school year, or its first and last month; nothing of the kind. */
export function periodOf(asked: GrantRecord): {
  readonly from_period: string | null;
  readonly to_period: string | null;
} {
  return {
    from_period: asked.school_year ?? asked.from_month,
    to_period: asked.school_year === null ? asked.to_month : null,
  };
}

/** How many months an application is for; 1 where its fund is not granted by month. */
export function monthsOf({ from_month, to_month }: GrantRecord): number {
  return from_month === null || to_month === null ? 1 : monthsFrom(from_month, to_month).length;
}

/** The most that one application can be granted, in fen; null where the policy sets no limit. */
export function mostOf({ limits }: Fund, months: number): Fen | null {
  return limits.per_grant === null ? null : limits.per_grant * months;
}

/** What one application is for, in words: a school year, months; empty where neither. */
export function periodTitle(from: string | null, to: string | null): Phrase | Said | string {
  if (from === null) return '';
  return to === null || to === from ? from : say(words.monthsFromTo, { from, to });
}
