import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { daysLater } from '../../src/core/civil-date.ts';
import { firstDayOf, quarterOf } from '../../src/core/quarter.ts';
import { approver, fenOf, type Office, type SettledJson } from '../office.ts';

/** The days that a batch of these histories stands announced. */
export const announced = 2;

/** The people of every history, as a file. */
export const peopleFile = `employee_no,name,id_no,category,unit,bank_account
00001,王建国,140105198001010011,active,S1,6222000000000001
00002,李秀英,140105195502030025,retired,M1,6222000000000002
00003,张伟,14010519751112003X,active,S1,6222000000000003
00004,刘洋,140105199006150042,active,M1,6222000000000004
00005,陈秀兰,140105196209200050,survivor-illness,M1,6222000000000005`;

interface Head {
  readonly id: number;
  readonly name: string;
  readonly status: string;
}

/**
 * An office's money over time, with every fen counted a second time beside the books: what went in by deposits
 * and dues, what left by bank files and advances.
 */
export class History {
  today = '2026-03-31';
  deposits = 0;
  dues = 0;
  paid = 0;
  advances = 0;
  /** Batch and person, of each payment that the bank made. */
  readonly payments = new Set<string>();
  private receipts = 0;

  constructor(
    readonly office: Office,
    readonly people: readonly string[],
  ) {}

  relief(...argv: string[]) {
    return this.office.relief(...argv, '--today', this.today);
  }

  /** Runs a command that ends with 0 or with a refusal. @returns its JSON, undefined where it was refused */
  async may<T>(...argv: string[]): Promise<T | undefined> {
    const { code, out, err } = await this.relief(...argv, '--json');
    if (code === 4) return undefined;
    if (code !== 0) throw new Error(`relief ${argv.join(' ')}: exit ${code}, ${err}`);
    return JSON.parse(out) as T;
  }

  heads(): Promise<Head[]> {
    return this.office.look(
      async (query) =>
        (await query
          .selectFrom('batch')
          .select(['id', 'name', 'status'])
          .orderBy('id')
          .execute()) as Head[],
    );
  }

  async latest(...statuses: string[]): Promise<string | undefined> {
    return (await this.heads()).findLast(({ status }) => statuses.includes(status))?.name;
  }

  person(at: number): string {
    return this.people[at % this.people.length] as string;
  }

  async importReceipts(receipts: readonly (readonly [person: number, selfPay: number])[]) {
    const lines = receipts.map(([person, selfPay]) => {
      this.receipts += 1;
      const type = this.receipts % 3 === 0 ? 'insurance-settlement' : 'inpatient';
      const yuan = (selfPay / 100).toFixed(2);
      const total = (selfPay / 100 + 5000).toFixed(2);
      return `${this.person(person)},${type},R${this.receipts},${firstDayOf(quarterOf(this.today))},晋岭总医院,${total},5000.00,${yuan},${this.today}`;
    });
    const header =
      'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on';
    await this.office.reliefWith(
      [header, ...lines].join('\n'),
      ...['claim', 'import', '-', '--json', '--today', this.today],
    );
  }

  /** Settles the last quarter, or brings the batch that stands before it up to date. */
  async settle() {
    const waiting = await this.latest('computed', 'announced');
    const quarter = waiting?.slice(0, 'YYYYQN'.length) ?? 'last';
    return this.may<SettledJson>('settle', '--quarter', quarter);
  }

  async announce() {
    const batch = await this.latest('computed');
    if (batch) await this.may('batch', 'announce', batch, '--to', this.office.folder);
  }

  /** A receipt comes in, is settled and announced, and somebody objects. */
  async object(person: number) {
    await this.importReceipts([[person, 400_000]]);
    await this.aQuarterLater();
    await this.settle();
    await this.announce();
    const batch = await this.latest('announced');
    const paid = await this.paidBy(batch ?? '');
    const no = paid[person % Math.max(1, paid.length)];
    if (!batch || !no) return;
    await this.may('batch', 'objection', batch, no, '--reason', '有异议');
  }

  private async paidBy(batch: string): Promise<readonly string[]> {
    const { rows } = await this.office.look((query) =>
      sql<{ no: string }>`SELECT DISTINCT employee_no AS no FROM batch_payment
        JOIN batch ON batch.id = batch_id JOIN person ON person.id = person_id
        WHERE batch.name = ${batch} ORDER BY employee_no`.execute(query),
    );
    return rows.map(({ no }) => no);
  }

  async approve() {
    const batch = await this.latest('computed', 'announced');
    if (!batch) return;
    this.today = daysLater(this.today, announced);
    await this.may('batch', 'approve', batch, '--as', approver);
  }

  async pay() {
    for (const { name, status } of await this.heads()) {
      if (status === 'approved' || status === 'paid') {
        await this.may('batch', 'pay', name, '--to', this.office.folder);
      }
    }
  }

  /** The bank answers every list that it has; `fails` picks whom it refuses. */
  async answer(fails: number) {
    const open = await this.office.look(async (query) => {
      const { rows } = await sql<{ name: string; number: number }>`
        SELECT name, payment_order.number FROM payment_order JOIN batch ON batch.id = batch_id
        WHERE result_on IS NULL`.execute(query);
      return rows;
    });
    for (const { name, number } of open) {
      const list = readFileSync(join(this.office.folder, `${name}-bank-${number}.csv`), 'utf8');
      const rows = list
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','));
      const answers = rows.map(([no = '', , , amount = ''], at) => {
        const failed = fails > 0 && at % fails === 0;
        if (!failed) {
          if (this.payments.has(`${name} ${no}`)) throw new Error(`${no} is paid twice by ${name}`);
          this.payments.add(`${name} ${no}`);
          this.paid += fenOf(amount);
        }
        return `${no},${amount},${failed ? 'failed' : 'paid'}`;
      });
      const file = join(this.office.folder, 'answer.csv');
      writeFileSync(file, ['employee_no,amount,result', ...answers].join('\n'));
      if (!(await this.may('batch', 'result', name, file))) throw new Error(`${name}: refused`);
    }
  }

  async close() {
    const batch = await this.latest('paid');
    if (batch) await this.may('batch', 'close', batch);
  }

  async annul(at: number) {
    const claims = await this.office.look((query) =>
      query.selectFrom('claim').select('id').orderBy('id').execute(),
    );
    const claim = claims[at % Math.max(1, claims.length)];
    if (claim) await this.may('claim', 'annul', `#${claim.id}`, '--reason', '重复报销');
  }

  async advance(person: number, amount: number) {
    const yuan = (amount / 100).toFixed(2);
    const [no, evidence] = [this.person(person), '病危通知书'];
    const granted = await this.may<{ grant: number }>(
      ...['special-relief', 'grant', '--employee-no', no, '--situation', 'urgent'],
      ...['--amount', yuan, '--evidence', evidence, '--pay', 'now'],
    );
    const done =
      granted &&
      (await this.may('special-relief', 'approve', String(granted.grant), '--as', approver));
    if (done) this.advances += amount;
  }

  async grant(person: number, amount: number) {
    const yuan = (amount / 100).toFixed(2);
    const granted = await this.may<{ grant: number }>(
      ...['special-relief', 'grant', '--employee-no', this.person(person)],
      ...['--situation', 'special-disease', '--amount', yuan],
      ...['--evidence', '诊断书', '--pay', 'batch'],
    );
    if (granted) {
      await this.may('special-relief', 'approve', String(granted.grant), '--as', approver);
    }
  }

  async deposit(fund: string, amount: number) {
    const yuan = (amount / 100).toFixed(2);
    const argv = ['--source', 'union', '--amount', yuan, '--on', this.today];
    if (await this.may('fund', 'deposit', fund, ...argv)) this.deposits += amount;
  }

  async aQuarterLater() {
    this.today = daysLater(this.today, 91);
  }

  /** Money is booked in error, and taken back, where the fund can bear it. */
  async reverse() {
    await this.deposit('mutual-aid', 123_456);
    const { rows } = await this.office.look((query) =>
      sql<{ id: number; amount: number }>`
        SELECT entry.id, amount FROM entry JOIN posting ON entry_id = entry.id AND account = 'cash'
        WHERE cause = 'deposit' AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = entry.id)
        ORDER BY entry.id DESC LIMIT 1`.execute(query),
    );
    const deposit = rows[0];
    if (!deposit) return;
    const argv = ['ledger', 'reverse', String(deposit.id), '--reason', '录入有误'];
    if (await this.may(...argv)) this.deposits -= deposit.amount;
  }

  async enrol(person: number, again: boolean) {
    const [no, year] = [this.person(person), this.today.slice(0, 4)];
    const verb = again ? ['add', '--employee-no', no, '--from-year', year] : undefined;
    const removal = ['remove', no, '--year', year, '--reason', '录入有误'];
    const before = await this.enrolled(no, year);
    const done = await this.may('enrolment', ...(verb ?? removal));
    if (done && before !== (await this.enrolled(no, year))) this.dues += again ? 3500 : -3500;
  }

  private async enrolled(no: string, year: string): Promise<boolean> {
    const { rows } = await this.office.look((query) =>
      sql`SELECT 1 FROM enrolment JOIN person ON person.id = person_id
        WHERE employee_no = ${no} AND year = ${Number(year)}`.execute(query),
    );
    return rows.length > 0;
  }
}
