import type { Choice } from '../../core/field.ts';
import { titleOf } from '../../core/field.ts';
import type { Session } from '../../io/session.ts';
import { allUnits, type StoredUnit } from '../../organisation/store.ts';
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

/** Asks for the unit of an official, searching as one types. @returns its code */
export async function askUnit(session: Session): Promise<string> {
  const { query } = await session.database();
  const units = [...(await allUnits(query)).values()];
  const unit = await session.prompter.search<StoredUnit>(words.whichUnit, async (term) =>
    units
      .map((one) => ({ name: `${one.code}  ${one.name}`, value: one }))
      .filter(({ name }) => name.toLowerCase().includes(term.toLowerCase()))
      .slice(0, 20),
  );
  return unit.code;
}
