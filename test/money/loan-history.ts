import { approver, csvOf } from '../office.ts';
import { add, type Counted, HelpHistory, leftOf, lends, taker, yuan } from './help-history.ts';

/** The same office, with what comes back: of loans, and of grants that were taken back after they were paid. */
export class LoanHistory extends HelpHistory {
  /** Repayments entered, those taken back among them: they have numbers. */
  private repayments = 0;

  private loan(which: number): Counted | undefined {
    const loans = this.grants.filter(({ fund, state }) => fund === lends && state === 'paid');
    return loans[which % Math.max(1, loans.length)];
  }

  /** @param part of 4; all that is left is an early repayment */
  async repay(which: number, part: number): Promise<void> {
    const loan = this.loan(which);
    if (!loan) return;
    const amount = Math.max(1, Math.floor((leftOf(loan) * part) / 4));
    const argv = [String(loan.id), '--amount', yuan(amount), '--on', this.today];
    if (await this.may('loan', 'repay', ...argv)) this.isRepaid(loan, amount);
  }

  /** The same file of repayments is imported twice. */
  async importRepayment(which: number, part: number): Promise<void> {
    const loan = this.loan(which);
    if (!loan) return;
    const amount = Math.max(1, Math.floor((leftOf(loan) * part) / 4));
    const csv = csvOf([{ loan: loan.id, amount: yuan(amount), on: this.today }]);
    const argv = ['loan', 'import', '-', '--json', '--today', this.today];
    for (let time = 0; time < 2; time += 1) {
      const { out } = await this.office.reliefWith(csv, ...argv);
      const { imported } = JSON.parse(out) as { imported: number };
      if (imported > 0 && time > 0) throw new Error('a repayment was imported twice');
      if (imported > 0) this.isRepaid(loan, amount);
    }
  }

  private isRepaid(loan: Counted, amount: number): void {
    this.repayments += 1;
    loan.repayments.set(this.repayments, amount);
    add(this.fund(loan.fund).lent, loan.person, -amount);
    this.fund(loan.fund).cash += amount;
  }

  async correct(which: number, at: number): Promise<void> {
    const loan = this.loan(which);
    if (!loan) return;
    const numbers = [...loan.repayments.keys()];
    const number = numbers[at % Math.max(1, numbers.length)] ?? at;
    const argv = [String(loan.id), '--repayment', String(number), '--reason', '记错借款人'];
    if (!(await this.may('loan', 'correct', ...argv))) return;
    const amount = loan.repayments.get(number) ?? 0;
    loan.repayments.delete(number);
    add(this.fund(loan.fund).lent, loan.person, amount);
    this.fund(loan.fund).cash -= amount;
  }

  /** A write-off is asked for, and decided on where that is said. */
  async writeOff(which: number, decision: 'approve' | 'refuse' | 'wait'): Promise<void> {
    const loan = this.loan(which);
    if (!loan) return;
    const [id, reason] = [String(loan.id), ['--reason', '借款人去世']];
    await this.may('loan', 'write-off', id, ...reason, '--as', taker);
    const by = ['--as', approver];
    if (decision === 'refuse') await this.may('loan', 'refuse-write-off', id, ...reason, ...by);
    if (decision !== 'approve') return;
    if (!(await this.may('loan', 'approve-write-off', id, ...by))) return;
    const left = leftOf(loan);
    loan.writtenOff += left;
    add(this.fund(loan.fund).lent, loan.person, -left);
  }

  /** What was paid wrongly comes back. @param part of 4 */
  async bringBack(which: number, part: number): Promise<void> {
    const all = [...this.funds].flatMap(([fund, { owed }]) =>
      [...owed].map(([person, fen]) => ({ fund, person, fen })),
    );
    const one = all[which % Math.max(1, all.length)];
    if (!one) return;
    const { fund, person, fen } = one;
    const amount = Math.max(1, Math.floor((fen * part) / 4));
    const argv = ['--person', this.person(person), '--amount', yuan(amount), '--on', this.today];
    if (!(await this.may('fund', 'repay', fund, ...argv))) return;
    add(this.fund(fund).owed, person, -amount);
    this.fund(fund).cash += amount;
  }
}
