import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { IPty } from '@lydell/node-pty';
import { afterEach } from 'vitest';
import type { Office } from '../office.ts';

const root = join(import.meta.dirname, '../..');

function loaded(): typeof import('@lydell/node-pty') | undefined {
  try {
    return createRequire(import.meta.url)('@lydell/node-pty');
  } catch (error) {
    console.warn(`prompts: skipped, no pseudo-terminal on this system (${error})`);
    return undefined;
  }
}

const pty = loaded();

/** Whether there are pseudo-terminals here; where not, their tests are skipped. */
export const hasTerminals = pty !== undefined;

const patience = 20_000;
const down = '\x1b[B';
const eraseLine = '\x15';

/** Someone who runs the built program at a terminal, reads what it asks and types. */
export class PersonAtTerminal {
  private raw = '';
  private read = 0;
  private woken: () => void = () => {};
  private exitCode: number | undefined;
  private readonly terminal: IPty;

  constructor(office: Office, lang: 'en' | 'zh', argv: readonly string[], operator = '李调度') {
    if (!pty) throw new Error('no pseudo-terminal');
    const env = {
      ...process.env,
      RELIEF_DB: office.path,
      RELIEF_LANG: lang,
      RELIEF_OPERATOR: operator,
      RELIEF_TODAY: office.today,
      TERM: 'xterm-256color',
    };
    const program = join(root, 'bin/relief.js');
    const size = { cols: 160, rows: 50 };
    this.terminal = pty.spawn(process.execPath, [program, ...argv], { ...size, env, cwd: root });
    this.terminal.onData((data) => {
      this.raw += data;
      this.woken();
    });
    this.terminal.onExit(({ exitCode, signal }) => {
      this.exitCode = signal ? 128 + signal : exitCode;
      this.woken();
    });
  }

  /** All that was on the screen since the last answer, without colours and movements of the cursor. */
  get seen(): string {
    return stripVTControlCharacters(this.raw.slice(this.read)).replaceAll('\r', '');
  }

  /** Waits until a text is on the screen. @returns what was on the screen since the last answer */
  see(text: string): Promise<string> {
    return this.until(`"${text}"`, () => this.seen.includes(text));
  }

  /** Answers a question: what stands there is erased, the answer typed, Enter pressed. */
  async answer(question: string, text: string): Promise<void> {
    await this.see(`? ${question}`);
    this.type(`${eraseLine}${text}\r`);
  }

  /** Answers a question wrongly, and sees words of the reason under it. The question stays. */
  async answerWrongly(question: string, text: string, reason: string): Promise<void> {
    await this.answer(question, text);
    const faults = () => this.seen.split('\n').filter((line) => line.startsWith('> '));
    await this.until(`the fault "${reason}"`, () => faults().some((line) => line.includes(reason)));
  }

  /** Types into a search until one entry is left and another is gone, and takes it. */
  async search(question: string, term: string, left: string, gone: string): Promise<void> {
    const all = (list: string) => list.includes(left) && list.includes(gone);
    await this.list(question, all);
    this.type(term);
    await this.list(question, (list) => {
      const [head = ''] = list.split('\n');
      return head.trimEnd().endsWith(term) && list.includes(left) && !list.includes(gone);
    });
    this.type('\r');
  }

  /** Moves down a list as far as an entry, and takes it. */
  async choose(question: string, entry: string): Promise<void> {
    const shown = await this.list(question, (list) => list.includes(entry));
    const entries = shown.split('\n').slice(1);
    const [from, to] = ['❯', entry].map((text) => entries.findIndex((one) => one.includes(text)));
    for (let step = from ?? 0; step < (to ?? 0); step += 1) {
      this.type(down);
      const next = entries[step + 1]?.trim() ?? '';
      await this.list(question, (list) => list.includes(`❯ ${next}`));
    }
    this.type('\r');
  }

  /** Waits for a question with a list below, in its latest drawing, that is as wanted. */
  private async list(question: string, wanted: (list: string) => boolean): Promise<string> {
    const latest = () => {
      const at = this.seen.lastIndexOf(`? ${question}`);
      return at === -1 ? '' : this.seen.slice(at);
    };
    // The line that tells the keys is drawn last.
    const drawn = () => latest().includes('⏎') && wanted(latest());
    await this.until(`the list of "${question}"`, drawn);
    return latest();
  }

  /** Presses keys: from here on, what was on the screen is read. */
  type(keys: string): void {
    this.read = this.raw.length;
    this.terminal.write(keys);
  }

  /** Presses Ctrl-C. */
  interrupt(): void {
    this.type('\x03');
  }

  /** Waits for the program to end. @returns its exit code; of a signal, 128 more than the signal, as shells have it */
  async ended(): Promise<number> {
    await this.until('the end', () => this.exitCode !== undefined);
    return this.exitCode ?? -1;
  }

  /** Ends the program where a test gave up. */
  leave(): void {
    if (this.exitCode === undefined) this.terminal.kill();
  }

  private async until(what: string, holds: () => boolean): Promise<string> {
    const deadline = Date.now() + patience;
    while (!holds()) {
      const left = deadline - Date.now();
      if (left <= 0 || (this.exitCode !== undefined && what !== 'the end')) {
        const ended = this.exitCode === undefined ? '' : ` (ended with ${this.exitCode})`;
        const whole = stripVTControlCharacters(this.raw).replaceAll('\r', '');
        throw new Error(`waited for ${what} in vain${ended}; on the screen:\n${whole}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.woken = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.seen;
  }
}

/**
 * Lets the tests of a file sit somebody down in the office of the test that runs; who still sits there after it leaves,
 * and the office is closed.
 */
export function seatIn(office: () => Office) {
  let at: PersonAtTerminal | undefined;
  afterEach(() => {
    at?.leave();
    at = undefined;
    office().close();
  });
  return (lang: 'en' | 'zh', argv: readonly string[], operator?: string): PersonAtTerminal => {
    at = new PersonAtTerminal(office(), lang, argv, operator);
    return at;
  };
}
