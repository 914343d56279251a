import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Office, SettledJson } from '../office.ts';
import { officeOfFamilies, open } from '../people/hardship/families.ts';

let office: Office;

beforeEach(async () => {
  office = await officeOfFamilies();
  await office.import(
    'enrolment',
    'employee_no,from_year,to_year\n000001,2026,\n000002,2026,\n000003,2026,',
  );
  await office.import('hospital', 'name,designated\n晋岭总医院,yes');
});

afterEach(() => office.close());

const header =
  'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on';
const cost = '2026-07-15,晋岭总医院,30000,9000,8000,2026-07-20';
const stay = (no: string, receipt: string, type = 'inpatient') =>
  `${no},${type},${receipt},${cost}`;

const marry = () =>
  office.done('family', 'add', '000001', '--relation', 'spouse', '--employee-no', '000002');

const states = async () =>
  (await office.json<{ state: string }[]>('claim', 'list')).map(({ state }) => state).reverse();

describe('the same receipt of a couple', () => {
  beforeEach(async () => {
    await open(office, '000001');
  });

  test('entered for each is paid once', async () => {
    await marry();
    const first = await office.bring('claim', [header, stay('000001', 'ZY-1')]);
    const second = await office.bring('claim', [
      header,
      stay('000002', 'ZY-2'),
      stay('000003', 'ZY-3'),
    ]);
    expect([first.counts, second.counts]).toMatchObject([
      { imported: 1 },
      { imported: 2, held: 1 },
    ]);
    expect(await states()).toEqual(['open', 'held', 'open']);
    const shown = await office.done('claim', 'show', '2');
    expect(shown).toContain('claim 1 of 王建国 (000001), of the same household: inpatient ZY-1');
    await office.done('claim', 'reject', '2');
  });

  test('is seen within one file, by the number under another type too', async () => {
    await marry();
    const lines = [stay('000002', 'ZY-1'), stay('000001', 'ZY-1', 'special-exam')];
    const { counts } = await office.bring('claim', [header, ...lines]);
    expect(counts).toMatchObject({ imported: 2, held: 1 });
  });

  test('is seen when it is entered by hand', async () => {
    await marry();
    await office.bring('claim', [header, stay('000001', 'ZY-1')]);
    const { err } = await office.relief(
      ...['claim', 'add', '--employee-no', '000002', '--receipt-type', 'inpatient', '--receipt-no'],
      ...[
        'ZY-2',
        '--service-date',
        '2026-07-15',
        '--hospital',
        '晋岭总医院',
        '--total-amount',
        '30000',
      ],
      ...['--pool-paid', '9000', '--pool-self-pay', '8000'],
    );
    expect(err).toContain('claim 1 of 王建国 (000001), of the same household');
    expect(await states()).toEqual(['open', 'held']);
  });

  test('is two receipts where they are no household, or no longer one', async () => {
    await office.bring('claim', [header, stay('000001', 'ZY-1'), stay('000002', 'ZY-2')]);
    expect(await states()).toEqual(['open', 'open']);
    await marry();
    await office.done('family', 'leave', '2');
    await office.bring('claim', [header, stay('000002', 'ZY-4')]);
    // Their own one of the same cost stands.
    expect(await states()).toEqual(['open', 'open', 'held']);
    expect(await office.done('claim', 'show', '3')).toContain('the same receipt as claim 2');
  });
});

test('a file makes its members the poor that serious-illness relief is for, as long as it is open', async () => {
  await office.import(
    'recognition',
    'employee_no,kind,detail,from,to\n000002,serious-illness,恶性肿瘤,2026-02-01,\n000003,serious-illness,恶性肿瘤,2026-02-01,',
  );
  await office.import('claim', [header, stay('000002', 'ZY-1'), stay('000003', 'ZY-3')].join('\n'));
  const due = async () =>
    (await office.json<SettledJson>('settle', '--quarter', '2026Q3', '--dry-run')).due;
  expect(await due()).toMatchObject({ subsidy: '7000.00', 'serious-illness': '0.00' });
  await open(office, '000001', '--opened-on', '2026-03-01');
  await marry();
  // The member joined after the quarter's last day.
  expect(await due()).toMatchObject({ subsidy: '7000.00', 'serious-illness': '0.00' });
  await office.done('family', 'edit', '2', '--from', '2026-04-01');
  expect(await due()).toMatchObject({ subsidy: '7000.00', 'serious-illness': '2400.00' });
  await office.settle('2026Q3');
  await office.done('hardship', 'close', '000001', '--outcome', 'relieved', '--reason', '好转');
  for (const { batch } of await office.batches()) await office.done('batch', 'verify', batch);
  await office.done('audit', 'verify');
});
