import { monthsLater } from '../../core/civil-date.ts';
import { titleOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { type Block, type Column, choiceInWords, factsOf, yuanColumn } from '../../core/report.ts';
import { memberColumns, memberRow, type Sight } from './family/view.ts';
import { fileStates, outcomes, reviewKinds } from './household.ts';
import { type IncomeSum, proposedClass } from './income.ts';
import type { GivenRow } from './recognition-store.ts';
import type { HardshipClass, HardshipRules } from './rules.ts';
import type { ShownMember, StoredHousehold } from './store.ts';
import { words } from './words.ts';

const more = { fileOnly: true } as const;

/** Columns of a list of files that carry nothing to import. */
export const derivedColumns = [
  ...['name', 'unit', 'unit_name', 'review_due', 'state'],
  ...[words.personName.zh, words.unit.zh, words.unitName.zh, words.reviewDue.zh, words.state.zh],
];

/** The columns of a list of files: those of the national form, by their names here. */
export const fileColumns = ({ classes, causes }: HardshipRules): readonly Column[] => [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'unit', title: words.unit },
  { key: 'unit_name', title: words.unitName, ...more },
  { key: 'class', title: words.class, show: choiceInWords(classes) },
  { key: 'cause', title: words.cause, show: choiceInWords(causes) },
  {
    ...{ key: 'second_cause', title: words.secondCause, ...more },
    show: (cell, lang) => (cell === null ? '' : choiceInWords(causes)(cell, lang)),
  },
  { key: 'members', title: words.members, align: 'right' },
  { ...yuanColumn('income', words.income), ...more },
  { ...yuanColumn('rigid_expenses', words.rigidExpenses), ...more },
  yuanColumn('income_per_head', words.incomePerHead),
  { key: 'opened_on', title: words.openedOn },
  { key: 'returned_on', title: words.returnedOn, ...more },
  { key: 'reviewed_on', title: words.reviewedOn, ...more },
  { key: 'review_due', title: words.reviewDue },
  { key: 'closed_on', title: words.closedOn, ...more },
  { key: 'outcome', title: words.outcome, show: choiceInWords(outcomes), ...more },
  { key: 'state', title: words.state, show: choiceInWords(fileStates) },
];

/** A file as a row; amounts in yuan, those of the last review. */
export function fileRow(file: StoredHousehold, rules: HardshipRules) {
  const open = file.closed_on === null;
  return {
    employee_no: file.employee_no,
    name: file.name,
    unit: file.unit,
    unit_name: file.unit_name,
    class: file.class,
    cause: file.cause,
    second_cause: file.second_cause,
    members: file.members,
    income: formatYuan(file.income),
    rigid_expenses: formatYuan(file.rigid_expenses),
    income_per_head: formatYuan(file.income_per_head),
    opened_on: file.opened_on,
    returned_on: file.returned_on,
    reviewed_on: file.reviewed_on,
    review_due: open ? monthsLater(file.reviewed_on, rules.review_every_months) : null,
    closed_on: file.closed_on,
    outcome: file.outcome,
    state: open ? 'open' : 'closed',
  };
}

/** A row of the list of files. */
export type FileRow = ReturnType<typeof fileRow>;

/** How an income a head comes about, a step a line, and what it proposes. */
export function sumLines(sum: IncomeSum, { classes, relations }: HardshipRules): readonly Said[] {
  const { incomes, income, rigid_expenses, members, income_per_head: perHead } = sum;
  const left = readableYuan(income - rigid_expenses);
  const proposed = proposedClass(classes, perHead);
  const highest = classes.findLast((one) => one.income_per_head !== null);
  const limit = readableYuan((proposed ?? highest)?.income_per_head ?? 0);
  return [
    ...incomes.map((one) =>
      say(words.sumMember, {
        name: one.name,
        relation: titleOf(relations, one.relation),
        amount: readableYuan(one.income),
      }),
    ),
    say(words.sumLeft, {
      income: readableYuan(income),
      expenses: readableYuan(rigid_expenses),
      left,
    }),
    say(words.sumPerHead, { left, members, amount: readableYuan(perHead) }),
    ...(perHead < 0 ? [say(words.sumBelowZero)] : []),
    proposed
      ? say(words.sumProposes, { limit, title: proposed.title })
      : say(words.sumProposesNone, { limit }),
  ];
}

/** An income a head as JSON has it: every step, amounts in yuan. */
export function sumJson(sum: IncomeSum, { classes }: HardshipRules) {
  return {
    incomes: sum.incomes.map((one) => ({ ...one, income: formatYuan(one.income) })),
    income: formatYuan(sum.income),
    rigid_expenses: formatYuan(sum.rigid_expenses),
    members: sum.members,
    income_per_head: formatYuan(sum.income_per_head),
    proposed_class: proposedClass(classes, sum.income_per_head)?.code ?? null,
  };
}

/** What was found at one time. */
export interface Found {
  readonly on_date: string;
  readonly kind: string;
  readonly class: string;
  readonly income: number;
  readonly rigid_expenses: number;
  readonly members: number;
  readonly income_per_head: number;
  readonly note: string;
  readonly operator: string;
}

/** All that is known of a file. */
export interface WholeFile {
  readonly file: StoredHousehold;
  readonly members: readonly ShownMember[];
  /** Of the members as they are now; undefined where an income is not entered. */
  readonly sum: IncomeSum | undefined;
  readonly reviews: readonly Found[];
  readonly given: readonly GivenRow[];
}

/** A file with its members, its income a head step by step, what was found and what it gave. */
export function filePage(
  { file, members, sum, reviews, given }: WholeFile,
  rules: HardshipRules,
  sight: Sight,
) {
  const row = fileRow(file, rules);
  const rows = members.map((one) => memberRow({ ...one, household: file.employee_no }, sight));
  const found = reviews.map(foundRow);
  const columns = memberColumns(rules).filter(({ key }) => key !== 'household');
  const shown = sum ?? { ...file, incomes: [] };
  const blocks: Block[] = [
    { facts: factsOf(fileColumns(rules), row) },
    { heading: words.membersHeading },
    { table: { columns, rows } },
    { heading: words.sumHeading },
    ...(sum ? [] : [{ line: words.sumUnknown }]),
    ...sumLines(shown, rules).map((line) => ({ line })),
    ...differs(file, sum).map((line) => ({ line })),
    { heading: words.reviewsHeading },
    { table: { columns: foundColumns(rules), rows: found } },
    ...(given.length > 0
      ? [{ heading: words.givenHeading }, { table: { columns: givenColumns, rows: given } }]
      : []),
  ];
  const json = {
    ...row,
    family: rows.map(({ household: _, ...one }) => one),
    sum: sumJson(shown, rules),
    reviews: found,
    recognitions: given,
  };
  return { blocks, json };
}

/** That the family is no longer as it was found last. */
function differs(file: StoredHousehold, sum: IncomeSum | undefined): readonly Said[] {
  const same = sum?.members === file.members && sum.income_per_head === file.income_per_head;
  if (!sum || same || file.closed_on !== null) return [];
  const { reviewed_on: day, members, employee_no: no } = file;
  return [say(words.sumDiffers, { day, members, no, amount: readableYuan(file.income_per_head) })];
}

const foundColumns = ({ classes }: HardshipRules): readonly Column[] => [
  { key: 'on', title: words.day },
  { key: 'kind', title: words.what, show: choiceInWords(reviewKinds) },
  { key: 'class', title: words.class, show: choiceInWords(classes) },
  yuanColumn('income', words.income),
  yuanColumn('rigid_expenses', words.rigidExpenses),
  { key: 'members', title: words.members, align: 'right' },
  yuanColumn('income_per_head', words.incomePerHead),
  { key: 'note', title: words.note },
  { key: 'operator', title: words.operator, ...more },
];

function foundRow(found: Found) {
  return {
    on: found.on_date,
    kind: found.kind,
    class: found.class,
    income: formatYuan(found.income),
    rigid_expenses: formatYuan(found.rigid_expenses),
    members: found.members,
    income_per_head: formatYuan(found.income_per_head),
    note: found.note,
    operator: found.operator,
  };
}

const givenColumns: readonly Column[] = [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'detail', title: words.recognisedFor },
  { key: 'from', title: words.from },
  { key: 'to', title: words.to },
];

/** Tells in what two findings of a file differ. */
export function changesSaid(
  before: Pick<IncomeSum, 'members' | 'income_per_head'> & {
    readonly class: HardshipClass['title'];
  },
  after: typeof before,
) {
  const amounts = {
    before: readableYuan(before.income_per_head),
    after: readableYuan(after.income_per_head),
  };
  return [
    say(words.changeMembers, { before: before.members, after: after.members }),
    say(words.changeAmount, amounts),
    say(words.changeClass, { before: before.class, after: after.class }),
  ];
}
