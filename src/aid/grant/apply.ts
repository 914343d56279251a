import { change } from '../../audit/change.ts';
import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Failure, Fault, mustBe } from '../../core/failure.ts';
import { type Field, titleOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { verb } from '../../core/verb.ts';
import { yearPairOf } from '../../core/year-pair.ts';
import type { Database } from '../../io/database.ts';
import { textOption } from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { askPerson } from '../../people/ask.ts';
import { findPersonSeen } from '../../people/seen.ts';
import type { Fund } from '../../policy/aid.ts';
import { findFund } from '../../policy/funds.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import { rulesOn } from '../../policy/store.ts';
import { type Case, studentOf, studentsFor } from './case.ts';
import { casesOf } from './case-store.ts';
import { commandWords } from './command-words.ts';
import { whyNotEligible, whyNotFamily } from './eligibility.ts';
import { enterGrants, takingUnit } from './enter.ts';
import { nextSaid, tell } from './found.ts';
import {
  type Asked,
  faultsOf,
  fieldsFor,
  type GrantRecord,
  grantFields,
  inBoth,
  monthsOf,
  mostOf,
  periodOf,
  periodTitle,
} from './grant.ts';
import { allSaid, whyNotGranted } from './judge.ts';
import { monthOf } from './period.ts';
import { grantFacts, whomSaid } from './view.ts';
import { howHelped } from './way-of-help.ts';
import { words } from './words.ts';

type Given = Readonly<Record<string, unknown>>;

const { urgent: _, ...options } = fieldOptions(grantFields);

/** `relief grant apply`. */
export const applyVerb = verb({
  name: 'apply',
  summary: commandWords.applySummary,
  options: {
    ...options,
    fund: textOption(commandWords.fundOption, 'FUND'),
    urgent: { about: commandWords.urgentOption, flag: true },
    at: textOption(commandWords.atOption, 'UNIT'),
    applied_on: { about: commandWords.appliedOnOption, placeholder: 'DATE', parse: parseCivilDate },
  },
  examples: [
    'relief grant apply',
    'relief grant apply --fund living-active --employee-no 011045 --amount 1500 --purpose 家中失火 --evidence 困难救助申请书 --urgent',
    'relief grant apply --fund school --employee-no 011045 --beneficiary 王小明 --amount 1000 --purpose 学杂费 --evidence 在校证明',
    'relief grant apply --fund rental-housing --employee-no 011045 --from-month 2026-09 --to-month 2026-12 --amount 2000 --purpose 房租 --evidence 租房合同',
    'relief grant apply --fund start-up --employee-no 011045 --amount 30000 --instalments 24 --purpose 开办小吃店 --evidence 创业计划书、担保人',
  ],
  async run(session: Session, _args, { urgent, at, applied_on, ...given }) {
    const { query } = await session.database();
    const on = applied_on ?? session.today;
    const rules = await rulesOn(query, on);
    const fund = await fundFor(session, rules, given);
    const fields = fieldsFor(fund);
    const asked = Object.values(fields).some(
      (field) => field.required && (given as Given)[field.name] === undefined,
    );
    const ask = asked ? questions(session, { fund, rules, on, given }) : {};
    const complete = (record: object) => completed({ ...given, ...record }, fund, on);
    const record = complete(
      await session.record(fields, given, ask, async (one) =>
        faultsOf(complete(one), fund, session.today),
      ),
    );
    await findPersonSeen(session, record.employee_no);
    const isUrgent = urgent || (asked && (await askUrgent(session)));
    const one = await fittingCase(query, record);
    const taken = { one, unit: await takingUnit(session, one, at), urgent: isUrgent };
    if (asked) await session.confirm(say(words.applyConfirm, draftFacts(one)));
    const id = await change(session, async (writer) => {
      const again = await fittingCase(writer.database.query, record);
      const [grant] = await enterGrants(writer, session.operator, [{ ...taken, one: again }]);
      const result = grant?.id ?? 0;
      const detail = { ...defined(record), urgent: isUrgent, unit: taken.unit.code };
      const entry = { action: 'grant.apply', entity: 'grant', key: String(result), detail };
      return { result, entry };
    });
    await tell(session, id, (found) => [
      say(words.taken, grantFacts(found.grant, rules.funds)),
      ...nextSaid(found),
    ]);
  },
});

/** An application with what was said of it; all else is left empty. */
function completed(said: object, fund: Fund, on: CivilDate): Asked {
  const none = Object.fromEntries(Object.keys(grantFields).map((name) => [name, null]));
  const facts = { ...none, ...defined(said) } as GrantRecord;
  return { ...facts, fund: fund.code, urgent: null, applied_on: on };
}

/** The facts that were said. */
function defined(facts: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** The fund that is named, or asked for among those that help by application. @throws refused for one that does not */
async function fundFor(session: Session, rules: PolicyVersion, given: Given): Promise<Fund> {
  const helping = rules.funds.filter(({ way }) => way === 'grant' || way === 'loan');
  const text = given['fund'] as string | undefined;
  if (text === undefined) {
    if (!session.interactive) await session.record(grantFields, given);
    const choices = helping.map((fund) => ({
      name: session.terminal.words(fund.title),
      value: fund,
    }));
    return session.prompter.choose(commandWords.whichFund, choices);
  }
  const fund = mustBe(findFund(rules.funds, text));
  const how = howHelped(fund, rules);
  if (how) throw new Failure('refused', how);
  return fund;
}

/**
 * An application with all that it is judged by.
 * @throws rejected where it names no person or fund; refused with every reason why it cannot be granted
 */
async function fittingCase(
  query: Database['query'],
  asked: Asked,
  whyNot: (one: Case) => readonly Said[] = whyNotGranted,
): Promise<Case> {
  const [one] = await casesOf(query, [asked]);
  if (!one) throw new Error('an application without a case');
  if (!('fund' in one)) throw new Failure('rejected', one);
  const reasons = whyNot(one);
  if (reasons.length === 0) return one;
  const { name, employee_no: no } = one.applicant;
  const facts = { name, no, fund: one.fund.title, reasons: allSaid(reasons) };
  throw new Failure('refused', say(words.notGranted, facts));
}

/** What the confirmation of an application names. */
function draftFacts(one: Case) {
  const { asked, applicant, fund } = one;
  const { from_period, to_period } = periodOf(asked);
  const whom = whomSaid(studentOf(one)?.name ?? null, periodTitle(from_period, to_period));
  const { name, employee_no: no } = applicant;
  return { name, no, fund: fund.title, amount: readableYuan(asked.amount), whom };
}

function askUrgent(session: Session): Promise<boolean> {
  const text = (said: Said) => session.terminal.words(said);
  return session.prompter.choose(commandWords.howUrgent, [
    { name: text(say(commandWords.ordinary)), value: false },
    { name: text(say(commandWords.urgentNow)), value: true },
  ]);
}

interface Asking {
  readonly fund: Fund;
  readonly rules: PolicyVersion;
  readonly on: CivilDate;
  readonly given: Given;
}

/** The questions that need more than their text: each knows what was answered before it. */
function questions(session: Session, { fund, rules, on, given }: Asking) {
  const known = { ...given };
  const keep = async (name: string, answer: Promise<unknown>) => {
    known[name] = await answer;
    return known[name];
  };
  const typed = async (field: Field<unknown>, initial?: string) => {
    const text = await session.prompter.field(field, initial);
    return text === '' ? null : field.parse(text);
  };
  const time = (name: 'school_year' | 'from_month' | 'to_month', initial: () => string) => () =>
    keep(name, typed({ ...grantFields[name], required: true }, initial()));
  return {
    employee_no: () => keep('employee_no', askApplicant(session, { fund, on })),
    beneficiary: () =>
      keep('beneficiary', askStudent(session, { fund, rules, on }, String(known['employee_no']))),
    school_year: time('school_year', () => yearPairOf(on, rules.calendar.school_year)),
    from_month: time('from_month', () => monthOf(on)),
    to_month: time('to_month', () => String(known['from_month'])),
    amount: () => {
      const most = mostOf(fund, monthsOf(completed(known, fund, on)));
      const field = grantFields.amount;
      if (most === null) return typed(field);
      const parse = (text: string) => {
        const amount = field.parse(text);
        if (amount instanceof Fault || amount <= most) return amount;
        return new Fault(say(words.amountTooMuch, { most: readableYuan(most) }));
      };
      const title = inBoth(say(commandWords.amountUpTo, { most: readableYuan(most) }));
      return typed({ ...field, title, parse }, fund.way === 'grant' ? formatYuan(most) : undefined);
    },
  };
}

/** Asks who applies. @throws refused at once where the fund does not help them */
async function askApplicant(
  session: Session,
  { fund, on }: Pick<Asking, 'fund' | 'on'>,
): Promise<string> {
  const person = await askPerson(session);
  await unitsSeen(session, person.unit);
  const { query } = await session.database();
  await fittingCase(query, completed({ employee_no: person.employee_no }, fund, on), whyNotFamily);
  return person.employee_no;
}

/** Asks which of the family's students it is for. @throws refused where there is none whom the fund helps */
async function askStudent(
  session: Session,
  { fund, rules, on }: Omit<Asking, 'given'>,
  employee_no: string,
): Promise<string> {
  const { query } = await session.database();
  const asked = completed({ employee_no, beneficiary: '' }, fund, on);
  const { members } = await fittingCase(query, asked, (one) =>
    studentsFor(one.members, fund).length > 0 ? [] : whyNotEligible(one),
  );
  const stages = rules.hardship?.stages ?? [];
  const choices = studentsFor(members, fund).map(({ id, name, stage, school }) => {
    const facts = { name, stage: titleOf(stages, stage ?? ''), school: school ?? '' };
    const said = session.terminal.words(say(commandWords.studentChoice, facts));
    return { name: said.trim(), value: `#${id}` };
  });
  return session.prompter.choose(commandWords.whichStudent, choices);
}
