import type { Writer } from '../../audit/change.ts';
import type { Verdict } from '../../audit/import.ts';
import { Fault } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Session } from '../../io/session.ts';
import { beyondSaid, reachOf } from '../../organisation/operator/reach.ts';
import { allUnits, findUnit } from '../../organisation/store.ts';
import { findOfficial } from '../official/official.ts';
import { allOfficials } from '../official/store.ts';
import { familiesOf, pairingsOfHouseholds } from '../store.ts';
import { words as pairingWords } from '../words.ts';
import { insertVisit, visitsOfPairings } from './store.ts';
import { isThere, pairingOn, type VisitRecord } from './visit.ts';

/** Enters a chunk of a file of visits: what became of each row, in order. */
export async function enterVisits(
  writer: Writer,
  records: readonly VisitRecord[],
  session: Session,
): Promise<readonly Verdict[]> {
  const { query } = writer.database;
  const { operator, today } = session;
  const reach = await reachOf(session);
  const units = await allUnits(query);
  const officials = await allOfficials(query);
  const nos = records.map(({ employee_no }) => employee_no);
  const families = await familiesOf(query, nos, today);
  const households = [...families.values()].map(({ household_id }) => household_id);
  const pairings = await pairingsOfHouseholds(query, households);
  const ids = [...pairings.values()].flat().map(({ id }) => id);
  const there = await visitsOfPairings(query, ids);
  /** The pairing of a row, or what is wrong with it. */
  const pairingFor = ({ official: name, official_unit, employee_no: no, on }: VisitRecord) => {
    const family = families.get(no);
    if (!family) return new Fault(say(pairingWords.noFile, { no }));
    if (reach && !reach.includes(family.unit_id))
      return new Fault(beyondSaid(session, family.unit));
    const unit = official_unit === null ? null : findUnit(units, official_unit);
    if (unit instanceof Fault) return unit;
    const official = findOfficial(officials, name, unit?.code ?? null, pairingWords.officialUnit);
    if (official instanceof Fault) return official;
    const all = pairings.get(family.household_id) ?? [];
    const own = all.filter((one) => one.official_id === official.id);
    return pairingOn(own, on, today, { official: official.name, no });
  };
  const verdicts: Verdict[] = [];
  for (const record of records) {
    const pairing = pairingFor(record);
    if (pairing instanceof Fault) {
      verdicts.push([pairing.said]);
      continue;
    }
    const { on, done, needed } = record;
    const said = { on, done, needed };
    const known = there.get(pairing.id) ?? [];
    const same = isThere(said, known);
    if (!same) {
      await insertVisit(writer, pairing.id, said, operator);
      there.set(pairing.id, [...known, said]);
    }
    verdicts.push(same ? 'unchanged' : 'imported');
  }
  return verdicts;
}
