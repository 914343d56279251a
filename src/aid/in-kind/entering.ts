import { change, type Writer } from '../../audit/change.ts';
import { type Import, importVerb, type Verdict } from '../../audit/import.ts';
import { type CivilDate, yearOf } from '../../core/civil-date.ts';
import { Failure, Fault, mustBe } from '../../core/failure.ts';
import { type Field, parseChoice, titleOf } from '../../core/field.ts';
import { type Phrase, say } from '../../core/language.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { beyondSaid, reachOf } from '../../organisation/operator/reach.ts';
import { allUnits } from '../../organisation/store.ts';
import { askPerson } from '../../people/ask.ts';
import { classOn, householdOf, membersOf } from '../../people/hardship/store.ts';
import { findPersonSeen } from '../../people/seen.ts';
import { personsByNumbers, type StoredPerson, unknownEmployee } from '../../people/store.ts';
import type { InKind } from '../../policy/aid.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import { rulesOn } from '../../policy/store.ts';
import {
  type BenefitRecord,
  benefitColumns,
  childrenFor,
  kindFields,
  ofSomeKinds,
  planBenefit,
  readBenefit,
  whoseFields,
  winterAround,
} from './benefit.ts';
import { benefitsOfFamily, findBenefit, insertBenefit } from './store.ts';
import { benefitRow, degreeTitle } from './view.ts';
import { words } from './words.ts';

/** The rules that benefits in kind go by. @throws refused where the policy names none */
export async function inKindRules(session: Session): Promise<PolicyVersion> {
  const { query } = await session.database();
  const rules = await rulesOn(query, session.today);
  if (rules.in_kind.length === 0) throw new Failure('refused', say(words.noKinds));
  return rules;
}

/** The household of a person as it is today, else as it was on a day: its class of that day, and who was a member on either. */
async function familyOf(session: Session, personId: number, on: CivilDate) {
  const { query } = await session.database();
  const { today } = session;
  const household =
    (await householdOf(query, personId, today)) ?? (await householdOf(query, personId, on));
  if (!household) return { household, members: [] };
  const members = await membersOf(query, household.id, today);
  const then = on === today ? [] : await membersOf(query, household.id, on);
  const gone = then.filter(({ id }) => !members.some((one) => one.id === id));
  const classThen = (await classOn(query, household.id, on)) ?? household.class;
  return { household: { ...household, class: classThen }, members: [...members, ...gone] };
}

/** What is to be done with a benefit of a person, by what their family has. */
async function plan(
  session: Session,
  { hardship }: PolicyVersion,
  kind: InKind,
  person: Pick<StoredPerson, 'id' | 'name' | 'employee_no'>,
  record: BenefitRecord,
) {
  const { query } = await session.database();
  const { period, on } = record;
  const days = { from: on, to: session.today };
  const { household, members } = await familyOf(session, person.id, on);
  const there = household
    ? await benefitsOfFamily(query, household.id, { kind: kind.code, period }, days)
    : [];
  const classTitle = (code: string): Phrase => titleOf(hardship?.classes ?? [], code);
  return planBenefit(kind, record, { person, household, members, there }, classTitle);
}

/** Enters a benefit. @returns its number, `unchanged`, or what is wrong with it */
async function enter(
  writer: Writer,
  session: Session,
  rules: PolicyVersion,
  { kind, person, record }: Entered,
): Promise<number | 'unchanged' | Fault> {
  const planned = await plan(session, rules, kind, person, record);
  if (planned === 'unchanged' || planned instanceof Fault) return planned;
  const of = { kind: kind.code, person_id: person.id, operator: session.operator };
  return insertBenefit(writer, of, record, planned);
}

interface Entered {
  readonly kind: InKind;
  readonly person: Pick<StoredPerson, 'id' | 'name' | 'employee_no'>;
  readonly record: BenefitRecord;
}

/** `relief in-kind add`. */
export const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: {
    kind: textOption(words.kindOption, 'CODE'),
    employee_no: textOption(words.employeeNo),
    winter: textOption(words.winterOption),
    year: textOption(words.yearOption, 'YEAR'),
    degree: textOption(words.degreeOption, 'CODE'),
    child: textOption(words.childOption, 'NAME'),
    detail: textOption(words.detail),
    on: textOption(words.onDefault, 'DATE'),
  },
  examples: [
    'relief in-kind add --kind heating --employee-no 011045 --winter 2026-2027 --degree waived',
    'relief in-kind add --kind job-placement --employee-no 011045 --child 王晓明 --detail 综采一队学徒工',
  ],
  async run(session: Session, _args, { kind: kindText, employee_no, ...texts }) {
    const rules = await inKindRules(session);
    const fields = whoseFields(rules.in_kind);
    const ask = { employee_no: async () => (await askPerson(session)).employee_no };
    const given = readGiven(fields, { kind: kindText, employee_no });
    const whose = await session.record(fields, given, ask);
    const kind = rules.in_kind.find(({ code }) => code === whose.kind) as InKind;
    const person = await findPersonSeen(session, whose.employee_no);
    const record = await askBenefit(session, rules, kind, person, texts);
    const outcome = await change(session, async (writer) => {
      const entered = await enter(writer, session, rules, { kind, person, record });
      const result = mustBe(entered);
      const key = person.employee_no;
      const detail = { benefit: result, kind: kind.code, ...record };
      const entry = { action: 'in-kind.add', entity: 'in-kind', key, detail };
      return { result, entry: result === 'unchanged' ? undefined : entry };
    });
    const { name, employee_no: no } = person;
    if (outcome === 'unchanged') {
      const good = say(words.unchanged, { name, no });
      return session.terminal.print({ blocks: [{ good }], json: { ...whose, ...record } });
    }
    const { query } = await session.database();
    const benefit = await findBenefit(query, String(outcome));
    const { period, degree, child, detail } = benefit;
    const what = [period, degree && degreeTitle(rules.in_kind, degree), child, detail];
    const good = say(words.added, {
      ...{ id: outcome, kind: kind.title, name, no },
      what: what.filter((one): one is string | Phrase => !!one),
    });
    await session.terminal.print({ blocks: [{ good }], json: benefitRow(benefit) });
  },
});

/** Values from texts that were given as options. @throws rejected for one that cannot be read */
function readGiven(
  fields: Readonly<Record<string, Field<unknown>>>,
  texts: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, unknown>> {
  const given = Object.entries(texts).filter(([, text]) => text !== undefined && text !== '');
  return Object.fromEntries(
    given.map(([name, text]) => [name, mustBe(fields[name]?.parse(text as string))]),
  );
}

/** What of a benefit its kind asks for, from the options or at the terminal. */
async function askBenefit(
  session: Session,
  rules: PolicyVersion,
  kind: InKind,
  person: StoredPerson,
  texts: Readonly<Record<string, string | undefined>>,
): Promise<BenefitRecord> {
  const fields = kindFields(kind, rules.calendar, session.today);
  const needless = ofSomeKinds.find((name) => texts[name] !== undefined && !(name in fields));
  if (needless) {
    const facts = { field: words[needless], kind: kind.title };
    throw new Failure('rejected', say(words.notAsked, facts));
  }
  const { members } = await familyOf(session, person.id, session.today);
  const children = childrenFor(kind, members).map(({ name }) => ({ name, value: name }));
  const offered = async (name: 'winter' | 'year', period: string) => {
    const field = fields[name] as Field<unknown>;
    return field.parse(await session.prompter.field(field, period));
  };
  const { today } = session;
  const ask = {
    winter: () => offered('winter', winterAround(today, rules.calendar)),
    year: () => offered('year', String(yearOf(today))),
    ...(children.length > 0 && {
      child: async () => session.prompter.choose(words.whichChild, children),
    }),
  };
  const recordOf = (one: Readonly<Record<string, unknown>>): BenefitRecord => {
    const text = (name: string) => (one[name] ?? null) as string | null;
    return {
      ...{ period: text('winter') ?? text('year') ?? '', degree: text('degree') },
      ...{ child: text('child'), detail: text('detail') ?? '', on: text('on') ?? session.today },
    };
  };
  const record = await session.record(fields, readGiven(fields, texts), ask, async (one) => {
    const { on } = recordOf(one);
    if (on > session.today) return [say(words.inFuture, { on })];
    const planned = await plan(session, rules, kind, person, recordOf(one));
    return planned instanceof Fault ? [planned.said] : [];
  });
  return recordOf(record);
}

const inKindImport: Import<typeof benefitColumns> = {
  entity: 'in-kind',
  fields: benefitColumns,
  derived: [
    'benefit',
    '编号',
    'name',
    '姓名',
    'unit',
    '单位编码',
    'unit_name',
    '单位',
    'operator',
    '录入人',
  ],
  async apply(writer, rows, session) {
    const rules = await inKindRules(session);
    const { query } = writer.database;
    const reach = await reachOf(session);
    const units = await allUnits(query);
    const persons = await personsByNumbers(
      query,
      rows.map(({ employee_no }) => employee_no),
      [],
    );
    const byNo = new Map(persons.map((person) => [person.employee_no, person]));
    const parseKind = parseChoice(words.kind, rules.in_kind);
    const verdicts: Verdict[] = [];
    for (const { kind: text, employee_no: no, ...texts } of rows) {
      const person = byNo.get(no);
      const code = parseKind(text);
      if (!person) verdicts.push([await unknownEmployee(query, no)]);
      else if (reach && !reach.includes(units.get(person.unit)?.id ?? 0)) {
        verdicts.push([beyondSaid(session, person.unit)]);
      } else if (code instanceof Fault) verdicts.push([code.said]);
      else {
        const kind = rules.in_kind.find((one) => one.code === code) as InKind;
        const record = readBenefit(texts, kind, rules.calendar, session.today);
        verdicts.push(
          'on' in record
            ? verdictOf(await enter(writer, session, rules, { kind, person, record }))
            : record.map(({ said }) => said),
        );
      }
    }
    return verdicts;
  },
};

function verdictOf(outcome: number | 'unchanged' | Fault): Verdict {
  if (outcome instanceof Fault) return [outcome.said];
  return outcome === 'unchanged' ? outcome : 'imported';
}

/** `relief in-kind import`. */
export const inKindImportVerb = importVerb(inKindImport, 'in-kind', words.importSummary);
