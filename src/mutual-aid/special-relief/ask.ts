import { titleOf } from '../../core/field.ts';
import { readableYuan } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { reachOf } from '../../organisation/operator/reach.ts';
import { type GrantState, grantStates } from './special-relief.ts';
import { listGrants } from './store.ts';
import { words } from './words.ts';

const onScreen = 20;

/** What each verb is for; the others are for all. */
const offered: Readonly<Record<string, readonly GrantState[]>> = {
  approve: ['granted'],
  refuse: ['granted'],
  revoke: ['granted', 'approved', 'advanced', 'settled'],
};

/** Asks for special relief that a verb is for, searching by its person as one types. @returns its number; undefined where there is none */
export async function askSpecialRelief(
  session: Session,
  verb: string,
): Promise<string | undefined> {
  const { query } = await session.database();
  const filter = { units: await reachOf(session), states: offered[verb] };
  const find = (text: string) =>
    listGrants(query, { ...filter, text }, { after: undefined, offset: 0, limit: onScreen });
  if ((await find('')).length === 0) return undefined;
  const id = await session.prompter.search<number>(words.whichGrant, async (text) =>
    (await find(text)).map((one) => {
      const state = session.terminal.words(titleOf(grantStates, one.state));
      const told = [one.id, `${one.employee_no} ${one.name}`, readableYuan(one.amount), state];
      return { name: [...told, one.granted_on].join('  '), value: one.id };
    }),
  );
  return String(id);
}
