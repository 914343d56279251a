import { Failure, Fault } from '../../core/failure.ts';
import { say } from '../../core/language.ts';
import { formatYuan } from '../../core/money.ts';
import { parseQuarter } from '../../core/quarter.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { allRows, type Listing, textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { policyById } from '../../policy/store.ts';
import { bankVerbs } from '../bank/commands.ts';
import { fundsOfBatch, refusalOf } from './batch.ts';
import { exportBatch } from './export.ts';
import { lifeVerbs } from './life-commands.ts';
import { type LineRow, linesListing, notPayableListing, paymentsListing } from './listings.ts';
import { overview } from './overview.ts';
import { printVerb } from './paper/commands.ts';
import { planSettlement, settle } from './settle.ts';
import { batchHeads, findBatch, listBatches } from './store.ts';
import { verifyBatch } from './verify.ts';
import { batchColumns, refusalSaid, settledJson, settledSaid } from './view.ts';
import { words } from './words.ts';

const batchArgument = [{ name: 'batch', about: words.batchArgument }];

const settleVerb = verb({
  name: 'settle',
  summary: words.settleSummary,
  options: {
    quarter: textOption(words.quarterOption, 'QUARTER'),
    dry_run: { about: words.dryRunOption, flag: true },
  },
  examples: [
    'relief settle --quarter 2026Q3',
    'relief settle --quarter last --as cron',
    'relief settle --quarter current --dry-run',
  ],
  async run(session: Session, _args, options) {
    const quarter = await quarterOf(session, options.quarter);
    if (!options.dry_run) {
      const { query } = await session.database();
      const refusal = refusalOf(quarter, await batchHeads(query), session.today);
      if (refusal) throw new Failure('refused', refusalSaid(quarter, refusal));
    }
    const settled = options.dry_run
      ? await planSettlement(session, quarter)
      : await settle(session, quarter);
    const [result, ...more] = settledSaid(quarter, settled);
    const first = options.dry_run ? say(words.dryRun, { result }) : result;
    const blocks = [first, ...more].map((line) => ({ line }));
    await session.terminal.print({ blocks, json: settledJson(settled) });
    if (session.interactive && !options.dry_run && settled.batch !== null) {
      session.terminal.note(say(words.nextApprove, { batch: settled.batch }));
    }
  },
});

async function quarterOf(session: Session, typed: string | undefined): Promise<string> {
  const parse = (text: string) => parseQuarter(text, session.today);
  if (typed === undefined && session.interactive) {
    const field = { name: 'quarter', title: words.quarterField, required: true, parse };
    return parse(await session.prompter.field(field, 'last')) as string;
  }
  if (typed === undefined) throw new Failure('usage', say(words.quarterMissing));
  const quarter = parse(typed);
  if (quarter instanceof Fault) throw new Failure('usage', quarter.said);
  return quarter;
}

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  examples: ['relief batch list'],
  async run(session: Session) {
    const { query } = await session.database();
    const rows = (await listBatches(query)).map((row) => ({
      ...row,
      payable: formatYuan(row.payable),
    }));
    const table = { columns: batchColumns, rows };
    await session.terminal.print({ blocks: [{ table }], json: rows });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: batchArgument,
  options: {
    lines: { about: words.linesOption, flag: true },
    payments: { about: words.paymentsOption, flag: true },
    not_payable: { about: words.notPayableOption, flag: true },
  },
  examples: ['relief batch show 2026Q1-1', 'relief batch show 2026Q1-1 --csv --payments'],
  async run(session: Session, [name = ''], options) {
    if ([options.lines, options.payments, options.not_payable].filter(Boolean).length > 1) {
      throw new Failure('usage', say(words.oneList));
    }
    const { query } = await session.database();
    const batch = await findBatch(query, name);
    const used = await policyById(query, batch.policy_id);
    const { policy, sha256 } = used;
    const lines = linesListing(query, batch.id, policy);
    const payments = paymentsListing(query, batch.id, fundsOfBatch(policy, batch.quarter));
    const notPayable = notPayableListing(query, batch.id);
    const one = options.not_payable ? notPayable : options.payments ? payments : lines;
    if (
      options.lines ||
      options.payments ||
      options.not_payable ||
      session.terminal.format === 'csv'
    ) {
      const rows = allRows(one as Listing<LineRow>);
      const table = { columns: one.columns, rows };
      return session.terminal.print({ blocks: [{ table }], json: rows, csv: table });
    }
    const head = {
      batch: batch.name,
      quarter: batch.quarter,
      status: batch.status,
      policy: sha256,
    };
    if (session.terminal.format === 'screen') {
      return session.terminal.print({ blocks: await overview(session, batch, used), json: head });
    }
    const json = {
      ...head,
      lines: await collect(allRows(lines)),
      payments: await collect(allRows(payments)),
      not_payable: await collect(allRows(notPayable)),
    };
    await session.terminal.print({ blocks: [], json });
  },
});

async function collect<R>(rows: AsyncIterable<R>): Promise<R[]> {
  const all: R[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const exportVerb = verb({
  name: 'export',
  summary: words.exportSummary,
  arguments: batchArgument,
  options: { to: textOption(words.toOption, 'FOLDER') },
  examples: ['relief batch export 2026Q1-1 --to 2026Q1'],
  async run(session: Session, [name = ''], { to }) {
    const { query } = await session.database();
    const batch = await findBatch(query, name);
    const { policy } = await policyById(query, batch.policy_id);
    const files = await exportBatch(to ?? '.', batch.name, {
      lines: linesListing(query, batch.id, policy),
      payments: paymentsListing(query, batch.id, fundsOfBatch(policy, batch.quarter)),
      'not-payable': notPayableListing(query, batch.id),
    });
    await session.terminal.print({
      blocks: [{ good: say(words.exported, { files }) }],
      json: { files },
    });
  },
});

const verifyVerb = verb({
  name: 'verify',
  summary: words.verifySummary,
  arguments: batchArgument,
  examples: ['relief batch verify 2026Q1-1'],
  async run(session: Session, [name = '']) {
    const database = await session.database();
    const batch = await findBatch(database.query, name);
    const { fault, ...proved } = await verifyBatch(database, batch);
    if (fault) {
      const { table, stored, computed } = fault;
      const employee = fault.employee_no ?? '-';
      throw new Failure(
        'refused',
        say(words.notVerified, { batch: batch.name, table, employee, stored, computed }),
      );
    }
    const good = say(words.verified, { batch: batch.name, ...proved });
    await session.terminal.print({
      blocks: [{ good }],
      json: { batch: batch.name, holds: true, ...proved },
    });
  },
});

/** The verb of `relief settle`. */
export const settleVerbs: readonly Verb<Session>[] = [settleVerb];

/** The verbs of `relief batch`. */
export const batchVerbs: readonly Verb<Session>[] = [
  listVerb,
  showVerb,
  ...lifeVerbs,
  ...bankVerbs,
  exportVerb,
  printVerb,
  verifyVerb,
];
