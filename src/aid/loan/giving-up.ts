import { change } from '../../audit/change.ts';
import { Failure } from '../../core/failure.ts';
import { required } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import { verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { book } from '../../ledger/store.ts';
import { operatorAtWork } from '../../organisation/operator/reach.ts';
import { allUnits } from '../../organisation/store.ts';
import type { Fund } from '../../policy/aid.ts';
import { loanStanding, pendingWriteOff, type StoredLoan, type StoredWriteOff } from './loan.ts';
import { findLoanSeen, lending } from './seen.ts';
import { findLoan, insertWriteOff } from './store.ts';
import { loanRow } from './view.ts';
import { words } from './words.ts';
import {
  objectionToApproval,
  objectionToAsking,
  objectionToDeciding,
  writeOffEntry,
  writeOffFacts,
} from './write-off.ts';
import { words as writeOffWords } from './write-off-words.ts';

const loanArgument = [{ name: 'number', about: words.loanArgument }];
const reasonOption = { reason: textOption(words.reasonOption) };
const reasonFields = {
  reason: required({ name: 'reason', title: words.reason, parse: parseText }),
};
const entity = 'loan';

function refuse(why: Said | undefined): void {
  if (why) throw new Failure('refused', why);
}

/** `relief loan write-off`. */
export const writeOffVerb = verb({
  name: 'write-off',
  summary: writeOffWords.writeOffSummary,
  arguments: loanArgument,
  options: reasonOption,
  examples: ['relief loan write-off 7 --reason 借款人去世，无遗产可偿'],
  async run(session: Session, [text = ''], given) {
    const { operator, today } = session;
    const seen = await findLoanSeen(session, text);
    refuse(objectionToAsking(seen, today));
    const { reason } = await session.record(reasonFields, given);
    await change(session, async (writer) => {
      const loan = await findLoanSeen(session, String(seen.id));
      refuse(objectionToAsking(loan, today));
      const { left: amount } = loanStanding(loan, today);
      const asked = { amount, reason, asked_on: today, asked_by: operator };
      await insertWriteOff(writer, loan.id, asked);
      const detail = { employee_no: loan.employee_no, amount: formatYuan(amount), reason };
      const entry = { action: 'loan.write-off', entity, key: String(loan.id), detail };
      return { result: undefined, entry };
    });
    await printDone(session, seen, (loan) => {
      const { id, name, no, left } = writeOffFacts(loan, today);
      return say(writeOffWords.asked, { id, name, no, left });
    });
  },
});

/** `relief loan approve-write-off`: what is left then is given up. */
export const approveWriteOffVerb = verb({
  name: 'approve-write-off',
  summary: writeOffWords.approveWriteOffSummary,
  arguments: loanArgument,
  examples: ['relief loan approve-write-off 7 --as 陈秀英 --yes'],
  async run(session: Session, [text = '']) {
    const { operator, today } = session;
    const seen = await decidable(session, text);
    refuse(objectionToApproval(seen, today));
    if (session.interactive) {
      const { id, name, no, left } = writeOffFacts(seen, today);
      const reason = pendingWriteOff(seen)?.reason ?? '';
      await session.confirm(say(writeOffWords.approveConfirm, { id, name, no, left, reason }));
    }
    const done = await change(session, async (writer) => {
      const loan = await decidable(session, String(seen.id));
      refuse(objectionToApproval(loan, today));
      const pending = pendingWriteOff(loan) as StoredWriteOff;
      const { left: amount } = loanStanding(loan, today);
      const booked = writeOffEntry(loan, amount, today, pending.reason);
      const [entry_id = 0] = await book(writer, operator, [booked]);
      const approval = { amount, approved_on: today, approved_by: operator, entry_id };
      await writer.update('write_off', { id: pending.id }, approval);
      const detail = {
        ...{ employee_no: loan.employee_no, asked: formatYuan(pending.amount) },
        ...{ amount: formatYuan(amount), entry: entry_id },
      };
      const entry = { action: 'loan.approve-write-off', entity, key: String(loan.id), detail };
      return { result: { amount: readableYuan(amount), entry: entry_id }, entry };
    });
    await printDone(session, seen, ({ id, name, employee_no: no }) =>
      say(writeOffWords.approved, { id, name, no, operator, ...done }),
    );
  },
});

/** `relief loan refuse-write-off`. */
export const refuseWriteOffVerb = verb({
  name: 'refuse-write-off',
  summary: writeOffWords.refuseWriteOffSummary,
  arguments: loanArgument,
  options: reasonOption,
  examples: ['relief loan refuse-write-off 7 --reason 担保人仍可偿还'],
  async run(session: Session, [text = ''], given) {
    const { operator, today } = session;
    const seen = await decidable(session, text);
    const { reason } = await session.record(reasonFields, given);
    await change(session, async (writer) => {
      const loan = await decidable(session, String(seen.id));
      const pending = pendingWriteOff(loan) as StoredWriteOff;
      const refusal = { refused_on: today, refused_by: operator, refusal: reason };
      await writer.update('write_off', { id: pending.id }, refusal);
      const detail = { employee_no: loan.employee_no, reason };
      const entry = { action: 'loan.refuse-write-off', entity, key: String(loan.id), detail };
      return { result: undefined, entry };
    });
    await printDone(session, seen, (loan) => {
      const { id, name, no, left } = writeOffFacts(loan, today);
      return say(writeOffWords.refused, { id, name, no, left });
    });
  },
});

/** The loan whose write-off the operator at work can decide on. @throws refused where they cannot */
async function decidable(session: Session, text: string): Promise<StoredLoan> {
  const { operator, today } = session;
  const loan = await findLoanSeen(session, text);
  const { query } = await session.database();
  const registered = await operatorAtWork(session);
  const unit = registered && (await allUnits(query)).get(registered.unit);
  const { funds } = await lending(session);
  const { kept_at } = funds.find(({ code }) => code === loan.fund) as Fund;
  refuse(objectionToDeciding(loan, kept_at, { operator, today, level: unit?.level }));
  return loan;
}

async function printDone(
  session: Session,
  { id, fund }: StoredLoan,
  said: (loan: StoredLoan) => Said,
): Promise<void> {
  const { query } = await session.database();
  const loan = await findLoan(query, [fund], String(id));
  const json = loanRow(loan, session.today);
  await session.terminal.print({ blocks: [{ good: said(loan) }], json });
}
