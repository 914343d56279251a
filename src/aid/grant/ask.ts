import { titleOf } from '../../core/field.ts';
import { readableYuan } from '../../core/money.ts';
import type { Session } from '../../io/session.ts';
import { reachOf } from '../../organisation/operator/reach.ts';
import { allUnits } from '../../organisation/store.ts';
import { findFund, fundTitle } from '../../policy/funds.ts';
import { rulesOn } from '../../policy/store.ts';
import { grantStates } from './grant.ts';
import { decidesAt, statesBefore } from './life.ts';
import { type GrantFilter, listGrants } from './list-store.ts';
import type { StoredGrant } from './store.ts';
import { words } from './words.ts';

const onScreen = 20;
const looked = 200;

/**
 * Asks for an application that a step can be taken with, searching by the applicant as one types.
 * @param verb the step; another verb is offered all that the operator sees
 * @returns its number; undefined where there is none
 */
export async function askGrant(session: Session, verb: string): Promise<string | undefined> {
  const { query } = await session.database();
  const { funds } = await rulesOn(query, session.today);
  const text = session.terminal.words.bind(session.terminal);
  const find = await finderFor(session, verb);
  if ((await find('')).length === 0) return undefined;
  const id = await session.prompter.search<number>(words.whichGrant, async (typed) =>
    (await find(typed)).map((grant) => {
      const amount = `${readableYuan(grant.granted ?? grant.amount)}`;
      const who = [grant.employee_no, grant.name, grant.beneficiary].filter(Boolean).join(' ');
      const state = text(titleOf(grantStates, grant.state));
      const name = [
        grant.id,
        who,
        text(fundTitle(funds, grant.fund)),
        amount,
        state,
        grant.at_name,
      ];
      return { name: name.join('  '), value: grant.id };
    }),
  );
  return String(id);
}

type Finder = (text: string) => Promise<readonly StoredGrant[]>;

/** Finds the applications for a verb, the latest first. Opinions on urgent ones come late, too. */
async function finderFor(session: Session, verb: string): Promise<Finder> {
  const { query } = await session.database();
  const reach = await reachOf(session);
  const states = statesBefore(verb);
  const byPerson = states === undefined || verb === 'withdraw';
  const where: GrantFilter = byPerson ? { seen: reach } : { atUnits: reach };
  const fits = verb === 'approve' ? await standsWhereDecided(session) : () => true;
  return async (text) => {
    const list = (filter: GrantFilter) =>
      listGrants(query, { ...filter, text }, { after: undefined, offset: 0, limit: looked });
    const found = [...(await list({ ...where, states }))];
    if (verb === 'endorse') {
      const late = await list({ seen: reach, missingOpinions: true });
      found.push(...late.filter(({ id }) => !found.some((one) => one.id === id)));
    }
    return found.filter(fits).slice(0, onScreen);
  };
}

async function standsWhereDecided(session: Session): Promise<(grant: StoredGrant) => boolean> {
  const { query } = await session.database();
  const { funds } = await rulesOn(query, session.today);
  const units = await allUnits(query);
  return ({ fund: code, at }) => {
    const fund = findFund(funds, code);
    const unit = units.get(at);
    return unit === undefined || 'said' in fund || decidesAt(unit.level, fund.kept_at);
  };
}
