import { join } from 'node:path';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { csvFile } from '../../io/csv.ts';
import type { Session } from '../../io/session.ts';
import { textsInto, writeWhole } from '../../io/whole-file.ts';
import { mostXlsxRows, writeXlsx } from '../../io/xlsx.ts';
import type { PrintedBatch } from '../batch/paper/written.ts';
import { bankColumns, bankRows, bankSheetColumns } from './list-view.ts';
import { listMark, type PlannedOrder, planOrder } from './order.ts';
import { exceptionsOf, ordersOf, paymentsByPerson } from './store.ts';
import { words } from './words.ts';

/** What the files of a bank's list are called, without their ending: `2026Q3-1-bank-2`. */
export function listName(batch: string, number: number): string {
  return `${batch}-bank-${number}`;
}

/** The CSV file that a bank's program reads. */
export const bankTexts = (pay: PlannedOrder['pay'], remark: string) =>
  csvFile(bankColumns, bankRows(pay, remark));

/**
 * Writes the latest payment list of a batch again: `2026Q3-1-bank-1.csv` for the bank's program, and `….xlsx` for
 * people (SPEC 11). Accounts mended since stand in it as they are now.
 * @returns their paths
 * @throws refused where no list has been made
 */
export async function printBankList(
  session: Session,
  batch: PrintedBatch,
  folder: string,
): Promise<readonly string[]> {
  const { query } = await session.database();
  const orders = await ordersOf(query, batch.id);
  const order = orders.at(-1);
  if (!order) throw new Failure('refused', say(words.noList, { batch: batch.name }));
  const payments = await paymentsByPerson(query, batch.id, orders.at(-2)?.id);
  const exceptions = await exceptionsOf(query, order.id);
  const leftOut = new Set(
    exceptions.filter(({ why }) => why === 'no-account').map(({ person }) => person),
  );
  const { pay } = planOrder(payments.filter(({ person }) => !leftOut.has(person)));
  const mark = listMark(batch.name, order.number);
  const path = (kind: string) => join(folder, `${listName(batch.name, order.number)}.${kind}`);
  await writeWhole(path('csv'), textsInto(bankTexts(pay, mark)));
  const files = [path('csv')];
  if (pay.length > mostXlsxRows) {
    session.terminal.warn(say(words.noWorkbook, { most: mostXlsxRows }));
  } else {
    const table = { columns: bankSheetColumns, rows: bankRows(pay, mark) };
    const { lang } = session.terminal;
    await writeXlsx(path('xlsx'), batch.name, table, lang);
    files.push(path('xlsx'));
  }
  return files;
}
