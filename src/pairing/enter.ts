import type { Writer } from '../audit/change.ts';
import type { Verdict } from '../audit/import.ts';
import { Fault } from '../core/failure.ts';
import { say } from '../core/language.ts';
import type { Session } from '../io/session.ts';
import { beyondSaid, reachOf } from '../organisation/operator/reach.ts';
import { type OfficialBook, officialBook } from './official/enter.ts';
import { findOfficial, type StoredOfficial } from './official/official.ts';
import { type PairingRecord, planPairing } from './pairing.ts';
import { pairingRules } from './policy-store.ts';
import { familiesOf, insertPairing, pairingsOfHouseholds } from './store.ts';
import { words } from './words.ts';

/** The official of a row. One who is not there yet is entered where the row says rank and unit. */
async function officialOf(
  book: OfficialBook,
  { official: name, official_unit, rank }: PairingRecord,
): Promise<StoredOfficial | Fault> {
  if (official_unit !== null && rank !== null) {
    const entered = await book.enter({ name, rank, unit: official_unit, duty: null, phone: null });
    return entered instanceof Fault ? entered : entered.official;
  }
  const unit = official_unit === null ? null : book.unitCode(official_unit);
  if (unit instanceof Fault) return unit;
  return findOfficial(book.officials, name, unit, words.officialUnit);
}

/** Enters a chunk of a ledger of pairings: what became of each row, in order. */
export async function enterPairings(
  writer: Writer,
  records: readonly PairingRecord[],
  session: Session,
): Promise<readonly Verdict[]> {
  const { query } = writer.database;
  const { ranks } = await pairingRules(query, session.today);
  const book = await officialBook(session, writer, ranks);
  const reach = await reachOf(session);
  const nos = records.map(({ employee_no }) => employee_no);
  const families = await familiesOf(query, nos, session.today);
  const there = await pairingsOfHouseholds(
    query,
    [...families.values()].map(({ household_id }) => household_id),
  );
  const verdicts: Verdict[] = [];
  for (const record of records) {
    const no = record.employee_no;
    const family = families.get(no);
    if (!family) {
      verdicts.push([say(words.noFile, { no })]);
      continue;
    }
    if (reach && !reach.includes(family.unit_id)) {
      verdicts.push([beyondSaid(session, family.unit)]);
      continue;
    }
    const official = await officialOf(book, record);
    if (official instanceof Fault) {
      verdicts.push([official.said]);
      continue;
    }
    const { household_id } = family;
    const all = there.get(household_id) ?? [];
    const own = all.filter((one) => one.official_id === official.id);
    const plan = planPairing(record, own, { official: official.name, no });
    if (plan instanceof Fault) verdicts.push([plan.said]);
    else if (plan !== 'imported') verdicts.push('unchanged');
    else {
      const { responsibility, way, measures, goal, from, to, outcome } = record;
      const facts = { responsibility, way, measures, goal, from, to, outcome };
      const parties = { official_id: official.id, household_id };
      there.set(household_id, [...all, await insertPairing(writer, { ...parties, ...facts })]);
      verdicts.push('imported');
    }
  }
  return verdicts;
}
