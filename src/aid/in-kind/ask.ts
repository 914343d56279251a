import { titleOf } from '../../core/field.ts';
import type { Session } from '../../io/session.ts';
import { reachOf } from '../../organisation/operator/reach.ts';
import { rulesOn } from '../../policy/store.ts';
import { listBenefits } from './store.ts';
import { words } from './words.ts';

const onScreen = 20;

/** Asks for a benefit in kind, searching by its person as one types. @returns its number; undefined where there is none */
export async function askBenefit(session: Session): Promise<string | undefined> {
  const { query } = await session.database();
  const { in_kind } = await rulesOn(query, session.today);
  const units = await reachOf(session);
  const find = (text: string) =>
    listBenefits(query, { units, text }, { after: undefined, offset: 0, limit: onScreen });
  if ((await find('')).length === 0) return undefined;
  const id = await session.prompter.search<number>(words.whichBenefit, async (text) =>
    (await find(text)).map((one) => {
      const kind = session.terminal.words(titleOf(in_kind, one.kind));
      const told = [one.id, `${one.employee_no} ${one.name}`, kind, one.period, one.child, one.on];
      return { name: told.filter(Boolean).join('  '), value: one.id };
    }),
  );
  return String(id);
}
