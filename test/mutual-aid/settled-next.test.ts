import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BatchHead } from '../../src/mutual-aid/batch/batch.ts';
import { settledNext } from '../../src/mutual-aid/batch/batch.ts';
import { approver, Office } from '../office.ts';
import { claimsFile } from '../run.ts';

describe('the ended quarter that is settled next', () => {
  const head = (quarter: string, status: BatchHead['status']): BatchHead => ({
    ...{ id: 1, name: `${quarter}-1`, quarter, number: 1, status },
  });
  test.each([
    ['the last one', [], '2026-08-15', '2026Q2'],
    [
      'the last one, with an older one approved',
      [head('2026Q1', 'closed')],
      '2026-08-15',
      '2026Q2',
    ],
    ['that of the batch that waits', [head('2026Q1', 'announced')], '2026-08-15', '2026Q1'],
    ['none, where it is approved', [head('2026Q2', 'paid')], '2026-08-15', undefined],
    [
      'the last one again, where its batch is void',
      [head('2026Q2', 'void')],
      '2026-07-01',
      '2026Q2',
    ],
  ])('is %s', (_which, heads, today, quarter) => {
    expect(settledNext(heads, today)).toBe(quarter);
  });
});

describe('what is explained of a person', () => {
  let office: Office;
  beforeEach(async () => {
    office = await Office.open('2026-08-15');
    await office.import('unit', 'code,name,level,parent\nG,集团,group,');
    await office.import(
      'person',
      'employee_no,name,id_no,category,unit\n00001,王建国,140107202108220010,active,G\n00002,赵云,440524188001010014,active,G',
    );
    await office.import('enrolment', 'employee_no,from_year,to_year\n00001,2026,\n00002,2026,');
    await office.import('hospital', 'name,designated\n总医院,yes');
    await office.import(
      'claim',
      claimsFile(
        '00001,inpatient,ZY-1,2026-05-01,总医院,9000,4000,5000,2026-05-10',
        '00001,inpatient,ZY-2,2026-07-20,总医院,9000,4000,3000,2026-08-01',
        '00002,inpatient,ZY-3,2026-07-20,总医院,9000,4000,3000,2026-08-01',
      ),
    );
  });
  afterEach(() => office.close());
  const explained = async (no: string, ...options: string[]) => {
    const argv = ['explain', 'person', no, ...options];
    const { quarter, accounts } = await office.json<{
      quarter: string;
      accounts: { benefit: string; due?: string; difference?: string }[];
    }>(...argv);
    const subsidy = accounts.find(({ benefit }) => benefit === 'subsidy');
    return { quarter, due: subsidy?.due ?? subsidy?.difference, said: await office.done(...argv) };
  };

  test('is what the quarter pays that is settled next, and names what came in later', async () => {
    const { quarter, due, said } = await explained('00001');
    expect([quarter, due]).toEqual(['2026Q2', '2000.00']);
    expect(said).toContain('As it stands for 2026Q2, which is settled next:');
    expect(said).toMatch(/Received later[\s\S]*ZY-2: 2026Q3/);
    const settled = await office.json<{ due: { subsidy: string } }>(
      'settle',
      '--quarter',
      '2026Q2',
    );
    expect(settled.due.subsidy).toBe('2000.00');
    // The batch waits: it is still the next.
    expect((await explained('00001')).quarter).toBe('2026Q2');
    await office.done('batch', 'approve', '2026Q2-1', '--as', approver);
    const after = await explained('00001');
    expect([after.quarter, after.due]).toEqual(['2026Q3', '1500.00']);
    expect(after.said).toContain('2026Q3, which is settled after it ends on 2026-09-30');
    expect(after.said).not.toContain('Received later');
  });

  test('is what the running quarter will pay, where the one before has nothing of the person', async () => {
    const { quarter, due, said } = await explained('00002');
    expect([quarter, due]).toEqual(['2026Q3', '1000.00']);
    expect(said).toContain('2026Q3, which is settled after it ends on 2026-09-30');
  });

  test('differs by what that quarter pays, and names it', async () => {
    const { quarter, due, said } = await explained('00001', '--diff');
    expect([quarter, due]).toEqual(['2026Q2', '2000.00']);
    expect(said).toContain('+2,000.00, due with the settlement of 2026Q2');
    expect(said).toMatch(/Received later[\s\S]*ZY-2: 2026Q3/);
    expect(await office.done('explain', 'person', '00001', '--diff', '--lang', 'zh')).toContain(
      '随 2026Q2 结算补付',
    );
  });
});
