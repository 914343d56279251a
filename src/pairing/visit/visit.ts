import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { optional, type RecordOf, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { parseText } from '../../core/text.ts';
import { words as coreWords } from '../../core/words.ts';
import { type Pairing, partiesFields } from '../pairing.ts';
import { words } from './words.ts';

/** The facts of a visit, as options and questions (SPEC 13). */
export const visitFields = {
  on: optional({
    name: 'on',
    title: words.on,
    ifEmpty: coreWords.enterForToday,
    headings: ['走访时间', '日期', '时间'],
    parse: parseCivilDate,
  }),
  done: required({
    name: 'done',
    title: words.done,
    headings: ['帮扶情况', '走访内容', '解决问题', '帮扶内容'],
    parse: parseText,
  }),
  needed: optional({
    name: 'needed',
    title: words.needed,
    headings: ['需求', '困难需求', '存在困难', '需解决的问题'],
    parse: parseText,
  }),
};

/** The columns of a file of visits. */
export const visitColumnsOfFile = {
  ...partiesFields,
  ...visitFields,
  on: required({ ...visitFields.on }),
};

/** A visit as a file has it. */
export type VisitRecord = RecordOf<typeof visitColumnsOfFile>;

/** What was said of a visit. */
export interface VisitSaid {
  readonly on: CivilDate;
  readonly done: string;
  readonly needed: string | null;
}

/** The names that a message about a visit has. */
export interface VisitNames {
  readonly official: string;
  readonly no: string;
}

/**
 * The pairing within which a visit of a day was made.
 * @param pairings those of one official and one family; they do not overlap
 * @returns it, or the fault: the day is still to come, or lies outside of all of them
 */
export function pairingOn<P extends Pick<Pairing, 'id' | 'from' | 'to'>>(
  pairings: readonly P[],
  on: CivilDate,
  today: CivilDate,
  names: VisitNames,
): P | Fault {
  if (on > today) return new Fault(say(words.inFuture, { on, today }));
  const found = pairings.find(({ from, to }) => from <= on && (to === null || on <= to));
  const last = pairings.at(-1);
  if (found) return found;
  if (!last) return new Fault(say(words.notPaired, { ...names }));
  const { id, from, to } = last;
  return new Fault(say(words.outside, { ...names, id, on, from, to: to ?? words.now }));
}

/** Whether a visit is there already, the same. What is empty contradicts nothing; a day may have several visits. */
export function isThere(said: VisitSaid, there: readonly VisitSaid[]): boolean {
  return there.some(
    ({ on, done, needed }) =>
      on === said.on && done === said.done && (said.needed === null || said.needed === needed),
  );
}
