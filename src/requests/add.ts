import { change } from '../audit/change.ts';
import { Failure, mustBe } from '../core/failure.ts';
import { required } from '../core/field.ts';
import { say } from '../core/language.ts';
import { verb } from '../core/verb.ts';
import { textOption } from '../io/listing.ts';
import { fieldOptions, type Session } from '../io/session.ts';
import { askUnit } from '../organisation/ask.ts';
import { operatorAtWork, unitsSeen } from '../organisation/operator/reach.ts';
import { allUnits, findUnit, type StoredUnit } from '../organisation/store.ts';
import { askPerson } from '../people/ask.ts';
import { findPersonSeen } from '../people/seen.ts';
import { dueDay } from './life.ts';
import { checkTaken, kindFieldOf, requestFields } from './request.ts';
import { findRequest, insertRequest, requestRules } from './store.ts';
import { requestFacts, requestRow } from './view.ts';
import { words } from './words.ts';

/** Who asks, as the command line has it. */
interface Asker {
  readonly employee_no: string | null | undefined;
  readonly name: string | null | undefined;
  readonly phone: string | null | undefined;
}

const { name, phone } = requestFields;
const strangerFields = { name: required({ ...name }), phone };

/** Who asks: as the options say; where they say nobody, asked for, on file or not. @throws usage where nobody can be asked */
async function whoAsks(session: Session, given: Asker): Promise<Asker> {
  if (given.employee_no || given.name) return given;
  if (!session.interactive) throw new Failure('usage', say(words.nobody));
  const { prompter, terminal } = session;
  const onFile = await prompter.choose(words.whoAsks, [
    { name: terminal.words(words.onFile), value: true },
    { name: terminal.words(words.notOnFile), value: false },
  ]);
  if (onFile) return { ...given, employee_no: (await askPerson(session)).employee_no };
  const { name, phone } = await session.record(strangerFields, { phone: given.phone });
  return { employee_no: null, name, phone };
}

/** The unit that takes a request: the one named, else the operator's own, else the employee's, else one asked for. */
async function takenAt(
  session: Session,
  named: string | null | undefined,
  ofPerson: string | null,
): Promise<StoredUnit> {
  const { query } = await session.database();
  const own = await operatorAtWork(session);
  const known = named ?? own?.unit ?? ofPerson;
  if (known === null && !session.interactive) throw new Failure('usage', say(words.noUnit));
  const text = known ?? (await askUnit(session));
  const unit = mustBe(findUnit(await allUnits(query), text));
  await unitsSeen(session, unit.code);
  return unit;
}

const options = fieldOptions(requestFields);

/** The verb `relief request add`. */
export const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: {
    employee_no: { ...options.employee_no, about: words.employeeOption },
    name: { ...options.name, about: words.nameOption },
    phone: { ...options.phone, about: words.phoneOption },
    kind: { ...options.kind, about: words.kindOption },
    matter: options.matter,
    at: { ...textOption(words.atOption, 'CODE'), datum: true },
    taken_on: { ...options.taken_on, about: words.takenOnOption },
  },
  examples: [
    'relief request add',
    'relief request add --employee-no 011045 --kind schooling --matter 女儿考上大学，学费有困难',
    'relief request add --name 张桂兰 --phone 13900000001 --kind housing --matter 冬季取暖 --at M101',
  ],
  async run(session: Session, _args, given) {
    const { query } = await session.database();
    const { operator, today } = session;
    const rules = await requestRules(query, today);
    const kindField = kindFieldOf(rules.kinds);
    const kind = given.kind && mustBe(kindField.parse(given.kind));
    const taken_on = given.taken_on ?? today;
    const fault = checkTaken(taken_on, today);
    if (fault) throw new Failure('rejected', fault.said);
    const asker = await whoAsks(session, given);
    const person = asker.employee_no ? await findPersonSeen(session, asker.employee_no) : null;
    const unit = await takenAt(session, given.at, person?.unit ?? null);
    const fields = { kind: kindField, matter: requestFields.matter };
    const record = await session.record(fields, { kind, matter: given.matter });
    const request = {
      person_id: person?.id ?? null,
      name: asker.name ?? person?.name ?? '',
      phone: asker.phone ?? person?.phone ?? null,
      ...record,
      ...{ unit_id: unit.id, taken_on, taken_by: operator },
      due_on: dueDay(unit.level, taken_on, rules),
    };
    const id = await change(session, async (writer) => {
      const result = await insertRequest(writer, request);
      const { person_id: _, unit_id: _unit, ...facts } = request;
      const detail = { employee_no: person?.employee_no ?? null, ...facts, at: unit.code };
      const entry = { action: 'request.add', entity: 'request', key: String(result), detail };
      return { result, entry };
    });
    const added = await findRequest(query, String(id));
    await session.terminal.print({
      blocks: [{ good: say(words.added, requestFacts(added, rules.kinds)) }],
      json: requestRow(added, today),
    });
  },
});
