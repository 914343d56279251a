import { words } from './admission-words.ts';
import { Failure } from './core/failure.ts';
import { titleOf } from './core/field.ts';
import { type Said, say } from './core/language.ts';
import type { Session } from './io/session.ts';
import { cron } from './organisation/operator/cron.ts';
import { type Role, rightTitles, rolesThatMay } from './organisation/operator/operator.ts';
import {
  allOperators,
  type Standing,
  standingOf,
  topmostUnit,
} from './organisation/operator/store.ts';
import { rulesOn } from './policy/store.ts';
import { type Rule, ruleOf } from './rights.ts';

/** At most so many are named of whom to turn to. */
const mostNamed = 3;

/**
 * Lets a command run, or refuses it: the one place where rights are enforced (SPEC 13). Where nobody is registered,
 * everybody may do everything.
 * @param noun of the command, as in the table of rights; one without a verb has one name for both
 * @throws refused, saying who may do it and how to become that
 */
export async function admit(session: Session, noun: string, verb: string): Promise<void> {
  const command = noun === verb ? `relief ${noun}` : `relief ${noun} ${verb}`;
  const rule = ruleOf(noun, verb);
  if (!rule) throw new Failure('refused', say(words.noRule, { command }));
  if (rule.reach === 'open') return;
  const { query } = await session.database();
  const standing = await standingOf(query, session.operator, session.today);
  if (!standing.anyRegistered) return;
  const refusal = await refusalOf(session, standing, rule, command);
  if (refusal) throw new Failure('refused', refusal);
}

async function refusalOf(
  session: Session,
  { operator }: Standing,
  rule: Rule,
  command: string,
): Promise<Said | undefined> {
  const { query } = await session.database();
  const { operator: name, today } = session;
  if (!operator && name === cron) {
    return rule.cron ? undefined : say(words.cronMayNot, { command });
  }
  const isFarEnough = rule.reach !== 'whole' || operator?.topmost;
  if (operator && isFarEnough && rule.right === 'read') return undefined;
  const { roles } = await rulesOn(query, today);
  const managers = await atTheTop(session, rolesThatMay(roles, 'manage'));
  if (!operator) return say(words.notRegistered, { operator: name, managers });
  const { right } = rule;
  const able = right === 'read' ? roles : rolesThatMay(roles, right);
  const about = { operator: name, command };
  if (!isFarEnough) {
    const top = await topmostUnit(query);
    const who = await atTheTop(session, able);
    const facts = { unit: operator.unit, top: top ? `${top.code} ${top.name}` : '' };
    return say(words.onlyTopmost, { ...about, ...facts, who: who.length > 0 ? who : managers });
  }
  if (right === 'read' || able.some(({ code }) => code === operator.role)) return undefined;
  const role = titleOf(roles, operator.role);
  const facts = { role, right: rightTitles[right], roles: able.map(({ title }) => title) };
  return say(words.roleMayNot, { ...about, ...facts, managers });
}

/** The first of those in office at the topmost unit who have one of some roles: whom to turn to. */
async function atTheTop(session: Session, roles: readonly Role[]): Promise<readonly string[]> {
  const { query } = await session.database();
  const codes = new Set(roles.map(({ code }) => code));
  const all = await allOperators(query);
  return all
    .filter(({ topmost, role }) => topmost && codes.has(role))
    .filter(({ from, to }) => from <= session.today && (to === null || to >= session.today))
    .map(({ name }) => name)
    .slice(0, mostNamed);
}
