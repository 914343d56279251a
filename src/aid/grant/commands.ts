import { importVerb } from '../../audit/import.ts';
import { parseCivilDate } from '../../core/civil-date.ts';
import { mustBe } from '../../core/failure.ts';
import { type Verb, verb } from '../../core/verb.ts';
import {
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { fundNamed } from '../../ledger/fund/store.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { allUnits, findUnit } from '../../organisation/store.ts';
import { findPersonSeen } from '../../people/seen.ts';
import { rulesOn } from '../../policy/store.ts';
import { applyVerb } from './apply.ts';
import { approveVerb } from './approve.ts';
import { grantImport } from './bring.ts';
import { commandWords } from './command-words.ts';
import { refuseVerb, returnVerb, withdrawVerb } from './end.ts';
import { endorseVerb } from './endorse.ts';
import { foundGrant } from './found.ts';
import { grantStates } from './grant.ts';
import { countGrants, listGrants } from './list-store.ts';
import { payVerb } from './pay.ts';
import { entriesOf, stepsOf } from './store.ts';
import { columnsOf, grantBlocks, grantJson, grantRow } from './view.ts';
import { words } from './words.ts';

const day = (about: (typeof commandWords)['fromOption' | 'toOption' | 'moneyFromOption']) => {
  return { about, placeholder: 'DATE', parse: parseCivilDate };
};

const listVerb = verb({
  name: 'list',
  summary: commandWords.listSummary,
  options: {
    fund: textOption(commandWords.onlyFundOption, 'FUND'),
    unit: textOption(commandWords.unitOption, 'CODE'),
    state: choiceOption(commandWords.stateOption, words.state, grantStates),
    person: textOption(commandWords.personOption, 'NO'),
    urgent: { about: commandWords.onlyUrgentOption, flag: true },
    from: day(commandWords.fromOption),
    to: day(commandWords.toOption),
    at: textOption(commandWords.standsAtOption, 'CODE'),
    missing_opinions: { about: commandWords.missingOpinionsOption, flag: true },
    ...pageOptions,
  },
  examples: [
    'relief grant list --state applied --at M1',
    'relief grant list --fund school --from 2026-09-01 --csv > grants.csv',
    'relief grant list --missing-opinions',
  ],
  async run(session: Session, _args, options) {
    const { fund, unit, person, at, missing_opinions, page, limit, ...narrow } = options;
    const { query } = await session.database();
    const { funds } = await rulesOn(query, session.today);
    const within = await unitsSeen(session, unit);
    const filter = {
      ...{ ...narrow, missingOpinions: missing_opinions },
      ...(unit === undefined ? { seen: within } : { units: within }),
      fund: fund === undefined ? undefined : (await fundNamed(query, fund, session.today)).code,
      person: person === undefined ? undefined : (await findPersonSeen(session, person)).id,
      at: at === undefined ? undefined : mustBe(findUnit(await allUnits(query), at)).id,
    };
    const fetch = async (piece: Piece<ReturnType<typeof grantRow>>) =>
      (await listGrants(query, filter, piece)).map(grantRow);
    const listing = { columns: columnsOf(funds), count: () => countGrants(query, filter), fetch };
    await printListing(session, listing, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: commandWords.showSummary,
  arguments: [{ name: 'number', about: commandWords.grantArgument }],
  examples: ['relief grant show 7'],
  async run(session: Session, [text = '']) {
    const { query } = await session.database();
    const { grant, fund, rules, missing } = await foundGrant(session, text);
    const { steps: _, ...facts } = grant;
    const isOpen = grant.state !== 'refused' && grant.state !== 'withdrawn';
    const shown = {
      ...{ grant: facts, steps: await stepsOf(query, grant.id) },
      ...{ entries: await entriesOf(query, grant.id), missing },
      papers: isOpen && grant.evidence === null ? fund.evidence : [],
    };
    await session.terminal.print({
      blocks: grantBlocks(shown, rules.funds),
      json: grantJson(shown),
    });
  },
});

const moneyOption = { money_from: day(commandWords.moneyFromOption) };

/** The verbs of `relief grant`. */
export const grantVerbs: readonly Verb<Session>[] = [
  applyVerb,
  endorseVerb,
  returnVerb,
  approveVerb,
  refuseVerb,
  payVerb,
  withdrawVerb,
  listVerb,
  showVerb,
  importVerb(grantImport(), 'grant', commandWords.importSummary, {
    options: moneyOption,
    examples: ['relief grant import grants.csv --money-from 2026-07-01'],
    begin: ({ money_from }) => grantImport(money_from),
  }),
];
