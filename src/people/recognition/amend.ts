import { change, type Writer } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import type { Session } from '../../io/session.ts';
import { fileThatGave } from '../hardship/recognition-store.ts';
import { words as fileWords } from '../hardship/words.ts';
import { findPersonSeen } from '../seen.ts';
import type { StoredPerson } from '../store.ts';
import { checkDays, checkOverlap, kindTitle, type Recognition } from './recognition.ts';
import { recognitionsOf } from './store.ts';
import { words } from './words.ts';

/**
 * The one recognition that a kind, and where needed its first day, name.
 * @throws refused where there is none or several, or a hardship file has given it
 */
export async function theOne(
  writer: Writer,
  person: StoredPerson,
  kind: string,
  from: string | undefined,
) {
  const all = (await recognitionsOf(writer.database.query, [person.id])).get(person.id) ?? [];
  const found = all.filter((one) => one.kind === kind && (from === undefined || one.from === from));
  const { name, employee_no: no } = person;
  const [only, second] = found;
  if (!only) throw new Failure('refused', say(words.none, { name, no }));
  if (second)
    throw new Failure(
      'refused',
      say(words.several, { name, no, days: found.map((one) => one.from) }),
    );
  const file = await fileThatGave(writer.database.query, only.id);
  if (file) {
    const head = { name: file.name, no: file.employee_no };
    throw new Failure('refused', say(fileWords.givenByFile, head));
  }
  return { only, others: all.filter(({ id }) => id !== only.id) };
}

/** Changes the one recognition that is named, and tells what it is now. */
export async function amend(
  session: Session,
  action: 'edit' | 'end',
  text: string,
  which: { readonly kind: string; readonly from: string | undefined },
  changes: Partial<Pick<Recognition, 'detail' | 'from' | 'to'>>,
): Promise<void> {
  const person = await findPersonSeen(session, text);
  const { name, employee_no: no } = person;
  const after = await change(session, async (writer) => {
    const { only: before, others } = await theOne(writer, person, which.kind, which.from);
    const result = { ...before, ...changes };
    const fault = checkDays(result) ?? checkOverlap(no, result.kind, result, others);
    if (fault) throw new Failure('rejected', fault.said);
    const { detail, from, to } = result;
    await writer.update(
      'recognition',
      { id: before.id },
      { detail, valid_from: from, valid_to: to },
    );
    const entry = {
      action: `recognition.${action}`,
      entity: 'recognition',
      key: no,
      detail: { before, after: result },
    };
    return { result, entry };
  });
  const { id: _, ...json } = after;
  const facts = {
    name,
    no,
    kind: kindTitle(after.kind),
    from: after.from,
    to: after.to ?? words.openEnd,
  };
  await session.terminal.print({
    blocks: [{ good: say(words.changed, facts) }],
    json: { employee_no: no, ...json },
  });
}
