import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainPolicy } from './plain-policy.ts';

/** The day that every test of the real program goes by. */
export const today = '2026-10-08';

const bin = fileURLToPath(new URL('../bin/relief.js', import.meta.url));

/** What a run left behind. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How a run differs from the usual one. */
export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Sees the process as soon as it runs. */
  readonly watch?: (child: ChildProcess) => void;
  readonly uid?: number;
}

/** The surroundings of every run: nothing of the machine's own, but the path to programs. */
export function surroundings(folder: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    RELIEF_DB: join(folder, 'office.db'),
    RELIEF_TODAY: today,
    RELIEF_OPERATOR: 'wang',
    RELIEF_LANG: 'en',
    NO_COLOR: '1',
  };
}

/** A temporary folder in which the real program runs, as from a shell without a terminal. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'relief-desk-'));
  readonly database = join(this.folder, 'office.db');
  /** Everything that any run has said, to look for stack traces in. */
  said = '';

  /** The path of a file in the folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file into the folder. @returns its path */
  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** Runs `relief …`. */
  async run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const child = spawn(process.execPath, [bin, ...argv], {
      cwd: this.folder,
      env: { ...surroundings(this.folder), ...options.env },
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    options.watch?.(child);
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const ran = { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
    this.said += ran.out + ran.err;
    return ran;
  }

  /** Runs a command that must end with 0. @returns what it printed */
  async ok(argv: readonly string[], options: RunOptions = {}): Promise<string> {
    const { code, out, err } = await this.run(argv, options);
    if (code !== 0) throw new Error(`relief ${argv.join(' ')}: exit ${code}\n${out}${err}`);
    return out;
  }

  /** Runs a command that must end with 0, for its JSON. */
  async json<T = Record<string, unknown>>(...argv: string[]): Promise<T> {
    return JSON.parse(await this.ok([...argv, '--json'])) as T;
  }

  /** Takes the folder away. */
  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A fact file for each noun of the small office that tests begin with, in the order of import. */
export const office: Readonly<Record<string, string>> = {
  unit: `code,name,level,parent
G0,晋岭集团,group,
M1,青石沟矿,mine,G0
M2,白马山矿,mine,G0
M1S1,综采一队,section,M1
M1S2,综采二队,section,M1
`,
  person: `employee_no,name,id_no,category,unit,phone,bank_account
00001,王建国,140105198001010011,active,M1S1,13800000001,6222000000000001
00002,李秀英,140105195502030025,retired,M1,,6222000000000002
00003,张伟,14010519751112003X,active,M1S2,,
00004,刘洋,140105199006150042,active,M2,,
00005,陈秀兰,140105196209200050,survivor-illness,M1,,
`,
  enrolment: `employee_no,from_year,to_year
00001,2016,2026
00002,2026,
00003,2024,2026
00005,2026,2026
`,
  recognition: `employee_no,kind,detail,from,to
00001,hardship,低保家庭,2025-01-01,
00001,serious-illness,恶性肿瘤,2026-02-01,
00002,chronic-disease,高血压,2024-05-01,
`,
  hospital: `name,designated
晋岭总医院,yes
青石沟矿医院,yes
康民诊所,no
`,
};

/** Makes a database on a desk; with the facts of the small office, or empty. */
export async function openOffice(
  desk: Desk,
  nouns = Object.keys(office),
  policy = plainPolicy(),
): Promise<void> {
  await desk.ok(['init', '--policy', policy]);
  for (const noun of nouns) await desk.ok([noun, 'import', '-'], { input: office[noun] ?? '' });
}

/** Lines of a claims file with a header. */
export function claimsFile(...lines: readonly string[]): string {
  const header =
    'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on';
  return `${[header, ...lines].join('\n')}\n`;
}
