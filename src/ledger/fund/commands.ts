import { change } from '../../audit/change.ts';
import { daysBetween, parseCivilDate, yearOf } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { formatYuan, parseYuan, readableYuan } from '../../core/money.ts';
import { parseYear } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { type Piece, pageOptions, printListing, textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import type { Fund } from '../../policy/aid.ts';
import { fundJson } from '../../policy/fund-view.ts';
import { fundsOn } from '../../policy/funds.ts';
import { versionOn } from '../../policy/policy.ts';
import { fundsInForce, policyInForce } from '../../policy/store.ts';
import { available, emptyFund } from '../entry.ts';
import { fundBalance, fundBalances } from '../store.ts';
import { outstandingSince } from './fund.ts';
import { depositVerb, fundArgument, openingVerb, repayVerb } from './paying-in.ts';
import { statementListing } from './statement.ts';
import {
  budgetOf,
  countDebtors,
  debtors,
  fundNamed,
  fundNarrowedTo,
  owingMovements,
  setBudget,
  sourcesOf,
  spentIn,
} from './store.ts';
import {
  type BudgetState,
  budgetJson,
  budgetSaid,
  fundBlocks,
  fundColumns,
  fundRow,
  namedFundColumns,
  type OutstandingRow,
  outstandingColumns,
} from './view.ts';
import { words } from './words.ts';

const yearOption = { about: words.yearOption, placeholder: 'YEAR', parse: parseYear };

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  examples: ['relief fund list', 'relief fund list --json'],
  async run(session: Session) {
    const { query } = await session.database();
    const balances = await fundBalances(query);
    const known = await fundsInForce(query, session.today);
    const codes = new Set(known.map(({ code }) => code));
    const others = [...balances.keys()].filter((code) => !codes.has(code));
    const rows = [...codes, ...others].map((fund) =>
      fundRow(fund, balances.get(fund) ?? emptyFund),
    );
    const table = { columns: namedFundColumns(known), rows };
    const csv = { columns: fundColumns, rows };
    await session.terminal.print({ blocks: [{ table }], json: rows, csv });
  },
});

async function budgetState(session: Session, fund: Fund, year: number): Promise<BudgetState> {
  const { query } = await session.database();
  const [budget, spent] = [
    await budgetOf(query, fund.code, year),
    await spentIn(query, fund.code, year),
  ];
  return { fund, year, budget, spent };
}

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: fundArgument,
  options: { year: yearOption },
  examples: ['relief fund show mutual-aid', 'relief fund show serious-illness --year 2025'],
  async run(session: Session, [text = ''], options) {
    const { query } = await session.database();
    const { policy } = await policyInForce(query);
    const fund = await fundNamed(query, text, session.today);
    const state = await budgetState(session, fund, options.year ?? yearOf(session.today));
    const has = await fundBalance(query, fund.code);
    const sources = await sourcesOf(query, fund.code, state.year);
    const { budget, spent, left } = budgetJson(state);
    const json = {
      ...fundRow(fund.code, has),
      loans: formatYuan(has.loans),
      available: formatYuan(available(has)),
      year: state.year,
      sources: Object.fromEntries(
        sources.map(({ account, amount }) => [account, formatYuan(amount)]),
      ),
      ...{ budget, spent, left },
      rules: fundJson(fund),
    };
    const hardship = versionOn(policy, session.today)?.hardship ?? null;
    const rules = { funds: fundsOn(policy, session.today), hardship };
    await session.terminal.print({ blocks: fundBlocks(has, sources, state, rules), json });
  },
});

const budgetVerb = verb({
  name: 'budget',
  summary: words.budgetSummary,
  arguments: fundArgument,
  options: {
    year: yearOption,
    amount: { about: words.amount, placeholder: 'YUAN', parse: parseYuan, datum: true },
  },
  examples: [
    'relief fund budget serious-illness --year 2026 --amount 4400000.00',
    'relief fund budget serious-illness --year 2026',
  ],
  async run(session: Session, [text = ''], options) {
    const { query } = await session.database();
    const fund = await fundNamed(query, text, session.today);
    const { year = yearOf(session.today), amount } = options;
    if (amount !== undefined) {
      await change(session, async (writer) => {
        const before = await setBudget(writer, fund.code, year, amount);
        const detail = { year, before: before === null ? null : formatYuan(before) };
        const entry = {
          action: 'fund.budget',
          entity: 'fund',
          key: fund.code,
          detail: { ...detail, amount: formatYuan(amount) },
        };
        return { result: undefined, entry: before === amount ? undefined : entry };
      });
    }
    const state = await budgetState(session, fund, year);
    const line = budgetSaid(state);
    const set = say(words.budgetSet, {
      fund: fund.title,
      year: String(year),
      amount: readableYuan(state.budget ?? 0),
    });
    const blocks = amount === undefined ? [{ line }] : [{ good: set }];
    await session.terminal.print({ blocks, json: budgetJson(state) });
  },
});

const statementVerb = verb({
  name: 'statement',
  summary: words.statementSummary,
  arguments: fundArgument,
  options: {
    from: { about: words.fromOption, placeholder: 'DATE', parse: parseCivilDate },
    to: { about: words.toOption, placeholder: 'DATE', parse: parseCivilDate },
    ...pageOptions,
  },
  examples: [
    'relief fund statement mutual-aid --from 2026-01-01 --to 2026-12-31',
    'relief fund statement mutual-aid --csv > statement.csv',
  ],
  async run(session: Session, [text = ''], { from, to, page, limit }) {
    if (from !== undefined && to !== undefined && to < from)
      throw new Failure('usage', say(words.backwards, { from, to }));
    const { query } = await session.database();
    const fund = await fundNamed(query, text, session.today);
    const listing = statementListing(query, fund.code, { from, to }, session.today);
    await printListing(session, listing, { page, limit });
  },
});

const outstandingVerb = verb({
  name: 'outstanding',
  summary: words.outstandingSummary,
  options: { fund: textOption(words.fundOption, 'FUND'), ...pageOptions },
  examples: ['relief fund outstanding', 'relief fund outstanding --fund mutual-aid'],
  async run(session: Session, _args, { fund: text, page, limit }) {
    const { query } = await session.database();
    const funds = await fundsInForce(query, session.today);
    const fund = await fundNarrowedTo(query, text, session.today);
    const narrow = { fund, units: await unitsSeen(session, undefined) };
    await printListing(
      session,
      {
        columns: outstandingColumns(funds),
        count: () => countDebtors(query, narrow),
        fetch: async (piece: Piece<OutstandingRow>) => {
          const owing = await debtors(query, narrow, piece);
          const movements = await owingMovements(
            query,
            owing.map(({ person_id }) => person_id),
          );
          return owing.map(({ person_id, amount, ...one }): OutstandingRow => {
            const moved = movements.get(`${person_id} ${one.fund}`) ?? [];
            const since = outstandingSince(moved) ?? session.today;
            const days = daysBetween(since, session.today);
            return { ...one, amount: formatYuan(amount), since, days };
          });
        },
      },
      { page, limit },
    );
  },
});

/** The verbs of `relief fund`. */
export const fundVerbs: readonly Verb<Session>[] = [
  listVerb,
  showVerb,
  depositVerb,
  openingVerb,
  budgetVerb,
  statementVerb,
  outstandingVerb,
  repayVerb,
];
