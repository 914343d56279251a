import { say } from '../../core/language.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { unitsShown } from '../operator/reach.ts';
import { unitsWithPosts } from './store.ts';
import { allBranches, gapOf, growTree, type UnitWithPost } from './structure.ts';
import {
  branchJson,
  branchRow,
  drawnColumns,
  drawnRow,
  gapColumns,
  gapRow,
  gapSaid,
  toldGapColumns,
  treeColumns,
} from './structure-view.ts';
import { words } from './words.ts';

const options = { unit: textOption(words.unitOption, 'CODE') };

async function unitsOf(
  session: Session,
  unit: string | undefined,
): Promise<readonly UnitWithPost[]> {
  const { query } = await session.database();
  return unitsWithPosts(query, await unitsShown(session, unit), session.today);
}

const treeVerb = verb({
  name: 'tree',
  summary: words.treeSummary,
  options,
  examples: ['relief unit tree', 'relief unit tree --unit M1 --json'],
  async run(session: Session, _args, { unit }) {
    const { terminal, today } = session;
    const tree = growTree(await unitsOf(session, unit));
    const branches = allBranches(tree);
    const put = (phrase: Parameters<typeof terminal.words>[0]) => terminal.words(phrase);
    const drawn = branches.map((branch) => drawnRow(branch, today, put));
    await terminal.print({
      blocks: [{ table: { columns: drawnColumns, rows: drawn } }],
      json: tree.map((branch) => branchJson(branch, today)),
      csv: { columns: treeColumns, rows: branches.map((branch) => branchRow(branch, today)) },
    });
  },
});

const coverageVerb = verb({
  name: 'coverage',
  summary: words.coverageSummary,
  options,
  examples: ['relief unit coverage', 'relief unit coverage --unit M1 --csv > gaps.csv'],
  async run(session: Session, _args, { unit }) {
    const { terminal, today } = session;
    const units = await unitsOf(session, unit);
    const gaps = units.flatMap((one) => gapOf(one, today) ?? []);
    const rows = gaps.map(gapRow);
    const told = gaps.map((gap) => ({ ...gapRow(gap), told: terminal.words(gapSaid(gap)) }));
    const facts = { units: units.length, gaps: gaps.length };
    await terminal.print({
      blocks:
        gaps.length > 0
          ? [{ table: { columns: toldGapColumns, rows: told } }, { line: say(words.gaps, facts) }]
          : [{ good: say(words.covered, facts) }],
      json: rows,
      csv: { columns: gapColumns, rows },
    });
    if (gaps.length > 0) session.exitCode = 3;
  },
});

/** The verbs of `relief unit` that show the organisation with its relief posts. */
export const structureVerbs: readonly Verb<Session>[] = [treeVerb, coverageVerb];
