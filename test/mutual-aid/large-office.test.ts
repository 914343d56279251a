import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeFiles, writeOffice } from '../bench/office.js';
import type { BatchJson } from '../office.ts';
import { Desk } from '../run.ts';

/** Enough people that a settlement uses several threads. */
const people = 10_000;

describe('an office large enough for several threads', () => {
  const desk = new Desk();
  afterAll(() => desk.clear());
  beforeAll(async () => {
    await writeOffice(desk.folder, people, people);
    await desk.ok(['init']);
    for (const [noun, file] of officeFiles) {
      await desk.ok([noun, 'import', `${file}.csv`]);
    }
  }, 60_000);

  it('is settled as one thread alone proves it, twice the same', async () => {
    const planned = await desk.json('settle', '--quarter', '2026Q1', '--dry-run');
    const settled = await desk.json('settle', '--quarter', '2026Q1');
    expect(settled).toEqual(planned);
    expect(Number(settled['claims'])).toBeGreaterThan(people / 2);
    // The verification works every line out again, on its own thread.
    const verified = await desk.json('batch', 'verify', '2026Q1-1');
    expect(verified).toMatchObject({ holds: true });
    expect(await desk.ok(['settle', '--quarter', '2026Q1'])).toMatch(/Nothing new to settle/);
  }, 60_000);

  it('leaves out at once whom an objection holds, whichever thread settles them', async () => {
    await desk.ok(['batch', 'announce', '2026Q1-1', '--to', 'lists']);
    const paid = async () => {
      const { payments } = await desk.json<BatchJson>('batch', 'show', '2026Q1-1');
      return payments.map(({ employee_no }) => employee_no);
    };
    const announced = await paid();
    const objected = [0.01, 0.2, 0.4, 0.6, 0.8, 0.99].map(
      (part) => announced[Math.floor(part * announced.length)] as string,
    );
    for (const no of objected) {
      await desk.ok(['batch', 'objection', '2026Q1-1', no, '--reason', '冒名']);
    }
    expect(await paid()).toEqual(announced.filter((no) => !objected.includes(no)));
    expect(await desk.json('batch', 'verify', '2026Q1-1')).toMatchObject({ holds: true });
  }, 120_000);

  it('says in one line where the file is damaged, whichever thread finds it', async () => {
    const pages = readFileSync(desk.database);
    // The claims came last, so that the file opens and a reading thread meets the damage.
    pages.fill(0xff, Math.floor(pages.length * 0.7));
    desk.write('damaged.db', pages);
    const { code, err } = await desk.run([
      ...['settle', '--quarter', '2026Q1', '--dry-run', '--db', desk.path('damaged.db')],
    ]);
    expect(err).toMatch(/is not a relief database, or it is damaged/);
    expect(err.trimEnd()).not.toMatch(/\n/);
    expect(code).toBe(4);
  }, 60_000);
});
