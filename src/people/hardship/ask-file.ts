import { titleOf } from '../../core/field.ts';
import type { Session } from '../../io/session.ts';
import { reachOf } from '../../organisation/operator/reach.ts';
import { words as familyWords } from './family/words.ts';
import { rulesToday } from './file.ts';
import type { FileState } from './household.ts';
import { type Family, listMembers, searchFamilies } from './list-store.ts';
import { type HardshipRulesOn, headRelation } from './rules.ts';
import { words } from './words.ts';

const onScreen = 20;

/** Which files each verb is for; the others are for all. */
const offered: Readonly<Record<string, FileState>> = {
  ...{ review: 'open', close: 'open', return: 'closed', add: 'open', edit: 'open', leave: 'open' },
};

/**
 * Asks for a family with a hardship file that a verb is for, searching by number or name as one types, among those
 * that the operator at work sees. @returns undefined where there is none
 */
export async function askFile(session: Session, verb?: string): Promise<Family | undefined> {
  const { query } = await session.database();
  const units = await reachOf(session);
  const state = verb === undefined ? undefined : offered[verb];
  const find = (term: string) => searchFamilies(query, term, { units, state }, onScreen);
  if ((await find('')).length === 0) return undefined;
  return session.prompter.search<Family>(words.whichFamily, async (term) =>
    (await find(term)).map((family) => ({
      name: `${family.employee_no}  ${family.name}  ${family.unit_name}`,
      value: family,
    })),
  );
}

/**
 * Asks for a family, then for one of its members; who is to leave is not its head.
 * @returns the member's number; undefined where there is none
 */
export async function askMemberOf(
  session: Session,
  verb: string,
  rulesOn: HardshipRulesOn,
): Promise<string | undefined> {
  const { relations } = await rulesToday(session, rulesOn);
  const family = await askFile(session, verb);
  if (family === undefined) return undefined;
  const { query } = await session.database();
  const all = { household: family.household_id, all: false };
  const members = await listMembers(query, all, { after: undefined, offset: 0, limit: 100 });
  const options = members
    .filter(({ relation }) => verb !== 'leave' || relation !== headRelation)
    .map(({ id, name, relation, school }) => {
      const title = session.terminal.words(titleOf(relations, relation));
      return { name: [id, name, title, school].filter(Boolean).join('  '), value: String(id) };
    });
  if (options.length === 0) return undefined;
  return session.prompter.choose(familyWords.whichMember, options);
}
