import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { type Row, yuanColumn } from '../../src/core/report.ts';
import { mostXlsxRows, writeXlsx } from '../../src/io/xlsx.ts';
import { hasOfficeSuite, throughOfficeSuite } from './office-suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const columns = [
  { key: 'no', title: { en: 'no.', zh: '序号' }, align: 'right' as const },
  { key: 'text', title: { en: 'text', zh: '文本' } },
  yuanColumn('amount', { en: 'amount', zh: '金额' }),
];

/** What spreadsheets destroy or run, if they are let. */
const texts = [
  ...[
    '00045',
    '6222021234567890123',
    '14010719720822001X',
    '140107197208220010',
    '1E5',
    '2026-10-08',
  ],
  ...[
    '=1+1',
    '+86',
    '-x',
    '@x',
    '=HYPERLINK("http://a","b")',
    '＝1+1',
    "'00045",
    '王小明',
    'a,"b"',
  ],
  ...[' 前后有空格 ', '<b>&amp;</b>', 'TRUE', '1/2', '_x0041_', '0.10', '𠮷田'],
];

async function written(rows: readonly Row[], sheet = '付款清单', lang: 'en' | 'zh' = 'zh') {
  const path = join(folder, `${readdirSync(folder).length}.xlsx`);
  await writeXlsx(path, sheet, { columns, rows }, lang);
  const parts = unzipSync(readFileSync(path));
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  return { path, sheet: part('xl/worksheets/sheet1.xml'), part };
}

const rowsOf = (values: readonly string[]): Row[] =>
  values.map((text, at) => ({ no: at + 1, text, amount: '1234.50' }));

describe('a workbook', () => {
  test('has texts as texts, counts and amounts as numbers, and no formula', async () => {
    const { sheet, part } = await written(rowsOf(texts));
    expect(sheet).not.toMatch(/<f>/);
    expect(sheet.match(/<c r="B\d+" s="\d+" t="s">/g)).toHaveLength(texts.length + 1);
    expect(sheet.match(/<c r="C\d+" s="\d+"><v>1234.5<\/v>/g)).toHaveLength(texts.length);
    expect(sheet.match(/<c r="A\d+"><v>\d+<\/v>/g)).toHaveLength(texts.length);
    expect(part('xl/styles.xml')).toMatch(/formatCode="#,##0\.00"/);
    expect(part('xl/styles.xml')).toMatch(/formatCode="@"/);
  });

  test('has titles in the language asked for, columns wide enough, a first row that stays', async () => {
    const { sheet, part } = await written(rowsOf(['6222021234567890123']), '2026Q3-1', 'en');
    expect(part('xl/sharedStrings.xml')).toMatch(/<t>amount<\/t>/);
    expect(sheet).toMatch(/<col min="2" max="2" width="21"/);
    expect(sheet).toMatch(/state="frozen"/);
  });

  test.each([
    ['付款清单', '付款清单'],
    ['a/b[1]:*?', 'a b 1'],
    ["'引号'", '引号'],
    ['', 'Sheet1'],
    ['很'.repeat(40), '很'.repeat(31)],
  ])('a sheet called %j is called %j', async (name, called) => {
    const { part } = await written([], name);
    expect(part('xl/workbook.xml')).toContain(`name="${called}"`);
  });

  test('is exact to the fen up to a hundred billion yuan', async () => {
    const amounts = ['0.01', '-0.10', '99999999999.99', '100000000000.00'];
    const { sheet } = await written(amounts.map((amount) => ({ no: 1, text: '', amount })));
    expect([...sheet.matchAll(/<c r="C\d+" s="\d+"><v>([^<]+)/g)].map(([, v]) => v)).toEqual([
      ...['0.01', '-0.1', '99999999999.99', '100000000000'],
    ]);
  });

  test('is nobody else’s to read, and leaves nothing half written', async () => {
    const { path } = await written([]);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    async function* endless() {
      for (let no = 0; no <= mostXlsxRows; no += 1) yield { no, text: '', amount: '1.00' };
    }
    const large = join(folder, 'large.xlsx');
    const rejected = writeXlsx(large, 'x', { columns, rows: endless() }, 'en');
    await expect(rejected).rejects.toThrow(/too many for a workbook/);
    expect(readdirSync(folder).filter((name) => name.startsWith('large'))).toEqual([]);
  });

  test('opens in LibreOffice as it was written (needs soffice)', {
    timeout: 120_000,
  }, async (context) => {
    if (!hasOfficeSuite) context.skip('soffice is not installed: apt-get install libreoffice-calc');
    const { path } = await written(rowsOf(texts));
    const quoted = texts.map((text) => `"${text.replaceAll('"', '""')}"`);
    const lines = quoted.map((text, at) => `${at + 1},${text},"1,234.50"`);
    const shown = throughOfficeSuite(path).trimEnd().split('\n');
    expect(shown).toEqual(['"序号","文本","金额"', ...lines]);
  });
});
