import { csvOf, Office } from '../office.ts';
import { idOf } from '../people/people.ts';

/** An office in July 2026: three people, one of them enrolled for ten completed years, and three hospitals. */
export async function officeInJuly(): Promise<Office> {
  const office = await Office.open('2026-07-20');
  const unit = (code: string, name: string, level: string, parent: string | null) => ({
    ...{ code, name, level, parent },
  });
  const person = (employee_no: string, name: string, order: number) => ({
    ...{ employee_no, name, id_no: idOf(order), category: 'active', unit: 'M1S1' },
  });
  await office.import(
    'unit',
    csvOf([
      unit('G0', '集团工会', 'group', null),
      unit('M1', '青石沟矿', 'mine', 'G0'),
      unit('M1S1', '综采一队', 'section', 'M1'),
      unit('M1S2', '掘进二队', 'section', 'M1'),
    ]),
  );
  await office.import(
    'person',
    csvOf([
      person('000101', '王建国', 101),
      person('000102', '李秀英', 102),
      person('000203', '赵铁柱', 203),
    ]),
  );
  await office.import(
    'enrolment',
    csvOf([{ employee_no: '000101', from_year: 2016, to_year: 2026 }]),
  );
  await office.import(
    'hospital',
    csvOf([
      { name: '晋岭总医院', designated: 'yes' },
      { name: '青石沟矿医院', designated: 'yes' },
      { name: '北京某医院', designated: 'no' },
    ]),
  );
  return office;
}
