import { checkCharacterOf } from '../../src/core/id-number.ts';
import { Office } from '../office.ts';

/** An office on 2026-07-01 with a group G0, a mine M1 below it and two sections below that; its people are to come. */
export async function officeOfUnits(): Promise<Office> {
  const office = await Office.open('2026-07-01');
  await office.bring('unit', [
    'code,name,level,parent',
    'G0,集团工会,group,',
    'M1,青石沟矿,mine,G0',
    'M1S1,综采一队,section,M1',
    'M1S2,综采二队,section,M1',
  ]);
  return office;
}

/** An ID number with the right check digit. @param order tells people born on one day apart */
export function idOf(order: number, area = '140107', born = '19720822'): string {
  const first17 = `${area}${born}${String(order).padStart(3, '0')}`;
  return `${first17}${checkCharacterOf(first17)}`;
}

/** The heading of a people file. */
export const peopleHeading = 'employee_no,name,id_no,category,unit,phone,bank_account';

/** A row of a people file, all of it in order unless told otherwise. */
export function personLine(order: number, changes: Readonly<Record<string, string>> = {}): string {
  const person = {
    employee_no: String(order).padStart(6, '0'),
    name: `王建${order}`,
    id_no: idOf(order),
    category: 'active',
    unit: 'M1S1',
    phone: '13900006799',
    bank_account: `62000000${String(order).padStart(8, '0')}`,
    ...changes,
  };
  return Object.values(person).join(',');
}
