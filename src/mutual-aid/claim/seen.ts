import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Session } from '../../io/session.ts';
import { reachOf } from '../../organisation/operator/reach.ts';
import { findClaim, type StoredClaim } from './store.ts';
import { words } from './words.ts';

/**
 * The claim that a text names, where the operator at work sees its person's unit (SPEC 13).
 * @throws rejected where there is none, or where it names several; refused where it is none of the operator's
 */
export async function findClaimSeen(session: Session, text: string): Promise<StoredClaim> {
  const { query } = await session.database();
  const claim = await findClaim(query, text);
  const [hidden] = await hiddenAmong(session, [claim]);
  if (hidden === undefined) return claim;
  const { operator } = session;
  throw new Failure('refused', say(words.beyondReach, { claim: text.trim(), operator }));
}

/** The ids of those claims that the operator at work does not see. */
export async function hiddenAmong(
  session: Session,
  claims: readonly StoredClaim[],
): Promise<ReadonlySet<number>> {
  const reach = await reachOf(session);
  if (!reach) return new Set();
  const units = new Set(reach);
  return new Set(claims.filter(({ unit_id }) => !units.has(unit_id)).map(({ id }) => id));
}
