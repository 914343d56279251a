import { type Choice, titleOf } from '../../core/field.ts';
import type { Session } from '../../io/session.ts';
import { pairingRules } from '../policy-store.ts';
import type { StoredOfficial } from './official.ts';
import { allOfficials } from './store.ts';
import { words } from './words.ts';

/** Asks for an official, searching by name or unit as one types. @param ranks those of the policy */
export async function askOfficial(
  session: Session,
  ranks: readonly Choice[],
): Promise<StoredOfficial> {
  const { query } = await session.database();
  const officials = [...(await allOfficials(query)).values()].flat();
  const { lang } = session.terminal;
  return session.prompter.search<StoredOfficial>(words.whichOfficial, async (term) =>
    officials
      .map((one) => {
        const rank = titleOf(ranks, one.rank)[lang];
        return { name: `${one.name}  ${rank}  ${one.unit} ${one.unit_name}`, value: one };
      })
      .filter(({ name }) => name.toLowerCase().includes(term.toLowerCase()))
      .slice(0, 20),
  );
}

/** Asks for an official, for a verb that takes a name. @returns the name; undefined where there is none */
export async function askOfficialName(session: Session): Promise<string | undefined> {
  const { query } = await session.database();
  if ((await allOfficials(query)).size === 0) return undefined;
  const { ranks } = await pairingRules(query, session.today);
  return (await askOfficial(session, ranks)).name;
}
