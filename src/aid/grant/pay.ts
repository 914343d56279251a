import { change, type Writer } from '../../audit/change.ts';
import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { type Said, say } from '../../core/language.ts';
import { type Fen, formatYuan, readableYuan, sumFen } from '../../core/money.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { fundNamed } from '../../ledger/fund/store.ts';
import { book } from '../../ledger/store.ts';
import { reachOf, unitsSeen } from '../../organisation/operator/reach.ts';
import { firstDueOn, scheduleOf } from '../loan/schedule.ts';
import { askGrant } from './ask.ts';
import { type Booked, paymentEntry } from './book.ts';
import { commandWords } from './command-words.ts';
import { objectionToStep } from './life.ts';
import {
  approvedOf,
  findGrant,
  grantsOfIds,
  insertInstalments,
  insertSteps,
  type StoredGrant,
} from './store.ts';
import { grantRow } from './view.ts';
import { words } from './words.ts';

/** `relief grant pay`. */
export const payVerb = verb({
  name: 'pay',
  summary: commandWords.paySummary,
  arguments: [
    { name: 'numbers', about: commandWords.grantsArgument, optional: true, repeated: true },
  ],
  options: {
    fund: textOption(commandWords.payFundOption, 'FUND'),
    all: { about: commandWords.allOption, flag: true },
    on: { about: commandWords.payOnOption, placeholder: 'DATE', parse: parseCivilDate },
  },
  examples: [
    'relief grant pay 7',
    'relief grant pay 7 8 9 --on 2026-09-15',
    'relief grant pay --fund school --all',
  ],
  async run(session: Session, numbers, { fund, all, on: given }) {
    const on = given ?? session.today;
    if (on > session.today) {
      throw new Failure('rejected', say(words.payInFuture, { on, today: session.today }));
    }
    const asked = numbers.length > 0 || all || fund !== undefined || !session.interactive;
    const number = asked ? undefined : await askGrant(session, 'pay');
    const ids = await chosen(session, number === undefined ? numbers : [number], fund, all);
    if (ids.length === 0) return tellNothing(session, fund ?? '');
    const seen = await payable(session, ids, on);
    const total = { n: seen.length, amount: readableYuan(sumOf(seen)) };
    if (session.interactive) await session.confirm(say(words.payConfirm, total));
    await change(session, async (writer) => {
      const grants = await payable(session, ids, on);
      await payGrants(writer, session, grants, on);
      const [first = 0] = ids;
      const key = ids.length === 1 ? String(first) : `${first}…${ids.at(-1)}`;
      const detail = { grants: ids, on, amount: formatYuan(sumOf(grants)) };
      return { result: undefined, entry: { action: 'grant.pay', entity: 'grant', key, detail } };
    });
    await tellPaid(session, ids, say(words.paidDone, { ...total, on }));
  },
});

const sumOf = (grants: readonly StoredGrant[]) => sumFen(grants.map(({ granted }) => granted ?? 0));

/** The numbers of the grants that are to be paid, each once: those named, or all approved ones of a fund. */
async function chosen(
  session: Session,
  numbers: readonly string[],
  fund: string | undefined,
  all: boolean,
): Promise<readonly number[]> {
  const { query } = await session.database();
  const named = numbers.length > 0;
  if (named === all || all !== (fund !== undefined)) throw new Failure('usage', say(words.payWhat));
  if (fund !== undefined) {
    const { code } = await fundNamed(query, fund, session.today);
    return approvedOf(query, code, await reachOf(session));
  }
  const ids = new Set<number>();
  for (const text of numbers) ids.add((await findGrant(query, text)).id);
  return [...ids];
}

/** The grants of these numbers, each of which can be paid on a day. @throws refused for the first that cannot */
async function payable(
  session: Session,
  ids: readonly number[],
  on: CivilDate,
): Promise<readonly StoredGrant[]> {
  const { query } = await session.database();
  const grants = await grantsOfIds(query, ids);
  for (const unit of new Set(grants.map(({ at }) => at))) await unitsSeen(session, unit);
  for (const grant of grants) {
    const objection = objectionToStep(grant, 'pay', on, grant.waiting_since);
    if (objection) throw new Failure('refused', objection);
  }
  return grants;
}

async function payGrants(
  writer: Writer,
  session: Session,
  grants: readonly StoredGrant[],
  on: CivilDate,
): Promise<void> {
  const { operator } = session;
  const amounts = grants.map((grant) => ({ grant, amount: grant.granted ?? 0 }));
  await book(
    writer,
    operator,
    amounts.map(({ grant, amount }) => paymentEntry(grant, amount, on)),
  );
  for (const { grant, amount } of amounts) {
    await writer.update('aid_grant', { id: grant.id }, { state: 'paid', paid_on: on });
    await lend(writer, grant, amount, on);
  }
  await insertSteps(
    writer,
    amounts.map(({ grant, amount }) => ({
      ...{ grant: grant.id, step: 'paid' as const, unit: grant.at_unit_id, opinion: '' },
      ...{ amount, on, operator },
    })),
  );
}

/** Writes the instalments of what is lent. @param amount in fen */
export async function lend(
  writer: Writer,
  grant: Booked & { readonly first_due_on: CivilDate | null },
  amount: Fen,
  on: CivilDate,
): Promise<void> {
  const { instalments } = grant;
  if (instalments === null) return;
  const schedule = scheduleOf(amount, instalments, firstDueOn(grant.first_due_on, on));
  await insertInstalments(writer, grant.id, schedule);
}

async function tellNothing(session: Session, fund: string): Promise<void> {
  const { query } = await session.database();
  const { title } = await fundNamed(query, fund, session.today);
  const line = say(words.nothingToPay, { fund: title });
  await session.terminal.print({ blocks: [{ line }], json: [] });
}

async function tellPaid(session: Session, ids: readonly number[], good: Said): Promise<void> {
  const { query } = await session.database();
  const grants = await grantsOfIds(query, ids);
  const loans = grants.flatMap(({ id, instalments: n, first_due_on, paid_on }) => {
    if (n === null) return [];
    return [say(words.scheduled, { id, n, first: firstDueOn(first_due_on, paid_on ?? '') })];
  });
  await session.terminal.print({
    blocks: [{ good }, ...loans.map((line) => ({ line }))],
    json: grants.map(grantRow),
  });
  const byHand = grants.filter(({ payee, bank_account }) => payee === null && !bank_account);
  if (byHand.length === 0) return;
  const people = byHand.map(({ name, employee_no: no }) => say(words.personWithNo, { name, no }));
  session.terminal.warn(say(words.withoutAccount, { people }));
}
