import type { Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import type { Fund } from '../../policy/aid.ts';
import { policyInForce } from '../../policy/store.ts';
import { lendingFunds, type StoredLoan } from './loan.ts';
import { findLoan } from './store.ts';

/** The funds that lend, and their codes. */
export async function lending(
  session: Session,
): Promise<{ readonly funds: readonly Fund[]; readonly codes: readonly string[] }> {
  const { query } = await session.database();
  const funds = lendingFunds((await policyInForce(query)).policy);
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
