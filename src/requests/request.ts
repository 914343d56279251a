import { type CivilDate, parseCivilDate } from '../core/civil-date.ts';
import { Fault } from '../core/failure.ts';
import { type Choice, optional, parseChoice, required } from '../core/field.ts';
import { say } from '../core/language.ts';
import { parseText } from '../core/text.ts';
import { personFields } from '../people/person.ts';
import { words } from './words.ts';

/** The facts of a request, as options and questions (SPEC 13). The kind is one of the policy's. */
export const requestFields = {
  employee_no: optional({ ...personFields.employee_no, title: words.employeeNo }),
  name: optional({ name: 'name', title: words.personName, parse: parseText }),
  phone: optional({ ...personFields.phone, title: words.phone }),
  kind: required({ name: 'kind', title: words.kind, parse: parseText }),
  matter: required({ name: 'matter', title: words.matter, parse: parseText }),
  at: optional({ name: 'at', title: words.takenAt, parse: parseText }),
  taken_on: optional({ name: 'taken_on', title: words.takenOn, parse: parseCivilDate }),
};

/** The field of a kind where the kinds that there are can be chosen from. */
export function kindFieldOf(kinds: readonly Choice[]) {
  const parse = parseChoice(words.kind, kinds);
  return { ...requestFields.kind, parse, choices: kinds };
}

/** Where a request stands: to be answered, or answered and so closed. */
export type RequestState = 'open' | 'answered';

/** The states, with their names. */
export const requestStates: readonly Choice<RequestState>[] = [
  { code: 'open', title: words.open },
  { code: 'answered', title: words.answered },
];

/** A step of a request's way. */
export type Step = 'taken' | 'passed-up' | 'risen' | 'answered';

/** The steps, with their names. */
export const steps: readonly Choice<Step>[] = [
  { code: 'taken', title: words.taken },
  { code: 'passed-up', title: words.passedUp },
  { code: 'risen', title: words.risen },
  { code: 'answered', title: words.answeredStep },
];

/** The fault of a request that was taken on a day to come; undefined where it was not. */
export function checkTaken(on: CivilDate, today: CivilDate): Fault | undefined {
  return on > today ? new Fault(say(words.takenInFuture, { day: on, today })) : undefined;
}
