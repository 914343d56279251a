import { type CivilDate, parseCivilDate } from '../core/civil-date.ts';
import { Fault } from '../core/failure.ts';
import { type Choice, optional, type RecordOf, required } from '../core/field.ts';
import { type Phrase, say } from '../core/language.ts';
import { parseText } from '../core/text.ts';
import { words as coreWords } from '../core/words.ts';
import { personFields } from '../people/person.ts';
import { words } from './words.ts';

/** The two that a pairing binds: an official, and the household of a hardship file. */
export const partiesFields = {
  official: required({
    name: 'official',
    title: words.official,
    headings: ['干部', '干部姓名', '帮扶干部', '帮扶责任人', '帮扶人'],
    parse: parseText,
  }),
  official_unit: optional({
    name: 'official_unit',
    title: words.officialUnit,
    headings: ['单位', '所在单位', '帮扶单位', '工作单位'],
    parse: parseText,
  }),
  employee_no: required({
    name: 'employee_no',
    title: words.family,
    headings: ['工号', '困难职工工号', '户主工号', '职工编号'],
    parse: personFields.employee_no.parse,
  }),
};

/** The facts of a pairing, as options and questions (SPEC 13). */
export const pairingFields = {
  ...partiesFields,
  responsibility: optional({
    name: 'responsibility',
    title: words.responsibility,
    headings: ['责任'],
    parse: parseText,
  }),
  way: optional({ name: 'way', title: words.way, headings: ['方式'], parse: parseText }),
  measures: optional({
    name: 'measures',
    title: words.measures,
    headings: ['措施'],
    parse: parseText,
  }),
  goal: optional({ name: 'goal', title: words.goal, headings: ['目标'], parse: parseText }),
  from: optional({
    name: 'from',
    title: words.from,
    ifEmpty: coreWords.enterForToday,
    headings: ['结对日期', '开始时间', '开始日期'],
    parse: parseCivilDate,
  }),
};

/** The columns of a ledger of pairings 结对帮扶台账: rank and unit let an official who is new come with it. */
export const ledgerFields = {
  ...pairingFields,
  rank: optional({
    name: 'rank',
    title: words.rank,
    headings: ['级别', '职务/级别', '职务', '干部级别'],
    parse: parseText,
  }),
  from: required({ ...pairingFields.from }),
  to: optional({
    name: 'to',
    title: words.to,
    headings: ['结束日期', '解除时间', '解除日期'],
    parse: parseCivilDate,
  }),
  outcome: optional({
    name: 'outcome',
    title: words.outcome,
    headings: ['成效'],
    parse: parseText,
  }),
};

/** A pairing as a ledger has it. */
export type PairingRecord = RecordOf<typeof ledgerFields>;

/** A pairing as stored, without the two whom it binds. What is null was not said, or has not happened. */
export interface Pairing {
  readonly id: number;
  readonly official_id: number;
  readonly household_id: number;
  readonly responsibility: string | null;
  readonly way: string | null;
  readonly measures: string | null;
  readonly goal: string | null;
  readonly from: CivilDate;
  /** Null while it runs. */
  readonly to: CivilDate | null;
  readonly outcome: string | null;
}

/** Whether a pairing runs. */
export type PairingState = 'running' | 'ended';

/** The states, with their names. */
export const pairingStates: readonly Choice<PairingState>[] = [
  { code: 'running', title: words.running },
  { code: 'ended', title: words.ended },
];

/** Where a pairing stands. */
export function stateOf({ to }: Pick<Pairing, 'to'>): PairingState {
  return to === null ? 'running' : 'ended';
}

/**
 * What is wrong with a pairing in itself: days to come, an end before the beginning, an end without an outcome.
 * One that runs may have an outcome: ledgers tell what was reached so far.
 */
export function checkPairing(
  { from, to, outcome }: Pick<Pairing, 'to' | 'outcome'> & { readonly from: CivilDate | null },
  today: CivilDate,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (from !== null && from > today)
    faults.push(new Fault(say(words.fromInFuture, { day: from, today })));
  if (to === null) return faults;
  if (to > today) faults.push(new Fault(say(words.toInFuture, { day: to, today })));
  if (from !== null && to < from) faults.push(new Fault(say(words.backwards, { from, to })));
  if (outcome === null) faults.push(new Fault(say(words.endedWithoutOutcome)));
  return faults;
}

/** Why a pairing cannot end on a day; undefined where it can. @param lastVisit the latest visit, if any */
export function checkEnd(
  pairing: Pick<Pairing, 'from'>,
  to: CivilDate,
  lastVisit: CivilDate | null,
  today: CivilDate,
): Fault | undefined {
  const [fault] = checkPairing({ from: pairing.from, to, outcome: '' }, today);
  if (fault) return fault;
  return lastVisit !== null && to < lastVisit
    ? new Fault(say(words.endsBeforeVisit, { to, visit: lastVisit }))
    : undefined;
}

/** What two records of a pairing are compared by. */
const comparedFields = ['responsibility', 'way', 'measures', 'goal', 'to', 'outcome'] as const;

type Content = Pick<Pairing, 'from' | (typeof comparedFields)[number]>;

/** Where a pairing is there already, the same. */
export interface SamePairing {
  readonly same: Pairing;
}

/**
 * Decides on a pairing against those that the same official and family have (SPEC 7): the same is unchanged, another
 * content of the same first day is a conflict, and two may not overlap. What is empty contradicts nothing.
 */
export function planPairing(
  record: Content,
  there: readonly Pairing[],
  { official, no }: { readonly official: string; readonly no: string },
): 'imported' | SamePairing | Fault {
  const same = there.find((one) => one.from === record.from);
  if (same) {
    const fields: readonly Phrase[] = comparedFields
      .filter((name) => record[name] !== null && record[name] !== same[name])
      .map((name) => ledgerFields[name].title);
    if (fields.length === 0) return { same };
    const facts = { id: same.id, official, no, from: same.from };
    return new Fault(
      record.to !== null && record.to !== same.to
        ? say(words.conflictOfEnd, facts)
        : say(words.conflict, { ...facts, fields }),
    );
  }
  const other = there.find(
    (one) =>
      (one.to === null || record.from <= one.to) && (record.to === null || one.from <= record.to),
  );
  if (!other) return 'imported';
  const { id, from, to } = other;
  return new Fault(say(words.overlaps, { id, official, no, from, to: to ?? words.now }));
}
