import { type CivilDate, daysBetween } from '../../core/civil-date.ts';
import { titleOf } from '../../core/field.ts';
import { type Said, say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { type Column, choiceInWords, yuanColumn } from '../../core/report.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import { type Found, findReasons, fundHelping, fundOf, likelyOf, thresholdOf } from './find.ts';
import type { FoundPerson } from './store.ts';
import { words } from './words.ts';

/** The columns of who is found. */
export const foundColumns: readonly Column[] = [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'unit', title: words.unitCode, fileOnly: true },
  { key: 'unit_name', title: words.unit },
  { key: 'reason', title: words.reason, show: choiceInWords(findReasons) },
  { key: 'detail', title: words.detail },
  { key: 'fund', title: words.fund, fileOnly: true },
  yuanColumn('likely', words.likely),
  { key: 'official', title: words.official },
];

/** Somebody found as a row. @param put puts what is known into the words of the language asked for */
export function foundRow(
  found: Found,
  person: FoundPerson,
  rules: PolicyVersion,
  today: CivilDate,
  put: (said: Said) => string,
) {
  const likely = likelyOf(found, person, rules.funds);
  const official = found.reason === 'visit-overdue' ? found.official : person.official;
  return {
    employee_no: person.employee_no,
    name: person.name,
    unit: person.unit,
    unit_name: person.unit_name,
    reason: found.reason,
    detail: put(detailOf(found, person, rules, today)),
    fund: fundOf(found, person, rules.funds),
    likely: likely === null ? null : formatYuan(likely),
    official,
  };
}

/** A row of who is found. */
export type FoundRow = ReturnType<typeof foundRow>;

function detailOf(
  found: Found,
  person: FoundPerson,
  { hardship, notice, funds }: PolicyVersion,
  today: CivilDate,
): Said {
  switch (found.reason) {
    case 'near-threshold': {
      const threshold = thresholdOf(found.benefit);
      const facts = { benefit: found.benefit.title, threshold: readableYuan(threshold) };
      if (found.base === threshold) return say(words.atThresholdDetail, facts);
      const missing = readableYuan(threshold - found.base);
      return say(words.nearDetail, { ...facts, sum: readableYuan(found.base), missing });
    }
    case 'never-helped': {
      const facts = { since: found.since, months: notice.unhelped_months };
      const detail = say(found.file ? words.fileDetail : words.recognitionDetail, facts);
      const fund = fundHelping(funds, person);
      return fund ? say(words.couldApply, { detail, fund: fund.title }) : detail;
    }
    case 'student-without-aid': {
      const stage = titleOf(hardship?.stages ?? [], found.stage);
      return say(words.studentDetail, { member: found.member, stage, fund: found.fund.title });
    }
    case 'visit-overdue': {
      const { visited, from } = found;
      return visited === null
        ? say(words.unvisitedDetail, { from, days: daysBetween(from, today) })
        : say(words.visitedDetail, { visited, days: daysBetween(visited, today) });
    }
  }
}
