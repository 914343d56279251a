import type { CivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { optional, type RecordOf, required } from '../../core/field.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import { fileFields, formFields, type ReviewKind } from './household.ts';
import { decideClass, incomePerHead, passesLimit } from './income.ts';
import type { HardshipClass, HardshipRules } from './rules.ts';
import type { StoredHousehold } from './store.ts';
import { words } from './words.ts';

/** The columns of a form of households, a row for each (SPEC 12). @param rules undefined before they are read */
export const formColumns = (rules?: HardshipRules) => {
  const fields = fileFields(rules);
  return {
    ...fields,
    ...formFields,
    rigid_expenses: optional({ ...fields.rigid_expenses }),
    opened_on: required({ ...fields.opened_on }),
  };
};

/** A row of a form. */
export type FormRow = RecordOf<ReturnType<typeof formColumns>>;

/** How much a row has a head and month, in fen. */
export function perHeadOf({ income, rigid_expenses, members }: FormRow): number {
  return incomePerHead(income, rigid_expenses ?? 0, members);
}

/** What is wrong with a row across its columns: the income a head does not come out, days are out of their order. */
export function checkRow(row: FormRow, today: CivilDate): readonly Fault[] {
  const faults: Fault[] = [];
  const worked = perHeadOf(row);
  const { income_per_head: given, income, members } = row;
  if (given !== null && given !== worked) {
    const facts = {
      ...{ given: readableYuan(given), worked: readableYuan(worked), members },
      ...{ income: readableYuan(income), expenses: readableYuan(row.rigid_expenses ?? 0) },
    };
    faults.push(new Fault(say(words.perHeadDiffers, facts)));
  }
  const days: readonly (readonly [Phrase, CivilDate | null])[] = [
    [words.openedOn, row.opened_on],
    [words.returnedOn, row.returned_on],
    [words.reviewedOn, row.reviewed_on],
    [words.closedOn, row.closed_on],
  ];
  const told = days.flatMap(([title, day]) => (day === null ? [] : [[title, day] as const]));
  for (const [at, [later_title, later]] of told.entries()) {
    const [earlier_title, earlier] = told[at - 1] ?? [later_title, later];
    if (later < earlier) {
      faults.push(new Fault(say(words.outOfOrder, { later_title, later, earlier_title, earlier })));
    }
  }
  const last = told.at(-1)?.[1] ?? today;
  if (last > today) faults.push(new Fault(say(words.dayToCome, { day: last, today })));
  if (row.outcome !== null && row.closed_on === null)
    faults.push(new Fault(say(words.outcomeWithoutDay)));
  return faults;
}

/** That a row's class has a limit that its income passes: it is taken as it stands, but doubtful. */
export function doubtOf(row: FormRow, { classes }: HardshipRules): readonly Said[] {
  const perHead = perHeadOf(row);
  const one = classes.find(({ code }) => code === row.class);
  if (!one || row.closed_on !== null || !passesLimit(one, perHead)) return [];
  const fault = decideClass(classes, perHead, one.code);
  return fault instanceof Fault ? [fault.said] : [];
}

/** The class of a row: the one it says, else the one proposed. */
export function classOfRow(row: FormRow, classes: readonly HardshipClass[]): string | Fault {
  if (row.class !== null) return row.class;
  const decided = decideClass(classes, perHeadOf(row), undefined);
  return decided instanceof Fault ? decided : decided.code;
}

/** A file as a row says it: what is left out is what usually is so. */
export function fileOfRow(row: FormRow, code: string) {
  const { cause, second_cause, opened_on, returned_on, closed_on } = row;
  return {
    ...{ class: code, cause, second_cause, opened_on, returned_on, closed_on },
    reviewed_on: row.reviewed_on ?? returned_on ?? opened_on,
    outcome: closed_on === null ? null : (row.outcome ?? 'lifted'),
  };
}

/** What was found when, as far as a row tells: on each of its days, with the figures it has. */
export function findingsOf(
  file: ReturnType<typeof fileOfRow>,
): readonly { readonly kind: ReviewKind; readonly on: CivilDate }[] {
  const { opened_on, returned_on, reviewed_on, closed_on, outcome } = file;
  return [
    { kind: 'opened', on: opened_on },
    ...(returned_on === null ? [] : [{ kind: 'returned', on: returned_on } as const]),
    ...(reviewed_on === (returned_on ?? opened_on)
      ? []
      : [{ kind: 'reviewed', on: reviewed_on } as const]),
    ...(closed_on === null || outcome === null ? [] : [{ kind: outcome, on: closed_on }]),
  ];
}

const titles = {
  ...{ class: words.class, cause: words.cause, second_cause: words.secondCause },
  ...{ members: words.members, income: words.income, rigid_expenses: words.rigidExpenses },
  ...{ opened_on: words.openedOn, returned_on: words.returnedOn, reviewed_on: words.reviewedOn },
  ...{ closed_on: words.closedOn, outcome: words.outcome },
} as const;

/** What of a file a row is compared with. */
export type FileFacts = Pick<StoredHousehold, keyof typeof titles>;

/** Decides on a row against the file that is there. An empty cell says nothing, so it contradicts nothing. */
export function planFile(
  row: FormRow,
  there: FileFacts | undefined,
): 'imported' | 'unchanged' | Fault {
  if (!there) return 'imported';
  const fields = (Object.keys(titles) as (keyof typeof titles)[])
    .filter((name) => row[name] !== null && row[name] !== there[name])
    .map((name) => titles[name]);
  if (fields.length === 0) return 'unchanged';
  return new Fault(say(words.fileConflict, { no: row.employee_no, fields }));
}
