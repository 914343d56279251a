import type { Kysely } from 'kysely';
import type { CivilDate } from '../../core/civil-date.ts';
import { type Fen, formatYuan } from '../../core/money.ts';
import type { Listing, Piece } from '../../io/listing.ts';
import type { Tables } from '../../io/tables.ts';
import { countMoved, type Moved, movedBefore, movedEntries, type Span } from './store.ts';
import { broughtForward, carriedForward, type StatementRow, statementColumns } from './view.ts';

/**
 * The statement of a fund: what is brought forward, each entry with the money in hand and what is promised after it,
 * what is carried forward. Pieces are fetched in order, each going on from the one before.
 * @param today the day it is carried forward to where the span is open
 */
export function statementListing(
  query: Kysely<Tables>,
  fund: string,
  span: Span,
  today: CivilDate,
): Listing<StatementRow> {
  let has = { cash: 0, payable: 0 };
  const count = async () => (await countMoved(query, fund, span)) + 2;
  const after = (moved: Moved): StatementRow => {
    has = { cash: has.cash + moved.cash, payable: has.payable + moved.payable };
    return rowOf(moved, has);
  };
  return {
    columns: statementColumns,
    count,
    fetch: async ({ after: last, offset, limit }: Piece<StatementRow>) => {
      if (last?.cause === carriedForward) return [];
      const rows: StatementRow[] = [];
      // The row brought forward comes before the first entry.
      const passed = Math.max(0, offset - 1);
      if (!last) has = await movedBefore(query, fund, span, passed);
      if (!last && offset === 0) rows.push(edgeRow(broughtForward, span.from ?? null, has));
      const wanted = limit - rows.length;
      const begin = last && { on: last.on ?? '', id: last.entry ?? 0 };
      const piece = { after: begin, offset: last ? 0 : passed, limit: wanted };
      const moved = await movedEntries(query, fund, span, piece);
      for (const one of moved) rows.push(after(one));
      if (moved.length === wanted) return rows;
      // A page may be asked for that lies past the end.
      if (last || offset < (await count()))
        rows.push(edgeRow(carriedForward, span.to ?? today, has));
      return rows;
    },
  };
}

function rowOf(moved: Moved, has: { readonly cash: Fen; readonly payable: Fen }): StatementRow {
  const { id, on_date, cause, key, memo, cash } = moved;
  return {
    ...{ on: on_date, entry: id, cause, key, memo },
    in: cash > 0 ? formatYuan(cash) : null,
    out: cash < 0 ? formatYuan(-cash) : null,
    balance: formatYuan(has.cash),
    payable: formatYuan(has.payable),
  };
}

function edgeRow(
  cause: string,
  on: CivilDate | null,
  has: { readonly cash: Fen; readonly payable: Fen },
): StatementRow {
  return {
    ...{ on, entry: null, cause, key: '', memo: '', in: null, out: null },
    balance: formatYuan(has.cash),
    payable: formatYuan(has.payable),
  };
}
