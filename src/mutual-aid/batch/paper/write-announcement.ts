import { join } from 'node:path';
import { daysLater } from '../../../core/civil-date.ts';
import type { Row } from '../../../core/report.ts';
import { csvFile } from '../../../io/csv.ts';
import type { Session } from '../../../io/session.ts';
import { textsInto, writeWhole } from '../../../io/whole-file.ts';
import { allUnits, type StoredUnit } from '../../../organisation/store.ts';
import { usualAnnouncement } from '../../../policy/policy.ts';
import { policyById } from '../../../policy/store.ts';
import { announcementFor } from '../life.ts';
import { stepsOf } from '../store.ts';
import {
  type Announcement,
  announcementColumns,
  announcementRow,
  type ListHead,
  listEnd,
  listRows,
  listStart,
  type ObjectionWindow,
} from './announcement-view.ts';
import { documentEnd, documentStart } from './page.ts';
import { announcedPersons, paidByUnit } from './store.ts';
import { type ListedUnit, listedUnits } from './unit-order.ts';
import { words } from './words.ts';
import { inFileName, type PrintedBatch } from './written.ts';

/** What an announcement can be told. */
export interface AnnouncementOptions {
  /** Only the lists of this unit and of those below. */
  readonly unit?: StoredUnit | undefined;
}

/**
 * Writes the announcement 公示 of a batch: `2026Q3-1-announcement.html`, to be printed, with a list for the group, each
 * mine and each section, and `….csv`, a row a person. Names and numbers are masked (SPEC 11).
 * @returns no files where the batch pays nobody there
 */
export async function writeAnnouncement(
  session: Session,
  batch: PrintedBatch,
  folder: string,
  { unit }: AnnouncementOptions = {},
): Promise<readonly string[]> {
  const { query } = await session.database();
  const paid = await paidByUnit(query, batch.id);
  const units = listedUnits(await allUnits(query), unit);
  const persons = (within: readonly ListedUnit[]) =>
    within.reduce((sum, one) => sum + (paid.get(one.unit.id)?.persons ?? 0), 0);
  const payable = (within: readonly ListedUnit[]) =>
    within.reduce((sum, one) => sum + (paid.get(one.unit.id)?.payable ?? 0), 0);
  const [top] = units;
  if (!top || persons(units) === 0) return [];
  const lists = units.map(({ within, ...one }) => ({
    head: { unit: one.unit, above: one.above, persons: persons(within), payable: payable(within) },
    within: within.filter((each) => paid.has(each.unit.id)),
  }));
  const announcement = await announcementOf(session, batch);
  const name = `${batch.name}-announcement${unit ? `-${inFileName(unit.code)}` : ''}`;
  const path = (kind: string) => join(folder, `${name}.${kind}`);
  const pages = documentOf(session, batch, announcement, lists);
  const rows = csvFile(announcementColumns, rowsOf(session, batch, announcement, units));
  await writeWhole(path('html'), textsInto(pages));
  await writeWhole(path('csv'), textsInto(rows));
  return [path('html'), path('csv')];
}

async function announcementOf(session: Session, batch: PrintedBatch): Promise<Announcement> {
  const { query } = await session.database();
  const { policy } = await policyById(query, batch.policy_id);
  const announced = (await stepsOf(query, batch.id)).findLast(({ step }) => step === 'announced');
  const from = announced?.day ?? session.today;
  const { days } = announcementFor(policy, batch.quarter) ?? usualAnnouncement;
  const window: ObjectionWindow = { from, until: daysLater(from, days - 1), days };
  return { batch: batch.name, quarter: batch.quarter, policy, window };
}

interface UnitList {
  readonly head: ListHead;
  readonly within: readonly ListedUnit[];
}

async function* documentOf(
  session: Session,
  batch: PrintedBatch,
  announcement: Announcement,
  lists: readonly UnitList[],
): AsyncGenerator<string> {
  const { query } = await session.database();
  const { lang } = session.terminal;
  yield documentStart(`${words.announcement[lang]} ${batch.name}`, 'A4', lang);
  for (const { head, within } of lists) {
    if (head.persons === 0) continue;
    yield listStart(announcement, head, lang);
    let next = 1;
    for (const { unit } of within) {
      for await (const persons of announcedPersons(query, batch.id, unit.id)) {
        yield listRows(persons, unit, next, announcement.policy, lang);
        next += persons.length;
      }
    }
    yield listEnd(announcement, head, lang);
  }
  yield documentEnd;
}

async function* rowsOf(
  session: Session,
  batch: PrintedBatch,
  { policy }: Announcement,
  units: readonly ListedUnit[],
): AsyncGenerator<Row> {
  const { query } = await session.database();
  for (const one of units) {
    for await (const persons of announcedPersons(query, batch.id, one.unit.id)) {
      for (const person of persons) yield announcementRow(person, one, policy);
    }
  }
}
