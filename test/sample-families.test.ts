import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BatchJson, fenOf, type Office } from './office.ts';
import { openSample, rowsOf } from './sample.ts';

type Row = Readonly<Record<string, unknown>>;

let office: Office;
let batches: BatchJson[] = [];

beforeAll(async () => {
  ({ office } = await openSample());
  batches = await office.batches();
});

afterAll(() => office.close());

/** How often each value of a column is there. */
function tally(rows: readonly Row[], ...columns: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = columns.map((name) => row[name] ?? '').join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

const sum = (amounts: readonly (string | undefined)[]) =>
  amounts.reduce((total, yuan) => total + fenOf(yuan || '0'), 0);

const list = (...argv: string[]) => office.json<Row[]>(...argv);

describe('the families of the sample office', () => {
  test('24 files are open, one is closed as lifted out', async () => {
    const files = await list('hardship', 'list');
    expect(tally(files, 'state', 'class', 'outcome')).toEqual({
      'open deep ': 9,
      'open relative ': 11,
      'open accident ': 4,
      'closed relative lifted': 1,
    });
  });

  test('each has the income that its members earn, and the class that this proposes', async () => {
    const members = rowsOf('family');
    const limits = { deep: 800, relative: 1_600 };
    for (const file of await list('hardship', 'list', '--state', 'open')) {
      const own = members.filter(({ household }) => household === file['employee_no']);
      const income = sum(own.map((one) => one['income']));
      const left = income - fenOf(String(file['rigid_expenses']));
      const perHead = left / own.length / 12;
      expect(file['members'], String(file['name'])).toBe(own.length);
      expect(fenOf(String(file['income']))).toBe(income);
      expect(fenOf(String(file['income_per_head']))).toBe(Math.round(perHead));
      if (file['class'] === 'accident') continue;
      const proposed = perHead <= limits.deep * 100 ? 'deep' : 'relative';
      expect(perHead).toBeLessThanOrEqual(limits.relative * 100);
      expect(file['class'], String(file['name'])).toBe(proposed);
    }
  });

  test('recognitions are taken over; one is new: of the husband who works here too', async () => {
    const hardship = await list('recognition', 'list', '--kind', 'hardship');
    const before = rowsOf('recognitions').filter(({ kind }) => kind === 'hardship');
    expect(hardship).toHaveLength(before.length + 1);
    const details = hardship.filter(({ employee_no }) => employee_no === '025859');
    expect(details).toMatchObject([{ from: '2022-07-01', to: null }]);
  });

  test('one section has nobody to turn to', async () => {
    const { code, out } = await office.relief('unit', 'coverage', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject([{ code: 'M302', reason: 'no-post' }]);
  });
});

describe('one helps one', () => {
  test('the figures of the year, of each mine and of all', async () => {
    const { rows, total } = await office.json<{ rows: Row[]; total: Row }>(
      ...['pairing', 'figures', '--year', '2026'],
    );
    const columns = [
      ...['pairings', 'officials', 'families', 'lifted', 'one_to_many', 'many_to_one'],
    ];
    const figures = (row: Row) => columns.map((name) => row[name]);
    expect(rows.map(figures)).toEqual([
      [9, 6, 9, 1, 2, 0],
      [6, 5, 5, 0, 1, 1],
      [7, 5, 6, 0, 2, 1],
    ]);
    // 宋慧 is with a family of hers that was lifted out, and another, at the same time.
    expect(figures(total)).toEqual([22, 16, 20, 1, 5, 2]);
  });

  test('one deep family has no official; five visits were not made in time', async () => {
    expect(await list('pairing', 'missing')).toMatchObject([{ employee_no: '032460' }]);
    const overdue = await list('visit', 'overdue');
    expect(overdue.map((one) => [one['employee_no'], one['due_on'], one['days']])).toEqual([
      ['033830', '2026-08-25', 44],
      ['014134', '2026-09-14', 24],
      ['037914', '2026-09-18', 20],
      ['039379', '2026-09-28', 10],
      ['019491', '2026-04-20', 71],
    ]);
  });
});

describe('what the day asks for, and who is found', () => {
  test('the daily command tells of each kind', async () => {
    await office.done(
      ...['request', 'add', '--name', '张桂兰', '--kind', 'housing', '--at', 'M302'],
      ...['--matter', '窗户漏风', '--taken-on', '2026-10-01'],
    );
    const told = await office.json<Record<string, Row[]>>('daily');
    const nos = (kind: string) => told[kind]?.map(({ employee_no }) => employee_no);
    // Taken on October 1, to be answered at the section within 5 days.
    expect(told['requests_risen']).toMatchObject([
      { unit: 'M3', unit_name: '松树坡矿', due_on: '2026-10-18' },
    ]);
    expect(told['instalments_overdue']).toMatchObject([
      { employee_no: '013770', amount: '4000.00', due_on: '2026-08-25' },
    ]);
    expect(nos('reviews_due')).toEqual(['023667', '019866', '017306', '014134', '036275']);
    expect(nos('visits_overdue')).toEqual(['033830', '014134', '037914', '039379']);
    expect(nos('opinions_missing')).toEqual(['035915']);
  });

  const found = async (reason: string) =>
    (await list('aid', 'find', '--reason', reason)).map(({ employee_no }) => String(employee_no));

  test('students of this school year without aid, but not of a worker killed at work', async () => {
    expect(await found('student-without-aid')).toEqual([
      ...['019888', '025492', '038413', '039738'],
      ...['036275', '038413'],
    ]);
  });

  test('visits overdue of pairings that run', async () => {
    expect(await found('visit-overdue')).toEqual(['014134', '033830', '037914', '039379']);
  });

  test('near a threshold: as the receipts of this year add up', async () => {
    const listed = batches.flatMap(({ not_payable }) => not_payable);
    const never = new Set(listed.map(({ receipt_no }) => receipt_no));
    const paid = batches.flatMap(({ lines }) => lines).filter(({ period }) => period === '2026');
    const near = (column: string, from: number, to: number, benefit: string) => {
      const bases = new Map<string, number>();
      for (const claim of rowsOf('claims')) {
        if (!claim['service_date']?.startsWith('2026') || never.has(claim['receipt_no'] ?? ''))
          continue;
        const no = claim['employee_no'] ?? '';
        bases.set(no, (bases.get(no) ?? 0) + fenOf(claim[column] ?? '0'));
      }
      const has = (no: string) =>
        paid.some((line) => line.employee_no === no && line.benefit === benefit);
      return [...bases].flatMap(([no, base]) =>
        base >= from * 100 && base <= to * 100 && !has(no) ? [no] : [],
      );
    };
    const expected = [
      ...near('pool_self_pay', 900, 1_000, 'subsidy'),
      ...near('pool_paid', 108_000, 120_000, 'rehabilitation'),
    ];
    expect(expected).toContain('034427');
    expect((await found('near-threshold')).sort()).toEqual(expected.sort());
  });

  test('in hardship, and nobody helped within twelve months', async () => {
    const head = (no: string | undefined) =>
      rowsOf('family').find((one) => one['employee_no'] === no)?.['household'] ?? no;
    const helped = new Set<string | undefined>([
      ...rowsOf('grants').flatMap((one) => (one['approved_on'] ? one['employee_no'] : [])),
      ...rowsOf('in-kind').map((one) => one['employee_no']),
      ...batches.flatMap(({ payments }) =>
        payments.filter(({ due }) => fenOf(due) > 0).map(({ employee_no }) => head(employee_no)),
      ),
    ]);
    const files = rowsOf('hardship');
    const open = files.filter(({ closed_on }) => !closed_on).map(({ employee_no }) => employee_no);
    const recognised = rowsOf('recognitions')
      .filter(({ kind, to }) => kind === 'hardship' && !to)
      .map(({ employee_no }) => employee_no);
    const all = new Set([...open, ...recognised]);
    const expected = [...all].filter((no) => !helped.has(no)).sort();
    expect(expected).toContain('019888');
    expect(await found('never-helped')).toEqual(expected);
  });
});

describe('the reports of the year', () => {
  interface Report {
    readonly rows: readonly (Readonly<Record<string, string>> & { readonly helped: number })[];
    readonly total: Row;
  }

  const report = (by: string) => office.json<Report>('report', by, '--year', '2026');

  test('by fund: what was granted on paper, lent, repaid and settled', async () => {
    const { rows } = await report('fund');
    const of = (fund: string) => rows.find((one) => one['fund'] === fund);
    const grants = rowsOf('grants');
    for (const fund of new Set(grants.map((one) => one['fund'] ?? ''))) {
      const approved = grants.filter((one) => one['fund'] === fund && one['approved_on']);
      const granted = sum(approved.map((one) => one['granted']));
      const column = fund === 'start-up' ? 'lent' : 'amount';
      expect(fenOf(of(fund)?.[column] ?? ''), fund).toBe(granted);
    }
    expect(fenOf(of('start-up')?.['repaid'] ?? '')).toBe(
      sum(rowsOf('repayments').map((one) => one['amount'])),
    );
    const lines = batches.flatMap((one) => one.lines);
    for (const fund of ['mutual-aid', 'serious-illness']) {
      const due = lines.filter((one) => one.fund === fund).map((one) => one.due);
      expect(fenOf(of(fund)?.['amount'] ?? ''), fund).toBe(sum(due));
    }
    expect(of('heating')).toMatchObject({ in_kind: 12 });
    expect(of('job-placement')).toMatchObject({ in_kind: 1 });
  });

  test('by unit, level and category: the same total, that of the books', async () => {
    const { total } = await report('fund');
    for (const by of ['unit', 'level', 'category']) {
      expect((await report(by)).total, by).toEqual(total);
    }
    const postings = await office.look((query) =>
      query
        .selectFrom('posting')
        .innerJoin('entry', 'entry.id', 'entry_id')
        .select(['account', 'cause', 'amount'])
        .execute(),
    );
    const booked = (is: (account: string, cause: string) => boolean) =>
      postings
        .filter(({ account, cause }) => is(account, cause))
        .reduce((all, { amount }) => all + amount, 0);
    const spent = booked((account) => account === 'grant' || account.startsWith('benefit:'));
    expect(fenOf(String(total['amount']))).toBe(spent);
    const lent = booked((account, cause) => account === 'loan' && cause === 'grant-paid');
    expect(fenOf(String(total['lent']))).toBe(lent);
    const repaid = -booked((account, cause) => account === 'loan' && cause === 'loan-repayment');
    expect(fenOf(String(total['repaid']))).toBe(repaid);
  });

  test('two loans: one is behind by two instalments, one ahead by one', async () => {
    const loans = await list('loan', 'list');
    expect(loans).toMatchObject([
      { employee_no: '039414', left: '5000.00', overdue: '0.00', next_due_on: '2026-11-15' },
      { employee_no: '013770', left: '14000.00', overdue: '4000.00', state: 'overdue' },
    ]);
  });
});
