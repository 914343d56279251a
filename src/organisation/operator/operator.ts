import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Fault } from '../../core/failure.ts';
import { type Choice, optional, parseChoice, required } from '../../core/field.ts';
import { type Phrase, say } from '../../core/language.ts';
import { parseText } from '../../core/text.ts';
import { words as coreWords } from '../../core/words.ts';
import type { Database } from '../../io/database.ts';
import { parseUnitCode } from '../unit.ts';
import { cron } from './cron.ts';
import { words } from './words.ts';

/**
 * What an operator may do besides reading: `record` facts, receipts, applications, opinions, visits and requests;
 * `review`: hold, return, refuse; `approve` grants, loans and batches; `manage` money, settlement, policy, operators.
 */
export type Right = 'record' | 'review' | 'approve' | 'manage';

/** What each right is called. */
export const rightTitles: Readonly<Record<Right, Phrase>> = {
  record: words.record,
  review: words.review,
  approve: words.approve,
  manage: words.manage,
};

/** What operators of a role may do, within their unit and below (SPEC 13). The policy says which roles there are. */
export interface Role extends Choice {
  readonly may: readonly Right[];
}

/** Reads the roles that the policy in force has on a day; handed in, as the policy stands below the organisation. */
export type RolesOn = (query: Database['query'], day: CivilDate) => Promise<readonly Role[]>;

/** An operator as far as it matters for who can register the others. */
export interface Placed {
  readonly role: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  /** Whether nothing stands above their unit. */
  readonly topmost: boolean;
}

function parseName(text: string): string | Fault {
  const name = parseText(text);
  return name === cron ? new Fault(say(words.cronNeedsNone)) : name;
}

/** The facts of an operator, as options and questions (SPEC 13). @param roles those of the policy in force */
export const operatorFields = (roles: readonly Role[]) => ({
  name: required({ name: 'name', title: words.name, parse: parseName }),
  unit: required({ name: 'unit', title: words.unit, parse: parseUnitCode }),
  role: required({
    name: 'role',
    title: words.role,
    parse: parseChoice(words.role, roles),
    choices: roles,
  }),
  from: optional({
    name: 'from',
    title: words.from,
    ifEmpty: coreWords.enterForToday,
    parse: parseCivilDate,
  }),
  to: optional({ name: 'to', title: words.to, parse: parseCivilDate }),
});

/** The fault of a last day before the first; undefined where there is none. */
export function checkDays(from: CivilDate, to: CivilDate | null): Fault | undefined {
  return to !== null && to < from ? new Fault(say(words.backwards, { from, to })) : undefined;
}

/** The roles that may do something. */
export function rolesThatMay(roles: readonly Role[], right: Right): readonly Role[] {
  return roles.filter(({ may }) => may.includes(right));
}

/**
 * Whether somebody can register operators from a day on: at the topmost unit, with a role that may manage, in office
 * on that day and without an end. Without such a person an office would be locked out of its own file.
 */
export function isKept(
  operators: readonly Placed[],
  roles: readonly Role[],
  day: CivilDate,
): boolean {
  const managing = new Set(rolesThatMay(roles, 'manage').map(({ code }) => code));
  return operators.some(
    ({ role, from, to, topmost }) => topmost && to === null && from <= day && managing.has(role),
  );
}
