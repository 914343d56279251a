import { Failure, Fault } from '../../core/failure.ts';
import { type Phrase, say } from '../../core/language.ts';
import { parseQuarter } from '../../core/quarter.ts';
import { parseYear } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { branchesOf } from '../../organisation/branch.ts';
import { unitsSeen } from '../../organisation/operator/reach.ts';
import { allUnits } from '../../organisation/store.ts';
import { policyInForce, rulesOn } from '../../policy/store.ts';
import { type Span, spanOf } from '../span.ts';
import { choicesBy, completed, type HelpBy } from './help.ts';
import { flowsOf } from './source-store.ts';
import { sourcePage } from './source-view.ts';
import { helpGiven } from './store.ts';
import { helpPage } from './view.ts';
import { words } from './words.ts';

const spanOptions = {
  year: { about: words.yearOption, placeholder: 'YEAR', parse: parseYear },
  quarter: textOption(words.quarterOption, 'QUARTER'),
};

/** The days asked for. @throws usage where both a year and a quarter are given, or what is no quarter */
function spanAsked(
  session: Session,
  { year, quarter }: { readonly year: number | undefined; readonly quarter: string | undefined },
): Span {
  if (year !== undefined && quarter !== undefined) {
    throw new Failure('usage', say(words.yearOrQuarter));
  }
  const { today } = session;
  const parsed = quarter === undefined ? undefined : parseQuarter(quarter, today);
  if (parsed instanceof Fault) throw new Failure('usage', parsed.said);
  return spanOf(year, parsed, today);
}

const helpVerb = (by: HelpBy, summary: Phrase, examples: readonly string[]) =>
  verb({
    name: by,
    summary,
    options: { ...spanOptions, unit: textOption(words.unitOption, 'CODE') },
    examples,
    async run(session: Session, _args, options) {
      const span = spanAsked(session, options);
      const units = await unitsSeen(session, options.unit);
      const { query } = await session.database();
      const rules = await rulesOn(query, session.today);
      const branches = branchesOf(await allUnits(query), units);
      const choices = choicesBy(by, rules, branches);
      const { rows, total } = await helpGiven(query, by, span, rules.funds, units, branches);
      const shown = { rows: completed(choices, rows), total };
      const asked = { span, unit: options.unit ?? null };
      const put = (name: Phrase) => session.terminal.words(name);
      await session.terminal.print(helpPage(by, asked, shown, choices, put));
    },
  });

const sourceVerb = verb({
  name: 'source',
  summary: words.sourceSummary,
  options: spanOptions,
  examples: ['relief report source --year 2026', 'relief report source --quarter last --csv'],
  async run(session: Session, _args, options) {
    const span = spanAsked(session, options);
    const { query } = await session.database();
    const { policy } = await policyInForce(query);
    const rules = await rulesOn(query, session.today);
    const flows = await flowsOf(query, span);
    const page = sourcePage(span, flows, policy, rules, (name) => session.terminal.words(name));
    await session.terminal.print(page);
  },
});

/** The verbs of `relief report`. */
export const reportVerbs: readonly Verb<Session>[] = [
  helpVerb('fund', words.fundSummary, [
    'relief report fund --year 2026',
    'relief report fund --quarter 2026Q3 --unit M1 --csv',
  ]),
  helpVerb('unit', words.unitSummary, [
    'relief report unit',
    'relief report unit --unit M1 --quarter last',
  ]),
  helpVerb('level', words.levelSummary, ['relief report level --quarter 2026Q3']),
  helpVerb('category', words.categorySummary, ['relief report category --year 2026 --csv']),
  sourceVerb,
];
