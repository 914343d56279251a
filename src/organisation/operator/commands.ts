import { change, type Writer } from '../../audit/change.ts';
import { type CivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { Failure, mustBe } from '../../core/failure.ts';
import { parseChoice, titleOf } from '../../core/field.ts';
import { type Phrase, type Said, say } from '../../core/language.ts';
import { type Verb, verb } from '../../core/verb.ts';
import { type Piece, pageOptions, printListing, textOption } from '../../io/listing.ts';
import { fieldOptions, type Session } from '../../io/session.ts';
import { askUnit } from '../ask.ts';
import { allUnits, findUnit } from '../store.ts';
import {
  checkDays,
  isKept,
  operatorFields,
  type Role,
  type RolesOn,
  rolesThatMay,
} from './operator.ts';
import { unitsSeen } from './reach.ts';
import {
  allOperators,
  countOperators,
  findOperator,
  insertOperator,
  listOperators,
  type StoredOperator,
  topmostUnit,
} from './store.ts';
import { operatorBlock, operatorColumns, operatorRow } from './view.ts';
import { words } from './words.ts';

const nameArgument = [{ name: 'name', about: words.nameArgument }];
const plain = fieldOptions(operatorFields([]));
const roleOption = { ...textOption(words.roleOption, 'CODE'), datum: true } as const;

/** The roles of today. @throws refused where the policy names none */
async function rolesToday(session: Session, rolesOn: RolesOn): Promise<readonly Role[]> {
  const { query } = await session.database();
  const roles = await rolesOn(query, session.today);
  if (roles.length === 0) throw new Failure('refused', say(words.noRoles));
  return roles;
}

const roleOf = (roles: readonly Role[], text: string | undefined) =>
  text === undefined ? undefined : mustBe(parseChoice(words.role, roles)(text));

/** The operator of a name whose unit the operator at work sees. */
async function findOperatorSeen(session: Session, text: string): Promise<StoredOperator> {
  const { query } = await session.database();
  const found = await findOperator(query, text);
  await unitsSeen(session, found.unit);
  return found;
}

/** Why it is refused to leave nobody who can register operators, with what it takes. */
type WhyKept = (facts: { readonly roles: readonly Phrase[]; readonly top: string }) => Said;

/** Sees to it that the office is not locked out of its file by what was just written. @throws refused where it would be */
async function mustBeKept(
  writer: Writer,
  session: Session,
  roles: readonly Role[],
  why: WhyKept,
): Promise<readonly StoredOperator[]> {
  const { query } = writer.database;
  const all = await allOperators(query);
  if (isKept(all, roles, session.today)) return all;
  const top = await topmostUnit(query);
  const able = rolesThatMay(roles, 'manage').map(({ title }) => title);
  throw new Failure('refused', why({ roles: able, top: top ? `${top.code} ${top.name}` : '' }));
}

function addVerb(rolesOn: RolesOn): Verb<Session> {
  return verb({
    name: 'add',
    summary: words.addSummary,
    options: { ...plain, role: roleOption },
    examples: [
      'relief operator add',
      'relief operator add --name 陈秀英 --unit G --role administrator',
      'relief operator add --name 王建国 --unit M1 --role caseworker',
    ],
    async run(session: Session, _args, options) {
      const { query } = await session.database();
      const roles = await rolesToday(session, rolesOn);
      const given = { ...options, role: roleOf(roles, options.role) };
      if (session.interactive && (await allOperators(query)).length === 0) {
        const able = rolesThatMay(roles, 'manage').map(({ title }) => title);
        session.terminal.note(say(words.firstIs, { roles: able }));
      }
      const record = await session.record(
        operatorFields(roles),
        given,
        { unit: () => askUnit(session) },
        async ({ from, to }) => {
          const backwards = checkDays(from ?? session.today, to);
          return backwards ? [backwards.said] : [];
        },
      );
      const { name, role, to } = record;
      const from = record.from ?? session.today;
      const unit = mustBe(findUnit(await allUnits(query), record.unit));
      await unitsSeen(session, unit.code);
      const all = await change(session, async (writer) => {
        const there = (await allOperators(query)).find((one) => one.name === name);
        if (there) throw new Failure('rejected', thereSaid(there, roles, session.today));
        await insertOperator(writer, { name, role, from, to, unitId: unit.id });
        const result = await mustBeKept(writer, session, roles, (facts) =>
          say(words.firstMustManage, { ...facts, today: session.today }),
        );
        const detail = { unit: unit.code, role, from, to };
        const entry = { action: 'operator.add', entity: 'operator', key: name, detail };
        return { result, entry };
      });
      const facts = { name, role: titleOf(roles, role), unit: unit.code, from };
      const json = { name, unit: unit.code, unit_name: unit.name, role, from, to };
      await session.terminal.print({ blocks: [{ good: say(words.added, facts) }], json });
      if (all.length === 1) session.terminal.note(words.firstAdded);
    },
  });
}

function thereSaid(there: StoredOperator, roles: readonly Role[], today: CivilDate) {
  const { name, unit, to } = there;
  if (to !== null && to < today) return say(words.endedAlready, { name, to });
  return say(words.thereAlready, { name, role: titleOf(roles, there.role), unit });
}

type Changes = Partial<Pick<StoredOperator, 'unit' | 'role' | 'from' | 'to'>>;

/** Changes an operator's registration. @returns it as it is then; undefined where nothing was different */
async function amend(
  session: Session,
  action: 'operator.edit' | 'operator.end',
  roles: readonly Role[],
  text: string,
  changes: Changes,
): Promise<{ readonly after: StoredOperator; readonly changed: boolean }> {
  return change(session, async (writer) => {
    const { query } = writer.database;
    const before = await findOperatorSeen(session, text);
    const unit = mustBe(findUnit(await allUnits(query), changes.unit ?? before.unit));
    await unitsSeen(session, unit.code);
    const { role, from, to } = { ...before, ...changes };
    const backwards = checkDays(from, to);
    if (backwards) throw new Failure('rejected', backwards.said);
    const stored = { unit_id: unit.id, role, from_on: from, to_on: to };
    await writer.update('operator', { id: before.id }, stored);
    await mustBeKept(writer, session, roles, (facts) =>
      say(words.lastManager, { ...facts, name: before.name }),
    );
    const after = await findOperator(query, before.name);
    const [was, is] = [operatorRow(before), operatorRow(after)];
    const changed = JSON.stringify(was) !== JSON.stringify(is);
    const detail = { before: was, after: is };
    const entry = { action, entity: 'operator', key: before.name, detail };
    return { result: { after, changed }, entry: changed ? entry : undefined };
  });
}

function editVerb(rolesOn: RolesOn): Verb<Session> {
  return verb({
    name: 'edit',
    summary: words.editSummary,
    arguments: nameArgument,
    options: { unit: plain.unit, role: roleOption, from: plain.from, to: plain.to },
    examples: ['relief operator edit 王建国 --role reviewer --unit M1'],
    async run(session: Session, [text = ''], { unit, role: typed, from, to }) {
      const roles = await rolesToday(session, rolesOn);
      const role = roleOf(roles, typed);
      const changes: Changes = {
        ...(unit === undefined ? {} : { unit }),
        ...(role === undefined ? {} : { role }),
        ...(from === undefined || from === null ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      };
      if (Object.keys(changes).length === 0) throw new Failure('usage', say(words.nothingToEdit));
      const { after, changed } = await amend(session, 'operator.edit', roles, text, changes);
      const { name } = after;
      const facts = { name, role: titleOf(roles, after.role), unit: after.unit };
      const good = changed ? say(words.edited, facts) : say(words.editedNothing, { name });
      await session.terminal.print({ blocks: [{ good }], json: operatorRow(after) });
    },
  });
}

function endVerb(rolesOn: RolesOn): Verb<Session> {
  return verb({
    name: 'end',
    summary: words.endSummary,
    arguments: nameArgument,
    options: { to: { about: words.to, placeholder: 'DATE', parse: parseCivilDate } },
    examples: ['relief operator end 王建国', 'relief operator end 王建国 --to 2026-12-31'],
    async run(session: Session, [text = ''], options) {
      const roles = await rolesToday(session, rolesOn);
      const to = options.to ?? session.today;
      const { after } = await amend(session, 'operator.end', roles, text, { to });
      const good = say(words.ended, { name: after.name, to });
      await session.terminal.print({ blocks: [{ good }], json: operatorRow(after) });
    },
  });
}

function listVerb(rolesOn: RolesOn): Verb<Session> {
  return verb({
    name: 'list',
    summary: words.listSummary,
    options: {
      unit: textOption(words.unitOption, 'CODE'),
      role: textOption(words.roleFilter, 'CODE'),
      on: { about: words.onOption, placeholder: 'DATE', parse: parseCivilDate },
      ...pageOptions,
    },
    examples: ['relief operator list', 'relief operator list --unit M1 --on 2026-10-08'],
    async run(session: Session, _args, { unit, role, on, page, limit }) {
      const { query } = await session.database();
      const roles = await rolesOn(query, session.today);
      const filter = { units: await unitsSeen(session, unit), role: roleOf(roles, role), on };
      const fetch = async (piece: Piece<ReturnType<typeof operatorRow>>) =>
        (await listOperators(query, filter, piece)).map(operatorRow);
      const count = () => countOperators(query, filter);
      await printListing(
        session,
        { columns: operatorColumns(roles), count, fetch },
        { page, limit },
      );
    },
  });
}

function showVerb(rolesOn: RolesOn): Verb<Session> {
  return verb({
    name: 'show',
    summary: words.showSummary,
    arguments: nameArgument,
    examples: ['relief operator show 王建国'],
    async run(session: Session, [text = '']) {
      const operator = await findOperatorSeen(session, text);
      const { query } = await session.database();
      const roles = await rolesOn(query, session.today);
      const may = roles.find(({ code }) => code === operator.role)?.may ?? [];
      const json = { ...operatorRow(operator), may };
      await session.terminal.print({ blocks: [operatorBlock(operator, roles)], json });
    },
  });
}

/** The verbs of `relief operator`. @param rolesOn reads the roles of the policy in force */
export function operatorVerbs(rolesOn: RolesOn): readonly Verb<Session>[] {
  return [
    addVerb(rolesOn),
    editVerb(rolesOn),
    endVerb(rolesOn),
    listVerb(rolesOn),
    showVerb(rolesOn),
  ];
}
