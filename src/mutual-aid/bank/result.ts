import { type Applied, change, type Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { readRecord } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { type Fen, formatYuan, sumFen } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { openSource, readTable, type TableReader, type TableRow } from '../../io/tabular.ts';
import { book } from '../../ledger/store.ts';
import { batchFor } from '../batch/approve.ts';
import { paymentEntries } from '../batch/book.ts';
import { recordStep, type StoredBatch } from '../batch/store.ts';
import {
  type AwaitedPayments,
  faultOf,
  listMark,
  type PaymentOrder,
  type ResultRow,
  type RowFault,
} from './order.ts';
import { resultFields } from './result-fields.ts';
import { awaitedPayments, ordersOf, unpaidByFund } from './store.ts';
import { words } from './words.ts';

/** What a bank's result said of an order; amounts in fen. */
export interface ReadResult {
  readonly batch: string;
  readonly order: number;
  readonly paid: { readonly persons: number; readonly amount: Fen };
  readonly failed: readonly { readonly employee_no: string; readonly message: string }[];
}

/**
 * Reads the bank's result of a batch's latest order: once, all of it or nothing (SPEC 11). What was paid is booked;
 * what failed stays payable.
 * @throws refused where no result is awaited; rejected, with the line, where the file is not the answer to the order
 */
export async function readResult(
  session: Session,
  name: string,
  path: string | undefined,
): Promise<ReadResult> {
  await session.database();
  const source = openSource(path, session.terminal.streams.in);
  const table = await readTable(source, resultFields, [], true);
  return change(session, async (writer) => {
    const batch = await batchFor(writer, session, name, 'result');
    const { query } = writer.database;
    const orders = await ordersOf(query, batch.id);
    const order = orders.at(-1);
    if (!order || order.result_on !== null) {
      throw new Failure('refused', say(words.noResultAwaited, { batch: batch.name }));
    }
    const before = orders.at(-2)?.id;
    const awaited = await awaitedPayments(query, batch.id, order, before);
    const asked = { batch: batch.name, mark: listMark(batch.name, order.number) };
    const failed = await match(session, table, awaited, { ...asked, file: source.name });
    return keep(writer, session, {
      batch,
      order,
      before,
      awaited,
      failed,
      file: source.name,
      table,
    });
  });
}

/** A payment that the bank could not make. */
interface Failed {
  readonly person: number;
  readonly employee_no: string;
  readonly amount: Fen;
  readonly message: string;
}

/** Matches every row with its payment. @returns the failed ones */
async function match(
  session: Session,
  table: TableReader,
  awaited: AwaitedPayments,
  { batch, mark, file }: { readonly batch: string; readonly mark: string; readonly file: string },
): Promise<readonly Failed[]> {
  const { places, persons } = awaited;
  const seen = new Uint8Array(persons.length);
  const failed: Failed[] = [];
  const refuse: (line: number, reason: Said) => never = (line, reason) => {
    throw new Failure('rejected', say(words.resultRefused, { file, line, reason, batch }));
  };
  for await (const rows of table.chunks) {
    for (const row of rows) {
      const record = recordOf(row);
      if ('phrase' in record) refuse(row.line, record);
      const place = places.get(record.employee_no);
      const fault = faultOf(record, awaited, mark, place, seen[place ?? 0] === 1);
      if (fault) refuse(row.line, faultSaid(fault, record, mark));
      seen[place as number] = 1;
      if (record.result === 'paid') continue;
      const { employee_no, amount } = record;
      const person = persons[place as number] as number;
      failed.push({ person, employee_no, amount, message: record.message ?? '' });
    }
  }
  const missing = [...places].filter(([, place]) => seen[place] === 0);
  const [first] = missing;
  if (first) {
    const facts = { file, batch, n: missing.length, missing: first[0] };
    throw new Failure('rejected', say(words.resultIncomplete, facts));
  }
  session.terminal.note(say(words.resultMatched, { n: persons.length }));
  return failed;
}

function recordOf(row: TableRow): ResultRow | Said {
  if (row.fault) return row.fault;
  const record = readRecord(resultFields, row.texts);
  return Array.isArray(record) ? record[0].said : (record as ResultRow);
}

function faultSaid(fault: RowFault, row: ResultRow, mark: string): Said {
  const { employee_no: no } = row;
  if (fault.why === 'another-list')
    return say(words.resultOther, { remark: row.remark ?? '', mark });
  if (fault.why === 'unknown') return say(words.resultUnknown, { no });
  if (fault.why === 'twice') return say(words.resultTwice, { no });
  const [amount, ordered] = [formatYuan(row.amount), formatYuan(fault.ordered)];
  return say(words.resultAmount, { no, amount, ordered });
}

interface Matched {
  readonly batch: StoredBatch;
  readonly order: PaymentOrder;
  readonly before: number | undefined;
  readonly awaited: AwaitedPayments;
  readonly failed: readonly Failed[];
  readonly file: string;
  readonly table: TableReader;
}

async function keep(
  writer: Writer,
  session: Session,
  matched: Matched,
): Promise<Applied<ReadResult>> {
  const { batch, order, before, awaited, failed, file, table } = matched;
  const { query } = writer.database;
  await writer.insert(
    'payment_exception',
    failed.map(({ person, message }) => ({
      ...{ order_id: order.id, person_id: person, why: 'failed' as const, message },
    })),
  );
  await writer.update('payment_order', { id: order.id }, { result_on: session.today });
  const [owed, left] = [
    await unpaidByFund(query, batch.id, before),
    await unpaidByFund(query, batch.id, order.id),
  ];
  const paid = [...owed].map(([fund, amount]) => ({
    fund,
    amount: amount - (left.get(fund) ?? 0),
  }));
  await book(writer, session.operator, paymentEntries(batch.name, session.today, paid));
  await writer.update('batch', { id: batch.id }, { status: 'paid' });
  await recordStep(writer, session, batch.id, 'paid');
  const result: ReadResult = {
    ...{ batch: batch.name, order: order.number, failed },
    paid: {
      persons: awaited.persons.length - failed.length,
      amount: sumFen(paid.map(({ amount }) => amount)),
    },
  };
  const detail = {
    ...{ order: order.number, file, sha256: table.sha256(), persons: result.paid.persons },
    ...{
      amount: formatYuan(result.paid.amount),
      failed: failed.map(({ employee_no }) => employee_no),
    },
  };
  return { result, entry: { action: 'batch.result', entity: 'batch', key: batch.name, detail } };
}
