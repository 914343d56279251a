import type { Phrase } from '../core/language.ts';
import { say } from '../core/language.ts';
import { readableYuan } from '../core/money.ts';
import { formatRate } from '../core/rate.ts';
import type { Block, Column, Table } from '../core/report.ts';
import type { PolicyChange } from './diff.ts';
import type { Benefit, PolicyVersion } from './policy.ts';
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

const numberColumns: readonly Column[] = [
  { key: 'number', title: words.number },
  { key: 'value', title: words.value },
];

/** The numbers of a version, benefit by benefit, each with its source and its assumption. */
export function versionBlocks(version: PolicyVersion): readonly Block[] {
  const { dues, look_back_years } = version;
  const general = [
    { number: 'look_back_years', value: String(look_back_years) },
    ...Object.entries(dues).map(([payer, fen]) => ({
      number: `dues.${payer}`,
      value: readableYuan(fen),
    })),
    ...Object.entries(version.receipts).map(([type, { needs }]) => ({
      number: `receipts.${type}`,
      value: needs.join(', ') || '-',
    })),
  ];
  return [
    { heading: say(words.version, { date: version.in_force_from }) },
    { table: { columns: numberColumns, rows: general } },
    ...Object.values(version.basis).flatMap((basis) => footnotes(basis)),
    ...version.benefits.flatMap(benefitBlocks),
  ];
}

function benefitBlocks(benefit: Benefit): readonly Block[] {
  const { bands, steps, continuity, cap, within } = benefit;
  const rows = [
    { number: 'fund', value: benefit.fund },
    { number: 'base', value: `${benefit.base} / ${benefit.per}` },
    ...bands.map(({ over, rate }) => ({
      number: `> ${readableYuan(over)}`,
      value: formatRate(rate),
    })),
    ...steps.map(({ over, pay }) => ({
      number: `> ${readableYuan(over)}`,
      value: readableYuan(pay),
    })),
    ...(continuity
      ? [
          {
            number: 'continuity',
            value: `+${formatRate(continuity.add)} / ${continuity.every_years}, ≤ ${formatRate(continuity.at_most)}`,
          },
        ]
      : []),
    ...(benefit.needs.length > 0 ? [{ number: 'needs', value: benefit.needs.join(', ') }] : []),
    ...(cap === null ? [] : [{ number: 'cap', value: readableYuan(cap) }]),
    ...(within
      ? [{ number: 'within', value: `${within.of} (${within.together_with.join(', ')})` }]
      : []),
  ];
  return [
    { heading: benefit.title },
    { table: { columns: numberColumns, rows } },
    ...footnotes(benefit),
  ];
}

function footnotes(basis: { source: Phrase | null; assumption: Phrase | null }): readonly Block[] {
  const facts = [
    [words.source, basis.source],
    [words.assumption, basis.assumption],
  ] as const;
  const some = facts.flatMap(([title, text]) => (text ? [[title, text] as const] : []));
  return some.length > 0 ? [{ facts: some }] : [];
}
