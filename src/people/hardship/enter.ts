import type { Writer } from '../../audit/change.ts';
import type { Import, Verdict } from '../../audit/import.ts';
import { Fault } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Session } from '../../io/session.ts';
import { findPersonsSeen } from '../seen.ts';
import { personsByNumbers, type StoredPerson, unknownEmployee } from '../store.ts';
import {
  checkRow,
  classOfRow,
  doubtOf,
  type FileFacts,
  type FormRow,
  fileOfRow,
  findingsOf,
  formColumns,
  perHeadOf,
  planFile,
} from './import.ts';
import { recognise, type Stay } from './recognise.ts';
import { type HardshipClass, type HardshipRules, headRelation } from './rules.ts';
import { householdsByHead, type OpenFile, openFilesOf } from './store.ts';
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

/** What the rows of a chunk are held against. */
interface Known {
  readonly heads: ReadonlyMap<string, StoredPerson>;
  /** The files that are there, by the employee number of the head. */
  readonly there: Map<string, FileFacts>;
  readonly elsewhere: ReadonlyMap<number, OpenFile>;
  readonly classes: readonly HardshipClass[];
}

/** Opens files as rows say, with their heads as the only members known, closed ones too. */
async function enterFiles(
  writer: Writer,
  rows: readonly FormRow[],
  session: Session,
  { classes }: HardshipRules,
): Promise<readonly Verdict[]> {
  const { query } = writer.database;
  const numbers = rows.map(({ employee_no }) => employee_no);
  const persons = await personsByNumbers(query, numbers, []);
  const known: Known = {
    heads: new Map(persons.map((head) => [head.employee_no, head])),
    there: new Map(await householdsByHead(query, numbers)),
    elsewhere: await openFilesOf(
      query,
      persons.map(({ id }) => id),
    ),
    classes,
  };
  const seen = await findPersonsSeen(session, numbers);
  const files: NewFile[] = [];
  const verdicts: Verdict[] = [];
  for (const row of rows) {
    const head = known.heads.get(row.employee_no);
    const id = seen.idOf(row.employee_no);
    if (!head || typeof id !== 'number') {
      const unseen = typeof id === 'number' ? await unknownEmployee(query, row.employee_no) : id;
      verdicts.push([unseen]);
    } else {
      const file = planned(row, head, known);
      verdicts.push(file instanceof Fault ? [file.said] : file ? 'imported' : 'unchanged');
      if (file && !(file instanceof Fault)) files.push(file);
    }
  }
  await writeFiles(writer, files, session.operator);
  return verdicts;
}

/** The file that a row makes; undefined where it is there, the same. From here on it is known. */
function planned(row: FormRow, head: StoredPerson, known: Known): NewFile | Fault | undefined {
  const { employee_no: no, income, members } = row;
  const plan = planFile(row, known.there.get(no));
  if (plan !== 'imported') return plan === 'unchanged' ? undefined : plan;
  const code = classOfRow(row, known.classes);
  if (code instanceof Fault) return code;
  const file = known.elsewhere.get(head.id);
  if (file && row.closed_on === null) {
    const facts = { name: head.name, no, head: file.name, head_no: file.employee_no };
    return new Fault(say(words.inAnotherFile, facts));
  }
  const figures = { income, members, rigid_expenses: row.rigid_expenses ?? 0 };
  known.there.set(no, { ...fileOfRow(row, code), ...figures });
  return { row, head, code };
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
