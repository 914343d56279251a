import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { optional, type RecordOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { readableYuan } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import type { Case } from './case.ts';
import { paidAlready } from './cost.ts';
import { whyNotFamily, whyNotStudent } from './eligibility.ts';
import { grantFields, parseAmount } from './grant.ts';
import { whyNotGranted } from './judge.ts';
import { limitsPassed } from './limits.ts';
import { words } from './words.ts';

/** The columns of a file of applications: those that are asked for, and what was decided of them already. */
export const importFields = {
  ...grantFields,
  applied_on: optional({
    name: 'applied_on',
    title: words.appliedOn,
    headings: ['申请日', '受理日期'],
    parse: parseCivilDate,
  }),
  granted: optional({
    name: 'granted',
    title: words.granted,
    headings: ['救助额', '实发金额'],
    parse: parseAmount,
  }),
  approved_on: optional({
    name: 'approved_on',
    title: words.approvedOn,
    headings: ['审批日期'],
    parse: parseCivilDate,
  }),
  approved_by: optional({
    name: 'approved_by',
    title: words.approvedBy,
    headings: ['审批人'],
    parse: parseText,
  }),
  paid_on: optional({
    name: 'paid_on',
    title: words.paidOn,
    headings: ['发放日期', '支付日期'],
    parse: parseCivilDate,
  }),
};

/** A row of such a file. */
export type GrantRow = RecordOf<typeof importFields>;

/** What is wrong with the decision that a row tells of. @param operator who imports it and cannot be who decided */
export function decisionFaults(
  row: GrantRow,
  today: CivilDate,
  operator: string,
): readonly Fault[] {
  const { granted, approved_on: approved, approved_by, paid_on: paid, amount } = row;
  const faults: Said[] = [];
  if (approved === null) {
    if (paid !== null) faults.push(say(words.paidNotApproved, { paid }));
    else if (granted !== null || approved_by !== null) faults.push(say(words.decisionHalf));
    return faults.map((said) => new Fault(said));
  }
  const applied = row.applied_on ?? today;
  const last = paid ?? approved;
  if (approved < applied || last < approved) {
    faults.push(
      paid === null
        ? say(words.decisionOrderUnpaid, { applied, approved })
        : say(words.decisionOrder, { applied, approved, paid }),
    );
  } else if (last > today) faults.push(say(words.decidedInFuture, { day: last, today }));
  if (approved_by === null) faults.push(say(words.approverMissing, { approved }));
  if (approved_by === operator) faults.push(say(words.approverImports, { operator }));
  if (granted !== null && granted > amount) {
    const facts = { granted: readableYuan(granted), amount: readableYuan(amount) };
    faults.push(say(words.grantedMore, facts));
  }
  return faults.map((said) => new Fault(said));
}

/**
 * Why a row cannot be taken in. Whoever decided on paper has judged the family; what the limits and the same cost
 * forbid stands in its way all the same, or two would be paid for one.
 */
export function whyNotTakenIn(one: Case, isDecided: boolean): readonly Said[] {
  if (!isDecided) return whyNotGranted(one);
  const unknown = one.household ? whyNotStudent(one) : fileOf(one);
  return [...unknown, ...limitsPassed(one), ...paidAlready(one)];
}

/** Without a file nobody knows the student. */
const fileOf = (one: Case) => (one.fund.beneficiary === 'student' ? whyNotFamily(one) : []);
