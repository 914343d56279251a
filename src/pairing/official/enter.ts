import type { Writer } from '../../audit/change.ts';
import { Fault } from '../../core/failure.ts';
import type { Choice } from '../../core/field.ts';
import type { Session } from '../../io/session.ts';
import { beyondSaid, reachOf } from '../../organisation/operator/reach.ts';
import { allUnits, findUnit } from '../../organisation/store.ts';
import { type Official, planOfficial, readRank, type StoredOfficial } from './official.ts';
import { allOfficials, insertOfficial } from './store.ts';

/** An official that is there now, and whether it was before. */
export interface EnteredOfficial {
  readonly official: StoredOfficial;
  readonly outcome: 'imported' | 'unchanged';
}

/** Enters officials one after the other, for a chunk of rows. */
export interface OfficialBook {
  /** The officials by name, those entered among them. */
  readonly officials: ReadonlyMap<string, readonly StoredOfficial[]>;
  /** The code of the unit that a text names, or the fault. */
  readonly unitCode: (text: string) => string | Fault;
  /** Enters an official, within what the operator sees; one who is there already is compared. */
  readonly enter: (record: Official) => Promise<EnteredOfficial | Fault>;
}

/** Opens what is needed to enter officials: who is there, the units, what the operator sees. */
export async function officialBook(
  session: Session,
  writer: Writer,
  ranks: readonly Choice[],
): Promise<OfficialBook> {
  const { query } = writer.database;
  const reach = await reachOf(session);
  const units = await allUnits(query);
  const officials = new Map(await allOfficials(query));
  return {
    officials,
    unitCode(text) {
      const unit = findUnit(units, text);
      return unit instanceof Fault ? unit : unit.code;
    },
    async enter(record) {
      const unit = findUnit(units, record.unit);
      if (unit instanceof Fault) return unit;
      const read = readRank(record.rank, ranks);
      if (read instanceof Fault) return read;
      const { rank } = read;
      const said = { ...record, rank, duty: record.duty ?? read.duty, unit: unit.code };
      const bearers = officials.get(said.name) ?? [];
      const there = bearers.find((one) => one.unit === unit.code);
      const plan = planOfficial(said, there);
      if (plan instanceof Fault) return plan;
      if (there) return { official: there, outcome: 'unchanged' };
      if (reach && !reach.includes(unit.id)) {
        return new Fault(beyondSaid(session, unit.code));
      }
      const id = await insertOfficial(writer, said, unit.id);
      const official = { ...said, id, unit_id: unit.id, unit_name: unit.name };
      officials.set(said.name, [...bearers, official]);
      return { official, outcome: 'imported' };
    },
  };
}
