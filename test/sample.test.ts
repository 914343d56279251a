import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BatchJson, fenOf, type Office, type SettledJson } from './office.ts';
import { openSample, type Sample, sample } from './sample.ts';

let office: Office;
let settled: readonly SettledJson[];
let imported: Sample['imported'];
let batches: BatchJson[] = [];

beforeAll(async () => {
  ({ office, settled, imported } = await openSample());
  batches = await office.batches();
});

afterAll(() => office.close());

/** What a person's lines say is due, quarter after quarter: `Q1 subsidy 2025 420.00`. */
function duesOf(employeeNo: string): string[] {
  return batches.flatMap(({ batch, lines }) =>
    lines
      .filter(({ employee_no }) => employee_no === employeeNo)
      .map(({ benefit, period, due }) => `${batch.slice(4, 6)} ${benefit} ${period} ${due}`),
  );
}

/** In which quarters a receipt was listed as not payable, and why. */
function listingsOf(receiptNo: string): string[] {
  return batches.flatMap(({ batch, not_payable }) =>
    not_payable
      .filter(({ receipt_no }) => receipt_no === receiptNo)
      .map(({ reasons }) => `${batch.slice(4, 6)} ${reasons.join(' ')}`),
  );
}

describe('the sample office', () => {
  test('is imported without a rejected row', () => {
    const all = (read: number) => ({ read, imported: read, unchanged: 0, rejected: 0 });
    expect(imported).toEqual({
      unit: all(13),
      person: all(302),
      enrolment: all(326),
      recognition: all(151),
      hospital: all(22),
      claim: all(709),
      post: all(15),
      hardship: all(25),
      family: all(73),
      official: all(16),
      pairing: all(22),
      visit: all(61),
      grant: all(38),
      loan: all(11),
      'in-kind': all(22),
    });
  });

  test('settles to figures that were worked out without relief', () => {
    const figures = settled.map(({ claims, due, payable, not_payable }) => ({
      ...{ claims, ...due, payable, not_payable },
    }));
    expect(figures).toEqual([
      {
        ...{ claims: 302, subsidy: '194605.19', rehabilitation: '15000.00' },
        ...{ 'serious-illness': '33056.42', payable: '242661.61', not_payable: 43 },
      },
      {
        ...{ claims: 162, subsidy: '206056.07', rehabilitation: '35000.00' },
        ...{ 'serious-illness': '47510.36', payable: '288566.43', not_payable: 64 },
      },
      {
        ...{ claims: 157, subsidy: '125728.88', rehabilitation: '27500.00' },
        ...{ 'serious-illness': '7896.43', payable: '161125.31', not_payable: 84 },
      },
    ]);
  });

  test('every batch and the audit chain verify', async () => {
    for (const { batch } of batches) await office.done('batch', 'verify', batch);
    await office.done('audit', 'verify');
  });

  test('settling again finds nothing new and changes nothing', async () => {
    const again = await office.json<SettledJson>('settle', '--quarter', '2026Q3');
    expect(again).toMatchObject({ batch: null, claims: 0, payable: '0.00' });
    expect(await office.batches()).toEqual(batches);
  });

  test('what the payments come to is what the lines say', () => {
    for (const { lines, payments } of batches) {
      const sum = (amounts: readonly string[]) =>
        amounts.reduce((total, amount) => total + fenOf(amount), 0);
      expect(sum(payments.map(({ payable }) => payable))).toBe(sum(lines.map(({ due }) => due)));
    }
  });
});

describe('every reason shows', () => {
  test('all five, each in every quarter', () => {
    const spellings = [
      ...['hospital-not-designated', 'no-chronic-recognition', 'not-enrolled'],
      ...['not-reimbursed-by-insurance', 'too-late'],
    ];
    for (const { not_payable } of batches) {
      const shown = new Set(not_payable.flatMap(({ reasons }) => reasons));
      expect([...shown].sort()).toEqual(spellings);
    }
  });

  test.each([
    ['ZY2026-003523', ['Q1 not-enrolled', 'Q2 not-enrolled', 'Q3 not-enrolled']],
    ['ZY2025-003176', ['Q1 not-enrolled', 'Q2 not-enrolled', 'Q3 not-enrolled']],
    ['TJ-041036', ['Q2 not-enrolled', 'Q3 not-enrolled']],
    ['ZY2024-002895', ['Q1 too-late']],
    ['TJ-040328', ['Q2 too-late']],
    ['14445252', ['Q3 not-enrolled too-late']],
    ['ZY2026-003792', ['Q2 hospital-not-designated', 'Q3 hospital-not-designated']],
    [
      'ZY2026-004028',
      [
        'Q2 hospital-not-designated not-reimbursed-by-insurance',
        'Q3 hospital-not-designated not-reimbursed-by-insurance',
      ],
    ],
    ['11116299', []],
    [
      'MZ260119594',
      ['Q1 no-chronic-recognition', 'Q2 no-chronic-recognition', 'Q3 no-chronic-recognition'],
    ],
    ['MZ260120270', ['Q2 no-chronic-recognition', 'Q3 no-chronic-recognition']],
    ['MZ260120271', []],
    ['MZ260120145', []],
    ['MZ260120163', ['Q2 no-chronic-recognition', 'Q3 no-chronic-recognition']],
    ['MZ260121166', ['Q3 not-enrolled no-chronic-recognition']],
    ['TJ-041259', ['Q3 not-reimbursed-by-insurance']],
  ])('receipt %s', (receiptNo, listed) => {
    expect(listingsOf(receiptNo)).toEqual(listed);
  });
});

describe('every rule shows', () => {
  test.each([
    ['left after 2025', '026790', ['Q1 subsidy 2025 420.00']],
    ['joined in 2026', '032064', ['Q1 subsidy 2026 522.35']],
    ['never enrolled', '023121', []],
    ['a referral to a hospital that is not designated', '032686', ['Q2 subsidy 2026 3210.40']],
    ['below the threshold', '015884', []],
    ['at the threshold', '032552', []],
    ['two years do not add up', '034427', []],
    ['800 and 700 reach the threshold together', '027943', ['Q2 subsidy 2026 250.00']],
    ['nine receipts of 150', '010358', ['Q3 subsidy 2026 175.00']],
    ['4 completed years', '035570', ['Q1 subsidy 2026 2000.00']],
    ['5 completed years', '023940', ['Q1 subsidy 2026 2200.00']],
    ['10 completed years', '024647', ['Q2 subsidy 2026 2400.00']],
    ['17 completed years', '011211', ['Q2 subsidy 2026 2600.00']],
    ['20 completed years', '010591', ['Q3 subsidy 2026 2800.00']],
    ['a gap after nine years', '010864', ['Q1 subsidy 2026 2200.00']],
    ['a gap two years ago', '024456', ['Q2 subsidy 2026 2000.00']],
    ['65% and 70%', '030497', ['Q1 subsidy 2025 1300.00', 'Q3 subsidy 2026 1400.00']],
    ['half up: 0.0055', '013025', ['Q1 subsidy 2026 0.01']],
    ['half up: 0.015', '015236', ['Q1 subsidy 2026 0.02']],
    ['half up: 0.005', '027917', ['Q2 subsidy 2026 0.01']],
    ['half up: 0.1815', '023834', ['Q3 subsidy 2026 0.18']],
    ['half up: 1155.5505', '021952', ['Q3 subsidy 2026 1155.55']],
    ['P 120,000.00', '033911', ['Q1 subsidy 2026 10170.25']],
    ['P 120,000.01', '031360', ['Q1 rehabilitation 2026 5000.00', 'Q1 subsidy 2026 11470.92']],
    ['P above 160,000', '015013', ['Q2 rehabilitation 2026 7500.00', 'Q2 subsidy 2026 15113.82']],
    ['P above 200,000', '010680', ['Q3 rehabilitation 2026 10000.00', 'Q3 subsidy 2026 26462.03']],
    [
      'climbing by one step',
      '024029',
      [
        ...['Q1 rehabilitation 2026 5000.00', 'Q1 subsidy 2026 8900.00'],
        ...['Q3 rehabilitation 2026 2500.00', 'Q3 subsidy 2026 3055.10'],
      ],
    ],
    [
      'climbing all steps',
      '011157',
      [
        ...['Q1 rehabilitation 2026 5000.00', 'Q1 subsidy 2026 13659.95'],
        ...['Q2 rehabilitation 2026 2500.00', 'Q2 subsidy 2026 5982.86'],
        ...['Q3 rehabilitation 2026 2500.00', 'Q3 subsidy 2026 5024.50'],
      ],
    ],
    [
      'climbing two steps at once, for the year before',
      '016822',
      [
        ...['Q1 subsidy 2025 6510.00'],
        ...['Q2 rehabilitation 2025 7500.00', 'Q2 subsidy 2025 4975.35'],
      ],
    ],
    [
      'relief at its cap',
      '028390',
      ['Q1 serious-illness 2026 10000.00', 'Q1 subsidy 2026 9500.00'],
    ],
    ['relief within S', '011045', ['Q1 serious-illness 2026 6700.00', 'Q1 subsidy 2026 13300.00']],
    [
      'relief within S, to the fen',
      '011293',
      ['Q2 serious-illness 2026 4970.98', 'Q2 subsidy 2026 7374.69'],
    ],
    [
      'relief as computed',
      '019034',
      ['Q2 serious-illness 2026 2400.00', 'Q2 subsidy 2026 3500.00'],
    ],
    [
      'hardship recognised a quarter later',
      '035915',
      ['Q1 subsidy 2026 7000.00', 'Q2 serious-illness 2026 8000.00'],
    ],
    [
      'serious illness recognised two quarters later',
      '010386',
      ['Q1 subsidy 2026 5040.30', 'Q3 serious-illness 2026 3520.40'],
    ],
    [
      'hardship ended within the year',
      '039221',
      ['Q1 serious-illness 2026 4960.00', 'Q1 subsidy 2026 5100.00'],
    ],
    ['only hardship', '038413', ['Q2 subsidy 2026 6000.00']],
    ['only serious illness', '025102', ['Q2 subsidy 2026 6000.00']],
    ['hardship ended the year before', '022004', ['Q2 subsidy 2026 6000.00']],
    [
      'growing each quarter up to the cap',
      '037914',
      [
        ...['Q1 serious-illness 2026 3200.00', 'Q1 subsidy 2026 4000.00'],
        ...['Q2 serious-illness 2026 4800.00', 'Q2 subsidy 2026 3000.00'],
        ...['Q3 rehabilitation 2026 7500.00', 'Q3 serious-illness 2026 2000.00'],
        ...['Q3 subsidy 2026 6000.00'],
      ],
    ],
    [
      'relief for two years, each by itself',
      '032460',
      [
        ...['Q1 serious-illness 2025 3920.00', 'Q1 subsidy 2025 5340.00'],
        ...['Q3 serious-illness 2026 1000.40', 'Q3 subsidy 2026 3150.30'],
      ],
    ],
  ])('%s: %s', (_rule, employeeNo, dues) => {
    expect(duesOf(employeeNo)).toEqual(dues);
  });
});

test('the file with three bad rows, as Chinese Excel saves it', async () => {
  const rejects = join(office.folder, 'rejects.csv');
  const file = sample('rejects/claims-gbk.csv');
  const { code, out, err } = await office.relief(
    ...['claim', 'import', file, '--rejects', rejects, '--json'],
  );
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ read: 12, imported: 9, unchanged: 0, rejected: 3 });
  expect([...err.matchAll(/line (\d+)/g)].map(([, line]) => line)).toEqual(['5', '7', '10']);
  expect(err).toContain('038612');
  const again = await office.relief('claim', 'import', file, '--rejects', rejects, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ imported: 0, unchanged: 9, rejected: 3 });
});
