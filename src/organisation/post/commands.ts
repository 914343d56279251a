import { change } from '../../audit/change.ts';
import { type Import, importVerb } from '../../audit/import.ts';
import { parseCivilDate } from '../../core/civil-date.ts';
import { Failure, mustBe } from '../../core/failure.ts';
import { required } from '../../core/field.ts';
import { say } from '../../core/language.ts';
import { type Verb, verb } from '../../core/verb.ts';
import {
  choiceOption,
  type Piece,
  pageOptions,
  printListing,
  textOption,
} from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { askUnit } from '../ask.ts';
import { unitsSeen } from '../operator/reach.ts';
import { allUnits, findUnit, type StoredUnit } from '../store.ts';
import { levels } from '../unit.ts';
import { enterPosts } from './enter.ts';
import {
  importFields,
  memberFields,
  type PostRecord,
  postFields,
  postKindOf,
  whyNotClosed,
  whyNotOpened,
} from './post.ts';
import { countPosts, listPosts, membersOf, postOfUnit, type StoredPost } from './store.ts';
import { memberRow, postBlocks, postColumns, postFacts, postRow } from './view.ts';
import { words } from './words.ts';

const unitArgument = [{ name: 'unit', about: words.unitArgument }];
const entity = 'post';

/** A unit that the operator at work sees. */
async function findUnitSeen(session: Session, text: string): Promise<StoredUnit> {
  const { query } = await session.database();
  const unit = mustBe(findUnit(await allUnits(query), text));
  await unitsSeen(session, unit.code);
  return unit;
}

/** The post of a unit that the operator at work sees. @throws refused where it has none */
async function findPostSeen(session: Session, text: string): Promise<StoredPost> {
  const { query } = await session.database();
  const unit = await findUnitSeen(session, text);
  const post = await postOfUnit(query, unit.id, session.today);
  if (post) return post;
  const kind = postKindOf(unit.level).title;
  throw new Failure('refused', say(words.noPost, { unit: unit.code, kind }));
}

/** Enters one record. @returns whether anything was new */
async function enterOne(
  session: Session,
  action: 'post.add' | 'post.join',
  record: PostRecord,
): Promise<boolean> {
  return change(session, async (writer) => {
    const [verdict = 'unchanged'] = await enterPosts(writer, session, [record]);
    if (typeof verdict === 'object' && !('held' in verdict)) {
      const [first, ...others] = verdict;
      for (const other of others) session.terminal.warn(other);
      if (first) throw new Failure('rejected', first);
    }
    const { unit: key, ...rest } = record;
    const detail = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
    const isNew = verdict === 'imported';
    return { result: isNew, entry: isNew ? { action, entity, key, detail } : undefined };
  });
}

const nobody = { member: null, duty: null, member_phone: null, from: null };

const addVerb = verb({
  name: 'add',
  summary: words.addSummary,
  options: fieldOptions(postFields),
  examples: [
    'relief post add',
    'relief post add --unit M1 --premises 工会楼一层 --phone 0351-6100001 --opened-on 2026-03-01',
  ],
  async run(session: Session, _args, options) {
    const record = await session.record(postFields, options, { unit: () => askUnit(session) });
    const unit = await findUnitSeen(session, record.unit);
    const isNew = await enterOne(session, 'post.add', { ...record, unit: unit.code, ...nobody });
    const post = await findPostSeen(session, unit.code);
    const facts = postFacts(post);
    const good = isNew ? say(words.added, facts) : say(words.unchanged, facts);
    await session.terminal.print({ blocks: [{ good }], json: postRow(post) });
    if (post.people === 0) session.terminal.note(say(words.addedNext, { unit: post.unit }));
  },
});

const { unit: _unit, ...editable } = postFields;

const editVerb = verb({
  name: 'edit',
  summary: words.editSummary,
  arguments: unitArgument,
  options: fieldOptions(editable),
  examples: ['relief post edit M1 --premises 工会楼二层'],
  async run(session: Session, [text = ''], { premises, phone, opened_on }) {
    const changes = {
      ...(premises === undefined ? {} : { premises }),
      ...(phone === undefined ? {} : { phone }),
      ...(opened_on === undefined || opened_on === null ? {} : { opened_on }),
    };
    if (Object.keys(changes).length === 0) throw new Failure('usage', say(words.nothingToEdit));
    const { after, changed } = await change(session, async (writer) => {
      const before = await findPostSeen(session, text);
      const after = { ...before, ...changes };
      if (after.opened_on !== before.opened_on) {
        const there = (await membersOf(writer.database.query, [before.id])).get(before.id) ?? [];
        const fault = whyNotOpened(after.opened_on, before, there, session.today);
        if (fault) throw new Failure('rejected', fault.said);
      }
      await writer.update('relief_post', { id: before.id }, changes);
      const [was, is] = [postRow(before), postRow(after)];
      const changed = JSON.stringify(was) !== JSON.stringify(is);
      const detail = { before: was, after: is };
      const entry = { action: 'post.edit', entity, key: before.unit, detail };
      return { result: { after, changed }, entry: changed ? entry : undefined };
    });
    const good = say(changed ? words.edited : words.editedNothing, postFacts(after));
    await session.terminal.print({ blocks: [{ good }], json: postRow(after) });
  },
});

const closeVerb = verb({
  name: 'close',
  summary: words.closeSummary,
  arguments: unitArgument,
  options: { on: { about: words.closeOnOption, placeholder: 'DATE', parse: parseCivilDate } },
  examples: ['relief post close M1S2 --on 2026-06-30'],
  async run(session: Session, [text = ''], options) {
    const on = options.on ?? session.today;
    const { post, n } = await change(session, async (writer) => {
      const post = await findPostSeen(session, text);
      const fault = whyNotClosed(post, on, session.today);
      if (fault) throw new Failure('refused', fault.said);
      const all = (await membersOf(writer.database.query, [post.id])).get(post.id) ?? [];
      const leaving = all.filter(({ to }) => to === null || to > on);
      const later = leaving.find(({ from }) => from > on);
      if (later) {
        const facts = { member: later.name, from: later.from, to: on };
        throw new Failure('refused', say(words.leftBeforeCame, facts));
      }
      await writer.update('relief_post', { id: post.id }, { closed_on: on });
      for (const { id } of leaving) await writer.update('post_member', { id }, { to_on: on });
      const detail = { closed_on: on, left: leaving.map(({ name }) => name) };
      return {
        result: { post, n: leaving.length },
        entry: { action: 'post.close', entity, key: post.unit, detail },
      };
    });
    const good = say(words.closed, { ...postFacts(post), on, n });
    const json = postRow(await findPostSeen(session, post.unit));
    await session.terminal.print({ blocks: [{ good }], json });
  },
});

const joinVerb = verb({
  name: 'join',
  summary: words.joinSummary,
  arguments: unitArgument,
  options: fieldOptions(memberFields),
  examples: ['relief post join M1 --name 赵敏 --duty 站长 --phone 13800000007'],
  async run(session: Session, [text = ''], options) {
    const post = await findPostSeen(session, text);
    if (post.closed_on !== null) {
      const facts = { ...postFacts(post), on: post.closed_on };
      throw new Failure('refused', say(words.postClosed, facts));
    }
    const record = await session.record(memberFields, options);
    const { name: member, duty, phone: member_phone, from: day } = record;
    const isNew = await enterOne(session, 'post.join', {
      ...{ unit: post.unit, premises: null, phone: null, opened_on: null },
      ...{ member, duty, member_phone, from: day },
    });
    const facts = { ...postFacts(post), member };
    const from = day ?? session.today;
    const good = isNew
      ? say(words.joined, { ...facts, duty, from })
      : say(words.joinedAlready, facts);
    const json = { unit: post.unit, ...record, from };
    await session.terminal.print({ blocks: [{ good }], json });
  },
});

const whoField = required({ ...memberFields.name, title: words.whoLeaves });

const leaveVerb = verb({
  name: 'leave',
  summary: words.leaveSummary,
  arguments: unitArgument,
  options: {
    name: fieldOptions({ name: whoField }).name,
    to: { about: words.leaveOnOption, placeholder: 'DATE', parse: parseCivilDate },
  },
  examples: ['relief post leave M1 --name 赵敏 --to 2026-09-30'],
  async run(session: Session, [text = ''], { to: day, ...given }) {
    const post = await findPostSeen(session, text);
    const { name: member } = await session.record({ name: whoField }, given);
    const to = day ?? session.today;
    const facts = { ...postFacts(post), member };
    await change(session, async (writer) => {
      const all = (await membersOf(writer.database.query, [post.id])).get(post.id) ?? [];
      const leaving = all.find((one) => one.name === member && one.to === null);
      if (!leaving) throw new Failure('refused', say(words.memberNone, facts));
      const { id, from } = leaving;
      if (to < from) throw new Failure('rejected', say(words.leftBeforeCame, { member, from, to }));
      await writer.update('post_member', { id }, { to_on: to });
      const detail = { member, to };
      return { result: undefined, entry: { action: 'post.leave', entity, key: post.unit, detail } };
    });
    const good = say(words.left, { ...facts, to });
    await session.terminal.print({ blocks: [{ good }], json: { unit: post.unit, member, to } });
  },
});

const listVerb = verb({
  name: 'list',
  summary: words.listSummary,
  options: {
    unit: textOption(words.unitOption, 'CODE'),
    level: choiceOption(words.levelOption, words.level, levels),
    ...pageOptions,
  },
  examples: ['relief post list', 'relief post list --unit M1 --csv > posts.csv'],
  async run(session: Session, _args, { unit, level, page, limit }) {
    const { query } = await session.database();
    const filter = { units: await unitsSeen(session, unit), level };
    const fetch = async (piece: Piece<ReturnType<typeof postRow>>) =>
      (await listPosts(query, filter, session.today, piece)).map(postRow);
    const listing = { columns: postColumns, count: () => countPosts(query, filter), fetch };
    await printListing(session, listing, { page, limit });
  },
});

const showVerb = verb({
  name: 'show',
  summary: words.showSummary,
  arguments: unitArgument,
  examples: ['relief post show M1'],
  async run(session: Session, [text = '']) {
    const post = await findPostSeen(session, text);
    const { query } = await session.database();
    const members = (await membersOf(query, [post.id])).get(post.id) ?? [];
    await session.terminal.print({
      blocks: postBlocks(post, members),
      json: { ...postRow(post), members: members.map(memberRow) },
    });
  },
});

const postImport: Import<typeof importFields> = {
  entity,
  fields: importFields,
  derived: ['unit_name', '单位名称', 'post', 'people', 'closed_on', '撤销日期'],
  apply: (writer, records, session) => enterPosts(writer, session, records),
};

/** The verbs of `relief post`. */
export const postVerbs: readonly Verb<Session>[] = [
  addVerb,
  editVerb,
  closeVerb,
  joinVerb,
  leaveVerb,
  listVerb,
  showVerb,
  importVerb(postImport, 'post', words.importSummary),
];
