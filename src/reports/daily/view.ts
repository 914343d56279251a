import { type CivilDate, daysBetween } from '../../core/civil-date.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { formatYuan } from '../../core/money.ts';
import {
  type Block,
  type Column,
  inWords,
  type Page,
  type Row,
  yuanColumn,
} from '../../core/report.ts';
import { kindTitle } from '../../people/recognition/recognition.ts';
import { type Duties, type Duty, type DutyKind, dutyKinds } from './duty.ts';
import { words } from './words.ts';

const right = { align: 'right' } as const;
const employeeNo: Column = { key: 'employee_no', title: words.employeeNo };
const name: Column = { key: 'name', title: words.personName };
const unit: Column = { key: 'unit_name', title: words.unit };
const days: Column = { key: 'days', title: words.days, ...right };
const number = (title: Phrase): Column => ({ key: 'number', title, ...right });
const dueOn = (title: Phrase): Column => ({ key: 'due_on', title });
const detail = (title: Phrase): Column => ({ key: 'detail', title });
const kindColumn: Column = { ...detail(words.kind), show: inWords(kindTitle) };

const request = [
  ...[number(words.request), employeeNo, name, { key: 'unit_name', title: words.at }],
  ...[dueOn(words.dueOn), detail(words.matter)],
];

/** What a kind of duty is headed by, and the columns of its table on a screen. */
const sections: Readonly<
  Record<DutyKind, { readonly heading: Phrase; readonly columns: readonly Column[] }>
> = {
  requests_risen: { heading: words.risen, columns: request },
  requests_overdue: { heading: words.requestsOverdue, columns: [...request, days] },
  instalments_overdue: {
    heading: words.instalmentsOverdue,
    columns: [
      ...[number(words.loan), employeeNo, name, unit, yuanColumn('amount', words.overdue)],
      ...[dueOn(words.overdueSince), days],
    ],
  },
  reviews_due: {
    heading: words.reviewsDue,
    columns: [employeeNo, name, unit, dueOn(words.reviewOn)],
  },
  recognitions_ending: {
    heading: words.recognitionsEnding,
    columns: [employeeNo, name, unit, kindColumn, dueOn(words.endsOn)],
  },
  visits_overdue: {
    heading: words.visitsOverdue,
    columns: [
      ...[number(words.pairing), employeeNo, name, unit, detail(words.official)],
      ...[dueOn(words.visitOn), days],
    ],
  },
  opinions_missing: {
    heading: words.opinionsMissing,
    columns: [
      ...[number(words.grant), employeeNo, name, unit, dueOn(words.appliedOn)],
      detail(words.units),
    ],
  },
};

/** The columns of all duties in one file. */
const fileColumns: readonly Column[] = [
  { key: 'what', title: words.what },
  number(words.number),
  ...[employeeNo, name, { key: 'unit', title: words.unitCode }, unit, dueOn(words.dueOn), days],
  yuanColumn('amount', words.overdue),
  detail(words.detail),
];

function dutyRow(duty: Duty, today: CivilDate): Row {
  const { due_on, amount } = duty;
  return {
    ...duty,
    days: Math.max(0, daysBetween(due_on, today)),
    amount: amount === null ? null : formatYuan(amount),
  };
}

const onScreen = 20;

/** What a day asks for: a section for each kind that there is on a screen; every kind, with all of it, in JSON and CSV. */
export function dailyPage(duties: Duties, today: CivilDate): Page {
  const rows = (kind: DutyKind) => duties[kind].map((duty) => dutyRow(duty, today));
  const blocks = dutyKinds
    .filter((kind) => duties[kind].length > 0)
    .flatMap((kind, at): readonly Block[] => {
      const { heading, columns } = sections[kind];
      const count = duties[kind].length;
      const shown = duties[kind].slice(0, onScreen).map((duty) => dutyRow(duty, today));
      const more = count - shown.length;
      const headed: Said = { phrase: heading, facts: { count } };
      return [
        at === 0 ? { line: headed } : { heading: headed },
        { table: { columns, rows: shown } },
        ...(more > 0 ? [{ line: say(words.andMore, { more }) }] : []),
      ];
    });
  const all = dutyKinds.flatMap((kind) => rows(kind).map((row) => ({ what: kind, ...row })));
  return {
    blocks,
    json: { today, ...Object.fromEntries(dutyKinds.map((kind) => [kind, rows(kind)])) },
    csv: { columns: fileColumns, rows: all },
  };
}
