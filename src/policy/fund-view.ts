import { titleOf } from '../core/field.ts';
import { type Phrase, type Said, say } from '../core/language.ts';
import { type Fen, formatYuan, readableYuan } from '../core/money.ts';
import type { Fact } from '../core/report.ts';
import { levels } from '../organisation/unit.ts';
import { categories } from '../people/person.ts';
import { kindTitle } from '../people/recognition/recognition.ts';
import type { AidRules, Fund, Way } from './aid.ts';
import { words } from './aid-words.ts';
import { citedFacts } from './cited-view.ts';
import { fundTitle } from './funds.ts';

const wayTitles: Readonly<Record<Way, Phrase>> = {
  grant: words.wayGrant,
  loan: words.wayLoan,
  settlement: words.waySettlement,
  none: words.wayNone,
};

const occasions: Readonly<Record<Fund['per'], Phrase | undefined>> = {
  any: undefined,
  'school-year': words.perSchoolYear,
  month: words.perMonth,
};

const categoryTitle = (code: string): Phrase => titleOf(categories, code);

/** A list of names as one fact; nothing where there are none. */
function listed(title: Phrase, names: readonly (Phrase | Said)[]): readonly Fact[] {
  return names.length > 0 ? [[title, say(words.listed, { names })]] : [];
}

/**
 * A fund as its policy has it (SPEC 12): where it is kept, its way, whom it helps, with how much, on what papers.
 * @param rules those of its version: the other funds, and what the stages of school are called
 */
export function fundFacts(
  fund: Fund,
  rules: Pick<AidRules, 'funds' | 'hardship'>,
): readonly Fact[] {
  const code: Fact = [words.code, fund.code];
  if (fund.way === 'none') return [code, [words.way, words.wayNone], ...citedFacts(fund)];
  const kept: readonly Fact[] = [
    code,
    [words.keptAt, titleOf(levels, fund.kept_at)],
    [words.way, wayTitles[fund.way]],
  ];
  if (fund.way === 'settlement') return [...kept, ...citedFacts(fund)];
  const occasion = occasions[fund.per];
  return [
    ...kept,
    ...whomFacts(fund, rules),
    ...(occasion ? [[words.per, occasion] as const] : []),
    ...listed(words.limit, limitsSaid(fund)),
    ...(fund.payee === 'provider' ? [[words.payee, words.provider] as const] : []),
    ...loanFacts(fund),
    ...listed(
      words.sameCost,
      fund.same_cost_as.map((other) => fundTitle(rules.funds, other)),
    ),
    ...listed(words.evidence, fund.evidence),
    ...citedFacts(fund),
  ];
}

function whomFacts(fund: Fund, { hardship }: Pick<AidRules, 'hardship'>): readonly Fact[] {
  const { categories: whose, not_for, needs, beneficiary, stages } = fund;
  const at = stages.map((stage) => titleOf(hardship?.stages ?? [], stage));
  const student = at.length > 0 ? say(words.studentAt, { stages: at }) : words.student;
  return [
    ...listed(words.applicant, whose.length > 0 ? whose.map(categoryTitle) : [words.anyCategory]),
    ...Object.entries(not_for).map(
      ([category, where]): Fact => [
        say(words.notFor, { category: categoryTitle(category) }),
        where,
      ],
    ),
    ...listed(words.needs, needs.map(kindTitle)),
    ...(beneficiary === 'student' ? [[words.beneficiary, student] as const] : []),
  ];
}

function limitsSaid({ way, per, limits }: Fund): readonly Said[] {
  const { per_grant, per_year, times_a_year: times } = limits;
  const each = way === 'loan' ? words.aLoan : per === 'month' ? words.aMonth : words.aGrant;
  return [
    ...(per_grant === null ? [] : [say(each, { amount: readableYuan(per_grant) })]),
    ...(per_year === null ? [] : [say(words.aYear, { amount: readableYuan(per_year) })]),
    ...(times === null ? [] : [say(words.timesAYear, { times })]),
  ];
}

function loanFacts({ instalments: n, overdue_days }: Fund): readonly Fact[] {
  const ages = overdue_days.map((days) => say(words.overdueDays, { days }));
  return [
    ...(n === null ? [] : [[words.instalments, say(words.monthlyInstalments, { n })] as const]),
    ...listed(words.overdue, ages),
  ];
}

/** A fund as its policy has it, for JSON: amounts in yuan. */
export function fundJson({ code, categories, limits, ...fund }: Fund) {
  const yuan = (fen: Fen | null) => (fen === null ? null : formatYuan(fen));
  const { per_grant, per_year, times_a_year } = limits;
  return {
    ...{ code, for: categories, ...fund },
    limits: { per_grant: yuan(per_grant), per_year: yuan(per_year), times_a_year },
  };
}
