import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settlePerson } from '../../src/mutual-aid/settlement.ts';
import { approver, type BatchJson, csvOf, Office, type SettledJson, settler } from '../office.ts';
import { plainPolicy } from '../plain-policy.ts';
import { accountOf, claim, dues, person, xishan, yuan } from './policy-fixture.ts';

describe('the rule', () => {
  const grant = { id: 7, granted_on: '2026-08-01', amount: yuan(5_000), settled: 0 };

  test('a grant is an account of its own, due once', () => {
    const settled = settlePerson(person({ grants: [grant] }), xishan, '2026Q3');
    expect(dues(settled)).toEqual({ 'special-relief|2026-08-01#7': yuan(5_000) });
    expect(settled.payments).toEqual([
      { fund: 'mutual-aid', due: yuan(5_000), offset: 0, payable: yuan(5_000) },
    ]);
    expect(accountOf(settled, 'special-relief', '2026-08-01#7')).toMatchObject({
      ...{ base_before: 0, base: 0, rate: null, target: yuan(5_000), settled_before: 0 },
    });
    const paid = { ...grant, settled: yuan(5_000) };
    expect(dues(settlePerson(person({ grants: [paid] }), xishan, '2026Q4'))).toEqual({});
  });

  test('a revoked one that was settled is taken back, years later too', () => {
    const gone = { ...grant, settled: yuan(5_000), revoked: true } as const;
    for (const quarter of ['2026Q4', '2031Q1']) {
      expect(dues(settlePerson(person({ grants: [gone] }), xishan, quarter))).toEqual({
        'special-relief|2026-08-01#7': -yuan(5_000),
      });
    }
  });

  test('a grant and a benefit that takes back meet in one payment', () => {
    const facts = person({
      claims: [claim({ id: 1, pool_self_pay: yuan(3_000), settled: true, annulled: true })],
      settledBefore: new Map([['subsidy|2026', yuan(1_000)]]),
      outstanding: new Map([['mutual-aid', yuan(500)]]),
      grants: [grant],
    });
    expect(settlePerson(facts, xishan, '2026Q3').payments).toEqual([
      { fund: 'mutual-aid', due: yuan(4_000), offset: yuan(500), payable: yuan(3_500) },
    ]);
  });
});

let office: Office;

beforeEach(async () => {
  office = await Office.open('2026-10-08');
  const unit = (code: string, name: string, level: string, parent: string | null) => ({
    ...{ code, name, level, parent },
  });
  await office.import(
    'unit',
    csvOf([
      ...[unit('G', '集团', 'group', null), unit('M1', '一矿', 'mine', 'G')],
      ...[unit('M1S', '采煤队', 'section', 'M1'), unit('M2', '二矿', 'mine', 'G')],
    ]),
  );
  await office.import(
    'person',
    'employee_no,name,id_no,category,unit\n00001,王建国,140107202108220010,active,M1S\n00002,李秀英,140105195502030025,retired,M2',
  );
  await office.import('enrolment', 'employee_no,from_year,to_year\n00001,2023,2026');
  await office.import('hospital', 'name,designated\n总医院,yes');
});

afterEach(() => office.close());

const granter = '王强';

async function grant(given: Readonly<Record<string, string>> = {}): Promise<string> {
  const fields = {
    ...{ employee_no: '00001', situation: 'ongoing', amount: '5000', evidence: '住院证明' },
    ...{ pay: 'batch', ...given },
  };
  const options = Object.entries(fields).flatMap(([name, value]) => [
    `--${name.replaceAll('_', '-')}`,
    value,
  ]);
  const { grant: id } = await office.json<{ grant: number }>(
    ...['special-relief', 'grant', '--as', granter, ...options],
  );
  return String(id);
}

const approve = (id: string, operator = approver) =>
  office.relief('special-relief', 'approve', id, '--as', operator, '--yes');

/** Puts the union's money into the fund. @param amount in yuan */
const putIn = (amount: number) =>
  office.done(
    ...['fund', 'deposit', 'mutual-aid', '--source', 'union', '--amount', String(amount)],
    ...['--on', '2026-01-05'],
  );

const settle = (quarter: string) => office.json<SettledJson>('settle', '--quarter', quarter);

const stateOf = async (id: string) =>
  (await office.json<{ state: string }>('special-relief', 'show', id)).state;

const revoke = (id: string) => office.relief('special-relief', 'revoke', id, '--reason', '有误');

const claimOf = (no: string, selfPay: number) =>
  office.import(
    'claim',
    `employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on\n00001,inpatient,${no},2026-08-01,总医院,${80_000 + selfPay},4000,${selfPay},2026-08-10`,
  );

async function verifyAll(): Promise<void> {
  for (const { batch } of await office.batches()) await office.done('batch', 'verify', batch);
  await office.done('audit', 'verify');
}

async function entries() {
  const postings = await office.look((query) =>
    query
      .selectFrom('posting')
      .innerJoin('entry', 'entry.id', 'entry_id')
      .select(['entry_id', 'account', 'person_id', 'amount', 'key', 'memo', 'on_date'])
      .where('cause', '=', 'advance')
      .orderBy('no')
      .execute(),
  );
  return postings.map(({ entry_id: _, ...posting }) => posting);
}

describe('paid with the batch', () => {
  test('once, also of a person who has no claim', async () => {
    const id = await grant({ employee_no: '00002', granted_on: '2026-08-01' });
    expect(await settle('2026Q3')).toMatchObject({ batch: null });
    expect(await approve(id)).toMatchObject({ code: 0 });
    const settled = await office.settle('2026Q3');
    expect(settled).toMatchObject({ claims: 0, people: 1, payable: '5000.00' });
    expect(settled.due).toEqual({
      ...{ subsidy: '0.00', rehabilitation: '0.00', 'serious-illness': '0.00' },
      'special-relief': '5000.00',
    });
    const [batch] = await office.batches();
    expect(batch?.lines).toEqual([
      {
        ...{ employee_no: '00002', fund: 'mutual-aid', benefit: 'special-relief' },
        ...{ period: `2026-08-01#${id}`, base: '0.00', rate: null, target: '5000.00' },
        ...{ settled_before: '0.00', due: '5000.00' },
      },
    ]);
    expect(await stateOf(id)).toBe('settled');
    expect(await settle('2026Q3')).toMatchObject({ batch: null });
    await verifyAll();
  });

  test('the totals name it only where there is any', async () => {
    await claimOf('ZY-1', 3_000);
    const { due } = await settle('2026Q3');
    expect(Object.keys(due)).toEqual(['subsidy', 'rehabilitation', 'serious-illness']);
  });

  test('with the other dues of the person in one payment', async () => {
    await claimOf('ZY-1', 3_000);
    await approve(await grant());
    expect(await office.settle('2026Q3')).toMatchObject({ payable: '6000.00', people: 1 });
    const [batch] = await office.batches();
    expect(batch?.payments).toMatchObject([{ due: '6000.00', payable: '6000.00' }]);
    await verifyAll();
  });

  test('approved after the batch was computed, it comes with the next', async () => {
    await claimOf('ZY-1', 3_000);
    const id = await grant();
    const { batch } = await settle('2026Q3');
    await approve(id);
    await office.done('batch', 'approve', batch ?? '', '--as', approver);
    expect(await stateOf(id)).toBe('approved');
    expect(await office.settle('2026Q3')).toMatchObject({ batch: '2026Q3-2', payable: '5000.00' });
  });

  test('never a second time, not even when its year is long closed', async () => {
    const id = await grant({ granted_on: '2023-11-30' });
    await approve(id);
    await office.settle('2023Q4');
    expect(await settle('2026Q3')).toMatchObject({ batch: null });
    await revoke(id);
    expect(await office.settle('2026Q3')).toMatchObject({ due: { 'special-relief': '-5000.00' } });
    expect(await settle('2026Q3')).toMatchObject({ batch: null });
    await verifyAll();
  });

  test('what a batch proves does not rest on what became of the grant since', async () => {
    await approve(await grant());
    const { batch } = await office.settle('2026Q3');
    await office.look((query) => query.updateTable('special_relief').set({ amount: 1 }).execute());
    await office.done('batch', 'verify', batch ?? '');
    expect(await office.relief('audit', 'verify')).not.toMatchObject({ code: 0 });
    await office.look((query) => query.updateTable('batch_line').set({ target: 1 }).execute());
    expect(await office.relief('batch', 'verify', batch ?? '')).toMatchObject({ code: 4 });
  });
});

describe('revoking', () => {
  test('before a batch took it: it is simply gone', async () => {
    const [first, second] = [await grant(), await grant()];
    await approve(second);
    for (const id of [first, second]) expect(await revoke(id)).toMatchObject({ code: 0 });
    expect(await stateOf(first)).toBe('revoked');
    expect(await settle('2026Q3')).toMatchObject({ batch: null });
    expect(await approve(first)).toMatchObject({ code: 4 });
  });

  test('in a batch that awaits approval: that has to be settled again', async () => {
    const id = await grant();
    await approve(id);
    await settle('2026Q3');
    expect((await revoke(id)).err).toContain('2026Q3-1');
    const batch = ['batch', 'approve', '2026Q3-1', '--as', approver];
    expect(await office.relief(...batch)).toMatchObject({ code: 4 });
    expect(await settle('2026Q3')).toMatchObject({ batch: '2026Q3-1', payable: '0.00' });
  });

  test('after it was settled: the next batch takes it back, and it can be granted anew', async () => {
    const id = await grant();
    await approve(id);
    await office.settle('2026Q3');
    expect((await revoke(id)).out).toContain('the next settlement takes 5,000.00 yuan back');
    const again = await grant({ amount: '3000' });
    await approve(again);
    const settled = await office.settle('2026Q3');
    expect(settled).toMatchObject({ due: { 'special-relief': '-2000.00' }, payable: '0.00' });
    const [, batch] = await office.batches();
    expect(batch?.lines.map(({ due, target }) => [due, target])).toEqual([
      ['-5000.00', '0.00'],
      ['3000.00', '3000.00'],
    ]);
    expect(await settle('2026Q3')).toMatchObject({ batch: null });
    expect([await stateOf(id), await stateOf(again)]).toEqual(['revoked', 'settled']);
    await verifyAll();
  });
});

describe('paid in advance', () => {
  test('is refused where the fund has not so much, and nothing is booked', async () => {
    await office.done('policy', 'use', plainPolicy({ shortfall: 'refuse' }), '--yes');
    await putIn(4_000);
    const id = await grant({ pay: 'now' });
    const { code, err } = await approve(id);
    expect([code, err]).toEqual([4, expect.stringContaining('860.00 yuan are missing')]);
    expect(await entries()).toEqual([]);
    expect(await stateOf(id)).toBe('granted');
  });

  test('is booked exactly once, as outstanding from the person', async () => {
    await putIn(20_000);
    const id = await grant({ pay: 'now', situation: 'urgent', evidence: '病危通知书' });
    expect(await approve(id)).toMatchObject({ code: 0 });
    expect(await approve(id)).toMatchObject({ code: 4 });
    const said = { key: id, memo: '病危通知书', on_date: '2026-10-08' };
    expect(await entries()).toEqual([
      { ...said, account: 'receivable', person_id: 1, amount: yuan(5_000) },
      { ...said, account: 'cash', person_id: null, amount: -yuan(5_000) },
    ]);
    expect(await stateOf(id)).toBe('advanced');
    expect(await revoke(id)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('cannot be revoked: it is offset') },
    });
    await verifyAll();
  });

  test.each([
    [3_000, { due: '1000.00', offset: '1000.00', payable: '0.00' }],
    [11_000, { due: '5000.00', offset: '5000.00', payable: '0.00' }],
    [13_000, { due: '6000.00', offset: '5000.00', payable: '1000.00' }],
  ])('is held back from what %i of self-pay bring', async (selfPay, payment) => {
    await putIn(20_000);
    await approve(await grant({ pay: 'now' }));
    await claimOf('ZY-1', selfPay);
    const { batch } = await settle('2026Q3');
    const { payments } = await office.json<BatchJson>('batch', 'show', batch ?? '');
    expect(payments).toEqual([{ employee_no: '00001', fund: 'mutual-aid', ...payment }]);
    await verifyAll();
  });

  test('after a batch was computed: that is settled again, so that it is held back', async () => {
    await putIn(20_000);
    await claimOf('ZY-1', 3_000);
    const { batch } = await settle('2026Q3');
    await approve(await grant({ pay: 'now' }));
    const approval = ['batch', 'approve', batch ?? '', '--as', approver];
    expect(await office.relief(...approval)).toMatchObject({ code: 4 });
    expect(await settle('2026Q3')).toMatchObject({ batch, payable: '0.00' });
  });

  test('leaves the books with what is due, once it is offset by batch after batch', async () => {
    await putIn(20_000);
    await approve(await grant({ pay: 'now' }));
    const owed = async () =>
      (await office.json<{ outstanding: Record<string, string> }>('explain', 'person', '00001'))
        .outstanding['mutual-aid'];
    await claimOf('ZY-1', 3_000);
    expect(await office.settle('2026Q3')).toMatchObject({ payable: '0.00' });
    expect(await owed()).toBe('4000.00');
    await approve(await grant({ amount: '1500' }));
    expect(await office.settle('2026Q3')).toMatchObject({ payable: '0.00' });
    expect(await owed()).toBe('2500.00');
    await office.done('fund', 'repay', 'mutual-aid', '--person', '00001', '--amount', '500');
    await claimOf('ZY-2', 6_000);
    expect(await office.settle('2026Q3')).toMatchObject({ payable: '1000.00' });
    expect(await owed()).toBe(undefined);
    await verifyAll();
  });

  test('is told by explain person, with the day, beside what a batch is to take back', async () => {
    await putIn(20_000);
    await approve(await grant({ pay: 'now' }));
    const gone = await grant({ amount: '700' });
    await approve(gone);
    await office.settle('2026Q3');
    await revoke(gone);
    await office.settle('2026Q3');
    const told = await office.json('explain', 'person', '00001');
    const since = { fund: 'mutual-aid', since: '2026-10-08' };
    expect(told).toMatchObject({
      outstanding: { 'mutual-aid': '5000.00' },
      outstanding_since: [
        { ...since, cause: 'advance', key: '1', amount: '4300.00' },
        { ...since, cause: 'batch-approved', key: '2026Q3-2', amount: '700.00' },
      ],
    });
  });
});

describe('two persons', () => {
  test.each([settler, granter])('%s, who is cron or granted it, cannot approve it', async (one) => {
    const id = await grant();
    expect(await approve(id, one)).toMatchObject({ code: 4 });
    expect(await stateOf(id)).toBe('granted');
  });

  test('one refused stays so', async () => {
    const id = await grant();
    await office.done('special-relief', 'refuse', id, '--reason', '材料不足', '--as', approver);
    expect(await stateOf(id)).toBe('refused');
    for (const verb of ['refuse', 'revoke']) {
      const again = ['special-relief', verb, id, '--reason', '材料不足'];
      expect(await office.relief(...again)).toMatchObject({ code: 4 });
    }
    expect(await approve(id)).toMatchObject({ code: 4 });
    expect(await settle('2026Q3')).toMatchObject({ batch: null });
  });
});

test('the list is narrowed by unit with all below, by state, situation and person', async () => {
  const ids = [
    await grant(),
    await grant({ situation: 'urgent' }),
    await grant({ employee_no: '00002', situation: 'special-disease' }),
  ];
  await approve(ids[1] ?? '');
  const listed = async (...options: string[]) =>
    (await office.json<{ grant: number }[]>('special-relief', 'list', ...options)).map((one) =>
      String(one.grant),
    );
  expect(await listed()).toEqual(ids.toReversed());
  expect(await listed('--unit', 'M1')).toEqual([ids[1], ids[0]]);
  expect(await listed('--unit', 'M2')).toEqual([ids[2]]);
  expect(await listed('--state', 'granted')).toEqual([ids[2], ids[0]]);
  expect(await listed('--situation', 'urgent')).toEqual([ids[1]]);
  expect(await listed('--person', '00002')).toEqual([ids[2]]);
});
