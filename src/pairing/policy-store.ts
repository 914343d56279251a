import type { Kysely } from 'kysely';
import type { CivilDate } from '../core/civil-date.ts';
import { Failure } from '../core/failure.ts';
import { say } from '../core/language.ts';
import type { Tables } from '../io/tables.ts';
import type { PairingRules } from '../policy/aid.ts';
import { rulesOn } from '../policy/store.ts';
import { words } from './words.ts';

/** How officials and families are paired on a day. @throws refused where the policy says nothing of it */
export async function pairingRules(query: Kysely<Tables>, day: CivilDate): Promise<PairingRules> {
  const { pairing } = await rulesOn(query, day);
  if (!pairing) throw new Failure('refused', say(words.noRules));
  return pairing;
}
