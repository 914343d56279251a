import { change } from '../../../src/audit/change.ts';
import { csvOf, Office } from '../../office.ts';
import { idOf } from '../people.ts';

/** An office on 2026-10-08 with two mines, and six workers of them. */
export async function officeOfFamilies(): Promise<Office> {
  const office = await Office.open('2026-10-08');
  await office.import(
    'unit',
    'code,name,level,parent\nG0,晋岭集团,group,\nM1,青石沟矿,mine,G0\nM2,白马山矿,mine,G0\nM1S1,综采一队,section,M1',
  );
  const person = (order: number, name: string, unit: string) => ({
    ...{ employee_no: `00000${order}`, name, id_no: idOf(order), category: 'active', unit },
  });
  await office.import(
    'person',
    csvOf([
      ...[person(1, '王建国', 'M1S1'), person(2, '李秀英', 'M1'), person(3, '张伟', 'M1S1')],
      ...[person(4, '刘洋', 'M2'), person(5, '陈秀兰', 'M2'), person(6, '赵铁柱', 'M1')],
    ]),
  );
  return office;
}

/** Registers an operator. */
export async function register(office: Office, name: string, unit: string): Promise<void> {
  const { session } = office.session();
  await change(session, async (writer) => {
    const { query } = writer.database;
    const { id: unit_id } = await query
      .selectFrom('unit')
      .select('id')
      .where('code', '=', unit)
      .executeTakeFirstOrThrow();
    const id = await writer.nextId('operator');
    const days = { from_on: '2026-01-01', to_on: null };
    await writer.insert('operator', [{ id, name, unit_id, role: 'caseworker', ...days }]);
    const about = { action: 'operator.add', entity: 'operator', key: name, detail: {} };
    return { result: undefined, entry: about };
  });
  await session.close();
}

/** Opens a file for a head. @param more further options */
export const open = (office: Office, no: string, ...more: readonly string[]) =>
  office.relief(
    ...['hardship', 'open', '--employee-no', no, '--cause', 'illness'],
    ...['--income', '9000', '--rigid-expenses', '0', ...more],
  );

/** A recognition as in hardship. */
export interface Recognised {
  readonly employee_no: string;
  readonly detail: string;
  readonly from: string;
  readonly to: string | null;
}

/** The recognitions as in hardship, of everybody or of one. */
export async function recognised(office: Office, no?: string): Promise<readonly Recognised[]> {
  const all = await office.json<Recognised[]>('recognition', 'list', '--kind', 'hardship');
  return no === undefined ? all : all.filter(({ employee_no }) => employee_no === no);
}
