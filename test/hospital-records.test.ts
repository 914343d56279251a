import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BatchJson, Office, type SettledJson } from './office.ts';

const folder = join(import.meta.dirname, '../../shared/data/hospital-records');
const there = existsSync(join(folder, 'claims.csv'));
if (!there) console.warn(`hospital-records.test: skipped, there is no ${folder}`);

const files = [
  ...['unit units', 'person people', 'enrolment enrolments', 'recognition recognitions'],
  ...['hospital hospitals', 'claim claims'],
].map((pair) => pair.split(' ') as [string, string]);

const years = [2018, 2019, 2020, 2021];
const quarters = years.flatMap((year) => [1, 2, 3, 4].map((number) => `${year}Q${number}`));

/** Claims, people, subsidy, rehabilitation, serious illness, payable, not payable: each quarter's totals. */
const totals: Readonly<Record<string, string>> = {
  '2018Q1': '3 2 1489.74 0.00 0.00 1489.74 17',
  '2018Q2': '7 6 2271.97 0.00 0.00 2271.97 67',
  '2018Q3': '3 3 732.36 0.00 0.00 732.36 103',
  '2018Q4': '4 3 11540.83 0.00 0.00 11540.83 137',
  '2019Q1': '2 2 53.02 0.00 0.00 53.02 166',
  '2019Q2': '4 4 1232.41 0.00 0.00 1232.41 198',
  '2019Q3': '4 3 1052.74 0.00 0.00 1052.74 233',
  '2019Q4': '3 3 52.20 0.00 0.00 52.20 270',
  '2020Q1': '19 4 1355.38 0.00 0.00 1355.38 149',
  '2020Q2': '9 4 1119.99 0.00 0.00 1119.99 179',
  '2020Q3': '4 3 29.04 0.00 0.00 29.04 200',
  '2020Q4': '7 6 64.70 0.00 0.00 64.70 217',
  '2021Q1': '11 7 43674.98 10000.00 10000.00 63674.98 120',
  '2021Q2': '20 11 866.46 0.00 0.00 866.46 181',
  '2021Q3': '9 5 0.00 0.00 0.00 0.00 212',
  '2021Q4': '5 4 0.00 0.00 0.00 0.00 254',
};

const text = (file: string) => readFileSync(join(folder, `${file}.csv`), 'utf8');

// ---------------------------------------------------------------------------------------------------------
// SPEC 5 a second time, as plainly as it can be written. Nothing of src is used: this is what src is held to.

/** Rows of a file whose cells hold neither quotation marks nor commas. */
function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...lines] = text(file).trim().split(/\r?\n/);
  if (text(file).includes('"')) throw new Error(`${file}: this reader knows no quotation marks`);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

const fen = (yuan = ''): bigint => BigInt(yuan.replace('.', ''));
const yuan = (amount: bigint): string =>
  `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** A share of an amount in percent, rounded half up to the fen. */
const share = (amount: bigint, percent: bigint): bigint => (amount * percent * 2n + 100n) / 200n;

interface Receipt {
  readonly no: string;
  readonly employee: string;
  readonly type: string;
  readonly date: string;
  readonly year: number;
  readonly received: string;
  readonly designated: boolean;
  readonly paid: bigint;
  readonly selfPay: bigint;
  settled: boolean;
}

const lastDays = ['03-31', '06-30', '09-30', '12-31'];
const isChronic = 'chronic-disease';

function naively() {
  const designated = rowsOf('hospitals')
    .filter((row) => row['designated'] === 'yes')
    .map((row) => row['name']);
  const enrolments = rowsOf('enrolments').map((row) => ({
    employee: row['employee_no'],
    from: Number(row['from_year']),
    to: Number(row['to_year'] || row['from_year']),
  }));
  const recognitions = rowsOf('recognitions').map((row) => ({
    employee: row['employee_no'],
    kind: row['kind'],
    from: row['from'] ?? '',
    to: row['to'] || '9999-12-31',
  }));
  const receipts: Receipt[] = rowsOf('claims').map((row) => ({
    no: row['receipt_no'] ?? '',
    employee: row['employee_no'] ?? '',
    type: row['receipt_type'] ?? '',
    date: row['service_date'] ?? '',
    year: Number((row['service_date'] ?? '').slice(0, 4)),
    received: row['received_on'] ?? '',
    designated: designated.includes(row['hospital']),
    paid: fen(row['pool_paid']),
    selfPay: fen(row['pool_self_pay']),
    settled: false,
  }));
  const enrolled = (employee: string, year: number) =>
    enrolments.some((e) => e.employee === employee && e.from <= year && year <= e.to);
  const recognised = (employee: string, kind: string, first: string, last: string) =>
    recognitions.some(
      (r) => r.employee === employee && r.kind === kind && r.from <= last && r.to >= first,
    );

  const benefits = ['subsidy', 'rehabilitation', 'serious-illness'];
  const settledBefore: Record<string, bigint> = {};
  const result: Record<string, { totals: string; lines: string[]; notPayable: string[] }> = {};

  for (const quarter of quarters) {
    const quarterYear = Number(quarter.slice(0, 4));
    const number = Number(quarter.slice(5));
    const firstDay = `${quarterYear}-${String(number * 3 - 2).padStart(2, '0')}-01`;
    const lastDay = `${quarterYear}-${lastDays[number - 1]}`;
    const openYears = [quarterYear - 1, quarterYear];
    let claims = 0;
    const people = new Set<string>();
    const notPayable: string[] = [];
    for (const receipt of receipts) {
      if (receipt.settled || receipt.received > lastDay) continue;
      const reasons: string[] = [];
      if (!enrolled(receipt.employee, receipt.year)) reasons.push('not-enrolled');
      if (!openYears.includes(receipt.year)) reasons.push('too-late');
      if (receipt.type === 'inpatient' && !receipt.designated) {
        reasons.push('hospital-not-designated');
      }
      if (
        receipt.type === 'chronic-outpatient' &&
        !recognised(receipt.employee, isChronic, receipt.date, receipt.date)
      ) {
        reasons.push('no-chronic-recognition');
      }
      if (receipt.paid === 0n) reasons.push('not-reimbursed-by-insurance');
      if (reasons.length === 0) {
        receipt.settled = true;
        claims += 1;
        people.add(receipt.employee);
      } else if (!reasons.includes('too-late') || receipt.received >= firstDay) {
        notPayable.push(`${receipt.no} ${reasons.sort().join(' ')}`);
      }
    }
    const due: Record<string, bigint> = {};
    const lines: string[] = [];
    let payable = 0n;
    for (const { employee_no: employee = '' } of rowsOf('people')) {
      for (const year of openYears) {
        let s = 0n;
        let p = 0n;
        for (const receipt of receipts) {
          if (!receipt.settled || receipt.employee !== employee || receipt.year !== year) continue;
          s += receipt.selfPay;
          p += receipt.paid;
        }
        let completed = 0;
        while (enrolled(employee, year - 1 - completed)) completed += 1;
        const percent = least(50n + 5n * BigInt(Math.floor(completed / 5)), 100n);
        const targets: Record<string, bigint> = {};
        const subsidy = s > 100_000n ? share(s - 100_000n, percent) : 0n;
        targets['subsidy'] = subsidy;
        targets['rehabilitation'] = 0n;
        if (p > 12_000_000n) targets['rehabilitation'] = 500_000n;
        if (p > 16_000_000n) targets['rehabilitation'] = 750_000n;
        if (p > 20_000_000n) targets['rehabilitation'] = 1_000_000n;
        targets['serious-illness'] = 0n;
        const seenUntil = lastDay < `${year}-12-31` ? lastDay : `${year}-12-31`;
        const inNeed = ['hardship', 'serious-illness'].every((kind) =>
          recognised(employee, kind, `${year}-01-01`, seenUntil),
        );
        if (inNeed && s > 500_000n) {
          targets['serious-illness'] = least(
            least(share(s - 500_000n, 80n), 1_000_000n),
            s - subsidy,
          );
        }
        for (const benefit of benefits) {
          const account = `${employee} ${benefit} ${year}`;
          const before = settledBefore[account] ?? 0n;
          const target = targets[benefit] ?? 0n;
          if (target === before) continue;
          lines.push(`${account} ${yuan(target)} ${yuan(before)} ${yuan(target - before)}`);
          settledBefore[account] = target;
          due[benefit] = (due[benefit] ?? 0n) + target - before;
          payable += target - before;
          people.add(employee);
          // Nothing of these records is corrected later, so nothing is ever outstanding.
          if (target < before) throw new Error(`${account} goes down in ${quarter}`);
        }
      }
    }
    const dues = benefits.map((benefit) => yuan(due[benefit] ?? 0n)).join(' ');
    result[quarter] = {
      totals: `${claims} ${people.size} ${dues} ${yuan(payable)} ${notPayable.length}`,
      lines: lines.sort(),
      notPayable: notPayable.sort(),
    };
  }
  return result;
}

// ---------------------------------------------------------------------------------------------------------

describe.skipIf(!there)('hospital records nobody here made', () => {
  let office: Office;
  let batches: BatchJson[];
  const settled: Record<string, SettledJson> = {};
  const imported: Record<string, Record<string, number>> = {};
  const naive = there ? naively() : {};

  beforeAll(async () => {
    office = await Office.open('2022-01-10');
    for (const [noun, file] of files) imported[noun] = await office.import(noun, text(file));
    for (const quarter of quarters) settled[quarter] = await office.settle(quarter);
    batches = await office.batches();
  });

  afterAll(() => office.close());

  test('are imported, all six files, without a rejected row', () => {
    for (const [noun, file] of files) {
      const read = rowsOf(file).length;
      expect(imported[noun]).toEqual({ read, imported: read, unchanged: 0, rejected: 0 });
    }
  });

  test('come, quarter by quarter, to the totals of a second implementation and of this page', () => {
    const ours = Object.fromEntries(
      Object.entries(settled).map(([quarter, one]) => {
        const dues = ['subsidy', 'rehabilitation', 'serious-illness'].map((name) => one.due[name]);
        const figures = [one.claims, one.people, ...dues, one.payable, one.not_payable];
        return [quarter, figures.join(' ')];
      }),
    );
    const theirs = Object.fromEntries(
      Object.entries(naive).map(([quarter, one]) => [quarter, one.totals]),
    );
    expect(ours).toEqual(theirs);
    expect(ours).toEqual(totals);
  });

  test.each(quarters)('%s: every line, and every claim not payable with its reasons', (quarter) => {
    const batch = batches.find((one) => one.batch.startsWith(quarter));
    const lines = batch?.lines.map(
      (l) => `${l.employee_no} ${l.benefit} ${l.period} ${l.target} ${l.settled_before} ${l.due}`,
    );
    const notPayable = batch?.not_payable.map(
      ({ receipt_no, reasons }) => `${receipt_no} ${[...reasons].sort().join(' ')}`,
    );
    expect(lines?.sort()).toEqual(naive[quarter]?.lines);
    expect(notPayable?.sort()).toEqual(naive[quarter]?.notPayable);
  });

  test('every batch and the audit chain verify', async () => {
    expect(batches).toHaveLength(quarters.length);
    for (const { batch } of batches) await office.done('batch', 'verify', batch);
    await office.done('audit', 'verify');
  });
});
