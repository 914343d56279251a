import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { type Choice, optional, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { type Fen, sumFen } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import { parseSum } from '../../ledger/fund/fund.ts';
import { personFields } from '../../people/person.ts';
import type { Fund } from '../../policy/aid.ts';
import { findFund } from '../../policy/funds.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Instalment } from './schedule.ts';
import {
  type InstalmentState,
  type LoanState,
  type Repayment,
  type Standing,
  standingOf,
} from './standing.ts';
import { words } from './words.ts';

/** Where loans stand, with their names. */
export const loanStates: readonly Choice<LoanState>[] = [
  { code: 'running', title: words.running },
  { code: 'overdue', title: words.isOverdue },
  { code: 'repaid', title: words.isRepaid },
  { code: 'written-off', title: words.isWrittenOff },
];

/** Where instalments stand, with their names. */
export const instalmentStates: readonly Choice<InstalmentState>[] = [
  { code: 'paid', title: words.instalmentPaid },
  { code: 'partly-paid', title: words.instalmentPartlyPaid },
  { code: 'due', title: words.instalmentDue },
  { code: 'overdue', title: words.isOverdue },
  { code: 'written-off', title: words.isWrittenOff },
];

/** A repayment as it is stored. */
export interface StoredRepayment extends Repayment {
  readonly memo: string;
  readonly entry_id: number;
  /** The entry that takes it back: it was entered in error, and does not count. */
  readonly reversed_by: number | null;
}

/** A write-off asked for, approved or refused. Amounts in fen. */
export interface StoredWriteOff {
  readonly id: number;
  readonly amount: Fen;
  readonly reason: string;
  readonly asked_on: CivilDate;
  readonly asked_by: string;
  readonly approved_on: CivilDate | null;
  readonly approved_by: string | null;
  readonly refused_on: CivilDate | null;
  readonly refused_by: string | null;
  readonly refusal: string | null;
  readonly entry_id: number | null;
}

/** A loan that was paid out, as it was granted (SPEC 12). */
export interface LoanHead {
  /** The grant's. */
  readonly id: number;
  readonly fund: string;
  readonly person_id: number;
  readonly employee_no: string;
  readonly name: string;
  readonly unit_id: number;
  /** The code of the person's unit. */
  readonly unit: string;
  readonly unit_name: string;
  readonly principal: Fen;
  readonly purpose: string;
  readonly paid_on: CivilDate;
}

/** A loan as a list has it; amounts in fen. */
export interface ListedLoan extends LoanHead {
  readonly repaid: Fen;
  readonly written_off: Fen;
  readonly next_due_on: CivilDate | null;
  readonly next_amount: Fen | null;
  readonly overdue: Fen;
  /** The day on which the oldest instalment that is overdue fell due. */
  readonly since: CivilDate | null;
}

/** A loan with all that became of it. */
export interface StoredLoan extends LoanHead {
  readonly instalments: readonly Instalment[];
  /** In the order in which they were entered. */
  readonly repayments: readonly StoredRepayment[];
  readonly write_offs: readonly StoredWriteOff[];
}

/** Where a stored loan stands on a day. */
export function loanStanding(loan: StoredLoan, today: CivilDate): Standing {
  const { instalments, write_offs } = loan;
  const repayments = loan.repayments.filter(({ reversed_by }) => reversed_by === null);
  const approved = write_offs.filter(({ entry_id }) => entry_id !== null);
  const written_off = sumFen(approved.map(({ amount }) => amount));
  return standingOf({ instalments, repayments, written_off }, today);
}

/** A loan as a list has it, worked out on a day from all that became of it. */
export function listedOf(loan: StoredLoan, today: CivilDate): ListedLoan {
  const { repaid, written_off, next, overdue, instalments } = loanStanding(loan, today);
  return {
    ...{ ...loan, repaid, written_off, overdue },
    ...{ next_due_on: next?.due_on ?? null, next_amount: next?.amount ?? null },
    since: instalments.find(({ state }) => state === 'overdue')?.due_on ?? null,
  };
}

/** The write-off of a loan that awaits a decision. */
export function pendingWriteOff({ write_offs }: StoredLoan): StoredWriteOff | undefined {
  return write_offs.find(
    ({ approved_on, refused_on }) => approved_on === null && refused_on === null,
  );
}

/** The funds that lend, as the latest version that says so has them: a loan outlives the rule it was made by. */
export function lendingFunds({ versions }: Policy): readonly Fund[] {
  const funds = new Map(
    versions.flatMap((version) =>
      version.funds.filter(({ way }) => way === 'loan').map((fund) => [fund.code, fund] as const),
    ),
  );
  return [...funds.values()];
}

/**
 * The lending fund that a text names, or the only one.
 * @throws refused where none lends; rejected for a text that names none; usage where there are several to choose from
 */
export function theLendingFund(funds: readonly Fund[], text: string | undefined): Fund {
  const [only, second] = funds;
  if (!only) throw new Failure('refused', say(words.noneLends));
  if (text === undefined) {
    if (!second) return only;
    throw new Failure('usage', say(words.whichFund, { funds: funds.map(({ code }) => code) }));
  }
  const fund = findFund(funds, text);
  if ('said' in fund) throw new Failure('rejected', fund.said);
  return fund;
}

const on = { name: 'on', title: words.on, headings: ['还款日期', '归还日期', '交易日期', '日期'] };

const amount = required({
  name: 'amount',
  title: words.amount,
  headings: ['还款金额', '归还金额', '扣款金额', '金额'],
  parse: parseSum,
});

const memo = optional({
  name: 'memo',
  title: words.memo,
  headings: ['摘要', '备注', '附言'],
  parse: parseText,
});

/** The facts of a repayment. The amount in fen. */
export const repaymentFields = {
  amount,
  on: optional({
    ...on,
    title: words.onDefault,
    parse: parseCivilDate,
  }),
  memo,
};

/** The columns of a file of repayments: whose, by loan or by employee number. */
export const repaymentColumns = {
  loan: optional({
    name: 'loan',
    title: words.loan,
    headings: ['借款编号', '借款号'],
    parse: parseText,
  }),
  employee_no: optional({ ...personFields.employee_no }),
  amount,
  on: required({ ...on, parse: parseCivilDate }),
  memo,
};
