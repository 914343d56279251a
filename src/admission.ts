import { words } from './admission-words.ts';
import { Failure } from './core/failure.ts';
import { titleOf } from './core/field.ts';
import { type Said, say } from './core/language.ts';
import type { Session } from './io/session.ts';
import { cron } from './organisation/operator/cron.ts';
import { type Role, rightTitles, rolesThatMay } from './organisation/operator/operator.ts';
import {
  listOperators,
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
 * @param noun and
 * @param verb as they stand in the table of rights
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
  if (!operator) {
    if (name !== cron) return notRegistered(session);
    return rule.cron ? undefined : say(words.cronMayNot, { command });
  }
  const about = { operator: name, command };
  if (rule.reach === 'whole' && !operator.topmost) {
    const top = await topmostUnit(query);
    const facts = { ...about, unit: operator.unit };
    return say(words.onlyTopmost, { ...facts, top: top ? `${top.code} ${top.name}` : '' });
  }
  if (rule.right === 'read') return undefined;
  const { roles } = await rulesOn(query, today);
  if (roles.find(({ code }) => code === operator.role)?.may.includes(rule.right)) return undefined;
  const able = rolesThatMay(roles, rule.right).map(({ title }) => title);
  const facts = { ...about, role: titleOf(roles, operator.role), right: rightTitles[rule.right] };
  const whom = await managers(session, roles);
  return say(words.roleMayNot, { ...facts, roles: able, managers: whom });
}

/** That somebody is not registered, and who can register them. */
async function notRegistered(session: Session): Promise<Said> {
  const { query } = await session.database();
  const { roles } = await rulesOn(query, session.today);
  const whom = await managers(session, roles);
  return say(words.notRegistered, { operator: session.operator, managers: whom });
}

/** Those in office at the top who may register operators. */
async function managers(session: Session, roles: readonly Role[]): Promise<readonly string[]> {
  const { query } = await session.database();
  const managing = new Set(rolesThatMay(roles, 'manage').map(({ code }) => code));
  const filter = { on: session.today };
  const inOffice = await listOperators(query, filter, {
    after: undefined,
    offset: 0,
    limit: 1_000,
  });
  return inOffice
    .filter(({ topmost, role }) => topmost && managing.has(role))
    .map(({ name }) => name)
    .slice(0, mostNamed);
}
