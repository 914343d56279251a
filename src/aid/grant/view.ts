import { yesOrNo } from '../../core/field.ts';
import { type Fact, type Phrase, render, type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import {
  type Block,
  type Column,
  choiceInWords,
  factsOf,
  inWords,
  yuanColumn,
} from '../../core/report.ts';
import { accountTitle, causeColumn } from '../../ledger/view.ts';
import type { StoredUnit } from '../../organisation/store.ts';
import type { Fund } from '../../policy/aid.ts';
import { fundTitle } from '../../policy/funds.ts';
import { grantStates, grantSteps, periodTitle } from './grant.ts';
import type { BookedEntry, StoredGrant, StoredStep } from './store.ts';
import { words } from './words.ts';

const more = { fileOnly: true } as const;

/** The columns of a list of applications. @param funds what funds are called */
export function columnsOf(funds: readonly Fund[]): readonly Column[] {
  return [
    { key: 'grant', title: words.grant, align: 'right' },
    { key: 'fund', title: words.fund, show: inWords((code) => fundTitle(funds, code)) },
    { key: 'employee_no', title: words.employeeNo },
    { key: 'name', title: words.personName },
    { key: 'unit', title: words.unit, ...more },
    { key: 'beneficiary', title: words.beneficiary },
    { key: 'school_year', title: words.schoolYear, ...more },
    { key: 'from_month', title: words.fromMonth, ...more },
    { key: 'to_month', title: words.toMonth, ...more },
    yuanColumn('amount', words.amount),
    yuanColumn('granted', words.granted),
    { key: 'state', title: words.state, show: choiceInWords(grantStates) },
    { key: 'at', title: words.at, ...more },
    { key: 'at_name', title: words.atName },
    { key: 'waiting_since', title: words.waitingSince },
    { key: 'urgent', title: words.urgent, ...more },
    { key: 'purpose', title: words.purpose, ...more },
    { key: 'evidence', title: words.evidence, ...more },
    { key: 'payee', title: words.payee, ...more },
    { key: 'receipt_no', title: words.receiptNo, ...more },
    { key: 'provider', title: words.provider, ...more },
    { key: 'cost_on', title: words.costOn, ...more },
    { ...yuanColumn('cost_amount', words.costAmount), ...more },
    { key: 'instalments', title: words.instalments, ...more },
    { key: 'first_due_on', title: words.firstDueOn, ...more },
    { key: 'applied_on', title: words.appliedOn, ...more },
    { key: 'applied_by', title: words.appliedBy, ...more },
    { key: 'approved_on', title: words.approvedOn, ...more },
    { key: 'approved_by', title: words.approvedBy, ...more },
    { key: 'paid_on', title: words.paidOn, ...more },
  ];
}

const yuanOrNull = (fen: number | null) => (fen === null ? null : formatYuan(fen));

/** An application as a row; amounts in yuan, units by their codes. */
export function grantRow(grant: StoredGrant) {
  return {
    ...{ grant: grant.id, fund: grant.fund, employee_no: grant.employee_no, name: grant.name },
    ...{ unit: grant.unit, beneficiary: grant.beneficiary, ...timeOf(grant) },
    ...{ amount: formatYuan(grant.amount), granted: yuanOrNull(grant.granted) },
    ...{ state: grant.state, at: grant.at, at_name: grant.at_name },
    ...{ waiting_since: grant.waiting_since, urgent: grant.urgent === 1, purpose: grant.purpose },
    ...{ evidence: grant.evidence, payee: grant.payee, receipt_no: grant.receipt_no },
    ...{ provider: grant.provider, cost_on: grant.cost_on },
    ...{ cost_amount: yuanOrNull(grant.cost_amount), instalments: grant.instalments },
    ...{ first_due_on: grant.first_due_on, applied_on: grant.applied_on },
    ...{ applied_by: grant.applied_by, approved_on: grant.approved_on },
    ...{ approved_by: grant.approved_by, paid_on: grant.paid_on },
  };
}

/** The school year, or the months, that an application is for. */
function timeOf({ from_period, to_period }: StoredGrant) {
  const byMonth = to_period !== null;
  return {
    school_year: byMonth ? null : from_period,
    from_month: byMonth ? from_period : null,
    to_month: to_period,
  };
}

/** What the messages about an application name; `amount` is what is granted, else what is asked for. */
export function grantFacts(grant: StoredGrant, funds: readonly Fund[]) {
  const { id, name, employee_no: no, at_name: at, granted, amount } = grant;
  const fund = fundTitle(funds, grant.fund);
  const whom = whomSaid(grant.beneficiary, periodTitle(grant.from_period, grant.to_period));
  return { id, name, no, at, fund, whom, amount: readableYuan(granted ?? amount) };
}

/** In brackets, whom and what time an application is for; empty where it is for neither. */
export function whomSaid(student: string | null, period: Phrase | Said | string): Fact {
  const parts = [student ?? '', period].filter((part) => part !== '');
  return parts.length === 0 ? '' : say(words.forWhom, { whom: parts });
}

const stepColumns: readonly Column[] = [
  { key: 'on', title: words.on },
  { key: 'unit_name', title: words.unit },
  { key: 'step', title: words.step, show: choiceInWords(grantSteps) },
  yuanColumn('amount', words.sum),
  { key: 'operator', title: words.operator },
  { key: 'opinion', title: words.opinion },
];

/** A benefit is no account of grants: it would be told by its code. */
const asItIs = (code: string): Phrase => ({ en: code, zh: code });

const bookColumns: readonly Column[] = [
  { key: 'entry', title: words.entry, align: 'right' },
  { key: 'on', title: words.on },
  causeColumn,
  {
    key: 'account',
    title: words.account,
    show: (account, lang) => render(accountTitle(String(account), asItIs), lang),
  },
  yuanColumn('amount', words.sum),
];

/** What an application's page shows beside its facts. */
export interface Shown {
  readonly grant: StoredGrant;
  readonly steps: readonly StoredStep[];
  readonly entries: readonly BookedEntry[];
  /** The units whose opinion is missing. */
  readonly missing: readonly StoredUnit[];
  /** The papers that the fund asks for, where none are named yet. */
  readonly papers: readonly Phrase[];
}

/** One application: a fact a line, its way with the opinions, the books, what is missing. */
export function grantBlocks(shown: Shown, funds: readonly Fund[]): readonly Block[] {
  const { grant, steps, entries, missing, papers } = shown;
  const { urgent, ...row } = { ...grantRow(grant), at: null, unit: grant.unit_name };
  const columns = columnsOf(funds).map((column) =>
    column.key === 'urgent' ? { ...column, show: choiceInWords(yesOrNo) } : column,
  );
  const lacking = lackingSaid(shown);
  return [
    { facts: factsOf(columns, { ...row, urgent: urgent ? 'yes' : null }) },
    { heading: words.wayHeading },
    { table: { columns: stepColumns, rows: steps.map(stepRow) } },
    ...(entries.length > 0
      ? [
          { heading: words.booksHeading },
          { table: { columns: bookColumns, rows: entries.map(entryRow) } },
        ]
      : []),
    ...(missing.length > 0 || papers.length > 0
      ? [{ heading: words.missingHeading }, ...lacking.map((line) => ({ line }))]
      : []),
  ];
}

/** What an application still lacks, with how to give it. */
function lackingSaid({ grant, missing, papers }: Shown): readonly Said[] {
  const { id } = grant;
  return [
    ...missing.map(({ name: unit, code }) => say(words.opinionMissing, { id, unit, code })),
    ...(papers.length > 0 ? [say(words.papersMissing, { id, papers })] : []),
  ];
}

const stepRow = ({ unit_id: _, ...step }: StoredStep) => ({
  ...step,
  amount: yuanOrNull(step.amount),
});

const entryRow = ({ id, amount, ...entry }: BookedEntry) => ({
  entry: id,
  ...entry,
  amount: formatYuan(amount),
});

/** The same as JSON. */
export function grantJson({ grant, steps, entries, missing, papers }: Shown) {
  return {
    ...grantRow(grant),
    way: steps.map(stepRow),
    entries: entries.map(entryRow),
    missing_opinions: missing.map(({ code }) => code),
    missing_papers: papers.map(({ en, zh }) => ({ en, zh })),
  };
}
