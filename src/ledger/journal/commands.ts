import { change } from '../../audit/change.ts';
import { parseCivilDate } from '../../core/civil-date.ts';
import { Failure } from '../../core/failure.ts';
import { type Choice, required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { parseText, plainForm } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import {
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { findPersonSeen } from '../../people/seen.ts';
import { benefitTitle, fundsOn, fundTitle } from '../../policy/funds.ts';
import { fundsInForce, policyInForce } from '../../policy/store.ts';
import { cashOf } from '../entry.ts';
import { fundNarrowedTo } from '../fund/store.ts';
import { causes } from '../origins.ts';
import { book, fundBalance, mustBear } from '../store.ts';
import { words as ledgerWords } from '../words.ts';
import { exportJournal, type JournalFormat } from './export.ts';
import { type BookedEntry, reversalOf, sumOf, whyNotReversed } from './reversal.ts';
import { countEntries, entryById, latestEntry, listEntries } from './store.ts';
import { type EntryRow, entryBlocks, entryColumns, headJson, sideRows } from './view.ts';
import { words } from './words.ts';

const entryArgument = [{ name: 'entry', about: words.entryArgument }];
const fundOption = textOption(words.fundOption, 'FUND');

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    fund: fundOption,
    cause: choiceOption(words.causeOption, ledgerWords.cause, causes),
    key: textOption(words.keyOption),
    from: { about: words.fromOption, placeholder: 'DATE', parse: parseCivilDate },
    to: { about: words.toOption, placeholder: 'DATE', parse: parseCivilDate },
    person: textOption(words.personOption, 'NO'),
    ...pageOptions,
  },
  examples: [
    'relief ledger list',
    'relief ledger list --fund mutual-aid --cause deposit --from 2026-01-01',
    'relief ledger list --person 011045',
  ],
  async run(session: Session, _args, { page, limit, fund: named, person: text, ...rest }) {
    const { query } = await session.database();
    const person = text === undefined ? undefined : (await findPersonSeen(session, text)).id;
    const fund = await fundNarrowedTo(query, named, session.today);
    const filter = { ...rest, fund, person };
    const funds = await fundsInForce(query, session.today);
    await printListing(
      session,
      {
        columns: entryColumns(funds),
        count: () => countEntries(query, filter),
        fetch: async ({ after, ...piece }: Piece<EntryRow>) => {
          const rows = await listEntries(query, filter, { ...piece, before: after?.entry });
          return rows.map(({ amount, ...entry }): EntryRow => {
            const { reverses, reversed_by, ...facts } = headJson(entry);
            return { ...facts, amount: formatYuan(amount), reverses, reversed_by };
          });
        },
      },
      { page, limit },
    );
  },
});

/** The entry that a number names. @throws rejected where there is none */
async function findEntry(session: Session, text: string): Promise<BookedEntry> {
  const { query } = await session.database();
  const plain = plainForm(text);
  if (!/^\d{1,15}$/.test(plain)) throw new Failure('rejected', say(words.idMalformed, { text }));
  const entry = await entryById(query, Number(plain));
  if (entry) return entry;
  const last = await latestEntry(query);
  const said =
    last === undefined
      ? say(words.unknownNone, { id: plain })
      : say(words.unknown, { id: plain, last });
  throw new Failure('rejected', said);
}

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: entryArgument,
  examples: ['relief ledger show 12'],
  async run(session: Session, [text = '']) {
    const entry = await findEntry(session, text);
    const { query } = await session.database();
    const { policy } = await policyInForce(query);
    const blocks = entryBlocks(entry, fundsOn(policy, session.today), (benefit) =>
      benefitTitle(policy.versions, benefit),
    );
    const json = { ...headJson(entry), postings: sideRows(entry) };
    await session.terminal.print({ blocks, json });
  },
});

const reverseFields = {
  reason: required({ name: 'reason', title: words.reason, parse: parseText }),
};

const reverseVerb = verb({
  name: 'reverse',
  summary: words.reverseSummary,
  arguments: entryArgument,
  options: fieldOptions(reverseFields),
  examples: ['relief ledger reverse 12 --reason 金额录错'],
  async run(session: Session, [text = ''], options) {
    const { reason } = await session.record(reverseFields, options);
    const { id, fund } = await findEntry(session, text);
    const done = await change(session, async (writer) => {
      const { query } = writer.database;
      const entry = (await entryById(query, id)) as BookedEntry;
      const why = whyNotReversed(entry, session.today);
      if (why) throw new Failure('refused', why);
      const reversal = reversalOf(entry, session.today, reason);
      await mustBear(query, fund, -cashOf([reversal]), session.today);
      const [by = 0] = await book(writer, session.operator, [reversal]);
      const { balance } = await fundBalance(query, fund);
      const title = fundTitle(await fundsInForce(query, session.today), fund);
      const amount = sumOf(entry.postings);
      const detail = { fund, by, cause: entry.cause, amount: formatYuan(amount), reason };
      return {
        result: { by, balance, amount, title },
        entry: { action: 'ledger.reverse', entity: 'entry', key: String(id), detail },
      };
    });
    const good = say(words.reversed, {
      ...{ entry: done.by, reverses: id, amount: readableYuan(done.amount) },
      ...{ fund: done.title, balance: readableYuan(done.balance) },
    });
    const json = {
      ...{ entry: done.by, reverses: id, fund, amount: formatYuan(done.amount), reason },
      balance: formatYuan(done.balance),
    };
    await session.terminal.print({ blocks: [{ good }], json });
  },
});

const formats: readonly Choice<JournalFormat>[] = [
  { code: 'hledger', title: words.hledger },
  { code: 'csv', title: words.csv },
];

const exportVerb = verb({
  name: 'export',
  summary: words.exportSummary,
  options: {
    format: choiceOption(words.formatOption, words.format, formats),
    fund: fundOption,
    to: textOption(words.fileOption, 'FILE'),
  },
  examples: [
    'relief ledger export --format hledger --to relief.journal',
    'relief ledger export --format csv --fund mutual-aid > mutual-aid.csv',
  ],
  async run(session: Session, _args, { format: asked, fund: named, to: file }) {
    const { terminal } = session;
    const format = asked ?? (terminal.format === 'csv' ? 'csv' : 'hledger');
    const { query } = await session.database();
    const fund = await fundNarrowedTo(query, named, session.today);
    const entries = await exportJournal(query, format, fund, file ?? terminal);
    if (file === undefined) return;
    const good = say(words.exported, { file, entries });
    await terminal.print({ blocks: [{ good }], json: { file, entries } });
  },
});

/** The verbs of `relief ledger`. */
export const ledgerVerbs: readonly Verb<Session>[] = [listVerb, showVerb, reverseVerb, exportVerb];
