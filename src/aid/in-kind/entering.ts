import { change, type Writer } from '../../audit/change.ts';
import { type Import, importVerb, type Verdict } from '../../audit/import.ts';
import { yearOf } from '../../core/civil-date.ts';
import { Failure, Fault, mustBe } from '../../core/failure.ts';
import { type Field, parseChoice, titleOf } from '../../core/field.ts';
import { type Phrase, say } from '../../core/language.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { beyondSaid, reachOf } from '../../organisation/operator/reach.ts';
import { allUnits } from '../../organisation/store.ts';
import { askPerson } from '../../people/ask.ts';
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
import { type FamilyBenefits, familyBenefitsOf } from './family-store.ts';
import { findBenefit, insertBenefits } from './store.ts';
import { benefitRow, degreeTitle } from './view.ts';
import { words } from './words.ts';

/** The rules that benefits in kind go by. @throws refused where the policy names none */
export async function inKindRules(session: Session): Promise<PolicyVersion> {
  const { query } = await session.database();
  const rules = await rulesOn(query, session.today);
  if (rules.in_kind.length === 0) throw new Failure('refused', say(words.noKinds));
  return rules;
}

/** A benefit that is to be entered. */
interface Entering {
  readonly kind: InKind;
  readonly person: Pick<StoredPerson, 'id' | 'name' | 'employee_no'>;
  readonly record: BenefitRecord;
}

/** What is to be done with a benefit of a person, by what their family has. */
function plan(
  { today }: Session,
  { hardship }: PolicyVersion,
  families: FamilyBenefits,
  { kind, person, record }: Entering,
) {
  const { period, on } = record;
  const family = families.familyOf(person.id, on, today);
  const key = { kind: kind.code, period };
  const there = family.household
    ? families.there(family.household.id, key, { from: on, to: today })
    : [];
  const classTitle = (code: string): Phrase => titleOf(hardship?.classes ?? [], code);
  return planBenefit(kind, record, { person, ...family, there }, classTitle);
}

/** Enters benefits. @returns in order the number of each, `unchanged`, or what is wrong with it */
async function enter(
  writer: Writer,
  session: Session,
  rules: PolicyVersion,
  entering: readonly Entering[],
): Promise<readonly (number | 'unchanged' | Fault)[]> {
  const persons = entering.map(({ person }) => person.id);
  const families = await familyBenefitsOf(writer.database.query, persons);
  const { operator } = session;
  const rows: Parameters<typeof insertBenefits>[1][number][] = [];
  const outcomes: (number | 'unchanged' | Fault)[] = [];
  for (const one of entering) {
    const planned = plan(session, rules, families, one);
    if (planned === 'unchanged' || planned instanceof Fault) {
      outcomes.push(planned);
      continue;
    }
    const { kind, person, record } = one;
    const { on, child, ...said } = record;
    const id = await writer.nextId('benefit_in_kind');
    const row = { id, kind: kind.code, person_id: person.id, ...planned, ...said };
    rows.push({ ...row, on_date: on, operator });
    const { name, employee_no } = person;
    families.add({ ...row, name, employee_no, child, on });
    outcomes.push(id);
  }
  await insertBenefits(writer, rows);
  return outcomes;
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
      const [entered] = await enter(writer, session, rules, [{ kind, person, record }]);
      const result = mustBe(entered ?? 'unchanged');
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
  const { query } = await session.database();
  const families = await familyBenefitsOf(query, [person.id]);
  const { members } = families.familyOf(person.id, session.today, session.today);
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
    const planned = plan(session, rules, families, { kind, person, record: recordOf(one) });
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
    const entering: (Entering & { readonly at: number })[] = [];
    for (const [at, { kind: text, employee_no: no, ...texts }] of rows.entries()) {
      const person = byNo.get(no);
      const code = parseKind(text);
      if (!person) verdicts[at] = [await unknownEmployee(query, no)];
      else if (reach && !reach.includes(units.get(person.unit)?.id ?? 0)) {
        verdicts[at] = [beyondSaid(session, person.unit)];
      } else if (code instanceof Fault) verdicts[at] = [code.said];
      else {
        const kind = rules.in_kind.find((one) => one.code === code) as InKind;
        const record = readBenefit(texts, kind, rules.calendar, session.today);
        if ('on' in record) entering.push({ at, kind, person, record });
        else verdicts[at] = record.map(({ said }) => said);
      }
    }
    for (const [nth, outcome] of (await enter(writer, session, rules, entering)).entries()) {
      verdicts[entering[nth]?.at ?? 0] = verdictOf(outcome);
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
