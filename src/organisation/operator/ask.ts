import { titleOf } from '../../core/field.ts';
import type { Session } from '../../io/session.ts';
import type { RolesOn } from './operator.ts';
import { reachOf } from './reach.ts';
import { listOperators } from './store.ts';
import { words } from './words.ts';

/** Asks for an operator of the units that the one at work sees. @returns the name; undefined where there is none */
export async function askOperator(session: Session, rolesOn: RolesOn): Promise<string | undefined> {
  const { query } = await session.database();
  const roles = await rolesOn(query, session.today);
  const units = await reachOf(session);
  const everyone = { after: undefined, offset: 0, limit: 1_000 };
  const operators = await listOperators(query, { units }, everyone);
  if (operators.length === 0) return undefined;
  const text = session.terminal.words.bind(session.terminal);
  return session.prompter.search<string>(words.whichOperator, async (term) =>
    operators
      .map(({ name, role, unit, unit_name }) => {
        const title = text(titleOf(roles, role));
        return { name: [name, title, unit, unit_name].join('  '), value: name };
      })
      .filter(({ name }) => name.toLowerCase().includes(term.toLowerCase())),
  );
}
