import { change } from '../../audit/change.ts';
import { required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { formatYuan, readableYuan } from '../../core/money.ts';
import { parseText } from '../../core/text.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { textOption } from '../../io/listing.ts';
import type { Session } from '../../io/session.ts';
import { findPersonSeen } from '../../people/seen.ts';
import { announceBatch, objectTo } from './announce.ts';
import { approveBatch, voidBatch } from './approve.ts';
import { batchSums } from './listings.ts';
import { writeAnnouncement } from './paper/write-announcement.ts';
import { findBatch } from './store.ts';
import { settledSaid } from './view.ts';
import { words } from './words.ts';

const batchArgument = [{ name: 'batch', about: words.batchArgument }];

const announceVerb = verb({
  name: 'announce',
  summary: words.announceSummary,
  arguments: batchArgument,
  options: { to: textOption(words.toOption, 'FOLDER') },
  examples: ['relief batch announce 2026Q1-1 --to 2026Q1'],
  async run(session: Session, [name = ''], { to }) {
    const { query } = await session.database();
    const found = await findBatch(query, name);
    const batch = found.name;
    // The lists belong to the step: a batch announced without them could not be announced again.
    const { from, files } = await change(session, async (writer) => {
      const { result, entry } = await announceBatch(writer, session, batch);
      const files = await writeAnnouncement(session, found, to ?? '.');
      return { result: { from: result, files }, entry };
    });
    const good = say(words.announced, { batch, from });
    const written = files.length > 0 ? [{ line: say(words.exported, { files }) }] : [];
    const json = { batch, status: 'announced', approvable_from: from, files };
    await session.terminal.print({ blocks: [{ good }, ...written], json });
  },
});

const reasonField = required({
  name: 'reason',
  title: words.objectionReasonField,
  parse: parseText,
});

const objectionVerb = verb({
  name: 'objection',
  summary: words.objectionSummary,
  arguments: [...batchArgument, { name: 'employee-no', about: words.objectionPerson }],
  options: { reason: textOption(words.objectionReason) },
  examples: ['relief batch objection 2026Q1-1 011045 --reason 票据姓名与本人不符'],
  async run(session: Session, [name = '', no = ''], given) {
    const { query } = await session.database();
    const { name: batch, quarter } = await findBatch(query, name);
    const person = await findPersonSeen(session, no);
    const { reason } = await session.record({ reason: reasonField }, given);
    const { held, status, settled } = await objectTo(session, batch, person, reason);
    const facts = { name: person.name, no: person.employee_no };
    const good = say(words.objected, { ...facts, n: held.length });
    const lines = settledSaid(quarter, settled).map((line) => ({ line }));
    const json = { batch, status, employee_no: person.employee_no, held };
    await session.terminal.print({ blocks: [{ good }, ...lines], json });
  },
});

const approveVerb = verb({
  name: 'approve',
  summary: words.approveSummary,
  arguments: batchArgument,
  examples: ['relief batch approve 2026Q1-1 --as 王建国 --yes'],
  async run(session: Session, [name = '']) {
    const { query } = await session.database();
    const batch = await findBatch(query, name);
    const { payable, payments } = await batchSums(query, batch.id);
    const facts = { batch: batch.name, payable: readableYuan(payable), payments };
    if (session.interactive) await session.confirm(say(words.approveConfirm, facts));
    await change(session, (writer) => approveBatch(writer, session, batch));
    const good = say(words.approved, { ...facts, operator: session.operator });
    const json = { batch: batch.name, status: 'approved', payable: formatYuan(payable) };
    await session.terminal.print({ blocks: [{ good }], json });
    if (session.interactive) session.terminal.note(say(words.nextPay, { batch: batch.name }));
  },
});

const voidVerb = verb({
  name: 'void',
  summary: words.voidSummary,
  arguments: batchArgument,
  options: { reason: textOption(words.reasonOption) },
  examples: ['relief batch void 2026Q1-1 --reason 漏录单据'],
  async run(session: Session, [name = ''], { reason }) {
    const { query } = await session.database();
    const batch = await findBatch(query, name);
    if (session.interactive) await session.confirm(say(words.voidConfirm, { batch: batch.name }));
    await change(session, (writer) => voidBatch(writer, session, batch.name, reason ?? null));
    const good = say(words.voided, { batch: batch.name });
    await session.terminal.print({
      blocks: [{ good }],
      json: { batch: batch.name, status: 'void' },
    });
  },
});

/** The verbs of `relief batch` that take a batch through its life until it is approved. */
export const lifeVerbs: readonly Verb<Session>[] = [
  announceVerb,
  objectionVerb,
  approveVerb,
  voidVerb,
];
