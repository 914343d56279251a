import { join } from 'node:path';
import { say } from '../../../core/language.ts';
import type { Fen } from '../../../core/money.ts';
import type { Row } from '../../../core/report.ts';
import { csvLine } from '../../../io/csv.ts';
import type { Session } from '../../../io/session.ts';
import { csvCell } from '../../../io/terminal.ts';
import { writeTexts } from '../../../io/whole-file.ts';
import { mostXlsxRows, writeXlsx } from '../../../io/xlsx.ts';
import { bankColumns, bankRow, bankSheetColumns, type PaidPerson } from './bank-view.ts';
import { paidPersons, personsToPay } from './store.ts';
import { words } from './words.ts';
import { type PrintedBatch, type Written, written } from './written.ts';

/** A bank's list as written: what it asks the bank to pay, and who is left out. */
export interface WrittenBankList extends Written {
  /** In fen. */
  readonly amount: Fen;
  /** The employee numbers of those who have no bank account and stand in no file. */
  readonly withoutAccount: readonly string[];
}

/**
 * Writes the bank's payment list of a batch, a row a person out of all funds: `2026Q3-1-bank.csv` for the bank's
 * program and `….xlsx` for people (SPEC 11). Whoever has no bank account is left out, and named.
 * @param only these persons, with what each is to be paid in fen: a list of those to be tried again
 * @param name of the files, without their ending
 */
export async function writeBankList(
  session: Session,
  batch: PrintedBatch,
  folder: string,
  only?: ReadonlyMap<number, Fen>,
  name = `${batch.name}-bank`,
): Promise<WrittenBankList> {
  const { query } = await session.database();
  const tally = { persons: 0, amount: 0 };
  const withoutAccount: string[] = [];
  async function* persons(): AsyncGenerator<readonly PaidPerson[]> {
    if (only) yield await personsToPay(query, only);
    else yield* paidPersons(query, batch.id);
  }
  async function* lines(): AsyncGenerator<string> {
    const keys = bankColumns.map(({ key }) => key);
    yield `\ufeff${csvLine(keys)}`;
    for await (const piece of persons()) {
      for (const person of piece) {
        if (person.bank_account === null) withoutAccount.push(person.employee_no);
      }
      const rows = piece.filter(toBank).map((person, at) => {
        tally.amount += person.payable;
        return bankRow(person, tally.persons + at + 1, batch.name);
      });
      tally.persons += rows.length;
      yield rows.map((row) => csvLine(keys.map((key) => csvCell(row[key])))).join('');
    }
  }
  async function* rows(): AsyncGenerator<Row> {
    let number = 0;
    for await (const piece of persons()) {
      for (const person of piece.filter(toBank)) {
        number += 1;
        yield bankRow(person, number, batch.name);
      }
    }
  }
  const path = (kind: string) => join(folder, `${name}.${kind}`);
  const files = [await written(path('csv'), (file) => writeTexts(file, lines()))];
  if (tally.persons > mostXlsxRows) {
    session.terminal.warn(say(words.noWorkbook, { most: mostXlsxRows }));
  } else {
    const table = { columns: bankSheetColumns, rows: rows() };
    const { lang } = session.terminal;
    files.push(await written(path('xlsx'), (file) => writeXlsx(file, batch.name, table, lang)));
  }
  return { files, ...tally, withoutAccount };
}

const toBank = ({ bank_account, payable }: PaidPerson) => bank_account !== null && payable > 0;
