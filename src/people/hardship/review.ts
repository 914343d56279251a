import { isDeepStrictEqual } from 'node:util';
import { change, type Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { Failure, mustBe } from '../../core/failure.ts';
import { titleOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { type Fen, readableYuan } from '../../core/money.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { askClass, askExpenses, askIncomes } from './ask.ts';
import { fileSeen, mustBelongToNone, rulesToday } from './file.ts';
import { objectionToReturn, objectionToReview, reviewFields } from './household.ts';
import { decideClass, type IncomeSum, incomeSum, proposedClass } from './income.ts';
import { readIncomes } from './incomes.ts';
import { recognise } from './recognise.ts';
import { shared } from './recognised.ts';
import { byRules, type HardshipClass, type HardshipRules, type HardshipRulesOn } from './rules.ts';
import {
  householdById,
  membersOf,
  membersOfAll,
  type StoredHousehold,
  type StoredMember,
} from './store.ts';
import { changesSaid, fileRow, sumJson, sumLines } from './view.ts';
import { words } from './words.ts';

const { class: _class, ...options } = fieldOptions(reviewFields());

const declared = {
  ...options,
  class: textOption(words.classOption, 'CODE'),
  incomes: textOption(words.incomesOption, 'NAME=YUAN,…'),
};

const fileArgument = [{ name: 'employee-no', about: words.fileArgument }];

/** The verb `hardship review`. */
export const reviewVerb = (rulesOn: HardshipRulesOn) =>
  verb({
    name: 'review',
    summary: words.reviewSummary,
    arguments: fileArgument,
    options: declared,
    examples: [
      'relief hardship review 011045',
      'relief hardship review 011045 --incomes 王建国=42000,李秀英=0 --rigid-expenses 12000',
    ],
    run: (session: Session, [no = ''], given) => lookAt(session, rulesOn, 'reviewed', no, given),
  });

/** The verb `hardship return`. */
export const returnVerb = (rulesOn: HardshipRulesOn) =>
  verb({
    name: 'return',
    summary: words.returnSummary,
    arguments: fileArgument,
    options: declared,
    examples: [
      'relief hardship return 011045',
      'relief hardship return 011045 --cause illness --incomes 王建国=18000 --rigid-expenses 20000',
    ],
    run: (session: Session, [no = ''], given) => lookAt(session, rulesOn, 'returned', no, given),
  });

type Given = Readonly<Record<string, unknown>> & { readonly incomes: string | undefined };

/** What a look at a file found, to be written. */
interface Finding {
  readonly kind: 'reviewed' | 'returned';
  readonly on: CivilDate;
  readonly incomes: ReadonlyMap<number, Fen>;
  readonly sum: IncomeSum;
  readonly class: HardshipClass;
  /** Whether the family lies above every limit, and the class is one that has a limit. */
  readonly above: boolean;
  readonly cause: string;
  readonly second_cause: string | null;
  readonly note: string;
  /** Whether how the income comes about was shown when the class was asked for. */
  readonly shown: boolean;
}

async function lookAt(
  session: Session,
  rulesOn: HardshipRulesOn,
  kind: Finding['kind'],
  no: string,
  given: Given,
): Promise<void> {
  const rules = await rulesToday(session, rulesOn);
  const before = await fileSeen(session, no);
  const finding = await session.prompter.inTurn(() => find(session, rules, kind, before, given));
  await write(session, before, finding);
  const { query } = await session.database();
  const after = await householdById(query, before.id);
  const { name, employee_no } = after;
  const { on: day, sum } = finding;
  const row = fileRow(after, rules);
  const title = (one: StoredHousehold) => ({ ...one, class: titleOf(rules.classes, one.class) });
  const done = kind === 'reviewed' ? words.reviewedDone : words.returnedDone;
  const lines = [
    ...(finding.shown ? [] : sumLines(sum, rules)),
    ...changesSaid(title(before), title(after)),
    finding.above
      ? say(words.shouldClose, { no: employee_no })
      : say(words.nextReview, { day: row.review_due ?? '' }),
  ];
  await session.terminal.print({
    blocks: [
      { good: say(done, { name, no: employee_no, day }) },
      ...lines.map((line) => ({ line })),
    ],
    json: {
      ...row,
      sum: sumJson(sum, rules),
      before: fileRow(before, rules),
      should_close: finding.above,
    },
  });
}

/** Asks for what is missing, works the income out and decides on the class. */
async function find(
  session: Session,
  rules: HardshipRules,
  kind: Finding['kind'],
  file: StoredHousehold,
  given: Given,
): Promise<Finding> {
  const fields = reviewFields(rules);
  const read = byRules(fields, given);
  const on = (read['on'] ?? session.today) as CivilDate;
  refuseWhere(objectionTo(kind, file, on, session.today));
  const { query } = await session.database();
  const members = await membersOf(query, file.id, on);
  const asked = session.interactive && read['rigid_expenses'] === undefined;
  const incomes =
    given.incomes === undefined && asked
      ? await askIncomes(session, members)
      : mustBe(readIncomes(given.incomes ?? '', members));
  const expenses = asked ? await askExpenses(session, file) : read['rigid_expenses'];
  const {
    cause,
    second_cause,
    class: chosen,
    ...record
  } = await session.record(fields, {
    ...read,
    rigid_expenses: expenses,
  });
  const now = withIncomes(members, incomes);
  const sum = incomeSum(now, record.rigid_expenses) ?? refuseUnknown(now);
  const { above, ...decided } = await decide(session, rules, { kind, file, sum, chosen, asked });
  return {
    ...{ kind, on, incomes, sum, class: decided.class, above, cause: cause ?? file.cause },
    second_cause: read['second_cause'] === undefined ? file.second_cause : second_cause,
    note: record.note ?? '',
    shown: asked && chosen === null,
  };
}

/** The class: chosen, proposed, or where a review finds the family above every limit, the one it has. */
async function decide(
  session: Session,
  rules: HardshipRules,
  asking: {
    readonly kind: Finding['kind'];
    readonly file: StoredHousehold;
    readonly sum: IncomeSum;
    readonly chosen: string | null;
    readonly asked: boolean;
  },
): Promise<{ readonly class: HardshipClass; readonly above: boolean }> {
  const { classes } = rules;
  const { kind, file, sum, asked } = asking;
  const proposed = proposedClass(classes, sum.income_per_head);
  const present = classes.find(({ code }) => code === file.class);
  const stays = present?.income_per_head === null ? present : (proposed ?? present);
  const usual = kind === 'reviewed' ? stays : proposed;
  const code =
    asking.chosen ??
    (asked
      ? await askClass(session, sum, sumLines(sum, rules), rules, usual?.code, proposed)
      : usual?.code);
  const kept = kind === 'reviewed' && !proposed && present && code === present.code;
  const decided = kept ? present : mustBe(decideClass(classes, sum.income_per_head, code));
  return { class: decided, above: !proposed && decided.income_per_head !== null };
}

function objectionTo(
  kind: Finding['kind'],
  file: StoredHousehold,
  on: CivilDate,
  today: CivilDate,
) {
  return kind === 'reviewed'
    ? objectionToReview(file, on, today)
    : objectionToReturn(file, on, today);
}

function refuseWhere(objection: Said | undefined): void {
  if (objection) throw new Failure('refused', objection);
}

/** Members with the incomes found. */
const withIncomes = (members: readonly StoredMember[], found: ReadonlyMap<number, Fen>) =>
  members.map((one) => ({ ...one, income: found.get(one.id) ?? one.income }));

function refuseUnknown(members: readonly StoredMember[]): never {
  const names = members.filter(({ income }) => income === null).map(({ name }) => name);
  throw new Failure('refused', say(words.incomeUnknown, { names, first: names[0] ?? '' }));
}

/** Makes sure that a finding is what would be found now. @throws refused with what another has changed since */
async function mustBeAsShown(
  writer: Writer,
  seen: StoredHousehold,
  file: StoredHousehold,
  { kind, on, incomes, sum: was }: Finding,
): Promise<void> {
  const { name, employee_no: no } = file;
  const facts = { name, no, verb: kind === 'reviewed' ? 'review' : 'return' };
  const members = withIncomes(await membersOf(writer.database.query, file.id, on), incomes);
  const now = incomeSum(members, was.rigid_expenses) ?? refuseUnknown(members);
  if (!isDeepStrictEqual(now, was)) {
    const before = { before: readableYuan(was.income_per_head), members_before: was.members };
    const after = { after: readableYuan(now.income_per_head), members_after: now.members };
    throw new Failure('refused', say(words.familyChanged, { ...facts, ...before, ...after }));
  }
  if (!isDeepStrictEqual(file, seen)) throw new Failure('refused', say(words.fileChanged, facts));
}

/** Writes what was found; a return opens the file again. */
async function write(session: Session, seen: StoredHousehold, finding: Finding): Promise<void> {
  const { kind, on, sum, cause, second_cause } = finding;
  await change(session, async (writer) => {
    const file = await householdById(writer.database.query, seen.id);
    refuseWhere(objectionTo(kind, file, on, session.today));
    await mustBeAsShown(writer, seen, file, finding);
    if (kind === 'returned') await takeBackIn(writer, file, on);
    for (const [id, income] of finding.incomes) {
      await writer.update('household_member', { id }, { income });
    }
    const { incomes: _, ...figures } = sum;
    const id = await writer.nextId('household_review');
    const facts = { class: finding.class.code, cause, second_cause };
    const found = { class: facts.class, ...figures, note: finding.note };
    const by = { operator: session.operator };
    await writer.insert('household_review', [
      { id, household_id: file.id, on_date: on, kind, ...found, ...by },
    ]);
    const open = { reviewed_on: on, closed_on: null, outcome: null };
    await writer.update('household', { id: file.id }, { ...facts, ...open });
    const { class: before, income_per_head } = file;
    const detail = { ...facts, ...found, on, before: { class: before, income_per_head } };
    const about = { entity: 'hardship', key: file.employee_no, detail };
    const entry =
      kind === 'reviewed'
        ? { action: 'hardship.review', ...about }
        : { action: 'hardship.return', ...about };
    return { result: undefined, entry };
  });
}

/** Has the members recognised again from a day on. @throws refused where one is in another open file by now */
async function takeBackIn(writer: Writer, file: StoredHousehold, on: CivilDate): Promise<void> {
  const { query } = writer.database;
  const members = (await membersOfAll(query, [file.id])).get(file.id) ?? [];
  const stays = members.flatMap((member) => {
    const days = shared({ from: on, to: null }, member);
    const { person_id: person } = member;
    return days && person !== null ? { ...member, ...days, household: file.id, person } : [];
  });
  const present = stays.filter(({ to }) => to === null);
  await mustBelongToNone(
    query,
    present.map(({ person, name, employee_no }) => ({ id: person, name, employee_no })),
  );
  await recognise(writer, stays);
}
