import type { Choice } from '../../core/field.ts';
import { type Column, choiceInWords, textColumn } from '../../core/report.ts';
import { pairingStates, stateOf } from '../pairing.ts';
import { words as pairingWords } from '../words.ts';
import { overdueVisit } from './overdue.ts';
import type { OverdueFilter, OverduePairing } from './store.ts';
import { words } from './words.ts';

const more = { fileOnly: true } as const;

/** The columns of the visits of one pairing. */
export const ownVisitColumns: readonly Column[] = [
  { key: 'visit', title: words.visit, align: 'right', ...more },
  { key: 'on', title: words.on },
  { key: 'done', title: words.done },
  { key: 'needed', title: words.needed },
  { key: 'operator', title: words.operator },
];

/** The columns of a list of visits: those of the file, and whose they are. */
export const visitColumns: readonly Column[] = [
  { key: 'visit', title: words.visit, align: 'right' },
  { key: 'pairing', title: words.pairing, align: 'right', ...more },
  { key: 'official', title: pairingWords.official },
  { key: 'official_unit', title: pairingWords.officialUnit, ...more },
  { key: 'employee_no', title: pairingWords.family },
  { key: 'name', title: pairingWords.personName },
  { key: 'unit', title: pairingWords.unit, ...more },
  { key: 'on', title: words.on },
  textColumn('done', words.done),
  textColumn('needed', words.needed),
  { key: 'operator', title: words.operator, ...more },
];

/** The columns of a list of visits not made in time. @param ranks those of the policy */
export const overdueColumns = (ranks: readonly Choice[]): readonly Column[] => [
  { key: 'pairing', title: words.pairing, align: 'right' },
  { key: 'official', title: pairingWords.official },
  { key: 'rank', title: pairingWords.rank, show: choiceInWords(ranks), ...more },
  { key: 'official_unit', title: pairingWords.officialUnit },
  { key: 'phone', title: pairingWords.phone, ...more },
  { key: 'employee_no', title: pairingWords.family },
  { key: 'name', title: pairingWords.personName },
  { key: 'unit', title: pairingWords.unit, ...more },
  { key: 'unit_name', title: pairingWords.unitName },
  { key: 'from', title: words.from, ...more },
  { key: 'to', title: words.to, ...more },
  { key: 'last_visit', title: pairingWords.lastVisit },
  { key: 'due_on', title: words.dueOn },
  { key: 'days', title: words.days, align: 'right' },
  { key: 'state', title: pairingWords.state, show: choiceInWords(pairingStates) },
];

/** A pairing whose visit was not made in time, as a row: with the day it was due, and how late it is or was. */
export function overdueRow(
  { person_id: _, ...pairing }: OverduePairing,
  { everyDays, today }: Pick<OverdueFilter, 'everyDays' | 'today'>,
) {
  const { from, to, last_visit } = pairing;
  const visits = last_visit === null ? [] : [last_visit];
  const overdue = overdueVisit({ from, to, visits }, everyDays, today);
  return {
    ...pairing,
    due_on: overdue?.due_on ?? null,
    days: overdue?.days ?? null,
    state: stateOf(pairing),
  };
}

/** A row of the list of visits not made in time. */
export type OverdueRow = ReturnType<typeof overdueRow>;
