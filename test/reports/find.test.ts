import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settlePerson } from '../../src/mutual-aid/settlement.ts';
import { noAid } from '../../src/policy/funds.ts';
import { isNear, thresholdOf, watchedBenefits } from '../../src/reports/find/find.ts';
import {
  benefit,
  claim,
  person,
  rehabilitation,
  subsidy,
  xishan,
  yuan,
} from '../mutual-aid/policy-fixture.ts';
import type { Office } from '../office.ts';
import {
  addMember,
  grant,
  inKind,
  openAidOffice,
  openFile,
  operator,
  pairUp,
  visit,
  withdraw,
} from './aid-office.ts';

describe('the rule', () => {
  const rules = { benefits: [subsidy, rehabilitation], notice: noAid.notice };

  test('what lies within the margin below the threshold is near, and what exceeds it is paid', () => {
    const [watched] = watchedBenefits(rules, '2026-10-08');
    if (!watched) throw new Error('the subsidy is not looked at');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: yuan(3_000) }), (selfPay) => {
        const facts = person({ claims: [claim({ id: 1, pool_self_pay: selfPay })] });
        const { accounts } = settlePerson(facts, xishan, '2026Q3');
        const near = accounts.some((account) => isNear(account, watched));
        expect(near).toBe(selfPay >= yuan(900) && selfPay <= yuan(1_000));
      }),
    );
  });

  test('a benefit by receipt, or without a threshold, has nobody near it', () => {
    const byReceipt = benefit({ ...subsidy, name: 'by-receipt', per: 'receipt' });
    const fromNothing = benefit({ name: 'from-nothing', bands: [{ over: 0, rate: 5_000 }] });
    expect(thresholdOf(fromNothing)).toBe(0);
    expect(watchedBenefits({ ...rules, benefits: [byReceipt, fromNothing] }, '2026-10-08')).toEqual(
      [],
    );
    const quarterly = benefit({ ...subsidy, name: 'quarterly', per: 'quarter' });
    expect(watchedBenefits({ ...rules, benefits: [quarterly] }, '2026-10-08')).toMatchObject([
      { period: '2026Q4', days: ['2026-10-01', '2026-12-31'], least: yuan(900) },
    ]);
  });
});

let office: Office;

beforeEach(async () => {
  office = await openAidOffice();
});

afterEach(() => office.close());

interface FoundJson {
  readonly employee_no: string;
  readonly name: string;
  readonly unit: string;
  readonly reason: string;
  readonly detail: string;
  readonly fund: string | null;
  readonly likely: string | null;
  readonly official: string | null;
}

const find = (...options: string[]) => office.json<FoundJson[]>('aid', 'find', ...options);

const short = async (...options: string[]) =>
  (await find(...options)).map(({ employee_no: no, reason }) => `${no} ${reason}`);

function receipts(...rows: readonly string[]) {
  const header =
    'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on';
  return office.import('claim', [header, ...rows].join('\n'));
}

describe('near a threshold', () => {
  beforeEach(async () => {
    await office.import(
      'enrolment',
      'employee_no,from_year,to_year\n00001,2026,2026\n00002,2026,2026\n00003,2026,2026',
    );
  });

  test('payable receipts count, those that are not do not, and what is missing is said', async () => {
    await receipts(
      '00001,inpatient,ZY-1,2026-03-01,总医院,3000,1500,600,2026-03-10',
      '00001,special-exam,TJ-1,2026-05-01,总医院,900,100,350,2026-05-10',
      // Not designated, and nothing from the insurer: they do not lift anybody over the threshold.
      '00001,inpatient,ZY-2,2026-06-01,康民诊所,3000,1500,900,2026-06-10',
      '00001,special-exam,TJ-2,2026-06-01,总医院,900,0,700,2026-06-10',
      // Not enrolled; below the margin; of another year.
      '00004,inpatient,ZY-3,2026-06-01,总医院,3000,1500,950,2026-06-10',
      '00002,inpatient,ZY-4,2026-06-01,总医院,3000,1500,899.99,2026-06-10',
      '00003,inpatient,ZY-5,2025-06-01,总医院,3000,1500,950,2026-06-10',
    );
    expect(await find('--reason', 'near-threshold')).toEqual([
      {
        ...{
          employee_no: '00001',
          name: '王建国',
          unit: 'M1S',
          unit_name: '采煤队',
          reason: 'near-threshold',
        },
        detail: 'subsidy: 950.00 so far, 50.00 below 1,000.00',
        // One more of 475.00 makes 1,425.00: 50 % of what exceeds 1,000.00.
        ...{ fund: 'mutual-aid', likely: '212.50', official: null },
      },
    ]);
  });

  test('exactly at it, one fen is missing; receipts too small to lift it bring nothing', async () => {
    const small = Array.from(
      { length: 12 },
      (_, at) => `00002,inpatient,ZY-1${at},2026-06-${10 + at},总医院,300,100,75,2026-06-30`,
    );
    await receipts('00001,inpatient,ZY-1,2026-03-01,总医院,3000,1500,1000,2026-03-10', ...small);
    expect(await find('--reason', 'near-threshold')).toMatchObject([
      {
        detail: 'subsidy: exactly 1,000.00 so far; it pays from one fen more',
        likely: '500.00',
      },
      { employee_no: '00002', likely: null },
    ]);
  });

  test('steps say what is likely; who needs a recognition is told of only with it', async () => {
    await receipts(
      '00001,inpatient,ZY-1,2026-03-01,总医院,200000,119000,4800,2026-03-10',
      '00003,inpatient,ZY-2,2026-03-01,总医院,200000,1000,4900,2026-03-10',
    );
    const recognised = (no: string) =>
      `${no},hardship,低保,2026-01-01,\n${no},serious-illness,肿瘤,2026-01-01,`;
    await office.import('recognition', `employee_no,kind,detail,from,to\n${recognised('00003')}`);
    expect(await find('--reason', 'near-threshold')).toMatchObject([
      { employee_no: '00001', fund: 'mutual-aid', likely: '5000.00' },
      { employee_no: '00003', fund: 'serious-illness', likely: '3840.00' },
    ]);
  });

  test('receipts that a batch has settled without paying still count, once paid nobody is near', async () => {
    await receipts('00001,inpatient,ZY-1,2026-03-01,总医院,3000,1500,950,2026-03-10');
    await office.settle('2026Q1');
    expect(await short('--reason', 'near-threshold')).toEqual(['00001 near-threshold']);
    await receipts('00001,inpatient,ZY-2,2026-04-01,总医院,3000,1500,300,2026-04-10');
    expect(await short('--reason', 'near-threshold')).toEqual([]);
    await office.settle('2026Q2');
    expect(await short('--reason', 'near-threshold')).toEqual([]);
  });
});

describe('in hardship and not helped', () => {
  test('files and recognitions outside of one, until any help comes to anybody of the family', async () => {
    const file = await openFile(office, '00001');
    await addMember(office, file, { person_id: 3, name: '张伟', relation: 'spouse' });
    await openFile(office, '00002', { closed_on: '2026-06-01', outcome: 'lifted' });
    await office.import(
      'recognition',
      'employee_no,kind,detail,from,to\n00001,hardship,低保,2026-01-01,\n00003,hardship,低保,2026-01-01,\n00004,hardship,低保,2025-03-01,\n00005,hardship,低保,2025-01-01,2026-09-30',
    );
    await pairUp(office, file, '周立群');
    const rows = await find('--reason', 'never-helped');
    expect(rows).toMatchObject([
      {
        ...{ employee_no: '00001', likely: '2000.00', fund: 'living-active', official: '周立群' },
        detail:
          'file open since 2026-01-10, no help for 12 months; could ask for living hardship, in service',
      },
      {
        ...{ employee_no: '00004', likely: null, fund: null, official: null },
        detail: 'recognised since 2025-03-01, no file, no help for 12 months',
      },
    ]);
    await inKind(office, '00003');
    expect(await short('--reason', 'never-helped')).toEqual(['00004 never-helped']);
    const given = { state: 'paid', granted: 100_000, fund: 'living-active' } as const;
    await grant(office, {
      no: '00004',
      ...given,
      approved_on: '2025-10-08',
      paid_on: '2025-10-09',
    });
    expect(await short('--reason', 'never-helped')).toEqual(['00004 never-helped']);
    await grant(office, {
      no: '00004',
      ...given,
      approved_on: '2025-10-09',
      paid_on: '2025-10-09',
    });
    expect(await short('--reason', 'never-helped')).toEqual([]);
  });

  test('a payment with a batch is help, an application alone is none', async () => {
    await openFile(office, '00001');
    await grant(office, { no: '00001' });
    expect(await short('--reason', 'never-helped')).toEqual(['00001 never-helped']);
    await office.import('enrolment', 'employee_no,from_year,to_year\n00001,2026,2026');
    await receipts('00001,inpatient,ZY-1,2026-03-01,总医院,8000,1500,5000,2026-03-10');
    await office.settle('2026Q1');
    expect(await short('--reason', 'never-helped')).toEqual([]);
  });
});

describe('students without aid', () => {
  test('each fund for students tells of those at its stages for whom nobody applied', async () => {
    const file = await openFile(office, '00001');
    const pupil = await addMember(office, file, { name: '王小明', stage: 'primary' });
    await addMember(office, file, { name: '王小红', stage: 'university' });
    await addMember(office, file, { name: '王大山', stage: 'junior', to_on: '2026-08-31' });
    // The children of workers killed at work are helped elsewhere, by the one fund and not by the other.
    const other = await openFile(office, '00004');
    await addMember(office, other, { name: '刘小雨', stage: 'postgraduate' });
    await addMember(office, other, { name: '刘小雪', stage: 'senior' });
    const rows = await find('--reason', 'student-without-aid');
    expect(
      rows.map(({ employee_no: no, detail, fund, likely }) => [no, detail, fund, likely]),
    ).toEqual([
      [
        '00001',
        '王小明, primary school: no application this school year, school aid',
        'school',
        '1000.00',
      ],
      [
        '00004',
        '刘小雪, senior middle school: no application this school year, school aid',
        'school',
        '1000.00',
      ],
      [
        '00001',
        '王小红, university: no application this school year, university aid',
        'university',
        '5000.00',
      ],
    ]);
    const applied = { no: '00001', fund: 'school', household_id: file, member_id: pupil };
    await grant(office, { ...applied, from_period: '2025-2026', applied_on: '2025-09-20' });
    expect(await find('--reason', 'student-without-aid')).toHaveLength(3);
    const id = await grant(office, { ...applied, from_period: '2026-2027' });
    expect(await find('--reason', 'student-without-aid')).toHaveLength(2);
    await withdraw(office, id, '2026-09-30');
    expect(await find('--reason', 'student-without-aid')).toHaveLength(3);
  });
});

describe('visits overdue', () => {
  test('count from the last visit, or from the beginning, while the pairing runs', async () => {
    const file = await openFile(office, '00001');
    const late = await pairUp(office, file, '周立群', { from_on: '2026-07-09' });
    await pairUp(office, await openFile(office, '00002'), '孙茂才', { from_on: '2026-07-10' });
    await pairUp(office, await openFile(office, '00003'), '吴长河', { to_on: '2026-09-30' });
    const rows = await find('--reason', 'visit-overdue');
    expect(rows).toMatchObject([
      {
        ...{ employee_no: '00001', official: '周立群', likely: null },
        detail: 'not visited since the pairing began on 2026-07-09, 91 days ago',
      },
    ]);
    await visit(office, late, '2026-07-10');
    expect(await short('--reason', 'visit-overdue')).toEqual([]);
  });
});

test('all reasons make one list, in pages, narrowed to what the operator sees', async () => {
  await openFile(office, '00001');
  await openFile(office, '00003');
  await pairUp(office, await openFile(office, '00002'), '孙茂才');
  const all = ['00001', '00002', '00003'].map((no) => `${no} never-helped`);
  expect(await short()).toEqual([...all, '00002 visit-overdue']);
  expect(await short('--page', '2', '--limit', '2')).toEqual([all[2], '00002 visit-overdue']);
  expect(await short('--page', '3', '--limit', '2')).toEqual([]);
  expect(await short('--unit', 'M2')).toEqual([all[2]]);
  const { out, err } = await office.relief('aid', 'find', '--limit', '3');
  expect(out).toMatch(/in hardship, not helped/);
  expect(err).toMatch(/1 to 3 of 4/);
  await operator(office, '马秀芬', 'M1', 'caseworker');
  expect(await short('--as', '马秀芬')).toEqual([all[0], all[1], '00002 visit-overdue']);
  const beyond = await office.relief('aid', 'find', '--unit', 'M2', '--as', '马秀芬');
  expect(beyond.code).toBe(4);
});
