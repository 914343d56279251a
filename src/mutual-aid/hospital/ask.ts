import type { Session } from '../../io/session.ts';
import type { Hospital } from './hospital.ts';
import { allHospitals } from './store.ts';
import { words } from './words.ts';

/** Asks for a hospital, searching as one types. */
export async function askHospital(session: Session): Promise<Hospital> {
  const { query } = await session.database();
  const hospitals = [...(await allHospitals(query)).values()];
  const designated = session.terminal.words(words.designated);
  return session.prompter.search<Hospital>(words.whichHospital, async (term) =>
    hospitals
      .filter(({ name }) => name.toLowerCase().includes(term.toLowerCase()))
      .slice(0, 20)
      .map((hospital) => ({
        name: hospital.designated ? `${hospital.name} (${designated})` : hospital.name,
        value: hospital,
      })),
  );
}
