import type { Choice } from '../core/field.ts';
import { type Said, say } from '../core/language.ts';
import { type Column, choiceInWords } from '../core/report.ts';
import type { HardshipClass } from '../people/hardship/rules.ts';
import type { PairingRules } from '../policy/aid.ts';
import { pairingStates, stateOf } from './pairing.ts';
import type { StoredPairing } from './store.ts';
import { overdueVisit, visitDue } from './visit/overdue.ts';
import { words } from './words.ts';

const more = { fileOnly: true } as const;

/** The columns of a list of pairings: those of the ledger, and the family's name and unit. @param ranks the policy's */
export const pairingColumns = (ranks: readonly Choice[]): readonly Column[] => [
  { key: 'pairing', title: words.pairing, align: 'right' },
  { key: 'official', title: words.official },
  { key: 'rank', title: words.rank, show: choiceInWords(ranks) },
  { key: 'official_unit', title: words.officialUnit },
  { key: 'employee_no', title: words.family },
  { key: 'name', title: words.personName },
  { key: 'unit', title: words.unit, ...more },
  { key: 'unit_name', title: words.unitName },
  { key: 'responsibility', title: words.responsibility, ...more },
  { key: 'way', title: words.way, ...more },
  { key: 'measures', title: words.measures, ...more },
  { key: 'goal', title: words.goal, ...more },
  { key: 'from', title: words.from },
  { key: 'to', title: words.to },
  { key: 'outcome', title: words.outcome, ...more },
  { key: 'last_visit', title: words.lastVisit },
  { key: 'state', title: words.state, show: choiceInWords(pairingStates) },
];

/** Columns of our own lists that carry nothing to import. */
export const derivedColumns: readonly string[] = [
  ...['pairing', 'name', 'unit', 'unit_name', 'last_visit', 'state'],
  ...[words.pairing, words.personName, words.unit, words.unitName].map(({ zh }) => zh),
  ...[words.lastVisit, words.state].map(({ zh }) => zh),
  ...['帮扶对象', '帮扶对象姓名', '困难职工姓名', '姓名'],
];

/** A row of the list of pairings. */
export type PairingRow = ReturnType<typeof pairingRow>;

/** A pairing as a row. */
export function pairingRow(pairing: StoredPairing) {
  return {
    pairing: pairing.id,
    official: pairing.official,
    rank: pairing.rank,
    official_unit: pairing.official_unit,
    employee_no: pairing.employee_no,
    name: pairing.name,
    unit: pairing.unit,
    unit_name: pairing.unit_name,
    responsibility: pairing.responsibility,
    way: pairing.way,
    measures: pairing.measures,
    goal: pairing.goal,
    from: pairing.from,
    to: pairing.to,
    outcome: pairing.outcome,
    last_visit: pairing.last_visit,
    state: stateOf(pairing),
  };
}

/** What the messages about a pairing name. */
export function pairingFacts({ id, official, name, employee_no: no }: StoredPairing) {
  return { id, official, name, no };
}

/** What is to be said beside a pairing: when its next visit is due, or that one was not made; that the file is closed. */
export function pairingNotes(
  pairing: StoredPairing,
  { visit_every_days: every }: PairingRules,
  today: string,
): readonly Said[] {
  const { from, to, last_visit, closed_on: day } = pairing;
  const facts = { from, to, visits: last_visit === null ? [] : [last_visit] };
  const overdue = overdueVisit(facts, every, today);
  const due = overdue?.due_on ?? visitDue(facts, every);
  return [
    ...(overdue
      ? [say(to ? words.visitMissed : words.visitOverdue, { due, days: overdue.days })]
      : to === null
        ? [say(words.visitDue, { due })]
        : []),
    ...(day !== null && to === null ? [say(words.fileClosed, { day })] : []),
  ];
}

/** The columns of a list of families without an official. @param classes those of the policy */
export const missingColumns = (classes: readonly HardshipClass[]): readonly Column[] => [
  { key: 'unit', title: words.unit },
  { key: 'unit_name', title: words.unitName },
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'phone', title: words.phone },
  { key: 'class', title: words.hardshipClass, show: choiceInWords(classes) },
  { key: 'opened_on', title: words.openedOn },
];

/** The columns of the figures of one helps one. */
export const figuresColumns: readonly Column[] = [
  { key: 'unit', title: words.unit },
  { key: 'unit_name', title: words.unitName },
  { key: 'pairings', title: words.pairings, align: 'right' },
  { key: 'officials', title: words.officials, align: 'right' },
  { key: 'families', title: words.families, align: 'right' },
  { key: 'lifted', title: words.lifted, align: 'right' },
  { key: 'one_to_many', title: words.oneToMany, align: 'right' },
  { key: 'many_to_one', title: words.manyToOne, align: 'right' },
];
