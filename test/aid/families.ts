import { change } from '../../src/audit/change.ts';
import { Office } from '../office.ts';
import { idOf, personLine } from '../people/people.ts';
import { plainPolicy } from '../plain-policy.ts';

/** Somebody of a household, as its file has them. */
export interface Member {
  readonly name: string;
  readonly relation?: string;
  readonly stage?: string | null;
  readonly employee_no?: string;
  readonly id_no?: string;
  readonly from?: string;
  readonly to?: string | null;
}

/** Opens a hardship file below the command line. @returns its number */
export async function openFile(
  office: Office,
  head: string,
  members: readonly Member[],
  days: { readonly opened?: string; readonly closed?: string | null } = {},
): Promise<number> {
  const { opened = '2026-01-10', closed = null } = days;
  const { session } = office.session();
  const { query } = await session.database();
  const person = async (no: string) =>
    (await query.selectFrom('person').select('id').where('employee_no', '=', no).executeTakeFirst())
      ?.id ?? null;
  const id = await change(session, async (writer) => {
    const household = await writer.nextId('household');
    await writer.insert('household', [
      {
        ...{ id: household, person_id: (await person(head)) ?? 0, class: 'deep', cause: 'illness' },
        ...{ second_cause: null, opened_on: opened, reviewed_on: opened, closed_on: closed },
        outcome: closed ? 'lifted' : null,
      },
    ]);
    const all: readonly Member[] = [
      { name: '户主', relation: 'self', employee_no: head },
      ...members,
    ];
    for (const one of all) {
      await writer.insert('household_member', [
        {
          ...{ id: await writer.nextId('household_member'), household_id: household },
          person_id: one.employee_no ? await person(one.employee_no) : null,
          ...{ name: one.name, relation: one.relation ?? 'child', id_no: one.id_no ?? null },
          ...{ income: 0, stage: one.stage ?? null, school: null, health: null },
          ...{ from_on: one.from ?? opened, to_on: one.to ?? null },
        },
      ]);
    }
    const entry = { action: 'hardship.open', entity: 'household', key: head, detail: {} };
    return { result: household, entry };
  });
  await session.close();
  return id;
}

/** The people of {@link officeOfFamilies}, by what they are. */
export const people = {
  worker: '000001',
  wife: '000002',
  retired: '000003',
  widow: '000004',
  survivor: '000005',
  elsewhere: '000006',
} as const;

/** The students of the worker's family, with the stages they are at. */
export const students = { pupil: '王小明', student: '王小红' } as const;

/**
 * An office on 2026-10-08 with a group, two mines and sections: a worker and his wife, both in service, in one
 * hardship file with two students; a retired one, two survivors, one of another mine. All but the last are recognised
 * as in hardship, and every fund that grants has money.
 */
export async function officeOfFamilies(
  rules: { readonly shortfall?: 'refuse' | 'allow' } = { shortfall: 'refuse' },
  policy = plainPolicy(rules),
): Promise<Office> {
  const office = await Office.open('2026-10-08', policy);
  await office.bring('unit', [
    ...[
      'code,name,level,parent',
      'G0,晋岭集团,group,',
      'M1,青石沟矿,mine,G0',
      'M2,白马山矿,mine,G0',
    ],
    ...['M1S1,综采一队,section,M1', 'M1S2,综采二队,section,M1', 'M2S1,掘进一队,section,M2'],
  ]);
  const line = (no: string, name: string, category: string, unit = 'M1S1') =>
    personLine(Number(no), { employee_no: no, name, category, unit });
  await office.bring('person', [
    'employee_no,name,id_no,category,unit,phone,bank_account',
    line(people.worker, '王建国', 'active'),
    line(people.wife, '李秀英', 'active', 'M1S2'),
    line(people.retired, '张德福', 'retired', 'M1'),
    line(people.widow, '陈秀兰', 'survivor-illness', 'M1'),
    line(people.survivor, '赵玉梅', 'survivor-work-death', 'M1'),
    line(people.elsewhere, '刘洋', 'active', 'M2S1'),
  ]);
  await office.bring('recognition', [
    'employee_no,kind,detail,from,to',
    ...Object.values(people)
      .slice(0, -1)
      .map((no) => `${no},hardship,低保家庭,2026-01-01,`),
    `${people.retired},disability,肢体三级,2026-01-01,`,
  ]);
  await office.bring('hospital', ['name,designated', '晋岭总医院,yes', '青石沟矿医院,yes']);
  await openFile(office, people.worker, [
    { name: '李秀英', relation: 'spouse', employee_no: people.wife },
    { name: students.pupil, stage: 'primary', id_no: idOf(11, '140107', '20150901') },
    { name: students.student, stage: 'university', id_no: idOf(12, '140107', '20060901') },
    { name: '王小军', stage: null },
  ]);
  return office;
}

/** The funds that help by application. */
export const grantFunds = [
  ...['living-active', 'living-retired', 'school', 'university', 'disability', 'legal-aid'],
  ...['start-up', 'rental-housing'],
] as const;

/** Puts money into funds. @param amount in yuan */
export async function putIn(office: Office, amount: number, funds: readonly string[] = grantFunds) {
  for (const fund of funds) {
    await office.done(
      ...['fund', 'deposit', fund, '--source', 'union', '--amount', String(amount)],
      ...['--on', '2026-01-05'],
    );
  }
}
