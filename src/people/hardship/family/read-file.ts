import type { CivilDate } from '../../../core/civil-date.ts';
import { Failure, Fault } from '../../../core/failure.ts';
import { readRecord } from '../../../core/field.ts';
import { type Said, say } from '../../../core/language.ts';
import type { Session } from '../../../io/session.ts';
import { openSource, readTable } from '../../../io/tabular.ts';
import { type HardshipRules, headRelation } from '../rules.ts';
import { checkMember, type MemberRecord, memberFields } from './member.ts';
import { derivedColumns } from './view.ts';
import { words } from './words.ts';

/** The members in a file, for a household that is opened with them. @throws rejected naming the line of each fault */
export async function readFamily(
  session: Session,
  path: string,
  rules: HardshipRules,
): Promise<readonly MemberRecord[]> {
  const fields = memberFields(rules);
  const source = openSource(path, session.terminal.streams.in);
  const table = await readTable(
    source,
    fields,
    [...derivedColumns, 'household', '户主工号'],
    false,
  );
  const members: MemberRecord[] = [];
  const faults: Said[] = [];
  for await (const rows of table.chunks) {
    for (const { line, texts, fault } of rows) {
      const member = fault ? [new Fault(fault)] : readMember(fields, texts, session.today);
      if (!Array.isArray(member)) members.push(member as MemberRecord);
      else {
        for (const { said: reason } of member as readonly Fault[]) {
          faults.push(say(words.lineFault, { file: source.name, line, reason }));
        }
      }
    }
  }
  const [first, ...others] = faults;
  for (const other of others) session.terminal.warn(other);
  if (first) throw new Failure('rejected', first);
  return members;
}

function readMember(
  fields: ReturnType<typeof memberFields>,
  texts: Readonly<Record<string, string>>,
  today: CivilDate,
): MemberRecord | readonly Fault[] {
  const record = readRecord(fields, texts);
  if (Array.isArray(record)) return record as readonly Fault[];
  const member = record as MemberRecord;
  if (member.relation === headRelation) return [new Fault(say(words.headInFamily))];
  const fault = checkMember(member, today);
  return fault ? [fault] : member;
}
