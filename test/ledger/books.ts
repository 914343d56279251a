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
