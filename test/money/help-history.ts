import { approver, csvOf } from '../office.ts';
import { History } from './history.ts';

/** Who takes applications and asks for write-offs, who endorses; {@link approver} decides. */
export const [taker, endorser] = ['李调度', '周建华'];

/** A grant or a loan, counted beside the program. Amounts in fen. */
export interface Counted {
  readonly id: number;
  readonly fund: string;
  /** The place of the applicant among the people. */
  readonly person: number;
  /** The name of the student whom it is for. */
  readonly student: string | null;
  readonly receipt: string | null;
  /** The school year, or the months. */
  readonly times: readonly string[];
  readonly year: string;
  amount: number;
  state: 'applied' | 'approved' | 'paid' | 'ended';
  /** Of a loan, by its number: what came back. */
  readonly repayments: Map<number, number>;
  writtenOff: number;
}

/** What a fund has, counted beside the books. Amounts in fen. */
export interface Has {
  cash: number;
  payable: number;
  readonly owed: Map<number, number>;
  readonly lent: Map<number, number>;
}

/** How an application is made. */
export interface Application {
  readonly fund: string;
  readonly person: number;
  readonly amount: number;
  readonly receipt: string | null;
  readonly month: number;
  readonly urgent: boolean;
  readonly student: string;
}

export const [lends, byMonth] = ['start-up', 'rental-housing'];
const forStudents = ['school', 'university'];
const [limited, sharing, onceAYear] = ['living-active', 'legal-aid', 'disability'];
const granted = ['approved', 'paid'];

/** What is still to come of a loan, in fen. */
export const leftOf = ({ amount, repayments, writtenOff }: Counted) =>
  [...repayments.values()].reduce((left, one) => left - one, amount - writtenOff);

/** Fen as options have them. */
export const yuan = (fen: number) => (fen / 100).toFixed(2);
/** Adds to what is counted under a key. */
export const add = <K>(to: Map<K, number>, key: K, fen: number) =>
  to.set(key, (to.get(key) ?? 0) + fen);

/** An office that helps by application too, with the money of these funds counted a second time. */
export class HelpHistory extends History {
  readonly grants: Counted[] = [];
  /** All who are or were in one, head first. */
  readonly households: Set<number>[] = [];
  readonly funds = new Map<string, Has>();
  /** What the policy in force says: the most in a year of {@link limited}, and whether it shares a cost with {@link sharing}. */
  rules = { perYear: 300_000, shares: true };

  fund(code: string): Has {
    const none = { cash: 0, payable: 0, owed: new Map(), lent: new Map() };
    const has = this.funds.get(code) ?? none;
    this.funds.set(code, has);
    return has;
  }

  /** All who are or were in one household with somebody. */
  family(person: number): ReadonlySet<number> {
    const theirs = this.households.filter((persons) => persons.has(person));
    return new Set([person, ...theirs.flatMap((persons) => [...persons])]);
  }

  private chosen(which: number, ...states: Counted['state'][]): Counted | undefined {
    const fitting = this.grants.filter(({ state }) => states.includes(state));
    return fitting[which % Math.max(1, fitting.length)];
  }

  private counted(one: Application, id: number, times: readonly string[]): Counted {
    const { fund, person, amount, receipt } = one;
    const student = forStudents.includes(fund) ? one.student : null;
    const grant: Counted = {
      ...{ id, fund, person, amount, receipt, student, times, year: this.today.slice(0, 4) },
      ...{ state: 'applied', repayments: new Map(), writtenOff: 0 },
    };
    this.grants.push(grant);
    return grant;
  }

  private timesOf({ fund, month }: Application): readonly string[] {
    const [year = 0, now = 0] = this.today.split('-').map(Number);
    if (fund === byMonth) return [`${year}-${String(month).padStart(2, '0')}`];
    if (!forStudents.includes(fund)) return [];
    const from = now >= 9 ? year : year - 1;
    return [`${from}-${from + 1}`];
  }

  private facts(one: Application, times: readonly string[]): Readonly<Record<string, string>> {
    const { fund, person, amount, receipt, student } = one;
    return {
      ...{ fund, employee_no: this.person(person), amount: yuan(amount), purpose: '生活困难' },
      evidence: '申请书',
      ...(receipt !== null && { receipt_no: receipt }),
      ...(fund === byMonth && { from_month: times[0] ?? '', to_month: times[0] ?? '' }),
      ...(forStudents.includes(fund) && { beneficiary: student }),
      ...(fund === lends && { instalments: '7' }),
      ...(fund === 'legal-aid' && { payee: '晋岭律师事务所' }),
    };
  }

  async apply(one: Application): Promise<void> {
    const times = this.timesOf(one);
    const options = Object.entries(this.facts(one, times)).flatMap(([name, value]) => {
      return [`--${name.replaceAll('_', '-')}`, value];
    });
    const urgent = one.urgent ? ['--urgent'] : [];
    const argv = ['grant', 'apply', ...options, ...urgent, '--as', taker];
    const taken = await this.may<{ grant: number }>(...argv);
    if (taken) this.counted(one, taken.grant, times);
  }

  /** What was decided on paper is imported: approved, and paid where it was. */
  async importGrant(one: Application, isPaid: boolean): Promise<void> {
    const times = this.timesOf(one);
    const facts = { ...this.facts(one, times), purpose: `补录 ${this.grants.length}` };
    const days = { applied_on: this.today, approved_on: this.today, approved_by: approver };
    const csv = csvOf([{ ...facts, ...days, paid_on: isPaid ? this.today : '' }]);
    const argv = ['grant', 'import', '-', '--json', '--today', this.today];
    const { code, out } = await this.office.reliefWith(csv, ...argv);
    if (code === 4) return;
    const { imported } = JSON.parse(out) as { imported: number };
    if (imported === 0) return;
    const grant = this.counted(one, this.grants.length + 1, times);
    this.isApproved(grant, one.amount);
    if (isPaid) this.isPaid(grant);
  }

  async endorse(which: number): Promise<void> {
    const grant = this.chosen(which, 'applied', 'approved', 'paid');
    const argv = ['--opinion', '情况属实', '--as', endorser];
    if (grant) await this.may('grant', 'endorse', String(grant.id), ...argv);
  }

  /** Passes one up as far as it goes, and has it decided on. @param part of 4: what of it is granted */
  async decide(which: number, part: number): Promise<void> {
    const grant = this.chosen(which, 'applied');
    if (!grant) return;
    const argv = ['--opinion', '同意', '--as', endorser];
    for (let level = 0; level < 2; level += 1)
      await this.may('grant', 'endorse', String(grant.id), ...argv);
    const amount = Math.max(1, Math.floor((grant.amount * part) / 4));
    const by = ['--amount', yuan(amount), '--as', approver];
    if (await this.may('grant', 'approve', String(grant.id), ...by)) this.isApproved(grant, amount);
  }

  /** What of an approval breaks a limit, or pays a cost twice. */
  private broken(grant: Counted): string | undefined {
    const { fund, person, student, receipt, times, year, amount } = grant;
    const family = this.family(person);
    const others = this.grants.filter((one) => one !== grant && granted.includes(one.state));
    const ofFund = others.filter((one) => one.fund === fund);
    const own = ofFund.filter((one) => one.person === person && one.year === year);
    const ofFamily = ofFund.filter((one) => family.has(one.person));
    const mayShare = (one: Counted) =>
      this.rules.shares && [one.fund, fund].sort().join() === [sharing, limited].sort().join();
    const twice = others.some(
      (one) =>
        receipt !== null && one.receipt === receipt && family.has(one.person) && !mayShare(one),
    );
    if (twice) return 'one cost is paid twice';
    if (student && ofFund.some((one) => one.student === student && one.times[0] === times[0]))
      return 'twice in a school year';
    if (fund === byMonth && ofFamily.some((one) => one.times[0] === times[0]))
      return 'a month twice';
    if (fund === onceAYear && own.length > 0) return 'twice in a year';
    const inYear = own.reduce((sum, one) => sum + one.amount, amount);
    if (fund === limited && inYear > this.rules.perYear) return 'more in a year than the limit';
    const running = (one: Counted) => one.state === 'approved' || leftOf(one) > 0;
    return fund === lends && ofFamily.some(running) ? 'two loans at a time' : undefined;
  }

  private isApproved(grant: Counted, amount: number): void {
    grant.amount = amount;
    const broken = this.broken(grant);
    if (broken) throw new Error(`grant ${grant.id} of ${grant.fund}: ${broken}`);
    grant.state = 'approved';
    this.fund(grant.fund).payable += amount;
  }

  private isPaid(grant: Counted): void {
    const has = this.fund(grant.fund);
    grant.state = 'paid';
    has.payable -= grant.amount;
    has.cash -= grant.amount;
    if (grant.fund === lends) add(has.lent, grant.person, grant.amount);
  }

  async payGrant(which: number, all: boolean): Promise<void> {
    const grant = this.chosen(which, 'approved');
    if (!grant) return;
    const ofFund = ({ state, fund }: Counted) => state === 'approved' && fund === grant.fund;
    const paid = all ? this.grants.filter(ofFund) : [grant];
    const argv = all ? ['--fund', grant.fund, '--all'] : [String(grant.id)];
    if (await this.may('grant', 'pay', ...argv)) for (const one of paid) this.isPaid(one);
  }

  async end(which: number, verb: 'refuse' | 'return' | 'withdraw'): Promise<void> {
    const grant = this.chosen(which, 'applied', 'approved', 'paid');
    if (!grant) return;
    const argv = [String(grant.id), '--reason', '情况有变', '--as', approver];
    if (!(await this.may('grant', verb, ...argv)) || verb === 'return') return;
    const has = this.fund(grant.fund);
    if (grant.state === 'approved') has.payable -= grant.amount;
    if (grant.state === 'paid') add(has.owed, grant.person, grant.amount);
    grant.state = 'ended';
  }
}
