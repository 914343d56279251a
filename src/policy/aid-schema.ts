import { z } from 'zod';
import { Fault } from '../core/failure.ts';
import type { Choice } from '../core/field.ts';
import { say } from '../core/language.ts';
import { parseCount } from '../core/text.ts';
import { type Right, rightTitles } from '../organisation/operator/operator.ts';
import { categories } from '../people/person.ts';
import type { AidRules, Cited, Fund, HardshipRules, Way } from './aid.ts';
import { words } from './aid-words.ts';
import {
  code,
  count,
  countFromOne,
  group,
  oneOf,
  phrase,
  rate,
  textThat,
  yesNo,
  yuan,
} from './forms.ts';
import { noAid, standardFunds } from './funds.ts';

const cited = { source: phrase.optional(), assumption: phrase.optional() };
const level = oneOf(words.level, ['group', 'mine', 'section']);
const category = oneOf(
  words.category,
  categories.map(({ code }) => code),
);
const names = z.array(code).default([]);

/** A list of choices, each by its code: what it is called, and its other usual spellings. */
const choice = { title: phrase, also: z.array(z.string()).default([]) };
const choices = z.record(code, group(choice));

const month = textThat((text): number | Fault => {
  const number = parseCount(text);
  if (number instanceof Fault || (number >= 1 && number <= 12)) return number;
  return new Fault(say(words.monthUnknown, { text }));
});

const fundForm = group({
  title: phrase,
  kept_at: level,
  way: oneOf(words.way, ['grant', 'loan', 'settlement', 'none'] satisfies Way[]),
  for: z.array(category).default([]),
  not_for: z.record(z.string(), phrase).default({}),
  needs: names,
  beneficiary: oneOf(words.beneficiary, ['applicant', 'student']).default('applicant'),
  stages: names,
  per: oneOf(words.per, ['any', 'school-year', 'month']).default('any'),
  limits: group({
    per_grant: yuan.optional(),
    per_year: yuan.optional(),
    times_a_year: countFromOne.optional(),
  }).default({}),
  payee: oneOf(words.payee, ['applicant', 'provider']).default('applicant'),
  instalments: countFromOne.optional(),
  overdue_days: z.array(countFromOne).default([]),
  same_cost_as: names,
  evidence: z.array(phrase).default([]),
  ...cited,
});

const hardshipForm = group({
  review_every_months: countFromOne,
  classes: z.record(
    code,
    group({ ...choice, income_per_head: yuan.optional(), extreme: yesNo.default(false) }),
  ),
  causes: choices,
  relations: choices,
  stages: choices,
  ...cited,
});

const inKindForm = group({
  title: phrase,
  per: oneOf(words.per, ['winter', 'year', 'once']),
  degrees: choices.default({}),
  beneficiary: oneOf(words.beneficiary, ['household', 'child']).default('household'),
  relations: names,
  classes: names,
  ...cited,
});

const right = oneOf(words.right, Object.keys(rightTitles) as Right[]);

/** What a version says beyond the settlement (SPEC 12, 13). */
export const aidForms = {
  funds: z.record(code, fundForm).optional(),
  hardship: hardshipForm.optional(),
  in_kind: z.record(code, inKindForm).optional(),
  pairing: group({ ranks: choices, visit_every_days: countFromOne, ...cited }).optional(),
  requests: group({
    due_days: group({ section: countFromOne, mine: countFromOne, group: countFromOne }),
    kinds: choices,
    ...cited,
  }).optional(),
  notice: group({
    reviews_days: count,
    recognitions_days: count,
    unhelped_months: count,
    under_threshold: rate,
  }).optional(),
  calendar: group({ school_year: month, winter: month }).optional(),
  roles: z.record(code, group({ ...choice, may: z.array(right) })).optional(),
};

const aidForm = group(aidForms);

/** What a version says beyond the settlement, as the file has it, each value read. */
export type AidInFile = z.infer<typeof aidForm>;

/** What a version says beyond the settlement, as the program uses it. */
export function aidOf(file: AidInFile): AidRules {
  const { hardship, in_kind, pairing, requests, notice, calendar, roles } = file;
  return {
    funds: fundsOf(file.funds ?? {}),
    hardship: hardship ? hardshipOf(hardship) : null,
    in_kind: Object.entries(in_kind ?? {}).map(([code, one]) => ({
      code,
      ...one,
      degrees: choicesOf(one.degrees),
      ...citedOf(one),
    })),
    pairing: pairing ? { ...pairing, ranks: choicesOf(pairing.ranks), ...citedOf(pairing) } : null,
    requests: requests
      ? { ...requests, kinds: choicesOf(requests.kinds), ...citedOf(requests) }
      : null,
    notice: notice ?? noAid.notice,
    calendar: calendar ?? noAid.calendar,
    roles: choicesOf(roles ?? {}),
  };
}

type InFile<Name extends keyof AidInFile> = NonNullable<AidInFile[Name]>;

/** The ten of SPEC 2 in their order, as declared or with their books alone, then the others. */
function fundsOf(file: InFile<'funds'>): readonly Fund[] {
  const known = standardFunds.map(({ code }) => code);
  return [
    ...standardFunds.map((fund) => {
      const declared = file[fund.code];
      return declared ? fundOf(fund.code, declared) : fund;
    }),
    ...Object.entries(file).flatMap(([code, fund]) =>
      known.includes(code) ? [] : [fundOf(code, fund)],
    ),
  ];
}

function fundOf(code: string, file: InFile<'funds'>[string]): Fund {
  const { for: categories, limits, instalments, ...fund } = file;
  const { per_grant = null, per_year = null, times_a_year = null } = limits;
  return {
    ...fund,
    ...{ code, categories, instalments: instalments ?? null },
    limits: { per_grant, per_year, times_a_year },
    ...citedOf(file),
  };
}

function hardshipOf(file: InFile<'hardship'>): HardshipRules {
  const { classes, causes, relations, stages, review_every_months } = file;
  return {
    review_every_months,
    classes: choicesOf(classes).map((one) => ({
      ...one,
      income_per_head: one.income_per_head ?? null,
    })),
    causes: choicesOf(causes),
    relations: choicesOf(relations),
    stages: choicesOf(stages),
    ...citedOf(file),
  };
}

function choicesOf<T extends Omit<Choice, 'code'>>(
  file: Readonly<Record<string, T>>,
): readonly (T & Choice)[] {
  return Object.entries(file).map(([code, one]) => ({ code, ...one }));
}

function citedOf({
  source,
  assumption,
}: {
  readonly source?: Cited['source'] | undefined;
  readonly assumption?: Cited['assumption'] | undefined;
}): Cited {
  return { source: source ?? null, assumption: assumption ?? null };
}
