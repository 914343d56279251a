import type { Phrase, Said } from '../core/language.ts';
import { say } from '../core/language.ts';
import { type Fen, readableYuan } from '../core/money.ts';
import { formatRate } from '../core/rate.ts';
import type { Block, Fact, Table } from '../core/report.ts';
import { kindTitle } from '../people/recognition/recognition.ts';
import type { Cited } from './aid.ts';
import { aidBlocks } from './aid-view.ts';
import { citedFacts } from './cited-view.ts';
import type { PolicyChange } from './diff.ts';
import { benefitTitle, fundTitle } from './funds.ts';
import type { Base, Benefit, Period, PolicyVersion } from './policy.ts';
import { words } from './words.ts';

/** What a file would change, as a table. */
export function diffTable(changes: readonly PolicyChange[]): Table {
  const columns = [
    { key: 'path', title: words.path },
    { key: 'before', title: words.before },
    { key: 'after', title: words.after },
  ];
  return { columns, rows: changes.map((change) => ({ ...change })) };
}

/** What the codes of a policy are called by areas that stand below this one. */
export type ReceiptTitle = (type: string) => Phrase;

/** What a version says: its numbers, benefit by benefit, then what lies beyond the settlement, each with its source and its assumption. */
export function versionBlocks(
  version: PolicyVersion,
  receiptTitle: ReceiptTitle,
): readonly Block[] {
  const { dues, look_back_years: years } = version;
  const payers = [
    [words.duesMember, dues.member],
    [words.duesUnit, dues.unit],
    [words.duesGroup, dues.group],
  ] as const;
  const general: readonly Fact[] = [
    [words.lookBack, say(words.lookBackYears, { years })],
    ...payers.map(([payer, fen]): Fact => [payer, say(words.aYear, { amount: readableYuan(fen) })]),
    [
      words.announcement,
      version.announcement
        ? say(words.announcedDays, { days: version.announcement.days })
        : words.notAnnounced,
    ],
    [words.shortfall, version.shortfall === 'allow' ? words.shortfallAllow : words.shortfallRefuse],
    ...Object.entries(version.receipts).map(
      ([type, { needs }]): Fact => [
        receiptTitle(type),
        needs.length > 0 ? say(words.needsAll, { needs: needs.map(needSaid) }) : words.needsNone,
      ],
    ),
  ];
  return [
    { heading: say(words.version, { date: version.in_force_from }) },
    { facts: general },
    ...Object.values(version.basis).flatMap((basis) => footnotes(basis)),
    ...version.benefits.flatMap((benefit) => benefitBlocks(benefit, version, receiptTitle)),
    ...aidBlocks(version),
  ];
}

function needSaid(need: string): Said | Phrase {
  return need === 'designated-hospital'
    ? words.designatedHospital
    : say(words.recognised, { kind: kindTitle(need) });
}

const baseTitles: Readonly<Record<Base, Phrase>> = {
  pool_self_pay: words.poolSelfPay,
  pool_paid: words.poolPaid,
};

const periodTitles: Readonly<Record<Period, Phrase>> = {
  year: words.perYear,
  quarter: words.perQuarter,
  receipt: words.perReceipt,
};

function benefitBlocks(
  benefit: Benefit,
  version: PolicyVersion,
  receiptTitle: ReceiptTitle,
): readonly Block[] {
  const { bands, steps, needs, receipts } = benefit;
  const facts: readonly Fact[] = [
    [words.fund, fundTitle(version.funds, benefit.fund)],
    [
      words.base,
      say(words.baseOver, { base: baseTitles[benefit.base], period: periodTitles[benefit.per] }),
    ],
    ...(receipts === 'all'
      ? []
      : [[words.receipts, say(words.listed, { names: receipts.map(receiptTitle) })] as const]),
    ...bands.map(({ over, rate }): Fact => [aboveSaid(over), formatRate(rate)]),
    ...steps.map(({ over, pay }): Fact => [aboveSaid(over), yuanSaid(pay)]),
    ...limitFacts(benefit, version),
    ...(needs.length > 0
      ? [[words.needs, say(words.listed, { names: needs.map(kindTitle) })] as const]
      : []),
  ];
  return [{ heading: benefit.title }, { facts }, ...footnotes(benefit)];
}

const aboveSaid = (over: Fen): Said => say(words.above, { over: readableYuan(over) });
const yuanSaid = (fen: Fen): Said => say(words.yuan, { amount: readableYuan(fen) });

function limitFacts(benefit: Benefit, version: PolicyVersion): readonly Fact[] {
  const { continuity, cap, within } = benefit;
  const facts: Fact[] = [];
  if (continuity) {
    const { every_years: every, add, at_most } = continuity;
    const more = { every, points: add / 100, most: formatRate(at_most) };
    facts.push([words.continuity, say(words.continuityAdds, more)]);
  }
  if (cap !== null) facts.push([words.cap, yuanSaid(cap)]);
  if (within) {
    const others = within.together_with.map((name) => benefitTitle([version], name));
    facts.push([words.within, say(words.withinBase, { others, base: baseTitles[within.of] })]);
  }
  return facts;
}

function footnotes(basis: Cited): readonly Block[] {
  const facts = citedFacts(basis);
  return facts.length > 0 ? [{ facts }] : [];
}
