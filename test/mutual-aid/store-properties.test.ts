import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type BatchJson, csvOf, fenOf, Office } from '../office.ts';
import { idOf } from '../people/people.ts';

// Each case is one person with a history. 25 of them share an office, and each property is tried on 40 offices:
// 1,000 cases through real SQLite and the real command line.
const persons = { minLength: 25, maxLength: 25 };
// A failure is made smaller for as long as there is time, so that it is always told.
const offices = { numRuns: 40, interruptAfterTimeLimit: 150_000, markInterruptAsFailure: true };
const quarters = ['2026Q1', '2026Q2', '2026Q3'];
const longest = 180_000;

type Row = Readonly<Record<string, string | number | null>>;

interface ReceiptCase {
  readonly type: string;
  readonly service: string;
  readonly received: string;
  readonly hospital: string;
  readonly paid: number;
  readonly selfPay: number;
}

interface PersonCase {
  readonly enrolled: readonly (readonly [number, number])[];
  readonly recognised: readonly (readonly [kind: string, from: string, to: string | null])[];
  readonly receipts: readonly ReceiptCase[];
}

const [good, other] = ['晋岭总医院', '北京某医院'];

const day = (from: string, to: string) =>
  fc
    .integer({ min: 0, max: (Date.parse(to) - Date.parse(from)) / 86_400_000 })
    .map((days) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10));

// Around every number of the policy, and anywhere.
const selfPay = fc.oneof(
  fc.integer({ min: 0, max: 3_000_000 }),
  fc.constantFrom(0, 1, 3, 33, 50_000, 99_999, 100_000, 100_001, 100_003, 500_000, 500_001),
);
const paid = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9_000_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(12_000_000, 12_000_001, 16_000_000, 16_000_001) },
  { weight: 1, arbitrary: fc.constant(0) },
);

function receipt(firstReceived: string, lastReceived: string): fc.Arbitrary<ReceiptCase> {
  return fc
    .record({
      type: fc.constantFrom(
        ...['inpatient', 'inpatient', 'special-exam', 'chronic-outpatient', 'insurance-settlement'],
      ),
      service: fc.oneof(
        { weight: 6, arbitrary: day('2026-01-01', '2026-09-30') },
        { weight: 3, arbitrary: day('2025-01-01', '2025-12-31') },
        { weight: 1, arbitrary: day('2024-01-01', '2024-12-31') },
      ),
      received: day(firstReceived, lastReceived),
      hospital: fc.constantFrom(good, good, good, other),
      paid,
      selfPay,
    })
    .map((one) => ({
      ...one,
      service: one.service > one.received ? one.received : one.service,
    }));
}

const recognition = fc
  .tuple(day('2025-01-01', '2026-09-30'), fc.option(day('2025-06-01', '2026-12-31')))
  .map(([from, to]) => [from, to !== null && to < from ? from : to] as const);

const enrolments: readonly (readonly (readonly [number, number])[])[] = [
  ...([[[2016, 2026]], [[2022, 2026]], [[2025, 2026]], [[2026, 2026]], [[2008, 2025]]] as const),
  [
    [2001, 2018],
    [2020, 2026],
  ],
  [],
];

function personCase(
  received: readonly [first: string, last: string] = ['2026-01-01', '2026-09-30'],
): fc.Arbitrary<PersonCase> {
  return fc
    .record({
      spans: fc.constantFrom(...enrolments),
      recognised: fc.record(
        {
          hardship: recognition,
          'serious-illness': recognition,
          'chronic-disease': recognition,
        },
        { requiredKeys: [] },
      ),
      receipts: fc.array(receipt(...received), { minLength: 1, maxLength: 6 }),
    })
    .map(({ spans, recognised, receipts }) => ({
      enrolled: spans,
      recognised: Object.entries(recognised).map(([kind, [from, to]]) => [kind, from, to] as const),
      receipts,
    }));
}

// --- An office of such persons ---------------------------------------------------------------------------

const noOf = (at: number) => String(at + 1).padStart(5, '0');
const yuan = (amount: number) => (amount / 100).toFixed(2);

function claimRow(employeeNo: string, at: number, one: ReceiptCase): Row {
  return {
    employee_no: employeeNo,
    receipt_type: one.type,
    receipt_no: `${employeeNo}-${at}`,
    service_date: one.service,
    hospital: one.hospital,
    // No two of a person cost the same: they would be held as one receipt entered twice.
    total_amount: yuan(one.paid + one.selfPay + at * 100_000_000),
    pool_paid: yuan(one.paid),
    pool_self_pay: yuan(one.selfPay),
    received_on: one.received,
  };
}

/** The six files of an office. */
function filesOf(cases: readonly PersonCase[]): Record<string, readonly Row[]> {
  return {
    unit: [
      { code: 'G', name: '集团', level: 'group', parent: null },
      { code: 'M1', name: '一矿', level: 'mine', parent: 'G' },
    ],
    person: cases.map((_, at) => ({
      employee_no: noOf(at),
      name: `王${at}`,
      id_no: idOf(at),
      category: 'active',
      unit: 'M1',
    })),
    enrolment: cases.flatMap(({ enrolled }, at) =>
      enrolled.map(([from_year, to_year]) => ({ employee_no: noOf(at), from_year, to_year })),
    ),
    recognition: cases.flatMap(({ recognised }, at) =>
      recognised.map(([kind, from, to]) => ({
        ...{ employee_no: noOf(at), kind, detail: 'as recognised', from, to },
      })),
    ),
    hospital: [
      { name: good, designated: 'yes' },
      { name: other, designated: 'no' },
    ],
    claim: cases.flatMap(({ receipts }, at) =>
      receipts.map((one, number) => claimRow(noOf(at), number, one)),
    ),
  };
}

const nouns = ['unit', 'person', 'enrolment', 'recognition', 'hospital', 'claim'];
let opened: Office[] = [];

async function openOffice(
  files: Readonly<Record<string, readonly Row[]>>,
  order: readonly string[] = nouns,
): Promise<Office> {
  const office = await Office.open('2026-10-08');
  opened.push(office);
  for (const noun of order) {
    const rows = files[noun] ?? [];
    if (rows.length === 0) continue;
    const { imported } = await office.import(noun, csvOf(rows));
    expect(imported, `rows of ${noun} imported`).toBe(rows.length);
  }
  return office;
}

function closeAll(): void {
  for (const office of opened) office.close();
  opened = [];
}

// After a failure the offices of the last run are still there.
afterEach(closeAll);

/** Sums of the dues of an account over all batches, those of zero left out. */
function duesOf(batches: readonly BatchJson[]): Record<string, number> {
  const dues: Record<string, number> = {};
  for (const { employee_no, benefit, period, due } of batches.flatMap(({ lines }) => lines)) {
    const account = `${employee_no} ${benefit} ${period}`;
    dues[account] = (dues[account] ?? 0) + fenOf(due);
  }
  return Object.fromEntries(Object.entries(dues).filter(([, fen]) => fen !== 0));
}

/** What was paid to each person out of each fund over all batches. */
function paidOf(batches: readonly BatchJson[]): Record<string, number> {
  const paid: Record<string, number> = {};
  for (const { employee_no, fund, payable } of batches.flatMap(({ payments }) => payments)) {
    const key = `${employee_no} ${fund}`;
    paid[key] = (paid[key] ?? 0) + fenOf(payable);
  }
  return Object.fromEntries(Object.entries(paid).filter(([, fen]) => fen !== 0));
}

/** What a batch says, without the numbers that the database gave. */
function contentOf({ lines, payments, not_payable }: BatchJson) {
  const reasons = not_payable.map(
    ({ receipt_no, reasons }) => `${receipt_no} ${reasons.join(' ')}`,
  );
  return { lines, payments, not_payable: reasons.sort() };
}

/** What holds after any history: every batch and the audit verify, and the sums are right. */
async function holds(office: Office): Promise<BatchJson[]> {
  const batches = await office.batches();
  const before: Record<string, number> = {};
  const outstanding: Record<string, number> = {};
  for (const { batch, lines, payments } of batches) {
    const funds: Record<string, number> = {};
    for (const line of lines) {
      const account = `${line.employee_no} ${line.benefit} ${line.period}`;
      expect(fenOf(line.settled_before), account).toBe(before[account] ?? 0);
      expect(fenOf(line.due), account).toBe(fenOf(line.target) - fenOf(line.settled_before));
      expect(line.due).not.toBe('0.00');
      before[account] = fenOf(line.target);
      const key = `${line.employee_no} ${line.fund}`;
      funds[key] = (funds[key] ?? 0) + fenOf(line.due);
    }
    for (const { employee_no, fund, ...payment } of payments) {
      const key = `${employee_no} ${fund}`;
      const owed = outstanding[key] ?? 0;
      const due = fenOf(payment.due);
      expect(due, key).toBe(funds[key]);
      expect(fenOf(payment.payable), key).toBeGreaterThanOrEqual(0);
      // A batch pays max(0, dues - outstanding) and carries the rest.
      expect(fenOf(payment.payable), key).toBe(Math.max(0, due - owed));
      outstanding[key] = Math.max(0, owed - due);
    }
    expect(payments).toHaveLength(Object.keys(funds).length);
    await office.done('batch', 'verify', batch);
  }
  await office.done('audit', 'verify');
  return batches;
}

const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      try {
        await property(value);
      } finally {
        closeAll();
      }
    }),
    offices,
  );

/** Fixes an order of rows by a number for each. */
function shuffled<T>(rows: readonly T[], keys: readonly number[]): T[] {
  const key = (at: number) => keys[at % keys.length] ?? 0;
  return [...rows.keys()].sort((a, b) => key(a) - key(b) || b - a).map((at) => rows[at] as T);
}

interface Added {
  readonly estimate: {
    readonly quarter: string;
    readonly payable: boolean;
    readonly reasons: readonly string[];
    readonly adds: Readonly<Record<string, string>>;
  };
}

/** The dues of one batch by person and benefit. */
function duesOfLast(batches: readonly BatchJson[], name: string): Record<string, number> {
  const dues: Record<string, number> = {};
  const lines = batches.find(({ batch }) => batch === name)?.lines ?? [];
  for (const { employee_no, benefit, due } of lines) {
    const key = `${employee_no} ${benefit}`;
    dues[key] = (dues[key] ?? 0) + fenOf(due);
  }
  return Object.fromEntries(Object.entries(dues).filter(([, fen]) => fen !== 0));
}

/** A row as the options of `add`. */
function optionsOf(row: Row): string[] {
  return Object.entries(row).map(([name, value]) => `--${name.replaceAll('_', '-')}=${value}`);
}

// Something set right about a person after a quarter was settled.
const correction = fc.record({
  after: fc.integer({ min: 0, max: 2 }),
  words: fc.oneof(
    fc.tuple(
      fc.constantFrom('annul', 'annul', 'hold', 'release', 'withdraw', 'reject'),
      fc.integer({ min: 0, max: 2 }),
    ),
    fc.tuple(fc.constantFrom('enrol', 'leave'), fc.constantFrom(2025, 2026, 2020)),
    fc.tuple(
      fc.constantFrom('recognise', 'unrecognise'),
      fc.constantFrom('hardship', 'serious-illness', 'chronic-disease'),
    ),
  ),
});

/** Does what a correction says; one that does not apply is refused, and never crashes. */
async function correct(
  office: Office,
  no: string,
  [what, which]: readonly [string, string | number],
) {
  const reason = ['--reason', 'set right'];
  const commands: Readonly<Record<string, string[]>> = {
    enrol: ['enrolment', 'add', '--employee-no', no, '--from-year', `${which}`],
    leave: ['enrolment', 'remove', no, '--year', `${which}`, ...reason],
    recognise: [
      ...['recognition', 'add', '--employee-no', no, '--kind', `${which}`],
      ...['--detail', 'recognised late', '--from', '2025-03-01'],
    ],
    unrecognise: ['recognition', 'remove', no, '--kind', `${which}`, ...reason],
  };
  const ofClaim = ['claim', what, `${no}-${which}`, ...(what === 'release' ? [] : reason)];
  const { code, err } = await office.relief(...(commands[what] ?? ofClaim));
  expect([0, 3, 4], err).toContain(code);
}

// --- The properties --------------------------------------------------------------------------------------

describe('through the database', () => {
  test(
    'the order of rows, of files and of imports changes nothing',
    () =>
      check(
        fc.record({
          cases: fc.array(personCase(), persons),
          keys: fc.array(fc.integer(), { minLength: 31, maxLength: 31 }),
          order: fc.constantFrom(
            ['hospital', 'unit', 'person', 'claim', 'recognition', 'enrolment'],
            ['unit', 'hospital', 'person', 'recognition', 'claim', 'enrolment'],
          ),
          pieces: fc.integer({ min: 1, max: 4 }),
        }),
        async ({ cases, keys, order, pieces }) => {
          const files = filesOf(cases);
          const plain = await openOffice(files);
          const mixed = Object.fromEntries(
            Object.entries(files).map(([noun, rows]) => [noun, shuffled(rows, keys)]),
          );
          const other = await openOffice({ ...mixed, claim: [] }, order);
          const claims = mixed['claim'] ?? [];
          for (let piece = 0; piece < pieces; piece += 1) {
            const rows = claims.filter((_, at) => at % pieces === piece);
            if (rows.length > 0) await other.import('claim', csvOf(rows));
          }
          for (const quarter of quarters) {
            const { batch: _, ...totals } = await plain.settle(quarter);
            expect(await other.settle(quarter)).toMatchObject(totals);
          }
          const expected = (await holds(plain)).map(contentOf);
          expect((await holds(other)).map(contentOf)).toEqual(expected);
        },
      ),
    longest,
  );

  test(
    'due summed over any split into quarters and batches is the target of all at once',
    () =>
      check(
        fc.record({
          cases: fc.array(personCase(), persons),
          // In which batch of its quarter a receipt is settled, or whether it is entered a quarter late.
          pieces: fc.array(fc.constantFrom('first', 'second', 'late'), { minLength: 40 }),
        }),
        async ({ cases, pieces }) => {
          const files = filesOf(cases);
          const atOnce = await openOffice(files);
          await atOnce.settle('2026Q3');
          const split = await openOffice({ ...files, claim: [] });
          const entered = (files['claim'] ?? []).map((row, at) => {
            const own = Math.ceil(Number(String(row['received_on']).slice(5, 7)) / 3) - 1;
            const piece = pieces[at % pieces.length] ?? 'first';
            if (piece !== 'late') return { row, step: `${quarters[own]} ${piece}` };
            return { row, step: `${quarters[Math.min(2, own + 1)]} first` };
          });
          for (const quarter of quarters) {
            for (const piece of ['first', 'second']) {
              const rows = entered.filter(({ step }) => step === `${quarter} ${piece}`);
              if (rows.length > 0) await split.import('claim', csvOf(rows.map(({ row }) => row)));
              await split.settle(quarter);
            }
          }
          expect(duesOf(await holds(split))).toEqual(duesOf(await holds(atOnce)));
        },
      ),
    longest,
  );

  test(
    'corrections of every kind, and in the end what is due is the target of the facts as they stand',
    () =>
      check(
        fc.array(
          fc.record({
            person: personCase(),
            corrections: fc.array(correction, { minLength: 0, maxLength: 3 }),
          }),
          persons,
        ),
        async (cases) => {
          const files = filesOf(cases.map(({ person }) => person));
          const corrected = await openOffice(files);
          for (const [at, quarter] of quarters.entries()) {
            await corrected.settle(quarter);
            for (const [person, { corrections }] of cases.entries()) {
              for (const { after, words } of corrections) {
                if (after === at) await correct(corrected, noOf(person), words);
              }
            }
          }
          await corrected.settle('2026Q3');
          const claims = await corrected.json<Record<string, string>[]>('claim', 'list');
          const counted = claims.filter(({ state }) => state === 'open' || state === 'settled');
          const receipts = new Set(counted.map(({ receipt_no }) => receipt_no));
          const asTheyStand = await openOffice({
            ...files,
            enrolment: await corrected.json<Row[]>('enrolment', 'list'),
            recognition: await corrected.json<Row[]>('recognition', 'list'),
            claim: (files['claim'] ?? []).filter((row) => receipts.has(String(row['receipt_no']))),
          });
          await asTheyStand.settle('2026Q3');
          expect(duesOf(await holds(corrected))).toEqual(duesOf(await holds(asTheyStand)));
        },
      ),
    longest,
  );

  test(
    'the estimate at claim add is what the settlement then pays',
    () =>
      check(
        fc.array(
          fc.record({
            before: personCase(['2026-01-01', '2026-06-30']),
            added: fc.array(receipt('2026-07-01', '2026-09-30'), { minLength: 1, maxLength: 2 }),
          }),
          persons,
        ),
        async (cases) => {
          const office = await openOffice(filesOf(cases.map(({ before }) => before)));
          await office.settle('2026Q1');
          await office.settle('2026Q2');
          // What the quarter pays anyway, by recognitions that came: a batch that is then brought up to date.
          await office.json('settle', '--quarter', '2026Q3');
          const expected = duesOfLast(await office.batches(), '2026Q3-1');
          const reasons: Record<string, string> = {};
          for (const [at, { before, added }] of cases.entries()) {
            for (const [number, one] of added.entries()) {
              const row = claimRow(noOf(at), before.receipts.length + number, one);
              const { estimate } = await office.json<Added>('claim', 'add', ...optionsOf(row));
              expect(estimate.quarter).toBe('2026Q3');
              expect(estimate.payable).toBe(estimate.reasons.length === 0);
              for (const [benefit, due] of Object.entries(estimate.adds)) {
                const key = `${noOf(at)} ${benefit}`;
                expected[key] = (expected[key] ?? 0) + fenOf(due);
              }
              if (!estimate.payable) {
                reasons[String(row['receipt_no'])] = estimate.reasons.join(' ');
                expect(estimate.adds).toEqual({});
              }
            }
          }
          await office.settle('2026Q3');
          const batches = await holds(office);
          const due = Object.entries(expected).filter(([, fen]) => fen !== 0);
          expect(duesOfLast(batches, '2026Q3-1')).toEqual(Object.fromEntries(due));
          const listed = batches.find(({ batch }) => batch === '2026Q3-1')?.not_payable ?? [];
          expect(
            Object.fromEntries(listed.map((one) => [one.receipt_no, one.reasons.join(' ')])),
          ).toMatchObject(reasons);
        },
      ),
    longest,
  );

  test(
    'a settled claim annulled and entered again ends where it began',
    () =>
      check(
        fc.record({
          cases: fc.array(personCase(['2026-01-01', '2026-06-30']), persons),
          settledBetween: fc.boolean(),
        }),
        async ({ cases, settledBetween }) => {
          const office = await openOffice(filesOf(cases));
          await office.settle('2026Q3');
          const first = await office.batches();
          const annulled: Row[] = [];
          for (const [at, { receipts }] of cases.entries()) {
            // One receipt of each person that is settled; not every person has one.
            for (const [number, one] of receipts.entries()) {
              const row = claimRow(noOf(at), number, one);
              const claim = String(row['receipt_no']);
              const { code } = await office.relief('claim', 'annul', claim, '--reason', 'in error');
              if (code === 0) annulled.push(row);
              if (code === 0) break;
            }
          }
          if (settledBetween) await office.settle('2026Q3');
          for (const row of annulled) await office.done('claim', 'add', ...optionsOf(row));
          const again = await office.settle('2026Q3');
          expect(again.claims).toBe(annulled.length);
          const batches = await holds(office);
          expect(duesOf(batches)).toEqual(duesOf(first));
          expect(paidOf(batches)).toEqual(paidOf(first));
        },
      ),
    longest,
  );

  test(
    'what is outstanding is held back from later dues until it is made good, and no payment is below zero',
    () =>
      check(
        fc.array(
          fc.record({
            annulled: fc.integer({ min: 100_000, max: 3_000_000 }),
            later: fc.array(fc.integer({ min: 0, max: 1_500_000 }), { minLength: 3, maxLength: 3 }),
          }),
          persons,
        ),
        async (cases) => {
          const exam = (selfPay: number): ReceiptCase => ({
            ...{ type: 'special-exam', service: '2026-02-01', received: '2026-02-02' },
            ...{ hospital: good, paid: 100, selfPay },
          });
          const office = await openOffice(
            filesOf(
              cases.map(({ annulled }) => ({
                ...{ enrolled: [[2026, 2026]], recognised: [], receipts: [exam(annulled)] },
              })),
            ),
          );
          await office.settle('2026Q1');
          for (const at of cases.keys()) {
            await office.done('claim', 'annul', `${noOf(at)}-0`, '--reason', 'in error');
          }
          await office.settle('2026Q1');
          for (const piece of [0, 1, 2]) {
            const rows = cases.map(({ later }, at) =>
              claimRow(noOf(at), piece + 1, exam(later[piece] ?? 0)),
            );
            await office.import('claim', csvOf(rows));
            await office.settle(quarters[piece] ?? '');
          }
          // Paid in all: what was paid before the annulment, or what the later receipts pay where that is more.
          const half = (base: number) => Math.floor(Math.max(0, base - 100_000) / 2 + 0.5);
          const paid = paidOf(await holds(office));
          for (const [at, { annulled, later }] of cases.entries()) {
            const due = half(later.reduce((sum, one) => sum + one, 0));
            const most = Math.max(half(annulled), due);
            expect(paid[`${noOf(at)} mutual-aid`] ?? 0, noOf(at)).toBe(most);
          }
        },
      ),
    longest,
  );
});

// --- Export and import -----------------------------------------------------------------------------------

// What spreadsheets, CSV and other programs trip over; never spaces at the ends, which no field keeps.
const awkward = fc
  .array(fc.constantFrom(...`=+-@'",;\\ %中文（）０９éb1.`), { minLength: 1, maxLength: 8 })
  .map((characters) => characters.join('').trim())
  .filter((text) => text !== '');

const lists = {
  unit: ['unit', 'list', '--csv'],
  person: ['person', 'list', '--csv', '--reveal'],
  enrolment: ['enrolment', 'list', '--csv'],
  recognition: ['recognition', 'list', '--csv'],
  hospital: ['hospital', 'list', '--csv'],
  claim: ['claim', 'list', '--csv'],
} as const;

/** All six exports of an office. */
async function exportsOf(office: Office): Promise<Record<string, string>> {
  const exported: Record<string, string> = {};
  for (const [noun, command] of Object.entries(lists)) {
    exported[noun] = await office.done(...command);
  }
  return exported;
}

/** The lines of a list of claims without what the database and the settlement gave them. */
function claimLines(csv: string): string[] {
  const lines = csv.trimEnd().split('\n');
  return lines.map((line) => line.replace(/^[^,]*,/, '')).sort();
}

const texts = { minLength: 25, maxLength: 25 };

describe('import of an export', () => {
  test(
    'changes nothing where it came from, and makes the same office elsewhere',
    () =>
      check(
        fc.record({
          cases: fc.array(personCase(), persons),
          diagnoses: fc.array(fc.option(awkward), texts),
          phones: fc.array(fc.option(fc.constantFrom('0351-6210000', '013900006799')), texts),
          details: fc.uniqueArray(awkward, { minLength: 25, maxLength: 25 }),
        }),
        async ({ cases, diagnoses, phones, details }) => {
          const files = filesOf(cases);
          const office = await openOffice({
            ...files,
            unit: [
              ...(files['unit'] ?? []),
              ...details.map((name, at) => ({
                code: `S${at}`,
                name,
                level: 'section',
                parent: 'M1',
              })),
            ],
            person: (files['person'] ?? []).map((row, at) => ({
              ...row,
              name: details[at] ?? '',
              phone: phones[at] ?? null,
              bank_account: at % 2 ? `00622${String(at).padStart(12, '0')}` : null,
            })),
            recognition: (files['recognition'] ?? []).map((row, at) => ({
              ...row,
              detail: details[at % 25] ?? '',
            })),
            claim: (files['claim'] ?? []).map((row, at) => ({
              ...row,
              diagnosis: diagnoses[at % 25] ?? null,
              stay_days: at % 3 ? null : at,
              own_expense: at % 4 ? null : '0.00',
              personal_account_paid: at % 5 ? null : '12.30',
            })),
          });
          const exported = await exportsOf(office);
          const elsewhere = await Office.open('2026-10-08');
          opened.push(elsewhere);
          for (const noun of nouns) {
            const read = (exported[noun]?.trimEnd().split('\n').length ?? 0) - 1;
            const same = { read, imported: 0, unchanged: read, rejected: 0 };
            expect(await office.import(noun, exported[noun] ?? ''), noun).toEqual(same);
            const fresh = { read, imported: read, unchanged: 0, rejected: 0 };
            expect(await elsewhere.import(noun, exported[noun] ?? ''), noun).toEqual(fresh);
          }
          const { claim, ...others } = exported;
          const { claim: there, ...othersThere } = await exportsOf(elsewhere);
          expect(othersThere).toEqual(others);
          expect(claimLines(there ?? '')).toEqual(claimLines(claim ?? ''));
          expect(await exportsOf(office)).toEqual(exported);
        },
      ),
    longest,
  );

  test('changes nothing where claims are settled, held, withdrawn, annulled and entered again', async () => {
    const one = (paid: number): ReceiptCase => ({
      ...{ type: 'special-exam', service: '2026-02-01', received: '2026-02-02', hospital: good },
      ...{ paid, selfPay: 200_000 },
    });
    const receipts = [1, 2, 3, 4, 5, 6].map(one);
    const person: PersonCase = { enrolled: [[2026, 2026]], recognised: [], receipts };
    const office = await openOffice(filesOf([person]));
    const no = (at: number) => `${noOf(0)}-${at}`;
    await office.done('claim', 'withdraw', no(0), '--reason', 'x');
    await office.done('claim', 'hold', no(1), '--reason', 'x');
    await office.done('claim', 'reject', no(2), '--reason', 'x');
    await office.settle('2026Q1');
    await office.done('claim', 'annul', no(3), '--reason', 'x');
    await office.done('claim', 'annul', no(4), '--reason', 'x');
    await office.done('claim', 'add', ...optionsOf(claimRow(noOf(0), 4, one(5))));
    const exported = await exportsOf(office);
    expect(await office.import('claim', exported['claim'] ?? '')).toEqual({
      ...{ read: 7, imported: 0, unchanged: 7, rejected: 0 },
    });
    expect(await exportsOf(office)).toEqual(exported);
  });

  test('changes nothing where a text was typed that looks like one made harmless', async () => {
    const office = await openOffice(filesOf([{ enrolled: [], recognised: [], receipts: [] }]));
    const typed = [`'=1+1`, `'-5`, `''+x`, `'`, `-`, `-12.50`, `=1+1`, `'+86 351 6210000`, `"a",b`];
    for (const [at, diagnosis] of typed.entries()) {
      const receipt = { type: 'special-exam', service: '2026-02-01', received: '2026-02-02' };
      const row = claimRow(noOf(0), at, { ...receipt, hospital: good, paid: 100, selfPay: 100 });
      await office.done('claim', 'add', ...optionsOf(row), `--diagnosis=${diagnosis}`);
    }
    const read = typed.length;
    const exported = await office.done(...lists.claim);
    const counts = await office.import('claim', exported);
    expect(counts).toEqual({ read, imported: 0, unchanged: read, rejected: 0 });
  });
});
