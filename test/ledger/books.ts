import { change } from '../../src/audit/change.ts';
import type { NewEntry } from '../../src/ledger/entry.ts';
import { book } from '../../src/ledger/store.ts';
import type { Office } from '../office.ts';

/** A fund as `fund list` has it. */
export interface FundJson {
  readonly fund: string;
  readonly balance: string;
  readonly payable: string;
  readonly receivable: string;
}

/** A row of a statement. */
export interface StatementJson {
  readonly on: string | null;
  readonly entry: number | null;
  readonly cause: string;
  readonly in: string | null;
  readonly out: string | null;
  readonly balance: string;
  readonly payable: string;
}

/** Books entries below the command line, as a batch or a grant does. */
export async function bookEntries(office: Office, entries: readonly NewEntry[]): Promise<void> {
  const { session } = office.session();
  await change(session, async (writer) => {
    await book(writer, session.operator, entries);
    const entry = { action: 'batch.approve', entity: 'batch', key: '2026Q1-1', detail: {} };
    return { result: undefined, entry };
  });
  await session.close();
}

/** The id of the person with a number. */
export async function personId(office: Office, employeeNo: string): Promise<number> {
  const row = await office.look((query) =>
    query
      .selectFrom('person')
      .select('id')
      .where('employee_no', '=', employeeNo)
      .executeTakeFirst(),
  );
  return row?.id ?? 0;
}

/** An advance of a fund to a person. @param amount in fen */
export function advance(fund: string, person: number, on: string, amount: number): NewEntry {
  return {
    ...{ fund, on, cause: 'advance', key: '', memo: '' },
    postings: [
      { account: 'receivable', amount, person },
      { account: 'cash', amount: -amount },
    ],
  };
}

/** A batch that is approved: a benefit, what is owed set off, the rest payable. @param amount in fen */
export function approval(
  fund: string,
  on: string,
  { amount, offset = 0, person }: { amount: number; offset?: number; person?: number },
): NewEntry {
  return {
    ...{ fund, on, cause: 'batch-approved', key: '2026Q1-1', memo: '' },
    postings: [
      { account: 'benefit:subsidy', amount },
      { account: 'receivable', amount: -offset, ...(person !== undefined && { person }) },
      { account: 'payable', amount: offset - amount },
    ],
  };
}

/** A batch that is paid. @param amount in fen */
export function payment(fund: string, on: string, amount: number): NewEntry {
  return {
    ...{ fund, on, cause: 'batch-paid', key: '2026Q1-1', memo: '' },
    postings: [
      { account: 'payable', amount },
      { account: 'cash', amount: -amount },
    ],
  };
}

/** What a grant of a fund goes through: its number is the entries' key. */
export interface GrantIn {
  readonly fund: string;
  readonly key: string;
  readonly on: string;
  /** In fen. */
  readonly amount: number;
}

/** A grant that is approved. */
export function grantApproved({ amount, ...grant }: GrantIn): NewEntry {
  return {
    ...{ ...grant, cause: 'grant-approved', memo: '' },
    postings: [
      { account: 'grant', amount },
      { account: 'payable', amount: -amount },
    ],
  };
}

/** A grant that is paid. */
export function grantPaid({ amount, ...grant }: GrantIn): NewEntry {
  return {
    ...{ ...grant, cause: 'grant-paid', memo: '' },
    postings: [
      { account: 'payable', amount },
      { account: 'cash', amount: -amount },
    ],
  };
}

/** A grant that is taken back: before it was paid, or from the person who got it. */
export function grantWithdrawn({ amount, ...grant }: GrantIn, person?: number): NewEntry {
  return {
    ...{ ...grant, cause: 'grant-withdrawn', memo: '' },
    postings: [
      person === undefined
        ? { account: 'payable', amount }
        : { account: 'receivable', amount, person },
      { account: 'grant', amount: -amount },
    ],
  };
}

/** A loan that is approved. */
export function loanApproved({ amount, ...loan }: GrantIn): NewEntry {
  return {
    ...{ ...loan, cause: 'grant-approved', memo: '' },
    postings: [
      { account: 'loan-approved', amount },
      { account: 'payable', amount: -amount },
    ],
  };
}

/** A loan that is paid out to a person. */
export function loanPaid({ amount, ...loan }: GrantIn, person: number): NewEntry {
  return {
    ...{ ...loan, cause: 'grant-paid', memo: '' },
    postings: [
      { account: 'payable', amount },
      { account: 'cash', amount: -amount },
      { account: 'loan', amount, person },
      { account: 'loan-approved', amount: -amount },
    ],
  };
}

/** A loan's instalment that comes back, or the rest of it that is given up. */
export function loanEnds(
  cause: 'loan-repayment' | 'write-off',
  { amount, ...loan }: GrantIn,
  person: number,
): NewEntry {
  return {
    ...{ ...loan, cause, memo: '' },
    postings: [
      { account: cause === 'write-off' ? 'written-off' : 'cash', amount },
      { account: 'loan', amount: -amount, person },
    ],
  };
}
