import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { reachOf } from '../../organisation/operator/reach.ts';
import { words } from './ask-words.ts';
import type { StoredLoan } from './loan.ts';
import { lending } from './seen.ts';
import { listLoans } from './standing-store.ts';
import type { LoanFilter } from './store.ts';

const onScreen = 20;

/** What loans each verb is for; the others are for all. */
const offered: Readonly<Record<string, Partial<LoanFilter>>> = {
  repay: { left: true },
  correct: { repaid: true },
  'write-off': { left: true },
  'approve-write-off': { writeOffAsked: true },
  'refuse-write-off': { writeOffAsked: true },
};

/** Asks for a loan that a verb is for, searching by the borrower as one types. @returns its number; undefined where there is none */
export async function askLoan(session: Session, verb: string): Promise<string | undefined> {
  const { query } = await session.database();
  const { today } = session;
  const { codes: funds } = await lending(session);
  if (funds.length === 0) return undefined;
  const filter = { funds, units: await reachOf(session), today, ...offered[verb] };
  const find = (text: string) =>
    listLoans(query, { ...filter, text }, { after: undefined, offset: 0, limit: onScreen });
  if ((await find('')).length === 0) return undefined;
  const id = await session.prompter.search<number>(words.whichLoanOf, async (text) =>
    (await find(text)).map(({ id, employee_no: no, name, paid_on, ...loan }) => {
      const left = readableYuan(loan.principal - loan.repaid - loan.written_off);
      const said = say(words.loanOf, { id, no, name, paid_on, left });
      return { name: session.terminal.words(said), value: id };
    }),
  );
  return String(id);
}

/** Asks for a repayment of a loan that was not reversed, the latest first. @throws refused where there is none */
export async function askRepaymentOf(
  session: Session,
  { id, repayments }: StoredLoan,
): Promise<number> {
  const standing = repayments.filter((one) => one.reversed_by === null).toReversed();
  if (standing.length === 0) throw new Failure('refused', say(words.nothingToReverse, { id }));
  return session.prompter.choose(
    words.whichRepayment,
    standing.map(({ id: value, on, amount, memo }) => ({
      name: [value, on, readableYuan(amount), memo].join('  ').trimEnd(),
      value,
    })),
  );
}
