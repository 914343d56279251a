import { type Choice, titleOf } from '../core/field.ts';
import { type Phrase, type Said, say } from '../core/language.ts';
import { formatYuan } from '../core/money.ts';
import { formatRate } from '../core/rate.ts';
import { type Block, type Column, type Fact, inWords, yuanColumn } from '../core/report.ts';
import type { Role } from '../organisation/operator/operator.ts';
import { rightsOf } from '../organisation/operator/view.ts';
import { levels } from '../organisation/unit.ts';
import type { AidRules, HardshipRules, InKind, PairingRules, RequestRules } from './aid.ts';
import { words } from './aid-words.ts';
import { citedFacts } from './cited-view.ts';
import { fundFacts } from './fund-view.ts';

/** What a version says beyond the settlement, section by section (SPEC 12, 13); what it is silent on is left out. */
export function aidBlocks(rules: AidRules): readonly Block[] {
  const { hardship, in_kind, pairing, requests, roles } = rules;
  return [
    ...fundBlocks(rules),
    ...(hardship ? hardshipBlocks(hardship) : []),
    ...in_kind.flatMap((kind) => inKindBlocks(kind, hardship)),
    ...(pairing ? pairingBlocks(pairing) : []),
    ...(requests ? requestBlocks(requests) : []),
    ...noticeBlocks(rules),
    ...roleBlocks(roles),
  ];
}

/** Choices as people name them, in Chinese with the codes that can be typed: 深度困难（deep）. */
function named(choices: readonly Choice[]): Said {
  const names = choices.map(
    ({ code, title }): Phrase => ({ en: title.en, zh: `${title.zh}（${code}）` }),
  );
  return say(words.listed, { names });
}

function fundBlocks(rules: AidRules): readonly Block[] {
  const kept = rules.funds.filter(({ way }) => way === 'none');
  const names = kept.map(({ title }) => title);
  return [
    ...rules.funds.flatMap((fund): readonly Block[] => {
      if (fund.way === 'none') return [];
      const heading = say(words.fundHeading, { title: fund.title });
      return [{ heading }, { facts: fundFacts(fund, rules) }];
    }),
    ...(names.length > 0
      ? [{ heading: words.otherFunds }, { line: say(words.listed, { names }) }]
      : []),
  ];
}

function hardshipBlocks(rules: HardshipRules): readonly Block[] {
  const { classes, causes, relations, stages, review_every_months: n } = rules;
  const columns: readonly Column[] = [
    { key: 'class', title: words.hardshipClass },
    { key: 'title', title: words.title, show: inWords((code) => titleOf(classes, code)) },
    yuanColumn('income_per_head', words.incomePerHead),
    { key: 'extreme', title: words.extreme, show: (cell, lang) => (cell ? words.yes[lang] : '') },
  ];
  const rows = classes.map(({ code, income_per_head: limit, extreme }) => ({
    ...{ class: code, title: code, extreme },
    income_per_head: limit === null ? null : formatYuan(limit),
  }));
  const facts: readonly Fact[] = [
    [words.reviewed, say(words.everyMonths, { n })],
    [words.causes, named(causes)],
    [words.relations, named(relations)],
    [words.stages, named(stages)],
    ...citedFacts(rules),
  ];
  return [{ heading: words.hardship }, { table: { columns, rows } }, { facts }];
}

const occasions: Readonly<Record<InKind['per'], Phrase>> = {
  winter: words.aWinter,
  year: words.onceAYear,
  once: words.onceForAll,
};

function inKindBlocks(kind: InKind, hardship: AidRules['hardship']): readonly Block[] {
  const { title, degrees, classes, relations } = kind;
  const names = classes.map((one) => titleOf(hardship?.classes ?? [], one));
  const members = relations.map((one) => titleOf(hardship?.relations ?? [], one));
  const children = members.length > 0 ? say(words.listed, { names: members }) : words.child;
  const facts: readonly Fact[] = [
    [words.code, kind.code],
    [words.per, occasions[kind.per]],
    [words.beneficiary, kind.beneficiary === 'child' ? children : words.household],
    [words.classes, names.length > 0 ? say(words.listed, { names }) : words.anyClass],
    ...(degrees.length > 0 ? [[words.degrees, named(degrees)] as const] : []),
    ...citedFacts(kind),
  ];
  return [{ heading: say(words.inKindHeading, { title }) }, { facts }];
}

function pairingBlocks(rules: PairingRules): readonly Block[] {
  const facts: readonly Fact[] = [
    [words.ranks, named(rules.ranks)],
    [words.visits, say(words.everyDays, { n: rules.visit_every_days })],
    ...citedFacts(rules),
  ];
  return [{ heading: words.pairing }, { facts }];
}

function requestBlocks(rules: RequestRules): readonly Block[] {
  const due = levels.toReversed().map(({ code, title }): Fact => {
    const within = say(words.withinDays, { n: rules.due_days[code] });
    return [say(words.dueAt, { level: title }), within];
  });
  const facts: readonly Fact[] = [...due, [words.kinds, named(rules.kinds)], ...citedFacts(rules)];
  return [{ heading: words.requests }, { facts }];
}

function noticeBlocks({ notice, calendar }: AidRules): readonly Block[] {
  const days = (n: number) => say(words.daysBefore, { n });
  const facts: readonly Fact[] = [
    [words.reviewsNotice, days(notice.reviews_days)],
    [words.recognitionsNotice, days(notice.recognitions_days)],
    [words.unhelped, say(words.forMonths, { n: notice.unhelped_months })],
    [words.underThreshold, say(words.lessThan, { rate: formatRate(notice.under_threshold) })],
    [words.schoolYear, String(calendar.school_year)],
    [words.winter, String(calendar.winter)],
  ];
  return [{ heading: words.notice }, { facts }];
}

function roleBlocks(roles: readonly Role[]): readonly Block[] {
  if (roles.length === 0) return [];
  const facts = roles.map((role): Fact => {
    return [named([role]), say(words.listed, { names: rightsOf(roles, role.code) })];
  });
  return [{ heading: words.roles }, { facts }];
}
