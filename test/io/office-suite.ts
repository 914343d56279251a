import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** True where LibreOffice is installed. */
export const hasOfficeSuite = spawnSync('soffice', ['--version']).status === 0;

/** What LibreOffice makes of a workbook or a CSV file: its first sheet as CSV, cells as they are shown. */
export function throughOfficeSuite(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'relief-soffice-'));
  try {
    // Comma, quotation mark, UTF-8; text cells in quotation marks, others as they are shown, formulas worked out.
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,true';
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = ['--headless', '--convert-to', csv, '--outdir', folder, path];
    execFileSync('soffice', [profile, ...convert], { stdio: 'ignore', timeout: 120_000 });
    return readFileSync(join(folder, basename(path).replace(/\.\w+$/, '.csv')), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
