import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { change } from '../../src/audit/change.ts';
import type { Session } from '../../src/io/session.ts';
import type { HouseholdReviewTable } from '../../src/io/tables-of-aid.ts';
import { findPerson } from '../../src/people/store.ts';
import { csvOf, Office } from '../office.ts';
import { idOf } from '../people/people.ts';
import { plainPolicy } from '../plain-policy.ts';

/** The Xishan policy without a section of its rules. @returns the path of a file */
export function policyWithout(section: 'pairing' | 'requests' | 'hardship'): string {
  const policy = parse(readFileSync(plainPolicy(), 'utf8'));
  for (const version of policy.versions) delete version[section];
  const path = plainPolicy();
  writeFileSync(path, stringify(policy));
  return path;
}

/** An office in July 2026: a group with two mines, a section in each, six people and two officials. */
export async function officeOfFamilies(today = '2026-07-20', policy?: string): Promise<Office> {
  const office = await Office.open(today, policy);
  const unit = (code: string, name: string, level: string, parent: string | null) => ({
    ...{ code, name, level, parent },
  });
  await office.import(
    'unit',
    csvOf([
      unit('G0', '晋岭集团', 'group', null),
      ...[unit('M1', '青石沟矿', 'mine', 'G0'), unit('M2', '白马山矿', 'mine', 'G0')],
      ...[unit('M1S1', '综采一队', 'section', 'M1'), unit('M2S1', '掘进一队', 'section', 'M2')],
    ]),
  );
  const names = ['王建国', '李秀英', '赵铁柱', '陈桂兰', '刘洋', '孙福来'];
  const units = ['M1S1', 'M1S1', 'M1', 'M2S1', 'M2S1', 'M2'];
  await office.import(
    'person',
    csvOf(
      names.map((name, at) => ({
        ...{ employee_no: `00010${at + 1}`, name, id_no: idOf(101 + at), category: 'active' },
        ...{ unit: units[at] ?? null, phone: `1390000000${at + 1}` },
      })),
    ),
  );
  await office.import(
    'official',
    csvOf([
      { name: '刘志强', rank: 'division', unit: 'M1', duty: '矿长', phone: '13800000001' },
      { name: '周敏', rank: '科级', unit: 'M2', duty: null, phone: null },
    ]),
  );
  return office;
}

type Ending = 'lifted' | 'relieved';

/** What a hardship file is to say. */
interface ToldOfFile {
  readonly class?: string;
  readonly opened?: string;
  readonly closed?: readonly [on: string, outcome: Ending];
  /** Members of the household who work here, by employee number. */
  readonly members?: readonly string[];
}

/** Opens the hardship file of a person, and closes it where told so. */
export async function openFile(
  office: Office,
  employeeNo: string,
  told: ToldOfFile = {},
): Promise<void> {
  const { session } = office.session();
  await openFileIn(session, employeeNo, told);
  await session.close();
}

/** The same in a session that is there. */
export async function openFileIn(
  session: Session,
  employeeNo: string,
  told: ToldOfFile,
): Promise<void> {
  const { class: hardship = 'deep', opened = '2025-01-10', closed, members = [] } = told;
  await change(session, async (writer) => {
    const { query } = writer.database;
    const id = await writer.nextId('household');
    const head = await findPerson(query, employeeNo);
    await writer.insert('household', [
      {
        ...{ id, person_id: head.id, class: hardship, cause: 'illness', second_cause: null },
        ...{ opened_on: opened, reviewed_on: opened },
        ...{ closed_on: closed?.[0] ?? null, outcome: closed?.[1] ?? null },
      },
    ]);
    for (const no of [employeeNo, ...members]) {
      const { id: person_id, name, id_no } = await findPerson(query, no);
      const relation = no === employeeNo ? 'self' : 'spouse';
      await writer.insert('household_member', [
        {
          ...{ id: await writer.nextId('household_member'), household_id: id, person_id, name },
          ...{ relation, id_no, income: 0, stage: null, school: null, health: null },
          ...{ from_on: opened, to_on: null },
        },
      ]);
    }
    const review = async (kind: HouseholdReviewTable['kind'], on_date: string) =>
      writer.insert('household_review', [
        {
          ...{ id: await writer.nextId('household_review'), household_id: id, on_date, kind },
          ...{ class: hardship, income: 0, rigid_expenses: 0, members: 1, income_per_head: 0 },
          ...{ note: '', operator: session.operator },
        },
      ]);
    await review('opened', opened);
    if (closed) await review(closed[1], closed[0]);
    const entry = { action: 'hardship.open', entity: 'household', key: employeeNo, detail: {} };
    return { result: undefined, entry };
  });
}

/** Registers an operator for a unit, from the beginning of time. */
export async function registerOperator(office: Office, name: string, unit: string): Promise<void> {
  const { session } = office.session();
  await change(session, async (writer) => {
    const { id: unit_id } = await writer.database.query
      .selectFrom('unit')
      .select('id')
      .where('code', '=', unit)
      .executeTakeFirstOrThrow();
    const id = await writer.nextId('operator');
    await writer.insert('operator', [
      { id, name, unit_id, role: 'caseworker', from_on: '2026-01-01', to_on: null },
    ]);
    const entry = { action: 'operator.add', entity: 'operator', key: name, detail: {} };
    return { result: undefined, entry };
  });
  await session.close();
}

/** Pairs an official with a family. @returns the pairing's number */
export async function pair(
  office: Office,
  official: string,
  employeeNo: string,
  from: string,
): Promise<string> {
  const { pairing } = await office.json<{ pairing: number }>(
    ...['pairing', 'add', '--official', official, '--employee-no', employeeNo, '--from', from],
  );
  return String(pairing);
}
