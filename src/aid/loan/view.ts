import { type CivilDate, daysBetween } from '../../core/civil-date.ts';
import { type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import {
  type Block,
  type Column,
  choiceInWords,
  factsOf,
  inWords,
  yuanColumn,
} from '../../core/report.ts';
import { causeColumn } from '../../ledger/view.ts';
import { words as ledgerWords } from '../../ledger/words.ts';
import type { Fund } from '../../policy/aid.ts';
import { fundTitle } from '../../policy/funds.ts';
import {
  instalmentStates,
  type ListedLoan,
  listedOf,
  loanStanding,
  loanStates,
  type StoredLoan,
  type StoredWriteOff,
} from './loan.ts';
import { type Standing, stateOf } from './standing.ts';
import { words } from './words.ts';

const more = { fileOnly: true } as const;
const right = { align: 'right' } as const;

/** The columns of a list of loans. @param funds those of the policy */
export function loanColumns(funds: readonly Fund[]): readonly Column[] {
  return [
    { key: 'loan', title: words.loan, ...right },
    { key: 'employee_no', title: words.employeeNo },
    { key: 'name', title: words.personName },
    { key: 'unit', title: words.unitCode, ...more },
    { key: 'unit_name', title: words.unit },
    {
      ...{ key: 'fund', title: words.fund, show: inWords((code) => fundTitle(funds, code)) },
      ...more,
    },
    { key: 'purpose', title: words.purpose, ...more },
    { ...yuanColumn('principal', words.principal) },
    { key: 'paid_on', title: words.paidOn, ...more },
    yuanColumn('repaid', words.repaid),
    { ...yuanColumn('written_off', words.writtenOff), ...more },
    yuanColumn('left', words.left),
    { key: 'next_due_on', title: words.nextDueOn },
    { ...yuanColumn('next_amount', words.nextAmount), ...more },
    yuanColumn('overdue', words.overdue),
    { key: 'overdue_days', title: words.overdueDays, ...right },
    { key: 'state', title: words.state, show: choiceInWords(loanStates) },
  ];
}

/** The same, with the day since when something is overdue. */
export function overdueColumns(funds: readonly Fund[]): readonly Column[] {
  // Every loan of this list is overdue.
  const others = loanColumns(funds).map((one) => (one.key === 'state' ? { ...one, ...more } : one));
  return [...others, { key: 'since', title: words.since }];
}

/** A loan as a row; amounts in yuan. @param today the day that it is seen from */
export function listedRow(loan: ListedLoan, today: CivilDate) {
  const { principal, repaid, written_off, overdue, since, next_due_on, next_amount } = loan;
  const left = principal - repaid - written_off;
  return {
    loan: loan.id,
    employee_no: loan.employee_no,
    name: loan.name,
    unit: loan.unit,
    unit_name: loan.unit_name,
    fund: loan.fund,
    purpose: loan.purpose,
    principal: formatYuan(principal),
    paid_on: loan.paid_on,
    repaid: formatYuan(repaid),
    written_off: formatYuan(written_off),
    left: formatYuan(left),
    next_due_on,
    next_amount: next_amount === null ? null : formatYuan(next_amount),
    overdue: formatYuan(overdue),
    overdue_days: since === null ? 0 : daysBetween(since, today),
    state: stateOf(left, written_off, overdue),
  };
}

/** A stored loan as a row, as it stands on a day. */
export function loanRow(loan: StoredLoan, today: CivilDate) {
  return listedRow(listedOf(loan, today), today);
}

const scheduleColumns: readonly Column[] = [
  { key: 'no', title: words.no, ...right },
  { key: 'due_on', title: words.dueOn },
  yuanColumn('amount', words.due),
  yuanColumn('paid', words.paid),
  { ...yuanColumn('written_off', words.writtenOff), ...more },
  { key: 'paid_on', title: words.cameOn },
  { key: 'state', title: words.state, show: choiceInWords(instalmentStates) },
  { key: 'overdue_days', title: words.overdueDays, ...right },
];

function scheduleRows({ instalments }: Standing) {
  return instalments.map(({ amount, paid, written_off, overdue_days, ...one }) => ({
    ...one,
    ...{ amount: formatYuan(amount), paid: formatYuan(paid), written_off: formatYuan(written_off) },
    overdue_days: overdue_days === 0 ? null : overdue_days,
  }));
}

const repaymentColumns: readonly Column[] = [
  { key: 'repayment', title: words.repayment, ...right },
  { key: 'on', title: words.on },
  yuanColumn('amount', words.amount),
  { key: 'memo', title: words.memo },
  { key: 'entry', title: words.entry, ...right },
  { key: 'reversed_by', title: words.takenBackBy, ...right },
];

const entryColumns: readonly Column[] = [
  { key: 'entry', title: words.entry, ...right },
  { key: 'on', title: ledgerWords.on },
  causeColumn,
  yuanColumn('amount', words.booked),
  { key: 'memo', title: words.memo },
];

/** An entry of a loan in the books; the amount in fen. */
export interface ShownEntry {
  readonly id: number;
  readonly on: CivilDate;
  readonly cause: string;
  readonly memo: string;
  readonly amount: number;
}

/** One loan with its schedule, its repayments, its entries, and what became of write-offs. */
export function loanPage(
  loan: StoredLoan,
  entries: readonly ShownEntry[],
  funds: readonly Fund[],
  today: CivilDate,
) {
  const standing = loanStanding(loan, today);
  const row = loanRow(loan, today);
  const schedule = { columns: scheduleColumns, rows: scheduleRows(standing) };
  const repayments = loan.repayments.map(({ id, amount, entry_id, ...one }) => ({
    ...{ repayment: id, on: one.on, amount: formatYuan(amount), memo: one.memo, entry: entry_id },
    reversed_by: one.reversed_by,
  }));
  const booked = entries.map(({ id, amount, ...one }) => ({
    ...{ entry: id, on: one.on, cause: one.cause, amount: formatYuan(amount), memo: one.memo },
  }));
  const blocks: readonly Block[] = [
    { facts: factsOf(loanColumns(funds), row) },
    ...[...endedSaid(standing), ...writeOffsSaid(loan)].map((line) => ({ line })),
    ...[{ heading: words.scheduleHeading }, { table: schedule }],
    ...(repayments.length > 0
      ? [
          { heading: words.repaymentsHeading },
          { table: { columns: repaymentColumns, rows: repayments } },
        ]
      : []),
    ...[{ heading: words.entriesHeading }, { table: { columns: entryColumns, rows: booked } }],
  ];
  const write_offs = loan.write_offs.map(({ id: _, amount, entry_id, ...one }) => ({
    ...{ amount: formatYuan(amount), ...one, entry: entry_id },
  }));
  const json = { ...row, instalments: schedule.rows, repayments, write_offs, entries: booked };
  return { blocks, json, csv: schedule };
}

function endedSaid({ repaid_on: on, early }: Standing): readonly Said[] {
  if (on === null) return [];
  return [early ? say(words.repaidEarly, { on }) : say(words.repaidInFull, { on })];
}

function writeOffsSaid({ id, write_offs }: StoredLoan): readonly Said[] {
  return write_offs.map((one) => writeOffSaid(id, one));
}

function writeOffSaid(id: number, one: StoredWriteOff): Said {
  const amount = readableYuan(one.amount);
  if (one.approved_on !== null) {
    const { approved_on: on, approved_by: by, reason } = one;
    return say(words.writeOffApproved, { amount, on, by: by ?? '', reason });
  }
  if (one.refused_on !== null) {
    const { refused_on: on, refused_by: by, refusal } = one;
    return say(words.writeOffRefused, { on, by: by ?? '', reason: refusal ?? '' });
  }
  const { asked_on: on, asked_by: by, reason } = one;
  return say(words.writeOffPending, { id, amount, on, by, reason });
}

/** What is said of a repayment that was booked, with how the loan stands after it. */
export function repaidSaid(
  loan: StoredLoan,
  { repayment, entry, amount }: Readonly<Record<'repayment' | 'entry' | 'amount', number>>,
  today: CivilDate,
): Said {
  const { id, name, employee_no: no } = loan;
  const { left, overdue, overdue_days: days, next } = loanStanding(loan, today);
  const facts = { id, name, no, entry, repayment, amount: readableYuan(amount) };
  if (left === 0) return say(words.repaidAll, facts);
  const rest = { ...facts, left: readableYuan(left) };
  if (overdue > 0 || !next) {
    return say(words.repaidStillOverdue, { ...rest, overdue: readableYuan(overdue), days });
  }
  return say(words.repaidMore, { ...rest, next: readableYuan(next.amount), on: next.due_on });
}
