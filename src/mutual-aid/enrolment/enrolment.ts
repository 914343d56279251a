import { Fault } from '../../core/failure.ts';
import { optional, type RecordOf, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { parseYear } from '../../core/text.ts';
import { personFields } from '../../people/person.ts';
import { words } from './words.ts';

/** The facts of an enrolment, as options, questions and columns (SPEC 3, 7). */
export const enrolmentFields = {
  employee_no: personFields.employee_no,
  from_year: required({
    name: 'from_year',
    title: words.fromYear,
    headings: ['参加年度', '年度', '起始年', '开始年度'],
    parse: parseYear,
  }),
  to_year: optional({
    name: 'to_year',
    title: words.toYear,
    headings: ['终止年度', '截止年', '结束年度'],
    parse: parseYear,
  }),
};

/** An enrolment as it is entered: a span of years, or one year. */
export type EnrolmentRecord = RecordOf<typeof enrolmentFields>;

/** What is wrong with a span of years. @param thisYear enrolments reach at most to the year after it */
export function checkEnrolment(record: EnrolmentRecord, thisYear: number): readonly Fault[] {
  const { from_year: from } = record;
  const to = record.to_year ?? from;
  if (to < from) return [new Fault(say(words.backwards, { from, to }))];
  const most = thisYear + 1;
  return to > most ? [new Fault(say(words.tooFar, { to, most }))] : [];
}

/** The years of a span, ascending. */
export function yearsOf({ from_year, to_year }: EnrolmentRecord): readonly number[] {
  const years: number[] = [];
  for (let year = from_year; year <= (to_year ?? from_year); year += 1) years.push(year);
  return years;
}
