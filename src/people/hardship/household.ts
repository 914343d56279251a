import {
  type CivilDate,
  daysInMonth,
  isoDate,
  monthsLater,
  parseCivilDate,
} from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { type Choice, optional, parseChoice, required } from '../../core/field.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { parseYuan } from '../../core/money.ts';
import { parseText, plainForm } from '../../core/text.ts';
import { words as coreWords } from '../../core/words.ts';
import { personFields } from '../person.ts';
import { type HardshipRules, listed } from './rules.ts';
import { words } from './words.ts';

/** What a file was closed with (SPEC 12). */
export type Outcome = 'lifted' | 'relieved';

/** The outcomes, with their usual names. */
export const outcomes: readonly Choice<Outcome>[] = [
  { code: 'lifted', title: words.lifted, also: ['已脱困', '实现脱困'] },
  { code: 'relieved', title: words.relieved, also: ['已解困', '实现解困'] },
];

/** Whether a file is in force. */
export type FileState = 'open' | 'closed';

/** The states of a file, with their names. */
export const fileStates: readonly Choice<FileState>[] = [
  { code: 'open', title: words.open, also: ['在档职工'] },
  { code: 'closed', title: words.closed, also: ['销档'] },
];

/** What was done when a file's facts were looked at. */
export type ReviewKind = 'opened' | 'reviewed' | 'returned' | Outcome;

/** The kinds of looking at a file, with their names. */
export const reviewKinds: readonly Choice<ReviewKind>[] = [
  { code: 'opened', title: words.opened },
  { code: 'reviewed', title: words.reviewed },
  { code: 'returned', title: words.returned },
  { code: 'lifted', title: words.lifted },
  { code: 'relieved', title: words.relieved },
];

const amount = (name: string, title: Phrase, headings: readonly string[]) => ({
  ...{ name, title, headings, parse: parseYuan },
});

const day = (name: string, title: Phrase, headings: readonly string[]) => ({
  ...{ name, title, headings, parse: parseCivilDate },
});

const causes = {
  first: {
    ...{ name: 'cause', title: words.cause },
    headings: ['致困原因', '主要致困原因', '主要原因'],
  },
  second: {
    ...{ name: 'second_cause', title: words.secondCause },
    headings: ['次要致困原因', '次要原因'],
  },
};

/** The fields of a file that are in the columns of the national form too. @param rules undefined before they are read */
export const fileFields = (rules?: HardshipRules) => ({
  employee_no: personFields.employee_no,
  class: optional(
    listed(
      {
        ...{ name: 'class', title: words.class },
        headings: ['困难类型', '困难程度', '类别', '档案类别'],
      },
      rules?.classes,
    ),
  ),
  cause: required(listed(causes.first, rules?.causes)),
  second_cause: optional(listed(causes.second, rules?.causes)),
  rigid_expenses: required(
    amount('rigid_expenses', words.rigidExpenses, ['家庭刚性支出', '年刚性支出', '刚性支出总额']),
  ),
  opened_on: optional({
    ...day('opened_on', words.openedOn, ['建档日期', '建档']),
    ifEmpty: coreWords.enterForToday,
  }),
  note: optional({ name: 'note', title: words.note, headings: ['说明'], parse: parseText }),
});

/** What is asked when a file is opened; its class is decided when the income is worked out. */
export const openingFields = (rules?: HardshipRules) => {
  const { employee_no, cause, second_cause, rigid_expenses, opened_on, note } = fileFields(rules);
  const income = required(amount('income', words.ownIncome, []));
  const health = optional({ name: 'health', title: words.ownHealth, parse: parseText });
  const expenses = { ...rigid_expenses, title: words.rigidExpensesAsked };
  return {
    ...{ employee_no, cause, second_cause, income, health },
    ...{ rigid_expenses: expenses, opened_on, note },
  };
};

/** What a review and a return take. */
export const reviewFields = (rules?: HardshipRules) => {
  const { cause, second_cause, class: chosen, rigid_expenses, note } = fileFields(rules);
  const on = optional(day('on', words.reviewDay, []));
  return {
    ...{ rigid_expenses, on, note, class: chosen, second_cause },
    cause: optional({ ...cause }),
  };
};

/** What a closing takes. */
export const closingFields = {
  outcome: required({
    ...{ name: 'outcome', title: words.outcome, choices: outcomes },
    headings: ['脱困类型', '脱困结果', '销档情况'],
    parse: parseChoice(words.outcome, outcomes),
  }),
  reason: required({ name: 'reason', title: words.reason, parse: parseText }),
  on: optional({ ...day('on', words.closedOn, []), ifEmpty: coreWords.enterForToday }),
};

/** The columns that a form of households has beside {@link fileFields}. */
export const formFields = {
  members: required({
    ...{ name: 'members', title: words.members },
    headings: ['家庭人口数', '家庭人数', '家庭成员数', '人口'],
    parse: (text: string) => {
      const [, digits] = /^(\d{1,2})人?$/.exec(plainForm(text)) ?? [];
      const count = Number(digits ?? 0);
      return count > 0 ? count : new Fault(say(words.membersMalformed, { text }));
    },
  }),
  income: required(
    amount('income', words.income, ['家庭年总收入', '家庭总收入', '年总收入', '家庭12个月总收入']),
  ),
  income_per_head: optional({
    ...{ name: 'income_per_head', title: words.incomePerHead },
    headings: ['月人均收入', '人均月收入', '家庭人均月收入', '家庭人均收入'],
    parse: (text: string) => {
      const [, minus, amount = text] = /^([-−]?)(.*)$/.exec(plainForm(text)) ?? [];
      const fen = parseYuan(amount);
      return fen instanceof Fault || minus === '' ? fen : -fen;
    },
  }),
  returned_on: optional(day('returned_on', words.returnedOn, ['返困日期', '重新建档时间'])),
  reviewed_on: optional(day('reviewed_on', words.reviewedOn, ['复核日期', '最近复核时间'])),
  closed_on: optional(
    day('closed_on', words.closedOn, [
      '脱困日期',
      '解困时间',
      '解困日期',
      '销档时间',
      '脱困（解困）时间',
    ]),
  ),
  outcome: optional({ ...closingFields.outcome }),
};

/** The latest day of review with which the next one is due by a day. */
export function reviewedAtLatest(dueBy: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = dueBy.split('-').map(Number);
  const before = monthsLater(dueBy, -months);
  if (day < daysInMonth(year, month)) return before;
  const [earlier = 0, in_ = 1] = before.split('-').map(Number);
  return isoDate(earlier, in_, daysInMonth(earlier, in_));
}

/** A file as far as its life goes by it. */
export interface FileLife {
  readonly employee_no: string;
  readonly name: string;
  readonly opened_on: CivilDate;
  readonly reviewed_on: CivilDate;
  readonly closed_on: CivilDate | null;
}

const facts = ({ employee_no: no, name }: FileLife) => ({ no, name });

/** Why a file cannot be reviewed on a day; undefined where it can. */
export function objectionToReview(
  file: FileLife,
  on: CivilDate,
  today: CivilDate,
): Said | undefined {
  if (file.closed_on !== null) {
    return say(words.isClosed, { ...facts(file), day: file.closed_on });
  }
  return objectionToDay(file, on, today);
}

/** Why a file cannot be closed on a day; undefined where it can. */
export function objectionToClosing(
  file: FileLife,
  on: CivilDate,
  today: CivilDate,
): Said | undefined {
  if (file.closed_on !== null) {
    return say(words.closedAlready, { ...facts(file), day: file.closed_on });
  }
  return objectionToDay(file, on, today);
}

/** Why a file cannot be opened again from a day on; undefined where it can. */
export function objectionToReturn(
  file: FileLife,
  on: CivilDate,
  today: CivilDate,
): Said | undefined {
  if (file.closed_on === null) return say(words.isOpen, facts(file));
  if (on > today) return say(words.dayToCome, { day: on, today });
  if (on > file.closed_on) return undefined;
  return say(words.returnsTooEarly, { ...facts(file), on, day: file.closed_on });
}

function objectionToDay(file: FileLife, on: CivilDate, today: CivilDate): Said | undefined {
  if (on > today) return say(words.dayToCome, { day: on, today });
  if (on >= file.reviewed_on) return undefined;
  return say(words.beforeReview, { ...facts(file), on, day: file.reviewed_on });
}
