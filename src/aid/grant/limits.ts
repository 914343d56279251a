import { isoDate, monthsLater, yearOf } from '../../core/civil-date.ts';
import { type Said, say } from '../../core/language.ts';
import { readableYuan, sumFen } from '../../core/money.ts';
import { type Case, type OtherGrant, studentOf } from './case.ts';
import { monthsOf, mostOf, periodTitle } from './grant.ts';
import { monthsFrom } from './period.ts';
import { words } from './reason-words.ts';

const monthsAhead = 12;

/**
 * Every limit of the fund that an application passes: of one grant, of a year, how often; a school year once for
 * each student, a month once and a loan at a time for each family, nothing a year ahead (SPEC 12). None where it keeps
 * within them.
 */
export function limitsPassed(one: Case): readonly Said[] {
  return [
    ...tooMuchAtOnce(one),
    ...tooMuchInYear(one),
    ...schoolYearTwice(one),
    ...monthsTwice(one),
    ...loanTooMany(one),
    ...tooFarAhead(one),
  ];
}

function tooMuchAtOnce({ asked, fund }: Case): readonly Said[] {
  const months = monthsOf(asked);
  const most = mostOf(fund, months);
  if (most === null || asked.amount <= most) return [];
  const facts = { fund: fund.title, amount: readableYuan(asked.amount), most: readableYuan(most) };
  return fund.per === 'month'
    ? [say(words.tooMuchForMonths, { ...facts, months })]
    : [say(words.tooMuchAtOnce, facts)];
}

function tooMuchInYear(one: Case): readonly Said[] {
  const { asked, fund } = one;
  const { per_year, times_a_year } = fund.limits;
  const year = yearOf(asked.applied_on);
  const before = sameBeneficiary(one).filter((other) => yearOf(other.applied_on) === year);
  const facts = { fund: fund.title, year, grants: before.map(({ id }) => id).join(', ') };
  const passed: Said[] = [];
  const sum = sumFen(before.map(({ amount }) => amount));
  if (per_year !== null && sum + asked.amount > per_year) {
    const left = readableYuan(Math.max(0, per_year - sum));
    passed.push(say(words.tooMuchInYear, { ...facts, most: readableYuan(per_year), left }));
  }
  if (times_a_year !== null && before.length >= times_a_year)
    passed.push(say(words.tooOften, { ...facts, times: times_a_year }));
  return passed;
}

function schoolYearTwice(one: Case): readonly Said[] {
  const { asked, fund } = one;
  if (fund.per !== 'school-year') return [];
  const student = studentOf(one);
  const before = sameBeneficiary(one).find(({ from_period }) => from_period === asked.school_year);
  if (!student || !before) return [];
  const { id: grant, applied_on: on } = before;
  const facts = { fund: fund.title, name: student.name, year: asked.school_year ?? '' };
  return [say(words.schoolYearTwice, { ...facts, grant, on })];
}

function monthsTwice({ asked, fund, others }: Case): readonly Said[] {
  const { from_month: from, to_month: to } = asked;
  if (fund.per !== 'month' || from === null || to === null) return [];
  const wanted = new Set(monthsFrom(from, to));
  return others.flatMap((other) => {
    if (other.fund !== fund.code || other.from_period === null) return [];
    const granted = monthsFrom(other.from_period, other.to_period ?? other.from_period);
    const months = granted.filter((month) => wanted.has(month));
    if (months.length === 0) return [];
    const covered = periodTitle(months[0] ?? null, months.at(-1) ?? null);
    return [say(words.monthsTwice, { fund: fund.title, months: covered, grant: other.id })];
  });
}

function loanTooMany({ asked, fund, others }: Case): readonly Said[] {
  if (fund.way !== 'loan') return [];
  const passed: Said[] = [];
  const most = fund.instalments;
  const { instalments } = asked;
  if (most !== null && instalments !== null && instalments > most)
    passed.push(say(words.tooManyInstalments, { fund: fund.title, instalments, most }));
  if (instalments !== null && instalments > asked.amount)
    passed.push(
      say(words.instalmentsOfNothing, { amount: readableYuan(asked.amount), instalments }),
    );
  const other = others.find(
    (one) => one.fund === fund.code && (one.state !== 'paid' || one.running),
  );
  if (other) {
    const facts = { fund: fund.title, grant: other.id };
    passed.push(say(other.state === 'paid' ? words.loanRunning : words.loanPending, facts));
  }
  return passed;
}

/**
 * What begins long after the application is a slip of the pen: a school year or a month by more than a year, the first
 * instalment of a loan by more months than it can have.
 */
function tooFarAhead({ asked, fund, rules }: Case): readonly Said[] {
  const { school_year: year, to_month: month, first_due_on: due, applied_on: on } = asked;
  const by = monthsLater(on, Math.max(monthsAhead, fund.instalments ?? 0));
  if (due !== null && due > by) return [say(words.dueTooFarAhead, { due, by })];
  const period = year ?? month;
  if (period === null) return [];
  const firstMonth = year === null ? Number(period.slice(5)) : rules.calendar.school_year;
  const begins = isoDate(Number(period.slice(0, 4)), firstMonth, 1);
  return begins > monthsLater(on, monthsAhead)
    ? [say(words.tooFarAhead, { period, begins, on })]
    : [];
}

/** The standing applications of the fund for whom this one is for: the student, else the applicant. */
function sameBeneficiary(one: Case): readonly OtherGrant[] {
  const { fund, applicant, others } = one;
  const ofFund = others.filter((other) => other.fund === fund.code);
  if (fund.beneficiary === 'applicant')
    return ofFund.filter(({ person_id }) => person_id === applicant.id);
  const student = studentOf(one);
  if (!student) return [];
  // A student whose resident ID is not known in both files of a family is known by name.
  return ofFund.filter(({ member_id, member_id_no, member_name }) =>
    member_id_no !== null && student.id_no !== null
      ? member_id_no === student.id_no
      : member_id === student.id || member_name === student.name,
  );
}
