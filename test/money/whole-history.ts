import { daysLater } from '../../src/core/civil-date.ts';
import type { Office } from '../office.ts';
import { idOf } from '../people/people.ts';
import { yuan } from './help-history.ts';
import { LoanHistory } from './loan-history.ts';

/** Children at school, whom any family may have; each has one resident ID. */
export const students = ['王小明', '王小红'] as const;

interface Deposited {
  readonly entry: number;
  readonly fund: string;
  readonly amount: number;
}

/** The whole office: families and their files, who moves and leaves, the money of the funds, a policy that changes. */
export class WholeHistory extends LoanHistory {
  private readonly members = new Map<string, number>();
  private readonly deposited: Deposited[] = [];

  /** The same history, to go on in another office, into which its database was copied. */
  goOnIn(office: Office): WholeHistory {
    const copy = new WholeHistory(office, this.people);
    const { today, deposits, dues } = this;
    Object.assign(copy, { today, deposits, dues });
    for (const [fund, has] of this.funds) copy.funds.set(fund, structuredClone(has));
    for (const [key, member] of this.members) copy.members.set(key, member);
    copy.households.push(...structuredClone(this.households));
    copy.deposited.push(...this.deposited);
    copy.grants.push(...structuredClone(this.grants));
    return copy;
  }

  /** Has something happen by a date so many days before. */
  async longAgo(days: number, event: () => Promise<unknown>): Promise<void> {
    const { today } = this;
    this.today = daysLater(today, -days);
    await event();
    this.today = today;
  }

  /** Runs a command about a family, which may also be at fault. @returns its JSON, undefined where it did nothing */
  private async tried<T>(...argv: string[]): Promise<T | undefined> {
    const { code, out, err } = await this.relief(...argv, '--json');
    if (code === 0) return JSON.parse(out) as T;
    if (code === 3 || code === 4) return undefined;
    throw new Error(`relief ${argv.join(' ')}: exit ${code}, ${err}`);
  }

  async openFile(head: number): Promise<void> {
    const argv = ['--cause', 'illness', '--income', '9000', '--rigid-expenses', '0'];
    const done = await this.tried('hardship', 'open', '--employee-no', this.person(head), ...argv);
    if (done) this.households.push(new Set([head]));
  }

  async look(head: number, verb: 'review' | 'return'): Promise<void> {
    const expenses = ['--rigid-expenses', '3000'];
    await this.tried('hardship', verb, this.person(head), ...expenses);
  }

  async closeFile(head: number): Promise<void> {
    const argv = [this.person(head), '--outcome', 'lifted', '--reason', '子女就业'];
    await this.tried('hardship', 'close', ...argv);
  }

  /** Somebody recorded joins a family, or a child at school does. */
  async join(family: number, who: number | (typeof students)[number]): Promise<void> {
    const isChild = typeof who === 'string';
    const about = isChild
      ? [
          '--relation',
          'child',
          '--name',
          who,
          '--id-no',
          idOf(students.indexOf(who) + 50, '140107'),
        ]
      : ['--relation', 'spouse', '--employee-no', this.person(who)];
    const stage = isChild ? ['--stage', who === students[0] ? 'primary' : 'university'] : [];
    type Joined = { readonly member?: number; readonly household: string };
    const argv = [this.person(family), ...about, ...stage];
    const done = await this.tried<Joined>('family', 'add', ...argv);
    if (done?.member === undefined) return;
    this.members.set(`${done.household} ${who}`, done.member);
    const head = this.people.indexOf(done.household);
    const household = this.households.find(([first]) => first === head);
    if (!isChild) household?.add(who);
  }

  async leave(which: number): Promise<void> {
    const numbers = [...this.members.values()];
    const member = numbers[which % Math.max(1, numbers.length)];
    if (member) await this.tried('family', 'leave', String(member), '--reason', '分户');
  }

  async move(person: number, unit: string): Promise<void> {
    await this.may('person', 'edit', this.person(person), '--unit', unit);
  }

  async retire(person: number, category: string): Promise<void> {
    await this.may('person', 'edit', this.person(person), '--category', category);
  }

  async depositInto(fund: string, amount: number): Promise<void> {
    const argv = ['--source', 'donation', '--amount', yuan(amount), '--on', this.today];
    const done = await this.may<{ entry: number }>('fund', 'deposit', fund, ...argv);
    if (!done) return;
    this.fund(fund).cash += amount;
    this.deposited.push({ entry: done.entry, fund, amount });
  }

  async opening(fund: string, amount: number): Promise<void> {
    const argv = ['--amount', yuan(amount), '--on', this.today];
    const done = await this.may<{ entry: number }>('fund', 'opening', fund, ...argv);
    if (!done) return;
    this.fund(fund).cash += amount;
    this.deposited.push({ entry: done.entry, fund, amount });
  }

  /** Takes a deposit, or an opening balance, back. */
  async takeBack(which: number): Promise<void> {
    const one = this.deposited[which % Math.max(1, this.deposited.length)];
    if (!one) return;
    if (!(await this.may('ledger', 'reverse', String(one.entry), '--reason', '录入有误'))) return;
    this.fund(one.fund).cash -= one.amount;
    this.deposited.splice(this.deposited.indexOf(one), 1);
  }

  async usePolicy(path: string, rules: WholeHistory['rules']): Promise<void> {
    if (await this.may('policy', 'use', path, '--yes')) this.rules = rules;
  }

  async daily(): Promise<void> {
    await this.may('daily');
  }
}
