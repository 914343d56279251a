import type { Writer } from '../../audit/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { recognitionsOf } from '../recognition/store.ts';
import { fileRecognition, meet, type Span, uncovered } from './recognised.ts';
import { giversOf } from './recognition-store.ts';

/** Who belongs to a household whose file is open, and when. */
export interface Stay extends Span {
  readonly household: number;
  readonly person: number;
}

/**
 * Has persons recognised as in hardship for as long as they belong to a file (SPEC 12): what they are recognised for
 * already the file takes over, the rest it gives. With an end, nothing of it lasts longer.
 */
export async function recognise(writer: Writer, stays: readonly Stay[]): Promise<void> {
  const { query } = writer.database;
  const { kind, detail } = fileRecognition;
  const persons = stays.map(({ person }) => person);
  const there = await recognitionsOf(query, persons);
  const ids = [...there.values()].flatMap((own) => own.map(({ id }) => id));
  const givers = new Map(await giversOf(query, ids));
  const given: { id: number; household: number; person: number; span: Span }[] = [];
  const takenOver: { recognition: number; household: number }[] = [];
  for (const stay of stays) {
    const { household, person } = stay;
    const own = (there.get(person) ?? []).filter((one) => one.kind === kind);
    for (const { id } of own.filter((one) => meet(one, stay) && !givers.has(one.id))) {
      takenOver.push({ recognition: id, household });
      givers.set(id, household);
    }
    for (const span of uncovered(stay, own)) {
      const id = await writer.nextId('recognition');
      given.push({ id, household, person, span });
      own.push({ id, kind, detail, ...span });
    }
    there.set(person, own);
  }
  await writer.insert(
    'recognition',
    given.map(({ id, person, span: { from, to } }) => ({
      ...{ id, person_id: person, kind, detail, valid_from: from, valid_to: to },
    })),
  );
  const links = given.map(({ id, household }) => ({ recognition: id, household }));
  await link(writer, [...takenOver, ...links]);
  const ending = stays.filter(({ to }) => to !== null);
  await endRecognition(
    writer,
    ending.map(({ household, person, to }) => ({ household, person, on: to ?? '' })),
  );
}

/**
 * Has a person recognised for other days than before: what the file gave for those is taken away, and given anew.
 * What it took over stays.
 */
export async function recogniseAnew(
  writer: Writer,
  before: Stay,
  after: Stay | undefined,
): Promise<void> {
  const { query } = writer.database;
  const own = (await recognitionsOf(query, [before.person])).get(before.person) ?? [];
  const givers = await giversOf(
    query,
    own.map(({ id }) => id),
  );
  const { kind, detail } = fileRecognition;
  for (const one of own) {
    const given =
      one.kind === kind && one.detail === detail && givers.get(one.id) === before.household;
    if (!given || !meet(one, before)) continue;
    await writer.remove('household_recognition', { recognition_id: one.id });
    await writer.remove('recognition', { id: one.id });
  }
  if (after) await recognise(writer, [after]);
}

/** Whose recognition ends, and the last day of it. */
export interface Ending {
  readonly household: number;
  readonly person: number;
  readonly on: CivilDate;
}

/**
 * Ends on a day what persons are recognised for as in hardship, whoever entered it: after the file there is none.
 * What the file gave for later days is taken away.
 */
export async function endRecognition(writer: Writer, endings: readonly Ending[]): Promise<void> {
  if (endings.length === 0) return;
  const { query } = writer.database;
  const there = await recognitionsOf(
    query,
    endings.map(({ person }) => person),
  );
  const ids = [...there.values()].flatMap((own) => own.map(({ id }) => id));
  const givers = await giversOf(query, ids);
  const takenOver: { recognition: number; household: number }[] = [];
  for (const { household, person, on } of endings) {
    for (const one of there.get(person) ?? []) {
      if (one.kind !== fileRecognition.kind || (one.to !== null && one.to <= on)) continue;
      if (one.from <= on) {
        await writer.update('recognition', { id: one.id }, { valid_to: on });
        if (!givers.has(one.id)) takenOver.push({ recognition: one.id, household });
      } else if (givers.get(one.id) === household) {
        await writer.remove('household_recognition', { recognition_id: one.id });
        await writer.remove('recognition', { id: one.id });
      }
    }
  }
  await link(writer, takenOver);
}

async function link(
  writer: Writer,
  links: readonly { readonly recognition: number; readonly household: number }[],
): Promise<void> {
  const rows = [];
  for (const { recognition, household } of links) {
    const id = await writer.nextId('household_recognition');
    rows.push({ id, household_id: household, recognition_id: recognition });
  }
  await writer.insert('household_recognition', rows);
}
