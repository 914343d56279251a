import { change } from '../audit/change.ts';
import { parseCivilDate } from '../core/civil-date.ts';
import { Failure } from '../core/failure.ts';
import { optional, required } from '../core/field.ts';
import { say } from '../core/language.ts';
import { parseText } from '../core/text.ts';
import { verb } from '../core/verb.ts';
import { words as coreWords } from '../core/words.ts';
import { fieldOptions, type Session } from '../io/session.ts';
import { namedPairings } from './named.ts';
import { checkEnd, ledgerFields, partiesFields } from './pairing.ts';
import { findPairing, type StoredPairing } from './store.ts';
import { pairingFacts, pairingRow } from './view.ts';
import { words } from './words.ts';

const entity = 'pairing';
const parties = fieldOptions(partiesFields);

/** How a verb names one pairing: by its number, or by these options. */
export const pairingArgument = [
  { name: 'number', about: words.pairingArgument, optional: true },
] as const;

/** The options that name an official and a family. */
export const partiesOptions = {
  official: parties.official,
  official_unit: { ...parties.official_unit, about: words.officialUnitOption },
  employee_no: { ...parties.employee_no, about: words.familyOption },
};

const { responsibility, way, measures, goal, outcome } = ledgerFields;
const told = { responsibility, way, measures, goal, outcome };

/** The verb `relief pairing edit`: what a pairing says is corrected, never whom it binds, nor its days. */
export const editVerb = verb({
  name: 'edit',
  summary: words.editSummary,
  arguments: pairingArgument,
  options: { ...partiesOptions, ...fieldOptions(told) },
  examples: ['relief pairing edit 7 --measures 每月上门一次 --goal 稳定就业'],
  async run(session: Session, [number], { official, official_unit, employee_no, ...given }) {
    const { query } = await session.database();
    const changes = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    );
    if (Object.keys(changes).length === 0) throw new Failure('usage', say(words.nothingToEdit));
    const named = { official, official_unit, employee_no };
    const found = await namedPairings(session, number, named, undefined);
    const { id } = found.at(-1) as StoredPairing;
    const fields = await change(session, async (writer) => {
      const before = await findPairing(query, String(id));
      const changed = Object.values(told).filter(
        ({ name }) => name in changes && changes[name] !== before[name as keyof typeof told],
      );
      if (before.to !== null && changes['outcome'] === null)
        throw new Failure('rejected', say(words.endedWithoutOutcome));
      await writer.update('pairing', { id }, changes);
      const was = Object.fromEntries(
        changed.map(({ name }) => [name, before[name as keyof typeof told]]),
      );
      const detail = { before: was, after: changes };
      const entry = { action: 'pairing.edit', entity, key: String(id), detail };
      const result = changed.map(({ title }) => title);
      return { result, entry: changed.length > 0 ? entry : undefined };
    });
    const pairing = await findPairing(query, String(id));
    const facts = pairingFacts(pairing);
    const good =
      fields.length > 0 ? say(words.edited, { ...facts, fields }) : say(words.editedNothing, facts);
    await session.terminal.print({ blocks: [{ good }], json: pairingRow(pairing) });
  },
});

const endFields = {
  outcome: required({ name: 'outcome', title: words.outcome, parse: parseText }),
  to: optional({
    name: 'to',
    title: words.to,
    ifEmpty: coreWords.enterForToday,
    parse: parseCivilDate,
  }),
};

/** The one of these pairings that runs. @throws refused where all have ended */
function theRunning(named: readonly StoredPairing[]): StoredPairing {
  const running = named.find(({ to }) => to === null);
  const last = named.at(-1);
  if (running || !last) return running as StoredPairing;
  throw new Failure(
    'refused',
    say(words.endedAlready, { ...pairingFacts(last), to: last.to ?? '' }),
  );
}

/** The verb `relief pairing end`. */
export const endVerb = verb({
  name: 'end',
  summary: words.endSummary,
  arguments: pairingArgument,
  options: { ...partiesOptions, ...fieldOptions(endFields) },
  examples: [
    'relief pairing end 7 --outcome 子女就业，家庭脱困',
    'relief pairing end --official 刘志强 --employee-no 011045 --outcome 已脱困 --to 2026-06-30',
  ],
  async run(session: Session, [number], { outcome: given, to: day, ...named }) {
    const { query } = await session.database();
    const { today } = session;
    const seen = theRunning(await namedPairings(session, number, named, 'running'));
    const checkTo = (pairing: StoredPairing, to: string) =>
      checkEnd(pairing, to, pairing.last_visit, today);
    const record = await session.record(
      endFields,
      { outcome: given, to: day },
      {},
      async ({ to }) => [checkTo(seen, to ?? today)?.said ?? []].flat(),
    );
    const { outcome } = record;
    const to = record.to ?? today;
    if (session.interactive)
      await session.confirm(say(words.endConfirm, { ...pairingFacts(seen), to }));
    await change(session, async (writer) => {
      const pairing = theRunning([await findPairing(query, String(seen.id))]);
      const fault = checkTo(pairing, to);
      if (fault) throw new Failure('rejected', fault.said);
      await writer.update('pairing', { id: pairing.id }, { to_on: to, outcome });
      const { official, employee_no } = pairing;
      const detail = { official, employee_no, to, outcome };
      const entry = { action: 'pairing.end', entity, key: String(pairing.id), detail };
      return { result: undefined, entry };
    });
    const pairing = await findPairing(query, String(seen.id));
    const good = say(words.endedDone, { ...pairingFacts(pairing), to });
    await session.terminal.print({ blocks: [{ good }], json: pairingRow(pairing) });
  },
});
