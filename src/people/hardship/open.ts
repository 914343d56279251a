import { change } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure, mustBe } from '../../core/failure.ts';
import type { RecordOf } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { askPerson } from '../ask.ts';
import { findPersonSeen } from '../seen.ts';
import { findPerson, type StoredPerson } from '../store.ts';
import { askClass } from './ask.ts';
import { askFamily } from './family/ask.ts';
import { enterMembers } from './family/enter.ts';
import type { MemberRecord } from './family/member.ts';
import { readFamily } from './family/read-file.ts';
import { mustBeFree, rulesToday } from './file.ts';
import { openingFields } from './household.ts';
import { decideClass, type IncomeSum, incomeSum, proposedClass } from './income.ts';
import { recognise } from './recognise.ts';
import {
  byRules,
  type HardshipClass,
  type HardshipRules,
  type HardshipRulesOn,
  headRelation,
  listed,
} from './rules.ts';
import { householdById } from './store.ts';
import { fileRow, sumJson, sumLines } from './view.ts';
import { words } from './words.ts';

/** All that a file is opened with. */
interface Opening {
  readonly record: RecordOf<ReturnType<typeof openingFields>>;
  readonly family: readonly MemberRecord[];
  readonly sum: IncomeSum;
  readonly class: HardshipClass;
  readonly on: CivilDate;
  /** Whether how the income comes about was shown when the class was asked for. */
  readonly shown: boolean;
}

/** The verb `hardship open`. */
export const openVerb = (rulesOn: HardshipRulesOn) =>
  verb({
    name: 'open',
    summary: words.openSummary,
    options: {
      ...fieldOptions(openingFields()),
      class: textOption(words.classOption, 'CODE'),
      family: textOption(words.familyOption, 'FILE'),
    },
    examples: [
      'relief hardship open',
      'relief hardship open --employee-no 011045 --cause illness --income 36000 --rigid-expenses 18000 --family family.csv',
    ],
    async run(session: Session, _args, { family: path, ...given }) {
      const rules = await rulesToday(session, rulesOn);
      const opening = await prepare(session, rules, given, path);
      const id = await open(session, opening);
      const { query } = await session.database();
      const file = await householdById(query, id);
      const { name, employee_no: no, members, opened_on: day } = file;
      const amount = readableYuan(file.income_per_head);
      const row = fileRow(file, rules);
      const good = say(words.openedDone, {
        name,
        no,
        title: opening.class.title,
        amount,
        members,
        day,
      });
      const lines = [
        ...(opening.shown ? [] : sumLines(opening.sum, rules)),
        say(words.nextReview, { day: row.review_due ?? '' }),
        ...(members === 1 ? [say(words.addFamily, { no })] : []),
      ];
      const json = { ...row, sum: sumJson(opening.sum, rules) };
      await session.terminal.print({
        blocks: [{ good }, ...lines.map((line) => ({ line }))],
        json,
      });
    },
  });

/** Asks for what is missing, reads the family, works the income out and decides on the class. */
async function prepare(
  session: Session,
  rules: HardshipRules,
  given: Readonly<Record<string, unknown>>,
  path: string | undefined,
): Promise<Opening> {
  const fields = openingFields(rules);
  const missing = Object.values(fields).some(
    (one) => one.required && given[one.name] === undefined,
  );
  const asked = missing && session.interactive;
  return session.prompter.inTurn(async () => {
    const no = given['employee_no'] ?? (asked ? (await askPerson(session)).employee_no : undefined);
    if (typeof no === 'string') await headSeen(session, no);
    const chosen = byRules({ class: listedClass(rules) }, given)['class'] as string | undefined;
    const known = { ...byRules(fields, given), employee_no: no };
    const record = await session.record(fields, known, {}, async ({ opened_on: day }) =>
      day !== null && day > session.today
        ? [say(words.dayToCome, { day, today: session.today })]
        : [],
    );
    const family = await familyOf(session, rules, path, asked);
    const head = await headSeen(session, record.employee_no);
    const members = family.map(({ name, relation, income, employee_no }) => ({
      ...{ name: name ?? employee_no ?? '', relation, income: income ?? 0 },
    }));
    const { income, rigid_expenses: expenses } = record;
    const self = { name: head.name, relation: headRelation, income };
    const sum = incomeSum([self, ...members], expenses) as IncomeSum;
    const proposed = proposedClass(rules.classes, sum.income_per_head);
    const shown = asked && chosen === undefined;
    const code = shown
      ? await askClass(session, sum, sumLines(sum, rules), rules, proposed?.code, proposed)
      : chosen;
    const decided = mustBe(decideClass(rules.classes, sum.income_per_head, code));
    return { record, family, sum, class: decided, on: record.opened_on ?? session.today, shown };
  });
}

const listedClass = ({ classes }: HardshipRules) => ({
  ...listed({ name: 'class', title: words.class }, classes),
  required: false,
});

async function headSeen(session: Session, no: string): Promise<StoredPerson> {
  const { query } = await session.database();
  const head = await findPersonSeen(session, no);
  await mustBeFree(query, head);
  return head;
}

async function familyOf(
  session: Session,
  rules: HardshipRules,
  path: string | undefined,
  asked: boolean,
): Promise<readonly MemberRecord[]> {
  if (path !== undefined) return readFamily(session, path, rules);
  return asked ? askFamily(session, rules) : [];
}

/** Writes the file, its members, what was found, and what they are recognised for. @returns its id */
async function open(
  session: Session,
  { record, family, sum, class: { code }, on }: Opening,
): Promise<number> {
  return change(session, async (writer) => {
    const { query } = writer.database;
    const head = await findPerson(query, record.employee_no);
    await mustBeFree(query, head);
    const { cause, second_cause, income, health, rigid_expenses, note } = record;
    const id = await writer.nextId('household');
    await writer.insert('household', [
      {
        ...{ id, person_id: head.id, class: code, cause, second_cause, opened_on: on },
        ...{ reviewed_on: on, closed_on: null, outcome: null },
      },
    ]);
    await writer.insert('household_member', [
      {
        ...{ id: await writer.nextId('household_member'), household_id: id, person_id: head.id },
        ...{ name: head.name, relation: headRelation, id_no: head.id_no, income, health },
        ...{ stage: null, school: null, from_on: on, to_on: null },
      },
    ]);
    const { incomes: _, ...figures } = sum;
    await writer.insert('household_review', [
      {
        ...{
          id: await writer.nextId('household_review'),
          household_id: id,
          on_date: on,
          kind: 'opened',
        },
        ...{ class: code, ...figures, note: note ?? '', operator: session.operator },
      },
    ]);
    await recognise(writer, [{ household: id, person: head.id, from: on, to: null }]);
    const household = await householdById(query, id);
    const entries = family.map((one) => ({ household, record: one, from: on, to: null }));
    for (const [at, entered] of (await enterMembers(writer, entries)).entries()) {
      if (mustBe(entered).outcome === 'imported') continue;
      const { name, employee_no } = family[at] as MemberRecord;
      throw new Failure('rejected', say(words.twiceInFamily, { name: name ?? employee_no ?? '' }));
    }
    const detail = {
      class: code,
      cause,
      second_cause,
      income,
      rigid_expenses,
      opened_on: on,
      members: sum.members,
      income_per_head: sum.income_per_head,
    };
    return {
      result: id,
      entry: { action: 'hardship.open', entity: 'hardship', key: head.employee_no, detail },
    };
  });
}
