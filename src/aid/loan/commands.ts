import { yearOf } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { sumFen } from '../../core/money.ts';
import { parseYear } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import {
  allRows,
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { findPersonSeen } from '../../people/seen.ts';
import type { Fund } from '../../policy/aid.ts';
import { ageBlocks, agesJson, revolvingPage } from './fund-view.ts';
import { approveWriteOffVerb, refuseWriteOffVerb, writeOffVerb } from './giving-up.ts';
import { repaymentImportVerb } from './importing.ts';
import { loanStates, theLendingFund } from './loan.ts';
import { correctVerb, repayVerb } from './repaying.ts';
import { hasOf, movedOf } from './revolving.ts';
import { findLoanSeen, lending } from './seen.ts';
import { byAge } from './standing.ts';
import { listLoans, overdueByDay, overdueLoans } from './standing-store.ts';
import { countLoans, entriesOfLoan, type LoanFilter, movedSums } from './store.ts';
import { listedRow, loanColumns, loanPage, overdueColumns } from './view.ts';
import { words } from './words.ts';

const loanArgument = [{ name: 'number', about: words.loanArgument }];
const unitOption = textOption(words.unitOption, 'CODE');

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: unitOption,
    state: choiceOption(words.stateOption, words.state, loanStates),
    person: textOption(words.personOption, 'NO'),
    ...pageOptions,
  },
  examples: ['relief loan list --state overdue', 'relief loan list --unit M1 --csv'],
  async run(session: Session, _args, { unit, state, person: no, page, limit }) {
    const { query } = await session.database();
    const { today } = session;
    const { funds, codes } = await lending(session);
    theLendingFund(funds, codes[0]);
    const units = await unitsSeen(session, unit);
    const person = no === undefined ? undefined : (await findPersonSeen(session, no)).id;
    const filter: LoanFilter = { funds: codes, units, state, person, today };
    const fetch = async (piece: Piece<ReturnType<typeof listedRow>>) =>
      (await listLoans(query, filter, piece)).map((loan) => listedRow(loan, today));
    const listing = { columns: loanColumns(funds), count: () => countLoans(query, filter), fetch };
    await printListing(session, listing, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: loanArgument,
  examples: ['relief loan show 7'],
  async run(session: Session, [text = '']) {
    const loan = await findLoanSeen(session, text);
    const { query } = await session.database();
    const entries = await entriesOfLoan(query, loan);
    const { funds } = await lending(session);
    await session.terminal.print(loanPage(loan, entries, funds, session.today));
  },
});

const overdueVerb = verb({
  name: 'overdue',
  summary: words.overdueSummary,
  options: { unit: unitOption, ...pageOptions },
  examples: ['relief loan overdue', 'relief loan overdue --unit M1 --csv > overdue.csv'],
  async run(session: Session, _args, { unit, page, limit }) {
    const { query } = await session.database();
    const { terminal, today } = session;
    const { funds, codes } = await lending(session);
    theLendingFund(funds, codes[0]);
    const filter = { funds: codes, units: await unitsSeen(session, unit), today };
    const dues = await overdueByDay(query, filter);
    const aged = funds.map((fund) => {
      const own = dues.filter((due) => due.fund === fund.code);
      return { fund, ages: byAge(own, fund.overdue_days, today) };
    });
    type Row = ReturnType<typeof listedRow> & { readonly since: string | null };
    const listing = {
      columns: overdueColumns(funds),
      count: () => countLoans(query, { ...filter, state: 'overdue' }),
      fetch: async (piece: Piece<Row>) =>
        (await overdueLoans(query, filter, piece)).map((loan): Row => {
          return { ...listedRow(loan, today), since: loan.since };
        }),
    };
    if (terminal.format === 'json') {
      const ages = aged.flatMap(({ fund, ages }) => agesJson(fund.code, ages));
      const loans: Row[] = [];
      for await (const row of allRows(listing)) loans.push(row);
      return terminal.print({ blocks: [], json: { ages, loans } });
    }
    if (terminal.format === 'screen') {
      if (dues.length === 0) {
        return terminal.print({ blocks: [{ good: words.nothingOverdue }], json: null });
      }
      const blocks = aged.flatMap(({ fund, ages }) => ageBlocks(fund, ages));
      await terminal.print({ blocks, json: null });
    }
    await printListing(session, listing, { page, limit });
  },
});

const fundVerb = verb({
  name: 'fund',
  summary: words.fundSummary,
  options: {
    fund: textOption(words.fundOption, 'FUND'),
    year: { about: words.yearOption, placeholder: 'YEAR', parse: parseYear },
  },
  examples: ['relief loan fund', 'relief loan fund --year 2025'],
  async run(session: Session, _args, { fund: text, year }) {
    const fund = theLendingFund((await lending(session)).funds, text);
    await session.terminal.print(revolvingPage(await figuresOf(session, fund, year)));
  },
});

/** A lending fund's figures, in all until today, or of a year and as they stood at its end. */
async function figuresOf(session: Session, fund: Fund, year: number | undefined) {
  const { query } = await session.database();
  const { today } = session;
  if (year !== undefined && year > yearOf(today)) {
    throw new Failure('rejected', say(words.yearToCome, { year: String(year) }));
  }
  const past = year !== undefined && year < yearOf(today);
  const as_of = past ? `${year}-12-31` : today;
  const all = await movedSums(query, fund.code, '', as_of);
  const own = year === undefined ? all : await movedSums(query, fund.code, `${year}-01-01`, as_of);
  const dues = await overdueByDay(query, { funds: [fund.code], today: as_of }, as_of);
  return {
    ...{ fund, year, as_of, moved: movedOf(own), has: hasOf(all) },
    put_in_until: movedOf(all).put_in,
    overdue: sumFen(dues.map(({ amount }) => amount)),
  };
}

/** The verbs of `relief loan`. */
export const loanVerbs: readonly Verb<Session>[] = [
  listVerb,
  showVerb,
  repayVerb,
  repaymentImportVerb,
  correctVerb,
  overdueVerb,
  writeOffVerb,
  approveWriteOffVerb,
  refuseWriteOffVerb,
  fundVerb,
];
