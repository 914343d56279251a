import { Readable } from 'node:stream';
import { change } from '../../src/audit/change.ts';
import { Session } from '../../src/io/session.ts';
import { Terminal } from '../../src/io/terminal.ts';
import { book } from '../../src/ledger/store.ts';
import { yuan } from './policy-fixture.ts';

/** Puts the union's money into the fund of a database, at the beginning of 2026. @param amount in yuan */
export async function putIn(path: string, amount: number, fund = 'mutual-aid'): Promise<void> {
  const silent = { isTTY: false, write: () => true };
  const streams = { in: Readable.from([]), out: silent, err: silent };
  const session = new Session(new Terminal(streams as never, 'en', 'screen', false), {
    ...{ databasePath: async () => path, operator: '出纳', today: '2026-01-05', yes: true },
    ...{ now: () => '2026-01-05T00:00:00.000Z', packageFolder: '' },
  });
  const fen = yuan(amount);
  await change(session, async (writer) => {
    const money = { fund, on: '2026-01-05', cause: 'deposit', key: 'union', memo: '' } as const;
    const postings = [
      { account: 'cash', amount: fen },
      { account: 'source:union', amount: -fen },
    ] as const;
    await book(writer, '出纳', [{ ...money, postings }]);
    const entry = { action: 'fund.deposit', entity: 'entry', key: fund, detail: {} };
    return { result: undefined, entry };
  });
  await session.close();
}
