import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Office, type SettledJson } from '../office.ts';

const claims = (...rows: string[]) =>
  [
    'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on',
    ...rows,
  ].join('\n');

let office: Office;

beforeEach(async () => {
  office = await Office.open('2026-07-05');
  await office.import(
    'unit',
    'code,name,level,parent\nG,集团,group,\nM,一矿,mine,G\nS,采煤队,section,M',
  );
  await office.import(
    'person',
    'employee_no,name,id_no,category,unit\n00001,王建国,140107202108220010,active,S',
  );
  await office.import('enrolment', 'employee_no,from_year,to_year\n00001,2026,2026');
  await office.import('hospital', 'name,designated\n总医院,yes');
  await office.import(
    'claim',
    claims('00001,inpatient,ZY-1,2026-02-01,总医院,9000,4000,5000,2026-02-10'),
  );
});

afterEach(() => office.close());

const settle = (quarter: string) => office.json<SettledJson>('settle', '--quarter', quarter);
const approve = (batch: string, operator = '陈秀英') =>
  office.relief('batch', 'approve', batch, '--as', operator);

describe('approval', () => {
  test('is refused to whoever computed the batch, and to cron', async () => {
    await settle('2026Q1');
    expect(await approve('2026Q1-1', 'cron')).toMatchObject({ code: 4 });
    await office.done('batch', 'void', '2026Q1-1');
    await office.done('settle', '--quarter', '2026Q1', '--as', '陈秀英');
    expect(await approve('2026Q1-2', '陈秀英')).toMatchObject({ code: 4 });
    expect(await approve('2026Q1-2', '王强')).toMatchObject({ code: 0 });
  });

  test('is refused where a claim was held since, until the quarter is settled again', async () => {
    await settle('2026Q1');
    await office.done('claim', 'hold', '1', '--reason', '票据存疑');
    expect(await approve('2026Q1-1')).toMatchObject({ code: 4 });
    expect(await settle('2026Q1')).toMatchObject({ batch: '2026Q1-1', claims: 0, payable: '0.00' });
    expect(await approve('2026Q1-1')).toMatchObject({ code: 0 });
  });

  test('stands open again after a change was undone and the quarter settled again', async () => {
    await settle('2026Q1');
    await office.done('claim', 'hold', '1', '--reason', '票据存疑');
    await office.done('claim', 'release', '1');
    expect(await approve('2026Q1-1')).toMatchObject({ code: 4 });
    expect(await settle('2026Q1')).toMatchObject({ batch: '2026Q1-1', payable: '2000.00' });
    expect(await approve('2026Q1-1')).toMatchObject({ code: 0 });
    expect(await office.relief('audit', 'verify')).toMatchObject({ code: 0 });
  });

  test('keeps a claim from being paid by two batches of different quarters', async () => {
    await settle('2026Q2');
    await settle('2026Q1');
    expect(await approve('2026Q2-1')).toMatchObject({ code: 4 });
    expect(await approve('2026Q1-1')).toMatchObject({ code: 0 });
    expect(await approve('2026Q2-1')).toMatchObject({ code: 4 });
    expect(await settle('2026Q2')).toMatchObject({ claims: 0, payable: '0.00' });
  });

  test('does not wait for what only adds: a new receipt comes with a supplementary batch', async () => {
    await settle('2026Q1');
    const late = '00001,inpatient,ZY-2,2026-02-20,总医院,900,400,500,2026-03-01';
    await office.import('claim', claims(late));
    expect(await approve('2026Q1-1')).toMatchObject({ code: 0 });
    expect(await settle('2026Q1')).toMatchObject({ batch: '2026Q1-2', payable: '250.00' });
  });
});

describe('an annulled receipt', () => {
  test('takes its money back from what is due next, and is told as outstanding until then', async () => {
    await office.settle('2026Q1');
    await office.done('claim', 'annul', '1', '--reason', '假票');
    expect(await office.settle('2026Q1')).toMatchObject({ batch: '2026Q1-2', payable: '0.00' });
    const owing = await office.json('explain', 'person', '00001');
    expect(owing).toMatchObject({ outstanding: { 'mutual-aid': '2000.00' } });
    const next = '00001,inpatient,ZY-3,2026-05-01,总医院,9000,2000,7000,2026-05-10';
    await office.import('claim', claims(next));
    const settled = await office.settle('2026Q2');
    expect(settled).toMatchObject({ due: { subsidy: '3000.00' }, payable: '1000.00' });
    const cleared = await office.json('explain', 'person', '00001');
    expect(cleared).toMatchObject({ outstanding: {} });
  });

  test('its line says from which base to which, and the batch can be worked out again', async () => {
    await office.settle('2026Q1');
    await office.done('claim', 'annul', '1', '--reason', '假票');
    await office.settle('2026Q1');
    const next = '00001,inpatient,ZY-3,2026-05-01,总医院,9000,2000,7000,2026-05-10';
    await office.import('claim', claims(next));
    await office.settle('2026Q2');
    expect(await subsidyBases()).toEqual([
      [0, 500_000],
      [500_000, 0],
      [0, 700_000],
    ]);
    for (const { batch } of await office.batches()) await office.done('batch', 'verify', batch);
  });

  test('an enrolment removed and put back likewise', async () => {
    await office.settle('2026Q1');
    await office.done('enrolment', 'remove', '00001', '--year', '2026', '--reason', '误录');
    await office.settle('2026Q1');
    await office.done('enrolment', 'add', '--employee-no', '00001', '--from-year', '2026');
    await office.settle('2026Q1');
    expect(await subsidyBases()).toEqual([
      [0, 500_000],
      [500_000, 0],
      [0, 500_000],
    ]);
    for (const { batch } of await office.batches()) await office.done('batch', 'verify', batch);
  });
});

test('the steps of a batch bear the day here', async () => {
  await settle('2026Q1');
  await office.look((query) =>
    query.updateTable('batch_step').set({ at: '2026-07-04T16:30:00.000Z' }).execute(),
  );
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Asia/Shanghai';
  const shown = await office.done('batch', 'show', '2026Q1-1');
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(shown).toContain('computed by cron on 2026-07-05');
});

async function subsidyBases(): Promise<(readonly [number, number])[]> {
  const lines = await office.look((query) =>
    query.selectFrom('batch_line').select(['base_before', 'base']).orderBy('batch_id').execute(),
  );
  return lines.map(({ base_before, base }) => [base_before, base] as const);
}
