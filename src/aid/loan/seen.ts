import type { Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import type { Fund } from '../../policy/aid.ts';
import { fundWithBooksAlone } from '../../policy/funds.ts';
import { policyInForce } from '../../policy/store.ts';
import { lendingFunds, type StoredLoan } from './loan.ts';
import { findLoan, otherFundsOfLoans } from './store.ts';

/** The funds that lend, and those that once did, and their codes: a loan outlives the policy that it was made by. */
export async function lending(
  session: Session,
): Promise<{ readonly funds: readonly Fund[]; readonly codes: readonly string[] }> {
  const { query } = await session.database();
  const lend = lendingFunds((await policyInForce(query)).policy);
  const others = await otherFundsOfLoans(
    query,
    lend.map(({ code }) => code),
  );
  const funds = [...lend, ...others.map((code) => fundWithBooksAlone(code))];
  return { funds, codes: funds.map(({ code }) => code) };
}

/**
 * The loan of a number, where the operator at work sees the borrower's unit (SPEC 13).
 * @throws rejected where there is none; refused where it was not paid out, or lies outside the operator's unit
 */
export async function findLoanSeen(session: Session, text: string): Promise<StoredLoan> {
  const { query } = await session.database();
  const loan = await findLoan(query, (await lending(session)).codes, text);
  await unitsSeen(session, loan.unit);
  return loan;
}
