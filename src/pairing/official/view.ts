import { type Choice, titleOf } from '../../core/field.ts';
import { type Block, type Column, choiceInWords, factsOf } from '../../core/report.ts';
import type { StoredOfficial } from './official.ts';
import { words } from './words.ts';

/** The columns of a list of officials. @param ranks those of the policy */
export const officialColumns = (ranks: readonly Choice[]): readonly Column[] => [
  { key: 'name', title: words.name },
  { key: 'rank', title: words.rank, show: choiceInWords(ranks) },
  { key: 'unit', title: words.unit },
  { key: 'unit_name', title: words.unitName },
  { key: 'duty', title: words.duty },
  { key: 'phone', title: words.phone },
  { key: 'families', title: words.families, align: 'right' },
];

/** An official as it is printed: without our own ids. */
export function officialJson({ id: _, unit_id: _unit, ...official }: StoredOfficial) {
  return official;
}

/** What the messages about an official name. */
export function officialFacts(
  { name, rank, unit_name: unit }: StoredOfficial,
  ranks: readonly Choice[],
) {
  return { name, unit, rank: titleOf(ranks, rank) };
}

/** An official, a fact a line. */
export function officialBlock(official: StoredOfficial, ranks: readonly Choice[]): Block {
  return { facts: factsOf(officialColumns(ranks), { ...officialJson(official) }) };
}
