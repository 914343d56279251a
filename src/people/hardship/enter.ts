import type { Writer } from '../../audit/change.ts';
import type { Import, Verdict } from '../../audit/import.ts';
import { Fault } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { words as operatorWords } from '../../organisation/operator/words.ts';
import { allUnits } from '../../organisation/store.ts';
import { personsByNumbers, type StoredPerson, unknownEmployee } from '../store.ts';
import {
  checkRow,
  classOfRow,
  doubtOf,
  type FormRow,
  fileOfRow,
  findingsOf,
  formColumns,
  perHeadOf,
  planFile,
} from './import.ts';
import { recognise, type Stay } from './recognise.ts';
import { type HardshipRules, headRelation } from './rules.ts';
import { householdsByHead, openFilesOf } from './store.ts';
import { derivedColumns } from './view.ts';
import { words } from './words.ts';

type Rows<Table extends 'household' | 'household_member' | 'household_review'> = Parameters<
  typeof Writer.prototype.insert<Table>
>[1][number][];

/** The import of files, a row for each household (SPEC 12). @param rules undefined before they are read */
export const fileImport = (rules?: HardshipRules): Import<ReturnType<typeof formColumns>> => ({
  entity: 'hardship',
  fields: formColumns(rules),
  derived: derivedColumns,
  check: (row, session) => checkRow(row, session.today),
  warnings: (row) => (rules ? doubtOf(row, rules) : []),
  apply: (writer, rows, session) =>
    rules ? enterFiles(writer, rows, session, rules) : Promise.resolve([]),
});

/** Opens files as rows say, with their heads as the only members known, closed ones too. */
async function enterFiles(
  writer: Writer,
  rows: readonly FormRow[],
  session: Session,
  { classes }: HardshipRules,
): Promise<readonly Verdict[]> {
  const { query } = writer.database;
  const numbers = rows.map(({ employee_no }) => employee_no);
  const heads = new Map(
    (await personsByNumbers(query, numbers, [])).map((head) => [head.employee_no, head]),
  );
  const there = await householdsByHead(query, numbers);
  const ids = [...heads.values()].map(({ id }) => id);
  const elsewhere = await openFilesOf(query, ids);
  const seen = await unitsOutOfReach(session);
  const files: NewFile[] = [];
  const taken = new Set<string>();
  const verdicts: Verdict[] = [];
  for (const row of rows) {
    const { employee_no: no } = row;
    const head = heads.get(no);
    if (!head) {
      verdicts.push([await unknownEmployee(query, no)]);
      continue;
    }
    if (seen && !seen.has(head.unit)) {
      const facts = { unit: head.unit, operator: session.operator };
      verdicts.push([say(operatorWords.beyondReach, facts)]);
      continue;
    }
    const plan = taken.has(no) ? twice(no) : planFile(row, there.get(no));
    const code = plan === 'imported' ? classOfRow(row, classes) : plan;
    if (plan !== 'imported' || code instanceof Fault) {
      verdicts.push(code instanceof Fault ? [code.said] : 'unchanged');
      continue;
    }
    const file = elsewhere.get(head.id);
    if (file && row.closed_on === null) {
      const facts = { name: head.name, no, head: file.name, head_no: file.employee_no };
      verdicts.push([say(words.inAnotherFile, facts)]);
      continue;
    }
    taken.add(no);
    files.push({ row, head, code });
    verdicts.push('imported');
  }
  await writeFiles(writer, files, session.operator);
  return verdicts;
}

const twice = (no: string) =>
  new Fault(say(words.fileConflict, { no, fields: [words.employeeNo] }));

/** The codes of the units that the operator at work sees; undefined where they see all. */
async function unitsOutOfReach(session: Session): Promise<ReadonlySet<string> | undefined> {
  const reach = await unitsSeen(session, undefined);
  if (!reach) return undefined;
  const { query } = await session.database();
  const units = [...(await allUnits(query)).values()];
  return new Set(units.filter(({ id }) => reach.includes(id)).map(({ code }) => code));
}

interface NewFile {
  readonly row: FormRow;
  readonly head: StoredPerson;
  readonly code: string;
}

async function writeFiles(
  writer: Writer,
  files: readonly NewFile[],
  operator: string,
): Promise<void> {
  const households: Rows<'household'> = [];
  const members: Rows<'household_member'> = [];
  const reviews: Rows<'household_review'> = [];
  const stays: Stay[] = [];
  for (const { row, head, code } of files) {
    const { returned_on, ...file } = fileOfRow(row, code);
    const id = await writer.nextId('household');
    households.push({ id, person_id: head.id, ...file });
    members.push({
      ...{ id: await writer.nextId('household_member'), household_id: id, person_id: head.id },
      ...{ name: head.name, relation: headRelation, id_no: head.id_no, income: null },
      ...{ stage: null, school: null, health: null, from_on: file.opened_on, to_on: null },
    });
    const { income, members: count, rigid_expenses, note } = row;
    for (const { kind, on } of findingsOf({ ...file, returned_on })) {
      reviews.push({
        ...{ id: await writer.nextId('household_review'), household_id: id, on_date: on, kind },
        ...{ class: code, income, rigid_expenses: rigid_expenses ?? 0, members: count },
        ...{ income_per_head: perHeadOf(row), note: note ?? '', operator },
      });
    }
    const from = returned_on ?? file.opened_on;
    stays.push({ household: id, person: head.id, from, to: file.closed_on });
  }
  await writer.insert('household', households);
  await writer.insert('household_member', members);
  await writer.insert('household_review', reviews);
  await recognise(writer, stays);
}
