import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FundJson } from '../ledger/books.ts';
import type { Office } from '../office.ts';
import { officeOfFamilies, openFile, people, putIn, students } from './families.ts';
import {
  apply,
  approve,
  decider,
  done,
  endorser,
  fitting,
  passUp,
  register,
  show,
  step,
  taker,
  tryApply,
} from './grants.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
  await putIn(office, 100_000);
});

afterEach(() => office.close());

const fundOf = async (fund: string) =>
  (await office.json<FundJson[]>('fund', 'list')).find((one) => one.fund === fund);

describe('an application', () => {
  test.each(Object.keys(fitting))('to %s is taken, passed up, approved and paid', async (fund) => {
    const id = await apply(office, fund);
    await approve(office, id);
    await done(office, 'pay', id);
    const grant = await show(office, id);
    expect(grant).toMatchObject({ state: 'paid', granted: grant.amount, missing_opinions: [] });
    await office.done('audit', 'verify');
  });

  test('keeps the applicant and the student', async () => {
    const id = await apply(office, 'school', { employee_no: people.wife });
    expect(await show(office, id)).toMatchObject({
      ...{ employee_no: people.wife, name: '李秀英', beneficiary: students.pupil },
      ...{ school_year: '2026-2027', at: 'M1S2' },
    });
  });

  test.each([
    ['mutual-aid', 'relief special-relief grant'],
    ['serious-illness', 'relief claim add'],
  ])('to %s is answered with how that helps', async (fund, how) => {
    const said = { amount: '1', purpose: '治病' };
    expect(await tryApply(office, fund, said)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining(how) },
    });
  });

  test('names all that is missing where nobody can be asked', async () => {
    const ran = await office.relief('grant', 'apply', '--fund', 'rental-housing');
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('--employee-no, --from-month, --to-month, --amount, --purpose');
  });

  test.each([
    ['living-active', { school_year: '2026' }, 'does not ask for --school-year'],
    ['rental-housing', { to_month: '2026-08' }, 'the last month 2026-08 lies before'],
    ['living-active', { cost_on: '2026-09-01' }, '--cost-on and --cost-amount'],
    ['living-active', { applied_on: '2026-10-09' }, 'still to come'],
    ['living-active', { amount: '0' }, 'the amount is 0.00'],
    ['school', { school_year: '2026-2028' }, 'is not a school year'],
    ['rental-housing', { from_month: '2026-13' }, 'is not a month'],
  ])('to %s with %o is rejected', async (fund, given, why) => {
    expect(await tryApply(office, fund, given as never)).toMatchObject({
      ...{ code: 3, err: expect.stringContaining(why) },
    });
  });
});

describe('eligibility', () => {
  test.each([
    ['living-active', { employee_no: people.retired }, 'is for: in service'],
    ['living-active', { employee_no: people.elsewhere }, 'is not recognised as in hardship'],
    ['disability', { employee_no: people.worker }, 'has no recognition of disability'],
    ['school', { employee_no: people.retired }, 'belongs to no hardship file'],
    ['school', { beneficiary: '王大明' }, 'students there: 王小明'],
    ['school', { beneficiary: students.student }, 'is at: university'],
    ['school', { beneficiary: '王小军' }, 'is not known which school'],
    ['university', { employee_no: people.survivor }, 'separate education fund'],
  ])('%s refuses %o', async (fund, given, why) => {
    expect(await tryApply(office, fund, given)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining(why) },
    });
  });

  test('the head of the household decides who is helped elsewhere, and that alone is told', async () => {
    await openFile(office, people.survivor, [
      { name: '赵小丽', stage: 'university' },
      { name: '刘洋', relation: 'child', employee_no: people.elsewhere },
    ]);
    const given = { employee_no: people.elsewhere, beneficiary: '赵小丽', amount: '9000' };
    const { code, err } = await tryApply(office, 'university', given);
    expect([code, err]).toEqual([4, expect.stringContaining('separate education fund')]);
    expect(err).not.toContain('(2)');
  });

  test('every reason is told at once', async () => {
    const given = { employee_no: people.elsewhere, amount: '2500' };
    const { err } = await tryApply(office, 'living-retired', given);
    for (const why of ['(1) "living', '(2) 刘洋', '(3) 2,500.00']) expect(err).toContain(why);
    expect(await office.json('grant', 'list')).toEqual([]);
  });

  test('a closed file helps no student, one closed since the application does', async () => {
    await openFile(office, people.widow, [{ name: '孙小兰', stage: 'primary' }], {
      closed: '2026-06-01',
    });
    const given = { employee_no: people.widow, beneficiary: '孙小兰' };
    expect((await tryApply(office, 'school', given)).err).toContain('is not open on 2026-10-08');
    const late = await tryApply(office, 'school', { ...given, applied_on: '2026-06-02' });
    expect(late.err).toContain('is not open on 2026-06-02');
    await apply(office, 'school', { ...given, applied_on: '2026-06-01' });
  });

  test('the day on which a file is closed still belongs to it, as to the recognition that it gives', async () => {
    await openFile(office, people.widow, [{ name: '孙小兰', stage: 'primary' }], {
      closed: '2026-06-01',
    });
    const given = { employee_no: people.widow, beneficiary: '孙小兰' };
    const dayAfter = await tryApply(office, 'school', { ...given, applied_on: '2026-06-02' });
    expect(dayAfter.err).toContain('is not open on 2026-06-02');
    await apply(office, 'school', { ...given, applied_on: '2026-06-01' });
  });

  test('two of one name are told apart by their ID number', async () => {
    const twins = ['140107201509010110', '140107201509010120'].map((id_no) => ({ id_no }));
    await openFile(
      office,
      people.widow,
      twins.map((one) => ({ name: '孙小兰', stage: 'primary', ...one })),
    );
    const given = { employee_no: people.widow, beneficiary: '孙小兰' };
    expect((await tryApply(office, 'school', given)).err).toContain('several in the family');
    for (const { id_no } of twins) await apply(office, 'school', { ...given, beneficiary: id_no });
  });

  test('is looked at again when it is approved', async () => {
    const id = await apply(office, 'living-active');
    await passUp(office, id);
    const kind = ['--kind', 'hardship', '--reason', '录入有误'];
    await office.done('recognition', 'remove', people.worker, ...kind);
    expect(await step(office, 'approve', id)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('not recognised as in hardship') },
    });
  });
});

describe('limits', () => {
  test.each([
    ['living-active', { amount: '2000.01' }, 'at most 2,000.00'],
    ['rental-housing', { amount: '2000.01' }, 'for 4 months: at most 2,000.00'],
    ['start-up', { instalments: '25' }, 'at most 24'],
    ['start-up', { amount: '0.23' }, '0.23 yuan cannot be repaid in 24 instalments'],
    ['start-up', { first_due_on: '2028-10-09' }, 'name a day up to 2028-10-08'],
  ])('of %s refuse %o', async (fund, given, why) => {
    const { code, err } = await tryApply(office, fund, given as never);
    expect([code, err]).toEqual([4, expect.stringContaining(why)]);
  });

  test('a first instalment is not due before the application', async () => {
    const { code, err } = await tryApply(office, 'start-up', { first_due_on: '2026-10-07' });
    expect([code, err]).toEqual([
      3,
      expect.stringContaining('before the application of 2026-10-08'),
    ]);
  });

  test('small grants are given as often as needed', async () => {
    for (const _ of [1, 2, 3]) await approve(office, await apply(office, 'living-active'));
  });

  test('a school year once for each student, whoever applies', async () => {
    const id = await apply(office, 'school');
    const again = { employee_no: people.wife };
    expect((await tryApply(office, 'school', again)).err).toContain(`application ${id} of 2026`);
    await apply(office, 'school', { ...again, school_year: '2025-2026' });
    await done(office, 'refuse', id);
    await apply(office, 'school', again);
  });

  test('a student in two files has aid once', async () => {
    await apply(office, 'school');
    const { rows } = await office.look(async (query) => ({
      rows: await query
        .selectFrom('household_member')
        .select('id_no')
        .where('name', '=', students.pupil)
        .execute(),
    }));
    const id_no = rows[0]?.id_no ?? '';
    await openFile(office, people.widow, [{ name: students.pupil, stage: 'primary', id_no }]);
    const { err } = await tryApply(office, 'school', { employee_no: people.widow });
    expect(err).toContain('helps once a school year');
  });

  test('a student who left the file and came back has aid once', async () => {
    await openFile(office, people.widow, [
      { name: '孙小兰', stage: 'primary', to: '2026-09-10' },
      { name: '孙小兰', stage: 'primary', from: '2026-09-20' },
    ]);
    const given = { employee_no: people.widow, beneficiary: '孙小兰' };
    await apply(office, 'school', { ...given, applied_on: '2026-09-05' });
    const { err } = await tryApply(office, 'school', { ...given, applied_on: '2026-09-20' });
    expect(err).toContain('helps once a school year');
  });

  test.each([
    ['school', { school_year: '2028-2029' }, '2028-2029 begins on 2028-09-01'],
    [
      'rental-housing',
      { from_month: '2027-08', to_month: '2027-11' },
      '2027-11 begins on 2027-11-01',
    ],
  ])('of %s refuse what begins more than a year ahead', async (fund, given, why) => {
    const { code, err } = await tryApply(office, fund, given);
    expect([code, err]).toEqual([4, expect.stringContaining(why)]);
  });

  test('a month once for each family', async () => {
    await apply(office, 'rental-housing');
    const given = { employee_no: people.wife, from_month: '2026-12', to_month: '2027-01' };
    const { err } = await tryApply(office, 'rental-housing', { ...given, amount: '1000' });
    expect(err).toContain('covers 2026-12 already');
    await apply(office, 'rental-housing', { ...given, from_month: '2027-01', amount: '500' });
  });

  test('once a year, and again the next', async () => {
    await apply(office, 'disability', { applied_on: '2026-03-01' });
    expect((await tryApply(office, 'disability')).err).toContain('has done so already');
  });

  test('a loan at a time for each family, until it is repaid', async () => {
    const id = await apply(office, 'start-up');
    const again = { employee_no: people.wife };
    expect((await tryApply(office, 'start-up', again)).err).toContain(`${id} is under way`);
    await approve(office, id);
    await done(office, 'pay', id);
    expect((await tryApply(office, 'start-up', again)).err).toContain(`loan ${id} is not repaid`);
  });
});

describe('the way', () => {
  test('goes up level by level, each opinion kept, and is decided at the level of the fund', async () => {
    const id = await apply(office, 'legal-aid');
    expect((await step(office, 'approve', id)).err).toContain('is decided at 晋岭集团');
    await done(office, 'endorse', id, { opinion: '情况属实' });
    expect((await step(office, 'approve', id)).err).toContain('stands at 青石沟矿');
    await done(office, 'endorse', id, { opinion: '同意上报' });
    await done(office, 'endorse', id, { opinion: '请审批' });
    expect((await step(office, 'endorse', id)).err).toContain('has given the opinion');
    await done(office, 'approve', id, { amount: '5000', opinion: '同意 5000 元' });
    const { way, granted, at } = await show(office, id);
    expect([granted, at]).toEqual(['5000.00', 'G0']);
    expect(way.map((one) => [one.step, one.unit, one.opinion, one.operator])).toEqual([
      ['applied', 'M1S1', '', taker],
      ['endorsed', 'M1S1', '情况属实', endorser],
      ['endorsed', 'M1', '同意上报', endorser],
      ['endorsed', 'G0', '请审批', endorser],
      ['approved', 'G0', '同意 5000 元', decider],
    ]);
  });

  test('down again by a return, where the amount and the papers are corrected', async () => {
    const id = await apply(office, 'legal-aid');
    expect((await step(office, 'return', id)).err).toContain('no level below');
    await passUp(office, id);
    expect((await step(office, 'endorse', id, { amount: '900' })).err).toContain(
      'only once it was',
    );
    await done(office, 'return', id);
    expect(await show(office, id)).toMatchObject({ state: 'returned', at: 'M1' });
    expect((await step(office, 'approve', id)).err).toContain('is: returned');
    const tooMuch = { amount: '10000.01' };
    expect((await step(office, 'endorse', id, tooMuch)).err).toContain('at most 10,000.00');
    await done(office, 'return', id);
    expect(await show(office, id)).toMatchObject({ state: 'returned', at: 'M1S1' });
    await done(office, 'endorse', id, { amount: '7000', evidence: '委托合同、发票' });
    expect(await show(office, id)).toMatchObject({ amount: '7000.00', state: 'applied', at: 'M1' });
    await approve(office, id);
    expect(await show(office, id)).toMatchObject({
      granted: '7000.00',
      evidence: '委托合同、发票',
    });
  });

  test('begins at the unit named, if it lies on the way', async () => {
    const id = await apply(office, 'legal-aid', { at: 'M1' });
    expect(await show(office, id)).toMatchObject({ at: 'M1' });
    expect((await tryApply(office, 'legal-aid', { at: 'M2' })).err).toContain('M1S1 综采一队');
    expect((await tryApply(office, 'living-active', { at: 'G0' })).err).toContain(
      'does not pass through',
    );
  });

  test('of one urgent is decided at once, the opinions come after, also once it is paid', async () => {
    const id = await apply(office, 'legal-aid', { urgent: true });
    expect(await show(office, id)).toMatchObject({ at: 'G0', missing_opinions: ['M1S1', 'M1'] });
    await done(office, 'approve', id);
    await done(office, 'endorse', id);
    expect(await show(office, id)).toMatchObject({ state: 'approved', missing_opinions: ['M1'] });
    const missing = () => office.json<unknown[]>('grant', 'list', '--missing-opinions');
    expect(await missing()).toHaveLength(1);
    await done(office, 'pay', id);
    expect((await step(office, 'endorse', id, { unit: 'M1S1' })).err).toContain(
      'awaits no opinion',
    );
    await done(office, 'endorse', id, { unit: 'M1' });
    expect(await missing()).toEqual([]);
    expect((await step(office, 'endorse', id)).err).toContain('is: paid');
  });

  test('of one urgent and returned is missing below where it stands, told alike by every list', async () => {
    const id = await apply(office, 'legal-aid', { urgent: true });
    const listed = async () => [
      (await show(office, id)).missing_opinions,
      (await office.json<unknown[]>('grant', 'list', '--missing-opinions')).length,
      (await office.json<{ opinions_missing: { detail: string }[] }>('daily')).opinions_missing.map(
        ({ detail }) => detail,
      ),
    ];
    await done(office, 'return', id);
    expect(await listed()).toEqual([['M1S1'], 1, ['综采一队']]);
    await done(office, 'return', id);
    expect(await listed()).toEqual([[], 0, []]);
  });

  test('of one urgent and returned passes it up again, and the levels below stay missing', async () => {
    const id = await apply(office, 'legal-aid', { urgent: true });
    await done(office, 'return', id);
    await done(office, 'endorse', id);
    expect(await show(office, id)).toMatchObject({ at: 'G0', missing_opinions: ['M1S1'] });
  });

  test('papers that the fund asks for must be there, but for one urgent', async () => {
    const id = await apply(office, 'living-active', { evidence: '' });
    expect((await show(office, id)).missing_papers).toHaveLength(1);
    await passUp(office, id);
    expect((await step(office, 'approve', id)).err).toContain('names no papers');
    await done(office, 'endorse', id, { evidence: '申请书' });
    await done(office, 'approve', id);
    await approve(office, await apply(office, 'living-active', { evidence: '', urgent: true }));
  });

  test.each([taker, endorser, 'cron'])('%s does not approve it', async (operator) => {
    const id = await apply(office, 'living-active');
    await done(office, 'endorse', id);
    expect(await step(office, 'approve', id, { as: operator })).toMatchObject({ code: 4 });
    expect(await show(office, id)).toMatchObject({ state: 'applied' });
  });

  test('each step is refused a second time, out of its order, and before the one before it', async () => {
    const id = await apply(office, 'living-active');
    expect((await step(office, 'pay', id)).err).toContain('Only an approved one can be paid');
    await done(office, 'endorse', id);
    const early = { today: '2026-10-07' };
    expect((await step(office, 'approve', id, early)).err).toContain('2026-10-07 lies before that');
    expect((await step(office, 'approve', id, { amount: '1500.01' })).err).toContain(
      'no more than',
    );
    await done(office, 'approve', id);
    for (const verb of ['approve', 'refuse', 'return', 'endorse'])
      expect(await step(office, verb, id)).toMatchObject({ code: 4 });
    expect((await step(office, 'pay', id, { on: '2026-10-07' })).err).toContain('lies before that');
    expect(await step(office, 'pay', id, { on: '2026-10-09' })).toMatchObject({ code: 3 });
    await done(office, 'pay', id);
    expect(await step(office, 'pay', id)).toMatchObject({ code: 4 });
    await done(office, 'withdraw', id);
    for (const verb of ['withdraw', 'pay', 'approve', 'endorse', 'return', 'refuse'])
      expect(await step(office, verb, id)).toMatchObject({ code: 4 });
  });

  test('does not move when the applicant does', async () => {
    const id = await apply(office, 'living-active');
    await office.done('person', 'edit', people.worker, '--unit', 'M2S1');
    await done(office, 'endorse', id);
    expect(await show(office, id)).toMatchObject({ at: 'M1' });
    await done(office, 'approve', id);
  });
});

describe('money', () => {
  test('what a fund cannot bear is not approved', async () => {
    const [first, second] = ['1500', '1800'];
    await office.done('fund', 'deposit', 'living-active', '--source', 'union', '--amount', '1');
    await office.done('ledger', 'reverse', '1', '--reason', '有误');
    expect(await fundOf('living-active')).toMatchObject({ balance: '1.00' });
    await putIn(office, 2_000, ['living-active']);
    const ids = [
      await apply(office, 'living-active', { amount: first }),
      await apply(office, 'living-active', { amount: second }),
    ];
    await approve(office, ids[0] ?? '');
    await passUp(office, ids[1] ?? '');
    const { code, err } = await step(office, 'approve', ids[1] ?? '');
    expect([code, err]).toEqual([4, expect.stringContaining('1,299.00 yuan are missing')]);
  });

  test('taken back before payment, the fund has it again; after payment the person owes it', async () => {
    const id = await apply(office, 'living-active');
    await approve(office, id);
    expect(await fundOf('living-active')).toMatchObject({ payable: '1500.00' });
    await done(office, 'withdraw', id);
    const untouched = { balance: '100000.00', payable: '0.00', receivable: '0.00' };
    expect(await fundOf('living-active')).toMatchObject(untouched);
    const other = await apply(office, 'living-active');
    await approve(office, other);
    await done(office, 'pay', other);
    await done(office, 'withdraw', other);
    expect(await fundOf('living-active')).toMatchObject({
      ...{ balance: '98500.00', payable: '0.00', receivable: '1500.00' },
    });
    const back = ['--person', people.worker, '--amount', '1500'];
    await office.done('fund', 'repay', 'living-active', ...back);
    expect(await fundOf('living-active')).toMatchObject(untouched);
    await office.done('audit', 'verify');
  });

  test("a loan is the person's once it is paid out, with instalments that sum to it", async () => {
    const id = await apply(office, 'start-up', { amount: '10000', instalments: '3' });
    await approve(office, id);
    await done(office, 'pay', id);
    expect(await fundOf('start-up')).toMatchObject({ balance: '90000.00', receivable: '10000.00' });
    const instalments = await office.look((query) =>
      query.selectFrom('instalment').select(['no', 'due_on', 'amount']).execute(),
    );
    expect(instalments.map(({ due_on }) => due_on)).toEqual([
      ...['2026-11-08', '2026-12-08', '2027-01-08'],
    ]);
    expect(instalments.reduce((sum, { amount }) => sum + amount, 0)).toBe(1_000_000);
    expect((await step(office, 'withdraw', id)).err).toContain('is paid out');
    const other = await apply(office, 'start-up', { employee_no: people.retired });
    await approve(office, other);
    await done(office, 'withdraw', other);
    expect(await fundOf('start-up')).toMatchObject({ balance: '90000.00', payable: '0.00' });
  });

  test('many are paid at once, or none', async () => {
    const ids = [await apply(office, 'living-active'), await apply(office, 'living-active')];
    await approve(office, ids[0] ?? '');
    const both = ['grant', 'pay', ...ids, '--yes'];
    expect(await office.relief(...both)).toMatchObject({ code: 4 });
    await approve(office, ids[1] ?? '');
    expect((await office.done(...both)).split('\n')[0]).toContain('2 grants, 3,000.00 yuan');
    const all = ['grant', 'pay', '--fund', 'living-active', '--all', '--yes'];
    expect(await office.done(...all)).toContain('Nothing of');
    await approve(office, await apply(office, 'living-active'));
    expect(await office.done(...all)).toContain('1 grant, 1,500.00 yuan');
    for (const wrong of [[], ['1', '--all'], ['--all'], ['--fund', 'school']])
      expect(await office.relief('grant', 'pay', ...wrong)).toMatchObject({ code: 2 });
  });

  test('who has no bank account is told of', async () => {
    await office.look((query) =>
      query
        .updateTable('person')
        .set({ bank_account: null })
        .where('employee_no', '=', people.worker)
        .execute(),
    );
    const id = await apply(office, 'living-active');
    await approve(office, id);
    expect((await step(office, 'pay', id)).err).toContain('王建国 (000001)');
  });
});

describe('what an operator sees', () => {
  beforeEach(async () => {
    await register(office, taker, 'M1S1');
    await register(office, endorser, 'M1');
    await register(office, decider, 'G0');
    await register(office, '孙志强', 'M2');
  });

  test("applications are taken at the operator's unit, and endorsed level by level", async () => {
    const id = await apply(office, 'legal-aid', { as: endorser });
    expect(await show(office, id)).toMatchObject({ at: 'M1' });
    const own = await apply(office, 'legal-aid', { as: taker });
    await done(office, 'endorse', own, { as: taker });
    expect((await step(office, 'endorse', own, { as: taker })).err).toContain('lies outside');
    await done(office, 'endorse', own);
    expect((await step(office, 'refuse', own, { as: endorser })).err).toContain('lies outside');
    expect((await step(office, 'approve', own, { as: endorser })).err).toContain('lies outside');
    await done(office, 'approve', own);
    expect((await step(office, 'pay', own, { as: endorser })).err).toContain('lies outside');
  });

  test("an opinion on an urgent one is that of the operator's own unit", async () => {
    const id = await apply(office, 'legal-aid', { urgent: true, as: taker });
    await done(office, 'endorse', id, { as: endorser });
    expect(await show(office, id)).toMatchObject({ missing_opinions: ['M1S1'] });
    await done(office, 'endorse', id, { as: taker });
    expect(await show(office, id)).toMatchObject({ missing_opinions: [] });
  });

  test('nothing of another unit', async () => {
    const id = await apply(office, 'living-active', { as: taker });
    const stranger = { as: '孙志强' };
    expect(await tryApply(office, 'living-active', stranger)).toMatchObject({ code: 4 });
    for (const verb of ['endorse', 'return', 'approve', 'refuse', 'pay', 'withdraw'])
      expect((await step(office, verb, id, stranger)).code, verb).toBe(4);
    expect(await office.relief('grant', 'show', id, '--as', '孙志强')).toMatchObject({ code: 4 });
    expect(await office.json('grant', 'list', '--as', '孙志强')).toEqual([]);
    expect(await office.json<unknown[]>('grant', 'list', '--as', taker)).toHaveLength(1);
    const ofWorker = ['grant', 'list', '--person', people.worker, '--as', '孙志强'];
    expect(await office.relief(...ofWorker)).toMatchObject({ code: 4 });
  });

  test('an application whose applicant moves stays in sight where it stands, and comes into sight there', async () => {
    const id = await apply(office, 'living-active', { as: taker });
    await done(office, 'endorse', id, { as: endorser });
    const move = ['person', 'edit', people.worker, '--unit', 'M2S1', '--as', decider];
    await office.done(...move);
    for (const as of [taker, endorser, '孙志强']) {
      expect(await office.json<unknown[]>('grant', 'list', '--as', as), as).toHaveLength(1);
      expect(await show(office, id, as), as).toMatchObject({ at: 'M1' });
    }
    expect((await step(office, 'approve', id, { as: '孙志强' })).code).toBe(4);
    expect(await office.json('grant', 'list', '--unit', 'M1', '--as', endorser)).toEqual([]);
    expect(
      await office.json<unknown[]>('grant', 'list', '--at', 'M1', '--as', endorser),
    ).toHaveLength(1);
  });
});

test('the list is narrowed by fund, unit, state, person, urgency, days and where it stands', async () => {
  const ids = [
    await apply(office, 'living-active', { applied_on: '2026-09-01' }),
    await apply(office, 'legal-aid', { urgent: true }),
    await apply(office, 'living-retired'),
  ];
  await done(office, 'refuse', ids[0] ?? '');
  const listed = async (...options: string[]) =>
    (await office.json<{ grant: number }[]>('grant', 'list', ...options)).map(({ grant }) =>
      String(grant),
    );
  expect(await listed()).toEqual(ids.toReversed());
  expect(await listed('--fund', '法律援助金')).toEqual([ids[1]]);
  expect(await listed('--unit', 'M1S1')).toEqual([ids[1], ids[0]]);
  expect(await listed('--state', 'refused')).toEqual([ids[0]]);
  expect(await listed('--person', people.retired)).toEqual([ids[2]]);
  expect(await listed('--urgent')).toEqual([ids[1]]);
  expect(await listed('--to', '2026-09-30')).toEqual([ids[0]]);
  expect(await listed('--from', '2026-10-01')).toEqual([ids[2], ids[1]]);
  expect(await listed('--at', 'G0')).toEqual([ids[1]]);
});
