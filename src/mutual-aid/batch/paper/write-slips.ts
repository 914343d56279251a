import { join } from 'node:path';
import type { Session } from '../../../io/session.ts';
import { textsInto, writeWhole } from '../../../io/whole-file.ts';
import { allUnits, type StoredUnit } from '../../../organisation/store.ts';
import type { StoredPerson } from '../../../people/person.ts';
import { policyById } from '../../../policy/store.ts';
import { documentEnd, documentStart } from './page.ts';
import { slipSheet, slipStyle } from './slip-view.ts';
import { type SlipBatch, slipsOf } from './slips.ts';
import { countSlips, slipPersons } from './store.ts';
import { listedUnits } from './unit-order.ts';
import { words } from './words.ts';
import { inFileName, type PrintedBatch } from './written.ts';

/** Whose slips are written. */
export interface SlipOptions {
  /** Only of this unit and those below. */
  readonly unit?: StoredUnit | undefined;
  /** Only of this person. */
  readonly person?: StoredPerson | undefined;
}

/**
 * Writes the slips 待遇计算单 of a batch, a sheet a person, in the order of units and employee numbers:
 * `2026Q3-1-slips.html` (SPEC 11).
 * @returns its path; none where nobody there has a payment in the batch
 * @throws refused where the batch does not hold
 */
export async function writeSlips(
  session: Session,
  batch: PrintedBatch,
  folder: string,
  { unit, person }: SlipOptions = {},
): Promise<readonly string[]> {
  const { query } = await session.database();
  const all = await allUnits(query);
  const below = listedUnits(all, unit ?? (person && all.get(person.unit)));
  const units = person ? below.slice(0, 1) : below;
  const count = await countSlips(
    query,
    batch.id,
    units.map((one) => one.unit.id),
    person?.id,
  );
  if (count === 0) return [];
  const { policy, sha256 } = await policyById(query, batch.policy_id);
  const head = { ...batch, batch: batch.name, policy, sha256 };
  const only = person ? person.employee_no : unit ? inFileName(unit.code) : undefined;
  const path = join(folder, `${batch.name}-slips${only ? `-${only}` : ''}.html`);
  const progress = await session.terminal.progress(words.printing, count);
  try {
    const pages = sheets(session, head, units, person, progress.update);
    await writeWhole(path, textsInto(pages));
    return [path];
  } finally {
    progress.stop();
  }
}

async function* sheets(
  session: Session,
  batch: SlipBatch,
  units: ReturnType<typeof listedUnits>,
  only: StoredPerson | undefined,
  done: (persons: number) => void,
): AsyncGenerator<string> {
  const { query } = await session.database();
  const { lang } = session.terminal;
  yield documentStart(`${words.slip[lang]} ${batch.batch}`, 'A4', lang, slipStyle);
  let explained = 0;
  for (const { unit } of units) {
    for await (const persons of slipPersons(query, batch.id, unit.id, only?.id)) {
      const slips = await slipsOf(query, batch, persons, unit.name);
      yield slips.map((slip) => slipSheet(slip, batch, lang)).join('');
      explained += persons.length;
      done(explained);
    }
  }
  yield documentEnd;
}
