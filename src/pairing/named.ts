import { Failure, mustBe } from '../core/failure.ts';
import { say } from '../core/language.ts';
import type { Session } from '../io/session.ts';
import { unitsSeen } from '../organisation/operator/reach.ts';
import { allUnits, findUnit } from '../organisation/store.ts';
import { findHousehold, type StoredHousehold } from '../people/hardship/store.ts';
import { askPairing } from './ask.ts';
import { findOfficial, type StoredOfficial } from './official/official.ts';
import { allOfficials } from './official/store.ts';
import type { PairingState } from './pairing.ts';
import { findPairing, pairingsBetween, type StoredPairing } from './store.ts';
import { words } from './words.ts';

/** How the command line names an official and a family. */
export interface NamedParties {
  readonly official: string | undefined;
  readonly official_unit?: string | null | undefined;
  readonly employee_no: string | undefined;
}

/** The official of a name, with the unit where two bear it. @throws rejected where there is none, or several */
export async function namedOfficial(
  session: Session,
  name: string,
  unitText: string | null | undefined,
): Promise<StoredOfficial> {
  const { query } = await session.database();
  const unit = unitText ? mustBe(findUnit(await allUnits(query), unitText)).code : null;
  return mustBe(findOfficial(await allOfficials(query), name, unit, '--official-unit'));
}

/** The family of an employee number, where the operator sees it. @throws rejected where there is none; refused beyond reach */
export async function namedFamily(session: Session, no: string): Promise<StoredHousehold> {
  const { query } = await session.database();
  const household = await findHousehold(query, no, session.today);
  await unitsSeen(session, household.unit);
  return household;
}

/**
 * The pairings that a number, or an official and a family, name; with neither, one is asked for.
 * @param state what is searched among where one is asked for
 * @returns at least one, the oldest first
 * @throws rejected where there is none; refused beyond the operator's reach; usage where nobody can be asked
 */
export async function namedPairings(
  session: Session,
  number: string | undefined,
  { official, official_unit, employee_no }: NamedParties,
  state: PairingState | undefined,
): Promise<readonly StoredPairing[]> {
  const { query } = await session.database();
  if (number !== undefined) {
    const pairing = await findPairing(query, number);
    await unitsSeen(session, pairing.unit);
    return [pairing];
  }
  if (official === undefined || employee_no === undefined) {
    if (!session.interactive) throw new Failure('usage', say(words.notNamed));
    return [await askPairing(session, state)];
  }
  const { id, name: who } = await namedOfficial(session, official, official_unit);
  const family = await namedFamily(session, employee_no);
  const found = await pairingsBetween(query, id, family.id);
  if (found.length > 0) return found;
  const { name, employee_no: no } = family;
  throw new Failure('rejected', say(words.notPaired, { official: who, name, no }));
}
