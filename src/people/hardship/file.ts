import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Database } from '../../io/database.ts';
import type { Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import type { StoredPerson } from '../store.ts';
import type { HardshipRules, HardshipRulesOn } from './rules.ts';
import { findHousehold, householdsByHead, openFilesOf, type StoredHousehold } from './store.ts';
import { words } from './words.ts';

/** The rules of today. @throws refused where the policy in force has none for hardship files */
export async function rulesToday(
  session: Session,
  rulesOn: HardshipRulesOn,
): Promise<HardshipRules> {
  const { query } = await session.database();
  const rules = await rulesOn(query, session.today);
  if (!rules) throw new Failure('refused', say(words.noRules));
  return rules;
}

/**
 * The file that an employee number names, where the operator at work sees the unit of its head (SPEC 13).
 * @throws rejected where there is none; refused where it lies outside the operator's
 */
export async function fileSeen(session: Session, text: string): Promise<StoredHousehold> {
  const { query } = await session.database();
  const file = await findHousehold(query, text, session.today);
  await unitsSeen(session, file.unit);
  return file;
}

/** Makes sure that a file can be opened for a person. @throws refused where they have one, or belong to another's */
export async function mustBeFree(query: Database['query'], person: StoredPerson): Promise<void> {
  const { name, employee_no: no } = person;
  const own = (await householdsByHead(query, [no])).get(no);
  if (own) {
    const { closed_on: day } = own;
    const why =
      day === null ? say(words.isOpen, { name, no }) : say(words.isClosed, { name, no, day });
    throw new Failure('refused', why);
  }
  await mustBelongToNone(query, [person]);
}

/** Makes sure that persons are in no open file. @throws refused naming it */
export async function mustBelongToNone(
  query: Database['query'],
  persons: readonly {
    readonly id: number;
    readonly name: string;
    readonly employee_no: string | null;
  }[],
): Promise<void> {
  const files = await openFilesOf(
    query,
    persons.map(({ id }) => id),
  );
  for (const { id, name, employee_no: no } of persons) {
    const file = files.get(id);
    if (!file) continue;
    const facts = { name, no: no ?? '', head: file.name, head_no: file.employee_no };
    const isHead = file.employee_no === no;
    throw new Failure('refused', say(isHead ? words.headsOwnFile : words.inAnotherFile, facts));
  }
}
