import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approver, csvOf, fenOf, Office } from '../office.ts';
import { plainPolicy } from '../plain-policy.ts';
import { type Lent, lend, ofMine, registerOperators } from './lending.ts';

const yuan = (amount: number) => Math.round(amount * 100);
const today = '2026-10-08';
const asker = '王强';

let office: Office;

async function openOffice(): Promise<Office> {
  const opened = await Office.open(today, plainPolicy({ shortfall: 'refuse' }));
  const unit = (code: string, name: string, level: string, parent: string | null) => ({
    ...{ code, name, level, parent },
  });
  await opened.import(
    'unit',
    csvOf([
      ...[unit('G', '集团', 'group', null), unit('M1', '一矿', 'mine', 'G')],
      ...[unit('M1S', '采煤队', 'section', 'M1'), unit('M2', '二矿', 'mine', 'G')],
    ]),
  );
  await opened.import(
    'person',
    'employee_no,name,id_no,category,unit\n00001,王建国,140107202108220010,active,M1S\n00002,李秀英,140105195502030025,retired,M2',
  );
  await opened.done(
    ...['fund', 'deposit', 'start-up', '--source', 'union', '--amount', '100000'],
    ...['--on', '2026-01-05'],
  );
  return opened;
}

beforeEach(async () => {
  office = await openOffice();
});

afterEach(() => office.close());

/** A loan of 12,000.00 in 12 instalments from 2026-03-15 on, paid out on 2026-02-10. */
async function lent(given: Partial<Lent> = {}): Promise<string> {
  const { session } = office.session();
  const id = await lend(session, {
    ...{ employee_no: '00001', amount: yuan(12_000), instalments: 12 },
    ...{ first_due_on: '2026-03-15', paid_on: '2026-02-10', ...given },
  });
  await session.close();
  return String(id);
}

const repay = (id: string, amount: number, ...more: string[]) =>
  office.relief('loan', 'repay', id, '--amount', String(amount), ...more);

interface LoanJson {
  readonly loan: number;
  readonly left: string;
  readonly repaid: string;
  readonly written_off: string;
  readonly overdue: string;
  readonly state: string;
  readonly repayments: readonly {
    readonly repayment: number;
    readonly reversed_by: number | null;
  }[];
}

const show = (id: string) => office.json<LoanJson>('loan', 'show', id);

/** What a person owes of loans by the books, in fen. */
async function bookedLoan(employeeNo: string): Promise<number> {
  const row = await office.look((query) =>
    query
      .selectFrom('posting')
      .innerJoin('person', 'person.id', 'person_id')
      .select((e) => e.fn.sum<number | null>('amount').as('amount'))
      .where('account', '=', 'loan')
      .where('employee_no', '=', employeeNo)
      .executeTakeFirst(),
  );
  return row?.amount ?? 0;
}

const fundOf = async () =>
  (await office.json<{ fund: string; balance: string; receivable: string }[]>('fund', 'list')).find(
    ({ fund }) => fund === 'start-up',
  );

describe('repaying', () => {
  test('books money in, less out on loan, and tells what is left', async () => {
    const id = await lent();
    const { code, out } = await repay(id, 7_000, '--on', '2026-10-01', '--memo', '工资代扣');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(
        'repaid 7,000.00 yuan of loan 1 (repayment 1); 5,000.00 left, 1,000.00',
      ),
    ]);
    expect(await show(id)).toMatchObject({ left: '5000.00', state: 'running', overdue: '0.00' });
    expect(await bookedLoan('00001')).toBe(yuan(5_000));
    expect(await fundOf()).toMatchObject({ balance: '95000.00', receivable: '5000.00' });
    await office.done('audit', 'verify');
  });

  test('by the person, who may have several loans', async () => {
    const first = await lent();
    await office.done('loan', 'repay', '--person', '00001', '--amount', '12000');
    const person = ['loan', 'repay', '--person', '00001', '--amount', '1'];
    expect(await office.relief(...person)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('has no loan to repay') },
    });
    const [second, third] = [await lent(), await lent({ amount: yuan(600), instalments: 6 })];
    expect(await office.relief(...person)).toMatchObject({
      ...{ code: 2, err: expect.stringMatching(/several loans.*2 {2}of.*3 {2}of/) },
    });
    expect(await repay(third, 600)).toMatchObject({ code: 0 });
    await office.done(...person);
    expect([first, second, third]).toEqual(['1', '2', '3']);
    expect((await show(second)).left).toBe('11999.00');
  });

  test.each([
    ['more than is left', ['12000.01'], 4, 'has 12,000.00 yuan of loan 1 left'],
    ['a day to come', ['1', '--on', '2026-10-09'], 3, 'lies in the future'],
    ['a day before it was paid out', ['1', '--on', '2026-02-09'], 4, 'was paid out on 2026-02-10'],
    ['nothing', ['0'], 3, 'must be more than zero'],
  ] as const)('%s is refused, and nothing is written', async (_, given, code, said) => {
    const id = await lent();
    const { err, ...ran } = await office.relief('loan', 'repay', id, '--amount', ...given);
    expect([ran.code, err]).toEqual([code, expect.stringContaining(said)]);
    expect((await show(id)).repayments).toEqual([]);
  });

  test('of a loan that is not there, not paid out, or repaid', async () => {
    expect(await repay('7', 1)).toMatchObject({ code: 3 });
    const approved = await lent({ state: 'approved' });
    expect(await repay(approved, 1)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('was not paid out') },
    });
    const id = await lent();
    await repay(id, 12_000);
    expect(await repay(id, 1)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('is repaid in full') },
    });
    expect(await office.relief('loan', 'repay', '--amount', '1')).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('--person') },
    });
  });
});

describe('a repayment entered in error', () => {
  test('is taken back by an entry that links to it, once, and no longer counts', async () => {
    const id = await lent();
    await repay(id, 3_000);
    await repay(id, 2_000);
    const correct = ['loan', 'correct', id, '--repayment', '1', '--reason', '记错借款人'];
    const { entry, reverses } = await office.json(...correct);
    expect(await show(id)).toMatchObject({
      ...{ left: '10000.00', repaid: '2000.00' },
      repayments: [{ reversed_by: entry }, { reversed_by: null }],
    });
    expect(await office.json('ledger', 'show', String(entry))).toMatchObject({ reverses });
    for (const noun of ['loan', 'grant']) {
      const { entries } = await office.json<{ entries: Record<string, unknown>[] }>(
        ...[noun, 'show', id],
      );
      expect(entries.at(-1), noun).toMatchObject({ entry, cause: 'reversal' });
    }
    expect(await bookedLoan('00001')).toBe(yuan(10_000));
    expect(await office.relief(...correct)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('taken back already') },
    });
    const unknown = await office.relief(...correct.with(4, '9'));
    expect(unknown).toMatchObject({ code: 4, err: expect.stringContaining('it has: 2') });
    await office.done('audit', 'verify');
  });

  test('whose money is out again cannot be taken back', async () => {
    const id = await lent({ amount: yuan(60_000) });
    await repay(id, 60_000);
    await lent({ employee_no: '00002', amount: yuan(90_000), paid_on: '2026-10-08' });
    const ran = await office.relief('loan', 'correct', id, '--repayment', '1', '--reason', '有误');
    expect(ran).toMatchObject({ code: 4, err: expect.stringContaining('50,000.00') });
    expect((await show(id)).left).toBe('0.00');
  });

  test('is not reversed past the loan', async () => {
    const id = await lent();
    await repay(id, 3_000);
    const { entries } = await office.json<{ entries: { entry: number }[] }>('loan', 'show', id);
    const last = String(entries.at(-1)?.entry);
    const ran = await office.relief('ledger', 'reverse', last, '--reason', '有误');
    expect(ran.code).toBe(4);
  });
});

describe('import', () => {
  const file = [
    'employee_no,amount,on,memo',
    '00001,1000,2026-03-15,工资代扣',
    '00001,1000,2026-03-15,工资代扣',
    '00002,500,2026-04-15,工资代扣',
  ];

  test('books each row once, however often the file comes', async () => {
    const id = await lent();
    await lent({ employee_no: '00002' });
    expect((await office.bring('loan', file)).counts).toMatchObject({ imported: 3, unchanged: 0 });
    expect((await office.bring('loan', file)).counts).toMatchObject({ imported: 0, unchanged: 3 });
    expect((await show(id)).repaid).toBe('2000.00');
    expect(await bookedLoan('00002')).toBe(yuan(11_500));
  });

  test('what was entered by hand, or taken back, is not booked again; a row more is', async () => {
    const id = await lent();
    await repay(id, 1_000, '--on', '2026-03-15');
    const own = file.slice(0, 3);
    expect((await office.bring('loan', own)).counts).toMatchObject({ imported: 1, unchanged: 1 });
    await office.done('loan', 'correct', id, '--repayment', '2', '--reason', '重复');
    expect((await office.bring('loan', own)).counts).toMatchObject({ imported: 0, unchanged: 2 });
    const more = [...own, own[1] ?? ''];
    expect((await office.bring('loan', more)).counts).toMatchObject({ imported: 1, unchanged: 2 });
    expect((await show(id)).repaid).toBe('2000.00');
  });

  test('what is repaid in full stays unchanged, and rows beyond what is left are rejected', async () => {
    await lent({ amount: yuan(1_500), instalments: 3 });
    const rows = ['employee_no,amount,on', '00001,1500,2026-03-15', '00001,0.01,2026-03-16'];
    const { code, counts, said } = await office.bring('loan', rows);
    expect([code, counts]).toEqual([3, expect.objectContaining({ imported: 1, rejected: 1 })]);
    expect(said).toContain('is repaid in full');
    expect((await office.bring('loan', rows)).counts).toMatchObject({ unchanged: 1, rejected: 1 });
  });

  test('rows at fault say why', async () => {
    await lent();
    await lent();
    const { said, counts } = await office.bring('loan', [
      'loan,employee_no,amount,on',
      ...['1,,1,2026-03-15', ',00001,1,2026-04-15', '1,00002,1,2026-03-15', '9,,1,2026-03-15'],
      ...[',00002,1,2026-03-15', ',,1,2026-03-15', '2,,1,2027-01-01', '2,,1,2026-02-01'],
      ...[',00009,1,2026-03-15', '2,00001,12000.01,2026-03-15'],
    ]);
    expect(counts).toMatchObject({ imported: 1, rejected: 9 });
    for (const why of [
      ...['several loans to repay', 'not of employee 00002', 'no loan with the number "9"'],
      ...['has no loan that was', 'neither a loan nor', 'lies in the future', 'was paid out on'],
      ...['00009', '12,000.01 is more'],
    ]) {
      expect(said).toContain(why);
    }
  });
});

describe('writing off', () => {
  const ask = (id: string) =>
    office.relief('loan', 'write-off', id, '--reason', '借款人去世', '--as', asker);
  const approve = (id: string, operator = approver) =>
    office.relief('loan', 'approve-write-off', id, '--as', operator);
  const refuse = (id: string, operator = approver) =>
    office.relief('loan', 'refuse-write-off', id, '--reason', '担保人可偿', '--as', operator);

  test('needs a second operator, and gives up what is left then', async () => {
    const id = await lent();
    expect(await approve(id)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('nobody has asked') },
    });
    expect(await ask(id)).toMatchObject({ code: 0 });
    expect(await ask(id)).toMatchObject({ code: 4, err: expect.stringContaining('already') });
    for (const operator of [asker, 'cron']) {
      expect(await approve(id, operator)).toMatchObject({ code: 4 });
      expect(await refuse(id, operator)).toMatchObject({ code: 4 });
    }
    await repay(id, 2_000);
    expect(await approve(id)).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('10,000.00 yuan of loan 1') },
    });
    expect(await show(id)).toMatchObject({
      ...{ state: 'written-off', left: '0.00', written_off: '10000.00', overdue: '0.00' },
    });
    expect(await bookedLoan('00001')).toBe(0);
    expect(await repay(id, 1)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('relief fund deposit start-up') },
    });
    expect(await ask(id)).toMatchObject({
      code: 4,
      err: expect.stringContaining('nothing is left'),
    });
    await office.done('audit', 'verify');
  });

  test('can be refused, and asked for again', async () => {
    const id = await lent();
    await ask(id);
    expect(await refuse(id)).toMatchObject({ code: 0 });
    expect(await refuse(id)).toMatchObject({ code: 4 });
    expect(await ask(id)).toMatchObject({ code: 0 });
    expect((await show(id)).left).toBe('12000.00');
  });

  test('of what was repaid meanwhile cannot be approved, only refused', async () => {
    const id = await lent();
    await ask(id);
    await repay(id, 12_000);
    expect(await approve(id)).toMatchObject({
      ...{ code: 4, err: expect.stringContaining('repaid in full meanwhile') },
    });
    expect(await refuse(id)).toMatchObject({ code: 0 });
  });

  test('a repayment taken back after it is owed again', async () => {
    const id = await lent();
    await repay(id, 2_000);
    await ask(id);
    await approve(id);
    await office.done('loan', 'correct', id, '--repayment', '1', '--reason', '有误');
    expect(await show(id)).toMatchObject({ state: 'overdue', left: '2000.00' });
    expect(await bookedLoan('00001')).toBe(yuan(2_000));
  });
});

describe('what is overdue', () => {
  test('by age and by loan, those overdue longest first; the list agrees', async () => {
    await lent();
    const second = await lent({ employee_no: '00002', first_due_on: '2026-09-30' });
    await lent({ employee_no: '00002', first_due_on: '2026-11-30' });
    await repay('1', 2_500);
    const { ages, loans } = await office.json<{
      ages: Record<string, unknown>[];
      loans: Record<string, unknown>[];
    }>('loan', 'overdue');
    expect(ages).toEqual(
      [
        [1, 30, 2, '2000.00'],
        [31, 90, 2, '2000.00'],
        [91, 180, 2, '1500.00'],
        [181, null, 0, '0.00'],
      ].map(([from_days, to_days, instalments, amount]) => ({
        ...{ fund: 'start-up', from_days, to_days, instalments, amount },
      })),
    );
    expect(loans).toMatchObject([
      { loan: 1, overdue: '4500.00', overdue_days: 146, since: '2026-05-15' },
      { loan: Number(second), overdue: '1000.00', overdue_days: 8, since: '2026-09-30' },
    ]);
    const listed = async (state: string) =>
      (await office.json<{ loan: number }[]>('loan', 'list', '--state', state)).map(
        ({ loan }) => loan,
      );
    expect(await listed('overdue')).toEqual([2, 1]);
    expect(await listed('running')).toEqual([3]);
    const unit = await office.json<{ loans: unknown[] }>('loan', 'overdue', '--unit', 'M2');
    expect(unit.loans).toHaveLength(1);
  });
});

describe('the revolving fund', () => {
  test('put in, lent, repaid, out, overdue, written off, free, turned over', async () => {
    const id = await lent({ amount: yuan(60_000) });
    await repay(id, 60_000, '--on', '2026-05-01');
    const other = await lent({ employee_no: '00002', amount: yuan(90_000), paid_on: '2026-06-01' });
    await repay(other, 10_000, '--on', '2026-07-01');
    expect(await office.json('loan', 'fund')).toEqual({
      ...{ fund: 'start-up', year: null, as_of: today, put_in: '100000.00', lent: '150000.00' },
      ...{ repaid: '70000.00', written_off: '0.00', out: '80000.00', overdue: '42500.00' },
      ...{ free: '20000.00', put_in_until: '100000.00', turnover: '1.50' },
    });
    await office.done('loan', 'write-off', other, '--reason', '无力偿还', '--as', asker);
    await office.done('loan', 'approve-write-off', other, '--as', approver);
    expect(await office.json('loan', 'fund')).toMatchObject({
      ...{ out: '0.00', overdue: '0.00', written_off: '80000.00', free: '20000.00' },
    });
  });

  test('of a year past, as it stood at its end', async () => {
    const id = await lent();
    await repay(id, 1_000, '--on', '2026-03-15');
    await office.done('loan', 'correct', id, '--repayment', '1', '--reason', '有误');
    const later = ['--today', '2027-05-01'];
    await office.done('loan', 'repay', id, '--amount', '9000', '--on', '2027-04-01', ...later);
    expect(await office.json('loan', 'fund', '--year', '2026', ...later)).toMatchObject({
      ...{ as_of: '2026-12-31', repaid: '0.00', out: '12000.00', overdue: '10000.00' },
      ...{ put_in: '100000.00', turnover: '0.12' },
    });
    expect(await office.json('loan', 'fund', '--year', '2027', ...later)).toMatchObject({
      ...{ as_of: '2027-05-01', put_in: '0.00', lent: '0.00', repaid: '9000.00', out: '3000.00' },
      ...{ put_in_until: '100000.00', turnover: '0.00', overdue: '3000.00' },
    });
    expect(await office.relief('loan', 'fund', '--year', '2028')).toMatchObject({ code: 3 });
  });
});

describe('who sees what', () => {
  beforeEach(async () => {
    await lent();
    await lent({ employee_no: '00002' });
    await registerOperators(office);
  });
  const as = ['--as', ofMine];

  test('loans of the own unit and below alone', async () => {
    expect(await office.json('loan', 'list', ...as)).toMatchObject([{ loan: 1 }]);
    expect(await office.json('loan', 'overdue', ...as)).toMatchObject({ loans: [{ loan: 1 }] });
    for (const command of [
      ['show', '2'],
      ['repay', '2', '--amount', '1'],
      ['repay', '--person', '00002', '--amount', '1'],
      ['correct', '2', '--repayment', '1', '--reason', '有误'],
      ['write-off', '2', '--reason', '有误'],
      ['approve-write-off', '2'],
      ['refuse-write-off', '2', '--reason', '有误'],
      ['list', '--unit', 'M2'],
      ['list', '--person', '00002'],
    ]) {
      const ran = await office.relief('loan', ...command, ...as);
      expect([ran.code, command, ran.err]).toEqual([
        ...[4, command, expect.stringContaining('lies outside')],
      ]);
    }
    const rows = ['loan,amount,on', '1,1,2026-03-15', '2,1,2026-03-15'];
    expect((await office.bring('loan', rows, ...as)).counts).toMatchObject({
      ...{ imported: 1, rejected: 1 },
    });
  });

  test('below the level of the fund nobody decides on a write-off', async () => {
    await office.done('loan', 'write-off', '1', '--reason', '去世', '--as', approver);
    const ran = await office.relief('loan', 'approve-write-off', '1', ...as);
    expect([ran.code, ran.err]).toEqual([4, expect.stringContaining('kept at the level group')]);
  });
});

test('over any history the books say what is left, and the fund never lends what it has not', async () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom('repay', 'repay', 'import', 'correct', 'write-off', 'decide', 'lend'),
      share: fc.integer({ min: 1, max: 120 }),
      which: fc.nat(10),
    }),
    { minLength: 4, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      office.close();
      office = await openOffice();
      await lent({ amount: yuan(7_000.01), instalments: 7 });
      await lent({ employee_no: '00002', amount: yuan(1_000), instalments: 3 });
      for (const { what, share, which } of history) await step(what, share, which);
      let out = 0;
      for (const no of ['00001', '00002']) {
        const loans = await office.json<LoanJson[]>('loan', 'list', '--person', no);
        const left = loans.reduce((sum, one) => sum + fenOf(one.left), 0);
        expect(await bookedLoan(no)).toBe(left);
        out += left;
        for (const one of loans) {
          expect(fenOf(one.left)).toBeGreaterThanOrEqual(0);
          const alike = await office.json<LoanJson[]>('loan', 'list', '--state', one.state);
          expect(alike).toContainEqual(one);
          expect(await show(String(one.loan))).toMatchObject({ ...one });
        }
      }
      const figures = await office.json<Record<string, string>>('loan', 'fund');
      const fen = (name: string) => fenOf(figures[name] ?? '');
      expect(fen('out')).toBe(out);
      expect(fen('lent') - fen('repaid') - fen('written_off')).toBe(out);
      expect(fen('put_in') - fen('lent') + fen('repaid')).toBe(fen('free'));
      expect((await fundOf())?.balance).toBe(figures['free']);
      expect(fen('free')).toBeGreaterThanOrEqual(0);
      const { loans, ages } = await office.json<{
        loans: { overdue: string }[];
        ages: { amount: string }[];
      }>('loan', 'overdue');
      const sum = (all: readonly string[]) => all.reduce((total, one) => total + fenOf(one), 0);
      const overdue = sum(loans.map((one) => one.overdue));
      expect(sum(ages.map(({ amount }) => amount))).toBe(overdue);
      expect(fen('overdue')).toBe(overdue);
      await office.done('audit', 'verify');
    }),
    { numRuns: 40 },
  );
}, 120_000);

async function step(what: string, share: number, which: number): Promise<void> {
  const all = await office.json<{ loan: number; left: string }[]>('loan', 'list');
  const { loan = 1, left = '0' } = all[which % all.length] ?? {};
  const id = String(loan);
  const amount = Math.floor((fenOf(left) * share) / 100) / 100;
  const no = which % 2 ? '00001' : '00002';
  switch (what) {
    case 'repay':
      await repay(id, amount);
      break;
    case 'import':
      await office.bring('loan', ['loan,amount,on', `${id},${amount},2026-09-0${(which % 9) + 1}`]);
      break;
    case 'correct': {
      const { repayments } = await show(id);
      const one = repayments[which % Math.max(1, repayments.length)];
      const number = String(one?.repayment ?? 1);
      await office.relief('loan', 'correct', id, '--repayment', number, '--reason', '有误');
      break;
    }
    case 'write-off':
      await office.relief('loan', 'write-off', id, '--reason', '去世', '--as', asker);
      break;
    case 'decide': {
      const verb = which % 3 ? 'approve-write-off' : 'refuse-write-off';
      const reason = which % 3 ? [] : ['--reason', '可偿'];
      await office.relief('loan', verb, id, ...reason, '--as', approver);
      break;
    }
    default:
      await lent({ employee_no: no, amount: yuan(share * 10), paid_on: today });
  }
}
